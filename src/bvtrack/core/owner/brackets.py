"""Reads what stands in brackets beside an owner: a lead, a post, a tenure, the people of a team, or part of a title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bvtrack.core.owner import posts
from bvtrack.core.owner.names import names_of
from bvtrack.core.owner.naming import PEOPLE, OwnerType, fold, kind_of
from bvtrack.core.owner.parts import cut
from bvtrack.core.owner.plain import plain
from bvtrack.core.owner.tokens import has_letter, is_date, tokens_of

if TYPE_CHECKING:
    from bvtrack.core.owner.marks import Name


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
            name = name if named else name._replace(name=f"{name.name} ({' '.join(bracket.split())})")
    return people or (name,)


def _marked(name: Name, bracket: str) -> Name | None:
    """Read a bracket that says how the owner stands to the action; None where it says something else."""
    phrase = fold(bracket)
    if phrase in posts.LEADS:
        return name._replace(lead=True)
    if phrase in posts.SUPPORTS:
        return name._replace(support=True)
    if phrase in posts.VACANT:
        return _noted(name, "the post is vacant")
    first = phrase.partition(" ")[0]
    open_end = not phrase or phrase in posts.NOBODY | posts.SOMEBODY_ELSE or first in posts.TENURES
    aside = phrase in posts.STATUSES or not has_letter(bracket)
    if not (open_end or aside or is_date(bracket)):
        return None
    return _noted(name, f"in brackets: {bracket}")._replace(doubt=name.doubt or open_end or not aside)


def _noted(name: Name, note: str) -> Name:
    return name._replace(notes=(*name.notes, note))


def _placed(name: Name, bracket: str) -> Name:
    """Read a bracket beside a person: a post (`Head of SIAS`), the person's own initials, or something to note."""
    pieces = [piece.strip() for piece in bracket.split(",")]
    rest = _after_lead(", ".join(piece for piece in pieces if fold(piece) not in posts.LEADS))
    name = name._replace(lead=name.lead or rest != bracket)
    kind = kind_of(rest)
    if _is_short_for(rest, name.name):
        return name
    if kind.type not in PEOPLE and kind.type is not None:
        return name._replace(post=rest)
    post = rest if kind.type is OwnerType.INITIALS else name.post
    return _noted(name, f"in brackets: {bracket}")._replace(
        post=post, doubt=name.doubt or kind.type is not None or "?" in bracket
    )


def _after_lead(bracket: str) -> str:
    """Give what a bracket says after a mark of the lead: `Lead, Head of SIAS`, `lead officer: SIAS`."""
    words = tokens_of(bracket)
    if not words or words[0].word != "lead":
        return bracket
    marked = next((word for word in words[1:2] if word.word in {"officer", "person"}), words[0])
    return bracket[marked.end :].lstrip(" :,–-")


def _people_in(bracket: str, name: Name) -> tuple[Name, ...]:
    """Read the people a bracket names for a post or a team: `Finance (JS, PW)`, `Head of SIAS (Jenny Newman)`."""
    found = names_of(cut(plain(bracket)[0])).names
    if not found or any(one.kind.type not in PEOPLE for one in found):
        return ()
    inner = tuple(one for person in found for one in opened(person))
    first = (inner[0]._replace(before=name.before), *inner[1:])
    return tuple(
        one._replace(
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
    letters = "".join(name[token.start] for token in tokens_of(name) if name[token.start].isupper())
    return short.replace(".", "").replace(" ", "") == letters
