"""below-trajectory: a measure is behind where it should be on its way to its targets.

## What it checks

The latest figure of each target line, on the date the check speaks for, against the way from the baseline to the
targets at the end of the period the figure is for: a straight line from the last day of one period to the last day of
the next, or a step on that day where the measure says `course = "steps"`. For a measure that is to fall it is behind
where it is above. A range is behind where all of it is. Nothing is said where no way or no good direction can be told.

## Why it matters

Before the target's own date there is time to do something about it, or to say where the measure will land and why.

## Fires

```toml
# bvtrack check --as-at 2002-11-01

[[recommendation]]
id = "3"
text = "get the best out of all staff"

[[recommendation.measure]]
id = "3.1"
text = "vacancies"
direction = "fall"
targets = ["From 20% in 2001 to 15% in 2002"]
event = [{ date = 2002-10-18, kind = "actual", value = "18%", period = "Sep 2002" }]
```

## Quiet

```toml
# bvtrack check --as-at 2002-11-01

[[recommendation]]
id = "3"
text = "get the best out of all staff"

[[recommendation.measure]]
id = "3.1"
text = "vacancies"
direction = "fall"
targets = ["From 20% in 2001 to 15% in 2002"]
event = [{ date = 2002-10-18, kind = "actual", value = "16%", period = "Sep 2002" }]
```

## How to fix

Act on it; or record where it will land and why (`bvtrack measure ADDRESS forecast`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bvtrack.checks.plans.plan import measures
from bvtrack.checks.plans.trajectory import target_address
from bvtrack.checks.rule import Rule
from bvtrack.checks.words.phrasing import full_date
from bvtrack.core.finding import Finding, Severity
from bvtrack.delivery.landing import behind, stretch
from bvtrack.delivery.measure_words import figure, should_be
from bvtrack.delivery.measures import standings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from bvtrack.checks.subject import Subject
    from bvtrack.delivery.measures import MeasureStanding


def find(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each target line whose latest figure is behind its way."""
    for key, measure in measures(subject.review):
        told = standings(measure, subject.review, subject.as_at) if measure.events else ()
        for nth, one in enumerate(told):
            actual, gap = one.actual, behind(one)
            if actual is None or actual.ends is None or gap is None:
                continue
            address = target_address(measure, nth)
            yield Finding(
                address=address,
                key=(*key, "targets", nth),
                message=(
                    f"{address} stands at {actual.text} in {actual.period}, and should have been at "
                    f"{should_be(one, actual.ends)} by {full_date(actual.ends)}{_sum(one, actual.ends)}."
                ),
                hints=("Act on it, or record where it will land and why.",),
            )


def _sum(one: MeasureStanding, on: date) -> str:
    """Say how far along which stretch that day is; nothing where it is no stretch's."""
    found = stretch(one, on)
    if found is None or one.steps or found[0].on == on:
        return ""
    before, after = found
    return (
        f": {(on - before.on).days} of the {(after.on - before.on).days} days from {figure(before.band, one)} on "
        f"{full_date(before.on)} to {figure(after.band, one)} on {full_date(after.on)}"
    )


RULE = Rule("DEL605", "below-trajectory", Severity.WARNING, __doc__, find)
