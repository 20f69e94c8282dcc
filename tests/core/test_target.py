"""The grammar of outcome targets, by the cases council papers print and by what it must never do."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bvtrack.app.read import read
from bvtrack.core.target import Direction, Period, Point, Target, TargetKind, read_target

NEAR = date(2002, 4, 22)
CASES = [
    json.loads(line)
    for line in (Path(__file__).parents[2] / "fixtures/read/target.jsonl").read_text(encoding="utf-8").splitlines()
]


@pytest.mark.parametrize("case", CASES, ids=range(1, len(CASES) + 1))
def test_case(case: dict[str, object]) -> None:
    """Every printed target of the fixtures reads as a careful finance officer would read it."""
    expected = {key: value for key, value in case.items() if key != "near"}
    near = date.fromisoformat(str(case["near"])) if "near" in case else None
    assert read("target", str(case["text"]), near=near) == expected


def test_a_reading_holds_the_days_of_its_periods() -> None:
    """A target's points carry the first and last day of the period they hold for, and whether it is asked about."""
    target = read_target("From 56% in 2001.02 to 60% in 02/03, 65% in 04 and 70% in Q3 2004/05", NEAR)
    assert target.baseline == Point(Decimal(56), Period("2001-02", date(2001, 4, 1), date(2002, 3, 31)))
    assert target.targets == (
        Point(Decimal(60), Period("2002-03", date(2002, 4, 1), date(2003, 3, 31))),
        Point(Decimal(65), Period("2004", date(2003, 4, 1), date(2005, 3, 31), ambiguous=True)),
        Point(Decimal(70), Period("Q3 2004-05", date(2004, 10, 1), date(2004, 12, 31))),
    )


@pytest.mark.parametrize(
    ("text", "label", "earliest", "latest", "ambiguous"),
    [
        ("60% by 2003", "2003", date(2003, 1, 1), date(2003, 12, 31), False),
        ("60% by 31.3.03", "31 Mar 2003", date(2003, 3, 31), date(2003, 3, 31), False),
        ("60% by Sept. 2003", "Sep 2003", date(2003, 9, 1), date(2003, 9, 30), False),
        ("60% by 1999/00", "1999-00", date(1999, 4, 1), date(2000, 3, 31), False),
        ("60% by autumn 2003", "Autumn 2003", date(2003, 9, 1), date(2003, 11, 30), True),
        ("60% in the school year 2002/03", "School year 2002-03", date(2002, 9, 1), date(2003, 8, 31), False),
        ("60% in year ending 31 March 2003", "2002-03", date(2002, 4, 1), date(2003, 3, 31), False),
        ("60% in 2002/03 to 2004/05", "2002-03 to 2004-05", date(2002, 4, 1), date(2005, 3, 31), False),
        ("60% in 10-11", "2010-11", date(2010, 4, 1), date(2011, 3, 31), False),
    ],
)
def test_a_period_is_normalised(text: str, label: str, earliest: date, latest: date, *, ambiguous: bool) -> None:
    """A period in a sentence is given one label, whatever its print, and its days."""
    (point,) = read_target(text, NEAR).targets
    assert point == Point(Decimal(60), Period(label, earliest, latest, ambiguous))


def test_milestones_keep_their_own_words() -> None:
    """Each date of a milestone stands with the words before it, or after it where dates stand at the head."""
    before = read_target("Protocols on paper based systems by June '02 –System in place by Sept 2002", NEAR)
    after = read_target("June 2002: protocols agreed; September 2002: system live", NEAR)
    assert [point.text for point in before.targets] == ["Protocols on paper based systems", "System in place"]
    assert [point.text for point in after.targets] == ["protocols agreed", "system live"]


