"""The structure rules: ids, what hangs on what, and steps that stand twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bvtrack.checks.rules import (
    str201_duplicate_id,
    str202_recommendation_without_action,
    str203_recommendation_without_measure,
    str204_promised_coverage,
    str205_action_without_owner,
    str206_action_without_deadline,
    str207_orphan_step,
    str208_duplicate_step,
    str209_duplicate_step_conflict,
    str210_measure_target_count,
    str211_finding_without_recommendation,
    str212_dangling_reference,
)
from bvtrack.core.finding import Finding, Severity
from example_review import found, subject_of

if TYPE_CHECKING:
    from bvtrack.checks.rule import Rule
    from bvtrack.checks.subject import Subject

STR201 = str201_duplicate_id.RULE
STR202 = str202_recommendation_without_action.RULE
STR203 = str203_recommendation_without_measure.RULE
STR204 = str204_promised_coverage.RULE
STR205 = str205_action_without_owner.RULE
STR206 = str206_action_without_deadline.RULE
STR207 = str207_orphan_step.RULE
STR208 = str208_duplicate_step.RULE
STR209 = str209_duplicate_step_conflict.RULE
STR210 = str210_measure_target_count.RULE
STR211 = str211_finding_without_recommendation.RULE
STR212 = str212_dangling_reference.RULE
RULES = (STR201, STR202, STR203, STR204, STR205, STR206, STR207, STR208, STR209, STR210, STR211, STR212)


def plan(*actions: str) -> str:
    """Write a recommendation whose parts 1a, 1b … have these lines."""
    lines = [
        f'[[recommendation.part]]\nid = "1{letter}"\ntext = "action"\n{action}'
        for letter, action in zip("abcdefgh", actions, strict=False)
    ]
    return "\n".join(['[[recommendation]]\nid = "1"\ntext = "know schools better"', *lines])


@pytest.mark.parametrize(
    ("rule", "code", "name", "severity"),
    [
        (STR201, "STR201", "duplicate-id", Severity.ERROR),
        (STR202, "STR202", "recommendation-without-action", Severity.ERROR),
        (STR203, "STR203", "recommendation-without-measure", Severity.ERROR),
        (STR204, "STR204", "promised-coverage", Severity.WARNING),
        (STR205, "STR205", "action-without-owner", Severity.ERROR),
        (STR206, "STR206", "action-without-deadline", Severity.ERROR),
        (STR207, "STR207", "orphan-step", Severity.ERROR),
        (STR208, "STR208", "duplicate-step", Severity.WARNING),
        (STR209, "STR209", "duplicate-step-conflict", Severity.WARNING),
        (STR210, "STR210", "measure-target-count", Severity.WARNING),
        (STR211, "STR211", "finding-without-recommendation", Severity.WARNING),
        (STR212, "STR212", "dangling-reference", Severity.ERROR),
    ],
)
def test_what_the_rules_are(rule: Rule, code: str, name: str, severity: Severity) -> None:
    """Each rule has its code, name, severity and manual page."""
    assert (rule.code, rule.name, rule.severity) == (code, name, severity)
    assert rule.manual.startswith(f"{name}: ")


def test_the_source(hertfordshire: Subject) -> None:
    """The Hertfordshire review has no measure for 5, an appendix that stops at 4, five repeats and one dropped area."""
    assert {rule.code: [finding.address for finding in rule.find(hertfordshire)] for rule in RULES} == {
        "STR201": [],
        "STR202": [],
        "STR203": ["5"],
        "STR204": ["promise/1"],
        "STR205": [],
        "STR206": [],
        "STR207": [],
        "STR208": [],
        "STR209": ["3d/1", "3d/2", "5b/4", "3c/1", "5b/3"],
        "STR210": [],
        "STR211": ["area/6"],
        "STR212": [],
    }


# STR201


def test_an_id_given_twice() -> None:
    """The later of two parts with one id is found, at its id."""
    text = '[[recommendation]]\nid = "2"\ntext = "r"\npart = [{ id = "2a", text = "a" }, { id = "2a", text = "b" }]'
    assert found(STR201, text) == [
        Finding(
            address="2a",
            key=("recommendation", 0, "part", 1, "id"),
            message="The id 2a is given to a part and again to a part: it must name one thing.",
            hints=("Give the later one an id of its own.",),
        )
    ]


def test_an_id_of_two_kinds_of_things() -> None:
    """A recommendation, a part and a measure share one name space, in which capitals do not count."""
    text = """
    [[recommendation]]
    id = "2A"
    text = "r"
    part = [{ id = "2a", text = "p" }]
    measure = [{ id = "2a", text = "m" }]
    """
    assert [(finding.key, finding.message) for finding in found(STR201, text)] == [
        (
            ("recommendation", 0, "part", 0, "id"),
            "The id 2a is given to a recommendation and again to a part: it must name one thing.",
        ),
        (
            ("recommendation", 0, "measure", 0, "id"),
            "The id 2a is given to a recommendation and again to a measure: it must name one thing.",
        ),
    ]


def test_processes_have_ids_of_their_own() -> None:
    """Two processes must not share an id; a process and a recommendation may."""
    text = """
    process = [{ id = "a", text = "one" }, { id = "b", text = "two" }, { id = "a", text = "three" }]
    recommendation = [{ id = "b", text = "r" }]
    """
    assert [(finding.key, finding.message) for finding in found(STR201, text)] == [
        (("process", 2, "id"), "The id a is given to a process and again to a process: it must name one thing.")
    ]


# STR202, STR203


def test_a_recommendation_without_action() -> None:
    """A recommendation without parts is found, one with a part is not."""
    text = f'{plan("")}\n[[recommendation]]\nid = "2"\ntext = "r"'
    assert found(STR202, text) == [
        Finding(
            address="2",
            key=("recommendation", 1),
            message="Recommendation 2 has no action in the plan.",
            hints=("Give it at least one part, with a deadline and an owner.",),
        )
    ]


def test_a_recommendation_without_measure() -> None:
    """A recommendation without measures is found; a measure without a target is not this rule's."""
    text = """
    [[recommendation]]
    id = "1"
    text = "r"
    measure = [{ id = "1.1", text = "m" }]

    [[recommendation]]
    id = "2"
    text = "s"
    """
    assert found(STR203, text) == [
        Finding(
            address="2",
            key=("recommendation", 1),
            message="Recommendation 2 has no outcome measure to show whether it worked.",
            hints=("Agree a measure with a baseline and a target.",),
        )
    ]


