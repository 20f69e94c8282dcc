"""Reads plain text: tables with tabs between cells, tables laid out in columns by spaces, titles and paragraphs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bvtrack.core.document import Paragraph, Spot
from bvtrack.core.errors import InputProblem
from bvtrack.files.documents.aligned import aligned_table, aligned_until
from bvtrack.files.documents.assemble import assembled
from bvtrack.files.documents.barred import barred_table, barred_until
from bvtrack.files.documents.block import Drawn, Piece, Title, folded
from bvtrack.files.documents.decoding import decoded
from bvtrack.files.documents.figures import is_caption, is_figure
from bvtrack.files.documents.limits import MAX_COLUMNS
from bvtrack.files.documents.markup import has_tags, without_tags

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bvtrack.core.document import Document
    from bvtrack.files.documents.block import Block

_TITLE: Final = re.compile(r"#{1,6} +(.*)")
_ITEM: Final = re.compile(r"\s*(?:#{1,6}|[-*•–]|\(?[0-9]{1,2}[.)]|\(?[a-z][.)])\s+\S")
_NUMBERED: Final = re.compile(
    r"(?:[0-9]{1,2}(?:\.[0-9]{1,2})*\.?|[A-Z]\.|Appendix \w+|Annex \w+|Section \w+) +[A-Z].{0,80}"
)
_SENTENCE: Final = re.compile(r".*[.,;:?!]|.*£.*|(?!.*\b(?:19|20)[0-9]{2}(?:[-/–][0-9]{2,4})?$).*[0-9]%?")
_RULE: Final = re.compile(r"[\s=_*+|-]*")
_MAY_BEGIN: Final = re.compile(r"\t|  |^[|+]")  # a table
_PAGE: Final = re.compile(r"^\f+", re.MULTILINE)
_EMPHASIS: Final = re.compile(r"\*\*|__")


def read_plain_text(data: bytes, place: str) -> Document:
    """Read the tables and the prose of a plain text."""
    text, notes = decoded(data, place)
    refuse_wide(text, place)
    text = _PAGE.sub("", text).replace("\f", " ")
    return assembled(text_blocks(text.split("\n")), place, notes)


def refuse_wide(text: str, place: str) -> None:
    """Refuse a text with a line of more tabs than a table has columns."""
    if text.count("\t") <= MAX_COLUMNS:
        return
    for number, line in enumerate(text.split("\n"), 1):
        if line.count("\t") > MAX_COLUMNS:
            what = f"a table of more than {MAX_COLUMNS:,} columns"
            raise InputProblem(f"{place}:{number}", what, "take out tabs that stand for nothing")


def text_blocks(lines: Sequence[str], first: int = 1) -> Iterator[Block]:
    """Yield the tables of lines, the first of which has a number, and the titles and paragraphs around them."""
    start = number = 0
    while number < len(lines):
        end, table = _table(lines, number, first)
        if table:
            yield from _paragraphs(lines[start:number], first + start)
            yield table
            start = end
        number = end
    yield from _paragraphs(lines[start:], first + start)


def _table(lines: Sequence[str], start: int, first: int) -> tuple[int, Drawn | None]:
    """Give the table that begins at a line, or the lines up to where the next may begin."""
    end, is_table = barred_until(lines, start)
    if end > start:
        return end, barred_table(lines[start:end], first + start) if is_table else None
    end, is_table = tabbed_until(lines, start)
    if end > start:
        return end, tabbed_table(lines[start:end], first + start) if is_table else None
    end, is_table = aligned_until(lines, start)
    if is_table:
        return end, aligned_table(lines[start:end], first + start)
    end = max(end, start + 1)
    while end < len(lines) and not _MAY_BEGIN.search(lines[end]):
        end += 1
    return end, None


def _paragraphs(lines: Sequence[str], number: int) -> Iterator[Block]:
    """Yield the titles and paragraphs of lines: blank lines, titles with marks and items of lists part them."""
    start = 0
    for nth in range(1, len(lines) + 1):
        parted = nth == len(lines) or not lines[nth].strip() or _ITEM.match(lines[nth])
        if parted or not lines[start].strip() or _TITLE.match(lines[start]):
            yield from _words(lines[start:nth], number + start)
            start = nth


def _words(lines: Sequence[str], number: int) -> Iterator[Block]:
    """Yield a title or a paragraph of lines between blank ones; rules and blank lines are neither."""
    text = _shown(" ".join(lines))
    if not text or _RULE.fullmatch(text):
        return
    titled = _TITLE.match(text)
    words = titled[1] if titled else text
    alone = len(lines) == 1 and len(words) <= 80 and not is_caption(words)
    if titled or (alone and (_NUMBERED.fullmatch(words) or not _SENTENCE.fullmatch(words))):
        yield Title(words, Spot(line=number))
    else:
        yield Paragraph(words, Spot(line=number))


def _shown(text: str) -> str:
    text = _EMPHASIS.sub("", text)
    return without_tags(text) if has_tags(text) else folded(text)


def tabbed_until(lines: Sequence[str], start: int) -> tuple[int, bool]:
    """Give the line after a run of lines with tabs that begins at a line, and whether the run is a table.

    A table has two lines or more with a tab between words. It goes on over a short line of words or a blank line
    where the line after that has figures.
    """
    end = start
    telling = 0
    while end < len(lines):
        if _is_tabbed(lines[end]):
            telling += "\t" in lines[end].strip()
            end += 1
        elif end > start and end + 1 < len(lines) and _is_inside(lines[end], lines[end + 1]):
            end += 2
        else:
            break
    return end, telling >= 2


def _is_tabbed(line: str) -> bool:
    return "\t" in line and bool(line.strip())


def _is_inside(line: str, following: str) -> bool:
    if len(line.strip()) > 60 or not _is_tabbed(following):
        return False
    return any(is_figure(folded(cell)) for cell in following.split("\t")[1:])


def tabbed_table(lines: Sequence[str], number: int) -> Drawn:
    """Make a table of lines with tabs between the cells; columns blank throughout at the right are left out."""
    rows = [[_shown(cell) for cell in line.split("\t")] for line in lines]
    width = max(max((nth + 1 for nth, text in enumerate(row) if text), default=0) for row in rows)
    return Drawn([[Piece(text, number + nth) for text in row[:width]] for nth, row in enumerate(rows)])
