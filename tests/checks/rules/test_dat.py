"""The rules on dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bvtrack.checks.rules import (
    dat301_deadline_outside_period,
    dat302_finish_before_start,
    dat303_parent_before_child,
    dat304_target_before_action,
    dat305_month_precision,
    dat306_ambiguous_period,
    dat307_deadline_cluster,
    dat308_unreadable_deadline,
)
from bvtrack.core.finding import Severity
from bvtrack.core.settings import Thresholds
from example_review import found, messages, subject_of

if TYPE_CHECKING:
    from bvtrack.checks.rule import Rule
    from bvtrack.checks.subject import Subject

DAT301 = dat301_deadline_outside_period.RULE
DAT302 = dat302_finish_before_start.RULE
DAT303 = dat303_parent_before_child.RULE
DAT304 = dat304_target_before_action.RULE
DAT305 = dat305_month_precision.RULE
DAT306 = dat306_ambiguous_period.RULE
DAT307 = dat307_deadline_cluster.RULE
DAT308 = dat308_unreadable_deadline.RULE


def subject(*parts: str, measures: str = "", date: str = "2002-04-22", thresholds: Thresholds | None = None) -> Subject:
    """Make a review of one recommendation with parts 1a, 1b …, each given by the inside of its inline table."""
    text = f"[[recommendation]]\nid = '1'\ntext = 'know schools better'\nmeasure = [{measures}]\npart = [\n"
    text += "".join(f"{{ id = '1{chr(97 + nth)}', text = 'act', {part} }},\n" for nth, part in enumerate(parts))
    return subject_of(f"date = {date}\n{text}]", thresholds=thresholds)


@pytest.mark.parametrize(
    ("rule", "name", "severity"),
    [
        (DAT301, "deadline-outside-period", "error"),
        (DAT302, "finish-before-start", "error"),
        (DAT303, "parent-before-child", "error"),
        (DAT304, "target-before-action", "warning"),
        (DAT305, "month-precision", "note"),
        (DAT306, "ambiguous-period", "warning"),
        (DAT307, "deadline-cluster", "warning"),
        (DAT308, "unreadable-deadline", "error"),
    ],
)
def test_the_rules_are_as_listed(rule: Rule, name: str, severity: str) -> None:
    """Each rule has the name and the severity of the list."""
    assert (rule.name, rule.severity) == (name, severity)


@pytest.mark.parametrize("rule", [DAT301, DAT302, DAT303, DAT308])
def test_the_source_has_no_wrong_date(rule: Rule, hertfordshire: Subject) -> None:
    """The deadlines of the Hertfordshire review contradict nothing."""
    assert found(rule, hertfordshire) == []


def test_a_deadline_after_the_plan() -> None:
    """DAT301: a deadline past the last day of the plan period is an error at the action."""
    (finding,) = found(DAT301, subject("finish = 'June 2007'"))
    assert finding.message == "The deadline of 1a, Jun 2007, is after the plan period, which ends on 31 Mar 2006."
    assert (finding.address, finding.key) == ("1a", ("recommendation", 0, "part", 0, "finish"))
    assert finding.severity is None
    assert finding.hints == ("Correct the deadline, or the plan period if the plan really runs so long.",)


def test_a_deadline_before_the_plan() -> None:
    """DAT301: a deadline before the plan period is an error, at a step as at an action."""
    of = subject("finish = 'June 2002', steps = ['meet', { text = 'agree', finish = '31 March 2002' }]")
    (finding,) = found(DAT301, of)
    assert (
        finding.message == "The deadline of 1a/2, 31 Mar 2002, is before the plan period, which begins on 1 Apr 2002."
    )
    assert (finding.address, finding.key) == ("1a/2", ("recommendation", 0, "part", 0, "steps", 1, "finish"))


@pytest.mark.parametrize(
    ("finish", "date", "fires"),
    [
        ("31 March 2006", "2002-04-22", False),
        ("1 April 2006", "2002-04-22", True),
        ("1 April 2002", "2002-04-22", False),
        ("31 March 2002", "2002-04-22", True),
        ("31 March 2002", "2002-02-15", True),
        ("1 April 2002", "2002-06-15", False),
        ("2005/06", "2002-04-22", False),
        ("2006/07", "2002-04-22", True),
        ("TBC", "2002-04-22", False),
        ("ongoing", "2002-04-22", False),
        ("Q3 2009", "2002-04-22", False),
        ("Completed June 2001", "2002-04-22", False),
    ],
)
def test_the_bounds_of_the_plan(finish: str, date: str, fires: bool) -> None:
    """DAT301: the plan period runs from its first day to its last whenever the report came; only certain days count."""
    assert bool(found(DAT301, subject(f"finish = '{finish}'", date=date))) is fires


def test_a_start_after_the_finish() -> None:
    """DAT302: a start after the deadline is an error at the start."""
    (finding,) = found(DAT302, subject("start = 'March 2003', finish = 'January 2003'"))
    assert finding.message == "The start of 1a, Mar 2003, is after its deadline, Jan 2003."
    assert (finding.address, finding.key) == ("1a", ("recommendation", 0, "part", 0, "start"))
    assert finding.hints == ("Correct the start or the deadline.",)


def test_a_step_has_its_actions_deadline() -> None:
    """DAT302: a step that starts after its action's deadline is an error, unless it has a later deadline of its own."""
    of = subject(
        "finish = 'Sept 2002', steps = [{ text = 'a', start = '1 October 2002' }, "
        "{ text = 'b', start = 'Nov 2002', finish = 'Dec 2002' }, "
        "{ text = 'c', start = 'Nov 2002', finish = 'Oct 2002' }]"
    )
    assert [(finding.address, finding.message) for finding in found(DAT302, of)] == [
        ("1a/1", "The start of 1a/1, 1 Oct 2002, is after the deadline of its action, Sep 2002."),
        ("1a/3", "The start of 1a/3, Nov 2002, is after its deadline, Oct 2002."),
    ]


