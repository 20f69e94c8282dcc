"""The tables of a status: actions, owners, measures, streams, and all reviews in a line."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bvtrack.delivery.review import review_standing, steps_of
from bvtrack.files.review_file import read_review
from bvtrack.report.as_csv import as_csv
from bvtrack.report.as_markdown import as_markdown
from bvtrack.report.as_text import as_text
from bvtrack.report.tables import status
from bvtrack.report.tables.portfolio import portfolio
from bvtrack.report.tables.shared_measures import shared_measures
from example_review import review_of

if TYPE_CHECKING:
    from bvtrack.core.table import Table
    from bvtrack.delivery.review import ReviewStanding

HERTFORDSHIRE = Path(__file__).parents[2] / "reviews" / "hertfordshire-services-to-schools-2002.toml"
RECORDED = """
[[recommendation]]
id = "1"
text = "one"
profile = { budget = { "02-03" = 7, "03-04" = 1340 } }
event = [
  { date = 2002-08-01, kind = "forecast", stream = "budget", year = "2002-03", value = "£9,500" },
  { date = 2002-08-02, kind = "actual", stream = "budget", year = "2002-03", value = "£8,000" },
]
[[recommendation.measure]]
id = "1.1"
text = "what is measured"
direction = "rise"
targets = ["60% in June 2002 and 65% in July 2002"]
event = [{ date = 2002-07-01, kind = "actual", value = "61%", period = "June 2002" }]
[[recommendation.measure]]
id = "1.2"
text = "two lines"
targets = ["Primary 60% in 2003", "Secondary 70% in 2003"]
[[recommendation.part]]
id = "1a"
text = "do it"
finish = "Sept. 2002"
owner = "Jeff"
event = [{ date = 2002-08-01, kind = "forecast", value = "Nov 2002" }]
steps = [{ text = "first", event = [{ date = 2002-08-01, kind = "complete" }] }, "second"]
[[recommendation.part]]
id = "1b"
text = "do that"
"""

LATE = "1a: 2 months (61 days)"


@pytest.fixture(scope="module")
def october() -> ReviewStanding:
    """Give where the example stands on 1 October 2002."""
    return review_standing(review_of(RECORDED), dt.date(2002, 10, 1))


def rows(table: Table) -> list[list[str]]:
    """Give the texts of a table's rows, labels first."""
    return [[line.label, *(cell.text for cell in cells)] for line, cells in zip(table.rows, table.cells, strict=True)]


def test_a_heading_names_review_and_day(october: ReviewStanding) -> None:
    """The reader sees which review it is and which day is meant."""
    assert status.heading(october) == "Example, Example Council (example), as at 1 Oct 2002"


def test_actions(october: ReviewStanding) -> None:
    """Each action has its deadline, forecast, status, slippage and steps; what there is not stays blank."""
    assert rows(status.actions(october, october.actions)) == [
        ["1a", "do it", "Jeff", "", "Sep 2002", "Nov 2002", "1", "overdue", "red", "2 months (61 days)", "", "1/2"],
        ["1b", "do that", "", "", "", "", "", "not started", "green", "", "", ""],
    ]


@pytest.mark.parametrize("width", [20, 80, 140, 400])
def test_on_a_terminal_each_action_is_a_line(width: int) -> None:
    """Blank columns are left out and long words cut, so that a list can be scanned; from 80 columns on it fits."""
    standing = review_standing(read_review(HERTFORDSHIRE).review, dt.date(2002, 10, 1))
    lines = as_text(status.scanned(status.actions(standing, standing.actions), width)).splitlines()
    assert len(lines) == 2 + 2 + 16
    assert "Forecast" not in lines[2]
    assert max(map(len, lines)) <= max(width, 80)
    assert ("Set up a single file for each school" in lines[4]) == (width >= 140)


def test_steps_are_listed_like_actions(october: ReviewStanding) -> None:
    """A step's row is told by its address."""
    assert [row[0] for row in rows(status.actions(october, steps_of(october, "1a")))] == ["1a/1", "1a/2"]


def test_actions_of_several_reviews_name_their_review(october: ReviewStanding) -> None:
    """One table holds them all."""
    table = status.actions_of_reviews([(october, october.actions), (october, october.actions[:1])])
    assert [row[:2] for row in rows(table)] == [["example", "1a"], ["example", "1b"], ["example", "1a"]]
    assert len(table.columns) == len(table.cells[0])


def test_owners() -> None:
    """Jeff and Jeff Smith are one owner."""
    standing = review_standing(read_review(HERTFORDSHIRE).review, dt.date(2002, 10, 1))
    assert rows(status.owners(standing.actions)) == [
        ["Gill Jones", "3", "3", "0", "0"],
        ["Jeff Smith", "9", "6", "0", "0"],
        ["Jenny Newman", "3", "0", "1", "0"],
        ["Steve", "2", "1", "0", "0"],
    ]


