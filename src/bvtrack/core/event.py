"""Progress: dated events under the action, step, measure or recommendation they belong to, and nothing else.

An event is never changed or taken back by another value in its place; what it said stays, and a later one says more.
Where something stands on a day is worked out from the events dated up to that day (`bvtrack.delivery`).
"""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Final, Literal

from bvtrack.core.model import Model, Text, Within, keyed, refused
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
MeasureKind = Literal["baseline", "actual", "forecast", "report", "note"]
Confidence = Literal["high", "medium", "low"]
AmountKind = Literal["actual", "forecast", "mitigated", "note"]
_DATED = frozenset({"forecast", "re-baseline"})
_REASONED = frozenset({"re-baseline", "note", "defer", "no resource", "suspend", "delete", "supersede"})
_WORDS = frozenset({"note", "report"})
# what all kinds of events have
_DAY: Final = "the day it speaks for"
_REASON: Final = "why, in a sentence; the words of a note"
_MINUTE: Final = "the minute that approved it"
_BY: Final = "who entered it"
_RECORDED: Final = "the day it was entered, if another"


class ActionEvent(Model):
    """Progress of an action or a step.

    `forecast` and `re-baseline` carry the new deadline. `re-baseline` and the states that end or halt work (`defer`,
    `no resource`, `suspend`, `delete`, `supersede`) need a reason; `note` is its reason. Any kind may say how sure the
    owner is.
    """

    date: dt.date = keyed(_DAY)
    kind: ActionKind = keyed("what happened")
    value: PrintedDue | None = keyed("the new deadline of a forecast or a re-baseline, as printed", default=None)
    reason: Text | None = keyed(_REASON, default=None)
    minute: Text | None = keyed(_MINUTE, default=None)
    approved_by: Text | None = keyed("who approved it, where no minute says so", default=None)
    confidence: Confidence | None = keyed("how sure the owner is of the deadline from then on", default=None)
    by: Text | None = keyed(_BY, default=None)
    recorded: dt.date | None = keyed(_RECORDED, default=None)

    def __post_init__(self) -> None:
        """See whether what it gives is whole for its kind."""
        if self.kind in _DATED and (self.value is None or self.value.latest is None):
            raise refused("event", "names no day to finish by (write it like Nov 2002)")
        if self.kind not in _DATED and self.value is not None:
            raise refused("event", "has a value, which only a forecast or a re-baseline has (leave it out)")
        if self.kind in _REASONED and self.reason is None:
            raise refused("event", "has no reason (say why)")


class MeasureEvent(Model):
    """A figure of an outcome measure for a period: as it turned out, as expected, or as it was before; or a report.

    `baseline` is the figure to start from where the target line prints none. `report` says that one of the reports a
    recurring target asks for was made; its reason says which.
    """

    date: dt.date = keyed(_DAY)
    kind: MeasureKind = keyed("what it gives: the figure as it turned out, as expected, or before; or a report made")
    period: PrintedDue | None = keyed("the period the figure is for, as printed: 2002-03", default=None)
    value: PrintedTarget | None = keyed("the figure, as printed: 61%", default=None)
    numerator: Annotated[int, Within(ge=0)] | None = keyed("how many of those counted it is true of", default=None)
    denominator: Annotated[int, Within(ge=1)] | None = keyed("how many were counted", default=None)
    line: Annotated[int, Within(ge=1)] | None = keyed(
        "which target line it is for, where there are several", default=None
    )
    reason: Text | None = keyed(_REASON, default=None)
    minute: Text | None = keyed(_MINUTE, default=None)
    by: Text | None = keyed(_BY, default=None)
    recorded: dt.date | None = keyed(_RECORDED, default=None)

    def __post_init__(self) -> None:
        """See whether what it gives is whole for its kind."""
        if (self.numerator is None) != (self.denominator is None):
            raise refused("event", "has half a count (give both its numerator and its denominator)")
        if self.kind in _WORDS:
            _check_words(self)
        elif self.value is None or len(self.value.targets) != 1:
            raise refused("event", "gives no single figure (write it like 61%)")
        elif self.period is None or self.period.latest is None:
            raise refused("event", "names no period (write it like 2002-03, or Sep 2002)")


class MoneyEvent(Model):
    """Money of a recommendation in a stream and a year, as it turned out or as it is expected.

    `mitigated` is how much of a shortfall of savings or income other measures make up for; it needs a reason.
    """

    date: dt.date = keyed(_DAY)
    kind: AmountKind = keyed("what it gives: money as it turned out, as expected, or made up for by other measures")
    stream: Literal["budget", "savings", "income"] = keyed("which stream it is in")
    year: Text = keyed("the financial year it falls in: 2002-03")
    value: PrintedMoney | None = keyed("the amount, as printed; bare numbers are in the review's unit", default=None)
    reason: Text | None = keyed(_REASON, default=None)
    minute: Text | None = keyed(_MINUTE, default=None)
    by: Text | None = keyed(_BY, default=None)
    recorded: dt.date | None = keyed(_RECORDED, default=None)

    def __post_init__(self) -> None:
        """See whether what it gives is whole for its kind."""
        if self.kind in _WORDS:
            _check_words(self)
        elif self.value is None or self.value.pence is None:
            raise refused("event", "gives no single amount (write it like £7k)")
        elif self.kind == "mitigated" and (self.stream == "budget" or self.reason is None):
            raise refused("event", "mitigates savings or income, and says by what (give the reason)")


def _check_words(event: MeasureEvent | MoneyEvent) -> None:
    if event.reason is None:
        raise refused("event", "has no words (say them as its reason)")
    if event.value is not None:
        raise refused("event", f"is a {event.kind}, which has no value (leave it out)")
