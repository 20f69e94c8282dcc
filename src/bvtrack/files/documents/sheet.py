"""Finds the tables on a sheet of cells, as in a spreadsheet or a CSV file, where nothing says where one begins.

A blank row ends a table only if what follows begins anew: with lines of words, or a row of labels. So the blocks of
one table, and its total below a blank row, stay together. Lines of words over a table are its caption.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from bvtrack.core.document import Paragraph, Spot
from bvtrack.files.documents.block import Drawn, Piece
from bvtrack.files.documents.figures import is_labels

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bvtrack.files.documents.block import Block

Row = list[Piece]


def blocks_of_sheet(rows: Sequence[Row], sheet: str = "") -> Iterator[Block]:
    """Yield the tables of a sheet and the texts outside them; rows hold a piece for every place no other covers."""
    waiting: list[Row] = []
    for block in _runs(rows):
        if waiting and _is_rest(block):
            waiting += block
            continue
        yield from _drawn(waiting, sheet)
        waiting = block
    yield from _drawn(waiting, sheet)


def _runs(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Yield runs of rows, each with the blank rows after it."""
    run: list[Row] = []
    blank = False
    for is_blank, group in groupby(rows, key=lambda row: not any(piece.text for piece in row)):
        if not is_blank and blank:
            yield run
            run = []
        run += group
        blank = is_blank
    if run:
        yield run


def _is_rest(run: list[Row]) -> bool:
    """Tell whether a run of rows goes on with the table above: its first row with two cells or more has figures."""
    wide = next((row for row in run if not _is_line(row) and any(piece.text for piece in row)), None)
    return wide is not None and not is_labels([piece.text for piece in wide])


def _is_line(row: Row) -> bool:
    """Tell whether a row is a line of words: only its first cell is filled, whatever the cell covers."""
    return bool(row and row[0].text) and not any(piece.text for piece in row[1:])


def _drawn(rows: list[Row], sheet: str) -> Iterator[Block]:
    """Yield the table of a run of rows, the lines of words over it as its caption, those alone as prose."""
    while rows and not any(piece.text for piece in rows[-1]):
        rows = rows[:-1]
    start = next((nth for nth, row in enumerate(rows) if any(piece.text for piece in row[1:])), len(rows))
    lines = [row[0] for row in rows[:start] if row and row[0].text]
    yield from (Paragraph(piece.text, Spot(piece.line, sheet, piece.cell)) for piece in lines)
    if start < len(rows):
        caption = " ".join(piece.text for piece in lines)
        yield Drawn(_trimmed(rows[start:]), caption, sheet, sheet, continues=False)


def _trimmed(rows: list[Row]) -> list[Row]:
    """Leave out columns without a text at the right; a table with spans keeps its columns."""
    if any(piece.columns > 1 or piece.rows > 1 for row in rows for piece in row):
        return rows
    width = max(max((nth + 1 for nth, piece in enumerate(row) if piece.text), default=0) for row in rows)
    return [row[:width] for row in rows]
