"""prose-figure: a figure quoted in prose is not the total it states.

## What it checks

Each `quoted` figure is compared with the total its label names: a stream's grand total, a recommendation's total, or
the net position (budget less savings and income). Units do not matter: `£1,346k` and `£1,346,000` are one amount. A
quoted figure stands for what its printed precision allows, so `£1.3m` is honest for 1,346; a range, `over £1.3m` and
`up to £1.4m` for what they bound, and an approximate figure may be out by one in its last digit that is no nought. A
net position may be quoted with either sign; the review's own `net` is checked in the same way.

Where the total itself is wrong, the rule about that total reports it and this one is quiet.

## Why it matters

Members read the prose, officers the table. The two must ask for the same money.

## Fires

```toml
quoted = [{ place = "section 6, line 1", total = "budget", value = "£1,436k" }]

[totals]
budget = { total = 1346 }

[[recommendation]]
id = "2"
text = "improve school outcomes"
profile.budget = { "02-03" = 305, "03-04" = 347, "04-05" = 347, "05-06" = 347, total = 1346 }
```

## Quiet

```toml
quoted = [
  { place = "section 6, line 1", total = "budget", value = "£1,346,000" },
  { place = "section 6, line 2", total = "budget", value = "£1.3m" },
]

[totals]
budget = { total = 1346 }

[[recommendation]]
id = "2"
text = "improve school outcomes"
profile.budget = { "02-03" = 305, "03-04" = 347, "04-05" = 347, "05-06" = 347, total = 1346 }
```

## How to fix

Compare both with the report. If the report contradicts itself, ask its author which figure was agreed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bvtrack.checks.amounts import figures, said
from bvtrack.checks.explain import Named, sum_readings
from bvtrack.checks.net import misstated
from bvtrack.checks.quoted import number_of
from bvtrack.checks.rule import Rule
from bvtrack.checks.sums import Kind
from bvtrack.core.finding import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bvtrack.checks.footing import Footing
    from bvtrack.checks.misfits import Fault
    from bvtrack.checks.subject import Subject
    from bvtrack.core.review import Review


def find(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each quoted figure that is not the total it states, and for each wrong net position."""
    for footing in subject.footings:
        for fault in footing.faults_of(Kind.STATED):
            yield _misquoted(subject.review, footing, fault)
    unit = subject.review.unit
    for one in misstated(subject.review, subject.tables):
        yield Finding(
            address=one.cell.address,
            key=one.cell.key,
            message=(
                f"The net position is stated as {one.cell.text} in {one.place}, "
                f"but budget less savings and income is {said(one.net, unit)}."
            ),
            figures=figures(one.printed, one.net, unit),
        )


def _misquoted(review: Review, footing: Footing, fault: Fault) -> Finding:
    check, unit = fault.check, review.unit
    cell = footing.cell(check.sum.total)
    quoted = review.quoted[number_of(cell)]
    whose = f" of recommendation {quoted.recommendation}" if quoted.recommendation else ""
    total = Named("the table's total", check.computed, firm=True)
    figure = Named("the figure quoted", check.printed, quoted.value.place or 0)
    return Finding(
        address=cell.address,
        key=cell.key,
        message=(
            f"The {quoted.total}{whose} is quoted as {cell.text} in {quoted.place}, "
            f"but the {quoted.total} table has {said(check.computed, unit)}."
        ),
        figures=figures(check.printed, check.computed, unit),
        hints=sum_readings(total, (figure,), (), unit),
    )


RULE = Rule("FIN105", "prose-figure", Severity.ERROR, __doc__, find)
