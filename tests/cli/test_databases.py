"""`bvtrack check` and `export` of what a database holds."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from bvtrack.app.export import TABLES
from desk import NAME, PLANNED, REVIEW, desk_of, kept

if TYPE_CHECKING:
    from pathlib import Path

    from desk import Run


def test_a_database_gives_the_findings_of_its_file(at_work: Run) -> None:
    """The same rules find the same in a database as at its file, at the same date; a database has no lines."""
    _, of_file, _ = at_work("check", str(REVIEW), "--format", "json", "--as-at", "2002-04-22")
    code, of_database, err = at_work("check", "work.db", "--format", "json", "--as-at", "2002-04-22")
    found, expected = json.loads(of_database), json.loads(of_file)
    assert (code, err) == (1, "")
    assert {finding["path"] for finding in found["findings"]} == {f"work.db: {NAME}"}
    assert {finding["line"] for finding in found["findings"]} == {None}
    strip = ("path", "line")
    assert [{k: v for k, v in one.items() if k not in strip} for one in found["findings"]] == [
        {k: v for k, v in one.items() if k not in strip} for one in expected["findings"]
    ]
    assert found["summary"] == expected["summary"]


def test_a_database_speaks_for_today(at_work: Run) -> None:
    """Without --as-at a file speaks for the date of its report and a database for today, side by side."""
    at_work("export", "review", "-o", "schools.toml")
    _, out, _ = at_work("check", "work.db", "schools.toml", "--format", "json")
    dates = {finding["path"]: finding["as_at"] for finding in json.loads(out)["findings"]}
    assert dates == {f"work.db: {NAME}": "2002-11-22", "schools.toml": "2002-04-22"}
    assert "work.db: " in at_work("check", "work.db")[1]


def test_a_folder_means_its_databases_too(at_work: Run, tmp_path: Path) -> None:
    """All reviews of all databases and files of a folder are checked; one told by its beginning needs no ending."""
    folder = tmp_path / "all"
    folder.mkdir()
    kept(folder / "two.db", PLANNED, PLANNED.replace('"small"', '"tiny"'))
    (folder / "small.toml").write_text(PLANNED, "utf-8")
    _, out, _ = at_work("check", "all", "--format", "json", "--select", "FIN118")
    assert [finding["path"] for finding in json.loads(out)["findings"]] == [
        "all/small.toml",
        "all/two.db: small",
        "all/two.db: tiny",
    ]
    (folder / "two.db").rename(folder / "copy")
    assert json.loads(at_work("check", "all/copy", "--format", "json")[1])["summary"]["files"] == 2


def test_a_damaged_database_does_not_keep_the_rest_back(at_work: Run, tmp_path: Path) -> None:
    """What cannot be opened is a line and code 8, which goes before 3 and 1; the rest is checked."""
    (tmp_path / "bad.db").write_bytes(b"SQLite format 3\0" + bytes(4096))
    code, out, err = at_work("check", "bad.db", "work.db", "none.toml", "--select", "FIN106")
    assert (code, err.count("\n")) == (8, 2)
    assert "FIN106" in out


def test_a_damaged_review_does_not_keep_the_others_back(at_work: Run, tmp_path: Path) -> None:
    """A review whose rows make none is a line and code 8; the others of the database are checked."""
    path = kept(tmp_path / "two.db", PLANNED, PLANNED.replace('"small"', '"tiny"'))
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("UPDATE review SET date = '2002-99-99' WHERE ref = 'small'")
    code, out, err = at_work("check", "two.db", "--select", "FIN118")
    assert (code, err.count("\n")) == (8, 1)
    assert "two.db: tiny" in out
    (tmp_path / "waivers.toml").write_text("x = 1\n", "utf-8")
    assert at_work("check", "work.db", "--select", "FIN118")[0] == 3


def test_an_empty_database_is_nothing_to_check(at_work: Run) -> None:
    """No review is never a silent green."""
    at_work("remove", "review", "--force")
    code, out, err = at_work("check", "work.db")
    assert (code, out, err.count("\n")) == (2, "", 1)
    code, _, err = at_work("export", "plan")
    assert (code, "holds no review" in err) == (2, True)


def test_waivers_beside_a_database_count(at_work: Run, tmp_path: Path) -> None:
    """A waivers.toml beside a database waives for its reviews, and is placed where it stands."""
    waiver = '[[waiver]]\ncode = "FIN106"\naddress = "{}"\nreason = "x"\nby = "y"\nuntil = 2030-01-01\n'
    (tmp_path / "waivers.toml").write_text(waiver.format("1/budget") + waiver.format("9/budget"), "utf-8")
    found = json.loads(at_work("check", "work.db", "--select", "FIN106,SUP", "--format", "json")[1])
    assert found["summary"]["waived"] == 1
    unused = [(finding["path"], finding["line"]) for finding in found["findings"] if finding["code"] == "SUP901"]
    assert unused == [("waivers.toml", 7)]


@pytest.mark.parametrize("what", TABLES)
@pytest.mark.parametrize("form", ["text", "md", "csv", "json"])
def test_a_database_gives_the_tables_of_its_file(at_work: Run, what: str, form: str) -> None:
    """Every table in every format is the same from a database as from its file, but for the lines of findings."""
    day = ("--as-at", "2002-04-22", "--format", form)
    code, of_database, err = at_work("export", what, *day)
    assert (code, err) == (0, "")
    of_file = at_work("export", what, str(REVIEW), *day)[1]
    if what == "findings":
        assert of_database.count("\n") > 10
    else:
        assert of_database == of_file


def test_progress_shows_what_was_recorded(at_work: Run) -> None:
    """The committee's table has the state at the date, of a database today by default."""
    at_work("action", "2a", "complete", "--on", "2002-11-01", "--because", "team in place")
    rows = [line for line in at_work("export", "progress", "--format", "csv")[1].splitlines() if line.startswith("2a,")]
    assert rows[0].endswith("Gill Jones,Jul 2002 (4 months behind),1 Nov 2002,done,0 of 1,team in place")
    rows = at_work("export", "progress", "--as-at", "2002-10-31", "--format", "csv")[1].splitlines()
    assert "overdue" in next(row for row in rows if row.startswith("2a,"))


