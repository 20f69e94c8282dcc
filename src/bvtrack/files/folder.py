"""Finds the inputs that paths mean: a file named is taken as it is, a folder means all in it that can be read."""

from __future__ import annotations

import os.path
import stat
from typing import TYPE_CHECKING, Final

from bvtrack.core.errors import InputProblem
from bvtrack.core.path_pattern import matches
from bvtrack.core.visible import visible
from bvtrack.files.documents.source import SUFFIXES

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from pathlib import Path

# TOML files that stand beside reviews and are none
_OTHERS: Final = frozenset(
    {"baseline.toml", "bvtrack.toml", "cargo.toml", "pyproject.toml", "ruff.toml", "uv.toml", "waivers.toml"}
)


FILES: Final = frozenset({".toml"})
DATABASES: Final = frozenset({".db"})
DOCUMENTS: Final = SUFFIXES
CHECKED: Final = FILES | DATABASES | DOCUMENTS  # what `check` reads
_SQLITE: Final = b"SQLite format 3\0"


def is_database(path: Path) -> bool:
    """Tell whether a path means a database: by its name, or by what it begins with. Not for one this process has open.

    That a file cannot be read is left to whoever reads it.
    """
    if path.suffix.lower() in DATABASES:
        return True
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # a pipe would keep whoever opens it waiting
            return False
        with path.open("rb") as file:
            return file.read(len(_SQLITE)) == _SQLITE
    except OSError:
        return False


def from_here(path: str) -> str:
    """Give a path as seen from the folder the run stands in, with `/` between, the form that patterns are of.

    A review of a database (`work.db: libraries`) has the path of the database.
    """
    database, _, _ = path.rpartition(": ")
    if os.path.splitext(database)[1].lower() in DATABASES:  # noqa: PTH122 — a name, no path yet
        path = database
    try:
        return os.path.relpath(path).replace(os.sep, "/")
    except ValueError:  # on another drive
        return path.replace(os.sep, "/")


def review_paths(
    paths: Iterable[Path], suffixes: Collection[str] = FILES, exclude: Collection[str] = ()
) -> Iterator[Path | InputProblem]:
    """Yield the review files meant by the paths, each once, and a problem for each folder that cannot be read.

    Of a folder these are the files of the suffixes in it and in the folders below, in the order of their names,
    without hidden ones, those that an office program keeps while a document is open (`~$report.docx`), those that are
    no reviews by their name (`pyproject.toml`, `waivers.toml`), and those that the patterns of `exclude` name.
    """
    seen: set[str] = set()
    for path in paths:
        for found in _walk(path, suffixes, exclude) if _is_folder(path) else (path,):
            if isinstance(found, InputProblem):
                yield found
                continue
            real = os.path.realpath(found)
            if real not in seen:
                seen.add(real)
                yield found


def _named(path: Path, patterns: Collection[str]) -> bool:
    here = from_here(str(path)) if patterns else ""
    return any(matches(pattern, here) for pattern in patterns)


def _is_folder(path: Path) -> bool:
    return os.path.isdir(path)  # noqa: PTH112 — `Path.is_dir` raises where the way to it is barred


def _walk(folder: Path, suffixes: Collection[str], exclude: Collection[str]) -> Iterator[Path | InputProblem]:
    """Yield the review files of a folder and those below it; a folder linked to from within itself is read once."""
    visited: set[str] = set()
    waiting = [folder]
    while waiting:
        current = waiting.pop()
        real = os.path.realpath(current)
        if real in visited:
            continue
        visited.add(real)
        try:
            entries = sorted(
                entry
                for entry in current.iterdir()
                if not (entry.name.startswith((".", "~$")) or _named(entry, exclude))
            )
        except OSError as error:
            reason = error.strerror or type(error).__name__
            yield InputProblem(visible(str(current)), f"cannot be read: {reason}", "check its permissions")
            continue
        folders = [entry for entry in entries if _is_folder(entry)]
        yield from (
            entry
            for entry in entries
            if entry.suffix.lower() in suffixes and entry.name.lower() not in _OTHERS and entry not in folders
        )
        waiting += reversed(folders)
