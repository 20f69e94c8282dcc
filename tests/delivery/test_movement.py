"""What moved between two standings: every kind of move with its before, after and authority."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bvtrack.core.edit import with_event, with_item, with_value, without
from bvtrack.delivery.move import Move, What, tally
from bvtrack.delivery.movement import TAKEN_BACK, UNRECORDED, movement
from bvtrack.delivery.review import review_standing
from bvtrack.files.review_file import read_review, review_of
from desk import REVIEW

if TYPE_CHECKING:
    from collections.abc import Callable

    from bvtrack.core.plain import Plain
    from bvtrack.core.review import Review

    Change = Callable[[Review], Review]

PLAN = """\
format = 1
id = "plan"
title = "The plan"
authority = "Example Council"
date = 2002-04-22
period = "2002 - 2005"
unit = "£'000"

[[recommendation]]
id = "1"
text = "one"
profile.savings = { "2003-04" = 240, "2004-05" = 240, total = 480 }
costs = [
  { column = "net potential savings", value = "480", depends_on = ["1a"] },
]

[[recommendation.measure]]
id = "1.1"
text = "Schools content"
unit = "%"
targets = ["60% in 2002-03"]

[[recommendation.part]]
id = "1a"
text = "do it"
finish = "Sept 2002"
owner = "Ann"
steps = ["first", { text = "second", finish = "July 2002" }]

[[recommendation.part]]
id = "1b"
text = "do that"
finish = "Dec 2002"
"""
BASE = review_of(PLAN, "plan")
JUNE, OCTOBER = dt.date(2002, 6, 30), dt.date(2002, 10, 1)


def event(address: str, day: dt.date, kind: str, **said: Plain) -> Change:
    """Give a change that records an event of a day."""
    return lambda review: with_event(review, address, {"date": day, "kind": kind, **said})


def moved(*changes: Change, then: Review = BASE, days: tuple[dt.date, dt.date] = (JUNE, JUNE)) -> list[Move]:
    """Give what moved from a review at one day to the changed one at another."""
    now = then
    for change in changes:
        now = change(now)
    return list(movement(review_standing(then, days[0]), review_standing(now, days[1])))


def told(moves: list[Move]) -> list[tuple[object, ...]]:
    """Give moves without the words of their items."""
    return [(one.address, one.what, one.before, one.after, one.why) for one in moves]


def test_nothing_moved() -> None:
    """The same standing moved nowhere, and says so."""
    assert moved() == []
    assert tally([]) == "nothing moved"


def test_time_alone_makes_late() -> None:
    """From June to 1 October the action and its step of July fell due; the other step is told with its action."""
    # July 2002 falls due on the 31st: to 1 October 3 months (31 August, 30 September, 31 October), 62 days
    assert told(moved(days=(JUNE, OCTOBER))) == [
        ("1a", What.LATE, "Sep 2002", "overdue, 1 month (1 day)", ""),
        ("1a/2", What.LATE, "Jul 2002", "overdue, 3 months (62 days)", ""),
    ]


def test_lateness_grows_and_goes() -> None:
    """What was late already slips further; what was done after all is told in months, too, and can catch up."""
    november = dt.date(2002, 11, 1)
    # 30 September to 1 November is 2 months (31 October would be 1), 32 days
    assert ("1a", What.LATER, "1 month (1 day)", "2 months (32 days)", "") in told(moved(days=(OCTOBER, november)))
    done = event("1a", JUNE, "complete", by="Ann")
    assert told(moved(done, days=(OCTOBER, OCTOBER)))[:2] == [
        ("1a", What.COMPLETED, "not started", "done on 30 Jun 2002", "entered by Ann"),
        ("1a", What.EARLIER, "1 month (1 day)", "not late", ""),
    ]


def test_a_re_baseline_is_told_with_its_authority() -> None:
    """Reason, minute and who approved; of two, both. A step has its action's deadline, and is not told again."""
    first = event("1a", JUNE, "re-baseline", value="Nov 2002", reason="posts", minute="12.3")
    second = event("1a", JUNE, "re-baseline", value="Dec 2002", reason="more posts", approved_by="Gill", by="Ann")
    because = "posts, minute 12.3; more posts, approved by Gill"
    # 30 September to 31 December is 3 months, 92 days
    assert told(moved(first, second)) == [
        ("1a", What.REBASELINED, "Sep 2002", "Dec 2002", because),
        ("1a", What.LATER, None, "3 months (92 days)", ""),
    ]
    then = first(BASE)
    assert told(moved(second, then=then))[0] == (
        *("1a", What.REBASELINED, "Nov 2002", "Dec 2002", "more posts, approved by Gill"),
    )


