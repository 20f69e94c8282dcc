"""Puts the parts of a cell of owners together again: a title's own commas, a surname first, a post beside a person."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from bvtrack.core import posts
from bvtrack.core.naming import Kind, OwnerType, fold, is_service_word, kind_of

if TYPE_CHECKING:
    from bvtrack.core.owner_parts import Cell, Part

_LEAD_BEFORE: Final = re.compile(
    r"(?:joint |co-)?lead(?: officer| person| member)?(?:s| by)? (?=\S)|led by ", re.IGNORECASE
)
_LEAD_AFTER: Final = re.compile(r"(?: is)?(?: to lead| as lead| lead| leads| leading)$", re.IGNORECASE)
_SUPPORT_AFTER: Final = re.compile(r"(?: to (?:support|assist)| supporting| assisting| in support)$", re.IGNORECASE)
_SOFT: Final = frozenset({"gap", "comma", "slash", "line", "and", "oxford"})
_PEOPLE: Final = frozenset({OwnerType.PERSON, OwnerType.INITIALS})
_TITLED: Final = frozenset({OwnerType.ROLE, OwnerType.TEAM, OwnerType.BODY, OwnerType.GROUP})


@dataclass(frozen=True, slots=True)
class Name:
    """One owner in the making: its place in the cell, its kind, and what the cell says about it.

    `before` is the separator in front of it. `lead` and `support` are what marks beside it say; `doubt` that a reader
    would ask about it; `comma` that a comma alone holds its title together so far.
    """

    before: str
    start: int
    end: int
    name: str
    kind: Kind
    brackets: tuple[str, ...] = ()
    lead: bool = False
    support: bool = False
    post: str | None = None
    doubt: bool = False
    comma: bool = False
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Names:
    """The names of a cell in their order, whether the cell leaves something open, and what is worth saying of it."""

    names: tuple[Name, ...]
    doubt: bool
    notes: tuple[str, ...]


def names_of(cell: Cell) -> Names:
    """Find the names of a cell."""
    marked = _marks(cell)
    names = _joined(cell.text, marked.names)
    for step in (_surnames_first, _services, _appositions):
        names = step(cell.text, names)
    return replace(marked, names=tuple(names), doubt=marked.doubt or cell.dangling)


def _marks(cell: Cell) -> Names:
    """Take labels, marks of lead and support, and what stands for nobody out of the parts."""
    names: list[Name] = []
    notes: list[str] = []
    label: Part | None = None
    doubt = False
    for place, part in enumerate(cell.parts):
        after = cell.parts[place + 1].before if place + 1 < len(cell.parts) else ""
        phrase = fold(part.name)
        if after == "colon" or (after == "dash" and phrase in posts.LEADS | posts.SUPPORTS | posts.WHO_CALLS):
            label = part
            continue
        if part.before in {"semicolon", "line"}:
            label = None
        doubt |= part.before in {"or", "then"}
        aside = names and not part.brackets
        if aside and phrase in posts.LEADS and kind_of(names[-1].name).type is not None:
            names[-1] = replace(names[-1], lead=True)
        elif aside and phrase in posts.SUPPORTS:
            names[-1] = replace(names[-1], support=True)
        elif phrase in posts.NOBODY and (len(cell.parts) > 1 or part.brackets):
            vacant = phrase in posts.VACANT
            notes.append("the post is vacant" if vacant else "somebody is still to be named")
            doubt |= not vacant
        elif phrase in posts.SOMEBODY_ELSE and names:
            notes.append("others are meant who are not named")
            doubt = True
        elif phrase in posts.STATUSES and names:
            notes.append(part.name)
        else:
            names.extend(_name(piece, label) for piece in _unspaced(part))
            doubt |= label is not None and _label_kind(label) is None
    return Names(tuple(names), doubt, tuple(dict.fromkeys(notes)))


def _label_kind(label: Part) -> str | None:
    """Tell what a label makes of the names after it: `lead`, `support`, `none` or `post`; None where it is not known."""
    phrase = fold(label.name)
    for marks, role in ((posts.LEADS, "lead"), (posts.SUPPORTS, "support"), (posts.WHO_CALLS, "none")):
        if phrase in marks:
            return role
    return "post" if kind_of(label.name).type in _TITLED else None


def _unspaced(part: Part) -> list[Part]:
    """Cut a person and a post that stand side by side (`Jeff Smith Head of SIAS`), two people, or two initials."""
    words = part.name.split()
    folded = [fold(word) for word in words]
    if not 2 <= len(words) <= 12 or _LEAD_AFTER.search(part.name):
        return [part]
    for place in range(1, len(words)):
        left, right = kind_of(" ".join(words[:place])), kind_of(" ".join(words[place:]))
        begins = folded[place] in posts.FIRST_NAMES or folded[place] in posts.TITLES
        people = left.type is right.type is OwnerType.PERSON and place > 1 and len(words) - place > 1
        initials = left.type is right.type is OwnerType.INITIALS and left.sure and right.sure
        post_after = (
            left.type is OwnerType.PERSON
            and (folded[0] in posts.FIRST_NAMES - posts.SERVICE_WORDS or folded[0] in posts.TITLES)
            and right.type is OwnerType.ROLE
            and (place > 1 or folded[1] in posts.ROLE_NOUNS)
            and not any(is_service_word(word) for word in folded[:place])
        )
        post_before = (
            left.type is OwnerType.ROLE
            and right.type is OwnerType.PERSON
            and begins
            and len(words) - place > 1
            and not any(is_service_word(word) for word in folded[place:])
        )
        if post_after or post_before or (initials and min(map(len, folded)) > 1) or (people and begins):
            first, second = " ".join(words[:place]), " ".join(words[place:])
            return [
                replace(part, end=part.start, name=first, brackets=(), queried=True),
                replace(
                    part,
                    before="gap" if initials or people else "dash",
                    start=part.end - len(second),
                    name=second,
                ),
            ]
    return [part]


def _name(part: Part, label: Part | None) -> Name:
    """Make a name of a part, under its label, without words such as `to lead` beside it."""
    start, end = part.start, part.end
    text = part.name
    lead = support = False
    ahead, behind, helping = _LEAD_BEFORE.match(text), _LEAD_AFTER.search(text), _SUPPORT_AFTER.search(text)
    if ahead and kind_of(text[ahead.end() :]).type in _PEOPLE:
        start, text, lead = start + ahead.end(), text[ahead.end() :], True
    elif behind and kind_of(text[: behind.start()]).type in _PEOPLE:
        end, text, lead = end - len(behind[0]), text[: behind.start()], True
    elif helping and kind_of(text[: helping.start()]).type is not None:
        end, text, support = end - len(helping[0]), text[: helping.start()], True
    role = None if label is None else _label_kind(label)
    kind = kind_of(text)
    return Name(
        "semicolon" if part.before == "colon" else part.before,
        start,
        end,
        text,
        kind,
        part.brackets,
        lead or role == "lead",
        support or role == "support",
        label.name if label is not None and role == "post" else None,
        part.queried or not kind.sure,
        marked=part.marked,
    )


def _joined(cell: str, names: tuple[Name, ...]) -> list[Name]:
    """Join the parts of one title: `Director of Children` + `Schools` + `Families`, `Policy` + `Performance Team`."""
    joined: list[Name] = []
    for name in names:
        if not joined:
            joined.append(name)
            continue
        last = joined[-1]
        if _goes_on(last, name):
            wary = name.before in {"slash", "line"} and not _broken_off(last, name)
            joined[-1] = _together(
                cell,
                last,
                name,
                replace(last.kind, open=True),
                doubt=last.doubt or wary,
                comma=name.before == "comma" and last.kind.open,
            )
        elif name.kind.headed and last.kind.bare and name.before in {"and", "oxford", "slash", "line"}:
            first = _first_of_run(joined)
            joined[first:] = [
                _together(cell, joined[first], name, name.kind, doubt=name.before == "slash" or name.doubt, comma=False)
            ]
        else:
            joined.append(_apart(last, name))
    return joined


def _apart(last: Name, name: Name) -> Name:
    """Keep a name apart from the one before it, with doubt where it might be the end of that one's title."""
    single = " " not in name.name and name.kind.type is OwnerType.PERSON and fold(name.name) not in posts.FIRST_NAMES
    short = name.kind.type in {OwnerType.TEAM, OwnerType.BODY} and " " not in name.name
    tail = last.kind.open and name.before in _SOFT and (single or short)
    stray = name.before == "gap" or (last.kind.bare and name.kind.headed and name.before == "comma")
    return replace(name, doubt=name.doubt or tail or stray)


