"""What becomes of the savings and income planned: achieved, on track, delayed, unachievable or mitigated, in pence.

Each planned penny is in one of the five, so that they add up to the plan for every line and in total. Achieved is what
has come in, on track what is still expected. The rest is short: mitigated as far as other measures make up for it,
delayed as far as it falls away by a late start, or is due since the year is over and nobody has told of it, else
unachievable. What comes in beyond the plan is a variance, and none of these.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bvtrack.core.financial_year import FinancialYear

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from bvtrack.delivery.money import Layers, Line


class Split(NamedTuple):
    """What is planned, in pence, by what becomes of it."""

    achieved: int = 0
    on_track: int = 0
    delayed: int = 0
    unachievable: int = 0
    mitigated: int = 0

    @property
    def planned(self) -> int:
        """What was planned: all of them."""
        return sum(self)


def split(line: Line, as_at: date) -> Split:
    """Tell what becomes of the plan of a line on a day; nothing of what is not planned or not known."""
    money = line.money
    plan = money.plan or 0
    sign = -1 if plan < 0 else 1
    over = isinstance(line.year, FinancialYear) and line.year.end < as_at
    return Split(*(sign * pence for pence in _split(sign, abs(plan), money, over=over)))


def total(splits: Iterable[Split]) -> Split:
    """Add up what becomes of several lines."""
    return Split(*map(sum, zip(Split(), *splits, strict=True)))


def _split(sign: int, plan: int, money: Layers, *, over: bool) -> Split:
    """Split a plan that is not less than nought, in which the layers count with its sign."""
    achieved = _within(sign * (money.actual or 0), plan)
    expected = max(achieved, _within(sign * (money.expected or 0), plan))
    untold = expected - achieved if over and money.outturn is None else 0
    short = plan - expected
    mitigated = _within(abs(money.mitigated or 0), short)
    delayed = _within(-sign * money.late, short - mitigated)
    unachievable = short - mitigated - delayed
    return Split(achieved, expected - achieved - untold, delayed + untold, unachievable, mitigated)


def _within(pence: int, limit: int) -> int:
    return max(min(pence, limit), 0)
