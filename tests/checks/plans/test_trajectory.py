"""Runs of figures, the way they go, and which way is good."""

from __future__ import annotations

from datetime import date

import pytest

from bvtrack.checks.plans.trajectory import (
    contradicts,
    figure,
    good_way,
    level_of,
    movement,
    shown,
    steps,
    target_address,
    to_be_held,
    trajectories,
    turns_back,
    way_of_words,
)
from bvtrack.core.review import Measure, TargetLine
from bvtrack.core.target import read_target
from bvtrack.delivery.promises import none_set, to_be_set

NEAR = date(2002, 4, 22)
OPENS = date(2002, 4, 1)
KEY = ("recommendation", 0, "measure", 0)


def measure(*targets: str | tuple[str, str], text: str = "users", direction: str | None = None) -> Measure:
    """Make measure 1.1 with target lines, each a text or a text and the population it is of."""
    lines = [(line, None) if isinstance(line, str) else line for line in targets]
    return Measure.model_validate(
        {
            "id": "1.1",
            "text": text,
            "direction": direction,
            "targets": tuple(TargetLine(value=read_target(line, NEAR), of=of) for line, of in lines),
        }
    )


def courses(*targets: str | tuple[str, str]) -> list[list[str]]:
    """Give the runs of target lines, each as its figures are shown."""
    return [[shown(level, run.unit) for level in run.levels] for run in trajectories(measure(*targets), KEY, OPENS)]


def test_a_line_is_a_run_with_its_baseline_first() -> None:
    """A line's run is its baseline, then its targets, at the measure's own address and the line's key."""
    (run,) = trajectories(measure("From 56% in 2001.02 to 60% in 02/03, 65% in 04 and 70% in 04/05"), KEY, OPENS)
    assert [shown(level, run.unit) for level in run.levels] == [
        "56% in 2001-02",
        "60% in 2002-03",
        "65% in 2004",
        "70% in 2004-05",
    ]
    assert (run.address, run.key) == ("1.1", (*KEY, "targets", 0))
    assert run.baseline == run.levels[0]
    assert run.targets == run.levels[1:]


def test_lines_with_words_of_their_own_are_runs_of_their_own() -> None:
    """Lines that say whom they measure stand apart, each at its own address."""
    one = measure("Primary. From 79% in 2001 to 80% in 2002", "Secondary. From 70% in 2001 to 80% in 2002")
    runs = trajectories(one, KEY, OPENS)
    assert [(run.address, run.key[-1]) for run in runs] == [("1.1/1", 0), ("1.1/2", 1)]
    assert [target_address(one, nth) for nth in (0, 1)] == ["1.1/1", "1.1/2"]
    assert target_address(measure("60% in 2002"), 0) == "1.1"


def test_lines_of_figures_alone_are_one_run() -> None:
    """Lines of nothing but figures and periods continue each other; those with words or of others do not."""
    assert courses("From 56% in 2001/02 to 60% in 2002/03", "65% by March 2004", "70% in 2004/05") == [
        ["56% in 2001-02", "60% in 2002-03", "65% in Mar 2004", "70% in 2004-05"]
    ]
    assert courses(("60% in 2002", "staff"), ("65% in 2003", "managers")) == [["60% in 2002"], ["65% in 2003"]]
    assert courses("60% in 2002", "65% of users in 2003", "70% in 2004") == [
        ["60% in 2002"],
        ["65% in 2003"],
        ["70% in 2004"],
    ]
    assert courses("60% in 2002", "TBC", "70% in 2004") == [["60% in 2002"], [], ["70% in 2004"]]


def test_targets_stand_in_the_order_of_their_periods() -> None:
    """Targets printed out of order are put in order; where a period is not told they stay as printed."""
    assert courses("70% in 2004/05, 65% in 04 and 60% in 02/03") == [
        ["60% in 2002-03", "65% in 2004", "70% in 2004-05"]
    ]
    assert courses("70%", "60% in 2002/03") == [["70%", "60% in 2002-03"]]


