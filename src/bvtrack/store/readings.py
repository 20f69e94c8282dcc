"""Readings of printed values as JSON and back, so that what a database holds need not be read from its print again."""

from __future__ import annotations

import datetime as dt
import json
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from bvtrack.core.due import Due, Precision
from bvtrack.core.financial_year import FinancialYear, YearReading
from bvtrack.core.money import Money, MoneyKind, Unit
from bvtrack.core.owner import Owner, Owners, OwnerType
from bvtrack.core.target import Direction, Period, Point, Target, TargetKind

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Reading = Money | Unit | Due | YearReading | Target | Owners


def _figure(value: str | tuple[str, ...]) -> Decimal | tuple[Decimal, ...]:
    return Decimal(value) if isinstance(value, str) else tuple(Decimal(one) for one in value)


_day: Final = dt.date.fromisoformat
# What readings are made of → how the fields that JSON has no type for are made of their text.
_KINDS: Final[Mapping[type, Mapping[str, Callable[..., object]]]] = {
    Money: {"kind": MoneyKind},
    Unit: {},
    Due: {"earliest": _day, "latest": _day, "precision": Precision},
    YearReading: {"start": _day, "end": _day},
    FinancialYear: {},
    Target: {"direction": Direction, "kind": TargetKind},
    Point: {"value": _figure},
    Period: {"earliest": _day, "latest": _day},
    Owners: {},
    Owner: {"type": OwnerType},
}


def _fields(kind: type) -> tuple[str, ...]:
    return tuple(getattr(kind, "_fields", ())) or tuple(getattr(kind, "__dataclass_fields__", ()))


_FIELDS: Final = {kind: _fields(kind) for kind in _KINDS}
_MADE: Final = {
    kind.__name__: (kind, tuple((_FIELDS[kind].index(name), make) for name, make in makers.items()))
    for kind, makers in _KINDS.items()
}


def written(readings: Mapping[str, Reading]) -> str:
    """Write readings, by the names of their fields."""
    return f"[{','.join(_written(name, reading) for name, reading in readings.items())}]" if readings else ""


@lru_cache(4096, typed=True)  # readings of two kinds may be equal as tuples
def _written(name: str, reading: Reading) -> str:
    return json.dumps([name, _plain(reading)], separators=(",", ":"))


@lru_cache(4096)
def read(text: str) -> Mapping[str, Reading]:
    """Read what `written` wrote, and what reviews share once. Raises ValueError and others on anything else."""
    return dict(json.loads(text, object_hook=_made)) if text else {}


def _plain(value: object) -> object:
    fields = _FIELDS.get(type(value))
    if fields is not None:
        return {type(value).__name__: [_plain(getattr(value, name)) for name in fields]}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Enum):
        return value.value
    return str(value) if isinstance(value, dt.date | Decimal) else value


def _made(table: dict[str, list[object]]) -> object:
    ((name, values),) = table.items()
    kind, makers = _MADE[name]
    values = [tuple(value) if type(value) is list else value for value in values]
    for place, make in makers:
        if values[place] is not None:
            values[place] = make(values[place])
    return kind(*values)
