"""overdue: the deadline has passed and the work is not done.

## What it checks

Each action that is not done, mainstreamed, deleted or superseded on the date the check speaks for, against the
deadline that counts then: the one approved with the plan, or that of the latest re-baseline. A forecast excuses
nothing. A period is due on its last day. A step is told of where its own deadline passed before that of its action did,
or its action is not overdue.

## Why it matters

A date that passes in silence is how a plan is lost. Who answers for the work should say what became of it.

## Fires

```toml
# bvtrack check --as-at 2002-11-01

[[recommendation]]
id = "2"
text = "use staff time better"
part = [{ id = "2b", text = "consult schools", finish = "Sept 2002", owner = "Ann Carter" }]
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
owner = "Ann Carter"
event = [{ date = 2002-09-27, kind = "complete" }]
```

## How to fix

Record that it is done, or have a new date approved with its reason (`bvtrack action ADDRESS re-baseline`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bvtrack.checks.plans.delivered import deadline
from bvtrack.checks.rule import Rule
from bvtrack.checks.words.phrasing import full_date
from bvtrack.core.finding import Finding, Severity
from bvtrack.delivery.progress import HALTED
from bvtrack.delivery.slippage import slippage
from bvtrack.delivery.words import delay

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from bvtrack.checks.plans.delivered import Delivered
    from bvtrack.checks.subject import Subject


def find(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each action that is overdue, and for each step that is so by more than its action."""
    for work in subject.delivered:
        day = _passed(work)
        if day is not None:
            one = work.standing
            state = f" ({one.state.value})" if one.state in HALTED else ""
            yield Finding(
                address=one.address,
                key=work.key,
                message=f"{one.address} was due by {full_date(day)}{state}: it is"
                f" {delay(slippage(day, subject.as_at))} overdue.",
                hints=("Record that it is done, or have a new date approved with its reason.",),
            )


def _passed(work: Delivered) -> date | None:
    """Give the deadline that passed; None where none did, or where that of the action says it for the step."""
    one, above = work.standing, work.above
    day = deadline(one)
    if day is None or not one.overdue:
        return None
    over = deadline(above) if above and above.overdue else None
    return day if over is None or day < over else None


RULE = Rule("DEL601", "overdue", Severity.WARNING, __doc__, find)
