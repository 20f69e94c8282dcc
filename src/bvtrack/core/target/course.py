"""The course a sentence's figures take: which is the baseline, which are targets, and the period each holds for."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from bvtrack.core.target.figure import Figure, Value
from bvtrack.core.target.lexicon import FLAGS, Form
from bvtrack.core.target.text import blank
from bvtrack.core.target.timing import Standing, attach, base_period
from bvtrack.core.target.unit import of_one_unit, years_as_values
from bvtrack.core.target.words import (
    AFTER_BASELINE,
    BASELINE_CUE,
    BETTERING,
    CHANGE_AFTER,
    COMPARATOR_CUE,
    FALLING,
    FIGURE_COMPARED,
    HOLDING,
    LEADS_TO,
    NO_FIGURE,
    NOT_YET_SET,
    PART_CUE,
    RISING,
    TARGET_CUE,
    TO_AN_AVERAGE,
    change_before,
    near_baseline,
)

if TYPE_CHECKING:
    from bvtrack.core.target.period import Found, Period


class Point(NamedTuple):
    """A value and the period it holds for; either may be missing. A milestone's own words are its `text`."""

    value: Value | None
    period: Period | None
    text: str = ""


class Course(NamedTuple):
    """What a sentence's figures say together. `stated` tells whether it prints any value; `queries` what to ask."""

    stated: bool
    baseline: Point | None = None
    targets: tuple[Point, ...] = ()
    unit: str | None = None
    relative: bool = False
    compared: bool = False
    scale: bool = False
    fraction: bool = False
    change: str | None = None
    queries: tuple[str, ...] = ()
    rest: str = ""


def read_course(text: str, figures: list[Figure], periods: list[Found]) -> Course:
    """Put figures and periods together; `text` has the periods overprinted by ¤ and names with numbers by ·."""
    queries: list[str] = []
    rest = text
    for figure in figures:
        rest = blank(rest, figure.start, figure.end, "·")
    figures, periods = years_as_values(text, figures, periods)
    figures = of_one_unit(figures, text, queries)
    if not figures:
        return Course(stated=False, rest=rest, queries=tuple(queries))
    standings = _standings(text, [*figures, *_unset(text)])
    _list_of_actuals(standings)
    for here, following in pairwise(standings):
        _lead(text, here, following, queries)
    changes = [_change(text, standing, queries) for standing in standings]
    reached = [
        change for one, change in zip(standings, changes, strict=True) if one.role == "target" and not one.figure.unset
    ]
    relative = reached[0] if reached else None
    if relative is not None:
        standings = _without_level(standings, changes, queries)
    elif any(changes):
        standings = _without_restatement(standings, changes, queries)
    base, periods = base_period(text, periods, standings, relative=relative is not None)
    loose, milestones = attach(text, periods, standings, join=not relative)
    queries += _asked_of_words(text, standings)
    if base is not None and relative is None and "baseline" not in text.lower():
        queries.append("a change whose way is not told")
    queries += [one.figure.query for one in standings if one.figure.query]
    if loose and any(one.role == "target" and one.figure.value is not None for one in standings):
        queries.append("a period stands without a value")
    baseline, targets = _points(text, standings, loose + milestones, queries)
    bases = [one for one in standings if one.role == "baseline"]
    reaching = [one for one in standings if one.role == "target" and not one.figure.unset]
    queries += _unplaced(text, reaching, bases)
    own = [one.figure for one in [*reaching, *bases]]
    highest = any(re.search(r"\b(?:top|best) $", one.before, FLAGS) for one in reaching)
    return Course(
        stated=bool(own),
        baseline=Point(None, base.period) if base is not None else baseline,
        targets=targets,
        unit=next((figure.unit for figure in own if figure.unit), None),
        relative=relative is not None,
        compared=any(FIGURE_COMPARED.match(text, figure.end) for figure in own),
        scale=highest or all(figure.scale for figure in own),
        fraction=any(figure.value is None for figure in own),
        change=relative,
        queries=tuple(queries),
        rest=rest,
    )


def _unset(text: str) -> list[Figure]:
    return [
        Figure(found.start(), found.end(), None, unset=True)
        for found in (*NOT_YET_SET.find(text), *NO_FIGURE.find(text))
    ]


_PARTING = re.compile(r"[;,()]|\.(?= )|\band\b", FLAGS)


