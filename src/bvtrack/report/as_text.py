"""Writes a table as plain text for people: aligned columns, group headings over them, long words wrapped.

Where a width is given and the groups of columns do not fit beside each other, they stand one under another.
"""

from __future__ import annotations

import textwrap
from dataclasses import replace
from itertools import accumulate, groupby, zip_longest
from typing import TYPE_CHECKING

from bvtrack.core.table import Cell, Line, Role, Table
from bvtrack.core.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

GAP = 2
WIDEST_WORDS = 64  # of a column of words, where no width is given
NARROWEST_WORDS = 12


def as_text(table: Table, width: int | None = None) -> str:
    """Give the table as lines under its title; `width` is how many characters a line may have, None for no limit."""
    lines = list(_lines(table, _word_width(table, width)))
    groups = [group for group, _ in groupby(table.columns, key=lambda column: column.group)]
    if width is not None and len(groups) > 1 and max(map(len, lines)) > width:
        parts = [replace(_group(table, group), title=group, notes=()) for group in groups]
        parts[-1] = replace(parts[-1], notes=table.notes)
        return "\n".join([f"{visible(table.title)}\n"] * bool(table.title) + [as_text(part, width) for part in parts])
    title = [table.title, ""] if table.title else []
    notes = ["", *table.notes] if table.notes else []
    return "\n".join(visible(line).rstrip() for line in (*title, *lines, *notes)) + "\n"


def _group(table: Table, group: str) -> Table:
    """Give the columns of one group as a table of their own, without rows that say nothing in it."""
    columns = [nth for nth, column in enumerate(table.columns) if column.group == group]
    rows = [
        (line, cells)
        for line, row in zip(table.rows, table.cells, strict=True)
        if any((cells := tuple(row[nth] for nth in columns))[nth].text for nth in range(len(columns)))
    ]
    return replace(
        table,
        columns=tuple(replace(table.columns[nth], group="") for nth in columns),
        rows=tuple(line for line, _ in rows),
        cells=tuple(cells for _, cells in rows),
    )


def _word_width(table: Table, width: int | None) -> int:
    """Share what the figures leave of the width among the columns of long words."""
    if width is None:
        return WIDEST_WORDS
    longest = [max((len(row[nth].text) for row in table.cells), default=0) for nth in range(len(table.columns))]
    labels = max((len(line.label) for line in (*table.rows, replace(table.columns[0], label=table.corner))), default=0)
    share = width - labels
    for taken, length in enumerate(sorted(longest)):
        share_each = share // (len(longest) - taken) - GAP
        if length > share_each:
            return max(share_each, NARROWEST_WORDS)
        share -= length + GAP
    return WIDEST_WORDS


def _lines(table: Table, words: int) -> Iterator[str]:
    """Yield the heading lines and the rows; a blank line goes before each heading row, a rule before totals."""
    head = [[visible(line.label).strip()] for line in (Line(table.corner), *table.columns)]
    rows = [
        [[visible(line.label).strip()], *(_wrapped(cell, words) for cell in cells)]
        for line, cells in zip(table.rows, table.cells, strict=True)
    ]
    widths = [max(len(text) for texts in column for text in texts) for column in zip(head, *rows, strict=True)]
    ends = list(accumulate(widths, lambda end, width: end + GAP + width))
    columns = [(end - width, end) for end, width in zip(ends, widths, strict=True)]
    right = [False, *(column.numeric for column in table.columns)]
    rule = _joined("-" * width for width in widths)
    yield from _headings(table, columns)
    yield from _row(head, widths, right)
    yield rule
    for nth, (line, cells) in enumerate(zip(table.rows, table.cells, strict=True)):
        if any(cell.span > 1 for cell in cells):
            yield rule
            yield from _spanned(line.label, cells, columns)
            continue
        if line.role is Role.HEADING and nth:
            yield ""
        yield from _row(rows[nth], widths, right)


def _wrapped(cell: Cell, words: int) -> list[str]:
    """Give the lines of a cell, none where its text stands over several columns."""
    text = "" if cell.span > 1 else visible(cell.text).strip()
    return (textwrap.wrap(text, words) if len(text) > words else []) or [text]


def _row(cells: Sequence[Sequence[str]], widths: Sequence[int], right: Sequence[bool]) -> Iterator[str]:
    """Yield the lines of a row, each cell from the top."""
    for texts in zip_longest(*cells, fillvalue=""):
        yield _joined(
            text.rjust(width) if figures else text.ljust(width)
            for text, width, figures in zip(texts, widths, right, strict=True)
        )


def _joined(texts: Iterable[str]) -> str:
    return (" " * GAP).join(texts)


def _headings(table: Table, columns: Sequence[tuple[int, int]]) -> Iterator[str]:
    """Yield the line of group headings over the columns they are of, and the rule under it."""
    heading, rule = "", ""
    for group, members in groupby(enumerate(table.columns, start=1), key=lambda member: member[1].group):
        if group:
            places = [nth for nth, _ in members]
            start, end = columns[places[0]][0], columns[places[-1]][1]
            heading = heading.ljust(start) + visible(group)[: end - start]
            rule = rule.ljust(start) + "-" * (end - start)
    if heading:
        yield heading
        yield rule


def _spanned(label: str, cells: Sequence[Cell], columns: Sequence[tuple[int, int]]) -> Iterator[str]:
    """Yield the lines of a row some of whose cells stand over several columns, figures on its last line."""
    pieces: list[tuple[int, list[str]]] = [(columns[0][0], [label])]
    for nth, cell in enumerate(cells, start=1):
        start = columns[nth][0]
        end = columns[nth + cell.span - 1][1]
        if cell.span > 1:
            pieces.append((start, textwrap.wrap(visible(cell.text), end - start)))
        else:
            pieces.append((start, [visible(cell.text).rjust(end - start)]))
    height = max(len(lines) for _, lines in pieces)
    for level in range(height):
        line = ""
        for start, lines in pieces:
            from_top = level - (height - len(lines))
            if from_top >= 0 and lines[from_top].strip():
                line = line.ljust(start) + lines[from_top]
        yield line