def test_a_date_that_was_quietly_moved_is_told_so() -> None:
    """A deadline typed over, and a re-baseline taken back, have nobody's authority."""
    assert ("1b", What.DEADLINE, "Dec 2002", "Jan 2003", UNRECORDED) in told(
        moved(lambda review: with_value(review, "1b/finish", "Jan 2003"))
    )
    then = event("1b", JUNE, "re-baseline", value="Jan 2003", reason="posts", minute="1")(BASE)
    before, after = review_standing(then, JUNE), review_standing(BASE, JUNE)
    assert ("1b", What.DEADLINE, "Jan 2003", "Dec 2002", TAKEN_BACK) in told(list(movement(before, after)))


def test_forecasts_states_and_words() -> None:
    """A forecast, what became of the work, other words and another owner each are a move."""
    changes = (
        event("1a", JUNE, "start"),
        event("1a", JUNE, "forecast", value="Oct 2002", reason="slow"),
        event("1b", JUNE, "suspend", reason="audit", minute="4"),
        lambda review: with_value(review, "1b", "do that too"),
        lambda review: with_value(review, "1b/owner", "Bob"),
    )
    assert told(moved(*changes)) == [
        ("1a", What.STATUS, "not started", "under way", ""),
        ("1a", What.FORECAST, None, "Oct 2002", "slow"),
        ("1a", What.LATER, None, "1 month (31 days)", ""),  # 30 September to 31 October
        ("1b", What.REWORDED, "do that", "do that too", ""),
        ("1b", What.OWNER, None, "Bob", ""),
        ("1b", What.STATUS, "not started", "suspended", "audit, minute 4"),
    ]


def test_what_comes_and_goes() -> None:
    """Actions are known by their ids, steps by their words, whatever number they have now."""
    changes = (
        lambda review: without(review, "1a/1"),
        lambda review: with_item(review, "1a", "step", {"text": "third"}),
        lambda review: with_item(review, "1", "part", {"id": "1c", "text": "and this"}),
        lambda review: without(review, "1b"),
        lambda review: with_item(review, "1", "measure", {"id": "1.2", "text": "Heads content"}),
        lambda review: with_value(review, "1/income/2003-04", "5"),
    )
    assert told(moved(*changes)) == [
        ("1a/2", What.ADDED, None, "not started", ""),
        ("1c", What.ADDED, None, "not started", ""),
        ("1a/1", What.REMOVED, "not started", None, ""),
        ("1b", What.REMOVED, "not started", None, ""),
        ("1.2", What.ADDED, None, None, ""),
        ("1/income/2003-04", What.ADDED, None, 500_000, ""),
    ]
    gone = moved(lambda review: without(review, "1.1"), lambda review: without(review, "1/savings/2004-05"))
    assert [(one.address, one.what, one.before) for one in gone] == [
        ("1.1", What.REMOVED, "60% in 2002-03"),
        ("1/savings/2004-05", What.REMOVED, 24_000_000),
    ]


