"""The outcome measures of a review on a screen: where each target line stands, and its figures over time.

A line is shown as `delivery.measures` judges it; its course has what was aimed at and what came of it by period, where
it should be on the day, and where it lands.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final, NamedTuple

from bvtrack.app.show.status import Status, Tone
from bvtrack.delivery.days import up_to
from bvtrack.delivery.landing import How, behind, landings
from bvtrack.delivery.measure_words import awaited_report, awaited_target, landing, should_be
from bvtrack.delivery.measures import Verdict
from bvtrack.delivery.words import full_day

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date
    from fractions import Fraction

    from bvtrack.app.show.view import ReviewView
    from bvtrack.core.event import MeasureEvent
    from bvtrack.core.review import Measure
    from bvtrack.delivery.measures import Level, MeasureStanding

MET: Final = Status("M", "met", Tone.GOOD)
NOT_MET: Final = Status("N", "not met", Tone.LATE)
WANTED: Final = Status("W", "figure due", Tone.SOON)
MET_WANTED: Final = Status("W", "met, next due", Tone.SOON)
NOT_MET_WANTED: Final = Status("W", "not met, next due", Tone.LATE)
BEHIND: Final = Status("B", "behind", Tone.LATE)
TO_SET: Final = Status("–", "target to be set", Tone.QUIET)
UNSET: Final = Status("W", "target overdue", Tone.LATE)
REPORT: Final = Status("–", "report to come", Tone.QUIET)
NO_REPORT: Final = Status("W", "report overdue", Tone.LATE)
NO_FIGURE: Final = Status("–", "no figure", Tone.QUIET)
UNJUDGED: Final = Status("?", "not judged", Tone.QUIET)
UNTARGETED: Final = Status("–", "no target", Tone.QUIET)
WAYS: Final[Mapping[str | None, str]] = {"rise": "↑ rise", "fall": "↓ fall", None: ""}
_STATUSES: Final[Mapping[tuple[Verdict | None, bool], Status]] = {
    (Verdict.MET, False): MET,
    (Verdict.MET, True): MET_WANTED,
    (Verdict.NOT_MET, False): NOT_MET,
    (Verdict.NOT_MET, True): NOT_MET_WANTED,
    (Verdict.NO_FIGURE, False): NO_FIGURE,
    (None, False): UNJUDGED,
}


class Outcome(NamedTuple):
    """A target line, or a measure: `under` is the measure of a line where it has several, else empty.

    `target` is the next one, or the last where none is left.
    """

    address: str
    text: str
    of: str
    way: str
    baseline: str
    target: str
    actual: str
    status: Status
    printed: str
    note: str
    under: str = ""


class Group(NamedTuple):
    """The measures of a recommendation."""

    address: str
    text: str
    outcomes: tuple[Outcome, ...]


class Point(NamedTuple):
    """A figure at the end of a period: its bounds, alike unless it is a range."""

    on: date
    period: str
    low: Decimal
    high: Decimal


class Mark(NamedTuple):
    """A row of the figures by period: what was aimed at, what came of it; `start` marks the baseline."""

    period: str
    target: str
    actual: str
    start: bool = False


class Told(NamedTuple):
    """A sentence about a line, and what it is about: `Should be`, `Lands at`, `Report`."""

    label: str
    text: str
    tone: Tone | None = None


class Course(NamedTuple):
    """A line's figures over time: those that can be drawn, all of them by period, what they come to; the as-at date.

    `ahead` leads from the latest figure to where the line lands; empty where nobody can tell, and once it has landed.
    """

    unit: str
    trajectory: tuple[Point, ...]
    actuals: tuple[Point, ...]
    marks: tuple[Mark, ...]
    as_at: date
    told: tuple[Told, ...] = ()
    ahead: tuple[Point, ...] = ()


def outcomes(view: ReviewView) -> tuple[Group, ...]:
    """List the target lines by recommendation; one without measures is left out."""
    standings = {one.address: one for one in view.standing.measures}
    return tuple(
        Group(one.id, one.text, tuple(line for measure in one.measures for line in _lines(measure, standings)))
        for one in view.review.recommendations
        if one.measures
    )


def course(view: ReviewView, address: str) -> Course | None:
    """Give the figures of a target line over time; None where the address is of none."""
    standing = next((one for one in view.standing.measures if one.address == address), None)
    if standing is None:
        return None
    measure, _, line = address.partition("/")
    actuals = _actuals(view, measure, int(line) if line.isdecimal() else None)
    levels = [*([standing.baseline] if standing.baseline else []), *standing.targets]
    return Course(
        unit=next((level.unit for level in levels if level.unit), ""),
        trajectory=tuple(_aims(levels)),
        actuals=tuple(_figures(actuals)),
        marks=tuple(_marks(standing, actuals)),
        as_at=view.as_at,
        told=tuple(_told(standing, view.as_at)),
        ahead=tuple(_ahead(standing)),
    )


def _lines(measure: Measure, standings: Mapping[str, MeasureStanding]) -> Iterator[Outcome]:
    """Yield a measure with its one line, or a measure and each of its lines."""
    if len(measure.targets) <= 1:
        yield _outcome(standings[measure.id])
        return
    way = WAYS[measure.direction]
    yield Outcome(measure.id, measure.text, measure.of or "", way, "", "", "", Status("", "", Tone.QUIET), "", "")
    for nth in range(1, len(measure.targets) + 1):
        standing = standings[f"{measure.id}/{nth}"]
        yield _outcome(standing)._replace(text=standing.printed, under=measure.id)


def _outcome(one: MeasureStanding) -> Outcome:
    aim = one.next or (one.targets[-1] if one.targets else None)
    return Outcome(
        address=one.address,
        text=one.text,
        of=one.of or "",
        way=WAYS[one.direction],
        baseline=_level(one.baseline),
        target=_level(aim),
        actual=f"{one.actual.text} {one.actual.period}" if one.actual else "",
        status=_status(one),
        printed=one.printed,
        note=one.note or "",
    )


def _status(one: MeasureStanding) -> Status:
    """Give the one thing to say of a line: that it is behind, or a promise not kept, goes before what is no news."""
    if not one.printed:
        return WANTED if one.due else UNTARGETED
    status = _STATUSES.get((one.verdict, one.due), WANTED)
    if behind(one) is not None and one.verdict is not Verdict.NOT_MET and not one.due:
        return BEHIND
    if one.setting and (status is UNJUDGED or one.setting.overdue):
        return UNSET if one.setting.overdue else TO_SET
    if one.reports and one.reports.next:
        return NO_REPORT if one.reports.overdue else REPORT
    return status


def _told(one: MeasureStanding, as_at: date) -> Iterator[Told]:
    """Yield where a line should be on the day, where it lands by each way to tell, and what is promised of it."""
    should = should_be(one, as_at)
    if should:
        yield Told("Should be", f"{should} on {full_day(as_at)}", Tone.LATE if behind(one) is not None else None)
    for way in landings(one):
        if way.how is not How.FIGURE:
            yield Told("Lands at", landing(way, one), Tone.LATE if way.verdict is Verdict.NOT_MET else None)
    if one.setting:
        yield Told("Promised", awaited_target(one.setting), Tone.LATE if one.setting.overdue else None)
    if one.reports and one.reports.next:
        text = awaited_report(one.reports, one.reports.next)
        yield Told("Promised", text, Tone.LATE if one.reports.overdue else None)
    for report in one.reports.made if one.reports else ():
        yield Told("Made", f"{full_day(report.on)}: {report.text}")


def _ahead(one: MeasureStanding) -> Iterator[Point]:
    """Yield the latest figure, or else the baseline, and where the line lands."""
    first = next(iter(landings(one)), None)
    known = [level for level in (one.baseline, *one.figures) if level is not None]
    last = next(_aims(known[-1:]), None)
    if first is not None and first.how is not How.FIGURE and first.target.ends and last is not None:
        yield last
        yield Point(first.target.ends, first.target.period, *map(_drawn, first.band))


def _drawn(value: Fraction) -> Decimal:
    """Give a figure that was worked out near enough to be drawn."""
    return Decimal(value.numerator) / Decimal(value.denominator)


def _level(level: Level | None) -> str:
    """Write a figure with its period; of a milestone, and of what is no figure, only the period: `by Jun 2002`."""
    if level is None:
        return ""
    if level.low is None:
        return f"by {level.period}" if level.period else ""
    return f"{level.text} {level.period}{'?' * level.doubtful}".rstrip()


def _actuals(view: ReviewView, measure: str, line: int | None) -> dict[date, MeasureEvent]:
    """Give the figures recorded up to the date, by the ends of their periods; the last word on a period counts."""
    measures = (one for recommendation in view.review.recommendations for one in recommendation.measures)
    told = up_to(view.as_at, next(one.events for one in measures if one.id == measure))
    found = {
        event.period.latest: event
        for event in told
        if event.kind == "actual" and event.line in {None, line or 1} and event.period and event.period.latest
    }
    return dict(sorted(found.items()))


def _aims(levels: Iterable[Level]) -> Iterator[Point]:
    """Yield what was aimed at as it can be drawn; a period that may be one of two has no place of its own."""
    for level in levels:
        if level.ends is not None and level.low is not None and level.high is not None and not level.doubtful:
            yield Point(level.ends, level.period, level.low, level.high)


def _figures(actuals: Mapping[date, MeasureEvent]) -> Iterator[Point]:
    for ends, event in actuals.items():
        value = event.value.targets[0].value if event.value else None
        if value is not None and event.period:
            low, high = value if isinstance(value, tuple) else (value, value)
            yield Point(ends, event.period.text, low, high)


def _marks(standing: MeasureStanding, actuals: Mapping[date, MeasureEvent]) -> Iterator[Mark]:
    """Yield the figures by period: the baseline, then what was aimed at and what came of it, as time goes on."""
    left = dict(actuals)
    if standing.baseline is not None:
        yield Mark(standing.baseline.period, standing.baseline.text, "", start=True)
    rows: list[tuple[date | None, Mark]] = []
    for target in standing.targets:
        event = left.pop(target.ends, None) if target.ends else None
        text = "as printed" if target.text == standing.printed else target.text
        rows.append((target.ends, Mark(f"{target.period or 'no period'}{'?' * target.doubtful}", text, _came(event))))
    rows += [(ends, Mark(event.period.text if event.period else "", "", _came(event))) for ends, event in left.items()]
    yield from (mark for _, mark in sorted(rows, key=_in_time))


def _came(event: MeasureEvent | None) -> str:
    return event.value.text if event and event.value else ""


def _in_time(row: tuple[date | None, Mark]) -> tuple[bool, int]:
    ends, _ = row
    return ends is None, ends.toordinal() if ends else 0
