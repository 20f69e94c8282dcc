"""joint-owner: an action has several owners, and none of them leads.

## What it checks

Each action, and each step with owners of its own: where several people, posts or teams are named, one is marked as the
lead, as in `Jeff Smith (lead), Steve Brown` or `Jeff Smith with Steve Brown`. Two names for one person are one owner.

## Why it matters

Where two answer for a thing, each may take it for the other's.

## Fires

```toml
[[recommendation]]
id = "4"
text = "get the best out of the business"
part = [{ id = "4a", text = "adopt flexible prices", finish = "Sept. 2002", owner = "Jeff Smith & Steve Brown" }]
```

## Quiet

```toml
[[recommendation]]
id = "4"
text = "get the best out of the business"
part = [{ id = "4a", text = "adopt flexible prices", finish = "Sept. 2002", owner = "Jeff Smith (lead) & Steve Brown" }]
```

## How to fix

Say which of them leads.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bvtrack.checks.plans.names import holder
from bvtrack.checks.rule import Rule
from bvtrack.checks.words.phrasing import listed
from bvtrack.core.finding import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bvtrack.checks.subject import Subject


def find(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each action or step with several owners and no lead."""
    for work in subject.responsibilities:
        owners = {holder(match) or match.owner.name: match.owner.name for match in work.matches}
        if len(owners) > 1 and not any(match.owner.lead for match in work.matches):
            yield Finding(
                address=work.address,
                key=work.key,
                message=f"{work.address} has {len(owners)} owners and no lead: {listed(list(owners.values()))}.",
                hints=("Say which of them leads.",),
            )


RULE = Rule("PEO503", "joint-owner", Severity.WARNING, __doc__, find)
