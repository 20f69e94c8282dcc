"""Changes a review as a value: a field set, an item added or removed, an event recorded; the result is a new review.

Every change goes through the review's own models, so that what a file could not hold cannot be typed either. Raises
UsageProblem for an address that leads nowhere and InputProblem, placed at the address, for what is no such value.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final, cast, get_args, get_origin

from pydantic import ValidationError

from bvtrack.core.address import Place, find
from bvtrack.core.due import Due
from bvtrack.core.errors import InputProblem, UsageProblem
from bvtrack.core.faults import faults, where
from bvtrack.core.finance import TOTAL
from bvtrack.core.financial_year import read_year
from bvtrack.core.model import Model
from bvtrack.core.model_keys import keys_of, model_at, tables_of
from bvtrack.core.money import Money
from bvtrack.core.plain import plain_tables
from bvtrack.core.review import Review, review_from
from bvtrack.core.visible import visible

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic.fields import FieldInfo

    from bvtrack.core.finding import Key
    from bvtrack.core.plain import Plain, Table

# what can be added: kind → the key of the list it joins
LISTS: Final[Mapping[str, str]] = {
    "area": "area",
    "cost": "costs",
    "measure": "measure",
    "part": "part",
    "person": "person",
    "quoted": "quoted",
    "recommendation": "recommendation",
    "step": "steps",
    "target": "targets",
    "waiver": "waiver",
}
EVENT: Final = "event"
_SHORT: Final = {"steps": "text", "targets": "value"}  # items that may stand as one text, and the key it stands for


def value_at(review: Review, address: str) -> Plain | None:
    """Give what stands at an address in the review's plain tables; None where it is blank."""
    return _inside(plain_tables(review), find(review, address).key)


def with_value(review: Review, address: str, text: str) -> Review:
    """Set a field, or an amount, to what was typed; an empty text makes it blank. Lists are typed with commas."""
    place = find(review, address)
    if place.model is not None:
        field = {"CostLine": "value", "TargetLine": "value"}.get(place.model.__name__, "text")
        if field not in keys_of(place.model):
            fields = ", ".join(f"{place.address}/{key}" for key in _plain_keys(place))
            raise UsageProblem(place.address, "is a thing with several fields", f"set one of {fields}")
        place = Place(place.address, (*place.key, field))
    tree = plain_tables(review)
    value = _typed(place.key, text)
    _put(tree, place.key, value)
    if "profile" in place.key or "years" in place.key:
        _in_order(cast("Table", _inside(tree, place.key[:-1])), review.date)
    made = _made(tree, place)
    _readable(made, place)
    return made


def with_item(review: Review, address: str, kind: str, fields: Mapping[str, str]) -> Review:
    """Add an item of one of `LISTS` under a thing (the empty address: the review), its fields as typed."""
    owner = find(review, address or "review")
    name = LISTS[kind]
    if owner.model is None or name not in keys_of(owner.model):
        raise UsageProblem(owner.address, f"a {kind} does not belong under it", _home(kind))
    tree = plain_tables(review)
    items = cast("list[Plain]", _opened(tree, (*owner.key, name), list))
    key = (*owner.key, name, len(items))
    unknown = [field for field in fields if field not in keys_of(model_at(key, Review))]
    if unknown:
        known = ", ".join(field for field, info in keys_of(model_at(key, Review)).items() if not tables_of(info))
        raise UsageProblem(f"{kind}", f"has no {visible(unknown[0])}", f"known here: {known}")
    items.append({field: value for field, text in fields.items() if (value := _typed((*key, field), text)) is not None})
    return _made(tree, Place(owner.address, key))


def without(review: Review, address: str) -> Review:
    """Take a thing out of the review, or make a field or an amount blank."""
    place = find(review, address)
    if not place.key:
        raise UsageProblem(address, "is the whole review", "remove it by its name")
    tree = plain_tables(review)
    if isinstance(place.key[-1], int):
        del cast("list[Plain]", _inside(tree, place.key[:-1]))[place.key[-1]]
    else:
        _put(tree, place.key, None)
    return _made(tree, place)


def with_event(review: Review, address: str, event: Mapping[str, Plain | None]) -> Review:
    """Record an event under a part, a step, a measure or a recommendation; keys without a value are left out."""
    place = find(review, address)
    if place.model is None or EVENT not in keys_of(place.model):
        raise UsageProblem(
            place.address, "has no progress of its own", "name an action, a step, a measure or an amount"
        )
    tree = plain_tables(review)
    events = cast("list[Plain]", _opened(tree, (*place.key, EVENT), list))
    events.append({name: value for name, value in event.items() if value is not None})
    return _made(tree, Place(place.address, (*place.key, EVENT, len(events) - 1)))


