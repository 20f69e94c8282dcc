"""recommendation-without-measure: nothing will show whether a recommendation worked.

## What it checks

Each recommendation has at least one outcome measure. Whether the measure has a target is MEA402's.

## Why it matters

Best value asks what a review achieved. Without a measure the money of a recommendation can be accounted for, and its
effect cannot.

## Fires

```toml
[[recommendation]]
id = "5"
text = "develop SIAS role further"
```

## Quiet

```toml
[[recommendation]]
id = "5"
text = "develop SIAS role further"

[[recommendation.measure]]
id = "5.1"
text = "schools that buy from another provider on advice"
targets = ["From 10% in 2001 to 20% in 2003"]
```

## How to fix

Agree a measure with its owner, with a baseline and a target, or say in a waiver why none is wanted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bvtrack.checks.plans.plan import recommendations
from bvtrack.checks.rule import Rule
from bvtrack.core.finding import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bvtrack.checks.subject import Subject


def find(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each recommendation without an outcome measure."""
    for key, recommendation in recommendations(subject.review):
        if not recommendation.measures:
            yield Finding(
                address=recommendation.id,
                key=key,
                message=f"Recommendation {recommendation.id} has no outcome measure to show whether it worked.",
                hints=("Agree a measure with a baseline and a target.",),
            )


RULE = Rule("STR203", "recommendation-without-measure", Severity.ERROR, __doc__, find)
