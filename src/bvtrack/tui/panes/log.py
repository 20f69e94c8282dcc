"""The log: who changed what, when and why, newest first; what was taken back is marked, `u` takes a change back.

It comes a page at a time: the next page when the end of the last comes into sight. Below the list the change under the
cursor is told in full.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from textual import on
from textual.widgets import Static

from bvtrack.app.show.log import PAGE, LogLine, entries, holds
from bvtrack.app.show.thing import thing
from bvtrack.core.errors import Problem
from bvtrack.tui.actions import bindings
from bvtrack.tui.grid import Column, Grid, Row
from bvtrack.tui.pane import Pane
from bvtrack.tui.text import tell_problem, words

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from bvtrack.app.show.view import ReviewView
    from bvtrack.tui.text import Part

COLUMNS: Final = (
    Column("number", "No", right=True),
    Column("when", "When", right=True),
    Column("by", "Who", drop=1),
    Column("address", "Address"),
    Column("what", "What", flex=True, least=20),
    Column("why", "Why", flex=True, least=30, drop=2),
)
SEARCHED: Final = 10 * PAGE  # how far back a filter looks
NOTHING: Final = "nothing is recorded yet: Space ticks a step, f gives a new date, n writes a note"
NO_MATCH: Final = "nothing holds these words: Esc drops the filter"


class Log(Pane):
    """The pane; `8` shows it."""

    BINDINGS: ClassVar = bindings("log")

    def __init__(self, id: str | None = None) -> None:  # noqa: A002 — Textual's name
        super().__init__(id=id)
        self._view: ReviewView | None = None
        self._lines: tuple[LogLine, ...] = ()
        self._ended = False
        self._words = ""

    def compose(self) -> ComposeResult:
        """Hold the list and the change told in full."""
        yield Grid(empty=NOTHING, id="log-list")
        yield Static("", id="log-whole")

    def on_mount(self) -> None:
        """Look out for the end of the list."""
        self.watch(self._grid, "scroll_y", self._scrolled, init=False)

    @property
    def _grid(self) -> Grid:
        return self.query_one(Grid)

    def show(self, view: ReviewView) -> None:
        """Read the log anew, as far back as it was read before."""
        self._view = view
        self._read(max(PAGE, len(self._lines)))
        self._draw()

    def address(self) -> str | None:
        """Give the address of the change under the cursor; None where it has none, or several."""
        line = self._line
        return line.address if line and line.address and "," not in line.address else None

    def focus_main(self) -> None:
        """Put the focus on the list."""
        self._grid.focus()

    def go_to(self, address: str) -> bool:
        """Go to the latest change of a thing."""
        found = next((line for line in self._lines if line.address == address), None)
        return found is not None and self._grid.move_to(str(found.number))

    def filter(self, text: str) -> None:
        """Show the changes that hold the text, looking back some pages for them."""
        self._words = text
        while text and not self._ended and len(self._held()) < PAGE and len(self._lines) < SEARCHED:
            self._read_on()
        self._draw()

    def action_undo_this(self) -> None:
        """Ask for the change under the cursor to be taken back."""
        line = self._line
        if line is not None:
            self.post_message(self.Undo(line.number))

    @property
    def _line(self) -> LogLine | None:
        key = self._grid.key
        return next((line for line in self._lines if str(line.number) == key), None)

    def _read(self, limit: int) -> None:
        self._lines = ()
        self._take(limit)

    def _read_on(self) -> None:
        """Read the next page."""
        if not self._ended and self._lines:
            self._take(PAGE)

    def _take(self, limit: int) -> None:
        """Read what follows the lines there are; what cannot be read for the moment is told, and left."""
        review, page = self._view.review.id if self._view else "", tuple[LogLine, ...]()
        try:
            page = entries(self.desk, review, newer=self._lines, limit=limit)
        except Problem as problem:
            tell_problem(self.app, problem)
        self._ended = len(page) < limit
        self._lines += page

    def _held(self) -> list[LogLine]:
        return [line for line in self._lines if not self._words or holds(line, self._words)]

    def _draw(self) -> None:
        self._grid.empty = NO_MATCH if self._words else NOTHING
        rows = [_row(line) for line in self._held()]
        said = [nth for nth in range(len(COLUMNS)) if any(_said(row.cells[nth]) for row in rows)]
        shown = [Row(row.key, tuple(row.cells[nth] for nth in said), row.tone) for row in rows]
        self._grid.put([COLUMNS[nth] for nth in said], shown)
        self._tell()

    @on(Grid.Moved)
    def _moved(self) -> None:
        if self._grid.rows and self._grid.key == self._grid.rows[-1].key:
            self._more()
        self._tell()

    def _scrolled(self) -> None:
        if self._grid.scroll_y >= self._grid.max_scroll_y > 0:
            self._more()

    def _more(self) -> None:
        """Show the next page, if there is one."""
        if not self._ended:
            self._read_on()
            self._draw()

    @on(Grid.Chosen)
    def _open(self) -> None:
        """Open the thing that was changed, if it is still there."""
        address = self.address()
        if address and self._view and thing(self._view.review, address):
            self.post_message(self.Open(address))

    def _tell(self) -> None:
        """Tell the change under the cursor in full."""
        line, whole = self._line, self.query_one("#log-whole", Static)
        if line is None:
            whole.update("")
            return
        place = f"{line.address}: " if line.address else ""
        whole.update(
            words(
                (f"{line.number}  ", "title"),
                (f"{line.when}, {line.by}", "quiet"),
                (f"  {line.standing}" if line.standing else "", "soon" if line.undone else "quiet"),
                (f"\n{place}", "strong"),
                f"{line.what}\n{line.why}",
            )
        )


def _row(line: LogLine) -> Row:
    what = f"undone: {line.what}" if line.undone else line.what
    cells = ((str(line.number), "quiet"), line.when, line.by, line.address, what, (line.why, "quiet"))
    return Row(str(line.number), cells, "quiet" if line.undone else "")


def _said(part: Part) -> str:
    """Give the text of a cell: a column in which nothing is said is left out."""
    return part if isinstance(part, str) else part[0]
