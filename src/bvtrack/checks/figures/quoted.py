"""Figures quoted in prose, bound by their labels to the totals of the finance tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bvtrack.checks.figures.slips import convention
from bvtrack.checks.figures.sums import Stated
from bvtrack.core.table import Cell, Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bvtrack.checks.figures.sums import Position
    from bvtrack.core.review import Quoted, Review
    from bvtrack.core.table import Table


def cell_of(review: Review, number: int) -> Cell:
    """Give the figure quoted at position `number` as a cell with its address, `quoted/1` being the first."""
    money = review.quoted[number].value
    return Cell(money.text, money, f"quoted/{number + 1}", ("quoted", number, "value"))


def stated_in(review: Review, table: Table) -> Iterator[Stated]:
    """Yield the quoted figures that state a total of a stream's table."""
    sign = convention(table)
    for number, quoted in enumerate(review.quoted):
        totals = totals_stated(quoted, table)
        if totals:
            turned = sign < 0 and (quoted.value.pence or 0) > 0
            yield Stated(cell_of(review, number), totals, -1 if turned else 1)


def totals_stated(quoted: Quoted, table: Table) -> tuple[Position, ...]:
    """Give the positions of what a quoted figure states: the grand total, or all row totals where the table has none.

    That is the total of its row for a figure bound to a recommendation. Nothing where the table has no such total.
    """
    if quoted.total != table.name:
        return ()
    column = len(table.columns) - 1
    last = len(table.rows) - 1
    if quoted.recommendation is None and table.rows[last].role is Role.TOTAL:
        return ((last, column),)
    rows = (row for row, line in enumerate(table.rows) if line.role is Role.ITEM)
    return tuple((row, column) for row in rows if quoted.recommendation in (None, table.rows[row].label))


def number_of(cell: Cell) -> int:
    """Give the position of the quoted figure that a cell holds."""
    return int(cell.address.removeprefix("quoted/")) - 1