# STR204


def test_a_promise_kept_for_some() -> None:
    """A promise is found once, with all the recommendations it leaves out; a promise kept is not."""
    text = """
    promise = [
      { text = "a plan", place = "section 5", appendix = "Appendix 2", covers = ["1", "2", "3"] },
      { text = "targets", place = "section 5", appendix = "Appendix 1", covers = ["2"] },
    ]
    recommendation = [{ id = "1", text = "r" }, { id = "2", text = "s" }, { id = "3", text = "t" }]
    """
    assert found(STR204, text) == [
        Finding(
            address="promise/2",
            key=("promise", 1, "covers"),
            message="Section 5 promises targets for each recommendation in Appendix 1, "
            "which leaves out recommendations 1, 3.",
            hints=("Ask the author for what Appendix 1 leaves out.",),
        )
    ]


def test_the_promise_of_the_source(hertfordshire: Subject) -> None:
    """Appendix 1 leaves out recommendation 5."""
    [finding] = STR204.find(hertfordshire)
    assert finding.message == (
        "Section 5 promises outcome measures and targets for each recommendation in Appendix 1, "
        "which leaves out recommendation 5."
    )


# STR205, STR206


@pytest.mark.parametrize("owner", ["Jenny Newman", "Head of Finance", "SIAS", "Jeff & Steve"])
def test_an_action_with_an_owner(owner: str) -> None:
    """A person, a post, a team or several answer for an action."""
    assert found(STR205, plan(f'owner = "{owner}"')) == []


