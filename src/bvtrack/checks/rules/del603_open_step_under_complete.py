"""open-step-under-complete: an action is said to be done, and steps under it are not.

## What it checks

Each action that is done or mainstreamed on the date the check speaks for. All its steps should be done, mainstreamed,
deleted or superseded. One finding an action, with the steps that are open.

## Why it matters

Either the action is not done, or nobody looked at its steps. Both make the count of what is done worth nothing.

## Fires

```toml
[[recommendation]]
id = "2"
text = "use staff time better"

[[recommendation.part]]
id = "2b"
text = "consult schools"
event = [{ date = 2002-04-12, kind = "complete" }]
steps = ["write the paper", "send it to schools"]
```

## Quiet

```toml
[[recommendation]]
id = "2"
text = "use staff time better"

[[recommendation.part]]
id = "2b"
text = "consult schools"
event = [{ date = 2002-04-12, kind = "complete" }]
steps = [{ text = "write the paper", event = [{ date = 2002-04-10, kind = "complete" }] }]
```

## How to fix

Record what became of the steps, or reopen the action.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bvtrack.checks.rule import Rule
from bvtrack.checks.words.phrasing import listed
from bvtrack.core.finding import Finding, Severity
from bvtrack.delivery.progress import FINISHED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bvtrack.checks.subject import Subject


def find(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each finished action with open steps."""
    for action in (work for work in subject.delivered if work.above is None and work.standing.state in FINISHED):
        one = action.standing
        closed = {work.standing.address for work in subject.delivered if work.above is one and work.standing.closed}
        left = [step for nth in range(1, one.steps + 1) if (step := f"{one.address}/{nth}") not in closed]
        if left:
            yield Finding(
                address=one.address,
                key=action.key,
                message=f"{one.address} is {one.state.value}, but {len(left)} of its {one.steps} steps"
                f" {'is' if len(left) == 1 else 'are'} not: {listed(left)}.",
                hints=("Record what became of the steps, or reopen the action.",),
            )


RULE = Rule("DEL603", "open-step-under-complete", Severity.ERROR, __doc__, find)
