"""Colours by a policy: worked cases with their sums, what a key says, and which policies are absurd."""

from __future__ import annotations

import datetime as dt
from dataclasses import fields, replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bvtrack.delivery.brag import (
    COLOURS,
    DEFAULT,
    OPEN,
    Mark,
    MoneyRule,
    Policy,
    Rule,
    colour,
    faults,
    judge,
    key,
    legend,
    money_colour,
    money_key,
)
from bvtrack.delivery.progress import CLOSED, Standing, State, standing
from bvtrack.delivery.slippage import Slippage
from example_review import review_of

if TYPE_CHECKING:
    from bvtrack.core.review import Review, Stream

REPORT = dt.date(2002, 4, 22)
TWICE = (
    '{ date = 2002-08-01, kind = "re-baseline", value = "Dec 2002", reason = "posts", minute = "cabinet 4" }, '
    '{ date = 2002-11-01, kind = "re-baseline", value = "Mar 2003", reason = "posts", minute = "cabinet 9" }'
)
QUIETLY = '{ date = 2002-08-01, kind = "re-baseline", value = "Mar 2003", reason = "posts" }'
DONE_IN = '{{ date = {}, kind = "complete" }}'
EXPECTED = '{{ date = 2002-08-01, kind = "forecast", value = "{}" }}'
STEP = '"one step"'
LATE_STEP = '{ text = "one step", finish = "June 2002" }'


def plan(finish: str, events: str = "", steps: str = "") -> Review:
    """Make a review of one action."""
    due = f'finish = "{finish}"' if finish else ""
    return review_of(f"""
[[recommendation]]
id = "1"
text = "one"
[[recommendation.part]]
id = "1a"
text = "do it"
{due}
steps = [{steps}]
event = [{events}]
""")


def at(review: Review, day: str, address: str = "1a") -> Standing:
    """Give where the action, or a step of it, stands on a day."""
    return standing(review, address, dt.date.fromisoformat(day))


def coloured(one: Standing, day: str, policy: Policy = DEFAULT) -> str:
    """Give the word of its colour."""
    mark = colour(one, policy, dt.date.fromisoformat(day), REPORT)
    return mark.word if mark else ""


# finish, events, steps, the address, the day; then months and days behind the plan with their sum, moves, colour
WORKED = [
    # nothing is late: 0 months
    ("Sep 2002", "", "", "1a", "2002-08-01", (0, 0), 0, "green"),
    # 30 Sep to 1 Oct: 1 day; 30 Sep + 1 month = 31 Oct, not before 1 Oct: 1 month
    ("Sep 2002", "", "", "1a", "2002-10-01", (1, 1), 0, "amber"),
    # 31 days of October + 1: 32 days; 30 Sep + 1 month = 31 Oct is before 1 Nov, + 2 = 30 Nov is not: 2 months
    ("Sep 2002", "", "", "1a", "2002-11-01", (2, 32), 0, "red"),
    # 31 Aug is 30 days before 30 Sep, and a step is open; 30 Aug is 31 days before
    ("Sep 2002", "", STEP, "1a", "2002-08-31", (0, 0), 0, "amber"),
    ("Sep 2002", "", STEP, "1a", "2002-08-30", (0, 0), 0, "green"),
    ("Sep 2002", "", "", "1a", "2002-08-31", (0, 0), 0, "green"),
    # moved twice: Sep to Mar is 6 months, 31 + 30 + 31 + 31 + 28 + 31 = 182 days
    ("Sep 2002", TWICE, "", "1a", "2003-01-15", (6, 182), 2, "rescheduled"),
    # and a day past the second deadline: 182 + 1 days, 30 Sep + 6 months = 31 Mar is before 1 Apr: 7 months
    ("Sep 2002", TWICE, "", "1a", "2003-04-01", (7, 183), 2, "red"),
    # moved twice and expected later still, Apr 2003: 182 + 30 = 212 days, 7 months
    (
        "Sep 2002",
        f'{TWICE}, {{ date = 2002-12-01, kind = "forecast", value = "Apr 2003" }}',
        "",
        "1a",
        "2003-01-15",
        (7, 212),
        3,
        "red",
    ),
    # moved on nobody's authority: the same 6 months, and no mark that would excuse them
    ("Sep 2002", QUIETLY, "", "1a", "2003-01-15", (6, 182), 1, "red"),
    # a step late under an action on time: 30 June to 15 July are 15 days, 1 month; the action has 77 days yet
    ("Sep 2002", "", LATE_STEP, "1a/1", "2002-07-15", (1, 15), 0, "amber"),
    ("Sep 2002", "", LATE_STEP, "1a", "2002-07-15", (0, 0), 0, "green"),
    # the last of February stays a last day: + 1 month is 31 Mar, 31 days on; a day more is 32 days and 2 months
    ("28 Feb 2003", "", "", "1a", "2003-03-31", (1, 31), 0, "amber"),
    ("28 Feb 2003", "", "", "1a", "2003-04-01", (2, 32), 0, "red"),
    # in a leap year 28 Feb is no last day: + 1 month is 28 Mar, so 29 Mar, 1 + 29 = 30 days on, is 2 months
    ("28 Feb 2004", "", "", "1a", "2004-03-28", (1, 29), 0, "amber"),
    ("28 Feb 2004", "", "", "1a", "2004-03-29", (2, 30), 0, "red"),
    # 31 Jan + 1 month = 29 Feb 2004: 29 days
    ("Jan 2004", EXPECTED.format("Feb 2004"), "", "1a", "2003-12-01", (1, 29), 1, "amber"),
    # over the end of a calendar year, Dec to Feb: 31 + 28 = 59 days, 2 months
    ("Dec 2002", EXPECTED.format("Feb 2003"), "", "1a", "2002-12-01", (2, 59), 1, "red"),
    # over the end of a financial year, Mar to Apr: 30 days, 1 month
    ("Mar 2003", EXPECTED.format("Apr 2003"), "", "1a", "2003-01-01", (1, 30), 1, "amber"),
    # done is blue however late: 31 + 30 + 20 = 81 days, 30 Sep + 3 months = 31 Dec
    ("Sep 2002", DONE_IN.format("2002-12-20"), "", "1a", "2003-01-15", (3, 81), 0, "blue"),
]


