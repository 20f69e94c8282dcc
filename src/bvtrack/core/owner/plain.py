"""Makes a printed cell of owners plain: its white space, bullets and mark-up, and the contact details beside a name."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

_BULLETS: Final = "•·▪●\uf0b7"
_ITEMS: Final = frozenset({"-", "–", "—", "*", *(f"{letter})" for letter in "abcdefgh")}) | frozenset(
    f"{number}{stop}" for number in range(100) for stop in ".)"
)
_LINES: Final = "\r\t\x0b\x0c\x85\u2028\u2029"
_SPACES: Final = "\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_NOTHING: Final = (0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x206A), 0xFEFF)
_SIGNS: Final = {"＆": "&", "⁄": "/", "∕": "/", "／": "/", "│": "|", "¦": "|"}
_PLAIN: Final = str.maketrans(
    dict.fromkeys(_LINES, "\n") | dict.fromkeys(_SPACES, " ") | dict.fromkeys(map(chr, _NOTHING), "") | _SIGNS
)
_CONTACTS: Final = ("@", "www.", "http", "mail", *"0123456789")
_EMPTY: Final = ("()", "( )", "[]", "[ ]")


def plain(text: str) -> tuple[str, bool]:
    """Give the text with its white space made plain and contact details left out; and whether there were any.

    New lines, tabs and wide gaps become new lines, as they divide names; bullets and list numbers go.
    """
    text = text.translate(_PLAIN).replace("&amp;", "&").replace("&nbsp;", " ").replace("_x000D_", "\n")
    if text.startswith("**") and text.endswith("**"):
        text = text.strip("*")
    if "<" in text:
        text = _tag().sub("", _line_tag().sub("\n", text))
    text = "\n".join(_lines(text.replace("   ", "\n")))
    folded = text.lower()
    bare = _contact().sub(" ", text) if any(sign in folded for sign in _CONTACTS) else text
    return "\n".join(_unbulleted(line) for line in _lines(bare)), bare != text


def _lines(text: str) -> list[str]:
    """Give the lines that hold anything, with single spaces and without empty brackets."""
    for brackets in _EMPTY:
        text = text.replace(brackets, " ")
    return [line for line in (" ".join(line.split()) for line in text.split("\n")) if line]


def _unbulleted(line: str) -> str:
    first, _, rest = line.partition(" ")
    return rest if rest and first.removeprefix("(") in _ITEMS else line.lstrip(_BULLETS).lstrip()


# Few cells hold mark-up or contact details: what finds them is made when the first does.
@cache
def _line_tag() -> re.Pattern[str]:
    return re.compile(r"<br ?/?>", re.IGNORECASE)


@cache
def _tag() -> re.Pattern[str]:
    return re.compile(r"</?(?:b|i|u|p|em|strong|span|sup|sub)\b[^<>]{0,80}>", re.IGNORECASE)


@cache
def _contact() -> re.Pattern[str]:
    """Give what finds addresses of mail and pages, telephone numbers and their labels."""
    return re.compile(
        r"<?\b[\w.+-]{1,64}@[\w.-]{1,120}>?|\bwww\.\S+|\bhttps?://\S+"
        r"|\(?\b(?:tel(?:ephone)?(?: no)?|phone|mobile|mob|ext(?:ension|n)?|fax|x(?=\d{3}))\b[.:]?\s*(?:no\.?\s*)?"
        r"\+?[\d() -]{3,20}\d\)?|\(?\bx\d{3,5}\b\)?|(?<![\w£.])\+?\(?0\d[\d() -]{6,15}\d\b\)?|\be-?mail\b:?",
        re.IGNORECASE,
    )
