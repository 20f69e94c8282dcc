"""Writes a review that is new: its rows get their ids beforehand, so that each table takes its rows in one go."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from bvtrack.store.entities import ABOVE, ENTITIES, TABLES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bvtrack.core.model import Model
    from bvtrack.store.database import Database
    from bvtrack.store.rows import Draft, Value


class _Adding:
    """The rows of a review by what they hold, made with ids that no row had before; nobody else writes meanwhile."""

    def __init__(self, db: Database) -> None:
        self.last = dict.fromkeys(TABLES, 0) | dict(db.execute("SELECT name, seq FROM sqlite_sequence").fetchall())
        self.rows: dict[type[Model], list[tuple[Value, ...]]] = defaultdict(list)

    def add(self, new: Draft, above: Mapping[str, Value], position: int) -> int:
        """Add a row and all below it, and give its id; `above` are the ids of what it stands below."""
        table = new.entity.table
        number = self.last[table] = self.last[table] + 1
        *stands, _ = ABOVE[table]
        self.rows[new.entity.model].append(
            (number, *map(above.get, stands), position, *new.values.values(), *new.derived.values())
        )
        if new.below:
            beneath = {"review": above.get("review", number), table: number}
            places: dict[str, int] = defaultdict(int)
            for one in new.below:
                self.add(one, beneath, places[one.entity.table])
                places[one.entity.table] += 1
        return number


def add(db: Database, review: Draft) -> tuple[int, dict[str, int]]:
    """Write all rows of a review; give the id of its own, and how many there are by table."""
    adding = _Adding(db)
    number = adding.add(review, {}, 0)
    counts: dict[str, int] = {}
    for model, entity in ENTITIES.items():
        rows = adding.rows.get(model)
        if rows:
            columns = ("id", *ABOVE[entity.table], *entity.columns, *entity.extra)
            names = ", ".join(f'"{name}"' for name in columns)
            marks = ", ".join("?" * len(columns))
            db.conn.executemany(f'INSERT INTO "{entity.table}" ({names}) VALUES ({marks})', rows)  # noqa: S608 — our own names
            counts[entity.table] = counts.get(entity.table, 0) + len(rows)
    return number, counts
