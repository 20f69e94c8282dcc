"""horizon: targets stop before the money does.

## What it checks

The last period of each measure's figures against the last financial year in which its recommendation has money, in any
stream. A measure stops short where its last target is over before that year begins; one that promises further targets
does not. It is said once for the review.

## Why it matters

In the years after the last target money is spent, or saved, with nothing to show for it.

## Fires

```toml
[[recommendation]]
id = "1"
text = "know schools better"
measure = [{ id = "1.1", text = "users rating the service good", targets = ["From 56% in 2001/02 to 60% in 2002/03"] }]
profile.budget = { "02-03" = 7, "03-04" = 40, "04-05" = 40 }
```

## Quiet

```toml
[[recommendation]]
id = "1"
text = "know schools better"
measure = [{ id = "1.1", text = "users rating the service good", targets = ["From 56% in 2001/02 to 60% in 2004/05"] }]
profile.budget = { "02-03" = 7, "03-04" = 40, "04-05" = 40 }
```

## How to fix

Set targets for the years that are left, or promise them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bvtrack.checks.plans.plan import measures
from bvtrack.checks.rule import Rule
from bvtrack.checks.words.phrasing import listed
from bvtrack.core.finding import Finding, Severity
from bvtrack.core.table import Role
from bvtrack.delivery.promises import FIGURES, to_be_set

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from bvtrack.checks.subject import Subject
    from bvtrack.core.financial_year import FinancialYear
    from bvtrack.core.review import Measure


def find(subject: Subject) -> Iterator[Finding]:
    """Yield one finding that counts the measures whose targets stop before their recommendation's money."""
    ends = _last_years(subject)
    every = list(measures(subject.review))
    short = []
    for key, measure in every:
        year, last = ends.get(subject.review.recommendations[int(key[1])].id), _last_day(measure)
        if year is not None and last is not None and last < year.start:
            short.append((key, measure))
    if short:
        yield Finding(
            address="review",
            key=(*short[0][0], "targets"),
            message=(
                f"Measures whose targets stop before the money of their recommendation does: {len(short)} of "
                f"{len(every)} ({listed([measure.id for _, measure in short])})."
            ),
            hints=("Set targets for the years that are left, or promise them.",),
        )


def _last_years(subject: Subject) -> dict[str, FinancialYear]:
    """Give the last financial year in which each recommendation has money, in any stream."""
    last: dict[str, FinancialYear] = {}
    for table in subject.tables:
        for row, column, cell in table.figures():
            line, year = table.rows[row], table.columns[column].year
            if line.role is Role.ITEM and year is not None and cell.money is not None and cell.money.pence:
                last[line.label] = max(year, last.get(line.label, year))
    return last


def _last_day(measure: Measure) -> date | None:
    """Give the last day of a measure's last figure; None where it has none with a date, or promises more."""
    readings = [line.value for line in measure.targets]
    if any(to_be_set(reading) for reading in readings):
        return None
    points = [point for reading in readings if reading.kind in FIGURES for point in reading.targets]
    days = [point.period.latest for point in points if point.period]
    return max((day for day in days if day), default=None)


RULE = Rule("MEA409", "horizon", Severity.NOTE, __doc__, find)
