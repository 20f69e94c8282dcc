"""Amounts in words: how findings say money, in the unit of the table or review it stands in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bvtrack.core.finding import Figures
from bvtrack.core.money import in_unit

if TYPE_CHECKING:
    from bvtrack.core.money import Unit


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
