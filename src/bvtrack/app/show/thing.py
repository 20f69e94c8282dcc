"""What stands at an address, as a screen needs it to offer its actions: its kind, its words, its fields."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from bvtrack.core.address import find
from bvtrack.core.edit import listed, value_at
from bvtrack.core.errors import UsageProblem
from bvtrack.core.review import CostLine, Measure, Part, Person, Recommendation, Review, Step, TargetLine
from bvtrack.delivery.progress import FINISHED, standing

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from bvtrack.core.model import Model
    from bvtrack.core.plain import Plain

Kind = Literal["action", "step", "measure", "target", "amount", "cost", "recommendation", "person", "other"]
FieldKind = Literal["text", "due", "owner", "money", "target"]

_KINDS: Final[Mapping[type[Model], Kind]] = {
    Part: "action",
    Step: "step",
    Measure: "measure",
    TargetLine: "target",
    CostLine: "cost",
    Recommendation: "recommendation",
    Person: "person",
}
_FIELDS: Final[Mapping[Kind, tuple[tuple[str, str, FieldKind], ...]]] = {
    "action": (
        ("text", "What is to be done", "text"),
        ("owner", "Owner", "owner"),
        ("start", "Start", "due"),
        ("finish", "Deadline", "due"),
    ),
    "step": (
        ("text", "What is done", "text"),
        ("owner", "Its own owner", "owner"),
        ("start", "Start", "due"),
        ("finish", "Its own deadline", "due"),
    ),
    "measure": (("text", "What is measured", "text"), ("unit", "Unit", "text"), ("of", "Of whom", "text")),
    "target": (("value", "Target", "target"),),
    "cost": (("value", "Amount", "money"), ("place", "Where it is printed", "text")),
    "recommendation": (("text", "What is recommended", "text"),),
    "person": (("name", "Name", "text"), ("post", "Post", "text"), ("aliases", "Also called", "text")),
}


@dataclass(frozen=True, slots=True)
class Field:
    """A field that can be edited: its address, its name for people, how it is read, and its text now."""

    address: str
    label: str
    kind: FieldKind
    text: str


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing by its address: its kind, its words, and what of it can be edited."""

    address: str
    kind: Kind
    text: str
    fields: tuple[Field, ...] = ()

    @property
    def can_be_done(self) -> bool:
        """Tell whether it is work: an action or a step."""
        return self.kind in {"action", "step"}


def thing(review: Review, address: str) -> Thing | None:
    """Give the thing at an address; None where there is none, or none alone."""
    try:
        place = find(review, address)
    except UsageProblem:
        return None
    if place.model is None:
        kind: FieldKind = "money" if {"profile", "totals"} & set(place.key) else "text"
        field = Field(
            place.address, "Amount" if kind == "money" else "Text", kind, _text(value_at(review, place.address))
        )
        return Thing(place.address, "amount" if kind == "money" else "other", "", (field,))
    own = _KINDS.get(place.model, "other")
    value = value_at(review, place.address)
    held = value if isinstance(value, dict) else {"text": value, "value": value}
    fields = tuple(
        Field(f"{place.address}/{name}", label, kind, _text(held.get(name)))
        for name, label, kind in _FIELDS.get(own, ())
    )
    return Thing(place.address, own, fields[0].text if fields else "", fields)


def is_done(review: Review, address: str, as_at: date) -> bool:
    """Tell whether an action or a step is done on a day."""
    return standing(review, address, as_at).state in FINISHED


def _text(value: Plain | None) -> str:
    if value is None:
        return ""
    return listed(map(str, value)) if isinstance(value, list) else str(value)
