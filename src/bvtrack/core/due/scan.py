"""Takes the text of a deadline apart into periods and the words beside them, each with its role."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from bvtrack.core.due.words import WORDS, Role, word_at
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
from bvtrack.core.period.forms import NUMBERS, Form, cut
from bvtrack.core.period.forms import number as how_many
from bvtrack.core.period.text import EITHER_YEAR, NEARBY, span_at

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from bvtrack.core.period.forms import Cut

PERIOD: Final = "period"
MAY_BE_YEAR: Final = "may be a financial year, a month or a day"


class Token(NamedTuple):
    """A period (with its span) or a word (with its role and what it says), and where it stands in the folded text."""

    role: Role | None
    value: str
    start: int
    end: int
    span: Span | None = None


_SPELLED: Final = {number: word for word, number in NUMBERS.items()}
# How often and how long, over the names of pieces: every 6 months, within three weeks of approval, Year 1-3.
_EVERY: Final = Form(
    "V12Uu",
    "VXv",
    r"(?:(?P<each>V)(?= (?:[12]o? (?:O )?)?[ms])|(?P<times>[12Uu]) X [upV] y|V (?P<count>[12Uu]) ?(?P<unit>[WMyze])"
    r"|(?P<number>[12Uu])[ -]?(?P<adverb>v))(?!\w)",
)
_RELATIVE: Final = Form(
    "IGTg12Uuyzrb",
    "dWMyzrb",
    r"(?:(?:[IG] )?(?:T )?(?:g )?[12Uu](?: ?- ?[12])? ?(?:k )?[dWMyzr]'?(?: i)?(?: [OlB] (?:T )?P)?(?!\w| [tE] )"
    r"|[yzrb] ?1(?: ?[-tA&/] ?1)?(?![\w/-]))",
)
_EVERY_MONTHS: Final = {
    1: "monthly", 2: "two-monthly", 3: "quarterly", 4: "four-monthly", 6: "six-monthly", 12: "annual", 24: "two-yearly",
}  # fmt: skip
_EVERY_UNITS: Final = {("year", 1): "annual", ("term", 1): "termly", ("week", 1): "weekly", ("week", 2): "fortnightly"}
_TWO_NUMBERS: Final = Form("12", "/.", r"(?P<first>[12])(?P<mark>[/.])(?P<second>[12])(?!\w|[/.-] ?\d)")
_TWO_DIGITS: Final = re.compile(r"(?:(?<=[a-z] )[0-9]|0)[0-9](?![0-9a-z]|[-/.,%] ?[0-9]|%)")
# A footnote mark or a time of day.
_MARK: Final = (
    r"[¹²³⁰⁴-⁹]{1,3}|\[[0-9a-z]\]|\((?:[0-9*a-h]|i{1,3}|iv|v)\)"
    r"|[0-9]{1,2}(?:[.:][0-9]{2})? ?[ap]\.?m(?![a-z])\.?|12 noon(?: on)?(?![a-z])"
)
_OTHER: Final = r"[^\W\d_]+(?:['-][^\W\d_]+)*'?(?!\w|-\d)"
_FIGURES_AND_LETTERS: Final = r"(?=[^0-9]*[0-9])[0-9oilsb/.-]*[oilsb][0-9oilsb/.-]*"


def scan(text: str, near: date | None) -> tuple[Token, ...] | str:
    """Take a folded text apart; where something in it is neither a period nor a word, say what."""
    tokens: list[Token] = []
    at = 0
    while at < len(text):
        token = _token(text, at, near)
        if token is None:
            other = next((token.value for token in tokens if token.role is Role.OTHER), None)
            return no_part(other) if other else _unknown(text, at)
        tokens.append(token)
        at = token.end + (text[token.end : token.end + 1] == " ")
    return tuple(tokens)


def no_part(word: str) -> str:
    """Say that a word has no place in a deadline."""
    return f"“{word}” is no part of a deadline"


def _unknown(text: str, at: int) -> str:
    word = text[at : at + 40].split(maxsplit=1)[0]
    if re.fullmatch(_FIGURES_AND_LETTERS, word.strip(".,;:()")):
        return f"“{word}” mixes letters with figures"
    return no_part(word)


def _token(text: str, at: int, near: date | None) -> Token | None:
    here = cut(text, at)
    if (every := here.match(_EVERY)) and (often := _recurrence(every.groups)):
        return Token(Role.RECURS, often, at, every.end)
    if relative := here.match(_RELATIVE):
        return Token(Role.STATUS, "(time)", at, relative.end)
    found = _two_numbers(here, near) or span_at(here, near)
    word = None if found else word_at(text, at)
    if not (found or (word and word.isalpha())):
        if mark := re.compile(_MARK).match(text, at):
            return Token(Role.NOISE, mark[0], at, mark.end())
        found = _two_digits(text, at, near)
    if found:
        return Token(None, PERIOD, at, found[1], found[0])
    if word:
        return _word(word, at)
    other = re.compile(_OTHER).match(text, at)
    return Token(Role.OTHER, other[0], at, other.end()) if other else None


def _word(word: str, at: int) -> Token:
    role, value = WORDS[word]
    if role is Role.UNDATED:
        return Token(None, PERIOD, at, at + len(word), undated(Precision(value), UNSTATED))
    return Token(role, value or word, at, at + len(word))


def _recurrence(printed: Mapping[str, str]) -> str | None:
    """Name how often: six-monthly for every 6 months, 6 monthly and 2 times a year alike; None for none at all."""
    if "each" in printed:
        return "annual"
    number = printed.get("count") or printed.get("number") or printed["times"]
    count = how_many(number)
    unit = printed.get("unit") or printed.get("adverb", "monthly").removesuffix("ly")
    unit = unit.removesuffix("s")
    if count == 0:
        return None
    if "times" in printed:
        if 12 % count:
            return f"{number} times a year"
        count = 12 // count
    if unit == "month" and count in _EVERY_MONTHS:
        return _EVERY_MONTHS[count]
    if (unit, count) in _EVERY_UNITS:
        return _EVERY_UNITS[unit, count]
    return f"{_SPELLED.get(count, count)}-{unit}ly"


def _two_numbers(here: Cut, near: date | None) -> tuple[Span, int] | None:
    """Read two numbers about a slash: 30/09 is a day, 03/04 may be a financial year, a month or a day."""
    match = here.match(_TWO_NUMBERS)
    if match is None:
        return None
    printed = match.groups
    first, second = int(printed["first"]), int(printed["second"])
    day = span_of(Part(Precision.DAY, second, first, first), None)
    is_month = 1 <= first <= 12 and len(printed["second"]) == 2
    if len(printed["all"]) == 5 and (first + 1) % 100 == second:
        year = span_at(here, near)
        doubtful = year is not None and year[1] == match.end and (is_month or not day.refused)
        return (year[0]._replace(ambiguous=True, note=MAY_BE_YEAR), year[1]) if year and doubtful else year
    span = None if day.refused else day
    if is_month:
        month = span_of(Part(Precision.MONTH, first), Year(century(second, near)))
        span = undated(Precision.MONTH, "may be a month or a day") if span else month
    return (span, match.end) if span and printed["mark"] == "/" else None


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
    return calendar_year(year)._replace(ambiguous=True, note=EITHER_YEAR), match.end()
