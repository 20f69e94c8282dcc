"""block-total: what a document calls a total is the sum of no lines shown.

## What it checks

In a document, each row or column called a total that is no sum of the lines it stands with, in any place. Where a row
is a total in the other columns and in one is not, and that column may not add at all, it is asked about too. So is a
row that no word calls a total but that stands like one, less a row: `Cost of services`, next year's budget, a row
without a label. The hint then says what that row would be.

Only figures that break a sum borne out elsewhere are errors. This is a question: a row may be missing, all its figures
may be out, or it is no sum.

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

from typing import TYPE_CHECKING

from bvtrack.checks.amounts import said
from bvtrack.checks.phrasing import listed, quoted
from bvtrack.checks.rule import Rule, silent
from bvtrack.checks.sums_told import called
from bvtrack.core.finding import Finding, Place, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bvtrack.checks.document_subject import DocumentSubject
    from bvtrack.checks.structure.inference import Footed
    from bvtrack.checks.structure.labelled import Question


def find_in_document(document: DocumentSubject) -> Iterator[Finding]:
    """Yield a finding for each labelled total that is the sum of no lines shown."""
    for one in document.financial:
        for question in one.questions:
            yield _asked(one, question)


def _asked(one: Footed, question: Question) -> Finding:
    footing = one.footing
    table = footing.table
    line = "row" if question.rows else "column"
    across = len(table.columns) if question.rows else len(table.rows)
    place = question.place if question.place is not None else _last_printed(one, question, across)
    row, column = (question.line, place) if question.rows else (place, question.line)
    cell = footing.cell((row, column))
    if question.place is None:
        what = f"{line} {quoted(question.label)} is the sum of no lines shown"
    else:
        what = f"row {quoted(question.label)} is a total, but not in column {table.columns[column].label}"
    return Finding(
        address=cell.address,
        key=cell.key,
        message=f"In {called(table)}, {what}.",
        place=Place(table.name, table.rows[row].label, table.columns[column].label),
        hints=(
            f"Is a {'row' if question.rows else 'column'} missing, or is it not meant as a sum?",
            *_missing(one, question),
        ),
    )


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
