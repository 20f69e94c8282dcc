"""Takes a change back: its rows become what they were before it, unless somebody changed them since."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, NoReturn

from bvtrack.core.errors import ConflictProblem
from bvtrack.core.visible import visible
from bvtrack.store.changes import Edit, Row, delete, insert, update

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bvtrack.store.database import Database
    from bvtrack.store.rows import Value
    from bvtrack.store.trail import Change


def restored(db: Database, change: Change) -> Iterator[Edit]:
    """Write back what a change's rows were. Raises ConflictProblem where one is no longer what the change made it."""
    for edit in reversed(change.edits):
        row = _standing(db, change, edit)
        try:
            if edit.before is None:
                delete(db, row)
            elif edit.after is None:
                insert(db, edit.table, {"id": edit.id, **edit.before})
            else:
                update(db, row, edit.before)
        except sqlite3.IntegrityError as error:
            _refuse(change, edit, "what it changed is in use, or there again", error)
        yield Edit(edit.table, edit.id, edit.after, edit.before)


def _standing(db: Database, change: Change, edit: Edit) -> Row:
    """Find the row of an edit, which still is what the change made it."""
    row = db.execute(f'SELECT * FROM "{edit.table}" WHERE id = ?', (edit.id,)).fetchone()  # noqa: S608 — from our own log
    if edit.after is None:
        return Row(edit.table, edit.id, 0)
    if row is None:
        _refuse(change, edit, "what it changed is gone")
    now = {name: row[name] for name in edit.after}
    if now != edit.after:
        differing = {name: value for name, value in edit.after.items() if now[name] != value}
        raise ConflictProblem(
            f"change {change.number}",
            "what it changed was changed again since",
            "take the later change back first",
            seen=_shown(differing),
            now=_shown({name: now[name] for name in differing}),
        )
    return Row(edit.table, edit.id, int(row["version"]))


def _refuse(change: Change, edit: Edit, what: str, cause: Exception | None = None) -> NoReturn:
    raise ConflictProblem(
        f"change {change.number}",
        f"cannot be taken back: {what}",
        "take the later change back first",
        seen=_shown(edit.after),
    ) from cause


def _shown(values: Mapping[str, Value] | None) -> str:
    """Write the columns of a row for a reader."""
    return visible("; ".join(f"{name}: {value}" for name, value in (values or {}).items() if value is not None))
