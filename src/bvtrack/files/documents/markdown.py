"""Reads Markdown: its own tables, tables in HTML and those with tabs or bars between cells, titles and paragraphs.

The blocks are found by markdown-it. Rows are split here once more: it drops the cells that a row has over its header.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bvtrack.core.document import Paragraph, Spot
from bvtrack.core.errors import InputProblem
from bvtrack.files.documents.assemble import assembled
from bvtrack.files.documents.barred import BAR, barred_table, barred_until
from bvtrack.files.documents.block import Drawn, Piece, Title, folded
from bvtrack.files.documents.decoding import decoded
from bvtrack.files.documents.limits import MAX_COLUMNS
from bvtrack.files.documents.markup import STRUCK_OUT, refuse_surrogates, without_tags
from bvtrack.files.documents.plain_text import refuse_wide, tabbed_table, tabbed_until

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bvtrack.core.document import Document
    from bvtrack.files.documents.block import Block

    Placed = tuple[int, Block]

_FENCE: Final = re.compile(r" {0,3}(```+|~~~+)")
_TABLE: Final = re.compile(r"<table(?=[\s>]|$)", re.IGNORECASE)
_TABLE_LINE: Final = re.compile(r"\s*(?:<[a-z][^<>]*>\s*)*<table(?=[\s>]|$)", re.IGNORECASE)
_TABLE_END: Final = re.compile(r"</table\s*>", re.IGNORECASE)
_DELIMITERS: Final = re.compile(r"\s*\|?(?: *:?-+:? *\|)+(?: *:?-+:? *)?\s*")
_QUOTED: Final = re.compile(r"^[\s>]+")
_STRUCK: Final = re.compile(r"(?<!~)~~(?![~\s])|<(?:del|s|strike)[\s>]", re.IGNORECASE)
_MARKED: Final = re.compile(r"[*_`<&\\!\[~]")
_LONGEST: Final = 20_000  # characters of a text whose markup is looked at


def read_markdown(data: bytes, place: str) -> Document:
    """Read the tables and the prose of a Markdown file."""
    text, notes = decoded(data, place)
    refuse_surrogates(text, place)
    refuse_wide(text, place)
    lines = text.split("\n")
    for number, line in enumerate(lines, 1):
        if line.count("|") > MAX_COLUMNS + 1:
            raise InputProblem(f"{place}:{number}", f"a table of more than {MAX_COLUMNS:,} columns", "split the table")
    notes += (STRUCK_OUT,) if _STRUCK.search(text) else ()
    blocks = list(_others(lines, place))
    blocks += _Reader(lines).blocks()
    return assembled((block for _, block in sorted(blocks, key=lambda placed: placed[0])), place, notes)


def _others(lines: list[str], place: str) -> Iterator[Placed]:
    """Yield the tables in HTML and those of tabs or bars alone, and make their lines blank."""
    fence = ""
    number = 0
    while number < len(lines):
        line, end, is_table = lines[number], number, False
        mark = _FENCE.match(line)
        if fence or mark:
            fence = _after(fence, line, mark[1] if mark else "")
        elif _TABLE_LINE.match(line):
            end, is_table = _end_of_tables(lines, number), True
            from bvtrack.files.documents.html import html_blocks

            yield from html_blocks("\n".join(lines[number:end]), place, number + 1)
        elif line.lstrip()[:1] in {"|", "+"}:
            end, is_table = barred_until(lines, number)
            is_table = is_table and not _DELIMITERS.fullmatch(lines[number + 1])
            if is_table:
                yield number + 1, barred_table(lines[number:end], number + 1)
        elif "\t" in line:
            end, is_table = tabbed_until(lines, number)
            if is_table:
                yield number + 1, tabbed_table(lines[number:end], number + 1)
        if is_table:
            lines[number:end] = [""] * (end - number)
        number = max(end, number + 1)


def _after(fence: str, line: str, mark: str) -> str:
    """Give the fence that is open after a line, "" for none."""
    if not fence:
        return mark
    closes = mark.startswith(fence) and not line.strip().strip(mark[0])
    return "" if closes else fence


def _end_of_tables(lines: Sequence[str], start: int) -> int:
    """Give the line after the one that closes the last table opened; one never closed goes on to the end."""
    opened = 0
    for number in range(start, len(lines)):
        opened += len(_TABLE.findall(lines[number])) - len(_TABLE_END.findall(lines[number]))
        if opened <= 0:
            return number + 1
    return len(lines)


class _Reader:
    """Turns the tokens of markdown-it into blocks."""

    def __init__(self, lines: Sequence[str]) -> None:
        from markdown_it import MarkdownIt

        self._lines = lines
        self._parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
        self._blocks = MarkdownIt("commonmark").enable("table").disable("inline")  # markup only where it is needed

    def blocks(self) -> Iterator[Placed]:
        """Yield the blocks, each with its line."""
        rows: list[list[Piece]] = []
        start = line = 1
        before = ""
        for token in self._blocks.parse("\n".join(self._lines)):
            line = token.map[0] + 1 if token.map else line
            match token.type:
                case "table_open":
                    start, rows = line, []
                case "tr_open":
                    rows.append([])
                case "inline" if before in {"th_open", "td_open"}:
                    rows[-1].append(Piece(token.content, line, header=before == "th_open"))
                case "table_close":
                    yield start, Drawn([self._row(row) for row in rows])
                case "inline" | "html_block":
                    text, spot = self._shown(token.content), Spot(line=line)
                    if text:
                        yield line, Title(text, spot) if before == "heading_open" else Paragraph(text, spot)
            before = token.type

    def _row(self, row: list[Piece]) -> list[Piece]:
        """Give the cells of a row with those it has over its header."""
        line, header = row[0].line or 1, row[0].header
        source = _QUOTED.sub("", self._lines[line - 1]).strip().removeprefix("|")
        if source.endswith("|") and not source.endswith("\\|"):
            source = source[:-1]
        own = [cell.replace("\\|", "|").strip() for cell in BAR.split(source)]
        known = [piece.text for piece in row]
        cells = own if len(own) > len(known) and own[: len(known)] == known else known
        return [Piece(self._shown(cell), line, header=header) for cell in cells]

    def _shown(self, text: str) -> str:
        """Give a text as it reads, without its markup, entities decoded once."""
        if not _MARKED.search(text) or len(text) > _LONGEST:
            return folded(text)
        return without_tags(self._parser.renderInline(text))
