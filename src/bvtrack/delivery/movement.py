"""What moved in a review between two standings of it, item by item: of two days, of two states of knowledge, or both.

What an event says is told with its reason and on whose authority; a deadline that moved without one is told so. A step
is told of where it moves otherwise than its action.
"""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple, TypeVar

from bvtrack.delivery import progress, words
from bvtrack.delivery.days import up_to
from bvtrack.delivery.holders import Holders
from bvtrack.delivery.money import label_of
from bvtrack.delivery.move import Move, What
from bvtrack.delivery.progress import FINISHED, LEADS_TO
from bvtrack.delivery.slippage import ON_TIME

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

    from bvtrack.core.event import ActionEvent
    from bvtrack.core.review import Stream
    from bvtrack.delivery.measures import Level, MeasureStanding
    from bvtrack.delivery.money import Line
    from bvtrack.delivery.progress import Standing
    from bvtrack.delivery.review import ReviewStanding

Some = TypeVar("Some")
Placed = TypeVar("Placed", "MeasureStanding", "Line")
Key = tuple[str, ...]
UNRECORDED: Final = "no re-baseline is recorded"
TAKEN_BACK: Final = "a re-baseline was taken back"


class Work(NamedTuple):
    """An action or a step, and the events that speak for it on its day."""

    standing: Standing
    events: Sequence[ActionEvent]


def movement(before: ReviewStanding | None, after: ReviewStanding | None) -> tuple[Move, ...]:
    """Give what moved from one standing of a review to another, in the order of the plan; None: it is not there."""
    if before is None or after is None:
        news = ((after, What.ADDED), (before, What.REMOVED))
        return tuple(Move("", one.review.title, what) for one, what in news if one is not None)
    return (
        *_less_inherited(_matched(work(before), work(after), _work_moved, _came)),
        *_matched(_by_address(before.measures), _by_address(after.measures), _measure_moved, _measure_came),
        *_matched(
            _by_address(before.money), _by_address(after.money), partial(_money_moved, waits=_waits(after)), _money_came
        ),
    )


def _matched(
    before: Mapping[Key, Some],
    after: Mapping[Key, Some],
    moved: Callable[[Some, Some], Iterable[Move]],
    came: Callable[[Some, What], Iterable[Move]],
) -> Iterator[Move]:
    """Yield what moved of the things that stand in both, and what came; then what is gone."""
    for key, now in after.items():
        yield from moved(before[key], now) if key in before else came(now, What.ADDED)
    for key, then in before.items():
        if key not in after:
            yield from came(then, What.REMOVED)


def work(of: ReviewStanding) -> dict[Key, Work]:
    """Give actions by their ids, and steps by their words under them, as numbers shift when one comes or goes."""
    found: dict[Key, Work] = {}
    twice: Counter[Key] = Counter()
    holders = Holders(of.review)
    parts = (part for recommendation in of.review.recommendations for part in recommendation.parts)
    for part, whole in zip(parts, of.actions, strict=True):
        steps = progress.steps(part, whole, of.as_at, holders) if part.steps else ()
        under = ((one, (part.id, one.text), step.events) for one, step in zip(steps, part.steps, strict=True))
        for standing, key, events in ((whole, (part.id,), part.events), *under):
            twice[key] += 1
            found[*key, str(twice[key])] = Work(standing, up_to(of.as_at, events))
    return found


def _by_address(things: Iterable[Placed]) -> dict[Key, Placed]:
    return {(one.address,): one for one in things}


def _came(one: Work, what: What) -> Iterator[Move]:
    said = words.status(one.standing)
    before, after = (said, None) if what is What.REMOVED else (None, said)
    yield Move(one.standing.address, one.standing.text, what, before, after)


def _work_moved(before: Work, after: Work) -> Iterator[Move]:
    then, now = before.standing, after.standing
    fresh, lost = _differing(before.events, after.events)

    def move(what: What, was: str, is_: str, why: str = "") -> Move:
        return Move(now.address, now.text, what, was or None, is_ or None, why)

    if then.text != now.text:
        yield move(What.REWORDED, then.text, now.text)
    if then.owner != now.owner:
        yield move(What.OWNER, then.owner, now.owner)
    if then.state is not now.state:
        what = What.COMPLETED if now.state in FINISHED else What.STATUS
        on = f" on {words.full_day(now.finished_on)}" if now.finished_on else ""
        yield move(what, then.state.value, f"{now.state.value}{on}", _because(fresh, LEADS_TO))
    if words.deadline(then.current) != words.deadline(now.current):
        why = _because(fresh, {"re-baseline"})
        gone = any(event.kind == "re-baseline" for event in lost)
        what = What.REBASELINED if why else What.DEADLINE
        told = why or (TAKEN_BACK if gone else UNRECORDED)
        yield move(what, words.deadline(then.current), words.deadline(now.current), told)
    if words.deadline(then.forecast) != words.deadline(now.forecast) and not now.closed:
        why = _because(fresh, {"forecast"})
        yield move(What.FORECAST, words.deadline(then.forecast), words.deadline(now.forecast), why)
    yield from _delayed(then, now)


