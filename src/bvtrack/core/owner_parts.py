"""Cuts a printed cell of owners into names and the separators between them; what each name is comes later."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

_SPACES: Final = re.compile("[ \xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_NOTHING: Final = re.compile("[\xad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_LINE: Final = re.compile(r"\s*(?:[\n\r\t\x0b\x0c\x85\u2028\u2029]|<br ?/?>|   )\s*", re.IGNORECASE)
_BULLET: Final = re.compile(r"^\s*(?:[-–—•·▪●*\uf0b7]\s+|[•·▪●\uf0b7]|\(?\d{1,2}[.)]\s+|\(?[a-h]\)\s+)", re.MULTILINE)
_EMAIL: Final = re.compile(r"<?\b[\w.+-]{1,64}@[\w.-]{1,120}>?|\bwww\.\S+|\bhttps?://\S+", re.IGNORECASE)
_PHONE: Final = re.compile(
    r"\(?\b(?:tel(?:ephone)?(?: no)?|phone|mobile|mob|ext(?:ension|n)?|fax|x(?=\d{3}))\b[.:]?\s*(?:no\.?\s*)?"
    r"\+?[\d() -]{3,20}\d\)?|\(?\bx\d{3,5}\b\)?|(?<![\w£.])\+?\(?0\d[\d() -]{6,15}\d\b\)?|\be-?mail\b:?",
    re.IGNORECASE,
)
_SEPARATORS: Final = (
    (
        "and",
        r"\b(?:jointly|together|along)\s+with\b|\band\b(?!\s*/\s*or\b)|\bplus\b|\bas\s+well\s+as\b|\+|&amp;"
        r"|(?<!\b[A-Z])&|&(?![A-Z]\b)",
    ),
    (
        "with",
        r"\b(?:supported|assisted|aided|advised|helped|backed)\s+by\b|\bsupport\s+from\b|\bw/(?=\s*[^\W\d])"
        r"|\b(?:in\s+(?:conjunction|consultation|partnership|liaison|collaboration|association|discussion)\s+"
        r"|working\s+|liaising\s+)?with\b(?!\s+(?:special\s+|lead\s+|overall\s+)?responsib)"
        r"(?:\s+(?:support|assistance|input|help|advice)\s+(?:from|of)\b)?",
    ),
    ("or", r"\band\s*/\s*or\b|\bor\b|\bon\s+behalf\s+of\b|\bc/o\b|\bvia\b|\bthrough\b|\breporting\s+to\b"),
    ("then", r"→|->|=>|\bthen\b|\bnow\b|\bfollowed\s+by\b|\bsucceeded\s+by\b|\breplaced\s+by\b|\breplac(?:ing|es)\b"),
    ("slash", r"(?<!\d)[/\\]|[/\\](?!\d)"),
    ("dash", r"(?<=\s)[-–—−]+(?=\s|$)|[–—](?=\s)|(?<=\s)[–—]"),
    ("semicolon", r"[;|]"),
    ("colon", r":\s*(?:-+(?=\s))?"),
    ("comma", r","),
    ("line", r"\n"),
    ("bracket", r"\([^()\n]*(?:\)|$)|\[[^\[\]\n]*(?:\]|$)"),
)
_TOKEN: Final = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in _SEPARATORS), re.IGNORECASE)
_STRENGTH: Final = (
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
_MARKS: Final = re.compile(r"^[*†‡§#^]+|\s*[*†‡§#^¹²³⁴⁵]+$|(?<=[a-z]{2})\d{1,2}$")
_QUERY: Final = re.compile(r"\s*\?+$|^\?+\s*")
_ENDS: Final = " .:;,_~\"“”'‘"


@dataclass(frozen=True, slots=True)
class Part:
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


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell cut up. `dangling`: a separator stands at an end, so that a name may be missing."""

    text: str
    parts: tuple[Part, ...]
    dangling: bool


def plain(text: str) -> tuple[str, bool]:
    """Give the text with its white space made plain and contact details left out; and whether there were any.

    New lines, tabs and wide gaps become new lines, as they divide names; bullets and list numbers go.
    """
    text = _LINE.sub("\n", _SPACES.sub(" ", _NOTHING.sub("", text)))
    bare = _PHONE.sub(" ", _EMAIL.sub(" ", text))
    return re.sub(r" *\n[\s]*", "\n", re.sub("  +", " ", _BULLET.sub("", bare))).strip(), bare != text


def cut(text: str) -> Cell:
    """Cut plain text at its separators; a bracket belongs to the name before it, or else to the one after it."""
    parts: list[Part] = []
    waiting: tuple[str, ...] = ()
    before, place, dangling = "", 0, False
    for match in (*_TOKEN.finditer(text), None):
        found = _part(text, place, match.start() if match else len(text), before)
        if found:
            parts.append(replace(found, brackets=waiting))
            waiting, before = (), ""
        if match is None:
            break
        place = match.end()
        if match.lastgroup != "bracket":
            dangling |= not parts and match.lastgroup in {"and", "slash", "or"}
            before = _stronger(before, str(match.lastgroup))
        elif parts and before in {"", "gap"}:
            parts[-1] = replace(parts[-1], brackets=(*parts[-1].brackets, match[0].strip("()[] ")))
            before = "gap"
        else:
            waiting = (*waiting, match[0].strip("()[] "))
    if waiting and parts:
        parts[-1] = replace(parts[-1], brackets=(*parts[-1].brackets, *waiting))
    elif waiting:
        return cut(" ".join(waiting))
    return Cell(text, tuple(parts), dangling or before in {"and", "oxford", "slash", "or", "with", "then"})


def _stronger(one: str, other: str) -> str:
    if {one, other} == {"comma", "and"}:
        return "oxford"
    return max(one, other, key=_STRENGTH.index)


def _part(text: str, start: int, end: int, before: str) -> Part | None:
    """Give the name that stands between two places, without the marks and stops around it; None where none does."""
    marked = queried = False
    while True:
        wording = text[start:end]
        start += len(wording) - len(wording.lstrip(_ENDS + ")]"))
        end = max(start, start + len(text[start:end].rstrip(_ENDS + ")]")))
        mark = _MARKS.search(text[start:end])
        query = _QUERY.search(text[start:end])
        taken = mark or query
        if not taken or start == end:
            break
        marked, queried = marked or mark is not None, queried or mark is None
        start, end = (start + taken.end(), end) if taken.start() == 0 else (start, start + taken.start())
    return Part(before, start, end, " ".join(text[start:end].split()), (), marked, queried) if start < end else None
