"""The entry point: a grid of a document in, its table, its sums and what does not add up out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bvtrack.checks.figures.footing import Footing
from bvtrack.checks.figures.intervals import Figure, figure_of
from bvtrack.checks.figures.misfits import Check, Outcome, check
from bvtrack.checks.structure.financial import why_not
from bvtrack.checks.structure.guilt import Figures, Misfit, Side, all_alike, checks_of, doubtful, eased, misfits_of
from bvtrack.checks.structure.labelled import Question, columns_of, questions_of, rows_of, table_of
from bvtrack.checks.structure.lines import Line, line, widened
from bvtrack.checks.structure.nonadditive import nonadditive
from bvtrack.checks.structure.odd import odd_one_out
from bvtrack.checks.structure.settle import settled_sums
from bvtrack.checks.structure.shifted import shifted_sums
from bvtrack.checks.structure.standing import counts_among, standing
from bvtrack.core.money import MoneyKind
from bvtrack.core.table import Role, Table

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from bvtrack.checks.figures.sums import Position
    from bvtrack.checks.structure.sums import Equation
    from bvtrack.core.document import Grid, Spot
    from bvtrack.core.money import Money, Unit
    from bvtrack.core.review import Rounding

_MOST_CELLS = 6000
TOO_LARGE = f"it has more than {_MOST_CELLS:,} cells, and its sums were not worked out"
_UNIT = 100_000
_NO_FOOTING = Footing(Table("", (), (), ()), (), (), ())


@dataclass(frozen=True, slots=True)
class Footed:
    """What a grid turned out to be.

    `reason` says why it is no financial table; then there is nothing else, and its footing is empty. `rows` are the
    sums among rows and `columns` those among columns; `footing` holds every check of them, `misfits` what is at fault,
    `questions` the labelled totals that no sum of the lines shown gives, `unread` the checks that could not be made,
    `twice` the rows printed twice, `odd` the one check that only rounding excuses among exact ones, `sign` the
    convention of signs.
    """

    grid: Grid
    reason: str = ""
    table: Table | None = None
    rows: tuple[Equation, ...] = ()
    columns: tuple[Equation, ...] = ()
    footing: Footing = _NO_FOOTING
    misfits: tuple[Misfit, ...] = ()
    questions: tuple[Question, ...] = ()
    unread: tuple[Check, ...] = ()
    twice: tuple[int, ...] = ()
    odd: Check | None = None
    sign: int = 1

    @property
    def too_large(self) -> bool:
        """Tell whether the grid was left alone for its size."""
        return self.reason == TOO_LARGE

    def spot(self, at: Position) -> Spot | None:
        """Give the place in the document of a position in the table."""
        if self.table is None:
            return None
        row, column = self.table.cells[at[0]][at[1]].key
        return self.grid.cells[int(row)][int(column)].spot


def foot(grid: Grid, *, unit: Unit | None = None, rounding: Rounding = "nearest", near: date | None = None) -> Footed:
    """Foot a grid: work out what its lines are and weigh every sum.

    `unit` is what bare figures are in, `near` a day that tells the century of two-digit years.
    """
    if len(grid.cells) * len(grid.cells[0] if grid.cells else ()) > _MOST_CELLS:
        return Footed(grid, reason=TOO_LARGE)
    table = table_of(grid, unit, near)
    if table is None:
        return Footed(grid, reason="it holds no figures")
    reason = why_not(table)
    if reason:
        return Footed(grid, reason=reason)
    across, down, twice = _sides(table, "truncated" if rounding == "truncated" else "nearest")
    figures: Figures = {
        (r, c): figure_of(cell.money, rounding) for r, cells in enumerate(table.cells) for c, cell in enumerate(cells)
    }
    doubts = doubtful(across, down, figures)
    asked = {(number, place) for number, place in doubts if not all_alike(across.sums[number], place, figures)}
    settled = [
        replace(
            one, outcomes=tuple(None if (number, place) in doubts else was for place, was in enumerate(one.outcomes))
        )
        for number, one in enumerate(across.sums)
    ]
    across = replace(across, sums=tuple(settled))
    stated = (check(one, figures) for one in shifted_sums(table, across, down))
    wide = {} if rounding == "exact" else _wide(across, down)
    stated_and_settled = (*checks_of(across, down, figures), *checks_of(down, across, figures), *stated)
    checks = tuple(eased(one, figures, wide) for one in stated_and_settled)
    misfits = tuple(misfits_of(checks, figures, wide))
    footing = Footing(table, (), checks, tuple(one.fault for one in misfits))
    return Footed(
        grid,
        "",
        replace(table, rows=rows_of(table, across), columns=columns_of(table, down)),
        across.sums,
        down.sums,
        footing,
        misfits,
        tuple(questions_of(across, down, asked)),
        tuple(one for one in checks if one.outcome is Outcome.NOT_EVALUATED),
        twice,
        odd_one_out(checks, figures),
        -1 if sum((figure.pence > 0) - (figure.pence < 0) for figure in figures.values() if figure) < 0 else 1,
    )


def _sides(table: Table, rounding: Rounding) -> tuple[Side, Side, tuple[int, ...]]:
    """Settle the sums among the rows and among the columns of a table."""
    money: list[list[Money | None]] = [[cell.money for cell in cells] for cells in table.cells]
    turned = [list(column) for column in zip(*money, strict=True)]
    unit = table.unit.pence if table.unit else _UNIT
    rows = _lines([(one.label, one.group) for one in table.rows], money, rounding, unit)
    columns = _lines([(one.label, one.group) for one in table.columns], turned, rounding, unit)
    headings = [number for number, one in enumerate(table.rows) if one.role is Role.HEADING]
    dumb = {number for number, one in enumerate(table.rows) if one.role in (Role.HEADING, Role.MEMO)}
    rows = [replace(one, additive=one.additive and number not in dumb) for number, one in enumerate(rows)]
    rows, columns = widened(rows, columns), widened(columns, rows)
    over = tuple(number for number, one in enumerate(columns) if one.additive)
    at_a_time = standing(rows, columns)
    counts = counts_among(rows, at_a_time)
    rows = [replace(one, additive=one.additive and number not in counts) for number, one in enumerate(rows)]
    across, twice = settled_sums(rows, over, headings)
    rows = [replace(one, additive=one.additive and number not in twice) for number, one in enumerate(rows)]
    along = tuple(number for number, one in enumerate(rows) if one.additive and number not in at_a_time)
    down, _ = settled_sums(columns, along)
    return (
        Side(rows=True, lines=tuple(rows), sums=across, places=over),
        Side(rows=False, lines=tuple(columns), sums=down, places=along),
        twice,
    )


def _lines(
    names: Sequence[tuple[str, str]], cells: Sequence[Sequence[Money | None]], rounding: Rounding, unit: int
) -> list[Line]:
    lines = [line(label, group, row, rounding) for (label, group), row in zip(names, cells, strict=True)]
    percentages = [_mostly_per_cent(row) for row in cells]
    out = nonadditive(lines, percentages, unit)
    return [replace(one, additive=number not in out) for number, one in enumerate(lines)]


def _mostly_per_cent(cells: Sequence[Money | None]) -> bool:
    shares = sum(1 for money in cells if money is not None and money.kind is MoneyKind.PERCENTAGE)
    return shares > sum(1 for money in cells if money is not None and money.pence)


def _wide(across: Side, down: Side) -> dict[tuple[int, int], Figure]:
    """Give the figures of coarse lines with the bounds of figures printed in tens."""
    found = {}
    for side in (across, down):
        for number, one in enumerate(side.lines):
            for place, wide in enumerate(one.wide):
                if wide:
                    low, high = one.low[place] - wide, one.high[place] + wide
                    found[side.at(number, place)] = Figure(one.value[place] or 0, low, high)
    return found
