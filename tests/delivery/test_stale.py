"""What nobody has told of: reporting dates, and that silence does not make news."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bvtrack.delivery.review import review_standing
from bvtrack.delivery.stale import last_report, stale
from example_review import review_of

REVIEW = review_of("""
[[recommendation]]
id = "1"
text = "one"
[[recommendation.part]]
id = "1a"
text = "first"
finish = "Sept 2003"
steps = [{ text = "ask", event = [{ date = 2002-11-04, kind = "complete" }] }]
event = [{ date = 2002-08-05, kind = "start" }]
[[recommendation.part]]
id = "1b"
text = "second"
start = "Jan 2003"
""")
LAST_NEWS = dt.date(2002, 11, 4)
DAYS = st.dates(dt.date(2002, 1, 1), dt.date(2010, 12, 31))


@pytest.mark.parametrize(
    ("as_at", "last"),
    [
        ("2002-01-01", "2001-12-31"),
        ("2002-03-31", "2001-12-31"),
        ("2002-04-01", "2002-03-31"),
        ("2002-12-31", "2002-09-30"),
        ("2004-02-29", "2003-12-31"),
    ],
)
def test_quarters_end_with_march_june_september_and_december(as_at: str, last: str) -> None:
    """The last day of a quarter is for that quarter's own report; the one before it is the last."""
    assert last_report(dt.date.fromisoformat(as_at)) == dt.date.fromisoformat(last)


def test_before_the_first_reporting_date_there_is_none() -> None:
    """Dates of the council's own count in any order, and only before the day."""
    own = (dt.date(2003, 3, 31), dt.date(2002, 9, 30))
    days = [dt.date(2002, 9, 30), dt.date(2003, 3, 31), dt.date(2003, 4, 1)]
    assert [last_report(day, own) for day in days] == [None, dt.date(2002, 9, 30), dt.date(2003, 3, 31)]


@given(DAYS)
def test_a_quarter_is_at_most_ninety_two_days_ago(day: dt.date) -> None:
    """Without dates of its own a council has a reporting date in each quarter."""
    last = last_report(day)
    assert last is not None
    assert 1 <= (day - last).days <= 92
    assert (last + dt.timedelta(days=1)).day == 1


@settings(max_examples=60)
@given(DAYS, st.integers(0, 900), st.lists(DAYS, max_size=5))
def test_silence_makes_no_news(day: dt.date, later: int, own: list[dt.date]) -> None:
    """What is stale stays so while nothing is entered, whatever the reporting dates are."""
    then = day + dt.timedelta(days=later)
    if day < LAST_NEWS <= then:
        day = LAST_NEWS
    before = {one.address for one in stale(review_standing(REVIEW, day), own)}
    assert before <= {one.address for one in stale(review_standing(REVIEW, then), own)}


def test_who_tells_when() -> None:
    """1a was told of last by its step, on 4 November; 1b has nothing to tell before it begins."""
    found = stale(review_standing(REVIEW, dt.date(2003, 1, 6)))
    assert [(one.address, one.since, one.last) for one in found] == [
        ("1a", dt.date(2002, 12, 31), LAST_NEWS),
        ("1b", dt.date(2002, 12, 31), None),
    ]
    assert stale(review_standing(REVIEW, dt.date(2002, 12, 31))) == ()


@pytest.mark.parametrize(
    ("recorded", "as_at", "last"),
    [
        ("2003-01-20", "2003-02-03", "2003-01-20"),  # told late, and told
        ("2003-01-20", "2003-01-06", "2002-11-04"),  # in hindsight it is news of its own day
    ],
)
def test_what_was_entered_later(recorded: str, as_at: str, last: str) -> None:
    """An entry is news of the day it was made, but for days before that of the day it speaks for."""
    told = review_of(f"""
[[recommendation]]
id = "1"
text = "one"
[[recommendation.part]]
id = "1a"
text = "first"
event = [{{ date = 2002-11-04, kind = "start", recorded = {recorded} }}]
""")
    found = stale(review_standing(told, dt.date.fromisoformat(as_at)), [dt.date(2003, 2, 2), dt.date(2003, 1, 5)])
    assert [str(one.last) for one in found] == [last]
