"""Measures in words: figures that were worked out, where they land, and what is due."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

import pytest

from bvtrack.delivery.measure_words import lands, per_cent, should_be, statuses
from bvtrack.delivery.measures import MeasureStanding, measures
from example_review import review_of


def standing(target: str, *events: str, more: str = 'direction = "rise"', at: str = "2003-06-01") -> MeasureStanding:
    """Give where a measure with one target line stands."""
    review = review_of(f"""
[[recommendation]]
id = "1"
text = "one"
[[recommendation.measure]]
id = "1.1"
text = "what is measured"
{more}
targets = ["{target}"]
event = [{", ".join(f"{{ date = 2002-05-01, {event} }}" for event in events)}]
""")
    (one,) = measures(review, dt.date.fromisoformat(at))
    return one


@pytest.mark.parametrize(
    ("target", "on", "said"),
    [
        # 56 + 4 × 90/365 = 56.986; 12.5 + 1 × 90/365 = 12.747
        ("From 56% in 2001 to 60% in 2002", "2002-03-31", "57%"),
        ("From 12.5 days in 2001 to 13.5 days in 2002", "2002-03-31", "12.75 days"),
        # 1,000 + 500 × 90/365 = 1,123.29 pounds, schools: 100 + 5 × 90/365 = 101.23
        ("From £1,000 in 2001 to £1,500 in 2002", "2002-03-31", "£1,123"),
        ("From 100 schools in 2001 to 105 schools in 2002", "2002-03-31", "101.2 schools"),
        # 50 + 10 × 90/365 = 52.466, 55 + 10 × 90/365 = 57.466
        ("From 50-55% in 2001 to 60-65% in 2002", "2002-03-31", "52.5-57.5%"),
        ("From 56% in 2001 to 60% in 2002", "2002-12-31", "60%"),
        ("60% in 2002", "2002-03-31", ""),
    ],
)
def test_where_a_measure_should_be(target: str, on: str, said: str) -> None:
    """A figure has a place more than those printed, halves go up, and noughts at the end go."""
    assert should_be(standing(target), dt.date.fromisoformat(on)) == said


FORECAST = 'kind = "forecast", value = "58%", period = "2003"'


@pytest.mark.parametrize(
    ("events", "more", "said"),
    [
        ((), 'direction = "rise"', ""),
        ((FORECAST,), 'direction = "rise"', "58% (forecast), misses its target"),
        (
            (f'{FORECAST}, reason = "two posts are vacant"',),
            'direction = "rise"',
            "58% (forecast: two posts are vacant), misses its target",
        ),
        ((FORECAST,), 'direction = "fall"', "58% (forecast), meets its target"),
        # 50 + 10 × 730/365
        (
            ('kind = "actual", value = "60%", period = "2002"',),
            'direction = "rise"',
            "70% (last step), meets its target",
        ),
        # the figure of that period is there
        (('kind = "actual", value = "60%", period = "2003"',), 'direction = "rise"', ""),
    ],
)
def test_where_a_measure_lands(events: tuple[str, ...], more: str, said: str) -> None:
    """The surest way is told, with the reason of a forecast; once the figure is there it speaks for itself."""
    assert lands(standing("From 50% in 2001 to 65% in 2003", *events, more=more)) == said


def test_a_landing_that_is_not_judged() -> None:
    """Without a good way, or across the target, only the figure is told."""
    assert lands(standing("60% in 2003", FORECAST, more="")) == "58% (forecast)"
    across = 'kind = "forecast", value = "58-62%", period = "2003"'
    assert lands(standing("60% in 2003", across)) == "58-62% (forecast)"


@pytest.mark.parametrize(
    ("target", "events", "said"),
    [
        ("60% in 2003", (), ["no figure"]),
        ("60% in 2002", (), ["figure due"]),
        ("From 50% in 2001 to 65% in 2003", ('kind = "actual", value = "51%", period = "Dec 2002"',), ["behind"]),
        ("From 50% in 2001 to 65% in 2003", ('kind = "actual", value = "51%", period = "2003"',), ["not met"]),
        ("Targets set from this data", (), ["target to be set"]),
        ("Data gathered with a view to setting targets for 2003-2004", (), ["target to be set by 31 Mar 2004"]),
        ("Data gathered with a view to setting targets for 2002-2003", (), ["target overdue since 31 Mar 2003"]),
        ("6 monthly report", (), ["report overdue since 22 Oct 2002"]),
        ("annual report", ('kind = "report", reason = "the first"',), ["report overdue since 1 May 2003"]),
        ("report every two years", (), ["report due 22 Apr 2004"]),
        ("termly report", (), []),
    ],
)
def test_what_there_is_to_say(target: str, events: tuple[str, ...], said: list[str]) -> None:
    """The verdict, or that it is behind its line; then what is due: figures, targets, reports."""
    assert list(statuses(standing(target, *events))) == said


def test_a_percentage_that_was_worked_out() -> None:
    """It has a decimal place, unless that is nought."""
    assert [per_cent(Fraction(*value)) for value in ((100, 3), (120, 2), (6645, 100))] == ["33.3%", "60%", "66.5%"]
