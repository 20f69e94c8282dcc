"""Recommendations as a tree, and the detail of each recommendation, part and step."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bvtrack.app.show.recommendations import Detail, Section, detail, tree
from bvtrack.app.show.view import ReviewView
from bvtrack.core.edit import with_event
from bvtrack.files.review_file import read_review
from example_review import review_of

if TYPE_CHECKING:
    from bvtrack.core.plain import Plain
    from bvtrack.core.review import Review

FILE = Path(__file__).parents[3] / "reviews" / "hertfordshire-services-to-schools-2002.toml"
Event = dict[str, "Plain | None"]
OCTOBER = dt.date(2002, 10, 1)


@pytest.fixture(scope="module")
def review() -> Review:
    """The Hertfordshire review, fresh."""
    return read_review(FILE).review


def seen(review: Review, as_at: dt.date = OCTOBER) -> ReviewView:
    """See a review on a day."""
    return ReviewView(review, as_at, as_at)


def detail_of(review: Review, address: str, as_at: dt.date = OCTOBER) -> Detail:
    """Give the detail of what is there."""
    found = detail(seen(review, as_at), address)
    assert found is not None
    return found


def section(of: Detail, heading: str) -> Section:
    """Give the section under a heading."""
    return next(one for one in of.sections if one.heading == heading)


def facts(of: Detail, heading: str = "") -> dict[str, str]:
    """Give the facts under a heading as texts by label."""
    return {fact.label: fact.text for fact in section(of, heading).facts}


def test_the_tree_holds_recommendations_parts_and_steps(review: Review) -> None:
    """Each line has its address and depth; a recommendation counts its actions done, an action its steps."""
    done = with_event(with_event(review, "2a", _did("complete")), "2b/1", _did("complete"))
    second = tree(seen(done))[1]
    assert (second.address, second.depth, second.done, second.status) == ("2", 0, "1/4", None)
    assert [(one.address, one.done, one.due, one.ticked) for one in second.below] == [
        ("2a", "0/1", "Jul 2002", True),
        ("2b", "1/2", "Sep 2002", False),
        ("2c", "0/5", "Dec 2002", False),
        ("2d", "0/9", "Sep 2002", False),
    ]
    assert [(one.address, one.depth, one.ticked) for one in second.below[1].below] == [
        ("2b/1", 2, True),
        ("2b/2", 2, False),
    ]


def test_the_tree_shows_the_forecast_where_there_is_one(review: Review) -> None:
    """When an action is expected goes before when it is due."""
    moved = with_event(review, "2b", {"date": OCTOBER, "kind": "forecast", "value": "Nov 2002"})
    assert tree(seen(moved))[1].below[1].due == "Nov 2002"


def test_a_recommendation_tells_its_money_as_printed(review: Review) -> None:
    """Cost lines say their column, funding and part; the profile stands by year, with separators."""
    told = detail_of(review, "2")
    assert [(fact.label, fact.text, fact.address) for fact in section(told, "Costs").facts] == [
        ("£5k £8k", "one-off · existing budget", "2/costs/1"),
        ("£347k", "annual · existing budget", "2/costs/2"),
        ("£240k", "savings", "2/costs/3"),
    ]
    table = section(told, "By year").table
    assert table is not None
    assert [column.label for column in table.columns] == ["2002-03", "2003-04", "2004-05", "2005-06", "Total"]
    assert [[cell.text for cell in cells] for cells in table.cells] == [
        ["13", "347", "347", "347", "1,054"],
        ["", "", "240", "240", "480"],
    ]
    assert [cells[-1].address for cells in table.cells] == ["2/budget", "2/savings"]
    assert facts(told, "Wordings") == {"Appendix 2": "Improve school performance"}


def test_a_cost_line_says_all_it_knows() -> None:
    """Years, funding of its own, a first amount, what it waits for and where it is printed are told."""
    told = review_of("""
        funding = "existing"
        [[recommendation]]
        id = "1"
        text = "One"
        [[recommendation.costs]]
        part = "1a"
        column = "annual"
        value = "£7k"
        start = "2002-03"
        end = "2003-04"
        funding = "new"
        first = "£3k"
        depends_on = ["1b"]
        place = "section 6"
        [[recommendation.costs]]
        column = "one-off"
        value = "£1k"
        year = "2003-04"
        funding = "grant"
        [recommendation.profile]
        budget = { "02-03" = "TBC", total = "n/a" }
    """)
    costs = [fact.text for fact in section(detail_of(told, "1"), "Costs").facts]
    assert costs == [
        "annual · from 2002-03 to 2003-04 · for 1a · new money · first £3k · after 1b · section 6",
        "one-off · in 2003-04 · grant",
    ]
    table = section(detail_of(told, "1"), "By year").table
    assert table is not None
    assert [cell.text for cell in table.cells[0]] == ["TBC", "", "", "", "n/a"]


def test_measures_are_told_with_targets_and_the_latest_figure(review: Review) -> None:
    """A measure of several target lines has each for itself; a figure says whether it met its target."""
    event: Event = {"date": OCTOBER, "kind": "actual", "period": "2002-03", "value": "61%"}
    told = section(detail_of(with_event(review, "1.1", event), "1"), "Measures").facts
    assert told[0].more == (
        "From 56% in 2001.02 to 60% in 02/03, 65% in 04 and 70% in 04/05",
        "latest 61% in 2002-03, met",
    )
    assert [fact.address for fact in told] == ["1.1", "1.2", "1.2/1", "1.2/2", "1.2/3", "1.2/4", "1.3", "1.4"]
    assert section(detail_of(review, "2"), "Measures").facts[2].more == ("no target",)


def test_figures_are_told_in_the_order_of_their_days(review: Review) -> None:
    """Money and measures stand together under Progress of their recommendation, up to the date spoken for."""
    money: Event = {"stream": "budget", "year": "2003-04", "value": "£44k"}
    told = with_event(review, "1", {"date": dt.date(2002, 9, 3), "kind": "forecast", **money, "reason": "pay"})
    told = with_event(told, "1", {"date": dt.date(2002, 12, 3), "kind": "actual", **money})
    told = with_event(told, "1.1", {"date": dt.date(2002, 8, 1), "kind": "note", "reason": "asked", "by": "Pat"})
    progress = section(detail_of(told, "1"), "Progress").facts
    assert [(fact.label, fact.text, fact.address, fact.more) for fact in progress] == [
        ("1 Aug 2002", "1.1 noted", "1.1", ("asked (Pat)",)),
        ("3 Sep 2002", "budget 2003-04 now expected at £44k", "1/budget/2003-04", ("pay",)),
    ]


def test_an_action_says_where_it_stands(review: Review) -> None:
    """Status, deadlines, owner, slippage and steps are told, and what happened in order, reasons and minutes too."""
    told = with_event(review, "3b/1", _did("complete"))
    why: Event = {"reason": "the audit took longer", "minute": "Cabinet 14/02", "by": "Gill"}
    told = with_event(told, "3b", {"date": dt.date(2002, 8, 1), "kind": "re-baseline", "value": "Aug 2002", **why})
    told = with_event(told, "3b", {"date": dt.date(2002, 9, 1), "kind": "forecast", "value": "Nov 2002"})
    shown = detail_of(told, "3b")
    assert facts(shown) == {
        "Status": "O overdue",
        "Due": "Aug 2002, first Jul 2002",
        "Forecast": "Nov 2002",
        "Late by": "4 months (122 days)",
        "Owner": "Gill Jones",
        "Started": "1 Aug 2002",
        "Moved": "2 times",
        "Steps": "1 of 6 done",
    }
    assert [fact.label for fact in section(shown, "Steps").facts] == ["[x]"] + ["[ ]"] * 5
    assert [(fact.text, fact.more) for fact in section(shown, "Progress").facts] == [
        ("deadline moved to Aug 2002", ("the audit took longer (Cabinet 14/02, Gill)",)),
        ("now expected by Nov 2002", ()),
    ]
    assert facts(shown, "Costs") == {"£4k": "one-off · existing budget"}


def test_an_action_is_shown_with_the_measures_that_show_its_effect(review: Review) -> None:
    """A measure that names the part stands with it."""
    assert [fact.address for fact in section(detail_of(review, "1a"), "Measures").facts] == ["1.3"]


def test_a_step_says_where_it_stands_and_what_it_is_under(review: Review) -> None:
    """It has its action's deadline and owner unless it has its own."""
    shown = detail_of(with_event(review, "2a/1", _did("complete")), "2a/1")
    assert (shown.kind, shown.text) == ("Step", "Strengthen the adviser team")
    assert facts(shown)["Finished"] == "1 Aug 2002"
    assert [fact.address for fact in section(shown, "Under").facts] == ["2a"]
    assert facts(shown, "Progress") == {"1 Aug 2002": "completed"}


def test_what_is_not_said_is_named_as_missing() -> None:
    """An action without deadline and owner says so."""
    told = review_of('[[recommendation]]\nid = "1"\ntext = "One"\npart = [{ id = "1a", text = "Act" }]')
    assert facts(detail_of(told, "1a")) == {"Status": "N not started", "Due": "no date", "Owner": "nobody"}
    assert [one.heading for one in detail_of(told, "1").sections] == ["Actions"]


def test_an_address_of_nothing_has_no_detail(review: Review) -> None:
    """Neither a measure nor a step that is not there has one."""
    assert detail(seen(review), "1.1") is None
    assert detail(seen(review), "2a/9") is None


def _did(kind: str) -> Event:
    return {"date": dt.date(2002, 8, 1), "kind": kind}
