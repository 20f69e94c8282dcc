"""Days as they are typed on screens."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from bvtrack.app.show.day import later, read_day, read_new_deadline, said

if TYPE_CHECKING:
    from bvtrack.core.review import Review

TODAY = dt.date(2002, 10, 1)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("today", TODAY),
        (" Today ", TODAY),
        ("2002-09-30", dt.date(2002, 9, 30)),
        ("30 Sep 2002", dt.date(2002, 9, 30)),
        ("30 September 02", dt.date(2002, 9, 30)),
        ("Sept 2002", dt.date(2002, 9, 30)),
        ("", None),
        ("soon", None),
        ("31 Sep 2002", None),
        ("[/]", None),
    ],
)
def test_a_day_is_read_or_refused(text: str, day: dt.date | None) -> None:
    """A day, or a month for its last day; nothing is guessed, and there is always a sentence."""
    read = read_day(text, TODAY)
    assert read.day == day
    assert read.sentence


def test_a_month_says_that_it_is_its_last_day() -> None:
    """Who types a month sees which day that is."""
    assert read_day("Sept 2002", TODAY).sentence == "the last day of it: Monday 30 Sep 2002"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Nov 2002", "Nov 2002 → due 30 Nov 2002"),
        ("15 Nov 02", "15 Nov 02 → due 15 Nov 2002"),
        ("", "type a date, like Nov 2002"),
        ("ongoing", "names no day to finish by (ongoing)"),
    ],
)
def test_a_deadline_says_when_it_is_due(hertfordshire: Review, text: str, sentence: str) -> None:
    """What is typed is shown with the day it is due."""
    assert read_new_deadline(text, hertfordshire).sentence == sentence


def test_days_stay_within_the_calendar() -> None:
    """Beyond the first and the last day there is no moving."""
    assert later(dt.date.min, days=-1) == dt.date.min
    assert later(dt.date.max, months=1) == dt.date.max
    assert later(dt.date(2002, 9, 30), months=1) == dt.date(2002, 10, 31)
    assert said(later(TODAY, days=7)) == "8 Oct 2002"
