"""The Hertfordshire review file holds the whole 2002 report: this counts all of it and adds its finance again."""

from __future__ import annotations

import tomllib
from collections import Counter
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from bvtrack.core.review import review_from

if TYPE_CHECKING:
    from bvtrack.core.review import Part, Recommendation, Review

FILE = Path(__file__).parent.parent / "reviews" / "hertfordshire-services-to-schools-2002.toml"

PROFILES = {
    "1/budget": ({"02-03": 7, "03-04": 40, "04-05": 40, "05-06": 40}, 127),
    "2/budget": ({"02-03": 13, "03-04": 347, "04-05": 347, "05-06": 347}, 1054),
    "2/savings": ({"04-05": 240, "05-06": 240}, 480),
    "3/budget": ({"02-03": 28, "03-04": 30, "04-05": 30, "05-06": 30}, 118),
    "4/budget": ({"02-03": 22}, 22),
    "4/income": ({"03-04": 85, "04-05": 85, "05-06": 85}, 255),
    "5/budget": ({"02-03": 19, "03-04": 2, "04-05": 2, "05-06": 2}, 25),
}
COSTS = {
    "1": [("one-off", None, "£7k"), ("annual", None, "£33k")],
    "2": [("one-off", None, "£5k £8k"), ("annual", None, "£347k"), ("net potential savings", None, "£240k")],
    "3": [
        ("one-off", "3a", "£24K"),
        ("one-off", "3b", "£4k"),
        ("one-off", "3c", "£25k"),
        ("one-off", "3d", "£5k"),
    ],
    "4": [
        ("one-off", "4a", "£10k"),
        ("one-off", "4b", "£3k"),
        ("one-off", "4c", "£3k + training in Rec 3c"),
        ("one-off", "4d", "£6k"),
        ("net potential income", None, "£85k"),
    ],
    "5": [],
}
ACTIONS = [
    ("1a", "January 2003", "Jenny Newman", 9),
    ("1b", "Dec. 2002", "Jeff Smith", 6),
    ("2a", "July 2002", "Gill Jones", 1),
    ("2b", "Sept. 2002", "Gill Jones", 2),
    ("2c", "Dec. 2002", "Jenny Newman", 5),
    ("2d", "Sept. 2002", "Jeff Smith", 9),
    ("3a", "Dec. 2002", "Jeff Smith", 12),
    ("3b", "July 2002", "Gill Jones", 6),
    ("3c", "Sept. 2002", "Jeff Smith", 5),
    ("3d", "Sept. 2002", "Jeff", 2),
    ("4a", "Sept. 2002", "Jeff & Steve", 5),
    ("4b", "Sept. 2002", "Jeff", 2),
    ("4c", "Sept. 2002", "Jeff", 4),
    ("4d", "Dec 2002", "Steve", 5),
    ("5a", "October 2002", "Jenny", 3),
    ("5b", "April 2003", "Jeff Smith", 4),
]
PLAN_REFERENCES = {
    "1.2": ["2.3.1", "1.6"],
    "1.3": ["6.1.1", "6.1.3"],
    "1.4": ["7.1.4"],
    "2.1": ["1.7.2"],
    "2.3": ["1.7.2"],
    "2.4": ["1.7.2"],
    "2.5": ["1.7.2"],
    "3.1": ["2.2.3"],
    "3.2": ["2.2.6"],
    "3.3": ["2.2.6"],
    "3.4": ["2.4.2"],
    "4.1": ["2.4.3"],
}
TARGETS = {
    "1.1": ["From 56% in 2001.02 to 60% in 02/03, 65% in 04 and 70% in 04/05"],
    "1.2": [
        "Primary (Teaching & Learning). From 95.6% in 2001 to 96.7% in 2002 and to 97.8% in 2003",
        "Secondary (Teaching & Learning). From 82.3% in 2001 to 90.5% in 2002 and to 95% in 2003",
        "Primary (Leadership & Management). From 79% in 2001 to 80% in 2002 and to 83% in 2003",
        "Secondary (Leadership & Management). From 70% in 2001 to 80% in 2002 and to 83% in 2003",
    ],
    "1.3": ["Protocols on paper based systems by June '02 –System in place by Sept 2002"],
    "1.4": ["Service development reports to be approved annually by stakeholder groups (SSC MPG, PHF, HASH, CPDAG)"],
    "2.1": [
        (
            "Reduction in the number of schools requiring special measures or with serious weaknesses "
            "from 4.4% in 2001 to 3.5% in 2002 and to 2.5% in 2003"
        )
    ],
    "2.2": ["Schools giving rise to concern to the LEA from 12% in 2001 to 11% in 2002 and to 10% in 2003"],
    "2.3": [],
    "2.4": ["Through 6 monthly report to an existing Member panel"],
    "2.5": ["Reports scrutinised and benchmark data gathered in 2002 with a view to setting targets for 2003-2004"],
    "3.1": ["From 20% in 2001 to 15% in 2002 and to 10% in 2003"],
    "3.2": ["From 13.5% in 2001 to 12% in 2002 and to 11% in 2003"],
    "3.3": ["First survey still to be carried out which will produce benchmark data. Targets set from this data"],
    "3.4": ["15% of managers have experienced cross professional work by the end of 2002 and 35% by the end of 2003"],
    "4.1": ["10% increase in income generation by 2003. Future targets set from this figure"],
    "4.2": ["Currently 50-55% rising to 60-65% in 2003/04 and 70-75% in 2004/05"],
}
REPEATED_STEPS = {
    "establish a cpd group, representing schools, sias and he": ["1b/1", "3d/1"],
    "assimilate individual and com school needs with national and csf priorities": ["1b/5", "3d/2"],
    "train advisers and consultants, through induction and post appointment training": ["2d/2", "5b/4"],
    "arrange a team development programme as part of ssc conference programme": ["3a/10", "3c/1"],
}


