"""Reads printed periods: which text names which day, month, quarter, season, term or year.

The forms are tried in order at one place of a text; each is bounded, so a text is read in linear time.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bvtrack.core.period import forms
from bvtrack.core.period.forms import cut
from bvtrack.core.period.spans import (
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
    from collections.abc import Callable, Mapping
    from datetime import date

    from bvtrack.core.period.forms import Cut

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
    return span_at(cut(text, start), near)


def span_at(here: Cut, near: date | None) -> tuple[Span, int] | None:
    """Read the period that a text cut into pieces begins with."""
    ending = here.match(forms.ENDING)
    length = _LENGTHS.get(ending.groups.get("length", "year")) if ending else None
    if ending and length:
        inner = cut(here.text, ending.end)
        found = _within_year(inner, near) or _year_at(inner, near)
        return found and (_ending(length, ending.groups.get("way", "ending"), found[0]), found[1])
    return _within_year(here, near) or _year_at(here, near)


def match_year(text: str, start: int, near: date | None) -> tuple[Span, int] | None:
    """Read the year, of whatever kind, or run of years that stands at `start` of a folded text; None where none does.

    Two digits alone are a year only behind an apostrophe, or as a financial or school year. A calendar year that may
    be meant as a financial year has the note EITHER_YEAR.
    """
    return _year_at(cut(text, start), near)


def _year_at(here: Cut, near: date | None) -> tuple[Span, int] | None:
    match = here.match(forms.YEARS)
    if match is None:
        return None
    groups = match.groups
    kind = groups.get("kind", "year")
    if kind == "year" and not groups.keys() & {"after", "end"} and len(groups["year"]) == 2:
        return None
    return _years(groups, near), match.end


def _within_year(here: Cut, near: date | None) -> tuple[Span, int] | None:
    for form, build in _FORMS:
        match = here.match(form)
        span = build(match.groups, near) if match else None
        if match and span:
            return span, match.end
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


def _year_of(printed: Mapping[str, str], near: date | None) -> Year | Span | None:
    """Give the year a part of it is printed beside; None where there is none."""
    if "year" not in printed:
        return None
    if "end" not in printed:
        return _one_year(printed["year"], near)
    split = _split_year(printed["year"], printed["end"], near)
    if isinstance(split, Span):
        return split
    year, count = split
    return year if count == 1 else refused("a part of several years")


def _part(part: Part, printed: Mapping[str, str], near: date | None) -> Span:
    year = _year_of(printed, near)
    if isinstance(year, Span):
        return year
    kind = printed.get("kind")
    if year is not None and kind and "calendar" not in kind and kind != "year" and not year.split:
        return undated(part.precision, ONE_YEAR, part)
    return span_of(part, year)


def _day(printed: Mapping[str, str], near: date | None) -> Span:
    """Build a day, or days, of a month; a weekday that contradicts it is flagged."""
    month = printed["month"]
    number = int(month) if month.isdecimal() else forms.MONTHS_PRINTED.index(month[:3]) + 1
    first = int(printed["day"])
    span = _part(Part(Precision.DAY, number, first, int(printed.get("last_day") or first)), printed, near)
    weekday = printed.get("weekday")
    if weekday and span.latest and span.latest.weekday() != forms.WEEKDAYS.index(weekday[:3]):
        note = f"{span.label} is no {weekday}"
        return span._replace(ambiguous=True, note=note)
    return span


def _iso_day(printed: Mapping[str, str], near: date | None) -> Span:
    """Build a day printed year first; 2002/03/04 may be two financial years instead, so it is flagged."""
    span = _day(printed, near)
    if printed["joint"] != "-" and int(printed["month"]) == (int(printed["year"]) + 1) % 100 and not span.refused:
        return span._replace(ambiguous=True, note="may be two financial years")
    return span


def _month(printed: Mapping[str, str], near: date | None) -> Span:
    """Build a month; `June 12` may be a day, so it is flagged, while `June 02` and `Jun-12` are years."""
    number = forms.MONTHS_PRINTED.index(printed["month"][:3]) + 1
    span = _part(Part(Precision.MONTH, number), printed, near)
    year = printed.get("year", "")
    if len(year) != 2 or not "10" <= year <= "31" or not printed["all"].endswith(f" {year}") or span.earliest is None:
        return span
    if near is not None and abs(span.earliest.year - near.year) > NEARBY:
        return span_of(Part(Precision.DAY, number, int(year), int(year)), None)
    return span._replace(ambiguous=True, note=f"{year} may be the day")


def _numeric_month(printed: Mapping[str, str], near: date | None) -> Span | None:
    """Build a month printed in figures; 02/2003 may be the financial year, so it is flagged."""
    number = int(printed["month"])
    if not 1 <= number <= 12:
        return None
    span = _part(Part(Precision.MONTH, number), printed, near)
    if (int(printed["year"]) - 1) % 100 == number and not span.refused:
        return span._replace(ambiguous=True, note="may be a financial year")
    return span


def _quarter(printed: Mapping[str, str], near: date | None) -> Span | None:
    number = forms.number(printed["n"]) if "n" in printed else forms.NTH.get(printed["nth"], 0)
    return _part(Part(Precision.QUARTER, number), printed, near) if 1 <= number <= 4 else None


def _half(printed: Mapping[str, str], near: date | None) -> Span | None:
    number = _HALVES.get(printed["half"])
    return _part(Part(Precision.MONTH, number, name="half"), printed, near) if number else None


def _season(printed: Mapping[str, str], near: date | None) -> Span:
    name = printed["season"]
    if not printed.keys() & {"term", "late"}:
        return _part(Part(Precision.SEASON, name=name), printed, near)
    if name == "winter":
        return refused("the terms are autumn, spring and summer")
    return _part(Part(Precision.TERM, name=name), printed, near)


def _years(printed: Mapping[str, str], near: date | None) -> Span:
    """Build a year of the kind its words say: a split year is a financial year unless they say school year."""
    kind = printed.get("kind", printed.get("after", ""))
    if "end" in printed:
        return _split_years(printed, kind, near)
    year = _one_year(printed["year"], near)
    if isinstance(year, Span):
        return year
    if "school" in kind or "academic" in kind:
        return undated(Precision.SCHOOL_YEAR, "a school year named by one year may start or end in it")
    if kind and "calendar" not in kind and kind != "year":
        return undated(Precision.FINANCIAL_YEAR, ONE_YEAR)
    if year.start is None:
        return undated(Precision.YEAR, CENTURY_UNKNOWN)
    span = calendar_year(year.start)
    return span if "calendar" in kind else span._replace(note=EITHER_YEAR)


def _split_years(printed: Mapping[str, str], kind: str, near: date | None) -> Span:
    joint, end = printed["joint"].strip(), printed["end"]
    if "." in joint and len(_digits(end)) == 1:
        return refused("a decimal, not a year")
    if "calendar" in kind:
        return refused("a calendar year is one year")
    split = _split_year(printed["year"], end, near)
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


def _ending(length: int, way: str, inner: Span) -> Span:
    """Build a year, half or quarter named by its last day or its first: `year ending 31 March 2003`."""
    if inner.refused or inner.precision is Precision.FINANCIAL_YEAR:
        return inner
    first, last = inner.earliest, inner.latest
    if inner.precision not in {Precision.DAY, Precision.MONTH} or first is None or last is None:
        return undated(Precision.FINANCIAL_YEAR if length == 12 else Precision.QUARTER, inner.note or ONE_YEAR)
    ends = way[0] in "et"
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


# The months in what a period ending or beginning on a day is named by.
_LENGTHS: Final = {"year": 12, "y": 12, "fy": 12, "financial year": 12, "fiscal year": 12, "12 months": 12} | {
    "quarter": 3, "qtr": 3, "3 months": 3, "three months": 3, "6 months": 6, "six months": 6,
}  # fmt: skip
_HALVES: Final = {f"{nth} half": number for nth, number in forms.NTH.items() if number < 3} | {"h1": 1, "h2": 2}
_FORMS: Final[tuple[tuple[forms.Form, Callable[[Mapping[str, str], date | None], Span | None]], ...]] = (
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
