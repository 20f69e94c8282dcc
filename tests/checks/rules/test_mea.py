"""The rules on outcome measures."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from bvtrack.checks.rules import (
    mea401_no_baseline,
    mea402_no_target,
    mea403_non_monotonic,
    mea404_direction,
    mea405_target_already_met,
    mea406_unit_mismatch,
    mea407_not_countable,
    mea408_target_to_be_set,
    mea409_horizon,
)
from bvtrack.core.finding import Severity
from example_review import found, messages, subject_of

if TYPE_CHECKING:
    from bvtrack.checks.rule import Rule
    from bvtrack.checks.subject import Subject

MEA401 = mea401_no_baseline.RULE
MEA402 = mea402_no_target.RULE
MEA403 = mea403_non_monotonic.RULE
MEA404 = mea404_direction.RULE
MEA405 = mea405_target_already_met.RULE
MEA406 = mea406_unit_mismatch.RULE
MEA407 = mea407_not_countable.RULE
MEA408 = mea408_target_to_be_set.RULE
MEA409 = mea409_horizon.RULE


def subject(*measures: str, rest: str = "", as_at: str = "2002-04-22") -> Subject:
    """Make a review of one recommendation with measures 1.1, 1.2 …, each given by the inside of its inline table."""
    lines = "".join(f"{{ id = '1.{nth}', {measure} }},\n" for nth, measure in enumerate(measures, start=1))
    text = f"[[recommendation]]\nid = '1'\ntext = 'know schools better'\n{rest}\nmeasure = [\n{lines}]"
    return subject_of(text, as_at=dt.date.fromisoformat(as_at))


def line(target: str, *, text: str = "users", direction: str | None = None) -> Subject:
    """Make a review of one measure with one target line."""
    declared = f"direction = '{direction}', " if direction else ""
    return subject(f'text = "{text}", {declared}targets = ["{target}"]')


@pytest.mark.parametrize(
    ("rule", "name", "severity"),
    [
        (MEA401, "no-baseline", "warning"),
        (MEA402, "no-target", "error"),
        (MEA403, "non-monotonic", "error"),
        (MEA404, "direction", "error"),
        (MEA405, "target-already-met", "error"),
        (MEA406, "unit-mismatch", "warning"),
        (MEA407, "not-countable", "note"),
        (MEA408, "target-to-be-set", "note"),
        (MEA409, "horizon", "note"),
    ],
)
def test_the_rules_are_as_listed(rule: Rule, name: str, severity: str) -> None:
    """Each rule has the name and the severity of the list."""
    assert (rule.name, rule.severity) == (name, severity)


@pytest.mark.parametrize("rule", [MEA403, MEA404, MEA405])
def test_the_source_goes_its_ways(rule: Rule, hertfordshire: Subject) -> None:
    """The targets of the Hertfordshire review go the ways declared, from baselines that do not meet them."""
    assert found(rule, hertfordshire) == []


# --- MEA401


def test_the_sources_missing_baselines(hertfordshire: Subject) -> None:
    """MEA401: HMI reports, the staff survey, cross-professional work and course income have no baseline."""
    findings = found(MEA401, hertfordshire)
    assert [finding.address for finding in findings] == ["2.5", "3.3", "3.4", "4.1"]
    assert findings[3].message == (
        "The target of 4.1 has no baseline: “10% increase in income generation by 2003. Future targets set from …”."
    )
    assert findings[3].key == ("recommendation", 3, "measure", 0, "targets", 0)
    assert {finding.severity for finding in findings} == {None}
    assert findings[0].hints == ("Print the last figure known with its period, or when the first will be measured.",)


@pytest.mark.parametrize(
    ("target", "fires"),
    [
        ("60% in 2002/03", True),
        ("60-65% in 2002/03", True),
        ("10% increase by 2003", True),
        ("Targets to be set by June 2003", True),
        ("From 56% in 2001/02 to 60% in 2002/03", False),
        ("Maintain at 95%", False),
        ("Protocols in place by June 2002", False),
        ("Report to members every 6 months", False),
        ("Develop a strategy for users", False),
        ("-", False),
        ("", False),
    ],
)
def test_what_needs_a_baseline(target: str, fires: bool) -> None:
    """MEA401: figures, changes and targets to be set need a baseline; milestones, reports and processes do not."""
    assert bool(found(MEA401, line(target))) is fires


def test_lines_that_share_a_baseline() -> None:
    """MEA401: lines of figures alone share the baseline of one of them; each line with words needs its own."""
    shared = subject("text = 'users', targets = ['From 56% in 2001/02 to 60% in 2002/03', '65% in 2003/04']")
    assert found(MEA401, shared) == []
    apart = subject("text = 'users', targets = ['From 56% in 2001/02 to 60% in 2002/03', '65% of boys in 2003/04']")
    assert [(finding.address, finding.key[-1], finding.message) for finding in found(MEA401, apart)] == [
        ("1.1/2", 1, "The target of 1.1/2 has no baseline: “65% of boys in 2003/04”.")
    ]


@pytest.mark.parametrize(
    ("targets", "fires"),
    [
        ("'52 days in 2001/02; 45 days in 2002/03; 40 days in 2003/04'", False),
        ("'2001/02: 61%', '2002/03: 70%', '2003/04: 80%'", False),
        ("'45 days in 2002/03; 40 days in 2003/04'", True),
        ("'52 days in 2001/02'", True),
        ("'52 days; 45 days in 2002/03'", True),
        ("'15% by the end of 2002 and 35% by the end of 2003'", True),
    ],
)
def test_a_figure_from_before_the_plan(targets: str, fires: bool) -> None:
    """MEA401: the first of several figures is the baseline where its period was over when the plan began."""
    assert bool(found(MEA401, subject(f'text = "x", targets = [{targets}]'))) is fires


@pytest.mark.parametrize(
    ("event", "findings"),
    [
        ("kind = 'baseline', line = 1", ["1.1/2"]),
        ("kind = 'baseline', line = 2", ["1.1/1"]),
        ("kind = 'baseline'", []),
        ("kind = 'actual', line = 1", ["1.1/1", "1.1/2"]),
    ],
)
def test_a_baseline_that_was_recorded(event: str, findings: list[str]) -> None:
    """MEA401: a baseline recorded for the line, or for all, will do, once it is there."""
    lines = '"Primary from all schools: 60% in 2002/03", "Secondary: 70% in 2002/03"'
    told = f"{{ date = 2002-04-20, value = '50%', period = '2001-02', {event} }}"
    text = f"text = 'users', targets = [{lines}], event = [{told}]"
    assert [finding.address for finding in found(MEA401, subject(text))] == findings
    assert len(found(MEA401, subject(text, as_at="2002-04-19"))) == 2


# --- MEA402


def test_the_sources_missing_target(hertfordshire: Subject) -> None:
    """MEA402: the schools cleared of serious weaknesses have no target."""
    (finding,) = found(MEA402, hertfordshire)
    assert finding.message == (
        "Measure 2.3, “Schools cleared of serious weaknesses”, has no target, and none is promised."
    )
    assert (finding.address, finding.key) == ("2.3", ("recommendation", 1, "measure", 2, "targets"))
    assert finding.severity is None
    assert finding.hints == ("Set a target, promise one with a date, or drop the measure.",)


@pytest.mark.parametrize(
    ("targets", "fires"),
    [
        ("[]", True),
        ("['']", True),
        ("['-', 'n/a']", True),
        ("['Currently 56%']", True),
        ("['Increase from 56%']", False),
        ("['A fall from 56%']", False),
        ("['Reduce vacancies']", False),
        ("['-', '60% in 2002/03']", False),
        ("['From 56% in 2001/02 to 60% in 2002/03']", False),
        ("['TBC']", False),
        ("['Currently 56%. Targets to be set']", False),
        ("['Targets set from this data']", False),
        ("['Protocols in place by June 2002']", False),
        ("['Through 6 monthly report to an existing Member panel']", False),
        ("['Develop a strategy for users']", False),
        ("['maintain']", False),
        ("['top quartile by 2005']", False),
    ],
)
def test_what_is_a_target(targets: str, fires: bool) -> None:
    """MEA402: whatever sets or promises something is a target; a blank, a dash, n/a and a baseline alone are not."""
    assert bool(found(MEA402, subject(f"text = 'users', targets = {targets}"))) is fires


# --- MEA403, MEA404, MEA405


def test_targets_that_turn_back() -> None:
    """MEA403: targets that step back are an error that shows the whole course."""
    (finding,) = found(MEA403, line("From 56% in 2001 to 60% in 2002 and to 58% in 2003", direction="rise"))
    assert finding.message == "The targets of 1.1 turn back on their way: 56% in 2001, 60% in 2002 and 58% in 2003."
    assert (finding.address, finding.key) == ("1.1", ("recommendation", 0, "measure", 0, "targets", 0))
    assert finding.severity is None
    assert finding.hints == ("Correct the figure or the period that is out of order.",)


def test_a_direction_that_is_contradicted() -> None:
    """MEA404: targets that go against the declared direction throughout are an error at the direction."""
    (finding,) = found(MEA404, line("From 56% in 2001 to 60% in 2002 and to 65% in 2003", direction="fall"))
    assert finding.message == "The targets of 1.1 rise, but its direction says that a fall is good."
    assert (finding.address, finding.key) == ("1.1", ("recommendation", 0, "measure", 0, "direction"))
    assert finding.severity is None
    assert finding.hints == ("Correct the direction, or the targets.",)
    assert messages(MEA404, line("10% reduction by 2003", direction="rise")) == [
        "The targets of 1.1 fall, but its direction says that a rise is good."
    ]


@pytest.mark.parametrize(
    ("target", "direction", "said"),
    [
        ("Reduction from 14% in 2001 to 18% in 2002 and 25% in 2003", "rise", "speak of a fall, but its figures rise"),
        ("From 25% in 2001, rising to 18% in 2002 and 14% in 2003", None, "speak of a rise, but its figures fall"),
        ("Rising from 14% in 2001 to 18% in 2002 and 25% in 2003", "rise", ""),
        ("Reduced-fare journeys: from 14 in 2001 to 18 in 2002", "rise", ""),
        ("Cut from 18 days in 2001, rising to 14 days in 2002 and 12 days in 2003", "fall", ""),
        ("Rising to 60% in 2003", "rise", ""),
    ],
)
def test_words_and_figures_that_go_two_ways(target: str, direction: str | None, said: str) -> None:
    """MEA404: words right before a figure that go against the figures are an error; other words are not judged."""
    expected = [(f"The words of the target of 1.1 {said}.", None)] if said else []
    assert [(one.message, one.severity) for one in found(MEA404, line(target, direction=direction))] == expected


def test_one_wrong_direction_is_one_finding() -> None:
    """MEA404: where several lines go against the direction the measure is named once, where one does the line is."""
    rises = "'Boys. From 56% in 2001 to 60% in 2002 and to 65% in 2003'"
    also = "'Girls. From 60% in 2001 to 65% in 2002 and to 70% in 2003'"
    falls = "'Girls. From 70% in 2001 to 65% in 2002 and to 60% in 2003'"
    both = subject(f"text = 'users', direction = 'fall', targets = [{rises}, {also}]")
    assert [finding.address for finding in found(MEA404, both)] == ["1.1"]
    one = subject(f"text = 'users', direction = 'fall', targets = [{falls}, {rises}]")
    assert [(finding.address, finding.key) for finding in found(MEA404, one)] == [
        ("1.1/2", ("recommendation", 0, "measure", 0, "direction"))
    ]


def test_a_direction_that_is_unclear() -> None:
    """MEA404: where nothing tells which way is good a warning asks for it."""
    (finding,) = found(MEA404, line("60% in 2002/03"))
    assert finding.message == "Whether a rise or a fall of 1.1 is good is not clear from its words and targets."
    assert (finding.address, finding.key) == ("1.1", ("recommendation", 0, "measure", 0))
    assert finding.severity is Severity.WARNING
    assert finding.hints == ("Say in the measure which way is good: set its direction to “rise” or “fall”.",)


@pytest.mark.parametrize(
    ("target", "text", "fires"),
    [
        ("60% in 2002/03", "Increase in users", False),
        ("60% in 2002/03 and 65% in 2003/04", "users", False),
        ("10% increase by 2003", "users", False),
        ("Targets set from this data", "users", True),
        ("Targets set from this data", "Reduce vacancies", False),
        ("Maintain at 95%", "users", False),
        ("Protocols in place by June 2002", "users", False),
        ("Report to members every 6 months", "users", False),
        ("-", "users", False),
        ("From 56% in 2001 to 60% in 2002 and to 58% in 2003", "users", False),
        ("From 20% in 2001 to 15% in 2002 and to 10% in 2003", "Increase in users", True),
    ],
)
def test_what_tells_the_direction(target: str, text: str, fires: bool) -> None:
    """MEA404: words or targets may tell; words against targets do not; what has no figures needs no direction."""
    findings = found(MEA404, line(target, text=text))
    assert [finding.severity for finding in findings] == [Severity.WARNING] * fires


def test_a_target_that_is_met_already() -> None:
    """MEA405: a baseline that meets the first target is an error at the line."""
    (finding,) = found(MEA405, line("From 66% in 2001/02 to 60% in 2002/03 and 65% in 2003/04", direction="rise"))
    assert finding.message == ("The baseline of 1.1, 66% in 2001-02, already meets its first target, 60% in 2002-03.")
    assert (finding.address, finding.key) == ("1.1", ("recommendation", 0, "measure", 0, "targets", 0))
    assert finding.severity is None
    assert finding.hints == ("Correct the baseline or the target, or set a target that asks for more.",)


@pytest.mark.parametrize(
    ("target", "direction", "code"),
    [
        ("From 56% in 2001 to 60% in 2002 and to 65% in 2003", "rise", None),
        ("From 20% in 2001 to 15% in 2002 and to 10% in 2003", "fall", None),
        ("From 70% in 2001 to 65% in 2002", "rise", "MEA405"),
        ("From 10% in 2001 to 15% in 2002", "fall", "MEA405"),
        ("From 60% in 2001 to 60% in 2002 and to 65% in 2003", "rise", "MEA405"),
        ("From 15% in 2001 to 15% in 2002 and to 10% in 2003", "fall", "MEA405"),
        ("Currently 60-65% rising to 60-70% in 2003", "rise", "MEA405"),
        ("Currently 50-75% rising to 60-65% in 2003", "rise", None),
        ("Currently 10-15% falling to 10-12% in 2003", "fall", None),
        ("Currently 10-12% falling to 5-12% in 2003", "fall", "MEA405"),
        ("From 66% in 2001 to 60% in 2002 and to 65% in 2003", "rise", "MEA405"),
        ("From 66% in 2001 to 60% in 2002 and to 65% in 2003", None, "MEA403"),
        ("From 56% in 2001 to 60% in 2002 and to 58% in 2003", None, "MEA403"),
        ("From 60% in 2001 to 60% in 2002 and to 65% in 2003", None, "MEA405"),
        ("Maintain 95%, from 95% in 2001 to 95% in 2002", "rise", None),
        ("From 56% in 2001 to 60% in 2002 and to 55% in 2003", "rise", "MEA403"),
        ("From 56% in 2001 to 50% in 2002 and to 45% in 2003", "rise", "MEA404"),
        ("60% in 2002 and 55% in 2003", "rise", "MEA404"),
        ("From 20% in 2001, a 10% reduction by 2003", "fall", None),
        ("From 56% in 2001 to 60% in 2002", None, None),
    ],
)
def test_one_misfit_is_one_finding(target: str, direction: str | None, code: str | None) -> None:
    """MEA403, MEA404, MEA405: a wrong figure, a wrong order and a wrong direction are each said by one rule alone."""
    of = line(target, direction=direction)
    codes = [rule.code for rule in (MEA403, MEA404, MEA405) if found(rule, of)]
    assert codes == ([code] if code else [])


def test_a_turn_across_lines() -> None:
    """MEA403: lines of figures alone are one course, and may turn back from one to the next."""
    of = subject("text = 'users', direction = 'rise', targets = ['60% in 2002/03', '65% in 2003/04', '63% in 2004/05']")
    assert [(finding.address, finding.message) for finding in found(MEA403, of)] == [
        (
            "1.1/1",
            "The targets of 1.1/1 turn back on their way: 60% in 2002-03, 65% in 2003-04 and 63% in 2004-05.",
        )
    ]


def test_a_way_that_another_line_tells() -> None:
    """MEA405: where one line of a measure shows which way is good, another is judged by it."""
    of = subject(
        "text = 'users', targets = ['Boys. From 56% in 2001 to 60% in 2002', "
        "'Girls. From 70% in 2001 to 65% in 2002 and to 75% in 2003']"
    )
    assert [finding.address for finding in found(MEA405, of)] == ["1.1/2"]


# --- MEA406


def test_the_sources_units(hertfordshire: Subject) -> None:
    """MEA406: a number of schools has a target in per cent, a share of staff one of managers."""
    findings = found(MEA406, hertfordshire)
    assert [(finding.address, finding.key, finding.message) for finding in findings] == [
        (
            "2.1",
            ("recommendation", 1, "measure", 0, "targets", 0),
            "The unit of measure 2.1 is “number”, that of its target “%”.",
        ),
        (
            "3.4",
            ("recommendation", 2, "measure", 3, "targets", 0),
            "The population of measure 3.4 is “staff”, that of its target “managers”.",
        ),
    ]
    assert findings[0].severity is None
    assert findings[0].hints == (
        "Settle what is measured, and of whom, and say it in the measure and its targets alike.",
    )


@pytest.mark.parametrize(
    ("unit", "target", "fires"),
    [
        ("number", "{ unit = '%', value = 'x' }", True),
        ("%", "{ unit = 'per cent', value = 'x' }", False),
        ("Percentage", "{ unit = '%', value = 'x' }", False),
        ("days", "{ unit = 'weeks', value = 'x' }", True),
        ("days", "{ unit = ' Days ', value = 'x' }", False),
        ("no.", "{ unit = 'number', value = 'x' }", False),
        ("£k", "{ unit = '£', value = 'x' }", False),
        ("number", "'From 4.4% in 2001 to 3.5% in 2002'", True),
        ("£", "'From 4.4% in 2001 to 3.5% in 2002'", True),
        ("%", "'From £5k in 2001 to £8k in 2002'", True),
        ("%", "'From 4.4% in 2001 to 3.5% in 2002'", False),
        ("%", "'From 44 schools in 2001 to 35 schools in 2002'", True),
        ("number", "'From 44 schools in 2001 to 35 schools in 2002'", False),
        ("days", "'From 3 weeks in 2001 to 2 weeks in 2002'", True),
        ("weeks", "'From 12 days in 2001 to 8 days in 2002'", True),
        ("Days", "'From 12 days in 2001 to 1 day in 2002'", False),
        ("working days", "'From 12 days in 2001 to 8 days in 2002'", False),
        ("number", "'From 44 in 2001 to 35 in 2002'", False),
        ("£", "'10% increase by 2003'", False),
        ("number", "'Currently 50-55% rising to 60-65% in 2003/04'", True),
        ("number", "'TBC'", False),
    ],
)
def test_units(unit: str, target: str, fires: bool) -> None:
    """MEA406: units given differ unless they are spellings of one; figures differ as per cent, money or time."""
    assert bool(found(MEA406, subject(f"text = 'x', unit = '{unit}', targets = [{target}]"))) is fires


@pytest.mark.parametrize(
    ("text", "fires"),
    [
        ("Number of schools", True),
        ("Numbers of schools", True),
        ("Percentage of schools", False),
        ("Schools", False),
        ("Number of schools, as a proportion of all", False),
    ],
)
def test_units_in_words(text: str, fires: bool) -> None:
    """MEA406: a measure without a unit has the one its words ask for, if they ask for one."""
    assert bool(found(MEA406, line("From 4.4% in 2001 to 3.5% in 2002", text=text))) is fires


@pytest.mark.parametrize(
    "text", ["Percentage of schools", "Proportion of schools", "Per cent of schools", "% of schools"]
)
def test_percentages_in_words(text: str) -> None:
    """MEA406: a percentage in the measure's words differs from a target in pounds."""
    assert messages(MEA406, line("From £5k in 2001 to £8k in 2002", text=text)) == [
        "The unit of measure 1.1 is “%”, that of its target “£”."
    ]


