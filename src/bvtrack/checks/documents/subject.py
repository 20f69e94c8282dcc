"""What the rules look at in a document: its prose and its tables, each footed once when asked for."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import cached_property
from textwrap import shorten
from typing import TYPE_CHECKING

from bvtrack.checks.documents.statuses import identities, status_faults
from bvtrack.checks.documents.unit import unit_for_all, unit_near, units_for_all
from bvtrack.checks.structure.headers import BARE
from bvtrack.checks.structure.inference import Footed, foot
from bvtrack.core.settings import Thresholds

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from bvtrack.checks.figures.footing import Footing
    from bvtrack.checks.figures.misfits import Fault
    from bvtrack.checks.rule import Rule
    from bvtrack.checks.waivers import GrantedWaiver
    from bvtrack.core.document import Document, Grid
    from bvtrack.core.finding import Finding
    from bvtrack.core.money import Unit
    from bvtrack.core.table import Cell, Table

_LONGEST_NAME = 60
MOST_CELLS = 40_000  # of financial tables; a budget book of 60 tables of 40 rows and 12 columns has 29,000
LEFT_OUT = f"the tables before it have more than {MOST_CELLS:,} cells"


@dataclass(frozen=True)
class DocumentSubject:
    """A document under the name of its file, the date it is judged at, and the thresholds it is judged by.

    `named` says that it was asked for by its name, not found in a folder. The sibling of `checks.subject.Subject`, with
    the same fields for the rules about waivers.
    """

    document: Document
    name: str
    as_at: dt.date
    named: bool = True
    thresholds: Thresholds = field(default_factory=Thresholds)
    waivers: tuple[GrantedWaiver, ...] = ()
    found: tuple[Finding, ...] = ()
    skipped: frozenset[str] = frozenset()

    def ask(self, rule: Rule) -> Iterator[Finding]:
        """Give what a rule finds in the document."""
        return rule.in_document(self)

    @cached_property
    def readings(self) -> tuple[Footed, ...]:
        """What each table turned out to be, in the order of the document; what stands behind too many is left out."""
        return tuple(self._read())

    def _read(self) -> Iterator[Footed]:
        worked_out = 0
        for number, grid in enumerate(self.document.grids):
            if worked_out > MOST_CELLS:
                yield Footed(grid, reason=LEFT_OUT)
                continue
            footed = self._footed(grid)
            worked_out += 0 if footed.reason else len(grid.cells) * len(grid.cells[0])
            yield _addressed(footed, number)

    @cached_property
    def units_for_all(self) -> tuple[tuple[int, Unit], ...]:
        """The units stated for all tables, each with the number of its paragraph."""
        return units_for_all(self.document)

    def _footed(self, grid: Grid) -> Footed:
        """Foot a grid; only what is financial by itself is in the unit that the document states for all its tables."""
        near, for_all = unit_near(self.document, grid), unit_for_all(self.units_for_all, grid)
        footed = foot(grid, unit=near, rounding=self.thresholds.rounding, near=self.as_at)
        if for_all is None or footed.table is None or footed.table.unit:
            return footed
        return foot(grid, unit=for_all, rounding=self.thresholds.rounding, near=self.as_at)

    @cached_property
    def financial(self) -> tuple[Footed, ...]:
        """The financial tables."""
        return tuple(one for one in self.readings if not one.reason)

    @cached_property
    def footings(self) -> tuple[Footing, ...]:
        """The footing of each financial table."""
        return tuple(one.footing for one in self.financial)

    @cached_property
    def statuses(self) -> tuple[tuple[Fault, ...], ...]:
        """What is at fault in each financial table where what became of savings does not add up to their target."""
        rounding = self.thresholds.rounding
        return tuple(status_faults(footing, identities(footing, rounding), rounding) for footing in self.footings)


def _addressed(one: Footed, number: int) -> Footed:
    """Give every cell its address, `TABLE/ROW/COLUMN` in words, and its path, and the figures a unit to be said in."""
    if one.table is None:
        return one
    named = re.search(r"[^\W\d_]{3}", one.table.name)  # a caption may be no more than `£m`
    name = shorten(one.table.name, _LONGEST_NAME, placeholder=" …") if named else f"table {one.grid.number}"

    def cell(of: Table, row: int, column: int) -> Cell:
        line, head = of.rows[row].label or f"row {row + 1}", of.columns[column].label or f"column {column + 1}"
        was = of.cells[row][column]
        return replace(was, address=f"{name}/{line}/{head}", key=("table", number, *was.key))

    cells = tuple(
        tuple(cell(one.table, row, column) for column in range(len(one.table.columns)))
        for row in range(len(one.table.rows))
    )
    table = replace(one.table, name=name, cells=cells)
    told = replace(table, unit=table.unit or BARE)
    return replace(one, table=table, footing=replace(one.footing, table=told))
