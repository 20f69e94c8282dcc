"""Deadlines: the grammar by the cases that print shows, what it says where it doubts, and what it must never do."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bvtrack.app.read import read
from bvtrack.core.due import Due, Precision, read_due

NEAR = date(2002, 4, 22)
CASES = [
    json.loads(line)
    for line in (Path(__file__).parents[2] / "fixtures/read/due.jsonl").read_text(encoding="utf-8").splitlines()
]
STATUSES = {
    None,
    "as soon as possible",
    "blank",
    "cancelled",
    "complete",
    "dash",
    "deferred",
    "immediate",
    "impossible",
    "in progress",
    "not applicable",
    "not started",
    "ongoing",
    "overdue",
    "to be confirmed",
    "undated",
    "unreadable",
}


@pytest.mark.parametrize("case", CASES, ids=range(1, len(CASES) + 1))
def test_case(case: dict[str, object]) -> None:
    """Every printed deadline of the fixtures reads as a careful officer would read it."""
    expected = {key: value for key, value in case.items() if key != "near"}
    near = date.fromisoformat(str(case["near"])) if "near" in case else None
    assert read("due", str(case["text"]), near=near) == expected


def test_cases_cover_the_language() -> None:
    """The fixtures hold several hundred cases, none twice, with every precision and every status."""
    assert len({(case["text"], case.get("near")) for case in CASES}) == len(CASES) >= 300
    assert {case["precision"] for case in CASES} == set(Precision)
    assert {case["status"] for case in CASES} == STATUSES


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("31 September 2002", "Sep 2002 has 30 days, not 31"),
        ("31 April", "Apr has 30 days, not 31"),
        ("31/09/52", "Sep has 30 days, not 31"),
        ("29 Feb 2003", "Feb 2003 has 28 days, not 29"),
        ("30/13/02", "there is no month 13; the day stands first"),
        ("09/30/2002", "there is no month 30; the day stands first"),
        ("0/4/2003", "there is no day 0"),
        ("14-10 Sept 2002", "14-10 are no days of a month in their order"),
    ],
)
def test_a_day_that_does_not_exist_says_why(text: str, note: str) -> None:
    """A text that names a day or month that does not exist is impossible, which is more than unreadable."""
    assert read_due(text, NEAR) == Due(text, None, None, Precision.NONE, status="impossible", note=note)


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("Sept. 2OO2", "“2oo2” mixes letters with figures"),
        ("3O/09/02", "“3o/09/02” mixes letters with figures"),
        ("Report to Cabinet", "“cabinet” is no part of a deadline"),
        ("Cabinet week 6", "“cabinet” is no part of a deadline"),
        ("completed forms", "“forms” is no part of a deadline"),
        ("Vision 2020", "“vision” is no part of a deadline"),
        ("1.3", "“1.3” is no part of a deadline"),
        ("by", "no deadline stands here"),
        ("Revised", "no deadline stands here"),
        ("about", "no deadline stands here"),
        ("Dec 2002 – Sept 2002", "ends before it starts"),
        ("2002-04", "a year's end must be the next year"),
        ("Sept 1850", "years stand between 1900 and 2100"),
        ("winter term 2002", "the terms are autumn, spring and summer"),
        ("Q3 2002-2005", "a part of several years"),
        ("academic year 2002-2005", "several school years"),
        ("3 months to 31 May 2002", "no quarter or half of a year"),
        ("6 months to 31 December 2002", "no half of a financial year"),
        ("x" * 501, "too long to be a deadline"),
    ],
)
def test_refusal_says_why(text: str, note: str) -> None:
    """A text that is no deadline is unreadable, with the reason."""
    assert read_due(text, NEAR) == Due(text, None, None, Precision.NONE, status="unreadable", note=note)


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("Sept", "the year is not stated"),
        ("June '52", "the century of a two-digit year cannot be told"),
        ("Tuesday 30 September 2002", "30 Sep 2002 is no tuesday"),
        ("early September 2002", "early and mid name no day"),
        ("start of 2003", "the start of a period is no one day"),
        ("Q3 2023", "a quarter of a calendar year may be meant as one of a financial year"),
        ("H1 2003", "a half of a calendar year may be meant as one of a financial year"),
        ("Autumn 2002", "a season has no agreed last day"),
        ("Autumn term 2002", "terms end on different days in different places"),
        ("2002", "one year alone may be a calendar or a financial year"),
        ("03/04", "may be a financial year, a month or a day"),
        ("09/02", "may be a month or a day"),
        ("June 12", "12 may be the day"),
        ("02/2003", "may be a financial year"),
        ("2002/03/04", "may be two financial years"),
        ("Sept 2002/03", "Sep 2002 is the month in the financial year"),
        ("2002 – 2006", "a plan period, whose years may be calendar years"),
        ("Sept 2002 / Jan 2003", "several deadlines; the last is taken"),
        ("Sept 2002, Oct '52", "several deadlines, one without its year"),
        ("not before 1 Sept 2002", "says when it may begin, not when it is due"),
        ("Ongoing – March 2003", "ongoing, and a date beside it"),
        ("c. Sept 2002", "the date is approximate"),
        ("Sept 2002 (TBC)", "the date is to be confirmed"),
        ("Report to Cabinet Sept 2002", "“cabinet” is no part of a deadline"),
        ("TBC – hangs on the grant", "“hangs” is no part of a deadline"),
        ("Ongoing (linked to CSF plan)", "“linked” is no part of a deadline"),
        ("Sept 2002 (subject to funding)", "the date depends on something, or is that of a part of the work"),
        ("Phase 1 by June 2002", "the date depends on something, or is that of a part of the work"),
        ("Ongoing / complete", "ongoing or complete"),
        ("monthly/quarterly", "monthly or quarterly"),
        ("bi-annually", "bi-annual is twice in the time or every other time"),
        ("June 2002 revised to Sept", "the year is taken from the other deadline"),
        ("previously June 2002", "only an earlier deadline is stated"),
        ("FY2003", "a financial year named by one year may start or end in it"),
        ("school year 2003", "a school year named by one year may start or end in it"),
    ],
)
def test_doubt_says_why(text: str, note: str) -> None:
    """A flagged deadline says what a careful reader would ask."""
    reading = read_due(text, NEAR)
    assert (reading.ambiguous, reading.note, reading.text) == (True, note, text)


def test_certain_readings_carry_no_note() -> None:
    """A deadline that is read without doubt has nothing to say."""
    assert read_due("Sept. 2002") == Due("Sept. 2002", date(2002, 9, 1), date(2002, 9, 30), Precision.MONTH)
    assert read_due("end of 2002", NEAR).note is None
    assert read_due("end of 03/04", NEAR).note is None
    assert read_due("March each year", NEAR).note is None
    assert read_due("Sept 2002?", NEAR).note == "the date is approximate"


def test_earlier_deadlines_keep_their_wording() -> None:
    """An earlier deadline is quoted as it was printed, without what joined it to the other."""
    reading = read_due("Dec. 2002 (was “Sept. 2002”, originally June '02)", NEAR)
    first = reading.previous
    assert first is not None
    assert first.previous is not None
    assert (first.text, first.previous.text) == ("Sept. 2002", "June '02")


def test_struck_out_deadlines_stand_behind_one_another() -> None:
    """Deadlines struck out are the earlier ones, the last of them the one replaced."""
    reading = read_due("~~June 2002~~ <S>Sept 2002</S> Dec 2002", NEAR)
    assert (reading.text, reading.latest) == ("~~June 2002~~ <S>Sept 2002</S> Dec 2002", date(2002, 12, 31))
    assert reading.previous is not None
    assert reading.previous.previous is not None
    assert (reading.previous.latest, reading.previous.previous.latest) == (date(2002, 9, 30), date(2002, 6, 30))


MONTHS = [
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
]


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31)))
@settings(deadline=None)
def test_every_day_reads_in_every_form(day: date) -> None:
    """A day reads as itself in figures and in words, the day first."""
    name = MONTHS[day.month - 1]
    forms = (
        day.isoformat(),
        f"{day.day}/{day.month}/{day.year}",
        f"{day.day:02}.{day.month:02}.{day.year}",
        f"{day.day} {name} {day.year}",
        f"{day.day}th {name[:3]}. {day.year}",
        f"{name} {day.day}, {day.year}",
        f"by {day.day}-{name[:3]}-{day.year}",
        f"{day:%A} {day.day} {name} {day.year}",
    )
    assert {(form, read_due(form)) for form in forms if form != forms[0]} == {
        (form, Due(form, day, day, Precision.DAY)) for form in forms if form != forms[0]
    }
    assert read_due(forms[0]).latest == day


@given(st.integers(min_value=1900, max_value=2099), st.integers(min_value=1, max_value=12))
@settings(deadline=None)
def test_a_month_is_due_on_its_last_day(year: int, month: int) -> None:
    """The day after a month's deadline is the first of the next month."""
    reading = read_due(f"{MONTHS[month - 1]} {year}")
    assert reading.earliest == date(year, month, 1)
    assert reading.latest is not None
    assert date.fromordinal(reading.latest.toordinal() + 1) == date(year + month // 12, month % 12 + 1, 1)


VOCABULARY = (
    *(
        "sept",
        "2002",
        "jan",
        "03",
        "30",
        "1/4",
        "02-03",
        "2002/03",
        "q3",
        "autumn",
        "term",
        "31 september",
        "12",
        "half",
    ),
    *(
        "end of",
        "early",
        "by",
        "from",
        "to",
        "until",
        "-",
        "–",
        "/",
        ",",
        "and",
        "(",
        ")",
        "before",
        "w/c",
        "start",
        "+",
    ),
    *(
        "was",
        "now",
        "revised",
        "deferred to",
        "~~",
        "not",
        "ongoing",
        "termly",
        "tbc",
        "complete",
        "each",
        "year",
        "every",
    ),
    *("6 months", "annually", "?", "onwards", "'", "first", "year end", "2004", "<s>", "</s>"),
)
WORDS = st.lists(st.sampled_from(VOCABULARY), max_size=9).map(" ".join)


@given(st.text(max_size=80) | WORDS, st.none() | st.just(NEAR))
@settings(deadline=None, max_examples=400)
def test_never_raises(text: str, near: date | None) -> None:
    """Any text is read: with its days in order, a status of the closed set, and a reason where it is refused."""
    reading = read_due(text, near)
    assert reading.text == text
    assert reading.status in STATUSES
    if reading.earliest and reading.latest:
        assert reading.earliest <= reading.latest
    if reading.status in {"unreadable", "impossible"}:
        assert (reading.earliest, reading.latest, reading.precision) == (None, None, Precision.NONE)
    if reading.status in {"unreadable", "impossible"} or reading.ambiguous:
        assert reading.note


@pytest.mark.timeout(30)
@pytest.mark.parametrize("piece", ["1", "~~", "<s>", "~~a~~", "sept ", "year end ", "(", "2002/", "was ", " ", "1 to "])
def test_long_text_is_read_at_once(piece: str) -> None:
    """A text of any kind and length is dealt with."""
    text = piece * (100_000 // len(piece)) + "x"
    assert read_due(text).status in STATUSES
    assert read_due(text[:499]).status in STATUSES
