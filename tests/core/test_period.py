"""Periods of the calendar: their days, and the printed forms found at a place of a text."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bvtrack.core.period import (
    Part,
    Precision,
    Span,
    Year,
    calendar_year,
    century,
    dated_after,
    dated_before,
    day_after,
    day_before,
    financial_year_label,
    financial_years,
    impossible,
    last_of_month,
    refused,
    school_year,
    span_of,
    undated,
)
from bvtrack.core.period.text import fold, fold_with_places, match_span, match_year

NEAR = date(2002, 4, 22)


def days(span: Span) -> tuple[str, str]:
    """Give the first and the last day as text."""
    return str(span.earliest), str(span.latest)


@pytest.mark.parametrize(
    ("digits", "near", "year"),
    [
        (2, date(2002, 1, 1), 2002),
        (51, date(2002, 12, 31), 2051),
        (52, date(2002, 1, 1), None),
        (53, date(2002, 1, 1), 1953),
        (99, date(2002, 1, 1), 1999),
        (0, date(1999, 1, 1), 2000),
        (49, date(1999, 1, 1), None),
        (48, date(1999, 1, 1), 2048),
        (50, date(1999, 1, 1), 1950),
        (2, None, None),
    ],
)
def test_century(digits: int, near: date | None, year: int | None) -> None:
    """Two digits are the year nearest the date; halfway between two, or without a date, no year."""
    assert century(digits, near) == year


@pytest.mark.parametrize(
    ("year", "month", "last"),
    [
        (2002, 1, date(2002, 1, 31)),
        (2003, 2, date(2003, 2, 28)),
        (2004, 2, date(2004, 2, 29)),
        (1900, 2, date(1900, 2, 28)),
        (2002, 12, date(2002, 12, 31)),
        (2002, 13, date(2003, 1, 31)),
        (2003, 14, date(2004, 2, 29)),
        (2002, 24, date(2003, 12, 31)),
    ],
)
def test_last_of_month(year: int, month: int, last: date) -> None:
    """Months past December run on into the next year; February knows leap years."""
    assert last_of_month(year, month) == last


def test_kinds_of_year() -> None:
    """Financial, school and calendar years start on 1 April, 1 September and 1 January."""
    assert financial_years(2002) == Span(
        date(2002, 4, 1), date(2003, 3, 31), Precision.FINANCIAL_YEAR, "2002-03", year=Year(2002, split=True)
    )
    assert financial_years(2002, 4) == Span(
        date(2002, 4, 1), date(2006, 3, 31), Precision.FINANCIAL_YEAR, "2002-03 to 2005-06", year=Year(2002, split=True)
    )
    assert school_year(2002) == Span(
        date(2002, 9, 1), date(2003, 8, 31), Precision.SCHOOL_YEAR, "school year 2002-03", year=Year(2002, split=True)
    )
    assert calendar_year(2002) == Span(date(2002, 1, 1), date(2002, 12, 31), Precision.YEAR, "2002", year=Year(2002))
    assert (financial_year_label(1999), financial_year_label(2008)) == ("1999-00", "2008-09")


def test_refused_and_undated() -> None:
    """A refused span names no period; an undated one names a kind of period, but not which."""
    assert refused("why") == Span(None, None, Precision.NONE, note="why")
    assert refused("why").refused
    assert undated(Precision.TERM, "why") == Span(None, None, Precision.TERM, ambiguous=True, note="why")
    assert not undated(Precision.TERM, "why").refused


def test_days_around() -> None:
    """The days before and after a day run across months and years."""
    assert day_before(date(2003, 1, 1)) == date(2002, 12, 31)
    assert day_after(date(2004, 2, 28)) == date(2004, 2, 29)


@pytest.mark.parametrize(
    ("part", "year", "expected", "label", "flagged"),
    [
        (Part(Precision.MONTH, 9), Year(2002), ("2002-09-01", "2002-09-30"), "Sep 2002", False),
        (Part(Precision.MONTH, 4), Year(2002, split=True), ("2002-04-01", "2002-04-30"), "Apr 2002", True),
        (Part(Precision.MONTH, 3), Year(2002, split=True), ("2003-03-01", "2003-03-31"), "Mar 2003", True),
        (Part(Precision.DAY, 9, 30, 30), Year(2002), ("2002-09-30", "2002-09-30"), "30 Sep 2002", False),
        (Part(Precision.DAY, 9, 10, 14), Year(2002), ("2002-09-10", "2002-09-14"), "10-14 Sep 2002", False),
        (Part(Precision.QUARTER, 1), Year(2002, split=True), ("2002-04-01", "2002-06-30"), "Q1 2002-03", False),
        (Part(Precision.QUARTER, 2), Year(2002, split=True), ("2002-07-01", "2002-09-30"), "Q2 2002-03", False),
        (Part(Precision.QUARTER, 3), Year(2002, split=True), ("2002-10-01", "2002-12-31"), "Q3 2002-03", False),
        (Part(Precision.QUARTER, 4), Year(2002, split=True), ("2003-01-01", "2003-03-31"), "Q4 2002-03", False),
        (Part(Precision.QUARTER, 1), Year(2002), ("2002-01-01", "2002-03-31"), "Q1 2002", True),
        (Part(Precision.QUARTER, 4), Year(2002), ("2002-10-01", "2002-12-31"), "Q4 2002", True),
        (Part(Precision.MONTH, 1, name="half"), Year(2002), ("2002-01-01", "2002-06-30"), "H1 2002", True),
        (Part(Precision.MONTH, 2, name="half"), Year(2002), ("2002-07-01", "2002-12-31"), "H2 2002", True),
        (
            Part(Precision.MONTH, 1, name="half"),
            Year(2002, split=True),
            ("2002-04-01", "2002-09-30"),
            "H1 2002-03",
            False,
        ),
        (
            Part(Precision.MONTH, 2, name="half"),
            Year(2002, split=True),
            ("2002-10-01", "2003-03-31"),
            "H2 2002-03",
            False,
        ),
        (Part(Precision.SEASON, name="spring"), Year(2002), ("2002-03-01", "2002-05-31"), "spring 2002", True),
        (Part(Precision.SEASON, name="summer"), Year(2002), ("2002-06-01", "2002-08-31"), "summer 2002", True),
        (Part(Precision.SEASON, name="autumn"), Year(2002), ("2002-09-01", "2002-11-30"), "autumn 2002", True),
        (Part(Precision.SEASON, name="winter"), Year(2002), ("2002-12-01", "2003-02-28"), "winter 2002", True),
        (Part(Precision.SEASON, name="winter"), Year(2003), ("2003-12-01", "2004-02-29"), "winter 2003", True),
        (
            Part(Precision.SEASON, name="spring"),
            Year(2002, split=True),
            ("2003-03-01", "2003-05-31"),
            "spring 2003",
            True,
        ),
        (
            Part(Precision.SEASON, name="summer"),
            Year(2002, split=True),
            ("2002-06-01", "2002-08-31"),
            "summer 2002",
            True,
        ),
        (Part(Precision.TERM, name="autumn"), Year(2002), ("2002-09-01", "2002-12-31"), "autumn term 2002", True),
        (Part(Precision.TERM, name="spring"), Year(2002), ("2002-01-01", "2002-04-30"), "spring term 2002", True),
        (Part(Precision.TERM, name="summer"), Year(2002), ("2002-05-01", "2002-07-31"), "summer term 2002", True),
        (
            Part(Precision.TERM, name="autumn"),
            Year(2002, split=True),
            ("2002-09-01", "2002-12-31"),
            "autumn term 2002",
            True,
        ),
        (
            Part(Precision.TERM, name="spring"),
            Year(2002, split=True),
            ("2003-01-01", "2003-04-30"),
            "spring term 2003",
            True,
        ),
        (
            Part(Precision.TERM, name="summer"),
            Year(2002, split=True),
            ("2003-05-01", "2003-07-31"),
            "summer term 2003",
            True,
        ),
    ],
)
def test_parts_of_years(part: Part, year: Year, expected: tuple[str, str], label: str, *, flagged: bool) -> None:
    """Each part of a year has its days; quarters of calendar years, seasons and terms are flagged, with a reason."""
    span = span_of(part, year)
    assert (days(span), span.label, span.precision) == (expected, label, part.precision)
    assert (span.ambiguous, span.note is not None, span.part) == (flagged, flagged, part)


def test_a_part_without_its_year() -> None:
    """A part whose year is not stated, or of unknown century, has no days; one that never exists is refused."""
    september = Part(Precision.MONTH, 9)
    assert span_of(september, None) == undated(Precision.MONTH, "the year is not stated", september)
    assert span_of(september, Year(None)) == undated(
        Precision.MONTH, "the century of a two-digit year cannot be told", september, Year(None)
    )
    assert span_of(Part(Precision.DAY, 2, 29, 29), None).ambiguous
    assert span_of(Part(Precision.DAY, 2, 30, 30), None) == impossible("Feb has 29 days, not 30")
    assert span_of(Part(Precision.DAY, 2, 30, 30), Year(None)) == impossible("Feb has 29 days, not 30")


@pytest.mark.parametrize(
    ("part", "note"),
    [
        (Part(Precision.DAY, 9, 31, 31), "Sep 2002 has 30 days, not 31"),
        (Part(Precision.DAY, 2, 29, 29), "Feb 2002 has 28 days, not 29"),
        (Part(Precision.DAY, 9, 0, 0), "there is no day 0"),
        (Part(Precision.DAY, 9, 0, 4), "0-4 are no days of a month in their order"),
        (Part(Precision.DAY, 9, 5, 4), "5-4 are no days of a month in their order"),
        (Part(Precision.DAY, 0, 1, 1), "there is no month 0; the day stands first"),
        (Part(Precision.DAY, 13, 1, 1), "there is no month 13; the day stands first"),
    ],
)
def test_no_such_days(part: Part, note: str) -> None:
    """Days that are none are refused with the reason."""
    assert span_of(part, Year(2002)) == impossible(note)


@pytest.mark.parametrize("month", range(1, 13))
def test_all_months_have_their_days(month: int) -> None:
    """A month runs from its first to its last day."""
    span = span_of(Part(Precision.MONTH, month), Year(2004))
    assert (span.earliest, span.latest) == (date(2004, month, 1), last_of_month(2004, month))


def month(number: int, year: int | None) -> Span:
    """Give a month, printed with or without its year."""
    return span_of(Part(Precision.MONTH, number), None if year is None else Year(year))


def test_years_are_lent() -> None:
    """A month without a year takes that of its neighbour, or the one beside it where the order asks for it."""
    assert days(dated_before(month(9, None), month(12, 2002))) == ("2002-09-01", "2002-09-30")
    assert days(dated_before(month(12, None), month(12, 2002))) == ("2002-12-01", "2002-12-31")
    assert days(dated_before(month(11, None), month(2, 2003))) == ("2002-11-01", "2002-11-30")
    assert days(dated_after(month(12, None), month(9, 2002))) == ("2002-12-01", "2002-12-31")
    assert days(dated_after(month(9, None), month(9, 2002))) == ("2002-09-01", "2002-09-30")
    assert days(dated_after(month(2, None), month(11, 2002))) == ("2003-02-01", "2003-02-28")


def test_split_years_are_lent_whole() -> None:
    """A quarter without a year is in the same financial year as its neighbour."""
    first, fourth = Part(Precision.QUARTER, 1), Part(Precision.QUARTER, 4)
    assert days(dated_before(span_of(fourth, None), span_of(first, Year(2002, split=True)))) == (
        "2003-01-01",
        "2003-03-31",
    )


def test_years_are_not_lent_where_there_is_none() -> None:
    """What has a year keeps it, and what has none gives none."""
    dated, bare, unknown = month(9, 2002), month(12, None), span_of(Part(Precision.MONTH, 9), Year(None))
    assert dated_before(dated, month(1, 2001)) is dated
    assert dated_before(bare, month(1, None)) is bare
    assert dated_before(refused("x"), dated) == refused("x")
    assert dated_before(bare, unknown) == span_of(Part(Precision.MONTH, 12), Year(None))
    assert dated_before(span_of(Part(Precision.DAY, 2, 29, 29), None), month(3, 2003)).refused


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("  Sept.   2002 ", "sept. 2002"),
        ("2002–03", "2002-03"),
        ("a‐b‑c‒d–e—f―g−h﹘i﹣j－k\x96l\x97m", "a-b-c-d-e-f-g-h-i-j-k-l-m"),
        ("’‘′`´ʼ‛\x91\x92", "'" * 9),
        ("“”„‟″", '"' * 5),
        ("1⁄2∕3／4", "1/2/3/4"),
        ("→➔⟶⇒►", ">" * 5),
        ("a\xad\u200b\u2060\ufeffb", "ab"),
        ("2002â€“03 â€”âˆ’ â€™02 â€˜", "2002-03 -- '02 '"),
        ("a&nbsp;b Â\xa0c&amp;d", "a b c&d"),
        ("a\n\t\u2009\u202f\xa0b", "a b"),
        ("\x00\ud800", "\x00\ud800"),
        ("", ""),
    ],
)
def test_fold(text: str, folded: str) -> None:
    """Dashes, quotes, spaces, small letters and broken encodings are brought to one form."""
    assert fold(text) == folded


def test_fold_keeps_places() -> None:
    """Each folded character, and the end, is traced to where it stood."""
    assert fold_with_places("  A â€“  b ") == ("a - b", (2, 3, 4, 7, 9, 10))
    assert fold_with_places("   ") == ("", (0,))


@given(st.text())
@settings(deadline=None)
def test_folding_twice_changes_nothing(text: str) -> None:
    """Folded text has one place for each character and one for the end, in order, and single spaces."""
    folded, places = fold_with_places(text)
    assert len(places) == len(folded) + 1
    assert list(places) == sorted(places)
    assert "  " not in folded
    assert folded.strip(" ") == folded
    assert folded == fold(text) or "Σ" in text


@pytest.mark.parametrize(
    ("text", "label", "rest"),
    [
        ("sept 2002 and more", "Sep 2002", " and more"),
        ("30/09/02, then", "30 Sep 2002", ", then"),
        ("2002/03.", "2002-03", "."),
        ("2001.02 to 60%", "2001-02", " to 60%"),
        ("q3 2002/03)", "Q3 2002-03", ")"),
        ("june '02 -system", "Jun 2002", " -system"),
        ("2002 pupils", "2002", " pupils"),
        ("sept 2002-dec 2002", "Sep 2002", "-dec 2002"),
        ("sept-12 oct 2002", "", "-12 oct 2002"),
        ("sept 2002 - 30 june 2003", "Sep 2002", " - 30 june 2003"),
        ("year ending 31 march 2003 x", "2002-03", " x"),
        ("y/e 31.3.03", "2002-03", ""),
        ("year beginning 1 september 2002", "school year 2002-03", ""),
        ("year ending 31 december 2002", "2002", ""),
        ("quarter ending 30 june 2002", "Q1 2002-03", ""),
        ("quarter to march 2003", "Q4 2002-03", ""),
        ("3 months to dec 2002", "Q3 2002-03", ""),
        ("three months ending sept 2002", "Q2 2002-03", ""),
        ("six months ended 31 march 2003", "H2 2002-03", ""),
        ("6 months from april 2002", "H1 2002-03", ""),
        ("year ending 2002/03", "2002-03", ""),
    ],
)
def test_match_span(text: str, label: str, rest: str) -> None:
    """The longest form that stands at a place is read, and what follows it is left."""
    found = match_span(text, 0, NEAR)
    assert found is not None
    assert (found[0].label, text[found[1] :]) == (label, rest)


@pytest.mark.parametrize(
    "text",
    ["", "to 2002", "04", "year 10", "30", "2002a", "20021", "1.5", "march1", "mayor", "decide", "q5", "year ending x"],
)
def test_no_span(text: str) -> None:
    """Where no period stands none is found."""
    assert match_span(text, 0, NEAR) is None


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("year ending 31 march 1901", "1900-01"),
        ("year ending 31 march 1900", ""),
        ("year ending 31 december 1900", "1900"),
        ("year ending 31 december 2100", "2100"),
        ("year beginning 1 april 2099", "2099-00"),
        ("year beginning 1 april 2100", ""),
    ],
)
def test_years_by_their_ends_stay_in_range(text: str, label: str) -> None:
    """A year named by its first or last day lies between 1900 and 2100."""
    found = match_span(text, 0, NEAR)
    assert found is not None
    assert (found[0].label, found[0].refused) == (label, not label)


def test_match_within_a_text() -> None:
    """A period is found where it stands, and not before it."""
    text = "65% in 04 and 70% in 04/05"
    assert match_span(text, 21, NEAR) == (financial_years(2004), 26)
    assert match_span(text, 7, NEAR) is None


def test_match_year() -> None:
    """Only years, of whatever kind, are read as years: 02/2003 is a year there, a month elsewhere."""
    assert match_year("02/2003", 0, NEAR) == (financial_years(2002), 7)
    assert match_year("sept 2002", 0, NEAR) is None
    found = match_span("02/2003", 0, NEAR)
    assert found is not None
    assert (found[0].label, found[0].ambiguous) == ("Feb 2003", True)


def test_undated_endings() -> None:
    """A year named by the year it ends in, or a quarter by one without its year, is known by its kind alone."""
    assert match_span("year ending 2003", 0, NEAR) == (
        undated(Precision.FINANCIAL_YEAR, "one year alone may be a calendar or a financial year"),
        16,
    )
    assert match_span("quarter ending june", 0, NEAR) == (undated(Precision.QUARTER, "the year is not stated"), 19)
    assert match_span("year ending q3 2002/03", 0, NEAR) == (
        undated(Precision.FINANCIAL_YEAR, "a financial year named by one year may start or end in it"),
        22,
    )
    assert match_span("year ending 31 june 2003", 0, NEAR) == (impossible("Jun 2003 has 30 days, not 31"), 24)


@pytest.mark.timeout(30)
@pytest.mark.parametrize("piece", ["1", "2002-", "year ", "year end ", "'", " ", "sept ", "12/", "q3 ", "a"])
def test_long_prose_is_searched_in_linear_time(piece: str) -> None:
    """Looking for a period at every place of a long text comes to an end."""
    text = piece * (10_000 // len(piece))
    found = [match_span(text, place, NEAR) for place in range(0, len(text), 7)]
    assert len(found) == (len(text) + 6) // 7


def test_grammars_import_nothing_heavy() -> None:
    """Reading years and deadlines loads neither dateutil nor pydantic."""
    code = "import sys, bvtrack.core.due, bvtrack.core.financial_year; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not {"dateutil", "pydantic", "decimal"} & set(loaded)