def test_an_action_without_owner() -> None:
    """An action whose owner is left out is found at the action; steps with owners do not help."""
    assert found(STR205, plan('owner = "Jeff"', 'steps = [{ text = "s", owner = "Jeff" }]')) == [
        Finding(
            address="1b",
            key=("recommendation", 0, "part", 1),
            message="Action 1b has no owner.",
            hints=("Name a person or a post that answers for it.",),
        )
    ]


@pytest.mark.parametrize("owner", ["TBC", "vacant", "-", "n/a"])
def test_an_action_whose_owner_is_nobody(owner: str) -> None:
    """What names nobody is found at the owner, as printed."""
    assert found(STR205, plan(f'owner = "{owner}"')) == [
        Finding(
            address="1a",
            key=("recommendation", 0, "part", 0, "owner"),
            message=f"Action 1a has no owner: “{owner}” names nobody.",
            hints=("Name a person or a post that answers for it.",),
        )
    ]


@pytest.mark.parametrize(
    "finish", ["Dec. 2002", "30/09/2002", "ongoing", "termly", "Completed June 2002", "2002/03", "Autumn term 2002"]
)
def test_an_action_with_a_deadline(finish: str) -> None:
    """A date, a period, an open form and a completion are deadlines enough."""
    assert found(STR206, plan(f'finish = "{finish}"')) == []


def test_an_action_without_deadline() -> None:
    """An action whose deadline is left out is found at the action."""
    assert found(STR206, plan('finish = "Dec. 2002"', "")) == [
        Finding(
            address="1b",
            key=("recommendation", 0, "part", 1),
            message="Action 1b has no deadline.",
            hints=("Agree a date with the owner, or print that it is ongoing.",),
        )
    ]


@pytest.mark.parametrize("finish", ["TBC", "to be agreed", "-", "n/a", ""])
def test_an_action_whose_deadline_is_none(finish: str) -> None:
    """What is no date is found at the deadline, as printed."""
    assert found(STR206, plan(f'finish = "{finish}"')) == [
        Finding(
            address="1a",
            key=("recommendation", 0, "part", 0, "finish"),
            message=f"Action 1a has no deadline: “{finish}” is no date.",
            hints=("Agree a date with the owner, or print that it is ongoing.",),
        )
    ]


# STR207


def test_a_step_of_an_action_that_is_not_there() -> None:
    """A step labelled for an action the plan lacks is found at the step."""
    assert found(STR207, plan('steps = ["audit", "1e – audit the staff"]')) == [
        Finding(
            address="1a/2",
            key=("recommendation", 0, "part", 0, "steps", 1, "text"),
            message="Step 1a/2 is labelled 1e, which is no action of the plan; the step stands under 1a.",
            hints=("Move the step to 1e, or take the label off.",),
        )
    ]


def test_a_step_under_another_action() -> None:
    """A step labelled for another action of the plan is found."""
    [finding] = found(STR207, plan("", 'steps = ["1a. audit the staff"]'))
    assert finding.address == "1b/1"
    assert finding.message == "Step 1b/1 is labelled 1a, which stands under 1b."


@pytest.mark.parametrize("label", ["2c -", "2c–", " 2c :", "2c.", "2c)", "2c/3 -", "2c.3 —", "123z:"])
def test_labels(label: str) -> None:
    """A label is the id of an action, with or without a step's number, and a mark that sets it off."""
    assert len(found(STR207, plan(f'steps = ["{label} audit"]'))) == 1


@pytest.mark.parametrize(
    "step",
    [
        "1a – its own",
        "1a/1: its own",
        "2c audit",
        "2C – audit",
        "3-5 pilots",
        "2cd – audit",
        "see 2c – audit",
        "2c-audit",
    ],
)
def test_no_labels(step: str) -> None:
    """A step's own action, a word that looks like an id and an id inside the text are no wrong label."""
    assert found(STR207, plan(f'steps = ["{step}"]')) == []


