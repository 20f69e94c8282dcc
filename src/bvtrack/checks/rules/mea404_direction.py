"""direction: nothing says which way of a measure is good, or its targets go the other way.

## What it checks

Each measure with targets in figures, or still to be set, says which way is good: by its `direction`, by its words, or
by the way its targets go or end (`100%`). Where the direction is declared, the targets go that way, and a target line
that says `rising to` or `reduced from` has figures that do. It is an error where the figures go the other way
throughout, a warning where nothing tells.

## Why it matters

Whether a figure is good news depends on the direction alone. Where it is wrong, every report says the opposite of what
happened.

## Fires

```toml
[[recommendation]]
id = "3"
text = "get the best out of all staff"
[[recommendation.measure]]
id = "3.1"
text = "vacancies"
direction = "rise"
targets = ["From 20% in 2001 to 15% in 2002 and to 10% in 2003"]
```

## Quiet

```toml
[[recommendation]]
id = "3"
text = "get the best out of all staff"
[[recommendation.measure]]
id = "3.1"
text = "vacancies"
direction = "fall"
targets = ["From 20% in 2001 to 15% in 2002 and to 10% in 2003"]
```

## How to fix

Set `direction` to `rise` or `fall`; or correct the targets.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bvtrack.checks.plans.trajectory import belied, contradicts, movement, to_be_held, turns_back
from bvtrack.checks.rule import Rule
from bvtrack.core.finding import Finding, Severity
from bvtrack.delivery.promises import FIGURES, to_be_set

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bvtrack.checks.plans.trajectory import Trajectory
    from bvtrack.checks.subject import Subject


def find(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each measure whose targets go against its direction, or whose direction is unclear."""
    for one in subject.measured:
        measure, runs, good = one.measure, one.runs, one.good
        against = [run for run in runs if contradicts(run, good)]
        if against and measure.direction:
            address = against[0].address if len(against) == 1 else measure.id
            way = "rise" if movement(against[0]) > 0 else "fall"
            yield Finding(
                address=address,
                key=(*one.key, "direction"),
                message=f"The targets of {address} {way}, but its direction says that a {measure.direction} is good.",
                hints=("Correct the direction, or the targets.",),
            )
        elif misworded := [run for run in runs if belied(run) and movement(run) == good]:
            address = misworded[0].address
            way, other = ("rise", "fall") if good > 0 else ("fall", "rise")
            yield Finding(
                address=address,
                key=misworded[0].key,
                message=f"The words of the target of {address} speak of a {other}, but its figures {way}.",
                hints=("Correct the words, or the figures.",),
            )
        elif measure.direction is None and _needs_direction(runs) and (against or good == 0):
            yield Finding(
                address=measure.id,
                key=one.key,
                severity=Severity.WARNING,
                message=f"Whether a rise or a fall of {measure.id} is good is not clear from its words and targets.",
                hints=("Say in the measure which way is good: set its direction to “rise” or “fall”.",),
            )


def _needs_direction(runs: Sequence[Trajectory]) -> bool:
    """Tell whether a measure sets or promises figures that are not just to be held; turning back is MEA403's."""
    readings = [reading for run in runs for reading in run.readings if not to_be_held(reading)]
    return any(reading.kind in FIGURES or to_be_set(reading) for reading in readings) and not any(
        turns_back(run, 0) for run in runs
    )


RULE = Rule("MEA404", "direction", Severity.ERROR, __doc__, find)
