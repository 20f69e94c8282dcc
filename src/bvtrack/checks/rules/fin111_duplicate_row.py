"""duplicate-row: a recommendation has two rows in one table.

## What it checks

Two rows of one stream that belong to the same recommendation. Where a total is wrong by just such a row, this rule
reports it and the rules about sums do not.

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

## How to fix

Take one of the rows out, or give it the id of the recommendation it is for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bvtrack.checks.rule import Rule
from bvtrack.checks.slips import doubled
from bvtrack.checks.sums_told import place_of
from bvtrack.core.finding import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

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


RULE = Rule("FIN111", "duplicate-row", Severity.ERROR, __doc__, find)
