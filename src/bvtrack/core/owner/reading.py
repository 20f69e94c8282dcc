"""Reads who a printed cell names as owners, told apart without a guess.

The grammar is closed: separators, marks of a lead, and the words of `posts`. What names nobody gives no owner; what
could be read in two ways is read in the likelier one and flagged ambiguous.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from bvtrack.core.owner import posts
from bvtrack.core.owner.brackets import opened
from bvtrack.core.owner.names import names_of
from bvtrack.core.owner.naming import OwnerType, fold
from bvtrack.core.owner.parts import cut
from bvtrack.core.owner.plain import plain
from bvtrack.core.owner.tokens import has_letter, is_date, is_figure

if TYPE_CHECKING:
    from bvtrack.core.owner.marks import Name

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
    doubts += [f"breaks off: {name.name}" for name in names if posts.CONNECTORS & set(fold(name.name).split()[-1:])]
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
