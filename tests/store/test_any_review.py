"""Any review is kept whole, changed into any other, and brought back."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings

from bvtrack.core.plain import plain_tables
from bvtrack.store.store import Entry, Store, open_store
from store.any_review import reviews

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bvtrack.core.review import Review

ENTRY = Entry(by="somebody", at=dt.datetime(2002, 4, 22, 12, tzinfo=dt.UTC), verb="set", what="Somebody did it.")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Give one store for all examples: each empties it first."""
    with open_store(tmp_path_factory.mktemp("any") / "any.db", create=True) as opened:
        yield opened


def same(one: Review, other: Review) -> bool:
    """Tell whether two reviews say the same in the same order, read in the same way."""
    return one == other and repr(one) == repr(other) and str(plain_tables(one)) == str(plain_tables(other))


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(reviews(), reviews())
def test_any_review(store: Store, first: Review, second: Review) -> None:
    """What is kept comes back; an edit, its undo and the undo of that end in what they should; so does a removal."""
    second = second.model_copy(update={"id": first.id})
    for left in store.reviews():  # by an example that failed
        store.remove(left, ENTRY)
    store.add(first, "the file", ENTRY)
    assert same(store.load(first.id), first)
    change = store.edit(first.id, lambda _: second, ENTRY)
    assert same(store.load(first.id), second)
    if change is not None:
        undo = store.undo(change.number, ENTRY)
        assert same(store.load(first.id), first)
        store.undo(undo.number, ENTRY)
        assert same(store.load(first.id), second)
    removal = store.remove(first.id, ENTRY)
    assert store.reviews() == ()
    store.undo(removal.number, ENTRY)
    assert same(store.load(first.id), second)
    assert store.verify() == ()
