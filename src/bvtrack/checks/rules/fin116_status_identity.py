"""status-identity: what became of a savings target does not add up to it.

## What it checks

In a document, tables that say where savings stand: the target against what is achieved, on track, delayed and
unachievable, and mitigated where that is printed, in each row and in total. The headings may say it in other words
(delivered, secured, at risk, green, amber, red) and may stand in rows. It is believed that they add up to the target
where they do in most rows, or where all four are there; rounding is allowed for.

This rule tells such a misfit in place of those about row and column totals.

## Why it matters

What is missing from such a row is a saving that nobody answers for; what is over is counted twice.

## Fires

```markdown
| Directorate, £m | Target | Achieved | On track | Delayed |
|---|--:|--:|--:|--:|
| Adults | 7.05 | 4.10 | 2.35 | 0.60 |
| Children | 4.00 | 1.85 | 0.90 | 1.52 |
| Place | 3.75 | 2.40 | 1.15 | 0.20 |
| Total | 14.80 | 8.35 | 4.40 | 2.05 |
```

## Quiet

```markdown
| Directorate, £m | Target | Achieved | On track | Delayed |
|---|--:|--:|--:|--:|
| Adults | 7.05 | 4.10 | 2.35 | 0.60 |
| Children | 4.00 | 1.85 | 0.90 | 1.25 |
| Place | 3.75 | 2.40 | 1.15 | 0.20 |
| Total | 14.80 | 8.35 | 4.40 | 2.05 |
```

## How to fix

Ask the owner of the savings where the difference stands.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bvtrack.checks.figures.amounts import figures, said
from bvtrack.checks.figures.slips import slip_of
from bvtrack.checks.figures.sums import Kind
from bvtrack.checks.figures.sums_told import called, misfit, place_of, unit_of
from bvtrack.checks.rule import Rule, silent
from bvtrack.checks.words.phrasing import listed
from bvtrack.core.finding import Severity
from bvtrack.core.money import in_unit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bvtrack.checks.documents.subject import DocumentSubject
    from bvtrack.checks.figures.footing import Footing
    from bvtrack.checks.figures.misfits import Fault
    from bvtrack.core.finding import Finding


def find_in_document(document: DocumentSubject) -> Iterator[Finding]:
    """Yield a finding for each place where what became of savings does not add up to their target."""
    from bvtrack.checks.documents.statuses import same_misfit

    for one, faults in zip(document.financial, document.statuses, strict=True):
        for fault in faults:
            same = [found for found in one.misfits if same_misfit(found.fault, fault)]
            if all(slip_of(one.footing, found.fault) is None for found in same):
                doubted = any(not found.certain for found in same)
                yield replace(_told(one.footing, fault), severity=Severity.WARNING if doubted else None)


def _told(footing: Footing, fault: Fault) -> Finding:
    check, unit = fault.check, unit_of(footing.table)
    one, along = check.sum, 1 if check.sum.kind is Kind.ROW else 0
    lines = footing.table.columns if along else footing.table.rows
    place = place_of(footing, one.total)
    printed = [part.at for part in one.parts if footing.cell(part.at).text.strip()]
    names = [lines[at[along]].label for at in printed]
    adding = " + ".join(in_unit(footing.pence(at), unit) for at in printed).replace("+ -", "- ")
    where = f"row {place.row}" if along else f"column {place.column}"
    target = f"{lines[one.total[along]].label} of {said(check.printed, unit)}"
    wrong = ""
    if fault.guilty is not None and fault.guilty.at != one.total:
        at, should = fault.guilty.at, said(fault.guilty.pence, unit)
        wrong = f"; {lines[at[along]].label} is {said(footing.pence(at), unit)} and should be {should}"
    return replace(
        misfit(footing, fault),
        message=(
            f"In {called(footing.table)}, {where} has a {target}, "
            f"but {listed(names)} add to {said(check.computed, unit)} ({adding}){wrong}."
        ),
        figures=figures(check.printed, check.computed, unit),
    )


RULE = Rule("FIN116", "status-identity", Severity.ERROR, __doc__, silent, in_document=find_in_document)
