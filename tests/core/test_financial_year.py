"""Financial years: the value, and the grammar by the cases that print shows and by what it must never do."""

from __future__ import annotations

import json
from dataclasses import FrozenInstanceError
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bvtrack.app.read import read
from bvtrack.core.financial_year import FinancialYear, YearReading, financial_year_of, read_year

NEAR = date(2002, 4, 22)
CASES = [
    json.loads(line)
    for line in (Path(__file__).parents[2] / "fixtures/read/year.jsonl").read_text(encoding="utf-8").splitlines()
]


@pytest.mark.parametrize("case", CASES, ids=range(1, len(CASES) + 1))
def test_case(case: dict[str, object]) -> None:
    """Every printed year of the fixtures reads as a careful finance officer would read it."""
    expected = {key: value for key, value in case.items() if key != "near"}
    near = date.fromisoformat(str(case["near"])) if "near" in case else None
    assert read("year", str(case["text"]), near=near) == expected


def test_there_are_enough_cases() -> None:
    """The fixtures hold several hundred cases, none of them twice."""
    assert len({(case["text"], case.get("near")) for case in CASES}) == len(CASES) >= 300


def test_value() -> None:
    """A financial year runs from 1 April to 31 March and is written with two digits for its end."""
    year = FinancialYear(2002)
    assert (year.label, year.start, year.end) == ("2002-03", date(2002, 4, 1), date(2003, 3, 31))
    assert FinancialYear(1999).label == "1999-00"
    assert FinancialYear(2008).label == "2008-09"
    assert year.next() == FinancialYear(2003)
    assert FinancialYear(2001) < year < FinancialYear(2003)


def test_value_is_frozen() -> None:
    """A financial year cannot be changed."""
    with pytest.raises(FrozenInstanceError):
        FinancialYear(2002).start_year = 2003  # type: ignore[misc]


@pytest.mark.parametrize(
    ("day", "start"),
    [
        (date(2002, 3, 31), 2001),
        (date(2002, 4, 1), 2002),
        (date(2002, 12, 31), 2002),
        (date(2003, 1, 1), 2002),
        (date(2003, 3, 31), 2002),
    ],
)
def test_year_of_a_day(day: date, start: int) -> None:
    """A day belongs to the financial year that began on the last 1 April."""
    assert financial_year_of(day) == FinancialYear(start)


@given(st.dates(min_value=date(1901, 1, 1), max_value=date(2099, 12, 31)))
@settings(deadline=None)
def test_every_day_lies_in_its_year(day: date) -> None:
    """A day lies between the first and the last day of its year, and the day after the last is in the next."""
    year = financial_year_of(day)
    assert year.start <= day <= year.end
    assert financial_year_of(year.end + timedelta(days=1)) == year.next()


def test_years_of_a_plan_period() -> None:
    """Two four-digit years apart are the years of a plan, one after another."""
    reading = read_year("2002 – 2006")
    assert reading.years == tuple(FinancialYear(start) for start in (2002, 2003, 2004, 2005))
    assert (reading.label, reading.text) == ("2002-03 to 2005-06", "2002 – 2006")


