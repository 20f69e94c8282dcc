"""Takes the text of a deadline apart into periods and the words beside them, each with its role."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from bvtrack.core.due_words import WORDS, Role, word_at
from bvtrack.core.period import (
    CENTURY_UNKNOWN,
    UNSTATED,
    Part,
    Precision,
    Span,
    Year,
    calendar_year,
    century,
    span_of,
    undated,
)
from bvtrack.core.period_text import EITHER_YEAR, NEARBY, match_span

if TYPE_CHECKING:
    from datetime import date

PERIOD: Final = "period"
MAY_BE_YEAR: Final = "may be a financial year, a month or a day"


@dataclass(frozen=True, slots=True)
class Token:
    """A period (with its span) or a word (with its role and what it says), and where it stands in the folded text."""

    role: Role | None
    value: str
    start: int
    end: int
    span: Span | None = None


_NUMBERS: Final = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "nine": 9, "ten": 10, "twelve": 12, "eighteen": 18,
}  # fmt: skip
_SPELLED: Final = {number: word for word, number in _NUMBERS.items()}
_COUNT: Final = rf"(?P<count>[1-9][0-9]?|{'|'.join(_NUMBERS)}|a|an)"
_NAMES: Final = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|spring|summer|autumn|winter"
_EVERY: Final = re.compile(
    rf"(?:(?P<each>every|each)(?= (?:[0-9]{{1,2}}(?:st|nd|rd|th)? (?:of )?)?(?:{_NAMES})[a-z]*\.?)"
    rf"|{_COUNT.replace('count', 'times')} times (?:a|per|each) year"
    rf"|(?:every|each) {_COUNT} ?(?P<unit>week|month|year|term)s?"
    rf"|{_COUNT.replace('count', 'number')}[ -]?(?P<adverb>weekly|monthly|yearly|termly))(?![a-z0-9])"
)
_RELATIVE: Final = re.compile(
    rf"(?:within |in |over )?(?:the )?(?:next )?{_COUNT}(?: ?- ?(?:[0-9]{{1,2}}))? ?(?:working )?"
    r"(?:day|week|month|year|yr)s?'?(?: time)?(?: (?:of|from|after) (?:the )?(?:approval|adoption|decision|appointment"
    r"|start|start date|report|review|cabinet|commencement|agreement|publication))?(?![a-z0-9]| (?:to|ending|ended) )"
    r"|(?:years?|yrs?|phase|stage) ?[0-9](?: ?(?:-|to|and|&|/) ?[0-9])?(?![0-9a-z/-])"
)
_EVERY_MONTHS: Final = {
    1: "monthly", 2: "two-monthly", 3: "quarterly", 4: "four-monthly", 6: "six-monthly", 12: "annual", 24: "two-yearly",
}  # fmt: skip
_EVERY_UNITS: Final = {("year", 1): "annual", ("term", 1): "termly", ("week", 1): "weekly", ("week", 2): "fortnightly"}
_TWO_NUMBERS: Final = re.compile(r"([0-9]{1,2})[/.]([0-9]{1,2})(?![0-9a-z]|[/.-] ?[0-9])")
_TWO_DIGITS: Final = re.compile(r"(?:(?<=[a-z] )[0-9]|0)[0-9](?![0-9a-z]|[-/.,%] ?[0-9]|%)")
_MARK: Final = re.compile(
    r"[¹²³⁰⁴-⁹]{1,3}|\[[0-9a-z]\]|\((?:[0-9*a-h]|i{1,3}|iv|v)\)"
    r"|(?:at )?[0-9]{1,2}(?:[.:][0-9]{2})? ?[ap]\.?m(?![a-z])\.?|(?:12 )?noon(?: on)?(?![a-z])"
)
_FIGURES_AND_LETTERS: Final = re.compile(r"(?=[^0-9]*[0-9])[0-9oilsb/.-]*[oilsb][0-9oilsb/.-]*")


def scan(text: str, near: date | None) -> tuple[Token, ...] | str:
    """Take a folded text apart; where something in it is neither a period nor a known word, say what."""
    tokens: list[Token] = []
    at = 0
    while at < len(text):
        token = _token(text, at, near)
        if token is None:
            word = text[at : at + 40].split(maxsplit=1)[0]
            if _FIGURES_AND_LETTERS.fullmatch(word.strip(".,;:()")):
                return f"“{word}” mixes letters with figures"
            return f"“{word}” is no part of a deadline"
        tokens.append(token)
        at = token.end + (text[token.end : token.end + 1] == " ")
    return tuple(tokens)


def _token(text: str, at: int, near: date | None) -> Token | None:
    if every := _EVERY.match(text, at):
        return Token(Role.RECURS, _recurrence(every), at, every.end())
    if relative := _RELATIVE.match(text, at):
        return Token(Role.STATUS, "undated", at, relative.end())
    if mark := _MARK.match(text, at):
        return Token(Role.NOISE, mark[0], at, mark.end())
    if found := _two_numbers(text, at, near) or match_span(text, at, near) or _two_digits(text, at, near):
        return Token(None, PERIOD, at, found[1], found[0])
    word = word_at(text, at)
    return None if word is None else _word(word, at)


def _word(word: str, at: int) -> Token:
    role, value = WORDS[word]
    if role is Role.UNDATED:
        return Token(None, PERIOD, at, at + len(word), undated(Precision(value), UNSTATED))
    return Token(role, value or word, at, at + len(word))


def _recurrence(every: re.Match[str]) -> str:
    """Name how often: six-monthly for every 6 months, 6 monthly and 2 times a year alike."""
    if every["each"]:
        return "annual"
    printed = every["count"] or every["number"] or every["times"]
    count = int(printed) if printed.isdecimal() else _NUMBERS.get(printed, 1)
    unit = every["unit"] or (every["adverb"] or "monthly").removesuffix("ly")
    if every["times"]:
        if 12 % count:
            return f"{printed} times a year"
        count = 12 // count
    if unit == "month" and count in _EVERY_MONTHS:
        return _EVERY_MONTHS[count]
    if (unit, count) in _EVERY_UNITS:
        return _EVERY_UNITS[unit, count]
    return f"{_SPELLED.get(count, count)}-{unit}ly"


def _two_numbers(text: str, at: int, near: date | None) -> tuple[Span, int] | None:
    """Read two numbers about a slash: 30/09 is a day, 03/04 may be a financial year, a month or a day."""
    match = _TWO_NUMBERS.match(text, at)
    if match is None:
        return None
    first, second = int(match[1]), int(match[2])
    day = span_of(Part(Precision.DAY, second, first, first), None)
    is_month = 1 <= first <= 12 and len(match[2]) == 2
    if len(match[1]) == len(match[2]) == 2 and (first + 1) % 100 == second:
        year = match_span(text, at, near)
        doubtful = year is not None and year[1] == match.end() and (is_month or not day.refused)
        return (replace(year[0], ambiguous=True, note=MAY_BE_YEAR), year[1]) if year and doubtful else year
    span = None if day.refused else day
    if is_month:
        month = span_of(Part(Precision.MONTH, first), Year(century(second, near)))
        span = undated(Precision.MONTH, "may be a month or a day") if span else month
    return (span, match.end()) if span and "/" in match[0] else None


def _two_digits(text: str, at: int, near: date | None) -> tuple[Span, int] | None:
    """Read a bare two-digit year as the calendar year, flagged; one far from `near` is taken for no year."""
    match = _TWO_DIGITS.match(text, at)
    if match is None:
        return None
    if near is None:
        return undated(Precision.YEAR, CENTURY_UNKNOWN), match.end()
    year = century(int(match[0]), near)
    if year is None or abs(year - near.year) > NEARBY:
        return None
    return replace(calendar_year(year), ambiguous=True, note=EITHER_YEAR), match.end()
