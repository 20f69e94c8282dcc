"""Writes a table as plain text for people: aligned columns, group headings over them, long words wrapped.

Where a width is given and the groups of columns do not fit beside each other, they stand one under another.
"""

from __future__ import annotations

import re
import textwrap
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from tabulate import SEPARATING_LINE, tabulate

from bvtrack.core.table import Cell, Role, Table
from bvtrack.core.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

GAP = 2
WIDEST_WORDS = 64  # of a column of words, where no width is given
NARROWEST_WORDS = 12
HEADER = 2  # rows of the grid: the headings and the rule under them
BLANK = "\x02"  # stands in a row of nothing, which would be dropped, and is taken out of the grid again


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
    rows = [[table.corner, *(column.label for column in table.columns)], SEPARATING_LINE]
    for line, cells in zip(table.rows, table.cells, strict=True):
        if line.role is Role.HEADING and len(rows) > HEADER:
            rows.append([BLANK] * (len(cells) + 1))
        rows.append([visible(line.label), *(_wrapped(cell, words) for cell in cells)])
    rule, *grid, _ = tabulate(
        rows,
        tablefmt="simple",
        disable_numparse=True,
        colalign=["left", *("right" if column.numeric else "left" for column in table.columns)],
    ).splitlines()
    grid = [line.replace(BLANK, " ") for line in grid]
    columns = [match.span() for match in re.finditer("-+", rule)]
    yield from _headings(table, columns)
    spanned = sum(any(cell.span > 1 for cell in cells) for cells in table.cells)
    yield from grid[: len(grid) - spanned]
    for line, cells in list(zip(table.rows, table.cells, strict=True))[len(table.rows) - spanned :]:
        yield rule
        yield from _spanned(line.label, cells, columns)


def _wrapped(cell: Cell, words: int) -> str:
    if cell.span > 1:
        return ""
    return "\n".join(textwrap.wrap(visible(cell.text), words)) if len(cell.text) > words else visible(cell.text)


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
