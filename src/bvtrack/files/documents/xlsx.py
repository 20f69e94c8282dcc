"""Reads spreadsheets: each visible sheet's cells as people see them, with merged cells as spans.

Hidden sheets are left out; hidden rows and columns are read, as totals count them. Both are told in notes.

The XML is read here rather than by a library because what matters is what libraries leave out: the figure as its
format shows it, the digits behind it without a float between, and that a formula has never been worked out.
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from bvtrack.core.document import Spot
from bvtrack.core.errors import InputProblem
from bvtrack.core.visible import visible
from bvtrack.files.documents.archive import Archive, attribute, tag
from bvtrack.files.documents.assemble import assembled
from bvtrack.files.documents.block import Piece, folded
from bvtrack.files.documents.limits import MAX_CELLS, MAX_COLUMNS, MAX_DIGITS, MAX_MERGES, MAX_ROWS, located
from bvtrack.files.documents.markup import raised
from bvtrack.files.documents.number_format import BUILT_IN, shown
from bvtrack.files.documents.sheet import blocks_of_sheet

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from bvtrack.core.document import Document
    from bvtrack.files.documents.block import Block

_WORKBOOK: Final = "xl/workbook.xml"
_REFERENCE: Final = re.compile(r"\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6})")
_ESCAPED: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")

Place = tuple[int, int]  # row and column, from 0


@dataclass(frozen=True, slots=True)
class _Book:
    """What the sheets of a workbook share."""

    strings: list[str]
    formats: list[str]
    from_1904: bool


@dataclass(slots=True)
class _Sheet:
    """One sheet: its name, the texts of its filled cells, and the extent of each merged range by its first cell."""

    name: str
    place: str
    texts: dict[Place, str] = field(default_factory=dict)
    merges: dict[Place, Place] = field(default_factory=dict)
    unseen: bool = False  # some of its rows or columns are hidden
    top: int = 1 << 24
    left: int = 1 << 24
    bottom: int = 0
    right: int = 0

    def fill(self, place: Place, text: str) -> None:
        """Put a text in a cell; one too far from the others is refused."""
        row, column = place
        self.top, self.left = min(self.top, row), min(self.left, column)
        self.bottom, self.right = max(self.bottom, row), max(self.right, column)
        height, width = self.bottom - self.top + 1, self.right - self.left + 1
        if height > MAX_ROWS or width > MAX_COLUMNS or height * width > MAX_CELLS:
            what = "a table that reaches from far off to here"
            raise InputProblem(self.where(place), what, "clear stray cells, or split the sheet")
        self.texts[place] = text

    def where(self, place: Place) -> str:
        """Name a cell of the sheet."""
        return located(self.place, Spot(sheet=visible(self.name), cell=_reference(place)))


def read_xlsx(data: bytes, place: str) -> Document:
    """Read the tables of a spreadsheet.

    Raises InputProblem with sheet and cell where a formula has no value or the sheet is larger than a table.
    """
    archive = Archive(data, place)
    if _WORKBOOK not in archive:
        raise InputProblem(place, "is no spreadsheet by what it holds", "save it as .xlsx again")
    workbook = archive.tree(_WORKBOOK)
    book = _Book(
        _strings(archive),
        _formats(archive),
        any(attribute(one, "date1904") in {"1", "true"} for one in workbook.iter() if tag(one) == "workbookPr"),
    )
    targets = _targets(archive)
    sheets = [one for one in workbook.iter() if tag(one) == "sheet"]
    hidden = [attribute(one, "name") or "" for one in sheets if attribute(one, "state") in {"hidden", "veryHidden"}]
    notes = [f"the sheet “{visible(name)}” is hidden and was not read" for name in hidden]

    def blocks() -> Iterator[Block]:
        for one in sheets:
            name, part = attribute(one, "name") or "", targets.get(attribute(one, "id") or "")
            if name not in hidden and part is not None and part.startswith("xl/worksheets/"):
                sheet = _sheet(archive, part, name, book)
                if sheet.unseen:
                    notes.append(
                        f"the sheet “{visible(name)}” has hidden rows or columns, which were read with the rest"
                    )
                yield from blocks_of_sheet(_rows(sheet), name)

    return assembled(blocks(), place, notes)


def _targets(archive: Archive) -> dict[str, str]:
    """Give the part each relation of the workbook leads to."""
    relations = archive.elements("xl/_rels/workbook.xml.rels", "Relationship")
    return {
        attribute(one, "Id") or "": posixpath.normpath(posixpath.join("/xl", attribute(one, "Target") or ""))[1:]
        for one in relations
    }


def _strings(archive: Archive) -> list[str]:
    part = "xl/sharedStrings.xml"
    return [_text(one) for one in archive.elements(part, "si")] if part in archive else []


def _text(element: Element) -> str:
    """Gather the runs of a text, without the readings of East Asian words, `_x000D_` and its like decoded."""
    text = "".join(_run(run) for run in element if tag(run) in {"r", "t"})
    return folded(_ESCAPED.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text)


def _run(run: Element) -> str:
    """Give the text of a run, that of a footnote mark raised."""
    text = "".join(part.text or "" for part in run.iter() if tag(part) == "t")
    if any(tag(part) == "strike" and part.get("val") not in {"0", "false"} for part in run.iter()):
        return ""
    is_raised = any(tag(part) == "vertAlign" and part.get("val") == "superscript" for part in run.iter())
    return raised(text) if is_raised else text


def _formats(archive: Archive) -> list[str]:
    """Give the number format of each cell style."""
    if "xl/styles.xml" not in archive:
        return []
    styles = archive.tree("xl/styles.xml")
    own = {
        attribute(one, "numFmtId"): attribute(one, "formatCode") or "" for one in styles.iter() if tag(one) == "numFmt"
    }
    built_in = {str(number): code for number, code in BUILT_IN.items()}
    known = built_in | own
    cells = next((one for one in styles if tag(one) == "cellXfs"), ())
    return [known.get(attribute(one, "numFmtId") or "0", "General") for one in cells]


def _sheet(archive: Archive, part: str, name: str, book: _Book) -> _Sheet:
    """Read the filled cells of a sheet and its merged ranges."""
    sheet = _Sheet(name, archive.place)
    row = -1
    for element in archive.elements(part, "col", "row", "mergeCell"):
        if tag(element) == "mergeCell":
            _merge(sheet, element.get("ref", ""))
            continue
        sheet.unseen |= element.get("hidden") in {"1", "true"}
        if tag(element) == "col":
            continue
        number = element.get("r", "")
        row = int(number) - 1 if number.isdecimal() and len(number) < 8 else row + 1
        column = -1
        for cell in element:
            if tag(cell) != "c":
                continue
            reference = _REFERENCE.fullmatch(cell.get("r", ""))
            column = _column(reference[1]) if reference else column + 1
            text = _cell(cell, book, sheet, (row, column))
            if text:
                sheet.fill((row, column), text)
    return sheet


def _cell(cell: Element, book: _Book, sheet: _Sheet, place: Place) -> str:
    """Give the text a cell shows."""
    parts = {tag(child): child for child in cell}
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        return _text(parts["is"]) if "is" in parts else ""
    value = (parts["v"].text or "") if "v" in parts else ""
    if not value:
        if "f" in parts and kind != "str":
            what, todo = "a formula that was never worked out", "open it in a spreadsheet program and save it"
            raise InputProblem(sheet.where(place), what, todo)
        return ""
    style = cell.get("s", "0")
    try:
        match kind:
            case "s":
                return book.strings[int(value) if value.isdecimal() else len(book.strings)]
            case "b":
                return "TRUE" if value == "1" else "FALSE"
            case "n":
                nth = int(style)
                code = book.formats[nth] if nth < len(book.formats) else "General"
                if len(value) > MAX_DIGITS:
                    raise InputProblem(sheet.where(place), f"a number of more than {MAX_DIGITS} digits", "correct it")
                return shown(value.strip(), code, from_1904=book.from_1904)
            case _:  # the text of a formula, an error such as #DIV/0!, a day as text
                return folded(value)
    except (ValueError, IndexError) as error:
        what = f"“{visible(value[:40])}” is nothing a cell can hold"
        raise InputProblem(sheet.where(place), what, "save the spreadsheet again") from error


def _merge(sheet: _Sheet, reference: str) -> None:
    """Note a merged range."""
    first, _, last = reference.partition(":")
    corners = [match for match in map(_REFERENCE.fullmatch, (first, last or first)) if match]
    if len(corners) == 2:
        (top, left), (bottom, right) = ((int(match[2]) - 1, _column(match[1])) for match in corners)
        sheet.merges[top, left] = (bottom - top + 1, right - left + 1)
    if len(sheet.merges) > MAX_MERGES:
        what = f"more than {MAX_MERGES:,} merged ranges"
        raise InputProblem(sheet.where((top, left)), what, "undo the merging of cells")


def _rows(sheet: _Sheet) -> list[list[Piece]]:
    """Lay the cells of a sheet out in rows, from the first column that is filled."""
    if not sheet.texts:
        return []
    covered = _covered(sheet)
    return [
        [_piece(sheet, (row, column)) for column in range(sheet.left, sheet.right + 1) if (row, column) not in covered]
        for row in range(sheet.top, sheet.bottom + 1)
    ]


def _covered(sheet: _Sheet) -> set[Place]:
    """Give the places that merged ranges cover, but for the first of each."""
    covered: set[Place] = set()
    area = 0
    for (top, left), (rows, columns) in sheet.merges.items():
        down = range(top, min(top + rows, sheet.bottom + 1))
        over = range(left, min(left + columns, sheet.right + 1))
        area += len(down) * len(over)
        if area > MAX_CELLS:
            raise InputProblem(sheet.where((top, left)), "merged ranges over each other", "undo the merging of cells")
        covered.update((row, column) for row in down for column in over if (row, column) != (top, left))
    return covered


def _piece(sheet: _Sheet, place: Place) -> Piece:
    rows, columns = sheet.merges.get(place, (1, 1))
    return Piece(sheet.texts.get(place, ""), cell=_reference(place), rows=rows, columns=columns)


def _column(letters: str) -> int:
    """Give the number of a column from its letters: A is 0, XFD 16,383."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def _reference(place: Place) -> str:
    """Write a cell in A1 style."""
    row, number = place[0] + 1, place[1] + 1
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters}{row}"
