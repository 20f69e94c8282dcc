"""first-name-only: work is given to a first name.

## What it checks

The owners of actions and steps that are printed as a first name and stand for one person of the review. Each name is
reported once, with all its places. One that stands for nobody, or for two, is PEO502.

## Why it matters

Everybody in the room knows who Jeff is. The auditor, the public and whoever comes after him do not.

## Fires

```toml
person = [{ name = "Jeff Smith", aliases = ["Jeff"] }]

[[recommendation]]
id = "3"
text = "get the best out of all staff"
part = [{ id = "3d", text = "manage training better", finish = "Sept. 2002", owner = "Jeff" }]
```

## Quiet

```toml
person = [{ name = "Jeff Smith", aliases = ["Jeff"] }]

[[recommendation]]
id = "3"
text = "get the best out of all staff"
part = [{ id = "3d", text = "manage training better", finish = "Sept. 2002", owner = "Jeff Smith" }]
```

## How to fix

Print the name in full, or the post.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bvtrack.checks.plans.names import names
from bvtrack.checks.rule import Rule
from bvtrack.checks.words.phrasing import listed
from bvtrack.core.finding import Finding, Severity
from bvtrack.core.owner import first_name_only

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bvtrack.checks.subject import Subject


def find(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each first name that stands for one person, with all its places."""
    for name in names(subject.responsibilities):
        owner, people = name.match.owner, name.match.people
        if len(people) == 1 and first_name_only(owner):
            yield Finding(
                address=name.addresses[0],
                key=name.places[0].key,
                message=f"“{owner.name}” is a first name only, on {listed(name.addresses)}; it stands for {people[0]}.",
                hints=(f"Print {people[0]} in full, or the post.",),
            )


RULE = Rule("PEO501", "first-name-only", Severity.WARNING, __doc__, find)
