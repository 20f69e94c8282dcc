"""Periods of the calendar as councils use it: days, months, quarters, seasons, terms, halves and the kinds of year.

A period is worked out from its parts alone; which printed text means which parts is `bvtrack.core.period.text`.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

LEAP_YEAR = 2000
FIRST_YEAR, LAST_YEAR = 1900, 2100
UNSTATED = "the year is not stated"
CENTURY_UNKNOWN = "the century of a two-digit year cannot be told"
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

# First and last month counted from January of the year named; 13 to 14 are January and February of the next.
_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "winter": (12, 14)}
_TERMS = {"autumn": (9, 12), "spring": (1, 4), "summer": (5, 7)}


class Precision(StrEnum):
    """How closely a deadline is known: the length of the period that it is the last day of."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    TERM = "term"
    YEAR = "year"
    FINANCIAL_YEAR = "financial year"
    SCHOOL_YEAR = "school year"
    ONGOING = "ongoing"
    NONE = "none"


class Year(NamedTuple):
    """A year as named beside a month or a quarter.

    A `split` year such as 2002/03 is named by its `start`, which is None where a two-digit year's century is unknown.
    """

    start: int | None
    split: bool = False


class Part(NamedTuple):
    """A part of a year: the month 9, the days 10 to 14 of month 9, the quarter 3, the half 1, a season, a term."""

    precision: Precision
    number: int = 0
    day: int = 0
    last_day: int = 0
    name: str = ""


class Span(NamedTuple):
    """A period with its first and last day, both None when its year is not known.

    `part` and `year` say what it was worked out from, so that a neighbour can lend its year (`Sept – Dec 2002`).
    A span of precision `none` names no period; its note says why, and `impossible` that its day does not exist, as
    31 September.
    """

    earliest: date | None
    latest: date | None
    precision: Precision
    label: str = ""
    ambiguous: bool = False
    note: str | None = None
    part: Part | None = None
    year: Year | None = None
    impossible: bool = False

    @property
    def refused(self) -> bool:
        """Tell whether the text names no period."""
        return self.precision is Precision.NONE


def refused(note: str) -> Span:
    """Give the span of a text that names no period, with the reason."""
    return Span(None, None, Precision.NONE, note=note)


def impossible(note: str) -> Span:
    """Give the span of a text that names a day or month that does not exist, with the reason."""
    return refused(note)._replace(impossible=True)


def undated(precision: Precision, note: str, part: Part | None = None, year: Year | None = None) -> Span:
    """Give the span of a text that names a kind of period but not which one, flagged with the reason."""
    return Span(None, None, precision, ambiguous=True, note=note, part=part, year=year)


def century(digits: int, near: date | None) -> int | None:
    """Give the year ending in the two digits that is nearest the year of `near`; None without it or halfway."""
    if near is None:
        return None
    behind = (near.year - digits) % 100
    if behind == 50:
        return None
    return near.year - behind if behind < 50 else near.year - behind + 100


