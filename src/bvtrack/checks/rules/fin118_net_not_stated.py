"""net-not-stated: the net position is nowhere stated.

## What it checks

Budget less savings and income, over the plan and by year. A `quoted` figure with the total `net`, or `net` of the
review itself, states it. Where neither is there, the finding states it, with where the money comes from and whether
what is spent is paid back within the plan: in the first year by whose end the budget so far is covered by savings and
income. Where a figure cannot be read, or a total has no rows, the finding says that the net cannot be worked out.

## Why it matters

Budget, savings and income side by side invite the reader to do the subtraction. A report that leaves it out leaves
open what the plan costs in the end.

## Fires

```toml
[[recommendation]]
id = "1"
text = "know schools better"
profile.budget  = { "02-03" = 7, "03-04" = 7, total = 14 }
profile.savings = { "03-04" = 4, total = 4 }
```

## Quiet

```toml
net = "£10k"

[[recommendation]]
id = "1"
text = "know schools better"
profile.budget  = { "02-03" = 7, "03-04" = 7, total = 14 }
profile.savings = { "03-04" = 4, total = 4 }
```

## How to fix

State the net position beside the totals, if the report may still be changed.
"""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from bvtrack.checks.figures.amounts import said
from bvtrack.checks.figures.net import net_of, stated_net, totals_without_rows
from bvtrack.checks.rule import Rule
from bvtrack.checks.words.phrasing import listed
from bvtrack.core.finance import amounts
from bvtrack.core.finding import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bvtrack.checks.figures.net import Net
    from bvtrack.checks.subject import Subject
    from bvtrack.core.review import Review


_FUNDING = {
    "existing": "existing budget redirected",
    "new": "new money",
    "grant": "grant",
    None: "money of a source not stated",
}


def find(subject: Subject) -> Iterator[Finding]:
    """Yield one finding that states the net position where the review does not, or says why it cannot."""
    review = subject.review
    if not subject.tables or any(whose is None for _, _, whose in stated_net(review)):
        return
    net = net_of(subject.tables)
    rowless = tuple(totals_without_rows(review, subject.tables))
    if net is None:
        what = "it cannot be worked out, since a figure of the finance table is not readable"
    elif rowless:
        what = f"it cannot be worked out, since the {listed(rowless)} is printed as a total without rows"
    else:
        what = f"{_position(review, net)}{_funding(review, net)}{_payback(net)}"
    yield Finding(address="review", key=("totals",), message=f"The net position is nowhere stated: {what}.")


def _position(review: Review, net: Net) -> str:
    """Put the net position into words, over the plan and by year."""
    streams = [f"{stream} {said(pence, review.unit)}" for stream, pence in net.streams.items()]
    by_year = listed([f"{said(pence, review.unit)} in {year}" for year, pence in net.years])
    years = f" ({by_year})" if by_year else ""
    less = f" less {listed(streams[1:])}" if streams[1:] else ""
    return f"{streams[0]}{less} is {said(net.total, review.unit)}{years}"


def _funding(review: Review, net: Net) -> str:
    """Say where the budget comes from."""
    if "budget" not in net.streams:
        return ""
    lines = [one for number in range(len(review.recommendations)) for one in amounts(review, number)]
    sources = [one.line.funding or review.funding for one in lines if one.stream == "budget"] or [review.funding]
    kinds = [_FUNDING[source] for source in dict.fromkeys(sources)]
    return f"; {'all of ' if len(kinds) == 1 else ''}the budget is {listed(kinds)}"


def _payback(net: Net) -> str:
    """Say by the end of which year savings and income have covered the budget so far, if the years tell."""
    if not net.years or "budget" not in net.streams:
        return ""
    if net.total > 0:
        return "; it is not paid back within the plan"
    so_far = accumulate(pence for _, pence in net.years)
    paid = next((year for (year, pence), total in zip(net.years, so_far, strict=True) if pence and total <= 0), "")
    return f"; it is paid back in {paid}" if paid else ""


RULE = Rule("FIN118", "net-not-stated", Severity.NOTE, __doc__, find)
