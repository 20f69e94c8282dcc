"""Every text of a review, printed values and labels among them, with the address and the key it stands at."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bvtrack.core.finance import STREAMS
from bvtrack.core.model import Model, once_a_model
from bvtrack.core.review import Measure, Part, Recommendation

if TYPE_CHECKING:
    from bvtrack.core.finding import Key
    from bvtrack.core.review import Review

_WITH_ID = (Measure, Part, Recommendation)
# what the number of an entry stands behind in its address, by the key of its list
_NUMBERED = {
    "area": "area/",
    "costs": "{address}/costs/",
    "person": "person/",
    "process": "process/",
    "promise": "promise/",
    "quoted": "quoted/",
    "steps": "{address}/",
    "summary": "summary/",
    "targets": "{address}/",
    "waiver": "waiver/",
}


class PlacedText(NamedTuple):
    """A text of the review and its place: `address` is that of the thing it belongs to."""

    address: str
    key: Key
    text: str


def texts(review: Review) -> tuple[PlacedText, ...]:
    """Give every text of a review in the order of the format: words, names, ids, labels, and values as printed."""
    found: list[PlacedText] = []
    _gather(review, (), "review", found)
    return tuple(found)


def _gather(value: object, key: Key, address: str, found: list[PlacedText]) -> None:
    """Add the texts of a value; one list for all is several times faster here than generators within generators."""
    if isinstance(value, Model):
        held = vars(value)
        for name, alias in _fields(type(value)):
            entry = held[name]
            if type(entry) is str:
                found.append(PlacedText(address, (*key, alias), entry))
            elif entry:
                _gather(entry, (*key, alias), _address_of_field(alias, address), found)
    elif type(value) is tuple:  # a reading may be a tuple with names, and is one text
        alone = len(value) == 1 and key[-1] == "targets"  # its address is the measure's, as in every other rule
        before = "" if alone else _NUMBERED.get(str(key[-1]), "").format(address=address)
        for nth, entry in enumerate(value):
            numbered = f"{before}{nth + 1}" if before else address
            _gather(entry, (*key, nth), entry.id if isinstance(entry, _WITH_ID) else numbered, found)
    elif isinstance(value, dict):
        for label, entry in value.items():
            found.append(PlacedText(address, (*key, label), label))
            _gather(entry, (*key, label), address, found)
    else:
        text = value if isinstance(value, str) else getattr(value, "text", None)
        if isinstance(text, str):
            found.append(PlacedText(address, key, text))


@once_a_model
def _fields(model: type[Model]) -> tuple[tuple[str, str], ...]:
    """Give the fields of a model with their keys in the file."""
    return tuple((field.name, field.key) for field in model.model_fields.values())


def _address_of_field(alias: str, address: str) -> str:
    if alias in {"meeting", "totals"}:
        return alias
    return f"{address}/{alias}" if alias in STREAMS else address
