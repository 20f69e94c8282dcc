"""Breaks that one misprint explains: a digit, two digits swapped, the sign, ten times too much or too little.

Such a break says something for a sum: few of the gaps that figures of a size can leave are explained so.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from bvtrack.checks.structure.weigh import worth

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bvtrack.checks.structure.lines import Line
    from bvtrack.checks.structure.weigh import Parts


def misprint(lines: Sequence[Line], total: int, parts: Parts, place: int) -> int | None:
    """Give what the gap of a sum at a place says for it, in quarters of a bit; None where no misprint explains it.

    The more gaps of that size misprints of its figures could leave, the less.
    """
    signed = [(lines[total], -1), *((lines[part], sign) for part, sign in parts)]
    gap = sum(sign * (line.value[place] or 0) for line, sign in signed)
    slack = sum(line.high[place] - line.low[place] for line, _ in signed) // 2
    unit = (lines[total].high[place] - lines[total].low[place]) // 2 or 1
    slips = {sign * slip for line, sign in signed for slip in _slips(line, place, unit)}
    room = unit if gap in slips else slack
    if not any(2 * abs(gap - slip) <= slack for slip in slips):
        return None
    return worth(2 * max(abs(line.value[place] or 0) for line, _ in signed), len(slips) * room)


def _slips(line: Line, place: int, unit: int) -> Iterator[int]:
    """Yield how far a figure may be out by one misprint; its sign is one where it stands against its line."""
    value = line.value[place]
    if value and value % unit == 0:
        yield from (change * unit for change in _changes(value // unit))
        if (value < 0) != (line.figures > 1 and line.negative()):
            yield 2 * value


@lru_cache(maxsize=4096)
def _changes(value: int) -> frozenset[int]:
    """Give how far a whole number may be out by another digit, two digits swapped, or ten times."""
    digits = str(abs(value))
    meant = {10 * abs(value), abs(value) if value % 10 else abs(value) // 10}
    for at, digit in enumerate(digits):
        others = (digits[:at] + other + digits[at + 1 :] for other in "0123456789")
        swapped = digits[:at] + digits[at + 1 : at + 2] + digit + digits[at + 2 :]
        meant |= {int(other) for other in (*others, swapped) if other[0] != "0"}
    return frozenset((abs(value) - other) * (1 if value > 0 else -1) for other in meant) - {0}
