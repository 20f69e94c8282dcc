"""row-total: a row's printed total is not the sum of its years.

## What it checks

The figures of a row are added and compared with the total printed in it. A hand-written review is added exactly; one
that declares `rounding` may differ by what its printed precision allows. Blanks, dashes and nil add nothing.

The total is compared with what else depends on it too: the grand total, figures quoted in prose, the cost lines.
Where these leave one figure that can be at fault, the finding names it; where they do not, it lists all that can.

## Why it matters

A row that does not add up means that a year's budget or the total asked for is not what was meant, and nobody can
tell which from the row alone.

## Fires

The years add to £127k.

```toml
[[recommendation]]
id = "1"
text = "know schools better"
costs = [{ column = "one-off", value = "£7k" }, { column = "annual", value = "£40k" }]
profile.budget = { "02-03" = 7, "03-04" = 40, "04-05" = 40, "05-06" = 40, total = 137 }
```

## Quiet

```toml
[[recommendation]]
id = "1"
text = "know schools better"
costs = [{ column = "one-off", value = "£7k" }, { column = "annual", value = "£40k" }]
profile.budget = { "02-03" = 7, "03-04" = 40, "04-05" = 40, "05-06" = 40, total = 127 }
```

## How to fix

Compare the row with the report. If the file differs from it, correct the file; if the report itself does not add up,
ask its author which figure is meant.
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
    """Yield a finding for each misfit that a row's total reports."""
    for footing in subject.footings:
        for fault in plain_faults(footing, Kind.ROW):
            yield misfit(footing, fault)


RULE = Rule("FIN101", "row-total", Severity.ERROR, __doc__, find, in_document=partial(misfits_told, kind=Kind.ROW))
