"""duplicate-step-conflict: a step stands twice, with two deadlines or owners.

## What it checks

Steps that repeat one another, word for word or a word apart (see STR208), have one deadline and one owner: their own,
or else their action's. Deadlines are compared by the day they fall due, owners by the people they are (`Jeff` is Jeff
Smith).

## Why it matters

Of two deadlines one is wrong, and the step is late by the one and in time by the other. Of two owners each may wait
for the other.

## Fires

```toml
[[recommendation]]
id = "1"
text = "get to know schools better"

[[recommendation.part]]
id = "1b"
text = "work closer with schools"
finish = "Sept. 2002"
owner = "Jeff Smith"
steps = ["Establish a CPD group"]

[[recommendation.part]]
id = "1c"
text = "manage training better"
finish = "Dec. 2002"
owner = "Jeff Smith"
steps = ["establish a CPD Group."]
```

## Quiet

```toml
[[recommendation]]
id = "1"
text = "get to know schools better"

[[recommendation.part]]
id = "1b"
text = "work closer with schools"
finish = "Sept. 2002"
owner = "Jeff Smith"
steps = ["Establish a CPD group"]

[[recommendation.part]]
id = "1c"
text = "manage training better"
finish = "September 2002"
owner = "Jeff Smith"
steps = ["establish a CPD Group."]
```

## How to fix

Keep the step under one action, or agree one deadline and one owner for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bvtrack.checks.plans.repeated_steps import said
from bvtrack.checks.rule import Rule
from bvtrack.core.finding import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bvtrack.checks.plans.repeated_steps import PlacedStep, Repeat
    from bvtrack.checks.subject import Subject


def find(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each repeated step whose deadlines or owners differ."""
    for repeat in subject.repeated_steps:
        if repeat.conflicts:
            yield Finding(
                address=repeat.steps[1].address,
                key=repeat.steps[1].key,
                message=f"{said(repeat)}; {'; '.join(_conflict(repeat, what) for what in repeat.conflicts)}.",
                hints=("Keep the step under one action, or agree one deadline and one owner for it.",),
            )


def _conflict(repeat: Repeat, what: str) -> str:
    return ", ".join(dict.fromkeys(_deadline(step) if what == "deadline" else _owner(step) for step in repeat.steps))


def _deadline(step: PlacedStep) -> str:
    return f"{step.address} is due {step.deadline}" if step.deadline else f"{step.address} has no deadline"


def _owner(step: PlacedStep) -> str:
    return f"{step.address} falls to {step.owners}" if step.owners else f"{step.address} has no owner"


RULE = Rule("STR209", "duplicate-step-conflict", Severity.WARNING, __doc__, find)
