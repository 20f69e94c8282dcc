"""Turns a review into the plain tables and values of its file, leaving out what is as the format assumes."""

from __future__ import annotations

import datetime as dt
import re
from contextlib import suppress
from decimal import Decimal
from typing import Final, Protocol, TypeAlias, cast

from bvtrack.core.due import Due
from bvtrack.core.model import Model
from bvtrack.core.money import Money
from bvtrack.core.review import Step, TargetLine

Plain: TypeAlias = "str | int | Decimal | dt.date | list[Plain] | Table"
Table: TypeAlias = "dict[str, Plain]"

# Numbers that read back with the very same wording when they stand bare.
_NUMBER: Final = re.compile(r"-?(?:0|[1-9][0-9]{0,14})\.[0-9]{1,6}|-?[1-9][0-9]{0,14}|0")
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class _Printed(Protocol):
    """A reading, which keeps its wording."""

    @property
    def text(self) -> str: ...


def plain_tables(model: Model, *, readings: bool = False) -> Table:
    """Give the keys and values a file has for a review or a part of one, in the order of the format.

    Amounts that are plain numbers and deadlines that are ISO dates are bare, all other printed values their wording.
    With `readings` these are their readings instead, which making a review of the tables again takes as they are, and
    no item is written as its text alone.
    """
    values = ((field, getattr(model, field.name)) for field in type(model).model_fields.values())
    return {field.key: _plain(value, readings=readings) for field, value in values if value != field.default}


def _plain(value: object, *, readings: bool) -> Plain:
    if isinstance(value, Model):
        table = plain_tables(value, readings=readings)
        short = isinstance(value, Step | TargetLine) and len(table) == 1 and not readings
        return next(iter(table.values())) if short else table
    if isinstance(value, tuple):
        return [_plain(item, readings=readings) for item in value]
    if isinstance(value, dict):
        return {str(name): _plain(inner, readings=readings) for name, inner in value.items()}
    if readings or isinstance(value, str | int | dt.date):
        return cast("Plain", value)
    return _printed(cast("_Printed", value))


def _printed(value: _Printed) -> str | Decimal | dt.date:
    if isinstance(value, Money) and _NUMBER.fullmatch(value.text):
        return Decimal(value.text)
    if isinstance(value, Due) and _DAY.fullmatch(value.text):
        with suppress(ValueError):
            return dt.date.fromisoformat(value.text)
    return value.text
