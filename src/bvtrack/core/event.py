"""Progress: dated events under the action, step, measure or recommendation they belong to, and nothing else.

An event is never changed or taken back by another value in its place; what it said stays, and a later one says more.
Where something stands on a day is worked out from the events dated up to that day (`bvtrack.delivery`).
"""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from bvtrack.core.model import Model, Text
from bvtrack.core.printed import PrintedDue, PrintedMoney, PrintedTarget

ActionKind = Literal[
    "start",
    "complete",
    "reopen",
    "forecast",
    "re-baseline",
    "mainstream",
    "defer",
    "no resource",
    "suspend",
    "delete",
    "supersede",
    "resume",
    "note",
]
FigureKind = Literal["actual", "forecast", "note"]
_DATED = frozenset({"forecast", "re-baseline"})
_REASONED = frozenset({"re-baseline", "note", "defer", "no resource", "suspend", "delete", "supersede"})


Day = Annotated[dt.date, Field(description="the day it speaks for")]
Reason = Annotated[Text | None, Field(description="why, in a sentence; the words of a note")]
Minute = Annotated[Text | None, Field(description="the minute that approved it")]
By = Annotated[Text | None, Field(description="who entered it")]
Recorded = Annotated[dt.date | None, Field(description="the day it was entered, if another")]


class ActionEvent(Model):
    """Progress of an action or a step.

    `forecast` and `re-baseline` carry the new deadline. `re-baseline` and the states that end or halt work (`defer`,
    `no resource`, `suspend`, `delete`, `supersede`) need a reason; `note` is its reason.
    """

    date: Day
    kind: ActionKind = Field(description="what happened")
    value: PrintedDue | None = Field(None, description="the new deadline of a forecast or a re-baseline, as printed")
    reason: Reason = None
    minute: Minute = None
    by: By = None
    recorded: Recorded = None

    @model_validator(mode="after")
    def _whole(self) -> ActionEvent:
        if self.kind in _DATED and (self.value is None or self.value.latest is None):
            raise PydanticCustomError("event", "names no day to finish by (write it like Nov 2002)")
        if self.kind not in _DATED and self.value is not None:
            raise PydanticCustomError("event", "has a value, which only a forecast or a re-baseline has (leave it out)")
        if self.kind in _REASONED and self.reason is None:
            raise PydanticCustomError("event", "has no reason (say why)")
        return self


class MeasureEvent(Model):
    """A figure of an outcome measure as it turned out, or as it is expected, for a period."""

    date: Day
    kind: FigureKind = Field(description="what it gives: the figure as it turned out, or as expected")
    period: PrintedDue | None = Field(None, description="the period the figure is for, as printed: 2002-03")
    value: PrintedTarget | None = Field(None, description="the figure, as printed: 61%")
    line: Annotated[int, Field(ge=1)] | None = Field(
        None, description="which target line it is for, where there are several"
    )
    reason: Reason = None
    minute: Minute = None
    by: By = None
    recorded: Recorded = None

    @model_validator(mode="after")
    def _whole(self) -> MeasureEvent:
        if self.kind == "note":
            _check_note(self)
        elif self.value is None or len(self.value.targets) != 1:
            raise PydanticCustomError("event", "gives no single figure (write it like 61%)")
        elif self.period is None or self.period.latest is None:
            raise PydanticCustomError("event", "names no period (write it like 2002-03, or Sep 2002)")
        return self


class MoneyEvent(Model):
    """Money of a recommendation in a stream and a year, as it turned out or as it is expected."""

    date: Day
    kind: FigureKind = Field(description="what it gives: money as it turned out, or as expected")
    stream: Literal["budget", "savings", "income"] = Field(description="which stream it is in")
    year: Text = Field(description="the financial year it falls in: 2002-03")
    value: PrintedMoney | None = Field(
        None, description="the amount, as printed; bare numbers are in the review's unit"
    )
    reason: Reason = None
    minute: Minute = None
    by: By = None
    recorded: Recorded = None

    @model_validator(mode="after")
    def _whole(self) -> MoneyEvent:
        if self.kind == "note":
            _check_note(self)
        elif self.value is None or self.value.pence is None:
            raise PydanticCustomError("event", "gives no single amount (write it like £7k)")
        return self


def _check_note(event: MeasureEvent | MoneyEvent) -> None:
    if event.reason is None:
        raise PydanticCustomError("event", "has no words (say them as its reason)")
    if event.value is not None:
        raise PydanticCustomError("event", "is a note, which has no value (leave it out)")
