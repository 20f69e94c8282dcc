"""not-countable: measures have targets that can be confirmed but not counted.

## What it checks

How many measures have no target in figures and none still to be set, but milestones, recurring reports, processes, or
words that cannot be read as a target. It is said once for the review.

## Why it matters

Such a target is met when somebody says so. It has no trajectory, and progress towards it cannot be shown.

## Fires

```toml
[[recommendation]]
id = "1"
text = "know schools better"
measure = [{ id = "1.4", text = "users say services suit them", targets = ["Reports approved annually"] }]
```

## Quiet

```toml
[[recommendation]]
id = "1"
text = "know schools better"
measure = [{ id = "1.4", text = "users say services suit them", targets = ["From 56% in 2001 to 60% in 2002"] }]
```

## How to fix

Nothing, where a milestone is what is wanted; else a figure, or a date for setting one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bvtrack.checks.plans.plan import measures
from bvtrack.checks.rule import Rule
from bvtrack.checks.words.phrasing import listed
from bvtrack.core.finding import Finding, Severity
from bvtrack.core.target import TargetKind
from bvtrack.delivery.promises import none_set

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bvtrack.checks.subject import Subject
    from bvtrack.core.review import Measure

_NOT_COUNTABLE = frozenset({TargetKind.MILESTONE, TargetKind.RECURRING, TargetKind.PROCESS, TargetKind.UNKNOWN})


def find(subject: Subject) -> Iterator[Finding]:
    """Yield one finding that counts the measures that cannot be counted, if there are any."""
    every = list(measures(subject.review))
    found = [(key, measure) for key, measure in every if _is_not_countable(measure)]
    if found:
        yield Finding(
            address="review",
            key=(*found[0][0], "targets"),
            message=(
                f"Measures whose targets can be confirmed but not counted: {len(found)} of {len(every)} "
                f"({listed([measure.id for _, measure in found])})."
            ),
            hints=("Where more than a milestone is wanted, set a figure or a date for setting one.",),
        )


def _is_not_countable(measure: Measure) -> bool:
    kinds = {line.value.kind for line in measure.targets if not none_set(line.value)}
    return bool(kinds) and kinds <= _NOT_COUNTABLE


RULE = Rule("MEA407", "not-countable", Severity.NOTE, __doc__, find)
