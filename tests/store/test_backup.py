"""Backups: whole, sound, and the way back; what was there before a restore is kept."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from bvtrack.core.errors import BusyProblem, DatabaseProblem, UsageProblem
from bvtrack.store.restoring import restore
from bvtrack.store.store import Store, open_store
from store.ordeal import ENTRY, REVIEW, titled

if TYPE_CHECKING:
    from pathlib import Path

NAME = REVIEW.id


def title(path: Path) -> str:
    """Give the title of the review in a database that is whole."""
    with open_store(path) as store:
        assert store.verify() == ()
        return store.load(NAME).title


def names(path: Path) -> list[str]:
    """Give the names of the files beside a database."""
    return sorted(one.name for one in path.parent.iterdir())


def test_backup(store: Store, path: Path) -> None:
    """A backup holds what the database holds, and does not change with it; it is replaced only when told to."""
    copy = path.with_name("copy.db")
    store.backup(copy)
    store.edit(NAME, titled("1"), ENTRY)
    assert title(copy) == REVIEW.title
    with pytest.raises(UsageProblem, match="already"):
        store.backup(copy)
    store.backup(copy, force=True)
    assert title(copy) == "1"
    assert names(path) == ["copy.db", "reviews.db"]


def test_backup_to_where_none_can_be(store: Store, path: Path) -> None:
    """A folder, the database itself by any name, and what another database's change left are no places for a backup."""
    with pytest.raises(UsageProblem, match="folder"):
        store.backup(path.parent)
    path.with_name("link.db").symlink_to(path)
    for name in ("reviews.db", "link.db"):
        with pytest.raises(UsageProblem, match="the database itself"):
            store.backup(path.with_name(name), force=True)
    path.with_name("other.db-journal").touch()
    with pytest.raises(DatabaseProblem, match="broken-off"):
        store.backup(path.with_name("other.db"))


def test_backup_of_what_is_not_sound(store: Store, path: Path) -> None:
    """A database that is not sound gives no backup."""
    store._db.execute("UPDATE action SET text = 'other'")  # noqa: SLF001 — as another program would
    with pytest.raises(DatabaseProblem, match="not what the log says"):
        store.backup(path.with_name("copy.db"))
    assert names(path) == ["reviews.db"]


def test_backup_while_somebody_writes(path: Path) -> None:
    """A backup waits for a writer as long as a change would, then tells that the database is busy."""
    with open_store(path, patience=0) as store, closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(BusyProblem):
            store.backup(path.with_name("copy.db"))
        other.execute("ROLLBACK")
        store.backup(path.with_name("copy.db"))
    assert title(path.with_name("copy.db")) == REVIEW.title


def test_restore(store: Store, path: Path) -> None:
    """A restore brings back what the backup holds, keeps what was there, and who has it open sees it."""
    copy = path.with_name("copy.db")
    store.backup(copy)
    for number in (1, 2):
        store.edit(NAME, titled(str(number)), ENTRY)
        version = store.version()
        restore(copy, path, force=True)
        assert store.version() != version
        assert store.load(NAME) == REVIEW
        assert title(path.with_name(f"reviews.db.before-restore-{number}")) == str(number)
    assert store.edit(NAME, titled("3"), ENTRY) is not None
    assert title(path) == "3"
    assert title(copy) == REVIEW.title


def test_restore_where_nothing_is(store: Store, path: Path) -> None:
    """A backup can be restored to a name of its own."""
    store.backup(path.with_name("copy.db"))
    restore(path.with_name("copy.db"), path.with_name("new.db"))
    assert title(path.with_name("new.db")) == REVIEW.title
    assert names(path) == ["copy.db", "new.db", "reviews.db"]


def test_restore_over_a_spoilt_database(store: Store, path: Path) -> None:
    """A database that cannot be opened is kept as it is, with its journal, when a backup takes its place."""
    spoilt = path.with_name("spoilt.db")
    spoilt.write_bytes(b"")
    path.with_name("spoilt.db-journal").write_bytes(b"journal")
    store.backup(path.with_name("copy.db"))
    restore(path.with_name("copy.db"), spoilt, force=True)
    assert title(spoilt) == REVIEW.title
    assert path.with_name("spoilt.db.before-restore-1").read_bytes() == b""
    assert path.with_name("spoilt.db.before-restore-1-journal").read_bytes() == b"journal"
    spoilt.write_bytes(b"again")
    restore(path.with_name("copy.db"), spoilt, force=True)
    assert path.with_name("spoilt.db.before-restore-2").read_bytes() == b"again"


def test_restore_that_is_refused(store: Store, path: Path) -> None:
    """Nothing is replaced without being told to, by itself, by what is not there, or by what is not sound."""
    copy = path.with_name("copy.db")
    with pytest.raises(UsageProblem, match="no database here"):
        restore(copy, path, force=True)
    store.backup(copy)
    store.edit(NAME, titled("1"), ENTRY)
    with pytest.raises(UsageProblem, match="already"):
        restore(copy, path)
    with pytest.raises(UsageProblem, match="the backup itself"):
        restore(path, path, force=True)
    with closing(sqlite3.connect(copy)) as other:
        other.execute("UPDATE action SET finish_latest = '2099-01-01'")
        other.commit()
    with pytest.raises(DatabaseProblem, match=r"no sound backup: .* not read as it is printed"):
        restore(copy, path, force=True)
    assert title(path) == "1"
    assert names(path) == ["copy.db", "reviews.db"]


def test_restore_while_somebody_writes(store: Store, path: Path) -> None:
    """A restore waits for a writer as long as a change would, then tells that the database is busy."""
    store.backup(path.with_name("copy.db"))
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(BusyProblem):
            restore(path.with_name("copy.db"), path, force=True, patience=0)
    assert title(path) == REVIEW.title
