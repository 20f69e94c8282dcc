"""The names the plan gives its work to: each once, with all its places, and the person who holds what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bvtrack.core.owner import OwnerType, fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bvtrack.core.owner import Match
    from bvtrack.core.responsibility import Responsibility


@dataclass(frozen=True, slots=True)
class Name:
    """A printed name, matched to the review's people, and the actions and steps that it stands on."""

    match: Match
    places: tuple[Responsibility, ...]

    @property
    def addresses(self) -> list[str]:
        """The addresses it stands on, each once."""
        return list(dict.fromkeys(place.address for place in self.places))


def names(responsibilities: Iterable[Responsibility]) -> tuple[Name, ...]:
    """Give each name once, in the order first printed; case, stops and spaces make no other name of it."""
    found: dict[str, tuple[Match, list[Responsibility]]] = {}
    for responsibility in responsibilities:
        for match in responsibility.matches:
            found.setdefault(fold(match.owner.name), (match, []))[1].append(responsibility)
    return tuple(Name(match, tuple(places)) for match, places in found.values())


def holder(match: Match) -> str | None:
    """Name the one person or post who answers under a name: the person it resolves to, or else the name as printed.

    A team, a body or a group is nobody.
    """
    if len(match.people) == 1:
        return match.people[0]
    return match.owner.name if match.owner.type in {OwnerType.PERSON, OwnerType.ROLE, OwnerType.INITIALS} else None
