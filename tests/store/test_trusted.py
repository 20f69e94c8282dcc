"""Reviews are made of their rows as they stand, whatever they hold, and alone or with all others."""

from __future__ import annotations

from contextlib import closing
from sqlite3 import connect
from typing import TYPE_CHECKING

import pytest

from bvtrack.core.errors import DatabaseProblem
from bvtrack.core.plain import plain_tables
from bvtrack.core.review import Review, review_from
from bvtrack.store import store as module
from bvtrack.store.store import open_store
from store.ordeal import ENTRY, REVIEW, named

if TYPE_CHECKING:
    from pathlib import Path

    from bvtrack.store.store import Store


def test_as_validated(store: Store) -> None:
    """What is taken on trust is what validating it gives, to the types of its parts."""
    found = store.load(REVIEW.id)
    assert found == REVIEW == review_from(plain_tables(found))
    assert repr(found) == repr(REVIEW)


def test_a_print_without_its_reading_is_read(path: Path) -> None:
    """A print whose reading is gone, or is of another print, is read again, and so is all beside it."""
    with closing(connect(path)) as other:
        other.executescript("UPDATE step SET readings = NULL; UPDATE amount SET value = '£1,234'")
    with open_store(path) as store:
        review = store.load(REVIEW.id)
    assert review.recommendations[0].parts == REVIEW.recommendations[0].parts
    assert {amount.pence for amount in (review.recommendations[0].profile.budget or {}).values()} == {123_400}


@pytest.mark.parametrize(
    "spoil",
    [
        "UPDATE event SET kind = 'no such kind'",
        """UPDATE review SET areas = '[{"no such key": "x"}]'""",
        """UPDATE review SET areas = '[{"text": 7}]'""",
        """UPDATE review SET abbreviations = '{"LEA": 7}'""",
    ],
)
def test_what_no_review_holds(path: Path, spoil: str) -> None:
    """Kinds, keys and values that the format does not know make no review."""
    with closing(connect(path)) as other:
        other.executescript(spoil)
    with open_store(path) as store, pytest.raises(DatabaseProblem, match="make no review"):
        store.load(REVIEW.id)


def test_all_reviews(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All come in the order of their ids, some at a time; one that is damaged does not keep back the others."""
    monkeypatch.setattr(module, "_AT_A_TIME", 2)
    names = ("e", "a", "d", "b")
    with open_store(path) as store:
        for name in names:
            store.add(named(name), "", ENTRY)
        assert [one.id for one in store.load_all() if isinstance(one, Review)] == [*sorted(names), REVIEW.id]
        assert all(one == store.load(one.id) for one in store.load_all() if isinstance(one, Review))
        store._db.execute("UPDATE review SET date = '2003-99-99' WHERE ref = 'b'")  # noqa: SLF001 — as another program would
        found = list(store.load_all())
    assert isinstance(found[1], DatabaseProblem)
    assert [one.id for one in found if isinstance(one, Review)] == ["a", "d", "e", REVIEW.id]


def test_a_review_removed_while_others_are_read(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A review that goes before its turn is left out."""
    monkeypatch.setattr(module, "_AT_A_TIME", 1)
    with open_store(path) as store:
        store.add(named("a"), "", ENTRY)
        reading = store.load_all()
        assert isinstance(next(reading), Review)
        store.remove(REVIEW.id, ENTRY)
        assert list(reading) == []
