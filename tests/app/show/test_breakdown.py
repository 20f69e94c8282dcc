"""What figures and things are made of: print, reading, sums, cost lines, progress, findings and changes."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bvtrack.app.desk import open_desk
from bvtrack.app.history import log, undo
from bvtrack.app.record import Because, record_money
from bvtrack.app.show.breakdown import RULE, Breakdown, Line, breakdown
from bvtrack.app.show.view import ReviewView
from bvtrack.core.edit import with_event, with_item, with_value
from bvtrack.files.review_file import read_review

if TYPE_CHECKING:
    from bvtrack.core.plain import Plain
    from bvtrack.core.review import Review

FILE = Path(__file__).parents[3] / "reviews" / "hertfordshire-services-to-schools-2002.toml"
REVIEW = read_review(FILE).review
Event = dict[str, "Plain | None"]
MAY = dt.date(2003, 5, 31)


def broken_down(address: str, review: Review = REVIEW, as_at: dt.date = REVIEW.date) -> Breakdown:
    """Break something of a review down."""
    return breakdown(ReviewView(review, as_at, as_at), address)


def lines(found: Breakdown, heading: str) -> tuple[Line, ...]:
    """Give the lines under a heading; none where it is not there."""
    return next((one.lines for one in found.sections if one.heading == heading), ())


def sums(found: Breakdown, heading: str) -> list[tuple[str, str]]:
    """Give the lines of a sum as labels and figures."""
    return [(one.label, one.figure) for one in lines(found, heading)]


def test_a_total_shows_the_sum_worked() -> None:
    """A recommendation's total is set beside its years, with its print, reading and cost lines."""
    found = broken_down("1/budget")
    assert (found.title, found.about) == ("Rec 1 budget 2002 – 2006", "Get to know schools better")
    assert lines(found, "")[:2] == (Line("Printed", "“127”"), Line("Read as", "£127,000, to the nearest £1,000"))
    years = [("2002-03", "7"), ("2003-04", "40"), ("2004-05", "40"), ("2005-06", "40")]
    assert sums(found, "Sum by year") == [
        *years,
        ("", RULE),
        ("Adds up to", "127"),
        ("Printed", "127"),
        ("✓ holds", ""),
    ]
    assert [(one.text, one.figure) for one in lines(found, "Cost lines")] == [("one-off", "£7k"), ("annual", "£33k")]
    assert lines(found, "Findings")[0].label == "FIN106 1/budget"
    assert lines(found, "Findings")[1].text == "It fits if the £7k one-off recurs every year."


def test_a_wrong_total_shows_by_how_much() -> None:
    """The difference between print and sum is told."""
    found = broken_down("totals/budget", with_value(REVIEW, "totals/budget", "1364"))
    assert sums(found, "Sum by recommendation")[-3:] == [
        ("Adds up to", "1,346"),
        ("Printed", "1,364"),
        ("Difference", "18"),
    ]
    assert sums(found, "Sum by year")[-1] == ("Difference", "18")


def test_a_year_of_a_stream_adds_its_recommendations() -> None:
    """A year total that is not printed is worked out of the recommendations."""
    found = broken_down("totals/income/2003-04")
    assert sums(found, "Sum by recommendation") == [("Rec 4", "85"), ("", RULE), ("Adds up to", "85")]
    assert not lines(found, "Sum by year")
    assert lines(found, "")[0].text == "nothing: worked out, or blank"


def test_the_net_position_is_budget_less_savings_and_income() -> None:
    """It is worked by stream and by year, with what is found about it."""
    found = broken_down("review/net")
    streams = [("Budget", "1,346"), ("Savings", "-480"), ("Income", "-255")]
    assert sums(found, "Sum by stream") == [*streams, ("", RULE), ("Adds up to", "611")]
    assert sums(found, "Sum by year")[-1] == ("Adds up to", "611")
    assert [one.label for one in lines(found, "Findings") if one.label != "→"] == ["FIN118 review"]
    stated = broken_down("review/net", with_value(REVIEW, "review/net", "£611k"))
    assert sums(stated, "Sum by stream")[-1] == ("✓ holds", "")


