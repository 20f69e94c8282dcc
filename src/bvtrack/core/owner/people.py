"""Matches owners to the people a review names, by name, alias or initials."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from bvtrack.core.owner import posts
from bvtrack.core.owner.naming import OwnerType, fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bvtrack.core.owner.reading import Owner


class Person(NamedTuple):
    """Somebody a review names, and what else it calls them (`Jeff`, `JS`)."""

    name: str
    aliases: tuple[str, ...] = ()


class Match(NamedTuple):
    """An owner and the names of the people it may be: none is unresolved, one resolved, more ambiguous."""

    owner: Owner
    people: tuple[str, ...]


def first_name_only(owner: Owner) -> bool:
    """Tell whether the owner is a person by one name alone, as `Jeff` is."""
    return owner.type is OwnerType.PERSON and "." not in owner.name and _is_one_word(owner.name)


def _is_one_word(name: str) -> bool:
    return len(fold(name).split()) == len(_without_titles(name)) == 1


def _without_titles(name: str) -> list[str]:
    return [word for word in fold(name).split() if word not in posts.TITLES | posts.PLURAL_TITLES | posts.SUFFIXES]


def resolve(owner: Owner, people: Sequence[Person]) -> Match:
    """Find the people an owner may be: those whose name or alias it is, after case, spaces, stops and titles.

    A first name alone matches an alias only, never the first word of a name. Initials match an alias or, where they
    are no alias of anybody, the first letters of all the words of a name (`JS` is Jeff Smith).
    """
    key = _key(owner.name)
    found = tuple(person.name for person in people if key in map(_key, (person.name, *person.aliases)))
    if not found and owner.type is OwnerType.INITIALS:
        found = tuple(
            person.name for person in people if "".join(word[0] for word in _without_titles(person.name)) == key
        )
    return Match(owner, tuple(dict.fromkeys(found)))


@lru_cache(1024)
def _key(name: str) -> str:
    """Fold a name for comparing; a surname printed first is turned round."""
    surname, comma, given = name.partition(",")
    return "".join(_without_titles(f"{given} {surname}" if comma else name))
