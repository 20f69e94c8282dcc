"""How large a document may be. What is larger is refused before it is parsed: no council paper comes near."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bvtrack.core.errors import InputProblem

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bvtrack.core.document import Document, Spot

MAX_TEXT_BYTES: Final = 4 * 1024 * 1024
MAX_ARCHIVE_BYTES: Final = 16 * 1024 * 1024
MAX_PART_BYTES: Final = 32 * 1024 * 1024  # of XML, in a spreadsheet or Word file
MAX_ENTRIES: Final = 2_000
MAX_RATIO: Final = 300  # XML of real spreadsheets packs to a fiftieth at best
MAX_LINES: Final = 100_000
MAX_ROWS: Final = 20_000
MAX_COLUMNS: Final = 500
MAX_CELLS: Final = 200_000  # of all tables, spans expanded
MAX_TABLES: Final = 2_000
MAX_MERGES: Final = 5_000
MAX_DEPTH: Final = 200  # of elements in each other
MAX_DIGITS: Final = 60

_LONG_NUMBER: Final = re.compile(rf"[0-9]{{{MAX_DIGITS + 1}}}")
_BROKEN: Final = re.compile("[\0\ud800-\udfff]")


class Budget:
    """Counts the cells and tables of one document, and ends the reading of one that has too many."""

    def __init__(self, place: str) -> None:
        self._place = place
        self._cells = 0
        self._tables = 0

    def table(self, place: str) -> None:
        """Count a table."""
        self._tables += 1
        if self._tables > MAX_TABLES:
            raise InputProblem(place, f"is the table after {MAX_TABLES:,} others", "split the document")

    def area(self, place: str, rows: int, columns: int) -> None:
        """Count a rectangle of cells."""
        if rows > MAX_ROWS:
            raise InputProblem(place, f"a table of more than {MAX_ROWS:,} rows", "split the table")
        if columns > MAX_COLUMNS:
            raise InputProblem(place, f"a table of more than {MAX_COLUMNS:,} columns", "split the table")
        self._cells += rows * columns
        if self._cells > MAX_CELLS:
            raise InputProblem(place, f"the tables have more than {MAX_CELLS:,} cells", "split the document")


def accepted(document: Document, place: str) -> Document:
    """Give the document back if every text of it is one; refuse numbers beyond all money and broken characters."""
    _accept(((cell.text, cell.spot) for grid in document.grids for row in grid.cells for cell in row), place)
    _accept(((paragraph.text, paragraph.spot) for paragraph in document.prose), place)
    return document


def _accept(texts: Iterable[tuple[str, Spot]], place: str) -> None:
    for text, spot in texts:
        if text.isascii() and len(text) <= MAX_DIGITS and "\0" not in text:
            continue
        broken = _BROKEN.search(text)
        if broken:
            what = "a NUL character" if broken[0] == "\0" else "half a character (a lone surrogate)"
            raise InputProblem(located(place, spot), f"holds {what}", "take it out")
        if _LONG_NUMBER.search(text):
            raise InputProblem(located(place, spot), f"a number of more than {MAX_DIGITS} digits", "correct it")


def located(place: str, spot: Spot) -> str:
    """Write a place in a file as people find it: `x.csv:7`, or `x.xlsx: sheet Costs, cell B7`."""
    if spot.cell:
        return f"{place}: sheet {spot.sheet}, cell {spot.cell}"
    if spot.line is not None:
        return f"{place}:{spot.line}"
    if spot.table is not None:
        return f"{place}: table {spot.table}, row {spot.row}, column {spot.column}"
    return place