@pytest.fixture(scope="module")
def data() -> dict[str, Any]:
    """Read the file as TOML, with the decimals of a review file."""
    return tomllib.loads(FILE.read_text(encoding="utf-8"), parse_float=Decimal)


@pytest.fixture(scope="module")
def review(data: dict[str, Any]) -> Review:
    """Read the file as a review."""
    return review_from(data)


@pytest.fixture(scope="module")
def parts(review: Review) -> list[Part]:
    """List the parts, which are the actions."""
    return [part for recommendation in review.recommendations for part in recommendation.parts]


def test_the_head(review: Review) -> None:
    """The file names the report, its authority, its date, the plan it covers and the unit of its figures."""
    assert review.format == 1
    assert review.id == "hertfordshire-services-to-schools-2002" == FILE.stem
    assert review.title == "Best value review of services to schools"
    assert review.authority == "Hertfordshire County Council"
    assert review.date == date(2002, 4, 22)
    assert [year.label for year in review.period.years] == ["2002-03", "2003-04", "2004-05", "2005-06"]
    assert (review.unit.text, review.unit.pence) == ("£'000", 100_000)
    assert (review.funding, review.rounding, review.net) == ("existing", "exact", None)


def test_the_meeting(review: Review) -> None:
    """The report went to Cabinet as item 4, from the director of the department."""
    assert review.meeting is not None
    assert vars(review.meeting) == {
        "body": "Cabinet",
        "item": "4",
        "time": "2.00 P.M.",
        "report_of": "Director of Children, Schools and Families",
    }


def test_the_people(review: Review) -> None:
    """Everybody the report names in full is a person, with the first names it uses for them; Steve is nobody."""
    assert [(person.name, person.aliases, person.role, person.contact) for person in review.people] == [
        ("Les Craggs", (), "author", "01582 830364"),
        ("Robert Gordon", (), "executive member", None),
        ("Bernard Lloyd", (), "executive member", None),
        ("Jeff Smith", ("Jeff",), None, None),
        ("Jenny Newman", ("Jenny",), None, None),
        ("Gill Jones", (), None, None),
    ]


def test_the_summary_and_the_processes(review: Review) -> None:
    """The summary has an area for each recommendation, and the review was made by five processes."""
    assert [area.recommendation for area in review.summary] == ["1", "2", "3", "4", "5"]
    assert [process.id for process in review.processes] == ["a", "b", "c", "d", "e"]


