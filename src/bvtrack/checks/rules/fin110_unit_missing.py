"""unit-missing: a money table states no currency anywhere.

## What it checks

Each finance table states its currency in a cell, in a heading or in the review's `unit`. The scale is always known,
since `unit` must state it.

In a document, each financial table states its scale in a cell, in a heading, in its caption or in the words next to it
(`All figures in £'000`), and the currency stands there or somewhere in the document. A table of counts needs neither.

## Why it matters

`'000s` alone may count pounds, people or hours; who copies the table must guess.

## Fires

```toml
unit = "'000s"

[[recommendation]]
id = "1"
text = "know schools better"
profile.budget = { "02-03" = 7 }
```

In a document:

```markdown
The budget of the service:

| Service | 2002-03 | 2003-04 |
|---|--:|--:|
| Libraries | 120 | 124 |
| Museums | 81 | 77 |
| Total | 201 | 201 |
```

## Quiet

```toml
unit = "'000s"

[totals]
budget = { heading = "Budget (£'000s)" }

[[recommendation]]
id = "1"
text = "know schools better"
profile.budget = { "02-03" = 7 }
```

In a document:

```markdown
The budget of the service. All figures are in £'000.

| Service | 2002-03 | 2003-04 |
|---|--:|--:|
| Libraries | 120 | 124 |
| Museums | 81 | 77 |
| Total | 201 | 201 |
```

## How to fix

Write the unit with its currency, `£'000`, if the report states it anywhere.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bvtrack.checks.documents.places import key_of_table
from bvtrack.checks.documents.unit import around, unit_for_all, unit_near
from bvtrack.checks.figures.sums_told import called
from bvtrack.checks.rule import Rule
from bvtrack.checks.words.phrasing import listed
from bvtrack.core.finding import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bvtrack.checks.documents.subject import DocumentSubject
    from bvtrack.checks.structure.inference import Footed
    from bvtrack.checks.subject import Subject
    from bvtrack.core.document import Document, Grid
    from bvtrack.core.table import Table


_CURRENCY = re.compile(r"£|\b(?:GBP|pounds?|pence|p)\b", re.ASCII | re.IGNORECASE)
_ANY_CURRENCY = re.compile(r"[£$€¥]|\b(?:GBP|pounds?|pence|euros?|EUR|dollars?|USD)\b", re.IGNORECASE)
_COUNTS = re.compile(
    r"%|\b(?:numbers?|no\.|fte|wte|headcount|pupils?|population|people|persons|posts|hours|visits|visitors|"
    r"households|dwellings|homes|places|cases|tonnes|miles|km|per cent|percentages?|rates?|ratios?|scores?|index|rank|"
    r"attendances?|members|days|schools|enrolments?|admissions?|roll|leavers|candidates|teachers|children)\b",
    re.IGNORECASE,
)
_MOST_NAMED = 5  # tables that a message can name
_LONGEST_TITLE = 80  # characters of a line over a table that can be its title


def find(subject: Subject) -> Iterator[Finding]:
    """Yield one finding for all tables that state no currency, the review's unit being where it is missing."""
    bare = [table.name for table in subject.tables if not _states_currency(table)]
    if bare:
        unit = subject.review.unit.text
        yield Finding(
            address="review",
            key=("unit",),
            message=f"No currency stands in the unit {unit}, nor in a heading or a cell of the {listed(bare)}.",
            hints=(f"Write the unit with its currency: £{unit}.",),
        )


def find_in_document(document: DocumentSubject) -> Iterator[Finding]:
    """Yield one finding for the tables of a document that state no scale, one for those that state no currency."""
    money = [one for one in document.financial if not _counts(document.document, one)]
    scaled = [one for one in money if _states_scale(document, one.grid)]
    bare = [one for one in money if one not in scaled]
    if bare:
        yield _missing(bare, "Neither a currency nor a scale")
    if scaled and not any(map(_ANY_CURRENCY.search, _all_texts(document.document))):
        yield _missing(scaled, "A scale but no currency")


def _missing(tables: Sequence[Footed], what: str) -> Finding:
    names = [called(one.footing.table) for one in tables]
    more = [f"{len(names) - _MOST_NAMED} more"] if names[_MOST_NAMED:] else []
    return Finding(
        address=tables[0].footing.table.name,
        key=key_of_table(tables[0]),
        message=f"{what} stands in or next to {listed([*names[:_MOST_NAMED], *more])}.",
        hints=("Write the unit over the table: £'000, £m or £.",),
    )


def _states_scale(document: DocumentSubject, grid: Grid) -> bool:
    texts = (*_texts(grid), *around(document.document, grid))
    stated = unit_near(document.document, grid) or unit_for_all(document.units_for_all, grid)
    return stated is not None or any(map(_ANY_CURRENCY.search, texts))


def _counts(document: Document, footed: Footed) -> bool:
    """Tell whether the words over a table, or those of most of its rows, say that it counts other things than money."""
    grid, table = footed.grid, footed.footing.table
    near = [text for text in around(document, grid) if len(text) <= _LONGEST_TITLE]
    over = (grid.caption, grid.heading, table.corner, *(f"{line.group} {line.label}" for line in table.columns), *near)
    rows = [line.label for line, cells in zip(table.rows, table.cells, strict=True) if any(cell.text for cell in cells)]
    return any(map(_COUNTS.search, over)) or 2 * sum(1 for label in rows if _COUNTS.search(label)) >= len(rows)


def _texts(grid: Grid) -> Iterator[str]:
    yield grid.caption
    yield grid.heading
    yield from (cell.text for row in grid.cells for cell in row)


def _all_texts(document: Document) -> Iterator[str]:
    for grid in document.grids:
        yield from _texts(grid)
    yield from (paragraph.text for paragraph in document.prose)


def _states_currency(table: Table) -> bool:
    unit = table.unit.text if table.unit else ""
    cells = (cell.text for row in table.cells for cell in row)
    return any(_CURRENCY.search(text) for text in (unit, table.title, *cells))


RULE = Rule("FIN110", "unit-missing", Severity.WARNING, __doc__, find, in_document=find_in_document)
