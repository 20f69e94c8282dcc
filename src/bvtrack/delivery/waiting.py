"""Money that waits for actions: when a line now starts, which months it loses by that, and what they are worth.

A line starts on the first of the month after the last action it waits for is finished, by all that is known, and never
earlier than planned. An annual line loses the months between, each an even part of its year; pence left by division
fall in the year's last month. A one-off is not lost but moves to the year it starts in. Where an action is deleted or
superseded, or nobody says when it will be done, the line never starts and all of it is lost.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from bvtrack.core.financial_year import FinancialYear, financial_year_of
from bvtrack.delivery.money import by_time
from bvtrack.delivery.progress import CLOSED, FINISHED, HALTED
from bvtrack.delivery.shares import shares

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from bvtrack.core.review import Review, Stream
    from bvtrack.delivery.progress import Standing
    from bvtrack.delivery.shares import ByYear, Share


@dataclass(frozen=True, slots=True)
class Waiting:
    """A cost line that waits for actions, on a day; amounts are pence by year.

    `planned_start` and `start` are the first of a month; `planned_start` is None where the profile prints no years, and
    `start` where the line never starts. `held_by` is the action that decides on it: one that never ends, else the one
    that ends last. `moved` is what the wait takes from a year's amount, or brings to it.
    """

    address: str
    recommendation: str
    stream: Stream
    once: bool
    waits_for: tuple[str, ...]
    held_by: str
    planned_start: date | None
    start: date | None
    planned: Mapping[FinancialYear | str, int]
    moved: Mapping[FinancialYear | str, int]

    @property
    def late(self) -> bool:
        """Whether it starts later than planned, or never."""
        return self.start is None or (self.planned_start is not None and self.start > self.planned_start)

    @property
    def plan(self) -> int:
        """What was planned of it over all years."""
        return sum(self.planned.values())

    @property
    def lost(self) -> int:
        """What is lost of it over all years."""
        return -sum(self.moved.values())

    @property
    def lost_once(self) -> int:
        """What is lost by a late start, which is lost once."""
        return 0 if self.start is None else self.lost

    @property
    def lost_every_year(self) -> int:
        """What is lost in each full year where it never starts."""
        return self.full_year if self.start is None else 0

    @property
    def full_year(self) -> int:
        """What it comes to in a full year: the amount of its last year; nothing for what is spent once."""
        return 0 if self.once else [*self.planned.values()][-1]

    @property
    def part_year(self) -> int:
        """What is left of the year it starts in, where it loses some months of that."""
        partly = (self.planned[year] + pence for year, pence in self.moved.items() if year in self.planned)
        return next((rest for rest in partly if rest), 0)


def waiting(review: Review, standings: Iterable[Standing]) -> tuple[Waiting, ...]:
    """Give the cost lines that wait for actions and have money in the plan, where the actions stand like this."""
    if not any(line.depends_on for one in review.recommendations for line in one.costs):
        return ()
    finishes = {one.address: finish(one) for one in standings}
    return tuple(one for share in shares(review) for one in _waiting(share, finishes))


def finish(standing: Standing) -> date | None:
    """Give the day an action was or will be finished by; None where it never will be, or nobody says when.

    Work that is halted has no such day until it is forecast or re-baselined, whatever its old deadline says.
    """
    if standing.state in CLOSED:
        return standing.finished_on if standing.state in FINISHED else None
    halted = standing.state in HALTED and standing.forecast is None and standing.current == standing.baseline
    return None if halted else standing.expected


def planned_start(share: Share) -> date | None:
    """Give the first of the month a share is planned to start in; None where it has no money in any year."""
    first = _first_month(share.amounts, share.starts)
    return None if first is None else _first_of(first)


def month_after(day: date) -> date:
    """Give the first of the next month."""
    return _first_of(_month_after(day))


def _waiting(share: Share, finishes: Mapping[str, date | None]) -> Iterator[Waiting]:
    planned = {year: pence for year, pence in sorted(share.amounts.items(), key=by_time) if pence}
    known = [one for one in share.line.depends_on if one in finishes] if share.line else []
    if not (planned and known):
        return
    held_by = max(known, key=lambda one: finishes[one] or date.max)
    ends = finishes[held_by]
    first = _first_month(planned, share.starts)
    start = None if ends is None else max(first or 0, _month_after(ends))
    yield Waiting(
        address=share.address,
        recommendation=share.recommendation,
        stream=share.stream,
        once=share.once,
        waits_for=tuple(known),
        held_by=held_by,
        planned_start=None if first is None else _first_of(first),
        start=None if start is None else _first_of(start),
        planned=planned,
        moved=_moved(planned, first, start, once=share.once),
    )


def _first_month(planned: ByYear, printed: date | None) -> int | None:
    """Give the month a line is planned to start in: as printed, where that is in its first year, else its April."""
    years = [year for year, pence in planned.items() if pence and isinstance(year, FinancialYear)]
    if not years:
        return None
    in_time = printed is not None and financial_year_of(printed) == min(years)
    return _month(printed if printed is not None and in_time else min(years).start)


def _moved(planned: ByYear, first: int | None, start: int | None, *, once: bool) -> ByYear:
    """Give what a start takes from each year, or brings to it; money in no year only goes where it never starts."""
    if start is None:
        return {year: -pence for year, pence in planned.items()}
    if first is None or start == first:
        return {}
    if once:
        then = financial_year_of(_first_of(start))
        pence = sum(planned.values())
        return {} if then in planned else {**{year: -amount for year, amount in planned.items()}, then: pence}
    lost = {
        year: -_lost(pence, max(first, _month(year.start)), start, _month(year.end) + 1)
        for year, pence in planned.items()
        if isinstance(year, FinancialYear)
    }
    return {year: pence for year, pence in lost.items() if pence}


def _lost(pence: int, first: int, start: int, end: int) -> int:
    """Give what is lost of a year's amount, spread over the months from `first` up to `end`, by a start in `start`."""
    if start >= end:
        return pence
    each = abs(pence) // (end - first)
    return (each if pence > 0 else -each) * max(start - first, 0)


def _month(day: date) -> int:
    """Number the months, from January of the year 0."""
    return day.year * 12 + day.month - 1


def _month_after(day: date) -> int:
    return min(_month(day) + 1, _month(date.max))


def _first_of(month: int) -> date:
    return date(month // 12, month % 12 + 1, 1)