def test_a_unit_given_beats_the_words() -> None:
    """MEA406: the measure's own unit counts where it is given."""
    of = subject("text = 'Number of schools', unit = '%', targets = ['From 4.4% in 2001 to 3.5% in 2002']")
    assert found(MEA406, of) == []


def test_unit_and_population_in_one_line() -> None:
    """MEA406: a line that differs in both is one finding that says both; populations are folded."""
    of = subject(
        "text = 'x', unit = 'number', of = 'All  Staff', targets = ["
        "{ value = 'x', of = 'all staff' }, { value = 'y', unit = '%', of = 'managers' }]"
    )
    assert [(finding.address, finding.key[-1], finding.message) for finding in found(MEA406, of)] == [
        (
            "1.1/2",
            1,
            (
                "The unit of measure 1.1 is “number”, that of its target “%”. "
                "The population of measure 1.1 is “All  Staff”, that of its target “managers”."
            ),
        )
    ]
    assert found(MEA406, subject("text = 'x', targets = [{ value = 'x', of = 'managers', unit = '%' }]")) == []


# --- MEA407


def test_the_sources_measures_that_cannot_be_counted(hertfordshire: Subject) -> None:
    """MEA407: three of the source's measures have targets that can only be confirmed, which is said once."""
    (finding,) = found(MEA407, hertfordshire)
    assert finding.message == ("Measures whose targets can be confirmed but not counted: 3 of 15 (1.3, 1.4 and 2.4).")
    assert (finding.address, finding.key) == ("review", ("recommendation", 0, "measure", 2, "targets"))
    assert finding.severity is None
    assert finding.hints == ("Where more than a milestone is wanted, set a figure or a date for setting one.",)


