"""`bvtrack status`: of files and databases, for everybody and for one, in every format, with its exit codes."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bvtrack.app.export import FORMATS as APP_FORMATS
from bvtrack.cli import main
from bvtrack.cli.options import FORMATS
from bvtrack.core.errors import InputProblem
from bvtrack.files.review_file import read_review
from bvtrack.store.store import Entry, open_store

if TYPE_CHECKING:
    from collections.abc import Callable

    Run = Callable[..., tuple[int, str, str]]

REVIEW = Path(__file__).parents[2] / "reviews" / "hertfordshire-services-to-schools-2002.toml"
OTHER = """\
format = 1
id = "other"
title = "Other \\u001B[31m"
authority = "Other Council"
date = 2002-04-22
period = "2002-03"
unit = "£'000"

[[recommendation]]
id = "1"
text = "one"

[[recommendation.part]]
id = "1a"
text = "do it"
finish = "July 2002"
owner = "Ann"
steps = [{ text = "first", owner = "Jeff" }, "second"]
event = [{ date = 2002-07-15, kind = "forecast", value = "31 July 2002" }]
"""


@pytest.fixture
def run(capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run `bvtrack status` in this process and give its exit code, standard output and standard error."""
    monkeypatch.delenv("BVTRACK_DB", raising=False)
    monkeypatch.setitem(main.COMMANDS, "status", "Where things stand.")

    def call(*arguments: str | Path) -> tuple[int, str, str]:
        code = main.run(["status", *map(str, arguments)])
        out, err = capfdbinary.readouterr()
        return code, out.decode(), err.decode()

    return call


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make a folder of two reviews."""
    (tmp_path / "a.toml").write_bytes(REVIEW.read_bytes())
    (tmp_path / "b.toml").write_text(OTHER, "utf-8")
    return tmp_path


@pytest.fixture
def database(folder: Path) -> Path:
    """Make a database of two reviews."""
    path = folder / "two.db"
    with open_store(path, create=True) as store:
        for name in ("a.toml", "b.toml"):
            file = read_review(folder / name)
            store.add(file.review, file.text, Entry(by="Ann", at=dt.datetime.now(dt.UTC), verb="import", what=name))
    return path


@pytest.mark.parametrize(("day", "overdue"), [("2002-04-22", 0), ("2002-09-30", 2), ("2002-10-01", 9)])
def test_a_file_at_a_date(run: Run, day: str, overdue: int) -> None:
    """The line of counts under the heading says how many actions are overdue."""
    code, out, err = run(REVIEW, "--as-at", day)
    assert (code, err) == (0, "")
    assert out.splitlines()[1].startswith(f"{overdue} overdue, ")


def test_the_whole_page(run: Run) -> None:
    """Heading, counts, actions, owners, measures and money, in this order."""
    _, out, _ = run(REVIEW, "--as-at", "2002-10-01")
    lines = out.splitlines()
    assert lines[0].endswith("(hertfordshire-services-to-schools-2002), as at 1 Oct 2002")
    assert lines[1] == "9 overdue, 1 due within 30 days, 0 done, 6 not started"
    titles = [line for line in lines if line in {"Actions", "Owners", "Outcome measures", "Money over the plan (£k)"}]
    assert titles == ["Actions", "Owners", "Outcome measures", "Money over the plan (£k)"]
    assert any(line.startswith("2b ") and "1 month (1 day)" in line for line in lines)


def test_a_file_speaks_for_its_report(run: Run) -> None:
    """Without a date given, a file is told at the date of its report."""
    assert "as at 22 Apr 2002" in run(REVIEW)[1]


def test_a_folder_is_told_as_a_whole_first(run: Run, folder: Path) -> None:
    """Several reviews are listed before each is told; control characters are shown, not sent."""
    code, out, _ = run(folder, "--as-at", "2002-10-01")
    assert code == 0
    assert out.startswith("Reviews\n")
    assert out.count("as at 1 Oct 2002") == 2
    assert "\x1b" not in out


def test_a_database_is_told_today_or_at_a_date(run: Run, database: Path) -> None:
    """A database has all its reviews, and its default date is not that of a report."""
    assert "9 overdue, 1 due" in run(database, "--as-at", "2002-10-01")[1]
    assert "16 overdue, 0 due" in run(database)[1]
    before = database.read_bytes()
    assert run("--db", database, "--as-at", "2002-10-01")[1].startswith("Reviews\n")
    assert database.read_bytes() == before


@pytest.mark.parametrize("source", ["folder", "database"])
def test_one_review_of_several(run: Run, request: pytest.FixtureRequest, source: str) -> None:
    """A review can be named; one that is not there is a usage problem."""
    path = request.getfixturevalue(source)
    code, out, _ = run(path, "--review", "other", "--as-at", "2002-10-01")
    assert code == 0
    assert out.splitlines()[0].endswith("(other), as at 1 Oct 2002")
    code, out, err = run(path, "--review", "nothing")
    assert (code, out) == (2, "")
    assert err.startswith("bvtrack: ")
    assert len(err.splitlines()) == 1


@pytest.mark.parametrize("name", ["Jeff", "jeff smith", "J. Smith & Jeff"])
def test_one_owner(run: Run, name: str) -> None:
    """A person is found by any name, with the actions they hold and nothing else."""
    code, out, _ = run(REVIEW, "--as-at", "2002-10-01", "--owner", name)
    assert code == 0
    assert out.splitlines()[1] == "6 overdue, 0 due within 30 days, 0 done, 3 not started"
    assert "Owners" not in out
    assert "Gill Jones" not in out


def test_an_owner_of_a_step_alone(run: Run, folder: Path) -> None:
    """Steps of one's own under other people's actions are listed, and not counted as actions."""
    code, out, _ = run(folder / "b.toml", "--as-at", "2002-10-01", "--owner", "Jeff", "--format", "csv")
    assert code == 0
    assert [row[:2] for row in csv.reader(io.StringIO(out))][1:] == [["other", "1a/1"]]
    assert run(folder / "b.toml", "--as-at", "2002-10-01", "--owner", "Jeff", "--fail-on", "note")[0] == 0


def test_an_owner_nobody_knows(run: Run) -> None:
    """A name without work is a usage problem that says who has some."""
    code, out, err = run(REVIEW, "--owner", "No\x1bbody")
    assert (code, out) == (2, "")
    assert "known here: Jenny Newman, Jeff Smith" in err
    assert "\x1b" not in err


def test_json(run: Run, folder: Path) -> None:
    """The counts and the tables of each review are values."""
    code, out, _ = run(folder, "--as-at", "2002-10-01", "--format", "json")
    told = json.loads(out)
    assert (code, told["schema"]) == (0, 1)
    first, second = told["reviews"]
    assert (first["as_at"], first["counts"]["overdue"], first["counts"]["not started"]) == ("2002-10-01", 9, 6)
    assert [table["table"] for table in first["tables"]] == [
        *("actions", "owners", "measures", "streams"),
        *("net", "savings", "funding"),
    ]
    assert [table["table"] for table in second["tables"]] == ["actions", "owners"]


def test_markdown(run: Run) -> None:
    """Each review is a heading over its actions, the counts under them."""
    _, out, _ = run(REVIEW, "--as-at", "2002-10-01", "--format", "md")
    assert out.startswith("## Best value review of services to schools")
    assert "\n9 overdue, 1 due within 30 days, 0 done, 6 not started\n" in out
    assert out.count("\n## ") == 7
    assert "\n| red | work | 2+ months behind plan |\n" in out


def test_csv_is_one_table(run: Run, folder: Path) -> None:
    """The actions of all reviews stand under one header."""
    _, out, _ = run(folder, "--as-at", "2002-10-01", "--format", "csv")
    rows = list(csv.reader(io.StringIO(out)))
    assert rows[0][:2] == ["Review", "Ref"]
    assert len(rows) == 1 + 16 + 1
    assert {len(row) for row in rows} == {14}
    assert [row[9] for row in rows[:4]] == ["Colour", "green", "green", "red"]
    assert [row[-1] for row in rows[:4]][::3] == ["Colour means", "2+ months behind plan"]


def test_colours_are_told_with_their_key(run: Run) -> None:
    """Words, counts and meanings stand in every format; the counts are those of the actions told."""
    made = json.loads(run(REVIEW, "--as-at", "2002-10-01", "--format", "json")[1])
    assert [one["word"] for one in made["colours"]] == ["blue", "rescheduled", "red", "amber", "green"]
    assert made["colours"][2] == {
        "of": "work",
        "colour": "red",
        "word": "red",
        "means": "2+ months behind plan",
    }
    assert made["reviews"][0]["colours"] == {"red": 2, "amber": 8, "green": 6}
    mine = json.loads(run(REVIEW, "--as-at", "2002-10-01", "--owner", "Gill Jones", "--format", "json")[1])
    assert mine["reviews"][0]["colours"] == {"red": 2, "amber": 1}
    text = run(REVIEW, "--as-at", "2002-10-01")[1]
    assert re.search(r"^red +work +2\+ months behind plan$", text, re.MULTILINE)


def test_colours_follow_the_settings_here(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A council's own policy gives the colours, of money too; one that could not be meant is refused in a line."""
    monkeypatch.chdir(tmp_path)
    settings = Path("bvtrack.toml")
    settings.write_text(
        '[[brag.rule]]\ncolour = "red"\nword = "act now"\noverdue = true\n[[brag.money]]\ncolour = "green"\n'
    )
    made = json.loads(run(REVIEW, "--as-at", "2002-10-01", "--format", "json")[1])
    assert made["reviews"][0]["colours"] == {"act now": 9}
    assert made["colours"][1] == {"of": "money", "colour": "green", "word": "green", "means": "other money"}
    _, out, _ = run(REVIEW, "--format", "csv", "--table", "colours")
    assert out.splitlines() == ["Colour,Of,Means", "act now (red),work,overdue", "green,money,other money"]
    out = run(REVIEW, "--as-at", "2002-10-01")[1]
    assert re.search(r"^Savings +480 .* green$", out, re.MULTILINE)
    assert re.search(r"^green +money +other money$", out, re.MULTILINE)
    settings.write_text('[[brag.rule]]\ncolour = "red"\nword = "green"\n')
    said = "bvtrack: bvtrack.toml:1: brag.rule 1 calls red “green” (a word must not name another colour)\n"
    assert run(REVIEW) == (2, "", said)