@pytest.mark.parametrize(
    ("text", "recurrence"),
    [
        ("Through 6 monthly report to an existing Member panel", "six-monthly"),
        ("reported twice a year", "six-monthly"),
        ("Quarterly", "quarterly"),
        ("every three months", "quarterly"),
        ("monthly", "monthly"),
        ("every two months", "two-monthly"),
        ("fortnightly", "fortnightly"),
        ("weekly", "weekly"),
        ("daily", "daily"),
        ("each term", "termly"),
        ("biennial", "every two years"),
        ("every 3 years", "every three years"),
        ("every five years", "every five years"),
        ("to be approved annually", "annual"),
        ("increase by 10% a year", "annual"),
        ("95% monthly", "monthly"),
        ("regular reports", "regular"),
        ("Bi-annual report", "twice a year or every two years"),
        ("60% by 2003", None),
        ("within a month", None),
    ],
)
def test_how_often(text: str, recurrence: str | None) -> None:
    """What comes round says how often, whether it is the target or the pace of a figure."""
    assert read_target(text, NEAR).recurrence == recurrence


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("60% by 2003", None),
        ("60% in 04", "a period cannot be told, or is one of two"),
        ("60% by 31 September 2002", "a period cannot be told, or is one of two"),
        ("Bi-annual report", "twice a year or every two years"),
        ("60%?", "a question mark stands beside it"),
        ("60% or 6O%", "“6O%” cannot be read"),
        ("56,5%", "“56,5%” cannot be read"),
        ("65-60%", "the range does not rise"),
        ("12 to 8 days", "the range does not rise"),
        ("60% +/- 5%", "a tolerance stands beside it"),
        ("60/65% by 2004", "figures divided by a solidus; values stand without a period"),
        ("56% to 60% by 2003", "a range or a change"),
        ("Reduce 10% by 2003", "by or to the figure is not told"),
        ("10% improvement", "which way is not told"),
        ("Increase", "says which way but not how far"),
        ("Increase from 56% by 2004", "says which way but not how far"),
        ("Increase from 60% to 55%", "the words and the figures go different ways"),
        ("From 60% to 70% and 65%", "the figures go both ways"),
        ("increase from 1950 to 2000", "the figures may be years"),
        ("2000", "a year or a value"),
        ("from 56% to 60%, an increase of 10 percentage points", "a change and a level that do not say the same"),
        ("increase income by £10,000 to £95,000", "a change and a level"),
        ("34% by 2020 from 1990 levels", "a change whose way is not told"),
        ("a third", "1 in 3 is no exact percentage"),
        ("95% by 2005 (88%)", "what the figure in brackets is is not told; values stand without a period"),
        ("60%, 65%", "values stand without a period"),
        ("60% by 2003 and all by 2005", "a period stands without a value"),
        ("65% by 2004, 60% by 2003", "the periods are not in their order"),
        ("78% 2000/01; 85% 2002/03 (target)", "which figures are targets is not told"),
        ("60% (TBC)", "the figure is to be confirmed"),
        ("(£240k)", "an amount in brackets may be negative"),
        ("60% of pupils, 12 days lost", "a figure in days stands beside it"),
        ("60% of staff, from 12 days to 8 days", "a figure in % stands beside it"),
        ("Actual 2000/01 54%, 2001/02 56%; target 60%", "more than one baseline"),
        ("10% increase by 2003. Future targets set from this figure", "further targets are to be set"),
        ("xyzzy", "says no value, no period and nothing to be done"),
        ("x" * 501, "longer than 500 characters"),
        ("5 days " * 31, "more than 30 figures"),
    ],
)
def test_the_note_says_why(text: str, note: str | None) -> None:
    """What makes a reading ambiguous, or refuses it, is said in its note."""
    assert read_target(text, NEAR).note == note


def test_the_lengths_that_are_read() -> None:
    """500 characters and 30 figures are read; one more of either is refused."""
    assert read_target(("60%" + "." * 497)[:500]).kind is TargetKind.ABSOLUTE
    assert read_target("60%" + "." * 498).kind is TargetKind.UNKNOWN
    assert read_target("5 days " * 30).kind is TargetKind.ABSOLUTE
    assert read_target(" " * 100_000).kind is TargetKind.BLANK


@pytest.mark.parametrize(
    ("text", "baseline", "targets"),
    [
        ("Maintain current 95% in 2003/04", "95@None", "95@2003-04"),
        ("Maintain current 95%", "95@None", "95@None"),
        ("Increase from 56% by 2004", "56@None", "None@2004"),
        ("Rise from 56% to 60% between 2001/02 and 2003/04", "56@2001-02", "60@2003-04"),
        ("In 2002/03 and 2003/04, 60% and 65%", "None", "60@2002-03 65@2003-04"),
        ("60% in 2002/03 to 2004/05 and 65% in 2005/06", "None", "60@2002-03 to 2004-05 65@2005-06"),
        ("Set 5 targets by 2003", "None", "None@2003"),
        ("By March 2003: strategy agreed; by March 2004: 50% implemented", "None", "None@Mar 2003 50@Mar 2004"),
        ("95% by 2005 (88% in 2002)", "88@2002", "95@2005"),
        ("95% by 2005 (88% in 2006)", "None", "95@2005 88@2006"),
        ("from 1950 in 2001 to 2000 in 2003", "1950@2001", "2000@2003"),
        ("from 2050 to 1900 cases", "2050@None", "1900@None"),
        ("60% in 70-71", "None", "60@None 70-71@None"),
        ("2001.50 in fines", "None", "2001.50@None"),
        ("2002 - 60%", "None", "60@2002"),
        ("60% by 2002 - 2006", "None", "60@2002-03 to 2005-06"),
        ("60% by 2002-04", "None", "60@None"),
        ("0 out of 10 schools", "None", "0@None 10@None"),
        ("60% by 2003 (TBC 2004)", "None", "60@2003 None@2004"),
        ("Reviewed in 2002 and in 2004", "None", "None@2002 None@2004"),
        ("1234567890123456%", "None", ""),
        ("123456789012345%", "None", "123456789012345@None"),
        ("between 60% and all", "None", "60@None"),
        ("£1.25m", "None", "1250000@None"),
        ("£1.2345k", "None", "1234.5@None"),
        ("£500-1,000k", "None", "500000-1000000@None"),
        ("£500,000-£1m", "None", "500000-1000000@None"),
        ("sixty-five per cent", "None", "65@None"),
        ("one hundred per cent by 2004", "None", "100@2004"),
        ("five percentage points more", "None", "5@None"),
        ("3 in 8", "None", "37.5@None"),
        ("By 2005 from 50%", "50@None", "None@2005"),
    ],
)
def test_values_stand_with_their_periods(text: str, baseline: str, targets: str) -> None:
    """The baseline and each target have the value and the period that the sentence gives them."""

    def shown(point: Point) -> str:
        value = "-".join(map(str, point.value)) if isinstance(point.value, tuple) else str(point.value)
        return f"{value}@{point.period.label if point.period else None}"

    target = read_target(text, NEAR)
    assert ("None" if target.baseline is None else shown(target.baseline)) == baseline
    assert " ".join(map(shown, target.targets)) == targets


