"""Recommendations: the tree of recommendation, part and step, and the detail of what is under its cursor.

Side by side where there is room, else the detail below, which Enter lets take over. Arrows unfold and fold; Enter goes
into the detail, where each fact can be opened, and Escape or ← comes back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual import on

from bvtrack.app.show.recommendations import detail, tree
from bvtrack.tui.board import Board
from bvtrack.tui.grid import Column, Grid
from bvtrack.tui.grid import Row as Line
from bvtrack.tui.pane import Pane
from bvtrack.tui.panes.recommendation_detail import DetailBoard

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual import events
    from textual.app import ComposeResult

    from bvtrack.app.show.recommendations import Branch
    from bvtrack.app.show.view import ReviewView

STEP: Final = 2  # how deep the steps stand
WIDE: Final = 110  # from so many cells on the detail stands beside the tree
COLUMNS: Final = (
    Column("mark"),
    Column("text", flex=True, least=40),
    Column("status", drop=2),
    Column("due", drop=1),
    Column("done", right=True),
)
NOTHING: Final = "no recommendations yet: bvtrack add REVIEW recommendation adds one"
NO_MATCH: Final = "nothing holds these words: Esc drops the filter"


class Recommendations(Pane):
    """The pane; `2` shows it. What is unfolded is its own state."""

    def __init__(self, id: str | None = None) -> None:  # noqa: A002 — Textual's name
        super().__init__(id=id)
        self._view: ReviewView | None = None
        self._folded: set[str] = set()
        self._words = ""

    def compose(self) -> ComposeResult:
        """Hold the tree and the detail."""
        yield Grid(headings=False, id="recommendations-tree")
        yield DetailBoard(id="recommendations-detail")

    @property
    def _tree(self) -> Grid:
        return self.query_one(Grid)

    @property
    def _detail(self) -> DetailBoard:
        return self.query_one(DetailBoard)

    def show(self, view: ReviewView) -> None:
        """Draw the tree, parts folded the first time, and the detail."""
        if self._view is None:
            self._folded = {part.address for one in tree(view) for part in one.below}
        self._view = view
        self._draw()

    def address(self) -> str | None:
        """Give the address of the fact under the cursor of the detail while it has the focus, else that of the tree."""
        thing = self._detail.thing if self._detail.has_focus else None
        return thing.address if thing else self._tree.key

    def focus_main(self) -> None:
        """Put the focus on the tree, or on the detail that has taken over."""
        (self._detail if self.has_class("-whole") else self._tree).focus()

    def go_to(self, address: str) -> bool:
        """Move the cursor to a recommendation, part or step, unfolding what it is under."""
        if self._view is not None:
            lines = [line for one in tree(self._view) for line in (one, *one.below)]
            self._folded -= {line.address for line in lines if _holds(line, address)}
            self._draw()
        found = self._tree.move_to(address)
        self._draw_detail()
        return found

    def filter(self, text: str) -> None:
        """Show what holds the text, and what it is under."""
        self._words = text.casefold()
        self._draw()

    def on_resize(self, event: events.Resize) -> None:
        """Put the detail beside the tree or below it."""
        self.set_class(event.size.width >= WIDE, "-wide")
        if self.has_class("-wide"):
            self.remove_class("-whole")

    def on_key(self, event: events.Key) -> None:
        """Come back from the detail on Escape."""
        if event.key == "escape" and self._detail.has_focus:
            event.stop()
            event.prevent_default()
            self._leave()

    @on(Grid.Chosen)
    def _into(self) -> None:
        """Go into the detail, which takes over where there is little room."""
        self.set_class(not self.has_class("-wide"), "-whole")
        self._detail.focus()

    @on(Grid.Moved)
    def _draw_detail(self) -> None:
        self._detail.show(detail(self._view, self._tree.key) if self._view and self._tree.key else None)

    @on(Grid.Folded)
    def _fold(self, message: Grid.Folded) -> None:
        """Fold or unfold; to fold what is not open goes to what it is under."""
        message.stop()
        row = next((one for one in self._branches() if one.address == message.key), None)
        if row is None:
            return
        if message.opened:
            self._folded.discard(row.address)
        elif row.below and row.address not in self._folded:
            self._folded.add(row.address)
        else:
            above = (one.address for one in self._branches() if row in one.below)
            self._tree.move_to(next(above, row.address))
        self._draw()

    @on(Board.Chosen)
    def _open(self, message: Board.Chosen) -> None:
        """Open a fact; a part or a step is gone to."""
        message.stop()
        address = message.thing.address
        if address != self._tree.key and self.go_to(address):
            return
        self.post_message(self.Open(address))

    @on(DetailBoard.Left)
    def _leave(self) -> None:
        """Go back to the tree."""
        self.remove_class("-whole")
        self._tree.focus()

    def _draw(self) -> None:
        self._tree.empty = NO_MATCH if self._words else NOTHING
        self._tree.put(COLUMNS, [_line(one, opened=self._is_open(one)) for one in self._branches()])
        self._draw_detail()

    def _is_open(self, one: Branch) -> bool:
        """Tell whether what is below a line is shown: unfolded, or holding the words sought."""
        return bool(one.below) and (one.address not in self._folded or any(map(self._holds_words, one.below)))

    def _holds_words(self, one: Branch) -> bool:
        own = self._words and self._words in f"{one.address} {one.text}".casefold()
        return bool(own) or any(map(self._holds_words, one.below))

    def _branches(self) -> list[Branch]:
        """Give the lines of the tree that are in sight."""
        return [line for one in tree(self._view) for line in self._unfolded(one)] if self._view else []

    def _unfolded(self, one: Branch, *, under: bool = False) -> Iterator[Branch]:
        """Give a line and those below it that are in sight; of a line that holds the words all that is below counts."""
        held = under or not self._words or self._words in f"{one.address} {one.text}".casefold()
        if held or any(map(self._holds_words, one.below)):
            yield one
            for below in one.below if self._is_open(one) else ():
                yield from self._unfolded(below, under=held)


def _line(one: Branch, *, opened: bool) -> Line:
    """Draw a line of the tree: its mark, what it is, when it is due, and how much of it is done."""
    fold = ("▾ " if opened else "▸ ") if one.below else "  "
    own = one.address.rpartition("/")[2] if one.depth == STEP else one.address
    tone = "strong" if one.depth == 0 else "quiet" if one.depth == STEP else ""
    text = ("  " * one.depth + f"{fold}{own}  {one.text}", tone)
    if one.status is None:
        return Line(one.address, ("", text, "", "", (one.done, "quiet")))
    if one.depth == STEP:
        mark = ("[x]", one.status.tone) if one.ticked else "[ ]"
        return Line(one.address, (mark, text, "", (one.due, "quiet"), ""))
    mark = (f" {one.status.letter} ", one.status.tone)
    return Line(one.address, (mark, text, (one.status.word, one.status.tone), one.due, (one.done, "quiet")))


def _holds(one: Branch, address: str) -> bool:
    """Tell whether a thing is somewhere below a line."""
    return any(below.address == address or _holds(below, address) for below in one.below)
