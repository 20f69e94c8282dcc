"""Who answers for the work: printed owners matched to the review's people, so that Jeff and Jeff Smith are one."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from bvtrack.core import owner

if TYPE_CHECKING:
    from bvtrack.core.owner import Owner, Owners
    from bvtrack.core.review import Review


# the reviews of a council name the same people again and again
_resolve: Final = lru_cache(maxsize=4096)(owner.resolve)


class Holders:
    """The people of one review; what an owner's print stands for is worked out once."""

    def __init__(self, review: Review) -> None:
        self._people = tuple(owner.Person(person.name, person.aliases) for person in review.people)
        self._read: dict[str, tuple[str, ...]] = {}
        self._unresolved: dict[str, str] = {}

    def of(self, owners: Owners | None) -> tuple[str, ...]:
        """Name each owner once: the one person it resolves to, else the name as first printed."""
        if owners is None:
            return ()
        if owners.text not in self._read:
            self._read[owners.text] = tuple(dict.fromkeys(map(self._holder, owners.owners)))
        return self._read[owners.text]

    def _holder(self, one: Owner) -> str:
        people = _resolve(one, self._people).people
        return people[0] if len(people) == 1 else self._unresolved.setdefault(owner.fold(one.name), one.name)
