"""Printed values as fields of the review's models: each keeps its wording and its reading in one value.

A value arrives as a file holds it (text, a whole number, a decimal, a date) and is read by its grammar, with what the
review says about itself as context: `near` (its date, for two-digit years) and `unit` (of bare numbers). A value that
is a reading already, as from the database, is taken as it is and nothing is parsed. What many reviews print alike is
read once: readings are values, and the last few thousand of a kind are remembered.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Annotated, Final, Generic, TypedDict, TypeVar, TypeVarTuple

from bvtrack.core.due import Due, Precision, read_due
from bvtrack.core.financial_year import YearReading, financial_year_of, read_year
from bvtrack.core.model import refused
from bvtrack.core.money import Money, Unit, read_money, read_unit
from bvtrack.core.owner import Owners, read_owners
from bvtrack.core.target import Target, read_target

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler, ValidationInfo
    from pydantic_core import CoreSchema


class Context(TypedDict):
    """What a review says about itself that its values are read by."""

    near: date | None
    unit: Unit | None


_REMEMBERED: Final = 4096  # readings of a kind
_LONGEST: Final = 300  # letters of a text that is remembered
Reading = TypeVar("Reading", Money, Due, YearReading, Target, Owners, Unit)

Read = TypeVar("Read")
Near = TypeVarTuple("Near")


def _once(read: Callable[[str, *Near], Read]) -> Callable[[str, *Near], Read]:
    """Read a text once for each context it stands in."""
    remembered = lru_cache(_REMEMBERED)(read)

    def reading(text: str, /, *context: *Near) -> Read:
        return remembered(text, *context) if len(text) <= _LONGEST else read(text, *context)

    return reading


def _context(info: ValidationInfo[Context | None]) -> Context:
    return info.context or Context(near=None, unit=None)


def _text(value: object) -> str:
    """Give the wording of a value from a file; a truth value, a time or a table is no printed value."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool) or not isinstance(value, int | Decimal | date):
        raise refused("printed", "should be text, a number or a date, as printed")
    if isinstance(value, int) and abs(value) >= 10**18:
        raise refused("printed", "is a number beyond all money")
    return value.isoformat() if isinstance(value, date) else str(value)


@_once
def _read_unit(text: str) -> Unit:
    unit = read_unit(text)
    if unit is None:
        raise refused("unit", "states no unit of money (write it as printed: £, £'000, £m)")
    return unit


@_once
def _read_period(text: str, near: date | None) -> YearReading:
    reading = read_year(text, near)
    if not reading.years:
        raise refused("period", "is not a run of financial years (write it like 2002 – 2006)")
    return reading


@_once
def _read_start(text: str, near: date | None) -> YearReading:
    """Read the financial year something starts in, or its month, which gives a year that starts with that month."""
    reading = read_year(text, near)
    if reading.years:
        return reading
    due = read_due(text, near)
    if due.earliest is None or due.precision not in {Precision.DAY, Precision.MONTH}:
        raise refused("start", "is no financial year and no month (write it like 2004-05, or Oct 2004)")
    year = financial_year_of(due.earliest)
    return YearReading(text, year.label, due.earliest, year.end, due.ambiguous, (year,), due.note)


@_once
def _read_deadline(text: str, near: date | None) -> Due:
    """Read a deadline; a day that does not exist is refused, a text that is no deadline is left to the checks."""
    due = read_due(text, near)
    if due.status == "impossible":
        raise refused("deadline", "{note}", {"note": due.note or "names no day"})
    return due


_read_money, _read_owners, _read_target = _once(read_money), _once(read_owners), _once(read_target)


@dataclass(frozen=True, slots=True)
class _Field(Generic[Reading]):
    """How pydantic reads, writes and documents a field that holds a reading, whose own type it need not look into."""

    reading: type[Reading]
    read: Callable[[str, Context], Reading]
    types: tuple[str, ...]
    title: str
    about: str

    def __get_pydantic_core_schema__(self, _source: object, _handler: GetCoreSchemaHandler) -> CoreSchema:
        """Take a reading as it is and read anything else by its wording; write the wording."""
        from pydantic_core import core_schema

        def validate(value: object, info: ValidationInfo[Context | None]) -> Reading:
            return value if isinstance(value, self.reading) else self.read(_text(value), _context(info))

        wording = core_schema.plain_serializer_function_ser_schema(lambda reading: reading.text)
        return core_schema.with_info_plain_validator_function(validate, serialization=wording)

    def __get_pydantic_json_schema__(
        self, _schema: CoreSchema, _handler: GetJsonSchemaHandler
    ) -> dict[str, str | list[str]]:
        """Describe what a file may hold."""
        return {"type": list(self.types), "title": self.title, "description": self.about}


PrintedMoney = Annotated[
    Money,
    _Field(
        Money,
        lambda text, context: _read_money(text, context["unit"]),
        ("string", "number"),
        "Amount",
        "an amount as printed, or a bare number in the review's unit",
    ),
]
PrintedUnit = Annotated[
    Unit,
    _Field(
        Unit,
        lambda text, _context: _read_unit(text),
        ("string",),
        "Unit of money",
        "what a bare number stands for: £, £'000, £m",
    ),
]
PrintedPeriod = Annotated[
    YearReading,
    _Field(
        YearReading,
        lambda text, context: _read_period(text, context["near"]),
        ("string",),
        "Financial years",
        "a run of financial years: 2002 – 2006, 2002-03",
    ),
]
PrintedStart = Annotated[
    YearReading,
    _Field(
        YearReading,
        lambda text, context: _read_start(text, context["near"]),
        ("string",),
        "Financial year or month",
        "the financial year something starts in, or the month: 2004-05, Oct 2004",
    ),
]
PrintedDue = Annotated[
    Due,
    _Field(
        Due,
        lambda text, context: _read_deadline(text, context["near"]),
        ("string",),
        "Deadline",
        "a deadline as printed (Sept. 2002), or a date",
    ),
]
PrintedOwners = Annotated[
    Owners,
    _Field(
        Owners,
        lambda text, _context: _read_owners(text),
        ("string",),
        "Owners",
        "people or posts as printed: Jeff & Steve",
    ),
]
PrintedTarget = Annotated[
    Target,
    _Field(
        Target,
        lambda text, context: _read_target(text, context["near"]),
        ("string",),
        "Target",
        "a target line as printed, periods and all",
    ),
]
