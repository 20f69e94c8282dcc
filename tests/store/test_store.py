"""The store: reviews are added, loaded, changed, removed; every change is logged, and can be taken back."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bvtrack.core.errors import ConflictProblem, DatabaseProblem, InputProblem, UsageProblem
from bvtrack.core.review import Step
from bvtrack.files.review_sample import SAMPLE
from bvtrack.store.store import Edit, Entry, Store, open_store
from store.ordeal import ENTRY, REVIEW, named, titled

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bvtrack.core.review import Part, Review

NAME = REVIEW.id


def with_part(review: Review, **values: object) -> Review:
    """Change the sample's only action."""
    recommendation = review.recommendations[0]
    part = recommendation.parts[0].model_copy(update=values)
    return review.model_copy(update={"recommendations": (recommendation.model_copy(update={"parts": (part,)}),)})


def part_of(review: Review) -> Part:
    """Give the sample's only action."""
    return review.recommendations[0].parts[0]


def with_steps(review: Review, *texts: str) -> Review:
    """Give the sample's action these steps, those it had by their text."""
    had = {step.text: step for step in part_of(review).steps}
    return with_part(review, steps=tuple(had.get(text, Step(text=text)) for text in texts))


def ids(store: Store, table: str, column: str = "text") -> dict[str, int]:
    """Give the ids of a table's rows by what they say."""
    return dict(store._db.execute(f"SELECT {column}, id FROM {table} ORDER BY position").fetchall())  # noqa: S608, SLF001


def test_load(store: Store) -> None:
    """A review that was added is the same when loaded, with the text it came from."""
    assert store.reviews() == (NAME,)
    assert store.load(NAME) == REVIEW
    assert store.kept_text(NAME) == SAMPLE


@pytest.mark.parametrize(
    "work",
    [
        lambda store: store.load("none"),
        lambda store: store.kept_text("none"),
        lambda store: store.edit("none", titled("1"), ENTRY),
        lambda store: store.remove("none", ENTRY),
    ],
)
def test_no_such_review(store: Store, work: Callable[[Store], object]) -> None:
    """A review that is not there is a KeyError."""
    with pytest.raises(KeyError, match="none"):
        work(store)


def test_reviews_are_in_order(store: Store) -> None:
    """The ids of the reviews come in their order; each is there once."""
    store.add(named("a"), "", ENTRY)
    store.add(named("z"), "", ENTRY)
    assert store.reviews() == ("a", NAME, "z")
    with pytest.raises(UsageProblem, match="already"):
        store.add(named("a"), "", ENTRY)
    assert store.verify() == ()


def test_edit(store: Store) -> None:
    """An edit changes the rows that differ and no others, and its change says what was before and after."""
    change = store.edit(NAME, lambda review: with_part(review, text="new"), replace(ENTRY, address="1a", reason="why"))
    assert change is not None
    assert change.edits == (Edit("action", 1, {"text": "Open ten libraries on Sundays"}, {"text": "new"}),)
    assert (change.number, change.review, change.by, change.at) == (2, NAME, "ordeal", ENTRY.at)
    assert (change.address, change.reason, change.undoes, change.undone_by) == ("1a", "why", None, None)
    assert store.load(NAME) == with_part(REVIEW, text="new")
    assert store.log(limit=1) == (change,)


def test_nothing_to_edit(store: Store) -> None:
    """An edit that changes nothing is none, and is not logged."""
    assert store.edit(NAME, lambda review: review, ENTRY) is None
    assert store.edit(NAME, lambda review: review, ENTRY, text=SAMPLE) is None
    assert len(store.log()) == 1


def test_text(store: Store) -> None:
    """The kept text changes with an edit, alone too, and goes back with its undo."""
    change = store.edit(NAME, lambda review: review, ENTRY, text="new")
    assert change is not None
    assert store.kept_text(NAME) == "new"
    store.undo(change.number, ENTRY)
    assert store.kept_text(NAME) == SAMPLE


def test_the_id_stays(store: Store) -> None:
    """An edit cannot give a review another id."""
    with pytest.raises(UsageProblem, match="keeps its id"):
        store.edit(NAME, lambda review: review.model_copy(update={"id": "other"}), ENTRY)


def test_a_change_that_raises(store: Store) -> None:
    """What the change raises comes through, and nothing is changed."""

    def refuse(review: Review) -> Review:
        raise ConflictProblem("1a", "was changed", "look again", seen="this", now=review.title)

    with pytest.raises(ConflictProblem) as caught:
        store.edit(NAME, refuse, ENTRY)
    assert (caught.value.seen, caught.value.now) == ("this", REVIEW.title)
    assert store.load(NAME) == REVIEW
    assert len(store.log()) == 1


