"""Total rows whose labels stand in columns of figures, beside totals in the wrong columns.

`Total budget over 4 years | | | | 1346 | Total savings over 4 years | | 480` states totals of two groups of columns,
wherever its figures landed. A figure belongs to the label before it, and a label to the group it shares a word with.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bvtrack.checks.figures.sums import Kind, Part, Sum
from bvtrack.checks.structure.words import says_total
from bvtrack.core.table import Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bvtrack.checks.structure.guilt import Side
    from bvtrack.core.table import Table

_NO_NAMES = frozenset(("total", "over", "years", "additional", "gross", "grand"))


def shifted_sums(table: Table, across: Side, down: Side) -> Iterator[Sum]:
    """Yield what the shifted total rows state: each figure as the sum of the total column of its group.

    Where it is not settled which column that is, the one that is called so is tried and the others of the group are.
    """
    for row, line in enumerate(table.rows):
        if line.role is not Role.MEMO:
            continue
        label = line.label
        for column, cell in enumerate(table.cells[row]):
            if cell.money is None or not cell.text:
                continue
            if cell.money.pence is None:
                label = cell.text
            elif readings := _columns(table, down, label):
                items = [item for item in down.places if item not in across.totals()]
                for columns in readings:
                    filled = [one for one in columns if any(table.cells[item][one].text for item in items)]
                    yield Sum(Kind.GRAND, (row, column), tuple(Part((item, one)) for item in items for one in filled))
                label = ""


def _columns(table: Table, down: Side, label: str) -> list[list[int]]:
    """Give the columns whose figures a label may name the total of; none where it names no group of columns."""
    groups = {line.group for line in table.columns if _words(line.group) & _words(label)}
    if len(groups) != 1:
        return []
    members = [
        number for number, line in enumerate(table.columns) if line.group in groups and down.lines[number].additive
    ]
    totals = [number for number in members if number in down.totals()]
    inside = {part for one in down.sums for part, _ in one.parts}
    last = [number for number in totals if number not in inside]
    if last:
        return [last]
    called = [number for number in members if says_total(table.columns[number].label)]
    readings = [called, [number for number in members if number not in totals and number not in called]]
    return [columns for columns in readings if columns]


def _words(text: str) -> set[str]:
    return set(re.findall(r"[a-z]{4,}", text.lower())) - _NO_NAMES
