"""Money as a value: the reading of a printed text, the unit of a heading, and exact decimals of pence."""

from dataclasses import dataclass, replace
from enum import StrEnum


class MoneyKind(StrEnum):
    """What a text that stands where money belongs turns out to be."""

    AMOUNT = "amount"
    APPROXIMATE = "approximate"
    MINIMUM = "minimum"
    MAXIMUM = "maximum"
    RANGE = "range"
    LIST = "list"
    CHANGE = "change"
    SUM = "sum"
    NIL = "nil"
    DASH = "dash"
    BLANK = "blank"
    TO_BE_CONFIRMED = "to be confirmed"
    NOT_APPLICABLE = "not applicable"
    UNKNOWN = "unknown"
    MALFORMED = "malformed"
    PERCENTAGE = "percentage"
    FOOTNOTE = "footnote"


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit heading: as printed, the pence a bare 1 is worth (a power of ten), its short form for messages."""

    text: str
    pence: int
    symbol: str


@dataclass(frozen=True, slots=True)
class Money:
    """A printed value and its reading; all amounts are whole pence.

    `pence` is the one figure stated: the total of a sum, the difference where a text changes from one figure to
    another, 0 for nil. `low` and `high` are bounds the text states: both of a range, and the lower and higher end of
    such a change. `place` is what 1 in the last printed place is worth. `scale` is the scale printed with the figure,
    empty without one. `query` says that a careful reader would ask; `note` holds the words beside the figure, then why
    it is queried or refused. `parts` are the figures of a list, a sum, or a change from one to another.
    """

    text: str
    kind: MoneyKind
    pence: int | None = None
    low: int | None = None
    high: int | None = None
    place: int | None = None
    scale: str | None = None
    query: bool = False
    note: str | None = None
    parts: tuple["Money", ...] = ()


def pounds(pence: int) -> str:
    """Pence as an exact decimal of pounds: `7000`, `123.45`, `-0.50`; two decimals unless the pounds are whole."""
    whole, rest = divmod(abs(pence), 100)
    return f"{'-' if pence < 0 else ''}{whole}" + (f".{rest:02}" if rest else "")


def in_unit(pence: int, unit: Unit) -> str:
    """Pence as an exact decimal of the unit, with the decimals that are needed: `1346`, `1.5`, `-0.07`."""
    whole, rest = divmod(abs(pence), unit.pence)
    decimals = str(rest).zfill(len(str(unit.pence)) - 1).rstrip("0") if rest else ""
    return f"{'-' if pence < 0 else ''}{whole}" + (f".{decimals}" if decimals else "")


def queried(money: Money, *doubts: str) -> Money:
    """The same reading with these doubts, each told once, after what its note says."""
    said = (money.note,) if money.note else ()
    return replace(money, query=money.query or bool(doubts), note="; ".join(dict.fromkeys((*said, *doubts))) or None)


def refused(text: str, kind: str, reason: str) -> Money:
    """A refusal, with its reason for a note."""
    return Money(text, MoneyKind(kind), query=True, note=reason)
