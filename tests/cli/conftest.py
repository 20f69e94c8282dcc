"""What tests of commands on a database share: the database, a clock that stands still, a way to run a command line."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from bvtrack.cli import main, options
from desk import kept, now

if TYPE_CHECKING:
    from pathlib import Path

    from desk import Run


@pytest.fixture(scope="session")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a database that holds the Hertfordshire review, once."""
    return kept(tmp_path_factory.mktemp("imported") / "work.db")


@pytest.fixture
def at_work(
    imported: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> Run:
    """Run command lines as A. Officer on 22 November 2002, on a database that holds the Hertfordshire review."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BVTRACK_DB", str(shutil.copy(imported, tmp_path / "work.db")))
    monkeypatch.setenv("BVTRACK_USER", "A. Officer")
    monkeypatch.setattr(options, "now", now)

    def run(*arguments: str) -> tuple[int, str, str]:
        capfdbinary.readouterr()
        code = main.run(arguments)
        out, err = capfdbinary.readouterr()
        return code, out.decode(), err.decode()

    return run
