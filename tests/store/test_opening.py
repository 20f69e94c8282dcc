"""Opening a database, and what is no database of ours: told as what it is, and left as it was."""

from __future__ import annotations

import random
import shutil
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from bvtrack.core.errors import BusyProblem, DatabaseProblem, Problem, StorageProblem, UsageProblem
from bvtrack.store import schema
from bvtrack.store.database import Database, told
from bvtrack.store.store import open_store
from store.ordeal import ENTRY, REVIEW, second_schema, titled

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bvtrack.store.schema import Migrated


def test_there_is_none(tmp_path: Path) -> None:
    """A database that is not there is a problem of use; with `create` it is made, with its folder."""
    path = tmp_path / "folder" / "new.db"
    with pytest.raises(UsageProblem, match="no database here"):
        open_store(path)
    assert not path.parent.exists()
    with open_store(path, create=True) as store:
        assert store.reviews() == ()
        assert store.verify() == ()
    with open_store(path, create=True) as store:
        assert store.reviews() == ()


def test_settings(path: Path) -> None:
    """A connection keeps the links between rows and writes through to the disk; the file is marked as ours."""
    with open_store(path) as store:
        db = store._db  # noqa: SLF001 — what is proved is inside
        assert db.number("PRAGMA foreign_keys") == 1
        assert db.number("PRAGMA synchronous") == 3
        assert db.number("PRAGMA application_id") == schema.APPLICATION
        assert db.number("PRAGMA user_version") == schema.newest()
        assert db.execute("PRAGMA journal_mode").fetchone()[0] == "delete"


