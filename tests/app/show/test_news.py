"""How events are told: what happened, why, and who says so."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, get_args

import pytest

from bvtrack.app.show.news import happened, why
from bvtrack.core.edit import with_event
from bvtrack.core.event import ActionEvent, ActionKind, MeasureEvent, MoneyEvent
from example_review import review_of

if TYPE_CHECKING:
    from bvtrack.core.plain import Plain

REVIEW = review_of("""
    [[recommendation]]
    id = "1"
    text = "One"
    measure = [{ id = "1.1", text = "Users content", targets = ["60% in 2002-03"] }]
    part = [{ id = "1a", text = "Act" }]
""")
Event = ActionEvent | MeasureEvent | MoneyEvent
DAY = dt.date(2002, 9, 3)


def told(address: str, **fields: Plain | None) -> Event:
    """Make the event that is recorded at an address."""
    (one,) = with_event(REVIEW, address, {"date": DAY, **fields}).recommendations
    found: tuple[Event, ...] = (*one.events, *one.measures[0].events, *one.parts[0].events)
    return found[0]


@pytest.mark.parametrize("kind", get_args(ActionKind))
def test_every_kind_of_progress_has_words(kind: str) -> None:
    """What happened is said in the past, with the new deadline where there is one."""
    value = "Nov 2002" if kind in {"forecast", "re-baseline"} else None
    said = happened(told("1a", kind=kind, value=value, reason="so it is"))
    assert said
    assert said.endswith("Nov 2002") is (value is not None)


@pytest.mark.parametrize(
    ("address", "fields", "said"),
    [
        ("1a", {"kind": "complete"}, "completed"),
        ("1a", {"kind": "forecast", "value": "7 Nov 2002"}, "now expected by 7 Nov 2002"),
        ("1.1", {"kind": "actual", "value": "61%", "period": "2002-03"}, "came out as 61% in 2002-03"),
        ("1.1", {"kind": "note", "reason": "asked"}, "noted"),
        ("1.1", {"kind": "note", "reason": "asked", "period": "2002-03"}, "noted in 2002-03"),
        ("1", {"kind": "forecast", "stream": "budget", "year": "2002-03", "value": "£7k"}, "now expected at £7k"),
    ],
)
def test_what_happened_is_told(address: str, fields: dict[str, Plain | None], said: str) -> None:
    """Deadlines and figures are told with it."""
    assert happened(told(address, **fields)) == said


def test_a_reason_is_told_with_who_gave_it() -> None:
    """The minute and the signer stand in brackets, alone where there is no reason."""
    assert why(told("1a", kind="note", reason="no staff", minute="cabinet 4", by="Pat")) == "no staff (cabinet 4, Pat)"
    assert why(told("1a", kind="start", by="Pat")) == "(Pat)"
    assert why(told("1a", kind="start")) == ""


def test_an_approval_is_told_with_the_reason() -> None:
    """Who approved it stands where no minute does, and so does how sure the owner is."""
    event = told("1a", kind="defer", reason="no staff", approved_by="Gill Jones", confidence="low", by="Pat")
    assert why(event) == "no staff (approved by Gill Jones, confidence low, Pat)"
