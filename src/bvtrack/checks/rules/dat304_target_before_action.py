"""target-before-action: a milestone is dated before an action it shows is finished.

## What it checks

The dated milestones of each measure that names the parts it shows: none falls due before such a part does. It is said
once for a measure, of its last milestone before the finish. Dates that are open or ambiguous are not judged.

## Why it matters

A milestone that shows an action's effect cannot be met before the action is done. Either the milestone will be missed,
or the action's deadline is later than anybody means.

## Fires

```toml
[[recommendation]]
id = "1"
text = "know schools better"
measure = [{ id = "1.1", text = "system in place", shows = ["1a"], targets = ["System in place by Sept 2002"] }]
part = [{ id = "1a", text = "set up a file for each school", finish = "January 2003" }]
```

## Quiet

```toml
[[recommendation]]
id = "1"
text = "know schools better"
measure = [{ id = "1.1", text = "system in place", shows = ["1a"], targets = ["System in place by March 2003"] }]
part = [{ id = "1a", text = "set up a file for each school", finish = "January 2003" }]
```

## How to fix

Move the milestone or the deadline, or say that the measure shows another part.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bvtrack.checks.plans.plan import measures, parts
from bvtrack.checks.plans.schedule import due_day, told
from bvtrack.checks.plans.trajectory import LEVELS
from bvtrack.checks.rule import Rule
from bvtrack.checks.words.phrasing import quoted
from bvtrack.core.finding import Finding, Severity
from bvtrack.core.target import TargetKind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from bvtrack.checks.subject import Subject
    from bvtrack.core.review import Measure
    from bvtrack.core.target import Period, Point


def find(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each measure with a milestone before the finish of a part it shows."""
    finishes = {part.id: part.finish for _, part in parts(subject.review)}
    for key, measure in measures(subject.review):
        milestones = list(_milestones(measure))
        for shown in measure.shows:
            finish = finishes.get(shown)
            day = due_day(finish)
            early = [entry for entry in milestones if day and entry[0] < day]
            if finish and early:
                _, nth, point, period = max(early, key=lambda entry: entry[:2])
                milestone = quoted(point.text or measure.targets[nth].value.text)
                yield Finding(
                    address=measure.id,
                    key=(*key, "targets", nth),
                    message=(
                        f"The milestone {milestone} of {measure.id}, {period.label}, is before the deadline "
                        f"of the action it shows, {shown}, {told(finish)}."
                    ),
                    hints=("Move the milestone or the deadline, or say that the measure shows another part.",),
                )
                break


def _milestones(measure: Measure) -> Iterator[tuple[date, int, Point, Period]]:
    """Yield each milestone that has a certain date: its last day, the position of its line, itself and its period."""
    for nth, line in enumerate(measure.targets):
        for point in line.value.targets:
            period = point.period
            if period and period.latest and not period.ambiguous and _is_milestone(point, line.value.kind):
                yield period.latest, nth, point, period


def _is_milestone(point: Point, kind: TargetKind) -> bool:
    """Tell whether a point is a milestone: one of a line of milestones, or words with a date beside figures."""
    return kind is TargetKind.MILESTONE or (kind in LEVELS and point.value is None)


RULE = Rule("DAT304", "target-before-action", Severity.WARNING, __doc__, find)