@pytest.mark.parametrize(
    ("targets", "fires"),
    [
        ("['Protocols in place by June 2002']", True),
        ("['Report to members every 6 months']", True),
        ("['Develop a strategy for users']", True),
        ("['blue']", True),
        ("['-', 'Protocols in place by June 2002']", True),
        ("['Protocols in place by June 2002', '60% in 2002/03']", False),
        ("['TBC']", False),
        ("['top quartile by 2005']", False),
        ("['-']", False),
        ("[]", False),
    ],
)
def test_what_cannot_be_counted(targets: str, fires: bool) -> None:
    """MEA407: a measure counts by any figure, or one to be set; one without a target is another rule's."""
    assert bool(found(MEA407, subject(f"text = 'users', targets = {targets}"))) is fires


# --- MEA408


def test_the_sources_targets_to_be_set(hertfordshire: Subject) -> None:
    """MEA408: a note on HMI reports and course income, and a warning on the staff survey, which has no date."""
    findings = found(MEA408, hertfordshire)
    assert [(finding.address, finding.severity, finding.message) for finding in findings] == [
        (
            "2.5",
            Severity.NOTE,
            (
                "The target of 2.5 is to be set by 31 Mar 2004: "
                "“Reports scrutinised and benchmark data gathered in 2002 with a view …”."
            ),
        ),
        (
            "3.3",
            Severity.WARNING,
            (
                "The target of 3.3 is to be set, and no date for that is promised: "
                "“First survey still to be carried out which will produce benchmark …”."
            ),
        ),
        (
            "4.1",
            Severity.NOTE,
            (
                "What follows the first target of 4.1 is to be set by 31 Dec 2003: "
                "“10% increase in income generation by 2003. Future targets set from …”."
            ),
        ),
    ]
    assert findings[0].key == ("recommendation", 1, "measure", 4, "targets", 0)
    assert {finding.hints for finding in findings} == {("Set the target, or promise a date for setting it.",)}


