"""block-total: what a document calls a total is the sum of no lines shown.

## What it checks

In a document, each row or column called a total that is no sum of the lines it stands with, in any place. Where a row
is a total in the other columns and in one is not, and that column may not add at all, it is asked about too. So is a
row that no word calls a total but that stands like one, less a row: `Cost of services`, next year's budget, a row
without a label. The hint then says what that row would be.

Only figures that break a sum borne out elsewhere are errors. This is a question: a row may be missing, all its figures
may be out, or it is no sum. Where it is the sum of the rows above it in one column and not in the next, both are named.

## Why it matters

A row dropped in retyping leaves nothing behind but a total that no longer adds.

## Fires

```markdown
| £'000 | 2002-03 | 2003-04 | 2004-05 |
|---|--:|--:|--:|
| Advice | 7 | 40 | 44 |
| Training | 12 | 9 | 8 |
| Total | 31 | 63 | 71 |
```

## Quiet

```markdown
| £'000 | 2002-03 | 2003-04 | 2004-05 |
|---|--:|--:|--:|
| Advice | 7 | 40 | 44 |
| Training | 12 | 9 | 8 |
| Support | 12 | 14 | 19 |
| Total | 31 | 63 | 71 |
```

## How to fix

Look in the source for a line that is missing here. If the total is of more than the lines shown, say so in its label.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bvtrack.checks.figures.amounts import said
from bvtrack.checks.figures.sums_told import called, place_of, unit_of
from bvtrack.checks.rule import Rule, silent
from bvtrack.checks.words.phrasing import listed, quoted
from bvtrack.core.finding import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bvtrack.checks.documents.subject import DocumentSubject
    from bvtrack.checks.figures.footing import Footing
    from bvtrack.checks.structure.inference import Footed
    from bvtrack.checks.structure.labelled import Question


def find_in_document(document: DocumentSubject) -> Iterator[Finding]:
    """Yield a finding for each labelled total that is the sum of no lines shown."""
    for one in document.financial:
        for question in one.questions:
            yield _asked(one, question)


@dataclass(frozen=True, slots=True)
class _Partly:
    """A row that is the sum of the rows right above it in some columns and not in others: how many rows, and which."""

    rows: int
    holds: tuple[int, ...]
    breaks: tuple[int, ...]


def _asked(one: Footed, question: Question) -> Finding:
    table, line = one.footing.table, "row" if question.rows else "column"
    across = len(table.columns) if question.rows else len(table.rows)
    partly = _partly(one.footing, question.line) if question.rows and question.place is None else None
    if partly:
        place = partly.breaks[0]
        what = _told(one.footing, question, partly)
        asked = "Is one of these figures wrong, or is it not meant as a sum?"
    elif question.place is not None:
        place = question.place
        what = f"row {quoted(question.label)} is a total, but not in column {table.columns[place].label}"
        asked = "Is a row missing, or is it not meant as a sum?"
    else:
        place = _last_printed(one, question, across)
        what = f"{line} {quoted(question.label)} is the sum of no lines shown"
        asked = f"Is a {line} missing, or is it not meant as a sum?"
    at = (question.line, place) if question.rows else (place, question.line)
    cell = one.footing.cell(at)
    return Finding(
        address=cell.address,
        key=cell.key,
        message=f"In {called(table)}, {what}.",
        place=place_of(one.footing, at),
        hints=(asked, *_missing(one, question)),
    )


def _partly(footing: Footing, row: int) -> _Partly | None:
    """Find the most rows right above a row that add up to it in a column at least; None where none do."""
    columns = [column for column in range(len(footing.table.columns)) if footing.pence((row, column))]
    for first in range(row - 1):
        sums = {column: _added(footing, range(first, row), column) for column in columns}
        holds = tuple(column for column in columns if sums[column] == footing.pence((row, column)))
        if holds and len(holds) < len(columns):
            return _Partly(row - first, holds, tuple(column for column in columns if column not in holds))
    return None


def _told(footing: Footing, question: Question, partly: _Partly) -> str:
    """Say in which columns a row adds up, and what it misses in the first in which it does not."""
    table, broken = footing.table, partly.breaks[0]
    unit = unit_of(table)
    holds = listed([place_of(footing, (question.line, column)).column for column in partly.holds])
    printed = said(footing.pence((question.line, broken)), unit)
    computed = said(_added(footing, range(question.line - partly.rows, question.line), broken), unit)
    others = len(partly.breaks) - 1
    more = f", nor in {others} other{'s' if others > 1 else ''}" if others else ""
    return (
        f"row {quoted(question.label)} is the sum of the {partly.rows} rows above it in column {holds}, but not in "
        f"column {place_of(footing, (question.line, broken)).column}, where {printed} is printed and they add to "
        f"{computed}{more}"
    )


def _added(footing: Footing, rows: range, column: int) -> int:
    return sum(footing.pence((row, column)) for row in rows)


def _missing(one: Footed, question: Question) -> Iterator[str]:
    """Say what a row would be with which this one would be the total of the rows above it."""
    table = one.footing.table
    if question.missing and table.unit:
        named = [(pence, table.columns[column].label) for column, pence in question.missing]
        amounts = [said(pence, table.unit) + (f" in {label}" if label else "") for pence, label in named]
        yield f"It is the sum of the rows above it and one more: {listed(amounts)}."


def _last_printed(one: Footed, question: Question, across: int) -> int:
    """Give the last place where the line in question prints something."""
    at = [(question.line, place) if question.rows else (place, question.line) for place in range(across)]
    return max(place for place, position in enumerate(at) if one.footing.cell(position).text.strip())


RULE = Rule("FIN120", "block-total", Severity.WARNING, __doc__, silent, in_document=find_in_document)
