"""Record progress: what happened to an action, a step, a measure or an amount, as a dated event under it.

Each verb takes the review as its author saw it (`seen`); where the thing has changed since, ConflictProblem is raised
and nothing is written. Raises UsageProblem for what cannot have happened, InputProblem for what cannot be read.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, cast

from bvtrack.app import possible
from bvtrack.app.conflict import as_seen, conflict, own_value, shown
from bvtrack.core.address import find, places
from bvtrack.core.due import read_due
from bvtrack.core.edit import with_event
from bvtrack.core.errors import UsageProblem
from bvtrack.core.review import Measure, Part, Step, TargetLine
from bvtrack.core.visible import visible
from bvtrack.delivery.progress import standing
from bvtrack.delivery.slippage import slippage
from bvtrack.delivery.words import full_day, memory

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from bvtrack.app.desk import Desk
    from bvtrack.core.address import Place
    from bvtrack.core.event import ActionEvent, ActionKind, AmountKind, Confidence, MeasureKind
    from bvtrack.core.plain import Plain, Table
    from bvtrack.core.review import Review
    from bvtrack.store.store import Change

_SAID = {
    "start": "started on {on}",
    "complete": "completed on {on}",
    "reopen": "reopened on {on}",
    "forecast": "now expected by {value}",
    "re-baseline": "deadline moved to {value}",
    "mainstream": "mainstreamed on {on}",
    "defer": "deferred on {on}",
    "no resource": "left without resource on {on}",
    "suspend": "suspended on {on}",
    "delete": "deleted from the plan on {on}",
    "supersede": "superseded on {on}",
    "resume": "resumed on {on}",
    "note": "noted on {on}",
}
_FIGURE_SAID = {
    "baseline": "starts from {value}{period}",
    "actual": "came out as {value}{period}",
    "forecast": "now expected at {value}{period}",
    "mitigated": "made up for by other measures: {value}",
    "report": "report made on {on}",
    "note": "noted on {on}",
}


@dataclass(frozen=True, slots=True)
class Because:
    """The day an event speaks for (None: today), and why and on whose authority: in a minute, or somebody's own."""

    on: dt.date | None = None
    reason: str | None = None
    minute: str | None = None
    approved_by: str | None = None


class _News(NamedTuple):
    """An event to be recorded `under` a thing, and what the log says of it, at which address."""

    address: str
    under: str
    said: str
    event: dict[str, Plain | None]


def record_action(  # noqa: PLR0913 — what an event says
    desk: Desk,
    where: tuple[str, str],
    kind: ActionKind,
    because: Because,
    *,
    value: str | None = None,
    confidence: Confidence | None = None,
    seen: Review | None = None,
) -> Change:
    """Record progress of an action or a step; `value` is the new deadline of a forecast or a re-baseline.

    What moves the deadline, or ends or halts the work, is refused without a reason and whoever approved it.
    """
    name, address = where
    on = because.on or desk.today

    def news(review: Review) -> _News:
        place = find(review, address)
        if place.model not in {Part, Step}:
            raise UsageProblem(visible(address), "is no action and no step", "an action is like 2c, a step like 2c/3")
        as_seen(review, seen, place.address)
        possible.past(place.address, kind, on, desk.today)
        events = _events(review, place.address)
        possible.possible(review, place.address, events, kind, on)
        possible.approved(place.address, kind, because.reason, because.minute, because.approved_by)
        said = _SAID[kind].format(on=full_day(on), value=_deadline(value, review.date))
        said += _memory(review, place.address, events, value) + _authority(because)
        told: dict[str, Plain | None] = {"value": value, "approved_by": because.approved_by, "confidence": confidence}
        return _News(place.address, place.address, said, told)

    return _written(desk, name, kind, because, news)


def record_measure(  # noqa: PLR0913 — what an event says
    desk: Desk,
    where: tuple[str, str],
    kind: MeasureKind,
    because: Because,
    *,
    value: str | None = None,
    period: str | None = None,
    counts: tuple[int, int] | None = None,
    seen: Review | None = None,
) -> Change:
    """Record a measure's figure for a period, or a report made; `1.2/3` is the third target line of measure 1.2.

    A figure names the line it is for, also where that is the only one: it says nothing of lines that come later.
    `counts` is what a percentage stands for: of how many it is true, among how many.
    """
    name, address = where
    on = because.on or desk.today

    def news(review: Review) -> _News:
        place = find(review, address)
        if place.model not in {Measure, TargetLine}:
            todo = "a measure is like 1.3, one of its lines like 1.3/2"
            raise UsageProblem(visible(address), "is no outcome measure", todo)
        measure = place.address.partition("/")[0] if place.model is TargetLine else place.address
        line = _line_of(review, place, kind)
        as_seen(review, seen, measure)
        possible.past(place.address, kind, on, desk.today)
        if kind in {"actual", "baseline"}:
            possible.begun(place.address, period, on, review.date)
        if kind == "baseline":
            possible.unprinted(review, measure, line)
        possible.counted(place.address, value, counts)
        said = _figure(kind, on, value, f" in {period}" if period else "")
        numerator, denominator = counts or (None, None)
        told: dict[str, Plain | None] = {"period": period, "value": value, "line": line}
        return _News(place.address, measure, said, told | {"numerator": numerator, "denominator": denominator})

    return _written(desk, name, kind, because, news)


