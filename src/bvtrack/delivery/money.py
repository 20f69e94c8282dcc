"""Where a review's money stands on a day: plan, forecast and actual by stream, recommendation and financial year.

The plan is the profile as approved; the latest forecast and actual dated up to the day count. An actual told before its
year is over is one to date: the year is then expected to end as forecast, or as planned less what waiting for actions
costs (`delivery.waiting`), and at no less than there is. All amounts are whole pence; a layer that says nothing is
None, which is not nought. Sums pass over what is not known.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, Final, NamedTuple

from bvtrack.core.finance import STREAMS, TOTAL, profile_of, year_columns
from bvtrack.core.financial_year import FinancialYear, read_year
from bvtrack.core.money import MoneyKind
from bvtrack.delivery.days import up_to

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from bvtrack.core.event import MoneyEvent
    from bvtrack.core.finance import YearColumn
    from bvtrack.core.money import Money
    from bvtrack.core.review import Recommendation, Review, Stream
    from bvtrack.delivery.waiting import Waiting

_NOTHING_PLANNED: Final = frozenset({MoneyKind.BLANK, MoneyKind.DASH})


@dataclass(frozen=True, slots=True)
class Layers:
    """Plan, forecast and actual in pence. `known` is false where the plan prints what is no single amount (TBC).

    `late` is what a late start takes from the plan, or brings to another year, `never` what is lost as it never starts.
    `mitigated` is what other measures are told to make up for. `final` is false for an actual of a year still open.
    """

    plan: int | None = None
    forecast: int | None = None
    actual: int | None = None
    known: bool = True
    late: int = 0
    never: int = 0
    mitigated: int | None = None
    final: bool = True

    @property
    def by_dates(self) -> int | None:
        """What the plan comes to as its actions stand; the plan where nothing waits."""
        waits = self.late + self.never
        return (self.plan or 0) + waits if waits else self.plan

    @property
    def outturn(self) -> int | None:
        """What it came to, or is told to come to: the actual once final, else the forecast; None without either.

        An actual to date counts where it is already as much as is forecast or planned.
        """
        if self.actual is None or self.final:
            return self.forecast if self.actual is None else self.actual
        least = self.plan if self.forecast is None else self.forecast
        return self.actual if abs(self.actual) >= abs(least or 0) else self.forecast

    @property
    def expected(self) -> int | None:
        """What counts now: the outturn, or else the plan as its actions stand, and no less than there is."""
        if self.outturn is not None:
            return self.outturn
        more = self.actual is not None and abs(self.actual) > abs(self.by_dates or 0)
        return self.actual if more else self.by_dates

    @property
    def variance(self) -> int | None:
        """Outturn less plan, where nothing planned is nought; None without an outturn, or where the plan is open."""
        return self.outturn - (self.plan or 0) if self.outturn is not None and self.known else None

    @property
    def at_risk(self) -> int:
        """What waiting takes from the plan where no outturn says better; less than nought where it brings money."""
        return (self.plan or 0) - (self.expected or 0) if self.outturn is None else 0


@dataclass(frozen=True, slots=True)
class Line:
    """The money of a recommendation in a stream and a year; `year` is the label of one that cannot be read as one.

    `year` is empty where the profile prints its total and no years. `because` is the last reason told for it.
    """

    stream: Stream
    recommendation: str
    year: FinancialYear | str
    money: Layers
    because: str | None = None

    @property
    def address(self) -> str:
        """Its address: `2/savings/2004-05`, or `2/savings` for all years."""
        label = label_of(self.year)
        return f"{self.recommendation}/{self.stream}" + (f"/{label}" if label else "")


@dataclass(frozen=True, slots=True)
class StreamStanding:
    """A stream over all recommendations and years; `variance` sums what the lines with an outturn vary by."""

    stream: Stream
    plan: int | None
    forecast: int | None
    actual: int | None
    variance: int | None
    expected: int | None
    at_risk: int = 0


class Position(NamedTuple):
    """The streams of a year in pence, what is not known left out, and the net position up to the year's end."""

    budget: int
    savings: int
    income: int
    so_far: int

    @property
    def net(self) -> int:
        """Budget less savings and income."""
        return self.budget - self.savings - self.income


@dataclass(frozen=True, slots=True)
class NetYear:
    """A year's position as planned, and as now expected."""

    year: FinancialYear | str
    plan: Position
    expected: Position


def label_of(year: FinancialYear | str) -> str:
    """Write a year as this project does; a label that is no year stays as printed."""
    return year.label if isinstance(year, FinancialYear) else year


def lines(review: Review, as_at: date, waits: Iterable[Waiting] = ()) -> tuple[Line, ...]:
    """Give the lines that have a plan, a forecast or an actual: by stream, recommendation and year.

    `waits` are the cost lines that wait for actions, whose money moves.
    """
    columns = year_columns(review)
    moved: dict[tuple[str, Stream], list[Waiting]] = {}
    for one in waits:
        moved.setdefault((one.recommendation, one.stream), []).append(one)
    return tuple(
        line
        for stream in STREAMS
        for recommendation in review.recommendations
        for line in _lines(
            _Plan(review, recommendation, stream, columns), as_at, moved.pop((recommendation.id, stream), ())
        )
    )