def test_a_review_leaves_as_it_came(at_work: Run, tmp_path: Path) -> None:
    """The file exported is byte for byte the one imported; with progress only what was recorded is added."""
    original = REVIEW.read_bytes().decode("utf-8")
    assert at_work("export", "review") == (0, original, "")
    at_work("step", "2c/3", "tick")
    assert at_work("export", "review", "-o", "out.toml") == (0, "", "")
    written = (tmp_path / "out.toml").read_text("utf-8")
    assert 'kind = "complete"' in " ".join(written.split())
    assert [line for line in original.splitlines() if line.startswith("#")] == [
        line for line in written.splitlines() if line.startswith("#")
    ]
    assert at_work("export", "review", "-o", "out.toml")[0] == 2
    assert at_work("export", "review", "-o", "out.toml", "--force")[0] == 0
    assert at_work("export", "review", "out.toml")[1] == written
    with desk_of(tmp_path / "work.db") as desk:
        from bvtrack.files.review_file import review_of

        assert review_of(written, "out") == desk.review(NAME)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["export", "plan", "--format", "toml"], "plan is not written as toml"),
        (["export", "review", "--format", "csv"], "a review is not written as csv"),
        (["export", "everything"], "'everything' is not one of"),
        (["export", "plan", "--review", "nope"], "there is no review of that id"),
    ],
)
def test_what_cannot_be_written_is_a_usage_problem(at_work: Run, words: list[str], told: str) -> None:
    """A table is no review file, and a review file is no table."""
    code, out, err = at_work(*words)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert told in err


def test_looking_changes_nothing(at_work: Run, tmp_path: Path) -> None:
    """Commands that only look leave the database as it is, byte for byte, and work where it cannot be written."""
    before = (tmp_path / "work.db").read_bytes()
    (tmp_path / "work.db").chmod(0o444)
    for words in ("check work.db", "export plan", "export review work.db", "status", "log", "people", "verify"):
        assert at_work(*words.split())[0] in {0, 1}
    assert (tmp_path / "work.db").read_bytes() == before
