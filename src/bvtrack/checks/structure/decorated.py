"""Rows of figures with a £ that is an ornament: `£58,376` in the total of a table in `£000` is as the figures above it.

Some printers put a £ before the figures of the first row and of the totals, whatever the unit of the heading is.
"""

from __future__ import annotations

from dataclasses import replace
from statistics import median_low
from typing import TYPE_CHECKING

from bvtrack.checks.structure.headers import money_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bvtrack.core.money import Money, Unit
    from bvtrack.core.table import Cell

_POUND = 100
_ALIKE = 30  # times a figure may be as large as another that is in the same unit

Cells = tuple[tuple["Cell", ...], ...]


def decorated(cells: Cells, units: Sequence[Unit]) -> Cells:
    """Give the cells of a table, those with a £ that is an ornament read in the unit of their column.

    That is so where each row has a £ before all its figures or before none, and figures with and without are alike in
    size as they are printed.
    """
    rows = [row for row in cells if any(_marked(cell.money) for cell in row)]
    whole = all(_marked(cell.money) for row in rows for cell in row if cell.money and cell.money.pence)
    if not rows or not whole or all(unit.pence <= _POUND for unit in units):
        return cells
    others = [row for row in cells if row not in rows]
    marked, bare = list(_sizes(rows, [_POUND] * len(units))), list(_sizes(others, [unit.pence for unit in units]))
    if not (marked and bare) or not _alike(median_low(marked), median_low(bare)):
        return cells
    return tuple(
        tuple(_plain(cell, unit) if row in rows else cell for cell, unit in zip(row, units, strict=True))
        for row in cells
    )


def _marked(money: Money | None) -> bool:
    return money is not None and bool(money.pence) and "£" in money.text and not money.scale


def _sizes(rows: Sequence[Sequence[Cell]], ones: Sequence[int]) -> Iterator[int]:
    """Yield the figures of rows without a scale of their own, as printed, in hundredths; `ones` tells what a 1 is."""
    for row in rows:
        for cell, one in zip(row, ones, strict=True):
            if cell.money and cell.money.pence and not cell.money.scale:
                yield abs(cell.money.pence) * 100 // one


def _alike(first: int, second: int) -> bool:
    return first < _ALIKE * second and second < _ALIKE * first


def _plain(cell: Cell, unit: Unit) -> Cell:
    return replace(cell, money=money_of(cell.text.replace("£", "").strip(), unit)) if _marked(cell.money) else cell
