"""year-order: year labels are out of order, or one is not a financial year.

## What it checks

The labels of each profile and of the year totals, in the order written, rise throughout or fall throughout. Each is
one financial year: two consecutive years, as in `02-03` or `2002/03`.

In a document, labels side by side under one heading and in the same words. Years that come twice, blocks of years that
do not reach into each other, and a label over years that all stand beside it are as they should be. A label of two
years beside labels of one, where the second has no label of its own, is a warning: it may be meant.

## Why it matters

A figure under a wrong year is money in the wrong budget.

## Fires

```toml
[[recommendation]]
id = "1"
text = "know schools better"
profile.budget = { "02-03" = 7, "04-05" = 40, "03-04" = 40, "05-06" = 40 }
```

In a document:

```markdown
Budget, £000

| Service | 2002-03 | 2003-05 | 2004-05 | Total |
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

| Service | 2002-03 | 2003-04 | 2004-05 | 2002-05 |
|---|--:|--:|--:|--:|
| Libraries | 120 | 124 | 131 | 375 |
| Museums | 81 | 77 | 79 | 237 |
| Total | 201 | 201 | 210 | 612 |
```

## How to fix

Put the years in order, or correct the label.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from bvtrack.checks.documents.places import key_of_column, key_of_row
from bvtrack.checks.documents.year_runs import Doubt, doubtful, in_order, year_runs
from bvtrack.checks.figures.sums_told import called
from bvtrack.checks.rule import Rule
from bvtrack.checks.words.phrasing import listed
from bvtrack.core.finance import STREAMS, TOTAL, profile_of, total_of
from bvtrack.core.financial_year import read_year
from bvtrack.core.finding import Finding, Severity
from bvtrack.core.table import Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bvtrack.checks.documents.subject import DocumentSubject
    from bvtrack.checks.subject import Subject
    from bvtrack.core.financial_year import YearReading
    from bvtrack.core.finding import Key
    from bvtrack.core.review import Review


def find(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each label that is no financial year, once a label, and each run of years out of order."""
    near = subject.review.date
    refused = set()
    read: dict[str, YearReading] = {}
    for address, key, labels in _runs(subject.review):
        read |= {label: read_year(label, near) for label in labels if label not in read}
        readings = [read[label] for label in labels]
        for reading in readings:
            if len(reading.years) != 1 and reading.text not in refused:
                refused.add(reading.text)
                yield Finding(
                    address=address,
                    key=(*key, reading.text),
                    message=f"The year label {reading.text} is not one financial year.",
                    hints=("Write it as two consecutive years: 2002-03.",),
                )
        years = [reading.years[0] for reading in readings if len(reading.years) == 1]
        steps = {(before < after) - (after < before) for before, after in pairwise(years)}
        if steps - {1} and steps != {-1}:
            yield Finding(
                address=address,
                key=key,
                message=f"The years {listed(labels)} neither rise nor fall throughout.",
            )


def _runs(review: Review) -> Iterator[tuple[str, Key, tuple[str, ...]]]:
    """Yield the year labels of each profile and of each stream's year totals, with the address and key of these."""
    for number, recommendation in enumerate(review.recommendations):
        for stream in STREAMS:
            profile = profile_of(recommendation, stream) or {}
            key = ("recommendation", number, "profile", stream)
            yield f"{recommendation.id}/{stream}", key, tuple(label for label in profile if label != TOTAL)
    for stream in STREAMS:
        total = total_of(review, stream)
        if total is not None:
            yield f"totals/{stream}", ("totals", stream, "years"), tuple(total.years)


def find_in_document(document: DocumentSubject) -> Iterator[Finding]:
    """Yield a finding for each label that is no financial year, and each run of years out of order."""
    for footed in document.financial:
        table = footed.footing.table
        across = [run for run in year_runs(table.columns) if run[1:]]
        lines, key_of = (table.columns, key_of_column) if across else (table.rows, key_of_row)
        for run in across or year_runs(lines):
            for span, doubt in doubtful(run):
                if lines[span.line].role in (Role.ITEM, Role.MEMO):
                    yield Finding(
                        address=table.name,
                        key=key_of(footed, span.line),
                        severity=Severity.WARNING if doubt is Doubt.LONGER else Severity.ERROR,
                        message=f"In {called(table)}, the year label {span.label} is not one financial year: {doubt}.",
                        hints=("Write it as two consecutive years: 2002-03.",),
                    )
            singles = [span for span in run if span.one_year]
            if not in_order([span.first for span in singles]):
                labels = listed([span.label for span in singles])
                yield Finding(
                    address=table.name,
                    key=key_of(footed, singles[0].line),
                    message=f"In {called(table)}, the years {labels} neither rise nor fall throughout.",
                )


RULE = Rule("FIN113", "year-order", Severity.ERROR, __doc__, find, in_document=find_in_document)
