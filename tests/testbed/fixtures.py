"""The tables of `fixtures/tables`, modelled on real print, and what must be found in each."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from bvtrack.checks.figures.misfits import Outcome
from bvtrack.checks.structure.inference import Footed, foot
from bvtrack.core.document import Grid, GridCell, Spot

if TYPE_CHECKING:
    from bvtrack.checks.figures.sums import Position

FOLDER = Path(__file__).parents[2] / "fixtures" / "tables"


@dataclass(frozen=True, slots=True)
class Found:
    """What was found, or must be: cells by label and heading, lines by label, sums not evaluated by number.

    A cell in error is one that a misfit reports or names.
    """

    named: list[list[str]] = field(default_factory=list)
    errors: list[list[str]] = field(default_factory=list)
    warned: list[list[str]] = field(default_factory=list)
    questions: list[str] = field(default_factory=list)
    twice: list[str] = field(default_factory=list)
    odd: list[str] = field(default_factory=list)
    unread: int = 0
    skipped: bool = False


def expected() -> dict[str, Found]:
    """Give what must be found in each table, by the name of its file."""
    entries = tomllib.loads((FOLDER / "expected.toml").read_text("utf-8"))
    return {name: Found(**{key: value for key, value in one.items() if key != "why"}) for name, one in entries.items()}


def grid_of(name: str) -> Grid:
    """Read a fixture: a caption, then the rows of a table between bars, the first of them its heading."""
    lines = (FOLDER / f"{name}.md").read_text("utf-8").splitlines()
    words = [line.lstrip("# ") for line in lines if line and not line.startswith("|")]
    rows = [[text.strip() for text in line.strip("|").split("|")] for line in lines if line.startswith("|")]
    rows = [row for row in rows if set("".join(row)) - set("-:")]
    cells = tuple(
        tuple(GridCell(text, Spot(table=1, row=r, column=c), header=r == 1) for c, text in enumerate(row, start=1))
        for r, row in enumerate(rows, start=1)
    )
    return Grid(1, cells, caption=" ".join(words))


def found(name: str) -> Found:
    """Foot a fixture and give what was found."""
    footed = foot(grid_of(name))
    table, footing = footed.table, footed.footing
    if table is None or footing is None:
        return Found(skipped=True)
    certain = [one.fault for one in footed.misfits if one.certain]
    return Found(
        named=[_cell(footed, fault.guilty.at) for fault in certain if fault.guilty],
        errors=[_cell(footed, fault.check.sum.total) for fault in certain if not fault.guilty],
        warned=[
            _cell(footed, (one.fault.guilty or one.fault.suspects[0]).at) for one in footed.misfits if not one.certain
        ],
        questions=[one.label for one in footed.questions],
        twice=[table.rows[row].label for row in footed.twice],
        odd=_cell(footed, footed.odd.sum.total) if footed.odd else [],
        unread=sum(one.outcome is Outcome.NOT_EVALUATED for one in footing.checks),
    )


def _cell(footed: Footed, at: Position) -> list[str]:
    if footed.table is None:
        return []
    column = footed.table.columns[at[1]]
    return [footed.table.rows[at[0]].label, f"{column.group} {column.label}".strip()]
