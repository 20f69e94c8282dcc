"""The odd one out: the one sum that only rounding excuses where all others are exact, by more than chance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bvtrack.checks.figures.chance import hardly_all_exact
from bvtrack.checks.figures.misfits import Check, Outcome

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bvtrack.checks.figures.intervals import Figure
    from bvtrack.checks.figures.sums import Position


def odd_one_out(checks: Sequence[Check], figures: Mapping[Position, Figure | None]) -> Check | None:
    """Give the only check that rounding excuses, where the others are exact and chance would hardly leave them so."""
    rounded = [one for one in checks if one.outcome is Outcome.ROUNDING]
    wrong = any(one.outcome is Outcome.WRONG for one in checks)
    exact = [one for one in checks if one.outcome is Outcome.EXACT]
    if len(rounded) != 1 or wrong or not hardly_all_exact(_rounded_parts(one, figures) for one in exact):
        return None
    return rounded[0]


def _rounded_parts(one: Check, figures: Mapping[Position, Figure | None]) -> int:
    return sum(1 for part in one.sum.parts if (figure := figures[part.at]) and figure.low != figure.high)