def _delayed(then: Standing, now: Standing) -> Iterator[Move]:
    """Tell that work is late by now, or how much later or less late it is in months."""
    was, is_ = then.slippage or ON_TIME, now.slippage or ON_TIME
    told = words.delay(was) or None, words.delay(is_) or "not late"
    if now.overdue and not then.overdue:
        yield Move(now.address, now.text, What.LATE, words.deadline(now.current), f"overdue, {words.delay(is_)}")
    elif is_.months != was.months:
        yield Move(now.address, now.text, What.LATER if is_ > was else What.EARLIER, *told)


def _less_inherited(moves: Iterable[Move]) -> Iterator[Move]:
    """Leave out what a step has of its action: told of the action, it is told."""
    told: set[tuple[str, What, str | int | None, str | int | None]] = set()
    for move in moves:
        above, slash, _ = move.address.partition("/")
        what = What.DEADLINE if move.what is What.REBASELINED else move.what
        if not slash or (above, what, move.before, move.after) not in told:
            yield move
        told.add((move.address, what, move.before, move.after))


def _differing(
    before: Sequence[ActionEvent], after: Sequence[ActionEvent]
) -> tuple[list[ActionEvent], list[ActionEvent]]:
    """Give the events that speak now and did not, and those that did and do no more."""
    left, fresh = list(before), []
    for event in after:
        if event in left:
            left.remove(event)
        else:
            fresh.append(event)
    return fresh, left


def _because(events: Iterable[ActionEvent], kinds: Collection[str]) -> str:
    """Give the reasons of events of some kinds, each with who stands for it."""
    return "; ".join(told for event in events if event.kind in kinds and (told := _authority(event)))


def _authority(event: ActionEvent) -> str:
    """Say why, and on whose authority: the minute and who approved it, else who entered it."""
    approved = [
        *([f"minute {event.minute}"] if event.minute else ()),
        *([f"approved by {event.approved_by}"] if event.approved_by else ()),
    ]
    entered = [f"entered by {event.by}"] if event.by and not approved else []
    return ", ".join([*([event.reason] if event.reason else ()), *approved, *entered])


def _measure_came(one: MeasureStanding, what: What) -> Iterator[Move]:
    before, after = (one.printed, None) if what is What.REMOVED else (None, one.printed)
    yield Move(one.address, one.text, what, before or None, after or None)


def _measure_moved(then: MeasureStanding, now: MeasureStanding) -> Iterator[Move]:
    if then.text != now.text:
        yield Move(now.address, now.text, What.REWORDED, then.text, now.text)
    if then.printed != now.printed:
        yield Move(now.address, now.text, What.TARGET, then.printed or None, now.printed or None)
    for what, earlier, later in (
        (What.FIGURE, then.figures, now.figures),
        (What.FORECAST, then.forecasts, now.forecasts),
    ):
        was, is_ = _by_period(earlier), _by_period(later)
        for period in dict.fromkeys((*is_, *was)):
            old, new = was.get(period), is_.get(period)
            if (old and old.text) != (new and new.text):
                why = (new.reason or "") if new else ""
                yield Move(now.address, now.text, what, _figure(old), _figure(new), why)


def _by_period(levels: Iterable[Level]) -> dict[str, Level]:
    return {level.period: level for level in levels}


def _figure(level: Level | None) -> str | None:
    return f"{level.text} ({level.period})" if level else None


def _money_came(one: Line, what: What) -> Iterator[Move]:
    pence = one.money.expected
    before, after = (pence, None) if what is What.REMOVED else (None, pence)
    yield Move(one.address, _named(one), what, before, after, one.because or "")


def _waits(of: ReviewStanding) -> dict[tuple[str, Stream], str]:
    """Name the actions that money of a recommendation in a stream waits for longer than planned."""
    found: dict[tuple[str, Stream], list[str]] = {}
    for one in of.waiting:
        if one.late:
            found.setdefault((one.recommendation, one.stream), []).append(one.held_by)
    return {money: f"waits for {', '.join(dict.fromkeys(actions))}" for money, actions in found.items()}


def _money_moved(then: Line, now: Line, waits: Mapping[tuple[str, Stream], str]) -> Iterator[Move]:
    was, is_ = then.money, now.money
    because = now.because or "" if now.because != then.because else ""
    layers = [
        (What.PLANNED, was.plan, is_.plan),
        (What.FORECAST, was.forecast, is_.forecast),
        (What.ACTUAL, was.actual, is_.actual),
        (What.MITIGATED, was.mitigated, is_.mitigated),
    ]
    told = [Move(now.address, _named(now), what, old, new, because) for what, old, new in layers if old != new]
    yield from told
    if not told and was.expected != is_.expected:
        yield Move(
            now.address,
            _named(now),
            What.EXPECTED,
            was.expected,
            is_.expected,
            because or waits.get((now.recommendation, now.stream), ""),
        )


def _named(line: Line) -> str:
    return f"{line.stream.capitalize()} {label_of(line.year)}".rstrip()