def reviewed(tree: Table, place: str) -> Review:
    """Make a review of plain tables; `place` names it in the problem raised where they are none."""
    return _made(tree, Place(place, ()))


def _made(tree: Table, place: Place) -> Review:
    try:
        return review_from(tree)
    except ValidationError as error:
        fault = faults(error.errors(include_url=False)[:1], tree, Review)[0]
        what = fault.where.removeprefix(_told(place.key, tree)).lstrip(":, ")
        raise InputProblem(place.address, f"{what} {fault.what}".strip(), fault.todo) from error


def _told(key: Key, tree: Table) -> str:
    """Name the value of a path as faults do, so that its address need not be followed by the same in words."""
    return where(key, tree)


def _readable(review: Review, place: Place) -> None:
    """Refuse an amount or a deadline that cannot be read: print may hold anything, but nobody means to type it."""
    value: object = review
    for step in place.key:
        if isinstance(value, Model):
            value = getattr(
                value, next(name for name, field in type(value).model_fields.items() if step in {name, field.alias})
            )
        else:
            value = value.get(step) if isinstance(value, dict) else cast("tuple[object, ...]", value)[cast("int", step)]
    if isinstance(value, Money) and value.kind in {"malformed", "unknown"}:
        raise InputProblem(place.address, f"“{visible(value.text)}” is no amount", "write it like 347, £7k or £1.1m")
    if isinstance(value, Due) and value.status == "unreadable":
        raise InputProblem(place.address, f"“{visible(value.text)}” is no deadline", "write it like Sept 2002")


def _in_order(years: Table, near: dt.date) -> None:
    """Put the years of a profile in order, what is no year behind them, the total last."""
    begins = {label: read_year(label, near).start or dt.date.max for label in years}
    ordered = sorted(years.items(), key=lambda item: (item[0] == TOTAL, begins[item[0]]))
    years.clear()
    years.update(ordered)


def _inside(tree: Plain, key: Key) -> Plain | None:
    value: Plain | None = tree
    for step in key:
        if isinstance(value, str) and step in _SHORT.values():
            continue  # a step or a target that is written as its text alone
        if isinstance(value, dict):
            value = value.get(str(step))
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            value = value[step]
        else:
            return None
    return value


def _opened(tree: Table, key: Key, kind: type[list[Plain] | dict[str, Plain]]) -> list[Plain] | Table:
    """Give the list or table at a path, making what is not there yet; an item that is one text becomes a table."""
    value: Plain = tree
    for nth, step in enumerate(key):
        below = kind if nth == len(key) - 1 else (list if isinstance(key[nth + 1], int) else dict)
        if isinstance(value, list):
            at = cast("int", step)
            if isinstance(value[at], str):
                value[at] = {_SHORT[str(key[nth - 1])]: value[at]}
            value = value[at]
        else:
            value = cast("Table", value).setdefault(str(step), below())
    return cast("list[Plain] | Table", value)


def _put(tree: Table, key: Key, value: Plain | None) -> None:
    table = cast("Table", _opened(tree, key[:-1], dict))
    if value is None:
        table.pop(str(key[-1]), None)
    else:
        table[str(key[-1])] = value


def _typed(key: Key, text: str) -> Plain | None:
    """Turn what was typed into what a file would hold there; None for nothing."""
    text = text.strip()
    if not text:
        return None
    field = keys_of(model_at(key[:-1], Review)).get(str(key[-1]))
    if field is None:
        return text
    if _holds(field, tuple):
        return [part.strip() for part in text.split(",") if part.strip()]
    if _holds(field, dt.date) and _iso(text):
        return dt.date.fromisoformat(text)
    return int(text) if _holds(field, int) and text.isdecimal() else text


def _holds(field: FieldInfo, kind: type) -> bool:
    """Tell whether a field holds values of a kind, behind what else its type says."""
    todo: list[object] = [field.annotation]
    while todo:
        one = todo.pop()
        if kind in {one, get_origin(one)}:
            return True
        todo += get_args(one)
    return False


def _iso(text: str) -> bool:
    try:
        dt.date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _plain_keys(place: Place) -> list[str]:
    return [key for key, field in keys_of(place.model).items() if not tables_of(field)] if place.model else []


def _home(kind: str) -> str:
    homes = {"step": "a part: 2c", "target": "a measure: 1.3"} | dict.fromkeys(
        ("part", "measure", "cost"), "a recommendation: 2"
    )
    return f"a {kind} belongs under {homes.get(kind, 'the review itself')}"
