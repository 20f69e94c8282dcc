"""Actions and steps on a day: what events say together, and what follows for deadlines and delays."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bvtrack.delivery.progress import CLOSED, FINISHED, HALTED, Standing, State, standing
from bvtrack.delivery.review import review_standing, steps_of
from bvtrack.delivery.slippage import Slippage
from bvtrack.files.review_file import read_review
from example_review import review_of

if TYPE_CHECKING:
    from bvtrack.core.review import Review

HERTFORDSHIRE = Path(__file__).parents[2] / "reviews" / "hertfordshire-services-to-schools-2002.toml"
REASONED = {"note", "defer", "no resource", "suspend", "delete", "supersede", "re-baseline"}
DATED = {"forecast", "re-baseline"}
KINDS = [
    "start", "complete", "reopen", "forecast", "re-baseline", "mainstream", "defer", "no resource", "suspend",
    "delete", "supersede", "resume", "note",
]  # fmt: skip


def event(day: str, kind: str, value: str = "Nov 2002", reason: str = "so it is") -> str:
    """Write an event as an inline table, with what its kind asks for."""
    more = f', value = "{value}"' if kind in DATED else ""
    more += f', reason = "{reason}"' if kind in REASONED else ""
    return f'{{ date = {day}, kind = "{kind}"{more} }}'


def plan(*events: str, steps: str = "", finish: str = 'finish = "Sep 2002"', owner: str = 'owner = "Jeff"') -> Review:
    """Make a review of one action with these events and steps."""
    return review_of(f"""
