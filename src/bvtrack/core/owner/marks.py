"""Takes the marks out of a cell of owners: labels, `(lead)`, `to support`, `TBC`; what is left is names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from bvtrack.core.owner import posts
from bvtrack.core.owner.naming import PEOPLE, TITLED, Kind, OwnerType, fold, is_service_word, kind_of

if TYPE_CHECKING:
    from bvtrack.core.owner.parts import Cell, Part

_LEADING: Final = ("lead ", "leads ", "lead by ", "led by ", "lead officer ", "lead officers ", "lead person ")
_LEAD_BEFORE: Final = tuple(joint + lead for joint in ("", "joint ", "co-") for lead in _LEADING)
_LEAD_AFTER: Final = (" lead", " leads", " leading", " to lead", " as lead", " is lead", " is to lead", " is leading")
_JOINT_AFTER: Final = (" jointly", " together", " both")
_SUPPORT_BEFORE: Final = ("support ", "supporting ")
_SUPPORT_AFTER: Final = (" to support", " to assist", " supporting", " assisting", " in support")
_CALLS: Final = ("cllrs ", "cllrs. ", "councillors ", "messrs ", "messrs. ", "report of ", "report by ")
_CALLING: Final = (*_CALLS, "report of the ", "report by the ")
_CALLING_ONE: Final = ("both ", *(f"{phrase}{end}" for phrase in posts.WHO_CALLS for end in (" ", ". ")))
_MARKS: Final = posts.LEADS | posts.SUPPORTS
_JOINING: Final = frozenset({"gap", "comma", "slash", "line", "and", "oxford", "dash"})
_MOST_WORDS: Final = 12
_OTHERS: Final = "others are meant who are not named"
_TO_COME: Final = "somebody is still to be named"


class Name(NamedTuple):
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
    notes: tuple[str, ...] = ()


class Names(NamedTuple):
    """The names of a cell in their order, whether the cell leaves something open, and what is worth saying of it."""

    names: tuple[Name, ...]
    doubt: bool
    notes: tuple[str, ...]


def marks_of(cell: Cell) -> Names:
    """Take labels, marks of lead and support, and what stands for nobody out of the parts."""
    names: list[Name] = []
    notes: list[str] = []
    label: Part | None = None
    doubt = False
    parts = _labels_apart(cell.parts)
    for place, part in enumerate(parts):
        if place + 1 < len(parts) and _is_label(part, parts[place + 1]):
            label = part
            continue
        labelled = label is not None and parts[place - 1] is label
        before = part.before
        if label is not None and labelled:
            before = "semicolon" if label.before in _JOINING else label.before
        if not labelled and before in {"semicolon", "line"}:
            label = None
        doubt |= before in {"or", "then"}
        role = _role_of(part, names[-1] if names else None, alone=len(parts) == 1)
        if role == "name":
            names.extend(_name(piece, label) for piece in _unspaced(part._replace(before=before)))
            doubt |= label is not None and _label_kind(label) is None
        elif role in {"lead", "support"}:
            names[-1] = names[-1]._replace(lead=names[-1].lead or role == "lead", support=role == "support")
        else:
            notes.append(role)
            doubt |= role in {_OTHERS, _TO_COME}
    return Names(tuple(names), doubt, tuple(dict.fromkeys(notes)))


def _labels_apart(parts: tuple[Part, ...]) -> list[Part]:
    """Cut a person from the label that follows without a separator: `Lead: Jeff Smith Support: Gill Jones`."""
    apart: list[Part] = []
    for part, after in zip(parts, [*(part.before for part in parts), ""][1:], strict=True):
        named = part
        person, _, label = part.name.rpartition(" ")
        if after == "colon" and person and fold(label) in _MARKS and _begins_person(person):
            apart.append(part._replace(name=person, end=part.start + len(person)))
            named = part._replace(before="semicolon", name=label, start=part.end - len(label), brackets=())
        apart.append(named)
    return apart


def _is_label(part: Part, following: Part) -> bool:
    """Tell whether a part calls the names after it something; `Jeff Smith: lead` calls the person."""
    if following.before == "colon":
        return not (fold(following.name) in _MARKS and kind_of(part.name).type in PEOPLE)
    return following.before == "dash" and fold(part.name) in _MARKS | posts.WHO_CALLS


def _role_of(part: Part, last: Name | None, *, alone: bool) -> str:
    """Tell what a part does in its cell: `name`, `lead` or `support` of the name before it, or else what to note."""
    phrase = fold(part.name)
    if phrase in posts.NOBODY and (part.brackets or not alone):
        return "the post is vacant" if phrase in posts.VACANT else _TO_COME
    if last is None:
        return "name"
    if phrase in posts.SOMEBODY_ELSE | posts.STATUSES:
        return _OTHERS if phrase in posts.SOMEBODY_ELSE else part.name
    single = len(phrase) < 2 or part.brackets
    if phrase in posts.LEADS and not single and last.kind.type is not None:
        return "lead"
    return "support" if phrase in posts.SUPPORTS and not single else "name"


def _label_kind(label: Part) -> str | None:
    """Tell what a label makes of the names after it: `lead`, `support`, `none` or `post`; None if it is not known."""
    phrase = fold(label.name)
    for marks, role in ((posts.LEADS, "lead"), (posts.SUPPORTS, "support"), (posts.WHO_CALLS, "none")):
        if phrase in marks:
            return role
    return "post" if kind_of(label.name).type in TITLED else None


def _unspaced(part: Part) -> list[Part]:
    """Cut a person and a post that stand side by side (`Jeff Smith Head of SIAS`), two people, or two initials."""
    words = part.name.split()
    if not 2 <= len(words) <= _MOST_WORDS or _behind(part.name, _LEAD_AFTER) or _ahead(part.name, _LEAD_BEFORE):
        return [part]
    for place in range(1, len(words)):
        between = _between(words[:place], words[place:])
        if between is not None:
            second = " ".join(words[place:])
            return [
                part._replace(name=" ".join(words[:place]), brackets=(), queried=True),
                part._replace(before=between, start=part.end - len(second), name=second),
            ]
    return [part]


def _between(left: list[str], right: list[str]) -> str | None:
    """Tell what is missing between two runs of words: a dash between a person and a post, or all (`gap`)."""
    one, other = kind_of(" ".join(left)).type, kind_of(" ".join(right)).type
    folded = [fold(word) for word in left], [fold(word) for word in right]
    if one is other is OwnerType.INITIALS:
        return "gap" if min(len(word) for word in left + right) > 1 else None
    if min(len(left), len(right)) < 2 and OwnerType.ROLE not in {one, other}:
        return None
    begins = [
        words[0] in posts.TITLES or (words[0] in posts.FIRST_NAMES and not any(map(is_service_word, words)))
        for words in folded
    ]
    people = [type_ is OwnerType.PERSON and len(words) > 1 for type_, words in zip((one, other), folded, strict=True)]
    if all(people):
        return "gap" if begins[1] and folded[0][-1] not in posts.TITLES else None
    after = people[0] and begins[0] and other is OwnerType.ROLE
    return "dash" if after or (people[1] and begins[1] and one is OwnerType.ROLE) else None


def _name(part: Part, label: Part | None) -> Name:
    """Make a name of a part, under its label, without words such as `to lead` beside it."""
    start, end = part.start, part.end
    text = part.name
    calling, calling_one = _ahead(text, _CALLING), _ahead(text, _CALLING_ONE)
    if calling_one > calling and _begins_person(text[calling_one:]):
        calling = calling_one
    start, text = start + calling, text[calling:]
    ahead, behind, mark = _mark_beside(text)
    start, end, text = start + ahead, end - behind, text[ahead : len(text) - behind]
    role = None if label is None else _label_kind(label)
    kind = kind_of(text)
    if label is not None and role == "post" and kind.bare and kind_of(label.name).type is not OwnerType.GROUP:
        start, text, kind, role = label.start, f"{label.name}: {text}", kind_of(label.name), "none"
    return Name(
        part.before,
        start,
        end,
        text,
        kind,
        part.brackets,
        "lead" in {mark, role},
        "support" in {mark, role},
        label.name if label is not None and role == "post" else None,
        part.queried or not kind.sure,
        marked=part.marked,
    )


def _mark_beside(text: str) -> tuple[int, int, str]:
    """Count the letters of a mark before the name and of one after it, and tell which (`lead`, `support`)."""
    ahead = _ahead(text, _LEAD_BEFORE)
    if ahead and kind_of(text[ahead:]).type in PEOPLE:
        return ahead, 0, "lead"
    ahead = _ahead(text, _SUPPORT_BEFORE)
    if ahead and _begins_person(text[ahead:]):
        return ahead, 0, "support"
    behind = _behind(text, _LEAD_AFTER)
    if behind and _is_known_person(text[:-behind]):
        return 0, behind, "lead"
    behind = _behind(text, _SUPPORT_AFTER)
    if behind and kind_of(text[:-behind]).type is not None:
        return 0, behind, "support"
    behind = _behind(text, _JOINT_AFTER)
    return (0, behind, "joint") if behind and _begins_person(text[:-behind]) else (0, 0, "")


def _ahead(text: str, phrases: tuple[str, ...]) -> int:
    """Count the letters of the longest of the phrases that the text begins with."""
    folded = text.lower()
    found = folded.startswith(phrases)
    return max(len(phrase) for phrase in phrases if folded.startswith(phrase)) if found else 0


def _behind(text: str, phrases: tuple[str, ...]) -> int:
    """Count the letters of the longest of the phrases that the text ends with."""
    folded = text.lower()
    found = folded.endswith(phrases)
    return max(len(phrase) for phrase in phrases if folded.endswith(phrase)) if found else 0


def _begins_person(text: str) -> bool:
    """Tell whether the text is a person and begins as only names do: with a first name, a title, or initials."""
    type_ = kind_of(text).type
    first = fold(text).split()[:1]
    named = type_ is OwnerType.PERSON and (posts.FIRST_NAMES.issuperset(first) or posts.TITLES.issuperset(first))
    return named or type_ is OwnerType.INITIALS


def _is_known_person(text: str) -> bool:
    """Tell whether the text is a person for certain, and not a word nobody knows (`Theme leads`)."""
    type_ = kind_of(text).type
    known = " " in text or fold(text) in posts.FIRST_NAMES
    return type_ is OwnerType.INITIALS or (type_ is OwnerType.PERSON and known)
