"""column-total: a printed year total is not the sum of its rows.

## What it checks

The figures of a column are added over the rows that are neither totals nor sub-totals, and compared with the total
printed under them. A sub-total is compared with the rows of its own block.

## Why it matters

The year totals are what a budget is set by. One that is wrong puts the wrong amount into a year.

## Fires

The two rows add to £20k in 2002-03.

```toml
[totals.budget]
years = { "02-03" = 21, "03-04" = 2 }

[[recommendation]]
id = "1"
text = "know schools better"
profile.budget = { "02-03" = 7, "03-04" = 2 }

[[recommendation]]
id = "2"
text = "improve school outcomes"
profile.budget = { "02-03" = 13 }
```

## Quiet

```toml
[totals.budget]
years = { "02-03" = 20, "03-04" = 2 }

[[recommendation]]
id = "1"
text = "know schools better"
profile.budget = { "02-03" = 7, "03-04" = 2 }

[[recommendation]]
id = "2"
text = "improve school outcomes"
profile.budget = { "02-03" = 13 }
```

## How to fix

Compare the column with the report: look first for a row copied twice or left out.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from bvtrack.checks.documents.misfits import misfits_told
from bvtrack.checks.figures.slips import plain_faults
from bvtrack.checks.figures.sums import Kind
from bvtrack.checks.figures.sums_told import misfit
from bvtrack.checks.rule import Rule
from bvtrack.core.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bvtrack.checks.subject import Subject
    from bvtrack.core.finding import Finding


def find(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each misfit that a column's total reports."""
    for footing in subject.footings:
        for fault in plain_faults(footing, Kind.COLUMN):
            yield misfit(footing, fault)


RULE = Rule(
    "FIN102", "column-total", Severity.ERROR, __doc__, find, in_document=partial(misfits_told, kind=Kind.COLUMN)
)