@pytest.mark.parametrize(("text", "unit"), [("10 FTE", "FTE"), ("12 Schools", "schools"), ("12 widgets", "widgets")])
def test_a_unit_is_as_the_figure_carries_it(text: str, unit: str) -> None:
    """A unit is the noun after the figure, in small letters unless it is an abbreviation."""
    assert read_target(text).unit == unit


def test_a_whole_reading() -> None:
    """A relative target holds its change without a sign, its unit, its direction and how often."""
    assert read_target("Reduce by 2.5 percentage points a year", NEAR) == Target(
        text="Reduce by 2.5 percentage points a year",
        baseline=None,
        targets=(Point(Decimal("2.5"), None),),
        direction=Direction.DECREASE,
        unit="percentage points",
        kind=TargetKind.RELATIVE,
        ambiguous=False,
        recurrence="annual",
        note=None,
    )


def test_the_words_of_kinds_and_directions() -> None:
    """The kinds and directions are a closed set of words."""
    assert [direction.value for direction in Direction] == ["increase", "decrease", "maintain", "achieve", "none"]
    assert {kind.value for kind in TargetKind} == {
        *("absolute", "range", "relative", "milestone", "recurring", "process", "not yet set", "ordinal"),
        *("comparative", "blank", "dash", "not applicable", "unknown"),
    }


PIECES = (
    *("from", "to", "by", "in", "2001", "2002/03", "02/03", "04", "'04", "60%", "56.5%", "£1.2m", "5", "days", "TBC"),
    *("baseline", "target", "increase", "reduce", "of", "(", ")", ",", ";", "-", "→", "1 in 4", "level 4", "+/-", "?"),
    *("per 1,000", "annually", "Q3", "March", "31", "between", "and", "currently", "a third", "half", "no", "schools"),
    *("6O%", "1.7.2"),
)
WORDS = st.sampled_from(PIECES)


@settings(deadline=None, max_examples=300)
@given(st.one_of(st.text(max_size=60), st.lists(WORDS, max_size=14).map(" ".join)), st.sampled_from([None, NEAR]))
def test_any_text_is_read(text: str, near: date | None) -> None:
    """Any text at all has a reading that echoes it, and an unknown one has no values."""
    target = read_target(text, near)
    assert target.text == text
    assert target.kind is not TargetKind.UNKNOWN or (target.targets == () and target.baseline is None)
    assert all(point.value is not None or point.period is not None for point in target.targets)


@pytest.mark.parametrize("text", ["\ud800", "\x00", "60%\x00 by 2003", "\u0666\u0660%", "\ufeff"])
def test_awkward_characters(text: str) -> None:
    """Lone surrogates, NUL and digits of other scripts raise nothing and become no digits."""
    target = read_target(text)
    assert target.text == text
    assert [point.value for point in target.targets] in ([], [Decimal(60)])


@pytest.mark.parametrize("mark", "¤·µßþÿðøò×¶¢÷ñº§¦")
def test_the_marks_of_the_grammar_are_no_words(mark: str) -> None:
    """A character that the grammar overprints words by says nothing where it is printed."""
    for text in (
        f"{mark} per cent by {mark} 2003",
        f"5 {mark} or 5{mark}",
        f"to {mark}{mark}",
        f"{mark} in {mark} homes",
    ):
        assert read_target(text, NEAR).text == text


@pytest.mark.parametrize(
    "piece",
    [
        "5% ",
        "from ",
        "0.0.0.",
        "1.2.3 ",
        "by c.",
        "by a further ",
        "a an ",
        "annual ",
        "((",
        "60% to ",
        "level 4 ",
        "12/13/",
        "one in ",
        "to be ",
        "2002 to ",
        "£",
        "x",
    ],
)
def test_hostile_repetition_is_quick(piece: str) -> None:
    """A text of any kind and length is read without a search that grows with its square."""
    for length in (499, 100_000):
        assert read_target((piece * length)[:length], NEAR).kind in TargetKind
