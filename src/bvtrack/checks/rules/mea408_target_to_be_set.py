"""target-to-be-set: a target, or what is to follow it, is still to be set.

## What it checks

Each target line that promises targets to be set later. It is a note where a date or period goes with the promise, a
warning where none does, and an error once the last day of the last period it names has passed.

## Why it matters

Until it is set there is nothing to be measured by; and what has no date is seldom done.

## Fires

```toml
[[recommendation]]
id = "3"
text = "get the best out of all staff"
measure = [{ id = "3.3", text = "satisfaction of staff", targets = ["Targets set from this data"] }]
```

## Quiet

```toml
[[recommendation]]
id = "3"
text = "get the best out of all staff"
measure = [{ id = "3.3", text = "satisfaction of staff", targets = ["From 50% in 2001 to 60% in 2002"] }]
```

## How to fix

Set the target, or promise a date for setting it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bvtrack.checks.plans.plan import measures
from bvtrack.checks.plans.trajectory import target_address
from bvtrack.checks.rule import Rule
from bvtrack.checks.words.phrasing import full_date, quoted
from bvtrack.core.finding import Finding, Severity
from bvtrack.core.target import TargetKind
from bvtrack.delivery.promises import set_by, to_be_set

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bvtrack.checks.subject import Subject


def find(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each target line that promises targets to be set, graver as its date is missing or past."""
    for key, measure in measures(subject.review):
        for nth, line in enumerate(measure.targets):
            if not to_be_set(line.value):
                continue
            address = target_address(measure, nth)
            what = "The target" if line.value.kind is TargetKind.NOT_YET_SET else "What follows the first target"
            by = set_by(line.value)
            if by is None:
                severity, when = Severity.WARNING, "is to be set, and no date for that is promised"
            elif by < subject.as_at:
                severity, when = Severity.ERROR, f"was to be set by {full_date(by)}, and is not"
            else:
                severity, when = Severity.NOTE, f"is to be set by {full_date(by)}"
            yield Finding(
                address=address,
                key=(*key, "targets", nth),
                severity=severity,
                message=f"{what} of {address} {when}: {quoted(line.value.text)}.",
                hints=("Set the target, or promise a date for setting it.",),
            )


RULE = Rule("MEA408", "target-to-be-set", Severity.NOTE, __doc__, find)
