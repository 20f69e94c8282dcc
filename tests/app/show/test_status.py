"""Statuses: a letter and a word for each state, and what is late before all."""

from __future__ import annotations

import datetime as dt

import pytest

from bvtrack.app.show.status import DUE_SOON, OVERDUE, STATUSES, status
from bvtrack.delivery.progress import State
from bvtrack.delivery.review import review_standing
from example_review import review_of

REVIEW = review_of("""
    [[recommendation]]
    id = "1"
    text = "One"
    part = [{ id = "1a", text = "Act", finish = "Sept. 2002" }]
""")


def test_every_state_has_a_letter_and_a_word() -> None:
    """Letters and words are never empty, and a word tells one state."""
    assert set(STATUSES) == set(State)
    words = [one.word for one in (*STATUSES.values(), OVERDUE, DUE_SOON)]
    assert len(set(words)) == len(words)
    assert all(str(one) == f"{one.letter} {one.word}" for one in STATUSES.values())


@pytest.mark.parametrize(
    ("day", "said"),
    [(dt.date(2002, 5, 1), "N not started"), (dt.date(2002, 9, 30), "S due soon"), (dt.date(2002, 10, 1), "O overdue")],
)
def test_late_goes_before_due_and_due_before_the_state(day: dt.date, said: str) -> None:
    """What the deadline says of open work is told first."""
    (action,) = review_standing(REVIEW, day).actions
    assert str(status(action)) == said