def last_of_month(year: int, month: int) -> date:
    """Give the last day of a month; months past 12 run on into the next year."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return date(year, month, monthrange(year, month)[1])


def financial_year_label(start: int) -> str:
    """Write a financial year as this project does: 2002-03, 1999-00."""
    return f"{start}-{(start + 1) % 100:02}"


def financial_years(start: int, count: int = 1) -> Span:
    """Give the financial years, `count` of them, from the one that starts on 1 April of `start`."""
    last = start + count - 1
    label = financial_year_label(start)
    return Span(
        date(start, 4, 1),
        date(last + 1, 3, 31),
        Precision.FINANCIAL_YEAR,
        label if count == 1 else f"{label} to {financial_year_label(last)}",
        year=Year(start, split=True),
    )


def school_year(start: int) -> Span:
    """Give the school year that runs from 1 September of `start` to 31 August."""
    label = f"school year {financial_year_label(start)}"
    return Span(date(start, 9, 1), date(start + 1, 8, 31), Precision.SCHOOL_YEAR, label, year=Year(start, split=True))


def calendar_year(year: int) -> Span:
    """Give the calendar year, 1 January to 31 December."""
    return Span(date(year, 1, 1), date(year, 12, 31), Precision.YEAR, str(year), year=Year(year))


def span_of(part: Part, year: Year | None) -> Span:
    """Give the part of the year; without a year, or with one whose century is unknown, its days stay unknown."""
    if year is None:
        wrong = _days_wrong(part, None)
        return impossible(wrong) if wrong else undated(part.precision, UNSTATED, part)
    if year.start is None:
        wrong = _days_wrong(part, None)
        return impossible(wrong) if wrong else undated(part.precision, CENTURY_UNKNOWN, part, year)
    match part.precision:
        case Precision.QUARTER:
            return _quarter(part, year, year.start)
        case Precision.SEASON:
            return _season(part, year, year.start)
        case Precision.TERM:
            return _term(part, year, year.start)
        case _:
            return _half(part, year, year.start) if part.name == "half" else _days(part, year, year.start)


def _days(part: Part, year: Year, start: int) -> Span:
    """Give a month or days of one; beside a split year the month is the one within the financial year, flagged."""
    calendar = start + 1 if year.split and part.number < 4 else start
    wrong = _days_wrong(part, calendar)
    if wrong:
        return impossible(wrong)
    note = f"{MONTHS[part.number - 1]} {calendar} is the month in the financial year" if year.split else None
    label = f"{MONTHS[part.number - 1]} {calendar}"
    if part.precision is Precision.MONTH:
        first, last = date(calendar, part.number, 1), last_of_month(calendar, part.number)
    else:
        first, last = date(calendar, part.number, part.day), date(calendar, part.number, part.last_day)
        label = f"{last.day} {label}" if first == last else f"{first.day}-{last.day} {label}"
    return Span(first, last, part.precision, label, year.split, note, part, Year(calendar))


def _days_wrong(part: Part, year: int | None) -> str | None:
    """Say why the year, or where none is known any year, has no such month or days in it."""
    if part.precision not in {Precision.DAY, Precision.MONTH} or part.name == "half":
        return None
    if not 1 <= part.number <= 12:
        return f"there is no month {part.number}; the day stands first"
    length = monthrange(year or LEAP_YEAR, part.number)[1]
    if part.precision is Precision.MONTH or 1 <= part.day <= part.last_day <= length:
        return None
    if part.last_day > length:
        month = f"{MONTHS[part.number - 1]} {year}" if year else MONTHS[part.number - 1]
        return f"{month} has {length} days, not {part.last_day}"
    return f"{part.day}-{part.last_day} are no days of a month in their order" if part.last_day else "there is no day 0"


def _quarter(part: Part, year: Year, start: int) -> Span:
    """Give a quarter: from April in a financial year; in a calendar year from January, flagged."""
    month = part.number * 3 - 2 + (3 if year.split else 0)
    first = date(start + (month > 12), (month - 1) % 12 + 1, 1)
    label = f"Q{part.number} {financial_year_label(start) if year.split else start}"
    note = None if year.split else "a quarter of a calendar year may be meant as one of a financial year"
    return Span(
        first, last_of_month(start, month + 2), part.precision, label, not year.split, note, part=part, year=year
    )


def _half(part: Part, year: Year, start: int) -> Span:
    """Give a half of a year, known by the month it ends in; flagged in a calendar year as a quarter is."""
    month = part.number * 6 - 5 + (3 if year.split else 0)
    first = date(start, month, 1)
    label = f"H{part.number} {financial_year_label(start) if year.split else start}"
    note = None if year.split else "a half of a calendar year may be meant as one of a financial year"
    return Span(
        first, last_of_month(start, month + 5), part.precision, label, not year.split, note, part=part, year=year
    )


def _season(part: Part, year: Year, start: int) -> Span:
    """Give a season, always flagged; a split year's spring is the one it ends in."""
    first, last = _SEASONS[part.name]
    calendar = start + 1 if year.split and part.name == "spring" else start
    return Span(
        date(calendar, first, 1),
        last_of_month(calendar, last),
        part.precision,
        f"{part.name} {calendar}",
        ambiguous=True,
        note="a season has no agreed last day",
        part=part,
        year=year,
    )


def _term(part: Part, year: Year, start: int) -> Span:
    """Give a school term, always flagged; a split year is the school year, whose autumn term comes first."""
    first, last = _TERMS[part.name]
    calendar = start + 1 if year.split and part.name != "autumn" else start
    return Span(
        date(calendar, first, 1),
        last_of_month(calendar, last),
        part.precision,
        f"{part.name} term {calendar}",
        ambiguous=True,
        note="terms end on different days in different places",
        part=part,
        year=year,
    )


def dated_before(span: Span, after: Span) -> Span:
    """Give a span printed without a year the year of the one it comes before: Sept – Dec 2002, Nov – Feb 2003."""
    return _dated(span, after, -1)


def dated_after(span: Span, before: Span) -> Span:
    """Give a span printed without a year the year of the one it comes after: Nov 2002 – Feb."""
    return _dated(span, before, 1)


def _dated(span: Span, other: Span, step: int) -> Span:
    """Take the other's year, or the one beside it where the order asks for that; unchanged where there is none."""
    if span.part is None or span.year is not None or other.year is None:
        return span
    near = span_of(span.part, other.year)
    if near.earliest is None or other.earliest is None or other.year.start is None or other.year.split:
        return near
    wrong_side = near.earliest > other.earliest if step < 0 else near.earliest < other.earliest
    return span_of(span.part, Year(other.year.start + step)) if wrong_side else near


def day_before(day: date) -> date:
    """Give the day before."""
    return day - timedelta(days=1)


def day_after(day: date) -> date:
    """Give the day after."""
    return day + timedelta(days=1)
