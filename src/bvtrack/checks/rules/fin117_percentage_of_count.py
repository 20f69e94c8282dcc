"""percentage-of-count: a printed percentage is not one of the count it stands with.

## What it checks

Every text of a review but its targets, and every paragraph and cell of a document: where a percentage stands close to
the count it is of, as in `12 of 53 schools (24%)`, it must be that count's at its printed precision; where only the
base is stated, as in `36% of the 16 actions`, some whole number of it must give it. A percentage that only fits another
number of the sentence is told with that number.

Amounts of money, measures, ages, targets, averages, and figures that are approximate or may be rounded are left alone.

## Why it matters

Readers take the percentage, and nobody works it out again. A wrong one often has another base than it says.

## Fires

```toml
[[area]]
text = "Of the schools visited, 12 of 53 (24%) had a plan."
addressed_by = ["1"]

[[recommendation]]
id = "1"
text = "help schools to plan"
```

```markdown
The survey went to 53 schools; 12 of the 53 schools (24%) were content. 36% of the 16 actions are late.
```

## Quiet

```toml
[[area]]
text = "Of the schools visited, 12 of 53 (23%) had a plan."
addressed_by = ["1"]

[[recommendation]]
id = "1"
text = "help schools to plan"
```

```markdown
The survey went to 53 schools; 12 of the 53 schools (23%) were content. About 36% of the 16 actions are late.
```

## How to fix

Work the percentage out again. If it is of another number, say of which.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bvtrack.checks.prose.sentences import sentences
from bvtrack.checks.prose.shares import impossible_shares, percent
from bvtrack.checks.rule import Rule
from bvtrack.checks.words.phrasing import listed, quoted
from bvtrack.core.finding import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bvtrack.checks.documents.subject import DocumentSubject
    from bvtrack.checks.prose.shares import Share
    from bvtrack.checks.subject import Subject
    from bvtrack.core.finding import Key
    from bvtrack.core.review import Rounding

_MOST_FITTING = 3


def find(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each percentage in the texts of a review that its count cannot give."""
    for text in subject.texts:
        if _may_state_one(text.text) and "targets" not in text.key:
            yield from _found(text.text, text.address, text.key, "nearest")


def find_in_document(document: DocumentSubject) -> Iterator[Finding]:
    """Yield a finding for each percentage in the paragraphs and cells of a document that its count cannot give."""
    rounding = document.thresholds.rounding
    for number, paragraph in enumerate(document.document.prose):
        if _may_state_one(paragraph.text):
            yield from _found(paragraph.text, "prose/percentage", ("prose", number), rounding)
    for number, grid in enumerate(document.document.grids):
        for row, cells in enumerate(grid.cells):
            for column, cell in enumerate(cells):
                if _may_state_one(cell.text) and not cell.covered:
                    address = f"table {grid.number}/row {row + 1}/column {column + 1}"
                    yield from _found(cell.text, address, ("table", number, row, column), rounding)


def _may_state_one(text: str) -> bool:
    """Tell whether a text may state a percentage at all, which most do not."""
    return "%" in text or "cent" in text


def _found(text: str, address: str, key: Key, rounding: Rounding) -> Iterator[Finding]:
    for sentence in sentences(text):
        for share in impossible_shares(sentence, rounding):
            yield Finding(address=address, key=key, message=_message(share), hints=tuple(_hints(share)))


def _message(share: Share) -> str:
    if share.count is not None:
        true = percent(share.count, share.base, share.printed)
        return f"{quoted(share.text)}: {share.count:,} of {share.base:,} is {true}, not {share.printed}%."
    near = [f"{count:,} is {percent(count, share.base, share.printed)}" for count in share.nearest()]
    return f"{quoted(share.text)}: no whole number of {share.base:,} is {share.printed}% ({listed(near)})."


def _hints(share: Share) -> Iterator[str]:
    """Say which counts of the base, and which other bases of the sentence, the percentage fits."""
    for base in share.bases:
        yield f"It fits {share.count:,} of {base:,}."
    if 0 < len(share.fitting) <= _MOST_FITTING:
        yield f"It fits {listed([f'{count:,}' for count in share.fitting])} of {share.base:,}."


RULE = Rule("FIN117", "percentage-of-count", Severity.WARNING, __doc__, find, in_document=find_in_document)
