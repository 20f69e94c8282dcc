"""cross-foot: the row totals and the year totals of a stream disagree.

## What it checks

The year totals are added and compared with the grand total, or with the row totals where no grand total is printed.
The rule speaks only where no row, no column and no grand total explains the difference.

## Why it matters

A table has one sum, whichever way it is added. Two sums mean that a figure is missing on one side.

## Fires

The row totals add to £20k, the year totals to £21k, and the rows print no years that could tell which is right.

```toml
[totals.budget]
years = { "02-03" = 15, "03-04" = 6 }

[[recommendation]]
id = "1"
text = "know schools better"
profile.budget = { total = 7 }

[[recommendation]]
id = "2"
text = "improve school outcomes"
profile.budget = { total = 13 }
```

## Quiet

```toml
[totals.budget]
years = { "02-03" = 15, "03-04" = 5 }

[[recommendation]]
id = "1"
text = "know schools better"
profile.budget = { total = 7 }

[[recommendation]]
id = "2"
text = "improve school outcomes"
profile.budget = { total = 13 }
```

## How to fix

Look for a row or a year that one side has and the other has not.
"""

from __future__ import annotations

from dataclasses import replace
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
    """Yield a finding for each misfit of the totals of a table, at its grand total, printed or not."""
    for footing in subject.footings:
        for fault in plain_faults(footing, Kind.CROSS):
            row, _ = fault.check.sum.total
            yield replace(misfit(footing, fault), address=footing.table.cells[row][-1].address)


RULE = Rule("FIN104", "cross-foot", Severity.ERROR, __doc__, find, in_document=partial(misfits_told, kind=Kind.CROSS))
