"""`bvtrack new`: a starter file on the command line."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from bvtrack.cli import main
from bvtrack.files.review_file import read_review

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Run a command line in a folder of its own and give its exit code, standard output and standard error."""
    monkeypatch.chdir(tmp_path)

    def call(*arguments: str) -> tuple[int, str, str]:
        code = main.run(arguments)
        out, err = capfdbinary.readouterr()
        return code, out.decode(), err.decode()

    return call


def test_new(run: Run, tmp_path: Path) -> None:
    """It writes a review that is named after the file and passes its check."""
    code, out, err = run("new", "Libraries & Museums 2003.toml")
    assert (code, err) == (0, "")
    assert out.startswith("Libraries & Museums 2003.toml written, a review called libraries-museums-2003; next: ")
    review = read_review(tmp_path / "Libraries & Museums 2003.toml").review
    assert (review.id, review.title) == ("libraries-museums-2003", "Best value review of …")
    assert run("check", "Libraries & Museums 2003.toml")[0] == 0


def test_names(run: Run, tmp_path: Path) -> None:
    """It is called what it is told to be called."""
    assert run("new", "x.toml", "--id", "lib-1", "--title", "Libraries \u202e", "--authority", "Kent")[0] == 0
    review = read_review(tmp_path / "x.toml").review
    assert (review.id, review.title, review.authority) == ("lib-1", "Libraries \u202e", "Kent")


@pytest.mark.parametrize("stem", ["???", "…", "_.-", "é"])
def test_a_name_that_makes_no_id(run: Run, tmp_path: Path, stem: str) -> None:
    """A file whose name has no letters for an id holds a review called review."""
    assert run("new", f"{stem}.toml")[0] == 0
    assert read_review(tmp_path / f"{stem}.toml").review.id == "review"


def test_there_already(run: Run, tmp_path: Path) -> None:
    """A file that is there is replaced only with --force."""
    (tmp_path / "x.toml").write_text("mine", "utf-8")
    code, out, err = run("new", "x.toml")
    assert (code, out) == (2, "")
    assert err == "bvtrack: x.toml: is there already (choose another name, or replace it with --force)\n"
    assert (tmp_path / "x.toml").read_text("utf-8") == "mine"
    assert run("new", "x.toml", "--force")[0] == 0
    assert os.listdir(tmp_path) == ["x.toml"]  # noqa: PTH208 — hidden files count


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("x.txt",), 2, "x.txt: is no name of a review file (name one that ends in .toml)"),
        (("x",), 2, "x: is no name of a review file"),
        (("x.toml", "--id", "a b"), 3, "x.toml:11: id is “a b”, which is no id (use letters"),
        (("x.toml", "--title", "x" * 10_001), 3, "x.toml:12: title is longer than 10000 characters (shorten it)"),
        (("nowhere/x.toml",), 7, "nowhere/x.toml: could not be written: No such file or directory"),
        ((), 2, "new: Missing argument 'FILE.toml'"),
        (("\x1b[31m.txt",), 2, "<U+001B>[31m.txt: is no name of a review file"),
    ],
)
def test_refused(run: Run, tmp_path: Path, arguments: tuple[str, ...], code: int, said: str) -> None:
    """What cannot be a review file is refused in one line, and nothing is written."""
    ended, out, err = run("new", *arguments)
    assert (ended, out) == (code, "")
    assert err.startswith(f"bvtrack: {said}")
    assert err.count("\n") == 1
    assert not list(tmp_path.iterdir())
