"""no-baseline: a target has no figure to start from.

## What it checks

Each target that is a figure, a change or still to be set comes with a baseline: the figure as it was before, printed or
recorded since (`bvtrack measure ADDRESS baseline`).
Milestones, reports and processes need none, nor does a level that is only to be maintained. The first of several
figures is the baseline where its period was over before the plan began. Lines of nothing but figures and periods
continue each other and share one baseline.

## Why it matters

Without a baseline nobody can say whether a target asks for much or for nothing, or how far the review has come.

## Fires

```toml
[[recommendation]]
id = "1"
text = "know schools better"
measure = [{ id = "1.1", text = "users rating the service good", targets = ["60% in 2002/03"] }]
```

## Quiet

```toml
[[recommendation]]
id = "1"
text = "know schools better"
measure = [{ id = "1.1", text = "users rating the service good", targets = ["From 56% in 2001/02 to 60% in 2002/03"] }]
```

## How to fix

Print the last figure known with its period; or say when the first one will be measured.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bvtrack.checks.plans.trajectory import to_be_held
from bvtrack.checks.rule import Rule
from bvtrack.checks.words.phrasing import quoted
from bvtrack.core.finding import Finding, Severity
from bvtrack.delivery.promises import FIGURES, to_be_set

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from bvtrack.checks.plans.trajectory import Trajectory
    from bvtrack.checks.subject import Subject
    from bvtrack.core.review import Measure
    from bvtrack.core.target import Target


def find(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each run of figures that needs a baseline and has none."""
    for one in subject.measured:
        for run in one.runs:
            needing = [reading for reading in run.readings if run.baseline is None and _needs_baseline(reading)]
            if needing and not _recorded(one.measure, run, subject.as_at):
                yield Finding(
                    address=run.address,
                    key=run.key,
                    message=f"The target of {run.address} has no baseline: {quoted(needing[0].text)}.",
                    hints=("Print the last figure known with its period, or when the first will be measured.",),
                )


def _recorded(measure: Measure, run: Trajectory, as_at: date) -> bool:
    """Tell whether a baseline was recorded for a line of a run by a day."""
    first = int(run.key[-1]) + 1
    lines = {None, *range(first, first + len(run.readings))}
    return any(one.kind == "baseline" and one.date <= as_at and one.line in lines for one in measure.events)


def _needs_baseline(reading: Target) -> bool:
    return to_be_set(reading) or (reading.kind in FIGURES and not to_be_held(reading))


RULE = Rule("MEA401", "no-baseline", Severity.WARNING, __doc__, find)
