"""The portfolio: every review in a line, sorted by any column, narrowed as you type, with a line of totals.

Reviews are read by a worker with a connection of its own, so that keys work while a thousand of them come in.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.widgets import Static
from textual.worker import get_current_worker

from bvtrack.app.desk import open_desk
from bvtrack.app.show.colours import present, worst
from bvtrack.app.show.day import said
from bvtrack.app.show.portfolio import ORDERS, Line, amount, in_order, line, totals, with_findings
from bvtrack.app.show.view import review_view
from bvtrack.core.errors import Problem
from bvtrack.tui.actions import bindings
from bvtrack.tui.bars import Heading
from bvtrack.tui.colours import key
from bvtrack.tui.columns import Column, Row
from bvtrack.tui.grid import Grid
from bvtrack.tui.screens.full import FullScreen
from bvtrack.tui.text import tell_problem

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult

    from bvtrack.app.show.colours import Band
    from bvtrack.app.show.portfolio import Totals
    from bvtrack.tui.text import Part

COLUMNS = (
    Column("authority", "Authority", flex=True, least=16, drop=3),
    Column("service", "Service", flex=True, least=16),
    Column("date", "Date", drop=9),
    Column("overdue", "O overdue", right=True),
    Column("due", "S soon", right=True, drop=5),
    Column("under_way", "U under way", right=True, drop=7),
    Column("not_started", "N not started", right=True, drop=8),
    Column("done", "D done", right=True, drop=3),
    Column("colours", "Worst", drop=1),
    Column("budget", "Budget", right=True, drop=4),
    Column("savings", "Savings", right=True, drop=4),
    Column("income", "Income", right=True, drop=4),
    Column("net", "Net", right=True),
    Column("months", "Late", right=True),
    Column("next_day", "Next", drop=1),
    Column("findings", "Findings", right=True, drop=2),
)
NO_REVIEWS = """No reviews yet. Leave with q, then bring one in:

    bvtrack import REVIEW.toml

or look at an example:

    bvtrack demo"""
SECONDS_BETWEEN_DRAWS = 0.25


class Portfolio(FullScreen):
    """The screen; the order and the filter are its own state."""

    PLACE = "portfolio"
    BINDINGS: ClassVar = bindings("portfolio")

    def __init__(self) -> None:
        super().__init__()
        self._lines: dict[str, Line] = {}
        self._by, self._reverse = "authority", False
        self._holding = ""
        self._progress = self._trouble = ""
        self._rows: dict[tuple[str, bool], Row] = {}

    def body(self) -> ComposeResult:
        """Give the list, and the key of its colours."""
        yield Grid(id="reviews")
        yield Static("", id="reviews-key")

    def on_mount(self) -> None:
        """Begin to read the reviews, and look for what others commit."""
        self.query_one(Grid).focus()
        self._version = self.version()
        self.redate()
        self.set_interval(2, self.notice)

    def focus_main(self) -> None:
        """Put the focus on the list."""
        self.query_one(Grid).focus()

    def redate(self) -> None:
        """Read all reviews for the application's date."""
        self._progress, self._trouble = "reading", ""
        self._draw()
        self._read(self.bvtrack.day)

    def narrow(self, text: str) -> None:
        """Show the reviews that hold the text."""
        self._holding = text
        self._draw()

    def notice(self) -> None:
        """Read anew where another connection has committed."""
        if not self.in_sight():
            return
        version = self.version()
        if version is not None and version != self._version:
            self._version = version
            self.redate()

    # reading

    @work(thread=True, exclusive=True, group="portfolio")
    def _read(self, day: dt.date) -> None:
        """Read every review, first without findings, then with them; a newer reading ends this one."""
        desk = self.bvtrack.desk
        try:
            with open_desk(desk.store.path, desk.by, desk.clock, writable=False, policy=desk.policy) as own:
                names = own.reviews()
                self.app.call_from_thread(self._keep_only, names)
                self._pass("reading", names, lambda name: line(own, name, day))
                self._pass("checking", names, lambda name: with_findings(own, self._lines[name], day))
        except Problem as problem:
            self.app.call_from_thread(self._stopped, problem)

    def _stopped(self, problem: Problem) -> None:
        """Say why there is nothing more to read; the next look tries again where that was for the moment."""
        self._progress, self._version = "", None
        self._trouble = f"{problem.what}\n({problem.todo})"
        self._draw()
        tell_problem(self.app, problem)

    def _pass(self, doing: str, names: Sequence[str], make: Callable[[str], Line]) -> None:
        """Make the line of each review, and hand over what there is now and then."""
        worker, batch, drawn = get_current_worker(), list[Line](), 0.0
        for nth, name in enumerate(names, start=1):
            if worker.is_cancelled:
                return
            batch.append(make(name))
            if nth == len(names) or time.monotonic() - drawn > SECONDS_BETWEEN_DRAWS:
                progress = f"{doing} {nth:,} of {len(names):,}" if nth < len(names) else ""
                self.app.call_from_thread(self._take, tuple(batch), progress)
                batch, drawn = [], time.monotonic()

    def _keep_only(self, names: Sequence[str]) -> None:
        self._lines = {name: one for name, one in self._lines.items() if name in set(names)}
        if not names:
            self._progress = ""
            self._draw()

    def _take(self, batch: Sequence[Line], progress: str) -> None:
        self._lines |= {one.id: one for one in batch}
        for one in batch:
            self._rows.pop((one.id, True), None)
            self._rows.pop((one.id, False), None)
        self._progress = progress
        self._draw()

    # drawing

    def _draw(self) -> None:
        held = [one for one in self._lines.values() if not self._holding or one.holds(self._holding)]
        shown = in_order(held, self._by, reverse=self._reverse)
        sums = totals(shown)
        shared = sums.unit is not None
        grid = self.query_one(Grid)
        grid.empty = self._nothing()
        arrow = "▼" if self._reverse else "▲"
        columns = [
            Column(one.key, f"{one.title} {arrow}", one.right, one.flex, one.drop, one.least)
            if one.key == self._by
            else one
            for one in COLUMNS
        ]
        grid.put(
            columns, [self._row(one, shared=shared) for one in shown], _total_row(sums) if len(shown) > 1 else None
        )
        self.query_one("#reviews-key", Static).update(key(present(sums.bands)))
        count = f"{len(shown):,} of {len(self._lines):,}" if self._holding else f"{len(shown):,}"
        by = next(one.title for one in COLUMNS if one.key == self._by)
        unit = f"   money in {sums.unit.symbol} over the plan" if sums.unit else ""
        left: list[Part] = [("Reviews", "strong"), (f"  {count} by {by} {arrow}{unit}", "quiet")]
        right = [*([(f"{self._progress}  ", "quiet")] if self._progress else []), *self.speaking_for()]
        self.query_one(Heading).show(left, right)

    def _row(self, one: Line, *, shared: bool) -> Row:
        """Make the row of a line once, so that sorting and narrowing a thousand of them is quick."""
        key = (one.id, shared)
        if key not in self._rows:
            self._rows[key] = _row(one, shared=shared)
        return self._rows[key]

    def _nothing(self) -> str:
        if self._holding:
            return "no review holds these words: Esc drops the filter"
        if self._progress:
            return "reading…"
        if self._trouble:
            return self._trouble
        return NO_REVIEWS

    # what the keys do

    @on(Grid.Chosen)
    def _chosen(self, message: Grid.Chosen) -> None:
        try:
            view = review_view(self.bvtrack.desk, message.key, self.bvtrack.as_at)
        except Problem as problem:  # gone, or in use for the moment
            tell_problem(self.app, problem)
            return
        self.bvtrack.go(self.bvtrack.review_screen(message.key, view))

    @on(Grid.Headed)
    def _headed(self, message: Grid.Headed) -> None:
        self._reverse = not self._reverse if message.column == self._by else False
        self._by = message.column
        self._draw()

    def action_open(self) -> None:
        """Open the review under the cursor."""
        self.query_one(Grid).action_choose()

    def action_sort(self) -> None:
        """Sort by the next column."""
        names = [column.key for column in COLUMNS if column.key in ORDERS]
        self._by, self._reverse = names[(names.index(self._by) + 1) % len(names)], False
        self._draw()

    def action_reverse(self) -> None:
        """Turn the order round."""
        self._reverse = not self._reverse
        self._draw()

    def action_back(self) -> None:
        """Drop the filter."""
        self.drop_filter()


