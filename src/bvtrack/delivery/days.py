"""Which events speak on a day, and in what order."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, TypeVar

from bvtrack.core.event import ActionEvent, MeasureEvent, MoneyEvent

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

Event = TypeVar("Event", ActionEvent, MeasureEvent, MoneyEvent)
_BY_DATE = attrgetter("date")


def up_to(as_at: date, events: Sequence[Event]) -> Sequence[Event]:
    """Give the events dated up to a day, by their dates, those of one day in the order entered."""
    return sorted((event for event in events if event.date <= as_at), key=_BY_DATE) if events else ()
