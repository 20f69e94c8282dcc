"""What a measure's targets amount to: runs of figures that belong together, the way they go, and which way is good."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from bvtrack.checks.plans.plan import measures
from bvtrack.core.target import Direction, TargetKind
from bvtrack.core.target.words import FALLING, HOLDING, RISING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from decimal import Decimal

    from bvtrack.core.finding import Key
    from bvtrack.core.review import Measure, Review, TargetLine
    from bvtrack.core.target import Period, Point, Target

LEVELS = frozenset({TargetKind.ABSOLUTE, TargetKind.RANGE})
"""Kinds of target that are figures to be reached."""

_MONTH = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    "|nov(?:ember)?|dec(?:ember)?"
)
_FIGURE_NEXT = re.compile(r"\s{1,9}(?:from|to)\s{1,9}[£0-9]")
_LINK = "and|at|baseline|by|current|currently|end|falling|from|fy|in|of|q[1-4]|rising|target|the|then|to"
_BARE = re.compile(rf"(?:[^a-z]|\b(?:{_LINK}|{_MONTH})\b)*", re.IGNORECASE)
_WAY_OF_DIRECTION = {Direction.INCREASE: 1, Direction.DECREASE: -1}


@dataclass(frozen=True, slots=True)
class Level:
    """A figure of a measure, from `low` to `high` where it is a range, and the period it holds for."""

    low: Decimal
    high: Decimal
    period: Period | None


@dataclass(frozen=True, slots=True)
class Trajectory:
    """A run of figures: how its target lines read, its baseline if it has one, and its targets in order of period.

    One line is one run, save that lines of nothing but figures and periods continue each other. `targets` holds the
    levels to be reached; it is empty where there are none, and where two are for one period and so make no run.
    """

    address: str
    key: Key
    readings: tuple[Target, ...]
    baseline: Level | None
    targets: tuple[Level, ...]

    @property
    def levels(self) -> tuple[Level, ...]:
        """The baseline, where there is one, and the targets."""
        return self.targets if self.baseline is None else (self.baseline, *self.targets)

    @property
    def unit(self) -> str | None:
        """The unit the figures carry."""
        return next((reading.unit for reading in self.readings if reading.unit), None)


@dataclass(frozen=True, slots=True)
class Measured:
    """A measure with its key, its runs of figures, and which way is good: 1 up, -1 down, 0 where nothing tells."""

    key: Key
    measure: Measure
    runs: tuple[Trajectory, ...]
    good: int


def measured(review: Review) -> Iterator[Measured]:
    """Yield each measure of a review."""
    opens = review.period.years[0].start
    for key, measure in measures(review):
        runs = trajectories(measure, key, opens)
        yield Measured(key, measure, runs, good_way(measure, runs))


def target_address(measure: Measure, nth: int) -> str:
    """Give the address of a target line: the measure's own where it is the only one, else as `1.2/3` for the third."""
    return measure.id if len(measure.targets) == 1 else f"{measure.id}/{nth + 1}"


def trajectories(measure: Measure, key: Key, opens: date) -> tuple[Trajectory, ...]:
    """Give the runs of figures of the measure at `key`, in the order printed, in a plan that begins on the day `opens`.

    Where no baseline is marked as one, the first of several figures is one if its period was over by then.
    """
    runs = (
        _trajectory(target_address(measure, run[0]), (*key, "targets", run[0]), [measure.targets[nth] for nth in run])
        for run in _runs(measure.targets)
    )
    return tuple(_from_before(run, opens) for run in runs)


def level_of(point: Point | None) -> Level | None:
    """Give the level a point states; None where it states no figure."""
    if point is None or point.value is None:
        return None
    low, high = point.value if isinstance(point.value, tuple) else (point.value, point.value)
    return Level(low, high, point.period)


def steps(levels: Sequence[Level]) -> tuple[int, ...]:
    """Give the way from each figure to the next: 1 up, -1 down, 0 level; a range stands at its middle."""
    doubled = [level.low + level.high for level in levels]
    return tuple((later > earlier) - (later < earlier) for earlier, later in pairwise(doubled))


def movement(trajectory: Trajectory) -> int:
    """Tell the way a trajectory goes, by its figures or else by its words: 1 up, -1 down, 0 neither or both."""
    ways = set(steps(trajectory.levels)) - {0}
    return _only(ways or {_WAY_OF_DIRECTION.get(reading.direction, 0) for reading in trajectory.readings})


def good_way(measure: Measure, runs: Iterable[Trajectory]) -> int:
    """Tell which way is good, 1 up or -1 down: as declared, as the measure's words say, or as all its targets go.

    All of something is reached from below, and none of it from above. Gives 0 where nothing tells.
    """
    if measure.direction:
        return 1 if measure.direction == "rise" else -1
    return way_of_words(measure) or _only({movement(run) or _way_to_the_end(run) for run in runs} - {0})


def way_of_words(measure: Measure) -> int:
    """Tell the way the words of a measure ask for: 1 for a rise, -1 for a fall, 0 for neither or both."""
    return bool(RISING.search(measure.text)) - bool(FALLING.search(measure.text))


