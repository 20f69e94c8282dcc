"""measure-target-count: a measure has several targets for one period, and nothing tells them apart.

## What it checks

In a review file a target stands inside its measure, so that the two are always linked. What can stay open is which of
several target lines is for what. Two lines of a measure that give different figures for one period say what each is
for, by their words or by a unit or population of their own.

## Why it matters

Where measures and targets are printed side by side and do not match one to one, a target slips to the wrong measure.
Reported against, it makes a good year look bad.

## Fires

```toml
[[recommendation]]
id = "2"
text = "improve school outcomes"

[[recommendation.measure]]
id = "2.2"
text = "schools that cause concern"
targets = ["From 12% in 2001 to 11% in 2002", "From 4% in 2001 to 3% in 2002"]
```

## Quiet

```toml
[[recommendation]]
id = "2"
text = "improve school outcomes"

[[recommendation.measure]]
id = "2.2"
text = "schools that cause concern"
targets = [
  { of = "primary schools", value = "From 12% in 2001 to 11% in 2002" },
  { of = "secondary schools", value = "From 4% in 2001 to 3% in 2002" },
]
```

## How to fix

Give each line its `of` or `unit`, or a measure of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bvtrack.checks.plans.plan import measures
from bvtrack.checks.rule import Rule
from bvtrack.checks.words.wording import folded, has_digit
from bvtrack.core.finding import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bvtrack.checks.subject import Subject
    from bvtrack.core.review import Measure


def find(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each measure with two target lines alike in all but their figures for one period."""
    for key, measure in measures(subject.review):
        unclear = _unclear(measure)
        if unclear is not None:
            nth, period = unclear
            yield Finding(
                address=f"{measure.id}/{nth + 1}",
                key=(*key, "targets", nth),
                message=f"Measure {measure.id} has two target lines with different figures "
                f"{f'for {period}' if period else 'and no period'}, and nothing says what each is for.",
                hints=("Give each line its `of` or `unit`, or a measure of its own.",),
            )


def _unclear(measure: Measure) -> tuple[int, str] | None:
    """Give the first target line that contradicts one before it that is alike, and the period; None where none does."""
    stated: dict[object, tuple[int, object]] = {}
    for nth, line in enumerate(measure.targets):
        what = tuple(word for word in folded(line.value.text) if not has_digit(word))
        for point in (line.value.baseline, *line.value.targets):
            if point is not None and point.value is not None:
                period = point.period.label if point.period else ""
                before, value = stated.setdefault((what, line.unit, line.of, period), (nth, point.value))
                if before != nth and value != point.value:
                    return nth, period
    return None


RULE = Rule("STR210", "measure-target-count", Severity.WARNING, __doc__, find)
