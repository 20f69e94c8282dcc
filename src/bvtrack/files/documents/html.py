"""Reads web pages with lxml: tables with spans, captions and header rows, and the prose around them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bvtrack.core.document import Paragraph, Spot
from bvtrack.core.errors import InputProblem
from bvtrack.files.documents.assemble import assembled
from bvtrack.files.documents.block import Drawn, Piece, Title, folded, line_of
from bvtrack.files.documents.decoding import decoded
from bvtrack.files.documents.figures import is_figure
from bvtrack.files.documents.limits import MAX_COLUMNS
from bvtrack.files.documents.markup import STRUCK_OUT, raised, refuse_surrogates
from bvtrack.files.documents.plain_text import text_blocks
from bvtrack.files.documents.sheet import blocks_of_sheet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from bvtrack.core.document import Document
    from bvtrack.files.documents.block import Block

    Placed = tuple[int, Block]

_DECLARED: Final = re.compile(rb"<meta\b[^>]{0,200}?charset=[\"']?([A-Za-z0-9_-]{2,20})", re.IGNORECASE)
_ENCODINGS: Final = {"windows-1252": "cp1252", "cp1252": "cp1252", "iso-8859-1": "cp1252", "latin1": "cp1252"}
_ENTITIES: Final = re.compile(r"<!ENTITY\b|<!DOCTYPE[^>\[]{0,400}\[", re.IGNORECASE)
_TITLES: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
# fmt: off
_SILENT: Final = frozenset((
    "del", "head", "noscript", "object", "s", "script", "select", "strike", "style", "svg", "template", "textarea",
))
_INLINE: Final = frozenset((
    "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "dfn", "em", "font", "i", "img", "ins",
    "kbd", "label", "mark", "q", "samp", "small", "span", "strong", "sub", "sup", "time", "tt", "u",
    "var", "wbr",
))
# fmt: on
_UNSEEN: Final = re.compile(r"display\s*:\s*none|text-decoration[a-z-]*\s*:[^;]*line-through", re.IGNORECASE)
_STRUCK: Final = re.compile(r"<(?:del|s|strike)[\s>]|line-through", re.IGNORECASE)
_MOST: Final = 60_000  # more than any span, and no number to wait for


def read_html(data: bytes, place: str) -> Document:
    """Read the tables and the prose of a web page."""
    declared = _DECLARED.search(data[:2048])
    encoding = _ENCODINGS.get(declared[1].decode().lower(), "") if declared else ""
    text, notes = decoded(data, place, encoding)
    notes += (STRUCK_OUT,) if _STRUCK.search(text) else ()
    return assembled((block for _, block in html_blocks(text, place)), place, notes)


def html_blocks(text: str, place: str, line: int = 1) -> Iterator[Placed]:
    """Yield the blocks of a page, or of a part of one that begins at a line, each with its line."""
    try:
        from lxml import etree
    except ImportError as error:
        todo = "install it: pip install 'bvtrack[documents]'"
        raise InputProblem(place, "tables in HTML are read with lxml, which is not here", todo) from error
    declaration = _ENTITIES.search(text)
    if declaration:
        where = f"{place}:{text.count(chr(10), 0, declaration.start()) + line}"
        raise InputProblem(where, "declares entities", "take the declaration out")
    refuse_surrogates(text, place)
    if not text.strip():
        return
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    root = etree.fromstring(text.encode(), parser)
    limits = [error for error in parser.error_log if "RESOURCE" in error.type_name]
    if limits:
        where = f"{place}:{limits[0].line + line - 1}"
        raise InputProblem(where, "elements nested without end", "close them, or save the page anew")
    if root is not None:
        yield from _Page(line - 1).blocks(root)


class _Page:
    """Walks a page and gathers the words between its blocks."""

    def __init__(self, before: int) -> None:
        self._before = before
        self._words: list[str] = []
        self._line = 0

    def blocks(self, element: Element) -> Iterator[Placed]:
        """Yield the blocks of an element."""
        yield from self._inside(element)
        yield from self._flush()

    def _inside(self, element: Element) -> Iterator[Placed]:
        self._add(element.text, element)
        for child in element:
            name = _name(child)
            if name in _SILENT or _is_hidden(child):
                pass
            elif name == "table":
                yield from self._flush()
                yield from self._table(child)
            elif name in _TITLES:
                yield from self._flush()
                line = self._line_of(child)
                yield line, Title(_text(child), Spot(line=line))
            elif name == "sup":
                self._add(raised("".join(_words(child))), child)
            elif name in _INLINE:
                yield from self._inside(child)
            elif name == "pre":
                yield from self._flush()
                yield from self._text(child)
            else:
                yield from self._flush()
                yield from self._inside(child)
                yield from self._flush()
            self._add(child.tail, child)

    def _add(self, words: str | None, element: Element) -> None:
        if words and words.strip():
            self._line = self._line or self._line_of(element)
        self._words.append(words or "")

    def _flush(self) -> Iterator[Placed]:
        text, line = folded("".join(self._words)), self._line
        self._words, self._line = [], 0
        if text:
            yield line, Paragraph(text, Spot(line=line))

    def _line_of(self, element: Element) -> int:
        line = element.sourceline
        return (line if isinstance(line, int) else 1) + self._before

    def _table(self, table: Element, *, outer: bool = True) -> Iterator[Placed]:
        """Yield a table, then those in its cells; one without figures that holds others only lays the page out."""
        rows, left = _rows(table)
        cells = [[cell for cell in row if _name(cell) in {"td", "th"}][: MAX_COLUMNS + 1] for row in rows]
        within = [inner for row in cells for cell in row for inner in _tables_in(cell)]
        if within and not any(is_figure(_text(cell)) for row in cells for cell in row):
            for row in cells:
                for cell in row:
                    yield from self.blocks(cell)
            return
        caption = next((_text(child) for child in table if _name(child) == "caption"), "")
        heads = 0
        while heads < len(rows) and _is_head(rows[heads], cells[heads]):
            heads += 1
        drawn = [[self._piece(cell, left[nth], header=nth < heads) for cell in row] for nth, row in enumerate(cells)]
        line = self._line_of(table)
        if caption:
            yield line, Paragraph(caption, Spot(line=line))
        if not heads and not caption and _is_sheet(drawn):
            yield from ((line_of(block), block) for block in blocks_of_sheet(drawn))
        elif drawn:
            yield line, Drawn(drawn, caption, continues=outer)
        for inner in within:
            yield from self._table(inner, outer=False)

    def _piece(self, cell: Element, left: int, *, header: bool) -> Piece:
        line, columns, rows = self._line_of(cell), _span(cell, "colspan"), _span(cell, "rowspan")
        return Piece(_text(cell), line, header=header, columns=columns or 1, rows=min(rows, left) if rows else left)

    def _text(self, element: Element) -> Iterator[Placed]:
        """Yield the blocks of a text whose line ends and spaces print."""
        lines = "".join(_words(element)).split("\n")
        yield from ((line_of(block), block) for block in text_blocks(lines, self._line_of(element)))


def _name(element: Element) -> str:
    return element.tag if isinstance(element.tag, str) else ""


def _is_hidden(element: Element) -> bool:
    style = element.get("style")
    return element.get("hidden") is not None or bool(style and _UNSEEN.search(style))


def _text(element: Element) -> str:
    """Give the text of a cell or a title, a space between its paragraphs; tables in it speak for themselves."""
    return folded("".join(_words(element)))


def _words(element: Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        name = _name(child)
        if name == "sup":
            yield raised("".join(_words(child)))
        elif name in _INLINE and not _is_hidden(child):
            yield from _words(child)
        elif name not in _SILENT and name != "table" and not _is_hidden(child):
            yield " "
            yield from _words(child)
            yield " "
        yield child.tail or ""


def _rows(table: Element) -> tuple[list[Element], list[int]]:
    """Give the rows in the order they print, those of the head first, those of the foot last.

    With each comes how many rows of its part are left, which is as far as a cell of it can reach.
    """
    parts: dict[str, list[list[Element]]] = {"thead": [], "tbody": [[]], "tfoot": []}
    for child in table:
        name = _name(child)
        if name == "tr":
            parts["tbody"][-1].append(child)
        elif name in parts:
            parts[name].append([row for row in child if _name(row) == "tr"])
    shown = [[row for row in part if not _is_hidden(row)] for groups in parts.values() for part in groups]
    rows = [row for part in shown for row in part]
    return rows, [left for part in shown for left in range(len(part), 0, -1)]


def _is_sheet(rows: list[list[Piece]]) -> bool:
    """Tell whether a table is a whole sheet, as spreadsheet programs save one: a blank row parts what is in it."""
    return any(not any(piece.text for piece in row) for row in rows[1:-1])


def _tables_in(element: Element) -> Iterator[Element]:
    """Yield the outermost tables in a cell."""
    for child in element:
        if _name(child) == "table":
            yield child
        else:
            yield from _tables_in(child)


def _is_head(row: Element, cells: list[Element]) -> bool:
    parent = row.getparent()
    if parent is not None and _name(parent) == "thead":
        return True
    filled = [cell for cell in cells if _text(cell)]
    return len(filled) >= 1 and all(_name(cell) == "th" for cell in filled)


def _span(cell: Element, name: str) -> int:
    """Give how far a cell spans: 1 where it does not say, 0 for as far as there is."""
    text = (cell.get(name) or "1").strip()
    return min(int(text), _MOST) if text.isdecimal() and len(text) < 8 else 1