def _standings(text: str, figures: list[Figure]) -> list[Standing]:
    """Share the words between figures out: up to the last comma, bracket or stop they belong to the one before."""
    ordered: list[Figure] = []
    for figure in sorted(figures, key=lambda one: (one.start, one.unset)):
        if not ordered or figure.start >= ordered[-1].end:
            ordered.append(figure)
    standings, before = [], text[: ordered[0].start]
    for figure, following in zip(ordered, [*ordered[1:], None], strict=True):
        between = text[figure.end : following.start if following else len(text)]
        parts = list(_PARTING.finditer(between)) if following else []
        at = parts[-1].end() if parts else 0 if following else len(between)
        standings.append(
            Standing(figure, before, between[:at], _role(before, between if not following else between[:at]))
        )
        before = between[at:]
    return standings


def _role(before: str, after: str) -> str:
    """Tell the part of a figure by the words around it: the last one before it counts, unless one after it says."""
    if PART_CUE.search(before) or (COMPARATOR_CUE.search(before) and not TO_AN_AVERAGE.search(before)):
        return "comparator"
    base = max((cue.end for cue in BASELINE_CUE.find(before)), default=-1)
    target = max((cue.end for cue in TARGET_CUE.find(before)), default=-1)
    if AFTER_BASELINE.match(after) or near_baseline(before) or (base > -1 and base >= target):
        return "baseline"
    return "target"


_EXPLICIT = Form(r"\b(?:target|targets|planned|goal)\b")
_ACTUALS = Form(r"\b(?:actuals?|outturns?)\b")


def _list_of_actuals(standings: list[Standing]) -> None:
    """Let `actual 2000/01 54%, 2001/02 56%; target 60%` hold two actuals: the word rules until `target` is said."""
    explicit = [n for n, one in enumerate(standings) if _EXPLICIT.search(one.before)]
    for n, (here, following) in enumerate(pairwise(standings), start=1):
        ruled = here.role == "baseline" and (n == 1 and _ACTUALS.search(here.before) is not None)
        if ruled and explicit and n < explicit[0] and not re.search(r"[a-z]", following.before, FLAGS):
            following.role = "baseline"


def _lead(text: str, here: Standing, following: Standing, queries: list[str]) -> None:
    """Make the first of `56% rising to 60%` and `56% -> 60%` the baseline; `56% to 60%` alone is asked about."""
    if (
        here.role != "target"
        or change_before(here.before) == "by"
        or here.figure.unset
        or following.figure.unset
        or here.before.rstrip().lower().endswith(("to", "->"))
    ):
        return
    between = text[here.figure.end : following.figure.start]
    if between.strip() == "/":
        queries.append("figures divided by a solidus")
    if LEADS_TO.search(between) or between.rstrip(" ¤()").lower().endswith(" to"):
        here.role = "baseline"
        if between == " to ":
            queries.append("a range or a change")


def _change(text: str, standing: Standing, queries: list[str]) -> str | None:
    """Tell the direction of a figure that is a change from something, `none` where that is not told; else None."""
    figure = standing.figure
    if standing.role != "target" or figure.unset:
        return None
    stated = stated_direction(text) or "none"
    after, before = CHANGE_AFTER.match(text[figure.end :]), change_before(standing.before)
    change = figure.change
    if change is None and after:
        change = "increase" if after["over"] else "decrease" if after["under"] else stated
    elif change is None and before and (before != "by" or _moving(text[: figure.start])):
        change = "increase" if before == "more" else stated
        if before == "bare":
            queries.append("by or to the figure is not told")
    level = re.search(r"\b(?:to|gap|difference)\b", standing.before, FLAGS)
    return stated if change is None and figure.unit == "percentage points" and not level else change


def _moving(text: str) -> bool:
    return bool(stated_direction(text) or BETTERING.search(text))


def stated_direction(text: str) -> str | None:
    """Give the direction the first such word of the text states."""
    found = [spot for words in (RISING, FALLING, HOLDING) if (spot := words.search(text))]
    return min(found).name if found else None