@pytest.mark.parametrize(
    ("as_at", "severity"),
    [("2003-06-30", Severity.NOTE), ("2003-07-01", Severity.ERROR), ("2005-01-01", Severity.ERROR)],
)
def test_a_promise_that_is_past(as_at: str, severity: Severity) -> None:
    """MEA408: on the day promised it is a note, and from the day after an error, for the date the check speaks for."""
    (finding,) = found(MEA408, subject("text = 'x', targets = ['Targets to be set by June 2003']", as_at=as_at))
    assert finding.severity is severity
    said = "was to be set by 30 Jun 2003, and is not" if severity is Severity.ERROR else "is to be set by 30 Jun 2003"
    assert finding.message == f"The target of 1.1 {said}: “Targets to be set by June 2003”."


def test_targets_that_are_set() -> None:
    """MEA408: lines that set their targets, and milestones, are not waited for; the line is named among several."""
    of = subject("text = 'x', targets = ['From 56% in 2001 to 60% in 2002', 'In place by June 2002', 'TBC']")
    assert [(finding.address, finding.key[-1], finding.severity) for finding in found(MEA408, of)] == [
        ("1.1/3", 2, Severity.WARNING)
    ]


# --- MEA409


def test_the_sources_horizon(hertfordshire: Subject) -> None:
    """MEA409: eight of the source's measures stop before 2005-06, the last year of money, which is said once."""
    (finding,) = found(MEA409, hertfordshire)
    assert finding.message == (
        "Measures whose targets stop before the money of their recommendation does: 8 of 15 "
        "(1.1, 1.2, 2.1, 2.2, 3.1, 3.2, 3.4 and 4.2)."
    )
    assert (finding.address, finding.key) == ("review", ("recommendation", 0, "measure", 0, "targets"))
    assert finding.severity is None
    assert finding.hints == ("Set targets for the years that are left, or promise them.",)


