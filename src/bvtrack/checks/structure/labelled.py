"""From a grid to labelled lines and back.

The table that a grid holds, the role of each line once the sums are settled, and the labelled totals that no sum gives.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bvtrack.checks.structure.decorated import decorated
from bvtrack.checks.structure.headers import BARE, money_of, read_headings, year_of
from bvtrack.checks.structure.missing import missing_row
from bvtrack.checks.structure.words import asks_for_net, asks_for_total, says_total
from bvtrack.core.money import MoneyKind
from bvtrack.core.table import Cell, Line, Role, Table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from bvtrack.checks.structure.guilt import Side
    from bvtrack.checks.structure.headers import Heads
    from bvtrack.checks.structure.missing import Missing
    from bvtrack.core.document import Grid, GridCell
    from bvtrack.core.money import Unit


_Cells = tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Question:
    """A labelled total that equals no sum of the lines shown: the line, a row or a column.

    `place` is the column where a row that is a total elsewhere is none, and that column may not add at all. `missing`
    is what it has more than the rows above it, in pence by column, where a row may have been dropped from them.
    """

    rows: bool
    line: int
    label: str
    place: int | None = None
    missing: Missing = ()


def table_of(grid: Grid, unit: Unit | None, near: date | None = None) -> Table | None:
    """Make the table of a grid; None where it has no figures. The path of a cell is its row and column in the grid."""
    heads = read_headings(grid, unit, near)
    if heads is None:
        return None
    bare = heads.unit
    body = list(enumerate(grid.cells))[heads.rows :]
    labels = [_label(row, heads) for _, row in body]
    cells = tuple(
        tuple(
            _cell(row[column], number, column, heads.units[nth] or bare or BARE)
            for nth, column in enumerate(heads.columns)
        )
        for number, row in body
    )
    cells = decorated(cells, [unit or bare or BARE for unit in heads.units])
    labels, cells = _relabelled(labels, cells)
    rows = tuple(_row(label, line, near) for label, line in zip(labels, cells, strict=True))
    columns = tuple(
        Line(label, group=group, year=year, numeric=True)
        for label, group, year in zip(heads.labels, heads.groups, heads.years, strict=True)
    )
    named = " ".join(grid.caption.split()) or " ".join(grid.heading.split())
    return Table(named or f"table {grid.number}", columns, rows, cells, grid.caption, heads.corner, bare)


def _label(row: Sequence[GridCell], heads: Heads) -> str:
    """Give the label of a row; where it is blank, the first words of another column that holds no figures."""
    words = [column for column in range(len(row)) if column not in heads.columns and column != heads.label]
    texts = (" ".join(row[column].text.split()) for column in (heads.label, *words) if column >= 0)
    return next((text for text in texts if text), "")


def _relabelled(labels: Sequence[str], cells: _Cells) -> tuple[list[str], _Cells]:
    """Take a total's label that stands before all figures of a row without one, under dates or references, for its."""
    named, kept = list(labels), list(cells)
    for number, row in enumerate(cells):
        first = next((column for column, cell in enumerate(row) if cell.text), 0)
        figures = [cell.money for cell in row[first + 1 :] if cell.text and cell.money]
        stated = figures and all(money.kind is not MoneyKind.UNKNOWN for money in figures)
        if not named[number] and stated and _shifted(row[first : first + 1]):
            named[number] = " ".join(row[first].text.split())
            kept[number] = (*row[:first], Cell(key=row[first].key), *row[first + 1 :])
    return named, tuple(kept)


def _cell(cell: GridCell, row: int, column: int, unit: Unit) -> Cell:
    if cell.covered or not cell.text.strip():
        return Cell(key=(row, column))
    return Cell(cell.text, money_of(cell.text.strip(), unit), key=(row, column))


def _row(label: str, cells: Sequence[Cell], near: date | None) -> Line:
    if not any(cell.text for cell in cells):
        return Line(label, Role.HEADING)
    if _shifted(cells):
        return Line(label, Role.MEMO)
    return Line(label, year=year_of(label, near))


def _shifted(cells: Sequence[Cell]) -> bool:
    """Tell whether labels of totals stand in the columns of figures, beside totals in the wrong columns."""
    return any(
        asks_for_total(cell.text) and cell.money is not None and cell.money.kind is MoneyKind.UNKNOWN for cell in cells
    )


def rows_of(table: Table, side: Side) -> tuple[Line, ...]:
    """Give the rows with the roles that the settled sums show."""
    return tuple(_with_role(line, number, side) for number, line in enumerate(table.rows))


def columns_of(table: Table, side: Side) -> tuple[Line, ...]:
    """Give the columns with the roles that the settled sums show."""
    return tuple(_with_role(line, number, side) for number, line in enumerate(table.columns))


def _with_role(line: Line, number: int, side: Side) -> Line:
    if line.role is not Role.ITEM:
        return line
    if number in side.totals():
        inside = any(number == part for one in side.sums for part, _ in one.parts)
        return replace(line, role=Role.SUBTOTAL if inside else Role.TOTAL)
    alone = side.sums and number not in side.used()
    return replace(line, role=Role.MEMO if alone or not side.lines[number].additive else Role.ITEM)


def questions_of(across: Side, down: Side, doubts: set[tuple[int, int]]) -> Iterator[Question]:
    """Yield the labelled totals, of rows and of columns, that no sum gives."""
    for number, place in sorted(doubts):
        total = across.sums[number].total
        yield Question(rows=True, line=total, label=across.lines[total].label, place=place)
    derived = down.totals()
    for side in (across, down):
        for number, line in enumerate(side.lines):
            missing = missing_row(side, derived, number) if side.rows else ()
            if missing or _asks(side, number):
                yield Question(rows=side.rows, line=number, label=line.label, missing=missing)


def _asks(side: Side, number: int) -> bool:
    """Tell whether a line is called a total, is settled as none, and has lines that it could be the sum of."""
    line = side.lines[number]
    below = any(one.total == number and one.parts[-1][0] < number for one in side.sums)
    if not line.additive or below or not line.figures:
        return False
    used = side.used()
    before = [other for other in range(number) if side.lines[other].additive and side.lines[other].figures]
    unclaimed = [other for other in before if other not in used]
    if number in used:
        promoted = len(unclaimed) > 1 and unclaimed[-1] == before[-1]
        return promoted and (says_total(line.label) or _could_be_total(side, number, unclaimed))
    if asks_for_net(line.label) and side.rows and number == len(side.lines) - 1:
        return len(before) > 1
    behind = [other for other in range(number + 1, len(side.lines)) if side.lines[other].additive]
    on_top = not before and len(behind) > 2 and not used.intersection(behind)
    return asks_for_total(line.label) and (len(before) > 1 or on_top)


def _could_be_total(side: Side, number: int, unclaimed: Sequence[int]) -> bool:
    """Tell whether a line without a word, part of a sum, is no smaller than any of the lines right before it."""
    run = [other for nth, other in enumerate(unclaimed) if number - other == len(unclaimed) - nth]
    total = side.lines[number]
    return len(run) > 1 and all(
        abs(value or 0) >= max(abs(side.lines[other].value[place] or 0) for other in run)
        for place, value in enumerate(total.value)
        if place in side.places
    )
