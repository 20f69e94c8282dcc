"""When the money of cost lines can fall, and whether that gives a profile.

One-off money falls in the plan's first year, or in the year its line names. Annual money runs every year from a start
year of its own, possibly after the plan, unless its line names its start or end. Every choice of starts is tried.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from operator import add
from typing import TYPE_CHECKING

from bvtrack.checks.figures.intervals import NOTHING, Figure, figure_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bvtrack.core.finance import Amount
    from bvtrack.core.financial_year import FinancialYear
    from bvtrack.core.review import Rounding

MOST = 10_000
"""How many different sums by year are tried before a fit is given up as too large to search."""

Profile = tuple[Figure, ...]
"""What may be spent in each year of a run of years."""


@dataclass(frozen=True, slots=True)
class Course:
    """One amount of a cost line and when it can start; None among `starts` is after the plan.

    `first` is a part-year amount in the first year, `end` the last year it runs.
    """

    amount: Amount
    figure: Figure
    once: bool
    starts: tuple[FinancialYear | None, ...]
    first: Figure | None = None
    end: FinancialYear | None = None

    def by_year(self, start: FinancialYear | None, years: Sequence[FinancialYear]) -> Profile:
        """Give what falls in each year when it starts in `start`."""
        return tuple(self._in(year, start) for year in years)

    def _in(self, year: FinancialYear, start: FinancialYear | None) -> Figure:
        if start is None or year < start or (self.once and year > start) or (self.end is not None and year > self.end):
            return NOTHING
        return self.first if self.first is not None and year == start else self.figure


@dataclass(frozen=True, slots=True)
class Choice:
    """A start for each course, what that gives by year, and the half pence it is from the profile over all years."""

    starts: tuple[FinancialYear | None, ...]
    by_year: Profile
    distance: int


def course_of(amount: Amount, plan: FinancialYear, years: Sequence[FinancialYear], rounding: Rounding) -> Course | None:
    """Say when an amount can fall in a profile of `years` where the plan starts in the year `plan`.

    None where the amount, or its part-year amount, states no one figure.
    """
    line = amount.line
    figure = figure_of(amount.money, rounding)
    first = figure_of(line.first, rounding) if line.first is not None else None
    if figure is None or (line.first is not None and (first is None or amount.money is not line.value)):
        return None
    printed = (line.year or line.start) if amount.once else (line.start or line.year)
    unsaid = (plan,) if amount.once else (*years, None)
    starts = printed.years if printed is not None else unsaid
    return Course(amount, figure, amount.once, starts, first, line.end.years[-1] if line.end else None)


def nearest(
    courses: Sequence[Course], profile: Profile, years: Sequence[FinancialYear], most: int = MOST
) -> Choice | None:
    """Give the choice of starts nearest a profile, the earliest starts among equals; None above `most` different sums.

    Near is the least sum of yearly differences; 0 is a fit.
    """
    reached: dict[tuple[int, ...], tuple[int, ...]] = {(0,) * (3 * len(years)): ()}
    for course in courses:
        ways = [_flat(course.by_year(start, years)) for start in course.starts]
        further: dict[tuple[int, ...], tuple[int, ...]] = {}
        for sums, chosen in reached.items():
            for number, way in enumerate(ways):
                further.setdefault(tuple(map(add, sums, way)), (*chosen, number))
            if len(further) > most:
                return None
        reached = further
    best, distance = _nearest(reached, profile)
    starts = tuple(course.starts[number] for course, number in zip(courses, reached[best], strict=True))
    return Choice(starts, _profile(best), distance)


def annual(course: Course, years: Sequence[FinancialYear]) -> Course:
    """Give a one-off as if it were an annual cost, from any year on."""
    return replace(course, once=False, starts=(*years, None))


def _flat(profile: Profile) -> tuple[int, ...]:
    return tuple(part for figure in profile for part in (figure.pence, figure.low, figure.high))


def _profile(flat: tuple[int, ...]) -> Profile:
    return tuple(Figure(*flat[at : at + 3]) for at in range(0, len(flat), 3))


def _nearest(reached: Iterable[tuple[int, ...]], profile: Profile) -> tuple[tuple[int, ...], int]:
    """Give the first of those nearest a profile and its distance: over the years, how far it stays in half pence.

    A fit ends the search, as nothing is nearer.
    """
    best: tuple[int, ...] = ()
    least = None
    for flat in reached:
        apart = 0
        for printed, low, high in zip(profile, flat[1::3], flat[2::3], strict=True):
            if low > printed.high:
                apart += low - printed.high
            elif high < printed.low:
                apart += printed.low - high
        if least is None or apart < least:
            best, least = flat, apart
        if not apart:
            break
    return best, least or 0
