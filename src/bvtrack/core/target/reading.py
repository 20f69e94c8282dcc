"""Outcome targets as councils print them: baseline and points by period, with direction, unit and kind.

A closed grammar: what it does not know is `unknown`, what a careful reader would ask about is `ambiguous`, and
nothing is guessed. The figures, periods and words it stands on are in the modules beside it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from bvtrack.core.target.course import Course, Point, read_course, stated_direction
from bvtrack.core.target.figure import find_figures
from bvtrack.core.target.lexicon import FLAGS, Form
from bvtrack.core.target.names import NAMES_WITH_NUMBERS
from bvtrack.core.target.period import Found, find_periods
from bvtrack.core.target.text import blank, clean
from bvtrack.core.target.timing import joined
from bvtrack.core.target.words import (
    BASELINE_AFTER,
    BASELINE_BEFORE,
    BY_A_DATE,
    COMPARED,
    NOT_APPLICABLE,
    NOT_YET_SET,
    ORDER_OF_RECURRENCES,
    ORDINAL,
    RATED,
    RECURRENCES,
    says_activity,
    starts_with_change,
)

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal


_MOST_FIGURES = 30  # a table printed as one line has more; a sentence has not
_PERIOD_QUERY = "a period cannot be told, or is one of two"
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


class _Sentence(NamedTuple):
    """A text under reading: its words with periods and names overprinted, its periods, and what there is to ask."""

    text: str
    words: str
    periods: list[Found]
    course: Course
    recurrence: str | None
    queries: list[str]

    def target(
        self, kind: TargetKind, direction: Direction, points: tuple[Point, ...], baseline: Point | None
    ) -> Target:
        """Make the reading; what is to be asked makes it ambiguous, and is its note."""
        asked = "; ".join(dict.fromkeys(self.queries)) or None
        unit = self.course.unit if self.course.stated else None
        later = NOT_YET_SET.search(self.words) and kind is not TargetKind.NOT_YET_SET
        note = asked or ("further targets are to be set" if later else None)
        ambiguous = asked is not None
        return Target(self.text, baseline, points, direction, unit, kind, ambiguous, self.recurrence, note)


def read_target(text: str, near: date | None = None) -> Target:
    """Read an outcome target; two-digit years take the century nearest `near` and are ambiguous without it.

    Never raises: what is no target, or is longer than 500 characters, is of kind `unknown` and says why.
    """
    if len(text) > _LONGEST and text.strip():
        return _plain(text, TargetKind.UNKNOWN, note=f"longer than {_LONGEST} characters")
    cleaned = clean(text)
    if not cleaned.strip("- "):
        return _plain(text, TargetKind.DASH if cleaned else TargetKind.BLANK)
    words = cleaned
    for name in NAMES_WITH_NUMBERS.find(cleaned):
        words = blank(words, name.start(), name.end(), "·")
    periods = find_periods(words, near)
    for period in periods:
        words = blank(words, period.start, period.end, "¤")
    recurrences = list(RECURRENCES.find(words))
    recurrence = min((found.name for found in recurrences), key=ORDER_OF_RECURRENCES.index, default=None)
    for found in recurrences:
        words = blank(words, found.start, found.end, "·")
    if NOT_APPLICABLE.fullmatch(words):
        return _plain(text, TargetKind.NOT_APPLICABLE)
    figures = find_figures(words)
    if len(figures) > _MOST_FIGURES:
        return _plain(text, TargetKind.UNKNOWN, note=f"more than {_MOST_FIGURES} figures")
    course = read_course(words, figures, periods)
    queries = [
        *course.queries,
        *(_PERIOD_QUERY for one in periods if one.ambiguous and not (recurrence and one.yearless)),
    ]
    if recurrence and " or " in recurrence:
        queries.append(recurrence)
    sentence = _Sentence(text, words, periods, course, recurrence, queries)
    return _with_figures(sentence) if course.stated else _in_words(sentence)


def _plain(text: str, kind: TargetKind, *, ambiguous: bool = False, note: str | None = None) -> Target:
    return Target(text, None, (), Direction.NONE, None, kind, ambiguous, note=note)


def _with_figures(sentence: _Sentence) -> Target:
    """Make the target of a text that prints at least one value."""
    course, queries = sentence.course, sentence.queries
    queries += [f"“{token}” cannot be read" for token in _unreadable(course.rest)]
    if "?" in sentence.words:
        queries.append("a question mark stands beside it")
    kind = _kind(sentence.words, course)
    if kind is TargetKind.RELATIVE and not course.relative:
        queries.append("says which way but not how far")
    direction = Direction.NONE if kind is TargetKind.NOT_YET_SET else _direction(sentence.words, course, queries)
    return sentence.target(kind, direction, course.targets, course.baseline)


def _unreadable(rest: str) -> list[str]:
    """Give what looks like a figure and is none, from a sentence with its figures, periods and names overprinted."""
    tokens = (token.rstrip(".,/") for token in _TOKEN.findall(rest))
    return [token for token in tokens if token.endswith("%") or token.startswith("£") or _is_number(token)]


_TOKEN = re.compile(r"[£0-9A-Za-z.,/]+%?", re.ASCII)


def _is_number(token: str) -> bool:
    return token[:1].isdecimal() and not token.strip("0123456789.,/O")


def _kind(words: str, course: Course) -> TargetKind:
    """Name the kind of a text with figures: the first that holds."""
    values = [point.value for point in course.targets if point.value is not None]
    kinds = (
        (TargetKind.ORDINAL, course.scale),
        (TargetKind.COMPARATIVE, course.compared),
        (TargetKind.RELATIVE, course.relative),
        (TargetKind.NOT_YET_SET, not values and NOT_YET_SET.search(words)),
        (TargetKind.RELATIVE, not values and course.targets and not course.fraction),
        (TargetKind.RANGE, any(isinstance(value, tuple) for value in values)),
    )
    return next((kind for kind, holds in kinds if holds), TargetKind.ABSOLUTE)


def _direction(words: str, course: Course, queries: list[str]) -> Direction:
    """Tell the direction: stated, or from the figures; where the two differ, as stated and to be asked about."""
    if course.change is not None:
        if course.change == "none":
            queries.append("which way is not told")
        return Direction(course.change)
    if not course.targets and not course.fraction:
        return Direction.NONE
    stated = stated_direction(words)
    levels = _levels(course)
    moves = {_way(first, last) for first, last in pairwise(levels)}
    if stated and _OPPOSITE.get(stated) in moves and Direction(stated) not in moves:
        queries.append("the words and the figures go different ways")
        return Direction(stated)
    if moves >= {Direction.INCREASE, Direction.DECREASE}:
        queries.append("the figures go both ways")
    return _way(levels[0], levels[-1]) if moves else Direction(stated or "achieve")


_OPPOSITE = {"increase": Direction.DECREASE, "decrease": Direction.INCREASE}


def _levels(course: Course) -> list[Decimal]:
    """Give the values in their order, a range by the sum of its ends, twice a point's value."""
    points = [*([course.baseline] if course.baseline else []), *course.targets]
    values = [point.value for point in points if point.value is not None]
    return [value[0] + value[1] if isinstance(value, tuple) else value * 2 for value in values]


