"""Proves that a database is whole: the file, the links between its rows, the log, and what its rows say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bvtrack.core.visible import visible
from bvtrack.store import schema, trail
from bvtrack.store.rows import UNSOUND, digest, drafts_of, everything, kept_rows, review_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bvtrack.store.database import Database
    from bvtrack.store.rows import Draft, Kept

_MOST = 20


def faults(db: Database, *, deep: bool = False) -> tuple[str, ...]:
    """Say what is wrong, in sentences; nothing where it is whole. `deep` reads every print again."""
    with db.snapshot():
        wrong = [visible(str(row[0])) for row in db.execute(f"PRAGMA integrity_check({_MOST})").fetchall()]
        if wrong != ["ok"]:
            return tuple(f"The file is damaged: {one}." for one in wrong)
        broken = db.execute("PRAGMA foreign_key_check").fetchmany(_MOST)
        return (
            *(f"Row {row[1]} of {row[0]} stands below a row of {row[2]} that is not there." for row in broken),
            *schema.tampered(db),
            *_log(db),
            *_reviews(db, deep=deep),
        )


def _log(db: Database) -> Iterator[str]:
    before, number = "", 0
    for row in trail.entries(db):
        number += 1
        if row["number"] != number or row["prev"] != before or row["hash"] != trail.sealed(row):
            yield f"The log is broken at change {row['number']}."
            return
        before = str(row["hash"])
    if number != (db.execute("SELECT max(seq) FROM sqlite_sequence WHERE name = 'change'").fetchone()[0] or 0):
        yield f"The log breaks off after change {number}."


def _reviews(db: Database, *, deep: bool) -> Iterator[str]:
    sql = "SELECT review, state FROM change WHERE number IN (SELECT max(number) FROM change GROUP BY review)"
    states = dict(db.execute(sql).fetchall())
    for number, ref in db.execute("SELECT id, ref FROM review ORDER BY ref").fetchall():
        yield from _review(db, number, ref, states.pop(ref, None), deep=deep)
    for ref, state in states.items():
        if state:
            yield f"Review {visible(ref)} is gone, and the log does not say why."


def _review(db: Database, number: int, ref: str, state: str | None, *, deep: bool) -> Iterator[str]:
    name = visible(ref)
    try:
        kept = next(kept_rows(db, [number]))
        source = db.execute("SELECT text FROM source WHERE review = ?", (number,)).fetchone()
        if source is None or digest(kept, source["text"]) != state:
            yield f"Review {name} is not what the log says it is."
        review = review_of(kept, parse=deep)
        if deep:
            yield from _derived(kept, drafts_of(review), name)
    except UNSOUND as error:
        yield f"Review {name} cannot be read: {visible(str(error).splitlines()[0] if str(error) else repr(error))}."


def _derived(kept: Kept, draft: Draft, name: str) -> Iterator[str]:
    """Say which rows hold another reading than their print has; both are the same review's, row by row."""
    for old, new in zip(everything(kept), everything(draft), strict=True):
        if old.derived != new.derived:
            yield f"Review {name}: a row of {old.entity.table} is not read as it is printed."