def test_settings_that_do_not_hold(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A SQLite that ignores a setting is not worked with."""
    monkeypatch.setattr(Database, "number", lambda self, sql: 7 if "synchronous" in sql else _number(self, sql))
    with pytest.raises(DatabaseProblem, match="cannot set synchronous"):
        open_store(path)


def _number(db: Database, sql: str) -> int:
    return int(db.execute(sql).fetchone()[0])


def test_write_ahead_log(path: Path) -> None:
    """A database that somebody switched to a write-ahead log is switched back."""
    with closing(sqlite3.connect(path)) as other:
        other.execute("PRAGMA journal_mode = WAL")
    with open_store(path) as store:
        assert store._db.execute("PRAGMA journal_mode").fetchone()[0] == "delete"  # noqa: SLF001
        assert store.load(REVIEW.id) == REVIEW


def foreign(path: Path) -> None:
    """Make a database of another program."""
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE review (id)")
        other.commit()


def newer(path: Path) -> None:
    """Make a database that a later bvtrack made."""
    with closing(sqlite3.connect(path)) as other:
        other.execute(f"PRAGMA application_id = {schema.APPLICATION}")
        other.execute(f"PRAGMA user_version = {schema.newest() + 1}")
        other.execute("CREATE TABLE review (id)")
        other.commit()


def without_schema(path: Path) -> None:
    """Make a database that says it is ours and no more."""
    with closing(sqlite3.connect(path)) as other:
        other.execute(f"PRAGMA application_id = {schema.APPLICATION}")
        other.execute("CREATE TABLE review (id)")
        other.commit()


@pytest.mark.parametrize(
    ("make", "what"),
    [
        (foreign, "no database of bvtrack"),
        (newer, "newer than this bvtrack"),
        (without_schema, "its schema is 0"),
        (lambda path: path.write_bytes(b""), "an empty file"),
        (lambda path: path.write_text("format = 1\n" * 1000), "no database"),
        (lambda path: path.write_text("x"), "no database"),
        (lambda path: path.write_bytes(b"SQLite format 3\x00"), "no database|damaged"),
        (lambda path: path.write_bytes(b"SQLite format 3\x00" + bytes(range(256)) * 40), "no database|damaged"),
    ],
)
@pytest.mark.parametrize("writable", [True, False])
def test_no_database_of_ours(tmp_path: Path, make: Callable[[Path], None], what: str, *, writable: bool) -> None:
    """A file that is no database of ours is told as such and not touched."""
    path = tmp_path / "other.db"
    make(path)
    before = path.read_bytes()
    with pytest.raises(DatabaseProblem, match=what):
        open_store(path, create=True, writable=writable)
    assert path.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir()] == ["other.db"]


def test_a_folder(tmp_path: Path) -> None:
    """A folder is no database."""
    with pytest.raises(UsageProblem, match="is no file"):
        open_store(tmp_path, create=True)


def test_unreadable(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that may not be read is a problem of storage."""

    def refuse(*_: object, **__: object) -> None:
        raise sqlite3.OperationalError("unable to open database file")

    monkeypatch.setattr("bvtrack.store.database.sqlite3.connect", refuse)
    with pytest.raises(StorageProblem, match="unable to open"):
        open_store(path)


def test_read_only(path: Path) -> None:
    """A database that is only read cannot be changed, and says so."""
    before = path.read_bytes()
    with open_store(path, writable=False) as store:
        assert store.load(REVIEW.id) == REVIEW
        with pytest.raises(StorageProblem, match="readonly"):
            store.edit(REVIEW.id, titled("1"), ENTRY)
    assert path.read_bytes() == before


def test_broken_off(path: Path, tmp_path: Path) -> None:
    """What a crash left half written is taken back by the next who opens the database, if only to read it."""
    broken = tmp_path / "broken.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("PRAGMA cache_size = 1")
        other.execute("BEGIN IMMEDIATE")
        for nth in range(20):
            other.execute("UPDATE source SET text = ?", (str(nth) * 90000,))
        shutil.copy(path, broken)
        shutil.copy(f"{path}-journal", f"{broken}-journal")
    assert broken.stat().st_size > path.stat().st_size
    with open_store(broken, writable=False) as store:
        assert store.load(REVIEW.id) == REVIEW
        assert store.verify() == ()


@pytest.mark.parametrize(("lock", "opens"), [("EXCLUSIVE", False), ("IMMEDIATE", True)])
def test_locked(path: Path, lock: str, *, opens: bool) -> None:
    """A database that another process writes to is waited for, then told as busy."""
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute(f"BEGIN {lock}")
        if not opens:
            with pytest.raises(BusyProblem):
                open_store(path, patience=0)
            return
        with open_store(path, patience=0) as store:
            assert store.load(REVIEW.id) == REVIEW
            with pytest.raises(BusyProblem):
                store.edit(REVIEW.id, titled("1"), ENTRY)
            other.execute("ROLLBACK")
            assert store.edit(REVIEW.id, titled("1"), ENTRY) is not None


def test_who_waits_no_longer_is_told_sooner(path: Path) -> None:
    """How long to wait for another writer can be changed; asking for the version waits for nobody."""
    with open_store(path) as store, closing(sqlite3.connect(path, isolation_level=None)) as other:
        store.wait_at_most(0)
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(BusyProblem):
            store.version()
        with pytest.raises(BusyProblem):
            store.edit(REVIEW.id, titled("1"), ENTRY)
        other.execute("ROLLBACK")
        assert store.edit(REVIEW.id, titled("1"), ENTRY) is not None


@pytest.mark.parametrize("replaced", [False, True])
def test_deleted_while_open(path: Path, *, replaced: bool) -> None:
    """A database that was deleted or replaced while it was open is told as that, and what took its place is left."""
    with open_store(path) as store:
        copy = path.read_bytes()
        path.unlink()
        if replaced:
            path.write_bytes(copy)
        with pytest.raises(StorageProblem, match="moved or deleted while it was open"):
            store.edit(REVIEW.id, titled("1"), ENTRY)
        assert path.exists() == replaced
        assert not replaced or path.read_bytes() == copy


def look(path: Path) -> tuple[str, ...]:
    """Read all there is, and give what verify says."""
    with open_store(path) as store:
        for review in store.reviews():
            store.load(review)
            store.kept_text(review)
        store.log()
        return store.verify()


def test_truncated(path: Path, tmp_path: Path) -> None:
    """A file cut off anywhere is told as damaged, and left as it is."""
    whole = path.read_bytes()
    cut = tmp_path / "cut.db"
    for length in [*range(1, 600, 50), *range(600, len(whole), 4000), len(whole) - 1]:
        cut.write_bytes(whole[:length])
        with pytest.raises(DatabaseProblem):
            open_store(cut)
        assert cut.read_bytes() == whole[:length]


def test_flipped(path: Path, tmp_path: Path) -> None:
    """A file with a byte changed is told as damaged when it is read or verified, or says what it said; all is left."""
    chance = random.Random(11)  # noqa: S311 — places, not secrets
    whole = path.read_bytes()
    spoilt = tmp_path / "spoilt.db"
    noticed = 0
    for _ in range(50):
        data = bytearray(whole)
        data[chance.randrange(len(data))] ^= chance.randrange(1, 256)
        spoilt.write_bytes(data)
        try:
            wrong = look(spoilt)
        except Problem as problem:
            wrong = (str(problem),)
        noticed += bool(wrong)
        assert spoilt.read_bytes() == data
        if not wrong:
            with open_store(spoilt) as store:
                assert store.load(REVIEW.id) == REVIEW
    assert noticed > 5


def test_scrambled(path: Path, tmp_path: Path) -> None:
    """A page of noise anywhere ends in a problem of the database, found by reading or by verify."""
    chance = random.Random(5)  # noqa: S311 — places, not secrets
    whole = path.read_bytes()
    spoilt = tmp_path / "spoilt.db"
    for start in range(0, len(whole), 4096):
        spoilt.write_bytes(whole[:start] + chance.randbytes(4096) + whole[start + 4096 :])
        try:
            wrong = look(spoilt)
        except DatabaseProblem as problem:
            wrong = (str(problem),)
        assert wrong, start


def test_migration(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A database of an older schema becomes one of the newest, and a copy of what it was stays beside it."""
    before = path.read_bytes()
    monkeypatch.setattr(schema, "MIGRATIONS", [*schema.MIGRATIONS, second_schema])
    with pytest.raises(DatabaseProblem, match=f"the older schema {schema.newest() - 1}"):
        open_store(path, writable=False)
    assert path.read_bytes() == before
    with open_store(path) as store:
        assert store.load(REVIEW.id) == REVIEW
        assert store.verify() == ()
        assert store._db.number("SELECT count(*) FROM later") == 1  # noqa: SLF001
    monkeypatch.setattr(schema, "MIGRATIONS", schema.MIGRATIONS[:-1])
    with open_store(path.with_name(f"reviews.db.before-{schema.newest()}")) as store:
        assert store.load(REVIEW.id) == REVIEW
        assert store.verify() == ()
    with pytest.raises(DatabaseProblem, match="newer"):
        open_store(path)


def test_migration_that_fails(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A migration that fails halfway changes nothing."""

    def fails(db: Migrated) -> None:
        second_schema(db)
        db.execute("SELECT * FROM nowhere")

    monkeypatch.setattr(schema, "MIGRATIONS", [*schema.MIGRATIONS, fails])
    with pytest.raises(DatabaseProblem, match="nowhere"):
        open_store(path)
    monkeypatch.undo()
    with open_store(path) as store:
        assert store.verify() == ()
        assert store._db.execute("SELECT name FROM sqlite_schema WHERE name = 'later'").fetchall() == []  # noqa: SLF001


def test_a_journal_without_its_database(path: Path) -> None:
    """What a broken-off change left is not taken for a new database's."""
    path.rename(path.with_name("moved.db"))
    path.with_name("reviews.db-journal").write_bytes(b"left")
    with pytest.raises(DatabaseProblem, match="broken-off"):
        open_store(path, create=True)
    assert not path.exists()


def test_without_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A database can be made on a file system that has no links."""

    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr("os.link", refuse)
    with open_store(tmp_path / "new.db", create=True) as store:
        assert store.verify() == ()


def test_made_by_two_at_once(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where another process makes the database at the same time, the one that came first stays."""
    ready = path.with_name("ready.db")
    path.rename(ready)

    def late(scratch: Path, target: Path) -> None:
        shutil.copy(ready, target)
        real(scratch, target)

    from bvtrack.store import backup

    real = backup._link  # noqa: SLF001 — the moment between
    monkeypatch.setattr(backup, "_link", late)
    with open_store(path, create=True) as store:
        assert store.reviews() == (REVIEW.id,)


@pytest.mark.parametrize(
    ("error", "problem"),
    [
        (sqlite3.OperationalError("database is locked"), BusyProblem),
        (sqlite3.OperationalError("disk I/O error"), StorageProblem),
        (sqlite3.OperationalError("no such table: review"), DatabaseProblem),
        (sqlite3.DatabaseError("database disk image is malformed"), DatabaseProblem),
        (OSError(28, "No space left on device"), StorageProblem),
        (sqlite3.IntegrityError("CHECK constraint failed"), sqlite3.IntegrityError),
        (sqlite3.ProgrammingError("another thread"), sqlite3.ProgrammingError),
    ],
)
def test_told(tmp_path: Path, error: Exception, problem: type[Exception]) -> None:
    """Errors of SQLite and the system are told as problems; faults of our own are not."""
    with pytest.raises(problem), told(tmp_path):
        raise error
