"""unit-missing: a money table states no currency anywhere.

## What it checks

Each finance table states its currency in a cell, in a heading or in the review's `unit`. The scale is always known,
since `unit` must state it.

## Why it matters

`'000s` alone may count pounds, people or hours; who copies the table must guess.

## Fires

```toml
unit = "'000s"

[[recommendation]]
id = "1"
text = "know schools better"
profile.budget = { "02-03" = 7 }
```

## Quiet

```toml
unit = "'000s"

[totals]
budget = { heading = "Budget (£'000s)" }

[[recommendation]]
id = "1"
text = "know schools better"
profile.budget = { "02-03" = 7 }
```

## How to fix

Write the unit with its currency, `£'000`, if the report states it anywhere.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bvtrack.checks.phrasing import listed
from bvtrack.checks.rule import Rule
from bvtrack.core.finding import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bvtrack.checks.subject import Subject
    from bvtrack.core.table import Table


_CURRENCY = re.compile(r"£|\b(?:GBP|pounds?|pence|p)\b", re.ASCII | re.IGNORECASE)


def find(subject: Subject) -> Iterator[Finding]:
    """Yield one finding for all tables that state no currency, the review's unit being where it is missing."""
    bare = [table.name for table in subject.tables if not _states_currency(table)]
    if bare:
        unit = subject.review.unit.text
        yield Finding(
            address="review",
            key=("unit",),
            message=f"No currency stands in the unit {unit}, nor in a heading or a cell of the {listed(bare)}.",
            hints=(f"Write the unit with its currency: £{unit}.",),
        )


def _states_currency(table: Table) -> bool:
    unit = table.unit.text if table.unit else ""
    cells = (cell.text for row in table.cells for cell in row)
    return any(_CURRENCY.search(text) for text in (unit, table.title, *cells))


RULE = Rule("FIN110", "unit-missing", Severity.WARNING, __doc__, find)
