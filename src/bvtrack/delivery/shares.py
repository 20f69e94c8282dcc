"""What each cost line has of the money a recommendation plans by year, so that the shares are the plan to the penny.

The only line of a stream has all of its profile. Several share it in the order printed, none having more than is left:
a one-off in its year, an annual line from its start, which is the first year with enough left where none is printed.
What no line accounts for is a share without a line.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bvtrack.core.finance import STREAMS, amounts, profile_of, year_columns
from bvtrack.core.financial_year import FinancialYear
from bvtrack.delivery.money import planned_by_year

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from bvtrack.core.finance import Amount, YearColumn
    from bvtrack.core.review import CostLine, Review, Stream

ByYear = dict["FinancialYear | str", int]


@dataclass(frozen=True, slots=True)
class Share:
    """The money of a cost line by year, in pence; `line` is None and the address the stream's for what is left.

    `starts` is the first day the line prints to start on, where it prints any.
    """

    address: str
    recommendation: str
    stream: Stream
    line: CostLine | None
    amounts: ByYear
    starts: date | None = None

    @property
    def once(self) -> bool:
        """Whether it is spent once."""
        return self.line is not None and self.line.column == "one-off"


def shares(review: Review) -> tuple[Share, ...]:
    """Share the plan out: by recommendation, stream and cost line, last in each stream what is left of it."""
    columns = year_columns(review)
    return tuple(
        share
        for number, recommendation in enumerate(review.recommendations)
        for stream in STREAMS
        if profile_of(recommendation, stream)
        for share in _shares(review, number, stream, columns)
    )


def _shares(review: Review, number: int, stream: Stream, columns: Sequence[YearColumn]) -> Iterator[Share]:
    recommendation = review.recommendations[number]
    planned = planned_by_year(recommendation, stream, columns)
    left = {year: money.pence for year, money in planned.items() if money.pence is not None}
    lines: defaultdict[str, list[Amount]] = defaultdict(list)
    for one in amounts(review, number):
        if one.stream == stream:
            lines[one.address].append(one)
    for address, printed in lines.items():
        first = printed[0]
        taken = left if len(lines) == 1 and not first.once else _taken(review, printed, left)
        left = {year: pence - taken.get(year, 0) for year, pence in left.items()}
        starts = first.line.start.start if first.line.start else None
        yield Share(address, recommendation.id, stream, first.line, taken, starts)
    if any(left.values()):
        yield Share(f"{recommendation.id}/{stream}", recommendation.id, stream, None, left)


def _taken(review: Review, printed: Sequence[Amount], left: Mapping[FinancialYear | str, int]) -> ByYear:
    """Give what the amounts of a line take of what is left of a profile."""
    line, pence = printed[0].line, sum(one.money.pence or 0 for one in printed)
    wanted = dict.fromkeys(_years(review, printed[0], pence, left), pence)
    if line.first is not None and line.first.pence is not None and wanted:
        wanted[min(wanted)] = line.first.pence
    return {year: _within(wanted[year], amount) for year, amount in left.items() if year in wanted}


def _years(
    review: Review, one: Amount, pence: int, left: Mapping[FinancialYear | str, int]
) -> tuple[FinancialYear, ...]:
    """Give the years a line falls in."""
    line, plan = one.line, review.period.years
    if one.once:
        return ((line.year or line.start or review.period).years[0],)
    printed = line.start or line.year
    enough = (year for year in plan if abs(_within(pence, left.get(year, 0))) == abs(pence))
    start = printed.years[0] if printed else next(enough, plan[0])
    end = line.end.years[-1] if line.end else max(plan[-1], start)
    return tuple(map(FinancialYear, range(start.start_year, end.start_year + 1)))


def _within(pence: int, left: int) -> int:
    """Give as much of an amount as is left, which has its sign or is nothing."""
    return max(min(pence, left), 0) if pence > 0 else min(max(pence, left), 0)
