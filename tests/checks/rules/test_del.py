"""The rules on delivery, at a date: what is overdue, what slipped, steps left open, and what nobody tells of."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from bvtrack.checks.rules import (
    del601_overdue,
    del602_slipped,
    del603_open_step_under_complete,
    del605_below_trajectory,
    del607_stale,
)
from bvtrack.core.settings import Thresholds
from example_review import found, messages, subject_of

if TYPE_CHECKING:
    from bvtrack.checks.rule import Rule
    from bvtrack.checks.subject import Subject

DEL601 = del601_overdue.RULE
DEL602 = del602_slipped.RULE
DEL603 = del603_open_step_under_complete.RULE
DEL605 = del605_below_trajectory.RULE
DEL607 = del607_stale.RULE


def plan(*events: str, as_at: str, rest: str = 'finish = "Sept 2002"', reporting: tuple[str, ...] = ()) -> Subject:
    """Make a review of one action 2b with events, each given by the inside of its inline table."""
    told = ",\n".join(f"{{ {event} }}" for event in events)
    text = (
        "[[recommendation]]\nid = '2'\ntext = 'use time better'\n[[recommendation.part]]\nid = '2b'\ntext = 'ask'\n"
        f"{rest}\nevent = [{told}]"
    )
    days = tuple(map(dt.date.fromisoformat, reporting))
    return subject_of(text, as_at=dt.date.fromisoformat(as_at), thresholds=Thresholds(reporting_dates=days))


def moved(day: str, to: str, kind: str = "re-baseline") -> str:
    """Give the inside of an event that moves a deadline."""
    return f'date = {day}, kind = "{kind}", value = "{to}", reason = "a short term", minute = "12/02"'


@pytest.mark.parametrize(
    ("rule", "name", "severity"),
    [
        (DEL601, "overdue", "warning"),
        (DEL602, "slipped", "note"),
        (DEL603, "open-step-under-complete", "error"),
        (DEL605, "below-trajectory", "warning"),
        (DEL607, "stale", "warning"),
    ],
)
def test_the_rules_are_as_listed(rule: Rule, name: str, severity: str) -> None:
    """Each rule has the name and the severity of the list."""
    assert (rule.name, rule.severity) == (name, severity)


@pytest.mark.parametrize("rule", [DEL601, DEL602, DEL603, DEL605, DEL607])
def test_the_source_is_not_late_at_its_own_date(rule: Rule, hertfordshire: Subject) -> None:
    """A plan without progress, at the date of its report, has nothing to be told of."""
    assert found(rule, hertfordshire) == []


# --- DEL601


@pytest.mark.parametrize(
    ("as_at", "late"),
    [("2002-09-30", ""), ("2002-10-01", "1 month (1 day)"), ("2002-11-01", "2 months (32 days)")],
)
def test_a_period_is_due_on_its_last_day(as_at: str, late: str) -> None:
    """September is overdue from 1 October: 1 month and 1 day; 1 November is 30 days of October and 2 more: 32."""
    told = [f"2b was due by 30 Sep 2002: it is {late} overdue."] if late else []
    assert messages(DEL601, plan(as_at=as_at)) == told


def test_a_rebaseline_moves_what_is_measured_by_and_a_forecast_does_not() -> None:
    """The deadline approved last counts, whatever is expected."""
    expected = plan(moved("2002-09-02", "Dec 2002", "forecast"), as_at="2002-11-01")
    assert messages(DEL601, expected) == ["2b was due by 30 Sep 2002: it is 2 months (32 days) overdue."]
    assert found(DEL601, plan(moved("2002-09-02", "Dec 2002"), as_at="2002-11-01")) == []


def test_halted_work_says_so() -> None:
    """Work that waits is overdue all the same, and the message says that it waits."""
    halted = plan('date = 2002-09-02, kind = "suspend", reason = "no hall", minute = "3"', as_at="2002-10-01")
    assert messages(DEL601, halted) == ["2b was due by 30 Sep 2002 (suspended): it is 1 month (1 day) overdue."]


def test_a_step_is_told_where_it_is_later_than_its_action() -> None:
    """Steps with the deadline of their action are not told again; one whose own passed before is."""
    rest = 'finish = "Sept 2002"\nsteps = ["first", { text = "second", finish = "July 2002" }]'
    assert [one.address for one in found(DEL601, plan(as_at="2002-09-01", rest=rest))] == ["2b/2"]
    both = found(DEL601, plan(as_at="2002-10-01", rest=rest))
    assert [(one.address, one.key) for one in both] == [
        ("2b", ("recommendation", 0, "part", 0)),
        ("2b/2", ("recommendation", 0, "part", 0, "steps", 1)),
    ]


# --- DEL602


def test_the_first_deadline_stays_the_measure() -> None:
    """Twice re-baselined, from September over December to February: 5 months; 31 + 30 + 31 + 31 + 28 = 151 days."""
    twice = plan(moved("2002-09-02", "Dec 2002"), moved("2002-12-02", "Feb 2003"), as_at="2003-01-06")
    assert "; ".join(messages(DEL602, twice)) == (
        "2b is expected on 28 Feb 2003, 5 months (151 days) after 30 Sep 2002, the deadline approved with the plan;"
        " re-baselined twice."
    )
    assert found(DEL601, twice) == []


@pytest.mark.parametrize(
    ("events", "as_at", "told"),
    [
        (['date = 2002-10-02, kind = "complete"'], "2003-01-06", "was finished on 2 Oct 2002, 1 month (2 days)"),
        ([moved("2002-09-02", "Oct 2002", "forecast")], "2002-09-30", "is expected on 31 Oct 2002, 1 month (31 days)"),
        ([moved("2002-09-02", "Oct 2002", "forecast")], "2002-11-04", "is not finished on 4 Nov 2002, 2 months (35 da"),
    ],
)
def test_what_became_of_it(events: list[str], as_at: str, told: str) -> None:
    """Work that was finished late, is expected late, or outlived its forecast: October's 31 days and 4 of November."""
    (message,) = messages(DEL602, plan(*events, as_at=as_at))
    assert message.startswith(f"2b {told}")
    assert message.endswith("not re-baselined.")


