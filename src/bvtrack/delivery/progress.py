"""Where an action or a step stands on a day: its state, its deadlines, how late it is, and how many steps are done.

Events speak in the order of their dates, those of one day in the order entered, and a later one says more: what ends
or halts the work holds until it is reopened, resumed or ended otherwise. The deadline approved with the plan is never
overwritten: a re-baseline moves what the work is measured by from then on, a forecast only what is expected.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final, NamedTuple

from bvtrack.delivery.days import up_to
from bvtrack.delivery.holders import Holders
from bvtrack.delivery.slippage import Slippage, slippage

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from bvtrack.core.due import Due
    from bvtrack.core.event import ActionEvent, ActionKind, Confidence
    from bvtrack.core.review import Part, Review, Step

SOON: Final = 30
"""How many days ahead of the as-at date a deadline is due soon."""


class State(StrEnum):
    """What has become of the work."""

    NOT_STARTED = "not started"
    UNDER_WAY = "under way"
    DONE = "done"
    MAINSTREAMED = "mainstreamed"  # part of everyday work from then on
    DEFERRED = "deferred"
    NO_RESOURCE = "no resource"
    SUSPENDED = "suspended"
    DELETED = "deleted"
    SUPERSEDED = "superseded"


FINISHED: Final = frozenset({State.DONE, State.MAINSTREAMED})
CLOSED: Final = FINISHED | {State.DELETED, State.SUPERSEDED}
HALTED: Final = frozenset({State.DEFERRED, State.NO_RESOURCE, State.SUSPENDED})
LEADS_TO: Final[Mapping[ActionKind, State]] = {
    "complete": State.DONE,
    "mainstream": State.MAINSTREAMED,
    "delete": State.DELETED,
    "supersede": State.SUPERSEDED,
    "defer": State.DEFERRED,
    "no resource": State.NO_RESOURCE,
    "suspend": State.SUSPENDED,
}
_UNDOES: Final[Mapping[ActionKind, frozenset[State]]] = {"reopen": CLOSED, "resume": HALTED, "start": HALTED}


@dataclass(frozen=True, slots=True)
class Standing:
    """An action (`2c`) or a step (`2c/3`) on a day.

    `owner` is as printed, `holders` are the people it stands for. `baseline` is the deadline approved with the plan,
    `current` the one that counts now, `forecast` what is expected instead, if anything; `expected` is the day it was
    or will be finished by, as far as can be told, and `slippage` how far that is behind the baseline. `moves` counts
    the re-baselines and forecasts of these deadlines. `approval` is the minute of the re-baseline that counts. `begins`
    is the day work began, or was to by its plan. `confidence` is how sure its owner said to be last, `note` the last
    reason given.
    """

    address: str
    text: str
    owner: str
    holders: tuple[str, ...]
    state: State
    started_on: date | None
    finished_on: date | None
    baseline: Due | None
    current: Due | None
    forecast: Due | None
    expected: date | None
    moves: int
    overdue: bool
    due: bool
    slippage: Slippage | None
    steps: int = 0
    steps_done: int = 0
    note: str | None = None
    approval: str | None = None
    begins: date | None = None
    confidence: Confidence | None = None

    @property
    def closed(self) -> bool:
        """Tell whether nothing is left to be done."""
        return self.state in CLOSED

    @property
    def rescheduled(self) -> bool:
        """Tell whether its deadline was moved with approval, and it is expected by the new one."""
        day = self.current.latest if self.current else None
        return bool(self.approval and day and self.expected and self.expected <= day and not self.closed)


class _Told(NamedTuple):
    """What events say together: the state that ends or halts the work, its days, its deadlines, the last reason."""

    held: State | None = None
    started_on: date | None = None
    finished_on: date | None = None
    rebaselined: Due | None = None
    forecast: Due | None = None
    moves: int = 0
    note: str | None = None
    approval: str | None = None
    confidence: Confidence | None = None


_NOTHING: Final = _Told()


class _Terms(NamedTuple):
    """What the work is measured by: who answers for it, its deadlines, and how often and by whom these were moved.

    `live` is it where it can be overdue at all. `begins` is the first day by the plan.
    """

    owner: str
    holders: tuple[str, ...]
    baseline: Due | None
    current: Due | None
    forecast: Due | None
    moves: int
    approval: str | None
    begins: date | None
    live: bool = True


def action(part: Part, as_at: date, holders: Holders) -> Standing:
    """Give where an action stands; a step that is ticked, or begun, makes it under way."""
    told = _told(part.events, as_at)
    steps = [_told(step.events, as_at) for step in part.steps]
    begun = min((day for one in (told, *steps) for day in (one.started_on, one.finished_on) if day), default=None)
    terms = _Terms(
        owner=part.owner.text if part.owner else "",
        holders=holders.of(part.owner),
        baseline=part.finish,
        current=told.rebaselined or part.finish,
        forecast=told.forecast,
        moves=told.moves,
        approval=told.approval,
        begins=part.start.earliest if part.start else None,
    )
    done = sum(one.held in FINISHED for one in steps)
    return _standing((part.id, part.text), told._replace(started_on=begun), terms, as_at, (done, len(steps)))


def steps(part: Part, above: Standing, as_at: date, holders: Holders) -> tuple[Standing, ...]:
    """Give where the steps of an action stand, whose own standing is `above`.

    A step has the action's deadlines, as often moved, and owners unless it has its own. Under a closed action none is
    overdue or due, and one that is not ticked stays not done.
    """
    return tuple(_step(f"{part.id}/{nth}", step, above, as_at, holders) for nth, step in enumerate(part.steps, start=1))


def standing(review: Review, address: str, as_at: date) -> Standing:
    """Give where the action or the step at an address stands. Raises LookupError where there is none."""
    holders = Holders(review)
    above = address.partition("/")[0]
    for part in (part for recommendation in review.recommendations for part in recommendation.parts):
        if part.id == above:
            whole = action(part, as_at, holders)
            for one in (whole, *steps(part, whole, as_at, holders)):
                if one.address == address:
                    return one
    raise LookupError(address)


def _step(address: str, step: Step, above: Standing, as_at: date, holders: Holders) -> Standing:
    told = _told(step.events, as_at)
    own = told.rebaselined or step.finish
    terms = _Terms(
        owner=step.owner.text if step.owner else above.owner,
        holders=holders.of(step.owner) if step.owner else above.holders,
        baseline=step.finish or above.baseline,
        current=own or above.current,
        forecast=told.forecast or (None if own else above.forecast),
        moves=told.moves + (0 if own else above.moves),
        approval=told.approval if own else above.approval,
        begins=step.start.earliest if step.start else above.begins,
        live=not above.closed,
    )
    told = told._replace(confidence=told.confidence or above.confidence)
    return _standing((address, step.text), told, terms, as_at)


def _standing(
    names: tuple[str, str], told: _Told, terms: _Terms, as_at: date, steps: tuple[int, int] = (0, 0)
) -> Standing:
    state = told.held or (State.UNDER_WAY if told.started_on else State.NOT_STARTED)
    deadline = terms.current.latest if terms.current and terms.live and state not in CLOSED else None
    overdue = deadline is not None and deadline < as_at
    expected = _expected(state, told, terms, as_at if overdue else None)
    approved = terms.baseline.latest if terms.baseline else None
    return Standing(
        address=names[0],
        text=names[1],
        owner=terms.owner,
        holders=terms.holders,
        state=state,
        started_on=told.started_on,
        finished_on=told.finished_on,
        baseline=terms.baseline,
        current=terms.current,
        forecast=terms.forecast,
        expected=expected,
        moves=terms.moves,
        overdue=overdue,
        due=deadline is not None and 0 <= (deadline - as_at).days <= SOON,
        slippage=slippage(approved, expected) if approved and expected else None,
        steps_done=steps[0],
        steps=steps[1],
        note=told.note,
        approval=terms.approval,
        begins=min((day for day in (told.started_on, terms.begins) if day), default=None),
        confidence=told.confidence,
    )


def _expected(state: State, told: _Told, terms: _Terms, overdue_at: date | None) -> date | None:
    """Give the day the work was finished, or is to be by all that is known; what is overdue is not before that day."""
    if state in CLOSED:
        return told.finished_on
    due = terms.forecast or terms.current
    days = (due.latest if due else None, overdue_at)
    return max((day for day in days if day), default=None)


def _told(events: Sequence[ActionEvent], as_at: date) -> _Told:
    """Put the events up to a day together."""
    told = _NOTHING
    for event in up_to(as_at, events):
        told = _after(told, event)
    return told


def _after(told: _Told, event: ActionEvent) -> _Told:
    """Let one more event speak."""
    kind, day = event.kind, event.date
    if event.reason or event.confidence:
        told = told._replace(note=event.reason or told.note, confidence=event.confidence or told.confidence)
    if kind in LEADS_TO:
        state = LEADS_TO[kind]
        return told._replace(held=state, finished_on=day if state in FINISHED else None)
    if kind == "forecast":
        return told._replace(forecast=event.value, moves=told.moves + 1)
    if kind == "re-baseline":
        return told._replace(rebaselined=event.value, forecast=None, moves=told.moves + 1, approval=event.minute)
    if kind == "start":
        told = told._replace(started_on=told.started_on or day)
    if told.held in _UNDOES.get(kind, ()):
        return told._replace(held=None, finished_on=None)
    return told