# STR208, STR209


def test_a_step_that_stands_twice() -> None:
    """A step that repeats another but for capitals, spaces and punctuation is found where it stands again."""
    text = plan(
        'finish = "Dec. 2002"\nowner = "Jeff"\nsteps = ["Audit", "Establish a CPD  group"]',
        'finish = "December 2002"\nowner = "Jeff"\nsteps = ["establish a CPD Group."]',
    )
    assert found(STR208, text) == [
        Finding(
            address="1b/1",
            key=("recommendation", 0, "part", 1, "steps", 0, "text"),
            message="Step 1b/1 repeats step 1a/2, “Establish a CPD  group”.",
            hints=("Keep the step under one action, or word the two as they differ.",),
        )
    ]
    assert found(STR209, text) == []


def test_a_step_that_stands_three_times() -> None:
    """All repeats of one step are one finding."""
    text = plan('steps = ["Audit"]', 'steps = ["Audit", "audit."]', "")
    [finding] = found(STR208, text)
    assert (finding.address, finding.message) == ("1b/1", "Steps 1b/1, 1b/2 repeat step 1a/1, “Audit”.")


def test_a_step_a_word_apart_is_a_note() -> None:
    """A step that differs by one word is a note, with the words."""
    text = plan('steps = ["Protocols on consultancy and training"]', 'steps = ["Protocols on constancy and training"]')
    [finding] = found(STR208, text)
    assert finding.severity is Severity.NOTE
    assert finding.message == (
        "Step 1b/1 repeats step 1a/1, “Protocols on consultancy and training”, but has “constancy” for “consultancy”."
    )


def test_a_repeat_that_conflicts_in_its_deadline() -> None:
    """Where the deadlines differ the repeat is STR209's, with both deadlines."""
    text = plan('finish = "Dec. 2002"\nsteps = ["Audit"]', 'finish = "Sept. 2002"\nsteps = ["Audit"]')
    assert found(STR208, text) == []
    assert found(STR209, text) == [
        Finding(
            address="1b/1",
            key=("recommendation", 0, "part", 1, "steps", 0, "text"),
            message="Step 1b/1 repeats step 1a/1, “Audit”; 1a/1 is due Dec 2002, 1b/1 is due Sep 2002.",
            hints=("Keep the step under one action, or agree one deadline and one owner for it.",),
        )
    ]


def test_a_repeat_that_conflicts_in_all() -> None:
    """A missing deadline and a missing owner conflict with ones that are there."""
    text = plan('finish = "30/9/2002"\nsteps = ["Audit"]', 'owner = "Gill Jones"\nsteps = ["Audit"]')
    [finding] = found(STR209, text)
    assert finding.message == (
        "Step 1b/1 repeats step 1a/1, “Audit”; 1a/1 is due 30/9/2002, 1b/1 has no deadline; "
        "1a/1 has no owner, 1b/1 falls to Gill Jones."
    )
    assert finding.severity is None


def test_the_conflicts_of_the_source(hertfordshire: Subject) -> None:
    """A pair of the source that differs by a scanned word conflicts like the others."""
    last = list(STR209.find(hertfordshire))[-1]
    assert last.message == (
        "Step 5b/3 repeats step 2d/1, “Collate and agree quality assurance protocols on consultancy and training”, "
        "but has “constancy” for “consultancy”; 2d/1 is due Sep 2002, 5b/3 is due Apr 2003."
    )


@pytest.mark.timeout(30)
def test_many_steps_take_little_time() -> None:
    """Four thousand steps are compared without each being held against each."""
    steps = ", ".join(f'"Hold a round of talks with the heads of area number {n} and report"' for n in range(4000))
    subject = subject_of(plan(f"steps = [{steps}]", f"steps = [{steps}]"))
    assert len(list(STR208.find(subject))) == 4000


# STR210


