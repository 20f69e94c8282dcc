"""Copies of a database, made by SQLite itself while others use it, and the way back from one."""

from __future__ import annotations

import os
import secrets
from contextlib import closing, suppress
from itertools import count
from typing import TYPE_CHECKING

from bvtrack.core.errors import BusyProblem, DatabaseProblem, UsageProblem
from bvtrack.core.visible import visible
from bvtrack.store.database import BUSY, Database, told
from bvtrack.store.verify import faults

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def copy(db: Database, target: Path, *, check: bool = True) -> None:
    """Write a copy of the database: complete under its name or not at all; with `check` only if it is sound."""

    def fill(scratch: Database) -> None:
        pour(db, scratch, target)
        wrong = faults(scratch) if check else ()
        if wrong:
            raise DatabaseProblem(visible(str(target)), f"was not written: {wrong[0]}", "see bvtrack verify")

    whole_file(target, fill)


def back_up(db: Database, path: Path, target: Path, *, force: bool) -> None:
    """Write a copy of the database at `path` for a user, over a file that is there only with `force`."""
    place = visible(str(target))
    with told(target):
        if target.is_dir():
            raise UsageProblem(place, "is a folder", "name a file in it")
        if target.exists() and target.samefile(path):
            raise UsageProblem(place, "is the database itself", "name another file")
        if os.path.lexists(target) and not force:
            raise UsageProblem(place, "is there already", "choose another name, or replace it with --force")
        if target.is_file() and not _looks_like_one(target):
            raise UsageProblem(place, "is no database", "--force replaces older copies only: choose another name")
        copy(db, target)


def _looks_like_one(file: Path) -> bool:
    with file.open("rb") as opened:
        return opened.read(16) in {b"SQLite format 3\0", b""}


def replace_by(source: Database, target: Path) -> None:
    """Put a copy of a sound database in the place of one that cannot be opened, which is kept beside it."""
    aside = _free_name(target)
    with told(target):
        if _journal(target).exists():
            _journal(target).rename(_journal(aside))
        target.rename(aside)
    copy(source, target)


def pour_over(source: Database, db: Database, path: Path) -> None:
    """Make a database, which others may have open, what another is; a copy of what it was is kept beside it."""
    copy(db, _free_name(path), check=False)
    pour(source, db, path)


def _free_name(path: Path) -> Path:
    """Give the first free name for what was at a path before it was restored."""
    names = (path.with_name(f"{path.name}.before-restore-{number}") for number in count(1))
    return next(name for name in names if not os.path.lexists(name))


def _journal(path: Path) -> Path:
    return path.with_name(f"{path.name}-journal")


def pour(source: Database, target: Database, path: Path) -> None:
    """Copy a database into another in one transaction, waiting for other writers as long as a change does."""

    def look(status: int, _remaining: int, _total: int) -> None:
        if status in BUSY:  # Python itself would try for ever
            raise BusyProblem(visible(str(path)), "another program is writing to it", "try again in a moment")

    source.conn.backup(target.conn, progress=look)


def whole_file(target: Path, fill: Callable[[Database], None], *, replace: bool = True) -> None:
    """Make a database file in one step, so that nobody ever sees half of it; without `replace` one there stays."""
    with told(target):
        if _journal(target).exists():  # SQLite would take it for the new file's
            raise DatabaseProblem(
                visible(str(_journal(target))), "is what a broken-off change left", "open the database, or move it away"
            )
        scratch = target.with_name(f".{target.name}.{secrets.token_hex(6)}")
        try:
            with closing(Database(scratch, create=True)) as made:
                fill(made)
            _settle(scratch)
            if replace:
                scratch.replace(target)
            else:
                _link(scratch, target)
            with suppress(PermissionError):  # Windows opens no folders
                _settle(target.parent)
        finally:
            for leftover in (scratch, _journal(scratch)):
                leftover.unlink(missing_ok=True)


def _link(scratch: Path, target: Path) -> None:
    """Give the file its name unless another has it by now."""
    with suppress(FileExistsError):
        try:
            os.link(scratch, target)
        except PermissionError:  # a file system that has no links
            scratch.rename(target)


def _settle(path: Path) -> None:
    """See what was written through to the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
