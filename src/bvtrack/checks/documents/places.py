"""Where in a document a finding about a table stands: the table, the cell that labels a row or heads a column."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bvtrack.checks.structure.inference import Footed
    from bvtrack.core.finding import Key


def key_of_table(footed: Footed) -> Key:
    """Give the key of a financial table of a document."""
    return footed.footing.table.cells[0][0].key[:2]


def key_of_row(footed: Footed, row: int) -> Key:
    """Give the key of the cell that labels a row of a financial table."""
    grid_row = grid_row_of(footed, row)
    label = footed.footing.table.rows[row].label
    texts = [" ".join(cell.text.split()) for cell in footed.grid.cells[grid_row]]
    return (*key_of_table(footed), grid_row, texts.index(label) if label in texts else 0)


def key_of_column(footed: Footed, column: int) -> Key:
    """Give the key of the cell that heads a column of a financial table: the lowest with a digit in it."""
    grid_column = int(footed.footing.table.cells[0][column].key[-1])
    heads = [row[grid_column].text for row in footed.grid.cells[: grid_row_of(footed, 0)]]
    row = max((nth for nth, text in enumerate(heads) if any(map(str.isdigit, text))), default=0)
    return (*key_of_table(footed), row, grid_column)


def grid_row_of(footed: Footed, row: int) -> int:
    """Give the row of the grid that a row of a financial table stands in."""
    return int(footed.footing.table.cells[row][0].key[-2])
