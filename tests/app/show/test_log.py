"""The log as its screen shows it: a page at a time, newest first, what was taken back marked."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bvtrack.app import history
from bvtrack.app.desk import Desk, open_desk
from bvtrack.app.record import Because, record_action
from bvtrack.app.show.log import entries, holds
from bvtrack.files.review_file import read_review

if TYPE_CHECKING:
    from collections.abc import Iterator

FILE = Path(__file__).parents[3] / "reviews" / "hertfordshire-services-to-schools-2002.toml"
NAME = "hertfordshire-services-to-schools-2002"
NOW = dt.datetime(2002, 10, 1, 12, tzinfo=dt.UTC)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A desk whose database holds the Hertfordshire review; it is noon of 1 October 2002."""
    file = read_review(FILE)
    with open_desk(tmp_path / "bvtrack.db", "Pat", lambda: NOW, create=True) as desk:
        desk.store.add(file.review, file.text, desk.entry("import", "imported"))
        yield desk


def test_changes_come_newest_first_with_who_when_what_and_why(desk: Desk) -> None:
    """Each change tells its number, moment in the reader's time, signer, address, words and reason."""
    record_action(desk, (NAME, "2a"), "forecast", Because(reason="no staff"), value="Nov 2002")
    newest, oldest = entries(desk, NAME)
    at = NOW.astimezone()
    assert (newest.number, newest.by, newest.address, newest.why) == (2, "Pat", "2a", "no staff")
    assert newest.when == f"{at.day} Oct 2002 {at:%H:%M}"
    assert "Nov 2002" in newest.what
    assert (oldest.what, oldest.standing, oldest.undone) == ("imported", "", False)


def test_a_change_taken_back_is_marked_until_it_is_done_again(desk: Desk) -> None:
    """What was taken back does not hold; done again, it does, and the taking back does not."""
    record_action(desk, (NAME, "2a"), "complete", Because())
    history.undo(desk, NAME)
    undo, change, _ = entries(desk, NAME)
    assert (undo.undone, undo.standing) == (False, "takes back change 2")
    assert (change.undone, change.standing) == (True, "taken back by change 3")
    history.redo(desk, NAME)
    redo, undo, change, _ = entries(desk, NAME)
    assert (redo.undone, undo.undone, change.undone) == (False, True, False)
    assert undo.standing == "takes back change 2; taken back by change 4"
    assert change.standing == "taken back by change 3, and done again"


def test_a_page_follows_what_was_read_before(desk: Desk) -> None:
    """A later page holds older changes, and still knows what newer ones took back."""
    record_action(desk, (NAME, "2a"), "complete", Because())
    history.undo(desk, NAME)
    first = entries(desk, NAME, limit=1)
    rest = entries(desk, NAME, newer=first)
    assert [line.number for line in (*first, *rest)] == [3, 2, 1]
    assert rest[0].undone


def test_a_line_holds_words_whatever_their_capitals(desk: Desk) -> None:
    """The signer, the address and the words are all looked at."""
    (line,) = entries(desk, NAME)
    assert holds(line, "IMPORTED")
    assert holds(line, "pat")
    assert not holds(line, "2a")
