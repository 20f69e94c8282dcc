"""A text as figures with words before, between and after them, put together into one reading."""

import re
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from bvtrack.core.money.characters import LETTERS
from bvtrack.core.money.figure import Figure, Span, read_figure
from bvtrack.core.money.phrases import joint_last, joint_of
from bvtrack.core.money.value import Money, MoneyKind, queried, refused
from bvtrack.core.money.words import Words, after, before, trimmed

_DIRECTIONS = {"up": 1, "added": 1, "down": -1}
_BOUNDS = {"minimum": MoneyKind.MINIMUM, "maximum": MoneyKind.MAXIMUM}
_OFTEN = {"per_annum", "one_off", "recurring", "ongoing"}
_THOUSAND = 100_000  # what a bare 1 under `£'000` is worth in pence
_ONE_SIZE = 10  # how many times the second figure of a range the first may be, and still share its scale
# What follows a figure that is not whole: at once, or after a space where the figure ends in a digit.
_STOPS = frozenset(".,'·")
_TEARING = _STOPS | frozenset(":_mbtMBT")
_BROKEN_OFF = r"[:_][0-9]|[.,'·](?:[0-9]|(?:k|m|bn|p)(?![a-z]))|(?:mil|bil|tril|thous)"
_TORN_OFF = r"[.,'·] (?:[0-9]{3}|[0-9]*(?:k|m|bn|p))(?![a-z0-9])"
_PAIRS = {"between", "moved", "spread"}


class Term(NamedTuple):
    """A figure and what the words at its sides say of it."""

    figure: Figure
    effects: frozenset[str] = frozenset()
    notes: tuple[str, ...] = ()
    query: bool = False


class Sentence(NamedTuple):
    """The terms of a text, the joints between them (effect and print), and the words no table knows."""

    terms: tuple[Term, ...]
    joints: tuple[tuple[str, str], ...]
    left: tuple[str, ...]


def read_sentence(plain: str, lifted: list[Span], heading: int | None, *, loose: bool) -> Money | None:
    """Read folded text by its lifted figures; None where a word or joint is not known.

    `loose`: words that are not known are kept as a queried note, which is for figures that a £ marks as money.
    """
    if not lifted:
        return None
    printed_figures, gaps = _apart(plain, lifted)
    if any(_broken_off(figure, gap.lstrip()) for figure, gap in zip(printed_figures, gaps[1:], strict=True)):
        return refused(plain, "malformed", "a broken figure")
    sterling = any(read_figure(text, heading).stated for text in printed_figures)
    figures = [read_figure(text, heading, sterling=sterling) for text in printed_figures]
    sentence = _sentence(figures, gaps)
    if not loose and _astray(sentence):
        return None
    if sentence.left and (not loose or any(not re.search("[A-Za-z0-9]", words) for words in sentence.left)):
        return None
    reading = _one(sentence.terms[0]) if len(figures) == 1 else _several(sentence, heading, sterling=sterling)
    if reading is None or not sentence.left:
        return reading
    beside = "; ".join(trimmed(words) for words in sentence.left)
    note = "; ".join(words for words in (reading.note, beside) if words)
    return replace(reading, query=True, note=note)


def _apart(plain: str, lifted: list[Span]) -> tuple[list[str], list[str]]:
    """The printed figures and the words around them; a minus right after a figure is a dash between two."""
    figures: list[str] = []
    gaps: list[str] = []
    end = 0
    for match in lifted:
        gap, figure = plain[end : match.start], match.text
        if figures and not gap.strip() and figure[0] == "-" and figures[-1][0] not in "-(":
            gap, figure = " -", figure.lstrip("- ")
        figures.append(figure)
        gaps.append(gap)
        end = match.end
    return figures, [*gaps, plain[end:]]


