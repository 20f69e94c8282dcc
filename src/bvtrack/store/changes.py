"""Writes a changed review: finds which rows differ, writes those and no others, and tells what was before and after."""

from __future__ import annotations

from collections import defaultdict, deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from bvtrack.core.errors import ConflictProblem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bvtrack.store.database import Database
    from bvtrack.store.rows import Draft, Kept, Value


class Row(NamedTuple):
    """A row as it was read: who changes it means this version of it."""

    table: str
    id: int
    version: int


@dataclass(frozen=True, slots=True)
class Edit:
    """What became of one row: the columns that differ, before and after; all of them where it came or went."""

    table: str
    id: int
    before: dict[str, Value] | None
    after: dict[str, Value] | None


def insert(db: Database, table: str, values: Mapping[str, Value]) -> int:
    """Add a row and give its id."""
    names = ", ".join(f'"{name}"' for name in values)
    marks = ", ".join("?" * len(values))
    cursor = db.execute(f'INSERT INTO "{table}" ({names}) VALUES ({marks})', tuple(values.values()))  # noqa: S608 — our own names
    return int(cursor.lastrowid or 0)


def update(db: Database, row: Row, values: Mapping[str, Value], *, bump: bool = True) -> None:
    """Set columns of a row; what only follows from a print leaves its version as it is."""
    names = "".join(f', "{name}" = ?' for name in values)
    sql = f'UPDATE "{row.table}" SET version = version + {int(bump)}{names} WHERE id = ? AND version = ?'  # noqa: S608 — our own names
    _one(db.execute(sql, (*values.values(), row.id, row.version)).rowcount, row)


def delete(db: Database, row: Row) -> None:
    """Take a row away."""
    sql = f'DELETE FROM "{row.table}" WHERE id = ? AND version = ?'  # noqa: S608 — our own names
    _one(db.execute(sql, (row.id, row.version)).rowcount, row)


def _one(count: int, row: Row) -> None:
    if count != 1:
        raise ConflictProblem(
            f"{row.table} {row.id}", "was changed meanwhile", "look at it as it is now, and do it again"
        )


def added(db: Database, new: Draft, above: Mapping[str, int]) -> Iterator[Edit]:
    """Add a row and all below it; `above` are its columns that say where it stands."""
    table = new.entity.table
    values = {**above, **new.values}
    number = insert(db, table, values | new.derived)
    yield Edit(table, number, None, values)
    for _, one, place in _placed([(None, one) for one in new.below]):
        yield from added(db, one, _beneath(above, table, number) | {"position": place})


def removed(db: Database, old: Kept) -> Iterator[Edit]:
    """Take away a row and, before it, all below it."""
    for one in reversed(old.below):
        yield from removed(db, one)
    delete(db, _row(old))
    yield Edit(old.entity.table, old.id, {**old.above, **old.values}, None)


def changed(db: Database, old: Kept, new: Draft, position: int = 0) -> Iterator[Edit]:
    """Make a row and all below it what the new one says; a row that says the same is not touched."""
    before: dict[str, Value] = {"position": old.above["position"], **old.values}
    after: dict[str, Value] = {"position": position, **new.values}
    said = {name: value for name, value in after.items() if value != before[name]}
    derived = {name: value for name, value in new.derived.items() if value != old.derived[name]}
    if said or derived:
        update(db, _row(old), said | derived, bump=bool(said))
    if said:
        yield Edit(old.entity.table, old.id, {name: before[name] for name in said}, said)
    pairs, gone = _matched(old.below, new.below)
    for lost in reversed(gone):
        yield from removed(db, lost)
    for kept, one, place in _placed(pairs):
        if kept is None:
            yield from added(db, one, _beneath(old.above, old.entity.table, old.id) | {"position": place})
        else:
            yield from changed(db, kept, one, place)


def _row(old: Kept) -> Row:
    return Row(old.entity.table, old.id, old.version)


def _beneath(above: Mapping[str, int], table: str, number: int) -> dict[str, int]:
    """Give the columns of a row that stands below the one with this number, itself below `above`."""
    return {"review": number} if table == "review" else {"review": above["review"], table: number}


def _placed(pairs: Sequence[tuple[Kept | None, Draft]]) -> Iterator[tuple[Kept | None, Draft, int]]:
    """Give each row its place among those of its table: the one it has, as long as that is behind the one before."""
    last: dict[str, int] = defaultdict(lambda: -1)
    for old, new in pairs:
        table = new.entity.table
        last[table] = max(last[table] + 1, old.above["position"] if old else 0)
        yield old, new, last[table]


def _matched(old: Sequence[Kept], new: Sequence[Draft]) -> tuple[list[tuple[Kept | None, Draft]], list[Kept]]:
    """Find for each new row the old one it is, if any, and the old ones that are gone.

    Rows that say the same are the same; then those of the same key, or near key; what has no key, in its order.
    """
    found: dict[int, Kept] = {}
    left = list(old)
    for same in (_whole, _key, _any):
        waiting: dict[object, deque[Kept]] = defaultdict(deque)
        for kept in left:
            waiting[same(kept)].append(kept)
        for place, draft in enumerate(new):
            queue = waiting.get(same(draft)) if place not in found else None
            if queue:
                found[place] = queue.popleft()
        taken = {id(kept) for kept in found.values()}
        left = [kept for kept in left if id(kept) not in taken]
    return [(found.get(place), draft) for place, draft in enumerate(new)], left


def _whole(row: Kept | Draft) -> object:
    return row.entity.table, *row.values.values()


def _key(row: Kept | Draft) -> object:
    names = row.entity.key or row.entity.near
    return (row.entity.table, *(row.values[name] for name in names)) if names else object()


def _any(row: Kept | Draft) -> object:
    return object() if row.entity.key else row.entity.table
