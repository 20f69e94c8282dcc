"""Footing: the sums a table states, whether they hold, and which figures are at fault.

The steps know nothing of each other: `sums` reads structure, `misfits` weighs sums and finds what is at fault.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bvtrack.checks.figures.intervals import figure_of, prose_figure_of
from bvtrack.checks.figures.misfits import Check, Fault, check, faults
from bvtrack.checks.figures.sums import OUTSIDE, Kind, Position, Stated, Sum, stated_sums, sums
from bvtrack.core.table import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bvtrack.core.review import Rounding
    from bvtrack.core.table import Cell, Table


@dataclass(frozen=True, slots=True)
class Footing:
    """A table, the figures that state its totals elsewhere, the checks of all its sums, and its faults."""

    table: Table
    stated: tuple[Stated, ...]
    checks: tuple[Check, ...]
    faults: tuple[Fault, ...]

    def cell(self, at: Position) -> Cell:
        """Give the cell at a position, in the table or outside it."""
        row, column = at
        return self.stated[row].cell if column == OUTSIDE else self.table.cells[row][column]

    def pence(self, at: Position) -> int:
        """Give the amount printed at a position, in pence; nothing where none is."""
        money = self.cell(at).money
        return money.pence or 0 if money is not None else 0

    def faults_of(self, kind: Kind) -> tuple[Fault, ...]:
        """Give the faults that a kind of sum reports."""
        return tuple(fault for fault in self.faults if fault.check.sum.kind is kind)


def foot(table: Table, rounding: Rounding, stated: Sequence[Stated] = ()) -> Footing:
    """Foot a table by its declared structure, with what is stated about its totals elsewhere."""
    figures = {
        (row, column): figure_of(cell.money, rounding)
        for row, cells in enumerate(table.cells)
        for column, cell in enumerate(cells)
    }
    printed = {at for at in figures if table.cells[at[0]][at[1]].text.strip()}
    figures |= {(number, OUTSIDE): prose_figure_of(one.cell.money, rounding) for number, one in enumerate(stated)}
    checks = tuple(
        check(one, figures, silent=_states_nothing(one, table, printed))
        for one in (*sums(table), *stated_sums(table, stated))
    )
    return Footing(table, tuple(stated), checks, tuple(faults(checks, figures)))


def _states_nothing(one: Sum, table: Table, printed: set[Position]) -> bool:
    """Tell whether the blanks of a sum leave open what they add to.

    A row of blanks may leave its years out. A column of blanks is no money, unless a row in it does.
    """
    if any(part.at in printed for part in one.parts):
        return False
    return one.kind is not Kind.COLUMN or any(
        not any((row, column) in printed for column, line in enumerate(table.columns) if line.role is Role.ITEM)
        for row, _ in (part.at for part in one.parts)
    )
