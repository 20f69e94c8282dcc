"""duplicate-step: a step stands in the plan twice.

## What it checks

No step repeats one of another action once capitals, spaces and punctuation are folded. Two steps that are a word apart
are a note: one word more, less or other, with four words shared, or three where the two words look alike, or two where
they are articles. Words with digits (`phase 1`, `phase 2`) and a gap that three steps fill differently are no slip.
Where the actions differ in deadline or owner the finding is STR209 instead.

## Why it matters

Work that stands twice is done twice, or once by whoever believes the other did it.

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
finish = "Sept. 2002"
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
finish = "Sept. 2002"
owner = "Jeff Smith"
steps = ["Allocate the training funds"]
```

## How to fix

Keep the step under one action and let the other point to it, or word the two so that they differ as they should.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bvtrack.checks.plans.repeated_steps import said
from bvtrack.checks.rule import Rule
from bvtrack.core.finding import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bvtrack.checks.subject import Subject


def find(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each repeated step whose deadline and owner are the same throughout."""
    for repeat in subject.repeated_steps:
        if not repeat.conflicts:
            yield Finding(
                address=repeat.steps[1].address,
                key=repeat.steps[1].key,
                message=f"{said(repeat)}.",
                severity=Severity.NOTE if repeat.apart else None,
                hints=("Keep the step under one action, or word the two as they differ.",),
            )


RULE = Rule("STR208", "duplicate-step", Severity.WARNING, __doc__, find)
