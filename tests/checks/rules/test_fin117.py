"""percentage-of-count: percentages beside their counts, and all that only looks like one."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bvtrack.checks.prose.shares import impossible_shares, percent
from bvtrack.checks.rules.fin117_percentage_of_count import RULE
from bvtrack.core.settings import Thresholds
from example_document import document_of, found_in, messages_in
from example_review import found as found_in_review

FORMS = (
    "{n} of {b} schools ({p}%)",
    "{n} of the {b} schools ({p}%)",
    "{n} of {b} ({p}%)",
    "{n} out of {b} schools ({p}%)",
    "{n} out of the {b} actions, or {p}%, are late",
    "{n} out of all {b} actions, that is {p}%",
    "{n} of our {b} primary and secondary schools ({p} %)",
    "{n} of {b} schools replied ({p} per cent)",
    "{n} of {b} schools ({p} percent)",
    "{n} of {b} schools, representing {p}%",
    "{n} of {b} schools, {p}%",
    "{n} of {b} schools - {p}%",
    "{n} of {b} schools = {p}%",
    "{n}/{b} ({p}%)",
    "{n} / {b} ({p}%)",
    "In June {n} of {b} schools ({p}%) had a plan.",
    "{p}% ({n} of {b})",
    "{p}% ({n} of {b} schools)",
    "{p}% ({n} of the {b} schools visited) had a plan",
    "{p}%, or {n} of the {b} schools, had a plan",
    "{p}% ({n}/{b})",
    "{p} per cent ({n} out of {b})",
    "Of the {b} schools, {n} ({p}%) had a plan",
    "Of our {b} secondary schools, {n} schools ({p}%) had a plan",
    "Among the {b} visited, {n} ({p}%) had a plan",
)
FAIR = ((12, 53, "23"), (12, 53, "22.6"), (9, 16, "56"), (1, 3, "33"), (5, 16, "31.3"), (5, 16, "31.2"))
FALSE = ((12, 53, "24"), (12, 53, "32.6"), (9, 16, "65"), (1, 3, "30"))


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(("count", "base", "share"), FAIR)
def test_a_true_percentage_is_quiet(form: str, count: int, base: int, share: str) -> None:
    """What rounds to the printed percentage is right, either way from the middle."""
    assert messages_in(RULE, form.format(n=count, b=base, p=share)) == []


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(("count", "base", "share"), FALSE)
def test_a_false_percentage_is_found(form: str, count: int, base: int, share: str) -> None:
    """What does not is found, once, in every wording."""
    (one,) = found_in(RULE, form.format(n=count, b=base, p=share))
    assert one.message.endswith(f"{count} of {base} is {percent(count, base, share)}, not {share}%.")
    assert (one.address, one.key) == ("prose/percentage", ("prose", 0))


@pytest.mark.parametrize(
    "text",
    [
        "37% of the 16 actions are late.",
        "38% of the 16 actions are late.",
        "About 36% of the 16 actions are late.",
        "Over 36% of the 16 actions are late.",
        "At least 36% of the 16 actions are late.",
        "Up to 36% of the 16 actions are late.",
        "Between 30 and 36% of the 16 actions are late.",
        "30% to 36% of the 16 actions are late.",
        "36% of about 16 actions are late.",
        "36% of 16 year olds had left.",
        "36% of 16-19 year olds had left.",
        "36% of 16 to 19 year olds had left.",
        "36% of the 16 hours were taught.",
        "36% of the 16 FTE posts were filled.",
        "36% of the 16 million pounds were spent.",
        "36% of the 16k visits were made.",
        "36% of the £16m was spent.",
        "36% of the 16 teams' time is spent.",
        "36% of the 16 schools' budgets is spent.",
        "36% of the 16 school budgets is spent.",
        "36% of the 16% was spent.",
        "36% of the 16.5 posts was filled.",
        "36% of 2002 pupils had left.",
        "33% of the 50 schools replied.",
        "33% of the 200 schools replied.",
        "41.3% of the 1,200 staff replied.",
        "90% of primaries buy back the full offer.",
        "36% of schools and 16 of the actions are late.",
        "The target is 36% of the 16 actions.",
        "36% of the 16 actions should be done by June.",
        "36% of the 16 actions will be done by June.",
        "An estimated 36% of the 16 actions are late.",
        "A weighted 36% of the 16 actions are late.",
        "On average 36% of the 16 actions are late.",
        "136% of the 16 actions are late.",
        "About 12 of 53 schools (24%)",
        "Some 12 of 53 schools (24%)",
        "12 of about 53 schools (24%)",
        "12 of over 53 schools (24%)",
        "12 of 53 schools (about 24%)",
        "12 of 53 schools (up 24%)",
        "12 of 53 schools (a rise of 24%)",
        "12 of 53 schools (24% more than before)",
        "12 of 53 schools, 24% fewer than before",
        "12 of 53 schools (24% of all schools in the county)",
        "12 of 53 schools (24 percentage points)",
        "12 of 53 schools (24% to 30%)",
        "12 of 53 schools (24% and 30%)",
        "12 of 53 schools improved by 24%",
        "12 of 53 schools replied. 24% were content.",
        "£12m of £53m (24%)",
        "£12 of 53 (24%)",
        "12.5 of 53 (24%)",
        "12 of 53.5 (24%)",
        "12 of 53 hours (24%)",
        "12 of the 53 weeks (24%)",
        "53 of 12 (24%)",
        "12 of 0 (24%)",
        "2002/03 (24%)",
        "02/03 (24%)",
        "12/53/02 (24%)",
        "12 of 200 schools (5%)",
        "530 of 2,000 pupils (27%)",
        "Of the 53 schools, 50 replied and 12 (24%) were content.",
        "Of the 53 schools, 12 (24%) of the 50 that replied were content.",
        "Years 12 of 53 (24%)",
        "Section 12 of 53 (24%)",
        "12 of 2002 pupils (24%)",
        "A discount of 24% for 12 of 53 schools",
        "24% were content, 12 of 53 were not asked",
        "Scores rose from 24% to 30% in 12 of 53 schools.",
        "65% in 04",
        "Maintain at 10% or less",
        "5 A*-C grades: 50-55%",
        "12 of the 53rd (24%)",
        "2 of 3 head teachers (70% response) agreed.",
        "9 of 16 schools, 60% response rate, replied.",
        "The top 5 of 20 (30% by cost) are shown.",
        "Top 10 of 36 authorities (25%)",
        "Ranked 5 of 36 (86%)",
        "Hertfordshire is 5 of 36 counties (86% satisfied).",
        "Question 3 of 12 (24%)",
        "Phase 2 of 3 (80% complete)",
        "Lesson 3 of 12: 24% listening",
        "Step 2 of 5 - 35% done",
        "Unit 3 of 5, 45% marks",
        "Part 1 of 3 (50%)",
        "Week 3 of 12 (30%)",
        "5% of 12 noon",
        "Level 4 of 5 (75%)",
        "Satisfaction 3 out of 4 (78%)",
        "3 of 4 teams, 82% of staff, have moved.",
        "In 12 of 53 schools (24% of pupils) results fell.",
        "4.2 out of 5 (85%)",
        "11 or 12 of 53 schools (24%)",
        "0% of the 16 actions are late.",
        "100% of the 16 actions are late.",
    ],
)
def test_what_is_no_share_of_a_count_is_quiet(text: str) -> None:
    """Approximate, ranged, measured, rounded, aimed at, of money, of another thing."""
    assert messages_in(RULE, text) == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "36% of the 16 actions are late.",
            "“36% of the 16 actions are late”: no whole number of 16 is 36% (5 is 31.3% and 6 is 37.5%).",
        ),
        (
            "24.6 per cent of our 53 schools.",
            "“24.6 per cent of our 53 schools”: no whole number of 53 is 24.6% (13 is 24.53% and 14 is 26.42%).",
        ),
        (
            "55% of all five teams are full.",
            "“55% of all five teams are full”: no whole number of 5 is 55% (2 is 40% and 3 is 60%).",
        ),
        ("nine of the sixteen actions (65%)", "“nine of the sixteen actions (65%)”: 9 of 16 is 56.3%, not 65%."),
        ("12 of 40 schools (24%)", "“12 of 40 schools (24%)”: 12 of 40 is 30%, not 24%."),
        ("1,200 of 2,403 pupils (60%)", "“1,200 of 2,403 pupils (60%)”: 1,200 of 2,403 is 49.9%, not 60%."),
        ("600 of 2,000 pupils (60%)", "“600 of 2,000 pupils (60%)”: 600 of 2,000 is 30%, not 60%."),
    ],
)
def test_what_it_says(text: str, message: str) -> None:
    """A base without its count, numbers in words, thousands."""
    assert messages_in(RULE, text) == [message]


@pytest.mark.parametrize(
    ("text", "hints"),
    [
        ("12 of 53 schools (24%), 50 of which replied", ("It fits 12 of 50.",)),
        ("12 of 53 schools (25%)", ("It fits 13 of 53.",)),
        ("12 of 53 schools (24%)", ()),
        ("12 of 530 schools (24%)", ()),
        ("12 of 53 schools (25%) of 48 asked", ("It fits 12 of 48.", "It fits 13 of 53.")),
    ],
)
def test_what_would_fit(text: str, hints: tuple[str, ...]) -> None:
    """Another base in the sentence, another count of the same base, or nothing."""
    (one,) = found_in(RULE, text)
    assert one.hints == hints


@pytest.mark.parametrize(
    ("count", "base", "like", "said"),
    [(12, 53, "24", "22.6%"), (12, 53, "24.0", "22.64%"), (1, 2, "40", "50%"), (0, 3, "5", "0%"), (1, 1, "90", "100%")],
)
def test_percentages_are_said_a_decimal_finer(count: int, base: int, like: str, said: str) -> None:
    """So that the true one never looks like the printed one."""
    assert percent(count, base, like) == said


def test_cells_are_read_too() -> None:
    """A cell of a table has its own place, a covered one none."""
    (one,) = found_in(RULE, "| Area | Content |\n|---|---|\n| North | 9 of 16 (56%) |\n| South | 12 of 53 (24%) |\n")
    assert (one.address, one.key) == ("table 1/row 3/column 2", ("table", 0, 2, 1))
    spanned = '<table><tr><td colspan="2">12 of 53 (24%)</td></tr><tr><td>a</td><td>b</td></tr></table>\n'
    assert len(found_in(RULE, spanned)) == 1


def test_two_in_one_sentence_are_two() -> None:
    """Each is told, a true one beside them is not."""
    assert len(found_in(RULE, "9 of 16 (65%), 12 of 53 (24%) and 9 of 16 (56%)")) == 2


def test_truncated_percentages_are_a_choice() -> None:
    """Where figures are truncated 9 of 16 is 56%, and so is 56.9."""
    subject = document_of("5 of 16 (31.3%) and 12 of 53 (22%)", thresholds=Thresholds(rounding="truncated"))
    assert [one.message for one in found_in(RULE, subject)] == ["“5 of 16 (31.3%)”: 5 of 16 is 31.25%, not 31.3%."]


def test_reviews_are_read_but_for_their_targets() -> None:
    """A text of a review has its address; a target may be any percentage."""
    text = '[[area]]\ntext = "12 of 53 schools (24%) had a plan"\naddressed_by = ["1"]\n'
    (one,) = found_in_review(RULE, text + '[[recommendation]]\nid = "1"\ntext = "help"\n')
    assert one.address == "area/1"
    measure = '[[recommendation]]\nid = "1"\ntext = "help"\n[[recommendation.measure]]\nid = "1.1"\ntext = "plans"\n'
    assert found_in_review(RULE, measure + 'targets = ["12 of 53 (24%)"]\n') == []


@given(count=st.integers(0, 400), base=st.integers(1, 400), decimals=st.integers(0, 2))
@settings(deadline=None)
def test_a_percentage_worked_out_is_never_found(count: int, base: int, decimals: int) -> None:
    """Any count of any base, rounded to any precision, is quiet with its count and without."""
    count = min(count, base)
    share = f"{round(100 * count / base, decimals):.{decimals}f}"
    assert list(impossible_shares(f"{count} of {base} schools ({share}%)")) == []
    assert list(impossible_shares(f"{share}% of the {base} schools replied")) == []


@given(count=st.integers(1, 99), base=st.integers(11, 99), by=st.integers(2, 9))
@settings(deadline=None)
def test_a_percentage_that_is_out_is_found(count: int, base: int, by: int) -> None:
    """One that is out by two or more is found, unless the base could be rounded."""
    count = min(count, base)
    share = round(100 * count / base) + by
    if share <= 100 and base % 100:
        assert len(list(impossible_shares(f"{count} of {base} schools ({share}%)"))) == 1
