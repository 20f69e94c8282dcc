"""`bvtrack status` of other days: what a database said then, in every format, with its exit codes."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from typing import TYPE_CHECKING

import pytest

from bvtrack.cli import main
from bvtrack.core.edit import with_event, with_value
from bvtrack.files.review_file import review_of
from bvtrack.store.store import Entry, open_store
from desk import PLANNED

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bvtrack.core.plain import Plain
    from bvtrack.core.review import Review

    Run = Callable[..., tuple[int, str, str]]


def entry(day: dt.date) -> Entry:
    """Give an entry of the log made at noon of a day."""
    return Entry(
        by="Ann", at=dt.datetime.combine(day, dt.time(12), dt.UTC), verb="forecast", what="Something happened."
    )


def recorded(path: Path, review: str, change: Callable[[Review], Review], day: dt.date) -> None:
    """Change a review of a database on a day."""
    with open_store(path) as store:
        store.edit(review, change, entry(day))


def event(address: str, day: dt.date, kind: str, **said: Plain) -> Callable[[Review], Review]:
    """Give a change that records an event of a day."""
    return lambda review: with_event(review, address, {"date": day, "kind": kind, **said})


@pytest.fixture
def run(capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run `bvtrack status` in this process and give its exit code, standard output and standard error."""
    monkeypatch.delenv("BVTRACK_DB", raising=False)

    def call(*arguments: str | Path) -> tuple[int, str, str]:
        code = main.run(["status", *map(str, arguments)])
        out, err = capfdbinary.readouterr()
        return code, out.decode(), err.decode()

    return call


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """Make a database of one review of April 2002, whose only action is forecast anew in November."""
    path = tmp_path / "small.db"
    with open_store(path, create=True) as store:
        store.add(review_of(PLANNED, "text"), PLANNED, entry(dt.date(2002, 5, 1)))
    november = dt.date(2002, 11, 22)
    recorded(path, "small", event("1a", november, "forecast", value="Feb 2003", reason="posts are vacant"), november)
    return path


def test_what_the_database_said(run: Run, database: Path) -> None:
    """What was not known yet is not told, and the day it is told for is that of the knowledge, or another."""
    assert "Feb 2003" in run(database, "--as-at", "2002-12-01")[1]
    code, out, err = run(database, "--as-known", "2002-11-21")
    assert (code, err) == (0, "")
    assert out.startswith("Small, Example Council (small), as at 21 Nov 2002, as known on 21 Nov 2002\n")
    assert "Feb 2003" not in out
    assert "Feb 2003" in run(database, "--as-known", "2002-11-22")[1]
    out = run(database, "--as-known", "2002-11-21", "--as-at", "2003-02-01", "--format", "md")[1]
    assert "as at 1 Feb 2003, as known on 21 Nov 2002\n" in out
    assert "overdue" in out
    assert "Feb 2003 |" not in out


def test_json_and_owner(run: Run, database: Path) -> None:
    """The day of the knowledge is a key of its own; one owner's part is told in the same way."""
    told = json.loads(run(database, "--as-known", "2002-11-21", "--owner", "Ann", "--format", "json")[1])
    assert (told["reviews"][0]["as_at"], told["reviews"][0]["as_known"]) == ("2002-11-21", "2002-11-21")
    assert "as_known" not in json.loads(run(database, "--format", "json")[1])["reviews"][0]


def test_today_and_later_is_what_it_says_now(run: Run, database: Path) -> None:
    """Nothing is known of days to come but what is known now."""
    assert "Feb 2003" in run(database, "--as-known", "9999-12-31", "--as-at", "2002-12-01")[1]


def test_it_only_reads(run: Run, database: Path) -> None:
    """The database stays as it is to the byte, and nothing is left beside it."""
    before = database.read_bytes()
    run(database, "--as-known", "2002-11-21")
    assert database.read_bytes() == before
    assert list(database.parent.iterdir()) == [database]


@pytest.mark.parametrize("day", ["0001-01-01", "2002-04-30"])
def test_before_the_first_review(run: Run, database: Path, day: str) -> None:
    """A day on which there was no review is one line."""
    code, out, err = run(database, "--as-known", day)
    assert (code, out) == (2, "")
    assert err == f"bvtrack: {database}: held no review yet on {day} (see bvtrack log for what it says)\n"