def test_figures_that_came_in() -> None:
    """A figure of a period, one put right, and one that is expected; the words and the target of a measure."""
    came = event("1.1", JUNE, "actual", period="2001-02", value="58%", reason="survey")
    expected = event("1.1", JUNE, "forecast", period="2002-03", value="61%")
    assert told(moved(came, expected)) == [
        ("1.1", What.FIGURE, None, "58% (2001-02)", "survey"),
        ("1.1", What.FORECAST, None, "61% (2002-03)", ""),
    ]
    right = event("1.1", JUNE, "actual", period="2001-02", value="57%")
    assert told(moved(right, then=came(BASE))) == [("1.1", What.FIGURE, "58% (2001-02)", "57% (2001-02)", "")]
    back = movement(review_standing(came(BASE), JUNE), review_standing(BASE, JUNE))
    assert told(list(back)) == [("1.1", What.FIGURE, "58% (2001-02)", None, "")]
    later = event("1.1", JUNE, "actual", period="2002-03", value="59%")
    assert told(moved(later, then=came(BASE))) == [("1.1", What.FIGURE, None, "59% (2002-03)", "")]
    changes = (
        lambda review: with_value(review, "1.1/text", "Heads content"),
        lambda review: with_value(review, "1.1/1/value", "65% in 2002-03"),
    )
    assert told(moved(*changes)) == [
        ("1.1", What.REWORDED, "Schools content", "Heads content", ""),
        ("1.1", What.TARGET, "60% in 2002-03", "65% in 2002-03", ""),
    ]


def test_money_that_changed() -> None:
    """Plan, forecast and actual each move for themselves, in pence, with the last reason told."""
    told_of = {"stream": "savings", "year": "2003-04"}
    changes = (
        lambda review: with_value(review, "1/savings/2003-04", "200"),
        event("1", JUNE, "forecast", value="£100k", reason="a guess", **told_of),
        event("1", JUNE, "actual", value="£99,999.99", **told_of),
    )
    assert told(moved(*changes)) == [
        ("1/savings/2003-04", What.PLANNED, 24_000_000, 20_000_000, "a guess"),
        ("1/savings/2003-04", What.FORECAST, None, 10_000_000, "a guess"),
        ("1/savings/2003-04", What.ACTUAL, None, 9_999_999, "a guess"),
    ]


def test_money_that_waits() -> None:
    """What nobody told of but dates bring is told of the action it waits for."""
    # enabled by the end of June 2003, so it starts in July: 3 of the 12 months from April are lost, 3 x £20k of £240k
    slow = event("1a", JUNE, "forecast", value="June 2003", reason="slow")
    assert told(moved(slow))[-1] == ("1/savings/2003-04", What.EXPECTED, 24_000_000, 18_000_000, "waits for 1a")


def test_reviews_that_come_and_go() -> None:
    """A review that was not there is added, one that is no more removed; of none nothing is told."""
    standing = review_standing(BASE, JUNE)
    assert movement(None, standing) == (Move("", "The plan", What.ADDED),)
    assert movement(standing, None) == (Move("", "The plan", What.REMOVED),)
    assert movement(None, None) == ()


def test_the_count() -> None:
    """Moves are counted by what they are."""
    assert tally(moved(days=(JUNE, OCTOBER))) == "2 newly late"


@pytest.fixture(scope="module")
def hertfordshire() -> Review:
    """Give the Hertfordshire review."""
    return read_review(REVIEW).review


@given(st.dates(dt.date(2002, 1, 1), dt.date(2008, 1, 1)), st.integers(0, 500))
def test_time_alone_only_makes_late(hertfordshire: Review, first: dt.date, days: int) -> None:
    """With nothing recorded in between, all that can move is that work is late, or later."""
    then, now = review_standing(hertfordshire, first), review_standing(hertfordshire, first + dt.timedelta(days=days))
    assert movement(then, then) == ()
    assert {one.what for one in movement(then, now)} <= {What.LATE, What.LATER, What.EXPECTED}
