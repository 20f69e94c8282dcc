"""Cuts a printed cell of owners into names and the separators between them; what each name is comes later."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

_SPACES: Final = re.compile("[ \xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_NOTHING: Final = re.compile("[\xad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_LINE: Final = re.compile(r"\s*(?:[\n\r\t\x0b\x0c\x85\u2028\u2029]|<br ?/?>|   )\s*", re.IGNORECASE)
_TAG: Final = re.compile(r"</?(?:b|i|u|p|em|strong|span|sup|sub)\b[^<>]{0,80}>", re.IGNORECASE)
_INLINE: Final = re.compile(
    r"[(\[]\s*((?:&|\+|(?:with|and|plus|or|then|supported by|assisted by|support from)\b)[^()\[\]\n]*)[)\]]",
    re.IGNORECASE,
)
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
        (
            r"\b(?:jointly|together|along)\s+with\b|\band\b(?!\s*/\s*or\b)|\bplus\b|\bas\s+well\s+as\b|\+|&amp;"
            r"|(?<!\b[A-Z])&|&(?![A-Z]\b)"
        ),
    ),
    (
        "with",
        (
            r"\b(?:supported|assisted|aided|advised|helped|backed)\s+by\b|\bsupport\s+from\b|\bw/(?=\s*[^\W\d])"
            r"|\b(?:in\s+(?:conjunction|consultation|partnership|liaison|collaboration|association|discussion)\s+"
            r"|working\s+|liaising\s+)?with\b(?!\s+(?:special\s+|lead\s+|overall\s+)?responsib)"
            r"(?:\s+(?:support|assistance|input|help|advice)\s+(?:from|of)\b)?"
        ),
    ),
    ("or", r"\band\s*/\s*or\b|\bor\b|\bon\s+behalf\s+of\b|\bc/o\b|\bvia\b|\bthrough\b|\breporting\s+to\b"),
    ("then", r"→|->|=>|\bthen\b|\bnow\b|\bfollowed\s+by\b|\bsucceeded\s+by\b|\breplaced\s+by\b|\breplac(?:ing|es)\b"),
    ("slash", r"(?<!\d)[/\\]|[/\\](?!\d)"),
    ("dash", r"(?<=\s)[-–—−]+(?=\s|$)|[–—](?=\s)|(?<=\s)[–—]"),
    ("semicolon", r"[;|]|\.(?=\s+(?:lead|support|assist)[a-z]*\b)"),
    ("colon", r":\s*(?:-+(?=\s))?"),
    ("comma", r","),
    ("line", r"\n"),
    ("bracket", r"\((?:[^()\n]|\([^()\n]*\))*(?:\)|$)|\[[^\[\]\n]*(?:\]|$)"),
)
_TOKEN: Final = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in _SEPARATORS), re.IGNORECASE)
_MONTH: Final = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:uary|ruary|ch|il|ust|ember|tember|ober)?"
_DATE: Final = re.compile(
    rf"(?:(?:by|from|until|end|end of|mid|early|late|summer|spring|autumn|winter|q[1-4]|week|w/c|{_MONTH}"
    r"|\d{1,4}(?:st|nd|rd|th)?)[\s.,/'’–-]*)+",
    re.IGNORECASE,
)
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
_INITIAL_STOP: Final = re.compile(r"(?:^|[ .,-])[A-Z]\.$")
_OTHERS: Final = re.compile(
    r" (?:et al|etc|(?:by|from|until|till|since) (?:the )?(?:end |end of |mid |early |late )?"
    r"(?:\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[\w '’.-]*)$",
    re.IGNORECASE,
)
_ENDS: Final = " ()[].:;,_~\"“”'‘"


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
    text = _LINE.sub("\n", _SPACES.sub(" ", _TAG.sub("", _NOTHING.sub("", text))))
    bare = re.sub(r"\(\s*\)|\[\s*\]", " ", _PHONE.sub(" ", _EMAIL.sub(" ", text)))
    return re.sub(r" *\n[\s]*", "\n", re.sub("  +", " ", _BULLET.sub("", bare))).strip(), bare != text


def is_date(text: str) -> bool:
    """Tell whether the text is a date or a period and nothing else."""
    return _DATE.fullmatch(text) is not None


def cut(text: str) -> Cell:
    """Cut plain text at its separators; a bracket belongs to the name before it, or else to the one after it."""
    text = _INLINE.sub(r" \1 ", text)
    parts: list[Part] = []
    waiting: tuple[str, ...] = ()
    before, place, dangling = "", 0, False
    signs = [(match.start(), match.end(), str(match.lastgroup)) for match in _TOKEN.finditer(text)]
    for start, end, sign in (*signs, (len(text), len(text), "end")):
        found = _part(text, place, start, before)
        if found:
            parts.append(replace(found, brackets=waiting))
            waiting, before = (), ""
        place = end
        if sign in _STRENGTH:
            dangling |= not parts and sign in {"and", "slash", "or"}
            before = _stronger(before, sign)
        elif parts and before in {"", "gap"} and sign == "bracket":
            parts[-1] = replace(parts[-1], brackets=(*parts[-1].brackets, _inside(text[start:end])))
            before = "gap"
        elif sign == "bracket":
            waiting = (*waiting, _inside(text[start:end]))
    if waiting and parts:
        parts[-1] = replace(parts[-1], brackets=(*parts[-1].brackets, *waiting))
    elif waiting:
        return cut(" ".join(waiting))
    return Cell(text, tuple(parts), dangling or before in {"and", "oxford", "slash", "or", "with", "then", "colon"})


def _inside(bracket: str) -> str:
    return bracket[1:].removesuffix(")").removesuffix("]").strip()


def _stronger(one: str, other: str) -> str:
    if {one, other} == {"comma", "and"}:
        return "oxford"
    return max(one, other, key=_STRENGTH.index)


def _part(text: str, start: int, end: int, before: str) -> Part | None:
    """Give the name that stands between two places, without the marks and stops around it; None where none does."""
    marked = queried = False
    while True:
        wording = text[start:end]
        start += len(wording) - len(wording.lstrip(_ENDS))
        stop = max(start, start + len(text[start:end].rstrip(_ENDS)))
        # The stop of an initial belongs to the name: `Smith, J.`, `J.S.`
        end = stop + 1 if _INITIAL_STOP.search(text[start : stop + 1][-4:]) and stop < end else stop
        mark = _MARKS.search(text[start:end])
        query = _QUERY.search(text[start:end]) or _OTHERS.search(text[start:end])
        taken = mark or query
        if not taken or start == end:
            break
        marked, queried = marked or mark is not None, queried or mark is None
        start, end = (start + taken.end(), end) if taken.start() == 0 else (start, start + taken.start())
    return Part(before, start, end, " ".join(text[start:end].split()), (), marked, queried) if start < end else None
