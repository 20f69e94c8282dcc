"""Expands a table as drawn into a rectangle: what a span covers repeats its text, what is missing is blank."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bvtrack.core.document import GridCell, Spot
from bvtrack.files.documents.limits import MAX_COLUMNS, located

if TYPE_CHECKING:
    from bvtrack.files.documents.block import Drawn, Piece
    from bvtrack.files.documents.limits import Budget


def expanded(drawn: Drawn, number: int, budget: Budget, place: str) -> tuple[tuple[GridCell, ...], ...]:
    """Give the cells of a table, each row as wide as the widest.

    Raises InputProblem where there are more than a table of a council paper has.
    """
    first = next((piece for row in drawn.rows for piece in row), None)
    place = located(place, Spot(first.line if first else None, drawn.sheet, first.cell if first else "", number, 1, 1))
    budget.table(place)
    height = len(drawn.rows)
    places: list[dict[int, tuple[Piece, bool]]] = [{} for _ in drawn.rows]
    width = 0  # columns that nothing begins in, as of a title over far more than there is, are none
    for row, pieces in enumerate(drawn.rows):
        budget.area(place, 0, len(pieces))
        column = 0
        for piece in pieces:
            while column in places[row]:
                column += 1
            rows, columns = min(piece.rows, height - row), min(piece.columns, MAX_COLUMNS)
            width = max(width, column + 1)
            if rows * columns > 1:
                budget.area(place, rows, columns)
            for below in range(row, row + rows):
                for beside in range(column, column + columns):
                    covered = (below, beside) != (row, column)
                    places[below].setdefault(beside, (piece, covered))
            column += columns
    budget.area(place, height, width)
    return tuple(
        tuple(_cell(drawn, found.get(column), (number, row + 1, column + 1)) for column in range(width))
        for row, found in enumerate(places)
    )


def _cell(drawn: Drawn, found: tuple[Piece, bool] | None, where: tuple[int, int, int]) -> GridCell:
    table, row, column = where
    if found is None:
        return GridCell("", Spot(sheet=drawn.sheet, table=table, row=row, column=column))
    piece, covered = found
    spot = Spot(piece.line, drawn.sheet, piece.cell, table, row, column)
    return GridCell(piece.text, spot, piece.header, covered)
