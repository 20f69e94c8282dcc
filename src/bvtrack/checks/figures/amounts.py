"""Amounts in words: how findings say money, in the unit of the table or review it stands in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bvtrack.core.finding import Figures
from bvtrack.core.money import MoneyKind, in_unit

if TYPE_CHECKING:
    from bvtrack.core.money import Money, Unit


def said(pence: int, unit: Unit) -> str:
    """Say an amount of pence in a unit, exactly: `£1,346k`, `-£85k`, `£1.5m`, `£600,000`."""
    whole, point, rest = in_unit(abs(pence), unit).partition(".")
    number = f"{int(whole):,}{point}{rest}"
    currency = "£" if unit.symbol.startswith("£") else ""
    return f"{'-' if pence < 0 else ''}{currency}{number}{unit.symbol.removeprefix('£')}"


def figures(printed: int, computed: int, unit: Unit) -> Figures:
    """Put the two amounts of a misfit, in pence, as plain decimals in a unit, with printed less computed."""
    printed_, computed_, difference = (in_unit(pence, unit) for pence in (printed, computed, printed - computed))
    return Figures(printed=printed_, computed=computed_, difference=difference, unit=unit.symbol)


def amounts_of(money: Money | None) -> tuple[Money, ...]:
    """Give the amounts that a printed value states: those of a list, else itself where it is one."""
    if money is None:
        return ()
    several = money.parts if money.kind is MoneyKind.LIST else (money,)
    return tuple(one for one in several if one.pence is not None)
