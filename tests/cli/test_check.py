"""`bvtrack check` where people run it: with a baseline, with settings, and watching."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from bvtrack.cli import check, main
from bvtrack.cli.output import clear
from example_review import OFF_BY_ONE, SMALL

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capfdbinary: pytest.CaptureFixture[bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command line in a folder with a review whose total is wrong."""
    (tmp_path / "small.toml").write_text(OFF_BY_ONE, "utf-8")
    monkeypatch.chdir(tmp_path)

    def call(*arguments: str) -> tuple[int, str, str]:
        code = main.run(["check", *arguments])
        out, err = capfdbinary.readouterr()
        return code, out.decode(), err.decode()

    return call


def test_a_baseline_from_first_to_last(run: Run, tmp_path: Path) -> None:
    """Made once, green after, told when something is mended, smaller then; what is new fails with 1."""
    fin = ("--select", "FIN101,FIN118", "--baseline", "known.toml")
    code, out, err = run(".", *fin)
    assert (code, out, err) == (2, "", "bvtrack: known.toml: there is no such file (make it with --update-baseline)\n")
    code, out, err = run(".", *fin, "--update-baseline")
    assert (code, err) == (0, "bvtrack: known.toml: made, with 2 findings\n")
    assert out.endswith(": 0 errors, 0 warnings, 0 notes, 0 waived, 2 in the baseline\n")
    code, out, err = run(".", *fin, "--format", "json")
    assert (code, err) == (0, "")
    answer = json.loads(out)
    assert [one["baselined"] for one in answer["findings"]] == [True, True]
    assert (answer["summary"]["errors"], answer["summary"]["baselined"]) == (0, 2)
    (tmp_path / "small.toml").write_text(SMALL, "utf-8")
    code, _, err = run(".", *fin)
    assert (code, err.count("\n")) == (0, 1)
    assert "small.toml FIN101 1/budget is found no more" in err
    assert run(".", *fin, "--quiet")[2] == ""
    assert run(".", *fin, "--update-baseline")[0] == 0
    (tmp_path / "small.toml").write_text(OFF_BY_ONE, "utf-8")
    code, out, err = run(".", *fin, "--update-baseline")
    assert code == 1
    assert "error FIN101" in out
    assert "FIN118" not in out
    assert "1 new finding not added" in err


def test_a_broken_baseline_is_3_and_one_line(run: Run, tmp_path: Path) -> None:
    """It is not checked past it, and nothing hidden in it gets out."""
    (tmp_path / "known.toml").write_text('format = 1\n[file.x]\n"\\u001b[2J" = "FIN101 x"\n', "utf-8")
    code, out, err = run("small.toml", "--baseline", "known.toml")
    assert (code, out) == (3, "")
    assert err == "bvtrack: known.toml:3: “<U+001B>[2J” is no finding of a baseline (take the line out)\n"


def test_settings_name_the_baseline(run: Run, tmp_path: Path) -> None:
    """It holds without an option, and can be left out."""
    (tmp_path / "bvtrack.toml").write_text('baseline = "known.toml"\n', "utf-8")
    assert run(".", "--update-baseline")[0] == 0
    assert run(".")[0] == 0
    assert run(".", "--no-baseline")[0] == 1


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["--update-baseline"], "--update-baseline needs to know the file: name it with --baseline"),
        (["--update-baseline", "--baseline", "b", "--watch"], "--update-baseline is for one run, without --watch"),
        (["--rounding", "up"], "Invalid value for '--rounding'"),
        (["--baseline", "."], "is a folder"),
    ],
)
def test_options_that_do_not_go_together(run: Run, arguments: list[str], line: str) -> None:
    """They are one line, and nothing is checked or written."""
    code, out, err = run(".", *arguments)
    assert (code in {2, 3}, out, err.count("\n")) == (True, "", 1)
    assert line in err


def test_settings_leave_files_and_rules_out(run: Run, tmp_path: Path) -> None:
    """`exclude` for folders, `per-file-ignores` for rules in some files."""
    (tmp_path / "old").mkdir()
    (tmp_path / "old" / "a.toml").write_text("this is no review", "utf-8")
    assert run(".", "--select", "FIN")[0] == 3
    (tmp_path / "bvtrack.toml").write_text(
        'exclude = ["old"]\n[per-file-ignores]\n"small.*" = ["FIN101", "FIN115"]\n', "utf-8"
    )
    code, out, _ = run(".", "--select", "FIN")
    assert code == 0
    assert "FIN101" not in out
    assert run("old/a.toml")[0] == 3


def test_documents_are_rounded_as_somebody_says(run: Run, tmp_path: Path) -> None:
    """To the nearest where nobody does; the option goes before the setting."""
    (tmp_path / "small.md").write_text(
        "| £m | 2002-03 | 2003-04 | Total |\n|---|--:|--:|--:|\n"
        "| Advice | 1.1 | 1.1 | 2.3 |\n| Training | 1.0 | 2.0 | 3.0 |\n| Total | 2.1 | 3.1 | 5.3 |\n",
        "utf-8",
    )

    def errors(*arguments: str) -> int:
        answer = json.loads(run("small.md", "--format", "json", *arguments)[1])
        count: int = answer["summary"]["errors"]
        return count

    assert errors() == 0
    assert errors("--rounding", "exact") > 0
    (tmp_path / "bvtrack.toml").write_text('rounding = "exact"\n', "utf-8")
    assert errors() > 0
    assert errors("--rounding", "nearest") == 0


