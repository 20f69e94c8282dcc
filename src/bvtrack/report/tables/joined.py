"""One table of those of several reviews: each row with the id of its review, columns met by their headings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bvtrack.core.table import Cell, Line, Table

if TYPE_CHECKING:
    from collections.abc import Sequence


def joined(several: Sequence[tuple[str, Table]]) -> Table:
    """Join the tables of reviews, each given with the review's id; there is one at least.

    Columns stand in the order first met, which is that of every table, save where years differ.
    """
    first = several[0][1]
    columns = {column.label: column for _, table in several for column in table.columns}
    rows = [
        (review, line.label, {column.label: cell for column, cell in zip(table.columns, cells, strict=True)})
        for review, table in several
        for line, cells in zip(table.rows, table.cells, strict=True)
    ]
    return Table(
        name=first.name,
        corner="Review",
        columns=(Line(first.corner), *columns.values()),
        rows=tuple(Line(review) for review, *_ in rows),
        cells=tuple((Cell(label), *(cells.get(column, Cell()) for column in columns)) for _, label, cells in rows),
    )
