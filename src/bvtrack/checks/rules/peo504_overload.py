"""overload: one person holds more actions than can be seen through.

## What it checks

How many open actions each person or post holds once aliases are resolved, and how many of them fall due in one month.
More than 6 in all, or more than 4 in a month, are asked about; both numbers can be set. A person is reported once, at
the first action held.

## Why it matters

A plan that hangs on one person stops when that person does. First names and initials hide how often it is the same one.

## Fires

```toml
person = [{ name = "Jeff Smith", aliases = ["Jeff"] }]

[[recommendation]]
id = "3"
text = "get the best out of all staff"
part = [
  { id = "3a", text = "create teams", finish = "Sept 2002", owner = "Jeff" },
  { id = "3b", text = "train staff", finish = "Sept 2002", owner = "Jeff Smith" },
  { id = "3c", text = "plan training", finish = "Sept 2002", owner = "Jeff" },
  { id = "3d", text = "manage training", finish = "Sept 2002", owner = "Jeff" },
  { id = "3e", text = "review training", finish = "Sept 2002", owner = "Jeff Smith" },
]
```

## Quiet

```toml
person = [{ name = "Jeff Smith", aliases = ["Jeff"] }]

[[recommendation]]
id = "3"
text = "get the best out of all staff"
part = [
  { id = "3a", text = "create teams", finish = "Sept 2002", owner = "Jeff" },
  { id = "3b", text = "train staff", finish = "Sept 2002", owner = "Jeff Smith" },
  { id = "3c", text = "plan training", finish = "Sept 2002", owner = "Jeff" },
  { id = "3d", text = "manage training", finish = "Sept 2002", owner = "Jeff" },
  { id = "3e", text = "review training", finish = "Dec 2002", owner = "Jeff Smith" },
]
```

## How to fix

Give some of the actions to somebody else, or later deadlines.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bvtrack.checks.plans.names import holder
from bvtrack.checks.plans.schedule import by_month, is_closed
from bvtrack.checks.rule import Rule
from bvtrack.checks.words.phrasing import listed
from bvtrack.core.finding import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bvtrack.checks.subject import Subject
    from bvtrack.core.responsibility import Responsibility


def find(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each person who holds too many open actions, in all or in one month."""
    limits = subject.thresholds
    actions = [work for work in subject.responsibilities if work.action and not is_closed(work.finish)]
    for person, theirs in _held(actions).items():
        months = by_month((action.finish, action) for action in theirs)
        crowded = [f"{len(due)} of them due in {month}" for month, due in months if len(due) > limits.actions_in_month]
        if len(theirs) > limits.open_actions or crowded:
            load = ", ".join([f"{person} holds {len(theirs)} of {len(actions)} open actions", *crowded])
            yield Finding(
                address=theirs[0].address,
                key=theirs[0].key,
                message=f"{load}: {listed([action.address for action in theirs])}.",
                hints=("Give some of the actions to somebody else, or later deadlines.",),
            )


def _held(actions: Sequence[Responsibility]) -> dict[str, list[Responsibility]]:
    """Give each person or post with the actions held, in the order of the plan."""
    held: dict[str, list[Responsibility]] = {}
    for action in actions:
        for person in dict.fromkeys(holder(match) for match in action.matches):
            if person is not None:
                held.setdefault(person, []).append(action)
    return held


RULE = Rule("PEO504", "overload", Severity.WARNING, __doc__, find)