def _broken_off(figure: str, gap: str) -> bool:
    """Whether a piece of the figure stands in the gap after it: `£1.` and `5m`, `£1,` and `34`."""
    if gap[:1] in _TEARING and re.match(_BROKEN_OFF, gap, LETTERS):
        return True
    return figure[-1:].isdigit() and gap[:1] in _STOPS and bool(re.match(_TORN_OFF, gap, LETTERS))


def _sentence(figures: list[Figure], gaps: list[str]) -> Sentence:
    """Give every figure the words at its sides, and name the joints."""
    heads, tails, joints, left = [before(gaps[0], first=True)], [], [], []
    left += [heads[0].left]
    for gap in gaps[1:-1]:
        tail, effect, head = _between(gap)
        joints.append((effect, gap))
        left += [tail.left]
        heads.append(head)
        tails.append(tail)
    tails.append(after(gaps[-1], last=True))
    left += [tails[-1].left]
    terms = tuple(
        Term(figure, frozenset(head.effects + tail.effects), head.notes + tail.notes, head.query or tail.query)
        for figure, head, tail in zip(figures, heads, tails, strict=True)
    )
    return Sentence(terms, tuple(joints), tuple(words for words in left if words))


def _between(gap: str) -> tuple[Words, str, Words]:
    """The words after one figure, the effect of the joint, and the words before the next figure."""
    effect = joint_of(gap)
    if effect:
        return Words(), effect, Words()
    head = Words(left=gap) if joint_last(gap) else before(gap, first=False)
    joint = joint_last(head.left)
    tail = after(head.left[: joint.start].rstrip() if joint else head.left, last=False)
    if joint and (not tail.left or joint.effect != "range"):
        return tail, joint.effect, head
    effect = joint_of(tail.left)
    return (tail._replace(left=""), effect, head) if effect else (tail, "", head)


def _one(term: Term) -> Money:
    """The reading of a single figure with its words."""
    figure, effects = term.figure, term.effects
    if figure.refused:
        return refused(figure.text, *figure.refused)
    negative = "negative" in effects
    pence = -(figure.pence or 0) if negative else (figure.pence or 0)
    doubts = list(figure.doubts)
    kind, low, high = MoneyKind.AMOUNT, None, None
    bounds = [bound for bound in _BOUNDS if bound in effects]
    direction = next((_DIRECTIONS[word] for word in _DIRECTIONS if word in effects), 0)
    if "approximate" in effects:
        kind = MoneyKind.APPROXIMATE
        doubts += ["approximate, and a bound"] if bounds else []
    if "start" in effects:
        bounds.append("minimum")
        doubts.append("from: perhaps a minimum")
    if direction:
        kind, pence = MoneyKind.CHANGE, direction * abs(pence)
        doubts += ["a sign and a direction"] if (figure.pence or 0) < 0 else []
        doubts += ["a change, and a bound"] if bounds else []
    elif bounds:
        kind = _BOUNDS[bounds[0]]
    low = pence if "minimum" in bounds else None
    high = pence if "maximum" in bounds else None
    if len(set(bounds)) > 1:
        kind, low, high = MoneyKind.AMOUNT, None, None
        doubts.append("both a minimum and a maximum")
    doubts += ["a sign, and words that may mean one"] if "purpose" in effects and (figure.pence or 0) < 0 else []
    doubts += ["negative twice"] if negative and (figure.pence or 0) < 0 else []
    doubts += ["one figure where two belong"] if effects & _PAIRS else []
    note = "; ".join(term.notes) or None
    reading = Money(figure.text, kind, pence, low, high, figure.place, figure.scale, query=term.query, note=note)
    return queried(reading, *doubts)


