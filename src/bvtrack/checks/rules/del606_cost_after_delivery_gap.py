"""cost-after-delivery-gap: a cost starts only in a financial year after the one its action is delivered in.

## What it checks

Each budget line that names an action, as the part it is for (`part`) or as what it waits for (`depends_on`): the money
starts in the financial year of the month after the last of these actions is finished, or before, by all that is known
on the date the check speaks for. An action that nobody can say the end of is left out.

## Why it matters

Between delivery and the first money the work runs on somebody's budget. A careful reader asks whose, or whether the
cost is one of this action at all.

## Fires

The file is set up by September 2002, but the money to keep it starts in April 2004.

```toml
[[recommendation]]
id = "1"
text = "know schools better"
costs = [{ column = "annual", value = "£33k", part = "1a", start = "2004-05" }]
profile.budget = { "04-05" = 33, "05-06" = 33, total = 66 }
part = [{ id = "1a", text = "set up a file for each school", finish = "Sept 2002" }]
```

## Quiet

```toml
[[recommendation]]
id = "1"
text = "know schools better"
costs = [{ column = "annual", value = "£33k", part = "1a", start = "2002-03" }]
profile.budget = { "02-03" = 33, "03-04" = 33, "04-05" = 33, "05-06" = 33, total = 132 }
part = [{ id = "1a", text = "set up a file for each school", finish = "Sept 2002" }]
```

## How to fix

Say who pays in between, or correct the start of the line, or the part it is for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bvtrack.checks.plans.plan import cost_key
from bvtrack.checks.rule import Rule
from bvtrack.checks.words.phrasing import full_date
from bvtrack.core.financial_year import financial_year_of
from bvtrack.core.finding import Finding, Severity
from bvtrack.delivery.shares import shares
from bvtrack.delivery.waiting import finish, month_after, planned_start
from bvtrack.delivery.words import month

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bvtrack.checks.subject import Subject


def find(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each budget line that starts in a later year than its action leaves it to."""
    review = subject.review
    if not any(line.part or line.depends_on for one in review.recommendations for line in one.costs):
        return
    finishes = {one.address: day for one in subject.standing.actions if (day := finish(one)) is not None}
    for share in shares(review):
        if share.stream != "budget" or share.line is None:
            continue
        named = [one for one in (share.line.part, *share.line.depends_on) if one in finishes]
        starts = planned_start(share)
        last = max(named, key=lambda one: finishes[one], default=None)
        if last is None or starts is None:
            continue
        ends = finishes[last]
        if financial_year_of(month_after(ends)) < financial_year_of(starts):
            yield Finding(
                address=share.address,
                key=cost_key(review, share.address),
                message=f"The cost line {share.address} starts in {month(starts)}, but its action {last} is finished "
                f"on {full_date(ends)} by all that is known: who pays for it in between?",
            )


RULE = Rule("DEL606", "cost-after-delivery-gap", Severity.NOTE, __doc__, find)
