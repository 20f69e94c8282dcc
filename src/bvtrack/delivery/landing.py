"""Where an outcome measure should be on a day, by how far it is behind, and where it will land by its last target.

Between two periods the way is a straight line from the last day of one to the last day of the other, counted in days,
or a step up on that last day where the measure says so. All is exact: whole days and fractions.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from bvtrack.delivery.measures import Verdict, compared

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from bvtrack.delivery.measures import Level, MeasureStanding

_FOR_A_TREND: Final = 3  # figures: two lie on a line whatever they are
_WHOLE: Final = 100  # per cent


class How(StrEnum):
    """How it is known where a measure lands, the surest first."""

    FIGURE = "figure"
    FORECAST = "forecast"
    TREND = "trend"
    LAST_STEP = "last step"


class Band(NamedTuple):
    """A figure from `low` to `high`, which are alike where it is no range."""

    low: Fraction
    high: Fraction


class Spot(NamedTuple):
    """A figure at the end of the period it is for."""

    on: date
    band: Band


@dataclass(frozen=True, slots=True)
class Landing:
    """Where a measure lands by its last target: `verdict` compares the two, `reason` is what its manager says."""

    how: How
    band: Band
    target: Level
    verdict: Verdict | None
    reason: str | None = None


def expected(standing: MeasureStanding, on: date) -> Band | None:
    """Give where a measure should be on a day; None where its targets do not tell.

    Before its baseline's period is over it should be where it starts, after the last target where that is. Without a
    baseline nothing is expected before the first target.
    """
    spots = trajectory(standing)
    if not spots:
        return None
    if on < spots[0].on:
        return spots[0].band if spots[0] in (*_start(standing),) else None
    found = _stretch(spots, on)
    if found is None:
        return spots[-1].band
    before, after = found
    return before.band if standing.steps else _between(before, after, on)


def stretch(standing: MeasureStanding, on: date) -> tuple[Spot, Spot] | None:
    """Give the two figures a measure is between on a day; None before the first of its way and from the last on."""
    return _stretch(trajectory(standing), on)


def _stretch(spots: Sequence[Spot], on: date) -> tuple[Spot, Spot] | None:
    return next(((one, other) for one, other in pairwise(spots) if one.on <= on < other.on), None)


def behind(standing: MeasureStanding) -> Fraction | None:
    """Give how far the latest figure is behind where it should be at the end of its period; None where it is not.

    A range is behind where all of it is, and against a range where it has not reached the bound that is reached first.
    """
    actual = standing.actual
    if actual is None or actual.ends is None or not standing.way:
        return None
    aim, figure = expected(standing, actual.ends), _band(actual)
    if aim is None or figure is None or actual.unit not in {None, _unit(standing)}:
        return None
    gap = aim.low - figure.high if standing.way > 0 else figure.low - aim.high
    return gap if gap > 0 else None


def landings(standing: MeasureStanding) -> tuple[Landing, ...]:
    """Give where a measure lands by its last target, in every way that can be told, the surest first.

    The figure of that period, where it is there; else its manager's forecast of it; the straight line that lies nearest
    to all figures (by least squares), from three on, give or take as much as any figure stands off it; and the line
    through the last two. What a unit cannot be (more than 100%, less than nothing) no line leads to.
    """
    target = next((one for one in reversed(standing.targets) if _placed(one)), None)
    if target is None or target.ends is None or not (standing.figures or standing.forecasts):
        return ()
    unit = _unit(standing)
    known = _known(standing, unit)
    came = known.get(target.ends)
    if came is not None:
        return (_landing(How.FIGURE, came, standing, target),)
    if known and max(known) > target.ends:
        return ()
    spots = [Spot(day, band) for day, band in sorted(known.items())]
    told = [_forecast(standing, target, unit)]
    for how, least, line in ((How.TREND, _FOR_A_TREND, _trend), (How.LAST_STEP, 2, _last_step)):
        if len(spots) >= least:
            band = _possible(line(spots, target.ends), standing, spots)
            told.append(_landing(how, band, standing, target))
    return tuple(one for one in told if one is not None)


def trajectory(standing: MeasureStanding) -> tuple[Spot, ...]:
    """Give the baseline and the targets as spots in order of time; none where a line has no target with its place.

    A period that may be one of two has no place, and two targets for one day are no way.
    """
    aims = [Spot(one.ends, band) for one in standing.targets if one.ends and (band := _placed(one))]
    days = {spot.on for spot in aims}
    if not aims or len(days) < len(aims):
        return ()
    start = [one for one in _start(standing) if one.on < min(days)]
    return (*start, *aims)


def _start(standing: MeasureStanding) -> Iterator[Spot]:
    """Yield the baseline, on the last day of its period, or else the day it was told."""
    level = standing.baseline
    band = _band(level) if level is not None and not level.doubtful else None
    if level is not None and band is not None and level.unit in {None, _unit(standing)}:
        yield Spot(level.ends or standing.since, band)


def _known(standing: MeasureStanding, unit: str | None) -> dict[date, Band]:
    """Give the baseline and the figures that came, by the last days of their periods."""
    known = {spot.on: spot.band for spot in _start(standing)}
    came = ((one.ends, _band(one)) for one in standing.figures if one.unit in {None, unit})
    return known | {day: band for day, band in came if day and band}


def _forecast(standing: MeasureStanding, target: Level, unit: str | None) -> Landing | None:
    """Give what the manager expects for the period of the last target."""
    for one in standing.forecasts:
        band = _band(one)
        if one.ends == target.ends and one.unit in {None, unit} and band is not None:
            return _landing(How.FORECAST, band, standing, target, one.reason)
    return None


def _landing(how: How, band: Band, standing: MeasureStanding, target: Level, reason: str | None = None) -> Landing:
    aim = _band(target)
    verdict = compared(band, aim, standing.way) if aim is not None and standing.way else None
    return Landing(how, band, target, verdict, reason)


def _trend(spots: Sequence[Spot], on: date) -> Band:
    """Give the trend of the lower bounds less, and of the upper bounds more, what any stands off it."""
    low, below = _fitted([(spot.on, spot.band.low) for spot in spots], on)
    high, above = _fitted([(spot.on, spot.band.high) for spot in spots], on)
    return Band(low - below, high + above)


def _fitted(points: Sequence[tuple[date, Fraction]], on: date) -> tuple[Fraction, Fraction]:
    """Give the height on a day of the line with the least squares, and the most that any point stands off that line."""
    days = [day.toordinal() for day, _ in points]
    values = [value for _, value in points]
    middle, mean = Fraction(sum(days), len(days)), sum(values, Fraction()) / len(values)
    across = sum((day - middle) ** 2 for day in days)
    slope = sum(((day - middle) * (value - mean) for day, value in zip(days, values, strict=True)), Fraction()) / across
    off = max(abs(value - mean - slope * (day - middle)) for day, value in zip(days, values, strict=True))
    return mean + slope * (on.toordinal() - middle), off


def _last_step(spots: Sequence[Spot], on: date) -> Band:
    """Carry the line through the last two figures on; bounds that cross on the way change places."""
    low, high = _between(spots[-2], spots[-1], on)
    return Band(min(low, high), max(low, high))


def _between(before: Spot, after: Spot, on: date) -> Band:
    """Give the place on the line through two spots on a day, which may be beyond them."""
    part = Fraction((on - before.on).days, (after.on - before.on).days)
    (start, top), (end, end_top) = before.band, after.band
    low = start + (end - start) * part
    return Band(low, low if (start, end) == (top, end_top) else top + (end_top - top) * part)


def _possible(band: Band, standing: MeasureStanding, spots: Iterable[Spot]) -> Band:
    """Keep a line within what is possible: nought and, of per cents, 100, where no figure or target is beyond them."""
    bounds = [bound for spot in (*spots, *trajectory(standing)) for bound in spot.band]
    low, high = band
    if min(bounds) >= 0:
        low, high = max(low, Fraction()), max(high, Fraction())
    if _unit(standing) == "%" and max(bounds) <= _WHOLE:
        low, high = min(low, Fraction(_WHOLE)), min(high, Fraction(_WHOLE))
    return Band(low, high)


def _unit(standing: MeasureStanding) -> str | None:
    """Give the unit of the targets."""
    return next((one.unit for one in standing.targets if one.low is not None), None)


def _placed(level: Level) -> Band | None:
    """Give a level as a band, where its period has a place in time."""
    return _band(level) if level.ends is not None and not level.doubtful else None


def _band(level: Level) -> Band | None:
    if level.low is None or level.high is None:
        return None
    low = Fraction(level.low)
    return Band(low, low if level.high == level.low else Fraction(level.high))
