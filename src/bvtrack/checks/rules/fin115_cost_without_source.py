"""cost-without-source: a profile has no cost lines, or cost lines have no profile.

## What it checks

For each stream of a recommendation: money in the finance table has a cost line to say what it is for, and a cost line
has money in the finance table. Amounts that are blank, nought, nil or a dash are no money; noughts are a profile.

## Why it matters

Money without a cost line was asked for without a reason; a cost line without money will not be paid.

## Fires

```toml
[[recommendation]]
id = "5"
text = "develop the brokering role"
profile.budget = { "02-03" = 19, "03-04" = 2, total = 21 }
```

## Quiet

```toml
[[recommendation]]
id = "5"
text = "develop the brokering role"
costs = [{ column = "one-off", value = "£17k" }, { column = "annual", value = "£2k", end = "03-04" }]
profile.budget = { "02-03" = 19, "03-04" = 2, total = 21 }
```

## How to fix

Add what the report has. If it has nothing, ask for the costs behind the money before it is approved.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bvtrack.checks.figures.amounts import said
from bvtrack.checks.rule import Rule
from bvtrack.checks.words.phrasing import listed
from bvtrack.core.finding import Finding, Place, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bvtrack.checks.figures.sourcing import Sourcing
    from bvtrack.checks.subject import Subject
    from bvtrack.core.money import Unit


def find(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each stream of a recommendation that has only one of profile and cost lines."""
    for source in subject.sourcings:
        if source.prints_money and not source.amounts:
            yield Finding(
                address=source.address,
                key=source.key,
                message=(
                    f"The finance table has {_printed(source, subject.review.unit)} of {source.stream} "
                    f"for recommendation {source.recommendation}, but no cost line says what it is for."
                ),
                place=Place(source.stream, source.recommendation, "Total"),
            )
        elif source.amounts and not source.prints_figures:
            lines = listed([f"{one.money.text} {one.line.column}" for one in source.amounts])
            yield Finding(
                address=source.address,
                key=source.amounts[0].key,
                message=(
                    f"Recommendation {source.recommendation} has cost lines ({lines}) "
                    f"but no money in the {source.stream} of the finance table."
                ),
            )


def _printed(source: Sourcing, unit: Unit) -> str:
    """Say the printed total, else the yearly figures, or that none of them is an amount."""
    *years, total = (cell.money.pence if cell.money is not None else None for cell in source.cells)
    shown = years if total is None else [total]
    return listed([said(pence, unit) for pence in shown if pence is not None]) or "no readable amount"


RULE = Rule("FIN115", "cost-without-source", Severity.ERROR, __doc__, find)
