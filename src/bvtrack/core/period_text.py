"""Reads printed periods: which text names which day, month, quarter, season, term or year.

The forms are tried in order at one place of a text; each is bounded, so a text is read in linear time.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from bvtrack.core import period_forms as forms
from bvtrack.core.period import (
    CENTURY_UNKNOWN,
    FIRST_YEAR,
    LAST_YEAR,
    Part,
    Precision,
    Span,
    Year,
    calendar_year,
    century,
    financial_years,
    last_of_month,
    refused,
    school_year,
    span_of,
    undated,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

LONGEST_PLAN: Final = 40
NEARBY: Final = 20  # years from its date within which a review names years by two digits
NOT_NEXT: Final = "a year's end must be the next year"
TOO_LONG: Final = f"no plan runs for more than {LONGEST_PLAN} years"
EITHER_YEAR: Final = "one year alone may be a calendar or a financial year"
OUTSIDE: Final = f"years stand between {FIRST_YEAR} and {LAST_YEAR}"
ONE_YEAR: Final = "a financial year named by one year may start or end in it"

# What UTF-8 dashes, quotes and spaces become when taken for cp1252.
_DAMAGED: Final = {
    "â€“": "-",
    "â€”": "-",
    "âˆ’": "-",
    "â€™": "'",
    "â€˜": "'",
    "Â\xa0": " ",
    "&nbsp;": " ",
    "&amp;": "&",
}
_DAMAGE: Final = re.compile("|".join(_DAMAGED))
_PIECE: Final = re.compile("|".join(_DAMAGED) + r"|\s+|.", re.DOTALL)
_SHAPES: Final = str.maketrans(
    dict.fromkeys("‐‑‒–—―−﹘﹣－\x96\x97", "-")
    | dict.fromkeys("’‘′`´ʼ‛\x91\x92", "'")
    | dict.fromkeys("“”„‟″", '"')
    | dict.fromkeys("⁄∕／", "/")
    | dict.fromkeys("→➔⟶⇒►", ">")
    | dict.fromkeys("\xad\u200b\u2060\ufeff", "")
)


def fold(text: str) -> str:
    """Bring the ways one thing is printed to one: small letters, plain dashes and quotes, single spaces."""
    whole = _DAMAGE.sub(lambda match: _DAMAGED[match[0]], text)
    return " ".join(whole.translate(_SHAPES).lower().split())


def fold_with_places(text: str) -> tuple[str, tuple[int, ...]]:
    """Fold the text and give, for each character of the outcome and for its end, where it stood in the text."""
    folded: list[str] = []
    places: list[int] = []
    for piece in _PIECE.finditer(text.rstrip()):
        whole = piece[0]
        plain = " " if whole.isspace() else _DAMAGED.get(whole) or whole.translate(_SHAPES).lower()
        if plain != " " or (folded and folded[-1] != " "):
            folded += plain
            places += [piece.start()] * len(plain)
    return "".join(folded), (*places, len(text.rstrip()))


def match_span(text: str, start: int, near: date | None) -> tuple[Span, int] | None:
    """Read the period that stands at `start` of a folded text, giving it and where it ends; None where none stands.

    A two-digit year is the nearest to `near`. What has the form of a period but names none, as 31 September, is a
    refused span with the reason; a period printed without its year, or whose century is unknown, has no days.
    """
    ending = forms.ENDING.match(text, start)
    if ending:
        found = _within_year(text, ending.end(), near) or match_year(text, ending.end(), near)
        return found and (_ending(ending, found[0]), found[1])
    return _within_year(text, start, near) or match_year(text, start, near)


def match_year(text: str, start: int, near: date | None) -> tuple[Span, int] | None:
    """Read the year, of whatever kind, or run of years that stands at `start` of a folded text; None where none does.

    Two digits alone are a year only behind an apostrophe, or as a financial or school year. A calendar year that may
    be meant as a financial year has the note EITHER_YEAR.
    """
    match = forms.YEARS.match(text, start)
    if match is None or (
        match["kind"] in {None, "year"} and not match["after"] and match["end"] is None and len(match["year"]) == 2
    ):
        return None
    return _years(match, near), match.end()


def _within_year(text: str, start: int, near: date | None) -> tuple[Span, int] | None:
    for pattern, build in _FORMS:
        match = pattern.match(text, start)
        if match:
            return build(match, near), match.end()
    return None


def _digits(printed: str) -> str:
    return printed.strip("' ")


def _one_year(printed: str, near: date | None) -> Year | Span:
    """Give the year of two or four digits, its start None where the century is unknown; refused outside the range."""
    digits = _digits(printed)
    year = int(digits) if len(digits) == 4 else century(int(digits), near)
    return Year(year) if year is None or FIRST_YEAR <= year <= LAST_YEAR else refused(OUTSIDE)


def _split_year(first: str, last: str, near: date | None) -> tuple[Year, int] | Span:
    """Give the split year and how many years it runs for; refused where its end is not the next year."""
    head, tail = _digits(first), _digits(last)
    modulus = 10 ** len(tail)
    if len(head) == 4:
        start, count = int(head), int(tail) - int(head) if len(tail) == 4 else 1
        follows = len(tail) == 4 or (start + 1) % modulus == int(tail)
    elif len(tail) == 4:
        start, count = int(tail) - 1, 1
        follows = start % 100 == int(head)
    else:
        follows, count = (int(head) + 1) % modulus == int(tail), 1
        nearest = century(int(head), near)
        if follows and nearest is None:
            return Year(None, split=True), 1
        start = nearest or 0
    if not follows:
        return refused(NOT_NEXT)
    if count < 1:
        return refused("the last year stands before the first" if count else NOT_NEXT)
    if start < FIRST_YEAR or start + count > LAST_YEAR:
        return refused(OUTSIDE)
    return (Year(start, split=True), count) if count <= LONGEST_PLAN else refused(TOO_LONG)


def _year_of(match: re.Match[str], near: date | None) -> Year | Span | None:
    """Give the year a part of it is printed beside; None where there is none."""
    printed, end = match["year"], match.groupdict().get("end")
    if printed is None:
        return None
    if end is None:
        return _one_year(printed, near)
    split = _split_year(printed, end, near)
    if isinstance(split, Span):
        return split
    year, count = split
    return year if count == 1 else refused("a part of several years")


def _part(part: Part, match: re.Match[str], near: date | None) -> Span:
    year = _year_of(match, near)
    if isinstance(year, Span):
        return year
    kind = match.groupdict().get("kind")
    if year is not None and kind and "calendar" not in kind and kind != "year" and not year.split:
        return undated(part.precision, ONE_YEAR, part)
    return span_of(part, year)


def _day(match: re.Match[str], near: date | None) -> Span:
    """Build a day, or days, of a month; a weekday that contradicts it is flagged."""
    groups = match.groupdict()
    month = match["month"]
    number = int(month) if month.isdecimal() else forms.MONTHS_PRINTED.index(month[:3]) + 1
    first = int(match["day"])
    span = _part(Part(Precision.DAY, number, first, int(groups.get("last_day") or first)), match, near)
    weekday = groups.get("weekday")
    if weekday and span.latest and span.latest.weekday() != forms.WEEKDAYS.index(weekday[:3]):
        note = f"{span.label} is no {weekday}"
        return replace(span, ambiguous=True, note=note)
    return span


def _iso_day(match: re.Match[str], near: date | None) -> Span:
    """Build a day printed year first; 2002/03/04 may be two financial years instead, so it is flagged."""
    span = _day(match, near)
    if match["joint"] != "-" and int(match["month"]) == (int(match["year"]) + 1) % 100 and not span.refused:
        return replace(span, ambiguous=True, note="may be two financial years")
    return span


def _month(match: re.Match[str], near: date | None) -> Span:
    """Build a month; `June 12` may be a day, so it is flagged, while `June 02` and `Jun-12` are years."""
    number = forms.MONTHS_PRINTED.index(match["month"][:3]) + 1
    span = _part(Part(Precision.MONTH, number), match, near)
    year = match["year"] or ""
    if len(year) != 2 or not "10" <= year <= "31" or not match[0].endswith(f" {year}") or span.earliest is None:
        return span
    if near is not None and abs(span.earliest.year - near.year) > NEARBY:
        return span_of(Part(Precision.DAY, number, int(year), int(year)), None)
    return replace(span, ambiguous=True, note=f"{year} may be the day")


def _numeric_month(match: re.Match[str], near: date | None) -> Span:
    """Build a month printed in figures; 02/2003 may be the financial year, so it is flagged."""
    number = int(match["month"])
    span = _part(Part(Precision.MONTH, number), match, near)
    if (int(match["year"]) - 1) % 100 == number and not span.refused:
        return replace(span, ambiguous=True, note="may be a financial year")
    return span


def _quarter(match: re.Match[str], near: date | None) -> Span:
    return _part(Part(Precision.QUARTER, int(match["n"] or forms.NTH[match["nth"]])), match, near)


def _half(match: re.Match[str], near: date | None) -> Span:
    number = 1 if match["half"] in {"h1", "1st half", "first half"} else 2
    return _part(Part(Precision.MONTH, number, name="half"), match, near)


def _season(match: re.Match[str], near: date | None) -> Span:
    name = match["season"]
    if not match["term"]:
        return _part(Part(Precision.SEASON, name=name), match, near)
    if name == "winter":
        return refused("the terms are autumn, spring and summer")
    return _part(Part(Precision.TERM, name=name), match, near)


def _years(match: re.Match[str], near: date | None) -> Span:
    """Build a year of the kind its words say: a split year is a financial year unless they say school year."""
    kind = match["kind"] or match["after"] or ""
    if match["end"] is not None:
        return _split_years(match, kind, near)
    year = _one_year(match["year"], near)
    if isinstance(year, Span):
        return year
    if "school" in kind or "academic" in kind:
        return undated(Precision.SCHOOL_YEAR, "a school year named by one year may start or end in it")
    if kind and "calendar" not in kind and kind != "year":
        return undated(Precision.FINANCIAL_YEAR, ONE_YEAR)
    if year.start is None:
        return undated(Precision.YEAR, CENTURY_UNKNOWN)
    span = calendar_year(year.start)
    return span if "calendar" in kind else replace(span, note=EITHER_YEAR)


def _split_years(match: re.Match[str], kind: str, near: date | None) -> Span:
    joint, end = match["joint"].strip(), match["end"]
    if "." in joint and len(_digits(end)) == 1:
        return refused("a decimal, not a year")
    if "calendar" in kind:
        return refused("a calendar year is one year")
    split = _split_year(match["year"], end, near)
    if isinstance(split, Span):
        return split
    year, count = split
    school = "school" in kind or "academic" in kind
    if year.start is None:
        precision = Precision.SCHOOL_YEAR if school else Precision.FINANCIAL_YEAR
        return undated(precision, CENTURY_UNKNOWN)
    if not school:
        return financial_years(year.start, count)
    return school_year(year.start) if count == 1 else refused("several school years")


def _ending(match: re.Match[str], inner: Span) -> Span:
    """Build a year, half or quarter named by its last day or its first: `year ending 31 March 2003`."""
    printed = match["length"]
    length = 12 if "y" in printed or "12" in printed else 6 if printed[0] in "6s" else 3
    if inner.refused or inner.precision is Precision.FINANCIAL_YEAR:
        return inner
    first, last = inner.earliest, inner.latest
    if inner.precision not in {Precision.DAY, Precision.MONTH} or first is None or last is None:
        return undated(Precision.FINANCIAL_YEAR if length == 12 else Precision.QUARTER, inner.note or ONE_YEAR)
    ends = match["way"][0] in "et"
    if ends and last != last_of_month(last.year, last.month):
        return refused(f"{inner.label} is no end of a month")
    if not ends and first.day != 1:
        return refused(f"{inner.label} is no first of a month")
    start = last.year * 12 + last.month - length if ends else first.year * 12 + first.month - 1
    return _run(start // 12, start % 12 + 1, length)


def _run(year: int, month: int, length: int) -> Span:
    """Give the year, quarter or half that starts with a month and is so many months long."""
    if year < FIRST_YEAR or year + (month > 1) > LAST_YEAR:
        return refused(OUTSIDE)
    if length == 12:
        kinds = {4: financial_years, 9: school_year, 1: calendar_year}
        return kinds[month](year) if month in kinds else refused("neither a financial, a school nor a calendar year")
    if month % 3 != 1:
        return refused("no quarter or half of a year")
    split = Year(year if month > 3 else year - 1, split=True)
    if length == 3:
        return span_of(Part(Precision.QUARTER, (month - 4) % 12 // 3 + 1), split)
    if month not in {4, 10}:
        return refused("no half of a financial year")
    return span_of(Part(Precision.MONTH, 1 if month == 4 else 2, name="half"), split)


_FORMS: Final[tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date | None], Span]], ...]] = (
    (forms.ISO_DAY, _iso_day),
    (forms.NUMERIC_DAY, _day),
    (forms.DAYS, _day),
    (forms.DAY, _day),
    (forms.MONTH_FIRST, _day),
    (forms.MONTH_FIRST_UNDATED, _day),
    (forms.MONTH_OF_SPLIT_YEAR, _month),
    (forms.MONTH, _month),
    (forms.NUMERIC_MONTH, _numeric_month),
    (forms.QUARTER, _quarter),
    (forms.YEAR_AND_QUARTER, _quarter),
    (forms.HALF, _half),
    (forms.SEASON, _season),
)
