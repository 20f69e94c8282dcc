"""Addresses: the path of ids that names a thing of a review (`2c`, `2c/3`, `2/savings/2004-05`), and where it stands.

An address leads to a path of keys in the review's plain tables (`core.plain`), whether there is a value or only room
for one (a blank year). A field of a thing has the thing's address and the field's key: `2c/owner`. Capitals do not
matter where only one thing can be meant, and a year is written as anybody writes it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bvtrack.core.errors import UsageProblem
from bvtrack.core.finance import STREAMS, TOTAL, profile_of, total_of, year_columns
from bvtrack.core.financial_year import read_year
from bvtrack.core.model_keys import keys_of, tables_of
from bvtrack.core.review import (
    Area,
    CostLine,
    Measure,
    Meeting,
    Part,
    Person,
    Process,
    Promise,
    Quoted,
    Recommendation,
    Review,
    Step,
    SummaryArea,
    TargetLine,
    WaiverEntry,
)
from bvtrack.core.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bvtrack.core.finance import YearColumn
    from bvtrack.core.finding import Key
    from bvtrack.core.model import Model

REVIEW: Final = "review"
LONGEST_SHOWN: Final = 60  # characters of an address in a message

# the lists at the top of a review whose items are addressed by number: key → model
_NUMBERED: Final[Mapping[str, type[Model]]] = {
    "area": Area,
    "person": Person,
    "process": Process,
    "promise": Promise,
    "quoted": Quoted,
    "summary": SummaryArea,
    "waiver": WaiverEntry,
}


@dataclass(frozen=True, slots=True)
class Place:
    """What an address names: its canonical form, its path of keys, and the model of the thing (None: a plain value)."""

    address: str
    key: Key
    model: type[Model] | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """An address as typed: the review named before the colon, if any, and the rest."""

    review: str | None
    address: str


def reference(text: str) -> Reference:
    """Take `REVIEW:2c` apart; without a colon the review is left open, and one behind a slash is part of a label."""
    review, colon, address = text.strip().partition(":")
    return Reference(review.strip(), address.strip()) if colon and "/" not in review else Reference(None, text.strip())


def find(review: Review, address: str) -> Place:
    """Find what an address names, a field of it included.

    Raises UsageProblem where nothing has that address, with the nearest that is there, and where several things have.
    """
    known = _known(review)
    place = _thing(review, known, address)
    if place is not None:
        return place
    above, _, name = address.rpartition("/")
    owner = _thing(review, known, above or REVIEW)
    fields = fields_of(owner) if owner is not None else ()
    if owner is not None and name.casefold() in fields:
        return Place(f"{owner.address}/{name.casefold()}", (*owner.key, name.casefold()))
    if owner is not None and above and fields:
        todo = _nearest(name, fields) or f"known here: {', '.join(fields)}"
        raise UsageProblem(shown(address), f"{owner.address} has no {shown(name) or 'field without a name'}", todo)
    todo = _nearest(address, [*known, *fields]) or "an address is like 2c, 2c/3, 1.3 or 2/savings/2004-05"
    raise UsageProblem(shown(address) or "address", f"{review.id} has nothing of that address", todo)


def fields_of(place: Place) -> tuple[str, ...]:
    """Give the keys of a thing's own fields, each of which has an address below it; none for a plain value."""
    return tuple(key for key, field in keys_of(place.model).items() if not tables_of(field)) if place.model else ()


def shown(text: str) -> str:
    """Make an address, as typed or as printed, fit for a message: visible, and not long."""
    return visible(text if len(text) <= LONGEST_SHOWN else text[:LONGEST_SHOWN] + "…")


