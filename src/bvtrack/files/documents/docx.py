"""Reads Word files: paragraphs, titles by their style, tables with merged cells and repeated header rows.

The XML is read here rather than by a library so that a draft with tracked changes reads as it would print, what was
inserted in, what was deleted or struck out not; and so that tables in content controls and text boxes are not missed.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, Final

from bvtrack.core.document import Paragraph, Spot
from bvtrack.core.errors import InputProblem
from bvtrack.files.documents.archive import Archive, attribute, tag
from bvtrack.files.documents.assemble import assembled
from bvtrack.files.documents.block import Drawn, Piece, Title, folded
from bvtrack.files.documents.figures import is_figure
from bvtrack.files.documents.limits import MAX_COLUMNS
from bvtrack.files.documents.markup import STRUCK_OUT, raised

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from xml.etree.ElementTree import Element

    from bvtrack.core.document import Document
    from bvtrack.files.documents.block import Block

_DOCUMENT: Final = "word/document.xml"
_STYLES: Final = "word/styles.xml"
_GONE: Final = frozenset({"del", "moveFrom", "Fallback", "instrText", "delText", "rt"})
_UNSEEN: Final = ("vanish", "strike", "dstrike")
_STRUCK: Final = frozenset({"strike", "dstrike"})
_CHANGED: Final = frozenset({"del", "ins", "moveFrom", "moveTo"})
_SPACE: Final = frozenset({"tab", "br", "cr", "ptab"})
_APART: Final = frozenset({"tbl", "txbxContent", "pPr"})
_TITLE: Final = re.compile(r"(?:heading [1-9]|title)", re.IGNORECASE)
_OFF: Final = frozenset({"0", "false", "off"})


def read_docx(data: bytes, place: str) -> Document:
    """Read the tables and the prose of a Word file."""
    archive = Archive(data, place)
    if _DOCUMENT not in archive:
        raise InputProblem(place, "is no Word document by what it holds", "save it as .docx again")
    body = archive.tree(_DOCUMENT)
    titles = _title_styles(archive)
    return assembled(_tabbed(_blocks(body, titles)), place, _notes(body))


def _notes(body: Element) -> tuple[str, ...]:
    tags = {tag(one) for one in body.iter()}
    notes = {"tracked changes were read as accepted": _CHANGED, STRUCK_OUT: _STRUCK}
    return tuple(note for note, marks in notes.items() if marks & tags)


def _tabbed(blocks: Iterable[Block]) -> Iterator[Block]:
    """Make a table of paragraphs with tabs in them, one after the other, where two or more have figures after a tab."""
    waiting: list[Paragraph] = []
    for block in blocks:
        if isinstance(block, Paragraph) and "\t" in block.text:
            waiting.append(block)
            continue
        yield from _table_or_prose(waiting)
        yield block
        waiting = []
    yield from _table_or_prose(waiting)


def _table_or_prose(paragraphs: list[Paragraph]) -> Iterator[Block]:
    rows = [[folded(cell) for cell in one.text.split("\t")] for one in paragraphs]
    if sum(any(map(is_figure, row[1:])) for row in rows) >= 2:
        yield Drawn([[Piece(text) for text in row] for row in rows], continues=False)
    else:
        yield from (replace(one, text=folded(one.text)) for one in paragraphs)


def _title_styles(archive: Archive) -> frozenset[str]:
    """Give the ids of the styles that titles have."""
    if _STYLES not in archive:
        return frozenset()
    return frozenset(
        attribute(style, "styleId") or ""
        for style in archive.elements(_STYLES, "style")
        if _TITLE.fullmatch(_value(style, "name"))
    )


def _value(element: Element, *path: str) -> str:
    """Give the value of the property at a path of tags, "" where there is none."""
    found = _at(element, *path)
    return "" if found is None else attribute(found, "val") or ""


def _at(element: Element, *path: str) -> Element | None:
    for name in path:
        below = next((child for child in element if tag(child) == name), None)
        if below is None:
            return None
        element = below
    return element


def _is_set(element: Element, *path: str) -> bool:
    """Tell whether a property that is on or off is on."""
    found = _at(element, *path)
    return found is not None and (attribute(found, "val") or "") not in _OFF


def _blocks(element: Element, titles: frozenset[str]) -> Iterator[Block]:
    """Yield the paragraphs and tables in an element, of whatever wraps them, in order."""
    for child in element:
        name = tag(child)
        if name == "p":
            yield from _paragraph(child, titles)
        elif name == "tbl":
            yield from _table(child)
        elif name not in _GONE:
            yield from _blocks(child, titles)


def _paragraph(element: Element, titles: frozenset[str]) -> Iterator[Block]:
    """Yield a paragraph, and after it what stands in its text boxes."""
    text = "".join(_texts(element)).strip(" ")
    if folded(text):
        is_title = _value(element, "pPr", "pStyle") in titles or _at(element, "pPr", "outlineLvl") is not None
        yield Title(folded(text), Spot()) if is_title else Paragraph(text if "\t" in text else folded(text), Spot())
    for box in _inside(element, "txbxContent"):
        yield from _blocks(box, titles)


def _inside(element: Element, name: str) -> Iterator[Element]:
    """Yield the outermost elements of a tag in an element, but for what is gone."""
    for child in element:
        if tag(child) == name:
            yield child
        elif tag(child) not in _GONE:
            yield from _inside(child, name)


def _texts(element: Element) -> Iterator[str]:
    """Yield the texts of a paragraph or a cell, a space between paragraphs; tables and boxes in it speak for them."""
    for child in element:
        name = tag(child)
        if name == "t":
            yield child.text or ""
        elif name in _SPACE:
            yield "\t" if name == "tab" else " "
        elif name == "noBreakHyphen":
            yield "-"
        elif name in _GONE or name in _APART or (name == "r" and any(_is_set(child, "rPr", one) for one in _UNSEEN)):
            continue
        elif name == "r" and _value(child, "rPr", "vertAlign") == "superscript":
            yield raised("".join(_texts(child)))
        else:
            yield from _texts(child)
            if name == "p":
                yield " "


def _table(element: Element, *, outer: bool = True) -> Iterator[Block]:
    """Yield a table, then the tables in its cells, each as one of its own."""
    rows = [row for row in _inside(element, "tr") if _at(row, "trPr", "del") is None]
    rows = [row for row in rows if next(_inside(row, "tc"), None) is not None]
    cells = [_row(row) for row in rows]
    heads = 0
    while heads < len(rows) and _is_set(rows[heads], "trPr", "tblHeader"):
        heads += 1
    drawn = [_pieces(cells, nth, header=nth < heads) for nth in range(len(rows))]
    yield Drawn(drawn, _value(element, "tblPr", "tblCaption"), continues=outer)
    for row in rows:
        for cell in _inside(row, "tc"):
            for inner in _inside(cell, "tbl"):
                yield from _table(inner, outer=False)


def _row(row: Element) -> dict[int, tuple[Element | None, int]]:
    """Give the cells of a row by the column each begins in, with its width; None where the row leaves columns out."""
    cells: dict[int, tuple[Element | None, int]] = {}
    column = 0
    before = _number(_value(row, "trPr", "gridBefore"), 0)
    if before:
        cells[0] = (None, before)
        column = before
    for cell in islice(_inside(row, "tc"), MAX_COLUMNS + 1):
        width = _number(_value(cell, "tcPr", "gridSpan"), 1)
        cells[column] = (cell, width)
        column += width
    return cells


def _number(text: str, default: int) -> int:
    return max(int(text), default) if text.isdecimal() and len(text) < 8 else default


def _pieces(cells: list[dict[int, tuple[Element | None, int]]], row: int, *, header: bool) -> list[Piece]:
    """Give the pieces of a row; a cell that goes on with the one above is a part of it."""
    pieces = []
    for column, (cell, width) in cells[row].items():
        if cell is None:
            pieces += [Piece("", header=header)] * width
            continue
        if row and _goes_on(cells, row, column):
            continue
        rows = 1
        while row + rows < len(cells) and _goes_on(cells, row + rows, column):
            rows += 1
        pieces.append(Piece(folded("".join(_texts(cell))), header=header, columns=width, rows=rows))
    return pieces


def _goes_on(cells: list[dict[int, tuple[Element | None, int]]], row: int, column: int) -> bool:
    """Tell whether the cell at a place goes on with the one above, as wide as it."""
    cell, width = cells[row].get(column, (None, 0))
    above, wide = cells[row - 1].get(column, (None, 0))
    if cell is None or above is None or width != wide:
        return False
    merge = _at(cell, "tcPr", "vMerge")
    return merge is not None and attribute(merge, "val") != "restart"
