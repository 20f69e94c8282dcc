"""recommendation-without-action: nothing in the plan carries a recommendation out.

## What it checks

Each recommendation has at least one part. A part is also an action of the implementation plan.

## Why it matters

A recommendation that was adopted and that no action stands for is never done, and never missed at a meeting either,
because progress is reported by action.

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

[[recommendation.part]]
id = "5a"
text = "broker services from other providers"
```

## How to fix

Add the parts the report has for it, each with its deadline and owner. Where the report has none, ask for them before
the recommendation is adopted.
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
    """Yield a finding for each recommendation without a part."""
    for key, recommendation in recommendations(subject.review):
        if not recommendation.parts:
            yield Finding(
                address=recommendation.id,
                key=key,
                message=f"Recommendation {recommendation.id} has no action in the plan.",
                hints=("Give it at least one part, with a deadline and an owner.",),
            )


RULE = Rule("STR202", "recommendation-without-action", Severity.ERROR, __doc__, find)
