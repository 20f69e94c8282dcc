"""How screens put days, deadlines, money and delays into words, the same on each of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bvtrack.core.money import in_unit
from bvtrack.core.period import MONTHS, Precision

if TYPE_CHECKING:
    from datetime import date

    from bvtrack.core.due import Due
    from bvtrack.core.money import Unit
    from bvtrack.delivery.slippage import Slippage


def month(day: date) -> str:
    """Name the month of a day: `Sep 2002`."""
    return f"{MONTHS[day.month - 1]} {day.year}"


def full_day(day: date) -> str:
    """Name a day: `30 Sep 2002`."""
    return f"{day.day} {month(day)}"


def deadline(due: Due | None) -> str:
    """Say a deadline as closely as it is known: `7 Sep 2002`, `Sep 2002`, else as printed; nothing where there is none.

    Only a text that names a single day or month is said in our words.
    """
    if due is None:
        return ""
    if due.latest is not None and due.precision in _SAID:
        return _SAID[due.precision](due.latest)
    return " ".join(due.text.split())


def money(pence: int | None, unit: Unit) -> str:
    """Write an amount in the unit of the review, with separators between thousands: `1,346`, `-85`; None is blank."""
    if pence is None:
        return ""
    whole, point, rest = in_unit(abs(pence), unit).partition(".")
    return f"{'-' if pence < 0 else ''}{int(whole):,}{point}{rest}"


def counted(number: int, thing: str) -> str:
    """Count things: `1 day`, `2 days`."""
    return f"{number:,} {thing}" if number == 1 else f"{number:,} {thing}s"


def delay(late: Slippage | None) -> str:
    """Say how late something is: `1 month (1 day)`; nothing where it is not."""
    if late is None or not late.days:
        return ""
    return f"{counted(late.months, 'month')} ({counted(late.days, 'day')})"


_SAID = {Precision.DAY: full_day, Precision.MONTH: month}
