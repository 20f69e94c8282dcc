"""slipped: work was, or is to be, finished later than was approved with the plan.

## What it checks

Each action whose finish, as it happened or as it is now expected, is behind the deadline approved with the plan: by how
many months, and how often it was re-baselined. A re-baseline does not make good: the first deadline stays the measure.
Months are whole, so that one day late is one month. A step is told of where it slips by more than its action.
Work that is late only because its deadline passed is DEL601's.

## Why it matters

Dates that are moved quietly, each time a little, hide how late the work is.

## Fires

```toml
# bvtrack check --as-at 2002-11-01

[[recommendation]]
id = "2"
text = "use staff time better"

[[recommendation.part]]
id = "2b"
text = "consult schools"
finish = "Sept 2002"
event = [{ date = 2002-09-27, kind = "re-baseline", value = "Dec 2002", reason = "a short term", minute = "12/02" }]
```

## Quiet

```toml
# bvtrack check --as-at 2002-11-01

[[recommendation]]
id = "2"
text = "use staff time better"

[[recommendation.part]]
id = "2b"
text = "consult schools"
finish = "Sept 2002"
event = [{ date = 2002-09-27, kind = "complete" }]
```

## How to fix

There is nothing to mend in the review; see what the delay costs, and whether the new date will hold.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bvtrack.checks.rule import Rule
from bvtrack.checks.words.phrasing import full_date
from bvtrack.core.finding import Finding, Severity
from bvtrack.delivery.progress import FINISHED
from bvtrack.delivery.slippage import ON_TIME
from bvtrack.delivery.words import counted, delay

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from bvtrack.checks.plans.delivered import Delivered
    from bvtrack.checks.subject import Subject
    from bvtrack.delivery.progress import Standing

_TIMES: Final = {1: "once", 2: "twice"}


def find(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each action that slipped, and for each step that did by more than its action."""
    for work in subject.delivered:
        one = work.standing
        if _slipped(work) and one.baseline and one.baseline.latest and one.expected:
            yield Finding(
                address=one.address,
                key=work.key,
                message=f"{one.address} {_reached(one, subject.as_at)} on {full_date(one.expected)},"
                f" {delay(one.slippage)} after {full_date(one.baseline.latest)}, the deadline approved with the plan;"
                f" {_moved(work)}.",
            )


def _reached(one: Standing, as_at: date) -> str:
    if one.state in FINISHED:
        return "was finished"
    return "is not finished" if one.overdue and one.expected == as_at else "is expected"


def _slipped(work: Delivered) -> bool:
    """Tell whether the work is behind for another reason than that its first deadline passed."""
    one, above = work.standing, work.above
    if above and above.closed and not one.closed:
        return False
    if one.overdue and not one.moves:
        return False
    return _late(one) > (_late(above) if above else ON_TIME)


def _late(one: Standing) -> tuple[int, int]:
    return one.slippage or ON_TIME


def _moved(work: Delivered) -> str:
    times = sum(event.kind == "re-baseline" for event in work.events)
    return f"re-baselined {_TIMES.get(times) or counted(times, 'time')}" if times else "not re-baselined"


RULE = Rule("DEL602", "slipped", Severity.NOTE, __doc__, find)