def streams(lines: Iterable[Line]) -> tuple[StreamStanding, ...]:
    """Sum the lines of each stream; a layer no line has is None."""
    found: defaultdict[Stream, list[Layers]] = defaultdict(list)
    for line in lines:
        found[line.stream].append(line.money)
    return tuple(
        StreamStanding(
            stream=stream,
            plan=known_sum(one.plan for one in found[stream]),
            forecast=known_sum(one.forecast for one in found[stream]),
            actual=known_sum(one.actual for one in found[stream]),
            variance=known_sum(one.variance for one in found[stream]),
            expected=known_sum(one.expected for one in found[stream]),
            at_risk=sum(one.at_risk for one in found[stream]),
        )
        for stream in STREAMS
        if stream in found
    )


def net(review: Review, lines: Sequence[Line]) -> tuple[NetYear, ...]:
    """Give the net position by year, those of the plan in any case, and last what is in no year."""
    years = sorted({*review.period.years, *(line.year for line in lines)}, key=_in_time)
    plan = _positions(years, ((line, line.money.plan) for line in lines))
    expected = _positions(years, ((line, line.money.expected) for line in lines))
    return tuple(map(NetYear, years, plan, expected))


def paid_back(years: Iterable[tuple[FinancialYear | str, Position]]) -> FinancialYear | str | None:
    """Give the first year by whose end savings and income have covered the budget so far.

    None where there is no budget, and where they have not covered it by the end.
    """
    positions = list(years)
    if not any(at.budget for _, at in positions) or positions[-1][1].so_far > 0:
        return None
    return next((year for year, at in positions if at.net and at.so_far <= 0), None)


def _positions(
    years: Sequence[FinancialYear | str], amounts: Iterable[tuple[Line, int | None]]
) -> tuple[Position, ...]:
    sums: Counter[tuple[FinancialYear | str, Stream]] = Counter()
    for line, pence in amounts:
        sums[line.year, line.stream] += pence or 0
    alone = [Position(sums[year, "budget"], sums[year, "savings"], sums[year, "income"], 0) for year in years]
    so_far = accumulate(position.net for position in alone)
    return tuple(position._replace(so_far=net) for position, net in zip(alone, so_far, strict=True))


def by_time(dated: tuple[FinancialYear | str, object]) -> tuple[bool, int, str]:
    """Give the key that sorts things by their years: those of labels that are no years stand last."""
    return _in_time(dated[0])


def _in_time(year: FinancialYear | str) -> tuple[bool, int, str]:
    return (False, year.start_year, "") if isinstance(year, FinancialYear) else (True, 0, year)


class _Plan(NamedTuple):
    """A stream of a recommendation, and the columns of years its profile is printed in."""

    review: Review
    recommendation: Recommendation
    stream: Stream
    columns: Sequence[YearColumn]


def _lines(of: _Plan, as_at: date, waits: Sequence[Waiting]) -> Iterator[Line]:
    planned = planned_by_year(of.recommendation, of.stream, of.columns)
    told = _events(of, as_at)
    late, never = _moved(waits, never=False), _moved(waits, never=True)
    heard = {year for year, events in told.items() if events.keys() - {"note"}}
    for year in sorted({*planned, *late, *heard}, key=_in_time):
        money, events = planned.get(year), told.get(year, {})
        nothing = money is None or money.kind in _NOTHING_PLANNED
        actual = events.get("actual")
        layers = Layers(
            plan=None if money is None else money.pence,
            forecast=_pence(events.get("forecast")),
            actual=_pence(actual),
            known=nothing or (money is not None and money.pence is not None),
            late=late[year],
            never=never[year],
            mitigated=_pence(events.get("mitigated")),
            final=actual is None or not isinstance(year, FinancialYear) or actual.date >= year.end,
        )
        because = next((event.reason for event in reversed(events.values()) if event.reason), None)
        yield Line(of.stream, of.recommendation.id, year, layers, because)


def _moved(waits: Iterable[Waiting], *, never: bool) -> Counter[FinancialYear | str]:
    """Add up what waiting does to each year, of lines that start late or of those that never start."""
    sums: Counter[FinancialYear | str] = Counter()
    for one in waits:
        if (one.start is None) == never:
            sums.update(one.moved)
    return sums


def planned_by_year(
    recommendation: Recommendation, stream: Stream, columns: Sequence[YearColumn]
) -> dict[FinancialYear | str, Money]:
    """Give the amounts of a profile by year, a year's first label winning; its total where it prints no years."""
    profile = profile_of(recommendation, stream) or {}
    found = {
        column.line.year or column.line.label: profile[label]
        for column in columns
        for label in reversed(column.labels)
        if label in profile
    }
    return found or ({"": profile[TOTAL]} if TOTAL in profile else {})


def _events(of: _Plan, as_at: date) -> dict[FinancialYear | str, dict[str, MoneyEvent]]:
    """Give the latest event of each kind for each year, in the order told."""
    found: dict[FinancialYear | str, dict[str, MoneyEvent]] = {}
    for event in up_to(as_at, of.recommendation.events):
        if event.stream == of.stream and (event.value is not None or event.kind == "note"):
            years = read_year(event.year, of.review.date).years
            kinds = found.setdefault(years[0] if len(years) == 1 else event.year, {})
            kinds.pop(event.kind, None)
            kinds[event.kind] = event
    return found


def _pence(event: MoneyEvent | None) -> int | None:
    return event.value.pence if event is not None and event.value is not None else None


def known_sum(amounts: Iterable[int | None]) -> int | None:
    """Sum the amounts that are known; None where none is."""
    known = [amount for amount in amounts if amount is not None]
    return sum(known) if known else None
