"""The course a sentence's figures take: which is the baseline, which are targets, and the period each holds for."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from bvtrack.core.target_figure import Figure, Value
from bvtrack.core.target_period import Found, Period
from bvtrack.core.target_text import blank
from bvtrack.core.target_timing import Standing, attach, base_period, joined
from bvtrack.core.target_words import (
    AFTER_BASELINE,
    BETTERING,
    BASELINE_CUE,
    BASELINE_NEAR,
    CHANGE_AFTER,
    CHANGE_BEFORE,
    COMPARATOR_CUE,
    FALLING,
    FIGURE_COMPARED,
    FLAGS,
    HOLDING,
    LEADS_TO,
    NOT_YET_SET,
    QUALIFIER,
    RISING,
    TARGET_CUE,
)


@dataclass(frozen=True, slots=True)
class Point:
    """A value and the period it holds for; either may be missing. A milestone's own words are its `text`."""

    value: Value | None
    period: Period | None
    text: str = ""


@dataclass(frozen=True, slots=True)
class Course:
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
    figures, periods = _years_as_values(text, figures, periods)
    figures = _of_one_unit(figures, text, queries)
    if not figures:
        return Course(stated=False, rest=rest, queries=tuple(queries))
    standings = _standings(text, [*figures, *_unset(text)])
    for here, following in zip(standings, standings[1:], strict=False):
        _lead(text, here, following, queries)
    changes = [_change(text, standing, queries) for standing in standings]
    relative = next(
        (change for one, change in zip(standings, changes, strict=True) if one.role == "target" and not one.figure.unset),
        None,
    )
    if relative is None and any(changes):
        standings = _without_restatement(standings, changes, queries)
    base, periods = base_period(text, periods, standings, relative=relative is not None)
    loose = attach(text, periods if relative else joined(text, periods), standings)
    queries += [one.figure.query for one in standings if one.figure.query]
    return _course(standings, base, loose, relative=relative, queries=queries, rest=rest, text=text)


def _years_as_values(text: str, figures: list[Figure], periods: list[Found]) -> tuple[list[Figure], list[Found]]:
    """Take `increase from 1950 to 2000` for two values, to be asked about, where the text has no other figure."""
    bare = [one for one in periods if one.bare and one.period]
    if figures or len(bare) != 2 or len(periods) != 2:
        return figures, periods
    before, between = text[: bare[0].start].lower(), text[bare[0].end : bare[1].start].lower()
    if not before.endswith("from ") or between != " to " or not (RISING.search(before) or FALLING.search(before)):
        return figures, periods
    query = "the figures may be years"
    return [Figure(one.start, one.end, Decimal(text_of(one)), counted=False, query=query) for one in bare], []


def text_of(found: Found) -> str:
    """Give the label of a period that is known."""
    return found.period.label if found.period else ""


def _one(unit: str | None) -> str | None:
    return None if unit is None else unit.lower().removesuffix("s")


def _of_one_unit(figures: list[Figure], text: str, queries: list[str]) -> list[Figure]:
    """Keep the figures that are the target's own: one unit, percentages first; `within 30 days` qualifies them."""
    kept = _carried([figure for figure in figures if not figure.scale] or figures, text)
    if len({_one(figure.unit) for figure in kept}) <= 1:
        return kept
    starts = [figure for figure in kept if text[: figure.start].lower().endswith("from ") and figure.unit]
    shares = [figure for figure in kept if figure.unit == "%"]
    counted = [figure for figure in kept if figure.counted and figure.unit]
    unit = _one((starts or shares or counted or kept)[0].unit)
    points = {"%", "percentage point"}
    wanted = points if unit in points else {unit}
    chosen = [figure for figure in kept if _one(figure.unit) in wanted or (figure.unit is None and figure.value == 0)]
    for figure in kept:
        if figure not in chosen and figure.unit and not QUALIFIER.search(text[: figure.start]):
            queries.append(f"a figure in {figure.unit} stands beside it")
    return chosen


_CARRIES = re.compile(r"(?:[ ,;:()¤=/>-]|\b(?:to|and|in|by|for|then|rising|falling|increasing|reducing)\b)*", FLAGS)


def _carried(figures: list[Figure], text: str) -> list[Figure]:
    """Lend a bare number the unit of the one beside it (`from 56 to 60%`); `8 to 10 days` is one range."""
    kept = list(figures)
    for n in range(len(kept) - 1, 0, -1):
        here, following = kept[n - 1], kept[n]
        between = text[here.end : following.start]
        if here.unit is None and not here.query and following.unit not in {None, "percentage points"} and _CARRIES.fullmatch(between):
            before = text[: here.start]
            plain = isinstance(here.value, Decimal) and isinstance(following.value, Decimal)
            if between == " to " and plain and not (BASELINE_NEAR.search(before) or RISING.search(before) or FALLING.search(before)):
                kept[n - 1 : n + 1] = [_range(here, following)]
            else:
                kept[n - 1] = replace(here, unit=following.unit, counted=True)
    for n in range(1, len(kept)):
        here, before_it = kept[n], kept[n - 1]
        if here.unit is None and before_it.unit not in {None, "percentage points"} and _CARRIES.fullmatch(text[before_it.end : here.start]):
            kept[n] = replace(here, unit=before_it.unit, counted=True)
    return kept


