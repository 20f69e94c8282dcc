"""Lines that do not add: quotients, percentages and running sums of other lines, told by words and by arithmetic.

A table with such a line and a total row is the largest source of false alarms.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bvtrack.checks.structure.lines import by_words
from bvtrack.checks.structure.weigh import BIT, rivals, worth
from bvtrack.checks.structure.words import says_total

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bvtrack.checks.structure.lines import Line

_AROUND: Final = 6
_SCALES: Final = (1, 100, 1000)
_ENOUGH: Final = 10 * BIT


def nonadditive(lines: Sequence[Line], percentages: Sequence[bool], unit: int) -> set[int]:
    """Give the lines that do not add; `percentages` says which print mostly per cent, `unit` is a bare 1 in pence."""
    found = {number for number, one in enumerate(lines) if percentages[number] or by_words(one)}
    for number, one in enumerate(lines):
        if number not in found and one.printed() > 1 and not says_total(one.label):
            near = [other for other in _near(number, len(lines)) if lines[other].printed() > 1]
            if _quotient(one, lines, near, unit) or any(_runs(one, lines[other]) for other in near if other < number):
                found.add(number)
    return found


def _near(number: int, count: int) -> list[int]:
    return [other for other in range(max(0, number - _AROUND), min(count, number + _AROUND + 1)) if other != number]


def _quotient(one: Line, lines: Sequence[Line], near: Sequence[int], unit: int) -> bool:
    """Tell whether a line is a/b, 100a/b or (a-b)/b of two lines near it nearly everywhere."""
    enough = _ENOUGH + rivals(2 * len(_SCALES) * len(near) ** 2)
    first = next(place for place, value in enumerate(one.value) if value)
    for a in near:
        for b in near:
            if a == b:
                continue
            for scale, change in _forms(one, lines[a], lines[b], first, unit):
                if _nearly_everywhere(one, lines[a], lines[b], scale * unit, enough, change=change):
                    return True
    return False


def _forms(one: Line, a: Line, b: Line, place: int, unit: int) -> Iterator[tuple[int, bool]]:
    """Yield the ways to make a line of two others that fit a place, or all where that place tells nothing."""
    for change in (False, True):
        for scale in _SCALES:
            if _fits(one, a, b, place, scale * unit, change=change) is not False:
                yield scale, change


def _fits(one: Line, a: Line, b: Line, place: int, scale: int, *, change: bool) -> bool | None:
    above, below, quotient = a.value[place], b.value[place], one.value[place]
    if not above or not below or not quotient:
        return None
    room = one.high[place] - one.low[place]
    return 2 * abs(scale * (above - below if change else above) - quotient * below) <= room * abs(below)


def _nearly_everywhere(one: Line, a: Line, b: Line, scale: int, enough: int, *, change: bool) -> bool:
    bits = holds = breaks = 0
    for place, value in enumerate(one.value):
        fits = _fits(one, a, b, place, scale, change=change)
        if fits:
            holds += 1
            bits += worth(abs(value or 0), one.high[place] - one.low[place] or 1)
        elif fits is False:
            breaks += 1
    return holds > 1 and 4 * breaks <= holds and bits >= enough


def _runs(one: Line, other: Line) -> bool:
    """Tell whether a line is the running sum of another."""
    total = holds = 0
    for place, value in enumerate(other.value):
        total += value or 0
        if one.value[place]:
            if total != one.value[place]:
                return False
            holds += 1
    return holds > 2 and one.value != other.value
