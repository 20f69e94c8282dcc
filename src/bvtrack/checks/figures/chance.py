"""Whether chance alone would leave sums exact where figures are rounded: what makes one inexact sum the odd one out."""

from __future__ import annotations

from fractions import Fraction
from math import prod
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

# The chance that a total and its parts, each rounded to the nearest, agree exactly, by the number of parts from 0: that
# so many rounding errors, each even from -1/2 to 1/2, add to less than 1/2 either way (the Irwin-Hall distribution).
_CHANCE = tuple(Fraction(part, 960) for part in (960, 960, 720, 640, 575, 528, 480))
_HARDLY = Fraction(1, 6)


def hardly_all_exact(rounded_parts: Iterable[int]) -> bool:
    """Tell whether chance would hardly leave exact all of some sums, given how many rounded parts each has."""
    chances = (_CHANCE[min(count, len(_CHANCE) - 1)] for count in rounded_parts)
    return prod(chances, start=Fraction(1)) < _HARDLY
