"""The overview of a review: what a cabinet member needs on one screen, each line of it a thing with an address.

The net position is as now expected: the actual where there is one, else the forecast, else the plan as its actions
stand. Findings are apart, as they take longest to work out and a screen can show the rest before.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple

from bvtrack.app.show.colours import present
from bvtrack.app.show.status import DUE_SOON, OVERDUE, STATUSES, Status, status
from bvtrack.core.table import Cell, Line, Role, Table
from bvtrack.delivery.measures import Verdict
from bvtrack.delivery.money import label_of
from bvtrack.delivery.progress import State
from bvtrack.delivery.slippage import ON_TIME
from bvtrack.delivery.words import counted, deadline, delay, drift, money

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bvtrack.app.show.colours import Band
    from bvtrack.app.show.view import ReviewView
    from bvtrack.core.finding import Finding, Severity
    from bvtrack.core.money import Unit
    from bvtrack.delivery.measures import Level, MeasureStanding
    from bvtrack.delivery.money import NetYear
    from bvtrack.delivery.progress import Standing

WORST: Final = 5
NOT_MET: Final = "not met"
FIGURE_DUE: Final = "figure due"
USUAL: Final = (OVERDUE, DUE_SOON, *(STATUSES[one] for one in (State.NOT_STARTED, State.UNDER_WAY, State.DONE)))


class Share(NamedTuple):
    """How many actions have a status, and the address of the first of them ("" where there is none)."""

    status: Status
    number: int
    first: str


class Deed(NamedTuple):
    """An action by its deadline: its status, who answers for it, when it is due, and how late it is, in months too.

    A deadline that was moved says how far and how often: `Mar 2003 6 mo 2×`.
    """

    status: Status
    address: str
    text: str
    owner: str
    due: str
    months: str
    late: str


class Missed(NamedTuple):
    """A target line that is not met, or whose figure is due: `said` has the figures."""

    word: str
    address: str
    text: str
    said: str


class Outcomes(NamedTuple):
    """Target lines counted: met and not met, those without a figure, those not to be judged, those that want one.

    `missed` are those not met, then those whose figure is due; `first` is the address to go on from.
    """

    lines: int
    met: int
    not_met: int
    no_figure: int
    unjudged: int
    wanted: int
    first: str
    missed: tuple[Missed, ...]


class Worst(NamedTuple):
    """The worst findings, and how many there are of each severity, waived ones left out."""

    findings: tuple[Finding, ...]
    counts: tuple[tuple[Severity, int], ...]


class Glance(NamedTuple):
    """What the screen shows."""

    net: Table
    shares: tuple[Share, ...]
    bands: tuple[Band, ...]
    late: tuple[Deed, ...]
    coming: tuple[Deed, ...]
    outcomes: Outcomes


def overview(view: ReviewView) -> Glance:
    """Work the overview out, without the findings."""
    standing = view.standing
    return Glance(
        net=_net(standing.net, view.review.unit),
        shares=_shares(standing.actions),
        bands=present(view.bands),
        late=tuple(map(_deed, sorted(filter(_is_late, standing.actions), key=_lateness, reverse=True))),
        coming=tuple(map(_deed, standing.next_deadlines)),
        outcomes=_outcomes(view),
    )


def worst_findings(view: ReviewView) -> Worst:
    """Give the worst findings that are not waived."""
    from bvtrack.core.finding import Severity

    live = [finding for finding in view.findings if finding.waived is None]
    counts = Counter(finding.severity or Severity.NOTE for finding in live)
    return Worst(tuple(live[:WORST]), tuple((one, counts[one]) for one in Severity))


def _net(years: Sequence[NetYear], unit: Unit) -> Table:
    """Lay the position out, a year a column; the net as planned stands under it where it differs."""
    expected, planned = [year.expected for year in years], [year.plan for year in years]
    rows = [
        _row("Budget", "totals/budget", [one.budget for one in expected], unit),
        _row("Savings", "totals/savings", [one.savings for one in expected], unit),
        _row("Income", "totals/income", [one.income for one in expected], unit),
        _row("Net", "review/net", [one.net for one in expected], unit, Role.TOTAL),
    ]
    if planned != expected:
        rows.append(_row("Net planned", "review/net", [one.net for one in planned], unit, Role.MEMO))
    so_far = tuple(Cell(money(one.so_far, unit), address="review/net") for one in expected)
    rows.append((Line("Cumulative", Role.MEMO), (*so_far, Cell(address="review/net"))))
    heads = [Line(label_of(year.year) or "No year", numeric=True) for year in years]
    return Table(
        name="net position",
        title="Net position",
        unit=unit,
        columns=(*heads, Line("Total", Role.TOTAL, numeric=True)),
        rows=tuple(line for line, _ in rows),
        cells=tuple(cells for _, cells in rows),
    )


def _row(
    label: str, address: str, amounts: Sequence[int], unit: Unit, role: Role = Role.ITEM
) -> tuple[Line, tuple[Cell, ...]]:
    """Give a row of amounts and their sum; nought is a dash."""
    texts = (money(pence, unit) if pence else "–" for pence in (*amounts, sum(amounts)))
    return Line(label, role), tuple(Cell(text, address=address) for text in texts)


def _shares(actions: Iterable[Standing]) -> tuple[Share, ...]:
    """Count actions by status, the late first; the usual statuses are told even of none."""
    held: defaultdict[Status, list[str]] = defaultdict(list)
    for one in actions:
        held[status(one)].append(one.address)
    others = (one for one in STATUSES.values() if one not in USUAL and one in held)
    return tuple(Share(one, len(held[one]), next(iter(held[one]), "")) for one in (*USUAL, *others))


def _is_late(one: Standing) -> bool:
    """Tell whether an open action is behind the deadline approved with the plan, overdue or by its own forecast."""
    return not one.closed and (one.overdue or (one.slippage or ON_TIME) > ON_TIME)


def _lateness(one: Standing) -> tuple[bool, int]:
    return one.overdue, (one.slippage or ON_TIME).days


def _deed(one: Standing) -> Deed:
    late = one.slippage or ON_TIME
    return Deed(
        status=status(one),
        address=one.address,
        text=one.text,
        owner=one.owner,
        due=" ".join(filter(None, (deadline(one.current), drift(one)))),
        months=counted(late.months, "month") if late.days else "",
        late=delay(late),
    )


def _outcomes(view: ReviewView) -> Outcomes:
    lines = view.standing.measures
    verdicts = Counter(line.verdict for line in lines)
    wanted = [line for line in lines if line.due]
    missed = [_missed(NOT_MET, line, line.target) for line in lines if line.verdict is Verdict.NOT_MET]
    missed += [_missed(FIGURE_DUE, line, line.next) for line in wanted]
    return Outcomes(
        lines=len(lines),
        met=verdicts[Verdict.MET],
        not_met=verdicts[Verdict.NOT_MET],
        no_figure=verdicts[Verdict.NO_FIGURE],
        unjudged=verdicts[None],
        wanted=len(wanted),
        first=next((one.address for one in missed), lines[0].address if lines else ""),
        missed=tuple(missed),
    )


def _missed(word: str, line: MeasureStanding, target: Level | None) -> Missed:
    """Say what a target asks for and, where it is not met, what it came to."""
    asked = " by ".join(filter(None, (target.text, target.period))) if target else ""
    came = f"{line.actual.text}, not " if line.actual and word == NOT_MET else ""
    return Missed(word, line.address, line.text, f"{came}{asked}")
