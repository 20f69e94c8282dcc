"""The plan's dates as the rules look at them."""

from __future__ import annotations

from datetime import date

import pytest

from bvtrack.checks.plans.schedule import by_month, due_day, is_closed, schedule, told
from bvtrack.core.due import read_due
from bvtrack.core.review import review_from

NEAR = date(2002, 4, 22)


def test_the_schedule() -> None:
    """Actions come with their steps after them, each with its own dates alone."""
    review = review_from(
        {
            "format": 1,
            "id": "example",
            "title": "Example",
            "authority": "Example Council",
            "date": NEAR,
            "period": "2002 – 2006",
            "unit": "£'000",
            "recommendation": [
                {
                    "id": "1",
                    "text": "know schools",
                    "part": [
                        {"id": "1a", "text": "set up a file", "start": "May 2002", "finish": "June 2002"},
                        {
                            "id": "1b",
                            "text": "work closer",
                            "finish": "Dec. 2002",
                            "steps": ["meet", {"text": "agree", "start": "July 2002", "finish": "Sept 2002"}],
                        },
                    ],
                }
            ],
        }
    )
    assert [
        (
            item.address,
            item.key,
            item.start and item.start.text,
            item.finish and item.finish.text,
            item.action and item.action.id,
        )
        for item in schedule(review)
    ] == [
        ("1a", ("recommendation", 0, "part", 0), "May 2002", "June 2002", None),
        ("1b", ("recommendation", 0, "part", 1), None, "Dec. 2002", None),
        ("1b/1", ("recommendation", 0, "part", 1, "steps", 0), None, None, "1b"),
        ("1b/2", ("recommendation", 0, "part", 1, "steps", 1), "July 2002", "Sept 2002", "1b"),
    ]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Sept. 2002", date(2002, 9, 30)),
        ("13 September 2002", date(2002, 9, 13)),
        ("Q3 2003", None),
        ("TBC", None),
        ("ongoing", None),
        ("Completed June 2002", None),
    ],
)
def test_the_day_work_falls_due(text: str, day: date | None) -> None:
    """A period falls due on its last day; what is open, ambiguous or closed falls due on none."""
    assert due_day(read_due(text, NEAR)) == day


def test_no_deadline_falls_due_on_no_day() -> None:
    """Where no deadline is printed there is no day, and nothing is closed."""
    assert due_day(None) is None
    assert not is_closed(None)


def test_what_is_closed() -> None:
    """The deadline column may say that the work is done or given up; a month does not."""
    assert is_closed(read_due("Completed June 2002", NEAR))
    assert is_closed(read_due("~~June 2002~~", NEAR))
    assert not is_closed(read_due("June 2002", NEAR))


def test_months_stand_in_the_order_of_the_calendar() -> None:
    """Things are sorted by the month they fall due in, in their own order within it; some fall due in none."""
    dated = [
        (read_due("Jan 2003", NEAR), "a"),
        (read_due("30 Sept 2002", NEAR), "b"),
        (read_due("TBC", NEAR), "c"),
        (None, "d"),
        (read_due("Sept 2002", NEAR), "e"),
        (read_due("Sept 2003", NEAR), "f"),
    ]
    assert list(by_month(dated)) == [("Sep 2002", ["b", "e"]), ("Jan 2003", ["a"]), ("Sep 2003", ["f"])]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("September 2002", "Sep 2002"),
        ("3 September 2002", "3 Sep 2002"),
        ("2002/03", "2002/03"),
        ("TBC", "TBC"),
        ("September", "September"),
    ],
)
def test_telling_a_deadline(text: str, words: str) -> None:
    """Months and days are told in one way, anything else as printed."""
    assert told(read_due(text, NEAR)) == words
