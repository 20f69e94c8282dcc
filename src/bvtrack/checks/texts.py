"""Every text of a review, printed values and labels among them, with the address and the key it stands at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from bvtrack.core.finance import STREAMS
from bvtrack.core.model import Model
from bvtrack.core.review import Measure, Part, Recommendation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bvtrack.core.finding import Key
    from bvtrack.core.review import Review

_ADDRESS_OF_ENTRY = {
    "area": "area/{number}",
    "costs": "{address}/costs/{number}",
    "person": "person/{number}",
    "process": "process/{number}",
    "promise": "promise/{number}",
    "quoted": "quoted/{number}",
    "steps": "{address}/{number}",
    "summary": "summary/{number}",
    "targets": "{address}/{number}",
    "waiver": "waiver/{number}",
}


@dataclass(frozen=True, slots=True)
class PlacedText:
    """A text of the review and its place: `address` is that of the thing it belongs to."""

    address: str
    key: Key
    text: str


def texts(review: Review) -> Iterator[PlacedText]:
    """Yield every text of a review in the order of the format: words, names, ids, labels, and values as printed."""
    return _texts(review, (), "review")


def _texts(value: object, key: Key, address: str) -> Iterator[PlacedText]:
    if isinstance(value, Model):
        for name, alias in _keys(type(value)):
            entry = getattr(value, name)
            if type(entry) is str:
                yield PlacedText(_address_of_field(alias, address), (*key, alias), entry)
            elif entry is not None and entry != ():
                yield from _texts(entry, (*key, alias), _address_of_field(alias, address))
    elif type(value) is tuple:  # a reading may be a tuple with names, and is one text
        for nth, entry in enumerate(value):
            alone = len(value) == 1 and key[-1] == "targets"  # its address is the measure's, as in every other rule
            inner = address if alone else _address_of_entry(entry, str(key[-1]), nth + 1, address)
            yield from _texts(entry, (*key, nth), inner)
    elif isinstance(value, Mapping):
        for label, entry in value.items():
            yield PlacedText(address, (*key, label), label)
            yield from _texts(entry, (*key, label), address)
    else:
        text = value if isinstance(value, str) else getattr(value, "text", None)
        if isinstance(text, str):
            yield PlacedText(address, key, text)


@cache
def _keys(model: type[Model]) -> tuple[tuple[str, str], ...]:
    """Give the fields of a model with their keys in the file."""
    return tuple((name, field.alias or name) for name, field in model.model_fields.items())


def _address_of_field(alias: str, address: str) -> str:
    if alias in {"meeting", "totals"}:
        return alias
    return f"{address}/{alias}" if alias in STREAMS else address


def _address_of_entry(entry: object, alias: str, number: int, address: str) -> str:
    if isinstance(entry, Recommendation | Part | Measure):
        return entry.id
    return _ADDRESS_OF_ENTRY.get(alias, "{address}").format(address=address, number=number)
