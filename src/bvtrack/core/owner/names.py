"""Puts the parts of a cell of owners together again: a title's own commas, a surname first, a post beside a person."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bvtrack.core.owner import posts
from bvtrack.core.owner.marks import Name, Names, marks_of
from bvtrack.core.owner.naming import PEOPLE, TITLED, Kind, OwnerType, fold, kind_of

if TYPE_CHECKING:
    from bvtrack.core.owner.parts import Cell

_PLACED: Final = frozenset({"council", "authority"})
_SOFT: Final = frozenset({"gap", "comma", "slash", "line", "and", "oxford"})


def names_of(cell: Cell) -> Names:
    """Find the names of a cell."""
    marked = marks_of(cell)
    names = _joined(cell.text, marked.names)
    for step in (_surnames_first, _services, _appositions, _led_jointly):
        names = step(cell.text, names)
    return marked._replace(names=tuple(names), doubt=marked.doubt or cell.dangling)


def _joined(cell: str, names: tuple[Name, ...]) -> list[Name]:
    """Join the parts of one title: `Director of Children` + `Schools` + `Families`, `Policy` + `Performance Team`."""
    joined: list[Name] = []
    for name in names:
        last = joined[-1] if joined else None
        if last is None:
            joined.append(name)
        elif _goes_on(last, name):
            wary = name.before in {"slash", "line"} and not _broken_off(last, name)
            body = last.kind.type is OwnerType.PERSON and name.kind.headed
            kind = name.kind if body else _whole_kind(last, name)
            joined[-1] = _together(cell, last, name, kind, doubt=last.doubt or wary)
        elif last.kind.bare and _ends_title(name) and not last.kind.type is name.kind.type is OwnerType.GROUP:
            first = _first_of_run(joined)
            doubt = name.before == "slash" or name.doubt
            joined[first:] = [_together(cell, joined[first], name, name.kind, doubt=doubt)]
        else:
            joined.append(_apart(last, name))
    return joined


def _whole_kind(last: Name, name: Name) -> Kind:
    """Give the kind of a title that goes on; one that makes sense only as a whole is read as a whole."""
    return kind_of(f"{last.name} {name.name}") if last.kind.type is None else last.kind._replace(open=True)


def _ends_title(name: Name) -> bool:
    """Tell whether a part ends a title that words of services before it began: `… and Wellbeing Manager`."""
    noun = fold(name.name) in posts.TEAM_NOUNS | posts.SERVICE_NOUNS
    if name.before == "line" and (name.kind.type is OwnerType.ROLE or noun):
        return not name.kind.open
    return name.kind.headed and name.before in {"and", "oxford", "slash", "line"}


def _apart(last: Name, name: Name) -> Name:
    """Keep a name apart from the one before it, with doubt where it might be the end of that one's title."""
    single = " " not in name.name and name.kind.type is OwnerType.PERSON and fold(name.name) not in posts.FIRST_NAMES
    short = name.kind.type in {OwnerType.TEAM, OwnerType.BODY} and " " not in name.name
    tail = last.kind.open and not last.brackets and name.before in _SOFT and (single or short)
    stray = name.before == "gap" or (last.kind.bare and name.kind.headed and name.before == "comma")
    return name._replace(doubt=name.doubt or tail or stray)


def _goes_on(last: Name, name: Name) -> bool:
    """Tell whether a part is the continuation of the name before it."""
    if name.before == "gap":
        return not (name.kind.type in PEOPLE and last.kind.type in PEOPLE)
    return name.before in _SOFT | {"dash"} and (
        _broken_off(last, name) or _is_subject(last, name) or _is_one_person(last, name) or _is_one_body(last, name)
    )


def _is_subject(last: Name, name: Name) -> bool:
    """Tell whether a part says what a title is of: `Director of Children` + `Schools`, `AD` + `Finance`."""
    if last.brackets:
        return False
    team = name.kind.type is OwnerType.TEAM
    alone = fold(last.name) in posts.SUBJECT_ROLES and " " not in name.name
    subject = name.kind.bare or (team and (alone or _last_word(name) in posts.SERVICE_NOUNS))
    if last.kind.open and last.kind.type in TITLED:
        serves = fold(last.name).split()[0] in posts.COLLECTIVE_ROLES
        return subject or (serves and name.kind.headed and name.kind.type is OwnerType.BODY)
    beside = name.before == "dash" or (name.before == "comma" and _last_word(last) in posts.SUBJECT_ROLES)
    return subject and beside and last.kind.type is OwnerType.ROLE


def _is_one_person(last: Name, name: Name) -> bool:
    """Tell whether a part is the rest of a person: `Mr` + `Mrs Smith`, `David Blunkett` + `MP`, `Jeff` over `Smith`."""
    if name.before == "and":
        return fold(last.name) in posts.TITLES
    if last.kind.type is not OwnerType.PERSON:
        return False
    if name.before == "comma":
        return fold(name.name) in posts.SUFFIXES
    single = name.before == "line" and name.kind.type is OwnerType.PERSON and " " not in last.name + name.name
    return single and fold(last.name) in posts.FIRST_NAMES and fold(name.name) not in posts.FIRST_NAMES