@pytest.mark.parametrize(("finish", "events", "steps", "address", "day", "late", "moves", "word"), WORKED)
def test_worked_cases(  # noqa: PLR0913, PLR0917 — the columns of the table
    finish: str, events: str, steps: str, address: str, day: str, late: tuple[int, int], moves: int, word: str
) -> None:
    """Lateness counts from the deadline approved with the plan, however often it was moved, and gives the colour."""
    one = at(plan(finish, events, steps), day, address)
    assert (one.slippage, one.moves, coloured(one, day)) == (Slippage(*late), moves, word)


def test_what_was_approved_never_goes_away() -> None:
    """After two moves the first deadline is still the baseline, and the minute is the last one's."""
    one = at(plan("Sep 2002", TWICE), "2003-01-15")
    assert one.baseline is not None
    assert one.current is not None
    assert (one.baseline.text, one.current.text, one.approval, one.rescheduled) == (
        "Sep 2002",
        "Mar 2003",
        "cabinet 9",
        True,
    )


@pytest.mark.parametrize("kind", ["delete", "supersede"])
def test_what_was_given_up_has_no_colour(kind: str) -> None:
    """It is neither on time nor late."""
    one = at(plan("Sep 2002", f'{{ date = 2002-08-01, kind = "{kind}", reason = "x" }}'), "2003-01-01")
    assert coloured(one, "2003-01-01") == ""
    named = Policy((Rule("grey", states=(State.DELETED, State.SUPERSEDED)),))
    assert coloured(one, "2003-01-01", named) == "grey"


def test_late_by_a_deadline_the_plan_did_not_have() -> None:
    """Where the plan approved no day, the one that counts now tells how late it is."""
    one = at(plan("", QUIETLY), "2003-05-01")
    assert (one.slippage, one.overdue, coloured(one, "2003-05-01")) == (None, True, "red")
    assert coloured(at(plan("ongoing"), "2010-01-01"), "2010-01-01") == "green"
    assert coloured(at(plan(""), "2010-01-01"), "2010-01-01") == "green"


