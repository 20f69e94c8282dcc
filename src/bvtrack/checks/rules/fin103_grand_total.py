"""grand-total: a stream's printed grand total is not the sum of its row totals.

## What it checks

The totals of the rows are added and compared with the grand total. A row whose total is not printed counts with its
years. Figures quoted in prose that state the same total help to tell whether it or a row is at fault.

## Why it matters

The grand total is the figure a cabinet decides on.

## Fires

The row totals add to £20k.

```toml
[totals]
budget = { total = 21 }

[[recommendation]]
id = "1"
text = "know schools better"
profile.budget = { "02-03" = 7, total = 7 }

[[recommendation]]
id = "2"
text = "improve school outcomes"
profile.budget = { "02-03" = 13, total = 13 }
```

## Quiet

```toml
[totals]
budget = { total = 20 }

[[recommendation]]
id = "1"
text = "know schools better"
profile.budget = { "02-03" = 7, total = 7 }

[[recommendation]]
id = "2"
text = "improve school outcomes"
profile.budget = { "02-03" = 13, total = 13 }
```

## How to fix

Compare the total and the rows with the report. Where the rows are right and complete, the total is what is wrong.
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
    """Yield a finding for each misfit that a grand total reports."""
    for footing in subject.footings:
        for fault in plain_faults(footing, Kind.GRAND):
            yield misfit(footing, fault)


RULE = Rule("FIN103", "grand-total", Severity.ERROR, __doc__, find, in_document=partial(misfits_told, kind=Kind.GRAND))
