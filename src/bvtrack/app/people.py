"""The people of reviews: who they are, what each holds, and more of them, or fewer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bvtrack.core.address import places
from bvtrack.core.errors import UsageProblem
from bvtrack.core.review import Person
from bvtrack.core.table import Cell, Line, Table
from bvtrack.core.visible import visible

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from bvtrack.core.review import Review

_COLUMNS = (*map(Line, ("Name", "Post", "Also called", "Holds")), Line("Open", numeric=True))


def people(reviews: Iterable[Review], as_at: dt.date) -> Table:
    """List the people of each review with the actions each holds, and how many of them are open."""
    rows = [(review.id, *row) for review in reviews for row in _of_review(review, as_at)]
    return Table(
        name="people",
        corner="Review",
        columns=(Line("Address"), *_COLUMNS),
        rows=tuple(Line(row[0]) for row in rows),
        cells=tuple(tuple(map(Cell, row[1:])) for row in rows),
    )


def person_at(review: Review, name: str) -> str:
    """Give the address of the person of a name or an alias. Raises UsageProblem where none or several have it."""
    wanted = name.strip().casefold()
    listed = list(enumerate(review.people, start=1))
    named = [nth for nth, one in listed if one.name.casefold() == wanted]
    found = named or [nth for nth, one in listed if wanted in {alias.casefold() for alias in one.aliases}]
    if len(found) != 1:
        known = ", ".join(visible(one.name) for one in review.people[:8]) or "nobody yet"
        what = "several people have that name" if found else "nobody has that name"
        raise UsageProblem(visible(name) or "name", what, f"known in {review.id}: {known}")
    return f"person/{found[0]}"


def refuse_known(review: Review, name: str) -> None:
    """Refuse a name or an alias that somebody has already. Raises UsageProblem."""
    wanted = name.strip().casefold()
    for one in review.people:
        if wanted in {called.casefold() for called in (one.name, *one.aliases)}:
            raise UsageProblem(visible(name), f"is what {visible(one.name)} is called", "choose another name")


def _of_review(review: Review, as_at: dt.date) -> list[tuple[str, ...]]:
    from bvtrack.delivery.review import review_standing

    actions = review_standing(review, as_at).actions
    addresses = (place.address for place in places(review) if place.model is Person)
    rows: list[tuple[str, ...]] = []
    for address, person in zip(addresses, review.people, strict=True):
        held = [one for one in actions if person.name in one.holders]
        left = sum(not one.closed for one in held)
        holds = ", ".join(one.address for one in held)
        rows.append((address, person.name, person.post or "", ", ".join(person.aliases), holds, str(left)))
    return rows
