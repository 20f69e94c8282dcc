"""A disk that fails at any write: one problem of storage, nothing changed, and the same thing done again succeeds."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest

from bvtrack.core.errors import StorageProblem
from bvtrack.files.review_sample import SAMPLE
from bvtrack.store import schema
from bvtrack.store.restoring import restore
from bvtrack.store.store import Store, open_store
from store.faulty import Disk, faulty
from store.ordeal import ENTRY, named, second_schema, titled

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

MESSAGES = ["database or disk is full", "disk I/O error", "attempt to write a readonly database"]
MOST = 400


def contents(path: Path) -> list[str]:
    """Give all that a database says, its own connection aside."""
    connection = sqlite3.connect(path)
    said = [*connection.iterdump(), *map(str, connection.execute("PRAGMA user_version").fetchall())]
    connection.close()
    return said


def fails_anywhere(disk: Disk, path: Path, work: Callable[[], object]) -> int:
    """Do the work with a fault at write 1, 2, 3 … until none is met; say how many were."""
    before = contents(path) if path.exists() else None
    for nth in range(1, MOST):
        disk.start(nth)
        try:
            work()
        except StorageProblem:
            disk.start(0)
            assert (contents(path) if path.exists() else None) == before, f"write {nth}"
            continue
        assert not disk.failed
        disk.start(0)
        return nth - 1
    pytest.fail("it never came clean")


@pytest.fixture
def disk(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Disk:
    """Give a disk that fails as it is told, or else by being full."""
    return faulty(monkeypatch, getattr(request, "param", MESSAGES[0]))


@pytest.fixture
def path(tmp_path: Path, disk: Disk) -> Path:
    """Give a database with a review in it, on that disk."""
    disk.start(0)
    with open_store(tmp_path / "a.db", create=True) as store:
        store.add(named("r"), SAMPLE, ENTRY)
    return tmp_path / "a.db"


def within(path: Path, work: Callable[[Store], object]) -> Callable[[], None]:
    """Make work of what is done with an open store."""

    def run() -> None:
        with open_store(path) as store:
            work(store)

    return run


@pytest.mark.parametrize("disk", MESSAGES, indirect=True)
def test_edit(disk: Disk, path: Path) -> None:
    """An edit of several rows and the kept text."""
    work = within(path, lambda store: store.edit("r", titled("1"), ENTRY, text="new"))
    assert fails_anywhere(disk, path, work) >= 6


def test_add(disk: Disk, path: Path) -> None:
    """A new review."""
    assert fails_anywhere(disk, path, within(path, lambda store: store.add(named("s"), SAMPLE, ENTRY))) > 30


def test_remove(disk: Disk, path: Path) -> None:
    """A removal."""
    assert fails_anywhere(disk, path, within(path, lambda store: store.remove("r", ENTRY))) > 30


def test_undo(disk: Disk, path: Path) -> None:
    """The undo of a removal."""
    with open_store(path) as store:
        number = store.remove("r", ENTRY).number
    assert fails_anywhere(disk, path, within(path, lambda store: store.undo(number, ENTRY))) > 30


def test_import(disk: Disk, path: Path) -> None:
    """Several changes in one transaction."""

    def work(store: Store) -> None:
        with store.transaction():
            store.add(named("s"), SAMPLE, ENTRY)
            store.edit("r", titled("1"), ENTRY)
            store.edit("s", titled("1"), ENTRY)

    assert fails_anywhere(disk, path, within(path, work)) > 40


def test_one_store(disk: Disk, path: Path) -> None:
    """A store that met a fault goes on once the disk is well."""
    with open_store(path) as store:
        assert fails_anywhere(disk, path, lambda: store.edit("r", titled("1"), ENTRY)) > 3
        assert store.load("r").title == "1"


def test_creation(disk: Disk, tmp_path: Path) -> None:
    """A new database: there is none, or it is whole."""
    for nth in range(1, MOST):
        path = tmp_path / f"{nth}.db"
        disk.start(nth)
        try:
            open_store(path, create=True).close()
            break
        except StorageProblem:
            disk.start(0)
            # once it has its name, only the folder was not seen through to the disk
            assert [one.name for one in tmp_path.iterdir()] in ([], [path.name])
            with open_store(path, create=True) as store:
                assert store.verify() == ()
        path.unlink()
    assert nth > 40


def test_migration(disk: Disk, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A migration: the schema is the old one or the new one, and the copy beside it stays."""
    monkeypatch.setattr(schema, "MIGRATIONS", [*schema.MIGRATIONS, second_schema])
    assert fails_anywhere(disk, path, lambda: open_store(path).close()) > 6
    assert sorted(one.name for one in path.parent.iterdir()) == ["a.db", f"a.db.before-{schema.newest() - 1}"]


def test_backup(disk: Disk, path: Path) -> None:
    """A backup over an older one: the older one stays until the new one is whole."""
    copy = path.with_name("copy.db")
    with open_store(path) as store:
        store.backup(copy)
        store.edit("r", titled("1"), ENTRY)
        old = contents(copy)
        for nth in range(1, MOST):
            disk.start(nth)
            try:
                store.backup(copy, force=True)
                break
            except StorageProblem:
                disk.start(0)
                # once it has its name, only the folder was not seen through to the disk
                assert contents(copy) in (old, contents(path))
        disk.start(0)
    assert contents(copy) == contents(path)
    assert sorted(one.name for one in path.parent.iterdir()) == ["a.db", "copy.db"]


@pytest.mark.parametrize("broken", [False, True])
def test_restore(disk: Disk, path: Path, *, broken: bool) -> None:
    """A restore, of a database that is sound or spoilt: what was there stays, here or under another name."""
    copy = path.with_name("copy.db")
    with open_store(path) as store:
        store.backup(copy)
        store.edit("r", titled("1"), ENTRY)
    if broken:
        path.write_bytes(b"spoilt")
    was = path.read_bytes()
    for nth in range(1, MOST):
        disk.start(nth)
        try:
            restore(copy, path, force=True)
            break
        except StorageProblem:
            disk.start(0)
            kept = [one.read_bytes() for one in path.parent.glob("a.db*")]
            assert was in kept or not broken
    disk.start(0)
    assert nth > 3
    with open_store(path) as store:
        assert store.load("r").title == "0"
        assert store.verify() == ()


def test_really_full(path: Path) -> None:
    """A file that may not grow ends in a problem of storage, and nothing is changed."""
    before = contents(path)
    with open_store(path) as store:
        pages = store._db.number("PRAGMA page_count")  # noqa: SLF001 — the limit is this connection's
        store._db.execute(f"PRAGMA max_page_count = {pages}")  # noqa: SLF001
        with pytest.raises(StorageProblem, match="full"):
            store.edit("r", lambda review: review.model_copy(update={"title": "x" * 9000}), ENTRY, text="y" * 9000)
        assert store.load("r").title == "0"
    assert contents(path) == before
