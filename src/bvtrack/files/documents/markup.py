"""Takes markup out of short texts: tags of HTML, entities (once), and raised footnote marks kept apart from figures."""

from __future__ import annotations

import re
from html import unescape
from typing import Final

from bvtrack.core.errors import InputProblem
from bvtrack.files.documents.block import folded

_RAISED: Final = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
STRUCK_OUT: Final = "struck-out text was left out"
_INLINE: Final = "a|abbr|b|big|code|em|font|i|img|ins|mark|small|span|strong|sub|sup|u"
_BLOCKS: Final = "br|div|h[1-6]|li|ol|p|table|tbody|td|th|thead|tr|ul"
_TAG: Final = re.compile(rf"</?(?:({_INLINE})|{_BLOCKS})\b[^<>]*>", re.IGNORECASE)
_STRUCK: Final = re.compile(
    r"<(del|s|strike)(?: [^<>]*)?>[^<>]{0,400}</\1>|<!--.*?(?:-->|\Z)", re.IGNORECASE | re.DOTALL
)
_SUP: Final = re.compile(r"<sup\b[^<>]*>([^<>]{1,12})</sup>", re.IGNORECASE)
# half a character, by its number: what it stands for is nothing
_DECIMAL: Final = "5529[6-9]|55[3-9][0-9]{2}|56[0-9]{3}|57[0-2][0-9]{2}|573[0-3][0-9]|5734[0-3]"
_SURROGATE: Final = re.compile(rf"&#(?:0{{0,9}}(?:{_DECIMAL})|[xX]0{{0,9}}[dD][89a-fA-F][0-9a-fA-F]{{2}})\b")


def has_tags(text: str) -> bool:
    """Tell whether a text holds tags of HTML."""
    return "<" in text and _TAG.search(text) is not None


def without_tags(text: str) -> str:
    """Give a text of HTML as it reads, struck-out words and comments left out; tags not known here stay."""
    shown = _STRUCK.sub("", text) if "</" in text or "<!--" in text else text
    return folded(unescape(_TAG.sub(_gap, _SUP.sub(lambda match: raised(match[1]), shown))))


def raised(text: str) -> str:
    """Write what is printed raised: digits stay raised, a letter stands in brackets, the rest as it is (`1st`, `*`)."""
    text = text.strip()
    if text.replace(",", "").isdecimal():
        return text.translate(_RAISED)
    return f" [{text}]" if len(text) == 1 and text.isalpha() else text


def refuse_surrogates(text: str, place: str) -> None:
    """Refuse a text that names half a character by its number."""
    found = _SURROGATE.search(text)
    if found:
        where = f"{place}:{text.count(chr(10), 0, found.start()) + 1}"
        raise InputProblem(where, f"{found[0]}; is half a character (a lone surrogate)", "take it out")


def _gap(match: re.Match[str]) -> str:
    return "" if match[1] else " "
