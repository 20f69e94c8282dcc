"""Where a measure should be, is, and will land: worked cases, each with its sum written out, and what always holds."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bvtrack.delivery.landing import Band, How, Landing, behind, expected, landings, trajectory
from bvtrack.delivery.measures import MeasureStanding, Verdict, measures
from example_review import review_of

LATE = "2009-01-01"
RISING = "From 56% in 2001 to 60% in 2002 and 65% in 2003"
FALLING = "From 20% in 2001 to 15% in 2002 and to 10% in 2003"
BANDS = "Currently 50-55% rising to 60-65% in 2003/04 and 70-75% in 2004/05"
TENTH = "10% increase in income generation by 2003. Future targets set from this figure"
TO_BE_SET = "First survey still to be carried out. Targets set from this data"
STEADY = "From 50% in 2001 to 60% in 2004"
RISE, FALL = 'direction = "rise"', 'direction = "fall"'


def figure(kind: str, value: str, period: str, reason: str = "") -> str:
    """Write an event that gives a figure."""
    why = f', reason = "{reason}"' if reason else ""
    return f'{{ date = 2002-05-01, kind = "{kind}", value = "{value}", period = "{period}"{why} }}'


def actual(value: str, period: str) -> str:
    """Write a figure as it turned out."""
    return figure("actual", value, period)


def standing(target: str, *events: str, more: str = RISE, at: str = LATE) -> MeasureStanding:
    """Give where a measure with one target line stands; the review is of 22 April 2002."""
    review = review_of(f"""