def _goes_on(last: Name, name: Name) -> bool:
    """Tell whether a part is the continuation of the title before it."""
    if name.before not in _SOFT | {"dash"}:
        return False
    if _broken_off(last, name):
        return True
    words = fold(name.name).split()
    subject = name.kind.bare or (name.kind.type is OwnerType.TEAM and words[-1] in posts.SERVICE_NOUNS)
    titles = fold(last.name).split()
    if name.before == "gap":
        return not (name.kind.type in _PEOPLE and last.kind.type in _PEOPLE)
    if name.before == "comma" and name.name.strip(".").lower() in posts.SUFFIXES and last.kind.type is OwnerType.PERSON:
        return True
    if last.kind.open and last.kind.type in _TITLED:
        chairs = name.kind.headed and name.kind.type is OwnerType.BODY and titles[0] in posts.COLLECTIVE_ROLES
        return subject or chairs
    if last.kind.type is OwnerType.ROLE and titles[-1] in posts.SUBJECT_ROLES:
        return subject and name.before in {"comma", "dash"}
    if (
        name.before == "line"
        and last.kind.type is name.kind.type is OwnerType.PERSON
        and len(titles) == len(words) == 1
    ):
        return titles[0] in posts.FIRST_NAMES and words[0] not in posts.FIRST_NAMES
    return name.before == "dash" and last.kind.type is name.kind.type is OwnerType.TEAM