def test_measures(october: ReviewStanding) -> None:
    """A figure is told with its period and what it says; the next one that is due is asked for."""
    assert rows(status.measures(october.measures, october.as_at)) == [
        ["1.1", "what is measured", "", "61% (June 2002)", "65%", "met, figure due", "65% (Jul 2002)", ""],
        ["1.2/1", "two lines: Primary 60% in 2003", "", "", "", "no figure", "60% (2003)", ""],
        ["1.2/2", "two lines: Secondary 70% in 2003", "", "", "", "no figure", "70% (2003)", ""],
    ]


def test_measures_on_their_way() -> None:
    """It is told where a measure should be on the day, and where it lands by its last target."""
    standing = review_standing(
        review_of("""
[[recommendation]]
id = "1"
text = "one"
[[recommendation.measure]]
id = "1.1"
text = "vacancies"
direction = "fall"
targets = ["From 20% in 2001 to 15% in 2002 and to 10% in 2003"]
event = [{ date = 2002-10-18, kind = "actual", value = "18%", period = "Sep 2002" }]
"""),
        dt.date(2002, 12, 2),
    )
    # 20 - 5 × 336/365 = 15.40 on the day; 20 - 2 × 730/273 = 14.65 by the end of 2003
    assert rows(status.measures(standing.measures, standing.as_at)) == [
        [
            *("1.1", "vacancies", "20% (2001)", "18% (Sep 2002)", "15.4%", "behind", "15% (2002)"),
            "14.7% (last step), misses its target",
        ]
    ]


def test_measures_that_are_due_or_stand_as_printed() -> None:
    """A due figure is asked for in place of saying there is none; a target that is no figure stands as printed."""
    standing = review_standing(read_review(HERTFORDSHIRE).review, dt.date(2003, 6, 1))
    told = {row[0]: row for row in rows(status.measures(standing.measures, standing.as_at))}
    assert told["1.1"][4:] == ["60.8%", "figure due", "60% (2002-03)", ""]
    assert told["1.3"][4:] == ["", "figure due", "Protocols on paper based systems (Jun 2002)", ""]
    assert told["2.3"][2:] == ["", "", "", "", "", ""]
    assert told["4.1"][6] == "10% increase in income generation by 2003. Future targets set from this figure"


def test_measures_of_several_reviews() -> None:
    """A measure that two reviews have counted is told for both: 116 of 200 and 35 of 50 are 151 of 250, or 60.4%."""
    text = """
[[recommendation]]
id = "1"
text = "one"
[[recommendation.measure]]
id = "1.1"
text = "users content"
of = "users"
targets = ["60%% in 2003-04"]
event = [
  { date = 2003-05-01, kind = "actual", value = "%s", period = "2002-03", numerator = %d, denominator = %d },
]
"""
    several = [
        review_standing(review_of(text % counted), dt.date(2003, 6, 1))
        for counted in (("58%", 116, 200), ("70%", 35, 50))
    ]
    assert rows(shared_measures(several)) == [
        ["users content", "users", "2002-03", "60.4%", "151 of 250", "2 of 2"],
    ]
    assert shared_measures(several[:1]).rows == ()


def test_streams(october: ReviewStanding) -> None:
    """Money is in the review's unit, exact, and what nobody said is blank."""
    table = status.streams(october.streams, october.review.unit)
    assert rows(table) == [["Budget", "1,347", "9.5", "8", "2.5", "1,349.5", ""]]
    told = [cell.money and cell.money.pence for cell in table.cells[0]]
    assert told == [134_700_000, 950_000, 800_000, 250_000, 134_950_000, None]
    blank = status.streams(review_standing(review_of(RECORDED), dt.date(2002, 7, 1)).streams, october.review.unit)
    assert rows(blank) == [["Budget", "1,347", "", "", "", "1,347", ""]]


def test_the_portfolio(october: ReviewStanding) -> None:
    """Each review is a line, with the worst and the next; what there is not is blank."""
    early = review_standing(october.review, dt.date(2002, 6, 1))
    empty = review_standing(review_of(""), dt.date(2002, 6, 1))
    assert rows(portfolio([october, early, empty])) == [
        ["example", "Example Council", "2", "1", "0", "0", "1 red, 1 green", "1,349.5 (£k)", "", LATE, ""],
        ["example", "Example Council", "2", "0", "0", "0", "2 green", "1,347 (£k)", "", "", "1a: Sep 2002"],
        ["example", "Example Council", "0", "0", "0", "0", "", "", "", "", ""],
    ]


def test_hostile_text_stays_text() -> None:
    """Names and texts from data act in no format."""
    review = review_of("""
[[recommendation]]
id = "1"
text = "one"
part = [{ id = "1a", text = "\\u001B[31m=1+1 | <b>", owner = "=cmd()", finish = "Sep 2002" }]
""")
    standing = review_standing(review, dt.date(2002, 10, 1))
    table = status.actions(standing, standing.actions)
    for made in (as_text(table), as_markdown(table), as_csv(table)):
        assert "\x1b" not in made
    assert "'=cmd()" in as_csv(table)
    assert "<b>" not in as_markdown(table)
