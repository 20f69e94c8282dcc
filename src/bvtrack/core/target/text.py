"""The wording of a target made plain for its grammar: one kind of space, dash and quote, known mojibake undone."""

from __future__ import annotations

import re

_MOJIBAKE = dict(
    zip(
        (
            "â€“",
            "â€”",
            "â€™",
            "â€˜",
            "Â£",
            "Â·",
            "Â½",
            "Â¼",
            "Â¾",
            "Â ",
            "Â\u00a0",
            "拢",
            "&amp;",
            "&nbsp;",
            "&pound;",
            "&lt;",
        ),
        ("-", "-", "'", "'", "£", "·", "½", "¼", "¾", " ", " ", "£", "&", " ", "£", "<"),
        strict=True,
    )
)
_SPACE_LIKE = (
    "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t\n\r\f\v\x00"
)
_FOOTNOTE_MARKS = "\u00b9\u00b2\u00b3\u2070\u2074\u2075\u2076\u2077\u2078\u2079*†‡\u200b\ufeff"
_PLAIN = str.maketrans(
    dict.fromkeys(_SPACE_LIKE + "¤¬", " ")
    | dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u00ad", "-")
    | dict.fromkeys("\u2018\u2019\u201b\u2032`\u00b4", "'")
    | dict.fromkeys("\u201c\u201d\u2033", '"')
    | dict.fromkeys(_FOOTNOTE_MARKS, "")
    | dict.fromkeys("→⇒➔►", " -> ")
    | {"％": "%", "≥": ">", "≤": "<", "±": "+/-"}
)
_RAISED_POINT = re.compile(r"(?<=[0-9])[·•∙](?=[0-9])")
_CIRCA = re.compile(r"\b[cC]\.?(?=[£0-9])")
_SPACES = re.compile(r" {2,}")
_ARROW = re.compile(r" ?(?:[-=]+>|>{2,}) ?")


def clean(text: str) -> str:
    """Give `text` with plain spaces, dashes, quotes and arrows and no footnote marks; words and digits stay."""
    for damaged, meant in _MOJIBAKE.items():
        text = text.replace(damaged, meant)
    plain = _CIRCA.sub("c. ", text.translate(_PLAIN))
    plain = _RAISED_POINT.sub(".", plain)
    return _SPACES.sub(" ", _ARROW.sub(" -> ", plain)).strip()


def blank(text: str, start: int, end: int, mark: str) -> str:
    """Give `text` with the stretch from `start` to `end` overprinted by `mark`, its length kept."""
    return text[:start] + mark * (end - start) + text[end:]
