"""The implementation plan as the Actions pane lists it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from bvtrack.app.show.actions import GROUPINGS, NOBODY, Grouping, groups
from bvtrack.app.show.colours import Shade
from bvtrack.app.show.status import Tone
from bvtrack.app.show.view import ReviewView
from bvtrack.core.edit import with_event, with_value

if TYPE_CHECKING:
    from bvtrack.core.plain import Plain
    from bvtrack.core.review import Review

OCTOBER = dt.date(2002, 10, 1)


def view(review: Review, as_at: dt.date = OCTOBER) -> ReviewView:
    """See a review on a day."""
    return ReviewView(review, as_at, as_at)


@pytest.mark.parametrize("by", GROUPINGS)
def test_every_action_stands_in_some_group(hertfordshire: Review, by: Grouping) -> None:
    """However the plan is grouped, none of its sixteen actions is left out."""
    found = {line.address for group in groups(view(hertfordshire), by) for line in group.actions}
    assert len(found) == 16


def test_jeff_and_jeff_smith_are_one_owner(hertfordshire: Review) -> None:
    """Actions are grouped by the person, not by what the report calls them; joint owners each have theirs."""
    found = {group.heading: group for group in groups(view(hertfordshire), "owner")}
    assert "Jeff" not in found
    assert len(found["Jeff Smith"].actions) == 9
    assert {line.address for line in found["Steve"].actions} == {"4a", "4d"}


def test_months_stand_in_time(hertfordshire: Review) -> None:
    """By month the first is that of the earliest deadline."""
    headings = [group.heading for group in groups(view(hertfordshire), "month")]
    assert headings == ["Jul 2002", "Sep 2002", "Oct 2002", "Dec 2002", "Jan 2003", "Apr 2003"]


def test_late_only_leaves_what_is_late(hertfordshire: Review) -> None:
    """On 1 October nine actions are overdue, and one forecast beyond its deadline is late too."""
    moved = with_event(hertfordshire, "5b", {"date": OCTOBER, "kind": "forecast", "value": "May 2003"})
    found = [line for group in groups(view(moved), "recommendation", late_only=True) for line in group.actions]
    assert len(found) == 10
    assert next(line for line in found if line.address == "5b").slippage == "1 month (31 days), 1 move"


def test_a_filter_looks_into_steps(hertfordshire: Review) -> None:
    """An action is kept for the words of its steps."""
    found = [
        line.address
        for group in groups(view(hertfordshire), "recommendation", holding="cpd GROUP")
        for line in group.actions
    ]
    assert "1b" in found
    assert len(found) < 16


def test_steps_are_counted_and_marked(hertfordshire: Review) -> None:
    """A completed step is done, the action is under way, and `1/6` is said."""
    ticked = with_event(hertfordshire, "1b/1", {"date": OCTOBER, "kind": "complete"})
    line = next(
        line for group in groups(view(ticked), "recommendation") for line in group.actions if line.address == "1b"
    )
    assert line.steps_said == "1/6"
    assert str(line.status) == "U under way"
    assert [step.done for step in line.steps][:2] == [True, False]


def test_nobody_named_stands_last(hertfordshire: Review) -> None:
    """Actions without an owner are together, after those with one."""
    first = hertfordshire.recommendations[0]
    orphan = first.model_copy(update={"parts": tuple(part.model_copy(update={"owner": None}) for part in first.parts)})
    review = hertfordshire.model_copy(update={"recommendations": (orphan, *hertfordshire.recommendations[1:])})
    assert [group.heading for group in groups(view(review), "owner")][-1] == NOBODY


def test_a_deadline_that_was_moved_says_so(hertfordshire: Review) -> None:
    """The first one, the months and the number of moves stand beside it; a mark says that it was approved."""
    moves: list[dict[str, Plain | None]] = [
        {"date": day, "kind": "re-baseline", "value": value, "reason": "x", "minute": "12.3"}
        for day, value in ((dt.date(2002, 8, 1), "Dec 2002"), (OCTOBER, "March 2003"))
    ]
    moved = with_event(with_event(hertfordshire, "2b", moves[0]), "2b", moves[1])
    line = next(one for group in groups(view(moved), "recommendation") for one in group.actions if one.address == "2b")
    # 30 Sep to 31 March: 6 months, 31 + 30 + 31 + 31 + 28 + 31 = 182 days
    assert (line.first, line.due, line.slippage, line.months) == (
        "Sep 2002",
        "Mar 2003",
        "6 months (182 days), 2 moves",
        "6 mo 2×",
    )
    assert line.shade == Shade("rescheduled", Tone.PLAIN)


def test_a_step_has_a_colour_where_its_action_has_another(hertfordshire: Review) -> None:
    """A step late under an action on time is told; one that stands as its action does says nothing."""
    late = with_value(hertfordshire, "1b/2/finish", "July 2002")
    line = next(one for group in groups(view(late), "recommendation") for one in group.actions if one.address == "1b")
    assert line.shade.word == "green"
    # 31 July to 1 October: 3 months
    assert [step.shade.word for step in line.steps[:3]] == ["", "red", ""]