def says_which_way(text: str) -> bool:
    """Tell whether a text has words for a rise or a fall."""
    return bool(RISING.search(text) or FALLING.search(text))


def contradicts(trajectory: Trajectory, good: int) -> bool:
    """Tell whether a trajectory goes against the good way throughout.

    A single target on the wrong side of its baseline does not: it may as well be a wrong figure.
    """
    lone = trajectory.baseline is not None and len(trajectory.targets) == 1
    return good != 0 and movement(trajectory) == -good and not lone


def belied(trajectory: Trajectory) -> bool:
    """Tell whether figures that go one way stand in a line that says the other: `reduced from 14% to 18%`."""
    way = _only(set(steps(trajectory.levels)) - {0})
    return way != 0 and {-way} == {said for one in trajectory.readings for said in _said_of_figures(one.text)}


def turns_back(trajectory: Trajectory, good: int) -> bool:
    """Tell whether targets turn back on their way: against the good way or, where that is 0, from one way to the other.

    Targets that go against the good way throughout do not turn back, nor does a baseline beyond the first target.
    """
    if good == 0:
        return {1, -1} <= set(steps(trajectory.levels))
    return -good in steps(trajectory.targets) and not contradicts(trajectory, good)


def to_be_held(reading: Target) -> bool:
    """Tell whether a target line says that a level is to be maintained."""
    return reading.direction is Direction.MAINTAIN and HOLDING.search(reading.text) is not None


def shown(level: Level, unit: str | None) -> str:
    """Show a figure with its unit and period: `60-65% in 2003-04`, `£1,200,000 in 2003`, `8 days`."""
    with_unit = figure(level, unit)
    return f"{with_unit} in {level.period.label}" if level.period else with_unit


def figure(level: Level, unit: str | None) -> str:
    """Show a figure with its unit: `60-65%`, `£1,200,000`, `8 days`."""
    bare = f"{level.low:,f}" if level.low == level.high else f"{level.low:,f}-{level.high:,f}"
    return f"£{bare}" if unit == "£" else f"{bare}%" if unit == "%" else f"{bare} {unit or ''}".rstrip()


def _said_of_figures(text: str) -> Iterator[int]:
    """Yield the ways that words right before a figure say: `rising to 60%` is 1, `cut from 12 days` is -1."""
    for way, pattern in ((1, RISING), (-1, FALLING)):
        yield from (way for spot in pattern.find(text) if _FIGURE_NEXT.match(text, spot.end))


def _way_to_the_end(trajectory: Trajectory) -> int:
    """Tell the way to figures of 100% or of nought and no others: 1 up, -1 down, else 0."""
    ends = [end for level in trajectory.levels for end in (level.low, level.high)]
    if not ends:
        return 0
    return 1 if trajectory.unit == "%" and min(ends) == 100 else -1 if max(ends) == 0 else 0


def _only(ways: set[int]) -> int:
    return next(iter(ways)) if len(ways) == 1 else 0


def _runs(lines: Sequence[TargetLine]) -> Iterator[list[int]]:
    """Yield the positions of lines that make one run of figures."""
    run: list[int] = []
    for nth, line in enumerate(lines):
        if run and not _continues(lines[run[-1]], line):
            yield run
            run = []
        run.append(nth)
    if run:
        yield run


def _continues(before: TargetLine, line: TargetLine) -> bool:
    return (before.unit, before.of) == (line.unit, line.of) and _is_bare(before) and _is_bare(line)


def _is_bare(line: TargetLine) -> bool:
    """Tell whether a line prints levels and nothing else, so that it says of nobody else whom it measures."""
    return line.value.kind in LEVELS and _BARE.fullmatch(line.value.text) is not None


def _trajectory(address: str, key: Key, lines: Sequence[TargetLine]) -> Trajectory:
    readings = tuple(line.value for line in lines)
    baselines = (level_of(reading.baseline) for reading in readings)
    targets = (level_of(point) for reading in readings if reading.kind in LEVELS for point in reading.targets)
    return Trajectory(
        address=address,
        key=key,
        readings=readings,
        baseline=next((level for level in baselines if level), None),
        targets=_in_order([level for level in targets if level]),
    )


def _from_before(run: Trajectory, opens: date) -> Trajectory:
    if run.baseline is None and len(run.targets) > 1:
        first = run.targets[0]
        if first.period and first.period.latest and first.period.latest < opens:
            return replace(run, baseline=first, targets=run.targets[1:])
    return run


def _in_order(levels: Sequence[Level]) -> tuple[Level, ...]:
    """Put levels in the order of their periods, or as printed where a period is not told; none if one has two."""
    periods = [level.period for level in levels if level.period]
    if len({period.label for period in periods}) < len(periods):
        return ()
    days = [(period.latest or date.min, period.earliest or date.min) for period in periods]
    if len(days) < len(levels) or date.min in {day for pair in days for day in pair}:
        return tuple(levels)
    return tuple(level for _, level in sorted(zip(days, levels, strict=True), key=lambda pair: pair[0]))
