"""Checking: what is read, which waivers count, where findings are placed, what is counted."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from bvtrack.app.check import check
from bvtrack.core.errors import InputProblem, UsageProblem
from bvtrack.core.finding import Severity, Summary
from bvtrack.core.settings import Selection
from example_review import OFF_BY_ONE

if TYPE_CHECKING:
    from pathlib import Path

FIN = Selection(select=("FIN101", "FIN118", "SUP"))
WAIVER = """
[[waiver]]
code = "FIN101"
address = "1/budget"
reason = "agreed"
by = "A. Officer"
until = 2002-12-31
"""


@pytest.fixture
def review(tmp_path: Path) -> Path:
    """Write a review whose total is wrong."""
    path = tmp_path / "small.toml"
    path.write_text(OFF_BY_ONE, "utf-8")
    return path


def test_findings_have_their_file_and_line(review: Path) -> None:
    """A finding names the file as it was given and the line of the figure."""
    first, second = check([review], FIN).findings
    assert (first.code, first.path, first.line, first.address) == ("FIN101", str(review), 13, "1/budget")
    assert (second.code, second.line) == ("FIN118", 1)
    assert first.as_at == dt.date(2002, 4, 22)


def test_everything_is_counted(review: Path) -> None:
    """The summary counts files, tables, figures, sums, and findings by severity."""
    result = check([review.parent], FIN)
    assert result.summary == Summary(files=1, tables=1, figures=2, sums=1, errors=1, notes=1)
    assert result.worst() is Severity.ERROR


def test_a_waiver_in_the_review_waives(review: Path) -> None:
    """A waived finding is still listed, counted as waived, and fails nothing."""
    review.write_text(OFF_BY_ONE + WAIVER, "utf-8")
    result = check([review], FIN)
    assert (result.summary.errors, result.summary.waived) == (0, 1)
    assert result.worst() is Severity.NOTE
    (waived,) = [finding.waived for finding in result.findings if finding.waived]
    assert (waived.reason, waived.by, waived.until) == ("agreed", "A. Officer", dt.date(2002, 12, 31))


def test_waivers_beside_the_review_count_too(review: Path) -> None:
    """A waivers.toml beside a review waives for all reviews there, or for the one it names."""
    beside = review.parent / "waivers.toml"
    beside.write_text(WAIVER, "utf-8")
    assert check([review], FIN).summary.waived == 1
    beside.write_text(WAIVER + 'review = "small"\n', "utf-8")
    assert check([review], FIN).summary.waived == 1
    beside.write_text(WAIVER + 'review = "another"\n', "utf-8")
    assert check([review], FIN).summary.waived == 0


def test_without_waivers_everything_shows(review: Path) -> None:
    """An auditor sees the waived finding like any other, and nothing about waivers."""
    review.write_text(OFF_BY_ONE + WAIVER, "utf-8")
    result = check([review], Selection(select=FIN.select, waivers=False))
    assert (result.summary.errors, result.summary.waived) == (1, 0)


def test_an_expired_waiver_waives_nothing_and_is_placed(review: Path) -> None:
    """Past its last day, as at the date asked for, a waiver is itself a finding in the file where it stands."""
    beside = review.parent / "waivers.toml"
    beside.write_text(WAIVER, "utf-8")
    result = check([review], FIN, as_at=dt.date(2003, 1, 1))
    expired = [finding for finding in result.findings if finding.code == "SUP902"]
    assert [(finding.path, finding.line) for finding in expired] == [(str(beside), 7)]
    assert result.summary.errors == 2


def test_what_cannot_be_read_is_a_problem_and_the_rest_is_checked(review: Path) -> None:
    """A broken review, a broken waivers.toml and a missing file stop nothing else."""
    broken = review.parent / "broken.toml"
    broken.write_text("format = 1\nid =\n", "utf-8")
    result = check([broken, review, review.parent / "none.toml"], FIN)
    assert [type(problem) for problem in result.problems] == [InputProblem, InputProblem]
    assert result.summary.files == 1
    (review.parent / "waivers.toml").write_text("x = 1\n", "utf-8")
    result = check([review], FIN)
    assert [problem.place for problem in result.problems] == [f"{review.parent / 'waivers.toml'}:1"]
    assert result.summary.files == 0


def test_nothing_to_check_is_never_a_silent_green(tmp_path: Path) -> None:
    """No path, or a folder without reviews, is a usage problem."""
    for paths in ([], [tmp_path]):
        with pytest.raises(UsageProblem, match="nothing to check"):
            check(paths)


def test_fingerprints_survive_moved_lines_and_new_figures(review: Path) -> None:
    """A finding keeps its fingerprint when lines move or its figures change; another place has another."""
    before = {finding.fingerprint for finding in check([review], FIN).findings}
    review.write_text("# moved\n\n" + OFF_BY_ONE.replace("total = 8", "total = 9"), "utf-8")
    after = {finding.fingerprint for finding in check([review], FIN).findings}
    assert before == after
    assert len(before) == 2
    assert all(len(mark) == 16 for mark in before)
