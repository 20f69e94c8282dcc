"""Lines: the rows or the columns of a table as figures, each with what it may stand for, place by place."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bvtrack.checks.figures.intervals import STATES_A_FIGURE, figure_of
from bvtrack.checks.structure.words import says_less, says_memo, says_rate, says_total
from bvtrack.core.money import MoneyKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bvtrack.core.money import Money
    from bvtrack.core.review import Rounding

_TENS = 9  # times the room a figure printed in tens has more
_TELLING = 4  # round figures that make a line coarse


@dataclass(frozen=True, slots=True)
class Line:
    """A row or a column: its label, group and, at each place, its amount in pence with its bounds in half pence.

    An amount is None where the cell states no one figure, and 0 with no bounds for a blank, a dash or nil; `stated`
    tells a printed figure from these. `coarse` says that all its figures are multiples of ten last places. `wide` is
    how much farther the bounds are, where it or the place is coarse; `figures` counts the amounts other than nought.
    """

    label: str
    group: str
    value: tuple[int | None, ...]
    low: tuple[int, ...]
    high: tuple[int, ...]
    stated: tuple[bool, ...]
    wide: tuple[int, ...]
    figures: int
    additive: bool = True
    coarse: bool = False

    def negative(self) -> bool:
        """Tell whether most of its figures are printed negative."""
        return sum((value > 0) - (value < 0) for value in self.value if value) < 0


def line(label: str, group: str, cells: Sequence[Money | None], rounding: Rounding) -> Line:
    """Make a line of cells."""
    figures = [figure_of(money, rounding) for money in cells]
    return Line(
        label,
        group,
        tuple(None if one is None else one.pence for one in figures),
        tuple(0 if one is None else one.low for one in figures),
        tuple(0 if one is None else one.high for one in figures),
        tuple(
            money is not None and money.kind in STATES_A_FIGURE and money.kind is not MoneyKind.NIL for money in cells
        ),
        (0,) * len(cells),
        sum(1 for one in figures if one and one.pence),
        coarse=_coarse(cells),
    )


def widened(lines: Sequence[Line], across: Sequence[Line]) -> list[Line]:
    """Give the lines with the room that figures have in coarse lines, and in coarse lines the other way."""
    return [
        replace(
            one,
            wide=tuple(
                _TENS * (one.high[place] - one.low[place]) // 2 if value and (one.coarse or other.coarse) else 0
                for place, (value, other) in enumerate(zip(one.value, across, strict=True))
            ),
        )
        for one in lines
    ]


def _coarse(cells: Sequence[Money | None]) -> bool:
    """Tell whether the figures of a line are all multiples of ten last places, one of many excepted."""
    figures = [money for money in cells if money is not None and money.pence and money.place]
    odd = sum(1 for money in figures if (money.pence or 0) % (10 * (money.place or 1)))
    return len(figures) >= _TELLING and (odd == 0 or (odd == 1 and len(figures) > _TELLING + 1))


def less(one: Line) -> bool:
    """Tell whether a line is printed without its sign and taken off."""
    return says_less(one.label) and not one.negative()


def by_words(one: Line) -> bool:
    """Tell whether a label alone says that a line does not add."""
    return says_rate(one.label) or (says_memo(one.label) and not says_total(one.label))