def test_the_areas_to_improve(review: Review) -> None:
    """Of the eight areas the review highlighted, only the exchange of learning is addressed by nothing."""
    assert [area.addressed_by for area in review.areas] == [
        ("1b",),
        ("1a",),
        ("2d",),
        ("5a",),
        ("5b",),
        (),
        ("3a", "3b", "3c"),
        ("3a", "4d"),
    ]
    assert "exchange of learning" in review.areas[5].text


def test_the_promises(review: Review) -> None:
    """Section 5 promises measures and targets that stop before recommendation 5, and a plan that does not."""
    assert [(promise.place, promise.appendix, promise.covers) for promise in review.promises] == [
        ("section 5", "Appendix 1", ("1", "2", "3", "4")),
        ("section 5", "Appendix 2", ("1", "2", "3", "4", "5")),
    ]


def test_the_size_of_the_report(review: Review, parts: list[Part]) -> None:
    """There are 5 recommendations, 16 parts, 80 steps, 15 measures and 17 target lines."""
    measures = [measure for recommendation in review.recommendations for measure in recommendation.measures]
    assert [recommendation.id for recommendation in review.recommendations] == ["1", "2", "3", "4", "5"]
    assert len(parts) == 16
    assert sum(len(part.steps) for part in parts) == 80
    assert len(measures) == 15
    assert sum(len(measure.targets) for measure in measures) == 17
    assert sum(bool(measure.plan) for measure in measures) == 12


def test_the_profiles(data: dict[str, Any]) -> None:
    """The seven profiles stand as printed: blank years are left out, and each row has its printed total."""
    printed = {
        f"{recommendation['id']}/{stream}": (
            {year: amount for year, amount in profile.items() if year != "total"},
            profile["total"],
        )
        for recommendation in data["recommendation"]
        for stream, profile in recommendation["profile"].items()
    }
    assert printed == PROFILES


def test_the_printed_totals(review: Review) -> None:
    """The three grand totals have the headings and labels of the report; year totals are not printed."""
    totals = [review.totals.budget, review.totals.savings, review.totals.income]
    assert [
        (total.total.text, total.years, total.heading, total.label) for total in totals if total and total.total
    ] == [
        ("1346", {}, "Budget ('000s)", "Total budget over 4 years"),
        ("480", {}, "Savings ('000s)", "Total savings over 4 years"),
        ("255", {}, "Income ('000s)", "Total additional income over 4 years"),
    ]