@pytest.mark.parametrize(
    "dates",
    [
        "start = 'September 2002', finish = '1 September 2002'",
        "start = 'September 2002', finish = 'Sept 2002'",
        "start = 'September 2003'",
        "finish = 'September 2002'",
        "start = 'September 2003', finish = 'TBC'",
        "start = 'TBC', finish = 'September 2002'",
        "start = 'Q3 2005', finish = 'September 2002'",
        "start = 'September 2005', finish = 'Q3 2002'",
        "finish = 'TBC', steps = [{ text = 'a', start = 'May 2002' }]",
        "steps = [{ text = 'a', start = 'May 2002' }]",
    ],
)
def test_starts_that_are_in_order_or_cannot_be_told(dates: str) -> None:
    """DAT302: a start on the day due is in order, and what is open or ambiguous is not judged."""
    assert found(DAT302, subject(dates)) == []


def test_a_step_after_its_action() -> None:
    """DAT303: a step due after its action is an error at the step."""
    (finding,) = found(DAT303, subject("finish = 'Sept 2002', steps = ['meet', { text = 'a', finish = 'Nov 2002' }]"))
    assert finding.message == "The deadline of step 1a/2, Nov 2002, is after that of its action, Sep 2002."
    assert (finding.address, finding.key) == ("1a/2", ("recommendation", 0, "part", 0, "steps", 1, "finish"))
    assert finding.hints == ("Bring the step forward, or move the action's deadline to that of its last step.",)


@pytest.mark.parametrize(
    ("action", "step", "fires"),
    [
        ("Sept 2002", "30 September 2002", False),
        ("Sept 2002", "1 October 2002", True),
        ("Sept 2002", "Q3 2009", False),
        ("Q3 2002", "December 2009", False),
        ("Sept 2002", "TBC", False),
        ("TBC", "December 2002", False),
    ],
)
def test_steps_against_their_action(action: str, step: str, fires: bool) -> None:
    """DAT303: a step may fall due with its action, and what is open or ambiguous is not judged."""
    of = subject(f"finish = '{action}', steps = [{{ text = 'a', finish = '{step}' }}]")
    assert bool(found(DAT303, of)) is fires


