"""month-precision: deadlines name a month and no day.

## What it checks

How many of the deadlines, of actions and of steps that have their own, name a month and no day. It is said once for the
review.

## Why it matters

Nobody can be late within a month. Such a deadline is read as the last day of its month, which is the latest it can
mean; whoever wrote it may have meant the first.

## Fires

```toml
[[recommendation]]
id = "1"
text = "know schools better"
part = [{ id = "1a", text = "set up a file for each school", finish = "January 2003" }]
```

## Quiet

```toml
[[recommendation]]
id = "1"
text = "know schools better"
part = [{ id = "1a", text = "set up a file for each school", finish = "31 January 2003" }]
```

## How to fix

Give a day where it matters, as where another action waits for this one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bvtrack.checks.rule import Rule
from bvtrack.core.due import Precision
from bvtrack.core.finding import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bvtrack.checks.subject import Subject


def find(subject: Subject) -> Iterator[Finding]:
    """Yield one finding that counts the deadlines of a month and no day, if there are any."""
    deadlines = [(item, item.finish) for item in subject.schedule if item.finish and item.finish.latest]
    monthly = [item for item, finish in deadlines if finish.precision is Precision.MONTH]
    if monthly:
        yield Finding(
            address="review",
            key=(*monthly[0].key, "finish"),
            message=(
                f"Deadlines that name a month and no day: {len(monthly)} of {len(deadlines)}; "
                "each is taken as due on the last day of its month."
            ),
            hints=("Give a day where it matters, as where another action waits for this one.",),
        )


RULE = Rule("DAT305", "month-precision", Severity.NOTE, __doc__, find)
