"""What two versions of a review differ in, as values and in words."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, cast

from bvtrack.core.address import shown

if TYPE_CHECKING:
    from bvtrack.core.plain import Plain, Table


@dataclass(frozen=True, slots=True)
class Difference:
    """What a file brings, in a sentence behind the address, or what both changed: how it is here and in the file.

    `sign` is `+` added, `~` changed, `-` removed, `=` kept though gone from the file, `!` in conflict.
    """

    sign: str
    address: str
    said: str
    here: str = ""
    there: str = ""

    def __str__(self) -> str:
        """Tell it in a line."""
        return f"{self.sign} {self.address}{self.said}"


def clash(address: str, mine: Plain | None, theirs: Plain | None) -> Difference:
    """Tell what was changed here and in the file, and differently."""
    here, there = told(mine) or "blank", told(theirs) or "blank"
    return Difference("!", address, f": both changed: {here} here, {there} in the file", here, there)


def taken(address: str, old: Plain | None, new: Plain | None) -> Difference:
    """Tell what a value was and is."""
    if old is None:
        return Difference("+", address, f": {told(new)}")
    if new is None:
        return Difference("-", address, f": {told(old)} removed")
    return Difference("~", address, f": {told(old)} → {told(new)}")


def told(value: Plain | None) -> str:
    """Say a value in a few words."""
    match value:
        case None:
            return ""
        case list():
            return shown(", ".join(map(told, value)))
        case dict():
            return shown(", ".join(f"{name} {told(inner)}" for name, inner in value.items()))
        case Decimal():
            return f"{value:f}"
        case _:
            return shown(str(value))


def news(event: Plain) -> str:
    """Say what an event reports, and when."""
    said = cast("Table", event)
    names = ("kind", "value", "period", "stream", "year", "line", "date")
    return " ".join(told(said[name]) for name in names if name in said)


def same(one: Plain | None, other: Plain | None) -> bool:
    """Tell whether two values are the same to the letter: 1.0 is not 1.00, nor are years in another order the same."""
    return repr(one) == repr(other)


def has_progress(value: Plain | None) -> bool:
    """Tell whether a thing, or anything below it, has events."""
    if isinstance(value, dict):
        return bool(value.get("event")) or any(map(has_progress, value.values()))
    return isinstance(value, list) and any(map(has_progress, value))