def test_a_step_of_an_action_without_deadline() -> None:
    """DAT303: where the action has no deadline there is nothing to be after; an action alone is after nothing."""
    assert found(DAT303, subject("steps = [{ text = 'a', finish = 'Nov 2002' }]", "finish = 'Nov 2005'")) == []


def test_the_sources_milestone(hertfordshire: Subject) -> None:
    """DAT304: the source's system is in place four months before the action that sets it up is finished."""
    (finding,) = found(DAT304, hertfordshire)
    assert finding.message == (
        "The milestone “System in place” of 1.3, Sep 2002, is before the deadline of the action it shows, 1a, Jan 2003."
    )
    assert (finding.address, finding.key) == ("1.3", ("recommendation", 0, "measure", 2, "targets", 0))
    assert finding.hints == ("Move the milestone or the deadline, or say that the measure shows another part.",)


def milestone(targets: str, finish: str, shows: str = "'1a'") -> list[str]:
    """Give what DAT304 says of a measure that shows part 1a."""
    of = subject(
        f"finish = '{finish}'",
        "finish = 'June 2003'",
        measures=f"{{ id = '1.1', text = 'in place', shows = [{shows}], targets = [{targets}] }}",
    )
    return messages(DAT304, of)


@pytest.mark.parametrize(
    ("targets", "finish", "fires"),
    [
        ("'System in place by Sept 2002'", "October 2002", True),
        ("'System in place by Sept 2002'", "Sept 2002", False),
        ("'System in place by Sept 2002'", "TBC", False),
        ("'System in place by Sept 2002'", "Q3 2003", False),
        ("'System in place by autumn 2002'", "January 2003", False),
        ("'From 56% in 2001 to 60% in 2002'", "January 2003", False),
        ("'System in place'", "January 2003", False),
    ],
)
def test_milestones_against_the_action(targets: str, finish: str, fires: bool) -> None:
    """DAT304: a milestone on the day the action is due is in time; only milestones of a certain date are judged."""
    assert bool(milestone(targets, finish)) is fires


def test_a_measure_is_named_once() -> None:
    """DAT304: of several early milestones and parts the last milestone and the first part shown are named, once."""
    targets = "'Files agreed by June 2002', 'Files in place by Sept 2002', 'Database by August 2002'"
    assert milestone(targets, "January 2003", "'9z', '1a', '1b'") == [
        "The milestone “Files in place” of 1.1, Sep 2002, is before the deadline of the action it shows, 1a, Jan 2003."
    ]
    assert milestone(targets, "May 2002", "'1a', '1b'") == [
        "The milestone “Files in place” of 1.1, Sep 2002, is before the deadline of the action it shows, 1b, Jun 2003."
    ]
    assert milestone(targets, "January 2003", "") == []


@pytest.mark.parametrize(
    ("target", "fires"),
    [
        ("40 schools by July 2004; new system in place by Sept 2002", True),
        ("40 schools by July 2004; new system in place by Sept 2003", False),
        ("40 schools by July 2002 and 60 schools by July 2004", False),
        ("10% increase by July 2002", False),
    ],
)
def test_a_milestone_beside_figures(target: str, fires: bool) -> None:
    """DAT304: a milestone is judged wherever it is printed; a figure by a date is none."""
    assert bool(milestone(f"'{target}'", "January 2003")) is fires


def test_each_measure_is_judged() -> None:
    """DAT304: every measure is looked at; of two milestones of one month the first is named."""
    targets = "['Files agreed by Sept 2002 - system in place by Sept 2002']"
    measures = ", ".join(f"{{ id = '1.{n}', text = 'x', shows = ['1a'], targets = {targets} }}" for n in (1, 2))
    assert messages(DAT304, subject("finish = 'Jan 2003'", measures=measures)) == [
        f"The milestone “Files agreed” of 1.{n}, Sep 2002, is before the deadline of the action it shows, 1a, Jan 2003."
        for n in (1, 2)
    ]


