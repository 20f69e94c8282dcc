"""The Outcomes pane: every measure and where it stands, the chosen one below with its figures by period and a chart."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual import on
from textual.containers import Horizontal
from textual.widgets import Static

from bvtrack.app.show.day import said as said_day
from bvtrack.app.show.outcomes import course, outcomes
from bvtrack.tui.blocks import fitted, wrapped
from bvtrack.tui.columns import Column, Row
from bvtrack.tui.grid import Grid
from bvtrack.tui.pane import Pane
from bvtrack.tui.text import lines
from bvtrack.tui.trajectory import can_be_drawn, draw, new_chart

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.app import ComposeResult

    from bvtrack.app.show.outcomes import Course, Group, Outcome
    from bvtrack.app.show.view import ReviewView
    from bvtrack.tui.text import Part

COLUMNS: Final = (
    Column("address", "Ref"),
    Column("text", "Measure", flex=True, least=24),
    Column("of", "Of", drop=4),
    Column("way", "Good is", drop=2),
    Column("baseline", "Baseline", drop=3),
    Column("target", "Target"),
    Column("actual", "Latest"),
    Column("status", "Standing"),
)
_EMPTY: Final = "No outcome measures yet: add one with  bvtrack add REC measure text=…"
_LONGEST: Final = 22  # cells of a figure in the list by period
_MOST_PRINT: Final = 3  # lines of the print of a target
_MOST_TITLE: Final = 3  # lines
_LABEL: Final = 11  # cells before what is told


class Outcomes(Pane):
    """The pane; `4` shows it."""

    def __init__(self, id: str | None = None) -> None:  # noqa: A002 — Textual's name
        super().__init__(id=id)
        self._view: ReviewView | None = None
        self._groups: tuple[Group, ...] = ()
        self._words = ""
        self._chart = new_chart()

    def compose(self) -> ComposeResult:
        """Put the list over the figures of the chosen measure and their chart."""
        yield Grid(empty=_EMPTY)
        with Horizontal(id="outcome"):
            yield Static("", id="outcome-figures")
            if self._chart is not None:
                yield self._chart

    def on_mount(self) -> None:
        """Draw the chart in the colours of another theme when there is one."""
        self.app.theme_changed_signal.subscribe(self, lambda _: self._tell())

    def show(self, view: ReviewView) -> None:
        """Draw the measures."""
        self._view = view
        self._groups = outcomes(view)
        self._draw()

    def address(self) -> str | None:
        """Give the address of the measure or the target line under the cursor."""
        return self.query_one(Grid).key

    def focus_main(self) -> None:
        """Put the focus on the list."""
        self.query_one(Grid).focus()

    def go_to(self, address: str) -> bool:
        """Go to a measure or one of its lines."""
        grid = self.query_one(Grid)
        return grid.move_to(address) or grid.move_to(address.partition("/")[0])

    def filter(self, text: str) -> None:
        """Show only the measures that hold the text."""
        self._words = text.casefold()
        self._draw()

    def on_resize(self) -> None:
        """Draw the chosen measure for the room there is."""
        self.call_after_refresh(self._tell)

    @on(Grid.Chosen)
    def _chosen(self, event: Grid.Chosen) -> None:
        event.stop()
        self.post_message(self.Open(event.key))

    def _draw(self) -> None:
        rows = [row for group in self._groups for row in _rows(group, self._words)]
        self.query_one(Grid).put(COLUMNS, rows)
        self._tell()

    @on(Grid.Moved)
    def _tell(self) -> None:
        """Draw the measure under the cursor."""
        address = self.address()
        chosen = next((one for group in self._groups for one in group.outcomes if one.address == address), None)
        drawn = course(self._view, chosen.address) if self._view and chosen else None
        box = self.query_one("#outcome-figures", Static)
        box.update(lines(_said(chosen, drawn, max(box.size.width, 20)) if chosen else ()))
        if self._chart is not None:
            self._chart.display = can_be_drawn(drawn)
            if drawn is not None and can_be_drawn(drawn):
                draw(self._chart, drawn)


def _rows(group: Group, words: str) -> Iterator[Row]:
    """Yield a heading for the recommendation and its measures that hold the words."""
    kept = [one for one in group.outcomes if words in f"{one.address} {one.text} {one.of} {one.printed}".casefold()]
    if kept:
        yield Row(f"rec {group.address}", ((f"{group.address}  {group.text}", "title"),), heading=True)
    for one in kept:
        text: Part = (f"  {one.text}", "quiet") if one.under else one.text
        status = (f"{one.status.letter} {one.status.word}".rstrip(), str(one.status.tone))
        yield Row(
            one.address,
            ((one.address, "quiet"), text, (one.of, "quiet"), one.way, one.baseline, one.target, one.actual, status),
        )


def _said(one: Outcome, drawn: Course | None, width: int) -> Iterator[Sequence[Part]]:
    """Say the chosen measure: its words, its figures by period, its print."""
    start = f"{one.address}  "
    most = 1 if can_be_drawn(drawn) else _MOST_TITLE
    for nth, line in enumerate(wrapped(one.text, width - len(start), most=most)):
        yield (start if not nth else " " * len(start), "title"), (line, "strong")
    said = " · ".join(part for part in (one.way, f"of {one.of}" if one.of else "") if part)
    if said:
        yield ((said, "quiet"),)
    if drawn is not None and drawn.marks:
        yield from _figures(drawn)
    if can_be_drawn(drawn) and drawn is not None:
        yield (("┄ target", "accent"), "  ", ("● actual", "warning"), (f"  │ {said_day(drawn.as_at)}", "quiet"))
    for told in drawn.told if drawn is not None else ():
        for nth, line in enumerate(wrapped(told.text, width - _LABEL, most=_MOST_TITLE)):
            yield (f"{'' if nth else told.label:{_LABEL}}", "quiet"), (line, str(told.tone or ""))
    if one.printed and one.printed != one.text:
        yield from (((line, "quiet"),) for line in wrapped(f"“{one.printed}”", width, most=_MOST_PRINT))
    if one.note:
        yield ("Note  ", "quiet"), one.note


def _figures(drawn: Course) -> Iterator[Sequence[Part]]:
    """Yield the figures by period."""
    period = max(6, *(len(mark.period) for mark in drawn.marks))
    aim = min(_LONGEST, max(6, *(len(mark.target) for mark in drawn.marks)))
    yield ((f"{'':{period}}  {'target':>{aim}}  actual", "quiet"),)
    for mark in drawn.marks:
        start = ("  start", "quiet") if mark.start else ""
        target = fitted(mark.target, aim, right=True)
        yield (f"{mark.period:{period}}  ", "quiet"), target, (f"  {mark.actual:>6}", "strong"), start
