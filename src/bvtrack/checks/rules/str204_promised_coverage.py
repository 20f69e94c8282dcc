"""promised-coverage: an appendix said to cover each recommendation does not.

## What it checks

Where the report promises something for each recommendation (`[[promise]]`), the place it points to covers all of them.
One finding a promise names those left out.

## Why it matters

Members adopt a report on the strength of what it says its appendices hold. What is missing there was not before them.

## Fires

```toml
[[promise]]
text = "outcome measures and targets"
place = "section 5"
appendix = "Appendix 1"
covers = ["4"]

[[recommendation]]
id = "4"
text = "get the best out of the business"

[[recommendation]]
id = "5"
text = "develop SIAS role further"
```

## Quiet

```toml
[[promise]]
text = "outcome measures and targets"
place = "section 5"
appendix = "Appendix 1"
covers = ["4", "5"]

[[recommendation]]
id = "4"
text = "get the best out of the business"

[[recommendation]]
id = "5"
text = "develop SIAS role further"
```

## How to fix

Ask the author for the missing part of the appendix. In the file, `covers` lists the recommendations that are really
found there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bvtrack.checks.rule import Rule
from bvtrack.core.finding import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bvtrack.checks.subject import Subject


def find(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each promise that leaves a recommendation out."""
    every = [recommendation.id for recommendation in subject.review.recommendations]
    for nth, promise in enumerate(subject.review.promises):
        missing = [one for one in every if one not in promise.covers]
        if missing:
            noun = "recommendation" if len(missing) == 1 else "recommendations"
            place = f"{promise.place[:1].upper()}{promise.place[1:]}"
            yield Finding(
                address=f"promise/{nth + 1}",
                key=("promise", nth, "covers"),
                message=f"{place} promises {promise.text} for each recommendation in {promise.appendix}, "
                f"which leaves out {noun} {', '.join(missing)}.",
                hints=(f"Ask the author for what {promise.appendix} leaves out.",),
            )


RULE = Rule("STR204", "promised-coverage", Severity.WARNING, __doc__, find)