[[recommendation]]
id = "1"
text = "one"
[[recommendation.measure]]
id = "1.1"
text = "what is measured"
{more}
targets = ["{target}"]
event = [{", ".join(events)}]
""")
    (one,) = measures(review, dt.date.fromisoformat(at))
    return one


def line(start: int | str, change: int | str, days: int, of: int) -> Fraction:
    """Add to a start so much of a change as so many days are of all."""
    return Fraction(start) + Fraction(change) * Fraction(days, of)


def band(low: Fraction | int | str, high: Fraction | int | str | None = None) -> Band:
    """Make a band, or a single figure."""
    return Band(Fraction(low), Fraction(low if high is None else high))


@pytest.mark.parametrize(
    ("target", "more", "events", "on", "should_be"),
    [
        # between two targets: 60% on 31 Dec 2002, 65% on 31 Dec 2003, 182 of 365 days gone: 60 + 5 × 182/365 = 62.49
        (RISING, RISE, (), "2003-07-01", band(line(60, 5, 182, 365))),
        # on the last day of a target's period it is the target; the day after, a 365th of the way on
        (RISING, RISE, (), "2002-12-31", band(60)),
        (RISING, RISE, (), "2003-01-01", band(line(60, 5, 1, 365))),
        # before the baseline's period is over it is where it starts, and after the last target it stays
        (RISING, RISE, (), "2001-06-30", band(56)),
        (RISING, RISE, (), "2006-06-30", band(65)),
        # a falling measure: 20% on 31 Dec 2001, 15% on 31 Dec 2002, 273 of 365 days: 20 - 5 × 273/365 = 16.26
        (FALLING, FALL, (), "2002-09-30", band(line(20, -5, 273, 365))),
        # in steps it stays where the last period over left it
        (FALLING, f'{FALL}\ncourse = "steps"', (), "2002-12-30", band(20)),
        (FALLING, f'{FALL}\ncourse = "steps"', (), "2002-12-31", band(15)),
        (FALLING, f'{FALL}\ncourse = "line"', (), "2002-09-30", band(line(20, -5, 273, 365))),
        # a band, from the report of 22 April 2002 to 31 March 2004 in 709 days, 343 of them by 31 March 2003:
        # 50 + 10 × 343/709 = 54.84 to 55 + 10 × 343/709 = 59.84
        (BANDS, RISE, (), "2003-03-31", band(line(50, 10, 343, 709), line(55, 10, 343, 709))),
        # relative, without a baseline: nothing can be expected
        (TENTH, RISE, (), "2003-03-31", None),
        # relative, from £85,000 in 2001-02: £85,000 × 110/100 = £93,500 by 31 December 2003, which is 640 days on;
        # 365 of them are gone by 31 March 2003: 85,000 + 8,500 × 365/640 = 89,847.66
        (TENTH, RISE, (figure("baseline", "£85,000", "2001-02"),), "2003-03-31", band(line(85000, 8500, 365, 640))),
        # still to be set
        (TO_BE_SET, RISE, (), "2003-03-31", None),
        # no baseline: nothing before the first target, then on from there (31 Dec 2002 to 31 Dec 2003: 90 of 365 days)
        ("15% by the end of 2002 and 35% by the end of 2003", RISE, (), "2002-12-30", None),
        ("15% by the end of 2002 and 35% by the end of 2003", RISE, (), "2003-03-31", band(line(15, 20, 90, 365))),
        # a period that may be one of two has no place: from 60% on 31 Mar 2003 to 70% on 31 Mar 2005 in 731 days,
        # 366 of them by 31 Mar 2004: 60 + 10 × 366/731
        (
            "From 56% in 2001.02 to 60% in 02/03, 65% in 04 and 70% in 04/05",
            RISE,
            (),
            "2004-03-31",
            band(line(60, 10, 366, 731)),
        ),
        # two targets for one day are no way
        ("60% in 2004-05 and 62% in Mar 2005", RISE, (), "2003-03-31", None),
        # a baseline in another unit, or later than the first target, starts nothing
        ("60% in 2003", RISE, (figure("baseline", "8 days", "2001"),), "2002-03-31", None),
        ("60% in 2003", RISE, (figure("baseline", "50%", "2004"),), "2002-03-31", None),
        ("60% in 2003", RISE, (figure("baseline", "50%", "2004"),), "2004-03-31", band(60)),
        # recorded for a bare target: 50% on 31 Dec 2001, 60% on 31 Dec 2003, half of the 730 days: 55%
        ("60% in 2003", RISE, (figure("baseline", "50%", "2001"),), "2002-12-31", band(55)),
        ("Protocols by June 2002", RISE, (), "2002-12-31", None),
        # a baseline whose period may be one of two starts nothing
        ("From 50% in 01 to 60% in 2003", RISE, (), "2002-12-31", None),
    ],
)
def test_where_a_measure_should_be(
    target: str, more: str, events: tuple[str, ...], on: str, should_be: Band | None
) -> None:
    """On the line, or the step, from one period to the next."""
    assert expected(standing(target, *events, more=more), dt.date.fromisoformat(on)) == should_be


@pytest.mark.parametrize(
    ("target", "more", "events", "gap"),
    [
        # 64% in 2003 against 65%: 1 behind
        (RISING, RISE, (actual("64%", "2003"),), Fraction(1)),
        (RISING, RISE, (actual("65%", "2003"),), None),
        # 62% for June 2003: 181 of 365 days, 60 + 5 × 181/365 = 62.479…: 175/365 behind
        (RISING, RISE, (actual("62%", "June 2003"),), Fraction(175, 365)),
        (RISING, RISE, (actual("62.5%", "June 2003"),), None),
        # falling: 16.5% for September 2002 against 20 - 5 × 273/365 = 16.26…: 16.5 - 16.26… = 3.5 - 5 × 92/365 behind
        (FALLING, FALL, (actual("16.5%", "Sep 2002"),), Fraction("1.5") - 5 * Fraction(92, 365)),
        (FALLING, FALL, (actual("14%", "Sep 2002"),), None),
        # a range is behind where all of it is: 61-64% against 65%, not 61-66%
        (RISING, RISE, (actual("61-64%", "2003"),), Fraction(1)),
        (RISING, RISE, (actual("61-66%", "2003"),), None),
        # against a band by its near end
        (BANDS, RISE, (actual("60%", "2003-04"),), None),
        (BANDS, RISE, (actual("59%", "2003-04"),), Fraction(1)),
        # nothing to tell: no figure, another unit, no good way, no level, no way to follow
        (RISING, RISE, (), None),
        (RISING, RISE, (actual("6 days", "2003"),), None),
        ("50% in 2003", "", (actual("6%", "2003"),), None),
        (RISING, RISE, (actual("6% increase", "2003"),), None),
        (TO_BE_SET, RISE, (actual("6%", "2003"),), None),
    ],
)
def test_how_far_behind(target: str, more: str, events: tuple[str, ...], gap: Fraction | None) -> None:
    """The latest figure is held against where it should be at the end of its own period."""
    assert behind(standing(target, *events, more=more)) == gap


def told(one: MeasureStanding) -> list[tuple[How, Band, Verdict | None]]:
    """Give the landings without their targets."""
    return [(landing.how, landing.band, landing.verdict) for landing in landings(one)]


def test_landing_by_the_last_step() -> None:
    """20% on 31 December 2001 and 14% on 30 September 2002 are 6 in 273 days: 20 - 6 × 730/273 by the end of 2003."""
    one = standing(FALLING, actual("14%", "Sep 2002"), more=FALL)
    assert told(one) == [(How.LAST_STEP, band(line(20, -6, 730, 273)), Verdict.MET)]
    assert landings(one)[0].target == one.targets[-1]


def test_landing_by_a_trend_with_its_range() -> None:
    """50, 56 and 56 at the ends of 2001, 2002 and 2003 lie off their trend by 1, 2 and 1.

    Their mean is 54 at the end of 2002, and the slope 3 a year of 365 days: ((-365 × -4) + (365 × 2)) / (2 × 365²). It
    leads to 54 + 3 × 731/365 = 60.01 by the end of 2004, 731 days on, give or take 2. The last step was level.
    """
    one = standing(STEADY, actual("56%", "2002"), actual("56%", "2003"))
    middle = line(54, 3, 731, 365)
    assert told(one) == [(How.TREND, band(middle - 2, middle + 2), None), (How.LAST_STEP, band(56), Verdict.NOT_MET)]


def test_landing_by_a_forecast() -> None:
    """What its manager expects of the last period goes first, with the reason; forecasts of other periods do not."""
    events = (figure("forecast", "58%", "2002"), figure("forecast", "61-63%", "2003", "two posts are vacant"))
    one = standing(RISING, *events, actual("57%", "June 2002"))
    assert told(one)[0] == (How.FORECAST, band(61, 63), Verdict.NOT_MET)
    assert landings(one)[0].reason == "two posts are vacant"
    assert [how for how, *_ in told(one)] == [How.FORECAST, How.LAST_STEP]


def test_landed() -> None:
    """The figure of the last period is where it landed; past it without one nobody can tell."""
    assert told(standing(RISING, actual("66%", "2003"), figure("forecast", "61%", "2003"))) == [
        (How.FIGURE, band(66), Verdict.MET)
    ]
    assert landings(standing(RISING, actual("66%", "2004"))) == ()


@pytest.mark.parametrize(
    ("target", "more", "events", "lands"),
    [
        # 20 - 12 × 730/181 would be -28.4 vacancies in a hundred
        (FALLING, FALL, (actual("8%", "June 2002"),), band(0)),
        # 56 + 24 × 730/365 would be 104%
        (RISING, RISE, (actual("80%", "2002"),), band(100)),
        # money may be owed: £40,000 less £50,000 is -£10,000; £40,000 on 31 Dec 2001 and £10,000 a year later lead to
        # 40,000 - 30,000 × 730/365 = -20,000
        (
            "Reduce debt by £50,000 by 2003",
            FALL,
            (figure("baseline", "£40,000", "2001"), actual("£10,000", "2002")),
            band(-20000),
        ),
        # more than 100% where a target is
        ("From 90% in 2001 to 120% in 2003", RISE, (actual("110%", "2002"),), band(130)),
        # bounds that cross: 50-55 and 54-55 end as 55 and 58
        ("From 50-55% in 2001 to 60-65% in 2003", RISE, (actual("54-55%", "2002"),), band(55, 58)),
    ],
)
def test_what_is_possible(target: str, more: str, events: tuple[str, ...], lands: Band | None) -> None:
    """No line leads below nothing or beyond all, where nothing else was there."""
    found = [landing.band for landing in landings(standing(target, *events, more=more))]
    assert found == ([lands] if lands else [])


@pytest.mark.parametrize(
    ("target", "more", "events"),
    [
        (RISING, RISE, ()),
        (TO_BE_SET, RISE, (actual("6%", "2003"),)),
        ("60%", RISE, (actual("6%", "2003"), actual("7%", "2004"))),
        ("60% in 2004", RISE, (actual("6 days", "2002"), actual("7 days", "2003"))),
        ("60% in 2004", RISE, (figure("forecast", "7 days", "2004"),)),
        ("60% in 2004", RISE, (figure("forecast", "7% increase", "2004"),)),
    ],
)
def test_no_landing(target: str, more: str, events: tuple[str, ...]) -> None:
    """One figure makes no way, nor do figures in other units, nor is there a place to land without a period."""
    assert landings(standing(target, *events, more=more)) == ()


def test_a_landing_without_a_good_way_is_not_judged() -> None:
    """Where nothing tells which way is good, the figure alone is told."""
    (one,) = landings(standing("60% in 2004", actual("60%", "2004"), more=""))
    assert one == Landing(How.FIGURE, band(60), one.target, None)


SPOTS = st.lists(
    st.tuples(st.integers(2001, 2008), st.decimals(0, 100, places=1)),
    min_size=2,
    max_size=6,
    unique_by=lambda spot: spot[0],
)


def course(spots: list[tuple[int, object]], *events: str, more: str = RISE) -> MeasureStanding:
    """Make a measure of levels by calendar year, the first as its baseline."""
    first, *others = sorted(spots)
    return standing(
        f"From {first[1]}% in {first[0]} to " + " and ".join(f"{value}% in {year}" for year, value in others),
        *events,
        more=more,
    )


@given(SPOTS, st.dates(dt.date(2000, 1, 1), dt.date(2010, 12, 31)))
def test_expectations_keep_within_their_targets(spots: list[tuple[int, object]], on: dt.date) -> None:
    """On the last day of a period the expectation is its level; between two it lies between them, however it goes."""
    one, steps = course(spots), course(spots, more=f'{RISE}\ncourse = "steps"')
    way = trajectory(one)
    assert [expected(one, spot.on) for spot in way] == [spot.band for spot in way]
    for before, after in pairwise(way):
        if before.on <= on < after.on:
            got, stepped = expected(one, on), expected(steps, on)
            assert got is not None
            assert min(before.band.low, after.band.low) <= got.low <= max(before.band.low, after.band.low)
            assert stepped == before.band


@given(SPOTS, st.decimals(0, 100, places=1))
def test_behind_agrees_with_the_verdict(spots: list[tuple[int, object]], value: object) -> None:
    """For the period of a target, to be behind is not to have met it."""
    year, _ = max(spots)
    one = course(spots, actual(f"{value}%", str(year)))
    assert (behind(one) is not None) == (one.verdict is Verdict.NOT_MET)


@given(st.integers(0, 30), st.integers(-3, 3))
def test_figures_on_a_line_land_on_it_exactly(start: int, slope: int) -> None:
    """Three figures on one line have a trend without a range, which is their last step too."""
    quarters = ("30 June 2002", "30 September 2002", "31 December 2002")
    days = [dt.date(2002, 6, 30), dt.date(2002, 9, 30), dt.date(2002, 12, 31)]
    events = [
        actual(f"{600 + start + slope * (day - days[0]).days} days", when)
        for day, when in zip(days, quarters, strict=True)
    ]
    trend, last = landings(standing("7000 days in 2003", *events))
    assert trend.band == last.band == band(max(600 + start + slope * (dt.date(2003, 12, 31) - days[0]).days, 0))