def test_the_finance_adds_up(review: Review) -> None:
    """Every row adds to its total, the rows to the grand totals, and the years to the totals nobody printed."""
    by_year: dict[str, Counter[str]] = {"budget": Counter(), "savings": Counter(), "income": Counter()}
    for recommendation in review.recommendations:
        profiles = recommendation.profile
        for stream, profile in (
            ("budget", profiles.budget),
            ("savings", profiles.savings),
            ("income", profiles.income),
        ):
            pence = {year: money.pence or 0 for year, money in (profile or {}).items()}
            assert pence.pop("total", 0) == sum(pence.values())
            by_year[stream].update(pence)
    thousands = {stream: {year: pence // 100_000 for year, pence in years.items()} for stream, years in by_year.items()}
    assert thousands == {
        "budget": {"02-03": 89, "03-04": 419, "04-05": 419, "05-06": 419},
        "savings": {"04-05": 240, "05-06": 240},
        "income": {"03-04": 85, "04-05": 85, "05-06": 85},
    }
    assert {stream: sum(years.values()) for stream, years in thousands.items()} == {
        "budget": 1346,
        "savings": 480,
        "income": 255,
    }


def test_the_quoted_figures(review: Review) -> None:
    """The prose of section 6 quotes each total twice, and each time it is the total of the table."""
    assert [(quoted.total, quoted.value.text, quoted.value.pence) for quoted in review.quoted] == [
        ("budget", "£1,346k", 134_600_000),
        ("savings", "£480k", 48_000_000),
        ("income", "£255k", 25_500_000),
        ("budget", "£1,346,000", 134_600_000),
        ("savings", "£480k", 48_000_000),
        ("income", "£255k", 25_500_000),
    ]


def test_the_cost_cells(review: Review) -> None:
    """Every cost cell of Appendix 1 stands as printed, in the column it is printed in."""
    printed = {
        recommendation.id: [(line.column, line.part, line.value.text) for line in recommendation.costs]
        for recommendation in review.recommendations
    }
    assert printed == COSTS


def test_the_cell_of_two_amounts(review: Review) -> None:
    """Recommendation 2's one-off cell is one entry that reads as two amounts."""
    value = review.recommendations[1].costs[0].value
    assert [part.pence for part in value.parts] == [500_000, 800_000]


def test_the_measures(review: Review) -> None:
    """Measures have the plan references and the target lines of Appendix 1."""
    measures = [measure for recommendation in review.recommendations for measure in recommendation.measures]
    assert {measure.id: list(measure.plan) for measure in measures if measure.plan} == PLAN_REFERENCES
    assert {measure.id: [line.value.text for line in measure.targets] for measure in measures} == TARGETS
    assert {measure.id: measure.shows for measure in measures if measure.shows} == {"1.3": ("1a",)}


def test_a_measure_is_its_recommendations(review: Review) -> None:
    """A measure's id begins with its recommendation's, a part's likewise."""
    for recommendation in review.recommendations:
        for number, measure in enumerate(recommendation.measures, start=1):
            assert measure.id == f"{recommendation.id}.{number}"
        for letter, part in zip("abcd", recommendation.parts, strict=False):
            assert part.id == f"{recommendation.id}{letter}"


def test_targets_of_another_kind(review: Review) -> None:
    """A number of schools has a target in per cent, and a share of staff one of managers; no other target differs."""
    differing = {
        measure.id: (measure.unit, measure.of, line.unit, line.of)
        for recommendation in review.recommendations
        for measure in recommendation.measures
        for line in measure.targets
        if line.unit or line.of
    }
    assert differing == {"2.1": ("number", "schools", "%", None), "3.4": ("%", "staff", None, "managers")}


def test_the_actions(parts: list[Part]) -> None:
    """Deadlines and owners stand exactly as printed, and every action has its steps."""
    assert [
        (part.id, part.finish and part.finish.text, part.owner and part.owner.text, len(part.steps)) for part in parts
    ] == ACTIONS


def test_the_deadlines_fall_on_last_days(parts: list[Part]) -> None:
    """Seven actions are due on the last day of September 2002, four on that of December."""
    due = Counter(part.finish.latest for part in parts if part.finish)
    assert due == {
        date(2002, 7, 31): 2,
        date(2002, 9, 30): 7,
        date(2002, 10, 31): 1,
        date(2002, 12, 31): 4,
        date(2003, 1, 31): 1,
        date(2003, 4, 30): 1,
    }


def test_steps_that_repeat(parts: list[Part]) -> None:
    """Four steps stand under two actions each, save for capitals, and a fifth pair differs by a scanned word."""
    places: dict[str, list[str]] = {}
    for part in parts:
        for number, step in enumerate(part.steps, start=1):
            places.setdefault(step.text.casefold(), []).append(f"{part.id}/{number}")
    assert {text: found for text, found in places.items() if len(found) > 1} == REPEATED_STEPS
    assert places["collate and agree quality assurance protocols on consultancy and training"] == ["2d/1"]
    assert places["collate and agree quality assurance protocols on constancy and training"] == ["5b/3"]


def test_words_on_which_sections_contradict_each_other(review: Review, parts: list[Part]) -> None:
    """Four texts have another wording elsewhere in the report, each a word apart from the text."""
    items: list[Recommendation | Part] = [*review.recommendations, *parts]
    apart = {
        item.id: (wording.place, set(item.text.split()) ^ set(wording.text.split()))
        for item in items
        for wording in item.wordings
    }
    assert apart == {
        "2": ("Appendix 2", {"outcomes", "performance"}),
        "2a": ("section 5", {"OfSTED", "offside"}),
        "2b": ("section 5", {"OfSTED", "offside"}),
        "5": ("Appendix 2", {"SIAS", "Siam's"}),
    }
