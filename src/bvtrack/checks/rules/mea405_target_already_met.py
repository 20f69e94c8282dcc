"""target-already-met: the baseline meets the first target.

## What it checks

The first target of each measure asks for more than its baseline, in the direction that is good. Where all the targets
go the other way the direction is wrong, which is MEA404. A level that is only to be maintained is no such target.

## Why it matters

A target met on the day it is set asks for nothing; or one of the two figures is wrong.

## Fires

```toml
[[recommendation]]
id = "1"
text = "know schools better"
[[recommendation.measure]]
id = "1.1"
text = "users rating the service good"
direction = "rise"
targets = ["From 66% in 2001/02 to 60% in 2002/03, 65% in 2003/04 and 70% in 2004/05"]
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

Correct the baseline or the target, or set a target that asks for more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bvtrack.checks.plans.trajectory import contradicts, shown, to_be_held
from bvtrack.checks.rule import Rule
from bvtrack.core.finding import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bvtrack.checks.plans.trajectory import Level
    from bvtrack.checks.subject import Subject


def find(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each run of targets whose first is met by its baseline."""
    for one in subject.measured:
        for run in one.runs:
            if run.baseline and run.targets and not contradicts(run, one.good):
                first = run.targets[0]
                held = any(to_be_held(reading) for reading in run.readings)
                if not held and _meets(run.baseline, first, one.good):
                    yield Finding(
                        address=run.address,
                        key=run.key,
                        message=(
                            f"The baseline of {run.address}, {shown(run.baseline, run.unit)}, already meets its first "
                            f"target, {shown(first, run.unit)}."
                        ),
                        hints=("Correct the baseline or the target, or set a target that asks for more.",),
                    )


def _meets(baseline: Level, target: Level, good: int) -> bool:
    """Tell whether the baseline is surely as good as the target, each at its worst where it is a range."""
    return (good > 0 and baseline.low >= target.low) or (good < 0 and baseline.high <= target.high)


RULE = Rule("MEA405", "target-already-met", Severity.ERROR, __doc__, find)
