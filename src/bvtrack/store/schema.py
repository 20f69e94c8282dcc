"""The tables of the database, and how one made by an older bvtrack becomes one of this.

A migration never changes once released: what comes after it is a new one at the end of `MIGRATIONS`.
"""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING, Final

from sqlite_utils import Migrations

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

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
    steps = Migrations("bvtrack")
    for number, step in enumerate(MIGRATIONS, 1):
        steps(name=str(number))(step)
    with db.atomic():
        steps.apply(db)
        db.execute(f"PRAGMA application_id = {APPLICATION}")
        db.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")


def objects(db: Database) -> Sequence[tuple[str, str, str]]:
    """Give kind, name and wording of each table, view, index and trigger."""
    sql = "SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite^_%' ESCAPE '^'"
    return [(str(row[0]), str(row[1]), str(row[2])) for row in db.execute(f"{sql} ORDER BY name").fetchall()]
