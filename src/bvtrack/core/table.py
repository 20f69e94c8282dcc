"""A table as councils print them: columns under group headings, labelled rows, and cells that know their address.

A profile, the cabinet's finance table and a table read from a document are all this one value, so that one footing
analysis and one writer per format serve them all.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bvtrack.core.financial_year import FinancialYear
    from bvtrack.core.finding import Key
    from bvtrack.core.money import Money, Unit


class Role(StrEnum):
    """What a row or a column is to the arithmetic."""

    ITEM = "item"  # figures that stand for themselves: a recommendation's row, a year's column
    HEADING = "heading"  # words over the rows that follow
    SUBTOTAL = "sub-total"
    TOTAL = "total"
    MEMO = "memo"  # shown, not summed: notes, references, rates


@dataclass(frozen=True, slots=True)
class Line:
    """A row or a column: its label as printed, its role, the heading of the group it stands under ("" for none).

    `year` is set where the label reads as one financial year. Sums of a row never cross groups of columns.
    `numeric` says that its cells are figures, to be aligned right.
    """

    label: str
    role: Role = Role.ITEM
    group: str = ""
    year: FinancialYear | None = None
    numeric: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its text as printed, its reading where it is money, its address and its path in its file.

    `span` is how many columns the text stands over, the cells it covers being empty.
    """

    text: str = ""
    money: Money | None = None
    address: str = ""
    key: Key = ()
    span: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """Columns, rows, `cells[row][column]`; `corner` heads the column of row labels, which is not in `columns`."""

    name: str
    columns: tuple[Line, ...]
    rows: tuple[Line, ...]
    cells: tuple[tuple[Cell, ...], ...]
    title: str = ""
    corner: str = ""
    unit: Unit | None = None
    notes: tuple[str, ...] = ()

    def figures(self) -> Iterator[tuple[int, int, Cell]]:
        """Yield row, column and cell of each cell that holds an amount."""
        for row, cells in enumerate(self.cells):
            for column, cell in enumerate(cells):
                if cell.money is not None and cell.money.pence is not None:
                    yield row, column, cell
