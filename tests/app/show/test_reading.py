"""How a typed text is read: a sentence a person can check, and whether it can stand."""

from __future__ import annotations

import pytest

from bvtrack.app.show.reading import Kind, reading_of
from example_review import review_of

REVIEW = review_of('person = [{ name = "Jeff Smith", aliases = ["Jeff"] }]')


@pytest.mark.parametrize(
    ("kind", "text", "sentence"),
    [
        ("money", "347", "£347,000, to the nearest £1,000"),
        ("money", "£1.1m", "£1,100,000, to the nearest £100,000"),
        ("money", "-85", "-£85,000, to the nearest £1,000"),
        ("money", "£50-60k", "£50,000 to £60,000"),
        ("money", "£5k £8k", "£5,000, to the nearest £1,000 and £8,000, to the nearest £1,000"),
        ("money", "-", "a dash: no figure"),
        ("money", "TBC", "an amount that is to be confirmed"),
        ("due", "Sept 2002", "month: begins 1 Sep 2002, due 30 Sep 2002"),
        ("due", "7 Sept 2002", "day: due 7 Sep 2002"),
        ("due", "ongoing", "ongoing: no day is due"),
        ("due", "termly", "termly: no day is due"),
        ("owner", "Jeff & Steve", "Jeff = Jeff Smith (person), Steve (person)"),
        ("owner", "vacant", "nobody (the post is vacant)"),
        ("target", "Currently 50-55% rising to 60-65% in 2003/04", "from 50-55% to 60-65% in 2003-04"),
        ("target", "Protocols by June '02", "milestone: Protocols by Jun 2002"),
        ("text", "anything", ""),
        ("text", "", "blank"),
        ("money", "  ", "blank"),
    ],
)
def test_what_can_be_read_is_said(kind: Kind, text: str, sentence: str) -> None:
    """A text that can stand is said in full: pounds, days, people, figures."""
    assert reading_of(kind, text, REVIEW) == (True, sentence, False)


@pytest.mark.parametrize(
    ("kind", "text", "told"),
    [
        ("money", "abc", "write it like 347"),
        ("money", "12%", "no amount of money: write it like"),
        ("due", "31 Nov 2002", "Nov 2002 has 30 days, not 31"),
        ("due", "hello", "write it like Sept 2002"),
        ("owner", "???", "write names or posts"),
    ],
)
def test_what_cannot_be_read_says_what_to_write(kind: Kind, text: str, told: str) -> None:
    """A text that cannot stand says why, and how it is written."""
    reading = reading_of(kind, text, REVIEW)
    assert not reading.ok
    assert told in reading.sentence


@pytest.mark.parametrize(
    ("kind", "text", "question"),
    [
        ("money", "£12.34", "a currency of its own under another unit"),
        ("money", "£3k + training in Rec 3c", "training in Rec 3c"),
        ("target", "65% in 04", "a period cannot be told"),
    ],
)
def test_what_is_doubtful_is_asked_about(kind: Kind, text: str, question: str) -> None:
    """A text that a careful reader would ask about can stand, and says what to look at again."""
    reading = reading_of(kind, text, REVIEW)
    assert reading.ok
    assert reading.doubtful
    assert f"look again: {question}" in reading.sentence
