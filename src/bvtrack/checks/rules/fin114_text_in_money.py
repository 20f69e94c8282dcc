"""text-in-money: an amount has words beside it that are not counted.

## What it checks

Every amount of the review: profiles, totals, cost lines, quoted figures. Words that qualify an amount in a known way
(`per annum`, `about`) are understood; the rule asks about those that are not.

## Why it matters

`£3k + training in Rec 3c` is £3k and something more. What is not a figure is in no sum.

## Fires

```toml
[[recommendation]]
id = "4"
text = "get the best out of the business"
costs = [{ column = "one-off", value = "£3k + training in Rec 3c" }]
profile.budget = { "02-03" = 3, total = 3 }
```

## Quiet

```toml
[[recommendation]]
id = "4"
text = "get the best out of the business"
costs = [{ column = "one-off", value = "£3k" }]
profile.budget = { "02-03" = 3, total = 3 }
```

## How to fix

Ask what the words cost. If it is counted elsewhere, waive the finding and say where.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bvtrack.checks.amounts import said
from bvtrack.checks.phrasing import listed, quoted
from bvtrack.checks.rule import Rule
from bvtrack.core.finding import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bvtrack.checks.subject import Subject
    from bvtrack.core.money import Money


def find(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each amount with words beside it that its reading leaves out."""
    for one in subject.money:
        counted = [said(money.pence, subject.review.unit) for money in one.figures if money.pence is not None]
        verb, beside = ("are", "them") if counted[1:] else ("is", "it")
        if counted and _has_words(one.money):
            yield Finding(
                address=one.address,
                key=one.key,
                message=(
                    f"{one.where} is printed as {quoted(one.money.text)}: {listed(counted)} "
                    f"{verb} counted, the words beside {beside} are not."
                ),
            )


def _has_words(money: Money) -> bool:
    """Tell whether a queried reading notes words of the text itself, and not only why it is queried."""
    noted = (money.note or "").split(";")[0].strip().casefold()
    return money.query and bool(noted) and noted in " ".join(money.text.split()).casefold()


RULE = Rule("FIN114", "text-in-money", Severity.WARNING, __doc__, find)
