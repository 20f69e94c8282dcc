"""non-monotonic: a measure's targets turn back on their way.

## What it checks

The targets of each measure, in the order of their periods, go one way: the good way where it is known, else the way
from the baseline on. Levels may stay as they are. A baseline on the wrong side of the first target is another rule's,
MEA405.

## Why it matters

A target lower than the one before gives back what was gained. It is most often a slip of a digit or a period.

## Fires

```toml
[[recommendation]]
id = "1"
text = "know schools better"
[[recommendation.measure]]
id = "1.1"
text = "users rating the service good"
direction = "rise"
targets = ["From 56% in 2001/02 to 60% in 2002/03, 56% in 2003/04 and 70% in 2004/05"]
```

## Quiet

```toml
[[recommendation]]
id = "1"
text = "know schools better"
[[recommendation.measure]]
id = "1.1"
text = "users rating the service good"
direction = "rise"
targets = ["From 56% in 2001/02 to 60% in 2002/03, 65% in 2003/04 and 70% in 2004/05"]
```

## How to fix

Correct the figure or the period that is out of order.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bvtrack.checks.plans.trajectory import shown, turns_back
from bvtrack.checks.rule import Rule
from bvtrack.checks.words.phrasing import listed
from bvtrack.core.finding import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bvtrack.checks.subject import Subject


def find(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each run of targets that turns back."""
    for one in subject.measured:
        for run in one.runs:
            if turns_back(run, one.good):
                course = listed([shown(level, run.unit) for level in run.levels])
                yield Finding(
                    address=run.address,
                    key=run.key,
                    message=f"The targets of {run.address} turn back on their way: {course}.",
                    hints=("Correct the figure or the period that is out of order.",),
                )


RULE = Rule("MEA403", "non-monotonic", Severity.ERROR, __doc__, find)
