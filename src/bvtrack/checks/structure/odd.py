"""The odd one out: the one sum that only rounding excuses where all others are exact, by more than chance."""

from __future__ import annotations

from fractions import Fraction
from math import prod
from typing import TYPE_CHECKING

from bvtrack.checks.misfits import Check, Outcome

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bvtrack.checks.intervals import Figure
    from bvtrack.checks.sums import Position

# The chance that a total and its parts, each rounded to the nearest, agree exactly, by the number of parts from 0: that
# so many rounding errors, each even from -1/2 to 1/2, add to less than 1/2 either way (the Irwin-Hall distribution).
_CHANCE = tuple(Fraction(part, 960) for part in (960, 960, 720, 640, 575, 528, 480))
_HARDLY = Fraction(1, 6)


def odd_one_out(checks: Sequence[Check], figures: Mapping[Position, Figure | None]) -> Check | None:
    """Give the only check that rounding excuses, where the others are exact and chance would hardly leave them so."""
    rounded = [one for one in checks if one.outcome is Outcome.ROUNDING]
    wrong = any(one.outcome is Outcome.WRONG for one in checks)
    exact = [one for one in checks if one.outcome is Outcome.EXACT]
    if len(rounded) != 1 or wrong or prod((_chance(one, figures) for one in exact), start=Fraction(1)) >= _HARDLY:
        return None
    return rounded[0]


def _chance(one: Check, figures: Mapping[Position, Figure | None]) -> Fraction:
    printed = sum(1 for part in one.sum.parts if (figure := figures[part.at]) and figure.low != figure.high)
    return _CHANCE[min(printed, len(_CHANCE) - 1)]
