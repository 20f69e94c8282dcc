"""Cuts a text into words and marks, and tells by them what is a date or a figure and so no owner."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

# Words (`R&D` and `2002/03` are one) and marks.
_TOKEN: Final = re.compile(r"\b[A-Za-z]&[A-Za-z]\b|\w+(?:(?<=\d)[/\\](?=\d)\w+)*|=>|[-–—−]+>?|:-*|[^\w\s]")
DIGITS: Final = "0123456789/"
SINCE: Final = ("by", "from", "until", "till", "since")
_MONTHS: Final = (
    *("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november"),
    *("december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec"),
)
_SEASONS: Final = ("spring", "summer", "autumn", "winter")
_DATE_WORDS: Final = frozenset({*_MONTHS, *_SEASONS, *SINCE, "the", "end", "of", "mid", "early", "late", "week"})
_ORDINALS: Final = frozenset({"", "st", "nd", "rd", "th", "q"})
_DATE_MARKS: Final = ".,/'’–-"
_FIGURE_WORDS: Final = frozenset(
    {"", "k", "m", "bn", "million", "fte", "hour", "hours", "day", "days", "month", "months", "year", "years"}
)


class Token(NamedTuple):
    """A word or a mark in lower case, and where it stands."""

    start: int
    end: int
    word: str


def tokens_of(text: str) -> list[Token]:
    """Cut the text into words and marks."""
    return [Token(match.start(), match.end(), match[0].lower()) for match in _TOKEN.finditer(text)]


def has_letter(text: str) -> bool:
    """Tell whether the text has any letter, so that it may name somebody."""
    return any(map(str.isalpha, text))


def is_date(text: str) -> bool:
    """Tell whether the text is a date or a period and nothing else."""
    words = [token.word for token in tokens_of(text.removeprefix("w/c")) if token.word.strip(_DATE_MARKS)]
    cores = [word.strip(DIGITS) for word in words]
    return bool(words) and all(
        core in _DATE_WORDS or (core != word and core in _ORDINALS) for word, core in zip(words, cores, strict=True)
    )


def is_figure(text: str) -> bool:
    """Tell whether the text is a figure, with its unit or without, and nothing else."""
    words = [token.word for token in tokens_of(text) if token.word[0].isalnum()]
    return bool(words) and words[0][0] in DIGITS and all(word.strip(DIGITS) in _FIGURE_WORDS for word in words)
