"""Printed values as fields of the review's models: each keeps its wording and its reading in one value.

A value arrives as a file holds it (text, a whole number, a decimal, a date) and is read by its grammar, with what the
review says about itself as context: `near` (its date, for two-digit years) and `unit` (of bare numbers). A value that
is a reading already, as from the database, is taken as it is and nothing is parsed.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, TypedDict, TypeVar, cast

from pydantic import PlainSerializer, PlainValidator, ValidationInfo, WithJsonSchema
from pydantic_core import PydanticCustomError

from bvtrack.core.due import Due, read_due
from bvtrack.core.financial_year import YearReading, read_year
from bvtrack.core.money import Money, Unit, read_money, read_unit
from bvtrack.core.owner import Owners, read_owners
from bvtrack.core.target import Target, read_target

if TYPE_CHECKING:
    from collections.abc import Callable


class Context(TypedDict):
    """What a review says about itself that its values are read by."""

    near: date | None
    unit: Unit | None


Reading = TypeVar("Reading", Money, Due, YearReading, Target, Owners, Unit)


def _context(info: ValidationInfo) -> Context:
    return cast("Context", info.context or {"near": None, "unit": None})


def _text(value: object) -> str:
    """Give the wording of a value from a file; a truth value, a time or a table is no printed value."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool) or not isinstance(value, int | Decimal | date):
        raise PydanticCustomError("printed", "should be text, a number or a date, as printed")
    if isinstance(value, int) and abs(value) >= 10**18:
        raise PydanticCustomError("printed", "is a number beyond all money")
    return value.isoformat() if isinstance(value, date) else str(value)


def _validator(
    reading: type[Reading], read: Callable[[str, Context], Reading]
) -> Callable[[object, ValidationInfo], Reading]:
    def validate(value: object, info: ValidationInfo) -> Reading:
        return value if isinstance(value, reading) else read(_text(value), _context(info))

    return validate


def _read_unit(text: str) -> Unit:
    unit = read_unit(text)
    if unit is None:
        raise PydanticCustomError("unit", "states no unit of money (write it as printed: £, £'000, £m)")
    return unit


def _read_period(text: str, near: date | None) -> YearReading:
    reading = read_year(text, near)
    if not reading.years:
        raise PydanticCustomError("period", "is not a run of financial years (write it like 2002 – 2006)")
    return reading


def _read_deadline(text: str, near: date | None) -> Due:
    due = read_due(text, near)
    if due.status == "unreadable":
        raise PydanticCustomError("deadline", "{note}", {"note": due.note or "is not a deadline"})
    return due


_AS_TEXT = PlainSerializer(lambda reading: reading.text, return_type=str)

PrintedMoney = Annotated[
    Money,
    PlainValidator(_validator(Money, lambda text, context: read_money(text, context["unit"]))),
    _AS_TEXT,
    WithJsonSchema(
        {
            "type": ["string", "number"],
            "title": "Money",
            "description": "an amount as printed, or a bare number in the review's unit",
        }
    ),
]
PrintedUnit = Annotated[
    Unit,
    PlainValidator(_validator(Unit, lambda text, _context: _read_unit(text))),
    _AS_TEXT,
    WithJsonSchema({"type": "string", "title": "Unit", "description": "what a bare number stands for: £, £'000, £m"}),
]
PrintedPeriod = Annotated[
    YearReading,
    PlainValidator(_validator(YearReading, lambda text, context: _read_period(text, context["near"]))),
    _AS_TEXT,
    WithJsonSchema(
        {"type": "string", "title": "Period", "description": "a run of financial years: 2002 – 2006, 2002-03"}
    ),
]
PrintedDue = Annotated[
    Due,
    PlainValidator(_validator(Due, lambda text, context: _read_deadline(text, context["near"]))),
    _AS_TEXT,
    WithJsonSchema(
        {"type": "string", "title": "Deadline", "description": "a deadline as printed (Sept. 2002), or a date"}
    ),
]
PrintedOwners = Annotated[
    Owners,
    PlainValidator(_validator(Owners, lambda text, _context: read_owners(text))),
    _AS_TEXT,
    WithJsonSchema({"type": "string", "title": "Owners", "description": "people or posts as printed: Jeff & Steve"}),
]
PrintedTarget = Annotated[
    Target,
    PlainValidator(_validator(Target, lambda text, context: read_target(text, context["near"]))),
    _AS_TEXT,
    WithJsonSchema({"type": "string", "title": "Target", "description": "a target line as printed, periods and all"}),
]
