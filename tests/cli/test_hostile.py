"""Text from data is hostile: nothing of it acts on a terminal, whatever command shows it, wherever that runs."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from bvtrack.app.findings import FORMATS
from desk import PLANNED, kept

if TYPE_CHECKING:
    from pathlib import Path

    from desk import Run

EVIL = "\x1b[31m\x9b2J\x07\u202e\x00[/][@click=app.quit]x[/]"


def harmless(text: str) -> bool:
    """Tell whether no character of a text acts on a terminal."""
    return all(
        (character in "\n\r" or ord(character) >= 32) and not 0x7F <= ord(character) <= 0x9F and character != "\u202e"
        for character in text
    )


def test_nothing_recorded_reaches_a_terminal_raw(at_work: Run, tmp_path: Path) -> None:
    """Words, names, reasons, addresses and file names with control characters are shown as marks in every output."""
    evil = EVIL.replace("\x00", "")
    file = evil.replace("/", "")
    lines = [
        ("action", "2c", "note", evil),
        ("action", "2c", "defer", "--because", evil, "--by", evil, "--approved-by", evil),
        ("set", f"2c={evil}"),
        ("set", f"2c/owner={evil}"),
        ("set", f"2c={evil}x", "--was", evil),
        ("add", "2", "part", "id=2e", f"text={evil}"),
        ("add", "2", evil, "text=x"),
        ("add", "2", "part", f"{evil}=x"),
        ("remove", "2e"),
        ("remove", evil),
        ("people", "add", evil, "--alias", f"{evil}a"),
        ("people", "remove", f"{evil}nobody"),
        ("waive", evil, "2c", "--because", "x", "--until", "2003-01-01"),
        ("waive", "FIN106", "1/budget", "--because", evil, "--until", "2003-01-01"),
        ("action", evil, "start"),
        ("action", f"{evil}:2c", "start"),
        ("action", "2c", "forecast", evil),
        ("measure", "1.1", "actual", evil, "--period", evil),
        ("money", "1/budget/2002-03", "actual", evil),
        ("undo", "--by", evil),
        ("undo", "--by", evil),
        ("redo", "--by", evil),
        ("log", evil),
        ("log", "--format", "text"),
        ("log", "--format", "md"),
        ("log", "--format", "csv"),
        ("log", "--format", "json"),
        ("people",),
        ("people", "--format", "csv"),
        ("status",),
        ("export", "progress"),
        ("export", "plan", "--format", "md"),
        ("export", "plan", f"{file}.db"),
        ("check", "work.db"),
        *(("check", "work.db", "--format", form) for form in FORMATS),
        ("verify", "--db", f"{file}.db"),
        ("backup", f"{file}.db"),
        ("verify", "--db", f"{file}.db"),
        ("restore", f"{file}.db", "--db", f"{file}2.db"),
        (evil,),
        (f"{evil}.toml",),
    ]
    for line in lines:
        code, out, err = at_work(*line)
        assert code in {0, 1, 2, 3, 6}, (line, err)
        assert harmless(out), line
        assert harmless(err), line
    assert at_work("verify")[0] == 0
    assert (tmp_path / f"{file}2.db").exists()


def test_the_review_file_is_lossless_where_no_terminal_shows_it(at_work: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """To a pipe the exported review goes as it is; to a terminal without what could act there."""
    text = PLANNED.replace('"one"', '"one \u202e"')
    kept_path = kept_evil(text)
    assert at_work("export", "review", kept_path)[1] == text
    monkeypatch.setattr("bvtrack.cli.output.shown_on_a_terminal", lambda: True)
    shown = at_work("export", "review", kept_path)[1]
    assert harmless(shown)
    assert "<U+202E>" in shown


def kept_evil(text: str) -> str:
    """Keep a review in a database of the folder at hand."""
    from pathlib import Path

    return str(kept(Path("evil.db"), text))


@pytest.mark.parametrize(
    "variables",
    [
        {"LC_ALL": "C", "TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "1"},
        {"LC_ALL": "C.UTF-8", "TZ": "America/Anchorage", "PYTHONHASHSEED": "2"},
    ],
)
def test_same_database_same_bytes(at_work: Run, variables: dict[str, str]) -> None:
    """Locale, time zone and hash seed change no byte of what is shown of a database."""
    at_work("action", "2c", "start", "--on", "2002-11-01")
    at_work("set", "2c/owner=Ann", "2d/owner=Bob")
    for words in ("log", "log --format json", "status --as-at 2002-11-22", "export progress --as-at 2002-11-22"):
        arguments = [sys.executable, "-m", "bvtrack", *words.split()]
        plain = subprocess.run(arguments, capture_output=True, check=False)
        other = subprocess.run(arguments, capture_output=True, check=False, env={**os.environ, **variables})
        assert plain.stdout
        assert (plain.stdout, plain.stderr) == (other.stdout, other.stderr)
