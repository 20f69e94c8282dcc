"""Owners as plans print them: who answers for an action, told apart without a guess, and matched to a review's people.

The grammar is closed: separators, marks of a lead, and the words of `posts`. What names nobody gives no owner; what
could be read in two ways is read in the likelier one and flagged ambiguous.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from bvtrack.core import posts
from bvtrack.core.naming import OwnerType, fold, kind_of
from bvtrack.core.owner_names import Name, names_of
from bvtrack.core.owner_parts import cut, plain

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Match", "Owner", "OwnerType", "Owners", "Person", "first_name_only", "read_owners", "resolve"]

_LONGEST: Final = 500
_PEOPLE: Final = frozenset({OwnerType.PERSON, OwnerType.INITIALS})
_MONTH: Final = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:uary|ruary|ch|il|ust|ember|tember|ober)?"
_DATE: Final = re.compile(
    rf"(?:(?:by|from|until|end|end of|mid|early|late|summer|spring|autumn|winter|q[1-4]|week|w/c|{_MONTH}"
    r"|\d{1,4}(?:st|nd|rd|th)?)[\s.,/'’–-]*)+",
    re.IGNORECASE,
)
_NUMBER: Final = re.compile(
    r"[\s£$€(+±~<>=-]*\d[\d\s.,%)/:–-]*(?:k|m|bn|million|fte|%|hours?|days?|months?|years?)?[\s)*.]*", re.IGNORECASE
)
_LETTER: Final = re.compile(r"[^\W\d_]")
_GARBLED: Final = re.compile(r"â€|Ã.|Â|\ufffd")


@dataclass(frozen=True, slots=True)
class Owner:
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


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody a review names, and what else it calls them (`Jeff`, `JS`)."""

    name: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Match:
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
        return Owners(text, (), ambiguous, "; ".join([*notes, *([note] if note else [])]) or None)
    found = names_of(cut(wording))
    read = [_bracketed(name) for name in found.names]
    owners = _led([one for each in read for one in each.owners])
    notes += [*found.notes, *(note for each in read for note in each.notes)]
    doubt = found.doubt or any(each.doubt for each in read)
    marked = [name.marked for name in found.names]
    if any(marked):
        notes.append("a footnote mark stands beside a name")
        doubt = doubt or len(marked) > 1
    if _GARBLED.search(wording):
        notes.append("the text is garbled")
        doubt = True
    if not owners:
        notes.append("names nobody that can be told")
        doubt = True
    elif doubt and not notes:
        notes.append("can be read in more than one way")
    return Owners(text, tuple(one.owner for one in owners), doubt, "; ".join(dict.fromkeys(notes)) or None)


def _refusal(wording: str) -> tuple[bool, str | None] | None:
    """Tell whether a text names nobody at all: whether a reader would ask, and why; None where it may name somebody."""
    phrase = fold(wording)
    if not _LETTER.search(wording):
        digits = any("0" <= character <= "9" for character in wording)
        ditto = '"' in wording or "”" in wording or "〃" in wording
        return (ditto, "refers to another line" if ditto else "a number, not an owner" if digits else None)
    if phrase in posts.ELSEWHERE:
        return True, "refers to something elsewhere"
    if phrase in posts.NOBODY:
        return False, "the post is vacant" if phrase in posts.VACANT else None
    if phrase in posts.NOT_OWNERS or _NUMBER.fullmatch(wording):
        return False, "not an owner"
    if phrase not in posts.MONTH_NAMES_OF_PEOPLE and _DATE.fullmatch(wording):
        return False, "a date, not an owner"
    return None


@dataclass(frozen=True, slots=True)
class _Marked:
    """An owner and what marks in the print say of it: `support` beside a lead, and the separator in front of it."""

    owner: Owner
    support: bool
    before: str


@dataclass(frozen=True, slots=True)
class _Read:
    owners: tuple[_Marked, ...]
    doubt: bool
    notes: tuple[str, ...]