def test_three_moves_are_counted() -> None:
    """From the third on, moves are counted in figures."""
    moves = [moved("2002-09-02", month) for month in ("Oct 2002", "Nov 2002", "Dec 2002")]
    assert messages(DEL602, plan(*moves, as_at="2002-09-03"))[0].endswith("re-baselined 3 times.")


def test_what_only_passed_its_deadline_is_not_told_twice() -> None:
    """Overdue work that nobody moved is DEL601's; work in time and work given up are nobody's."""
    assert found(DEL602, plan(as_at="2002-10-01")) == []
    assert found(DEL602, plan('date = 2002-09-02, kind = "complete"', as_at="2002-10-01")) == []
    assert (
        found(DEL602, plan('date = 2002-09-02, kind = "delete", reason = "no", minute = "3"', as_at="2003-01-06")) == []
    )
    assert found(DEL602, plan(moved("2002-09-02", "Dec 2002"), as_at="2002-10-01", rest="")) == []


def test_a_step_slips_by_itself() -> None:
    """A step is told of where it slips by more than its action: that with its own forecast, not the other."""
    rest = """finish = "Sept 2002"
steps = ["first", { text = "second", event = [
  { date = 2002-09-02, kind = "forecast", value = "Nov 2002" },
] }]"""
    late = plan(moved("2002-09-02", "Oct 2002"), as_at="2002-09-03", rest=rest)
    assert [one.address for one in found(DEL602, late)] == ["2b", "2b/2"]
    done = plan('date = 2002-10-02, kind = "complete"', as_at="2002-10-03", rest=rest)
    assert [one.address for one in found(DEL602, done)] == ["2b"]  # the open step is DEL603's


# --- DEL603


def test_open_steps_under_done_work_are_one_error() -> None:
    """The steps left are listed once, at the action, and only once it is done."""
    rest = """steps = ["first", { text = "second", event = [{ date = 2002-05-02, kind = "complete" }] }, "third"]"""
    done = 'date = 2002-06-03, kind = "complete"'
    (told,) = found(DEL603, plan(done, as_at="2002-06-03", rest=rest))
    assert (told.address, told.message) == ("2b", "2b is done, but 2 of its 3 steps are not: 2b/1 and 2b/3.")
    assert found(DEL603, plan(done, as_at="2002-06-02", rest=rest)) == []
    assert messages(DEL603, plan(done, as_at="2002-06-03", rest='steps = ["first"]')) == [
        "2b is done, but 1 of its 1 steps is not: 2b/1."
    ]


# --- DEL607


@pytest.mark.parametrize(
    ("as_at", "since"),
    [
        ("2002-06-30", None),  # the report at hand is that of 30 June; the one before was before the plan
        ("2002-07-01", "30 Jun 2002"),
        ("2002-09-30", "30 Jun 2002"),
        ("2003-01-01", "31 Dec 2002"),
    ],
)
def test_reports_are_due_by_quarters(as_at: str, since: str | None) -> None:
    """Without dates of its own a council reports at the ends of quarters, and the plan itself was the first news."""
    told = [f"Nothing was recorded of 2b since {since}, the last reporting date (never before)."] if since else []
    assert messages(DEL607, plan(as_at=as_at)) == told


def test_a_council_has_reporting_dates_of_its_own() -> None:
    """Dates in the settings take the place of quarters; none is the last before the first."""
    own = ("2002-07-31", "2002-11-30")
    news = 'date = 2002-07-31, kind = "start"'
    assert found(DEL607, plan(as_at="2002-07-31", reporting=own)) == []
    assert messages(DEL607, plan(news, as_at="2002-11-30", reporting=own)) == [
        "Nothing was recorded of 2b since 31 Jul 2002, the last reporting date (last on 31 Jul 2002)."
    ]


