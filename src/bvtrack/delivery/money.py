"""Where a review's money stands on a day: plan, forecast and actual by stream, recommendation and financial year.

The plan is the profile as approved; the latest forecast and actual dated up to the day count. All amounts are whole
pence; a layer that says nothing is None, which is not nought. Sums pass over what is not known.
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
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from bvtrack.core.finance import YearColumn
    from bvtrack.core.money import Money
    from bvtrack.core.review import Recommendation, Review, Stream

_NOTHING_PLANNED: Final = frozenset({MoneyKind.BLANK, MoneyKind.DASH})


@dataclass(frozen=True, slots=True)
class Layers:
    """Plan, forecast and actual in pence. `known` is false where the plan prints what is no single amount (TBC)."""

    plan: int | None = None
    forecast: int | None = None
    actual: int | None = None
    known: bool = True

    @property
    def outturn(self) -> int | None:
        """What it came to, or is expected to: the actual, else the forecast; None where there is neither."""
        return self.forecast if self.actual is None else self.actual

    @property
    def expected(self) -> int | None:
        """What counts now: the outturn, or else the plan."""
        return self.plan if self.outturn is None else self.outturn

    @property
    def variance(self) -> int | None:
        """Outturn less plan, where nothing planned is nought; None without an outturn, or where the plan is open."""
        return self.outturn - (self.plan or 0) if self.outturn is not None and self.known else None


@dataclass(frozen=True, slots=True)
class Line:
    """The money of a recommendation in a stream and a year; `year` is the label of one that cannot be read as one.

    `year` is empty where the profile prints its total and no years.
    """

    stream: Stream
    recommendation: str
    year: FinancialYear | str
    money: Layers

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


def lines(review: Review, as_at: date) -> tuple[Line, ...]:
    """Give the lines that have a plan, a forecast or an actual: by stream, recommendation and year."""
    columns = year_columns(review)
    return tuple(
        line
        for stream in STREAMS
        for recommendation in review.recommendations
        for line in _lines(review, recommendation, stream, columns, as_at)
    )


def streams(lines: Iterable[Line]) -> tuple[StreamStanding, ...]:
    """Sum the lines of each stream; a layer no line has is None."""
    found: defaultdict[Stream, list[Layers]] = defaultdict(list)
    for line in lines:
        found[line.stream].append(line.money)
    return tuple(
        StreamStanding(
            stream=stream,
            plan=_sum(one.plan for one in found[stream]),
            forecast=_sum(one.forecast for one in found[stream]),
            actual=_sum(one.actual for one in found[stream]),
            variance=_sum(one.variance for one in found[stream]),
            expected=_sum(one.expected for one in found[stream]),
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


def _positions(
    years: Sequence[FinancialYear | str], amounts: Iterable[tuple[Line, int | None]]
) -> tuple[Position, ...]:
    sums: Counter[tuple[FinancialYear | str, Stream]] = Counter()
    for line, pence in amounts:
        sums[line.year, line.stream] += pence or 0
    alone = [Position(sums[year, "budget"], sums[year, "savings"], sums[year, "income"], 0) for year in years]
    so_far = accumulate(position.net for position in alone)
    return tuple(position._replace(so_far=net) for position, net in zip(alone, so_far, strict=True))


def _in_time(year: FinancialYear | str) -> tuple[bool, int, str]:
    return (False, year.start_year, "") if isinstance(year, FinancialYear) else (True, 0, year)


def _lines(
    review: Review, recommendation: Recommendation, stream: Stream, columns: Sequence[YearColumn], as_at: date
) -> Iterator[Line]:
    planned = _planned(profile_of(recommendation, stream) or {}, columns)
    told = _events(review, recommendation, stream, as_at)
    for year in sorted({**planned, **told}, key=_in_time):
        money = planned.get(year)
        nothing = money is None or money.kind in _NOTHING_PLANNED
        layers = Layers(
            plan=None if money is None else money.pence,
            forecast=told.get(year, {}).get("forecast"),
            actual=told.get(year, {}).get("actual"),
            known=nothing or (money is not None and money.pence is not None),
        )
        yield Line(stream, recommendation.id, year, layers)


def _planned(profile: Mapping[str, Money], columns: Sequence[YearColumn]) -> dict[FinancialYear | str, Money]:
    """Give a profile's amounts by year, a year's first label winning; its total where it prints no years."""
    found = {
        column.line.year or column.line.label: profile[label]
        for column in columns
        for label in reversed(column.labels)
        if label in profile
    }
    return found or ({"": profile[TOTAL]} if TOTAL in profile else {})


def _events(
    review: Review, recommendation: Recommendation, stream: Stream, as_at: date
) -> dict[FinancialYear | str, dict[str, int]]:
    """Give the latest forecast and actual of each year."""
    found: dict[FinancialYear | str, dict[str, int]] = {}
    for event in up_to(as_at, recommendation.events):
        if event.stream == stream and event.value is not None and event.value.pence is not None:
            years = read_year(event.year, review.date).years
            found.setdefault(years[0] if len(years) == 1 else event.year, {})[event.kind] = event.value.pence
    return found


def _sum(amounts: Iterable[int | None]) -> int | None:
    known = [amount for amount in amounts if amount is not None]
    return sum(known) if known else None
