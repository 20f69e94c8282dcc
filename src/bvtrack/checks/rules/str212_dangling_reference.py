"""dangling-reference: a reference leads to nothing.

## What it checks

What an area is addressed by, a summary area, a promise or a quoted figure speaks of, a cost line is for or waits for,
and a measure shows is a recommendation or a part of the review. Capitals count.

## Why it matters

A reference that leads nowhere is a link the reader is told of and cannot follow, and what hangs on it is not checked:
a saving that waits for no action is never late.

## Fires

```toml
area = [{ text = "listen to schools", addressed_by = ["1c"] }]

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

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bvtrack.checks.plan import measures, parts, recommendations
from bvtrack.checks.rule import Rule
from bvtrack.core.finding import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bvtrack.checks.subject import Subject
    from bvtrack.core.finding import Key
    from bvtrack.core.review import Review


@dataclass(frozen=True, slots=True)
class _Reference:
    """Where a reference stands, how a sentence about it begins, and the id and the kind of what it names."""

    address: str
    key: Key
    says: str
    to: str
    kind: str


def find(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each reference to an id that the review does not have, or has for another kind of thing."""
    recommended = [recommendation.id for recommendation in subject.review.recommendations]
    lettered = [part.id for _, part in parts(subject.review)]
    kinds = {
        "recommendation": frozenset(recommended),
        "part": frozenset(lettered),
        "recommendation or part": frozenset(recommended + lettered),
    }
    for reference in _references(subject.review):
        if reference.to not in kinds[reference.kind]:
            meant = [known for known in kinds[reference.kind] if known.casefold() == reference.to.casefold()]
            yield Finding(
                address=reference.address,
                key=reference.key,
                message=f"{reference.says} {reference.to}, which is no {reference.kind} of the review.",
                hints=(f"It may mean {min(meant)}.",) if meant else ("Correct the id, or add what it names.",),
            )


def _references(review: Review) -> Iterator[_Reference]:
    for nth, summary in enumerate(review.summary):
        if summary.recommendation is not None:
            address, says = f"summary/{nth + 1}", f"Summary area {nth + 1} stands for"
            key: Key = ("summary", nth, "recommendation")
            yield _Reference(address, key, says, summary.recommendation, "recommendation")
    for nth, area in enumerate(review.areas):
        for place, to in enumerate(area.addressed_by):
            key = ("area", nth, "addressed_by", place)
            yield _Reference(f"area/{nth + 1}", key, f"Area {nth + 1} is addressed by", to, "recommendation or part")
    for nth, promise in enumerate(review.promises):
        for place, to in enumerate(promise.covers):
            key = ("promise", nth, "covers", place)
            yield _Reference(f"promise/{nth + 1}", key, f"Promise {nth + 1} covers", to, "recommendation")
    for nth, quoted in enumerate(review.quoted):
        if quoted.recommendation is not None:
            address, says = f"quoted/{nth + 1}", f"Quoted figure {nth + 1} speaks of"
            key = ("quoted", nth, "recommendation")
            yield _Reference(address, key, says, quoted.recommendation, "recommendation")
    yield from _references_to_parts(review)


def _references_to_parts(review: Review) -> Iterator[_Reference]:
    for above, recommendation in recommendations(review):
        for nth, line in enumerate(recommendation.costs):
            address, key = f"{recommendation.id}/costs/{nth + 1}", (*above, "costs", nth)
            says = f"Cost line {nth + 1} of recommendation {recommendation.id}"
            if line.part is not None:
                yield _Reference(address, (*key, "part"), f"{says} is for", line.part, "part")
            for place, to in enumerate(line.depends_on):
                yield _Reference(address, (*key, "depends_on", place), f"{says} waits for", to, "part")
    for above, measure in measures(review):
        for place, to in enumerate(measure.shows):
            yield _Reference(measure.id, (*above, "shows", place), f"Measure {measure.id} shows", to, "part")


RULE = Rule("STR212", "dangling-reference", Severity.ERROR, __doc__, find)