[[person]]
name = "Jeff Smith"
aliases = ["Jeff"]
[[recommendation]]
id = "1"
text = "one"
[[recommendation.part]]
id = "1a"
text = "do it"
{finish}
{owner}
steps = [{steps}]
event = [{", ".join(events)}]
""")


def at(review: Review, day: str, address: str = "1a") -> Standing:
    """Give where the action, or what has the address, stands on a day."""
    return standing(review, address, dt.date.fromisoformat(day))


@pytest.mark.parametrize(("day", "overdue"), [("2002-04-22", 0), ("2002-09-30", 2), ("2002-10-01", 9)])
def test_hertfordshire_falls_behind(day: str, overdue: int) -> None:
    """The seven actions of September are overdue from 1 October, not before."""
    review = read_review(HERTFORDSHIRE).review
    assert review_standing(review, dt.date.fromisoformat(day)).counts.overdue == overdue


def test_nothing_told_is_not_started() -> None:
    """An action without events has its plan and nothing else."""
    one = at(plan(), "2002-06-01")
    assert (one.state, one.owner, one.holders, one.text) == (State.NOT_STARTED, "Jeff", ("Jeff Smith",), "do it")
    assert (one.started_on, one.finished_on, one.forecast, one.moves, one.note) == (None, None, None, 0, None)
    assert one.baseline is not None
    assert one.baseline == one.current
    assert one.baseline.latest == one.expected == dt.date(2002, 9, 30)
    assert (one.overdue, one.due, one.slippage, one.closed) == (False, False, Slippage(0, 0), False)
    assert (one.steps, one.steps_done) == (0, 0)


@pytest.mark.parametrize(
    ("kinds", "state"),
    [
        ("start", State.UNDER_WAY),
        ("complete", State.DONE),
        ("mainstream", State.MAINSTREAMED),
        ("defer", State.DEFERRED),
        ("no resource", State.NO_RESOURCE),
        ("suspend", State.SUSPENDED),
        ("delete", State.DELETED),
        ("supersede", State.SUPERSEDED),
        ("note", State.NOT_STARTED),
        ("forecast", State.NOT_STARTED),
        ("re-baseline", State.NOT_STARTED),
        ("complete, reopen", State.NOT_STARTED),
        ("start, complete, reopen", State.UNDER_WAY),
        ("delete, reopen", State.NOT_STARTED),
        ("defer, resume", State.NOT_STARTED),
        ("start, suspend, resume", State.UNDER_WAY),
        ("no resource, start", State.UNDER_WAY),
        ("complete, resume", State.DONE),
        ("complete, start", State.DONE),
        ("suspend, reopen", State.SUSPENDED),
        ("suspend, complete", State.DONE),
        ("complete, suspend", State.SUSPENDED),
    ],
)
def test_what_events_say_together(kinds: str, state: State) -> None:
    """What ends or halts the work holds until it is undone by its own kind of event, or by a later word."""
    one = at(plan(*(event("2002-05-01", kind) for kind in kinds.split(", "))), "2002-06-01")
    assert one.state is state
    assert one.finished_on == (dt.date(2002, 5, 1) if state in FINISHED else None)
    assert one.closed == (state in CLOSED)


def test_the_first_start_is_the_start() -> None:
    """Work that is started again began when it was first started."""
    one = at(plan(event("2002-05-01", "start"), event("2002-05-20", "start")), "2002-06-01")
    assert one.started_on == dt.date(2002, 5, 1)


def test_later_events_do_not_count_yet() -> None:
    """An event counts from its own day on."""
    review = plan(event("2002-06-02", "complete"))
    assert [at(review, day).state for day in ("2002-06-01", "2002-06-02")] == [State.NOT_STARTED, State.DONE]


def test_events_of_a_day_speak_in_the_order_entered() -> None:
    """Dates decide, and the order entered within a day: a reopening entered before an earlier completion is later."""
    review = plan(event("2002-06-02", "reopen"), event("2002-06-01", "complete"))
    assert at(review, "2002-06-02").state is State.NOT_STARTED
    review = plan(event("2002-06-01", "reopen"), event("2002-06-01", "complete"))
    assert at(review, "2002-06-01").state is State.DONE


def test_a_rebaseline_moves_what_counts_and_keeps_what_was_approved() -> None:
    """The approved deadline stays; being late is told by the new one, slippage by the old."""
    one = at(plan(event("2002-08-01", "re-baseline", "Dec 2002", "no staff")), "2002-10-15")
    assert one.baseline is not None
    assert one.current is not None
    assert (one.baseline.text, one.current.text, one.forecast) == ("Sep 2002", "Dec 2002", None)
    assert (one.overdue, one.moves, one.note) == (False, 1, "no staff")
    assert one.slippage == Slippage(3, 92)
    assert at(plan(event("2002-08-01", "re-baseline", "Dec 2002")), "2003-01-01").overdue


def test_a_forecast_excuses_nobody() -> None:
    """What is expected later is overdue all the same, and as late as is expected."""
    one = at(plan(event("2002-08-01", "forecast", "Nov 2002")), "2002-10-15")
    assert one.forecast is not None
    assert (one.overdue, one.forecast.text, one.slippage, one.moves) == (True, "Nov 2002", Slippage(2, 61), 1)


def test_a_forecast_that_has_passed_is_no_excuse_at_all() -> None:
    """An overdue action is at least as late as the day it is told on."""
    one = at(plan(event("2002-08-01", "forecast", "Nov 2002")), "2003-01-15")
    assert (one.expected, one.slippage) == (dt.date(2003, 1, 15), Slippage(4, 107))


def test_a_rebaseline_settles_the_forecasts_before_it() -> None:
    """Only a forecast made since the last re-baseline is one."""
    before = event("2002-08-01", "forecast", "Nov 2002")
    again = event("2002-08-02", "re-baseline", "Dec 2002")
    after = event("2002-08-03", "forecast", "Jan 2003")
    assert at(plan(before, again), "2002-08-09").forecast is None
    one = at(plan(before, again, after), "2002-08-09")
    assert one.forecast is not None
    assert (one.forecast.text, one.moves, one.expected) == ("Jan 2003", 3, dt.date(2003, 1, 31))


def test_an_early_forecast_is_no_slippage() -> None:
    """Work expected before its deadline is on time."""
    one = at(plan(event("2002-05-01", "forecast", "June 2002")), "2002-05-02")
    assert (one.expected, one.slippage) == (dt.date(2002, 6, 30), Slippage(0, 0))


def test_completion_ends_slippage() -> None:
    """What is done is as late as its completion, whatever had been expected."""
    review = plan(event("2002-08-01", "forecast", "Jan 2003"), event("2002-10-01", "complete"))
    one = at(review, "2004-01-01")
    assert (one.overdue, one.due, one.expected, one.slippage) == (False, False, dt.date(2002, 10, 1), Slippage(1, 1))


@pytest.mark.parametrize("kind", ["delete", "supersede"])
def test_what_is_given_up_is_not_late(kind: str) -> None:
    """Work that will not be done has no slippage."""
    one = at(plan(event("2002-08-01", kind)), "2004-01-01")
    assert (one.overdue, one.expected, one.slippage) == (False, None, None)


@pytest.mark.parametrize("kind", ["defer", "no resource", "suspend"])
def test_a_halt_does_not_move_the_deadline(kind: str) -> None:
    """Halted work is overdue by the deadline that still stands; a new one is a re-baseline."""
    one = at(plan(event("2002-08-01", kind)), "2002-10-01")
    assert one.state in HALTED
    assert one.overdue


@pytest.mark.parametrize("finish", ["", 'finish = "ongoing"', 'finish = "TBC"'])
def test_without_a_day_nothing_is_late(finish: str) -> None:
    """An action without a deadline, or with one that names no day, is never overdue."""
    one = at(plan(finish=finish), "2010-01-01")
    assert (one.overdue, one.due, one.expected, one.slippage) == (False, False, None, None)
    one = at(plan(event("2002-08-01", "forecast", "Nov 2002"), finish=finish), "2010-01-01")
    assert (one.overdue, one.expected, one.slippage) == (False, dt.date(2002, 11, 30), None)


@pytest.mark.parametrize(
    ("day", "due"), [("2002-08-30", False), ("2002-08-31", True), ("2002-09-30", True), ("2002-10-01", False)]
)
def test_due_soon_is_thirty_days(day: str, due: bool) -> None:
    """A deadline is due soon from thirty days before it to the day itself."""
    assert at(plan(), day).due is due


STEPS = '"first", { text = "second", finish = "June 2002", owner = "Jenny" }'


def test_steps_have_their_actions_terms_unless_their_own() -> None:
    """A step inherits deadline, owner, re-baseline and forecast; its own go first."""
    moves = (event("2002-05-01", "re-baseline", "Dec 2002"), event("2002-05-02", "forecast", "Jan 2003"))
    review = plan(*moves, steps=STEPS)
    first, second = (at(review, "2002-07-01", f"1a/{nth}") for nth in (1, 2))
    assert first.baseline is not None
    assert first.current is not None
    assert first.forecast is not None
    assert (first.baseline.text, first.current.text, first.forecast.text) == ("Sep 2002", "Dec 2002", "Jan 2003")
    assert (first.owner, first.holders, first.moves, first.overdue) == ("Jeff", ("Jeff Smith",), 2, False)
    assert second.baseline is not None
    assert (second.baseline.text, second.current, second.forecast) == ("June 2002", second.baseline, None)
    assert (second.owner, second.holders, second.overdue) == ("Jenny", ("Jenny",), True)


def test_a_step_moves_by_itself() -> None:
    """A step's own re-baseline and forecast are its own."""
    own = event("2002-05-01", "re-baseline", "Oct 2002"), event("2002-05-02", "forecast", "Nov 2002")
    review = plan(
        event("2002-05-03", "forecast", "Jan 2003"), steps=f'{{ text = "first", event = [{", ".join(own)}] }}'
    )
    step = at(review, "2002-07-01", "1a/1")
    assert step.baseline is not None
    assert step.current is not None
    assert step.forecast is not None
    assert (step.baseline.text, step.current.text, step.forecast.text) == ("Sep 2002", "Oct 2002", "Nov 2002")
    assert step.moves == 2


