"""sign: a figure's sign goes against that of its table.

## What it checks

A table prints its amounts with one sign, the one most of them have: savings printed negative throughout are a
convention. A figure with the other sign is a slip where turning it makes the sums hold, or where no sum bears it out.
A negative figure that the sums need is a figure like any other. A row with all its signs turned is told once, where
that makes the sums hold or where its cost lines say so. In a document only the sums tell.

## Why it matters

A turned sign counts twice over: a cost becomes a saving.

## Fires

```toml
[[recommendation]]
id = "2"
text = "improve school outcomes"
profile.savings = { "04-05" = "(£240k)", "05-06" = "£240k", total = "£480k" }
```

In a document:

```markdown
Savings, £000

| Service | 2002-03 | 2003-04 | 2004-05 | Total |
|---|--:|--:|--:|--:|
| Libraries | (12) | (40) | (44) | (96) |
| Museums | (8) | 17 | (19) | (44) |
| Highways | (31) | (62) | (75) | (168) |
| Total | (51) | (119) | (138) | (308) |
```

## Quiet

```toml
[[recommendation]]
id = "2"
text = "improve school outcomes"
profile.savings = { "04-05" = "(£240k)", "05-06" = "(£240k)", total = "(£480k)" }
```

In a document:

```markdown
Net budget, £000

| Service | 2002-03 | 2003-04 | 2004-05 | Total |
|---|--:|--:|--:|--:|
| Libraries | 120 | 124 | 131 | 375 |
| Museums | 81 | 77 | 79 | 237 |
| Car parks | (31) | (42) | (45) | (118) |
| Total | 170 | 159 | 165 | 494 |
```

## How to fix

Turn the sign, or print the whole table with one.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bvtrack.checks.documents.slips import slips_in
from bvtrack.checks.figures.amounts import figures, said
from bvtrack.checks.figures.slips import Slip, convention, last_amount, slipped, untested
from bvtrack.checks.figures.sums_told import called, place_of, unit_of
from bvtrack.checks.rule import Rule
from bvtrack.core.finding import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bvtrack.checks.documents.subject import DocumentSubject
    from bvtrack.checks.figures.footing import Footing
    from bvtrack.checks.figures.misfits import Suspect
    from bvtrack.checks.figures.sums import Position
    from bvtrack.checks.subject import Subject


def find(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each figure whose sign is turned, and once for a row of which all are."""
    for footing in subject.footings:
        turned: dict[Position, str] = {}
        for _, suspect in slipped(footing, Slip.SIGN):
            turned[suspect.at] = _healed(footing, suspect)
        sign = convention(footing.table)
        for fit in subject.fits:
            if fit.turned and fit.sourcing.table is footing.table:
                turned.setdefault(last_amount(footing, fit.sourcing.row), "and its cost lines say so")
        for at in sorted(untested(footing)):
            if footing.pence(at) * sign < 0:
                turned.setdefault(at, "and no sum bears it out")
        for at, why in turned.items():
            yield _turned(footing, at, why)


def find_in_document(document: DocumentSubject) -> Iterator[Finding]:
    """Yield a finding for each figure whose sign, turned, makes the sums of its table hold."""
    for one in slips_in(document, Slip.SIGN):
        yield replace(_turned(one.footing, one.suspect.at, _healed(one.footing, one.suspect)), severity=one.severity)


def _healed(footing: Footing, suspect: Suspect) -> str:
    return f"and the sums hold with {said(suspect.pence, unit_of(footing.table))}"


def _turned(footing: Footing, at: Position, why: str) -> Finding:
    cell, place, unit = footing.cell(at), place_of(footing, at), unit_of(footing.table)
    printed = footing.pence(at)
    return Finding(
        address=cell.address,
        key=cell.key,
        message=(
            f"In {called(footing.table)}, {place.column} of row {place.row} is printed as {said(printed, unit)}, "
            f"against the sign of the rest, {why}."
        ),
        place=place,
        figures=figures(printed, -printed, unit),
    )


RULE = Rule("FIN108", "sign", Severity.ERROR, __doc__, find, in_document=find_in_document)
