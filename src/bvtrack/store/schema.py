"""The tables of the database, and how one made by an older bvtrack becomes one of this.

A migration never changes once released: what comes after it is a new one at the end of `MIGRATIONS`.
"""

from __future__ import annotations

from contextlib import closing
from importlib.resources import files
from typing import TYPE_CHECKING, Final

import sqlite_utils

from bvtrack.core.visible import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sqlite_utils.db import Database as AnyDatabase

    from bvtrack.store.database import Database

APPLICATION: Final = 0x62767472  # "bvtr"


def _first(db: AnyDatabase) -> None:
    """Make the tables and views of the first release."""
    for statement in filter(str.strip, files(__package__).joinpath("schema.sql").read_text("utf-8").split(";;\n")):
        db.execute(statement)


MIGRATIONS: Final[list[Callable[[AnyDatabase], None]]] = [_first]


def newest() -> int:
    """Give the number of the schema this bvtrack works with."""
    return len(MIGRATIONS)


def migrate(db: Database) -> None:
    """Bring the database to the newest schema, whole or not at all, and mark it as ours."""
    steps = sqlite_utils.Migrations("bvtrack")
    for number, step in enumerate(MIGRATIONS, 1):
        steps(name=str(number))(step)
    with db.atomic():
        steps.apply(db)
        db.execute(f"PRAGMA application_id = {APPLICATION}")
        db.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")


def tampered(db: Database) -> Iterator[str]:
    """Say, in sentences, which tables, views, indexes and triggers are not as the migrations made them."""
    model = sqlite_utils.Database(memory=True, execute_plugins=False)
    with closing(model):
        for step in MIGRATIONS:
            step(model)
        wanted, found = _objects(model), _objects(db)
    for name, (kind, sql) in wanted.items():
        if found.get(name, ("", ""))[1] != sql:
            yield f"The {kind} {name} is not as bvtrack made it."
    for name, (kind, _) in found.items():
        if kind == "trigger" and name not in wanted:
            yield f"There is a trigger that bvtrack did not make: {visible(name)}."


def _objects(db: AnyDatabase) -> dict[str, tuple[str, str]]:
    rows = db.execute("SELECT name, type, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name").fetchall()
    return {str(name): (str(kind), str(sql)) for name, kind, sql in rows if not str(name).startswith("sqlite_")}
