"""The overview of a review: what a cabinet member needs on one screen, each line of it a thing with an address.

The net position is as now expected: the actual where there is one, else the forecast, else the plan. Findings are
apart, as they take longest to work out and a screen can show the rest before.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple

from bvtrack.app.show.status import DUE_SOON, OVERDUE, STATUSES, Status, status
from bvtrack.core.finding import Severity
from bvtrack.core.table import Cell, Line, Role, Table
from bvtrack.delivery.measures import Verdict
from bvtrack.delivery.money import label_of
from bvtrack.delivery.progress import State
from bvtrack.delivery.slippage import ON_TIME
from bvtrack.delivery.words import deadline, delay, money

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bvtrack.app.show.view import ReviewView
    from bvtrack.core.finding import Finding
    from bvtrack.core.money import Unit
    from bvtrack.delivery.money import NetYear, Position
    from bvtrack.delivery.progress import Standing

WORST: Final = 5
USUAL: Final = (OVERDUE, DUE_SOON, *(STATUSES[one] for one in (State.NOT_STARTED, State.UNDER_WAY, State.DONE)))


class Share(NamedTuple):
    """How many actions have a status."""

    status: Status
    count: int


class Deed(NamedTuple):
    """An action by its deadline: who answers for it, when it is due, and how late it is."""

    address: str
    text: str
    owner: str
    due: str
    late: str


class Outcomes(NamedTuple):
    """Target lines counted: met and not met, those without a figure, those not to be judged, those that want one."""

    lines: int
    met: int
    not_met: int
    no_figure: int
    unjudged: int
    wanted: int
    first: str


class Worst(NamedTuple):
    """The worst findings, and how many there are of each severity, waived ones left out."""

    findings: tuple[Finding, ...]
    counts: tuple[tuple[Severity, int], ...]


class Overview(NamedTuple):
    """What the screen shows; `varies` says that money is now expected otherwise than planned."""

    net: Table
    varies: bool
    shares: tuple[Share, ...]
    late: tuple[Deed, ...]
    coming: tuple[Deed, ...]
    outcomes: Outcomes


def overview(view: ReviewView) -> Overview:
    """Work the overview out, without the findings."""
    standing = view.standing
    varies = any(year.plan != year.expected for year in standing.net)
    return Overview(
        net=_net(standing.net, view.review.unit, varies=varies),
        varies=varies,
        shares=_shares(standing.actions),
        late=tuple(map(_deed, sorted(filter(_is_late, standing.actions), key=_lateness, reverse=True))),
        coming=tuple(map(_deed, standing.next_deadlines)),
        outcomes=_outcomes(view),
    )


def worst_findings(view: ReviewView) -> Worst:
    """Give the worst findings that are not waived."""
    live = [finding for finding in view.findings if finding.waived is None]
    counts = Counter(finding.severity or Severity.NOTE for finding in live)
    return Worst(tuple(live[:WORST]), tuple((one, counts[one]) for one in Severity))


def _net(years: Sequence[NetYear], unit: Unit, *, varies: bool) -> Table:
    """Lay the position out, a year a column; what was planned over all years stands last where it differs."""
    expected, planned = [year.expected for year in years], [year.plan for year in years]
    rows = (
        ("Budget", Role.ITEM, "totals/budget", _budget),
        ("Savings", Role.ITEM, "totals/savings", _savings),
        ("Income", Role.ITEM, "totals/income", _income),
        ("Net", Role.TOTAL, "review/net", _alone),
    )
    cells = []
    for _, _, address, of in rows:
        amounts = [of(position) for position in expected]
        total, plan = sum(amounts), sum(map(of, planned))
        figures = [*amounts, total, *([plan, total - plan] if varies else [])]
        cells.append(tuple(Cell(money(pence, unit) if pence else "–", address=address) for pence in figures))
    so_far = [Cell(money(position.so_far, unit), address="review/net") for position in expected]
    blanks = [Cell(address="review/net")] * (3 if varies else 1)
    heads = [Line(label_of(year.year) or "No year", numeric=True) for year in years]
    last = ("Total", "Plan", "Change") if varies else ("Total",)
    return Table(
        name="net position",
        title="Net position",
        unit=unit,
        columns=(*heads, *(Line(label, Role.TOTAL, numeric=True) for label in last)),
        rows=(*(Line(label, role) for label, role, _, _ in rows), Line("Cumulative", Role.MEMO)),
        cells=(*cells, (*so_far, *blanks)),
    )


def _budget(position: Position) -> int:
    return position.budget


def _savings(position: Position) -> int:
    return position.savings


def _income(position: Position) -> int:
    return position.income


def _alone(position: Position) -> int:
    return position.net


def _shares(actions: Iterable[Standing]) -> tuple[Share, ...]:
    """Count actions by status, the late first; the usual statuses are told even of none."""
    counts = Counter(map(status, actions))
    others = (one for one in STATUSES.values() if one not in USUAL)
    return tuple(Share(one, counts[one]) for one in (*USUAL, *others) if counts[one] or one in USUAL)


def _is_late(one: Standing) -> bool:
    """Tell whether an open action is behind the deadline approved with the plan, overdue or by its own forecast."""
    return not one.closed and (one.overdue or (one.slippage or ON_TIME) > ON_TIME)


def _lateness(one: Standing) -> tuple[bool, int]:
    return one.overdue, (one.slippage or ON_TIME).days


def _deed(one: Standing) -> Deed:
    return Deed(one.address, one.text, one.owner, deadline(one.current), delay(one.slippage))


def _outcomes(view: ReviewView) -> Outcomes:
    lines = view.standing.measures
    verdicts = Counter(line.verdict for line in lines)
    wanted = [line for line in lines if line.due]
    return Outcomes(
        lines=len(lines),
        met=verdicts[Verdict.MET],
        not_met=verdicts[Verdict.NOT_MET],
        no_figure=verdicts[Verdict.NO_FIGURE],
        unjudged=verdicts[None],
        wanted=len(wanted),
        first=next((line.address for line in (*wanted, *lines)), ""),
    )
