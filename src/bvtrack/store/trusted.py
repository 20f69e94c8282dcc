"""Reviews of rows as they stand: nothing is read or validated again that was on its way in.

That the rows are what came in is for `verify` to say; here only what could not be a review at all is refused.
"""

from __future__ import annotations

import datetime as dt
import json
from collections import defaultdict
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, TypeVar, cast, get_args

from bvtrack.core.event import ActionEvent, ActionKind, AmountKind, MeasureEvent, MeasureKind, MoneyEvent
from bvtrack.core.model import once_a_model
from bvtrack.core.model_keys import tables_of
from bvtrack.core.review import Profiles, Review, Total, Totals
from bvtrack.store.entities import ENTITIES, column_of
from bvtrack.store.readings import read

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bvtrack.core.model import Model
    from bvtrack.store.entities import Profile
    from bvtrack.store.rows import Kept, Value

Some = TypeVar("Some", bound="Model")
_KINDS = {ActionEvent: ActionKind, MeasureEvent: MeasureKind, MoneyEvent: AmountKind}


class Unread(LookupError):  # noqa: N818 — no error: the print is to be read
    """A print stands in a row without a reading of it."""


class _Form(NamedTuple):
    """How a row is a value: what it is where a column is empty, its columns by field, its prints, and what is below."""

    defaults: dict[str, object]
    columns: tuple[tuple[str, str, Callable[[str], object] | None], ...]
    prints: tuple[tuple[str, str], ...]
    below: tuple[tuple[str, str], ...]


def trusted(row: Kept) -> Review:
    """Make the review of its rows.

    Raises Unread where a print has no reading, ValueError, TypeError or LookupError where the rows hold no review.
    """
    return cast("Review", _value(row))


def _value(row: Kept) -> Model:
    form, cells = _form(row.entity.model), row.cells
    values = form.defaults.copy()
    for name, column, how in form.columns:
        value = cells[column]
        if value is not None:
            values[name] = how(cast("str", value)) if how else value
    if form.prints:
        _put_prints(values, form, cells)
    if row.below:
        found: dict[str, list[Model]] = defaultdict(list)
        for one in row.below:
            found[one.entity.table].append(_value(one))
        for name, table in form.below:
            if table in found:
                values[name] = _folded(name, found[table])
    return row.entity.model.trusted(values)


def _put_prints(values: dict[str, object], form: _Form, cells: Mapping[str, Value]) -> None:
    text = cells["readings"]
    readings = read(cast("str", text)) if text else {}
    for name, column in form.prints:
        value = cells[column]
        if value is not None:
            reading = readings.get(name)
            if reading is None or reading.text != value:
                raise Unread(name)
            values[name] = reading


@once_a_model
def _form(model: type[Model]) -> _Form:
    entity = ENTITIES[model]
    fields = model.model_fields
    how: dict[str, Callable[[str], object]] = dict.fromkeys(entity.dates, dt.date.fromisoformat)
    how |= {name: partial(_listed, model=next(iter(tables_of(fields[name])), None)) for name in entity.lists}
    if model in _KINDS:
        how["kind"] = partial(_one_of, known=frozenset(get_args(_KINDS[model])))
    return _Form(
        {name: field.default for name, field in fields.items()},
        tuple((name, column_of(name), how.get(name)) for name in entity.fields if name not in entity.prints),
        tuple((name, column_of(name)) for name in entity.prints),
        tuple((name, ENTITIES[below].table) for name, below in entity.below.items()),
    )


def _one_of(value: str, known: frozenset[str]) -> str:
    if value not in known:
        raise ValueError(f"{value} is no kind of event")
    return value


def _listed(text: str, model: type[Model] | None) -> object:
    """Give what a column of JSON holds: texts, texts by name, or parts of the review."""
    value = json.loads(text)
    if isinstance(value, list):
        return tuple(_part(one, model) if model else _text(one) for one in value)
    return _part(value, model) if model else {name: _text(one) for name, one in value.items()}


def _part(table: dict[str, str | list[str]], model: type[Model]) -> Model:
    values = {name: field.default for name, field in model.model_fields.items()}
    for name, value in table.items():
        if name not in values:
            raise LookupError(name)
        values[name] = tuple(map(_text, value)) if isinstance(value, list) else _text(value)
    return model.trusted(values)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is no text")
    return value


def _folded(field: str, rows: list[Model]) -> object:
    """Give what a field below a thing holds, of the values of its rows."""
    if field == "profile":
        return _streams(Profiles, {row.stream: _years(row) for row in cast("list[Profile]", rows)})
    if field == "totals":
        return _streams(Totals, {row.stream: _total(row) for row in cast("list[Profile]", rows)})
    return tuple(rows)


def _streams(model: type[Some], streams: dict[str, object]) -> Some:
    return model.trusted(dict.fromkeys(model.model_fields) | streams)


def _years(row: Profile) -> object:
    return {amount.label: amount.value for amount in row.amounts}


def _total(row: Profile) -> Total:
    years = {amount.label: amount.value for amount in row.amounts if amount.role == "year"}
    total = next((amount.value for amount in row.amounts if amount.role == "total"), None)
    return Total.trusted({"total": total, "years": years, "heading": row.heading, "label": row.label})