def test_a_review_added_later_is_not_there(run: Run, database: Path) -> None:
    """It is neither listed nor to be named."""
    later = PLANNED.replace('id = "small"', 'id = "later"')
    with open_store(database) as store:
        store.add(review_of(later, "text"), later, entry(dt.date(2003, 1, 1)))
    assert "(later)" in run(database)[1]
    assert "(later)" not in run(database, "--as-known", "2002-12-31")[1]
    code, _, err = run(database, "--as-known", "2002-12-31", "--review", "later")
    assert (code, err) == (2, "bvtrack: later: there is no review of that id (known here: small)\n")


def test_a_file_has_no_trail(run: Run, tmp_path: Path) -> None:
    """A file is one line."""
    (tmp_path / "small.toml").write_text(PLANNED, "utf-8")
    code, out, err = run(tmp_path / "small.toml", "--as-known", "2002-12-31")
    assert (code, out) == (2, "")
    assert "a file keeps no log of what it said before" in err
    assert len(err.splitlines()) == 1


def test_a_log_that_does_not_lead_back(run: Run, database: Path) -> None:
    """A damaged log is told as damage."""
    with open_store(database) as store:
        store._db.execute("DELETE FROM event")  # noqa: SLF001 — damage done on purpose
    code, out, err = run(database, "--as-known", "2002-11-01")
    assert (code, out) == (8, "")
    assert "its log does not lead back past change 2" in err


def test_an_edit_of_the_plan_counts_too(run: Run, database: Path) -> None:
    """The plan is told as it was then, an amount with it."""
    recorded(database, "small", lambda review: with_value(review, "1/budget/2002-03", "9"), dt.date(2003, 1, 1))
    assert "9" in run(database, "--as-at", "2003-01-01")[1].split("Budget")[1]
    assert "9" not in run(database, "--as-known", "2002-12-31")[1].split("Budget")[1]


def test_what_moved(run: Run, database: Path) -> None:
    """Two days, each by what was known then: what moved, and why; counted in a line."""
    code, out, err = run(database, "--since", "2002-11-01", "--as-at", "2003-01-01")
    assert (code, err) == (0, "")
    lines = [line.rstrip() for line in out.splitlines()]
    assert lines[0] == "Small, Example Council (small), from 1 Nov 2002 to 1 Jan 2003"
    assert lines[1] == "1 forecast changed, 1 newly late"
    assert ["1a", "do", "it", "forecast", "changed", "Feb", "2003", "posts", "are", "vacant"] in [
        line.split() for line in lines
    ]
    assert run(database, "--since", "2002-11-22", "--as-at", "2002-11-22")[1].splitlines()[1:] == ["nothing moved"]


def test_what_moved_by_the_knowledge_of_a_day(run: Run, database: Path) -> None:
    """The later day may be told by what was known on it, or on another."""
    out = run(database, "--since", "2002-11-01", "--as-known", "2002-11-21")[1]
    assert out.splitlines()[:2] == [
        "Small, Example Council (small), from 1 Nov 2002 to 21 Nov 2002, as known on 21 Nov 2002",
        "nothing moved",
    ]


def test_what_moved_in_every_format(run: Run, database: Path) -> None:
    """Money that changed is exact; CSV has the id of the review; Markdown a heading over one table."""
    recorded(database, "small", lambda review: with_value(review, "1/budget/2002-03", "9.5"), dt.date(2002, 12, 1))
    days = ("--since", "2002-11-22", "--as-at", "2002-12-31")
    rows = list(csv.reader(io.StringIO(run(database, *days, "--format", "csv")[1])))
    assert rows == [
        ["Review", "Ref", "Item", "What", "Before", "Now", "Why"],
        ["small", "1/budget/2002-03", "Budget 2002-03", "plan changed", "£7,000", "£9,500", ""],
    ]
    told = json.loads(run(database, *days, "--format", "json", "--as-known", "2002-12-31")[1])
    assert (told["since"], told["as_at"], told["as_known"]) == ("2002-11-22", "2002-12-31", "2002-12-31")
    (one,) = told["reviews"]
    assert (one["id"], one["moved"]) == ("small", {"plan changed": 1})
    assert one["tables"][0]["rows"][0]["cells"][2] == {"text": "£7,000", "pounds": "7000"}
    out = run(database, *days, "--format", "md")[1]
    assert out.startswith("## Small, Example Council (small), from 22 Nov 2002 to 31 Dec 2002\n")
    assert "\n1 plan changed\n" in out