def test_csv_of_another_table(run: Run, folder: Path) -> None:
    """A table that is named stands for all reviews; one that is not there is told with those that are."""
    code, out, _ = run(folder, "--as-at", "2002-10-01", "--format", "csv", "--table", "net")
    rows = list(csv.reader(io.StringIO(out)))
    assert (code, rows[0][:3], len(rows)) == (0, ["Review", "Year", "Plan"], 1 + 4)
    code, _, err = run(folder, "--format", "csv", "--table", "nets")
    assert code == 2
    assert err.startswith("bvtrack: nets: there is no such table (known here: actions, owners, ")
    code, _, err = run(folder, "--table", "net")
    assert (code, err) == (2, "bvtrack: --table: text has all tables (leave it out, or ask for --format csv)\n")


@pytest.mark.parametrize(
    ("day", "level", "code"),
    [
        ("2002-10-01", "never", 0),
        ("2002-10-01", "error", 0),
        ("2002-10-01", "warning", 1),
        ("2002-10-01", "note", 1),
        ("2002-04-22", "warning", 0),
        ("2002-04-22", "note", 0),
    ],
)
def test_fail_on(run: Run, day: str, level: str, code: int) -> None:
    """An overdue action is a warning; nothing late is nothing."""
    assert run(REVIEW, "--as-at", day, "--fail-on", level)[0] == code


