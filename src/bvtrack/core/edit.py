"""Changes a review as a value: a field set, an item added or removed, an event recorded; the result is a new review.

Every change goes through the review's own models, so that what a file could not hold cannot be typed either. Raises
UsageProblem for an address that leads nowhere and InputProblem, placed at the address, for what is no such value.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Final, Literal, cast, get_args, get_origin

from pydantic import ValidationError

from bvtrack.core.address import Place, fields_of, find, places, shown
from bvtrack.core.due import Due
from bvtrack.core.errors import InputProblem, UsageProblem
from bvtrack.core.faults import faults, where
from bvtrack.core.finance import TOTAL
from bvtrack.core.financial_year import read_year
from bvtrack.core.model import Model
from bvtrack.core.model_keys import keys_of, model_at, tables_of
from bvtrack.core.money import Money
from bvtrack.core.owner import Owners
from bvtrack.core.plain import plain_tables
from bvtrack.core.review import Review, TargetLine, review_from
from bvtrack.core.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from bvtrack.core.finding import Key
    from bvtrack.core.model import ModelField
    from bvtrack.core.plain import Plain, Table

# what can be added: kind → the key of the list it joins
LISTS: Final[Mapping[str, str]] = {
    "area": "area",
    "cost": "costs",
    "measure": "measure",
    "part": "part",
    "person": "person",
    "process": "process",
    "promise": "promise",
    "quoted": "quoted",
    "recommendation": "recommendation",
    "step": "steps",
    "summary": "summary",
    "target": "targets",
    "waiver": "waiver",
}
EVENT: Final = "event"
_SHORT: Final = {"steps": "text", "targets": "value"}  # items that may stand as one text, and the key it stands for
_MAIN: Final = {"CostLine": "value", "Quoted": "value", "TargetLine": "value"}  # what is meant where no field is named
_ITEM: Final = re.compile(r'\s*"((?:[^"]|"")*)"\s*(?:,|$)|([^,]*)(?:,|$)')  # of a list as typed, in quotes or not
_NO_AMOUNT: Final = frozenset({"footnote", "malformed", "percentage", "unknown"})


def value_at(review: Review, address: str) -> Plain | None:
    """Give what stands at an address in the review's plain tables; None where it is blank."""
    return _inside(plain_tables(review), find(review, address).key)


def with_value(review: Review, address: str, text: str) -> Review:
    """Set a field or an amount to what was typed, lists as `listed` writes them; an empty text makes it blank."""
    place = find(review, address)
    if place.model is not None:
        field = _MAIN.get(place.model.__name__, "text")
        if field not in keys_of(place.model):
            fields = ", ".join(f"{place.address}/{key}" for key in fields_of(place))
            raise UsageProblem(shown(place.address), "is a thing with several fields", f"set one of {fields}")
        place = Place(f"{place.address}/{field}", (*place.key, field))
    tree = _tables(review, place.key)
    value = _typed(place.key, text)
    new = _inside(tree, place.key) is None and value is not None
    _put(tree, place.key, value)
    if new and ("profile" in place.key or "years" in place.key):
        _in_order(cast("Table", _inside(tree, place.key[:-1])), review.date)
    return _alone(_readable(_made(tree, place), place), place, review)


def with_item(review: Review, address: str, kind: str, fields: Mapping[str, str]) -> Review:
    """Add an item of one of `LISTS` under a thing (the empty address: the review), its fields as typed."""
    owner = find(review, address or "review")
    if kind not in LISTS:
        raise UsageProblem(shown(kind) or "kind", "is nothing that can be added", f"known here: {', '.join(LISTS)}")
    name = LISTS[kind]
    field = keys_of(owner.model).get(name) if owner.model else None
    if field is None or not tables_of(field):
        raise UsageProblem(shown(owner.address), f"holds nothing of the kind “{kind}”", f"it belongs {_home(kind)}")
    tree = _tables(review, owner.key)
    items = cast("list[Plain]", _opened(tree, (*owner.key, name), list))
    place = Place(owner.address, (*owner.key, name, len(items)))
    known = fields_of(Place("", (), model_at(place.key, Review)))
    unknown = [field for field in fields if field not in known]
    if unknown:
        raise UsageProblem(kind, f"has no {shown(unknown[0]) or 'field without a name'}", f"known: {', '.join(known)}")
    typed = {field: _typed((*place.key, field), text) for field, text in fields.items()}
    items.append({field: value for field, value in typed.items() if value is not None})
    return _alone(_readable(_made(tree, place), place), place, review)


def without(review: Review, address: str) -> Review:
    """Take a thing out of the review, or make a field or an amount blank."""
    place = find(review, address)
    if not place.key:
        raise UsageProblem(shown(address), "is the whole review", "name what is to go from it")
    tree = _tables(review, place.key)
    if isinstance(place.key[-1], int):
        del cast("list[Plain]", _inside(tree, place.key[:-1]))[place.key[-1]]
        if place.model is TargetLine:
            _without_line(cast("Table", _inside(tree, place.key[:-2])), place.key[-1] + 1)
    else:
        _put(tree, place.key, None)
    return _made(tree, place)


def _without_line(measure: Table, gone: int) -> None:
    """Take the figures of a target line away with it, and keep those of the lines behind it with theirs."""
    events = [event for event in cast("list[Table]", measure.pop(EVENT, [])) if event.get("line") != gone]
    lines = [(event, cast("int", event.get("line", 0))) for event in events]
    if events:
        measure[EVENT] = [{**event, "line": line - 1} if line > gone else event for event, line in lines]


