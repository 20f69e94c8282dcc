"""What cannot have happened: work ended twice or reopened while open, days to come, figures of periods not begun."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from bvtrack.core.due import read_due
from bvtrack.core.errors import UsageProblem
from bvtrack.core.financial_year import read_year
from bvtrack.core.target import TargetKind, read_target
from bvtrack.core.visible import visible
from bvtrack.delivery.progress import FINISHED, HALTED, LEADS_TO, State, standing
from bvtrack.delivery.words import full_day

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from bvtrack.core.event import ActionEvent, ActionKind
    from bvtrack.core.review import Review
    from bvtrack.core.target import Target
    from bvtrack.delivery.progress import Standing

_ENDS: Final = frozenset({"complete", "mainstream", "delete", "supersede"})
_APPROVED: Final = frozenset(LEADS_TO) - {"complete"}
_OF_THE_PAST: Final = frozenset({"start", "complete", "reopen", "mainstream", "actual", "baseline", "report"})


def past(address: str, kind: str, on: dt.date, today: dt.date) -> None:
    """Refuse what is said to have happened on a day to come. Raises UsageProblem, as all here do."""
    if kind in _OF_THE_PAST and on > today:
        raise UsageProblem(address, f"{full_day(on)} has not come yet", "give the day it happened")


def approved(address: str, kind: str, reason: str | None, minute: str | None, approver: str | None) -> None:
    """Refuse what needs a reason and an approval without them; a deadline is moved by a minute alone."""
    moved = kind == "re-baseline"
    if not (moved or kind in _APPROVED):
        return
    if not (reason or "").strip():
        raise UsageProblem(address, f"{kind} needs a reason", "say why")
    if moved and not (minute or "").strip():
        raise UsageProblem(address, f"{kind} needs the minute that approved it", "name it, or record a forecast")
    if not (minute or approver or "").strip():
        raise UsageProblem(address, f"{kind} needs an approval", "name who approved it, or the minute")


def possible(review: Review, address: str, events: Sequence[ActionEvent], kind: ActionKind, on: dt.date) -> None:
    """Refuse an event that does not go with those an action or a step has, before or after it."""
    goes_with(review, address, kind, on)
    later = standing(review, address, max([on, *(event.date for event in events)]))
    if kind in _ENDS and later.closed and not (kind == "mainstream" and later.state is State.DONE):
        raise _ended(later)
    begun = max((event.date for event in events if event.kind == "start"), default=on)
    if kind == "complete" and begun > on:
        raise UsageProblem(address, f"was begun only on {full_day(begun)}", "give the day it was completed")


def goes_with(review: Review, address: str, kind: ActionKind, on: dt.date) -> None:
    """Refuse an event that makes no sense of an action or a step as it stands on the day."""
    _goes_with(standing(review, address, on), kind)


def begun(address: str, period: str | None, on: dt.date, near: dt.date) -> None:
    """Refuse a figure that turned out for a period which begins after the day it speaks for."""
    read = read_due(period, near) if period else None
    _has_begun(address, period or "", read.earliest if read else None, on)


def unprinted(review: Review, measure: str, line: int | None) -> None:
    """Refuse a baseline of a target line that prints one."""
    reading = _target(review, measure, line)
    if reading is not None and reading.baseline is not None and reading.baseline.value is not None:
        address = f"{measure}/{line}"
        todo = f"correct the line where it is wrong: bvtrack set {address}=…"
        raise UsageProblem(address, f"prints its baseline: {visible(reading.text)}", todo)


def asks_for_reports(review: Review, address: str) -> bool:
    """Tell whether the target line at an address (1.2/3) asks for reports again and again."""
    measure, _, line = address.partition("/")
    reading = _target(review, measure, int(line))
    return reading is not None and reading.kind is TargetKind.RECURRING


def counted(address: str, value: str | None, counts: tuple[int, int] | None) -> None:
    """Refuse counts that do not come to the percentage they are given with."""
    reading = read_target(value) if value and counts else None
    if counts is None or reading is None or reading.unit != "%" or len(reading.targets) != 1:
        return
    part, whole = counts
    printed = reading.targets[0].value
    if not isinstance(printed, Decimal):
        return
    exponent = printed.as_tuple().exponent
    half = Fraction(1, 2) * Fraction(10) ** (exponent if isinstance(exponent, int) else 0)
    if abs(Fraction(100 * part, whole) - Fraction(printed)) > half:
        todo = "correct the figure or the count"
        raise UsageProblem(address, f"{part} of {whole} is not {visible(reading.text)}", todo)


def _target(review: Review, measure: str, line: int | None) -> Target | None:
    """Give a target line of a measure as it is read."""
    measures = (one for recommendation in review.recommendations for one in recommendation.measures)
    found = next((one.targets for one in measures if one.id == measure), ())
    return found[line - 1].value if line is not None and line <= len(found) else None


def year_begun(address: str, year: str, on: dt.date, near: dt.date) -> None:
    """Refuse money that turned out in a financial year which begins after the day it speaks for."""
    _has_begun(address, year, read_year(year, near).start, on)


def _has_begun(address: str, period: str, start: dt.date | None, on: dt.date) -> None:
    if start is not None and start > on:
        raise UsageProblem(
            address, f"{period} has not begun on {full_day(on)}", "record a forecast, or give the day it is of"
        )


def _goes_with(state: Standing, kind: ActionKind) -> None:
    """Refuse what makes no sense of work in this state."""
    if kind == "note":
        return
    if kind == "reopen":
        if not state.closed:
            raise UsageProblem(state.address, "is not done", "there is nothing to reopen")
    elif state.closed and not (kind == "mainstream" and state.state is State.DONE):
        raise _ended(state)
    elif kind == "resume" and state.state not in HALTED:
        raise UsageProblem(state.address, f"is {state.state}", "there is nothing to resume")
    elif kind == "start" and state.started_on is not None and state.state not in HALTED:
        raise UsageProblem(state.address, f"is under way already, since {full_day(state.started_on)}", "nothing to do")
    elif state.state is LEADS_TO.get(kind):
        raise UsageProblem(state.address, f"is {state.state} already", "nothing to do")


def _ended(state: Standing) -> UsageProblem:
    since = f", since {full_day(state.finished_on)}" if state.state in FINISHED and state.finished_on else ""
    return UsageProblem(state.address, f"is {state.state} already{since}", "reopen it first, or undo")