def test_an_amount_shows_its_layers_and_progress() -> None:
    """What was recorded of it stands in order, with who did; what is of other years does not."""
    review = REVIEW
    for year, value in (("2004-05", "180"), ("2005-06", "200")):
        event: Event = {"date": MAY, "kind": "forecast", "stream": "savings", "year": year, "value": value, "by": "Pat"}
        review = with_event(review, "2", {**event, "reason": "late start", "minute": "12/03"})
    found = broken_down("2/savings/2004-05", review, MAY)
    assert sums(found, "Layers") == [("Plan", "240"), ("Forecast", "180"), ("Variance", "-60")]
    assert lines(found, "Progress") == (Line("31 May 2003", "forecast 2004-05 late start (12/03, Pat)", "180"),)
    assert len(lines(broken_down("2/savings", review, MAY), "Progress")) == 2
    assert lines(found, "Findings")[0].label == "DEL608 2/savings/2004-05"
    assert not lines(broken_down("2/savings/2005-06", REVIEW, MAY), "Findings")


def test_cost_lines_say_when_and_for_what() -> None:
    """A cost line that has a part, years or a place of its own says so."""
    fields = {
        "column": "annual",
        "value": "£2k",
        "part": "1a",
        "start": "2003-04",
        "end": "2004-05",
        "place": "minute 3",
    }
    found = broken_down("1/budget", with_item(REVIEW, "1", "cost", fields))
    assert lines(found, "Cost lines")[-1] == Line(
        "1/costs/3", "annual · for 1a · from 2003-04, to 2004-05 · minute 3", "£2k"
    )


def test_a_measure_shows_its_figures_and_reading() -> None:
    """Figures stand by period, each line of several for itself, with what was recorded."""
    event: Event = {"date": MAY, "kind": "actual", "period": "2002", "value": "97%", "line": 1, "by": "Jeff Smith"}
    review = with_event(REVIEW, "1.2", event)
    measure = broken_down("1.2", review, MAY)
    assert measure.title == "Measure 1.2"
    assert lines(measure, "Target 1.2/1")[:2] == (Line("2001", "start 95.6%"), Line("2002", "target 96.7%", "97%"))
    target = broken_down("1.2/1", review, MAY)
    assert lines(target, "")[1].text == "from 95.6% in 2001 to 96.7% in 2002, 97.8% in 2003"
    assert lines(target, "Figures")[1].figure == "97%"
    assert lines(target, "Progress") == (Line("31 May 2003", "actual 2002 (Jeff Smith)", "97%"),)
    assert not lines(broken_down("1.2/2", review, MAY), "Progress")
    assert not lines(broken_down("2.3"), "Figures")


@pytest.mark.parametrize(
    ("address", "title", "said"),
    [
        ("2c", "Action 2c", "Jenny Newman"),
        ("2", "Recommendation 2", "Improve school performance"),
        ("2c/1", "Step 2c/1", "not started"),
        ("4/costs/3", "Cost 4/costs/3", "£3k + training in Rec 3c"),
        ("person/1", "Person person/1", "Les Craggs"),
        ("review", "review", "Hertfordshire County Council"),
        ("area/6", "area/6", "No recommendation addresses"),
        ("nowhere", "nowhere", ""),
    ],
)
def test_anything_with_an_address_can_be_opened(address: str, title: str, said: str) -> None:
    """Actions, costs, people and the rest say what there is to know of them."""
    found = broken_down(address)
    assert found.title == title
    assert any(said in line.text for section in found.sections for line in section.lines) or not said


def test_waived_findings_say_so() -> None:
    """A waived finding stands quietly, with its grounds."""
    fields = {"code": "FIN106", "address": "1/budget", "reason": "agreed", "by": "Pat", "until": "2002-12-31"}
    found = lines(broken_down("1/budget", with_item(REVIEW, "", "waiver", fields)), "Findings")
    assert found[0].tone == "quiet"
    assert found[-1].text == "waived by Pat until 31 Dec 2002: agreed"


def test_changes_tell_who_did_what(tmp_path: Path) -> None:
    """The entries of the log about it stand newest first, those taken back marked."""
    now = dt.datetime(2003, 5, 31, 12, tzinfo=dt.UTC)
    with open_desk(tmp_path / "b.db", "Pat", lambda: now, create=True) as desk:
        desk.store.add(REVIEW, "", desk.entry("import", "imported"))
        where = (REVIEW.id, "2/savings/2004-05")
        record_money(desk, where, "forecast", Because(reason="late start"), value="180")
        undo(desk)
        view = ReviewView(desk.review(REVIEW.id), MAY, MAY)
        changes = lines(breakdown(view, where[1], log(desk, REVIEW.id, where[1])), "Changes")
    assert any("late start" in one.text and "31 May 2003 Pat" in one.text for one in changes)
    assert any("taken back by change" in one.text for one in changes)
