"""What a figure of the finance table waits for, and what becomes of it; thousands of pounds."""

from __future__ import annotations

import datetime as dt

import pytest

from bvtrack.app.show.breakdown import Line, breakdown
from bvtrack.app.show.finance import sheet
from bvtrack.app.show.view import ReviewView
from example_review import review_of

DAY = dt.date(2004, 1, 10)
SAVING = """
[[recommendation]]
id = "2"
text = "two"
costs = [
  { column = "one-off", value = "£13k", depends_on = ["2c"] },
  { column = "net potential savings", value = "£240k", depends_on = ["2c", "2d"] },
]
[recommendation.profile]
budget = { "02-03" = 13 }
savings = { "04-05" = 240, "05-06" = 240 }
[[recommendation.part]]
id = "2c"
text = "move the team"
finish = "March 2004"
event = [{ date = 2004-01-05, kind = "EVENT", REST }]
[[recommendation.part]]
id = "2d"
text = "plan the move"
finish = "March 2004"
"""
LATE = SAVING.replace("EVENT", "forecast").replace("REST", 'value = "30 June 2004"')
NEVER = SAVING.replace("EVENT", "delete").replace("REST", 'reason = "not needed"')
ON_TIME = SAVING.replace("EVENT", "note").replace("REST", 'reason = "on course"')


def lines(text: str, address: str, heading: str) -> tuple[Line, ...]:
    """Give the lines of a figure's breakdown under a heading."""
    sections = breakdown(ReviewView(review_of(text), DAY, DAY), address).sections
    return next((one.lines for one in sections if one.heading == heading), ())


@pytest.mark.parametrize("address", ["2/savings", "totals/savings", "2/savings/2004-05"])
def test_what_a_figure_waits_for(address: str) -> None:
    """Each figure the saving is in says when it starts and which year loses what."""
    assert lines(LATE, address, "Waits for actions") == (
        Line("2/costs/2", "from Jul 2004 in place of Apr 2004, after 2c and 1 other action", "", "late"),
        Line("  2004-05", "savings", "-60"),
    )


def test_the_net_position_waits_for_all() -> None:
    """The net has every stream: a one-off moves from the year planned to the one its action ends in."""
    assert [one[:3] for one in lines(LATE, "review/net", "Waits for actions")] == [
        ("2/costs/1", "from Jul 2004 in place of Apr 2002, after 2c", ""),
        ("  2002-03", "budget", "-13"),
        ("  2004-05", "budget", "13"),
        ("2/costs/2", "from Jul 2004 in place of Apr 2004, after 2c and 1 other action", ""),
        ("  2004-05", "savings", "-60"),
    ]


def test_what_never_starts_and_what_is_on_time() -> None:
    """A deleted action is told by its name; a year that loses nothing waits for nothing late."""
    (first, *_) = lines(NEVER, "2/savings", "Waits for actions")
    assert first.text == "never starts in place of Apr 2004, after 2c and 1 other action"
    assert lines(ON_TIME, "2/savings", "Waits for actions") == (
        Line("2/costs/2", "from Apr 2004, after 2c and 1 other action", "", "good"),
    )
    assert lines(LATE, "2/savings/2005-06", "Waits for actions") == ()
    total = NEVER.replace('"04-05" = 240, "05-06" = 240', "total = 480")
    assert lines(total, "2/savings", "Waits for actions")[0].text == "never starts, after 2c and 1 other action"


def test_what_becomes_of_savings() -> None:
    """480 = 0 + 420 + 60 + 0 + 0."""
    told = lines(LATE, "2/savings", "What becomes of it")
    assert [(one.label, one.figure) for one in told] == [
        ("Achieved", "0"),
        ("On track", "420"),
        ("Delayed", "60"),
        ("Unachievable", "0"),
        ("Mitigated", "0"),
        ("", "─"),
        ("Planned", "480"),
    ]
    assert lines(LATE, "2/savings/2005-06", "What becomes of it")[1].figure == "240"
    assert lines(LATE, "2/budget", "What becomes of it") == ()


def test_the_forecast_marks_what_waits() -> None:
    """In the forecast layer a figure that waits bears a mark, as told ones do."""
    told = LATE.replace(
        'text = "two"',
        'text = "two"\nevent = [\n'
        '{ date = 2004-01-05, kind = "actual", stream = "savings", year = "2003-04", value = 5 },\n'
        '{ date = 2004-01-05, kind = "forecast", stream = "savings", year = "2005-06", value = 230 }]',
    )
    shown = sheet(ReviewView(review_of(told), DAY, DAY), "forecast")
    savings = next(group for group in shown.groups if group.stream == "savings")
    assert [(cell.text, cell.mark, cell.tone) for cell in savings.rows[0][1:4]] == [
        ("5", "a", ""),
        ("180", "w", "late"),
        ("230", "f", ""),
    ]
