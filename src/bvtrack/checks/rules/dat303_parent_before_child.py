"""parent-before-child: a step falls due after the action it stands under.

## What it checks

Each step with a deadline of its own: it falls due no later than its action does. Deadlines that are open, to be
confirmed or ambiguous are not judged.

## Why it matters

An action is done when its steps are done. With a step due later, either the action is reported complete too early or
it is bound to be late.

## Fires

```toml
[[recommendation]]
id = "1"
text = "know schools better"
[[recommendation.part]]
id = "1a"
text = "set up a file for each school"
finish = "Sept 2002"
steps = [{ text = "agree the items of data", finish = "Nov 2002" }]
```

## Quiet

```toml
[[recommendation]]
id = "1"
text = "know schools better"
[[recommendation.part]]
id = "1a"
text = "set up a file for each school"
finish = "Sept 2002"
steps = [{ text = "agree the items of data", finish = "13 September 2002" }]
```

## How to fix

Bring the step forward, or move the action's deadline to that of its last step.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bvtrack.checks.plans.schedule import due_day, told
from bvtrack.checks.rule import Rule
from bvtrack.core.finding import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bvtrack.checks.subject import Subject


def find(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each step whose own deadline is after its action's."""
    for item in subject.schedule:
        if item.action is None or item.finish is None or item.action.finish is None:
            continue
        day, parent = due_day(item.finish), due_day(item.action.finish)
        if day and parent and day > parent:
            yield Finding(
                address=item.address,
                key=(*item.key, "finish"),
                message=(
                    f"The deadline of step {item.address}, {told(item.finish)}, "
                    f"is after that of its action, {told(item.action.finish)}."
                ),
                hints=("Bring the step forward, or move the action's deadline to that of its last step.",),
            )


RULE = Rule("DAT303", "parent-before-child", Severity.ERROR, __doc__, find)
