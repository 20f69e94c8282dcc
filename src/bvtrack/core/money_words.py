"""The words beside a figure: what the tables know of them, read outwards from the figure, and what is left."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bvtrack.core import money_print as printed

if TYPE_CHECKING:
    from collections.abc import Callable

_ASIDE_FIRST = re.compile(r"\(([^()]*)\)")
_ASIDE_LAST = re.compile(r"\(([^()]*)\)$")
_STOPS_FIRST = re.compile(r"^[ ,;:.·]*(?:- )?")
_STOPS_LAST = re.compile(r"(?: -)?[ ,;:=·]*$")
_ADDED = re.compile(r"(?:\+|plus(?![a-z])|and(?![a-z])|&) ?(?=[a-z0-9(])", printed.LETTERS)
_FULL_STOP = re.compile(r"(?<!\.[a-z])\.$", printed.LETTERS)
_NOTES = {
    "per_annum": "per annum",
    "one_off": "one-off",
    "recurring": "recurring",
    "ongoing": "ongoing",
    "tbc": "to be confirmed",
}
_ASKED = {"tbc", "rate", "asked"}
_AS_PRINTED = {"mark", "asked", "purpose", "years"}
_UNDERSTOOD = {"purpose", "years"}


@dataclass(frozen=True, slots=True)
class Words:
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
        left = _STOPS_LAST.sub("", left, count=1) if first else left.rstrip()
        known, aside = printed.HEAD.search(left), _ASIDE_LAST.search(left) if first else None
        if known and known.lastgroup not in unread and (first or known.lastgroup != "added"):
            words, left = _joined(words, _known(known)), left[: known.start()]
        elif aside:
            words, left = _joined(words, _aside(aside[1])), left[: aside.start()]
        else:
            return replace(words, left=left.strip())


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
    unknown = words.left and (outer or not printed.JOINT_LAST.search(words.left))
    return read(_UNDERSTOOD) if unknown and _UNDERSTOOD & set(words.effects) else words


def _after(text: str, unread: set[str], *, last: bool) -> Words:
    words, left = Words(), text
    while True:
        left = _STOPS_FIRST.sub("", left) if last else left.lstrip()
        known, aside, added = printed.TAIL.match(left), _ASIDE_FIRST.match(left), _ADDED.match(left)
        if known and known.lastgroup not in unread:
            torn = Words(notes=("a minus sign, or a dash",), query=True) if known[0] == "-" != text[0] else Words()
            words, left = _joined(_joined(words, _known(known)), torn), left[known.end() :]
        elif aside:
            words, left = _joined(words, _aside(aside[1])), left[aside.end() :]
        elif added and last:
            return _joined(words, Words(notes=(trimmed(left[added.end() :]),), query=True))
        else:
            return replace(words, left=left.strip())


def trimmed(text: str) -> str:
    """Words without the stops, dashes and the pair of brackets around them."""
    text = _FULL_STOP.sub("", text.strip(" ,;:-="))
    return text[1:-1].strip() if text[:1] == "(" and text[-1:] == ")" else text


def _known(found: re.Match[str]) -> Words:
    """What a phrase of the tables says."""
    effect = str(found.lastgroup)
    note = _NOTES.get(effect)
    if effect == "rate":
        each = found["each"]
        note = f"per {each}" if each else found[0]
    elif effect in _AS_PRINTED:
        note = found[0].strip(" :=")
    return Words((effect,), (note,) if note else (), query=effect in _ASKED)


def _aside(text: str) -> Words:
    """An aside in brackets: known words count as they would without brackets, others are a note."""
    words = after(text, last=True)
    return _joined(words, Words(notes=(words.left,), query=True)) if words.left else words


def _joined(first: Words, second: Words) -> Words:
    return Words(first.effects + second.effects, first.notes + second.notes, query=first.query or second.query)
