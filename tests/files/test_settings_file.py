"""Reading the settings of a folder."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bvtrack.core.errors import UsageProblem
from bvtrack.core.finding import Severity
from bvtrack.core.settings import Selection, Thresholds
from bvtrack.files.settings_file import PROJECT_FILE, SETTINGS_FILE, Settings, read_settings

if TYPE_CHECKING:
    from pathlib import Path

TEXT = """\
select = ["FIN", "DAT"]
ignore = ["FIN107"]
fail-on = "warning"
rounding = "truncated"
baseline = "accepted.toml"
exclude = ["old", "*.csv"]

[per-file-ignores]
"reviews/2002/*" = ["DAT305", "PEO"]

[severity]
FIN106 = "note"
DAT = "error"

[thresholds]
deadlines-in-month = 0
open-actions = 9
actions-in-month = 1000000
"""
MEANT = Settings(
    Selection(
        ("FIN", "DAT"),
        ("FIN107",),
        {"FIN106": Severity.NOTE, "DAT": Severity.ERROR},
        exclude=("old", "*.csv"),
        per_file={"reviews/2002/*": ("DAT305", "PEO")},
    ),
    Thresholds(deadlines_in_month=0, open_actions=9, actions_in_month=1_000_000, rounding="truncated"),
    "warning",
)
PROJECT = '[tool.other]\nx = 1\n[tool.bvtrack]\nignore = ["A"]\n'


def test_defaults(tmp_path: Path) -> None:
    """A folder without a file, with an empty one, or with one of another tool's, sets nothing."""
    assert read_settings(tmp_path) == Settings(Selection(), Thresholds(), None)
    for text in ("", "[tool]\n", "tool = 1\n", "[tool.other]\n", "[tool]\nbvtrack = 1\n"):
        (tmp_path / PROJECT_FILE).write_text(text)
        assert read_settings(tmp_path) == Settings()
    (tmp_path / SETTINGS_FILE).touch()
    assert read_settings(tmp_path) == Settings()


def test_settings(tmp_path: Path) -> None:
    """Every key of bvtrack.toml is read."""
    assert SETTINGS_FILE == "bvtrack.toml"
    (tmp_path / SETTINGS_FILE).write_text(TEXT)
    assert read_settings(tmp_path) == replace(MEANT, baseline=tmp_path / "accepted.toml")


def test_some_settings(tmp_path: Path) -> None:
    """What is left out is as without a file."""
    (tmp_path / SETTINGS_FILE).write_text('fail-on = "never"\n[thresholds]\nopen-actions = 7\n')
    assert read_settings(tmp_path) == Settings(thresholds=Thresholds(open_actions=7), fail_on="never")


def test_reporting_dates(tmp_path: Path) -> None:
    """The days when progress is reported are dates, and nothing else."""
    (tmp_path / SETTINGS_FILE).write_text("reporting-dates = [2002-07-31, 2002-11-30]\n")
    days = (dt.date(2002, 7, 31), dt.date(2002, 11, 30))
    assert read_settings(tmp_path) == Settings(thresholds=Thresholds(reporting_dates=days))
    (tmp_path / SETTINGS_FILE).write_text('reporting-dates = ["every spring"]\n')
    with pytest.raises(UsageProblem, match=r":1: reporting-dates"):
        read_settings(tmp_path)


def test_project_file(tmp_path: Path) -> None:
    """The table [tool.bvtrack] of pyproject.toml is read, unless there is a bvtrack.toml."""
    assert PROJECT_FILE == "pyproject.toml"
    (tmp_path / PROJECT_FILE).write_text(PROJECT)
    assert read_settings(tmp_path) == Settings(Selection(ignore=("A",)))
    (tmp_path / SETTINGS_FILE).write_text(TEXT)
    assert read_settings(tmp_path) == replace(MEANT, baseline=tmp_path / "accepted.toml")


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        (SETTINGS_FILE, "\nselct = []", ":2: selct is not a key of the format (did you mean select?)"),
        (SETTINGS_FILE, "fail_on = 'note'", ":1: fail_on is not a key of the format (did you mean fail-on?)"),
        (
            SETTINGS_FILE,
            "fail-on = 'no'",
            ":1: fail-on is “no”, which it cannot be (write 'error', 'warning', 'note' or 'never')",
        ),
        (
            SETTINGS_FILE,
            "[severity]\nFIN1 = 'never'",
            ":2: severity.FIN1 is “never”, which it cannot be (write 'error', 'warning' or 'note')",
        ),
        (
            SETTINGS_FILE,
            "[thresholds]\nopen-action = 1",
            ":2: thresholds.open-action is not a key of the format (did you mean open-actions?)",
        ),
        (
            SETTINGS_FILE,
            "[thresholds]\nopen-actions = -1",
            ":2: thresholds.open-actions is “-1”, which is too small (write 0 or more)",
        ),
        (
            SETTINGS_FILE,
            "[thresholds]\nopen-actions = 1000001",
            ":2: thresholds.open-actions is “1000001”, which is too large (write 1000000 or less)",
        ),
        (
            SETTINGS_FILE,
            "[thresholds]\nopen-actions = '1'",
            ":2: thresholds.open-actions should be a whole number (write it without quotes)",
        ),
        (
            SETTINGS_FILE,
            "select = 'FIN'",
            ":1: select should be a list (write it as [ … ], a list of tables as [[name]])",
        ),
        (
            SETTINGS_FILE,
            "rounding = 'up'",
            ":1: rounding is “up”, which it cannot be (write 'exact', 'nearest' or 'truncated')",
        ),
        (SETTINGS_FILE, "baseline = ''", ":1: baseline is empty (write the words of the report, or leave the key out)"),
        (
            SETTINGS_FILE,
            "[per-file-ignores]\nx = 'FIN'",
            ":2: per-file-ignores.x should be a list (write it as [ … ], a list of tables as [[name]])",
        ),
        (
            SETTINGS_FILE,
            "a = nan",
            ":1:5: “nan” is no amount (leave it out, or write the words of the report in quotes)",
        ),
        (
            PROJECT_FILE,
            f"{PROJECT}[tool.bvtrack.threshold]",
            ":5: threshold is not a key of the format (did you mean thresholds?)",
        ),
        (
            PROJECT_FILE,
            "[tool",
            ":1: is not TOML: Expected ']' at the end of a table declaration (correct the TOML here)",
        ),
    ],
)
def test_faults(tmp_path: Path, name: str, text: str, expected: str) -> None:
    """What is no setting is a problem of configuration, at its line."""
    (tmp_path / name).write_text(text, "utf-8")
    with pytest.raises(UsageProblem) as caught:
        read_settings(tmp_path)
    assert str(caught.value) == f"{tmp_path / name}{expected}"