def test_a_row_that_was_changed_meanwhile(store: Store) -> None:
    """A row that is no longer as it was read is not written over."""

    def change(review: Review) -> Review:
        store._db.execute("UPDATE action SET version = version + 1")  # noqa: SLF001 — as nobody else could
        return with_part(review, text="new")

    with pytest.raises(ConflictProblem, match="action 1: was changed meanwhile"):
        store.edit(NAME, change, ENTRY)
    assert store.load(NAME) == REVIEW


def test_what_cannot_be_kept(store: Store) -> None:
    """Half a character, or a number beyond counting, is a problem of input."""
    with pytest.raises(InputProblem, match="no character"):
        store.edit(NAME, lambda review: review, Entry("a\udcff", ENTRY.at, "set", "what"), text="\udcff")
    event = REVIEW.recommendations[0].measures[0].events[0].model_copy(update={"line": 10**30})
    measure = REVIEW.recommendations[0].measures[0].model_copy(update={"events": (event,)})
    recommendation = REVIEW.recommendations[0].model_copy(update={"measures": (measure,)})
    with pytest.raises(InputProblem, match="too large"):
        store.edit(NAME, lambda review: review.model_copy(update={"recommendations": (recommendation,)}), ENTRY)
    assert store.load(NAME) == REVIEW


def test_rows_keep_their_ids(store: Store) -> None:
    """Steps that stay keep their rows when others come, go, move or change their words."""
    one, two, three = (step.text for step in part_of(REVIEW).steps)
    before = ids(store, "step")

    def steps(*texts: str) -> dict[str, int]:
        store.edit(NAME, lambda review: with_steps(review, *texts), ENTRY)
        assert [step.text for step in part_of(store.load(NAME)).steps] == list(texts)
        return ids(store, "step")

    assert steps(one, "new", two, three) == before | {"new": 4}
    assert steps(three, one, two) == before
    assert steps(three, "other words", two) == {three: before[three], "other words": before[one], two: before[two]}
    assert steps(two) == {two: before[two]}
    assert store.verify() == ()


def test_positions_stay(store: Store) -> None:
    """What is taken away leaves its place empty, so that rows behind it are not changed."""
    one, two, three = (step.text for step in part_of(REVIEW).steps)
    change = store.edit(NAME, lambda review: with_steps(review, one, three), ENTRY)
    assert change is not None
    assert [edit.before is not None and edit.after is None for edit in change.edits] == [True]
    store.edit(NAME, lambda review: with_steps(review, one, "between", three), ENTRY)
    store.undo(change.number, ENTRY)
    assert [step.text for step in part_of(store.load(NAME)).steps] == [one, two, "between", three]
    assert store.verify() == ()


def test_the_same_twice(store: Store) -> None:
    """Things that say the same are kept as often as they are there."""
    store.edit(NAME, lambda review: with_steps(review, "a", "a", "b", "a"), ENTRY)
    assert [step.text for step in part_of(store.load(NAME)).steps] == ["a", "a", "b", "a"]
    store.edit(NAME, lambda review: with_steps(review, "a", "b"), ENTRY)
    assert [step.text for step in part_of(store.load(NAME)).steps] == ["a", "b"]


def test_owners_are_resolved(store: Store) -> None:
    """An owner's names follow when a person's alias does, which is no change of the action."""
    sql = "SELECT owner_people, version FROM action"
    assert tuple(store._db.execute(sql).fetchone()) == ('["Ann Field", "Head of Personnel"]', 1)  # noqa: SLF001
    person = REVIEW.people[0].model_copy(update={"aliases": ()})
    change = store.edit(NAME, lambda review: review.model_copy(update={"people": (person,)}), ENTRY)
    assert change is not None
    assert [edit.table for edit in change.edits] == ["person"]
    assert tuple(store._db.execute(sql).fetchone()) == ('["Ann", "Head of Personnel"]', 1)  # noqa: SLF001


def test_remove(store: Store) -> None:
    """A review that is removed is gone, its log is not, and undo brings it back."""
    change = store.remove(NAME, ENTRY)
    assert store.reviews() == ()
    assert store.verify() == ()
    assert [one.number for one in store.log(NAME)] == [2, 1]
    undo = store.undo(change.number, ENTRY)
    assert store.load(NAME) == REVIEW
    assert store.kept_text(NAME) == SAMPLE
    store.undo(undo.number, ENTRY)
    assert store.reviews() == ()


