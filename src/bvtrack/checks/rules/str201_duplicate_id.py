"""duplicate-id: two things of the review have one id.

## What it checks

Each recommendation, part and measure has an id of its own, and each process one among the processes. Ids that differ
only in capitals count as one. Names and aliases of people are PEO502's.

## Why it matters

An id is an address: findings, waivers, edits and progress go to it. Where two things answer to it, a deadline is moved
or a measure updated that nobody meant.

## Fires

```toml
[[recommendation]]
id = "2"
text = "improve school outcomes"

[[recommendation.part]]
id = "2a"
text = "set up an intervention team"

[[recommendation.part]]
id = "2a"
text = "focus the other advisers on prevention"
```

## Quiet

```toml
[[recommendation]]
id = "2"
text = "improve school outcomes"

[[recommendation.part]]
id = "2a"
text = "set up an intervention team"

[[recommendation.part]]
id = "2b"
text = "focus the other advisers on prevention"
```

## How to fix

Give the later one an id of its own, and see that references to either mean the right one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bvtrack.checks.plans.plan import measures, parts, recommendations
from bvtrack.checks.rule import Rule
from bvtrack.core.finding import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bvtrack.checks.subject import Subject
    from bvtrack.core.finding import Key


def find(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each thing that has the id of one before it."""
    review = subject.review
    addressed = [
        *(("recommendation", recommendation.id, key) for key, recommendation in recommendations(review)),
        *(("part", part.id, key) for key, part in parts(review)),
        *(("measure", measure.id, key) for key, measure in measures(review)),
    ]
    yield from _clashes(addressed)
    yield from _clashes(("process", process.id, ("process", nth)) for nth, process in enumerate(review.processes))


def _clashes(things: Iterable[tuple[str, str, Key]]) -> Iterator[Finding]:
    first: dict[str, tuple[str, Key]] = {}
    for kind, name, key in things:
        other = first.setdefault(name.casefold(), (kind, key))
        if other != (kind, key):
            yield Finding(
                address=name,
                key=(*key, "id"),
                message=f"The id {name} is given to a {other[0]} and again to a {kind}: it must name one thing.",
                hints=("Give the later one an id of its own.",),
            )


RULE = Rule("STR201", "duplicate-id", Severity.ERROR, __doc__, find)
