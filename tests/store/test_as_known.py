"""What a database said at a moment: every state it was in comes back from the log, and nothing is written."""

from __future__ import annotations

import datetime as dt
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings

from bvtrack.core.edit import with_value
from bvtrack.core.errors import DatabaseProblem
from bvtrack.files.review_sample import SAMPLE
from bvtrack.store.store import Entry, Store, open_store
from store.any_review import reviews
from store.ordeal import ENTRY, REVIEW, named, titled

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bvtrack.core.review import Review

NAME = REVIEW.id
START = ENTRY.at


def at(hour: int) -> Entry:
    """Give an entry made so many hours after the sample was added."""
    return replace(ENTRY, at=START + dt.timedelta(hours=hour))


def said(store: Store, hour: float) -> dict[str, Review]:
    """Give what a store said just before an hour."""
    with store.as_known(START + dt.timedelta(hours=hour)) as then:
        return {name: then.load(name) for name in then.reviews()}


def test_every_state_comes_back(store: Store, path: Path) -> None:
    """Edits, an undo, a removal, its undo, a second review: at any hour the database says what it said."""
    states = [{NAME: REVIEW}]

    def now() -> None:
        states.append({name: store.load(name) for name in store.reviews()})

    store.edit(NAME, titled("one"), at(1))
    now()
    change = store.edit(NAME, lambda review: with_value(review, "date", "2004-01-31"), at(2))
    now()
    assert change is not None
    store.undo(change.number, at(3))
    now()
    removal = store.remove(NAME, at(4))
    now()
    store.undo(removal.number, at(5))
    now()
    store.add(named("other"), "", at(6))
    now()
    store.remove(NAME, at(7))
    now()
    store.add(named(NAME, "anew"), "", at(8))
    now()
    before = path.read_bytes()
    for hour, state in enumerate(states):
        assert said(store, hour + 0.5) == state, hour
    assert said(store, 0) == {}
    assert path.read_bytes() == before


def test_the_copy_is_only_read(store: Store) -> None:
    """What was known then can be looked at and not changed; its own text came back with it."""
    store.edit(NAME, titled("one"), at(1), text="another file")
    with store.as_known(START + dt.timedelta(minutes=1)) as then:
        assert then.kept_text(NAME) == SAMPLE
        assert list(then.load_all()) == [REVIEW]
        with pytest.raises(Exception, match="readonly"):
            then.edit(NAME, titled("two"), at(2))


def test_a_clock_that_went_back(store: Store) -> None:
    """Changes count in the order they were made: one signed earlier than the one before it stands with it."""
    store.edit(NAME, titled("late"), at(5))
    store.edit(NAME, titled("early"), at(1))
    assert said(store, 2)[NAME].title == "early"
    assert said(store, 0.5)[NAME].title == REVIEW.title


ENTERED = """
    INSERT INTO change (review, at, by, verb, what, address, edits, state, prev, hash)
    SELECT review, at, by, verb, what, '', '[["{}", 1, {{"x": 1}}, {{"x": 2}}]]', '', '', ''
    FROM change WHERE number = 2
"""


@pytest.mark.parametrize(
    "damage",
    ["UPDATE review SET title = 'not by bvtrack'", ENTERED.format("sqlite_schema"), ENTERED.format("review")],
)
def test_a_log_that_does_not_lead_back(store: Store, damage: str) -> None:
    """Rows changed behind the log's back, and entries about what is no row of a review, are told."""
    store.edit(NAME, titled("one"), at(1))
    store._db.execute(damage)  # noqa: SLF001 — damage done on purpose
    with pytest.raises(DatabaseProblem, match=r"its log does not lead back past change \d"):
        store.as_known(START + dt.timedelta(minutes=1))


@pytest.fixture(scope="module")
def any_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Give one store for all examples: each adds a review of its own hour and removes it."""
    with closing(open_store(tmp_path_factory.mktemp("any") / "any.db", create=True)) as opened:
        yield opened


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(reviews(), reviews())
def test_any_review_comes_back(any_store: Store, first: Review, second: Review) -> None:
    """Whatever a review was before it became another, or went, is what is known of that time."""
    second = second.model_copy(update={"id": first.id})
    hour = len(any_store.log(limit=10_000)) + 1
    for left in any_store.reviews():  # by an example that failed
        any_store.remove(left, at(hour))
    any_store.add(first, "", at(hour))
    any_store.edit(first.id, lambda _: second, at(hour + 1))
    any_store.remove(first.id, at(hour + 2))
    assert said(any_store, hour + 0.5) == {first.id: first}
    assert said(any_store, hour + 1.5) == {first.id: second}
    assert said(any_store, hour + 2.5) == {}
