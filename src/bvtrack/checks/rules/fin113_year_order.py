"""year-order: year labels are out of order, or one is not a financial year.

## What it checks

The labels of each profile and of the year totals, in the order written, rise throughout or fall throughout. Each is
one financial year: two consecutive years, as in `02-03` or `2002/03`.

## Why it matters

A figure under a wrong year is money in the wrong budget.

## Fires

```toml
[[recommendation]]
id = "1"
text = "know schools better"
profile.budget = { "02-03" = 7, "04-05" = 40, "03-04" = 40, "05-06" = 40 }
```

## Quiet

```toml
[[recommendation]]
id = "1"
text = "know schools better"
profile.budget = { "02-03" = 7, "03-04" = 40, "04-05" = 40, "05-06" = 40 }
```

## How to fix

Put the years in order, or correct the label.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from bvtrack.checks.phrasing import listed
from bvtrack.checks.rule import Rule
from bvtrack.core.finance import STREAMS, TOTAL, profile_of, total_of
from bvtrack.core.financial_year import read_year
from bvtrack.core.finding import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

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


RULE = Rule("FIN113", "year-order", Severity.ERROR, __doc__, find)