def _is_one_body(last: Name, name: Name) -> bool:
    """Tell whether a part ends a body called by two places (`Brighton` + `Hove City Council`), or a team."""
    if name.before == "dash":
        return last.kind.type is name.kind.type is OwnerType.TEAM
    place = last.kind.type is OwnerType.PERSON and " " not in last.name and fold(last.name) not in posts.FIRST_NAMES
    return place and name.before == "and" and name.kind.headed and _last_word(name) in _PLACED


def _last_word(name: Name) -> str:
    return fold(name.name).rpartition(" ")[2]


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


def _together(cell: str, first: Name, last: Name, kind: Kind, *, doubt: bool) -> Name:
    """Make one name of two and of what stands between them."""
    return first._replace(
        end=last.end,
        name=" ".join(cell[first.start : last.end].split()),
        kind=kind,
        brackets=last.brackets,
        lead=first.lead or last.lead,
        support=first.support or last.support,
        doubt=doubt,
        comma=last.before == "comma" and first.kind.open,
        marked=first.marked or last.marked,
    )


def _surnames_first(cell: str, names: list[Name]) -> list[Name]:
    """Put `Smith` and `J` together where a comma turns a name round; with a first name (`Smith, John`) in doubt."""
    pairs = [_is_turned(names[place], names[place + 1]) for place in range(len(names) - 1)] + [False]
    evenly = len(names) % 2 == 0 and all(pairs[::2])
    listed = evenly and len(names) > 2 and all(name.before in {"semicolon", "line"} for name in names[2::2])
    turned: list[Name] = []
    place = 0
    while place < len(names):
        name = names[place]
        given = names[place + 1] if pairs[place] else None
        if given is None:
            turned.append(name)
        elif len(fold(given.name)) == 1 or evenly:
            capitals = name.name.isupper() and not given.name.isupper()
            sure = len(fold(given.name)) == 1 or capitals or listed
            kind = Kind(OwnerType.PERSON, sure=sure)
            turned.append(_together(cell, name, given, kind, doubt=not sure))
            place += 1
        else:
            turned.append(name._replace(doubt=True))
        place += 1
    return turned


def _is_turned(surname: Name, given: Name) -> bool:
    own = [word for word in fold(surname.name).split() if word not in posts.PARTICLES]
    alone = len(own) == 1 and fold(surname.name) not in posts.FIRST_NAMES
    if given.before != "comma" or not alone or surname.kind.type not in {OwnerType.PERSON, OwnerType.TEAM}:
        return False
    if surname.kind.bare or len(surname.name) < 2 or fold(surname.name) in posts.TEAM_WORDS:
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
            decided.append(_together(cell, run[0], run[-1], kind, doubt=any(name.doubt for name in run)))
        else:
            told = not joint or any(word in posts.ABBREVIATED_FUNCTIONS for word in words)
            decided.extend(name._replace(doubt=name.doubt or not told) for name in run)
        place = stop
    return decided


def _in_post(person: Name, post: Name) -> Name:
    """Give the person the post, with what its brackets say of it; a mark of lead beside the post is the person's."""
    leads = [bracket for bracket in post.brackets if fold(bracket) in posts.LEADS]
    title = " ".join([post.name, *(f"({bracket})" for bracket in post.brackets if bracket not in leads)])
    return person._replace(post=title, lead=person.lead or post.lead or bool(leads))


def _appositions(_cell: str, names: list[Name]) -> list[Name]:
    """Give a person the post that stands beside the name: `Jeff Smith, Head of Finance`, `Finance – Jeff Smith`."""
    placed: list[Name] = []
    for place, name in enumerate(names):
        last = placed[-1] if placed else None
        after = names[place + 1].before if place + 1 < len(names) else ""
        if last is None or last.post is not None or name.before not in {"comma", "dash", "line"}:
            placed.append(name)
        elif last.kind.type in PEOPLE and name.kind.type is OwnerType.ROLE:
            doubt = last.doubt or name.doubt or name.before == "line" or after == "and"
            placed[-1] = _in_post(last, name)._replace(doubt=doubt)
        elif last.kind.type in PEOPLE and name.kind.type in TITLED and name.before == "dash":
            placed[-1] = _in_post(last, name)
        elif last.kind.type in TITLED and name.kind.type in PEOPLE and name.before == "dash":
            placed[-1] = _in_post(name, last)._replace(before=last.before)
        else:
            beside = (last.kind.type in PEOPLE) != (name.kind.type in PEOPLE) and name.before != "line"
            unsure = name.before == "dash" or (beside and len(names) == 2)
            placed.append(name._replace(doubt=name.doubt or unsure))
    return placed


def _led_jointly(_cell: str, names: list[Name]) -> list[Name]:
    """Let all lead whom one mark calls leads: `Gill Jones & Jenny Newman (joint leads)`."""
    led = list(names)
    joint = False
    for place in reversed(range(len(led))):
        joint = joint or any(fold(bracket) in posts.JOINT_LEADS for bracket in led[place].brackets)
        led[place] = led[place]._replace(lead=led[place].lead or joint)
        joint = joint and led[place].before in _SOFT
    return led