def _several(sentence: Sentence, heading: int | None, *, sterling: bool) -> Money | None:
    """The reading of two or more figures by the joints between them."""
    terms, effects = sentence.terms, [effect for effect, _ in sentence.joints]
    if any(
        _space_inside(first, second, joint)
        for (first, second), joint in zip(pairwise(terms), sentence.joints, strict=True)
    ):
        return refused("", "malformed", "a space inside a figure")
    if len(terms) == 2:
        pair = _pair(terms[0], terms[1], sentence.joints[0], heading, sterling=sterling)
        if pair:
            return pair
    broken = next((term.figure.refused for term in terms if term.figure.refused), None)
    if broken:
        return refused("", *broken)
    if set(effects) <= {"sum", "less"} or (set(effects[:-1]) == {"sum"} and effects[-1] == "equals"):
        return _sum(terms, effects)
    if any(
        joint.strip() == "/" and _bare(second.figure)
        for (_, joint), second in zip(sentence.joints, terms[1:], strict=True)
    ):
        return None
    return _list(terms, sentence.joints)


def _astray(sentence: Sentence) -> bool:
    """Whether a bare number beside amounts in £ is more likely a year or a count than money."""
    bare = [term for term in sentence.terms if _bare(term.figure)]
    year = any(re.fullmatch("(?:19|20)[0-9]{2}", term.figure.number) for term in bare)
    joined = len(sentence.terms) == 2 or all(effect == "list" for effect, _ in sentence.joints)
    return 0 < len(bare) < len(sentence.terms) and (year or not joined)


def _bare(figure: Figure) -> bool:
    return not figure.stated and not figure.scale


def _space_inside(first: Term, second: Term, joint: tuple[str, str]) -> bool:
    """Whether two figures may be one, its last three digits torn off: `1, 346`."""
    torn = re.fullmatch("[0-9]{3}", second.figure.number) and not second.figure.stated and not first.figure.scale
    return bool(torn) and joint[1].strip() in {"", ","} and not second.figure.bracketed


def _sum(terms: tuple[Term, ...], effects: list[str]) -> Money:
    """A sum that the text spells out, with the total it states, if any."""
    doubts: list[str] = []
    if effects[-1] == "equals":
        *terms_added, last = terms
    else:
        terms_added, last = list(terms), None
    parts = [_one(term) for term in terms_added]
    signs = [1, *(-1 if effect == "less" else 1 for effect in effects)]
    total = sum(sign * (part.pence or 0) for sign, part in zip(signs, parts, strict=False))
    if last is not None and last.figure.pence != total:
        doubts.append("the parts do not add to the figure stated")
    doubts += ["a figure less another"] if "less" in effects else []
    doubts += ["not every part is an exact amount"] if any(part.kind is not MoneyKind.AMOUNT for part in parts) else []
    often = {frozenset(_OFTEN & term.effects) for term in terms_added}
    doubts += ["the parts differ in how often they fall"] if len(often) > 1 else []
    return _gathered(MoneyKind.SUM, parts, total, doubts)


def _list(terms: tuple[Term, ...], joints: tuple[tuple[str, str], ...]) -> Money:
    """Several amounts in one cell."""
    parts = [_one(term) for term in terms]
    first, second = terms[0].figure, terms[1].figure
    if len(parts) == 2 and not joints[0][1].strip() and second.bracketed and not first.bracketed:
        return replace(parts[0], query=True, note="; ".join(filter(None, (parts[0].note, second.text))))
    scales = {bool(term.figure.scale) for term in terms if "," not in term.figure.number and term.figure.pence}
    side_by_side = any(
        not joint.strip() and _bare(after.figure) for (_, joint), after in zip(joints, terms[1:], strict=True)
    )
    doubts = {
        "one figure has a scale and another has none": len(scales) > 1,
        "figures side by side": side_by_side,
        "words between the figures": any(effect != "list" for effect, _ in joints),
    }
    return _gathered(MoneyKind.LIST, parts, None, [doubt for doubt, holds in doubts.items() if holds])


def _gathered(kind: MoneyKind, parts: list[Money], pence: int | None, doubts: list[str]) -> Money:
    """Parts under one reading, which says what they say."""
    note = "; ".join(dict.fromkeys(part.note for part in parts if part.note)) or None
    return queried(
        Money("", kind, pence, query=any(part.query for part in parts), note=note, parts=tuple(parts)), *doubts
    )


