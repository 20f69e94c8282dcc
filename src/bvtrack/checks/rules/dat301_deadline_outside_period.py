"""deadline-outside-period: an action or a step falls due outside the years the plan covers.

## What it checks

The day each action, and each step with a deadline of its own, falls due: the last day of the period printed. It is in
the plan period, from its first 1 April to its last 31 March. A deadline that is open, to be confirmed or ambiguous is
not judged.

## Why it matters

The money is approved for the plan period. Work due before it or after it has no budget. Either is most often a slip in
the year.

## Fires

```toml
[[recommendation]]
id = "1"
text = "know schools better"
part = [{ id = "1a", text = "set up a file for each school", finish = "January 2007" }]
```

## Quiet

```toml
[[recommendation]]
id = "1"
text = "know schools better"
part = [{ id = "1a", text = "set up a file for each school", finish = "January 2003" }]
```

## How to fix

Correct the deadline; or the plan period, if the plan really runs so long.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bvtrack.checks.plans.schedule import due_day, told
from bvtrack.checks.rule import Rule
from bvtrack.checks.words.phrasing import full_date
from bvtrack.core.finding import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bvtrack.checks.subject import Subject


def find(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each deadline after the plan period, or before it and the report."""
    years = subject.review.period.years
    opens, closes = years[0].start, years[-1].end
    for item in subject.schedule:
        day = due_day(item.finish)
        if item.finish is None or day is None or opens <= day <= closes:
            continue
        side = (
            f"after the plan period, which ends on {full_date(closes)}"
            if day > closes
            else f"before the plan period, which begins on {full_date(opens)}"
        )
        yield Finding(
            address=item.address,
            key=(*item.key, "finish"),
            message=f"The deadline of {item.address}, {told(item.finish)}, is {side}.",
            hints=("Correct the deadline, or the plan period if the plan really runs so long.",),
        )


RULE = Rule("DAT301", "deadline-outside-period", Severity.ERROR, __doc__, find)