def _row(one: Line, *, shared: bool) -> Row:
    return Row(
        one.id,
        (
            (one.authority, "quiet"),
            one.service,
            (said(one.date), "quiet"),
            _count(one.overdue, "late"),
            _count(one.due, "soon"),
            _count(one.under_way, "going"),
            _count(one.not_started, ""),
            _count(one.done, "good"),
            _worst(one.bands),
            *(amount(pence, one.unit, shared=shared) for pence in (one.budget, one.savings, one.income, one.net)),
            (f"{one.months} mo" if one.months else "", "late" if one.overdue else "soon"),
            one.next_said,
            _found(one.findings),
        ),
    )


def _total_row(sums: Totals) -> Row:
    shared = sums.unit is not None
    cells: tuple[Part, ...] = (
        "All",
        f"{sums.reviews:,} reviews",
        "",
        *(f"{number:,}" for number in (sums.overdue, sums.due, sums.under_way, sums.not_started, sums.done)),
        _worst(sums.bands),
        *(amount(pence, sums.unit, shared=shared) for pence in (sums.budget, sums.savings, sums.income, sums.net)),
        f"{sums.months} mo" if sums.months else "",
        said(sums.next_day) if sums.next_day else "",
        _found(sums.findings)[0],
    )
    return Row("", cells, "strong")


def _worst(bands: Sequence[Band]) -> Part:
    """Write the colour that asks most, and how many actions have it: `2 red`."""
    found = worst(bands)
    return (f"{found.number:,} {found.shade.word}", found.shade.tone) if found else ""


def _count(number: int, tone: str) -> Part:
    return (f"{number:,}", tone if number else "quiet")


def _found(findings: tuple[int, int, int] | None) -> tuple[str, str]:
    """Write counts of findings with their letters: `2E 11W 5N`; dots until the rules have run."""
    if findings is None:
        return ("…", "quiet")
    said_ = " ".join(f"{number:,}{letter}" for number, letter in zip(findings, "EWN", strict=True) if number)
    return (said_ or "none", "error" if findings[0] else "warning" if findings[1] else "quiet")