def test_reviews_that_came_and_went(run: Run, database: Path) -> None:
    """A review added since, one taken away since, and one in which nothing moved."""
    with open_store(database) as store:
        for name in ("goes", "stays"):
            text = PLANNED.replace('id = "small"', f'id = "{name}"')
            store.add(review_of(text, "text"), text, entry(dt.date(2002, 11, 22)))
        new = PLANNED.replace('id = "small"', 'id = "new"')
        store.add(review_of(new, "text"), new, entry(dt.date(2002, 12, 1)))
        store.remove("goes", entry(dt.date(2002, 12, 1)))
    days = ("--since", "2002-11-22", "--as-at", "2002-12-02")
    out = run(database, *days)[1]
    assert [line.split("(")[1].split(")")[0] for line in out.splitlines() if line.startswith("Small,")] == [
        "goes",
        "new",
    ]
    assert out.splitlines()[-1] == "Nothing moved in 2 other reviews."
    assert run(database, *days, "--review", "goes", "--format", "csv")[1].splitlines()[1:] == ["goes,,Small,removed,,,"]
    assert run(database, *days, "--review", "new", "--format", "csv")[1].splitlines()[1:] == ["new,,Small,added,,,"]
    still = run(database, "--since", "2002-12-01", "--as-at", "2002-12-02")[1]
    assert still == "Nothing moved in 3 reviews.\n"
    assert run(database, *days, "--review", "none")[0] == 2


def test_a_database_without_reviews(run: Run, tmp_path: Path) -> None:
    """There is nothing that could move."""
    path = tmp_path / "none.db"
    with open_store(path, create=True):
        pass
    assert run(path, "--since", "2002-11-22")[:2] == (0, "")
    assert run(path, "--since", "2002-11-22", "--format", "csv")[1].startswith("Review,Ref,Item")


def test_what_moved_fails_on_what_is_late(run: Run, database: Path) -> None:
    """`--fail-on` speaks for the later day."""
    since = ("--since", "2002-11-01", "--fail-on", "warning")
    assert run(database, *since, "--as-at", "2002-12-31")[0] == 0
    assert run(database, *since, "--as-at", "2003-01-01")[0] == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--since", "2002-12-01", "--as-at", "2002-11-30"), "2002-12-01: is after 2002-11-30"),
        (("--since", "2002-12-01", "--as-known", "2002-11-30", "--as-at", "2003-01-01"), "is after 2002-11-30"),
        (("--since", "2002-04-01"), "held no review yet on 2002-04-01"),
        (("--since", "2002-11-01", "--owner", "Ann"), "without --owner and --table"),
        (("--since", "2002-11-01", "--table", "actions"), "without --owner and --table"),
        (("--since", "November"), "is not a day that exists"),
    ],
)
def test_what_cannot_be_compared(run: Run, database: Path, arguments: tuple[str, ...], said: str) -> None:
    """What makes no two days is one line each."""
    code, out, err = run(database, *arguments)
    assert (code, out) == (2, "")
    assert said in err
    assert len(err.splitlines()) == 1


def test_nothing_moves_in_a_file(run: Run, tmp_path: Path) -> None:
    """A file is one line here, too."""
    (tmp_path / "small.toml").write_text(PLANNED, "utf-8")
    code, out, err = run(tmp_path / "small.toml", "--since", "2002-12-31")
    assert (code, out) == (2, "")
    assert "a file keeps no log of what it said before" in err


def test_what_if(run: Run, database: Path) -> None:
    """What is supposed stands under the heading, what differs beside the plan; nothing is written."""
    before = database.read_bytes()
    asked = (database, "--as-at", "2002-12-01", "--what-if", "1a=June 2003", "--what-if", "1/budget=50%")
    code, out, err = run(*asked)
    assert (code, err) == (0, "")
    lines = out.splitlines()
    assert lines[:2] == [
        "Small, Example Council (small), as at 1 Dec 2002",
        "what if 1a=June 2003, 1/budget=50%",
    ]
    # forecast for 28 February, supposed for 30 June 2003: 4 months, as the last day stays the last; 122 days
    (finish,) = [line for line in lines if "Finish" in line]
    assert finish.split() == [
        *("1a", "Finish", "Dec", "2002", "28", "Feb", "2003", "30", "Jun", "2003"),
        *("4", "months", "(122", "days)", "later"),
    ]
    assert any(line.split()[-4:] == ["£7,000", "£7,000", "£3,500", "-£3,500"] for line in lines)
    assert database.read_bytes() == before
    assert list(database.parent.iterdir()) == [database]


