"""`bvtrack action`, `step`, `measure` and `money`: what is recorded, and what is refused."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, get_args

import pytest

from bvtrack.cli import measure, options
from bvtrack.cli.work import CONFIDENCES, KINDS
from bvtrack.core.event import ActionKind, AmountKind, Confidence, MeasureKind
from desk import NAME, desk_of, kept

if TYPE_CHECKING:
    from pathlib import Path

    from desk import Run


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("step 2c/3 tick", "2c/3 completed on 22 Nov 2002 (change 2)"),
        ("step 2c/3 complete --on 2002-11-20", "2c/3 completed on 20 Nov 2002 (change 2)"),
        ("action 2c start", "2c started on 22 Nov 2002 (change 2)"),
        (
            "action 2C forecast Jan 2003",
            "2c now expected by Jan 2003 (31 Jan 2003); first Dec 2002, 1 move, 1 month behind (change 2)",
        ),
        (
            "action 2c re-baseline Jan 2003 --because moved --minute 9",
            "2c deadline moved to Jan 2003 (31 Jan 2003); first Dec 2002, 1 move, 1 month behind; minute 9 (change 2)",
        ),
        (
            "action 2c no-resource --because vacant --approved-by Jo",
            "2c left without resource on 22 Nov 2002; approved by Jo (change 2)",
        ),
        ("action 2c mainstream --because used --minute 12.3", "2c mainstreamed on 22 Nov 2002; minute 12.3 (change 2)"),
        ("action 2c note all is well", "2c noted on 22 Nov 2002 (change 2)"),
        (
            f"action {NAME}:2c delete --because x --approved-by Jo",
            "2c deleted from the plan on 22 Nov 2002; approved by Jo (change 2)",
        ),
        ("measure 1.1 actual 58% --period 2001-02", "1.1 came out as 58% in 2001-02 (change 2)"),
        ("measure 1.2/3 forecast 81% --period 2003", "1.2/3 now expected at 81% in 2003 (change 2)"),
        ("measure 1.2 note a new survey", "1.2 noted on 22 Nov 2002 (change 2)"),
        ("measure 1.1 actual 58% --period 2001-02 --counted 116/200", "1.1 came out as 58% in 2001-02 (change 2)"),
        ("measure 4.1 baseline £85,000 --period 2001-02", "4.1 starts from £85,000 in 2001-02 (change 2)"),
        ("measure 2.4 report first report to the panel", "2.4 report made on 22 Nov 2002 (change 2)"),
        ("money 1/budget/02/03 actual 9", "1/budget/2002-03 came out as 9 (change 2)"),
        ("money 2/savings/2004-05 forecast -£85k", "2/savings/2004-05 now expected at -£85k (change 2)"),
        (
            "money 2/savings/2004-05 mitigated £25k --because vacancies",
            "2/savings/2004-05 made up for by other measures: £25k (change 2)",
        ),
        ("money 2/savings/2004-05 note late", "2/savings/2004-05 noted on 22 Nov 2002 (change 2)"),
    ],
)
def test_what_happened_is_recorded_and_said_in_a_line(at_work: Run, line: str, said: str) -> None:
    """Each verb writes one dated, signed event, says so on standard output, and can be taken back."""
    assert at_work(*line.split()) == (0, f"{said}\n", "")
    assert at_work("undo")[0] == 0
    assert at_work("verify")[0] == 0


def test_an_event_holds_all_that_was_said(at_work: Run, tmp_path: Path) -> None:
    """Day, reason, minute, who entered it and when stand in the event."""
    line = ("action", "2c", "forecast", "Jan 2003", "--because", "vacant", "--minute", "12.3", "--on", "2002-11-01")
    assert at_work(*line)[0] == 0
    with desk_of(tmp_path / "work.db") as desk:
        (event,) = next(part for part in desk.review(NAME).recommendations[1].parts if part.id == "2c").events
    assert event.value is not None
    assert (str(event.date), event.value.text, event.reason, event.minute) == (
        "2002-11-01",
        "Jan 2003",
        "vacant",
        "12.3",
    )
    assert (event.by, str(event.recorded)) == ("A. Officer", "2002-11-22")


@pytest.mark.parametrize(
    ("line", "code", "told"),
    [
        ("action 2z start", 2, "bvtrack: 2z: "),
        ("action nope:2c start", 2, "there is no review of that id"),
        ("action 2c/3 start", 2, "for a step: bvtrack step 2c/3"),
        ("step 2c tick", 2, "for an action: bvtrack action 2c"),
        ("step 2c/99 tick", 2, "bvtrack: 2c/99: "),
        ("action 1.3 start", 2, "is no action and no step"),
        ("action 2c forecast", 2, "forecast needs a new date"),
        ("action 2c forecast 31 September 2002", 3, "Sep 2002 has 30 days, not 31"),
        ("action 2c forecast bananas", 3, "bvtrack: 2c: "),
        ("action 2c forecast ongoing", 3, "names no day to finish by"),
        ("action 2c start tomorrow", 2, "takes nothing behind it"),
        ("action 2c defer", 2, "needs a reason"),
        ("action 2c defer --because x", 2, "needs an approval: --approved-by NAME, or --minute TEXT"),
        ("action 2c mainstream --because x --approved-by ", 2, "needs an approval"),
        ("action 2c re-baseline 2003-01-31 --because x --approved-by Jo", 2, "needs the minute that approved it"),
        ("action 2c forecast 2003-01-31 --confidence sure", 2, "'sure' is not one of"),
        ("action 2c note", 2, "note needs its words"),
        ("action 2c note x --because y", 2, "a note is its own reason"),
        ("action 2c note x --becuase y", 2, "--becuase"),
        ("action 2c finish", 2, "'finish' is not one of"),
        ("action 2c complete --on 2002-11-23", 2, "23 Nov 2002 has not come yet"),
        ("action 2c complete --on 2002-02-30", 2, "is not a day that exists"),
        ("action 2c reopen", 2, "is not done"),
        ("action 2c resume", 2, "there is nothing to resume"),
        ("measure 1.1 actual 58%", 2, "needs --period"),
        ("measure 1.1 note x --period 2002", 2, "a note has no period"),
        ("measure 2.4 report x --period 2002", 2, "a report has no period"),
        ("measure 2.4 report x --because y", 2, "a report is its own reason"),
        ("measure 2.4 report x --counted 1/2", 2, "a report has no figure to be counted"),
        ("measure 1.1 report x", 2, "asks for no report"),
        ("measure 1.1/1 report x", 2, "asks for no report"),
        ("measure 1.1 actual 58% --period 2001-02 --counted 118/200", 2, "118 of 200 is not 58%"),
        ("measure 1.1 actual 58% --period 2001-02 --counted 116", 2, "is not two numbers like 116/200"),
        ("measure 1.1 actual 58% --period 2001-02 --counted 116/0", 2, "is not two numbers like 116/200"),
        ("measure 1.1 baseline 55% --period 2001-02", 2, "1.1/1: prints its baseline: From 56% in 2001.02"),
        ("measure 4.1 baseline £85,000", 2, "needs --period"),
        ("measure 4.1 baseline £85,000 --period 2003-04", 2, "has not begun on 22 Nov 2002"),
        ("measure 1.1 actual bananas --period 2002", 3, "bvtrack: 1.1: "),
        ("measure 1.2 actual 58% --period 2002", 2, "name the one meant: 1.2/1"),
        ("measure 1.1 actual 58% --period 2003-04", 2, "2003-04 has not begun on 22 Nov 2002"),
        ("measure 2c actual 58% --period 2002", 2, "is no outcome measure"),
        ("measure 1.1 actual", 2, "Missing argument"),
        ("money 1/budget actual 9", 2, "is no amount of a year"),
        ("money totals/budget/2002-03 actual 9", 2, "is no amount of a year"),
        ("money 1/budget/2003-04 actual 9", 2, "2003-04 has not begun on 22 Nov 2002"),
        ("money 1/budget/2009-10 actual 9", 2, "nothing of that address"),
        ("money 1/budget/2002-03 actual bananas", 3, "bvtrack: 1"),
        ("money 1/budget/2002-03 note x --because y", 2, "a note is its own reason"),
        ("action 2c start --by ", 2, "nobody signs this change"),
    ],
)
def test_what_cannot_be_is_one_line_and_changes_nothing(at_work: Run, line: str, code: int, told: str) -> None:
    """A wrong address, kind, day or value ends with its code and one line that says what to do."""
    ended, out, err = at_work(*line.split(" "))
    assert (ended, out) == (code, "")
    assert err.startswith("bvtrack: ")
    assert err.count("\n") == 1
    assert told in err
    assert len(json.loads(at_work("log", "--format", "json")[1])["changes"]) == 1


def test_a_figure_of_nothing_is_refused(at_work: Run) -> None:
    """An empty value is no value."""
    assert at_work("money", "1/budget/2002-03", "actual", " ")[0] == 2


def test_one_of_several_reviews_has_to_be_named(at_work: Run, tmp_path: Path) -> None:
    """With several reviews an address needs its review, by --review or before a colon, and not two of them."""
    from desk import PLANNED

    kept(tmp_path / "two.db", PLANNED, PLANNED.replace('"small"', '"tiny"'))
    two = ("--db", str(tmp_path / "two.db"))
    code, _, err = at_work("action", "1a", "start", *two)
    assert (code, "the database holds 2" in err, "small, tiny" in err) == (2, True, True)
    assert at_work("action", "tiny:1a", "start", *two)[1] == "tiny:1a started on 22 Nov 2002 (change 3)\n"
    assert at_work("action", "1a", "start", "--review", "small", *two)[0] == 0
    assert at_work("action", "tiny:1a", "complete", "--review", "small", *two)[0] == 2
    code, _, err = at_work("set", "tiny:1a=x", "small:1a=x", *two)
    assert (code, "one review at a time, not small and tiny" in err) == (2, True)


def test_the_kinds_are_those_of_the_review_file() -> None:
    """What commands offer is what events may be, with hyphens for spaces."""
    assert get_args(Confidence) == CONFIDENCES
    assert sorted(KINDS) == sorted(kind.replace(" ", "-") for kind in get_args(ActionKind))
    assert sorted(measure.KINDS) == sorted(get_args(MeasureKind))
    assert sorted(options.AMOUNTS) == sorted(get_args(AmountKind))


def test_quiet_says_nothing(at_work: Run) -> None:
    """With --quiet, before the command or behind it, what was done is done without a word."""
    assert at_work("--quiet", "action", "2c", "start") == (0, "", "")
    assert at_work("step", "2c/1", "tick", "--quiet") == (0, "", "")
    assert len(json.loads(at_work("log", "--format", "json")[1])["changes"]) == 3


def test_a_login_name_signs_where_no_other_does(at_work: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without --by and BVTRACK_USER the login name signs; without any of them nobody does."""
    import getpass

    monkeypatch.delenv("BVTRACK_USER")
    monkeypatch.setattr(getpass, "getuser", lambda: "officer7")
    assert at_work("action", "2c", "start")[0] == 0
    assert json.loads(at_work("log", "--format", "json")[1])["changes"][0]["by"] == "officer7"

    def nobody() -> str:
        raise OSError

    monkeypatch.setattr(getpass, "getuser", nobody)
    assert at_work("action", "2d", "start")[0] == 2
    assert at_work("action", "2d", "start", "--by", "Gill")[0] == 0


def test_figures_go_and_stay_with_their_target_line(at_work: Run) -> None:
    """A target line with a figure goes only by force, and what is before it leaves the figure where it belongs."""
    at_work("measure", "1.2/3", "actual", "81%", "--period", "2001-02")
    code, _, err = at_work("remove", "1.2/3")
    assert (code, "1.2/3: has progress recorded" in err) == (2, True)
    assert at_work("remove", "1.2/1")[0] == 0
    assert "line   = 2" in at_work("export", "review")[1]
    assert at_work("remove", "1.2/2", "--force")[0] == 0
    assert '"81%"' not in at_work("export", "review")[1]
    at_work("undo")
    at_work("undo")
    assert "line   = 3" in at_work("export", "review")[1]
    assert at_work("verify")[0] == 0