def with_event(review: Review, address: str, event: Mapping[str, Plain | None]) -> Review:
    """Record an event under a part, a step, a measure or a recommendation; keys without a value are left out."""
    place = find(review, address)
    if place.model is None or EVENT not in keys_of(place.model):
        what, todo = "has no progress of its own", "name an action, a step, a measure or a recommendation"
        raise UsageProblem(shown(place.address), what, todo)
    tree = _tables(review, place.key)
    events = cast("list[Plain]", _opened(tree, (*place.key, EVENT), list))
    events.append({name: value for name, value in event.items() if value is not None})
    place = Place(place.address, (*place.key, EVENT, len(events) - 1))
    return _readable(_made(tree, place), place)


def listed(items: Iterable[str]) -> str:
    """Write a list as it is typed: with commas, and in quotes what holds one itself."""
    return ", ".join('"' + item.replace('"', '""') + '"' if "," in item or item[:1] == '"' else item for item in items)


def reviewed(tree: Table, place: str) -> Review:
    """Make a review of plain tables; `place` names it in the problem raised where they are none."""
    return _made(tree, Place(place, ()))


def _tables(review: Review, key: Key) -> Table:
    """Give the tables to change something in at a path: with readings, so that no more is read than what was typed.

    By the date of the report and in its unit all the rest is read.
    """
    if key[:1] in {("date",), ("unit",)}:
        return plain_tables(review)
    return plain_tables(review, readings=True) | {"unit": review.unit.text}


def _made(tree: Table, place: Place) -> Review:
    try:
        return review_from(tree)
    except ValidationError as error:
        fault = faults(error.errors(include_url=False)[:1], tree, Review)[0]
        what = fault.where.removeprefix(where(place.key, tree)).lstrip(":, ")  # what the address says already
        raise InputProblem(shown(place.address), f"{what} {fault.what}".strip(), fault.todo) from error


def _readable(review: Review, place: Place) -> Review:
    """Refuse what was typed and cannot be read: print may hold anything, but nobody means to type it."""
    for reading in _readings(_value(review, place.key)):
        text = shown(reading.text)
        match reading:
            case Money() if reading.kind in _NO_AMOUNT:
                raise InputProblem(shown(place.address), f"“{text}” is no amount", "write it like 347, £7k or £1.1m")
            case Due() if reading.status == "unreadable":
                raise InputProblem(shown(place.address), f"“{text}” is no deadline", "write it like Sept 2002")
            case Owners() if not reading.owners and reading.note and "vacant" not in reading.note:
                what = f"“{text}” names nobody: {visible(reading.note)}"
                raise InputProblem(shown(place.address), what, "write names or posts, like Jeff & Head of Personnel")
            case _:
                pass
    return review


def _alone(review: Review, place: Place, before: Review) -> Review:
    """Refuse an id that something else has: what has one of two equal addresses cannot be found by it."""
    own = getattr(_value(review, place.key), "id", None) if place.key[-1] != "id" else _value(review, place.key)
    key = place.key if place.key[-1] != "id" else place.key[:-1]
    if own is not None and any(one.address == own and one.key != key for one in places(before)):
        raise UsageProblem(shown(place.address), f"there is a {own} already", "give it another id")
    return review


def _value(review: Review, key: Key) -> object:
    """Give what stands at a path in a review itself; None where it is blank."""
    value: object = review
    for step in key:
        if isinstance(value, Model):
            value = getattr(value, keys_of(type(value))[str(step)].name)
        elif isinstance(value, tuple) and isinstance(step, int):
            value = value[step]
        else:
            value = value.get(step) if isinstance(value, dict) else None
    return value


def _readings(value: object) -> Iterator[Money | Due | Owners]:
    """Yield the amounts, deadlines and owners a value is or holds."""
    if isinstance(value, Money | Due | Owners):
        yield value
    elif isinstance(value, Model):
        for name in type(value).model_fields:
            yield from _readings(getattr(value, name))


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
    """Set a value, making the tables on the way; what is made blank takes along the table it was the last of."""
    if value is not None:
        cast("Table", _opened(tree, key[:-1], dict))[str(key[-1])] = value
        return
    if _inside(tree, key) is None:
        return
    table = cast("Table", _opened(tree, key[:-1], dict))
    del table[str(key[-1])]
    if not table and key[1:] and isinstance(key[-2], str):
        _put(tree, key[:-1], None)


def _typed(key: Key, text: str) -> Plain | None:
    """Turn what was typed into what a file would hold there; None for nothing."""
    text = text.strip()
    if not text:
        return None
    named = key[0] == "abbreviations" and len(key) > 1  # its keys are the report's, not the format's
    field = None if named else keys_of(model_at(key[:-1], Review)).get(str(key[-1]))
    if field is None:
        return text
    if _holds(field, tuple):
        items = (plain.strip() or quoted.replace('""', '"').strip() for quoted, plain in _ITEM.findall(text))
        return [item for item in items if item]
    if _holds(field, dt.date):
        return _day(text) or text
    return next((choice for choice in _choices(field) if str(choice) == text), text)


def _holds(field: ModelField, kind: object) -> bool:
    """Tell whether a field holds values of a kind, behind what else its type says."""
    return any(kind in {one, get_origin(one)} for one in _types(field.annotation))


def _choices(field: ModelField) -> tuple[str | int, ...]:
    """Give the values a field is one of; none where it is not a choice."""
    return next((get_args(one) for one in _types(field.annotation) if get_origin(one) is Literal), ())


def _types(annotation: object) -> Iterator[object]:
    yield annotation
    for inner in get_args(annotation):
        yield from _types(inner)


def _day(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None


def _home(kind: str) -> str:
    homes = {"step": "under a part: 2c", "target": "under a measure: 1.3"} | dict.fromkeys(
        ("part", "measure", "cost"), "under a recommendation: 2"
    )
    return homes.get(kind, "in the review itself")
