"""Changing the plan: all or nothing, conflicts, people."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bvtrack.app.change import add_item, remove_item, set_values, waive
from bvtrack.app.conflict import as_seen, own_value, shown
from bvtrack.app.history import line, log, redo, undo
from bvtrack.core.edit import value_at
from bvtrack.core.errors import ConflictProblem, Problem, UsageProblem
from desk import NAME, PLANNED, desk_of, kept

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bvtrack.app.desk import Desk


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Keep the Hertfordshire review, once."""
    return kept(tmp_path_factory.mktemp("imported") / "work.db")


@pytest.fixture
def desk(imported: Path, tmp_path: Path) -> Iterator[Desk]:
    """Work on it, in a database of one's own."""
    with desk_of(Path(shutil.copy(imported, tmp_path / "work.db"))) as one:
        yield one


def test_several_values_are_set_together_or_not_at_all(desk: Desk) -> None:
    """Where one cannot be set none is; where all can they are one change."""
    with pytest.raises(Problem):
        set_values(desk, NAME, {"2c/owner": "Ann", "2/budget/2003-04": "bananas"})
    assert value_at(desk.review(NAME), "2c/owner") == "Jenny Newman"
    change = set_values(desk, NAME, {"2C/owner": "Ann", "2c": "Other words"})
    assert change is not None
    assert (change.number, change.address) == (2, "2c")
    assert log(desk, address="2c")[0].what.count("→") == 2


def test_values_seen_otherwise_are_a_conflict(desk: Desk) -> None:
    """A value changed since its editor saw it is shown as it was and as it is."""
    seen = desk.review(NAME)
    set_values(desk, NAME, {"2c/owner": "Ann"}, seen=seen)
    set_values(desk, NAME, {"2d/owner": "Ann"}, seen=seen)
    with pytest.raises(ConflictProblem) as caught:
        set_values(desk, NAME, {"2c/owner": "Bob"}, seen=seen)
    assert (caught.value.seen, caught.value.now) == ("Jenny Newman", "Ann")
    with pytest.raises(ConflictProblem, match="was “x” when you saw it and is “Ann” now"):
        set_values(desk, NAME, {"2c/owner": "Bob"}, was="x")


def test_a_first_deadline_needs_no_reason(desk: Desk) -> None:
    """Only a deadline that stands in the plan does."""
    assert set_values(desk, NAME, {"2c/3/finish": "Nov 2002"}) is not None
    with pytest.raises(UsageProblem, match="--because"):
        set_values(desk, NAME, {"2c/3/finish": "Dec 2002"})
    assert set_values(desk, NAME, {"2c/3/finish": "Dec 2002"}, reason="misprint") is not None


def test_what_changed_below_a_thing_keeps_it_from_being_removed(desk: Desk) -> None:
    """Who removes a thing has seen all of it."""
    seen = desk.review(NAME)
    set_values(desk, NAME, {"2c/3": "other words"})
    with pytest.raises(ConflictProblem):
        remove_item(desk, NAME, "2c", seen=seen)
    assert remove_item(desk, NAME, "2d", seen=seen) is not None


def test_a_removed_review_comes_back(desk: Desk) -> None:
    """A review goes only with force; undo brings it back as it was, redo takes it away again."""
    before = desk.review(NAME)
    with pytest.raises(UsageProblem, match="--force"):
        remove_item(desk, NAME, "review")
    change = remove_item(desk, NAME, "review", force=True)
    assert line(desk, change) == f"review {NAME} removed (change 2)"
    assert desk.reviews() == ()
    undo(desk)
    assert desk.review(NAME) == before
    assert line(desk, redo(desk)) == f"change 2 done again: review {NAME} removed (change 4)"
    assert desk.reviews() == ()


def test_a_new_thing_has_its_address_in_the_log(desk: Desk) -> None:
    """Adding says where the new thing is to be found; a thing of an address there already is found with its owner."""
    change = add_item(desk, NAME, "2c", "step", {"text": "Ask"})
    assert change is not None
    assert change.address == "2c/6"
    change = add_item(desk, NAME, "", "promise", {"text": "x", "place": "y", "appendix": "z", "covers": "1"})
    assert change is not None
    assert change.address.startswith("promise/")


def test_a_waiver_may_have_no_end(desk: Desk) -> None:
    """The screens may waive without a day; SUP903 asks for one."""
    change = waive(desk, NAME, "fin106", "1/budget", reason="agreed", until=None)
    assert change is not None
    assert change.what == "FIN106 waived"
    assert desk.review(NAME).waivers[0].by == "A. Officer"


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (None, "blank"),
        ([], "blank"),
        (["a", "b\x1b"], "a, b<U+001B>"),
        ({"id": "2c", "text": "words"}, "words"),
        ({"id": "2c", "text": "words", "owner": "Ann", "steps": ["x"]}, "owner Ann"),
        (
            {"text": "w", "event": [{"kind": "start", "date": "d"}, {"kind": "note", "date": "e", "by": "f"}]},
            "note e f",
        ),
    ],
)
def test_values_are_told_in_words(value: object, told: str) -> None:
    """Blank is blank, a list its items, a thing its fields or its latest news."""
    assert shown(value) == told  # type: ignore[arg-type]  # any value of a review's tables


def test_an_unchanged_thing_is_no_conflict(desk: Desk) -> None:
    """The things below a thing are not part of what an editor of it has seen."""
    seen = desk.review(NAME)
    set_values(desk, NAME, {"2c/3": "other words"})
    now = desk.review(NAME)
    as_seen(now, seen, "2c")
    as_seen(now, None, "2c/3")
    assert own_value(now, "2c/owner") == "Jenny Newman"
    with pytest.raises(ConflictProblem):
        as_seen(now, seen, "2c", whole=True)


def test_reviews_are_named_where_there_are_several(tmp_path: Path) -> None:
    """A desk knows which review is meant, or says which there are."""
    with desk_of(kept(tmp_path / "two.db", PLANNED, PLANNED.replace('"small"', '"tiny"'))) as desk:
        assert desk.find("tiny:1a") == ("tiny", "1a")
        assert desk.find("1a", "small") == ("small", "1a")
        assert desk.named("small") == "small"
        for text, review in (("1a", None), ("tiny:1a", "small"), ("none:1a", None)):
            with pytest.raises(UsageProblem):
                desk.find(text, review)
        change = set_values(desk, "small", {"1a": "other"})
        assert line(desk, change) == "small:1a: do it → other (change 3)"
