"""Cuts a cell of owners into names and the separators between them; what each name is comes later."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from bvtrack.core.owner import posts
from bvtrack.core.owner.tokens import DIGITS, SINCE, is_date, tokens_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bvtrack.core.owner.tokens import Token

_BRACKET: Final = re.compile(r"\((?:[^()\n]|\([^()\n]*\))*(?:\)|$)|\[[^\[\]\n]*(?:\]|$)")
_ENDS: Final = " \n()[].:;,_~\"“”'‘"
_FOOTNOTES: Final = "*†‡§#^¹²³⁴⁵"

# Separators by weight: the heaviest of several that stand together tells how two names are joined.
_WEIGHTS: Final = (
    "",
    "gap",
    "comma",
    "slash",
    "line",
    "and",
    "oxford",
    "dash",
    "semicolon",
    "colon",
    "or",
    "then",
    "with",
)
_HANGING: Final = frozenset({"and", "oxford", "slash", "or", "with", "then", "colon"})
_PHRASES: Final = {
    "and": "and; plus; +; &; as well as; jointly with; together with; along with",
    "with": (
        "with; w /; support from; supported by; assisted by; aided by; advised by; helped by; backed by; working with;"
        " liaising with; in conjunction with; in consultation with; in partnership with; in liaison with;"
        " in collaboration with; in association with; in discussion with; with assistance from; with input from;"
        " with help from; with advice from; with assistance of; with support of; with help of; with advice of"
    ),
    "or": "or; and / or; on behalf of; c / o; via; through; reporting to",
    "then": "→; ->; -->; =>; then; now; followed by; succeeded by; replaced by; replacing; replaces",
    "slash": "/; \\",
    "semicolon": ";; |; •; ▪; ●; \uf0b7",
    "colon": "=",
    "comma": ",",
    "bracket": "(; [",
    "": (
        "with responsibility; with special responsibility; with lead responsibility; with overall responsibility;"
        " with responsibilities; with special responsibilities; w / c"
    ),
}
_SIGNS: Final = {phrase: sign for sign, phrases in _PHRASES.items() for phrase in phrases.split("; ")} | {
    phrase.replace(" and ", joint): "" for phrase in posts.UNDIVIDED for joint in (" and ", " & ")
}
_MOST_WORDS: Final = max(phrase.count(" ") for phrase in _SIGNS) + 1
_JOINING: Final = ("&", "+", "with ", "and ", "plus ", "or ", "then ", "supported by ", "assisted by ", "support from ")
_STANDING: Final = ("lead", "support", "assist")

_OPEN_ENDS: Final = (" et al", " etc", " tbc", " tba", " tbd", " to be confirmed")


class Part(NamedTuple):
    """One name of a cell: `name` is the wording between `start` and `end` of the cell, without brackets.

    `before` is the separator in front of it, the strongest where several stand together; "" for the first, `gap` where
    only a bracket stands between. `marked`: a footnote mark was taken off; `queried`: a question mark was.
    """

    before: str
    start: int
    end: int
    name: str
    brackets: tuple[str, ...] = ()
    marked: bool = False
    queried: bool = False


class Cell(NamedTuple):
    """A cell cut up. `dangling`: a separator stands at an end, so that a name may be missing."""

    text: str
    parts: tuple[Part, ...]
    dangling: bool


def cut(text: str) -> Cell:
    """Cut plain text at its separators; a bracket belongs to the name before it, or else to the one after it."""
    text = _BRACKET.sub(_unwrapped, text)
    parts: list[Part] = []
    waiting: tuple[str, ...] = ()
    before, place, dangling = "", 0, False
    for start, end, sign in (*_signs(text), (len(text), len(text), "end")):
        found = _part(text, place, start, before)
        if found:
            parts.append(found._replace(brackets=waiting))
            waiting, before = (), ""
        place = end
        if sign in _WEIGHTS:
            dangling |= not parts and sign in {"and", "slash", "or"}
            before = _heavier(before, sign)
        elif parts and before in {"", "gap"} and sign == "bracket":
            parts[-1] = parts[-1]._replace(brackets=(*parts[-1].brackets, _inside(text[start:end])))
            before = "gap"
        elif sign == "bracket":
            waiting = (*waiting, _inside(text[start:end]))
    if waiting and parts:
        parts[-1] = parts[-1]._replace(brackets=(*parts[-1].brackets, *waiting))
    elif waiting:
        return cut(" ".join(waiting))
    return Cell(text, tuple(parts), dangling or before in _HANGING)


def _unwrapped(bracket: re.Match[str]) -> str:
    """Take the brackets off what goes on with the names: `Jeff (with Steve)`."""
    inside = _inside(bracket[0])
    return f" {inside} " if inside.lower().startswith(_JOINING) else bracket[0]


def _inside(bracket: str) -> str:
    return bracket[1:].removesuffix(")").removesuffix("]").strip()


def _heavier(one: str, other: str) -> str:
    if {one, other} == {"comma", "and"}:
        return "oxford"
    return max(one, other, key=_WEIGHTS.index)


def _signs(text: str) -> Iterator[tuple[int, int, str]]:
    """Find the separators and the brackets: where each begins and ends, and its name."""
    tokens = tokens_of(text)
    place = end = 0
    while place < len(tokens):
        start = tokens[place].start
        if "\n" in text[end:start]:
            yield end, start, "line"
        count, sign = _sign_at(text, tokens[place : place + _MOST_WORDS])
        end = tokens[place + count - 1].end
        if sign == "bracket":
            bracket = _BRACKET.match(text, start)
            end = bracket.end() if bracket else end
            sign = sign if bracket else ""
        if sign:
            yield start, end, sign
        while place < len(tokens) and tokens[place].start < end:
            place += 1


def _sign_at(text: str, tokens: list[Token]) -> tuple[int, str]:
    """Tell how many of the words are a separator, and which; an empty name where the first word is none."""
    for count in range(len(tokens), 0, -1):
        sign = _SIGNS.get(" ".join(token.word for token in tokens[:count]))
        if sign is not None:
            return count, sign
    start, end, word = tokens[0]
    before, after = text[start - 1 : start].isspace(), text[end : end + 1].isspace()
    if word[0] == ":":
        return 1, "colon"
    marks = len(tokens) > 1 and tokens[1].word.startswith(_STANDING)
    if word[0] in "-–—−":
        parted = (before and (after or marks or end == len(text))) or (word[0] in "–—" and (before or after))
        return 1, "dash" if parted else ""
    return 1, "semicolon" if word == "." and after and marks else ""


def _part(text: str, start: int, end: int, before: str) -> Part | None:
    """Give the name that stands between two places, without the marks and stops around it; None where none does."""
    marked = queried = False
    while True:
        start, stop = _stripped(text, start, end, _ENDS)
        end = stop + 1 if stop < end and _is_initial(text[start : stop + 1]) else stop
        clear = _stripped(text, start, end, _FOOTNOTES)
        clear = clear[0], clear[1] - _fused_digits(text[start : clear[1]])
        sure = _stripped(text, *clear, "?")
        sure = sure[0], sure[1] - _open_end(text[sure[0] : sure[1]])
        marked, queried = marked or clear != (start, end), queried or sure != clear
        if sure == (start, end):
            break
        start, end = sure
    return Part(before, start, end, " ".join(text[start:end].split()), (), marked, queried) if start < end else None


def _stripped(text: str, start: int, end: int, marks: str) -> tuple[int, int]:
    """Give the place between two places without the marks at its ends."""
    wording = text[start:end]
    first = end - len(wording.lstrip(marks))
    return first, max(first, start + len(wording.rstrip(marks)))


def _is_initial(wording: str) -> bool:
    """Tell whether the stop at the end belongs to the name: `Smith, J.`, `J.S.`."""
    word = wording.replace("-", " ").replace(",", " ").replace(".", " ").split()[-1:]
    return wording.endswith(".") and word != [] and len(word[0]) == 1 and word[0].isascii() and word[0].isupper()


def _fused_digits(wording: str) -> int:
    """Count the digits of a note that is fused with a name: `Smith2`."""
    bare = wording.rstrip(DIGITS)
    count = len(wording) - len(bare)
    return count if count < 3 and len(bare) > 1 and bare[-2:].isalpha() and bare[-2:].islower() else 0


def _open_end(wording: str) -> int:
    """Count the letters at the end that say there is more: `et al`, `from 1 April 2002`."""
    folded = wording.lower()
    for phrase in _OPEN_ENDS:
        if folded.endswith(phrase):
            return len(phrase)
    words = [token for token in tokens_of(wording) if token.word in SINCE and token.start]
    return next((len(wording) - token.start for token in words if is_date(wording[token.end :])), 0)
