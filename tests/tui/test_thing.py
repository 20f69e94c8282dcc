"""What stands at an address, and what of it can be edited."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from bvtrack.app.show.thing import is_done, thing
from bvtrack.core.edit import with_event

if TYPE_CHECKING:
    from bvtrack.core.review import Review


@pytest.mark.parametrize(
    ("address", "kind", "fields"),
    [
        ("2c", "action", ["2c/text", "2c/owner", "2c/start", "2c/finish"]),
        ("2c/3", "step", ["2c/3/text", "2c/3/owner", "2c/3/start", "2c/3/finish"]),
        ("1.3", "measure", ["1.3/text", "1.3/unit", "1.3/of"]),
        ("1.3/1", "target", ["1.3/1/value"]),
        ("2/costs/1", "cost", ["2/costs/1/value", "2/costs/1/place"]),
        ("2", "recommendation", ["2/text"]),
        ("person/4", "person", ["person/4/name", "person/4/post", "person/4/aliases"]),
        ("2/savings/2004-05", "amount", ["2/savings/2004-05"]),
        ("2/savings/2002-03", "amount", ["2/savings/2002-03"]),
        ("totals/budget", "amount", ["totals/budget"]),
        ("2c/owner", "other", ["2c/owner"]),
        ("review", "other", []),
    ],
)
def test_a_thing_has_its_kind_and_fields(hertfordshire: Review, address: str, kind: str, fields: list[str]) -> None:
    """Every address leads to a thing of a kind, with the addresses of what can be edited."""
    found = thing(hertfordshire, address)
    assert found is not None
    assert (found.kind, [field.address for field in found.fields]) == (kind, fields)


def test_fields_hold_their_text(hertfordshire: Review) -> None:
    """Texts stand as printed, lists with commas, blanks blank."""
    person = thing(hertfordshire, "person/4")
    assert person is not None
    assert [field.text for field in person.fields] == ["Jeff Smith", "", "Jeff"]
    blank = thing(hertfordshire, "2/savings/2002-03")
    assert blank is not None
    assert blank.fields[0].text == ""


def test_nothing_stands_at_no_address(hertfordshire: Review) -> None:
    """An address that leads nowhere is no thing, and no fault."""
    assert thing(hertfordshire, "9z") is None


def test_done_is_done_from_its_day(hertfordshire: Review) -> None:
    """A step completed on a day is not done the day before."""
    day = dt.date(2002, 10, 1)
    review = with_event(hertfordshire, "2c/3", {"date": day, "kind": "complete"})
    assert is_done(review, "2c/3", day)
    assert not is_done(review, "2c/3", day - dt.timedelta(days=1))