def _way(first: Decimal, last: Decimal) -> Direction:
    if first == last:
        return Direction.MAINTAIN
    return Direction.INCREASE if first < last else Direction.DECREASE


_AGAINST = Form(r"\b(?:on|(?<!later )than|above|below)(?: the)? $")
_WORDED = Form(r"[a-z]")
_TRIM = re.compile(
    r"^[\s.,;:()/&-]+|(?:\b(?:by|in|from|at|for|on|during|until|before|to|and|the|end|of)\b|[\s,;:(/&-])+$", FLAGS
)


def _in_words(sentence: _Sentence) -> Target:
    """Make the target of a text that prints no value: by the first kind its words are known for."""
    words, queries = sentence.words, sentence.queries
    periods = joined(words, sentence.periods)
    kind, direction = _kind_of_words(words, periods, sentence.recurrence)
    base = next((one for one in periods if one.period and _is_base(words, one)), None)
    if base is not None:
        periods = [one for one in periods if one is not base]
        kind = TargetKind.COMPARATIVE if kind is TargetKind.MILESTONE else kind
    if kind is TargetKind.NOT_YET_SET:
        last = NOT_YET_SET.find(words)[-1]
        periods = [one for one in periods if one.start >= last.end()] or periods
    if kind is TargetKind.RELATIVE:
        queries.append("says which way but not how far")
    unreadable = _unreadable(sentence.course.rest)
    queries += [f"“{token}” cannot be read" for token in unreadable]
    if unreadable and kind is not TargetKind.NOT_YET_SET:
        kind = TargetKind.UNKNOWN
    if kind is TargetKind.UNKNOWN:
        queries += ["a year or a value"] if periods else []
        note = "; ".join(queries) or "says no value, no period and nothing to be done"
        return _plain(sentence.text, kind, ambiguous=bool(queries), note=note)
    clauses = zip(periods, _clauses(words, periods), strict=True)
    points = tuple(Point(None, one.period, clause) for one, clause in clauses if one.period)
    return sentence.target(kind, direction, points, None if base is None else Point(None, base.period))


def _is_base(sentence: str, found: Found) -> bool:
    before, after = sentence[: found.start], sentence[found.end :]
    return bool(BASELINE_BEFORE.search(before) or BASELINE_AFTER.match(after) or _AGAINST.search(before))


def _kind_of_words(words: str, periods: list[Found], recurrence: str | None) -> tuple[TargetKind, Direction]:
    """Name the kind and direction of a text without figures: the first that holds."""
    stated = stated_direction(words)
    dated = BY_A_DATE.search(words) and any(one.period for one in periods)
    alone = not _WORDED.search(words) and any(one.whole_year for one in periods)
    kinds = (
        (NOT_YET_SET.search(words), TargetKind.NOT_YET_SET, stated or "none"),
        (ORDINAL.search(words), TargetKind.ORDINAL, "maintain" if stated == "maintain" else "achieve"),
        (COMPARED.search(words) or stated == "maintain", TargetKind.COMPARATIVE, stated or "achieve"),
        (starts_with_change(words), TargetKind.RELATIVE, stated or "none"),
        (RATED.search(words), TargetKind.ORDINAL, "achieve"),
        (recurrence and not dated, TargetKind.RECURRING, "none"),
        (alone, TargetKind.UNKNOWN, "none"),
        (periods, TargetKind.MILESTONE, "achieve"),
        (says_activity(words), TargetKind.PROCESS, "none"),
        (True, TargetKind.UNKNOWN, "none"),
    )
    return next((kind, Direction(direction)) for holds, kind, direction in kinds if holds)


def _clauses(sentence: str, periods: list[Found]) -> list[str]:
    """Give the words of each milestone: those before its date, or after it where it stands at the head."""
    ends = [0, *(one.end for one in periods)]
    before = [_TRIM.sub("", sentence[end : one.start]).strip() for end, one in zip(ends, periods, strict=False)]
    if before and not before[0]:
        starts = [*(one.start for one in periods[1:]), len(sentence)]
        return [_TRIM.sub("", sentence[one.end : start]).strip() for one, start in zip(periods, starts, strict=True)]
    return before
