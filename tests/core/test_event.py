"""Progress events: what each kind must say, and may not."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from pydantic import ValidationError

from bvtrack.core.event import ActionEvent, MeasureEvent, MoneyEvent

if TYPE_CHECKING:
    from bvtrack.core.model import Model

DAY = dt.date(2002, 10, 1)


@pytest.mark.parametrize("kind", ["start", "complete", "reopen", "mainstream", "resume"])
def test_what_needs_no_reason(kind: str) -> None:
    """What is plain progress is a date and a kind."""
    event = ActionEvent.model_validate({"date": DAY, "kind": kind})
    assert (event.kind, event.reason, event.value) == (kind, None, None)


@pytest.mark.parametrize("kind", ["note", "defer", "no resource", "suspend", "delete", "supersede"])
def test_what_needs_a_reason(kind: str) -> None:
    """What ends or halts work says why, as a note says something."""
    assert ActionEvent.model_validate({"date": DAY, "kind": kind, "reason": "why"}).reason == "why"
    with pytest.raises(ValidationError, match=r"has no reason \(say why\)"):
        ActionEvent.model_validate({"date": DAY, "kind": kind})


@pytest.mark.parametrize(
    ("model", "event", "said"),
    [
        (ActionEvent, {"kind": "forecast"}, "names no day to finish by"),
        (ActionEvent, {"kind": "forecast", "value": "ongoing"}, "names no day to finish by"),
        (ActionEvent, {"kind": "re-baseline", "reason": "x", "value": "soon"}, "names no day to finish by"),
        (ActionEvent, {"kind": "re-baseline", "value": "Nov 2002"}, "has no reason"),
        (ActionEvent, {"kind": "start", "value": "Nov 2002"}, "has a value, which only a forecast"),
        (ActionEvent, {"kind": "wait"}, "Input should be 'start'"),
        (ActionEvent, {"kind": "start", "when": "x"}, "Unexpected keyword argument"),
        (MeasureEvent, {"kind": "actual", "period": "2002-03"}, "gives no single figure"),
        (MeasureEvent, {"kind": "actual", "period": "2002-03", "value": "words"}, "gives no single figure"),
        (MeasureEvent, {"kind": "actual", "period": "2002-03", "value": "5% in 02/03, 6% in 04"}, "no single figure"),
        (MeasureEvent, {"kind": "actual", "value": "61%"}, "names no period"),
        (MeasureEvent, {"kind": "forecast", "value": "61%", "period": "soon"}, "names no period"),
        (MeasureEvent, {"kind": "note"}, "has no words"),
        (MeasureEvent, {"kind": "note", "reason": "x", "value": "61%"}, "is a note, which has no value"),
        (
            MeasureEvent,
            {"kind": "actual", "value": "61%", "period": "2002-03", "line": 0},
            "greater than or equal to 1",
        ),
        (MeasureEvent, {"kind": "baseline", "value": "61%"}, "names no period"),
        (MeasureEvent, {"kind": "report"}, "has no words"),
        (MeasureEvent, {"kind": "report", "reason": "x", "value": "61%"}, "is a report, which has no value"),
        (MeasureEvent, {"kind": "actual", "value": "61%", "period": "2002", "numerator": 61}, "has half a count"),
        (MeasureEvent, {"kind": "actual", "value": "61%", "period": "2002", "denominator": 100}, "has half a count"),
        (MoneyEvent, {"kind": "baseline"}, "Input should be 'actual'"),
        (MoneyEvent, {"kind": "actual"}, "gives no single amount"),
        (MoneyEvent, {"kind": "actual", "value": "TBC"}, "gives no single amount"),
        (MoneyEvent, {"kind": "forecast", "value": "£5k £8k"}, "gives no single amount"),
        (MoneyEvent, {"kind": "mitigated", "value": "£7k", "reason": "x"}, "mitigates savings or income"),
        (MoneyEvent, {"kind": "mitigated", "value": "£7k", "stream": "income"}, "says by what"),
        (MoneyEvent, {"kind": "mitigated", "reason": "x", "stream": "income"}, "gives no single amount"),
        (MoneyEvent, {"kind": "note"}, "has no words"),
        (MoneyEvent, {"kind": "note", "reason": "x", "value": "£7k"}, "is a note, which has no value"),
    ],
)
def test_refused(model: type[Model], event: dict[str, object], said: str) -> None:
    """An event that does not say what its kind is for, or says what it cannot mean, is refused."""
    more = {"stream": "budget", "year": "2002-03"} if model is MoneyEvent else {}
    with pytest.raises(ValidationError, match=said):
        model.model_validate({"date": DAY, **more, **event})


def test_figures() -> None:
    """A figure is one, of a period; money one amount, of a year and a stream; a note is words."""
    figure = MeasureEvent.model_validate({"date": DAY, "kind": "actual", "period": "2002-03", "value": "61%"})
    assert figure.period is not None
    assert figure.period.latest == dt.date(2003, 3, 31)
    money = MoneyEvent.model_validate(
        {"date": DAY, "kind": "forecast", "stream": "income", "year": "2002-03", "value": "£7k"}
    )
    assert money.value is not None
    assert money.value.pence == 700_000
    assert MeasureEvent.model_validate({"date": DAY, "kind": "note", "reason": "late"}).value is None
    assert ActionEvent.model_validate({"date": DAY, "kind": "forecast", "value": "Nov 2002"}).value is not None