def test_a_ticked_step_makes_its_action_under_way() -> None:
    """The action began no later than the first step was begun or ticked, and counts the ticks."""
    ticked = f'{{ text = "first", event = [{event("2002-05-03", "complete")}] }}'
    review = plan(event("2002-05-09", "start"), steps=f'{ticked}, "second"')
    one = at(review, "2002-05-03")
    assert (one.state, one.started_on, one.steps_done, one.steps) == (State.UNDER_WAY, dt.date(2002, 5, 3), 1, 2)
    assert at(review, "2002-05-02").state is State.NOT_STARTED
    assert at(review, "2002-05-09").started_on == dt.date(2002, 5, 3)


def test_a_tick_taken_back_is_as_if_it_had_not_been() -> None:
    """A step reopened is not done, and its action not begun."""
    back = f'{{ text = "first", event = [{event("2002-05-03", "complete")}, {event("2002-05-04", "reopen")}] }}'
    one = at(plan(steps=back), "2002-05-04")
    assert (one.state, one.steps_done) == (State.NOT_STARTED, 0)


def test_an_open_step_under_a_done_action_stays_open() -> None:
    """Completing an action ticks no step; but nobody is late with what is under it."""
    review = plan(event("2002-05-03", "complete"), steps='"first"')
    step = at(review, "2003-01-01", "1a/1")
    assert (step.state, step.overdue, step.due) == (State.NOT_STARTED, False, False)