def test_slippage_is_a_note(run: Run, tmp_path: Path) -> None:
    """Work expected late that is not overdue yet is a note."""
    path = tmp_path / "late.toml"
    path.write_text(OTHER.replace("31 July 2002", "2 Aug 2002"), "utf-8")
    assert run(path, "--as-at", "2002-07-20", "--fail-on", "note")[0] == 1
    assert run(path, "--as-at", "2002-07-20", "--fail-on", "warning")[0] == 0


def test_a_file_that_cannot_be_read_is_told_and_the_rest_too(run: Run, folder: Path) -> None:
    """A bad file ends with 3, and the others are still told of."""
    (folder / "c.toml").write_text("format = 1\nid = ", "utf-8")
    code, out, err = run(folder, "--as-at", "2002-10-01")
    assert code == 3
    assert out.count("as at 1 Oct 2002") == 2
    assert "c.toml" in err
    locked = folder / "d.toml"
    code, out, err = run(locked)
    assert (code, out.strip()) == (3, "")
    assert "d.toml" in err


def test_a_folder_that_cannot_be_read_is_told(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that is closed to the user ends with 3."""
    monkeypatch.setattr(
        "bvtrack.files.folder.review_paths", lambda _: iter([InputProblem("closed", "cannot be read", "open it")])
    )
    assert run(folder)[::2] == (3, "bvtrack: closed: cannot be read (open it)\n")


def test_on_a_terminal(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each action has a line of its own; a review without actions is told too."""
    monkeypatch.setattr("bvtrack.cli.status.terminal_width", lambda: 80)
    (folder / "c.toml").write_text(OTHER.partition("[[recommendation.part]]")[0], "utf-8")
    code, out, _ = run(folder, "--as-at", "2002-10-01")
    lines = out.splitlines()
    assert code == 0
    assert sum(line.startswith("3a ") for line in lines) == 1
    assert any("0 overdue, 0 due within 30 days, 0 done, 0 not started" in line for line in lines)


def test_nothing_to_tell(run: Run, tmp_path: Path) -> None:
    """A folder without reviews and a database that is not there are one line each."""
    (tmp_path / "empty").mkdir()
    for path, code in ((tmp_path / "empty", 2), (tmp_path / "none.db", 2)):
        ended, out, err = run(path)
        assert (ended, out) == (code, "")
        assert len(err.splitlines()) == 1


def test_the_face_knows_the_formats() -> None:
    """The command offers what can be written."""
    assert FORMATS == APP_FORMATS


def test_several_reviews_are_rolled_up(run: Run, folder: Path) -> None:
    """Over all reviews it is told who holds what, when it is due, and what it costs, in each format."""
    _, text, _ = run(folder, "--as-at", "2002-10-01")
    titles = ["Reviews", "Owners over all reviews", "Deadlines by month", "Money of all reviews (£k)"]
    assert [line for line in text.splitlines() if line in titles] == titles
    _, out, _ = run(folder, "--as-at", "2002-10-01", "--format", "json")
    names = [table["table"] for table in json.loads(out)["portfolio"]["tables"]]
    assert names == ["portfolio", "load", "months", "money"]
    _, out, _ = run(folder, "--as-at", "2002-10-01", "--format", "csv", "--table", "months")
    rows = {row[0]: row[1:] for row in csv.reader(io.StringIO(out))}
    assert rows["Jul 2002"] == ["3", "0", "3"]  # 2a and 3b of Hertfordshire, 1a of the other
    assert rows["Sep 2002"] == ["7", "0", "7"]
    assert "portfolio" not in json.loads(run(REVIEW, "--format", "json")[1])


def test_what_nobody_told_of_is_named(run: Run, folder: Path) -> None:
    """Actions without news since the last reporting date are named, for everybody and for one, in every format."""
    path = folder / "b.toml"
    assert "nothing told" not in run(path, "--as-at", "2002-09-30")[1]
    said = "nothing told since 30 Sep 2002: 1a"
    assert run(path, "--as-at", "2002-10-01")[1].splitlines()[2] == said
    assert f"\n{said}\n" in run(path, "--as-at", "2002-10-01", "--format", "md")[1]
    assert run(path, "--as-at", "2002-10-01", "--owner", "Ann")[1].splitlines()[2] == said
    (told,) = json.loads(run(path, "--as-at", "2002-10-01", "--format", "json")[1])["reviews"]
    assert told["stale"] == [{"address": "1a", "since": "2002-09-30", "last": "2002-07-15"}]
    (told,) = json.loads(run(REVIEW, "--as-at", "2002-10-01", "--format", "json", "--owner", "Steve")[1])["reviews"]
    assert [(one["address"], one["last"]) for one in told["stale"]] == [("4a", None), ("4d", None)]
    _, out, _ = run(folder, "--as-at", "2002-10-01", "--format", "csv", "--table", "stale")
    rows = list(csv.reader(io.StringIO(out)))
    assert rows[0] == ["Review", "Ref", "Action", "Owner", "Last report", "Last told"]
    assert rows[1][-2:] == ["30 Sep 2002", "never"]
    assert rows[-1] == ["other", "1a", "do it", "Ann", "30 Sep 2002", "15 Jul 2002"]


def test_the_settings_are_asked(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Reporting dates and severities are those of the settings; what is wrong with them is one line."""
    monkeypatch.chdir(folder)
    settings = folder / "bvtrack.toml"
    settings.write_text('reporting-dates = [2002-07-15]\n[severity]\nDEL601 = "error"\n', "utf-8")
    code, out, _ = run("b.toml", "--as-at", "2002-07-31", "--fail-on", "error")
    assert (code, out.splitlines()[2]) == (0, "nothing told since 15 Jul 2002: 1a")
    assert run("b.toml", "--as-at", "2002-08-01", "--fail-on", "error")[0] == 1
    settings.write_text('reporting-dates = [2002-07-15]\nignore = ["DEL601", "DEL602"]\n', "utf-8")
    assert run("b.toml", "--as-at", "2002-08-01", "--fail-on", "note")[0] == 1  # DEL607
    settings.write_text('ignore = ["DEL"]\n', "utf-8")
    assert run("b.toml", "--as-at", "2002-08-01", "--fail-on", "note")[0] == 0
    settings.write_text('ignore = ["DEL"]\n', "utf-8")
    assert run("b.toml", "--as-at", "2002-08-01", "--fail-on", "note", "--what-if", "1a=Dec 2002")[0] == 0
    settings.write_text('reporting-dates = ["spring"]\n', "utf-8")
    code, out, err = run("b.toml")
    assert (code, out, len(err.splitlines())) == (2, "", 1)


def test_the_rules_of_delivery_fail_it(run: Run, tmp_path: Path) -> None:
    """A step left open under finished work is an error, unless the review waives it; other rules are not asked."""
    path = tmp_path / "done.toml"
    done = OTHER.replace('kind = "forecast", value = "31 July 2002"', 'kind = "complete"')
    path.write_text(done, "utf-8")
    assert run(path, "--as-at", "2002-07-20", "--fail-on", "error")[0] == 1
    waiver = (
        '[[waiver]]\ncode = "DEL603"\naddress = "1a"\nreason = "steps moved to 2a"\nby = "Ann"\nuntil = 2002-12-31\n'
    )
    path.write_text(f"{done}\n{waiver}", "utf-8")
    assert run(path, "--as-at", "2002-07-20", "--fail-on", "note")[0] == 0
