"""Keep a database safe: copies of it, the way back from one, and the proof that it is whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bvtrack.app.desk import default_path

if TYPE_CHECKING:
    from pathlib import Path

    from bvtrack.app.desk import Desk


def backup(desk: Desk, target: Path, *, force: bool = False) -> str:
    """Write a verified copy of the database and say so. Raises UsageProblem, StorageProblem."""
    desk.store.backup(target, force=force)
    return f"{desk.store.path} copied to {target}: {_held(desk)}"


def restore(source: Path, path: Path | None, *, force: bool = False) -> str:
    """Put a backup in the place of the database at `path`, or of the default one, and say so.

    The backup is verified first; the old database is kept beside it. Raises UsageProblem, DatabaseProblem.
    """
    from bvtrack.store.restoring import restore as put_back

    target = path or default_path()
    put_back(source, target, force=force)
    return f"{target} restored from {source}"


def verify(desk: Desk) -> tuple[str, tuple[str, ...]]:
    """Say what was verified, and what is wrong, in sentences."""
    return f"{desk.store.path}: {_held(desk)}, all whole", desk.store.verify()


def _held(desk: Desk) -> str:
    reviews = len(desk.reviews())
    last = desk.store.log(limit=1)
    changes = last[0].number if last else 0
    return f"{_many(reviews, 'review')}, {_many(changes, 'change')}"


def _many(count: int, thing: str) -> str:
    return f"{count} {thing}" if count == 1 else f"{count} {thing}s"
