"""Addresses: the path of ids that names a thing of a review (`2c`, `2c/3`, `2/savings/2004-05`), and where it stands.

An address leads to a path of keys in the review's plain tables (`core.plain`), whether there is a value or only room
for one (a blank year). A field of a thing has the thing's address and the field's key: `2c/owner`.
"""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, Final

from bvtrack.core.errors import UsageProblem
from bvtrack.core.finance import STREAMS, TOTAL, total_of, year_columns
from bvtrack.core.financial_year import read_year
from bvtrack.core.model_keys import keys_of, tables_of
from bvtrack.core.review import (
    Area,
    CostLine,
    Measure,
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
    from collections.abc import Iterator, Mapping

    from bvtrack.core.finding import Key
    from bvtrack.core.model import Model

REVIEW: Final = "review"

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
    """Take `REVIEW:2c` apart; without a colon the review is left open."""
    review, colon, address = text.strip().rpartition(":")
    return Reference(review.strip() if colon else None, address.strip())


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
    fields = (
        [key for key, field in keys_of(owner.model).items() if not tables_of(field)] if owner and owner.model else []
    )
    if owner is not None and name in fields:
        return Place(f"{owner.address}/{name}", (*owner.key, name))
    if owner is not None and above and fields:
        near = get_close_matches(name, fields, n=1)
        todo = f"did you mean {near[0]}?" if near else f"known here: {', '.join(fields)}"
        raise UsageProblem(visible(address), f"{owner.address} has no {visible(name)}", todo)
    near = get_close_matches(address, [*known, *fields], n=1)
    todo = f"did you mean {near[0]}?" if near else "an address is like 2c, 2c/3, 1.3 or 2/savings/2004-05"
    raise UsageProblem(visible(address) or "address", f"{review.id} has nothing of that address", todo)


def places(review: Review) -> Iterator[Place]:
    """Yield every thing of a review that has an address, in the order of the format; fields are left out."""
    yield Place(REVIEW, (), Review)
    for name, model in _NUMBERED.items():
        field = next(field for field, info in Review.model_fields.items() if (info.alias or field) == name)
        for nth in range(len(getattr(review, field))):
            yield Place(f"{name}/{nth + 1}", (name, nth), model)
    for stream in STREAMS:
        yield from _totals(review, stream)
    for nth, recommendation in enumerate(review.recommendations):
        yield from _recommendation(review, recommendation, ("recommendation", nth))


def _recommendation(review: Review, recommendation: Recommendation, key: Key) -> Iterator[Place]:
    own = recommendation.id
    yield Place(own, key, Recommendation)
    for nth in range(len(recommendation.costs)):
        yield Place(f"{own}/costs/{nth + 1}", (*key, "costs", nth), CostLine)
    for stream in STREAMS:
        yield Place(f"{own}/{stream}", (*key, "profile", stream, TOTAL))
        printed = getattr(recommendation.profile, stream) or {}
        for address, label in _years(review, printed):
            yield Place(f"{own}/{stream}/{address}", (*key, "profile", stream, label))
    for nth, measure in enumerate(recommendation.measures):
        yield Place(measure.id, (*key, "measure", nth), Measure)
        for line in range(len(measure.targets)):
            yield Place(f"{measure.id}/{line + 1}", (*key, "measure", nth, "targets", line), TargetLine)
    for nth, part in enumerate(recommendation.parts):
        yield Place(part.id, (*key, "part", nth), Part)
        for line in range(len(part.steps)):
            yield Place(f"{part.id}/{line + 1}", (*key, "part", nth, "steps", line), Step)


def _totals(review: Review, stream: str) -> Iterator[Place]:
    total = total_of(review, stream)  # type: ignore[arg-type]
    yield Place(f"totals/{stream}", ("totals", stream, TOTAL))
    for address, label in _years(review, total.years if total else {}):
        yield Place(f"totals/{stream}/{address}", ("totals", stream, "years", label))


def _years(review: Review, printed: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """Yield the address of each year and the label its value stands under, or would stand under."""
    for column in year_columns(review):
        label = next((label for label in column.labels if label in printed), None)
        address = column.line.year.label if column.line.year else column.line.label
        yield address, label or (column.labels[0] if column.labels else address)


def _known(review: Review) -> dict[str, list[Place]]:
    known: dict[str, list[Place]] = {}
    for place in places(review):
        known.setdefault(place.address, []).append(place)
    return known


def _thing(review: Review, known: Mapping[str, list[Place]], address: str) -> Place | None:
    """Give the one thing of an address, its year written as anybody writes it; None where there is none."""
    found = known.get(address) or known.get(_with_year(review, address)) or []
    if len(found) > 1:
        raise UsageProblem(
            visible(address), f"{review.id} has {len(found)} things of that address", "give them different ids"
        )
    return found[0] if found else None


def _with_year(review: Review, address: str) -> str:
    above, _, year = address.rpartition("/")
    years = read_year(year, review.date).years
    return f"{above}/{years[0].label}" if above and len(years) == 1 else address