def _pair(first: Term, second: Term, joint: tuple[str, str], heading: int | None, *, sterling: bool) -> Money | None:
    """A range or a change from one figure to another; None where the joint makes two figures no pair."""
    effect, gap = joint
    if effect == "list" and "moved" in second.effects:
        return _pair(second, first, ("move", gap), heading, sterling=sterling)
    bounded = "minimum" in first.effects and "maximum" in second.effects
    moved = effect == "move" or (effect == "range" and bool({"moved", "start"} & first.effects))
    ranged = effect in {"range", "either"} or (effect == "list" and "between" in first.effects)
    if not moved and not ranged and not (bounded and effect in {"list", "and"}):
        return None
    one, other, doubts = _carried(first.figure, second.figure, heading, sterling=sterling, moved=moved)
    broken = one.refused or other.refused
    if broken:
        return refused("", *broken)
    start, end = one.pence or 0, other.pence or 0
    words = first.effects | second.effects
    downwards_to = end < start and gap.lower().split()[-1:] == ["to"]
    moved = moved or (downwards_to and not bounded and not {"between", "spread"} & words)
    notes = first.notes + second.notes + (("approximate",) if "approximate" in words else ())
    reading = Money(
        "",
        MoneyKind.CHANGE if moved else MoneyKind.RANGE,
        end - start if moved else None,
        min(start, end),
        max(start, end),
        max(one.place or 1, other.place or 1),
        other.scale,
        query=first.query or second.query,
        note="; ".join(dict.fromkeys(notes)) or None,
        parts=(_one(Term(one)), _one(Term(other))) if moved else (),
    )
    doubts += [*one.doubts, *other.doubts]
    if moved:
        told = effect == "move" or "moved" in words or ("start" in words and end < start)
        doubts += [] if told else ["or a range"]
        return queried(reading, *doubts)
    decimal = gap == "-" and _decimal_after_dash(one, other)
    if decimal and end <= start:
        whole = read_figure(f"{one.text}·{other.number}", heading, sterling=sterling)
        return queried(_one(first._replace(figure=whole)), "a dash for the decimal point")
    asked = {
        "or a dash for the decimal point": decimal and (one.stated or heading != _THOUSAND),
        "perhaps both in thousands": "," in other.number and not one.scale and len(one.number) <= 3 and start != 0,
        "a range, or a minus sign": gap == " -",
        "one or the other": effect == "either",
        "the range runs downwards": end < start,
        "a range, and a bound": not bounded and bool({"minimum", "maximum"} & words),
    }
    return queried(reading, *doubts, *(doubt for doubt, holds in asked.items() if holds))


def _decimal_after_dash(first: Figure, second: Figure) -> bool:
    """Whether a dash may stand for the decimal point, with two decimals behind it: `42-15`."""
    return (
        not (first.scale or second.scale or second.stated)
        and bool(re.fullmatch("[0-9]{2}", second.number))
        and "." not in first.number
    )


def _carried(
    first: Figure, second: Figure, heading: int | None, *, sterling: bool, moved: bool
) -> tuple[Figure, Figure, list[str]]:
    """The two figures of a pair with one scale between them, where only one is printed (`£50-60k`)."""
    if second.scale and not first.scale and "," not in first.number:
        carried = read_figure(first.text, heading, sterling=sterling, carried=second.scale)
        if moved or carried.pence is None or carried.pence <= _ONE_SIZE * (second.pence or 0):
            return carried, second, []
        return first, second, ["one figure has a scale and the other has none"]
    if first.scale and not second.scale and "," not in second.number:
        carried = read_figure(second.text, heading, sterling=sterling, carried=first.scale)
        return first, carried, ["one figure has a scale and the other has none"] if carried.pence else []
    return first, second, []
