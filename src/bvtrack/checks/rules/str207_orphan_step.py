"""orphan-step: a step belongs to an action the plan does not have.

## What it checks

In a review file a step always stands under an action, and in a database its keys hold it there, so no step can be
without one. What can go wrong is the label: a step that begins with the id of an action (`3e – audit the staff`) stands
under that action, and the plan has it.

## Why it matters

A label that does not fit is what remains when a plan is pasted together and an action is left out or renumbered. The
step is then reported, and reminded of, under an action it is no part of.

## Fires

```toml
[[recommendation]]
id = "2"
text = "improve school outcomes"

[[recommendation.part]]
id = "2c"
text = "align with the quadrants"
steps = ["2e – audit the links between teams"]
```

## Quiet

```toml
[[recommendation]]
id = "2"
text = "improve school outcomes"

[[recommendation.part]]
id = "2c"
text = "align with the quadrants"
steps = ["2c – audit the links between teams"]
```

## How to fix

Move the step under its action, add the action that was left out, or take the label off.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bvtrack.checks.plans.plan import parts
from bvtrack.checks.rule import Rule
from bvtrack.core.finding import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bvtrack.checks.subject import Subject


_LABEL = re.compile(r"\s{0,20}([0-9]{1,3}[a-z])(?:[./][0-9]{1,3})?\s{0,20}[-–—:.)]\s")


def find(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each step labelled for another action than it stands under."""
    known = {part.id for _, part in parts(subject.review)}
    for key, part in parts(subject.review):
        for nth, step in enumerate(part.steps):
            label = _LABEL.match(step.text)
            if label and label[1] != part.id:
                why = "stands under" if label[1] in known else "is no action of the plan; the step stands under"
                yield Finding(
                    address=f"{part.id}/{nth + 1}",
                    key=(*key, "steps", nth, "text"),
                    message=f"Step {part.id}/{nth + 1} is labelled {label[1]}, which {why} {part.id}.",
                    hints=(f"Move the step to {label[1]}, or take the label off.",),
                )


RULE = Rule("STR207", "orphan-step", Severity.ERROR, __doc__, find)