@pytest.mark.parametrize(
    ("target", "money", "fires"),
    [
        ("60% in 2003/04", "budget = { '04-05' = 7 }", True),
        ("60% in 2004/05", "budget = { '04-05' = 7 }", False),
        ("60% by 1 April 2004", "budget = { '04-05' = 7 }", False),
        ("60% by 31 March 2004", "budget = { '04-05' = 7 }", True),
        ("60% in 2003/04", "budget = { '03-04' = 7, '04-05' = 0 }", False),
        ("60% in 2003/04", "budget = { '03-04' = 7, total = 7 }", False),
        ("60% in 2003/04", "budget = { '02-03' = 7 }, income = { '04-05' = 7 }", True),
        ("60% in 2003/04", "budget = { '04-05' = 7 }, income = { '02-03' = 7 }", True),
        ("60% in 2003/04", "", False),
        ("60%", "budget = { '04-05' = 7 }", False),
        ("Protocols in place by June 2002", "budget = { '04-05' = 7 }", False),
        ("10% increase by 2003", "budget = { '04-05' = 7 }", True),
        ("10% increase by 2003. Future targets set from this figure", "budget = { '04-05' = 7 }", False),
        ("70% in 2004/05 and 60% in 2002/03", "budget = { '04-05' = 7 }", False),
    ],
)
def test_targets_against_the_money(target: str, money: str, fires: bool) -> None:
    """MEA409: targets stop short when the last is over before the last year with money, in any stream, begins."""
    of = subject(f"text = 'users', targets = ['{target}']", rest=f"profile = {{ {money} }}")
    assert bool(found(MEA409, of)) is fires


def test_money_of_other_recommendations_and_totals() -> None:
    """MEA409: only the recommendation's own money counts, not another's, nor the printed total of a year."""
    text = (
        "totals = { budget = { total = 7, years = { '05-06' = 7 }, label = '1' } }\n"
        "[[recommendation]]\nid = '1'\ntext = 'a'\nprofile.budget = { '02-03' = 7 }\n"
        "measure = [{ id = '1.1', text = 'users', targets = ['60% in 2003/04'] }]\n"
        "[[recommendation]]\nid = '2'\ntext = 'b'\nprofile.budget = { '05-06' = 7 }\n"
        "measure = [{ id = '2.1', text = 'users', targets = ['60% in 2003/04'] }]\n"
    )
    (finding,) = found(MEA409, text)
    assert finding.message.endswith("1 of 2 (2.1).")
    assert finding.key == ("recommendation", 1, "measure", 0, "targets")
