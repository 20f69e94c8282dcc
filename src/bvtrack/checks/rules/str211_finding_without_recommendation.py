"""finding-without-recommendation: an area the review highlighted is addressed by nothing.

## What it checks

Each area to improve (`[[area]]`) names a recommendation or a part of the review that addresses it.

## Why it matters

A review that finds something wanting and recommends nothing about it has either dropped a finding or not told its
reader how it is dealt with.

## Fires

```toml
area = [{ text = "the exchange of learning between practitioners" }]
```

## Quiet

```toml
area = [{ text = "the exchange of learning between practitioners", addressed_by = ["2"] }]

[[recommendation]]
id = "2"
text = "improve school outcomes"
```

## How to fix

Name in `addressed_by` what addresses the area. Where nothing does, ask the review team for a recommendation, or waive
the finding with their reason.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bvtrack.checks.plans.references import dangling, known_ids
from bvtrack.checks.rule import Rule
from bvtrack.checks.words.phrasing import listed
from bvtrack.core.finding import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bvtrack.checks.subject import Subject


def find(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each area to improve that names nothing in the review as addressing it."""
    astray = {reference.key[:2] for reference in dangling(subject.review)}
    known = known_ids(subject.review)["recommendation or part"]
    for nth, area in enumerate(subject.review.areas):
        key = ("area", nth)
        named = listed(area.addressed_by)
        if not named or (key in astray and known.isdisjoint(area.addressed_by)):
            verb = "is" if len(area.addressed_by) == 1 else "are"
            yield Finding(
                address=f"area/{nth + 1}",
                key=key,
                message="No recommendation addresses an area the review highlighted: "
                f"“{area.text}”{f' ({named} {verb} not in the review)' if named else ''}.",
                hints=("Name what addresses it, or ask the review team for a recommendation.",),
            )


RULE = Rule("STR211", "finding-without-recommendation", Severity.WARNING, __doc__, find)
