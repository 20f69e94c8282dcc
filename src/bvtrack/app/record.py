"""Record progress: what happened to an action, a step, a measure or an amount, as a dated event under it.

Each verb takes the review as its author saw it (`seen`); where the thing has changed since, ConflictProblem is raised
and nothing is written. Raises UsageProblem for what cannot have happened, InputProblem for what cannot be read.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from bvtrack.core.address import find
from bvtrack.core.edit import value_at, with_event
from bvtrack.core.errors import ConflictProblem, UsageProblem
from bvtrack.core.review import Measure, Part, Step
from bvtrack.delivery.progress import standing

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from bvtrack.app.desk import Desk
    from bvtrack.core.event import ActionKind, FigureKind
    from bvtrack.core.plain import Plain
    from bvtrack.core.review import Review
    from bvtrack.store.store import Change

_BELOW = frozenset({"steps", "part", "measure", "costs", "profile", "targets"})
_PAST = frozenset({"start", "complete", "reopen", "mainstream"})
_SAID = {
    "start": "started",
    "complete": "completed",
    "reopen": "reopened",
    "forecast": "now expected {value}",
    "re-baseline": "deadline moved to {value}",
    "mainstream": "mainstreamed",
    "defer": "deferred",
    "no resource": "left without resource",
    "suspend": "suspended",
    "delete": "deleted from the plan",
    "supersede": "superseded",
    "resume": "resumed",
    "note": "note",
    "actual": "{value} in {period}",
    "expected": "{value} expected in {period}",
}


@dataclass(frozen=True, slots=True)
class Because:
    """The day an event speaks for (None: today), and why and on whose authority."""

    on: dt.date | None = None
    reason: str | None = None
    minute: str | None = None


def record_action(  # noqa: PLR0913 — what an event says
    desk: Desk,
    where: tuple[str, str],
    kind: ActionKind,
    because: Because,
    *,
    value: str | None = None,
    seen: Review | None = None,
) -> Change:
    """Record progress of an action or a step; `value` is the new deadline of a forecast or a re-baseline."""
    name, address = where
    on = because.on or desk.today

    def change(review: Review) -> Review:
        place = find(review, address)
        if place.model not in {Part, Step}:
            raise UsageProblem(address, "is no action and no step", "an action is like 2c, a step like 2c/3")
        _unchanged(review, seen, address)
        _possible(review, place.address, kind, on)
        return with_event(review, place.address, {"date": on, "kind": kind, "value": value, **_signed(desk, because)})

    return _written(desk, name, address, kind, _SAID[kind].format(value=value), because, change)


def record_measure(  # noqa: PLR0913 — what an event says
    desk: Desk,
    where: tuple[str, str],
    kind: FigureKind,
    because: Because,
    *,
    value: str | None = None,
    period: str | None = None,
    seen: Review | None = None,
) -> Change:
    """Record a measure's figure for a period; `1.2/3` is the third target line of measure 1.2."""
    name, address = where
    on = because.on or desk.today

    def change(review: Review) -> Review:
        place = find(review, address)
        line = cast("int", place.key[-1]) + 1 if "targets" in place.key else None
        measure = place.address if line is None else place.address.rpartition("/")[0]
        if find(review, measure).model is not Measure:
            raise UsageProblem(address, "is no outcome measure", "a measure is like 1.3, one of its lines like 1.3/2")
        _unchanged(review, seen, measure)
        event = {"date": on, "kind": kind, "period": period, "value": value, "line": line, **_signed(desk, because)}
        return with_event(review, measure, event)

    said = _SAID[_figure(kind)].format(value=value, period=period)
    return _written(desk, name, address, kind, said, because, change)


def record_money(  # noqa: PLR0913 — what an event says
    desk: Desk,
    where: tuple[str, str],
    kind: FigureKind,
    because: Because,
    *,
    value: str | None = None,
    seen: Review | None = None,
) -> Change:
    """Record money of a stream in a year (`2/savings/2004-05`) as it turned out or is expected."""
    name, address = where
    on = because.on or desk.today

    def change(review: Review) -> Review:
        place = find(review, address)
        parts = place.address.split("/")
        if len(parts) != 3 or "profile" not in place.key:
            raise UsageProblem(address, "is no amount of a year", "an amount is like 2/savings/2004-05")
        recommendation, stream, year = parts
        _unchanged(review, seen, address)
        _unchanged(review, seen, recommendation)
        event = {"date": on, "kind": kind, "stream": stream, "year": year, "value": value, **_signed(desk, because)}
        return with_event(review, recommendation, event)

    said = _SAID[_figure(kind)].format(value=value, period=address.rpartition("/")[2])
    return _written(desk, name, address, kind, said, because, change)


def own_value(review: Review, address: str) -> Plain | None:
    """Give what a thing says of itself, without the things below it: what an editor of it has seen."""
    value = value_at(review, address)
    if isinstance(value, dict):
        return {name: inner for name, inner in value.items() if name not in _BELOW}
    return value


def _unchanged(review: Review, seen: Review | None, address: str) -> None:
    """Raise ConflictProblem where a thing is no longer as its editor saw it."""
    if seen is not None and seen != review and own_value(seen, address) != own_value(review, address):
        raise ConflictProblem(address, shown(own_value(seen, address)), shown(own_value(review, address)))


def shown(value: Plain | None) -> str:
    """Tell a value in a conflict: its words, or its latest news."""
    if isinstance(value, dict):
        events = value.get("event")
        if isinstance(events, list) and events:
            last = cast("dict[str, Plain]", events[-1])
            return " ".join(str(last[name]) for name in ("kind", "value", "date", "by") if name in last)
        return (
            ", ".join(f"{name} {inner}" for name, inner in value.items() if name not in {"id", "text"}) or "as planned"
        )
    return "blank" if value is None else str(value)


def _possible(review: Review, address: str, kind: ActionKind, on: dt.date) -> None:
    """Refuse what cannot be: done twice, reopened where it is open."""
    state = standing(review, address, on)
    if kind == "complete" and state.finished_on is not None:
        raise UsageProblem(address, f"is done already, since {state.finished_on}", "reopen it first, or undo")
    if kind == "reopen" and state.finished_on is None:
        raise UsageProblem(address, "is not done", "there is nothing to reopen")
    if kind == "start" and state.started_on is not None:
        raise UsageProblem(address, f"is under way already, since {state.started_on}", "nothing to do")


def _signed(desk: Desk, because: Because) -> dict[str, Plain | None]:
    on = because.on or desk.today
    recorded = desk.today if on != desk.today else None
    return {"reason": because.reason, "minute": because.minute, "by": desk.by, "recorded": recorded}


def _figure(kind: FigureKind) -> str:
    return "expected" if kind == "forecast" else kind


def _written(  # noqa: PLR0913, PLR0917 — what an entry of the log says
    desk: Desk, name: str, address: str, kind: str, said: str, because: Because, change: Callable[[Review], Review]
) -> Change:
    on = because.on or desk.today
    if kind in _PAST | {"actual"} and on > desk.today:
        raise UsageProblem(address, f"{on} has not come yet", "give the day it happened, with --on")
    entry = desk.entry(kind, said, address, because.reason)
    return cast("Change", desk.store.edit(name, change, entry))
