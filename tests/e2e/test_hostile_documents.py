"""Hostile documents through the installed program, short of time and memory: refused in a line, the rest is checked."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from e2e.hostile_documents import MAKERS

BVTRACK = Path(sys.executable).with_name("bvtrack")
LIMITED = 'ulimit -v 524288; ulimit -t 2; exec "$@"'  # kB of memory and seconds of work, of every process
WRONG = """Table 1: costs, £'000

| Line | 2002-03 | 2003-04 | Total |
|---|---|---|---|
| Advice | 7 | 40 | 47 |
| Training | 12 | 9 | 21 |
| Total | 19 | 49 | 99 |
"""


TOGETHER = 8  # documents that a run is given at once; those that are much work have one of their own
HEAVY = ("bomb", "sizes", "often", "overlapping", "attributes", "million", "tables", "items", "brackets", "emphasis")


def _runs() -> list[list[str]]:
    heavy = [name for name in MAKERS if any(word in name for word in (*HEAVY, "struck", "spanned"))]
    rest = [name for name in MAKERS if name not in heavy]
    return [[name] for name in heavy] + [rest[at : at + TOGETHER] for at in range(0, len(rest), TOGETHER)]


def checked(folder: Path, *names: str, written_as: str = "json") -> subprocess.CompletedProcess[bytes]:
    """Check documents of a folder and one that is wrong but sound."""
    sound = folder / "sound.md"
    sound.write_text(WRONG, "utf-8")
    paths = [str(folder / name) for name in (*names, sound.name)]
    command = ["sh", "-c", LIMITED, "sh", str(BVTRACK), "check", *paths, "--format", written_as]
    return subprocess.run(command, capture_output=True, timeout=120, check=False)


def printable(data: bytes) -> bool:
    """Tell whether a stream holds printable text and line ends alone."""
    return all(line.isprintable() for line in data.decode().split("\n"))


@pytest.mark.parametrize("names", _runs(), ids=lambda names: names[0])
def test_refused(names: list[str], tmp_path: Path) -> None:
    """What is hostile or broken ends in one line with its place, and all else that is named is checked."""
    if os.geteuid() == 0:
        names = [name for name in names if not name.startswith("barred")]  # nothing is barred to root
    for name in names:
        MAKERS[name](tmp_path / name)
    run = checked(tmp_path, *names)
    assert run.returncode == 3, run.stderr.decode()
    lines = run.stderr.decode().splitlines()
    assert len(lines) == len(names)
    for name, line in zip(names, lines, strict=True):
        assert line.startswith(f"bvtrack: {tmp_path / name}:")
        assert line.endswith(")")
    assert printable(run.stderr)
    assert printable(run.stdout)
    findings = json.loads(run.stdout)["findings"]
    assert {(finding["path"], finding["code"]) for finding in findings} == {(str(tmp_path / "sound.md"), "FIN103")}


def test_a_hostile_name(tmp_path: Path) -> None:
    """The name of a document reaches no stream as it is."""
    name = "a\x1b]0;x\x07\n\u202eb.csv"
    (tmp_path / name).write_bytes(b"a,b\n1,\0\n")
    run = checked(tmp_path, name)
    assert run.returncode == 3
    assert printable(run.stderr)
    assert printable(run.stdout)
    assert b"<U+001B>" in run.stderr


def test_hostile_words(tmp_path: Path) -> None:
    """Characters that act reach no stream from the texts of a document."""
    table = WRONG.replace("Advice", "\x1b[2JAdvice\u202e").replace("costs", "co\x07sts\x9b31m").replace("47", "48")
    (tmp_path / "x.md").write_text(table, "utf-8")
    for written_as in ("text", "json"):
        run = checked(tmp_path, "x.md", written_as=written_as)
        assert run.returncode == 1
        assert b"Advice" in run.stdout
        assert printable(run.stdout)
        assert printable(run.stderr)
