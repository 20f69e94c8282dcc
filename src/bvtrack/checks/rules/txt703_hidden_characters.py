r"""hidden-characters: a text holds characters that act or hide instead of printing.

## What it checks

No text of the review, names, ids, labels and printed values included, holds a control character, a bidirectional or
zero-width one, a soft hyphen or a lone surrogate. Line ends and tabs are let through. One finding a text.

In a document every cell, caption and paragraph is a text, and soft hyphens, which are typesetting there, are read past.

## Why it matters

Such characters come with pasting, or are put there. Two names that look the same are then two people, a search finds
nothing, and a figure can show in another order than it is read in.

## Fires

```toml
title = "Services to\u200bschools"
```

In a document:

```markdown
The cost of the review is £1&#8203;27k.
```

## Quiet

```toml
title = "Services to schools"
```

In a document:

```markdown
The cost of the review is £127k, and its imple&shy;mentation has begun.
```

## How to fix

Type the text again, or take the characters out; the hint shows where they are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bvtrack.checks.documents.texts import texts_of
from bvtrack.checks.rule import Rule
from bvtrack.core.finding import Finding, Severity
from bvtrack.core.visible import hidden, visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bvtrack.checks.documents.subject import DocumentSubject
    from bvtrack.checks.subject import Subject
    from bvtrack.core.finding import Key


_SHOWN = 5  # kinds of characters that a message can bear
_HINT = 120  # characters of a text that a hint can bear


def find(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each text that holds hidden characters."""
    whole = " ".join(text.text for text in subject.texts)
    for text in subject.texts if visible(whole, keep_lines=True) != whole else ():
        yield from _in_text(text.text, text.address, text.key)


def find_in_document(document: DocumentSubject) -> Iterator[Finding]:
    """Yield a finding for each cell, caption and paragraph of a document that holds hidden characters."""
    for text in texts_of(document.document):
        yield from _in_text(text.text, text.address, text.key)


def _in_text(text: str, address: str, key: Key) -> Iterator[Finding]:
    names = [name for place, name in hidden(text) if not _ends_line(text, place)]
    if names:
        kinds = list(dict.fromkeys(names))
        listed = [*kinds[:_SHOWN], "…"] if len(kinds) > _SHOWN else kinds
        shown = visible(text, keep_lines=True)
        yield Finding(
            address=address,
            key=key,
            message=f"A text holds {_counted(len(names))}: {', '.join(listed)}.",
            hints=(f"Take out what is marked: {shown[:_HINT]}{'…' * (len(shown) > _HINT)}",),
        )


def _ends_line(text: str, place: int) -> bool:
    return text[place] in "\t\n" or text.startswith("\r\n", place)


def _counted(number: int) -> str:
    return "a hidden character" if number == 1 else f"{number} hidden characters"


RULE = Rule("TXT703", "hidden-characters", Severity.ERROR, __doc__, find, in_document=find_in_document)
