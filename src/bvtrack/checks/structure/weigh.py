"""Evidence for a sum, in quarters of a bit: what each place where it holds, or breaks, says for it.

A place where it holds earns the logarithm of the size of the figures in last places, less where it holds only within
rounding, and nothing where all is nil. A break costs. Whole numbers throughout.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bvtrack.checks.figures.misfits import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bvtrack.checks.structure.lines import Line

BIT: Final = 4
_MOST: Final = 14 * BIT  # that one place can say
BREAK: Final = 6 * BIT
_TOTAL_MISSING: Final = BIT
SILENT: Final = None
Parts = tuple[tuple[int, int], ...]
"""Lines by their numbers, and their signs in a sum."""
Outcomes = tuple[Outcome | None, ...]
"""How a sum stands at each place; None where all is nil."""


@dataclass(frozen=True, slots=True)
class Weight:
    """What is known of a sum: the bits for it, how it stands at each place, and how often it holds and breaks."""

    bits: int
    outcomes: Outcomes
    holds: int
    breaks: int


class Running:
    """The sum of some lines, place by place, which grows by a line at a time."""

    __slots__ = ("big", "high", "known", "low", "value", "wide")

    def __init__(self, places: int) -> None:
        """Begin with no line."""
        self.value = [0] * places
        self.low = [0] * places
        self.high = [0] * places
        self.wide = [0] * places
        self.big = [0] * places
        self.known = [True] * places

    def add(self, line: Line, sign: int) -> None:
        """Add a line, or take it off."""
        for place, value in enumerate(line.value):
            if value is None:
                self.known[place] = False
            elif sign > 0:
                self.value[place] += value
                self.low[place] += line.low[place]
                self.high[place] += line.high[place]
            else:
                self.value[place] -= value
                self.low[place] -= line.high[place]
                self.high[place] -= line.low[place]
            if value:
                self.big[place] = max(self.big[place], abs(value))
                self.wide[place] += line.wide[place]

    def against(self, total: Line, places: Iterable[int]) -> Weight:
        """Weigh the sum against a line that may be its total, at some places."""
        bits = holds = breaks = 0
        outcomes: list[Outcome | None] = [SILENT] * len(self.value)
        for place in places:
            printed = total.value[place]
            if printed is None or not self.known[place]:
                outcomes[place] = Outcome.NOT_EVALUATED
                continue
            size = max(self.big[place], abs(printed))
            if not size:
                continue
            if not printed and not total.stated[place]:
                if not self.value[place]:
                    outcomes[place] = Outcome.EXACT  # a dash for nothing left; it says little for the sum
                    continue
                outcomes[place] = Outcome.NOT_EVALUATED
                bits -= _TOTAL_MISSING
                continue
            if printed == self.value[place]:
                outcomes[place] = Outcome.EXACT
                bits += worth(2 * size, total.high[place] - total.low[place] or 2)
                holds += 1
                continue
            wide = self.wide[place] + total.wide[place]
            gap = max(total.low[place] - self.high[place], self.low[place] - total.high[place])
            if gap <= wide:
                outcomes[place] = Outcome.ROUNDING
                room = total.high[place] - total.low[place] + self.high[place] - self.low[place]
                bits += worth(2 * size, room + (2 * wide if gap > 0 else 0))
                holds += 1
            else:
                outcomes[place] = Outcome.WRONG
                bits -= BREAK
                breaks += 1
        return Weight(bits, tuple(outcomes), holds, breaks)


def worth(size: int, room: int) -> int:
    """Give the quarters of a bit that a figure of a size says by falling into a room that wide."""
    if size <= room:
        return 0
    return min(_MOST, (size**BIT // room**BIT).bit_length() - 1)


def rivals(number: int) -> int:
    """Give what choosing among a number of structures takes from the evidence for each."""
    return BIT * (max(number, 1)).bit_length() - BIT


def running(lines: Sequence[Line], parts: Iterable[tuple[int, int]], places: int) -> Running:
    """Add up signed lines."""
    total = Running(places)
    for number, sign in parts:
        total.add(lines[number], sign)
    return total
