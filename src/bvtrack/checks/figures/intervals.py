"""What a printed figure may stand for: the exact amounts its printed precision allows, in half pence and whole pence.

A printed `1.1` in £m is 1.05 to 1.15, bounds included; under truncation, towards zero, 1.1 to 1.2. Under `exact` it is
itself. Half pence make half of the last printed place a whole number.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bvtrack.core.money import MoneyKind

if TYPE_CHECKING:
    from bvtrack.core.money import Money
    from bvtrack.core.review import Rounding

STATES_A_FIGURE = frozenset({MoneyKind.AMOUNT, MoneyKind.SUM, MoneyKind.CHANGE, MoneyKind.NIL})
ADDS_NOTHING = frozenset({MoneyKind.BLANK, MoneyKind.DASH, MoneyKind.NIL, MoneyKind.NOT_APPLICABLE})
_BOUNDED = frozenset({MoneyKind.RANGE, MoneyKind.MINIMUM, MoneyKind.MAXIMUM})
_BOUNDLESS = 10**21  # half pence, beyond any money


@dataclass(frozen=True, slots=True)
class Figure:
    """An amount in pence, and the least and most it may stand for, in half pence."""

    pence: int = 0
    low: int = 0
    high: int = 0

    def __add__(self, other: Figure) -> Figure:
        """Add two figures: the amounts, and the bounds."""
        return Figure(self.pence + other.pence, self.low + other.low, self.high + other.high)

    def __neg__(self) -> Figure:
        """The same figure owed: signs turned, bounds changed over."""
        return Figure(-self.pence, -self.high, -self.low)

    def meets(self, other: Figure) -> bool:
        """Tell whether both may stand for the same amount."""
        return self.low <= other.high and other.low <= self.high


NOTHING = Figure()


def may_be_money(money: Money) -> bool:
    """Tell whether a printed value is an amount other than nought, or may be one."""
    return money.kind not in ADDS_NOTHING and money.pence != 0


def figure_of(money: Money | None, rounding: Rounding) -> Figure | None:
    """Give what a printed value may stand for; nothing for a blank, a dash or n/a, None for no one figure."""
    if money is None or money.kind in ADDS_NOTHING:
        return NOTHING
    if money.pence is None or money.kind not in STATES_A_FIGURE:
        return None
    exact = 2 * money.pence
    place = money.place or sum(part.place or 0 for part in money.parts)
    if rounding == "exact":
        return Figure(money.pence, exact, exact)
    if rounding == "nearest":
        return Figure(money.pence, exact - place, exact + place)
    below = 0 if money.pence > 0 else 2 * place
    above = 0 if money.pence < 0 else 2 * place
    return Figure(money.pence, exact - below, exact + above)


def prose_figure_of(money: Money | None, rounding: Rounding) -> Figure | None:
    """Give what a figure in prose may stand for: prose rounds for its reader even where the tables are exact.

    It may also state a range, a bound on one side, or an approximate figure, which may be out by one in its last
    digit that is no nought: `about £1.4m` is 1.3 to 1.5.
    """
    if money is not None and money.kind is MoneyKind.APPROXIMATE and money.pence:
        digits = str(abs(money.pence))
        place = 10 ** (len(digits) - len(digits.rstrip("0")))
        return Figure(money.pence, 2 * (money.pence - place), 2 * (money.pence + place))
    if money is not None and money.kind in _BOUNDED:
        low = -_BOUNDLESS if money.low is None else 2 * money.low
        high = _BOUNDLESS if money.high is None else 2 * money.high
        pence = money.pence if money.low is None or money.high is None else (money.low + money.high) // 2
        return Figure(pence or 0, low, high)
    return figure_of(money, "nearest" if rounding == "exact" else rounding)
