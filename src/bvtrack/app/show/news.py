"""How an event is told on a screen: what happened, and why, on whose authority and by whom."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bvtrack.core.event import ActionEvent, MeasureEvent
from bvtrack.delivery.words import deadline

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bvtrack.core.event import ActionKind, AmountKind, MeasureKind, MoneyEvent

_HAPPENED: Final[Mapping[ActionKind, str]] = {
    "start": "started",
    "complete": "completed",
    "reopen": "reopened",
    "forecast": "now expected by",
    "re-baseline": "deadline moved to",
    "mainstream": "mainstreamed",
    "defer": "deferred",
    "no resource": "left without resource",
    "suspend": "suspended",
    "delete": "deleted from the plan",
    "supersede": "superseded",
    "resume": "resumed",
    "note": "noted",
}
_FIGURE: Final[Mapping[AmountKind | MeasureKind, str]] = {
    "baseline": "starts from",
    "actual": "came out as",
    "forecast": "now expected at",
    "mitigated": "made up for by other measures:",
    "report": "report made",
    "note": "noted",
}


def happened(event: ActionEvent | MeasureEvent | MoneyEvent) -> str:
    """Say what happened: `completed`, `now expected by Nov 2002`, `came out as 61% in 2002-03`."""
    if isinstance(event, ActionEvent):
        said: tuple[str, ...] = (_HAPPENED[event.kind], deadline(event.value))
    else:
        period = f"in {event.period.text}" if isinstance(event, MeasureEvent) and event.period else ""
        said = (_FIGURE[event.kind], event.value.text if event.value else "", period)
    return " ".join(filter(None, said))


def why(event: ActionEvent | MeasureEvent | MoneyEvent) -> str:
    """Say why, on whose authority and by whom: `no staff (cabinet 4 Oct 2002, Pat)`; nothing where nothing is said."""
    more: tuple[str, ...] = ()
    if isinstance(event, ActionEvent):
        approved = f"approved by {event.approved_by}" if event.approved_by else ""
        more = (approved, f"confidence {event.confidence}" if event.confidence else "")
    signed = ", ".join(filter(None, (event.minute, *more, event.by)))
    return " ".join(filter(None, (event.reason, f"({signed})" if signed else "")))