def test_figures_for_one_period_make_no_run() -> None:
    """Two figures for one period are two things, and no run; nor are changes one."""
    assert courses("60% of boys in 2003 and 70% of girls in 2003") == [[]]
    assert courses("10% increase by 2003 and 20% by 2004") == [[]]
    assert courses() == []


@pytest.mark.parametrize(
    ("text", "ways"),
    [
        ("From 56% in 2001 to 60% in 2002 and to 60% in 2003", (1, 0)),
        ("From 20% in 2001 to 15% in 2002 and to 16% in 2003", (-1, 1)),
        ("Currently 50-55% rising to 60-65% in 2003/04 and 70-75% in 2004/05", (1, 1)),
        ("60% in 2002", ()),
    ],
)
def test_the_steps_of_a_run(text: str, ways: tuple[int, ...]) -> None:
    """From figure to figure a run goes up, down or stays level; a range counts by its middle."""
    (run,) = trajectories(measure(text), KEY, OPENS)
    assert steps(run.levels) == ways


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("From 56% in 2001 to 60% in 2002 and to 60% in 2003", 1),
        ("From 20% in 2001 to 15% in 2002", -1),
        ("60% in 2002 and 65% in 2003", 1),
        ("From 20% in 2001 to 15% in 2002 and to 16% in 2003", 0),
        ("10% increase by 2003", 1),
        ("10% reduction by 2003", -1),
        ("60% in 2002", 0),
        ("Protocols in place by June 2002", 0),
    ],
)
def test_the_way_a_run_goes(text: str, way: int) -> None:
    """A run goes the way all its figures do, or the way its words say where figures do not tell."""
    (run,) = trajectories(measure(text), KEY, OPENS)
    assert movement(run) == way


@pytest.mark.parametrize(
    ("one", "way"),
    [
        (measure("From 56% in 2001 to 60% in 2002", direction="fall"), -1),
        (measure("From 56% in 2001 to 50% in 2002", direction="rise"), 1),
        (measure("From 56% in 2001 to 60% in 2002", text="Reduction in complaints"), -1),
        (measure(text="Increase in income"), 1),
        (measure("From 56% in 2001 to 60% in 2002"), 1),
        (measure("From 56% in 2001 to 50% in 2002", "Protocols in place by June 2002"), -1),
        (measure("Boys. From 56% in 2001 to 60% in 2002", "Girls. From 70% in 2001 to 60% in 2002"), 0),
        (measure("100% by December 2003"), 1),
        (measure("100 schools by December 2003"), 0),
        (measure("95-100% by December 2003"), 0),
        (measure("0 complaints by December 2003"), -1),
        (measure("100% by December 2003", text="Reduce complaints"), -1),
        (measure("60% in 2002"), 0),
        (measure(), 0),
    ],
)
def test_which_way_is_good(one: Measure, way: int) -> None:
    """The declared direction comes first, then the measure's words, then what all its targets do, or end at."""
    assert good_way(one, trajectories(one, KEY, OPENS)) == way


@pytest.mark.parametrize(
    ("text", "way"),
    [("Rise in users", 1), ("Reduce vacancies", -1), ("Raise standards, reduce vacancies", 0), ("Users", 0)],
)
def test_the_way_of_words(text: str, way: int) -> None:
    """A measure's words ask for a rise, for a fall, or for neither when they speak of both or of none."""
    assert way_of_words(measure(text=text)) == way


@pytest.mark.parametrize(
    ("text", "good", "against"),
    [
        ("From 20% in 2001 to 15% in 2002 and to 10% in 2003", 1, True),
        ("From 20% in 2001 to 15% in 2002 and to 10% in 2003", -1, False),
        ("From 20% in 2001 to 15% in 2002 and to 10% in 2003", 0, False),
        ("From 20% in 2001 to 15% in 2002", 1, False),
        ("15% in 2002 and 10% in 2003", 1, True),
        ("10% reduction by 2003", 1, True),
        ("From 20% in 2001 to 15% in 2002 and to 16% in 2003", 1, False),
    ],
)
def test_what_contradicts_a_direction(text: str, good: int, against: bool) -> None:
    """A run against the good way throughout contradicts it; a lone target below its baseline may be a wrong figure."""
    (run,) = trajectories(measure(text), KEY, OPENS)
    assert contradicts(run, good) is against


