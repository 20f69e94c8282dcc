"""Reading in a process of its own: what comes back, and what is told when it does not."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from bvtrack.core.errors import InputProblem
from bvtrack.files.documents import child
from bvtrack.files.documents.child import READERS, read_in_child, reader
from files.documents.saved import FINANCE, REPORT, save_xlsx

if TYPE_CHECKING:
    from pathlib import Path


def test_what_comes_back_is_what_was_read(tmp_path: Path) -> None:
    """A document is the same whether read here or in a process of its own."""
    data = save_xlsx(REPORT, tmp_path / "x.xlsx").read_bytes()
    document = read_in_child("xlsx", data, "x.xlsx")
    assert document == reader("xlsx")(data, "x.xlsx")
    assert document.grids[1].caption == FINANCE.caption


def test_refusals_come_back() -> None:
    """What a reader refuses is refused here with the same words."""
    with pytest.raises(InputProblem, match=r"^x\.docx: is a damaged archive \(save it again\)$"):
        read_in_child("docx", b"PK", "x.docx")


def test_every_format_has_its_reader() -> None:
    """Every format is read by a function that takes bytes and a place."""
    assert [callable(reader(kind)) for kind in READERS] == [True] * 6


def _answer(monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    run = subprocess.run

    def other(command: list[str], **options: object) -> subprocess.CompletedProcess[bytes]:
        assert command[0] == sys.executable
        return run([sys.executable, "-c", code], **options)  # type: ignore[call-overload, no-any-return]

    monkeypatch.setattr(subprocess, "run", other)


@pytest.mark.parametrize(
    ("code", "told"),
    [
        (
            "import os; os.kill(os.getpid(), 9)",
            "x.md: takes too much time or memory to read (save it again, or split it)",
        ),
        ("raise KeyError('a\\x1b')", "x.md: cannot be read: KeyError: 'a\\x1b' (save it again, in another format)"),
        ("import time; time.sleep(60)", "x.md: takes too long to read (save it again, or split it)"),
    ],
)
def test_a_process_that_does_not_answer(code: str, told: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A process that is killed, fails or hangs is told in one line."""
    monkeypatch.setattr(child, "PATIENCE", 3)
    _answer(monkeypatch, code)
    with pytest.raises(InputProblem) as caught:
        read_in_child("md", b"a", "x.md")
    assert str(caught.value) == told


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such limits")
def test_limits() -> None:
    """A reader that needs more time, or more memory, than a document does is ended."""
    many = b"|a|b|\n|-|-|\n" + b"|1|2|\n" * 90_000
    with pytest.raises(InputProblem, match="too much time or memory"):
        read_in_child("md", many, "x.md")
    code = "from bvtrack.files.documents.child import _limit; _limit(); b'a' * 500_000_000"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, env=os.environ)
    assert b"MemoryError" in run.stderr


def test_a_file_is_no_module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files beside a document with the names of modules are not run."""
    (tmp_path / "json.py").write_text("raise SystemExit(5)")
    monkeypatch.chdir(tmp_path)
    assert read_in_child("md", b"Text.", "x.md").prose[0].text == "Text."
