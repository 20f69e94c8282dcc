"""How the parts of a review are kept: a table for each kind of thing, what its columns are, and what stands below it.

A field is a column of its name, with three exceptions: a thing's own `id` is its `ref`, a field in `lists` is JSON, and
a field in `below` is rows of another table. A printed value's column holds its print; columns derived from its reading
stand beside it for those who query, and the reading itself stands in `readings`, so that loading parses nothing.
"""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Final, Literal

from bvtrack.core.event import ActionEvent, MeasureEvent, MoneyEvent
from bvtrack.core.finance import STREAMS, TOTAL
from bvtrack.core.model import Model
from bvtrack.core.money import Money
from bvtrack.core.review import (
    CostLine,
    Measure,
    Part,
    Person,
    Profiles,
    Quoted,
    Recommendation,
    Review,
    Step,
    TargetLine,
    Total,
    Totals,
    WaiverEntry,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


class Amount(Model):
    """An amount of a stream as printed; `role` tells a financial year's from the total over the plan."""

    label: str
    role: Literal["year", "total"]
    value: Money


class Profile(Model):
    """One stream's money: of a recommendation, or the totals printed for the review."""

    stream: str
    heading: str | None = None
    label: str | None = None
    amounts: tuple[Amount, ...] = ()


@dataclass(frozen=True)
class Entity:
    """How a model is kept.

    `key`: the columns a row is known by when others around it come and go; a row without one may be the old one with
    other words, most likely where the columns in `near` are the same. `prints`: what is derived from each print.
    `later`: columns that came with a migration; where nothing stands in them, the seals of the log pass over them.
    """

    table: str
    model: type[Model]
    key: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    below: Mapping[str, type[Model]] = field(default_factory=dict)
    lists: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    prints: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    derived: tuple[str, ...] = ()
    later: tuple[str, ...] = ()

    @cached_property
    def fields(self) -> tuple[str, ...]:
        """The fields that are columns."""
        return tuple(name for name in self.model.model_fields if name not in self.below)

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """The columns that hold what the review says."""
        return tuple(column_of(name) for name in self.fields)

    @cached_property
    def extra(self) -> tuple[str, ...]:
        """The columns that follow from those."""
        found = (f"{column_of(name)}_{what}" for name, whats in self.prints.items() for what in whats)
        return (*found, *self.derived, *(("readings",) if self.prints else ()))

    @cached_property
    def plan(self) -> tuple[tuple[str, str, str, Callable[[str], object] | None], ...]:
        """For each column: its key in the tree of a review, its field, its name, and how its text is a value."""
        keys = {name: field.key for name, field in self.model.model_fields.items()}
        how = dict.fromkeys(self.lists, json.loads) | dict.fromkeys(self.dates, dt.date.fromisoformat)
        return tuple((keys[name], name, column_of(name), how.get(name)) for name in self.fields)

    @cached_property
    def children(self) -> tuple[Entity, ...]:
        """How what is below it is kept."""
        return tuple(ENTITIES[model] for model in self.below.values())

    @cached_property
    def beneath(self) -> tuple[tuple[str, str, str], ...]:
        """For each field below it: its key in the tree of a review, its name, and its table."""
        keys = {name: field.key for name, field in self.model.model_fields.items()}
        return tuple((keys[name], name, ENTITIES[model].table) for name, model in self.below.items())


MONEY: Final = ("pence", "kind")
DUE: Final = ("earliest", "latest")
YEARS: Final = ("first", "last")
TARGET: Final = ("kind",)
OWNERS: Final = ("people",)
UNIT: Final = ("pence",)
_EVENT_DATES: Final = ("date", "recorded")

_ALL: Final = (
    Entity(
        "review",
        Review,
        key=("ref",),
        below={
            "people": Person,
            "quoted": Quoted,
            "totals": Profile,
            "recommendations": Recommendation,
            "waivers": WaiverEntry,
        },
        lists=("meeting", "abbreviations", "summary", "processes", "areas", "promises"),
        dates=("date",),
        prints={"period": YEARS, "unit": UNIT, "net": MONEY},
    ),
    Entity("person", Person, key=("name",), lists=("aliases",)),
    Entity("quoted", Quoted, prints={"value": MONEY}),
    Entity(
        "recommendation",
        Recommendation,
        key=("ref",),
        below={"costs": CostLine, "profile": Profile, "measures": Measure, "parts": Part, "events": MoneyEvent},
        lists=("wordings",),
    ),
    Entity("profile", Profile, key=("stream",), below={"amounts": Amount}),
    Entity("amount", Amount, key=("label", "role"), prints={"value": MONEY}, derived=("year",)),
    Entity(
        "cost_line",
        CostLine,
        near=("column", "part"),
        lists=("depends_on",),
        later=("saving", "basis"),
        prints={"value": MONEY, "year": YEARS, "start": YEARS, "end": YEARS, "first": MONEY},
    ),
    Entity(
        "measure",
        Measure,
        key=("ref",),
        below={"targets": TargetLine, "events": MeasureEvent},
        lists=("plan", "shows"),
        later=("course",),
    ),
    Entity("target", TargetLine, prints={"value": TARGET}),
    Entity(
        "action",
        Part,
        key=("ref",),
        below={"steps": Step, "events": ActionEvent},
        lists=("wordings",),
        prints={"start": DUE, "finish": DUE, "owner": OWNERS},
    ),
    Entity(
        "step",
        Step,
        near=("text",),
        below={"events": ActionEvent},
        prints={"start": DUE, "finish": DUE, "owner": OWNERS},
    ),
    Entity("event", ActionEvent, dates=_EVENT_DATES, prints={"value": DUE}, later=("approved_by", "confidence")),
    Entity(
        "event",
        MeasureEvent,
        dates=_EVENT_DATES,
        prints={"period": DUE, "value": TARGET},
        later=("numerator", "denominator"),
    ),
    Entity("event", MoneyEvent, dates=_EVENT_DATES, prints={"value": MONEY}),
    Entity("waiver", WaiverEntry, key=("code", "address"), dates=("until",)),
)
ENTITIES: Final[Mapping[type[Model], Entity]] = {entity.model: entity for entity in _ALL}
# The tables, each after the one its rows stand below.
TABLES: Final = tuple(dict.fromkeys(entity.table for entity in _ALL))
# Which tables the rows of each table stand below.
PARENTS: Final[Mapping[str, tuple[str, ...]]] = {
    table: tuple(
        dict.fromkeys(
            above.table
            for above in ENTITIES.values()
            for model in above.below.values()
            if ENTITIES[model].table == table
        )
    )
    for table in TABLES
}
# The columns that say what a row stands below, and where among the rows there.
ABOVE: Final[Mapping[str, tuple[str, ...]]] = {
    table: (*(("review",) if table != "review" else ()), *(name for name in parents if name != "review"), "position")
    for table, parents in PARENTS.items()
}


def column_of(field: str) -> str:
    """Give the column a field is kept in."""
    return "ref" if field == "id" else field


def unfolded(value: object) -> tuple[Model, ...]:
    """Give the rows a field below a thing stands for, in their order."""
    if isinstance(value, Profiles | Totals):
        streams = ((stream, getattr(value, stream)) for stream in STREAMS)
        return tuple(_profile(stream, one) for stream, one in streams if one is not None)
    return value if isinstance(value, tuple) else ()


def _profile(stream: str, money: Total | Mapping[str, Money]) -> Profile:
    if isinstance(money, Total):
        total = (_amount(TOTAL, "total", money.total),) if money.total is not None else ()
        years = tuple(_amount(label, "year", value) for label, value in money.years.items())
        return Profile(stream=stream, heading=money.heading, label=money.label, amounts=(*total, *years))
    amounts = tuple(_amount(label, "total" if label == TOTAL else "year", value) for label, value in money.items())
    return Profile(stream=stream, heading=None, label=None, amounts=amounts)


def _amount(label: str, role: Literal["year", "total"], value: Money) -> Amount:
    return Amount(label=label, role=role, value=value)


def folded(field: str, rows: list[dict[str, object]]) -> object:
    """Give what a field below a thing holds in the tree of a review, of the trees of its rows."""
    if field == "profile":
        return {str(row["stream"]): {a["label"]: a["value"] for a in _amounts(row)} for row in rows}
    if field == "totals":
        return {str(row["stream"]): _total(row) for row in rows}
    return rows


def _amounts(row: dict[str, object]) -> list[dict[str, object]]:
    amounts = row.get("amounts", [])
    return amounts if isinstance(amounts, list) else []


def _total(row: dict[str, object]) -> dict[str, object]:
    total: dict[str, object] = {name: row[name] for name in ("heading", "label") if name in row}
    years = {}
    for amount in _amounts(row):
        if amount["role"] == "total":
            total["total"] = amount["value"]
        else:
            years[str(amount["label"])] = amount["value"]
    return total | ({"years": years} if years else {})
