"""The tables of the database, and how one made by an older bvtrack becomes one of this.

A migration never changes once released: what comes after it is a new one at the end of `MIGRATIONS`.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Final, Protocol

from bvtrack.core.visible import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bvtrack.store.database import Database

APPLICATION: Final = 0x62767472  # "bvtr"


class Migrated(Protocol):
    """What a migration works on: it runs statements, one at a time."""

    def execute(self, sql: str, /) -> sqlite3.Cursor:
        """Run one statement."""
        ...


def _first(db: Migrated) -> None:
    """Make the tables and views of the first release."""
    from importlib.resources import files

    text = files(__package__).joinpath("schema.sql").read_text("utf-8")
    for statement in filter(str.strip, text.split(";;\n")):
        db.execute(statement)


def _approval(db: Migrated) -> None:
    """Keep who approved an event, and how sure the owner is of the deadline."""
    db.execute("ALTER TABLE event ADD COLUMN approved_by TEXT")
    db.execute("ALTER TABLE event ADD COLUMN confidence TEXT")
    _show(db, "progress", "event.minute,", "event.minute, event.approved_by, event.confidence,")


def _savings(db: Migrated) -> None:
    """Keep whether a saving releases cash, and whether its costs are taken off."""
    db.execute("ALTER TABLE cost_line ADD COLUMN saving TEXT CHECK (saving IN ('cashable', 'non-cashable'))")
    db.execute("ALTER TABLE cost_line ADD COLUMN basis TEXT CHECK (basis IN ('gross', 'net'))")
    _show(db, "costs", " cost_line.value AS", " cost_line.saving, cost_line.basis, cost_line.value AS")


def _outcomes(db: Migrated) -> None:
    """Keep the course of a measure, and the counts that a figure stands for."""
    db.execute("ALTER TABLE measure ADD COLUMN course TEXT CHECK (course IN ('line', 'steps'))")
    db.execute("ALTER TABLE event ADD COLUMN numerator INTEGER CHECK (numerator >= 0)")
    db.execute("ALTER TABLE event ADD COLUMN denominator INTEGER CHECK (denominator >= 1)")


def _show(db: Migrated, view: str, said: str, now: str) -> None:
    """Make a view anew with other words in its definition."""
    (sql,) = db.execute(f"SELECT sql FROM sqlite_schema WHERE name = '{view}'").fetchone()  # noqa: S608 — our own names
    db.execute(f'DROP VIEW "{view}"')
    db.execute(str(sql).replace(said, now))


MIGRATIONS: Final[list[Callable[[Migrated], None]]] = [_first, _approval, _savings, _outcomes]


def newest() -> int:
    """Give the number of the schema this bvtrack works with."""
    return len(MIGRATIONS)


def migrate(db: Database) -> None:
    """Bring the database to the newest schema, whole or not at all, and mark it as ours."""
    import sqlite_utils  # here, because most runs migrate nothing

    steps = sqlite_utils.Migrations("bvtrack")
    for number, step in enumerate(MIGRATIONS, 1):
        steps(name=str(number))(step)
    with db.atomic():
        steps.apply(sqlite_utils.Database(db.conn, execute_plugins=False))
        db.execute(f"PRAGMA application_id = {APPLICATION}")
        db.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")


def tampered(db: Database) -> Iterator[str]:
    """Say, in sentences, which tables, views, indexes and triggers are not as the migrations made them."""
    with closing(sqlite3.connect(":memory:")) as model:
        for step in MIGRATIONS:
            step(model)
        wanted, found = _objects(model), _objects(db)
    for name, (kind, sql) in wanted.items():
        if found.get(name, ("", ""))[1] != sql:
            yield f"The {kind} {name} is not as bvtrack made it."
    for name, (kind, _) in found.items():
        if kind == "trigger" and name not in wanted:
            yield f"There is a trigger that bvtrack did not make: {visible(name)}."


def _objects(db: Migrated) -> dict[str, tuple[str, str]]:
    rows = db.execute("SELECT name, type, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name").fetchall()
    return {str(name): (str(kind), str(sql)) for name, kind, sql in rows if not str(name).startswith("sqlite_")}
