"""The words beside a figure: what the tables know of them, read outwards from the figure, and what is left."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bvtrack.core.money.phrases import Known, is_alnum, joint_last, phrase_after, phrase_before
from bvtrack.core.money.tokens import words_of

if TYPE_CHECKING:
    from collections.abc import Callable

_NOTES = {
    "per_annum": "per annum",
    "one_off": "one-off",
    "recurring": "recurring",
    "ongoing": "ongoing",
    "tbc": "to be confirmed",
}
_ASKED = {"tbc", "rate", "asked"}
_AS_PRINTED = {"mark", "asked", "purpose", "years"}
_ADDING = {"+", "plus", "and", "&"}
_UNDERSTOOD = {"purpose", "years"}


class Words(NamedTuple):
    """The words of one side: what they do to the figure, their notes, whether one would ask, and what is not known."""

    effects: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    query: bool = False
    left: str = ""


def before(text: str, *, first: bool) -> Words:
    """The words that lead up to a figure, read outwards from it; `first` when no other figure stands before them."""
    return _whole(lambda unread: _before(text, unread, first=first), outer=first)


def _before(text: str, unread: set[str], *, first: bool) -> Words:
    words, left = Words(), text
    while True:
        left = left.rstrip(" ,;:=·").removesuffix(" -") if first else left.rstrip()
        known = phrase_before(left)
        aside = left.rpartition("(") if first and left[-1:] == ")" else ("", "", ")")
        if known and known.effect not in unread and (first or known.effect != "added"):
            words, left = _joined(words, _known(known)), left[: known.start]
        elif aside[1] and ")" not in aside[2][:-1]:
            words, left = _joined(words, _aside(aside[2][:-1])), aside[0]
        else:
            return words._replace(left=left.strip())


def after(text: str, *, last: bool) -> Words:
    """The words that follow a figure; `last` when no other figure stands behind them.

    Something added that is no figure (`+ training in Rec 3c`) is a note, and queried.
    """
    return _whole(lambda unread: _after(text, unread, last=last), outer=last)


def _whole(read: Callable[[set[str]], Words], *, outer: bool) -> Words:
    """The words of one side; where some are not known, what they are of and their years stay with them.

    Between two figures (not `outer`) the words may end in a joint, which is known.
    """
    words = read(set())
    unknown = words.left and (outer or not joint_last(words.left))
    return read(_UNDERSTOOD) if unknown and _UNDERSTOOD & set(words.effects) else words


def _after(text: str, unread: set[str], *, last: bool) -> Words:
    words, left = Words(), text
    while True:
        left = left.lstrip(" ,;:.·").removeprefix("- ") if last else left.lstrip()
        known = phrase_after(left)
        aside = left[1:].partition(")") if left[:1] == "(" else ("", "", "")
        if known and known.effect not in unread:
            torn = Words(notes=("a minus sign, or a dash",), query=True) if known.text == "-" != text[0] else Words()
            words, left = _joined(_joined(words, _known(known)), torn), left[known.end :]
        elif aside[1] and "(" not in aside[0]:
            words, left = _joined(words, _aside(aside[0])), aside[2]
        elif last and _adds(left):
            return _joined(words, Words(notes=(trimmed(left[words_of(left)[0].end :]),), query=True))
        else:
            return words._replace(left=left.strip())


def _adds(text: str) -> bool:
    """Whether a text begins with something added to a figure: `+ training`, `and (b)`."""
    first, second, *_ = (*words_of(text), None, None)
    return bool(first and second and first.key in _ADDING and (is_alnum(second.key[0]) or second.key == "("))


def trimmed(text: str) -> str:
    """Words without the stops, dashes and the pair of brackets around them."""
    text = text.strip(" ,;:-=")
    if text[-1:] == "." and not (text[-3:-2] == "." and is_alnum(text[-2])):
        text = text[:-1]
    return text[1:-1].strip() if text[:1] == "(" and text[-1:] == ")" else text


def _known(known: Known) -> Words:
    """What a phrase of the tables says."""
    note = _NOTES.get(known.effect)
    if known.effect == "rate":
        each = words_of(known.text)[1:]
        note = f"per {each[0].text}" if each else known.text
    elif known.effect in _AS_PRINTED:
        note = known.text
    return Words((known.effect,), (note,) if note else (), query=known.effect in _ASKED)


def _aside(text: str) -> Words:
    """An aside in brackets: known words count as they would without brackets, others are a note."""
    words = after(text, last=True)
    return _joined(words, Words(notes=(words.left,), query=True)) if words.left else words


def _joined(first: Words, second: Words) -> Words:
    return Words(first.effects + second.effects, first.notes + second.notes, query=first.query or second.query)