def measure(targets: str) -> str:
    """Write a recommendation with one measure that has these targets."""
    return f"""
    [[recommendation]]
    id = "2"
    text = "r"

    [[recommendation.measure]]
    id = "2.1"
    text = "m"
    targets = [{targets}]
    """


def test_targets_that_nothing_tells_apart() -> None:
    """Two lines alike but for their figures for one period are found at the second."""
    text = measure('"From 12% in 2001 to 11% in 2002", "From 12% in 2001 to 10% in 2002"')
    assert found(STR210, text) == [
        Finding(
            address="2.1/2",
            key=("recommendation", 0, "measure", 0, "targets", 1),
            message="Measure 2.1 has two target lines with different figures for 2002, "
            "and nothing says what each is for.",
            hints=("Give each line its `of` or `unit`, or a measure of its own.",),
        )
    ]


def test_targets_without_a_period() -> None:
    """Figures without a period are compared with one another."""
    [finding] = found(STR210, measure('"60%", "70%"'))
    assert finding.message == (
        "Measure 2.1 has two target lines with different figures and no period, and nothing says what each is for."
    )


def test_a_measure_is_found_once() -> None:
    """Of several lines that clash only the first is found."""
    assert [one.address for one in found(STR210, measure('"5% in 2002", "6% in 2002", "7% in 2002"'))] == ["2.1/2"]


@pytest.mark.parametrize(
    "targets",
    [
        '"From 12% in 2001 to 11% in 2002"',
        '"60% in 2002", "65% in 2003"',
        '"60% in 2002", "60% in 2002"',
        '"Primary 60% in 2002", "Secondary 65% in 2002"',
        '{ value = "60% in 2002", of = "staff" }, { value = "65% in 2002", of = "managers" }',
        '{ value = "60% in 2002", unit = "%" }, { value = "65% in 2002", unit = "schools" }',
        '"Protocols by June 2002", "Protocols by Sept 2002"',
        '"5% in 2002, 6% in 2002"',
        "",
    ],
)
def test_targets_told_apart(targets: str) -> None:
    """Lines for other periods, of other words, units or populations, without figures or on their own are clear."""
    assert found(STR210, measure(targets)) == []


# STR211


def test_an_area_nothing_addresses() -> None:
    """An area is found that names nothing as addressing it; one that names something as well as an error is not."""
    text = """
    area = [{ text = "listen", addressed_by = ["1", "9"] }, { text = "exchange" }]
    recommendation = [{ id = "1", text = "r" }]
    """
    assert found(STR211, text) == [
        Finding(
            address="area/2",
            key=("area", 1),
            message="No recommendation addresses an area the review highlighted: “exchange”.",
            hints=("Name what addresses it, or ask the review team for a recommendation.",),
        )
    ]


@pytest.mark.parametrize(
    ("named", "said"), [('["9"]', "(9 is not in the review)"), ('["9", "1z"]', "(9 and 1z are not in the review)")]
)
def test_an_area_that_only_names_what_is_not_there(named: str, said: str) -> None:
    """An area all of whose references lead to nothing is found once, and by STR211 alone."""
    text = f'area = [{{ text = "listen", addressed_by = {named} }}]\nrecommendation = [{{ id = "1", text = "r" }}]'
    (finding,) = found(STR211, text)
    assert finding.message == f"No recommendation addresses an area the review highlighted: “listen” {said}."
    assert (finding.address, finding.key) == ("area/1", ("area", 0))
    assert found(STR212, text) == []


# STR212

DANGLING = """
summary = [{ text = "none" }, { text = "s", recommendation = "9" }]
area = [{ text = "a", addressed_by = ["1", "1a", "1A"] }]
promise = [{ text = "p", place = "section 5", appendix = "Appendix 1", covers = ["1", "1a"] }]
quoted = [
  { place = "line 1", total = "budget", value = 7 },
  { place = "line 2", total = "budget", value = 7, recommendation = "8" },
]

[[recommendation]]
id = "1"
text = "r"
costs = [
  { column = "one-off", value = 7 },
  { column = "one-off", value = 7, part = "1b", depends_on = ["1a", "1"] },
]
part = [{ id = "1a", text = "p" }]
measure = [{ id = "1.1", text = "m", shows = ["1a", "1.1"] }]
"""


