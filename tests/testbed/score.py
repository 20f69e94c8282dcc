"""What the footing of tables finds on the test bed: tables of archetypes, correct and with every kind of fault."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

from bvtrack.checks.figures.misfits import Outcome
from bvtrack.checks.figures.sums import signs
from bvtrack.checks.structure.inference import Footed, foot
from testbed.faults import ONE_FIGURE, Faulty, changed, dropped, several, twice
from testbed.making import QUOTIENTS, make
from testbed.plan import planned

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from testbed.making import Made, Position
    from testbed.plan import Archetype

Tally = Counter[str]
KINDS = (*ONE_FIGURE, "row twice", "row dropped", "2 figures", "3 figures")


def correct(archetype: Archetype, seeds: Sequence[int]) -> Tally:
    """Foot correct tables: count those with errors, with warnings, with questions, and the sums not evaluated."""
    tally: Tally = Counter()
    for seed in seeds:
        footed = foot(make(archetype, seed).grid(marked=seed % 2 == 0))
        tally["tables"] += 1
        tally["not financial"] += bool(footed.reason)
        tally["errors"] += any(one.certain for one in footed.misfits) or bool(footed.twice)
        tally["warnings"] += any(not one.certain for one in footed.misfits)
        tally["questions"] += bool(footed.questions)
        if footed.footing:
            tally["sums"] += len(footed.footing.checks)
            tally["not evaluated"] += sum(one.outcome is Outcome.NOT_EVALUATED for one in footed.footing.checks)
    return tally


def faulty(archetype: Archetype, seeds: Sequence[int]) -> Iterator[Faulty]:
    """Yield one table of each kind of fault for each seed, where the archetype allows that kind."""
    for seed in seeds:
        rng = Random(f"faults/{archetype.name}/{seed}")  # noqa: S311 (a test bed, not a secret)
        made = make(archetype, seed)
        tables = [changed(made, kind, rng) for kind in ONE_FIGURE]
        tables += [twice(made, rng), dropped(made, rng), several(made, 2, rng), several(made, 3, rng)]
        yield from filter(None, tables)


def outcome(one: Faulty) -> Tally:
    """Foot a faulty table and tell what came of it."""
    footed = foot(one.made.grid())
    tally: Tally = Counter(tables=1)
    warned = bool(footed.misfits or footed.questions or footed.twice)
    tally["warned"] += warned
    if one.cells:
        found = [cell for cell in one.cells if _accused(footed, one.made, cell)]
        tally["found"] += bool(found)
        tally["figures found"] += len(found)
        if one.telling > 1 and len(one.cells) == 1:
            tally["nameable"] += 1
            tally["named"] += one.cells[0] in _named(footed, one.made)
            tally["named wrong"] += bool(_named(footed, one.made) - set(one.cells))
        elif _named(footed, one.made) - set(one.cells):
            tally["named wrong"] += 1
    elif one.kind == "row twice":
        tally["found"] += one.row is not None and {one.row, one.row + 1} & set(footed.twice) != set()
    else:
        tally["found"] += warned
    return tally


def _accused(footed: Footed, made: Made, cell: Position) -> bool:
    """Tell whether a sum that the cell stands in is told as an error."""
    return any(
        cell in {_place(footed, made, at) for check in one.fault.checks for at in signs(check.sum)}
        for one in footed.misfits
        if one.certain
    )


def _named(footed: Footed, made: Made) -> set[Position]:
    """Give the cells named."""
    guilty = (one.fault.guilty for one in footed.misfits if one.certain)
    return {_place(footed, made, one.at) for one in guilty if one}


def _place(footed: Footed, made: Made, at: Position) -> Position:
    """Give the place in the table as it was made of a cell of the table as it was read."""
    row, column = footed.table.cells[at[0]][at[1]].key if footed.table else at
    return int(row) - len(made.headings), int(column) - 1


@dataclass(frozen=True, slots=True)
class Score:
    """The tallies of a set of archetypes: of correct tables, of faults by kind, and of one figure by size of table."""

    right: Tally
    wrong: dict[str, Tally]
    few: Tally
    more: Tally


def score(archetypes: Sequence[Archetype], seeds: Sequence[int]) -> Score:
    """Foot correct and faulty tables of archetypes, one of each and of each kind of fault for each seed."""
    right: Tally = Counter()
    wrong: dict[str, Tally] = {kind: Counter() for kind in KINDS}
    few: Tally = Counter()
    more: Tally = Counter()
    for archetype in archetypes:
        right.update(correct(archetype, seeds))
        for one in faulty(archetype, seeds):
            got = outcome(one)
            wrong[one.kind].update(got)
            if one.kind in ONE_FIGURE:
                (few if _columns(archetype) < 3 else more).update(got)
    return Score(right, wrong, few, more)


def _columns(archetype: Archetype) -> int:
    """Count the columns that add."""
    return sum(not column.is_(*QUOTIENTS, "text") for column in planned(archetype.columns, Random(0)))  # noqa: S311
