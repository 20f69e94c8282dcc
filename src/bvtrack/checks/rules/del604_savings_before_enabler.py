"""savings-before-enabler: a saving or an income starts before the action that makes it possible is finished.

## What it checks

Each line of the savings and income columns that names the actions it waits for (`depends_on`): by all that is known on
the date the check speaks for, the last of them is finished before the month the money starts in. It is an error where
the first year of the money ends before the action does, or where the action never will be finished: it is deleted,
superseded, halted without a new date, or has no deadline. What is lost is counted in even months.

## Why it matters

The budget takes the money out whether or not it has been saved. Each month between is an overspend that nobody decided.

## Fires

Three of the twelve months of 2004-05 are lost, which is £60k of £240k.

```toml
# bvtrack check --as-at 2004-01-05

[[recommendation]]
id = "2"
text = "improve school outcomes"
costs = [{ column = "net potential savings", value = "£240k", depends_on = ["2c"] }]
profile.savings = { "04-05" = 240, "05-06" = 240, total = 480 }

[[recommendation.part]]
id = "2c"
text = "move the team"
finish = "March 2004"
event = [{ date = 2004-01-05, kind = "forecast", value = "30 June 2004", reason = "two posts are vacant" }]
```

## Quiet

```toml
# bvtrack check --as-at 2004-01-05

[[recommendation]]
id = "2"
text = "improve school outcomes"
costs = [{ column = "net potential savings", value = "£240k", depends_on = ["2c"] }]
profile.savings = { "04-05" = 240, "05-06" = 240, total = 480 }
part = [{ id = "2c", text = "move the team", finish = "March 2004" }]
```

## How to fix

Bring the action forward, find the money elsewhere and record it (`bvtrack money … mitigated`), or forecast what the
year will come to.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bvtrack.checks.figures.amounts import said
from bvtrack.checks.plans.plan import cost_key
from bvtrack.checks.rule import Rule
from bvtrack.checks.words.phrasing import full_date
from bvtrack.core.financial_year import financial_year_of
from bvtrack.core.finding import Finding, Severity
from bvtrack.delivery.waiting import finish
from bvtrack.delivery.words import month

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from bvtrack.checks.subject import Subject
    from bvtrack.core.money import Unit
    from bvtrack.delivery.waiting import Waiting


def find(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each line of savings or income that starts before an action it waits for is finished."""
    finishes = {one.address: finish(one) for one in subject.standing.actions}
    for one in subject.standing.waiting:
        if one.stream != "budget" and one.late:
            ends = finishes[one.held_by]
            yield Finding(
                address=one.address,
                key=cost_key(subject.review, one.address),
                message=_told(one, ends, subject.review.unit),
                severity=Severity.WARNING if _within_first_year(one, ends) else Severity.ERROR,
            )


def _within_first_year(one: Waiting, ends: date | None) -> bool:
    return ends is not None and one.planned_start is not None and ends <= financial_year_of(one.planned_start).end


def _told(one: Waiting, ends: date | None, unit: Unit) -> str:
    planned = f"planned from {month(one.planned_start)}" if one.planned_start else "planned"
    are, wait = ("is", "waits") if one.stream == "income" else ("are", "wait")
    money = f"The {one.stream} of recommendation {one.recommendation} {are} {planned} but {wait} for {one.held_by}"
    if ends is None or one.start is None:
        return f"{money}, of which nobody can say when it will be finished: all {said(one.lost, unit)} would be lost."
    return (
        f"{money}, which is finished on {full_date(ends)} by all that is known: "
        f"from {month(one.start)} on, {said(one.lost, unit)} of {said(one.plan, unit)} is lost."
    )


RULE = Rule("DEL604", "savings-before-enabler", Severity.ERROR, __doc__, find)