def test_references_that_lead_nowhere() -> None:
    """Every reference to nothing, or to another kind of thing, is found where it stands."""
    assert [(one.address, one.key, one.message) for one in found(STR212, DANGLING)] == [
        (
            "summary/2",
            ("summary", 1, "recommendation"),
            "Summary area 2 stands for 9, which is no recommendation of the review.",
        ),
        (
            "area/1",
            ("area", 0, "addressed_by", 2),
            "Area 1 is addressed by 1A, which is no recommendation or part of the review.",
        ),
        ("promise/1", ("promise", 0, "covers", 1), "Promise 1 covers 1a, which is no recommendation of the review."),
        (
            "quoted/2",
            ("quoted", 1, "recommendation"),
            "Quoted figure 2 speaks of 8, which is no recommendation of the review.",
        ),
        (
            "1/costs/2",
            ("recommendation", 0, "costs", 1, "part"),
            "Cost line 2 of recommendation 1 is for 1b, which is no part of the review.",
        ),
        (
            "1/costs/2",
            ("recommendation", 0, "costs", 1, "depends_on", 1),
            "Cost line 2 of recommendation 1 waits for 1, which is no part of the review.",
        ),
        (
            "1.1",
            ("recommendation", 0, "measure", 0, "shows", 1),
            "Measure 1.1 shows 1.1, which is no part of the review.",
        ),
    ]


def test_an_id_that_is_wanting_in_several_places() -> None:
    """An id that is wanting is reported once, at its first place, with the others."""
    text = """
    area = [{ text = "a", addressed_by = ["1a", "1b", "1b"] }, { text = "b", addressed_by = ["1b", "1"] }]

    [[recommendation]]
    id = "1"
    text = "r"
    costs = [{ column = "one-off", value = 7, part = "1b", depends_on = ["1b"] }]
    part = [{ id = "1a", text = "p" }]
    """
    (finding,) = found(STR212, text)
    assert finding.address == "area/1"
    assert finding.message == (
        "Area 1 is addressed by 1b, which is no recommendation or part of the review; "
        "it is named at area/2 and 1/costs/1 too."
    )
    (finding,) = found(STR212, text.replace(', "1b"', "").replace('["1b", "1"]', '["1"]'))
    assert finding.message == "Cost line 1 of recommendation 1 is for 1b, which is no part of the review."


def test_hints_of_references() -> None:
    """Where only capitals are wrong the hint says what may be meant."""
    hints = [one.hints for one in found(STR212, DANGLING)]
    assert hints[1] == ("It may mean 1a.",)
    assert set(hints[:1] + hints[2:]) == {("Correct the id, or add what it names.",)}


def twice(*addressed: str) -> str:
    """Write a review with the id 1a given twice and areas addressed by these."""
    areas = ", ".join(f'{{ text = "a", addressed_by = ["1a", "{one}"] }}' for one in addressed)
    return (
        f"area = [{areas}, {{ text = 'b', addressed_by = ['1b'] }}]\n"
        "[[recommendation]]\nid = '1'\ntext = 'r'\npart = [{ id = '1a', text = 'a' }, { id = '1a', text = 'b' }]"
    )


def test_an_id_that_is_wanting_because_another_stands_twice() -> None:
    """Where 1a stands twice and 1b is missing, the double is at fault; a second id that is missing is not its doing."""
    assert len(found(STR201, twice("1b"))) == 1
    assert found(STR212, twice("1b")) == []
    assert found(STR211, twice("1b")) == []
    assert [one.address for one in found(STR212, twice("1b", "9"))] == ["area/1", "area/2"]
    assert [one.address for one in found(STR211, twice("1b", "9"))] == ["area/3"]
