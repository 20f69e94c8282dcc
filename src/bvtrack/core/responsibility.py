"""Who answers for what by when: each action, and each step with a deadline or owner of its own, matched to people."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bvtrack.core import owner

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bvtrack.core.due import Due
    from bvtrack.core.finding import Key
    from bvtrack.core.owner import Match, Owners
    from bvtrack.core.review import Review


@dataclass(frozen=True, slots=True)
class Responsibility:
    """An action (`2c`) or a step with its own owner (`2c/3`), its deadline, and its owners matched to people."""

    address: str
    key: Key
    action: bool
    finish: Due | None
    owners: Owners | None
    matches: tuple[Match, ...]


def responsibilities(review: Review) -> tuple[Responsibility, ...]:
    """List the review's actions, and its steps that name owners of their own, in the order of the plan.

    A step without a deadline of its own has its action's.
    """
    people = tuple(owner.Person(person.name, person.aliases) for person in review.people)
    return tuple(_responsibilities(review, people))


def _responsibilities(review: Review, people: tuple[owner.Person, ...]) -> Iterator[Responsibility]:
    def matches(owners: Owners | None) -> tuple[Match, ...]:
        return tuple(owner.resolve(one, people) for one in owners.owners) if owners else ()

    for number, recommendation in enumerate(review.recommendations):
        for letter, part in enumerate(recommendation.parts):
            key: Key = ("recommendation", number, "part", letter)
            yield Responsibility(part.id, (*key, "owner"), True, part.finish, part.owner, matches(part.owner))  # noqa: FBT003 — the field is named on the value
            for nth, step in enumerate(part.steps):
                if step.owner is not None:
                    yield Responsibility(
                        f"{part.id}/{nth + 1}",
                        (*key, "steps", nth, "owner"),
                        False,  # noqa: FBT003 — the field is named on the value
                        step.finish or part.finish,
                        step.owner,
                        matches(step.owner),
                    )
