"""What sentences claim about totals: a figure with the stream it is money of and what it covers.

A claim is read outwards from the figure, over words of a closed vocabulary. Where another word could narrow what is
meant there is no claim, or one that is not `firm`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from bvtrack.checks.prose.scopes import Scope, scope_at_end, scope_at_start, scopes_within
from bvtrack.checks.prose.words import (
    BEFORE_PLAINLY,
    DETERMINERS,
    ELSEWHERE,
    KNOWN,
    LINK,
    MORE,
    NET,
    NEUTRAL,
    PREPOSITIONS,
    RATED,
    STREAMS,
    VERBS,
    WHOLE,
    WHOLE_SUBJECT,
    YIELDING,
)
from bvtrack.core.money import MoneyKind, read_money
from bvtrack.core.money.figure import lift, read_figure
from bvtrack.core.money.phrases import phrase_after, phrase_before

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bvtrack.core.money import Money
    from bvtrack.core.money.figure import Span

_STATED: Final = frozenset(
    {MoneyKind.AMOUNT, MoneyKind.APPROXIMATE, MoneyKind.MINIMUM, MoneyKind.MAXIMUM, MoneyKind.RANGE}
)
_HEDGES: Final = frozenset({"approximate", "minimum", "maximum", "between"})
_MOVES: Final = frozenset({"moved", "up", "down", "added", "negative", "start", "spread", "rate", "per_annum"})
_BOUNDARY: Final = DETERMINERS | VERBS | BEFORE_PLAINLY | PREPOSITIONS
_LEADS_PLAINLY: Final = DETERMINERS | VERBS | BEFORE_PLAINLY
_COST: Final = frozenset({"cost"})
_MOST_MODIFIERS: Final = 6
_RANGE: Final = re.compile(r"\s?(?:-|to|and)\s?")
_APART: Final = re.compile(r",|;|\b(?:and|while|whilst|with|plus|but|or)\b| - |[()]")
_NARROWING: Final = re.compile(
    r"[\s,]*(?:for|from|in|at|of|on|within|across|towards|against|among|between|relating to|due to|attributable to|"
    r"associated with|related to|under|that|who|whose|where)\b(?: (?:the|our|its))? (?P<what>[^,;:.]*)"
)
_ENDS: Final = re.compile(r"[\s.:;!?\"']*(?:$|,|;|-\s|\b(?:and|while|whilst|but|or)\b)")
_SAVED: Final = re.compile(r" (?:will|would|can|could|should|to|is to|are to) be (?P<what>saved|spent)\b")
_BEHIND: Final = re.compile(r" (?:(?P<of>of|in|worth of) )?(?P<the>(?:the|our|its|their|this) )?")
_WORD: Final = re.compile(r"[a-z][\w'&/-]*|[£\d][\w.,/%-]*|[^\w\s]")
_NAME: Final = re.compile(
    r"(?<!^)(?<![.:] )\b[A-Z][a-z]+|^[A-Z][a-z]+(?= (?:will|would|has|is|can|could|should|may|plans|expects)\b)"
)
_SUM_OF: Final = re.compile(r"(?<!\bin )\b(?:total|sum)(?: of)?(?: (?:the|all|these|its|our))*$")
_SEVERAL: Final = re.compile(rf"\b(?:{'|'.join(STREAMS)}),? (?:and|or|plus|with|less) ?(?:the |its |our )?$")
_SEVERAL_BEHIND: Final = re.compile(rf" ?(?:,|and|or|plus|less|&|/) ?(?:\w+ )?(?:{'|'.join(STREAMS)})\b")
_PRONOUN: Final = re.compile(r"\b(?:this|these|that|which|both)(?: (?!recommendations|proposals|review|plan)|$)")
_IN: Final = re.compile(r"(?:^|(?<= ))(?:in|for|during|of)$")
_RECOMMENDATION: Final = re.compile(r"\brec(?:ommendation)?s?\.? (\d{1,2}[a-z]?)\b")
_LINKED: Final = re.compile(r"\b(?:total|sum) of$|\b(?:altogether|in total),?$")
_PHRASE: Final = re.compile(
    rf"(?P<head>.*\b(?:{'|'.join(STREAMS)})) (?:for|in|of|from|on|at|to|by|across|within|under) "
    r"(?:the |our |its )?(?P<what>[^,]{1,60})"
)


@dataclass(frozen=True, slots=True)
class Claim:
    """A figure that a sentence states of a stream.

    `whose` is the part of the table it names, in small letters, "" for all of it; `context` is the rest of its words
    and `names` the proper names among all of them. `firm` says that the words leave little doubt that a total is meant,
    `complete` that they leave none: they say that all of it is, and in which years.
    """

    sentence: str
    money: Money
    stream: str
    scope: Scope
    whose: str = ""
    firm: bool = False
    complete: bool = False
    context: str = ""
    names: frozenset[str] = frozenset()


class _Figure(NamedTuple):
    """A figure where it stands in a sentence, with the words that hedge it; no money where it states no amount."""

    money: Money | None
    start: int
    end: int


class _Head(NamedTuple):
    """The words of a stream beside a figure: what they name, and the words further out at both sides."""

    stream: str
    whose: str
    scope: Scope
    left: str
    right: str
    plain: bool = True


class _Rest(NamedTuple):
    """What follows: its scope, the part it narrows to, and whether all of its words are known."""

    scope: Scope
    whose: str
    closed: bool


def claims(sentence: str) -> Iterator[Claim]:
    """Yield what a folded sentence claims."""
    if "£" not in sentence or ELSEWHERE.search(sentence.lower()):
        return
    figures = list(_figures(sentence))
    cuts = [_cut(sentence, one.end, other.start) for one, other in pairwise(figures)]
    starts = [0, *(end for _, end in cuts)]
    ends = [*(start for start, _ in cuts), len(sentence)]
    opening = scope_at_start(sentence.lower())
    for one, start, end in zip(figures, starts, ends, strict=False):
        if one.money is not None:
            lead, tail = _plain(sentence[start : one.start]), _plain(sentence[one.end : end], keep=True)
            claim = _claim(sentence, one.money, lead, tail, opening[1] if opening and start else Scope())
            if claim is not None:
                yield claim


def _claim(sentence: str, money: Money, lead: str, tail: str, opening: Scope) -> Claim | None:
    head = None if RATED.search(lead) or RATED.search(tail) else _before(lead, tail) or _behind(lead, tail)
    rest = _rest(head.right) if head else None
    if head is None or rest is None or (head.whose and rest.whose):
        return None
    left, around = scopes_within(head.left)
    scope = head.scope.joined(rest.scope).joined(around).joined(opening)
    whose = head.whose or rest.whose
    yielding = YIELDING if head.stream in {"savings", "income"} else frozenset[str]()
    if whose in yielding:
        scope, whose = scope.joined(Scope(whole=True)), ""
    if not scope.recommendation:
        named = set(_RECOMMENDATION.findall(sentence.lower()))
        scope = scope.joined(Scope(recommendation=min(named, default=""), clash=len(named) > 1))
    if scope.clash:
        return None
    words = set(_WORD.findall(left))
    alone = _known(left) and words.isdisjoint(PREPOSITIONS | STREAMS.keys()) and not _PRONOUN.search(left)
    whole = scope.whole or (alone and bool(WHOLE_SUBJECT.search(left) or words & yielding))
    told = bool(whole or scope.period or scope.year or scope.recommendation or whose)
    firm = told and head.plain and alone and rest.closed
    complete = firm and whole and bool(scope.period or scope.year)
    names = frozenset(name.lower() for name in _NAME.findall(sentence) if name.lower() not in KNOWN)
    return Claim(sentence, money, head.stream, scope, whose, firm, complete, f"{left} {head.right}", names)


def _plain(text: str, *, keep: bool = False) -> str:
    """Give words in small letters without brackets; `keep` leaves the space at the front."""
    plain = " ".join(text.lower().replace("(", " ").replace(")", " ").split())
    return f" {plain}" if keep and plain[:1].isalnum() else plain


def _cut(sentence: str, end: int, start: int) -> tuple[int, int]:
    """Give where the words of a figure end and those of the next begin."""
    found = _APART.search(sentence, end, start)
    return found.span() if found else (start, start)


def _figures(sentence: str) -> Iterator[_Figure]:
    """Yield the figures marked as money, each with its hedges; two with a range between them are one."""
    spans = lift(sentence)
    taken = 0
    for number, span in enumerate(spans):
        if number >= taken and read_figure(span.text, None).stated:
            taken = number + 1
            end = span.end
            if taken < len(spans) and _RANGE.fullmatch(sentence[end : spans[taken].start]):
                hedged = phrase_before(sentence[: span.start])
                if "and" not in sentence[end : spans[taken].start] or (hedged and hedged.effect == "between"):
                    end = spans[taken].end
                    taken += 1
            yield _figure(sentence, span, end)


def _figure(sentence: str, span: Span, end: int) -> _Figure:
    start = span.start
    known = phrase_before(sentence[:start])
    while known and known.effect in _HEDGES:
        start = known.start
        known = phrase_before(sentence[:start])
    if known and known.effect in _MOVES and known.text.lower() != "plus":
        return _Figure(None, start, end)
    behind = phrase_after(sentence[end:].removeprefix(" "))
    if behind and behind.effect in _HEDGES:
        end += behind.end + (sentence[end : end + 1] == " ")
    elif behind and behind.effect in _MOVES:
        return _Figure(None, start, end)
    money = read_money(sentence[start:end].removeprefix("of "))
    return _Figure(money if money.kind in _STATED else None, start, end)


def _before(lead: str, tail: str) -> _Head | None:
    """Read the words of a stream that lead to the figure; None where none do."""
    phrase, scope = LINK.sub("", lead).rstrip(" ,"), Scope(whole=bool(_LINKED.search(lead)))
    while taken := scope_at_end(phrase):
        phrase, scope = LINK.sub("", taken[0]).rstrip(" ,"), scope.joined(taken[1])
    whose = ""
    if phrase.rpartition(" ")[2] not in STREAMS and not _net_of(phrase.split()):
        narrowed = _PHRASE.fullmatch(phrase)
        if narrowed is None:
            return None
        phrase, whose = narrowed["head"], narrowed["what"].strip()
    words = phrase.split()
    modifiers: list[str] = []
    at = len(words) - 1
    while at and len(modifiers) < _MOST_MODIFIERS and _modifies(words[at - 1]):
        at -= 1
        modifiers.insert(0, words[at])
    return _head(words[-1], modifiers, _Head("", whose, scope, " ".join(words[:at]), tail))


def _behind(lead: str, tail: str) -> _Head | None:
    """Read the words of a stream that follow the figure; None where none do."""
    left = LINK.sub("", lead).rstrip() if lead.endswith(" of") else lead
    whole = Scope(whole=bool(_LINKED.search(lead)))
    saved = _SAVED.match(tail)
    if saved:
        stream = "savings" if saved["what"] == "saved" else "budget"
        return _placed(_Head(stream, "", whole, left, tail[saved.end() :]))
    opened = _BEHIND.match(tail)
    if opened is None:
        return None
    modifiers: list[str] = []
    for found in _WORD.finditer(tail, opened.end()):
        if found[0] in STREAMS and not (found[0] == "cost" and tail[found.end() :].startswith(" savings")):
            around = _Head("", "", whole, left, tail[found.end() :], plain=not opened["the"])
            return _head(found[0], modifiers, around)
        if not _modifies(found[0]) or len(modifiers) >= _MOST_MODIFIERS:
            return None
        modifiers.append(found[0])
    return None


def _modifies(word: str) -> bool:
    """Tell whether a word may stand between a determiner and a stream."""
    return word in NEUTRAL or word in WHOLE or (word not in _BOUNDARY and word[:1].isalnum() and word[-1:] != ",")


def _net_of(words: Sequence[str]) -> bool:
    return len(words) > 1 and words[-1] in NET and "net" in words[-3:-1]


def _head(word: str, modifiers: Sequence[str], around: _Head) -> _Head | None:
    """Put together the word of a stream, its modifiers and what stands around them."""
    stream = STREAMS.get(word, "")
    plain = NEUTRAL | WHOLE | (_COST if stream == "savings" else frozenset())
    others = [one for one in modifiers if one not in plain]
    if "net" in others:
        if word not in NET:
            return None
        others.remove("net")
        stream = "net"
    scope = around.scope.joined(Scope(whole=any(one in WHOLE for one in modifiers)))
    named = " ".join(others)
    spanned, within = scopes_within(f"in {named} " if named[:1].isdigit() else named)
    left = around.left
    if spanned.strip() != named:
        named, scope, left = spanned.strip(), scope.joined(within), _IN.sub("", left)
    years = re.fullmatch(r"(\w+)-year", named)
    if years:
        taken = scope_at_start(f"over {years[1]} years")
        if taken is None:
            return None
        named, scope = "", scope.joined(taken[1])
    if named and around.whose:
        return None
    plainly = around.plain and (scope.whole or MORE.isdisjoint(modifiers))
    return _placed(around._replace(stream=stream, whose=named or around.whose, scope=scope, left=left, plain=plainly))


def _placed(head: _Head) -> _Head | None:
    """Give a head, unless the words right before it make it a part of something else."""
    left, scope = head.left, head.scope
    if _SUM_OF.search(left):
        left, scope = _SUM_OF.sub("", left).rstrip(), scope.joined(Scope(whole=True))
    words = [word for word in scopes_within(f"{left} ")[0].split() if word not in DETERMINERS]
    last = words[-1] if words else ""
    if last in PREPOSITIONS - BEFORE_PLAINLY or _SEVERAL.search(left) or _SEVERAL_BEHIND.match(head.right):
        return None
    return head._replace(left=left, scope=scope)


def _rest(tail: str) -> _Rest | None:
    """Read what follows a figure and its stream; None where it is narrowed to what cannot be named."""
    scope = Scope()
    while taken := scope_at_start(tail):
        tail, scope = taken[0], scope.joined(taken[1])
    if _ENDS.match(tail):
        return _Rest(scope, "", closed=True)
    narrowed = _NARROWING.match(tail)
    if narrowed is None:
        return _Rest(scope, "", closed=_known(re.split(r"[,;:]", tail.lstrip(" ,;:"))[0]))
    what: list[str] = []
    for word in narrowed["what"].split():
        if word in VERBS and what:
            break
        what.append(word)
    return _Rest(scope, " ".join(what), closed=bool(what))


def _known(text: str) -> bool:
    """Tell whether all words of a text are of the vocabulary; numbers and signs aside."""
    return all(word in KNOWN for word in _WORD.findall(text) if word[0].isalpha())