def test_confidence_is_what_was_said_last() -> None:
    """It stays until another is said, and a step has its action's unless its own."""
    said = (
        '{ date = 2002-05-01, kind = "start", confidence = "high" }, '
        '{ date = 2002-06-01, kind = "note", reason = "x" }, '
        '{ date = 2002-07-01, kind = "note", reason = "y", confidence = "low" }'
    )
    own = '{ text = "t", event = [{ date = 2002-07-02, kind = "start", confidence = "medium" }] }'
    review = plan("Sep 2002", said, f"{STEP}, {own}")
    told = [
        at(review, day, address).confidence
        for day, address in (
            ("2002-04-30", "1a"),
            ("2002-06-30", "1a"),
            ("2002-07-02", "1a"),
            ("2002-07-02", "1a/1"),
            ("2002-07-02", "1a/2"),
        )
    ]
    assert told == [None, "high", "low", "low", "medium"]
    assert at(review, "2002-07-02").note == "y"


TICKED = '{ text = "first", event = [{ date = 2002-05-01, kind = "complete" }] }'


@pytest.mark.parametrize(
    ("percent", "day", "begins", "holds"),
    [
        # from 22 Apr to 30 Sep are 9 + 31 + 30 + 31 + 31 + 30 = 162 days; 1 of 2 steps is done, half of what there is
        # 81 days gone (to 11 July): half is expected, half is done, 100 % of it
        (100, "2002-07-11", "", False),
        # 82 of 162 gone: 50.6 % expected, 50 % done
        (100, "2002-07-12", "", True),
        # all time gone: 50 % of the progress expected is not below 50 %, but below 51 %
        (50, "2002-09-30", "", False),
        (51, "2002-09-30", "", True),
        (51, "2009-09-30", "", True),
        # begun on 1 July: 92 days; 46 gone to 15 August
        (100, "2002-08-15", 'start = "July 2002"', False),
        (100, "2002-08-16", 'start = "July 2002"', True),
        # not begun yet
        (100, "2002-05-02", 'start = "July 2002"', False),
    ],
)
def test_progress_is_held_against_time(percent: int, day: str, begins: str, holds: bool) -> None:
    """The share of steps done, against that of the time gone, exact."""
    review = review_of(f"""
[[recommendation]]
id = "1"
text = "one"
[[recommendation.part]]
id = "1a"
text = "do it"
{begins}
finish = "Sep 2002"
steps = ["second", "first"]
""")
    one = replace(at(review, day), steps_done=1)
    policy = Policy((Rule("red", progress_below=percent),))
    assert (coloured(one, day, policy) == "red") is holds


def test_progress_needs_steps_and_a_day() -> None:
    """Without either nothing can be expected."""
    policy = Policy((Rule("red", progress_below=1000),))
    for review in (plan("Sep 2002"), plan("", "", STEP), plan("ongoing", "", STEP)):
        assert coloured(at(review, "2003-01-01"), "2003-01-01", policy) == ""
    begun = at(plan("Sep 2002", '{ date = 2002-05-05, kind = "start" }', STEP), "2002-06-01")
    assert begun.begins == dt.date(2002, 5, 5)


@pytest.mark.parametrize(
    ("stream", "planned", "expected", "word"),
    [
        # of £1,000,000 5 % is £50,000, the lower of that and £100,000
        ("budget", 100_000_000, 104_999_999, "green"),
        ("budget", 100_000_000, 105_000_000, "amber"),
        # of £4,000,000 5 % is £200,000, so £100,000 is the lower
        ("budget", 400_000_000, 409_999_999, "green"),
        ("budget", 400_000_000, 410_000_000, "amber"),
        # savings and income are worse where there is less of them
        ("savings", 48_000_000, 42_000_000, "amber"),  # 480 - 420 = 60, of 480 that is 12.5 %
        ("savings", 48_000_000, 54_000_000, "green"),
        ("income", 25_500_000, 25_500_000, "green"),
        ("income", 25_500_000, None, "green"),
        # nothing planned: any cost at all is worse
        ("budget", None, 1, "amber"),
        ("budget", None, 0, "green"),
        ("budget", None, None, ""),
    ],
)
def test_bands_of_money(stream: Stream, planned: int | None, expected: int | None, word: str) -> None:
    """The lower of a share of the plan and an amount decides."""
    policy = replace(DEFAULT, money=(MoneyRule("amber", percent=5, pounds=100_000), MoneyRule("green")))
    mark = money_colour(stream, planned, expected, policy)
    assert (mark.word if mark else "") == word


