"""unit-mix: a table or a column of costs mixes scales, or a figure is a thousand times out.

## What it checks

Within one table, or within the cost lines, how amounts write their scale: `£24K` beside `£4k`, `£0.6m` beside `£7k`,
an amount in full pounds under a heading of thousands. That is a note. It is an error where the scale changes a value:
a figure a thousand times too much or too little for the sums it stands in, or, where no sum tells, for its
neighbours. A table and the prose may each have a scale of their own.

## Why it matters

A slip of scale is a factor of a thousand, and a table that mixes scales invites it.

## Fires

```toml
[[recommendation]]
id = "3"
text = "get the best out of all staff"
costs = [{ column = "one-off", value = "£24K" }, { column = "one-off", value = "£4k" }]
profile.budget = { "02-03" = 28, total = 28 }
```

## Quiet

```toml
[[recommendation]]
id = "3"
text = "get the best out of all staff"
costs = [{ column = "one-off", value = "£24k" }, { column = "one-off", value = "£4k" }]
profile.budget = { "02-03" = 28, total = 28 }
```

## How to fix

Write every amount of a table in one scale, and that scale in one way.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bvtrack.checks.amounts import figures, said
from bvtrack.checks.phrasing import listed
from bvtrack.checks.rule import Rule
from bvtrack.checks.scales import mixed_scales
from bvtrack.checks.slips import THOUSAND, Slip, slipped, untested
from bvtrack.checks.sums_told import place_of, unit_of
from bvtrack.core.finding import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bvtrack.checks.footing import Footing
    from bvtrack.checks.subject import Subject
    from bvtrack.checks.sums import Position


def find(subject: Subject) -> Iterator[Finding]:
    """Yield a note for each table that mixes scales, and an error for each figure that is a thousand times out."""
    errors = [error for footing in subject.footings for error in _out_by_a_thousand(footing)]
    for mix in mixed_scales(subject.review, subject.tables):
        if mix.odd.address not in [error.address for error in errors]:
            yield Finding(
                address=mix.odd.address,
                key=mix.odd.key,
                message=f"{mix.where} in several scales or spellings: {listed(mix.spellings)}.",
                hints=("Write all of them in one way.",),
            )
    yield from errors


def _out_by_a_thousand(footing: Footing) -> Iterator[Finding]:
    """Yield an error for each figure that its sums, or without them its neighbours, show a thousand times out."""
    for _, suspect in slipped(footing, Slip.UNIT):
        yield _thousandfold(footing, suspect.at, suspect.pence, "the sums need")
    for at in sorted(untested(footing)):
        printed = footing.pence(at)
        neighbours = _neighbours(footing, at)
        if _stands_out(printed, neighbours):
            should = printed // THOUSAND if abs(printed) > abs(neighbours[0]) else printed * THOUSAND
            yield _thousandfold(footing, at, should, "its neighbours suggest")


def _thousandfold(footing: Footing, at: Position, should: int, why: str) -> Finding:
    cell, place, unit = footing.cell(at), place_of(footing, at), unit_of(footing.table)
    printed = footing.pence(at)
    size = "too much" if abs(printed) > abs(should) else "too little"
    return Finding(
        address=cell.address,
        key=cell.key,
        severity=Severity.ERROR,
        message=(
            f"In the {place.table} table, {place.column} of row {place.row} is printed as {said(printed, unit)}, "
            f"about a thousand times {size}: {why} {said(should, unit)}."
        ),
        place=place,
        figures=figures(printed, should, unit),
    )


def _neighbours(footing: Footing, at: Position) -> list[int]:
    """Give the amounts, in pence, in the rest of a figure's row but its total, which grows with it."""
    row, column = at
    others = (other for other in range(len(footing.table.columns) - 1) if other != column)
    return [pence for other in others if (pence := footing.pence((row, other)))]


def _stands_out(pence: int, neighbours: list[int]) -> bool:
    """Tell whether an amount is some 500 to 2,000 times, or that part, of each of two neighbours or more."""
    if len(neighbours) < 2 or not pence:
        return False
    much = all(500 * abs(other) <= abs(pence) <= 2000 * abs(other) for other in neighbours)
    little = all(500 * abs(pence) <= abs(other) <= 2000 * abs(pence) for other in neighbours)
    return much or little


RULE = Rule("FIN109", "unit-mix", Severity.NOTE, __doc__, find)
