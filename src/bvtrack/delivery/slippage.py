"""Slippage: how many whole months, and days, something is later than the deadline approved with the plan."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import NamedTuple


class Slippage(NamedTuple):
    """Months and days behind the baseline deadline; both 0 where it is kept."""

    months: int
    days: int


ON_TIME = Slippage(0, 0)


def slippage(deadline: date, reached: date) -> Slippage:
    """Give the least whole number of months that the deadline must be moved by to be no earlier than `reached`.

    1 October against 30 September is 1 month and 1 day; 31 October is 1 month too, as the last day stays the last day.
    """
    if reached <= deadline:
        return ON_TIME
    months = (reached.year - deadline.year) * 12 + reached.month - deadline.month
    return Slippage(months + (moved(deadline, months) < reached), (reached - deadline).days)


def moved(day: date, months: int) -> date:
    """Give the day so many months on: the last of a month stays the last, any other stays within its month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = monthrange(year, month + 1)[1]
    stays_last = day.day == monthrange(day.year, day.month)[1]
    return date(year, month + 1, last if stays_last else min(day.day, last))