def test_removed_and_added_again(store: Store) -> None:
    """A removal cannot be taken back where the review was added again."""
    change = store.remove(NAME, ENTRY)
    store.add(REVIEW, "", ENTRY)
    with pytest.raises(ConflictProblem, match="there again"):
        store.undo(change.number, ENTRY)
    assert store.kept_text(NAME) == ""


def test_transaction(store: Store) -> None:
    """Several changes are one: whole, or not at all; one of them may fail alone."""

    def fail() -> None:
        with store.transaction():
            store.edit(NAME, titled("1"), ENTRY)
            store.add(named("s"), "", ENTRY)
            store.add(named("s"), "", ENTRY)

    with pytest.raises(UsageProblem):
        fail()
    assert store.load(NAME) == REVIEW
    assert store.reviews() == (NAME,)
    with store.transaction():
        store.edit(NAME, titled("1"), ENTRY)
        with pytest.raises(KeyError):
            store.remove("none", ENTRY)
        assert store.load(NAME).title == "1"
    assert store.load(NAME).title == "1"
    assert store.verify() == ()


def test_version(store: Store, path: Path) -> None:
    """The version is another one after somebody else changed the database, and stays after one's own change."""
    before = store.version()
    store.edit(NAME, titled("1"), ENTRY)
    assert store.version() == before
    with open_store(path) as other:
        other.edit(NAME, titled("2"), ENTRY)
    assert store.version() != before


def test_undo_and_redo(store: Store) -> None:
    """Undo and redo go back and forth through the changes; a new change ends the way forth."""
    assert (store.last_undoable(NAME, None), store.last_redoable(NAME, None)) == (None, None)
    for title in ("1", "2"):
        store.edit(NAME, titled(title), ENTRY)

    def step(number: int | None) -> str:
        assert number is not None
        store.undo(number, ENTRY)
        return store.load(NAME).title

    assert step(store.last_undoable(NAME, None)) == "1"
    assert step(store.last_undoable(None, "ordeal")) == REVIEW.title
    assert store.last_undoable() is None
    assert store.load(NAME) == REVIEW
    assert step(store.last_redoable()) == "1"
    assert step(store.last_undoable()) == REVIEW.title
    assert step(store.last_redoable()) == "1"
    assert step(store.last_redoable()) == "2"
    assert store.last_redoable() is None
    assert step(store.last_undoable()) == "1"
    store.edit(NAME, titled("3"), ENTRY)
    assert store.last_redoable() is None
    assert store.last_undoable(NAME, "somebody else") is None
    assert store.last_redoable("none") is None
    assert store.verify() == ()


def test_undo_ends_where_the_review_began(store: Store) -> None:
    """What was done to a review that is gone is not offered where one of its id was added again."""
    store.edit(NAME, titled("1"), ENTRY)
    store.add(named("other"), "", ENTRY)
    assert store.last_undoable() == 2
    store.remove(NAME, ENTRY)
    store.add(REVIEW, "", ENTRY)
    assert store.last_undoable(NAME) is None
    assert store.last_undoable("other") is None


def test_another_schema_meanwhile(store: Store) -> None:
    """A store that was opened before a newer bvtrack migrated the database writes no more."""
    store._db.execute("PRAGMA user_version = 9")  # noqa: SLF001 — as a newer bvtrack would
    with pytest.raises(DatabaseProblem, match="another schema"):
        store.edit(NAME, titled("1"), ENTRY)


def test_deep_nests(store: Store) -> None:
    """JSON of absurd depth is damage, not a fault of ours."""
    store._db.execute("UPDATE action SET wordings = ?", ("[" * 100_000,))  # noqa: SLF001 — as another program would
    with pytest.raises(DatabaseProblem, match="make no review"):
        store.load(NAME)


def test_what_cannot_be_undone(store: Store) -> None:
    """A change is taken back once; that a review was added, or a change there never was, is not."""
    change = store.edit(NAME, titled("1"), ENTRY)
    assert change is not None
    store.undo(change.number, ENTRY)
    for number, what in (
        (change.number, "taken back by change 3"),
        (1, "added the review"),
        (99, "none of this number"),
    ):
        with pytest.raises(UsageProblem, match=what):
            store.undo(number, ENTRY)


