"""Days as they are typed and said on screens."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, NamedTuple

from bvtrack.core.due import Precision, read_due
from bvtrack.delivery.slippage import moved
from bvtrack.delivery.words import full_day

if TYPE_CHECKING:
    from bvtrack.core.review import Review


class DayRead(NamedTuple):
    """How a typed day is read: the day, or None, and a sentence that says so or what to type instead."""

    day: dt.date | None
    sentence: str


def said(day: dt.date) -> str:
    """Say a day: `30 Sep 2002`."""
    return full_day(day)


def read_day(text: str, today: dt.date) -> DayRead:
    """Read a day as typed: `today`, `2002-09-30`, `30 Sep 2002`, `30 September 02`; a month is its last day."""
    text = text.strip()
    if not text:
        return DayRead(None, "type a day, like 30 Sep 2002")
    if text.lower() == "today":
        return DayRead(today, _in_full(today))
    due = read_due(text, today)
    if due.latest is None or due.ambiguous:
        return DayRead(None, due.note or "is no day: write it like 30 Sep 2002")
    if due.precision is Precision.DAY:
        return DayRead(due.latest, _in_full(due.latest))
    return DayRead(due.latest, f"the last day of it: {_in_full(due.latest)}")


def read_new_deadline(text: str, review: Review) -> DayRead:
    """Read a deadline as typed, by the review's own date: `Nov 2002 → due 30 Nov 2002`."""
    if not text.strip():
        return DayRead(None, "type a date, like Nov 2002")
    due = read_due(text.strip(), review.date)
    if due.latest is None:
        return DayRead(None, due.note or f"names no day to finish by ({due.status or 'write it like Nov 2002'})")
    doubt = f" ({due.note})" if due.note else ""
    return DayRead(due.latest, f"{text.strip()} → due {full_day(due.latest)}{doubt}")


def later(day: dt.date, *, days: int = 0, months: int = 0) -> dt.date:
    """Give the day so many days or months on or back, staying within the calendar there is."""
    try:
        return moved(day, months) if months else day + dt.timedelta(days=days)
    except (OverflowError, ValueError):
        return day


def _in_full(day: dt.date) -> str:
    return f"{_DAYS[day.weekday()]} {full_day(day)}"


_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