def test_a_reading_without_years() -> None:
    """What is refused or cannot be told has no years."""
    assert read_year("2002-04") == YearReading("2002-04", note="a year's end must be the next year")
    assert read_year("02-03").years == ()


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("", "no year stands here"),
        ("£'000", "no year stands here"),
        ("Total 2002/03", "“total” is no part of a financial year"),
        ("2002/03 " + "v" * 90, f"“{'v' * 40}” is no part of a financial year"),
        ("Year 1", "a year of a plan, not of the calendar"),
        ("x" * 501, "too long to be a financial year"),
        ("x" * 500, f"“{'x' * 40}” is no part of a financial year"),
        ("2006 – 2002", "the last year stands before the first"),
        ("2002-2002", "a year's end must be the next year"),
        ("2002-2043", "no plan runs for more than 40 years"),
        ("1899-00", "years stand between 1900 and 2100"),
        ("2100-01", "years stand between 1900 and 2100"),
        ("2001.2", "a decimal, not a year"),
        ("calendar year 2002/03", "a calendar year is one year"),
        ("calendar year 2002", "a year, not a financial year"),
        ("academic year 2002/03", "a school year, not a financial year"),
        ("Q3 2002/03", "a quarter, not a financial year"),
        ("30 March 2003", "a day, not a financial year"),
        ("year ending 30 March 2003", "30 Mar 2003 is no end of a month"),
        ("year beginning 6 April 2002", "6 Apr 2002 is no first of a month"),
        ("year ending June 2003", "neither a financial, a school nor a calendar year"),
        ("April 2002 to September 2002", "runs from no 1 April to a 31 March"),
        ("April 2003 – March 2002", "ends before it starts"),
        ("April 2002 – March 2043", "no plan runs for more than 40 years"),
        ("2002/03 and 2004/05", "the years do not follow one another"),
        ("2002/03 to 2004", "several periods that are no run of financial years"),
        ("2002/03 2003/04", "several periods that are no run of financial years"),
        ("2002-03 to 2005-06 to 2007-08", "the years do not follow one another"),
    ],
)
def test_refusal_says_why(text: str, note: str) -> None:
    """A text that is no financial year is refused with the reason."""
    assert read_year(text, NEAR) == YearReading(text, note=note)


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("2002", "one year alone may be a calendar or a financial year"),
        ("52-53", "the century of a two-digit year cannot be told"),
        ("52/53 to 53/54", "the century of a two-digit year cannot be told"),
        ("FY2003", "a financial year named by one year may start or end in it"),
        ("year ending 31 March", "the year is not stated"),
    ],
)
def test_what_cannot_be_told_says_why(text: str, note: str) -> None:
    """A text that names a financial year but not which is flagged with the reason."""
    assert read_year(text, NEAR) == YearReading(text, ambiguous=True, note=note)


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("11992–93", "a footnote mark stands at the year"),
        ("1992-93 1", "a footnote mark stands at the year"),
        ("1992–931", "a footnote mark is fused with the year"),
        ("02/2003", "may be a month"),
        ("31 March 2003", "the last day of a year, not a year"),
    ],
)
def test_likely_reading_says_why(text: str, note: str) -> None:
    """A likely reading is given, flagged with what makes it doubtful."""
    reading = read_year(text, NEAR)
    assert (len(reading.years), reading.ambiguous, reading.note) == (1, True, note)


@given(st.integers(min_value=1900, max_value=2099), st.sampled_from("-/–—"))
@settings(deadline=None)
def test_label_reads_as_itself(start: int, joint: str) -> None:
    """A year's own label, with any dash or a slash, reads as that year."""
    year = FinancialYear(start)
    assert read_year(year.label.replace("-", joint)).years == (year,)


@given(st.integers(min_value=0, max_value=99), st.dates(min_value=date(1960, 1, 1), max_value=date(2040, 12, 31)))
@settings(deadline=None)
def test_two_digits_take_the_nearest_century(digits: int, near: date) -> None:
    """A two-digit year lies less than fifty years from the date it is read by; halfway it is not told."""
    reading = read_year(f"{digits:02}-{(digits + 1) % 100:02}", near)
    if (near.year - digits) % 100 == 50:
        assert reading.ambiguous
        assert reading.years == ()
    else:
        assert abs(reading.years[0].start_year - near.year) < 50
        assert reading.years[0].start_year % 100 == digits


@given(st.text(max_size=80) | st.text(alphabet="0123456789-/. 'Qtoand–&Fy£kMarch,()[]", max_size=60))
@settings(deadline=None)
def test_never_raises(text: str) -> None:
    """Any text is read: one with years has them in a row from its start to its end."""
    reading = read_year(text, NEAR)
    assert reading.text == text
    assert (reading.label is None) == (reading.start is None) == (reading.end is None) == (reading.years == ())
    if reading.years:
        assert (reading.years[0].start, reading.years[-1].end) == (reading.start, reading.end)
        assert all(first.next() == second for first, second in zip(reading.years, reading.years[1:], strict=False))
    else:
        assert reading.note


@pytest.mark.timeout(30)
@pytest.mark.parametrize("piece", ["1", "2002-", "02/", " ", "(", "to ", "2002/03 and ", "y/e ", "a"])
def test_long_text_is_refused_at_once(piece: str) -> None:
    """A text far longer than any heading is refused without being read through."""
    text = piece * (100_000 // len(piece)) + "x"
    assert read_year(text).years == ()
