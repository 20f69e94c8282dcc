"""Reads CSV: fields apart by comma, semicolon, tab or bar, whichever gives the most even rows; each with its line."""

from __future__ import annotations

import csv
import re
from collections import Counter
from io import StringIO
from typing import TYPE_CHECKING, Final

from bvtrack.core.errors import InputProblem
from bvtrack.files.documents.assemble import assembled
from bvtrack.files.documents.block import Piece, folded
from bvtrack.files.documents.decoding import decoded
from bvtrack.files.documents.limits import MAX_CELLS, MAX_COLUMNS, MAX_ROWS
from bvtrack.files.documents.sheet import blocks_of_sheet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bvtrack.core.document import Document

SEPARATORS: Final = ",;\t|"
_SAMPLE: Final = 100  # rows
_TOLD: Final = re.compile(r"sep=([,;\t|])\n", re.IGNORECASE)  # as spreadsheet programs write it


def read_csv(data: bytes, place: str) -> Document:
    """Read the tables of a CSV file."""
    text, notes = decoded(data, place)
    rows = list(_rows(text, place))
    return assembled(blocks_of_sheet(rows), place, notes)


def separator(text: str) -> str:
    """Give the character that stands between the fields: the one that most rows agree on the number of."""
    sample = StringIO(text[:20_000], newline="").readlines()[:_SAMPLE]

    def evenness(mark: str) -> tuple[int, int]:
        try:
            rows = [len(row) for row in csv.reader(sample, delimiter=mark)]
        except csv.Error:
            return (0, 0)
        return max(((count, width) for width, count in Counter(rows).items() if width > 1), default=(0, 0))

    return max(SEPARATORS, key=evenness)


def _rows(text: str, place: str) -> Iterator[list[Piece]]:
    told = _TOLD.match(text)
    source = StringIO(text[told.end() :] if told else text, newline="")
    mark = told[1] if told else separator(text)
    reader = csv.reader(source, delimiter=mark, strict=True, skipinitialspace=f'{mark} "' in text)
    before = 1 if told else 0
    line = before + 1
    cells = 0
    try:
        for count, fields in enumerate(reader, 1):
            cells += len(fields)
            if len(fields) > MAX_COLUMNS or count > MAX_ROWS or cells > MAX_CELLS:
                what = f"has more than {MAX_COLUMNS:,} columns, {MAX_ROWS:,} rows or {MAX_CELLS:,} cells"
                raise InputProblem(f"{place}:{line}", what, "split the file")
            yield list(_pieces(fields, line))
            line = before + reader.line_num + 1
    except csv.Error as error:
        where, what = f"{place}:{line}", f"is not CSV: {error}"
        raise InputProblem(where, what, "put the field in quotes, double those in it") from error


def _pieces(fields: list[str], line: int) -> Iterator[Piece]:
    for field in fields:
        yield Piece(folded(field), line)
        line += field.count("\n")
