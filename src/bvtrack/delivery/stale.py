"""What nobody has told anything of since the last reporting date: open actions that stand still, or seem to.

Reporting dates are the council's own, or else the ends of the quarters. News of a step is news of its action.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bvtrack.core.review import Part
    from bvtrack.delivery.review import ReviewStanding

_DAY: Final = timedelta(days=1)
_QUARTER: Final = 3  # months


class Stale(NamedTuple):
    """An action without news: the reporting date since when there was none, and the day of the last, if any."""

    address: str
    since: date
    last: date | None


def last_report(as_at: date, reporting: Sequence[date] = ()) -> date | None:
    """Give the last reporting date before a day, which itself is for what is reported now; None before the first.

    Without dates of the council's own these are the last days of March, June, September and December.
    """
    if reporting:
        return max((day for day in reporting if day < as_at), default=None)
    return date(as_at.year, as_at.month - (as_at.month - 1) % _QUARTER, 1) - _DAY


def stale(standing: ReviewStanding, reporting: Sequence[date] = ()) -> tuple[Stale, ...]:
    """Give the open actions without news since the last reporting date, in the order of the plan.

    The report that the plan was approved with is news of all of it, so nothing is stale before the first reporting
    date after it. An action that is not to begin yet has no news to give.
    """
    review, as_at = standing.review, standing.as_at
    since = last_report(as_at, reporting)
    if since is None or since <= review.date:
        return ()
    parts = (part for recommendation in review.recommendations for part in recommendation.parts)
    waiting = (
        (part.id, _last(part, as_at))
        for part, one in zip(parts, standing.actions, strict=True)
        if not one.closed and _to_begin(part, as_at)
    )
    return tuple(Stale(address, since, last) for address, last in waiting if last is None or last <= since)


def _to_begin(part: Part, as_at: date) -> bool:
    return part.start is None or part.start.earliest is None or part.start.earliest <= as_at


def _last(part: Part, as_at: date) -> date | None:
    """Give the day of the last news of an action or its steps, up to a day: when it was entered, if that is not later.

    What was entered in hindsight is news of the day it speaks for.
    """
    events = (*part.events, *(event for step in part.steps for event in step.events))
    told = (event for event in events if event.date <= as_at)
    return max(
        (event.recorded if event.recorded and event.recorded <= as_at else event.date for event in told), default=None
    )