def test_money_has_no_colour_of_itself() -> None:
    """The usual policy is about work."""
    assert money_colour("budget", 1, 100, DEFAULT) is None
    assert money_colour("budget", 0, 5_00, Policy((), (MoneyRule("red", pounds=5),))) == Mark("red", "red")
    assert money_colour("budget", 0, 4_99, Policy((), (MoneyRule("red", pounds=5),))) is None


def test_the_key_says_the_rules() -> None:
    """Every condition stands in it, and those of one word together."""
    assert legend(key(DEFAULT)) == (
        "blue: done or mainstreamed"
        " · rescheduled (purple): moved with approval and on time for the new date"
        " · red: 2+ months behind plan"
        " · amber: 1+ month behind plan, or due within 30 days with a step not done"
        " · green: other open work"
    )
    every = Rule("red", "", (State.DEFERRED,), 1, True, 1, True, True, 80, ("low", "medium"))
    assert legend(key(Policy((every,)))) == (
        "red: deferred, moved with approval and on time for the new date, overdue, 1+ month behind plan, "
        "due within 1 day, less than 80% of progress expected, confidence low or medium with a step not done"
    )
    assert legend(key(Policy((Rule("red", open_steps=True),)))) == "red: open work with a step not done"
    money = (
        MoneyRule("red", percent=10),
        MoneyRule("amber", pounds=100_000),
        MoneyRule("amber", percent=5, pounds=1),
        MoneyRule("green"),
    )
    assert legend(money_key(Policy((), money))) == (
        "red: worse than planned by 10% of the plan or more"
        " · amber: worse than planned by £100,000 or more, or worse than planned by the lower of 5% of the plan and £1"
        " or more · green: other money"
    )


@pytest.mark.parametrize(
    ("policy", "told"),
    [
        (DEFAULT, []),
        (Policy((Rule("green"), Rule("red", slipped=1))), ["rule 1: can never hold, as a rule before it holds first"]),
        (Policy((Rule("amber", slipped=1), Rule("red", slipped=2))), ["rule 1: can never hold"]),
        (Policy((Rule("red", slipped=2), Rule("amber", slipped=1))), []),
        (Policy((Rule("red", due_within=30), Rule("red", due_within=7))), ["rule 1: can never hold"]),
        (Policy((Rule("red", due_within=7), Rule("red", due_within=30), Rule("red"))), []),
        (Policy((Rule("red", overdue=True), Rule("red", overdue=True, slipped=1))), ["rule 1: can never hold"]),
        (Policy((Rule("red", open_steps=True), Rule("red", rescheduled=True))), []),
        (Policy((Rule("red", progress_below=80), Rule("red", progress_below=50))), ["rule 1: can never hold"]),
        (Policy((Rule("red", confidence=("low", "high")), Rule("red", confidence=("low",)))), ["rule 1: can never"]),
        (Policy((Rule("red", confidence=("low",)), Rule("red", confidence=("low", "high")), Rule("red"))), []),
        (Policy((Rule("green"), Rule("blue", states=(State.DONE,)))), []),
        (Policy((Rule("green"), Rule("blue", states=(State.DEFERRED,)))), ["rule 1: can never hold"]),
        (Policy((Rule("red", "Green"),)), ["rule 0: calls red “Green”"]),
        (Policy((Rule("red", "<b>"),)), ["rule 0: has a word that no list can show"]),
        (Policy((Rule("red", "x", slipped=1), Rule("green", "X"))), ["rule 1: gives “X” a second colour"]),
        (Policy((), (MoneyRule("green"), MoneyRule("red", percent=5))), ["money 1: can never hold"]),
        (Policy((), (MoneyRule("red", percent=5), MoneyRule("red", percent=6))), ["money 1: can never hold"]),
        (Policy((), (MoneyRule("red", percent=5), MoneyRule("red", pounds=6))), []),
        (Policy((), (MoneyRule("red", percent=5, pounds=9), MoneyRule("red", pounds=6))), []),
        (Policy((), (MoneyRule("red", pounds=6), MoneyRule("red", percent=5, pounds=9))), []),
        (Policy((), (MoneyRule("red", pounds=6), MoneyRule("green"))), []),
        (Policy((), (MoneyRule("red", percent=5, pounds=6), MoneyRule("red", percent=6, pounds=6))), ["money 1: can"]),
        (Policy((), (MoneyRule("red", "amber"),)), ["money 0: calls red “amber”"]),
    ],
)
def test_absurd_policies(policy: Policy, told: list[str]) -> None:
    """A rule that can never speak, and a word that misleads, are told."""
    found = [f"{fault.list} {fault.nth}: {fault.what}" for fault in faults(policy)]
    assert len(found) == len(told)
    assert all(one.startswith(other) for one, other in zip(found, told, strict=True))


