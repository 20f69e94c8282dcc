"""missing-year: the years of the finance leave a gap or do not cover the plan period.

## What it checks

The year labels of all profiles and year totals together: every year of the plan period, and every year between the
first and the last of them, has a label somewhere. A year that one profile leaves out is blank there and no fault.

## Why it matters

A year that nobody budgets for is either free of cost, which a reader should be told, or forgotten.

## Fires

The plan has no figure for 2004-05.

```toml
[[recommendation]]
id = "1"
text = "know schools better"
profile.budget = { "02-03" = 7, "03-04" = 40, "05-06" = 40 }
```

## Quiet

```toml
[[recommendation]]
id = "1"
text = "know schools better"
profile.budget = { "02-03" = 7, "03-04" = 40, "04-05" = 40, "05-06" = 40 }
```

## How to fix

Put the year in, with `0` or `nil` where the report prints one, or correct the `period` of the review.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bvtrack.checks.phrasing import listed
from bvtrack.checks.rule import Rule
from bvtrack.core.finance import year_columns
from bvtrack.core.financial_year import FinancialYear
from bvtrack.core.finding import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bvtrack.checks.subject import Subject


def find(subject: Subject) -> Iterator[Finding]:
    """Yield one finding that names the years no profile and no year total has.

    A label that cannot be read may stand for a year that seems to be missing; it is FIN113's.
    """
    columns = [column for column in year_columns(subject.review) if column.labels]
    years = {column.line.year for column in columns if column.line.year is not None}
    plan = subject.review.period.years
    if not years or len(years) < len(columns):
        return
    first, last = min(*years, *plan), max(*years, *plan)
    every = (FinancialYear(start) for start in range(first.start_year, last.start_year + 1))
    missing = [year.label for year in every if year not in years]
    if missing:
        yield Finding(
            address="review",
            key=("period",),
            message=f"No profile has a figure for {listed(missing)}; the plan period is {subject.review.period.text}.",
        )


RULE = Rule("FIN112", "missing-year", Severity.ERROR, __doc__, find)
