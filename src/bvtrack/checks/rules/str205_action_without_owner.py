"""action-without-owner: nobody answers for an action.

## What it checks

Each action names at least one owner: a person, a post, a team or a body. A dash, `TBC` or `vacant` names none. Steps
with owners of their own do not make up for it. Whether a name is known is PEO502's.

## Why it matters

An action that nobody answers for is nobody's to report on. It is found late, when the deadline has passed.

## Fires

```toml
[[recommendation]]
id = "2"
text = "improve school outcomes"

[[recommendation.part]]
id = "2c"
text = "align with the quadrants"
finish = "Dec. 2002"
owner = "TBC"
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

Name a person or a post. A post stays right when people leave.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bvtrack.checks.plans.plan import parts
from bvtrack.checks.rule import Rule
from bvtrack.core.finding import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bvtrack.checks.subject import Subject


_HINTS = ("Name a person or a post that answers for it.",)


def find(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each action whose owner is left out or names nobody."""
    for key, part in parts(subject.review):
        if part.owner is None:
            yield Finding(address=part.id, key=key, message=f"Action {part.id} has no owner.", hints=_HINTS)
        elif not part.owner.owners:
            message = f"Action {part.id} has no owner: “{part.owner.text}” names nobody."
            yield Finding(address=part.id, key=(*key, "owner"), message=message, hints=_HINTS)


RULE = Rule("STR205", "action-without-owner", Severity.ERROR, __doc__, find)