def places(review: Review) -> Iterator[Place]:
    """Yield every thing of a review that has an address, in the order of the format; fields are left out."""
    yield Place(REVIEW, (), Review)
    yield Place("meeting", ("meeting",), Meeting)
    yield from (Place(f"abbreviations/{name}", ("abbreviations", name)) for name in review.abbreviations)
    for name, model in _NUMBERED.items():
        field = keys_of(Review)[name].name
        for nth in range(len(getattr(review, field))):
            yield Place(f"{name}/{nth + 1}", (name, nth), model)
    columns = year_columns(review)
    yield from _totals(review, columns)
    for nth, recommendation in enumerate(review.recommendations):
        yield from _recommendation(recommendation, ("recommendation", nth), columns)


def _totals(review: Review, columns: Sequence[YearColumn]) -> Iterator[Place]:
    for stream in STREAMS:
        total = total_of(review, stream)
        for name in ("heading", "label"):
            yield Place(f"totals/{stream}/{name}", ("totals", stream, name))
        yield Place(f"totals/{stream}", ("totals", stream, TOTAL))
        for address, label in _years(columns, total.years if total else {}):
            yield Place(f"totals/{stream}/{address}", ("totals", stream, "years", label))


def _recommendation(recommendation: Recommendation, key: Key, columns: Sequence[YearColumn]) -> Iterator[Place]:
    own = recommendation.id
    yield Place(own, key, Recommendation)
    for nth in range(len(recommendation.costs)):
        yield Place(f"{own}/costs/{nth + 1}", (*key, "costs", nth), CostLine)
    for stream in STREAMS:
        yield Place(f"{own}/{stream}", (*key, "profile", stream, TOTAL))
        for address, label in _years(columns, profile_of(recommendation, stream) or {}):
            yield Place(f"{own}/{stream}/{address}", (*key, "profile", stream, label))
    for nth, measure in enumerate(recommendation.measures):
        yield Place(measure.id, (*key, "measure", nth), Measure)
        for line in range(len(measure.targets)):
            yield Place(f"{measure.id}/{line + 1}", (*key, "measure", nth, "targets", line), TargetLine)
    for nth, part in enumerate(recommendation.parts):
        yield Place(part.id, (*key, "part", nth), Part)
        for line in range(len(part.steps)):
            yield Place(f"{part.id}/{line + 1}", (*key, "part", nth, "steps", line), Step)


def _years(columns: Sequence[YearColumn], printed: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """Yield the address of each year and the label its value stands under, or would stand under."""
    for column in columns:
        label = next((label for label in column.labels if label in printed), None)
        address = column.line.year.label if column.line.year else column.line.label
        yield address, label if label is not None else (column.labels[0] if column.labels else address)


def _known(review: Review) -> dict[str, list[Place]]:
    known: dict[str, list[Place]] = {}
    for place in places(review):
        known.setdefault(place.address, []).append(place)
    return known


def _thing(review: Review, known: Mapping[str, list[Place]], address: str) -> Place | None:
    """Give the one thing of an address, whatever its capitals and however its year is written; None where none is."""
    found = known.get(address) or known.get(_with_year(review, address)) or []
    if not found:
        folded = _with_year(review, address).casefold()
        found = [place for name, here in known.items() if name.casefold() == folded for place in here]
    if len(found) > 1:
        names = ", ".join(dict.fromkeys(shown(place.address) for place in found))
        raise UsageProblem(
            shown(address), f"{review.id} has {len(found)} things of that address ({names})", "give them different ids"
        )
    return found[0] if found else None


def _with_year(review: Review, address: str) -> str:
    """Write the year at the end of an address as addresses have it: `2/savings/2004/05` is `2/savings/2004-05`."""
    thing, _, rest = address.partition("/")
    stream, _, year = rest.partition("/")
    years = read_year(year, review.date).years
    return f"{thing}/{stream}/{years[0].label}" if len(years) == 1 else address


def _nearest(name: str, known: Sequence[str]) -> str | None:
    from difflib import get_close_matches

    near = get_close_matches(name, known, n=1)
    return f"did you mean {shown(near[0])}?" if near else None
