"""What a database said at a moment: a copy of it in which all that was changed since is taken back, by the log."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from bvtrack.core.errors import ConflictProblem, DatabaseProblem
from bvtrack.core.visible import visible
from bvtrack.store import trail
from bvtrack.store.backup import pour
from bvtrack.store.database import Database
from bvtrack.store.entities import ENTITIES, TABLES
from bvtrack.store.undo import restored

if TYPE_CHECKING:
    from pathlib import Path

    from bvtrack.store.trail import Change

_KEPT: Final = (*TABLES, "source")  # tables of which a change has rows
_READ: Final = tuple(dict.fromkeys(one.table for one in ENTITIES.values() if one.prints))


def as_known(db: Database, path: Path, until: dt.datetime) -> Database:
    """Give a copy, for reading, that says what the database at `path` said just before a moment.

    Changes count in the order they were made: all behind the last one of before that moment are taken back. Raises
    DatabaseProblem where a row is not what the log says it was made.
    """
    then = Database(None)
    try:
        pour(db, then, path)
        with then.atomic():
            _take_back(then, path, until)
        then.execute("PRAGMA query_only = 1")
    except BaseException:
        then.close()
        raise
    return then


def _take_back(then: Database, path: Path, until: dt.datetime) -> None:
    moment = until.astimezone(dt.UTC).isoformat()
    last = int(then.execute("SELECT ifnull(max(number), 0) FROM change WHERE at < ?", (moment,)).fetchone()[0])
    changed: set[str] = set()
    before: int | None = None
    while (newest := trail.latest(then, None, None, limit=1, before=before)) and newest[0].number > last:
        _undone(then, path, newest[0])
        changed.add(newest[0].review)
        before = newest[0].number
    for review in changed:
        _to_be_read(then, review)


def _undone(then: Database, path: Path, change: Change) -> None:
    """Take one change back; a review that it added goes with all its rows."""
    try:
        foreign = any(edit.table not in _KEPT for edit in change.edits)
        for _ in () if foreign else restored(then, change):
            pass
    except (ConflictProblem, LookupError, TypeError) as error:
        raise _astray(path, change) from error
    if foreign:
        raise _astray(path, change)
    if not change.edits:
        for table in reversed(_KEPT):
            then.execute(f'DELETE FROM "{table}" WHERE {_of_review(table)}', (change.review,))  # noqa: S608 — our own names


def _astray(path: Path, change: Change) -> DatabaseProblem:
    what = f"its log does not lead back past change {change.number}"
    return DatabaseProblem(visible(str(path)), what, "see bvtrack verify")


def _to_be_read(then: Database, review: str) -> None:
    """Drop what was read of the prints of a review: with its date or unit, or its prints, it may have been another."""
    for table in _READ:
        then.execute(f'UPDATE "{table}" SET readings = NULL WHERE {_of_review(table)}', (review,))  # noqa: S608 — our own names


def _of_review(table: str) -> str:
    return f"{'id' if table == 'review' else 'review'} IN (SELECT id FROM review WHERE ref = ?)"  # noqa: S608 — our own names
