"""Lines that do not add: quotients, percentages and running sums of other lines, told by words and by arithmetic.

A table with such a line and a total row is the largest source of false alarms.
"""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING, Final, NamedTuple

from bvtrack.checks.structure.lines import by_words
from bvtrack.checks.structure.weigh import BIT, rivals, worth
from bvtrack.checks.structure.words import says_total

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bvtrack.checks.structure.lines import Line

_AROUND: Final = 6
_SCALES: Final = (1, 100, 1000)
_TELLING: Final = 2
_ENOUGH: Final = 10 * BIT


class _Form(NamedTuple):
    """What a line may be made of: scale times a/b, or scale times (a-b)/b where it is a change."""

    a: Line
    b: Line
    scale: int
    change: bool

    def fits(self, one: Line, place: int) -> bool | None:
        """Tell whether a line is so made at a place; None where that place tells nothing."""
        above, below, quotient = self.a.value[place], self.b.value[place], one.value[place]
        if not above or not below or not quotient:
            return None
        room = one.high[place] - one.low[place]
        return 2 * abs(self.scale * (above - below if self.change else above) - quotient * below) <= room * abs(below)

    def fits_nearly_everywhere(self, one: Line, enough: int) -> bool:
        """Tell whether a line is so made nearly everywhere, by more than chance."""
        bits = holds = breaks = 0
        for place, value in enumerate(one.value):
            fits = self.fits(one, place)
            if fits:
                holds += 1
                bits += worth(abs(value or 0), one.high[place] - one.low[place] or 1)
            elif fits is False:
                breaks += 1
        return holds > 1 and 4 * breaks <= holds and bits >= enough


def nonadditive(lines: Sequence[Line], percentages: Sequence[bool], unit: int) -> set[int]:
    """Give the lines that do not add; `percentages` says which print mostly per cent, `unit` is a bare 1 in pence."""
    found = {number for number, one in enumerate(lines) if percentages[number] or by_words(one)}
    for number in sorted(range(len(lines)), key=lambda number: _digits(lines[number])):
        one = lines[number]
        if number not in found and one.figures > 1 and not says_total(one.label):
            near = [other for other in _near(number, len(lines)) if lines[other].figures > 1 and other not in found]
            if _quotient(one, lines, near, unit) or any(_runs(one, lines[other]) for other in near if other < number):
                found.add(number)
    return found | {
        number for number, one in enumerate(lines) if number not in found and _differs(number, lines, found)
    }


def _differs(number: int, lines: Sequence[Line], found: set[int]) -> bool:
    """Tell whether a line is everywhere the difference of two near it that do not add: by how much an average grew."""
    one, rates = lines[number], [lines[other] for other in _near(number, len(lines)) if other in found]
    places = [place for place, value in enumerate(one.value) if value]
    few = len(places) <= _TELLING or says_total(one.label)
    return not few and any(
        all((a.value[place] or 0) - (b.value[place] or 0) == one.value[place] for place in places)
        for a, b in permutations(rates, 2)
    )


def _digits(one: Line) -> int:
    """Give how much a line tells, the least first: of three lines a = b * c the quotient has fewest digits."""
    return sum(worth(abs(value), one.high[place] - one.low[place]) for place, value in enumerate(one.value) if value)


def _near(number: int, count: int) -> list[int]:
    return [other for other in range(max(0, number - _AROUND), min(count, number + _AROUND + 1)) if other != number]


def _quotient(one: Line, lines: Sequence[Line], near: Sequence[int], unit: int) -> bool:
    """Tell whether a line is a/b, 100a/b or (a-b)/b of two lines near it nearly everywhere."""
    enough = _ENOUGH + rivals(2 * len(_SCALES) * len(near) ** 2)
    first = next(place for place, value in enumerate(one.value) if value)
    quotient, room = one.value[first] or 0, one.high[first] - one.low[first]
    for a, b in permutations(near, 2):
        above, below = lines[a].value[first], lines[b].value[first]
        wanted, near_enough = 2 * quotient * (below or 0), room * abs(below or 0)
        for change, over in ((False, 2 * (above or 0)), (True, 2 * ((above or 0) - (below or 0)))):
            for scale in _SCALES:
                tells = bool(above and below)
                if tells and abs(scale * unit * over - wanted) > near_enough:
                    continue
                if _Form(lines[a], lines[b], scale * unit, change).fits_nearly_everywhere(one, enough):
                    return True
    return False


def _runs(one: Line, other: Line) -> bool:
    """Tell whether a line is the running sum of another, by more than chance."""
    total = holds = bits = 0
    for place, value in enumerate(other.value):
        total += value or 0
        if one.value[place]:
            if total != one.value[place]:
                return False
            holds += 1
            bits += worth(abs(total), one.high[place] - one.low[place] or 1)
    return holds > 2 and bits >= _ENOUGH and one.value != other.value
