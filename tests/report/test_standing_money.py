"""The tables of where money stands, on the example of a saving that waits; thousands of pounds."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from bvtrack.delivery.review import ReviewStanding, review_standing
from bvtrack.report.tables import standing_money as tables
from bvtrack.report.tables.joined import joined
from bvtrack.report.tables.portfolio import portfolio
from example_review import review_of

if TYPE_CHECKING:
    from bvtrack.core.table import Table

DAY = dt.date(2004, 1, 10)
TEXT = """
funding = "existing"
[[recommendation]]
id = "2"
text = "two"
costs = [
  { column = "one-off", value = "£13k", depends_on = ["2d"] },
  { column = "net potential savings", value = "£240k", saving = "cashable", depends_on = ["2c"] },
]
event = [
  { date = 2004-01-06, kind = "actual", stream = "savings", year = "2003-04", value = "£5k" },
  { date = 2004-01-07, kind = "note", stream = "savings", year = "2003-04", reason = "two schools began early" },
]
[recommendation.profile]
budget = { "02-03" = 13 }
savings = { "04-05" = 240, "05-06" = 240 }
[[recommendation.part]]
id = "2c"
text = "move the team"
finish = "March 2004"
event = [{ date = 2004-01-05, kind = "forecast", value = "30 June 2004" }]
[[recommendation.part]]
id = "2d"
text = "plan the move"
finish = "March 2002"
event = [{ date = 2002-05-05, kind = "delete", reason = "not needed" }]
"""


@pytest.fixture(scope="module")
def standing() -> ReviewStanding:
    """Give where the example stands."""
    return review_standing(review_of(TEXT), DAY)


def rows(table: Table) -> list[list[str]]:
    """Give the texts of a table's rows, labels first."""
    return [[line.label, *(cell.text for cell in cells)] for line, cells in zip(table.rows, table.cells, strict=True)]


def test_money_that_waits(standing: ReviewStanding) -> None:
    """Three of twelve months of 240 are 60, nine are 180; a one-off whose action is deleted is never spent."""
    assert rows(tables.at_risk(standing)) == [
        ["2/costs/1", "budget", "2d", "Apr 2002", "never", "13", "13", "", "", ""],
        ["2/costs/2", "savings", "2c", "Apr 2004", "Jul 2004", "480", "60", "", "180", "240"],
    ]


def test_the_net_position(standing: ReviewStanding) -> None:
    """What waiting takes and leaves explains plan and expected: −240 + 60 = −180; 13 − 13 = 0; 5 came unplanned."""
    table = tables.net(standing)
    assert rows(table) == [
        ["2002-03", "13", "", "13", "0", "13", "0"],
        ["2003-04", "0", "", "", "-5", "13", "-5"],
        ["2004-05", "-240", "60", "", "-180", "-227", "-185"],
        ["2005-06", "-240", "", "", "-240", "-467", "-425"],
    ]
    assert table.notes == ("Paid back: as planned in 2004-05, as expected not within the plan.",)


def test_savings_add_up(standing: ReviewStanding) -> None:
    """480 = 0 + 420 + 60."""
    assert rows(tables.savings(standing)) == [
        ["2/savings/2004-05", "240", "0", "180", "60", "0", "0", ""],
        ["2/savings/2005-06", "240", "0", "240", "0", "0", "0", ""],
        ["Total", "480", "0", "420", "60", "0", "0", ""],
    ]


def test_money_as_it_happens(standing: ReviewStanding) -> None:
    """What was told, with what it varies by and why."""
    assert rows(tables.news(standing)) == [["2/savings/2003-04", "", "5", "", "5", "5", "two schools began early"]]


def test_sources_and_kinds(standing: ReviewStanding) -> None:
    """The budget is redirected, and the savings release cash."""
    assert rows(tables.sources(standing)) == [["Existing budget, redirected", "13", "13"]]
    assert rows(tables.kinds_of_saving(standing)) == [["Cashable, net", "240", "240", "480"]]


def test_a_review_without_money_has_no_such_tables() -> None:
    """Where there is nothing to tell, the tables are empty."""
    nothing = review_standing(review_of(""), DAY)
    made = (tables.at_risk, tables.net, tables.savings, tables.news, tables.sources, tables.kinds_of_saving)
    assert [make(nothing).rows for make in made] == [()] * 6


def test_money_in_no_year() -> None:
    """A profile of its total alone is in no year; without a budget nothing is to be paid back."""
    alone = review_of("[[recommendation]]\nid = '1'\ntext = 'one'\nprofile = { savings = { total = 9 } }")
    table = tables.net(review_standing(alone, DAY))
    assert (rows(table)[-1][0], table.notes) == ("In no year", ())
    late = review_of(
        "[[recommendation]]\nid = '1'\ntext = 'one'\nprofile = { savings = { total = 9 } }\n"
        "costs = [{ column = 'net potential savings', value = 9, depends_on = ['1a'] }]\n"
        "part = [{ id = '1a', text = 'act' }]"
    )
    assert rows(tables.at_risk(review_standing(late, DAY))) == [
        ["1/costs/1", "savings", "1a", "", "never", "9", "9", "9", "", "9"]
    ]


def test_tables_of_several_reviews_are_joined(standing: ReviewStanding) -> None:
    """Each row has its review; years that only one has are blank in the other."""
    other = review_standing(review_of(TEXT.replace('"05-06"', '"06-07"')), DAY)
    table = joined([("one", tables.kinds_of_saving(standing)), ("two", tables.kinds_of_saving(other))])
    assert [column.label for column in table.columns] == ["", "2004-05", "2005-06", "Total", "2006-07"]
    assert rows(table) == [
        ["one", "Cashable, net", "240", "240", "480", ""],
        ["two", "Cashable, net", "240", "", "480", "240"],
    ]


def test_in_brief_the_plan_is_not_repeated(standing: ReviewStanding) -> None:
    """One review of many shows its money where something was told or waits, and not where it comes from."""
    assert [table.name for table in tables.money_tables(standing, brief=True)] == [
        *("at-risk", "net", "savings", "amounts")
    ]
    assert [table.name for table in tables.money_tables(standing)][-2:] == ["funding", "kinds"]
    plan = "[[recommendation]]\nid = '1'\ntext = 'one'\nprofile = { savings = { '03-04' = 9 } }"
    assert tables.money_tables(review_standing(review_of(plan), DAY), brief=True) == []


def test_the_portfolio_says_what_is_at_risk(standing: ReviewStanding) -> None:
    """Each review has its own: 60 of the savings; a cost that is not spent is no risk."""
    table = portfolio([standing, review_standing(review_of(""), DAY)])
    at = [column.label for column in table.columns].index("At risk")
    assert [cells[at].text for cells in table.cells] == ["60 (£k)", ""]
