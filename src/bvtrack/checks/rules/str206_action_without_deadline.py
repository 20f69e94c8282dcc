"""action-without-deadline: an action has no date to be finished by.

## What it checks

Each action has a deadline that can fall due, or says that it is ongoing, recurring or complete. A dash, `TBC` and `n/a`
are no deadlines. One whose date cannot be told for certain is DAT306's.

## Why it matters

Without a deadline an action is never late, and drops out of every report of what is due.

## Fires

```toml
[[recommendation]]
id = "2"
text = "improve school outcomes"

[[recommendation.part]]
id = "2c"
text = "align with the quadrants"
finish = "TBC"
owner = "Jenny Newman"
```

## Quiet

```toml
[[recommendation]]
id = "2"
text = "improve school outcomes"

[[recommendation.part]]
id = "2c"
text = "align with the quadrants"
finish = "Dec. 2002"
owner = "Jenny Newman"
```

## How to fix

Agree a date with the owner. For what has no end, print `ongoing` or how often it recurs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bvtrack.checks.plans.plan import parts
from bvtrack.checks.rule import Rule
from bvtrack.core.finding import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bvtrack.checks.subject import Subject


_HINTS = ("Agree a date with the owner, or print that it is ongoing.",)
_NO_DEADLINE = frozenset({"blank", "dash", "not applicable", "to be confirmed", "undated"})


def find(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each action whose deadline is left out or says that there is none yet."""
    for key, part in parts(subject.review):
        if part.finish is None:
            yield Finding(address=part.id, key=key, message=f"Action {part.id} has no deadline.", hints=_HINTS)
        elif part.finish.latest is None and part.finish.status in _NO_DEADLINE:
            message = f"Action {part.id} has no deadline: “{part.finish.text}” is no date."
            yield Finding(address=part.id, key=(*key, "finish"), message=message, hints=_HINTS)


RULE = Rule("STR206", "action-without-deadline", Severity.ERROR, __doc__, find)
