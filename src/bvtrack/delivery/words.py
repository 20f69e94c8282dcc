"""How a standing is put into words, on screens and in tables alike: days, deadlines, money, delays, status, counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bvtrack.core.money import in_unit
from bvtrack.core.period import MONTHS, Precision
from bvtrack.delivery.progress import State

if TYPE_CHECKING:
    from datetime import date

    from bvtrack.core.due import Due
    from bvtrack.core.money import Unit
    from bvtrack.delivery.progress import Standing
    from bvtrack.delivery.review import Counts
    from bvtrack.delivery.slippage import Slippage

PENCE_IN_A_POUND: Final = 100
OVERDUE: Final = "overdue"
DUE_SOON: Final = "due soon"
_ALWAYS_COUNTED: Final = (State.DONE, State.NOT_STARTED)


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
    if point and unit.pence == PENCE_IN_A_POUND:
        rest = rest.ljust(2, "0")
    return f"{'-' if pence < 0 else ''}{int(whole):,}{point}{rest}"


def counted(number: int, thing: str) -> str:
    """Count things: `1 day`, `2 days`."""
    return f"{number:,} {thing}" if number == 1 else f"{number:,} {thing}s"


def delay(late: Slippage | None) -> str:
    """Say how late something is: `1 month (1 day)`; nothing where it is not."""
    if late is None or not late.days:
        return ""
    return f"{counted(late.months, 'month')} ({counted(late.days, 'day')})"


def memory(first: Due | None, now: Due | None, moves: int, late: Slippage | None) -> str:
    """Say how far a deadline has come: `first Sep 2002, 2 moves, 6 months behind`; nothing where it is as approved."""
    approved = deadline(first)
    told = [f"first {approved}"] if approved and approved != deadline(now) else []
    told += [counted(moves, "move")] if moves else []
    told += [f"{counted(late.months, 'month')} behind"] if late and late.months else []
    return ", ".join(told)


def due(standing: Standing) -> str:
    """Say the deadline that counts, and how far it has come: `Mar 2003 (first Sep 2002, 2 moves, 6 months behind)`."""
    told = memory(standing.baseline, standing.current, standing.moves, standing.slippage)
    return f"{deadline(standing.current)} ({told})".strip() if told else deadline(standing.current)


def drift(standing: Standing) -> str:
    """Say in short how far a deadline that was moved has come: `6 mo 2×`; nothing where it never was."""
    if not standing.moves:
        return ""
    months = standing.slippage.months if standing.slippage else 0
    return f"{months} mo {standing.moves}×" if months else f"{standing.moves}×"


def status(standing: Standing) -> str:
    """Name the status of the work: that it is late, or due soon, goes before its state."""
    if standing.overdue:
        return OVERDUE
    return DUE_SOON if standing.due else standing.state.value


def tally(counts: Counts) -> str:
    """Write counts in a line: `9 overdue, 0 due within 30 days, 0 done, 7 not started`, then what else there is."""
    told = [f"{counts.overdue} {OVERDUE}", f"{counts.due} due within 30 days"]
    told += [f"{counts.of(state)} {state}" for state in _ALWAYS_COUNTED]
    told += [f"{counts.of(state)} {state}" for state in State if state not in _ALWAYS_COUNTED and counts.of(state)]
    return ", ".join(told)


_SAID: Final = {Precision.DAY: full_day, Precision.MONTH: month}