def test_the_line_of_the_milestone_is_given() -> None:
    """DAT304: the key is that of the line with the milestone."""
    measures = "{ id = '1.1', text = 'x', shows = ['1a'], targets = ['Agreed by June 2002', 'In place by Sept 2002'] }"
    (finding,) = found(DAT304, subject("finish = 'Jan 2003'", measures=measures))
    assert finding.key == ("recommendation", 0, "measure", 0, "targets", 1)


def test_the_sources_months(hertfordshire: Subject) -> None:
    """DAT305: all 16 deadlines of the source name a month and no day, which is said once."""
    (finding,) = found(DAT305, hertfordshire)
    assert finding.message == (
        "Deadlines that name a month and no day: 16 of 16; each is taken as due on the last day of its month."
    )
    assert (finding.address, finding.key) == ("review", ("recommendation", 0, "part", 0, "finish"))
    assert finding.hints == ("Give a day where it matters, as where another action waits for this one.",)


def test_months_among_other_deadlines() -> None:
    """DAT305: deadlines with a day are counted, of steps too; days, longer periods and open forms are no months."""
    of = subject(
        "finish = '30 September 2002'",
        "finish = 'TBC', steps = [{ text = 'a', finish = 'Nov 2002' }]",
        "finish = '2002/03'",
        "start = 'May 2002'",
    )
    (finding,) = found(DAT305, of)
    assert finding.message.startswith("Deadlines that name a month and no day: 1 of 3; ")
    assert finding.key == ("recommendation", 0, "part", 1, "steps", 0, "finish")
    assert found(DAT305, subject("finish = '30 September 2002'")) == []
    assert found(DAT305, subject()) == []


def test_the_sources_ambiguous_year(hertfordshire: Subject) -> None:
    """DAT306: `65% in 04` is the one period of the source that reads in more than one way."""
    (finding,) = found(DAT306, hertfordshire)
    assert finding.message == (
        "The target of 1.1 can be read in more than one way: 65% in 2004 (here taken as 1 Apr 2003 to 31 Mar 2005)."
    )
    assert (finding.address, finding.key) == ("1.1", ("recommendation", 0, "measure", 0, "targets", 0))
    assert finding.hints == ("Write the calendar year in full (2004) or the financial year (2003/04).",)


def test_ambiguous_starts_and_deadlines() -> None:
    """DAT306: each start and each deadline that is ambiguous is a finding, with why, and the day it is taken for."""
    of = subject(
        "start = 'Q1 2002', finish = 'Q3 2003', steps = [{ text = 'a', finish = 'Sept' }]", "finish = 'June 2003'"
    )
    assert [(finding.address, finding.key[4:], finding.message) for finding in found(DAT306, of)] == [
        ("1a", ("start",), "The start of 1a, “Q1 2002”, can be read in more than one way."),
        ("1a", ("finish",), "The deadline of 1a, “Q3 2003”, can be read in more than one way."),
        ("1a/1", ("steps", 0, "finish"), "The deadline of 1a/1, “Sept”, can be read in more than one way."),
    ]
    assert [finding.hints for finding in found(DAT306, of)][1:] == [
        (
            "A quarter of a calendar year may be meant as one of a financial year.",
            "Until it is settled it is taken as 30 Sep 2003.",
        ),
        ("The year is not stated.",),
    ]


def test_ambiguous_targets() -> None:
    """DAT306: a line with several ambiguous periods is one finding, which shows baselines and milestones too."""
    measures = (
        "{ id = '1.1', text = 'x', targets = ['From 56% in 01 to 60% in 04', 'Files in place by autumn 2002', "
        "'From 56% in 2001/02 to 60% in 2002/03'] }"
    )
    assert [
        (finding.address, finding.key[-1], finding.message) for finding in found(DAT306, subject(measures=measures))
    ] == [
        (
            "1.1/1",
            0,
            (
                "The target of 1.1/1 can be read in more than one way: 56% in 2001 (here taken as 1 Apr 2000 "
                "to 31 Mar 2002) and 60% in 2004 (here taken as 1 Apr 2003 to 31 Mar 2005)."
            ),
        ),
        (
            "1.1/2",
            1,
            (
                "The target of 1.1/2 can be read in more than one way: “Files in place” in Autumn 2002 "
                "(here taken as 1 Sep 2002 to 30 Nov 2002)."
            ),
        ),
    ]


