"""Opens a database file, or says why not: it is none, not ours, empty, damaged, from a newer bvtrack, or in use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bvtrack.core.errors import DatabaseProblem, UsageProblem
from bvtrack.core.visible import visible
from bvtrack.store import schema
from bvtrack.store.database import PATIENCE, Database, told

if TYPE_CHECKING:
    from pathlib import Path


def opened(path: Path, *, create: bool, writable: bool, patience: int = PATIENCE) -> Database:
    """Open a database of ours, and bring it to the newest schema first; raises what `store.open_store` says."""
    place = visible(str(path))
    with told(path):
        if path.exists() and not path.is_file():
            raise UsageProblem(place, "is no file", "name a database file")
        if not path.exists():
            if not create:
                raise UsageProblem(place, "there is no database here", "import a review file to make one")
            from bvtrack.store.backup import whole_file

            path.parent.mkdir(parents=True, exist_ok=True)
            whole_file(path, _fill, replace=False)
        if path.stat().st_size == 0:
            raise DatabaseProblem(place, "is an empty file", "delete it, or restore a backup")
        db = Database(path, writable=writable, patience=patience)
        try:
            with db.snapshot():  # nobody writes meanwhile
                _look(db, path)
            db.settle()
            _bring_up(db, path, writable=writable)
        except BaseException:
            db.close()
            raise
        return db


def _fill(db: Database) -> None:
    db.settle()
    schema.migrate(db)


def _look(db: Database, path: Path) -> None:
    """See whose database it is, and that it is all there, before anything is changed."""
    place = visible(str(path))
    if db.number("PRAGMA application_id") != schema.APPLICATION:
        raise DatabaseProblem(place, "is no database of bvtrack", "name another file")
    version = db.number("PRAGMA user_version")
    if version < 1:
        raise DatabaseProblem(place, f"is damaged: its schema is {version}", "restore a backup")
    if path.stat().st_size < db.number("PRAGMA page_count") * db.number("PRAGMA page_size"):
        raise DatabaseProblem(place, "is damaged: its end is missing", "restore a backup")
    if version > schema.newest():
        raise DatabaseProblem(
            place, f"is of schema {version}, which is newer than this bvtrack", "install a newer bvtrack"
        )


def _bring_up(db: Database, path: Path, *, writable: bool) -> None:
    version = db.number("PRAGMA user_version")
    if version == schema.newest():
        return
    if not writable:
        raise DatabaseProblem(visible(str(path)), f"is of the older schema {version}", "open it for writing once")
    from bvtrack.store.backup import copy

    copy(db, path.with_name(f"{path.name}.before-{version}"), check=False)
    schema.migrate(db)
