"""Several reviews as one: their money summed stream by stream, and their deadlines month by month."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bvtrack.core.finance import STREAMS
from bvtrack.delivery.money import StreamStanding, known_sum
from bvtrack.delivery.progress import FINISHED

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from bvtrack.core.review import Stream
    from bvtrack.delivery.progress import Standing
    from bvtrack.delivery.review import ReviewStanding


@dataclass(frozen=True, slots=True)
class Month:
    """The actions whose deadline, as it counts now, falls in a month, which `first` is the first day of."""

    first: date
    actions: int
    done: int
    overdue: int


def months(actions: Iterable[Standing]) -> tuple[Month, ...]:
    """Count actions by the month they are due in, in the order of the calendar; those without a day are left out."""
    found: dict[date, list[Standing]] = {}
    for one in actions:
        if one.current and one.current.latest:
            found.setdefault(one.current.latest.replace(day=1), []).append(one)
    return tuple(
        Month(
            first,
            actions=len(due),
            done=sum(one.state in FINISHED for one in due),
            overdue=sum(one.overdue for one in due),
        )
        for first, due in sorted(found.items())
    )


def money(standings: Iterable[ReviewStanding]) -> tuple[StreamStanding, ...]:
    """Sum the streams of reviews, in pence; a layer that no review has is None."""
    found: dict[Stream, list[StreamStanding]] = {stream: [] for stream in STREAMS}
    for standing in standings:
        for one in standing.streams:
            found[one.stream].append(one)
    return tuple(_sum(stream, those) for stream, those in found.items() if those)


def _sum(stream: Stream, those: Sequence[StreamStanding]) -> StreamStanding:
    return StreamStanding(
        stream=stream,
        plan=known_sum(one.plan for one in those),
        forecast=known_sum(one.forecast for one in those),
        actual=known_sum(one.actual for one in those),
        variance=known_sum(one.variance for one in those),
        expected=known_sum(one.expected for one in those),
        at_risk=sum(one.at_risk for one in those),
    )
