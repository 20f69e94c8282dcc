"""alias-unresolved: a name given work stands for nobody the review names, or for two people.

## What it checks

Each owner printed as a person's name or initials is one of the review's people, by name or alias, and each name stands
for one of them only. Each name is reported once, with all its places. In a review that lists no people a full name
stands for itself. Posts, teams and bodies need no entry, nor do the review's own abbreviations.

## Why it matters

Work that nobody can be asked about is nobody's. A first name shared by two is worse: each thinks it is the other's.

## Fires

```toml
person = [{ name = "Jeff Smith", aliases = ["Jeff"] }]

[[recommendation]]
id = "4"
text = "get the best out of the business"
part = [{ id = "4d", text = "simplify time recording", finish = "Dec 2002", owner = "Steve" }]
```

## Quiet

```toml
person = [{ name = "Steve Brown", aliases = ["Steve"] }]

[[recommendation]]
id = "4"
text = "get the best out of the business"
part = [{ id = "4d", text = "simplify time recording", finish = "Dec 2002", owner = "Steve" }]
```

## How to fix

Find out who is meant. Add the person, or the name as an alias of the person it stands for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bvtrack.checks.plans.names import names
from bvtrack.checks.rule import Rule
from bvtrack.checks.words.phrasing import listed
from bvtrack.core.finding import Finding, Severity
from bvtrack.core.owner import OwnerType, first_name_only, fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bvtrack.checks.subject import Subject
    from bvtrack.core.owner import Match
    from bvtrack.core.review import Review


def find(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each name that stands for nobody, or for several people, with all its places."""
    for name in names(subject.responsibilities):
        owner, people = name.match.owner, name.match.people
        if len(people) > 1:
            meaning = f"may be {' or '.join(people)}"
            hint = "Print the name in full, or take the alias from all of them but one."
        elif _is_unknown(name.match, subject.review):
            meaning = "is nobody the review names"
            hint = f"Add the person, or “{owner.name}” to the aliases of the person it stands for."
        else:
            continue
        yield Finding(
            address=name.addresses[0],
            key=name.places[0].key,
            message=f"“{owner.name}”, on {listed(name.addresses)}, {meaning}.",
            hints=(hint,),
        )


def _is_unknown(match: Match, review: Review) -> bool:
    """Tell whether a name should be one of the review's people and is not."""
    owner = match.owner
    if match.people or owner.type not in {OwnerType.PERSON, OwnerType.INITIALS}:
        return False
    if fold(owner.name) in {fold(short) for short in review.abbreviations}:
        return False
    return bool(review.people) or owner.type is OwnerType.INITIALS or first_name_only(owner)


RULE = Rule("PEO502", "alias-unresolved", Severity.ERROR, __doc__, find)