class Watching:
    """What happens between two looks: one step a pause, and Ctrl-C when there is none left."""

    def __init__(self, *steps: Callable[[], object]) -> None:
        self.steps = list(steps)

    def __call__(self) -> None:
        """Take the next step."""
        if not self.steps:
            raise KeyboardInterrupt
        self.steps.pop(0)()


def nothing() -> None:
    """Let a pause pass in which nothing happens."""


def test_watching_runs_again_after_each_change(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of the review, of its waivers, of the settings; a file that is gone or broken is told; the last code is given."""
    review, settings = tmp_path / "small.toml", tmp_path / "bvtrack.toml"
    steps: list[Callable[[], object]] = [
        lambda: review.write_text(SMALL, "utf-8"),
        review.unlink,
        lambda: review.write_text(OFF_BY_ONE[:40], "utf-8"),
        lambda: review.write_text(OFF_BY_ONE, "utf-8"),
        lambda: settings.write_text("select = 7\n", "utf-8"),
        lambda: settings.write_text('ignore = ["FIN101"]\n', "utf-8"),
        lambda: (tmp_path / "waivers.toml").write_text("broken", "utf-8"),
    ]
    monkeypatch.setattr(check, "pause", Watching(*(one for step in steps for one in (step, nothing))))
    code, out, err = run(".", "--select", "FIN101,SUP", "--watch")
    assert code == 3
    assert [line.partition(": ")[2] for line in out.splitlines() if " checked" in line] == [
        "1 error, 0 warnings, 0 notes, 0 waived",
        "0 errors, 0 warnings, 0 notes, 0 waived",
        "0 errors, 0 warnings, 0 notes, 0 waived",
        "1 error, 0 warnings, 0 notes, 0 waived",
        "1 error, 0 warnings, 0 notes, 0 waived",
        "0 errors, 0 warnings, 0 notes, 0 waived",
    ]
    said = err.splitlines()
    assert said.count("bvtrack: watching for changes (Ctrl-C ends)") == len(steps) + 1
    assert sum("there is nothing to check here" in line for line in said) == 1
    assert sum("bvtrack.toml:1: select should be a list" in line for line in said) == 1
    assert sum("waivers.toml" in line for line in said) == 1


def test_what_is_written_is_not_read_again(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A report beside the reviews is no document of the folder, and writing it is no change."""
    monkeypatch.setattr(check, "pause", Watching(nothing, nothing))
    for _ in range(2):
        code, out, err = run(".", "--format", "markdown", "-o", "report.md", "--force", "--watch")
        assert (code, out, err.count("watching")) == (1, "", 1)
    assert "1 file," in (tmp_path / "report.md").read_text("utf-8")


@pytest.mark.parametrize(("text", "code"), [(OFF_BY_ONE, 1), (SMALL, 0)])
def test_watching_ends_with_the_last_code(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, code: int
) -> None:
    """Ctrl-C is how it ends: no failure of its own, and nothing said with --quiet."""
    (tmp_path / "small.toml").write_text(text, "utf-8")
    monkeypatch.setattr(check, "pause", Watching())
    assert run(".", "--select", "FIN101", "--watch", "--quiet")[::2] == (code, "")


def test_what_is_off_from_the_start_is_not_watched(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Settings that are off and a folder with nothing in it end with 2 at once, Ctrl-C in the first run with 130."""
    (tmp_path / "empty").mkdir()
    assert run("empty", "--watch")[0] == 2
    (tmp_path / "bvtrack.toml").write_text("x = 1", "utf-8")
    assert run(".", "--watch")[0] == 2

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    (tmp_path / "bvtrack.toml").unlink()
    monkeypatch.setattr("bvtrack.app.check.check", stop)
    assert run(".", "--watch")[0] == 130


@pytest.mark.parametrize(("terminal", "term", "cleared"), [(True, "xterm", 1), (True, "dumb", 0), (False, "xterm", 0)])
def test_only_a_terminal_is_cleared(monkeypatch: pytest.MonkeyPatch, terminal: bool, term: str, cleared: int) -> None:
    """What goes to a file or a pipe is never cleared, nor a terminal that cannot."""
    calls: list[None] = []
    monkeypatch.setattr("click.clear", lambda: calls.append(None))
    monkeypatch.setattr("bvtrack.cli.output.shown_on_a_terminal", lambda: terminal)
    monkeypatch.setenv("TERM", term)
    clear()
    assert len(calls) == cleared


def test_the_pause_is_a_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    """Between two looks half a second passes."""
    slept: list[float] = []
    monkeypatch.setattr("time.sleep", slept.append)
    check.pause()
    assert slept == [check.INTERVAL]
