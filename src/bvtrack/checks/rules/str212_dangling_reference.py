"""dangling-reference: a reference leads to nothing.

## What it checks

What an area is addressed by, a summary area, a promise or a quoted figure speaks of, a cost line is for or waits for,
and a measure shows is a recommendation or a part of the review. Capitals count. Each id that is wanting is reported
once, with all its places. An area that nothing else addresses is STR211's, and an id that is wanting because another
stands twice is STR201's.

## Why it matters

A reference that leads nowhere is a link the reader is told of and cannot follow, and what hangs on it is not checked:
a saving that waits for no action is never late.

## Fires

```toml
area = [{ text = "listen to schools", addressed_by = ["1b", "1c"] }]

[[recommendation]]
id = "1"
text = "get to know schools better"

[[recommendation.part]]
id = "1b"
text = "work closer with schools"
```

## Quiet

```toml
area = [{ text = "listen to schools", addressed_by = ["1b"] }]

[[recommendation]]
id = "1"
text = "get to know schools better"

[[recommendation.part]]
id = "1b"
text = "work closer with schools"
```

## How to fix

Correct the id, or add what it names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bvtrack.checks.plans.references import dangling, known_ids
from bvtrack.checks.rule import Rule
from bvtrack.checks.words.phrasing import listed
from bvtrack.core.finding import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bvtrack.checks.plans.references import Reference
    from bvtrack.checks.subject import Subject
    from bvtrack.core.review import Review


def find(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each id that is referred to and that the review does not have, or has for another thing."""
    known = known_ids(subject.review)
    unaddressed = _unaddressed(subject.review)
    wanting: dict[str, list[Reference]] = {}
    for reference in dangling(subject.review):
        if reference.address not in unaddressed:
            wanting.setdefault(reference.to, []).append(reference)
    for to, (first, *others) in wanting.items():
        meant = [one for one in known[first.kind] if one.casefold() == to.casefold()]
        elsewhere = listed(list(dict.fromkeys(one.address for one in others if one.address != first.address)))
        yield Finding(
            address=first.address,
            key=first.key,
            message=f"{first.says} {to}, which is no {first.kind} of the review"
            f"{f'; it is named at {elsewhere} too' if elsewhere else ''}.",
            hints=(f"It may mean {min(meant)}.",) if meant else ("Correct the id, or add what it names.",),
        )


def _unaddressed(review: Review) -> set[str]:
    """Give the addresses of the areas none of whose references leads anywhere."""
    known = known_ids(review)["recommendation or part"]
    return {f"area/{nth + 1}" for nth, area in enumerate(review.areas) if known.isdisjoint(area.addressed_by)}


RULE = Rule("STR212", "dangling-reference", Severity.ERROR, __doc__, find)
