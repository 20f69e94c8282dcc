"""The review files that paths mean."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from bvtrack.core.errors import InputProblem
from bvtrack.files.folder import from_here, is_database, review_paths


def _folder(root: Path, *names: str) -> Path:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    return root


def _names(root: Path, *paths: Path) -> list[str]:
    found = list(review_paths(paths))
    return [str(path.relative_to(root)) if isinstance(path, Path) else str(path) for path in found]


def test_folder(tmp_path: Path) -> None:
    """A folder means the TOML files in it, then those of the folders below, each in the order of names."""
    _folder(tmp_path, "z.toml", "a.toml", "b/y.TOML", "b/c/x.toml", "b.txt", "a/w.toml", "d.toml/v.toml", "toml")
    assert _names(tmp_path, tmp_path) == [
        "a.toml",
        "z.toml",
        "a/w.toml",
        "b/y.TOML",
        "b/c/x.toml",
        "d.toml/v.toml",
    ]


def test_patterns_leave_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a pattern names, as seen from where the run stands, is left out of a folder; a file named is taken."""
    _folder(tmp_path, "a.toml", "old/b.toml", "new/old/c.toml", "new/d.toml", "new/e-draft.toml")
    monkeypatch.chdir(tmp_path)
    found = list(review_paths([Path(), Path("old/b.toml")], exclude=["old", "new/*-draft.toml"]))
    assert found == [Path("a.toml"), Path("new/d.toml"), Path("old/b.toml")]
    found = list(review_paths([tmp_path / "new"], exclude=["./d.toml"]))
    assert [path.name for path in found if isinstance(path, Path)] == ["d.toml", "e-draft.toml", "c.toml"]


def test_a_review_of_a_database_is_found_by_that(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Patterns are of files; what is no database keeps its whole name."""
    monkeypatch.chdir(tmp_path)
    assert from_here("kept/work.DB: libraries") == "kept/work.DB"
    assert from_here(f"{tmp_path}/notes: x.toml") == "notes: x.toml"


def test_another_drive_has_no_way_from_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no relative path leads to a file, patterns look at its whole path."""

    def no_way(path: str) -> str:
        raise ValueError(path)

    monkeypatch.setattr(os.path, "relpath", no_way)
    assert from_here("/a/b.toml") == "/a/b.toml"


def test_others_are_skipped(tmp_path: Path) -> None:
    """Hidden files and folders and TOML that is no review by its name are not looked at."""
    others = ["baseline.toml", "bvtrack.toml", "Cargo.toml", "pyproject.toml", "ruff.toml", "uv.toml", "waivers.toml"]
    _folder(tmp_path, *others, "sub/Waivers.toml", ".x.toml", ".git/y.toml", "sub/.venv/z.toml", "sub/r.toml")
    assert _names(tmp_path, tmp_path) == ["sub/r.toml"]


def test_named_files(tmp_path: Path) -> None:
    """A file named is taken as it is, whatever its name, and whether or not it is there."""
    _folder(tmp_path, "pyproject.toml", ".x", "r.txt")
    named = [tmp_path / "pyproject.toml", tmp_path / ".x", tmp_path / "r.txt", tmp_path / "none.toml"]
    assert list(review_paths(named)) == named


def test_each_once(tmp_path: Path) -> None:
    """A file that several paths mean comes once, in its first place."""
    _folder(tmp_path, "a.toml", "s/b.toml")
    again = tmp_path / "s" / ".." / "s" / "b.toml"
    assert _names(tmp_path, tmp_path / "s" / "b.toml", tmp_path, again, tmp_path / "s") == ["s/b.toml", "a.toml"]


def test_links(tmp_path: Path) -> None:
    """A linked folder is entered, one linked from within itself only once; a link to nowhere is left to the reader."""
    _folder(tmp_path, "real/a.toml", "top/b.toml", "top/z/c.toml")
    (tmp_path / "top" / "link").symlink_to(tmp_path / "real")
    (tmp_path / "top" / "loop").symlink_to(tmp_path / "top")
    (tmp_path / "top" / "self.toml").symlink_to(tmp_path / "top" / "self.toml")
    assert _names(tmp_path, tmp_path / "top") == ["top/b.toml", "top/self.toml", "top/link/a.toml", "top/z/c.toml"]


def test_nothing(tmp_path: Path) -> None:
    """No path, or an empty folder, gives nothing."""
    assert list(review_paths([])) == []
    assert list(review_paths([tmp_path])) == []


@pytest.mark.parametrize(
    ("error", "reason"),
    [(PermissionError(13, "Permission denied"), "Permission denied"), (OSError(), "OSError")],
)
def test_unreadable_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, reason: str) -> None:
    """A folder that cannot be read is a problem, and the rest is still found."""
    _folder(tmp_path, "a\x1b/x.toml", "b/y.toml", "c.toml")
    listed = Path.iterdir

    def iterdir(folder: Path) -> object:
        if folder.name == "a\x1b":
            raise error
        return listed(folder)

    monkeypatch.setattr(Path, "iterdir", iterdir)
    first, problem, last = review_paths([tmp_path])
    assert (first, last) == (tmp_path / "c.toml", tmp_path / "b" / "y.toml")
    assert isinstance(problem, InputProblem)
    assert str(problem) == f"{tmp_path}{os.sep}a<U+001B>: cannot be read: {reason} (check its permissions)"


def test_a_pipe_is_no_database(tmp_path: Path) -> None:
    """What a pipe holds is not looked at: nobody may be writing to it."""
    os.mkfifo(tmp_path / "pipe.csv")
    assert not is_database(tmp_path / "pipe.csv")
