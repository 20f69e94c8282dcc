"""missing-year: the years of the finance leave a gap or do not cover the plan period.

## What it checks

The year labels of all profiles and year totals together: every year of the plan period, and every year between the
first and the last of them, has a label somewhere. A year that one profile leaves out is blank there and no fault.

In a document a note, where a total adds years with a gap between them that no column or row of its table fills.

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

In a document:

```markdown
Budget, £000

| Service | 2002-03 | 2003-04 | 2005-06 | Total |
|---|--:|--:|--:|--:|
| Libraries | 120 | 124 | 131 | 375 |
| Museums | 81 | 77 | 79 | 237 |
| Total | 201 | 201 | 210 | 612 |
```

## Quiet

```toml
[[recommendation]]
id = "1"
text = "know schools better"
profile.budget = { "02-03" = 7, "03-04" = 40, "04-05" = 40, "05-06" = 40 }
```

In a document:

```markdown
Budget, £000

| Service | 2002-03 | 2003-04 | 2004-05 | Total |
|---|--:|--:|--:|--:|
| Libraries | 120 | 124 | 131 | 375 |
| Museums | 81 | 77 | 79 | 237 |
| Total | 201 | 201 | 210 | 612 |
```

## How to fix

Put the year in, with `0` or `nil` where the report prints one, or correct the `period` of the review.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bvtrack.checks.documents.places import key_of_table
from bvtrack.checks.documents.year_runs import named, start_of
from bvtrack.checks.figures.sums_told import called
from bvtrack.checks.rule import Rule
from bvtrack.checks.words.phrasing import listed
from bvtrack.core.finance import year_columns
from bvtrack.core.financial_year import FinancialYear
from bvtrack.core.finding import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bvtrack.checks.documents.subject import DocumentSubject
    from bvtrack.checks.structure.sums import Equation
    from bvtrack.checks.subject import Subject
    from bvtrack.core.table import Line


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


def find_in_document(document: DocumentSubject) -> Iterator[Finding]:
    """Yield a note for each total of a document's table that adds years with a gap between them."""
    for footed in document.financial:
        table = footed.footing.table
        for sums, lines in ((footed.columns, table.columns), (footed.rows, table.rows)):
            gaps = {gap: lines[one.total].label for one in reversed(sums) if (gap := _gap(one, lines))}
            for missing, total in sorted(gaps.items()):
                yield Finding(
                    address=table.name,
                    key=key_of_table(footed),
                    severity=Severity.NOTE,
                    message=f"In {called(table)}, {total or 'a total'} adds years without {listed(missing)}.",
                )


def _gap(one: Equation, lines: Sequence[Line]) -> tuple[str, ...]:
    """Give the years that stand nowhere among lines though a sum adds a year before them and a year after them."""
    years = [start_of(lines[part]) for part, _ in one.parts]
    added = [year for year in years if year is not None]
    if len(added) < max(2, len(years)):
        return ()
    printed = {start_of(line) for line in lines}
    between = range(min(added) + 1, max(added))
    like = lines[one.parts[0][0]].label
    return tuple(named(year, like) for year in between if year not in printed)


RULE = Rule("FIN112", "missing-year", Severity.ERROR, __doc__, find, in_document=find_in_document)
