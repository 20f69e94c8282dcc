"""Outcomes on a screen: where each line stands, what it aims at, and its figures by period."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bvtrack.app.show.outcomes import Outcome, course, outcomes
from bvtrack.app.show.view import ReviewView
from bvtrack.core.edit import with_event
from bvtrack.files.review_file import read_review
from example_review import review_of

if TYPE_CHECKING:
    from bvtrack.core.plain import Plain
    from bvtrack.core.review import Review

FILE = Path(__file__).parents[3] / "reviews" / "hertfordshire-services-to-schools-2002.toml"
MAY = dt.date(2003, 5, 31)


@pytest.fixture(scope="module")
def view() -> ReviewView:
    """The review in May 2003, with some figures recorded."""
    review = read_review(FILE).review
    told: tuple[tuple[str, str, str, int | None], ...] = (
        ("1.1", "2002-03", "58%", None),
        ("2.1", "2002", "3.4%", None),
        ("1.2", "2002", "97%", 1),
        ("4.2", "2003-04", "62%", None),
        ("3.1", "2002", "18%", None),
        ("3.1", "2002", "14%", None),
        ("3.2", "Mar 2002", "13%", None),
    )
    for address, period, value, line in told:
        event: dict[str, Plain | None] = {"date": MAY, "kind": "actual", "period": period, "value": value, "line": line}
        review = with_event(review, address, event)
    return ReviewView(review, MAY, MAY)


def outcome(view: ReviewView, address: str) -> Outcome:
    """Give the line at an address."""
    return next(one for group in outcomes(view) for one in group.outcomes if one.address == address)


@pytest.mark.parametrize(
    ("address", "standing"),
    [
        ("1.1", "N not met"),
        ("2.1", "M met"),
        ("1.2/1", "M met"),
        ("1.2/2", "W figure due"),
        ("1.3", "W figure due"),
        ("1.4", "W report overdue"),
        ("2.5", "– target to be set"),
        ("3.3", "– target to be set"),
        ("2.3", "– no target"),
        ("3.1", "M met"),
    ],
)
def test_each_line_says_where_it_stands(view: ReviewView, address: str, standing: str) -> None:
    """A letter and a word say whether the target is met, or what is wanting."""
    assert str(outcome(view, address).status) == standing


def test_a_line_shows_its_figures_with_their_periods(view: ReviewView) -> None:
    """Baseline, next target and latest figure stand with their periods; a milestone by its period alone."""
    one = outcome(view, "1.1")
    assert (one.baseline, one.target, one.actual, one.way, one.of) == (
        "56% 2001-02",
        "65% 2004?",
        "58% 2002-03",
        "↑ rise",
        "users",
    )
    assert outcome(view, "1.3").target == "by Jun 2002"
    assert outcome(view, "2.1").way == "↓ fall"


def test_a_measure_of_several_lines_stands_above_them(view: ReviewView) -> None:
    """The measure has its words, each line its own print, and says what it is under."""
    assert outcome(view, "1.2").status.word == ""
    line = outcome(view, "1.2/3")
    assert line.under == "1.2"
    assert line.text.startswith("Primary (Leadership & Management)")


def test_recommendations_without_measures_are_left_out(view: ReviewView) -> None:
    """Recommendation 5 has none."""
    assert [group.address for group in outcomes(view)] == ["1", "2", "3", "4"]


def test_figures_stand_by_period(view: ReviewView) -> None:
    """Each period has what was aimed at and what came of it; the last word counts, a doubtful period is queried."""
    found = course(view, "1.1")
    assert found is not None
    assert [(mark.period, mark.target, mark.actual, mark.start) for mark in found.marks] == [
        ("2001-02", "56%", "", True),
        ("2002-03", "60%", "58%", False),
        ("2004?", "65%", "", False),
        ("2004-05", "70%", "", False),
    ]
    vacancies = course(view, "3.1")
    assert vacancies is not None
    assert [mark.actual for mark in vacancies.marks] == ["", "14%", ""]
    turnover = course(view, "3.2")
    assert turnover is not None
    assert [(mark.period, mark.actual) for mark in turnover.marks][1] == ("Mar 2002", "13%")


def test_what_can_be_drawn_is_drawn(view: ReviewView) -> None:
    """Points have the last day of their period; ranges have both bounds; a doubtful period has no place."""
    found = course(view, "4.2")
    assert found is not None
    assert [(str(point.on), str(point.low), str(point.high)) for point in found.trajectory] == [
        ("2004-03-31", "60", "65"),
        ("2005-03-31", "70", "75"),
    ]
    assert [(point.period, str(point.low)) for point in found.actuals] == [("2003-04", "62")]
    assert found.unit == "%"
    users = course(view, "1.1")
    assert users is not None
    assert len(users.trajectory) == 3


def test_only_lines_have_a_course(view: ReviewView) -> None:
    """A measure of several lines, and what is no measure, have none."""
    assert course(view, "1.2") is None
    assert course(view, "2c") is None


def test_later_figures_are_not_known_yet(view: ReviewView) -> None:
    """On an earlier day nothing had come."""
    earlier = ReviewView(view.review, dt.date(2003, 1, 1), MAY)
    assert outcome(earlier, "1.1").actual == ""
    found = course(earlier, "1.1")
    assert found is not None
    assert found.actuals == ()


def test_a_met_target_whose_next_is_due_says_both() -> None:
    """A figure that met its target does not hide that the next is wanted."""
    target = '"From 20% in 2001 to 15% in 2002 and to 10% in 2003"'
    event = '{ date = 2003-01-31, kind = "actual", period = "2002", value = "%s" }'
    for value, told in (("14%", "W met, next due"), ("16%", "W not met, next due")):
        measure = f'{{ id = "1.1", text = "x", direction = "fall", targets = [{target}], event = [{event % value}] }}'
        review: Review = review_of(f'recommendation = [{{ id = "1", text = "x", measure = [{measure}] }}]')
        late = dt.date(2004, 6, 1)
        assert str(outcome(ReviewView(review, late, late), "1.1").status) == told


def lines(targets: str, *events: str, at: str, direction: str = "rise") -> ReviewView:
    """Give a review of one measure with a target line and events on a day."""
    told = ", ".join(f"{{ date = 2002-05-01, {event} }}" for event in events)
    measure = f'{{ id = "1.1", text = "x", direction = "{direction}", targets = ["{targets}"], event = [{told}] }}'
    review = review_of(f'recommendation = [{{ id = "1", text = "x", measure = [{measure}] }}]')
    return ReviewView(review, dt.date.fromisoformat(at), dt.date.fromisoformat(at))


FALLING = "From 20% in 2001 to 15% in 2002 and to 10% in 2003"
INCOME = "10% increase in income generation by 2003. Future targets set from this figure"


@pytest.mark.parametrize(
    ("targets", "event", "at", "status"),
    [
        (FALLING, 'kind = "actual", value = "18%", period = "Sep 2002"', "2002-11-01", "B behind"),
        (FALLING, 'kind = "actual", value = "16%", period = "Sep 2002"', "2002-11-01", "? not judged"),
        (FALLING, 'kind = "actual", value = "18%", period = "Sep 2002"', "2003-01-01", "W figure due"),
        (FALLING, 'kind = "note", reason = "x"', "2002-11-01", "– no figure"),
        (INCOME, 'kind = "note", reason = "x"', "2003-12-31", "– target to be set"),
        (INCOME, 'kind = "note", reason = "x"', "2004-01-01", "W target overdue"),
        ("6 monthly report", 'kind = "note", reason = "x"', "2002-10-22", "– report to come"),
        ("6 monthly report", 'kind = "note", reason = "x"', "2002-10-23", "W report overdue"),
        ("termly report", 'kind = "note", reason = "x"', "2002-10-23", "? not judged"),
    ],
)
def test_what_is_behind_and_what_is_promised(targets: str, event: str, at: str, status: str) -> None:
    """That a measure is behind, and promises that are not kept, go before what is no news."""
    assert str(outcome(lines(targets, event, at=at, direction="fall"), "1.1").status) == status


def test_where_it_should_be_and_where_it_lands() -> None:
    """It is told in the words of tables, each way to land for itself, and drawn ahead from the latest figure."""
    figure = 'kind = "actual", value = "18%", period = "Sep 2002"'
    forecast = 'kind = "forecast", value = "13%", period = "2003", reason = "two posts"'
    found = course(lines(FALLING, figure, forecast, at="2002-12-02", direction="fall"), "1.1")
    assert found is not None
    # 20 - 5 × 336/365 = 15.40 on the day; 20 - 2 × 730/273 = 14.65 by the end of 2003
    assert [(told.label, told.text) for told in found.told] == [
        ("Should be", "15.4% on 2 Dec 2002"),
        ("Lands at", "13% (forecast: two posts), misses its target"),
        ("Lands at", "14.7% (last step), misses its target"),
    ]
    assert [(str(point.on), str(point.low)) for point in found.ahead] == [("2002-09-30", "18"), ("2003-12-31", "13")]


def test_what_has_landed_lies_not_ahead() -> None:
    """Once the figure of the last period is there nothing is expected any more; without figures nothing can be."""
    figure = 'kind = "actual", value = "9%", period = "2003"'
    found = course(lines(FALLING, figure, at="2004-12-02", direction="fall"), "1.1")
    assert found is not None
    assert ([told.label for told in found.told], found.ahead) == (["Should be"], ())
    none = course(lines("60% in 2003", at="2002-12-02"), "1.1")
    assert none is not None
    assert (none.told, none.ahead) == ((), ())


def test_promises_and_the_record_of_reports() -> None:
    """By when targets are to be set, when the next report is due, and which were made."""
    unset = course(lines(INCOME, at="2004-12-02"), "1.1")
    assert unset is not None
    assert [(told.label, told.text) for told in unset.told] == [("Promised", "target overdue since 31 Dec 2003")]
    report = 'kind = "report", reason = "to the panel"'
    panel = course(lines("6 monthly report", report, at="2002-06-01"), "1.1")
    assert panel is not None
    assert [(told.label, told.text) for told in panel.told] == [
        ("Promised", "report due 1 Nov 2002"),
        ("Made", "1 May 2002: to the panel"),
    ]
