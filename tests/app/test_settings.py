"""Settings: the folder's file, and the command line over it."""

from __future__ import annotations

from pathlib import Path

import pytest

from bvtrack.app.settings import settings
from bvtrack.core.errors import UsageProblem
from bvtrack.core.finding import Severity


def test_without_a_file_and_without_options_the_defaults_hold(tmp_path: Path) -> None:
    """All rules run, an error fails."""
    asked = settings(tmp_path)
    assert (asked.selection.select, asked.selection.ignore, asked.fail_on) == ((), (), Severity.ERROR)
    assert asked.selection.waivers


def test_the_command_line_replaces_what_the_file_says(tmp_path: Path) -> None:
    """Codes and the failing level given on the command line win; severities are laid over the file's."""
    (tmp_path / "bvtrack.toml").write_text(
        'select = ["DAT"]\nignore = ["DAT305"]\nfail-on = "note"\n'
        '[severity]\nDAT307 = "note"\nDAT306 = "error"\n[thresholds]\nopen-actions = 8\n',
        "utf-8",
    )
    stored = settings(tmp_path)
    assert (stored.selection.select, stored.selection.ignore) == (("DAT",), ("DAT305",))
    assert (stored.fail_on, stored.thresholds.open_actions) == (Severity.NOTE, 8)
    asked = settings(tmp_path, select=["fin, str2"], severity=["DAT307=error"], fail_on="never", waivers=False)
    assert asked.selection.select == ("FIN", "STR2")
    assert asked.selection.ignore == ("DAT305",)
    assert asked.selection.severity == {"DAT307": Severity.ERROR, "DAT306": Severity.ERROR}
    assert (asked.fail_on, asked.selection.waivers) == (None, False)


def test_rounding_and_baseline_come_from_either(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The command line before the file; a baseline is named from its settings, and is no review of the folder."""
    monkeypatch.chdir(tmp_path)
    asked = settings(tmp_path)
    assert (asked.thresholds.rounding, asked.baseline, asked.selection.exclude) == ("nearest", None, ())
    (tmp_path / "bvtrack.toml").write_text(
        'rounding = "truncated"\nbaseline = "a[1].toml"\nexclude = ["old"]\n', "utf-8"
    )
    asked = settings(tmp_path)
    assert (asked.thresholds.rounding, asked.baseline) == ("truncated", tmp_path / "a[1].toml")
    assert asked.selection.exclude == ("old", "./a[[]1].toml")
    asked = settings(tmp_path, rounding="exact", baseline=Path("sub/b.toml"))
    assert (asked.thresholds.rounding, asked.baseline) == ("exact", Path("sub/b.toml"))
    assert asked.selection.exclude == ("old", "./sub/b.toml", "./a[[]1].toml")
    assert settings(tmp_path, output=Path("x.md")).selection.exclude == ("old", "./a[[]1].toml", "./x.md")
    asked = settings(tmp_path, no_baseline=True)
    assert (asked.baseline, asked.selection.exclude) == (None, ("old", "./a[[]1].toml"))


@pytest.mark.parametrize("severity", ["FIN101", "FIN101=", "=error", "FIN101=loud", ""])
def test_a_severity_that_says_nothing_is_refused(tmp_path: Path, severity: str) -> None:
    """CODE=LEVEL with a level that exists, or a usage problem that names the levels."""
    with pytest.raises(UsageProblem, match="error, warning, note"):
        settings(tmp_path, severity=[severity])


@pytest.mark.parametrize(
    ("select", "ignore", "severity", "place"),
    [("fin1,FIN999", "", (), "select"), ("", "X", (), "ignore"), ("", "", ("FI7=note",), "severity")],
)
def test_a_code_that_no_rule_has_is_refused(
    tmp_path: Path, select: str, ignore: str, severity: tuple[str, ...], place: str
) -> None:
    """A mistyped code would select nothing, and the run would be green."""
    with pytest.raises(UsageProblem) as caught:
        settings(tmp_path, select=[select], ignore=[ignore], severity=severity)
    assert caught.value.place == place


def test_a_code_in_the_file_that_no_rule_has_is_refused(tmp_path: Path) -> None:
    """So is one in the settings of the folder."""
    (tmp_path / "bvtrack.toml").write_text('[per-file-ignores]\n"old" = ["DAT", "FIN1o1"]\n', "utf-8")
    with pytest.raises(UsageProblem, match="no rule is called FIN1o1"):
        settings(tmp_path)
