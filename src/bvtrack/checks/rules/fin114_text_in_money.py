"""text-in-money: an amount has words beside it that are not counted.

## What it checks

Every amount of the review: profiles, totals, cost lines, quoted figures. Words that qualify an amount in a known way
(`per annum`, `about`) are understood; the rule asks about those that are not. In a document it looks at the cells of
the columns of money, and marks such as `(revised)`, `r` or a percentage in brackets are understood too.

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

In a document:

```markdown
| Rec | One-off cost | Annual cost |
|---|---|---|
| 3 | £24k | £4k |
| 4 | £3k + training in Rec 3c | £7k |
| Total | £27k | £11k |
```

## Quiet

```toml
[[recommendation]]
id = "4"
text = "get the best out of the business"
costs = [{ column = "one-off", value = "£3k" }]
profile.budget = { "02-03" = 3, total = 3 }
```

In a document:

```markdown
| Rec | One-off cost | Annual cost |
|---|---|---|
| 3 | £24k (est) | £4k [1] |
| 4 | £3k | £7k per annum |
| Total | £27k | £11k |
```

## How to fix

Ask what the words cost. If it is counted elsewhere, waive the finding and say where.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bvtrack.checks.figures.amounts import amounts_of, said
from bvtrack.checks.figures.sums_told import called, place_of, unit_of
from bvtrack.checks.rule import Rule
from bvtrack.checks.structure.words import says_rate
from bvtrack.checks.words.phrasing import listed, quoted
from bvtrack.core.finding import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bvtrack.checks.documents.subject import DocumentSubject
    from bvtrack.checks.subject import Subject
    from bvtrack.core.money import Money


_STATUS = re.compile(
    r"\W*(?:[a-z]|[\d.]+ ?%|rev(?:ised)?|prov(?:isional)?|est(?:imated?)?|indicative|actual|restated|unaudited|draft)"
    r"\W*",
    re.IGNORECASE,
)


def find(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each amount with words beside it that its reading leaves out."""
    for one in subject.money:
        counted = [said(money.pence, subject.review.unit) for money in one.figures if money.pence is not None]
        if counted and _has_words(one.money):
            yield Finding(
                address=one.address,
                key=one.key,
                message=f"{one.where} is printed as {quoted(one.money.text)}: {_counted(counted)}.",
            )


def find_in_document(document: DocumentSubject) -> Iterator[Finding]:
    """Yield a finding for each amount in a column of money with words beside it that its reading leaves out."""
    for footing in document.footings:
        table = footing.table
        money = [column for column, line in enumerate(table.columns) if not says_rate(line.label)]
        for at in ((row, column) for row in range(len(table.rows)) for column in money):
            cell, place = footing.cell(at), place_of(footing, at)
            counted = [said(one.pence or 0, unit_of(table)) for one in amounts_of(cell.money)]
            if cell.money and counted and _has_words(cell.money) and not _STATUS.fullmatch(_words(cell.money)):
                yield Finding(
                    address=cell.address,
                    key=cell.key,
                    message=(
                        f"In {called(table)}, {place.column} of row {place.row} is printed as "
                        f"{quoted(cell.money.text)}: {_counted(counted)}."
                    ),
                    place=place,
                )


def _counted(amounts: Sequence[str]) -> str:
    """Say what is counted and what is not."""
    verb, beside = ("are", "them") if amounts[1:] else ("is", "it")
    return f"{listed(amounts)} {verb} counted, the words beside {beside} are not"


def _has_words(money: Money) -> bool:
    """Tell whether a queried reading notes words of the text itself, and not only why it is queried."""
    noted = _words(money).casefold()
    return money.query and bool(noted) and noted in " ".join(money.text.split()).casefold()


def _words(money: Money) -> str:
    """Give the words that a reading notes, without why it is queried."""
    return (money.note or "").split(";")[0].strip()


RULE = Rule("FIN114", "text-in-money", Severity.WARNING, __doc__, find, in_document=find_in_document)