def _bracketed(name: Name) -> _Read:
    """Make an owner of a name, and of its brackets a lead, a post, a part of the title, or a note."""
    lead, support, doubt, post, printed = name.lead, name.support, name.doubt or name.comma, name.post, name.name
    notes: list[str] = []
    inside: tuple[_Marked, ...] = ()
    for bracket in name.brackets:
        phrase = fold(bracket)
        rest = re.sub(r"^lead\b[\s:,–-]*(?:(?:officer|member|person)\b[\s:,–-]*)?", "", bracket, flags=re.IGNORECASE)
        if phrase in posts.LEADS:
            lead = True
        elif phrase in posts.SUPPORTS:
            support = True
        elif phrase in posts.VACANT:
            notes.append("the post is vacant")
        elif not phrase or phrase in posts.NOBODY or phrase in posts.SOMEBODY_ELSE or phrase.startswith("or "):
            notes.append(f"in brackets: {bracket}")
            doubt = True
        elif phrase in posts.STATUSES or not _LETTER.search(bracket):
            notes.append(f"in brackets: {bracket}")
        elif phrase.split()[0] in posts.TENURES or _DATE.fullmatch(bracket):
            notes.append(f"in brackets: {bracket}")
            doubt = True
        elif name.kind.type in _PEOPLE:
            lead = lead or rest != bracket
            kind = kind_of(rest)
            if _is_short_for(rest, printed):
                continue
            if kind.type in _PEOPLE or kind.type is None:
                notes.append(f"in brackets: {bracket}")
                doubt = doubt or kind.type is not None
                post = rest if kind.type is OwnerType.INITIALS else post
            else:
                post = rest
        else:
            people = () if _is_short_for(bracket, printed) else _people_in(bracket, name)
            inside = (*inside, *people)
            printed = printed if people else f"{printed} ({bracket})"
    type_ = name.kind.type
    if inside:
        return _Read(inside, doubt, tuple(notes))
    if type_ is None:
        return _Read((), True, (*notes, f"not known as an owner: {printed}"))
    owner = Owner(printed, type_, lead, post)
    return _Read((_Marked(owner, support, name.before),), doubt, tuple(notes))


def _people_in(bracket: str, name: Name) -> tuple[_Marked, ...]:
    """Read the people a bracket names for a post or a team: `Finance (JS, PW)`, `Head of SIAS (Jenny Newman)`."""
    found = names_of(cut(plain(bracket)[0])).names
    if not found or any(one.kind.type not in _PEOPLE for one in found):
        return ()
    return tuple(
        _Marked(
            Owner(one.name, one.kind.type or OwnerType.PERSON, one.lead or name.lead, name.name),
            one.support or name.support,
            one.before if number else name.before,
        )
        for number, one in enumerate(found)
    )


def _is_short_for(short: str, name: str) -> bool:
    """Tell whether capitals are the first letters of a name: `JS` of Jeff Smith, `CSF` of Children, Schools, Families."""
    letters = "".join(word[0] for word in re.findall(r"[^\W\d_]+", name) if word[0].isupper())
    return short.replace(".", "").replace(" ", "") == letters


def _led(marked: list[_Marked]) -> list[_Marked]:
    """Mark those before `with` as lead where no other mark says so, and the one whom all the others support."""
    if any(one.owner.lead for one in marked):
        return marked
    supported = [one.support or one.before == "with" for one in marked]
    first = supported.index(True) if True in supported else 0
    if first == 0:
        return marked
    return [
        replace(one, owner=replace(one.owner, lead=True)) if number < first else one
        for number, one in enumerate(marked)
    ]


def first_name_only(owner: Owner) -> bool:
    """Tell whether the owner is a person by one name alone, as `Jeff` is."""
    return owner.type is OwnerType.PERSON and len(_without_titles(owner.name)) == 1 and not _is_titled(owner.name)


def _is_titled(name: str) -> bool:
    return fold(name).split()[:1] != _without_titles(name)[:1]


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
