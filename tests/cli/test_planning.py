"""`bvtrack set`, `add`, `remove`, `waive` and `people`: every edit of the plan, and what is refused."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pytest

from bvtrack.cli.add import AT_THE_TOP, BELOW
from bvtrack.core.edit import LISTS

if TYPE_CHECKING:
    from pathlib import Path

    from desk import Run


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["set", "2c/owner=Jenny"], "2c/owner: Jenny Newman → Jenny (change 2)"),
        (["set", "2c=Align it"], "2c: Align SIAS operations with the CSF staff of the quadrants → Align it (change 2)"),
        (["set", "1.2/plan=1.6, 2.3"], "1.2/plan: 2.3.1, 1.6 → 1.6, 2.3 (change 2)"),
        (["set", "1/savings/2002-03=5"], "1/savings/2002-03: blank → 5 (change 2)"),
        (["set", "2/budget/2003-04="], "2/budget/2003-04: 347 → blank (change 2)"),
        (["set", "2c/finish=Jan 2003", "--because", "misprint"], "2c/finish: Dec. 2002 → Jan 2003 (change 2)"),
        (
            ["set", "2/budget/2003-04=350", "2/budget=1057"],
            "2/budget/2003-04: 347 → 350; 2/budget: 1054 → 1057 (change 2)",
        ),
        (
            ["set", "1a/owner=Ann", "2c/owner=Ann"],
            "1a/owner: Jenny Newman → Ann; 2c/owner: Jenny Newman → Ann (change 2)",
        ),
        (["set", "2c/owner=Jenny", "--was", "Jenny Newman"], "2c/owner: Jenny Newman → Jenny (change 2)"),
        (["set", "1/savings/2002-03=5", "--was", ""], "1/savings/2002-03: blank → 5 (change 2)"),
        (["set", "2c/owner=Jenny Newman"], "nothing was changed: it stands so already"),
        (["add", "2", "part", "id=2e", "text=Share it"], "2e: part added: Share it (change 2)"),
        (["add", "2c", "step", "text=Ask"], "2c/6: step added: Ask (change 2)"),
        (["add", "1.1", "target", "value=From 56% in 2001"], "1.1/2: target added: From 56% in 2001 (change 2)"),
        (["add", "2", "cost", "column=annual", "value=£5k"], "2/costs/4: cost added: £5k (change 2)"),
        (["add", "person", "name=Steve Jones", "aliases=Steve"], "person/7: person added: Steve Jones (change 2)"),
        (["add", "recommendation", "id=6", "text=more"], "6: recommendation added: more (change 2)"),
        (["remove", "2c/5"], "2c/5: removed: Evaluate what the scheme does for service delivery (change 2)"),
        (["remove", "2c/owner"], "2c/owner: removed: Jenny Newman (change 2)"),
        (
            ["remove", "review", "--force"],
            "review hertfordshire-services-to-schools-2002 removed (change 2)",
        ),
        (
            ["waive", "profile-vs-costs", "1/budget", "--because", "agreed", "--until", "2003-03-31"],
            "1/budget: FIN106 waived until 2003-03-31 (change 2)",
        ),
        (["people", "add", "Steve Jones", "--alias", "Steve"], "person/7: person added: Steve Jones (change 2)"),
        (["people", "alias", "Jeff Smith", "J. Smith"], "person/4/aliases: Jeff → Jeff, J. Smith (change 2)"),
        (["people", "remove", "Les Craggs"], "person/1: removed: Les Craggs (change 2)"),
        (["people", "remove", "Jeff", "--force"], "person/4: removed: Jeff Smith (change 2)"),
    ],
)
def test_the_plan_is_changed_and_said_in_a_line(at_work: Run, words: list[str], said: str) -> None:
    """Each edit says what it changed, leaves the database whole, and comes back with undo."""
    before = at_work("export", "review")[1]
    assert at_work(*words) == (0, f"{said}\n", "")
    assert at_work("verify")[0] == 0
    if "change" in said.partition("(")[2]:
        assert at_work("undo")[0] == 0
    assert at_work("export", "review")[1] == before


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (["set", "2c"], 2, "is not written as ADDRESS=VALUE"),
        (["set", "=x"], 2, "is not written as ADDRESS=VALUE"),
        (["set", "2c=a", "2c=b"], 2, "is there twice"),
        (["set", "2z=a"], 2, "bvtrack: 2z: "),
        (["set", "2c/colour=a"], 2, "2c has no colour"),
        (["set", "2c/finish=Jan 2003"], 2, "say why with --because"),
        (["set", "2c/finish=31 September 2002", "--because", "x"], 3, "bvtrack: 2c"),
        (["set", "2/budget/2003-04=bananas"], 3, "is no amount"),
        (["set", "2/budget/2003-04=5", "2/budget=bananas"], 3, "is no amount"),
        (["set", "2c/owner=Jenny", "--was", "Gill"], 6, "was “Gill” when you saw it and is “Jenny Newman” now"),
        (["set", "2c/owner=Jenny", "2c=x", "--was", "Gill"], 2, "a single ADDRESS=VALUE"),
        (["set", "review/id=other"], 2, "a review keeps its id"),
        (["set", "a:2c=x", "b:2c=x"], 2, "there is no review of that id"),
        (["add", "2", "bogus", "text=x"], 2, "'bogus' is nothing that can be added"),
        (["add", "2", "part", "more", "text=x"], 2, "write it as ADDRESS KIND KEY=VALUE"),
        (["add", "text=x"], 2, "write it as ADDRESS KIND KEY=VALUE"),
        (["add", "2", "step", "text=x"], 2, "under a part"),
        (["add", "2", "part", "id=2c", "text=x"], 2, "there is a 2c already"),
        (["add", "2", "part", "colour=x"], 2, "colour"),
        (["add", "2", "part", "id=2e"], 3, "bvtrack: 2"),
        (["remove", "2z"], 2, "bvtrack: 2z: "),
        (["remove", "review"], 2, "remove it with --force"),
        (["waive", "FINN106", "1/budget", "--because", "x", "--until", "2003-03-31"], 2, "did you mean FIN106?"),
        (["waive", "FIN106", "9/budget", "--because", "x", "--until", "2003-03-31"], 2, "bvtrack: 9/budget: "),
        (["waive", "FIN106", "1/budget", "--until", "2003-03-31"], 2, "Missing option '--because'"),
        (["waive", "FIN106", "1/budget", "--because", "x"], 2, "Missing option '--until'"),
        (["people", "add", "jeff"], 2, "is what Jeff Smith is called"),
        (["people", "alias", "Jeff Smith", "Jenny"], 2, "is what Jenny Newman is called"),
        (["people", "alias", "Nobody", "N"], 2, "nobody has that name"),
        (["people", "remove", "Jeff"], 2, "holds 9 of the open actions"),
    ],
)
def test_a_wrong_edit_is_one_line_and_changes_nothing(at_work: Run, words: list[str], code: int, told: str) -> None:
    """What cannot be done ends with its code and one line, and all of it is left undone."""
    before = at_work("export", "review")[1]
    ended, out, err = at_work(*words)
    assert (ended, out, err.count("\n")) == (code, "", 1)
    assert told in err
    assert at_work("export", "review")[1] == before


def test_work_begun_is_not_removed_by_the_way(at_work: Run) -> None:
    """A thing with progress, or with progress below it, goes only with --force, and comes back whole."""
    at_work("step", "2c/3", "tick")
    code, _, err = at_work("remove", "2c")
    assert (code, "has progress recorded" in err) == (2, True)
    before = at_work("export", "review")[1]
    assert at_work("remove", "2c", "--force")[0] == 0
    assert at_work("undo")[0] == 0
    assert at_work("export", "review")[1] == before


def test_a_waiver_is_renewed_and_not_doubled(at_work: Run) -> None:
    """The same finding waived again has one waiver: the later; and the check counts the finding as waived."""
    for until in ("2003-03-31", "2004-03-31"):
        assert at_work("waive", "FIN106", "1/budget", "--because", "agreed", "--until", until)[0] == 0
    text = at_work("export", "review")[1]
    assert text.count("[[waiver]]") == 1
    assert '"A. Officer"' in text
    found = json.loads(at_work("check", "work.db", "--select", "FIN106", "--format", "json")[1])
    assert found["summary"]["waived"] == 1


def test_people_are_listed_with_what_they_hold(at_work: Run, tmp_path: Path) -> None:
    """Each person has the actions of all their names, and how many of them are open; also of one review alone."""
    at_work("action", "2a", "complete")
    rows = list(csv.DictReader(io.StringIO(at_work("people", "--format", "csv")[1])))
    by_name = {row["Name"]: (row["Address"], row["Holds"], row["Open"]) for row in rows}
    assert by_name["Gill Jones"] == ("person/6", "2a, 2b, 3b", "2")
    assert by_name["Jeff Smith"] == ("person/4", "1b, 2d, 3a, 3c, 3d, 4a, 4b, 4c, 5b", "9")
    assert at_work("people", "--review", "nope")[0] == 2
    assert json.loads(at_work("people", "--format", "json")[1])["rows"]
    assert "Gill Jones" in at_work("people")[1]
    assert tmp_path.is_dir()


def test_an_alias_with_a_comma_stays_one(at_work: Run) -> None:
    """A name turned round is one alias, when it is added and when another comes after it."""
    at_work("people", "add", "Steve Jones", "--alias", "Jones, Steve")
    said = at_work("people", "alias", "Jones, Steve", "Steve")[1]
    assert said == 'person/7/aliases: "Jones, Steve" → "Jones, Steve", Steve (change 3)\n'
    assert 'aliases = ["Jones, Steve", "Steve"]' in at_work("export", "review")[1]
    assert at_work("set", 'person/7/aliases="Jones, Steve"', "--was", '"Jones, Steve", Steve')[0] == 0


def test_nothing_is_set_twice(at_work: Run) -> None:
    """One amount under two spellings of its address is refused."""
    code, _, err = at_work("set", "2/budget/03-04=1", "2/budget/2003-04=2")
    assert (code, err) == (2, "bvtrack: 2/budget/2003-04: is set twice (give it one value)\n")


def test_two_people_of_one_alias_are_not_guessed_at(at_work: Run) -> None:
    """A name that several people have names none of them."""
    for name in ("Jo Green", "Jo Brown"):
        at_work("add", "person", f"name={name}", "aliases=Jo")
    code, _, err = at_work("people", "remove", "Jo")
    assert (code, "several people have that name" in err) == (2, True)


def test_what_can_be_added_is_what_edits_know() -> None:
    """The command offers the kinds of `core.edit`, but for waivers, which have a command of their own."""
    assert {*AT_THE_TOP, *BELOW} == {*LISTS} - {"waiver"}
