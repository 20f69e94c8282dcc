"""The Findings pane: what the rules find, worst first, and what the chosen finding's rule is about beside it.

Enter and `g` go to the figure, `w` accepts a finding on purpose. Where there is no room beside the list the finding
stands below it, and Enter opens the rule's page.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, Final

from textual import on
from textual.containers import VerticalScroll
from textual.widgets import Static

from bvtrack.app.show.findings import groups, home, manual_page, tally, waiver
from bvtrack.tui.actions import bindings
from bvtrack.tui.columns import Column, Row
from bvtrack.tui.grid import Grid
from bvtrack.tui.pane import Pane
from bvtrack.tui.screens.page import Page
from bvtrack.tui.text import lines, tell

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual import events
    from textual.app import ComposeResult

    from bvtrack.app.show.findings import Group
    from bvtrack.app.show.view import ReviewView
    from bvtrack.core.finding import Finding
    from bvtrack.tui.text import Part

WIDE: Final = 110  # from so many cells on the rule's page stands beside the list
COLUMNS: Final = (
    Column("code", "Code"),
    Column("name", "Rule", drop=1),
    Column("address", "Where"),
    Column("message", "What", flex=True, least=30),
)
_RUNNING: Final = "The rules are running …"
_NOTHING: Final = "Nothing found: all figures, dates and names hold together."
_TONES: Final = {"title": "title", "heading": "strong", "code": "quiet"}


class Findings(Pane):
    """The pane; `7` shows it."""

    BINDINGS: ClassVar = bindings("findings")

    def __init__(self, id: str | None = None) -> None:  # noqa: A002 — Textual's name
        super().__init__(id=id)
        self._view: ReviewView | None = None
        self._groups: tuple[Group, ...] | None = None
        self._words = ""

    def compose(self) -> ComposeResult:
        """Put the list beside what the chosen finding says."""
        yield Grid(empty=_RUNNING)
        with VerticalScroll(id="finding", can_focus=False):
            yield Static("", id="finding-text")

    def show(self, view: ReviewView) -> None:
        """Draw the findings, which take a moment to work out the first time."""
        self._view = view
        self.call_after_refresh(self._look, view)

    def address(self) -> str | None:
        """Give the address of what the chosen finding is about."""
        chosen = self._chosen()
        return chosen.address if chosen else None

    def focus_main(self) -> None:
        """Put the focus on the list."""
        self.query_one(Grid).focus()

    def go_to(self, address: str) -> bool:
        """Go to the first finding about a thing; `FIN106 1/budget` names the rule too."""
        if self._groups is None and self._view is not None:
            self._look(self._view)
        code, _, where = address.rpartition(" ")
        found = (one for one in self._all() if one.address == where and code in {"", one.code})
        first = next(found, None)
        return first is not None and self.query_one(Grid).move_to(_key(first))

    def filter(self, text: str) -> None:
        """Show only the findings that hold the text."""
        self._words = text.casefold()
        self._draw()

    def on_resize(self, event: events.Resize) -> None:
        """Put the finding beside the list or below it."""
        self.set_class(event.size.width < WIDE, "narrow")
        self.call_after_refresh(self._tell)

    def action_jump(self) -> None:
        """Go to what the finding is about, where a pane shows it; else open it."""
        chosen = self._chosen()
        if chosen is None or self._view is None:
            return
        place = home(self._view.review, chosen.address)
        self.post_message(self.Jump(place.pane, place.address) if place else self.Open(chosen.address))

    def action_waive(self) -> None:
        """Accept the finding."""
        chosen = self._chosen()
        if chosen is not None and chosen.waived is None:
            self.post_message(self.Waive(chosen.code, chosen.address))
        elif chosen is not None:
            tell(self.app, waiver(chosen))

    def action_rerun(self) -> None:
        """Run the rules again."""
        if self._view is not None:
            self._view = replace(self._view)
            self._look(self._view)
            tell(self.app, tally(self._view), title="The rules were run")

    @on(Grid.Chosen)
    def _entered(self, event: Grid.Chosen) -> None:
        """Go to the figure where the page is in sight, else open the page."""
        event.stop()
        chosen = self._chosen()
        if not self.has_class("narrow"):
            self.action_jump()
        elif chosen is not None:
            said = [*_finding(chosen), (), *_manual(chosen.code)][1:]  # the title of the page says what the first does
            self.app.push_screen(Page(f"{chosen.code} {chosen.name}, {chosen.address}", said))

    def _look(self, view: ReviewView) -> None:
        if view is self._view:
            self._groups = groups(view)
            self.query_one(Grid).empty = _NOTHING
            self._draw()

    def _all(self) -> Iterator[Finding]:
        return (one for group in self._groups or () for one in group.findings)

    def _chosen(self) -> Finding | None:
        key = self.query_one(Grid).key
        return next((one for one in self._all() if _key(one) == key), None)

    def _draw(self) -> None:
        rows = [row for group in self._groups or () for row in _rows(group, self._words)]
        self.query_one(Grid).put(COLUMNS, rows)
        self._tell()

    @on(Grid.Moved)
    def _tell(self) -> None:
        """Say the chosen finding in full, and its rule's page where there is room."""
        chosen = self._chosen()
        said = list(_finding(chosen)) if chosen else []
        if chosen and not self.has_class("narrow"):
            said += [(), *_manual(chosen.code)]
        self.query_one("#finding-text", Static).update(lines(said))
        self.query_one("#finding", VerticalScroll).scroll_home(animate=False)


def _key(one: Finding) -> str:
    """Give the key of a finding's row: one that is waived goes, and leaves the cursor at the one after it."""
    return f"{one.fingerprint} waived" if one.waived else one.fingerprint


def _rows(group: Group, words: str) -> Iterator[Row]:
    """Yield the heading of a group and its findings that hold the words."""
    tone = str(group.severity or "quiet")
    kept = [one for one in group.findings if words in f"{one.code} {one.name} {one.address} {one.message}".casefold()]
    if kept:
        yield Row(group.title, ((group.title, tone),), heading=True)
    for one in kept:
        quiet = "quiet" if one.waived else ""
        name, message = (one.name, "quiet"), " ".join(one.message.split())
        yield Row(_key(one), ((one.code, quiet or tone), name, one.address, message), tone=quiet)


def _finding(one: Finding) -> Iterator[Sequence[Part]]:
    """Say a finding: its rule and severity, its message, the readings that explain it, who waived it."""
    severity = str(one.severity or "note")
    yield (f"{one.code} {one.name}", "title"), "  ", (severity, severity), (f"  {one.address}", "quiet")
    yield (one.message,)
    if one.figures:
        said = one.figures
        yield (
            (f"printed {said.printed}, computed {said.computed}, difference {said.difference} {said.unit}", "quiet"),
        )
    for hint in one.hints:
        yield ("→ ", "accent"), hint
    if one.waived:
        yield ((waiver(one), "quiet"),)


def _manual(code: str) -> Iterator[Sequence[Part]]:
    """Draw a rule's page; its title is left out, as the finding says it, and what it quotes of a file is accented."""
    for line in manual_page(code)[2:]:
        if line.kind == "text":
            yield [(piece, "accent" if nth % 2 else "") for nth, piece in enumerate(line.text.split("`"))]
        else:
            yield ((f"  {line.text}" if line.kind == "code" else line.text, _TONES[line.kind]),)
