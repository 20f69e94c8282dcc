"""ambiguous-period: a deadline, a start or a target's period can be read in more than one way.

## What it checks

The starts and deadlines of actions and steps, and the periods of target lines: each can be read, and in one way only. A
bare `04` may be the calendar year or either of two financial years; `Q3 2003` counts from January or from April; nobody
agrees on the last day of a season or a term; `September` is of no year, and `2002-04` is no financial year.

## Why it matters

Two readers will hold the plan to two dates, months apart, and both can point to the page.

## Fires

```toml
[[recommendation]]
id = "1"
text = "know schools better"
measure = [{ id = "1.1", text = "users rating the service good", targets = ["From 56% in 2001/02 to 65% in 04"] }]
```

## Quiet

```toml
[[recommendation]]
id = "1"
text = "know schools better"
measure = [{ id = "1.1", text = "users rating the service good", targets = ["From 56% in 2001/02 to 65% in 2003/04"] }]
```

## How to fix

Write which is meant: `2003/04` or the calendar year `2004`, `Q3 2003/04`, `30 November 2003`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bvtrack.checks.plans.plan import measures
from bvtrack.checks.plans.trajectory import figure, level_of, target_address
from bvtrack.checks.rule import Rule
from bvtrack.checks.words.phrasing import full_date, listed, quoted
from bvtrack.core.finding import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bvtrack.checks.subject import Subject
    from bvtrack.core.due import Due
    from bvtrack.core.target import Target


_PERIOD_UNTOLD = "a period cannot be told"  # as a target's note has it


def find(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each place whose period is ambiguous: starts and deadlines first, then target lines."""
    for item in subject.schedule:
        for field, name, due in (("start", "start", item.start), ("finish", "deadline", item.finish)):
            if due is not None and due.ambiguous:
                yield Finding(
                    address=item.address,
                    key=(*item.key, field),
                    message=f"The {name} of {item.address}, “{due.text}”, can be read in more than one way.",
                    hints=_hints(due),
                )
    for key, measure in measures(subject.review):
        for nth, line in enumerate(measure.targets):
            address, unclear = target_address(measure, nth), list(_unclear(line.value))
            if unclear:
                said = f"can be read in more than one way: {listed(unclear)}"
            elif _PERIOD_UNTOLD in (line.value.note or ""):
                said = f"names a period that cannot be told: {quoted(line.value.text)}"
            else:
                said = ""
            if said:
                yield Finding(
                    address=address,
                    key=(*key, "targets", nth),
                    message=f"The target of {address} {said}.",
                    hints=("Write the calendar year in full (2004) or the financial year (2003/04).",),
                )


def _hints(due: Due) -> tuple[str, ...]:
    """Say why a date is ambiguous, and which day it is taken for where it is taken for one."""
    why = f"{due.note[:1].upper()}{due.note[1:]}." if due.note else ""
    taken = f"Until it is settled it is taken as {full_date(due.latest)}." if due.latest else ""
    return tuple(hint for hint in (why, taken) if hint)


def _unclear(target: Target) -> Iterator[str]:
    """Yield what a target sets for a period that is ambiguous, and the days the period is taken for."""
    for point in (target.baseline, *target.targets):
        if point is not None and point.period is not None and point.period.ambiguous:
            period, level = point.period, level_of(point)
            what = figure(level, target.unit) if level else quoted(point.text or target.text)
            days = " to ".join(full_date(day) for day in (period.earliest, period.latest) if day)
            yield f"{what} in {period.label} (here taken as {days})"


RULE = Rule("DAT306", "ambiguous-period", Severity.WARNING, __doc__, find)
