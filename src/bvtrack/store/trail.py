"""The log of changes: who changed what, when and why, each change sealed with the hash of the one before it."""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from bvtrack.store.changes import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bvtrack.store.database import Database


@dataclass(frozen=True, slots=True)
class Entry:
    """What the log is to say of a change: `what` is a sentence, `at` has its zone, `undoes` is a change's number."""

    by: str
    at: dt.datetime
    verb: str
    what: str
    address: str = ""
    reason: str | None = None
    undoes: int | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """An entry of the log, in the order of its numbers.

    `edits` are the rows it changed; that a review was added is one entry without them, which says how many rows came.
    """

    number: int
    review: str
    by: str
    at: dt.datetime
    verb: str
    what: str
    address: str
    reason: str | None
    undoes: int | None
    undone_by: int | None
    hash: str
    edits: tuple[Edit, ...]


def append(db: Database, review: str, entry: Entry, edits: list[Edit] | dict[str, int], state: str) -> Change:
    """Add a change to the log; `state` is the digest of the review after it, empty where there is none any more."""
    last = db.execute("SELECT number, hash FROM change ORDER BY number DESC LIMIT 1").fetchone()
    row: dict[str, str | int | None] = {
        "number": last["number"] + 1 if last else 1,
        "review": review,
        "at": entry.at.astimezone(dt.UTC).isoformat(),
        "by": entry.by,
        "verb": entry.verb,
        "what": entry.what,
        "address": entry.address,
        "reason": entry.reason,
        "undoes": entry.undoes,
        "edits": json.dumps(
            edits if isinstance(edits, dict) else [_listed(edit) for edit in edits], separators=(",", ":")
        ),
        "state": state,
        "prev": last["hash"] if last else "",
    }
    row["hash"] = sealed(row)
    names = ", ".join(f'"{name}"' for name in row)
    db.execute(f"INSERT INTO change ({names}) VALUES ({', '.join('?' * len(row))})", tuple(row.values()))  # noqa: S608 — our own names
    return _change({**row, "undone_by": None})


def _listed(edit: Edit) -> list[object]:
    return [edit.table, edit.id, edit.before, edit.after]


def sealed(row: Mapping[str, str | int | None]) -> str:
    """Give the hash of an entry, which stands on all it says and on the hash of the entry before."""
    import hashlib  # here, because who only reads seals nothing

    said = {name: row[name] for name in row.keys() if name not in {"hash", "undone_by"}}  # noqa: SIM118 — a row of SQLite iterates its values
    return hashlib.sha256(json.dumps(said, sort_keys=True, separators=(",", ":")).encode("ascii")).hexdigest()


_LOG = "SELECT *, (SELECT number FROM change AS later WHERE later.undoes = change.number) AS undone_by FROM change"


def entries(db: Database) -> Iterator[Mapping[str, str | int | None]]:
    """Yield the rows of the log, the oldest first."""
    yield from db.execute("SELECT * FROM change ORDER BY number").fetchall()


def one(db: Database, number: int) -> Change | None:
    """Give the change with a number, if there is one."""
    row = db.execute(f"{_LOG} WHERE number = ?", (number,)).fetchone()
    return _change(row) if row else None


def latest(
    db: Database, review: str | None, address: str | None, *, limit: int, before: int | None
) -> tuple[Change, ...]:
    """Give changes, the newest first: of a review, of an address and all below it, before a number."""
    wanted = {
        "review = ?": (review,),
        "(address = ? OR substr(address, 1, length(?) + 1) = ? || '/')": (address, address, address),
        "number < ?": (before,),
    }
    asked = {sql: values for sql, values in wanted.items() if values[0] is not None}
    where = f" WHERE {' AND '.join(asked)}" if asked else ""
    values = [value for some in asked.values() for value in some]
    rows = db.execute(f"{_LOG}{where} ORDER BY number DESC LIMIT ?", (*values, limit)).fetchall()
    return tuple(_change(row) for row in rows)


def next_undo(db: Database, review: str | None, by: str | None) -> int | None:
    """Give the number of the newest change that stands and can be taken back; one that took back another cannot."""
    return next((number for number, depth, _ in _standing(db, review, by) if depth % 2 == 0), None)


def next_redo(db: Database, review: str | None, by: str | None) -> int | None:
    """Give the number of the newest taking back that stands, if nothing else was changed since."""
    for number, depth, fresh in _standing(db, review, by):
        if depth % 2 == 1:
            return number
        if fresh:
            return None
    return None


def _standing(db: Database, review: str | None, by: str | None) -> Iterator[tuple[int, int, bool]]:
    """Yield the changes that nobody took back, the newest first: number, how many takings back deep, whether none.

    What came before a review was added is of a review of the same id that is gone.
    """
    sql = """
        SELECT number, review, json_type(edits) = 'object' AS added, (?2 IS NULL OR "by" = ?2) AS theirs FROM change
        WHERE ?1 IS NULL OR review = ?1 ORDER BY number DESC
    """
    undoes = dict(db.execute("SELECT number, undoes FROM change WHERE undoes IS NOT NULL").fetchall())
    undone = set(undoes.values())
    begun: set[str] = set()
    for number, of, added, theirs in db.execute(sql, (review, by)).fetchall():
        if added:
            begun.add(of)
        elif theirs and number not in undone and of not in begun:
            depth, at = 0, number
            while at in undoes:
                depth, at = depth + 1, undoes[at]
            yield number, depth, depth == 0


def _change(row: Mapping[str, str | int | None]) -> Change:
    try:
        edits = json.loads(str(row["edits"]))
        return Change(
            number=cast("int", row["number"]),
            review=str(row["review"]),
            by=str(row["by"]),
            at=dt.datetime.fromisoformat(str(row["at"])),
            verb=str(row["verb"]),
            what=str(row["what"]),
            address=str(row["address"]),
            reason=cast("str | None", row["reason"]),
            undoes=cast("int | None", row["undoes"]),
            undone_by=cast("int | None", row["undone_by"]),
            hash=str(row["hash"]),
            edits=tuple(Edit(*edit) for edit in edits) if isinstance(edits, list) else (),
        )
    except (ValueError, TypeError, RecursionError) as error:
        raise sqlite3.DatabaseError(f"change {row['number']} of the log cannot be read") from error
