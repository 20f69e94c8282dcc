"""Verify finds what was changed behind the log's back, wherever it was."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from bvtrack.store.store import open_store
from store.ordeal import ENTRY, REVIEW, named, titled

if TYPE_CHECKING:
    from pathlib import Path

OPEN_LOG = "DROP TRIGGER change_stays; DROP TRIGGER change_remains"


def verified(path: Path, *spoil: str) -> tuple[str, ...]:
    """Make some changes, spoil the database as another program could, and verify it."""
    with open_store(path) as store:
        store.edit(REVIEW.id, titled("1"), ENTRY)
        store.edit(REVIEW.id, titled("2"), ENTRY)
        assert store.verify() == ()
    with closing(sqlite3.connect(path)) as other:
        for statements in spoil:
            if " change " in statements:
                other.executescript(OPEN_LOG)
            other.executescript(statements)
    with open_store(path) as store:
        return store.verify()


@pytest.mark.parametrize(
    ("spoil", "found"),
    [
        ("UPDATE review SET title = 'x'", "Review library-services-2003 is not what the log says it is."),
        ("UPDATE source SET text = 'x'", "Review library-services-2003 is not what the log says it is."),
        ("DELETE FROM source", "Review library-services-2003 is not what the log says it is."),
        ("DELETE FROM event WHERE step IS NOT NULL", "Review library-services-2003 is not what the log says it is."),
        ("UPDATE amount SET value_pence = 1", "a row of amount is not read as it is printed"),
        ("UPDATE action SET owner_people = '[]'", "a row of action is not read as it is printed"),
        ("UPDATE target SET readings = NULL", "a row of target is not read as it is printed"),
        ("UPDATE review SET date = '2003-02-31'", "cannot be read"),
        ("UPDATE event SET kind = 'no such kind'", "cannot be read"),
        ("DELETE FROM action", "stands below a row of action that is not there"),
        ("PRAGMA ignore_check_constraints = ON; UPDATE action SET wordings = 'x'", "damaged: CHECK constraint failed"),
        ("DROP TRIGGER change_stays", "The trigger change_stays is not as bvtrack made it."),
        ("DROP VIEW finance", "The view finance is not as bvtrack made it."),
        ("DROP INDEX step_action; CREATE INDEX step_action ON step (text)", "The index step_action is not"),
        ("CREATE TRIGGER mine AFTER INSERT ON step BEGIN SELECT 1; END", "did not make: mine"),
        ("UPDATE change SET what = 'x' WHERE number = 2", "The log is broken at change 2."),
        ("UPDATE change SET hash = '' WHERE number = 3", "The log is broken at change 3."),
        ("DELETE FROM change WHERE number = 2", "The log is broken at change 3."),
        ("DELETE FROM change WHERE number = 3", "The log breaks off after change 2."),
        (
            "PRAGMA foreign_keys = OFF; DELETE FROM review",
            "Review library-services-2003 is gone, and the log does not say why.",
        ),
    ],
)
def test_spoilt(path: Path, spoil: str, found: str) -> None:
    """Each of these is told in a sentence."""
    wrong = verified(path, spoil)
    assert any(found in one for one in wrong), wrong
    assert all("\n" not in one for one in wrong)


def test_what_is_not_ours_may_be_there(path: Path) -> None:
    """Views and tables that somebody added for queries are no fault."""
    assert verified(path, "CREATE VIEW mine AS SELECT * FROM finance", "CREATE TABLE notes (text)") == ()


def test_the_log_is_only_added_to(path: Path) -> None:
    """SQLite itself refuses to change or delete an entry of the log."""
    with closing(sqlite3.connect(path)) as other:
        for sql in ("UPDATE change SET what = 'x'", "DELETE FROM change"):
            with pytest.raises(sqlite3.IntegrityError, match="only added to"):
                other.execute(sql)


def test_an_added_review_is_sealed(path: Path) -> None:
    """That a review was added is logged with how many rows came, and what they said is sealed with it."""
    with open_store(path) as store:
        store.add(named("s"), "text", ENTRY)
        assert store.log(limit=1)[0].edits == ()
    with closing(sqlite3.connect(path)) as other:
        edits = other.execute("SELECT edits FROM change WHERE number = 2").fetchone()[0]
        assert '"step":3' in edits
        assert '"amount":12' in edits
        other.execute("UPDATE person SET post = 'x' WHERE review = 2")
        other.commit()
    with open_store(path) as store:
        assert store.verify() == ("Review s is not what the log says it is.",)


def test_an_entry_that_cannot_be_read(path: Path) -> None:
    """An entry of the log that somebody spoilt is damage."""
    from bvtrack.core.errors import DatabaseProblem

    with closing(sqlite3.connect(path)) as other:
        other.executescript(OPEN_LOG)
        other.executescript("UPDATE change SET edits = '[7]'")
    with open_store(path) as store, pytest.raises(DatabaseProblem, match="change 1 of the log cannot be read"):
        store.log()


def test_a_damaged_file(path: Path) -> None:
    """What SQLite finds wrong is told, and what stops it is told too."""
    data = bytearray(path.read_bytes())
    with closing(sqlite3.connect(path)) as other:
        page = other.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'step_action'").fetchone()[0] - 1
        leaf = other.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'action'").fetchone()[0] - 1
    data[page * 4096 : page * 4096 + 100] = b"\xff" * 100
    path.write_bytes(data)
    with open_store(path) as store:
        assert store.verify()[0].startswith("The file is damaged: ")
    data[leaf * 4096 : leaf * 4096 + 4096] = b"\x05" * 4096
    data[4096 * 2 : 4096 * 3] = b"\x0d" * 4096
    path.write_bytes(data)
    with open_store(path) as store:
        assert store.verify()
