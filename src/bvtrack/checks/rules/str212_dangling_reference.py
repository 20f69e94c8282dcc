"""dangling-reference: a reference leads to nothing.

## What it checks

What an area is addressed by, a summary area, a promise or a quoted figure speaks of, a cost line is for or waits for,
and a measure shows is a recommendation or a part of the review. Capitals count. An area that nothing else addresses is
STR211's, and an id that is wanting because another stands twice is STR201's.

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

from bvtrack.checks.references import dangling, known_ids
from bvtrack.checks.rule import Rule
from bvtrack.core.finding import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bvtrack.checks.subject import Subject
    from bvtrack.core.review import Review


def find(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each reference to an id that the review does not have, or has for another kind of thing."""
    known = known_ids(subject.review)
    unaddressed = _unaddressed(subject.review)
    for reference in dangling(subject.review):
        if reference.address not in unaddressed:
            meant = [one for one in known[reference.kind] if one.casefold() == reference.to.casefold()]
            yield Finding(
                address=reference.address,
                key=reference.key,
                message=f"{reference.says} {reference.to}, which is no {reference.kind} of the review.",
                hints=(f"It may mean {min(meant)}.",) if meant else ("Correct the id, or add what it names.",),
            )


def _unaddressed(review: Review) -> set[str]:
    """Give the addresses of the areas none of whose references leads anywhere."""
    known = known_ids(review)["recommendation or part"]
    return {f"area/{nth + 1}" for nth, area in enumerate(review.areas) if known.isdisjoint(area.addressed_by)}


RULE = Rule("STR212", "dangling-reference", Severity.ERROR, __doc__, find)
