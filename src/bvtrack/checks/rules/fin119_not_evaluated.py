"""not-evaluated: a total, a row or a cost line could not be checked, and why.

## What it checks

Nothing of its own: it lists what the other rules about money had to leave. That is each value that is no one amount
(`TBC`, a range, a broken figure), each total over parts that are not printed, each quoted figure or printed total
with no row to compare it with, and each profile whose cost lines leave too many ways to fall.

## Why it matters

A check that is silent about what it left out looks like a clean one.

## Fires

```toml
[[recommendation]]
id = "1"
text = "know schools better"
profile.budget = { "02-03" = 7, "03-04" = "TBC", total = 47 }
```

## Quiet

```toml
[[recommendation]]
id = "1"
text = "know schools better"
profile.budget = { "02-03" = 7, "03-04" = 40, total = 47 }
```

## How to fix

Put the amount in once it is known; until then the finding may stand.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bvtrack.checks.intervals import figure_of, prose_figure_of
from bvtrack.checks.misfits import Outcome
from bvtrack.checks.net import net_of, stated_net, totals_without_rows
from bvtrack.checks.phrasing import quoted
from bvtrack.checks.printed_money import printed_money
from bvtrack.checks.quoted import cell_of, totals_stated
from bvtrack.checks.rule import Rule
from bvtrack.core.finding import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bvtrack.checks.footing import Footing
    from bvtrack.checks.subject import Subject
    from bvtrack.core.money import Money
    from bvtrack.core.table import Cell


def find(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each thing about money that the other rules could not check."""
    for one in printed_money(subject.review, subject.tables):
        read = prose_figure_of if one.prose else figure_of
        for money in one.figures:
            if read(money, "exact") is None:
                yield Finding(
                    address=one.address,
                    key=one.key,
                    message=f"{one.where} is {quoted(money.text)}, read as {_reading(money)}: not checked.",
                )
    for footing in subject.footings:
        yield from _without_parts(footing)
    yield from _without_total(subject)
    yield from _without_table(subject)
    yield from _without_fit(subject)


def _reading(money: Money) -> str:
    """Say why a value is no one amount."""
    return f"{money.kind} ({money.note})" if money.note else money.kind


def _without_parts(footing: Footing) -> Iterator[Finding]:
    """Yield the totals over nothing printed; where a part cannot be read, the part is reported."""
    for check in footing.checks:
        if check.outcome is Outcome.NOT_EVALUATED and not check.unread:
            cell = footing.cell(check.sum.total)
            yield Finding(
                address=cell.address,
                key=cell.key,
                message=f"The {footing.table.name} total of {cell.text} has no printed parts: not checked.",
            )


def _without_total(subject: Subject) -> Iterator[Finding]:
    """Yield the figures in prose that state a total the tables do not have."""
    for number, one in enumerate(subject.review.quoted):
        if one.total != "net" and not any(totals_stated(one, table) for table in subject.tables):
            cell = cell_of(subject.review, number)
            yield _no_such(cell, f"{one.total} in {one.place}")
    for cell, place, whose in stated_net(subject.review):
        if net_of(subject.tables, whose) is None:
            yield _no_such(cell, f"net position in {place}")


def _no_such(cell: Cell, what: str) -> Finding:
    return Finding(
        address=cell.address,
        key=cell.key,
        message=f"The figure of {cell.text} for the {what} has no rows to compare it with: not checked.",
    )


def _without_table(subject: Subject) -> Iterator[Finding]:
    """Yield the printed totals of streams in which no recommendation has a profile."""
    for stream in totals_without_rows(subject.review, subject.tables):
        yield Finding(
            address=f"totals/{stream}",
            key=("totals", stream),
            message=f"The totals of {stream} have no rows to compare them with: not checked.",
        )


def _without_fit(subject: Subject) -> Iterator[Finding]:
    """Yield the profiles that cannot be compared with their cost lines although every figure can be read."""
    too_many = {fit.sourcing.address for fit in subject.fits if fit.choice is None}
    for source in subject.sourcings:
        shared = any(one.line.first is not None and one.money is not one.line.value for one in source.amounts)
        if shared or source.address in too_many:
            why = "a part-year amount stands beside several amounts" if shared else "they can fall in too many ways"
            yield Finding(
                address=source.address,
                key=source.amounts[0].key,
                message=(
                    f"The {source.stream} of recommendation {source.recommendation} was not compared "
                    f"with its cost lines: {why}."
                ),
            )


RULE = Rule("FIN119", "not-evaluated", Severity.NOTE, __doc__, find)