def _range(low: Figure, high: Figure) -> Figure:
    assert isinstance(low.value, Decimal)
    assert isinstance(high.value, Decimal)
    query = None if low.value < high.value else "the range does not rise"
    return replace(high, start=low.start, value=(low.value, high.value), query=query)


def _unset(text: str) -> list[Figure]:
    return [Figure(found.start(), found.end(), None, unset=True) for found in NOT_YET_SET.finditer(text)]


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
        standings.append(Standing(figure, before, between[:at], _role(before, between if not following else between[:at])))
        before = between[at:]
    return standings


def _role(before: str, after: str) -> str:
    """Tell the part of a figure by the words around it: the last one before it counts, unless one after it says."""
    if COMPARATOR_CUE.search(before):
        return "comparator"
    base = max((cue.end() for cue in BASELINE_CUE.finditer(before)), default=-1)
    near = BASELINE_NEAR.search(before)
    target = max((cue.end() for cue in TARGET_CUE.finditer(before)), default=-1)
    if AFTER_BASELINE.match(after) or near or base > -1 and base >= target:
        return "baseline"
    return "target"


def _lead(text: str, here: Standing, following: Standing, queries: list[str]) -> None:
    """Make the first of `56% rising to 60%` and `56% -> 60%` the baseline; `56% to 60%` alone is asked about."""
    if here.role != "target" or here.figure.unset or following.figure.unset or here.before.rstrip().lower().endswith(("to", "->")):
        return
    between = text[here.figure.end : following.figure.start]
    if between.strip() == "/":
        queries.append("figures divided by a solidus")
    if LEADS_TO.search(between) or between.strip(" ¤()").lower().endswith(" to") or between == " to ":
        here.role = "baseline"
        if between == " to ":
            queries.append("a range or a change")


def _change(text: str, standing: Standing, queries: list[str]) -> str | None:
    """Tell the direction of a figure that is a change from something, `none` where that is not told; else None."""
    figure = standing.figure
    if standing.role != "target" or figure.unset:
        return None
    if figure.change:
        return figure.change
    earlier = text[: figure.start]
    after = text[figure.end :]
    stated = stated_direction(text) or "none"
    found = CHANGE_AFTER.match(after)
    if found:
        return "increase" if found["over"] else "decrease" if found["under"] else stated
    found = CHANGE_BEFORE.search(standing.before)
    if found:
        if found["more"]:
            return "increase"
        if found["bare"]:
            queries.append("by or to the figure is not told")
        if not found["by"] or stated_direction(earlier) or BETTERING.search(earlier):
            return stated
    if figure.unit == "percentage points" and not re.search(r"\b(?:to|gap|difference)\b", standing.before, FLAGS):
        return stated
    return None


def stated_direction(text: str) -> str | None:
    """Give the direction the first such word of the text states."""
    found = [(match.start(), name) for name, form in _DIRECTIONS if (match := form.search(text))]
    return min(found)[1] if found else None


_DIRECTIONS = (("increase", RISING), ("decrease", FALLING), ("maintain", HOLDING))


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


def _course(
    standings: list[Standing],
    base: Found | None,
    loose: list[Found],
    *,
    relative: str | None,
    queries: list[str],
    rest: str,
    text: str,
) -> Course:
    """Make the points, in the order printed, and ask where a period has no value or is itself ambiguous."""
    bases = [one for one in standings if one.role == "baseline"]
    if len(bases) > 1:
        queries.append("more than one baseline")
    targets = [one for one in standings if one.role == "target" and not (one.figure.unset and not one.periods)]
    points = [
        (one.figure.start, Point(one.figure.value, period))
        for one in targets
        for period in one.periods or [None]
        if one.figure.value is not None or period is not None
    ]
    points += [(found.start, Point(None, found.period)) for found in loose if found.period]
    points.sort(key=lambda placed: placed[0])
    if loose and any(one.figure.value is not None for one in targets):
        queries.append("a period stands without a value")
    baseline = Point(bases[-1].figure.value, (bases[-1].periods or [None])[0]) if bases else None
    if base is not None:
        baseline = Point(None, base.period)
    kept = tuple(point for _, point in points)
    holding = HOLDING.search(text) is not None
    if holding and bases and not any(point.value is not None for point in kept):
        kept = (Point(bases[-1].figure.value, kept[0].period if kept else None),)
    own = [one.figure for one in standings if not one.figure.unset]
    unit = next((figure.unit for figure in reversed(own) if figure.unit), None)
    return Course(
        stated=bool(own),
        baseline=baseline,
        targets=kept,
        unit=unit,
        relative=relative is not None,
        compared=any(FIGURE_COMPARED.match(text, figure.end) for figure in own),
        scale=all(figure.scale for figure in own) or any(re.search(r"\b(?:top|best) $", one.before, FLAGS) for one in targets),
        fraction=any(figure.value is None for figure in own),
        change=relative,
        queries=tuple(queries),
        rest=rest,
    )
