"""no-target: a measure has no target, and none is promised.

## What it checks

Each measure has a target line that sets or promises something: a figure, a milestone, a recurring report, a process, or
targets still to be set. A blank, a dash, `n/a`, `none` and a baseline alone are no target; `increase from 56%` is one.

## Why it matters

What has no target cannot be met or missed: the measure will be reported on, and will show nothing.

## Fires

```toml
[[recommendation]]
id = "2"
text = "improve school outcomes"
measure = [{ id = "2.3", text = "schools cleared of serious weaknesses", targets = [] }]
```

## Quiet

```toml
[[recommendation]]
id = "2"
text = "improve school outcomes"
measure = [{ id = "2.3", text = "schools cleared of serious weaknesses", targets = ["Targets to be set by June 2003"] }]
```

## How to fix

Set a target; promise one with a date; or drop the measure.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bvtrack.checks.plans.plan import measures
from bvtrack.checks.plans.trajectory import LEVELS, says_which_way
from bvtrack.checks.rule import Rule
from bvtrack.checks.words.phrasing import quoted
from bvtrack.core.finding import Finding, Severity
from bvtrack.delivery.promises import none_set

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bvtrack.checks.subject import Subject
    from bvtrack.core.target import Target


def find(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each measure none of whose lines sets or promises a target."""
    for key, measure in measures(subject.review):
        if not any(_is_target(line.value) for line in measure.targets):
            yield Finding(
                address=measure.id,
                key=(*key, "targets"),
                message=f"Measure {measure.id}, {quoted(measure.text)}, has no target, and none is promised.",
                hints=("Set a target, promise one with a date, or drop the measure.",),
            )


def _is_target(reading: Target) -> bool:
    if reading.kind in LEVELS and not reading.targets:
        return says_which_way(reading.text)
    return not none_set(reading)


RULE = Rule("MEA402", "no-target", Severity.ERROR, __doc__, find)