@pytest.mark.parametrize(
    ("text", "good", "back"),
    [
        ("From 56% in 2001 to 60% in 2002 and to 58% in 2003", 1, True),
        ("From 56% in 2001 to 60% in 2002 and to 58% in 2003", 0, True),
        ("From 56% in 2001 to 60% in 2002 and to 60% in 2003", 1, False),
        ("From 56% in 2001 to 60% in 2002 and to 65% in 2003", 0, False),
        ("From 66% in 2001 to 60% in 2002 and to 65% in 2003", 1, False),
        ("From 66% in 2001 to 60% in 2002 and to 65% in 2003", 0, True),
        ("From 66% in 2001 to 60% in 2002 and to 55% in 2003", 1, False),
        ("From 20% in 2001 to 15% in 2002 and to 16% in 2003", -1, True),
        ("60% in 2002, 55% in 2003 and 70% in 2004", 1, True),
    ],
)
def test_what_turns_back(text: str, good: int, back: bool) -> None:
    """Targets that step against the good way turn back; where it is not known, those that go both ways do."""
    (run,) = trajectories(measure(text), KEY, OPENS)
    assert turns_back(run, good) is back


@pytest.mark.parametrize(
    ("text", "unset"),
    [
        ("Targets set from this data", True),
        ("10% increase in income generation by 2003. Future targets set from this figure", True),
        ("TBC", True),
        ("From 56% in 2001 to 60% in 2002", False),
        ("Report to members annually", False),
        ("-", False),
    ],
)
def test_what_is_to_be_set(text: str, unset: bool) -> None:
    """A line promises targets where it sets none yet, and where more are to follow its figures."""
    assert to_be_set(read_target(text, NEAR)) is unset


@pytest.mark.parametrize(
    ("text", "none"),
    [
        ("", True),
        ("-", True),
        ("n/a", True),
        ("None", True),
        ("No target", True),
        ("(no targets have been set)", True),
        ("Not set.", True),
        ("No target set yet", False),
        ("Targets not yet set", False),
        ("To be agreed", False),
        ("None in a category by 2003", False),
    ],
)
def test_what_says_that_there_is_no_target(text: str, none: bool) -> None:
    """A text may say that there is no target; one that says so for now promises one."""
    assert none_set(read_target(text, NEAR)) is none


@pytest.mark.parametrize(
    ("text", "held"),
    [("Maintain at 95%", True), ("From 95% in 2001 to 95% in 2002", False), ("From 56% in 2001 to 60% in 2002", False)],
)
def test_what_is_to_be_held(text: str, held: bool) -> None:
    """A level is to be held where the words say so, not where two figures happen to be alike."""
    assert to_be_held(read_target(text, NEAR)) is held


@pytest.mark.parametrize(
    ("text", "unit", "words"),
    [
        ("60% in 2002", "%", "60% in 2002"),
        ("95.50%", "%", "95.50%"),
        ("£1.2m by 2004/05", "£", "£1,200,000 in 2004-05"),
        ("60-65% in 2003/04", "%", "60-65% in 2003-04"),
        ("8 days by March 2003", "days", "8 days in Mar 2003"),
        ("60", None, "60"),
    ],
)
def test_showing_a_figure(text: str, unit: str | None, words: str) -> None:
    """A figure is shown exactly, with its unit where it belongs and its period, if any, after it."""
    level = level_of(read_target(text, NEAR).targets[0])
    assert level is not None
    assert shown(level, unit) == words
    assert figure(level, unit) == words.partition(" in ")[0]


def test_a_milestone_is_no_level() -> None:
    """A point without a figure is no level, nor is a missing one."""
    assert level_of(read_target("Protocols in place by June 2002", NEAR).targets[0]) is None
    assert level_of(None) is None
