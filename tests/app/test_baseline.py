"""Checking against a baseline: what is new fails, what is mended is taken out, what was not looked at stays."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bvtrack.app.baseline import against, open_baseline
from bvtrack.app.check import CheckResult, check
from bvtrack.core.errors import InputProblem, UsageProblem
from bvtrack.core.finding import Severity
from bvtrack.core.settings import Selection
from bvtrack.files.baseline_file import read_baseline
from example_review import OFF_BY_ONE, SMALL

FIN = Selection(select=("FIN101", "FIN118"))
BASELINE = Path("baseline.toml")
UNUSED = """
[[waiver]]
code = "FIN101"
address = "7/budget"
reason = "agreed"
by = "A. Officer"
until = 2002-12-31
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder with two copies of a review whose total is wrong."""
    monkeypatch.chdir(tmp_path)
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "small.toml").write_text(OFF_BY_ONE, "utf-8")
    return tmp_path


def run(*paths: str, selection: Selection = FIN, update: bool = False) -> CheckResult:
    """Check paths against the baseline."""
    asked = [Path(path) for path in paths or (".",)]
    return against(open_baseline(BASELINE, update=update), check(asked, selection), selection, asked)


def held() -> list[tuple[str, str]]:
    """Give the path and the rule of each entry of the baseline."""
    return sorted((entry.path, entry.code) for entry in read_baseline(BASELINE))


def codes(result: CheckResult) -> list[tuple[str, str]]:
    """Give the input and the rule of each live finding."""
    return [(finding.source, finding.code) for finding in result.findings if finding.live]


def test_a_baseline_is_made_of_all_there_is_and_then_nothing_fails() -> None:
    """Making it says so, and counts its findings; the next run is as green."""
    made = run(update=True)
    assert made.warnings == ("baseline.toml: made, with 4 findings",)
    assert held() == [(f"{name}/small.toml", code) for name in "ab" for code in ("FIN101", "FIN118")]
    for result in (made, run()):
        assert (result.summary.errors, result.summary.notes, result.summary.baselined) == (0, 0, 4)
        assert result.worst() is None
    assert run().warnings == ()


def test_what_is_new_fails_and_is_never_added(folder: Path) -> None:
    """A finding that was not there is told, and an update leaves it out and says what to do."""
    (folder / "a" / "small.toml").write_text(SMALL, "utf-8")
    run(update=True)
    before = BASELINE.read_bytes()
    (folder / "a" / "small.toml").write_text(OFF_BY_ONE, "utf-8")
    result = run(update=True)
    assert codes(result) == [("a/small.toml", "FIN101")]
    assert result.worst() is Severity.ERROR
    assert result.warnings == (
        "baseline.toml: 0 findings taken out, 3 left",
        "baseline.toml: 1 new finding not added (mend or waive what is new; to begin again, delete the file)",
    )
    assert BASELINE.read_bytes() == before


def test_two_reviews_of_one_id_do_not_stand_for_each_other(folder: Path) -> None:
    """Fingerprints of copies are the same; the file tells them apart."""
    (folder / "b" / "small.toml").write_text(SMALL, "utf-8")
    run(update=True)
    (folder / "b" / "small.toml").write_text(OFF_BY_ONE, "utf-8")
    assert codes(run()) == [("b/small.toml", "FIN101")]


def test_what_is_mended_is_told_and_taken_out(folder: Path) -> None:
    """A hint for each entry found no more; an update takes it out, once."""
    run(update=True)
    (folder / "a" / "small.toml").write_text(SMALL, "utf-8")
    assert run().warnings == (
        "baseline.toml: a/small.toml FIN101 1/budget is found no more (take it out with --update-baseline)",
    )
    assert len(held()) == 4
    assert run(update=True).warnings == ("baseline.toml: 1 finding taken out, 3 left",)
    assert held() == [("a/small.toml", "FIN118"), ("b/small.toml", "FIN101"), ("b/small.toml", "FIN118")]
    assert run(update=True).warnings == ("baseline.toml: 0 findings taken out, 3 left",)


def test_many_hints_are_counted(folder: Path) -> None:
    """Ten are told one by one."""
    (folder / "a" / "small.toml").write_text(
        OFF_BY_ONE
        + "".join(OFF_BY_ONE[OFF_BY_ONE.index("\n[[rec") :].replace('"1"', f'"{nth}"') for nth in range(2, 15)),
        "utf-8",
    )
    run("a", selection=Selection(select=("FIN101",)), update=True)
    (folder / "a" / "small.toml").write_text(SMALL, "utf-8")
    told = run("a").warnings
    assert len(told) == 11
    assert told[-1] == "baseline.toml: 4 more are found no more (take them out with --update-baseline)"


def test_a_run_over_a_part_takes_nothing_else_out(folder: Path) -> None:
    """Files, rules and waivers that a run does not look at keep their entries."""
    run(update=True)
    for name in "ab":
        (folder / name / "small.toml").write_text(SMALL, "utf-8")
    assert run(selection=Selection(select=("DAT",)), update=True).warnings[0].endswith("0 findings taken out, 4 left")
    assert run("a", update=True).warnings == ("baseline.toml: 1 finding taken out, 3 left",)
    assert held() == [("a/small.toml", "FIN118"), ("b/small.toml", "FIN101"), ("b/small.toml", "FIN118")]
    per_file = Selection(FIN.select, per_file={"b": ("FIN",)})
    assert run(selection=per_file, update=True).warnings == ("baseline.toml: 0 findings taken out, 3 left",)


STATES = st.sampled_from([OFF_BY_ONE, SMALL, OFF_BY_ONE.replace("total = 8", "total = 9"), "format =", None])
RUNS = st.tuples(STATES, STATES, st.sampled_from([("a",), ("b",), (".",), ("a", "b/small.toml")]), st.booleans())


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(RUNS, min_size=2, max_size=6))
def test_whatever_happens_it_only_shrinks(
    folder: Path, runs: list[tuple[str | None, str | None, tuple[str], bool]]
) -> None:
    """Reviews come, go, break and are mended, runs look at some of them: no update adds, none forgets what is there."""
    BASELINE.unlink(missing_ok=True)
    for first, second, paths, update in [(OFF_BY_ONE, SMALL, (".",), True), *runs]:
        for name, text in (("a", first), ("b", second)):
            path = folder / name / "small.toml"
            if text is None:
                path.unlink(missing_ok=True)
            else:
                path.write_text(text, "utf-8")
        before = read_baseline(BASELINE) if BASELINE.exists() else None
        try:
            result = run(*paths, update=update)
        except UsageProblem:  # there was nothing to check
            continue
        after = read_baseline(BASELINE)
        found = {(one.source, one.fingerprint) for one in result.findings}
        assert before is None or (after <= before if update else after == before)
        assert {one for one in before or () if (one.path, one.fingerprint) in found} <= after


def test_what_rules_about_waivers_find_hangs_on_the_others(folder: Path) -> None:
    """An unused waiver is not found by a run of some rules, and stays; in a run of all it goes when it is gone."""
    (folder / "b" / "small.toml").unlink()
    (folder / "a" / "small.toml").write_text(OFF_BY_ONE + UNUSED, "utf-8")
    run(selection=Selection(), update=True)
    assert ("a/small.toml", "SUP901") in held()
    (folder / "a" / "small.toml").write_text(OFF_BY_ONE, "utf-8")
    for partial in (Selection(select=("SUP",)), Selection(ignore=("DAT",)), Selection(waivers=False)):
        run(selection=partial, update=True)
        assert ("a/small.toml", "SUP901") in held()
    run(selection=Selection(), update=True)
    assert ("a/small.toml", "SUP901") not in held()


def test_a_finding_about_waivers_beside_belongs_to_its_review(folder: Path) -> None:
    """The place is in waivers.toml; the entry names the review that was checked."""
    (folder / "a" / "waivers.toml").write_text(UNUSED, "utf-8")
    run("a", selection=Selection(), update=True)
    assert ("a/small.toml", "SUP901") in held()
    assert codes(run("a", selection=Selection())) == []


def test_an_input_that_is_gone_takes_its_entries_along(folder: Path) -> None:
    """Where its folder was asked for and all could be read; else nobody knows."""
    run(update=True)
    (folder / "b" / "small.toml").unlink()
    assert run("a", update=True).warnings == ("baseline.toml: 0 findings taken out, 4 left",)
    broken = folder / "broken.toml"
    broken.write_text("format =", "utf-8")
    assert run(update=True).warnings == ("baseline.toml: 0 findings taken out, 4 left",)
    broken.unlink()
    assert run(update=True).warnings == ("baseline.toml: 2 findings taken out, 2 left",)


def test_none_is_made_while_something_cannot_be_read(folder: Path) -> None:
    """What is in the broken input could not be added later."""
    (folder / "broken.toml").write_text("format =", "utf-8")
    result = run(update=True)
    assert result.warnings == ("baseline.toml: not made, as not all could be read (mend that first)",)
    assert result.summary.errors == 2
    assert not BASELINE.exists()


def test_a_baseline_that_is_missing_or_broken_stops_the_run() -> None:
    """It is never taken for an empty one."""
    with pytest.raises(UsageProblem, match="there is no such file") as caught:
        open_baseline(BASELINE)
    assert caught.value.todo == "make it with --update-baseline"
    BASELINE.write_text("x = 1\n", "utf-8")
    for update in (False, True):
        with pytest.raises(InputProblem, match="format is missing"):
            open_baseline(BASELINE, update=update)
