"""The cabinet's finance table: budget, savings and income by financial year, as the report prints it.

Blanks stay blank, headings and figures keep their print, and the row of totals carries its labels across the years.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bvtrack.core.finance import STREAMS, profile_of, stream_table
from bvtrack.core.table import Cell, Line, Role, Table

if TYPE_CHECKING:
    from bvtrack.core.review import Review


def finance(review: Review) -> Table:
    """Put the streams side by side, a row a recommendation, under one heading a stream."""
    streams = [table for stream in STREAMS if (table := stream_table(review, stream)) is not None]
    rows = [
        Line(one.id) for one in review.recommendations if any(profile_of(one, stream) is not None for stream in STREAMS)
    ]
    body = [tuple(cell for table in streams for cell in _row(table, line.label)) for line in rows]
    totals = tuple(cell for table in streams for cell in _totals(table))
    has_totals = any(cell.text for cell in totals)
    return Table(
        name="finance",
        title=f"Financial implications, {review.period.text}",
        corner="Rec",
        unit=review.unit,
        columns=tuple(replace(column, group=table.title) for table in streams for column in table.columns),
        rows=(*rows, Line("", Role.TOTAL)) if has_totals else tuple(rows),
        cells=(*body, totals) if has_totals else tuple(body),
    )


def _row(table: Table, label: str) -> tuple[Cell, ...]:
    """Give a recommendation's cells in a stream, empty where it has no profile there."""
    found = (
        cells
        for line, cells in zip(table.rows, table.cells, strict=True)
        if line.label == label and line.role is Role.ITEM
    )
    return next(found, (Cell(),) * len(table.columns))


def _totals(table: Table) -> tuple[Cell, ...]:
    """Give a stream's row of totals, its label over the years where those print no totals of their own."""
    line, cells = table.rows[-1], table.cells[-1]
    if line.role is not Role.TOTAL:
        return (Cell(),) * len(table.columns)
    *years, total = cells
    if any(cell.text for cell in years):
        return cells
    return (Cell(line.label, span=len(years)), *(Cell() for _ in years[1:]), total)