def record_money(  # noqa: PLR0913 — what an event says
    desk: Desk,
    where: tuple[str, str],
    kind: AmountKind,
    because: Because,
    *,
    value: str | None = None,
    seen: Review | None = None,
) -> Change:
    """Record money of a stream in a year (`2/savings/2004-05`): as it turned out, is expected, or is made up for."""
    name, address = where
    on = because.on or desk.today

    def news(review: Review) -> _News:
        place = find(review, address)
        recommendation, _, rest = place.address.partition("/")
        stream, _, year = rest.partition("/")
        if "profile" not in place.key or not year:
            raise UsageProblem(visible(address), "is no amount of a year", "an amount is like 2/savings/2004-05")
        as_seen(review, seen, place.address)
        _money_as_seen(review, seen, (recommendation, stream, year))
        possible.past(place.address, kind, on, desk.today)
        if kind == "actual":
            possible.year_begun(place.address, year, on, review.date)
        said = _figure(kind, on, value, "")
        return _News(place.address, recommendation, said, {"stream": stream, "year": year, "value": value})

    return _written(desk, name, kind, because, news)


def _line_of(review: Review, place: Place, kind: MeasureKind) -> int | None:
    """Give the number of the target line that a figure or a report is for; None where there are none.

    A note may be about the whole measure. Raises UsageProblem where nobody could tell the line.
    """
    above = place.key[:-2] if place.model is TargetLine else place.key
    lines = [one for one in places(review) if one.model is TargetLine and one.key[: len(above)] == above]
    if place.model is TargetLine:
        meant = [place]
    elif kind == "note":
        return None
    else:
        meant = [line for line in lines if kind != "report" or possible.asks_for_reports(review, line.address)]
    if kind == "report" and not any(possible.asks_for_reports(review, line.address) for line in meant):
        raise UsageProblem(place.address, "asks for no report", "record what is known of it as a note")
    if len(meant) > 1:
        what = f"has {len(meant)} target lines"
        raise UsageProblem(place.address, what, f"name the one meant: {', '.join(line.address for line in meant)}")
    return cast("int", meant[0].key[-1]) + 1 if meant else None


def _figure(kind: AmountKind | MeasureKind, on: dt.date, value: str | None, period: str) -> str:
    return _FIGURE_SAID[kind].format(on=full_day(on), value=value, period=period)


def _deadline(text: str | None, near: dt.date) -> str | None:
    """Tell a new deadline as typed, and the day it is due where the text does not say it."""
    latest = read_due(text, near).latest if text else None
    said = full_day(latest) if latest else text
    return said if text is None or said == text else f"{text} ({said})"


def _memory(review: Review, address: str, events: tuple[ActionEvent, ...], value: str | None) -> str:
    """Tell how far a new deadline is from the one first approved, and how often it has been moved with it."""
    new = read_due(value, review.date) if value else None
    if new is None or new.latest is None:
        return ""
    one = standing(review, address, max((event.date for event in events), default=review.date))
    first = one.baseline.latest if one.baseline else None
    told = memory(one.baseline, new, one.moves + 1, slippage(first, new.latest) if first else None)
    return f"; {told}"


def _authority(because: Because) -> str:
    """Tell who approved it, by the minute or by name; nothing where nobody did."""
    if because.minute:
        return f"; minute {because.minute}"
    return f"; approved by {because.approved_by}" if because.approved_by else ""


def _events(review: Review, address: str) -> tuple[ActionEvent, ...]:
    """Give the events of an action or a step."""
    above, _, nth = address.partition("/")
    part = next(part for one in review.recommendations for part in one.parts if part.id == above)
    return part.steps[int(nth) - 1].events if nth else part.events


def _money_as_seen(review: Review, seen: Review | None, amount: tuple[str, str, str]) -> None:
    """Raise ConflictProblem where there is news of an amount that its editor has not seen."""
    if seen is None or seen == review:
        return
    then, now = _last_of(seen, amount), _last_of(review, amount)
    if then != now:
        raise conflict("/".join(amount), shown(then), shown(now))


def _last_of(review: Review, amount: tuple[str, str, str]) -> Table | None:
    recommendation, stream, year = amount
    value = own_value(review, recommendation)
    events = value.get("event") if isinstance(value, dict) else None
    told = [
        event
        for event in (cast("Table", one) for one in (events if isinstance(events, list) else ()))
        if (event["stream"], event["year"]) == (stream, year)
    ]
    return {"event": list(told)} if told else None


def _written(desk: Desk, name: str, kind: str, because: Because, news: Callable[[Review], _News]) -> Change:
    """Write an event and its entry of the log, the review being the same from the look at it to the end."""
    on = because.on or desk.today
    with desk.store.transaction():
        told = news(desk.review(name))
        signed: dict[str, Plain | None] = {
            "date": on,
            "kind": kind,
            **told.event,
            "reason": because.reason,
            "minute": because.minute,
            "by": desk.by,
            "recorded": desk.today if on != desk.today else None,
        }
        entry = desk.entry(kind, told.said, told.address, because.reason)
        return cast("Change", desk.store.edit(name, lambda review: with_event(review, told.under, signed), entry))