def test_what_if_in_every_format(run: Run, database: Path) -> None:
    """JSON says what was supposed and exact pounds; CSV has the id of the review; Markdown one table."""
    asked = (database, "--as-known", "2002-11-21", "--what-if", "1/budget/2002-03=£6k", "--format")
    told = json.loads(run(*asked, "json")[1])["reviews"][0]
    assert (told["id"], told["as_at"], told["as_known"]) == ("small", "2002-11-21", "2002-11-21")
    assert told["what_if"] == [{"address": "1/budget/2002-03", "value": "£6k"}]
    assert told["tables"][0]["rows"][0]["cells"][3] == {"text": "£6,000", "pounds": "6000"}
    rows = list(csv.reader(io.StringIO(run(*asked, "csv")[1])))
    assert rows[0] == ["Review", "Ref", "What", "Plan", "Now", "What if", "Difference"]
    assert rows[1][:6] == ["small", "1/budget/2002-03", "Expected", "£7,000", "£7,000", "£6,000"]
    assert "\nwhat if 1/budget/2002-03=£6k\n" in run(*asked, "md")[1]


def test_what_if_it_is_so_already(run: Run, database: Path) -> None:
    """What changes nothing says so, in CSV by a header alone."""
    asked = (database, "--as-at", "2002-12-01", "--what-if", "1a=28 Feb 2003")
    assert run(*asked)[1].splitlines()[1:] == ["what if 1a=28 Feb 2003: nothing would differ"]
    assert len(run(*asked, "--format", "csv")[1].splitlines()) == 1
    assert run(*asked, "--fail-on", "note")[0] == 1


def test_what_if_of_files(run: Run, tmp_path: Path) -> None:
    """A file will do, and a folder where each address names its review."""
    (tmp_path / "small.toml").write_text(PLANNED, "utf-8")
    assert "what if 1a=June 2003" in run(tmp_path, "--what-if", "1a=June 2003")[1]
    (tmp_path / "other.toml").write_text(PLANNED.replace('id = "small"', 'id = "other"'), "utf-8")
    code, out, _ = run(tmp_path, "--what-if", "other:1a=June 2003", "--what-if", "small:1a=July 2003")
    assert code == 0
    assert [line for line in out.splitlines() if line.startswith("what if")] == [
        "what if 1a=June 2003",
        "what if 1a=July 2003",
    ]
    assert "(small)" in run(tmp_path, "--review", "small", "--what-if", "1a=July 2003")[1]
    for address in ("1a", "none:1a"):
        code, out, err = run(tmp_path, "--what-if", f"{address}=June 2003")
        assert (code, out) == (2, "")
        assert "name one of them before the address, REVIEW:2c: other, small" in err
    (tmp_path / "bad").mkdir()
    (tmp_path / "bad" / "bad.toml").write_text("format = ", "utf-8")
    assert run(tmp_path / "bad" / "bad.toml", "--what-if", "1a=June 2003", "--format", "csv")[0] == 3


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--what-if", "9z=June 2004"), "9z: small has nothing of that address"),
        (("--what-if", "1a=soon"), "1a: names no day to finish by"),
        (("--what-if", "1a=80%"), "1a: is work, of which there is no percentage"),
        (("--what-if", "other:1a=June 2004"), "other: there is no review of that id"),
        (("--what-if", "1a"), "not written as ADDRESS=VALUE"),
        (("--what-if", "\x1b[31m=June 2004"), "small has nothing of that address"),
        (("--what-if", "1a=\x1b[31m"), "names no day to finish by"),
        (("--what-if", "1a=June 2004", "--since", "2002-11-01"), "each stand alone"),
        (("--what-if", "1a=June 2004", "--owner", "Ann"), "each stand alone"),
    ],
)
def test_what_cannot_be_supposed(run: Run, database: Path, arguments: tuple[str, ...], said: str) -> None:
    """Each is one line."""
    code, out, err = run(database, *arguments)
    assert (code, out) == (2, "")
    assert said in err
    assert len(err.splitlines()) == 1
    assert "\x1b" not in err


def test_a_file_is_supposed_of_by_what_it_says_now(run: Run, tmp_path: Path) -> None:
    """It keeps no log."""
    (tmp_path / "small.toml").write_text(PLANNED, "utf-8")
    code, _, err = run(tmp_path / "small.toml", "--as-known", "2002-12-31", "--what-if", "1a=June 2003")
    assert (code, "keeps no log" in err) == (2, True)