@pytest.mark.parametrize("target", ["60% in 2003-02", "60% by 2002-04", "60% by 31 September 2003", "60% by September"])
def test_a_target_whose_period_cannot_be_told(target: str) -> None:
    """DAT306: a period that is none, or of no year, is asked about with the target's own words."""
    (finding,) = found(DAT306, subject(measures=f"{{ id = '1.1', text = 'x', targets = ['{target}'] }}"))
    assert finding.message == f"The target of 1.1 names a period that cannot be told: “{target}”."


def test_the_words_of_a_target_that_is_unclear_otherwise() -> None:
    """DAT306: what a target leaves to ask besides its periods is not this rule's."""
    assert (
        found(DAT306, subject(measures="{ id = '1.1', text = 'x', targets = ['Reduction from 4% to 6% in 2003'] }"))
        == []
    )


def test_the_sources_september(hertfordshire: Subject) -> None:
    """DAT307: seven of the source's actions fall due in September 2002."""
    (finding,) = found(DAT307, hertfordshire)
    assert finding.message == "7 of 16 actions fall due in Sep 2002: 2b, 2d, 3c, 3d, 4a, 4b and 4c."
    assert (finding.address, finding.key) == ("review", ("recommendation", 1, "part", 1, "finish"))
    assert finding.hints == ("Spread the deadlines, the enabling actions first, or settle who sees the month through.",)


def test_how_many_deadlines_a_month_bears() -> None:
    """DAT307: five actions in a month pass, six do not; the number can be set, and steps do not count."""
    september = ["finish = 'Sept 2002', steps = [{ text = 'a', finish = 'Sept 2002' }]"] * 5
    assert messages(DAT307, subject(*september)) == []
    assert messages(DAT307, subject(*september, "finish = '2 September 2002'", "finish = 'TBC'")) == [
        "6 of 7 actions fall due in Sep 2002: 1a, 1b, 1c, 1d, 1e and 1f."
    ]
    few = Thresholds(deadlines_in_month=1)
    dates = ["finish = 'Sept 2002'", "finish = 'June 2002'", "finish = 'June 2002'", "finish = 'Sept 2002'"]
    assert messages(DAT307, subject(*dates, thresholds=few)) == [
        "2 of 4 actions fall due in Jun 2002: 1b and 1c.",
        "2 of 4 actions fall due in Sep 2002: 1a and 1d.",
    ]


def test_what_cannot_be_read_is_told_once_a_place() -> None:
    """DAT308: each start and each deadline that is no date and no open form is an error, with the reason."""
    of = subject(
        "start = 'week 6', finish = 'when Jenny is back', steps = ['meet', { text = 'agree', finish = '2002-04' }]",
        "finish = 'Sept', steps = [{ text = 'agree', finish = 'TBC' }]",
    )
    assert [(finding.address, finding.key[4:], finding.message) for finding in found(DAT308, of)] == [
        ("1a", ("start",), "The start of 1a, “week 6”, cannot be read: “week” is no part of a deadline."),
        (
            "1a",
            ("finish",),
            "The deadline of 1a, “when Jenny is back”, cannot be read: “when” is no part of a deadline.",
        ),
        (
            "1a/2",
            ("steps", 1, "finish"),
            "The deadline of 1a/2, “2002-04”, cannot be read: a year's end must be the next year.",
        ),
    ]
    assert {finding.hints for finding in found(DAT308, of)} == {
        ("Write the date (Sept. 2002, Q3 2003/04), or TBC until there is one.",)
    }


def test_no_rule_sets_a_severity_of_its_own(hertfordshire: Subject) -> None:
    """The rules on dates leave the severity to their own."""
    rules = (DAT304, DAT305, DAT306, DAT307, DAT308)
    assert {finding.severity for rule in rules for finding in found(rule, hertfordshire)} == {None}
    assert Severity.ERROR.at_least(DAT301.severity)
