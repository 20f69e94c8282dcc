"""unit-mix: a table or a column of costs mixes scales, or a figure is a thousand times out.

## What it checks

Within one table, or within the cost lines, how amounts write their scale: `£24K` beside `£4k`, `£0.6m` beside `£7k`,
an amount in full pounds under a heading of thousands. That is a note. It is an error where the scale changes a value:
a figure a thousand times too much or too little for the sums it stands in, or, where no sum tells, for its
neighbours. A table and the prose may each have a scale of their own. In a document the columns under one unit are
looked at together, and only sums show an error: a figure with a unit of its own is one unit among several, which is a
note.

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

In a document:

```markdown
Budget, £000

| Service | 2002-03 | 2003-04 | 2004-05 | Total |
|---|--:|--:|--:|--:|
| Libraries | 120 | 124 | 131 | 375 |
| Museums | 81 | 77,000 | 79 | 237 |
| Highways | 310 | 323 | 345 | 978 |
| Total | 511 | 524 | 555 | 1,590 |
```

## Quiet

```toml
[[recommendation]]
id = "3"
text = "get the best out of all staff"
costs = [{ column = "one-off", value = "£24k" }, { column = "one-off", value = "£4k" }]
profile.budget = { "02-03" = 28, total = 28 }
```

In a document:

```markdown
| Scheme | Grant £000 | Match £m | Total £000 |
|---|--:|--:|--:|
| Reading | 1,140 | 0.3 | 1,440 |
| Number | 880 | 0.2 | 1,080 |
| Total | 2,020 | 0.5 | 2,520 |
```

## How to fix

Write every amount of a table in one scale, and that scale in one way.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bvtrack.checks.documents.slips import slips_in
from bvtrack.checks.figures.amounts import figures, said
from bvtrack.checks.figures.scales import mixed_in_table, mixed_scales
from bvtrack.checks.figures.slips import THOUSAND, Slip, slipped, untested
from bvtrack.checks.figures.sums_told import called, place_of, unit_of
from bvtrack.checks.rule import Rule
from bvtrack.checks.words.phrasing import listed
from bvtrack.core.finding import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bvtrack.checks.documents.subject import DocumentSubject
    from bvtrack.checks.figures.footing import Footing
    from bvtrack.checks.figures.scales import Mix
    from bvtrack.checks.figures.sums import Position
    from bvtrack.checks.subject import Subject


def find(subject: Subject) -> Iterator[Finding]:
    """Yield a note for each table that mixes scales, and an error for each figure that is a thousand times out."""
    errors = [error for footing in subject.footings for error in _out_by_a_thousand(footing)]
    for mix in mixed_scales(subject.review, subject.tables):
        if mix.odd.address not in [error.address for error in errors]:
            yield _mixed(mix)
    yield from errors


def find_in_document(document: DocumentSubject) -> Iterator[Finding]:
    """Yield a note for each table that mixes scales, an error for each figure its sums show a thousand times out."""
    for footing in document.footings:
        yield from (_mixed(mix) for mix in mixed_in_table(footing.table))
    for one in slips_in(document, Slip.UNIT):
        found = _thousandfold(one.footing, one.suspect.at, one.suspect.pence, "the sums need")
        yield replace(found, severity=one.severity)


def _mixed(mix: Mix) -> Finding:
    return Finding(
        address=mix.odd.address,
        key=mix.odd.key,
        message=f"{mix.where} in several scales or spellings: {listed(mix.spellings)}.",
        hints=("Write all of them in one way.",),
    )


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
            f"In {called(footing.table)}, {place.column} of row {place.row} is printed as {said(printed, unit)}, "
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


RULE = Rule("FIN109", "unit-mix", Severity.NOTE, __doc__, find, in_document=find_in_document)
