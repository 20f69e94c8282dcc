"""not-evaluated: a total, a row or a cost line could not be checked, and why.

## What it checks

Nothing of its own: it lists what the other rules about money had to leave. That is each value that is no one amount
(`TBC`, a range, a broken figure), each total over parts that are not printed, each quoted figure or printed total
with no row to compare it with, and each profile whose cost lines leave too many ways to fall.

Of a document it lists the figures that kept a sum from being checked, the tables of money in which no sum could be made
out, and what its reader had to guess or leave out. A document asked for by name that holds no financial table at
all is a warning, and so are tables left out because the document has too many to work out.

## Why it matters

A check that is silent about what it left out looks like a clean one.

## Fires

```toml
[[recommendation]]
id = "1"
text = "know schools better"
profile.budget = { "02-03" = 7, "03-04" = "TBC", total = 47 }
```

```markdown
| £'000 | 2002-03 | 2003-04 | Total |
|---|--:|--:|--:|
| Advice | 7 | 40 | 47 |
| Training | 12 | TBC | 21 |
| Support | 4 | 5 | 9 |
| Total | 23 | 54 | 77 |
```

## Quiet

```toml
[[recommendation]]
id = "1"
text = "know schools better"
profile.budget = { "02-03" = 7, "03-04" = 40, total = 47 }
```

```markdown
| £'000 | 2002-03 | 2003-04 | Total |
|---|--:|--:|--:|
| Advice | 7 | 40 | 47 |
| Training | 12 | 9 | 21 |
| Support | 4 | 5 | 9 |
| Total | 23 | 54 | 77 |
```

## How to fix

Put the amount in once it is known; until then the finding may stand.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bvtrack.checks.figures.intervals import figure_of, prose_figure_of
from bvtrack.checks.figures.misfits import Outcome
from bvtrack.checks.figures.net import net_of, stated_net, totals_without_rows
from bvtrack.checks.figures.quoted import cell_of, totals_stated
from bvtrack.checks.figures.sums_told import called, place_of
from bvtrack.checks.rule import Rule
from bvtrack.checks.words.phrasing import quoted
from bvtrack.core.finding import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bvtrack.checks.documents.subject import DocumentSubject
    from bvtrack.checks.figures.footing import Footing
    from bvtrack.checks.subject import Subject
    from bvtrack.core.money import Money
    from bvtrack.core.table import Cell


def find(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each thing about money that the other rules could not check."""
    for one in subject.money:
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


def find_in_document(document: DocumentSubject) -> Iterator[Finding]:
    """Yield what was guessed or left out when a document was read, and what of its tables could not be checked.

    A document asked for by name that holds no financial table at all is a warning, and so are tables left out.
    """
    if document.named and not document.financial:
        yield Finding(
            address="",
            severity=Severity.WARNING,
            message=f"{_tables(document)}: nothing in this document was checked.",
            hints=("A financial table has columns or rows of financial years, or says that it is in pounds.",),
        )
    for note in document.document.notes:
        yield Finding(address="", message=note)
    for number, one in enumerate(document.readings):
        if one.too_large:
            yield Finding(
                address=f"table {one.grid.number}", key=("table", number), message=f"Not checked: {one.reason}."
            )
    yield from _left_out(document)
    for one in document.financial:
        if one.table and one.table.unit and not one.footing.checks:
            yield _without_sums(one.footing)
        yield from _unread(one.footing)


def _left_out(document: DocumentSubject) -> Iterator[Finding]:
    """Say once from where on the tables of a document were not looked at."""
    from bvtrack.checks.documents.subject import LEFT_OUT

    left = [number for number, one in enumerate(document.readings) if one.reason == LEFT_OUT]
    if left:
        first = document.document.grids[left[0]].number
        yield Finding(
            address=f"table {first}",
            key=("table", left[0]),
            severity=Severity.WARNING,
            message=f"Not checked from table {first} on ({len(left)} of {len(document.readings)} tables): {LEFT_OUT}.",
            hints=("Split the document, and check its parts.",),
        )


def _tables(document: DocumentSubject) -> str:
    """Say how many tables a document has of which none is financial."""
    count = len(document.readings)
    return {0: "There is no table here", 1: "The one table here is no financial one"}.get(
        count, f"None of the {count} tables here is a financial one"
    )


def _without_sums(footing: Footing) -> Finding:
    """Say that a table of money has no sums; one of outcomes over the years is not expected to have any."""
    cell, name = footing.table.cells[0][0], called(footing.table)
    return Finding(
        address=footing.table.name,
        key=cell.key[:2],
        message=f"{name[:1].upper()}{name[1:]} has no sums that could be made out: not checked.",
    )


def _unread(footing: Footing) -> Iterator[Finding]:
    """Yield the figures of a document's table that kept sums from being checked, each once."""
    for at in dict.fromkeys(at for check in footing.checks for at in check.unread):
        cell, place = footing.cell(at), place_of(footing, at)
        why = f"is {quoted(cell.text)}, read as {_reading(cell.money)}" if cell.money else "is blank"
        yield Finding(
            address=cell.address,
            key=cell.key,
            message=f"In {called(footing.table)}, {place.column} of row {place.row} {why}: its sums were not checked.",
            place=place,
        )


RULE = Rule("FIN119", "not-evaluated", Severity.NOTE, __doc__, find, in_document=find_in_document)