def _without_restatement(standings: list[Standing], changes: list[str | None], queries: list[str]) -> list[Standing]:
    """Leave out a change that only says again what the figures say: `from 56% to 60%, an increase of 4 points`."""
    kept = [one for one, change in zip(standings, changes, strict=True) if change is None]
    base = next((one.figure.value for one in kept if one.role == "baseline"), None)
    target = next((one.figure.value for one in kept if one.role == "target" and one.figure.value is not None), None)
    for one, change in zip(standings, changes, strict=True):
        value = one.figure.value
        agrees = (
            isinstance(base, Decimal)
            and isinstance(target, Decimal)
            and isinstance(value, Decimal)
            and (abs(target - base) == value or abs(target - base) * 100 == abs(base * value))
        )
        if change is not None and not agrees:
            queries.append("a change and a level that do not say the same")
    return kept


def _without_level(standings: list[Standing], changes: list[str | None], queries: list[str]) -> list[Standing]:
    """Leave out the level that a change is said to lead to: `by £10,000 to £95,000`; the two are to be asked about."""
    kept = [
        one
        for one, change in zip(standings, changes, strict=True)
        if change is not None or one.role != "target" or not re.search(r"\bto $", one.before, FLAGS)
    ]
    if len(kept) < len(standings):
        queries.append("a change and a level")
    return kept


_TARGET_AFTER = Form(r"[ (]*(?:¤+ )?\(?target")
_BESIDE = re.compile(r"[ (:,-]*")


def _asked_of_words(text: str, standings: list[Standing]) -> list[str]:
    """Ask where words leave open whether a figure is settled, is a target, or is negative."""
    asked = []
    for here, following in pairwise(standings):
        settled = here.figure.unset == following.figure.unset or here.periods or following.periods
        if not settled and _BESIDE.fullmatch(text[here.figure.end : following.figure.start]):
            asked.append("the figure is to be confirmed")
    targets = [one for one in standings if one.role == "target"]
    named = [bool(_TARGET_AFTER.match(one.after)) for one in targets]
    if any(named) and not all(named) and not _EXPLICIT.search(text[: targets[0].figure.start]):
        asked.append("which figures are targets is not told")
    if re.fullmatch(r"\(£[^()]*\)", text):
        asked.append("an amount in brackets may be negative")
    return asked


_OPENS = re.compile(r"\((?:¤+:? ?)?$")


def _earlier_in_brackets(
    text: str, standings: list[Standing], targets: tuple[Point, ...], queries: list[str]
) -> tuple[Point | None, tuple[Point, ...]]:
    """Take the second figure of `95% by 2005 (88% in 2002)` for the baseline, as it is earlier, and ask about it."""
    if len(standings) != 2 or len(targets) != 2 or not _OPENS.search(text[: standings[1].figure.start]):
        return None, targets
    first, second = targets
    if second.value is not None:
        queries.append("what the figure in brackets is is not told")
        if _last_day(second) < _last_day(first):
            return second, (first,)
    return None, targets


def _last_day(point: Point) -> date:
    """Give the last day a point is for; the end of time where it prints none."""
    return (point.period and point.period.latest) or date.max


def _unplaced(text: str, reached: list[Standing], bases: list[Standing]) -> list[str]:
    """Ask where several values are to be reached and when is not printed for each."""
    placed = [one for one in reached if one.periods]
    if len(reached) < 2 or len(placed) == len(reached) or "thereafter" in text.lower() or (bases and not placed):
        return []
    return ["values stand without a period"]


def _points(
    text: str, standings: list[Standing], loose: list[Found], queries: list[str]
) -> tuple[Point | None, tuple[Point, ...]]:
    """Make the baseline and the targets, in the order printed, and ask where a period has no value."""
    bases = [one for one in standings if one.role == "baseline"]
    if len(bases) > 1:
        queries.append("more than one baseline")
    baseline = Point(bases[-1].figure.value, (bases[-1].periods or [None])[0]) if bases else None
    placed = [
        (one.figure.start, Point(one.figure.value, period))
        for one in standings
        if one.role == "target"
        for period in one.periods or [None]
        if one.figure.value is not None or period is not None
    ]
    placed += [(found.start, Point(None, found.period)) for found in loose if found.period]
    targets = tuple(point for _, point in sorted(placed, key=lambda one: one[0]))
    days = [_last_day(point) for point in targets if point.period and point.value is not None]
    if days != sorted(days):
        queries.append("the periods are not in their order")
    if baseline is None:
        return _earlier_in_brackets(text, standings, targets, queries)
    if HOLDING.search(text) and all(point.value is None for point in targets):
        period = targets[0].period if targets else baseline.period
        return Point(baseline.value, baseline.period if targets else None), (Point(baseline.value, period),)
    return baseline, targets
