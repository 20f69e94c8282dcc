"""`bvtrack log`, `undo` and `redo`: the audit trail, and the way back and forth along it."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pytest

from desk import NAME, PLANNED, kept

if TYPE_CHECKING:
    from pathlib import Path

    from desk import Run


def numbers(text: str) -> list[int]:
    """Give the numbers of the changes in a log written as JSON."""
    return [change["number"] for change in json.loads(text)["changes"]]


def test_the_log_tells_who_when_what_and_why(at_work: Run) -> None:
    """Each change is a row, the newest first, its moment in UTC."""
    at_work("action", "2c", "defer", "--because", "vacant", "--approved-by", "Jo", "--by", "Gill Jones")
    rows = list(csv.reader(io.StringIO(at_work("log", "--format", "csv")[1])))
    assert rows[0] == ["Change", "When (UTC)", "Who", "Review", "Address", "What", "Why"]
    assert rows[1] == [
        "2",
        "2002-11-22 10:00",
        "Gill Jones",
        NAME,
        "2c",
        "deferred on 22 Nov 2002; approved by Jo",
        "vacant",
    ]
    assert rows[2][:3] == ["1", "2002-11-22 10:00", "Importer"]
    text = at_work("log")[1]
    assert "Review" not in text.splitlines()[0]


def test_json_tells_the_rows_before_and_after(at_work: Run) -> None:
    """A script can see what each change wrote."""
    at_work("set", "2c/owner=Ann", "--because", "moved")
    change = json.loads(at_work("log", "--format", "json")[1])["changes"][0]
    assert {name: change[name] for name in ("number", "by", "review", "verb", "address", "reason", "undoes")} == {
        "number": 2,
        "by": "A. Officer",
        "review": NAME,
        "verb": "set",
        "address": "2c/owner",
        "reason": "moved",
        "undoes": None,
    }
    assert change["at"] == "2002-11-22T10:00:00+00:00"
    (edit,) = change["edits"]
    assert (edit["table"], edit["before"]["owner"], edit["after"]["owner"]) == ("action", "Jenny Newman", "Ann")


def test_the_log_narrows(at_work: Run) -> None:
    """By address (and what is below it, and what is gone), by person, by number and by count."""
    for words in (["action", "2c", "start"], ["step", "2c/3", "tick"], ["remove", "2d", "--force"]):
        at_work(*words)
    at_work("step", "2c/4", "tick", "--by", "Gill")
    assert numbers(at_work("log", "2C", "--format", "json")[1]) == [5, 3, 2]
    assert numbers(at_work("log", f"{NAME}:2c/3", "--format", "json")[1]) == [3]
    assert numbers(at_work("log", "2d", "--format", "json")[1]) == [4]
    assert numbers(at_work("log", "--by-whom", "a. officer", "--limit", "2", "--format", "json")[1]) == [4, 3]
    assert numbers(at_work("log", "--by-whom", "a. officer", "--format", "json")[1]) == [4, 3, 2]
    assert numbers(at_work("log", "--before", "3", "--format", "json")[1]) == [2, 1]
    assert numbers(at_work("log", "--limit", "1", "--format", "json")[1]) == [5]
    assert at_work("log", "--limit", "0")[0] == 2
    assert at_work("log", "nope:2c")[0] == 2


def test_undo_and_redo_go_back_and_forth(at_work: Run) -> None:
    """The signer's changes are taken back the last first, and done again in turn; others' stay."""
    at_work("action", "2c", "start")
    at_work("step", "2c/3", "tick")
    at_work("step", "2d/1", "tick", "--by", "Gill")
    assert at_work("undo")[1] == "change 3 taken back: 2c/3 completed on 22 Nov 2002 (change 5)\n"
    assert at_work("undo")[1] == "change 2 taken back: 2c started on 22 Nov 2002 (change 6)\n"
    code, out, err = at_work("undo")
    assert (code, out) == (2, "")
    assert "A. Officer has no change to take back" in err
    assert at_work("redo")[1] == "change 2 done again: 2c started on 22 Nov 2002 (change 7)\n"
    assert at_work("redo")[1] == "change 3 done again: 2c/3 completed on 22 Nov 2002 (change 8)\n"
    assert at_work("redo")[0] == 2
    assert at_work("undo", "5")[0] == 2  # taken back by 8
    assert at_work("undo", "8")[1] == "change 3 taken back: 2c/3 completed on 22 Nov 2002 (change 9)\n"
    assert at_work("undo", "4")[1] == "change 4 taken back: 2d/1 completed on 22 Nov 2002 (change 10)\n"
    assert at_work("verify")[0] == 0


def test_several_values_come_back_together(at_work: Run) -> None:
    """A change of several values says each address once."""
    at_work("set", "2/budget/2003-04=350", "2/budget=1057")
    assert at_work("undo")[1] == (
        "change 2 taken back: 2/budget/2003-04: 347 → 350; 2/budget: 1054 → 1057 (change 3)\n"
    )


def test_what_was_changed_since_is_not_taken_back(at_work: Run) -> None:
    """An undo that would lose a later change ends with 6, shows both, and writes nothing."""
    at_work("set", "2c/owner=Ann")
    at_work("set", "2c/owner=Bob")
    code, out, err = at_work("undo", "2")
    assert (code, out, err.count("\n")) == (6, "", 1)
    assert numbers(at_work("log", "--format", "json")[1]) == [3, 2, 1]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["undo", "99"], "there is none of this number"),
        (["undo", "1"], "added the review"),
        (["undo", "0"], "0 is not in the range"),
        (["undo", "first"], "'first' is not a valid integer"),
        (["redo"], "A. Officer has taken nothing back"),
    ],
)
def test_what_cannot_be_taken_back_is_said(at_work: Run, words: list[str], told: str) -> None:
    """A number that is none, or of the import of a review, is a usage problem."""
    code, out, err = at_work(*words)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert told in err


def test_a_review_named_is_the_one_meant(at_work: Run, tmp_path: Path) -> None:
    """With --review only a change of that review is taken back, and its lines name it."""
    kept(tmp_path / "two.db", PLANNED, PLANNED.replace('"small"', '"tiny"'))
    two = ("--db", str(tmp_path / "two.db"))
    at_work("action", "small:1a", "start", *two)
    at_work("action", "tiny:1a", "start", *two)
    code, _, err = at_work("undo", "4", "--review", "small", *two)
    assert (code, "is one of tiny" in err) == (2, True)
    assert at_work("undo", "--review", "small", *two)[1].startswith("change 3 taken back: 1a started")
    assert "Review" in at_work("log", *two)[1].splitlines()[0]
