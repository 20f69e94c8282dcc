"""A whole review on a day: counts, owners' loads, what comes next and what is furthest behind."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from bvtrack.delivery.progress import State
from bvtrack.delivery.review import Load, ReviewStanding, counts, loads, review_standing
from bvtrack.files.review_file import read_review
from example_review import review_of

HERTFORDSHIRE = Path(__file__).parents[2] / "reviews" / "hertfordshire-services-to-schools-2002.toml"


@pytest.fixture(scope="module")
def october() -> ReviewStanding:
    """Give where Hertfordshire's review stands on 1 October 2002, nothing having been recorded."""
    return review_standing(read_review(HERTFORDSHIRE).review, dt.date(2002, 10, 1))


def test_each_action_counts_once(october: ReviewStanding) -> None:
    """Overdue goes before due, due before the state; together they are all actions."""
    tally = october.counts
    assert (tally.overdue, tally.due, tally.of(State.NOT_STARTED), tally.of(State.DONE)) == (9, 1, 6, 0)
    assert tally.actions == len(october.actions) == 16
    september = review_standing(october.review, dt.date(2002, 9, 30)).counts
    assert (september.overdue, september.due, september.of(State.NOT_STARTED)) == (2, 7, 7)
    assert counts(()).actions == 0


def test_the_next_deadlines_are_the_soonest(october: ReviewStanding) -> None:
    """Five open actions that are not overdue, by their day, those of one day in the order of the plan."""
    assert [one.address for one in october.next_deadlines] == ["5a", "1b", "2c", "3a", "4d"]
    assert review_standing(october.review, dt.date(2004, 1, 1)).next_deadlines == ()


def test_the_worst_slippage(october: ReviewStanding) -> None:
    """The action furthest behind, the first of several; none before anything is late."""
    assert october.worst_slippage is not None
    assert october.worst_slippage.address == "2a"
    assert review_standing(october.review, dt.date(2002, 4, 22)).worst_slippage is None


def test_loads_by_person(october: ReviewStanding) -> None:
    """Jeff and Jeff Smith are one, and joint owners each answer for the whole."""
    assert loads(october.actions) == (
        Load("Gill Jones", 3, 3, 0, 0),
        Load("Jeff Smith", 9, 6, 0, 0),
        Load("Jenny Newman", 3, 0, 1, 0),
        Load("Steve", 2, 1, 0, 0),
    )


def test_done_counts_for_the_load() -> None:
    """Finished work is done; work without an owner is nobody's."""
    review = review_of("""
[[recommendation]]
id = "1"
text = "one"
part = [
  { id = "1a", text = "a", owner = "Steve", event = [{ date = 2002-05-01, kind = "complete" }] },
  { id = "1b", text = "b", owner = "Steve", finish = "May 2002" },
  { id = "1c", text = "c" },
]
""")
    assert loads(review_standing(review, dt.date(2002, 5, 2)).actions) == (Load("Steve", 2, 0, 1, 1),)


def test_measures_and_money_come_with_it(october: ReviewStanding) -> None:
    """The standing has the measures' lines and the money of the whole review."""
    assert len(october.measures) == 18
    assert {line.stream for line in october.money} == {"budget", "savings", "income"}


def test_a_review_of_nothing_stands_nowhere() -> None:
    """An empty review has an empty standing."""
    empty = review_standing(review_of(""), dt.date(2002, 5, 1))
    assert (empty.actions, empty.measures, empty.money, empty.streams) == ((), (), (), ())
    assert (empty.next_deadlines, empty.worst_slippage) == ((), None)
