"""Finds the tables on a sheet of cells, as in a spreadsheet or a CSV file, where nothing says where one begins.

A blank row ends a table only if what follows begins anew: with lines of words, or a row of labels. So the blocks of
one table, and its total below a blank row, stay together. Lines of words over a table are its caption.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from bvtrack.core.document import Paragraph, Spot
from bvtrack.files.documents.block import Drawn, Piece
from bvtrack.files.documents.figures import is_figure, is_labels, is_year

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
    texts = [piece.text for piece in wide or ()]
    return any(map(is_figure, texts)) and not is_labels(texts)


def _is_line(row: Row) -> bool:
    """Tell whether a row is a line of words: only its first cell is filled, whatever the cell covers."""
    return bool(row and row[0].text) and not any(piece.text for piece in row[1:])


def _drawn(rows: list[Row], sheet: str) -> Iterator[Block]:
    """Yield the tables of a run of rows, the lines of words over each as its caption, those alone as prose."""
    for part in _beside(rows):
        yield from _one(part, sheet)


def _beside(rows: list[Row]) -> list[list[Row]]:
    """Part tables that stand beside each other: after a blank column stands one of words, which are labels."""
    if any(piece.columns > 1 or piece.rows > 1 for row in rows for piece in row):
        return [rows]
    width = max(map(len, rows), default=0)
    texts = [[row[nth].text if nth < len(row) else "" for row in rows] for nth in range(width)]
    starts = [nth for nth in range(2, width) if not any(texts[nth - 1]) and any(texts[0]) and _are_labels(texts[nth])]
    return [[row[start:end] for row in rows] for start, end in zip([0, *starts], [*starts, width or None], strict=True)]


def _are_labels(column: list[str]) -> bool:
    """Tell whether a column could be the first of a table: below its first text two are words, and most."""
    below = [text for text in column if text][1:]
    words = sum(not is_figure(text) and not is_year(text) for text in below)
    return words >= 2 and 2 * words > len(below)


def _one(rows: list[Row], sheet: str) -> Iterator[Block]:
    """Yield the table of rows."""
    while rows and not any(piece.text for piece in rows[-1]):
        rows = rows[:-1]
    while rows and not any(piece.text for piece in rows[0]):
        rows = rows[1:]
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
