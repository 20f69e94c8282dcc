"""`bvtrack check --format`: each output is what its reader takes, on standard output and in a file."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest
from junitparser import JUnitXml

from bvtrack.app.findings import FORMATS
from bvtrack.report.findings_markdown import MARKER
from desk import REVIEW

if TYPE_CHECKING:
    from pathlib import Path

    from desk import Run

BEGINNINGS = {
    "text": "schools.toml\n",
    "json": '{\n  "schema": 1,',
    "sarif": '{\n  "$schema": ',
    "junit": '<?xml version="1.0"',
    "github": "::error file=none.toml,title=could not be checked::none.toml: ",
    "markdown": MARKER,
}


@pytest.fixture
def schools(at_work: Run, tmp_path: Path) -> Run:
    """Work in a folder that holds the Hertfordshire review."""
    shutil.copy(REVIEW, tmp_path / "schools.toml")
    return at_work


@pytest.mark.parametrize("form", FORMATS)
def test_an_input_that_cannot_be_read_is_told_in_each(schools: Run, form: str) -> None:
    """It ends with 3 and a line on standard error whatever the format, and the rest is checked."""
    code, out, err = schools("check", "schools.toml", "none.toml", "--format", form)
    assert code == 3
    assert out.startswith(BEGINNINGS[form])
    assert err.startswith("bvtrack: none.toml: ")
    assert "FIN106" in out
    assert form in {"text", "json"} or "none.toml" in out


@pytest.mark.parametrize("form", FORMATS)
def test_a_file_holds_what_would_be_printed(schools: Run, tmp_path: Path, form: str) -> None:
    """With -o nothing goes to standard output, and the exit code is the same; the file is not replaced unasked."""
    printed = schools("check", "schools.toml", "--format", form)
    line = ("check", "schools.toml", "--format", form, "-o", "out")
    assert schools(*line) == (1, "", "")
    assert (tmp_path / "out").read_text("utf-8") == printed[1]
    code, out, err = schools(*line)
    assert (code, out) == (2, "")
    assert "is there already" in err
    assert schools(*line, "--force") == (1, "", "")


def test_what_could_not_be_read_outranks_what_could_not_be_written(schools: Run) -> None:
    """Both are told, and the exit code is that of the input."""
    code, _, err = schools("check", "schools.toml", "none.toml", "-o", "schools.toml")
    assert code == 3
    assert [line.split(": ")[1] for line in err.splitlines()] == ["none.toml", "schools.toml"]


def test_a_file_that_is_watched_into_is_replaced_knowingly(schools: Run) -> None:
    """Each run writes it anew, which has to be asked for."""
    code, _, err = schools("check", "schools.toml", "--watch", "-o", "out")
    assert code == 2
    assert "give --force too" in err


def test_a_database_is_a_suite_for_each_review(at_work: Run) -> None:
    """Its findings are those of the file, and scanners are pointed at the database."""
    _, out, _ = at_work("check", "work.db", "--format", "junit", "--as-at", "2002-04-22")
    (suite,) = JUnitXml.fromstring(out.encode())
    assert suite.name == "work.db: hertfordshire-services-to-schools-2002"
    assert suite.failures == 6
    _, out, _ = at_work("check", "work.db", "--format", "sarif", "--as-at", "2002-04-22")
    (run,) = json.loads(out)["runs"]
    places = {json.dumps(result["locations"][0]["physicalLocation"]) for result in run["results"]}
    assert places == {'{"artifactLocation": {"uri": "work.db"}}'}
