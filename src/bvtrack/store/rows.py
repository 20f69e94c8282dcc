"""A review as rows and back: drafts are rows to be, made of a review; kept rows come from the database with ids."""

from __future__ import annotations

import datetime as dt
import json
from collections import defaultdict
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Final, cast

from bvtrack.core import owner
from bvtrack.core.due import Due
from bvtrack.core.financial_year import YearReading, read_year
from bvtrack.core.money import Money, Unit
from bvtrack.core.owner import Owners
from bvtrack.core.plain import plain_tables
from bvtrack.core.review import Review, review_from
from bvtrack.core.target import Target
from bvtrack.store.entities import ABOVE, ENTITIES, PARENTS, TABLES, Amount, column_of, folded, unfolded
from bvtrack.store.readings import read, written
from bvtrack.store.trusted import Unread, trusted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bvtrack.core.model import Model
    from bvtrack.store.database import Database
    from bvtrack.store.entities import Entity
    from bvtrack.store.readings import Reading

Value = str | int | None
UNSOUND: Final = (
    ValueError,
    TypeError,
    LookupError,
    ArithmeticError,
    RecursionError,
)  # what rows that make no review raise
_TOO_LARGE: Final = 2**63  # for a column
_READINGS: Final = (Money, Unit, Due, YearReading, Target, Owners)


@dataclass(frozen=True, slots=True)
class Draft:
    """A row to be: what the review says (`values`), what follows from it (`derived`), and the rows below it."""

    entity: Entity
    values: dict[str, Value]
    derived: dict[str, Value]
    below: tuple[Draft, ...]


@dataclass(frozen=True)
class Kept:
    """A row of the database, and the rows below it."""

    entity: Entity
    cells: Mapping[str, Value]
    below: tuple[Kept, ...]

    @property
    def id(self) -> int:
        """Its id, which is never used again."""
        return cast("int", self.cells["id"])

    @property
    def version(self) -> int:
        """How often it was written."""
        return cast("int", self.cells["version"])

    @cached_property
    def above(self) -> dict[str, int]:
        """The columns that say what it stands below, with its place there."""
        return {
            name: cast("int", self.cells[name]) for name in ABOVE[self.entity.table] if self.cells[name] is not None
        }

    @cached_property
    def values(self) -> dict[str, Value]:
        """What the review says."""
        return {name: self.cells[name] for name in self.entity.columns}

    @cached_property
    def derived(self) -> dict[str, Value]:
        """What follows from it."""
        return {name: self.cells[name] for name in self.entity.extra}


def drafts_of(review: Review) -> Draft:
    """Make the rows of a review."""
    return _draft(review, _Context(review))


class _Context:
    """What the columns that follow from a print need to know of the review."""

    def __init__(self, review: Review) -> None:
        self.near = review.date
        self.people = tuple(owner.Person(person.name, person.aliases) for person in review.people)
        self.named: dict[str, str] = {}

    def people_of(self, owners: Owners) -> str:
        """Give, as a JSON list, whom an owner's words name."""
        if owners.text not in self.named:
            matches = [owner.resolve(one, self.people) for one in owners.owners]
            names = [match.people[0] if len(match.people) == 1 else match.owner.name for match in matches]
            self.named[owners.text] = json.dumps(names)
        return self.named[owners.text]


def _draft(model: Model, context: _Context) -> Draft:
    entity = ENTITIES[type(model)]
    values: dict[str, Value] = {}
    readings: dict[str, Reading] = {}
    for _, name, column, _ in entity.plan:
        value = getattr(model, name)
        if value is None or type(value) is str:
            values[column] = value
            continue
        if isinstance(value, _READINGS):
            readings[name] = value
        values[column] = _kept(value, as_json=name in entity.lists)
    derived: dict[str, Value] = dict.fromkeys(entity.extra)
    for name, reading in readings.items():
        told = _derived(reading, context)
        derived |= {f"{column_of(name)}_{what}": told[what] for what in entity.prints[name]}
    if isinstance(model, Amount):
        derived["year"] = _year(model.label, context.near)
    if readings:
        derived["readings"] = written(readings)
    below = tuple(_draft(item, context) for name in entity.below for item in unfolded(getattr(model, name)))
    return Draft(entity, values, derived, below)


def _kept(value: object, *, as_json: bool) -> Value:
    """Give what a column holds for a value."""
    if isinstance(value, _READINGS):
        return value.text
    if as_json:
        return None if not value else json.dumps(_bare(value), ensure_ascii=True, separators=(",", ":"))
    return value.isoformat() if isinstance(value, dt.date) else cast("Value", value)


def _bare(value: object) -> object:
    if isinstance(value, tuple):
        return [_bare(item) for item in value]
    return value if isinstance(value, str | dict) else plain_tables(cast("Model", value))


