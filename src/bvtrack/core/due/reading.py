"""Deadlines as printed: a period whose last day is the day due, or an open form, and what became of an earlier one."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from bvtrack.core.due.dates import dates_of, points_of
from bvtrack.core.due.scan import Token, no_part, scan
from bvtrack.core.due.words import Role
from bvtrack.core.period import UNSTATED, Precision, dated_after, dated_before
from bvtrack.core.period.text import fold_with_places

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from bvtrack.core.due.dates import Point

__all__ = ["Due", "Precision", "read_due"]

LONGEST_TEXT: Final = 500
NO_DATE: Final = "no deadline stands here"
UNKNOWN: Final = "to be confirmed"
UNREADABLE: Final = "unreadable"
IMPOSSIBLE: Final = "impossible"


@dataclass(frozen=True, slots=True)
class Due:
    """A deadline as printed and what it says.

    `latest` is the day it is due: the last of its period, which begins on `earliest`. Both are None where no day can
    be told, and `latest` where the work has no end. `ambiguous` is set where a careful reader would ask. `status` is
    one of the words of `due.words` (complete, ongoing, in progress, to be confirmed, not applicable, deferred,
    cancelled, not started, overdue, immediate, as soon as possible, undated), `blank`, `dash`, `impossible` for a day
    that does not exist, or `unreadable` for what is no deadline as far as can be told; `note` says why a text was
    refused or flagged. `previous` is the deadline it replaces.
    """

    text: str
    earliest: date | None
    latest: date | None
    precision: Precision
    ambiguous: bool = False
    status: str | None = None
    recurrence: str | None = None
    previous: Due | None = None
    note: str | None = None


def read_due(text: str, near: date | None = None) -> Due:
    """Read a deadline as printed; a two-digit year is the one nearest to `near`, and nothing else is taken from it."""
    if len(text.strip()) > LONGEST_TEXT:
        return _unreadable(text, "too long to be a deadline")
    folded, places = fold_with_places(text)
    if set(folded) <= {"-", " "}:
        return _open(text, "dash" if folded else "blank")
    if ("~~" in text or "<" in text) and re.search(_STRUCK, text):
        return _replacing(text, near)
    tokens = scan(folded, near)
    return _unreadable(text, tokens) if isinstance(tokens, str) else _history(text, places, tokens)


def _open(text: str, status: str) -> Due:
    return Due(text, None, None, Precision.NONE, status=status)


_STRUCK: Final = r"(?i)~~([^~]+)~~|<(s|del|strike)>([^<]+)</\2>"


def _replacing(text: str, near: date | None) -> Due:
    """Read a deadline printed with others struck out; those are the earlier ones, in the order they stand in."""
    previous = None
    for struck in re.finditer(_STRUCK, text):
        previous = replace(read_due((struck[1] or struck[3]).strip(), near), previous=previous)
    rest = re.sub(_STRUCK, " ", text)
    current = read_due(rest, near) if rest.strip() else _open(text, "cancelled")
    return replace(current, text=text, previous=previous)


def _unreadable(text: str, note: str, status: str = UNREADABLE) -> Due:
    return Due(text, None, None, Precision.NONE, status=status, note=note)


class _Segment(NamedTuple):
    """Tokens that state one deadline: an earlier one (rank -1), the plain one (0), or the one that is now (1)."""

    rank: int
    tokens: list[Token]
    opened_by: str = ""


def _history(text: str, places: tuple[int, ...], tokens: Sequence[Token]) -> Due:
    """Read a deadline that may be printed with those it replaces, the newest first to be read, the older behind it."""
    segments = _segments(tokens)
    if not segments:
        other = next((token.value for token in tokens if token.role is Role.OTHER), None)
        return _unreadable(text, no_part(other) if other else NO_DATE)
    _lend(segments)
    previous = None
    told = segments if segments[-1].rank < 0 else segments[:-1]
    for segment in told:
        first, last = segment.tokens[0], segment.tokens[-1]
        wording = text[places[first.start] : places[last.end]].strip(' ,;:-–—/("“”')
        previous = replace(_deadline(wording, segment.tokens), previous=previous)
    if told == segments:
        return replace(
            _open(text, UNKNOWN), ambiguous=True, previous=previous, note="only an earlier deadline is stated"
        )
    return replace(_deadline(text, segments[-1].tokens), previous=previous)


def _segments(tokens: Sequence[Token]) -> list[_Segment]:
    """Part the tokens where words say that an earlier or a newer deadline follows, oldest first; noise is dropped."""
    plain = here = _Segment(0, [])
    segments = [plain]
    bracketed = inside = False
    for place, token in enumerate(tokens):
        role = _meant(token, tokens[place + 1 :], here, bracketed=bracketed)
        if role in {Role.WAS, Role.NOW}:
            here = _Segment(-1 if role is Role.WAS else 1, [], token.value)
            segments.append(here)
            inside = bracketed
            if token.value == "deferred":
                here.tokens.append(token._replace(role=Role.STATUS))
        elif role is Role.REVISED:
            segments += _replaced(here)
        elif token.value in {"(", ")"}:
            bracketed = token.value == "("
            here, inside = (plain, False) if inside and not bracketed else (here, inside)
        elif role is not Role.NOISE:
            here.tokens.append(token._replace(role=role))
    told = [segment for segment in segments if any(_tells(token) for token in segment.tokens)]
    earlier = [segment for segment in told if segment.rank < 0]
    return earlier[::-1] + [segment for segment in told if segment.rank >= 0]


def _meant(token: Token, following: Sequence[Token], here: _Segment, *, bracketed: bool) -> Role | None:
    """Give the role a word has here: `revised` and `now` announce a deadline only where a date follows."""
    if token.role is Role.REVISED and _dated_next(following):
        return Role.NOW
    if token.value == "now" and not _dated_next(following):
        return Role.STATUS
    if token.value == "to" and here.opened_by.endswith("from") and here.tokens:
        return Role.NOW
    return Role.WAS if token.role is Role.FROM and bracketed and here.rank > 0 else token.role


def _tells(token: Token) -> bool:
    return token.span is not None or token.role in {Role.STATUS, Role.RECURS, Role.VAGUE} or token.value in _ALONE


def _dated_next(tokens: Sequence[Token]) -> bool:
    """Tell whether a period follows, with nothing before it but words that lead up to one."""
    told = next((token for token in tokens if _tells(token) or token.value == ")"), None)
    return told is not None and told.span is not None


def _replaced(segment: _Segment) -> list[_Segment]:
    """Part two periods that stand side by side before the word revised: the first was struck out in the original."""
    dated = [place for place, token in enumerate(segment.tokens) if token.span]
    if len(dated) < 2 or any(token.role is Role.JOINT for token in segment.tokens[dated[-2] : dated[-1]]):
        return []
    newer = _Segment(1, segment.tokens[dated[-1] :])
    del segment.tokens[dated[-1] :]
    return [newer]


def _lend(segments: list[_Segment]) -> None:
    """Lend a year to a deadline printed without one from its neighbour, which is likely and so flagged."""
    for older, newer in reversed(list(pairwise(segments))):
        _lend_one(older, newer, before=True)
    for older, newer in pairwise(segments):
        _lend_one(newer, older, before=False)


def _lend_one(segment: _Segment, other: _Segment, *, before: bool) -> None:
    dated = next((token.span for token in other.tokens if token.span and token.span.earliest), None)
    if dated is None or any(token.span and token.span.year for token in segment.tokens):
        return
    for place, token in enumerate(segment.tokens):
        if token.span:
            lent = dated_before(token.span, dated) if before else dated_after(token.span, dated)
            if lent is not token.span:
                note = "the year is taken from the other deadline"
                segment.tokens[place] = token._replace(span=lent._replace(ambiguous=True, note=lent.note or note))


def _deadline(text: str, tokens: Sequence[Token]) -> Due:
    """Read one deadline: its dates, its status and how often it recurs."""
    points = points_of(tokens)
    statuses = _statuses(tokens, undated=not points)
    recurrences = tuple(dict.fromkeys(token.value for token in tokens if token.role is Role.RECURS))
    other = next((token.value for token in tokens if token.role is Role.OTHER), None)
    if other and not (_clear(points) if points else recurrences or _set_off(tokens)):
        return _unreadable(text, no_part(other))
    query = _query(statuses, recurrences) or (no_part(other) if other else None)
    status = statuses[0] if statuses else None
    recurrence = recurrences[0] if recurrences else None
    if not points:
        if not statuses and not recurrences:
            doubted = any(token.value in {"?", "??", "???"} for token in tokens)
            return _open(text, UNKNOWN) if doubted else _unreadable(text, NO_DATE)
        precision = Precision.ONGOING if _RUNS_ON in statuses else Precision.NONE
        return Due(text, None, None, precision, query is not None, status, recurrence, note=query)
    span = dates_of(points)
    if span.refused:
        return _unreadable(text, span.note or "", IMPOSSIBLE if span.impossible else UNREADABLE)
    query = query or _query_of_date(tokens, statuses, points)
    if span.precision is Precision.ONGOING and not statuses and not recurrences:
        status = _RUNS_ON
    if recurrences and span.note == UNSTATED:
        span = span._replace(ambiguous=False, note=None)
    note = span.note or query
    ambiguous = span.ambiguous or query is not None
    return Due(text, span.earliest, span.latest, span.precision, ambiguous, status, recurrence, note=note)


def _query_of_date(tokens: Sequence[Token], statuses: Sequence[str], points: Sequence[Point]) -> str | None:
    """Say what a careful reader would ask about a date with the words beside it."""
    if _RUNS_ON in statuses and len(points) == 1 and points[0].lead is None:
        return "ongoing, and a date beside it"
    if any(token.role is Role.VAGUE for token in tokens):
        return "the date is approximate"
    if UNKNOWN in statuses:
        return "the date is to be confirmed"
    if any(token.value in _CONDITIONS for token in tokens):
        return "the date depends on something, or is that of a part of the work"
    return None


def _clear(points: Sequence[Point]) -> bool:
    """Tell whether each date is one that other words may stand beside: a bare year may be part of a name or a sum."""
    return all(
        point.span.impossible
        or (
            point.span.latest
            and (point.span.precision is not Precision.YEAR or point.lead is Role.BY or point.edge is Role.END)
        )
        for point in points
    )


def _set_off(tokens: Sequence[Token]) -> bool:
    """Tell whether a mark parts a status from the other words after it: TBC – depends on grant."""
    place = next(place for place, token in enumerate(tokens) if token.role is Role.OTHER)
    before, other = tokens[place - 1], tokens[place]
    parted = before.value in _PARTING or other.start > before.end + 1
    return parted and any(token.role is Role.STATUS for token in tokens[:place])


def _statuses(tokens: Sequence[Token], *, undated: bool) -> tuple[str, ...]:
    """Give the statuses in their order; `and ongoing` is one where no date stands for it to run on from."""
    words = (token for token in tokens if token.role in {Role.STATUS, Role.ONWARDS})
    told = [_RUNS_ON * undated if token.role is Role.ONWARDS else token.value for token in words]
    alone = [token.value for token in tokens if undated and token.role is not Role.STATUS and token.value in _ALONE]
    named = (_ALONE.get(value, value) for value in told + alone)
    return tuple(dict.fromkeys(status for status in named if status and (undated or status != "undated")))


def _query(statuses: Sequence[str], recurrences: Sequence[str]) -> str | None:
    """Say what a careful reader would ask about the words alone."""
    if len(set(statuses) - _GO_TOGETHER) + bool(set(statuses) & _GO_TOGETHER) > 1:
        return f"{statuses[0]} or {statuses[1]}"
    if len(recurrences) > 1:
        return f"{recurrences[0]} or {recurrences[1]}"
    if recurrences and recurrences[0].startswith("bi-"):
        return f"{recurrences[0]} is twice in the time or every other time"
    return None


_RUNS_ON: Final = "ongoing"
_CONDITIONS: Final = {"(time)", "(condition)"}
_PARTING: Final = frozenset("-;,/")
_ALONE: Final = {
    "now": "immediate",
    "started": "in progress",
    "commenced": "in progress",
    "begun": "in progress",
} | dict.fromkeys(_CONDITIONS, "undated")
_GO_TOGETHER: Final = {_RUNS_ON, "in progress", "immediate", "as soon as possible"}