BOUNDS = st.none() | st.integers(1, 40)
RULES = st.builds(
    Rule,
    colour=st.sampled_from(COLOURS),
    states=st.lists(st.sampled_from(list(State)), max_size=2, unique=True).map(tuple),
    slipped=st.none() | st.integers(1, 3),
    overdue=st.booleans(),
    due_within=BOUNDS,
    open_steps=st.booleans(),
    rescheduled=st.booleans(),
    progress_below=BOUNDS,
    confidence=st.lists(st.sampled_from(["high", "medium", "low"]), max_size=2, unique=True).map(tuple),
)
STANDINGS = [
    at(plan(finish, events, steps), day, address) for finish, events, steps, address, day, *_ in WORKED
]  # of many kinds


@given(st.lists(RULES, min_size=2, max_size=4).map(tuple), st.sampled_from(STANDINGS), st.dates(REPORT))
def test_a_rule_that_is_called_needless_never_speaks(rules: tuple[Rule, ...], one: Standing, day: dt.date) -> None:
    """Leaving out what is told to be covered changes the colour of nothing."""
    covered = {fault.nth for fault in faults(Policy(rules)) if "never" in fault.what}
    rest = tuple(rule for nth, rule in enumerate(rules) if nth not in covered)
    assert colour(one, Policy(rules), day, REPORT) == colour(one, Policy(rest), day, REPORT)


def test_open_work_is_all_that_is_not_closed() -> None:
    """A rule without states speaks of it."""
    assert set(OPEN) | CLOSED == set(State)
    assert not set(OPEN) & CLOSED
    one = at(plan("Sep 2002"), "2002-06-01")
    assert judge(DEFAULT, dt.date(2002, 6, 1), REPORT)(one) == Mark("green", "green")
    assert len(fields(Rule)) == 10  # a condition more wants its place in `_said` and `_implied`


SEVERITY = ("green", "rescheduled", "amber", "red")
DAYS = st.integers(0, 900)
EVENTS = st.lists(
    st.tuples(
        st.dates(dt.date(2002, 1, 1), dt.date(2003, 6, 30)),
        st.sampled_from(["start", "forecast", "re-baseline", "defer", "resume", "note"]),
        st.sampled_from(["Nov 2002", "Feb 2003", "28 Feb 2004", "2005"]),
        st.booleans(),
    ),
    max_size=5,
)


@given(EVENTS, st.sampled_from(["", "Sep 2002", "28 Feb 2003", "ongoing"]), DAYS, DAYS)
def test_time_alone_mends_nothing(
    told: list[tuple[dt.date, str, str, bool]], finish: str, first: int, more: int
) -> None:
    """With nothing recorded in between, an open action is never less late, nor of a better colour, on a later day."""
    events = ", ".join(
        f'{{ date = {day}, kind = "{kind}", reason = "x"'
        + (f', value = "{value}"' if kind in {"forecast", "re-baseline"} else "")
        + (', minute = "m"' if approved else "")
        + " }"
        for day, kind, value, approved in told
    )
    review = plan(finish, events, STEP)
    start = max((day for day, *_ in told), default=dt.date(2002, 1, 1))
    days = [start + dt.timedelta(first), start + dt.timedelta(first + more)]
    one, other = (standing(review, "1a", day) for day in days)
    assert one.overdue <= other.overdue
    assert (one.slippage or (0, 0)) <= (other.slippage or (0, 0))
    before, after = (coloured(it, day.isoformat()) for it, day in zip((one, other), days, strict=True))
    assert SEVERITY.index(before) <= SEVERITY.index(after)
