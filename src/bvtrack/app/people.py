"""The people of reviews: who they are, what each holds, and more of them, or fewer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bvtrack.app.change import add_item, remove_item, set_values
from bvtrack.core.address import places
from bvtrack.core.edit import listed
from bvtrack.core.errors import UsageProblem
from bvtrack.core.review import Person
from bvtrack.core.table import Cell, Line, Table
from bvtrack.core.visible import visible

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from bvtrack.app.desk import Desk
    from bvtrack.core.review import Review
    from bvtrack.store.store import Change

_COLUMNS = (*map(Line, ("Name", "Post", "Also called", "Holds", "Review")), Line("Open", numeric=True))


def people(reviews: Iterable[Review], as_at: dt.date) -> Table:
    """List the people of each review with the actions each holds, and how many of them are open."""
    rows = [(*row[:-1], review.id, row[-1]) for review in reviews for row in _of_review(review, as_at)]
    return Table(
        name="people",
        corner="Address",
        columns=_COLUMNS,
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


def add_person(desk: Desk, review: str | None, name: str, aliases: tuple[str, ...], post: str | None) -> Change | None:
    """Add a person. Raises UsageProblem for a name somebody has already."""
    with desk.store.transaction():
        review = desk.named(review)
        for called in (name, *aliases):
            refuse_known(desk.review(review), called)
        fields = {"name": name, "post": post or "", "aliases": listed(aliases)}
        return add_item(desk, review, "", "person", fields)


def add_alias(desk: Desk, review: str | None, name: str, alias: str) -> Change | None:
    """Say what else a person is called."""
    with desk.store.transaction():
        review = desk.named(review)
        known = desk.review(review)
        address = person_at(known, name)
        refuse_known(known, alias)
        person = known.people[int(address.rpartition("/")[2]) - 1]
        return set_values(desk, review, {f"{address}/aliases": listed((*person.aliases, alias))})


def remove_person(desk: Desk, review: str | None, name: str, *, force: bool = False) -> Change | None:
    """Remove a person; one who holds work that is not done only with `force`."""
    with desk.store.transaction():
        review = desk.named(review)
        known = desk.review(review)
        address = person_at(known, name)
        row = next(row for row in _of_review(known, desk.today) if row[0] == address)
        if row[-1] != "0" and not force:
            what = f"holds {row[-1]} of the open actions: {visible(row[-2])}"
            raise UsageProblem(visible(name), what, "give them to somebody else first, or remove with --force")
        return remove_item(desk, review, address)


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