@pytest.mark.parametrize(
    "rest",
    [
        'event = [{ date = 2002-10-07, kind = "note", reason = "as planned" }]',
        'steps = [{ text = "first", event = [{ date = 2002-10-07, kind = "complete" }] }]',
        'event = [{ date = 2002-09-27, recorded = 2002-10-07, kind = "note", reason = "told late" }]',
        'event = [{ date = 2002-06-07, kind = "complete" }]',
        'start = "Jan 2003"',
    ],
)
def test_any_news_will_do(rest: str) -> None:
    """A note, a step, or an entry made late is news; done work has none to give, nor has what begins later."""
    text = f"[[recommendation]]\nid = '2'\ntext = 'a'\n[[recommendation.part]]\nid = '2b'\ntext = 'ask'\n{rest}"
    assert found(DEL607, subject_of(text, as_at=dt.date(2002, 12, 2))) == []


def test_what_was_entered_later_is_news_of_its_day() -> None:
    """Where things stood on a day goes by the days that entries speak for; what was known then is another question."""
    late = 'date = 2002-11-04, recorded = 2002-12-03, kind = "note", reason = "told late"'
    assert found(DEL607, plan(late, as_at="2002-12-02")) == []
    assert found(DEL607, plan(late, as_at="2002-12-03")) == []
    assert len(found(DEL607, plan('date = 2002-12-03, kind = "start"', as_at="2002-12-02"))) == 1


# --- DEL605


def measure(targets: str, *events: str, more: str = 'direction = "fall"', as_at: str = "2003-02-01") -> Subject:
    """Make a review of one measure 3.1 with figures as they turned out, each given as `18% in Sep 2002`."""
    told = ", ".join(
        f"{{ date = 2002-10-18, kind = 'actual', value = '{value}', period = '{period}' }}"
        for value, _, period in (event.partition(" in ") for event in events)
    )
    text = (
        "[[recommendation]]\nid = '3'\ntext = 'get the best'\n[[recommendation.measure]]\nid = '3.1'\n"
        f"text = 'vacancies'\n{more}\ntargets = [{targets}]\nevent = [{told}]"
    )
    return subject_of(text, as_at=dt.date.fromisoformat(as_at))


FALLING = '"From 20% in 2001 to 15% in 2002 and to 10% in 2003"'


@pytest.mark.parametrize(
    ("subject", "said"),
    [
        # 20 - 5 × 273/365 = 16.26
        (
            measure(FALLING, "18% in Sep 2002"),
            (
                "3.1 stands at 18% in Sep 2002, and should have been at 16.3% by 30 Sep 2002: 273 of the 365 days from "
                "20% on 31 Dec 2001 to 15% on 31 Dec 2002."
            ),
        ),
        (
            measure(FALLING, "15.5% in 2002"),
            "3.1 stands at 15.5% in 2002, and should have been at 15% by 31 Dec 2002.",
        ),
        (
            measure(FALLING, "12% in June 2004"),
            "3.1 stands at 12% in June 2004, and should have been at 10% by 30 Jun 2004.",
        ),
        (
            measure(FALLING, "21% in Sep 2002", more='direction = "fall"\ncourse = "steps"'),
            "3.1 stands at 21% in Sep 2002, and should have been at 20% by 30 Sep 2002.",
        ),
    ],
)
def test_a_measure_behind_its_way(subject: Subject, said: str) -> None:
    """DEL605: what it should have been is told with the stretch it is on."""
    assert messages(DEL605, subject) == [said]


@pytest.mark.parametrize(
    "subject",
    [
        measure(FALLING),
        measure(FALLING, "16.2% in Sep 2002"),
        measure(FALLING, "18% in Sep 2002", as_at="2002-10-17"),
        measure(FALLING, "18% in Sep 2002", "14% in 2002"),
        measure(FALLING, "19% in Sep 2002", more='direction = "fall"\ncourse = "steps"'),
        measure('"60% in 2003"', "18% in Sep 2002", more=""),
        measure("", "18% in Sep 2002"),
    ],
)
def test_a_measure_on_its_way(subject: Subject) -> None:
    """DEL605 is quiet where the latest figure told by then is on its way, and where there is no way."""
    assert found(DEL605, subject) == []


def test_a_line_behind_has_its_own_address() -> None:
    """DEL605 names the line, and stands at it."""
    (finding,) = found(DEL605, measure(f'"Primary from 10% in 2001 to 5% in 2002", {FALLING}', "12% in 2003"))[1:]
    assert (finding.address, finding.key) == ("3.1/2", ("recommendation", 0, "measure", 0, "targets", 1))