def test_changed_since(store: Store) -> None:
    """What was changed since is not taken back: both are shown, and nothing is written; other columns do not matter."""
    change = store.edit(NAME, lambda review: with_part(review, text="one"), ENTRY)
    assert change is not None
    store.edit(NAME, lambda review: with_part(review, text="two"), ENTRY)
    with pytest.raises(ConflictProblem) as caught:
        store.undo(change.number, ENTRY)
    assert (caught.value.seen, caught.value.now) == ("text: one", "text: two")
    assert part_of(store.load(NAME)).text == "two"
    store.edit(NAME, lambda review: with_part(review, text="one", wordings=()), ENTRY)
    store.undo(change.number, ENTRY)
    assert part_of(store.load(NAME)).text == part_of(REVIEW).text


def test_gone_since(store: Store) -> None:
    """A change of what is gone, or of what others stand on by now, is not taken back."""
    change = store.edit(NAME, lambda review: with_steps(review, "a"), ENTRY)
    assert change is not None
    added = store.edit(NAME, lambda review: with_part(review, steps=(*part_of(review).steps, Step(text="b"))), ENTRY)
    assert added is not None
    store.edit(NAME, lambda review: with_steps(review, "a"), ENTRY)
    with pytest.raises(ConflictProblem, match="is gone"):
        store.undo(added.number, ENTRY)
    event = part_of(REVIEW).steps[2].events
    new = store.edit(NAME, lambda review: with_steps(review, "a", "c"), ENTRY)
    assert new is not None
    store.edit(NAME, lambda review: with_part(review, steps=(Step(text="a"), Step(text="c", events=event))), ENTRY)
    with pytest.raises(ConflictProblem, match="in use"):
        store.undo(new.number, ENTRY)
    assert store.verify() == ()


def test_what_no_longer_holds_together(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """An undo whose rows would make no review is not done."""
    change = store.edit(NAME, titled("1"), ENTRY)
    assert change is not None

    def refuse(*_: object, **__: object) -> None:
        raise ValueError

    monkeypatch.setattr("bvtrack.store.store.review_of", refuse)
    with pytest.raises(ConflictProblem, match="alone"):
        store.undo(change.number, ENTRY)
    monkeypatch.undo()
    assert store.load(NAME).title == "1"


def test_log(store: Store) -> None:
    """The log gives the newest first: of a review, of an address and what is below it, before a number, so many."""
    store.add(named("other"), "", ENTRY)
    for nth, address in enumerate(("1a", "1a/2", "1", "1ab")):
        store.edit(NAME, titled(str(nth)), replace(ENTRY, address=address))

    def numbers(*of: str, limit: int = 200, before: int | None = None) -> list[int]:
        return [change.number for change in store.log(*of, limit=limit, before=before)]

    assert numbers() == [6, 5, 4, 3, 2, 1]
    assert numbers(NAME) == [6, 5, 4, 3, 1]
    assert numbers("other") == [2]
    assert numbers(NAME, "1a") == [4, 3]
    assert numbers(limit=2) == [6, 5]
    assert numbers(limit=2, before=5) == [4, 3]


def test_times_keep_their_moment(store: Store) -> None:
    """A change's time is kept as the moment it was, in UTC."""
    summer = dt.timezone(dt.timedelta(hours=1))
    at = dt.datetime(2003, 6, 1, 12, 30, tzinfo=summer)
    store.edit(NAME, titled("1"), replace(ENTRY, at=at))
    assert store.log(limit=1)[0].at == at
    assert store.log(limit=1)[0].at.tzinfo == dt.UTC


@pytest.mark.parametrize(
    ("spoil", "what"),
    [
        ("UPDATE review SET date = '2003-99-99'", "make no review"),
        ("UPDATE action SET wordings = '[}'", "make no review"),
        ("UPDATE measure SET direction = NULL, shows = '[7]'", "make no review"),
        ('UPDATE action SET readings = \'[["finish", {"Nothing": []}]]\'', "make no review"),
        ('UPDATE target SET readings = \'[["value", {"Target": []}]]\'', "make no review"),
    ],
)
def test_rows_that_make_no_review(store: Store, spoil: str, what: str) -> None:
    """Rows that somebody spoilt are told as damage, by load and by verify."""
    store._db.execute(spoil)  # noqa: SLF001 — as another program would
    with pytest.raises(DatabaseProblem, match=what):
        store.load(NAME)
    assert any(one.startswith(f"Review {NAME}") for one in store.verify())


def test_a_lost_text(store: Store) -> None:
    """A review without its text is damage."""
    store._db.execute("DELETE FROM source")  # noqa: SLF001 — as another program would
    with pytest.raises(DatabaseProblem, match="lost its text"):
        store.kept_text(NAME)
    assert store.verify() != ()
