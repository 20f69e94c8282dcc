"""Outcome targets as councils print them: baseline and points by period, with direction, unit and kind.

A closed grammar: what it does not know is `unknown`, what a careful reader would ask about is `ambiguous`, and
nothing is guessed. The figures, periods and words it stands on are in the `target_*` modules beside it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING

from bvtrack.core.target_course import Course, Point, read_course, stated_direction
from bvtrack.core.target_figure import find_figures
from bvtrack.core.target_period import Found, Period, find_periods
from bvtrack.core.target_text import blank, clean
from bvtrack.core.target_words import (
    ACTIVITY,
    BY_A_DATE,
    COMPARED,
    DASH,
    FLAGS,
    NAMES_WITH_NUMBERS,
    NOT_APPLICABLE,
    NOT_YET_SET,
    ORDINAL,
    RECURRENCES,
    STARTS_WITH_CHANGE,
    TOKEN,
    TWO_MEANINGS,
    UNREADABLE,
)

if TYPE_CHECKING:
    from datetime import date

__all__ = ["Direction", "Period", "Point", "Target", "TargetKind", "read_target"]

_MOST_FIGURES = 30  # a table printed as one line has more; a sentence has not
_LONGEST = 500  # characters: a cell with a sentence or two; longer text is a paragraph, not a target


class Direction(StrEnum):
    """Which way the figures are to go; `achieve` where a level is to be reached and no start is printed."""

    INCREASE = "increase"
    DECREASE = "decrease"
    MAINTAIN = "maintain"
    ACHIEVE = "achieve"
    NONE = "none"


class TargetKind(StrEnum):
    """What sort of target a text states."""

    ABSOLUTE = "absolute"
    RANGE = "range"
    RELATIVE = "relative"
    MILESTONE = "milestone"
    RECURRING = "recurring"
    PROCESS = "process"
    NOT_YET_SET = "not yet set"
    ORDINAL = "ordinal"
    COMPARATIVE = "comparative"
    BLANK = "blank"
    DASH = "dash"
    NOT_APPLICABLE = "not applicable"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Target:
    """An outcome target as printed (`text`) and as read.

    `unit` is what the figures are in (`%`, `£`, `days`, `percentage points`); amounts in `£` are in pounds. A relative
    target's values are the change, without a sign: `direction` has it. `note` says why it is ambiguous or refused.
    """

    text: str
    baseline: Point | None
    targets: tuple[Point, ...]
    direction: Direction
    unit: str | None
    kind: TargetKind
    ambiguous: bool
    recurrence: str | None = None
    note: str | None = None


def read_target(text: str, near: date | None = None) -> Target:
    """Read an outcome target; two-digit years take the century nearest `near` and are ambiguous without it.

    Never raises: what is no target, or is longer than 500 characters, is of kind `unknown` and says why.
    """
    if len(text) > _LONGEST and text.strip():
        return _plain(text, TargetKind.UNKNOWN, note=f"longer than {_LONGEST} characters")
    cleaned = clean(text)
    for kind, whole in (
        (TargetKind.BLANK, not cleaned),
        (TargetKind.DASH, DASH.fullmatch(cleaned)),
        (TargetKind.NOT_APPLICABLE, NOT_APPLICABLE.fullmatch(cleaned)),
    ):
        if whole:
            return _plain(text, kind)
    sentence = NAMES_WITH_NUMBERS.sub(lambda name: "·" * len(name[0]), cleaned)
    periods = find_periods(sentence, near)
    for period in periods:
        sentence = blank(sentence, period.start, period.end, "¤")
    recurrence = None
    for name, form in RECURRENCES:
        if form.search(sentence):
            recurrence = recurrence or name
            sentence = form.sub(lambda words: "·" * len(words[0]), sentence)
    figures = find_figures(sentence)
    if len(figures) > _MOST_FIGURES:
        return _plain(text, TargetKind.UNKNOWN, note=f"more than {_MOST_FIGURES} figures")
    course = read_course(sentence, figures, periods)
    queries = [*course.queries, *("a period cannot be told, or is one of two" for one in periods if one.ambiguous)]
    if TWO_MEANINGS.search(sentence):
        queries.append("twice a year, or every two")
    if course.stated:
        return _with_figures(text, sentence, course, recurrence, queries)
    return _in_words(text, sentence, periods, course.rest, recurrence, queries)


def _plain(text: str, kind: TargetKind, *, ambiguous: bool = False, note: str | None = None) -> Target:
    return Target(text, None, (), Direction.NONE, None, kind, ambiguous, note=note)


def _with_figures(text: str, sentence: str, course: Course, recurrence: str | None, queries: list[str]) -> Target:
    """Make the target of a text that prints at least one value."""
    queries += [f"“{token}” cannot be read" for token in _unreadable(course.rest)]
    if "?" in sentence:
        queries.append("a question mark stands beside it")
    kind = _kind(sentence, course)
    if kind is TargetKind.RELATIVE and not course.relative:
        queries.append("says which way but not how far")
    direction = Direction.NONE if kind is TargetKind.NOT_YET_SET else _direction(sentence, course, queries)
    note = "; ".join(dict.fromkeys(queries)) or None
    if note is None and NOT_YET_SET.search(sentence):
        note = "further targets are to be set"
    return Target(text, course.baseline, course.targets, direction, course.unit, kind, bool(queries), recurrence, note)


def _unreadable(rest: str) -> list[str]:
    """Give what looks like a figure and is none, from a sentence with its figures, periods and names overprinted."""
    tokens = (token.rstrip(".,/") for token in TOKEN.findall(rest))
    return [token for token in tokens if UNREADABLE.fullmatch(token)]


def _kind(sentence: str, course: Course) -> TargetKind:
    valued = [point.value for point in course.targets if point.value is not None]
    if course.scale:
        return TargetKind.ORDINAL
    if course.compared:
        return TargetKind.COMPARATIVE
    if course.relative:
        return TargetKind.RELATIVE
    if not valued and NOT_YET_SET.search(sentence):
        return TargetKind.NOT_YET_SET
    if course.targets and not valued and not course.fraction:
        return TargetKind.RELATIVE
    return TargetKind.RANGE if any(isinstance(value, tuple) for value in valued) else TargetKind.ABSOLUTE


def _direction(sentence: str, course: Course, queries: list[str]) -> Direction:
    """Tell the direction: stated, or from the figures; where the two differ, as stated and to be asked about."""
    if course.change is not None:
        if course.change == "none":
            queries.append("which way is not told")
        return Direction(course.change)
    if not course.targets and not course.fraction:
        return Direction.NONE
    stated = stated_direction(sentence)
    moves = _moves(course)
    if stated is not None:
        opposed = {"increase": "decrease", "decrease": "increase"}.get(stated)
        if opposed in moves and stated not in moves:
            queries.append("the words and the figures go different ways")
            return Direction(stated)
    if {"increase", "decrease"} <= moves:
        queries.append("the figures go both ways")
    if moves:
        return _between(course)
    return Direction.ACHIEVE if stated is None else Direction(stated)


def _levels(course: Course) -> list[tuple[Decimal, Decimal]]:
    points = [*([course.baseline] if course.baseline else []), *course.targets]
    values = [point.value for point in points if point.value is not None]
    return [value if isinstance(value, tuple) else (value, value) for value in values]


def _way(first: tuple[Decimal, Decimal], last: tuple[Decimal, Decimal]) -> Direction:
    if sum(first) == sum(last):
        return Direction.MAINTAIN
    return Direction.INCREASE if sum(first) < sum(last) else Direction.DECREASE


def _moves(course: Course) -> set[str]:
    levels = _levels(course)
    return {_way(first, last).value for first, last in pairwise(levels)}


def _between(course: Course) -> Direction:
    levels = _levels(course)
    return _way(levels[0], levels[-1])


_WORDED = re.compile(r"[^\W\d_]{2,}")
_TRIM = re.compile(r"^[\s.,;:()/&-]+|(?:\b(?:by|in|from|at|for|on|during|until|before|to|and|the|end|of)\b|[\s,;:(/&-])+$", FLAGS)


def _in_words(
    text: str, sentence: str, periods: list[Found], rest: str, recurrence: str | None, queries: list[str]
) -> Target:
    """Make the target of a text that prints no value: by the first kind its words are known for."""
    kind, direction = _kind_of_words(sentence, periods, recurrence)
    if kind is TargetKind.NOT_YET_SET:
        last = list(NOT_YET_SET.finditer(sentence))[-1]
        periods = [one for one in periods if one.start >= last.end()] or periods
    if kind is TargetKind.RELATIVE:
        queries.append("says which way but not how far")
    unreadable = _unreadable(rest)
    if unreadable:
        queries += [f"“{token}” cannot be read" for token in unreadable]
        kind = kind if kind is TargetKind.NOT_YET_SET else TargetKind.UNKNOWN
    if kind is TargetKind.UNKNOWN:
        if periods:
            queries.append("a year or a value")
        queries = queries or []
        note = "; ".join(dict.fromkeys(queries)) or "says no value, no period and nothing to be done"
        return _plain(text, kind, ambiguous=bool(queries), note=note)
    points = tuple(
        Point(None, one.period, words) for one, words in zip(periods, _clauses(sentence, periods), strict=True) if one.period
    )
    note = "; ".join(dict.fromkeys(queries)) or None
    return Target(text, None, points, direction, None, kind, bool(queries), recurrence, note)


def _kind_of_words(sentence: str, periods: list[Found], recurrence: str | None) -> tuple[TargetKind, Direction]:
    stated = stated_direction(sentence)
    starts = STARTS_WITH_CHANGE.match(sentence)
    if NOT_YET_SET.search(sentence):
        return TargetKind.NOT_YET_SET, Direction(stated or "none")
    if ORDINAL.search(sentence):
        return TargetKind.ORDINAL, Direction.MAINTAIN if stated == "maintain" else Direction.ACHIEVE
    if COMPARED.search(sentence) or stated == "maintain":
        return TargetKind.COMPARATIVE, Direction(stated or "achieve")
    if starts:
        return TargetKind.RELATIVE, Direction(stated or "none")
    if recurrence and not BY_A_DATE.search(sentence):
        return TargetKind.RECURRING, Direction.NONE
    if periods:
        alone = not _WORDED.search(sentence.replace("by", "").replace("in", ""))
        known = alone and any(one.bare or one.period is None or len(one.period.label) == 7 for one in periods)
        return (TargetKind.UNKNOWN, Direction.NONE) if known else (TargetKind.MILESTONE, Direction.ACHIEVE)
    return (TargetKind.PROCESS if ACTIVITY.search(sentence) else TargetKind.UNKNOWN), Direction.NONE


def _clauses(sentence: str, periods: list[Found]) -> list[str]:
    """Give the words of each milestone: those before its date, or after it where it stands at the head."""
    ends = [0, *(one.end for one in periods)]
    before = [_TRIM.sub("", sentence[end : one.start]).strip() for end, one in zip(ends, periods, strict=False)]
    if before and not before[0]:
        starts = [*(one.start for one in periods[1:]), len(sentence)]
        return [_TRIM.sub("", sentence[one.end : start]).strip() for one, start in zip(periods, starts, strict=True)]
    return before
