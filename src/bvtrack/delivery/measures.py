"""Where an outcome measure stands on a day: its baseline, the latest figure, the next target, and whether it is met.

Each target line stands for itself, as lines may measure different people; a figure that names no line speaks for all
lines of its measure. A target is met or not where both readings allow an exact comparison, and nothing is judged else.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from bvtrack.core.target import Direction, TargetKind
from bvtrack.delivery.days import up_to

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from decimal import Decimal

    from bvtrack.core.event import MeasureEvent
    from bvtrack.core.review import Measure, Review, TargetLine
    from bvtrack.core.target import Point, Target

_LEVELS: Final = frozenset({TargetKind.ABSOLUTE, TargetKind.RANGE})
_WAYS: Final[Mapping[str | Direction | None, int]] = {
    "rise": 1,
    "fall": -1,
    Direction.INCREASE: 1,
    Direction.DECREASE: -1,
}


class Verdict(StrEnum):
    """What the latest figure says of the target it is for."""

    MET = "met"
    NOT_MET = "not met"
    NO_FIGURE = "no figure"


@dataclass(frozen=True, slots=True)
class Level:
    """A figure with its unit and period: `low` and `high` are its bounds, alike unless it is a range.

    `low` and `high` are None for a milestone, whose words are its `text`, and for a figure that is no level.
    `doubtful` is set where the period may be one of two (`in 04`); it then `starts` and `ends` as either may.
    """

    text: str
    low: Decimal | None
    high: Decimal | None
    unit: str | None
    period: str
    starts: date | None
    ends: date | None
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class MeasureStanding:
    """A measure's target line on a day; `address` is the measure's own where it has no more than one line.

    `actual` and `forecast` are the figures of the latest period that has one. `target` is the one that `actual` is
    for, and `verdict` is about it; None where the two cannot be compared. `next` is the first target after that of the
    latest figure, and `due` says that its period is over without one.
    """

    address: str
    text: str
    of: str | None
    printed: str
    direction: str | None
    baseline: Level | None
    targets: tuple[Level, ...]
    actual: Level | None
    forecast: Level | None
    target: Level | None
    next: Level | None
    due: bool
    verdict: Verdict | None
    note: str | None


def measures(review: Review, as_at: date) -> tuple[MeasureStanding, ...]:
    """Give where the measures of a review stand, in the order printed."""
    return tuple(
        standing
        for recommendation in review.recommendations
        for measure in recommendation.measures
        for standing in _measure(measure, as_at)
    )


def _measure(measure: Measure, as_at: date) -> Iterator[MeasureStanding]:
    told = up_to(as_at, measure.events)
    lines: Sequence[TargetLine | None] = measure.targets or (None,)
    for nth, line in enumerate(lines, start=1):
        address = measure.id if len(lines) == 1 else f"{measure.id}/{nth}"
        yield _line(address, measure, line, [event for event in told if event.line in {None, nth}], as_at)


def _line(
    address: str, measure: Measure, line: TargetLine | None, told: Sequence[MeasureEvent], as_at: date
) -> MeasureStanding:
    unit = (line.unit if line else None) or measure.unit
    reading = line.value if line else None
    targets = _targets(reading, unit)
    actual = _latest(told, "actual")
    target = _target_of(actual, targets)
    following = _following(actual, targets)
    return MeasureStanding(
        address=address,
        text=measure.text,
        of=(line.of if line else None) or measure.of,
        printed=reading.text if reading else "",
        direction=measure.direction,
        baseline=_level(reading.baseline, reading, unit) if reading and reading.baseline else None,
        targets=targets,
        actual=actual,
        forecast=_latest(told, "forecast"),
        target=target,
        next=following,
        due=following is not None and following.ends is not None and following.ends < as_at,
        verdict=_verdict(actual, target, _good_way(measure, reading)) if _has_levels(targets) else None,
        note=next((event.reason for event in reversed(told) if event.reason), None),
    )


def _has_levels(targets: Sequence[Level]) -> bool:
    return any(target.low is not None for target in targets)


def _targets(reading: Target | None, unit: str | None) -> tuple[Level, ...]:
    """Give the targets of a line in the order of their periods, those without a period last."""
    levels = (_level(point, reading, unit) for point in reading.targets) if reading else ()
    return tuple(sorted(levels, key=lambda level: level.ends or date.max))


def _level(point: Point, reading: Target, unit: str | None) -> Level:
    """Give a point as a level; a change from a start that is not told is none that can be compared."""
    period = point.period
    low, high = point.value if isinstance(point.value, tuple) else (point.value, point.value)
    exact = reading.kind in _LEVELS
    return Level(
        text=_shown(point, low, high, reading, unit),
        low=low if exact else None,
        high=high if exact else None,
        unit=reading.unit or unit,
        period=period.label if period else "",
        starts=period.earliest if period else None,
        ends=period.latest if period else None,
        doubtful=period.ambiguous if period else False,
    )


def _shown(point: Point, low: Decimal | None, high: Decimal | None, reading: Target, unit: str | None) -> str:
    """Write a figure with its unit (`60-65%`, `£85,000`, `8 days`), a milestone by its words, all else as printed."""
    if reading.kind is TargetKind.MILESTONE:
        return point.text
    if low is None or high is None or reading.kind not in _LEVELS:
        return reading.text
    named = reading.unit or unit or ""
    bare = f"{low:,f}" if low == high else f"{low:,f}-{high:,f}"
    return {"£": f"£{bare}", "%": f"{bare}%"}.get(named, f"{bare} {named}".rstrip())


def _latest(told: Sequence[MeasureEvent], kind: str) -> Level | None:
    """Give the figure of the period that ends last; of several for one period the last word counts."""
    figures = [
        (event.period.latest, nth, event.period, event.value)
        for nth, event in enumerate(told)
        if event.kind == kind and event.value and event.period and event.period.latest
    ]
    if not figures:
        return None
    *_, period, value = max(figures)
    level = _level(value.targets[0], value, None)
    return replace(
        level,
        text=value.text,
        period=period.text,
        starts=period.earliest,
        ends=period.latest,
        doubtful=period.ambiguous,
    )


def _target_of(actual: Level | None, targets: Sequence[Level]) -> Level | None:
    """Give the target that a figure is for: that of its period, or the one with the same last day, if it is alone.

    The only target of a line is meant by any figure where it prints no period; one of a doubtful period by none.
    """
    if actual is None:
        return None
    if len(targets) == 1 and targets[0].ends is None:
        return targets[0]
    ending = [target for target in targets if target.ends == actual.ends and not target.doubtful]
    exact = [target for target in ending if target.starts == actual.starts] or ending
    return exact[0] if len(exact) == 1 else None


def _following(actual: Level | None, targets: Sequence[Level]) -> Level | None:
    """Give the first target that the latest figure leaves open."""
    if actual is None or actual.ends is None:
        return targets[0] if targets else None
    return next((target for target in targets if target.ends and target.ends > actual.ends), None)


def _good_way(measure: Measure, reading: Target | None) -> int:
    """Tell which way is good, 1 up or -1 down, as declared or as the line says; 0 where neither does."""
    return _WAYS.get(measure.direction) or _WAYS.get(reading.direction if reading else None, 0)


def _verdict(actual: Level | None, target: Level | None, way: int) -> Verdict | None:
    """Compare a figure with its target: a range is met at the bound that is reached first."""
    if actual is None:
        return Verdict.NO_FIGURE
    if target is None or way == 0 or actual.unit not in {None, target.unit}:
        return None
    if actual.low is None or actual.high is None or target.low is None or target.high is None:
        return None
    near = target.low if way > 0 else target.high
    worse, better = (actual.low, actual.high) if way > 0 else (-actual.high, -actual.low)
    if worse >= near * way:
        return Verdict.MET
    return Verdict.NOT_MET if better < near * way else None
