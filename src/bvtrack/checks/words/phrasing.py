"""How messages put lists, months, days and quotations into words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bvtrack.core.period import MONTHS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

_LONGEST = 70  # characters of a quotation that a one-line message can bear


def listed(words: Sequence[str]) -> str:
    """Join words as prose does: `a`, `a and b`, `a, b and c`."""
    return " and ".join(part for part in (", ".join(words[:-1]), *words[-1:]) if part)


def month(day: date) -> str:
    """Name the month of a day: `Sep 2002`."""
    return f"{MONTHS[day.month - 1]} {day.year}"


def full_date(day: date) -> str:
    """Name a day: `30 Sep 2002`."""
    return f"{day.day} {month(day)}"


def quoted(text: str) -> str:
    """Quote a text as printed, on one line, cut at a word where it is long."""
    line = " ".join(text.split())
    if len(line) > _LONGEST:
        line = f"{line[:_LONGEST].rpartition(' ')[0] or line[:_LONGEST]} …"
    return f"“{line}”"