def test_steps_are_told_with_their_action() -> None:
    """The steps of an action of a review are those that are told one by one."""
    review = plan(steps=STEPS)
    whole = review_standing(review, dt.date(2002, 7, 1))
    assert steps_of(whole, "1a") == tuple(at(review, "2002-07-01", f"1a/{nth}") for nth in (1, 2))
    assert steps_of(whole, "1b") == ()


@pytest.mark.parametrize("address", ["9z", "1a/3", "1a/0", "1", "1.1", "1a/x", "1a/01"])
def test_an_address_of_nothing_is_no_standing(address: str) -> None:
    """What has no progress is refused."""
    with pytest.raises(LookupError):
        at(plan(steps=STEPS), "2002-07-01", address)


def test_an_action_without_an_owner_has_no_holder() -> None:
    """Nobody printed is nobody."""
    one = at(plan(owner=""), "2002-07-01")
    assert (one.owner, one.holders) == ("", ())


DAYS = st.dates(dt.date(2002, 1, 1), dt.date(2003, 12, 31))
EVENTS = st.lists(st.tuples(DAYS, st.sampled_from(KINDS)), max_size=8)


def of_pairs(pairs: list[tuple[dt.date, str]]) -> Review:
    """Make a plan of such events."""
    return plan(*(event(day.isoformat(), kind) for day, kind in pairs))


@given(EVENTS, DAYS)
def test_events_after_the_day_change_nothing(pairs: list[tuple[dt.date, str]], day: dt.date) -> None:
    """A review stands on a day as if later events were not there."""
    before = [pair for pair in pairs if pair[0] <= day]
    assert standing(of_pairs(pairs), "1a", day) == standing(of_pairs(before), "1a", day)


@given(EVENTS, DAYS)
def test_only_dates_and_the_order_within_a_day_matter(pairs: list[tuple[dt.date, str]], day: dt.date) -> None:
    """Events entered late say the same as events entered in time."""
    in_time = sorted(pairs, key=lambda pair: pair[0])
    assert standing(of_pairs(pairs), "1a", day) == standing(of_pairs(in_time), "1a", day)


@given(EVENTS, st.integers(0, 700), st.integers(0, 700))
def test_without_news_things_only_get_later(pairs: list[tuple[dt.date, str]], first: int, more: int) -> None:
    """Between events, an overdue action stays overdue and its slippage never shrinks."""
    start = max((day for day, _ in pairs), default=dt.date(2002, 1, 1))
    review = of_pairs(pairs)
    one, other = (standing(review, "1a", start + dt.timedelta(days)) for days in (first, first + more))
    assert one.state == other.state
    assert one.overdue <= other.overdue
    if one.slippage is not None:
        assert other.slippage is not None
        assert one.slippage <= other.slippage


@given(EVENTS, DAYS)
def test_states_and_days_agree(pairs: list[tuple[dt.date, str]], day: dt.date) -> None:
    """What is finished has a day for it, what is closed is neither overdue nor due, and nothing is both of these."""
    one = standing(of_pairs(pairs), "1a", day)
    assert (one.finished_on is not None) == (one.state in FINISHED)
    assert not (one.closed and (one.overdue or one.due))
    assert not (one.overdue and one.due)
    assert one.moves == sum(kind in DATED and when <= day for when, kind in pairs)
    assert one.overdue <= (one.expected is not None and one.expected >= day)