def _derived(reading: Reading, context: _Context) -> dict[str, Value]:
    if isinstance(reading, Money):
        fits = reading.pence is not None and abs(reading.pence) < _TOO_LARGE
        return {"pence": reading.pence if fits else None, "kind": reading.kind.value}
    if isinstance(reading, Due):
        return {"earliest": _iso(reading.earliest), "latest": _iso(reading.latest)}
    if isinstance(reading, YearReading):
        return {
            "first": reading.years[0].label if reading.years else None,
            "last": reading.years[-1].label if reading.years else None,
        }
    if isinstance(reading, Owners):
        return {"people": context.people_of(reading)}
    return {"pence": reading.pence} if isinstance(reading, Unit) else {"kind": reading.kind.value}


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


@lru_cache(1000)
def _year(label: str, near: dt.date) -> str | None:
    years = read_year(label, near).years
    return years[0].label if len(years) == 1 else None


def kept_rows(db: Database, numbers: Sequence[int]) -> Iterator[Kept]:
    """Read all rows of the reviews whose rows have these ids, in their order, by one query for each table."""
    beneath: dict[tuple[str, str, int], list[Mapping[str, Value]]] = defaultdict(list)
    tops: dict[int, Mapping[str, Value]] = {}
    marks = ", ".join("?" * len(numbers))
    for table in TABLES:
        parents = [name for name in PARENTS[table] if name != "review"]
        for row in _read(db, table, marks, numbers):
            if table == "review":
                tops[cast("int", row["id"])] = row
            else:
                above = "review"
                for name in parents:
                    if row[name] is not None:
                        above = name
                beneath[(table, above, cast("int", row[above]))].append(row)
    for number in numbers:
        yield _row(ENTITIES[Review], tops[number], beneath)


def _read(db: Database, table: str, marks: str, numbers: Sequence[int]) -> Iterator[Mapping[str, Value]]:
    """Yield rows of a table as plain dictionaries, in which columns are found faster than in rows of SQLite."""
    own = "id" if table == "review" else "review"
    cursor = db.execute(f'SELECT * FROM "{table}" WHERE {own} IN ({marks}) ORDER BY position, id', numbers)  # noqa: S608 — our own names
    names = [column[0] for column in cursor.description]
    for row in cursor.fetchall():
        yield dict(zip(names, row, strict=True))


def _row(
    entity: Entity, row: Mapping[str, Value], beneath: Mapping[tuple[str, str, int], Sequence[Mapping[str, Value]]]
) -> Kept:
    number = cast("int", row["id"])
    below: list[Kept] = []
    for child in entity.children:
        below += [_row(child, one, beneath) for one in beneath.get((child.table, entity.table, number), ())]
    return Kept(entity, row, tuple(below))


def review_of(row: Kept, *, parse: bool = False) -> Review:
    """Make the review of its rows; with `parse` every print is read anew.

    Raises ValueError, TypeError, LookupError or ArithmeticError where the rows hold no review.
    """
    if not parse:
        with suppress(Unread):
            return trusted(row)
    return review_from(_tree(row, parse=parse))


def _tree(row: Kept, *, parse: bool) -> dict[str, object]:
    entity, cells = row.entity, row.cells
    text = cells["readings"] if entity.prints and not parse else None
    made = read(str(text)) if text else {}
    tree: dict[str, object] = {}
    for key, name, column, how in entity.plan:
        value = cells[column]
        if value is not None:
            reading = made.get(name)
            known = reading is not None and reading.text == value and name != "unit"  # others may be read by it
            tree[key] = reading if known else how(str(value)) if how else value
    if row.below:
        for key, name, table in entity.beneath:
            below = [_tree(one, parse=parse) for one in row.below if one.entity.table == table]
            if below:
                tree[key] = folded(name, below)
    return tree


def everything(row: Kept | Draft) -> Iterator[Kept | Draft]:
    """Yield a row and all rows below it."""
    yield row
    for one in row.below:
        yield from everything(one)


def digest(row: Kept | Draft, text: str) -> str:
    """Give the SHA-256 of all that a review's rows say, and of the text kept with them."""
    import hashlib  # here, because who only reads seals nothing

    said = json.dumps([_said(row), text], separators=(",", ":"))
    return hashlib.sha256(said.encode("ascii")).hexdigest()


def _said(row: Kept | Draft) -> list[object]:
    later = row.entity.later
    said: list[object] = [value for name, value in row.values.items() if name not in later]
    added = {name: row.values[name] for name in later if row.values[name] is not None}
    return [row.entity.table, said, [_said(one) for one in row.below], *([added] if added else ())]
