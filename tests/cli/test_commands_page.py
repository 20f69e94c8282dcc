"""`docs/commands.md`: every command is on it, every example runs, and the shell completes them."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from bvtrack.cli import main, options
from desk import REVIEW, ROOT, now

if TYPE_CHECKING:
    from pathlib import Path

PAGE = (ROOT / "docs" / "commands.md").read_text("utf-8")
EXAMPLES = [
    line for block in re.findall(r"^```sh\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL) for line in block.splitlines()
]


def test_every_command_has_an_example() -> None:
    """No command is without one, but for the demo, which has a sentence."""
    shown = {shlex.split(line)[1] for line in EXAMPLES}
    assert shown == {*main.COMMANDS} - {"demo"}
    assert "bvtrack demo" in PAGE


def test_every_example_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    """From the first to the last each ends with 0, and the database is whole at the end."""
    shutil.copy(REVIEW, tmp_path / "schools.toml")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BVTRACK_DB", "work.db")
    monkeypatch.setenv("BVTRACK_USER", "A. Officer")
    monkeypatch.setattr(options, "now", now)
    for line in EXAMPLES:
        code = main.run(shlex.split(line)[1:])
        _, err = capfdbinary.readouterr()
        assert code == 0, f"{line}: {err.decode()}"
    assert main.run(["verify"]) == 0


@pytest.mark.parametrize("command", main.COMMANDS)
def test_every_command_has_help(command: str, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """The help of each has its options with what they do, and keeps its examples as they are."""
    assert main.run([command, "--help"]) == 0
    out = capfdbinary.readouterr().out.decode()
    assert out.startswith(f"Usage: bvtrack {command}")
    assert "\\b" not in out
    assert "--debug" in out
    assert "--quiet" in out
    assert "--no-color" in out


@pytest.mark.parametrize(
    ("words", "expected"),
    [("bvtrack st", "status"), ("bvtrack action 2c re-", "re-baseline"), ("bvtrack export fi", "finance")],
)
def test_the_shell_completes(words: str, expected: str) -> None:
    """Commands and their choices are completed in bash."""
    environment = {
        **os.environ,
        "_BVTRACK_COMPLETE": "bash_complete",
        "COMP_WORDS": words,
        "COMP_CWORD": str(len(words.split()) - 1),
    }
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys; sys.argv[0] = 'bvtrack'; from bvtrack.__main__ import main; sys.exit(main())",
        ],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert f"plain,{expected}" in done.stdout.splitlines(), done.stderr
