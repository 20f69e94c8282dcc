"""Where an outcome measure stands on a day: its baseline, its figures, the next target, and whether it is met.

Each target line stands for itself, as lines may measure different people; a figure that names no line speaks for all
lines of its measure. A target is met or not where both readings allow an exact comparison, and nothing is judged else.
A change (`10% increase`) is a figure to be reached once there is a baseline to change.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING, Final, NamedTuple, TypeVar

from bvtrack.core.period import Precision
from bvtrack.core.target import Direction, TargetKind
from bvtrack.delivery.days import up_to
from bvtrack.delivery.promises import reports, setting

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bvtrack.core.due import Due
    from bvtrack.core.event import MeasureEvent
    from bvtrack.core.review import Measure, Review, TargetLine
    from bvtrack.core.target import Point, Target
    from bvtrack.core.target.figure import Value
    from bvtrack.delivery.promises import Reports, Setting

Number = TypeVar("Number", Decimal, Fraction)
_POINTS: Final = "percentage points"
_WHOLE: Final = 100  # per cent
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
    `doubtful` is set where the period may be one of two (`in 04`); it then `starts` and `ends` as either may. A figure
    that was recorded may have its `reason`, and the `counts` it stands for: of how many it is true, among how many.
    """

    text: str
    low: Decimal | None
    high: Decimal | None
    unit: str | None
    period: str
    starts: date | None
    ends: date | None
    doubtful: bool = False
    reason: str | None = None
    counts: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class MeasureStanding:
    """A measure's target line on a day; `address` is the measure's own where it has no more than one line.

    `baseline` is the printed one, or else the one recorded; `since` is the day it stands for where it names no period.
    `figures` and `forecasts` hold the last word on each period, in the order in which these end; `actual` and
    `forecast` are the latest of them. `way` is which way is good, 1 up or -1 down, 0 where nothing tells. `target` is
    the one that `actual` is for, and `verdict` is about it; None where the two cannot be compared. `next` is the first
    target after that of the latest figure, and `due` says that its period is over without one.
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
    way: int
    steps: bool
    since: date
    figures: tuple[Level, ...]
    forecasts: tuple[Level, ...]
    setting: Setting | None
    reports: Reports | None


def measures(review: Review, as_at: date) -> tuple[MeasureStanding, ...]:
    """Give where the measures of a review stand, in the order printed."""
    days = _days(review, as_at)
    return tuple(
        standing
        for recommendation in review.recommendations
        for measure in recommendation.measures
        for standing in _measure(measure, days)
    )


def standings(measure: Measure, review: Review, as_at: date) -> tuple[MeasureStanding, ...]:
    """Give where the lines of one measure of a review stand, in the order printed."""
    return tuple(_measure(measure, _days(review, as_at)))


class _Days(NamedTuple):
    """The days that count: that of the report, the first of its plan from then on, and the one asked about."""

    printed: date
    begun: date
    as_at: date


def _days(review: Review, as_at: date) -> _Days:
    return _Days(review.date, max(review.date, review.period.years[0].start), as_at)


def _measure(measure: Measure, days: _Days) -> Iterator[MeasureStanding]:
    told = up_to(days.as_at, measure.events)
    lines: Sequence[TargetLine | None] = measure.targets or (None,)
    for nth, line in enumerate(lines, start=1):
        address = measure.id if len(lines) == 1 else f"{measure.id}/{nth}"
        yield _line(address, measure, line, [event for event in told if event.line in {None, nth}], days)


def _line(
    address: str, measure: Measure, line: TargetLine | None, told: Sequence[MeasureEvent], days: _Days
) -> MeasureStanding:
    unit = (line.unit if line else None) or measure.unit
    reading = line.value if line else None
    way = _good_way(measure, reading)
    baseline = _baseline(reading, unit, told)
    targets = _targets(reading, unit, baseline)
    figures, forecasts = _figures(told, "actual"), _figures(told, "forecast")
    actual = figures[-1] if figures else None
    target = _target_of(actual, targets)
    following = _following(actual, targets)
    return MeasureStanding(
        address=address,
        text=measure.text,
        of=(line.of if line else None) or measure.of,
        printed=reading.text if reading else "",
        direction=measure.direction,
        baseline=baseline,
        targets=targets,
        actual=actual,
        forecast=forecasts[-1] if forecasts else None,
        target=target,
        next=following,
        due=following is not None and _is_due(following, reading, days.as_at),
        verdict=_verdict(actual, target, way) if _has_levels(targets) else None,
        note=next((event.reason for event in reversed(told) if event.reason), None),
        way=way,
        steps=measure.course == "steps",
        since=days.printed,
        figures=figures,
        forecasts=forecasts,
        setting=setting(reading, days.as_at),
        reports=reports(reading, told, days.begun, days.as_at),
    )


def _is_due(target: Level, reading: Target | None, as_at: date) -> bool:
    """Tell whether a figure for a target is due: its period is over, and the target is not itself to be set by then."""
    unset = reading is not None and reading.kind is TargetKind.NOT_YET_SET
    return target.ends is not None and target.ends < as_at and not unset


def _has_levels(targets: Sequence[Level]) -> bool:
    return any(target.low is not None for target in targets)


def _baseline(reading: Target | None, unit: str | None, told: Sequence[MeasureEvent]) -> Level | None:
    """Give the baseline as printed or, where that has no figure, as recorded for the period printed, if one is."""
    printed = _level(reading.baseline, reading, unit) if reading and reading.baseline else None
    if printed is not None and (printed.low is not None or not _figures(told, "baseline")):
        return printed
    ends = printed.ends if printed else None
    recorded = [level for level in _figures(told, "baseline") if ends in {None, level.ends}]
    return recorded[-1] if recorded else printed


def _targets(reading: Target | None, unit: str | None, baseline: Level | None) -> tuple[Level, ...]:
    """Give the targets of a line in the order of their periods, those without a period last."""
    levels = (
        (_changed(_level(point, reading, unit), point, reading, (baseline, unit)) for point in reading.targets)
        if reading
        else ()
    )
    return tuple(sorted(levels, key=lambda level: level.ends or date.max))


def _changed(level: Level, point: Point, reading: Target, start: tuple[Level | None, str | None]) -> Level:
    """Put the figure to be reached in place of a change of the baseline, which `start` has with the measure's unit.

    `10%` of a baseline that is itself in per cent may be a tenth of it or ten points: it stays a change.
    """
    baseline, unit = start
    way = _WAYS.get(reading.direction, 0)
    if reading.kind is not TargetKind.RELATIVE or not way or point.value is None or baseline is None:
        return level
    if baseline.low is None or baseline.high is None:
        return level
    named = baseline.unit or unit or (None if reading.unit in {"%", _POINTS} else reading.unit)
    near, far = _bounds(point.value)[::way]
    if reading.unit == "%" and named != "%":
        ends = baseline.low * (_WHOLE + way * near) / _WHOLE, baseline.high * (_WHOLE + way * far) / _WHOLE
    elif (reading.unit in {None, named} and named != "%") or (reading.unit, named) == (_POINTS, "%"):
        ends = baseline.low + way * near, baseline.high + way * far
    else:
        return level
    low, high = (bound.normalize() for bound in sorted(ends))
    return replace(level, text=figure_text(low, high, named), low=low, high=high, unit=named)


def _bounds(value: Value) -> tuple[Decimal, Decimal]:
    return value if isinstance(value, tuple) else (value, value)


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
    return figure_text(low, high, reading.unit or unit)


def figure_text(low: Decimal, high: Decimal, unit: str | None) -> str:
    """Write a figure with its unit: `60-65%`, `£85,000`, `8 days`."""
    bare = f"{low:,f}" if low == high else f"{low:,f}-{high:,f}"
    return {"£": f"£{bare}", "%": f"{bare}%"}.get(unit or "", f"{bare} {unit or ''}".rstrip())


def _figures(told: Sequence[MeasureEvent], kind: str) -> tuple[Level, ...]:
    """Give the figures of a kind in the order in which their periods end; of several for one day the last counts."""
    last = {
        event.period.latest: _figure(event, event.period, event.value)
        for event in told
        if event.kind == kind and event.value and event.period and event.period.latest
    }
    return tuple(last[day] for day in sorted(last))


def _figure(event: MeasureEvent, period: Due, value: Target) -> Level:
    """Give a recorded figure as a level; a year with its four digits is the calendar year, as it is in a target."""
    counted = event.numerator is not None and event.denominator is not None
    return replace(
        _level(value.targets[0], value, None),
        text=value.text,
        period=period.text,
        starts=period.earliest,
        ends=period.latest,
        doubtful=period.ambiguous and period.precision is not Precision.YEAR,
        reason=event.reason,
        counts=(event.numerator or 0, event.denominator or 0) if counted else None,
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
    """Compare a figure with its target, where both have one in the same unit."""
    if actual is None:
        return Verdict.NO_FIGURE
    if target is None or way == 0 or actual.unit not in {None, target.unit}:
        return None
    if actual.low is None or actual.high is None or target.low is None or target.high is None:
        return None
    return compared((actual.low, actual.high), (target.low, target.high), way)


def compared(figure: tuple[Number, Number], target: tuple[Number, Number], way: int) -> Verdict | None:
    """Compare a figure with a target, the good way being 1 up or -1 down: a range is met at the bound reached first."""
    near = target[0] if way > 0 else target[1]
    worse, better = figure if way > 0 else (-figure[1], -figure[0])
    if worse >= near * way:
        return Verdict.MET
    return Verdict.NOT_MET if better < near * way else None
