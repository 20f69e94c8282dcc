"""Writes a table as plain text for people: aligned columns, group headings over them, long words wrapped.

Where a width is given and the groups of columns do not fit beside each other, they stand one under another.
"""

from __future__ import annotations

import re
import textwrap
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from tabulate import tabulate

from bvtrack.core.table import Cell, Role, Table
from bvtrack.core.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

GAP = 2
WIDEST_WORDS = 64  # of a column of words, where no width is given
NARROWEST_WORDS = 12


def as_text(table: Table, width: int | None = None) -> str:
    """Give the table as lines under its title; `width` is how many characters a line may have, None for no limit."""
    lines = list(_lines(table, _word_width(table, width)))
    groups = [group for group, _ in groupby(table.columns, key=lambda column: column.group)]
    if width is not None and len(groups) > 1 and max(map(len, lines)) > width:
        return "\n".join(as_text(replace(_group(table, group), title=group), width) for group in groups)
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
    rows: list[list[str]] = []
    for line, cells in zip(table.rows, table.cells, strict=True):
        if line.role is Role.HEADING and rows:
            rows.append([""] * (len(cells) + 1))
        rows.append([line.label, *(_wrapped(cell, words) for cell in cells)])
    grid = tabulate(
        rows,
        headers=[table.corner, *(column.label for column in table.columns)],
        tablefmt="simple",
        disable_numparse=True,
        colalign=["left", *("right" if column.numeric else "left" for column in table.columns)],
    ).splitlines()
    at_rule = next(nth for nth, line in enumerate(grid) if re.fullmatch(r"[- ]*-[- ]*", line))
    columns = [match.span() for match in re.finditer("-+", grid[at_rule])]
    yield from _headings(table, columns)
    yield from grid[: at_rule + 1]
    spanned = sum(any(cell.span > 1 for cell in cells) for cells in table.cells)
    yield from grid[at_rule + 1 : len(grid) - spanned]
    for line, cells in list(zip(table.rows, table.cells, strict=True))[len(table.rows) - spanned :]:
        yield grid[at_rule]
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
