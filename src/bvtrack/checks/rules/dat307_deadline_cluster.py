"""deadline-cluster: more actions fall due in one month than can be seen through.

## What it checks

How many actions fall due in each month; a longer period counts for the month it ends in. More than 5 in a month are
asked about; the number can be set.

## Why it matters

Deadlines that all fall in one month were often given out and not planned. The people, the approvals and the meetings
they need meet in that month too.

## Fires

```toml
[[recommendation]]
id = "1"
text = "know schools better"
part = [
  { id = "1a", text = "set up a file for each school", finish = "Sept 2002" },
  { id = "1b", text = "work closer with schools", finish = "Sept 2002" },
  { id = "1c", text = "set up a group", finish = "September 2002" },
  { id = "1d", text = "review the programme", finish = "30 September 2002" },
  { id = "1e", text = "train advisers", finish = "Sept. 2002" },
  { id = "1f", text = "publish guidance", finish = "Sept. 2002" },
]
```

## Quiet

```toml
[[recommendation]]
id = "1"
text = "know schools better"
part = [
  { id = "1a", text = "set up a file for each school", finish = "Sept 2002" },
  { id = "1b", text = "work closer with schools", finish = "Sept 2002" },
  { id = "1c", text = "set up a group", finish = "September 2002" },
  { id = "1d", text = "review the programme", finish = "30 September 2002" },
  { id = "1e", text = "train advisers", finish = "Sept. 2002" },
  { id = "1f", text = "publish guidance", finish = "Oct. 2002" },
]
```

## How to fix

Spread the deadlines, the enabling actions first; or settle who sees the month through.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bvtrack.checks.plans.plan import parts
from bvtrack.checks.plans.schedule import by_month
from bvtrack.checks.rule import Rule
from bvtrack.checks.words.phrasing import listed
from bvtrack.core.finding import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bvtrack.checks.subject import Subject


def find(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each month in which too many actions fall due."""
    actions = list(parts(subject.review))
    for month, due in by_month((part.finish, (key, part.id)) for key, part in actions):
        names = [name for _, name in due]
        if len(due) > subject.thresholds.deadlines_in_month:
            yield Finding(
                address="review",
                key=(*due[0][0], "finish"),
                message=f"{len(due)} of {len(actions)} actions fall due in {month}: {listed(names)}.",
                hints=("Spread the deadlines, the enabling actions first, or settle who sees the month through.",),
            )


RULE = Rule("DAT307", "deadline-cluster", Severity.WARNING, __doc__, find)
