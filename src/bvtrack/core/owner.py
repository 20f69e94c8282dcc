"""Owners as plans print them: who answers for an action, told apart without a guess, and matched to a review's people.

The grammar is closed: separators, marks of a lead, and the words of `posts`. What names nobody gives no owner; what
could be read in two ways is read in the likelier one and flagged ambiguous.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from bvtrack.core import posts
from bvtrack.core.naming import OwnerType, fold
from bvtrack.core.owner_brackets import opened
from bvtrack.core.owner_names import names_of
from bvtrack.core.owner_parts import cut, has_letter, is_date, is_figure
from bvtrack.core.owner_print import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bvtrack.core.owner_marks import Name

__all__ = ["Match", "Owner", "OwnerType", "Owners", "Person", "first_name_only", "read_owners", "resolve"]

_LONGEST: Final = 500
_INAPPLICABLE: Final = ("n/a ", "n/a:", "n/a-", "n/a–", "n/a,", "n/a;", "n/a.", "n/a(", "n/a)")
_GARBLED: Final = ("â€", "Ã", "Â", "\ufffd")


class Owner(NamedTuple):
    """One owner. `name` is as printed, trimmed; `lead` is True where the print marks it so; `post` is a person's."""

    name: str
    type: OwnerType
    lead: bool
    post: str | None = None


@dataclass(frozen=True, slots=True)
class Owners:
    """The owners a text names, in its order: none for a blank, a dash, `TBC`, `vacant`, or what names nobody.

    `ambiguous` is True where a careful reader would ask who is meant; `note` says why, or what was left out.
    """

    text: str
    owners: tuple[Owner, ...]
    ambiguous: bool
    note: str | None = None


class Person(NamedTuple):
    """Somebody a review names, and what else it calls them (`Jeff`, `JS`)."""

    name: str
    aliases: tuple[str, ...] = ()


class Match(NamedTuple):
    """An owner and the names of the people it may be: none is unresolved, one resolved, more ambiguous."""

    owner: Owner
    people: tuple[str, ...]


def read_owners(text: str) -> Owners:
    """Read who a printed text names as owners. Never fails: what is not known is refused with a note."""
    if len(text) > _LONGEST:
        return Owners(text, (), ambiguous=True, note="longer than 500 characters: no list of owners")
    wording, contacts = plain(text)
    notes = ["contact details are left out"] if contacts else []
    refusal = _refusal(wording)
    if refusal is not None:
        ambiguous, note = refusal
        return Owners(text, (), ambiguous=ambiguous, note="; ".join([*notes, *([note] if note else [])]) or None)
    found = names_of(cut(wording))
    names = [one for name in found.names for one in opened(name)]
    owners = tuple(
        Owner(name.name, name.kind.type, lead, name.post)
        for name, lead in zip(names, _leads(names), strict=True)
        if name.kind.type is not None
    )
    doubts = _doubts(names, wording)
    doubt = bool(doubts) or not owners or found.doubt or any(name.doubt or name.comma for name in names)
    notes += [*found.notes, *(note for name in names for note in name.notes), *doubts]
    if any(name.marked for name in names):
        notes.append("a footnote mark stands beside a name")
    if doubt and not notes:
        notes.append("can be read in more than one way" if owners else "names nobody that can be told")
    return Owners(text, owners, doubt, "; ".join(dict.fromkeys(notes)) or None)


def _doubts(names: list[Name], wording: str) -> list[str]:
    """Say what a reader would ask about, beyond what each name says of itself."""
    doubts = [f"not known as an owner: {name.name}" for name in names if name.kind.type is None]
    if len(names) > 1 and any(name.marked for name in names):
        doubts.append("a footnote mark tells one name from the others")
    if any(mark in wording for mark in _GARBLED):
        doubts.append("the text is garbled")
    return doubts


def _refusal(wording: str) -> tuple[bool, str | None] | None:
    """Tell whether a text names nobody at all: whether a reader would ask, and why; None where it may name somebody."""
    phrase = fold(wording)
    if not has_letter(wording):
        digits = any("0" <= character <= "9" for character in wording)
        ditto = '"' in wording or "”" in wording or "〃" in wording
        return (ditto, "refers to another line" if ditto else "a number, not an owner" if digits else None)
    if phrase in posts.NOBODY or all(piece.strip() in posts.NOBODY for piece in phrase.split("/")):
        return False, "the post is vacant" if phrase in posts.VACANT else None
    refusals = (
        (phrase in posts.ELSEWHERE, True, "refers to something elsewhere"),
        (wording.lower().startswith(_INAPPLICABLE), False, wording),
        (phrase in posts.NOT_OWNERS or is_figure(wording), False, "not an owner"),
        (phrase not in posts.MONTH_NAMES_OF_PEOPLE and is_date(wording), False, "a date, not an owner"),
    )
    return next(((ambiguous, note) for refused, ambiguous, note in refusals if refused), None)


def _leads(names: list[Name]) -> list[bool]:
    """Tell who leads: whom the print marks so, or else those before `with`, or before those who support."""
    marks = [name.lead for name in names]
    supporting = [name.support or name.before == "with" for name in names]
    if any(marks) or True not in supporting:
        return marks
    return [place < supporting.index(True) for place in range(len(names))]


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
    found = tuple(person.name for person in people if key in {_key(name) for name in (person.name, *person.aliases)})
    if not found and owner.type is OwnerType.INITIALS:
        found = tuple(
            person.name for person in people if "".join(word[0] for word in _without_titles(person.name)) == key
        )
    return Match(owner, tuple(dict.fromkeys(found)))


def _key(name: str) -> str:
    """Fold a name for comparing; a surname printed first is turned round."""
    surname, comma, given = name.partition(",")
    return "".join(_without_titles(f"{given} {surname}" if comma else name))
