"""Reads what stands in brackets beside an owner: a lead, a post, a tenure, the people of a team, or part of a title."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from bvtrack.core import posts
from bvtrack.core.naming import PEOPLE, OwnerType, fold, kind_of
from bvtrack.core.owner_names import names_of
from bvtrack.core.owner_parts import cut, is_date, plain

if TYPE_CHECKING:
    from bvtrack.core.owner_marks import Name

_LEAD: Final = re.compile(r"^lead\b[\s:,–-]*(?:(?:officer|person)\b[\s:,–-]*)?", re.IGNORECASE)
_LETTER: Final = re.compile(r"[^\W\d_]")


def opened(name: Name) -> tuple[Name, ...]:
    """Give the name with its brackets read; or the people in them, each with the name as the post."""
    people: tuple[Name, ...] = ()
    for bracket in name.brackets:
        marked = _marked(name, bracket)
        if marked is not None:
            name = marked
        elif name.kind.type in PEOPLE:
            name = _placed(name, bracket)
        else:
            named = () if _is_short_for(bracket, name.name) else _people_in(bracket, name)
            people = (*people, *named)
            name = name if named else replace(name, name=f"{name.name} ({bracket})")
    return people or (name,)


def _marked(name: Name, bracket: str) -> Name | None:
    """Read a bracket that says how the owner stands to the action; None where it says something else."""
    phrase = fold(bracket)
    if phrase in posts.LEADS:
        return replace(name, lead=True)
    if phrase in posts.SUPPORTS:
        return replace(name, support=True)
    if phrase in posts.VACANT:
        return _noted(name, "the post is vacant")
    first = phrase.partition(" ")[0]
    open_end = not phrase or phrase in posts.NOBODY | posts.SOMEBODY_ELSE or first in posts.TENURES
    aside = phrase in posts.STATUSES or not _LETTER.search(bracket)
    if not (open_end or aside or is_date(bracket)):
        return None
    return replace(_noted(name, f"in brackets: {bracket}"), doubt=name.doubt or open_end or not aside)


def _noted(name: Name, note: str) -> Name:
    return replace(name, notes=(*name.notes, note))


def _placed(name: Name, bracket: str) -> Name:
    """Read a bracket beside a person: a post (`Head of SIAS`), the person's own initials, or something to note."""
    rest = _LEAD.sub("", bracket)
    name = replace(name, lead=name.lead or rest != bracket)
    kind = kind_of(rest)
    if _is_short_for(rest, name.name):
        return name
    if kind.type not in PEOPLE and kind.type is not None:
        return replace(name, post=rest)
    post = rest if kind.type is OwnerType.INITIALS else name.post
    return replace(_noted(name, f"in brackets: {bracket}"), post=post, doubt=name.doubt or kind.type is not None)


def _people_in(bracket: str, name: Name) -> tuple[Name, ...]:
    """Read the people a bracket names for a post or a team: `Finance (JS, PW)`, `Head of SIAS (Jenny Newman)`."""
    found = names_of(cut(plain(bracket)[0])).names
    if not found or any(one.kind.type not in PEOPLE for one in found):
        return ()
    inner = tuple(one for person in found for one in opened(person))
    first = (replace(inner[0], before=name.before), *inner[1:])
    return tuple(
        replace(
            one,
            post=name.name,
            lead=one.lead or name.lead,
            support=one.support or name.support,
            doubt=one.doubt or name.doubt,
            marked=one.marked or name.marked,
            notes=(*name.notes, *one.notes),
        )
        for one in first
    )


def _is_short_for(short: str, name: str) -> bool:
    """Tell whether capitals are the first letters of a name: `JS` of Jeff Smith, `CSF` of Children, Schools etc."""
    letters = "".join(word[0] for word in re.findall(r"[^\W\d_]+", name) if word[0].isupper())
    return short.replace(".", "").replace(" ", "") == letters