def _broken_off(last: Name, name: Name) -> bool:
    """Tell whether a title stops in the middle (`Head of`), or a part begins there (`for Education`)."""
    ends, begins = fold(last.name).split(), fold(name.name).split()
    return bool(ends and begins) and (ends[-1] in posts.CONNECTORS or begins[0] in posts.CONNECTORS)


def _first_of_run(names: list[Name]) -> int:
    """Find where the words of services at the end of the list begin that hang together."""
    first = len(names) - 1
    while first and names[first - 1].kind.bare and names[first].before in _SOFT:
        first -= 1
    return first


def _together(cell: str, first: Name, last: Name, kind: Kind, *, doubt: bool, comma: bool) -> Name:
    """Make one name of two and of what stands between them."""
    text = " ".join(cell[first.start : last.end].split())
    kind = kind_of(text) if kind.type is None else kind
    return replace(
        first,
        end=last.end,
        name=text,
        kind=kind,
        brackets=last.brackets,
        lead=first.lead or last.lead,
        support=first.support or last.support,
        doubt=doubt or not kind.sure,
        comma=comma,
        marked=first.marked or last.marked,
    )


def _surnames_first(cell: str, names: list[Name]) -> list[Name]:
    """Put `Smith` and `J` together where a comma turns a name round; with a first name (`Smith, John`) in doubt."""
    pairs = [_is_turned(names[place], names[place + 1]) for place in range(len(names) - 1)] + [False]
    evenly = len(names) % 2 == 0 and all(pairs[::2])
    turned: list[Name] = []
    place = 0
    while place < len(names):
        name = names[place]
        given = names[place + 1] if pairs[place] else None
        if given is None:
            turned.append(name)
        elif len(fold(given.name)) == 1 or evenly:
            capitals = name.name.isupper() and not given.name.isupper()
            sure = len(fold(given.name)) == 1 or capitals
            kind = Kind(OwnerType.PERSON, sure=sure)
            turned.append(_together(cell, name, given, kind, doubt=not sure, comma=False))
            place += 1
        else:
            turned.append(replace(name, doubt=True))
        place += 1
    return turned


def _is_turned(surname: Name, given: Name) -> bool:
    alone = " " not in surname.name and fold(surname.name) not in posts.FIRST_NAMES
    if given.before != "comma" or not alone or surname.kind.type not in {OwnerType.PERSON, OwnerType.TEAM}:
        return False
    if surname.kind.bare or len(surname.name) < 3 or fold(surname.name) in posts.TEAM_WORDS:
        return False
    words = fold(given.name).split()
    return len(words) == 1 and (given.kind.type is OwnerType.INITIALS or words[0] in posts.FIRST_NAMES)


def _services(cell: str, names: list[Name]) -> list[Name]:
    """Decide whether words of services side by side are one department (`Planning and Environment`) or several."""
    decided: list[Name] = []
    place = 0
    while place < len(names):
        stop = place + 1
        while stop < len(names) and names[place].kind.bare and names[stop].kind.bare and names[stop].before in _SOFT:
            stop += 1
        run = names[place:stop]
        words = [fold(name.name) for name in run]
        joint = any(name.before in {"and", "oxford"} for name in run[1:])
        several = all(word in posts.FUNCTIONS for word in words)
        if len(run) > 1 and joint and not several:
            kind = Kind(OwnerType.TEAM, bare=True)
            decided.append(_together(cell, run[0], run[-1], kind, doubt=any(name.doubt for name in run), comma=False))
        else:
            told = not joint or any(word in posts.ABBREVIATED_FUNCTIONS for word in words)
            decided.extend(replace(name, doubt=name.doubt or not told) for name in run)
        place = stop
    return decided


def _appositions(_cell: str, names: list[Name]) -> list[Name]:
    """Give a person the post that stands beside the name: `Jeff Smith, Head of Finance`, `Finance – Jeff Smith`."""
    placed: list[Name] = []
    for place, name in enumerate(names):
        last = placed[-1] if placed else None
        after = names[place + 1].before if place + 1 < len(names) else ""
        if last is None or last.post is not None or name.before not in {"comma", "dash", "line"}:
            placed.append(name)
        elif last.kind.type in _PEOPLE and name.kind.type is OwnerType.ROLE:
            doubt = last.doubt or name.doubt or name.before == "line" or after == "and"
            placed[-1] = replace(
                last,
                post=name.name,
                doubt=doubt,
                brackets=(*last.brackets, *name.brackets),
                lead=last.lead or name.lead,
            )
        elif last.kind.type in _PEOPLE and name.kind.type in _TITLED and name.before == "dash":
            placed[-1] = replace(last, post=name.name, lead=last.lead or name.lead)
        elif last.kind.type in _TITLED and name.kind.type in _PEOPLE and name.before == "dash":
            placed[-1] = replace(name, before=last.before, post=last.name, lead=last.lead or name.lead)
        else:
            beside = (last.kind.type in _PEOPLE) != (name.kind.type in _PEOPLE) and name.before != "line"
            unsure = name.before == "dash" or (beside and len(names) == 2)
            placed.append(replace(name, doubt=name.doubt or unsure))
    return placed
