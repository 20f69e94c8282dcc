"""`bvtrack backup`, `restore` and `verify`, and what becomes of databases that are none."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bvtrack.app.desk import default_path
from bvtrack.core.errors import (
    BusyProblem,
    ConflictProblem,
    DatabaseProblem,
    InputProblem,
    Problem,
    StorageProblem,
    UsageProblem,
)
from desk import NAME, PLANNED

if TYPE_CHECKING:
    from desk import Run


def test_a_backup_brings_back_what_was(at_work: Run, tmp_path: Path) -> None:
    """Back up, change, restore: the change is gone, and the database before it is kept beside."""
    assert at_work("backup", "copy.db") == (0, f"{tmp_path / 'work.db'} copied to copy.db: 1 review, 1 change\n", "")
    at_work("action", "2c", "start")
    code, out, err = at_work("restore", "copy.db")
    assert (code, out, "replace it with --force" in err) == (2, "", True)
    assert at_work("restore", "copy.db", "--force")[:2] == (0, f"{tmp_path / 'work.db'} restored from copy.db\n")
    assert at_work("verify")[:2] == (0, f"{tmp_path / 'work.db'}: 1 review, 1 change, all whole\n")
    beside = tmp_path / "work.db.before-restore-1"
    assert at_work("verify", "--db", str(beside))[1].endswith("1 review, 2 changes, all whole\n")


def test_a_backup_is_not_written_over(at_work: Run, tmp_path: Path) -> None:
    """A file that is there is replaced only with --force; a folder and the database itself never are."""
    other = tmp_path / "other.db"
    other.write_text("mine", "utf-8")
    assert at_work("backup", "other.db")[0] == 2
    assert other.read_text("utf-8") == "mine"
    other.unlink()
    for force in ((), ("--force",)):
        assert at_work("backup", "other.db", *force)[0] == 0
    assert at_work("backup", str(tmp_path), "--force")[0] == 2
    assert at_work("backup", "work.db", "--force")[0] == 2
    assert at_work("backup", str(tmp_path / "none" / "x.db"))[0] == 7


def test_damage_is_told_a_line_each_and_ends_with_8(at_work: Run, tmp_path: Path) -> None:
    """A row changed behind bvtrack's back is found."""
    with closing(sqlite3.connect(tmp_path / "work.db")) as db, db:
        db.execute("UPDATE amount SET value_pence = value_pence + 1 WHERE id = 1")
        db.execute("UPDATE action SET owner = 'Somebody' WHERE id = 1")
    code, out, err = at_work("verify")
    assert (code, out) == (8, "")
    assert err.count("\n") >= 1
    assert all(line.startswith(f"bvtrack: {tmp_path / 'work.db'}: ") for line in err.splitlines())


@pytest.mark.parametrize(
    "words",
    [
        "verify --db bad.db",
        "log --db bad.db",
        "status bad.db",
        "check bad.db",
        "export plan bad.db",
        "action 2c start --db bad.db",
        "restore bad.db --db new.db",
    ],
)
@pytest.mark.parametrize("content", [b"no database at all, but a text\n", b"", b"SQLite format 3\0" + bytes(100)])
def test_what_is_no_database_ends_with_8_and_stays(at_work: Run, tmp_path: Path, words: str, content: bytes) -> None:
    """Text, nothing and rubbish under a database's name are refused by every command, and not touched."""
    bad = tmp_path / "bad.db"
    bad.write_bytes(content)
    code, out, err = at_work(*words.split())
    assert (code, err.count("\n")) == (8, 1)
    assert out == "" or words.startswith("check")
    assert bad.read_bytes() == content
    assert not (tmp_path / "new.db").exists()


def test_where_there_is_none_it_is_said(at_work: Run) -> None:
    """A database that is not there is a usage problem, and none is made by looking."""
    for words in ("verify", "log", "status", "people", "export plan", "action 2c start", "undo", "backup x.db"):
        code, out, err = at_work(*words.split(), "--db", "none.db")
        assert (code, out, err.count("\n")) == (2, "", 1)
        assert not Path("none.db").exists()


def test_the_default_stands_in_the_users_data(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Unless told otherwise the database stands where the platform keeps a user's data."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert default_path().name == "bvtrack.db"
    assert default_path().parent.name == "bvtrack"


def test_a_named_database_goes_before_the_usual_one(at_work: Run, tmp_path: Path) -> None:
    """--db goes before BVTRACK_DB, in front of the command too."""
    at_work("backup", "copy.db")
    at_work("action", "2c", "start", "--db", "copy.db")
    assert at_work("--db", "copy.db", "verify")[1] == "copy.db: 1 review, 2 changes, all whole\n"
    assert at_work("verify")[1] == f"{tmp_path / 'work.db'}: 1 review, 1 change, all whole\n"
    assert at_work("export", "review", "copy.db", "--review", NAME)[0] == 0


@pytest.mark.parametrize(
    ("problem", "code"),
    [
        (UsageProblem, 2),
        (InputProblem, 3),
        (BusyProblem, 5),
        (ConflictProblem, 6),
        (StorageProblem, 7),
        (DatabaseProblem, 8),
    ],
)
def test_each_problem_has_its_code(
    at_work: Run, monkeypatch: pytest.MonkeyPatch, problem: type[Problem], code: int
) -> None:
    """Whatever keeps a command from its work, its code says what kind of thing it was, and one line the rest."""

    def fail(*_arguments: object, **_options: object) -> None:
        raise problem("work.db", "something is wrong", "mend it")

    monkeypatch.setattr("bvtrack.app.desk.open_store", fail)
    assert at_work("action", "2c", "start") == (code, "", "bvtrack: work.db: something is wrong (mend it)\n")


def test_a_backup_replaces_nothing_but_a_database(at_work: Run, tmp_path: Path) -> None:
    """A review file, or whatever else is no database, is not written over even by force."""
    (tmp_path / "review.toml").write_text("format = 1", "utf-8")
    code, _, err = at_work("backup", "review.toml", "--force")
    assert (code, err.startswith("bvtrack: review.toml: is no database (")) == (2, True)
    assert (tmp_path / "review.toml").read_text("utf-8") == "format = 1"
    (tmp_path / "empty.db").touch()
    assert at_work("backup", "empty.db", "--force")[0] == 0
    assert at_work("backup", "empty.db", "--force")[0] == 0


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("backup", "{}"), 7),
        (("restore", "work.db", "--db", "{}"), 7),
        (("restore", "{}", "--force"), 7),
        (("status", "--db", "{}"), 7),
        (("import", "small.toml", "--db", "{}"), 7),
        (("export", "review", "-o", "{}"), 7),
        (("new", "{}.toml"), 7),
        (("check", "{}.toml"), 3),
        (("status", "{}.toml"), 3),
        (("import", "{}.toml"), 3),
    ],
)
def test_a_way_that_is_barred(at_work: Run, tmp_path: Path, words: tuple[str, ...], code: int) -> None:
    """A path that the system refuses even to look at ends in one line, told of that path."""
    (tmp_path / "small.toml").write_text(PLANNED, "utf-8")
    path = "x" * 300
    ended, _, err = at_work(*(word.format(path) for word in words))
    assert (ended, err.splitlines()[0][:20]) == (code, "bvtrack: xxxxxxxxxxx")


def test_reading_tells_whether_a_file_can_be_read(at_work: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """No file is refused as unreadable before anybody tried to read it: that would be a fault of the command line."""
    monkeypatch.setattr("os.access", lambda *_, **__: False)
    assert at_work("status", "work.db")[0] == 0
    assert at_work("status", "--db", "work.db")[0] == 0
