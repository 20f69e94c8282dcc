"""finish-before-start: an action or a step starts after its deadline.

## What it checks

Each action and step with a start: the first day it can start on is no later than the day it falls due. A step without
a deadline of its own has its action's. Dates that are open, to be confirmed or ambiguous are not judged.

## Why it matters

One of the two dates is wrong, and nobody can tell which from the plan; progress against either means nothing.

## Fires

```toml
[[recommendation]]
id = "1"
text = "know schools better"
part = [{ id = "1a", text = "set up a file for each school", start = "March 2003", finish = "January 2003" }]
```

## Quiet

```toml
[[recommendation]]
id = "1"
text = "know schools better"
part = [{ id = "1a", text = "set up a file for each school", start = "June 2002", finish = "January 2003" }]
```

## How to fix

Correct the start or the deadline.
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
    """Yield a finding for each start after the deadline it has, its own or its action's."""
    for item in subject.schedule:
        own = item.finish is not None or item.action is None
        finish = item.finish if own or item.action is None else item.action.finish
        start, day = item.start, due_day(finish)
        if start is None or start.ambiguous or start.earliest is None or finish is None or day is None:
            continue
        if start.earliest > day:
            whose = "its deadline" if own else "the deadline of its action"
            yield Finding(
                address=item.address,
                key=(*item.key, "start"),
                message=f"The start of {item.address}, {told(start)}, is after {whose}, {told(finish)}.",
                hints=("Correct the start or the deadline.",),
            )


RULE = Rule("DAT302", "finish-before-start", Severity.ERROR, __doc__, find)
