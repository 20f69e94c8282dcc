"""duplicate-row: a recommendation has two rows in one table.

## What it checks

Two rows of one stream that belong to the same recommendation. Where a total is wrong by just such a row, this rule
reports it and the rules about sums do not.

In a document, two rows of one block that are alike in every word and figure: a warning, or an error where the totals
count the money once.

## Why it matters

Money that stands there twice is counted twice.

## Fires

```toml
[[recommendation]]
id = "1"
text = "know schools better"
profile.budget = { "02-03" = 7, total = 7 }

[[recommendation]]
id = "1"
text = "know schools better"
profile.budget = { "02-03" = 7, total = 7 }
```

In a document:

```markdown
Budget, £000

| Service | 2002-03 | 2003-04 | 2004-05 |
|---|--:|--:|--:|
| Libraries | 120 | 124 | 131 |
| Museums | 81 | 77 | 79 |
| Museums | 81 | 77 | 79 |
| Highways | 310 | 323 | 345 |
| Total | 511 | 524 | 555 |
```

## Quiet

```toml
[[recommendation]]
id = "1"
text = "know schools better"
profile.budget = { "02-03" = 7, total = 7 }

[[recommendation]]
id = "2"
text = "improve school outcomes"
profile.budget = { "02-03" = 7, total = 7 }
```

In a document:

```markdown
Budget, £000

| Service | 2002-03 | 2003-04 |
|---|--:|--:|
| Libraries | 120 | 124 |
| Other | 15 | 16 |
| Total culture | 135 | 140 |
| Highways | 310 | 323 |
| Other | 15 | 16 |
| Total transport | 325 | 339 |
| Total | 460 | 479 |
```

## How to fix

Take one of the rows out, or give it the id of the recommendation it is for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bvtrack.checks.documents.places import key_of_row
from bvtrack.checks.documents.repeated_rows import counted_once, repeated_rows
from bvtrack.checks.figures.slips import doubled
from bvtrack.checks.figures.sums_told import called, place_of
from bvtrack.checks.rule import Rule
from bvtrack.core.finding import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bvtrack.checks.documents.subject import DocumentSubject
    from bvtrack.checks.subject import Subject


def find(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each row whose recommendation has a row above it in the same table."""
    for footing in subject.footings:
        table = footing.table
        for row, first in doubled(table).items():
            same = [cell.text for cell in table.cells[row]] == [cell.text for cell in table.cells[first]]
            yield Finding(
                address=table.cells[row][-1].address,
                key=next((cell.key for cell in reversed(table.cells[row]) if cell.key), ()),
                message=(
                    f"Recommendation {table.rows[row].label} has two rows in the {table.name} table, "
                    f"{'with the same' if same else 'with different'} figures: its money is counted twice."
                ),
                place=place_of(footing, (row, len(table.columns) - 1)),
            )


def find_in_document(document: DocumentSubject) -> Iterator[Finding]:
    """Yield an error for each row the totals count once though it is printed twice, a warning for others alike."""
    for one in document.financial:
        table = one.footing.table
        once = counted_once(one)
        for row in sorted({*once, *repeated_rows(one)}):
            label = table.rows[row].label
            what = "and the totals count it once" if row in once else "with the same figures in the same block"
            yield Finding(
                address=f"{table.name}/{label}",
                key=key_of_row(one, row),
                severity=Severity.ERROR if row in once else Severity.WARNING,
                message=f"In {called(table)}, row {label} is printed twice, {what}.",
                place=place_of(one.footing, (row, len(table.columns) - 1)),
            )


RULE = Rule("FIN111", "duplicate-row", Severity.ERROR, __doc__, find, in_document=find_in_document)
