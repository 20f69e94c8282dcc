"""The sentences of a paragraph, in plain characters: what is read for figures is one of these at a time."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bvtrack.core.money.characters import fold, unreadable

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST: Final = 500  # characters; what is longer is no sentence that a figure could be bound in
_END: Final = re.compile(
    r"(?<!\b[Aa]pprox\.)(?<!\b[Ee]st\.)(?<!\b[RrNn]ec\.)(?<!\bNo\.)(?<!\b[Cc]\.)(?<!\bca\.)(?<!\bp\.a\.)(?<!\bvs\.)"
    r"(?<=[.!?;])[\"')]* (?=[A-Z0-9£~\"'(])|; "
)


def sentences(text: str) -> Iterator[str]:
    """Yield the sentences of a text that hold a digit, folded to plain characters; those too long are left out."""
    if unreadable(text):
        return
    for sentence in _END.split(fold(text)[0]):
        if len(sentence) <= _LONGEST and any(sign.isdigit() for sign in sentence):
            yield sentence
