"""Which sums a table states, read from the roles of its rows and columns and from which of its totals are printed.

Rows and columns are one problem seen twice: lines, some of which are the total of others. Whoever reads structure from
labels and figures instead can give the same `Sum` values, and everything after this step stays as it is.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from bvtrack.core.money import MoneyKind
from bvtrack.core.table import Role

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from bvtrack.core.table import Cell, Line, Table

Position = tuple[int, int]
"""A row and a column of a table, both from 0. A figure stated outside the table stands at its number and `OUTSIDE`."""
OUTSIDE = -1
_STATES_NO_TOTAL = frozenset({MoneyKind.BLANK, MoneyKind.DASH, MoneyKind.NOT_APPLICABLE})
_Blocks = dict[int, tuple[int, ...]]


class Kind(StrEnum):
    """What a sum is to its table, in the order in which the rules about sums claim a misfit."""

    ROW = "row total"
    COLUMN = "column total"
    GRAND = "grand total"  # of the row totals
    CROSS = "cross-foot"  # of the column totals: against the grand total, or the row totals where none is printed
    STATED = "stated total"  # a figure outside the table that states one of its totals

    @property
    def rank(self) -> int:
        """Its place in that order."""
        return _RANK[self]


_RANK = {kind: rank for rank, kind in enumerate(Kind)}


class Part(NamedTuple):
    """A figure of a sum and its sign there, 1 or -1."""

    at: Position
    sign: int = 1


@dataclass(frozen=True, slots=True)
class Sum:
    """A printed total and the figures it is the sum of."""

    kind: Kind
    total: Position
    parts: tuple[Part, ...]


def signs(one: Sum) -> Mapping[Position, int]:
    """Give the sign of each figure of a sum, its total standing for less of the parts; what cancels out is left out."""
    found = Counter({one.total: -1})
    for part in one.parts:
        found[part.at] += part.sign
    return {at: sign for at, sign in found.items() if sign}


@dataclass(frozen=True, slots=True)
class Stated:
    """A figure outside the table, such as one quoted in prose, and the total of the table it states.

    That is one printed total, or all row totals where the table prints none over them. `sign` is -1 where the table
    prints as negative what is positive elsewhere.
    """

    cell: Cell
    totals: tuple[Position, ...]
    sign: int = 1


def sums(table: Table) -> tuple[Sum, ...]:
    """Give the sums of a table: of its rows, of its columns, and of its totals both ways.

    A total that is not printed states no sum; where it is part of another, what it would be the sum of stands for it.
    """
    lines = _Lines(table, dict(_blocks(table.rows)), dict(_blocks(table.columns)))
    return tuple(sorted(lines.sums(), key=lambda one: one.kind.rank))


def stated_sums(table: Table, stated: Sequence[Stated]) -> Iterator[Sum]:
    """Yield, for each figure stated elsewhere, its identity with the total it states, or with what that would sum."""
    lines = _Lines(table, dict(_blocks(table.rows)), dict(_blocks(table.columns)))
    for number, one in enumerate(stated):
        behind = (at for total in one.totals for at in lines.behind(total))
        yield Sum(Kind.STATED, (number, OUTSIDE), tuple(Part(at, one.sign) for at in behind))


def _blocks(lines: Sequence[Line]) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Yield each total and sub-total with its items: a total has those of its group, or all where it is in none.

    A sub-total has the items of its group since the heading or sub-total before it.
    """
    run: list[int] = []
    for number, line in enumerate(lines):
        items: Iterable[int] = ()
        if line.role is Role.ITEM:
            run.append(number)
        elif line.role is Role.HEADING:
            run = []
        elif line.role is Role.SUBTOTAL:
            items, run = [item for item in run if lines[item].group == line.group], []
        elif line.role is Role.TOTAL:
            everywhere = (item for item, other in enumerate(lines) if other.role is Role.ITEM)
            items = [item for item in everywhere if line.group in ("", lines[item].group)]
        if items:
            yield number, tuple(items)


@dataclass(frozen=True, slots=True)
class _Lines:
    """A table with the items of each of its total rows and total columns."""

    table: Table
    rows: _Blocks
    columns: _Blocks

    def sums(self) -> Iterator[Sum]:
        """Yield every sum across a row and down a column, and where the grand total is blank the balance of the two."""
        for row, line in enumerate(self.table.rows):
            for column, items in self.columns.items():
                grand = line.role is self.table.columns[column].role is Role.TOTAL
                across = [(row, item) for item in items]
                if line.role in (Role.HEADING, Role.MEMO) or (row in self.rows and not self._any_printed(across)):
                    continue
                if self.printed((row, column)):
                    yield Sum(Kind.CROSS if grand else Kind.ROW, (row, column), self._parts(across))
                elif grand:
                    yield from self._balance(across, [(item, column) for item in self.rows[row]])
        for column, line in enumerate(self.table.columns):
            for row, items in self.rows.items():
                grand = line.role is self.table.rows[row].role is Role.TOTAL
                if line.role not in (Role.HEADING, Role.MEMO) and self.printed((row, column)):
                    down = self._parts((item, column) for item in items)
                    yield Sum(Kind.GRAND if grand else Kind.COLUMN, (row, column), down)

    def _balance(self, across: Sequence[Position], down: Sequence[Position]) -> Iterator[Sum]:
        """Yield the row totals against the year totals, as the last year total against the rest."""
        last = [at for at in across if self.printed(at)][-1]
        if self._any_printed(down):
            others = self._parts(at for at in across if at != last)
            yield Sum(Kind.CROSS, last, (*self._parts(down), *(Part(part.at, -1) for part in others)))

    def printed(self, at: Position) -> bool:
        """Tell whether a cell prints a figure that can be a total; a dash is none."""
        money = self.table.cells[at[0]][at[1]].money
        return money is not None and money.kind not in _STATES_NO_TOTAL

    def _any_printed(self, cells: Iterable[Position]) -> bool:
        return any(self.printed(at) for at in cells)

    def _parts(self, cells: Iterable[Position]) -> tuple[Part, ...]:
        return tuple(Part(behind) for at in cells for behind in self.behind(at))

    def behind(self, at: Position) -> Iterator[Position]:
        """Yield a cell itself, or, for a total that is not printed, the cells it would be the sum of."""
        row, column = at
        if self.printed(at) or not (row in self.rows or column in self.columns):
            yield at
        elif row in self.rows:
            yield from (cell for item in self.rows[row] for cell in self.behind((item, column)))
        else:
            yield from ((row, item) for item in self.columns[column])
