"""Outcome measures on a day: baseline, latest figure, the target it is for, and the next."""

from __future__ import annotations

import datetime as dt

import pytest

from bvtrack.delivery.measures import Level, MeasureStanding, Verdict, measures
from example_review import review_of

RISING = "From 56% in 2001 to 60% in 2002 and 65% in 2003"


def measured(
    *events: str, targets: str = f'"{RISING}"', more: str = 'direction = "rise"', at: str = "2004-06-01"
) -> tuple[MeasureStanding, ...]:
    """Give where one measure with these target lines and events stands."""
    review = review_of(f"""
[[recommendation]]
id = "1"
text = "one"
[[recommendation.measure]]
id = "1.1"
text = "what is measured"
{more}
targets = [{targets}]
event = [{", ".join(events)}]
""")
    return measures(review, dt.date.fromisoformat(at))


def figure(day: str, value: str, period: str, kind: str = "actual", more: str = "") -> str:
    """Write an event that gives a figure."""
    return f'{{ date = {day}, kind = "{kind}", value = "{value}", period = "{period}"{more} }}'


def shown(level: Level | None) -> str:
    """Write a level for comparing."""
    return "" if level is None else f"{level.text} in {level.period}"


def test_a_measure_without_figures() -> None:
    """The first target is next, and due once its period is over."""
    (early,) = measured(at="2002-12-31")
    assert (early.address, early.text, early.printed, early.direction) == ("1.1", "what is measured", RISING, "rise")
    assert [shown(level) for level in (early.baseline, *early.targets)] == [
        "56% in 2001",
        "60% in 2002",
        "65% in 2003",
    ]
    assert (early.actual, early.forecast, early.target, early.note) == (None, None, None, None)
    assert (shown(early.next), early.due, early.verdict) == ("60% in 2002", False, Verdict.NO_FIGURE)
    (late,) = measured(at="2003-01-01")
    assert (shown(late.next), late.due) == ("60% in 2002", True)


def test_the_latest_figure_is_judged_by_the_target_of_its_period() -> None:
    """A figure of a later period goes before one entered later for an earlier period."""
    (one,) = measured(figure("2004-02-01", "64%", "2003"), figure("2004-03-01", "61%", "2002"))
    assert (shown(one.actual), shown(one.target), one.verdict) == ("64% in 2003", "65% in 2003", Verdict.NOT_MET)
    assert (one.next, one.due) == (None, False)


def test_the_last_word_on_a_period_counts() -> None:
    """A figure corrected later replaces the one before; events after the day do not count."""
    events = (figure("2003-02-01", "59%", "2002"), figure("2003-03-01", "60%", "2002"))
    (before,), (after,) = (measured(*events, at=day) for day in ("2003-02-28", "2003-03-01"))
    assert [before.verdict, after.verdict] == [Verdict.NOT_MET, Verdict.MET]
    assert (shown(after.next), after.due) == ("65% in 2003", False)


def test_a_figure_between_targets_is_judged_by_none() -> None:
    """A figure of a period without a target is shown, not judged, and leaves the next target open."""
    (one,) = measured(figure("2002-10-01", "58%", "Sep 2002"), at="2002-10-02")
    assert (shown(one.actual), one.target, one.verdict, shown(one.next)) == (
        "58% in Sep 2002",
        None,
        None,
        "60% in 2002",
    )


DOUBTFUL = "From 56% in 2001.02 to 60% in 02/03, 65% in 04 and 70% in 04/05"


@pytest.mark.parametrize(
    ("targets", "period", "target"),
    [
        (DOUBTFUL, "2004-05", "70% in 2004-05"),
        (DOUBTFUL, "Mar 2005", "70% in 2004-05"),
        (DOUBTFUL, "2004", ""),
        (DOUBTFUL, "2003-04", ""),
        ("60% in 2004-05 and 62% in Mar 2005", "2004-05", "60% in 2004-05"),
        ("60% in 2004-05 and 62% in Mar 2005", "Mar 2005", "62% in Mar 2005"),
        ("60% in 2004-05 and 62% in Mar 2005", "31 March 2005", ""),
    ],
)
def test_which_target_a_figure_is_for(targets: str, period: str, target: str) -> None:
    """That of its very period, else the only one that ends with it; never one whose period is in doubt."""
    (one,) = measured(figure("2005-05-01", "71%", period), targets=f'"{targets}"', at="2006-01-01")
    assert shown(one.target) == target


def test_forecasts_and_notes() -> None:
    """A forecast is no actual; the last reason is told."""
    note = '{ date = 2003-03-01, kind = "note", reason = "survey is late" }'
    (one,) = measured(figure("2003-02-01", "63%", "2003", "forecast", ', reason = "as it goes"'), note)
    assert (one.actual, shown(one.forecast), one.note) == (None, "63% in 2003", "survey is late")
    assert one.verdict is Verdict.NO_FIGURE


@pytest.mark.parametrize(
    ("more", "target", "value", "verdict"),
    [
        ('direction = "rise"', "60% in 2003", "60%", Verdict.MET),
        ('direction = "rise"', "60% in 2003", "59.9%", Verdict.NOT_MET),
        ('direction = "rise"', "60% in 2003", "60", Verdict.MET),
        ('direction = "rise"', "60-65% in 2003", "60%", Verdict.MET),
        ('direction = "rise"', "60-65% in 2003", "59%", Verdict.NOT_MET),
        ('direction = "rise"', "60% in 2003", "58-61%", None),
        ('direction = "rise"', "60% in 2003", "60-61%", Verdict.MET),
        ('direction = "rise"', "60% in 2003", "58-59%", Verdict.NOT_MET),
        ('direction = "fall"', "10% in 2003", "10%", Verdict.MET),
        ('direction = "fall"', "10% in 2003", "10.1%", Verdict.NOT_MET),
        ('direction = "fall"', "10-12% in 2003", "12%", Verdict.MET),
        ('direction = "fall"', "10-12% in 2003", "13%", Verdict.NOT_MET),
        ('direction = "fall"', "10% in 2003", "9-11%", None),
        ("", "60% in 2003", "61%", None),
        ("", "an increase from 50% in 2001 to 60% in 2003", "61%", Verdict.MET),
        ("", "a reduction from 50% in 2001 to 40% in 2003", "41%", Verdict.NOT_MET),
        ('direction = "rise"', "60% in 2003", "61 days", None),
        ('direction = "rise"', "60% in 2003", "10% increase", None),
        ('direction = "rise"\nunit = "%"', "60 in 2003", "61%", Verdict.MET),
        ('direction = "rise"', "10% increase by 2003", "11%", None),
    ],
)
def test_met_or_not(more: str, target: str, value: str, verdict: Verdict | None) -> None:
    """A target is met at its near bound, the good way; what cannot be compared exactly is not judged."""
    (one,) = measured(figure("2004-01-05", value, "2003"), targets=f'"{target}"', more=more)
    assert one.verdict is verdict


def test_a_milestone_is_not_judged_but_falls_due() -> None:
    """Targets without figures have their words, and are due when their period is over."""
    (one,) = measured(targets='"Protocols by June \'02 – System in place by Sept 2002"', at="2002-07-01")
    assert one.verdict is None
    assert (shown(one.next), one.due) == ("Protocols in Jun 2002", True)
    assert one.next is not None
    assert one.next.low is None


@pytest.mark.parametrize("targets", ["", '"6 monthly report"'])
def test_without_targets_there_is_nothing_to_reach(targets: str) -> None:
    """A measure without a target has no verdict and nothing due."""
    (one,) = measured(figure("2004-01-05", "61%", "2003"), targets=targets)
    assert (one.targets, one.target, one.next, one.due, one.verdict) == ((), None, None, False, None)
    assert shown(one.actual) == "61% in 2003"


def test_a_lone_target_without_a_period_is_any_figures_target() -> None:
    """Where no period is printed, the only target is the one that is meant, and never due."""
    (one,) = measured(figure("2004-01-05", "61%", "2003"), targets='"60%"')
    assert (one.verdict, one.next) == (Verdict.MET, None)
    (one,) = measured(targets='"60%"', at="2050-01-01")
    assert (shown(one.next), one.due) == ("60% in ", False)


@pytest.mark.parametrize(
    ("target", "more", "text"),
    [
        ("60-65% in 2003", "", "60-65%"),
        ("£1,200,000 in 2003", "", "£1,200,000"),
        ("8 days in 2003", "", "8 days"),
        ("8 in 2003", 'unit = "days"', "8 days"),
        ("8 in 2003", "", "8"),
        ("10% increase by 2003", "", "10% increase by 2003"),
    ],
)
def test_how_a_level_is_written(target: str, more: str, text: str) -> None:
    """A figure has its unit, its measure's where it has none; a change stands as printed."""
    (one,) = measured(targets=f'"{target}"', more=more)
    assert one.targets[0].text == text


def test_each_line_stands_for_itself() -> None:
    """Several target lines are told apart, with their own unit and population; a figure may name its line."""
    lines = '{ value = "60% in 2003", of = "heads" }, { value = "8 in 2003", unit = "days" }'
    events = (
        figure("2004-01-05", "61%", "2003", more=", line = 1"),
        figure("2004-01-05", "7", "2003", more=", line = 2"),
    )
    first, second = measured(*events, targets=lines, more='direction = "rise"\nof = "schools"')
    assert [one.address for one in (first, second)] == ["1.1/1", "1.1/2"]
    assert [one.of for one in (first, second)] == ["heads", "schools"]
    assert [one.verdict for one in (first, second)] == [Verdict.MET, Verdict.NOT_MET]


def test_a_figure_that_names_no_line_speaks_for_all() -> None:
    """Lines that continue each other share their figures."""
    first, second = measured(figure("2003-01-05", "61%", "2002"), targets='"60% in 2002", "65% in 2003"')
    assert (first.verdict, first.next) == (Verdict.MET, None)
    assert (second.verdict, shown(second.next), second.due) == (None, "65% in 2003", True)


# --- baselines and changes


BASELINE = figure("2002-05-01", "£85,000", "2001-02", "baseline")


@pytest.mark.parametrize(
    ("target", "unit", "baseline", "reached"),
    [
        # £85,000 × 110/100
        ("10% increase by 2003", "£", "£85,000", "£93,500"),
        ("10% increase by 2003", "£", "85,000", "£93,500"),
        # £85,000 × 105/100, × 110/100
        ("a 5% increase in 2002 and 10% in 2003", "£", "£85,000", "£89,250, £93,500"),
        # 12 × 110/100, 14 × 115/100
        ("increase by 10-15% by 2003", "days", "12-14 days", "13.2-16.1 days"),
        # 12 × 85/100, 14 × 90/100
        ("reduce by 10-15% by 2003", "days", "12-14 days", "10.2-12.6 days"),
        # 40 - 5, and in a unit that neither names
        ("Reduce by 5 schools by 2003", "schools", "40 schools", "35 schools"),
        ("Reduce by 5 schools by 2003", "", "40", "35 schools"),
        ("£5,000 more by 2003", "£", "£85,000", "£90,000"),
        # 60 + 5 points
        ("5 percentage points more by 2003", "%", "60%", "65%"),
        # a tenth of 60% or ten points: nobody can tell
        ("10% increase by 2003", "%", "60%", "10% increase by 2003"),
        # another unit, no level, a size that is not told
        ("Reduce by 5 schools by 2003", "", "40%", "Reduce by 5 schools by 2003"),
        ("5 percentage points more by 2003", "£", "£60", "5 percentage points more by 2003"),
        ("10% increase by 2003", "£", "10% increase", "10% increase by 2003"),
        ("10% increase from £100,000 in 2001 by 2003", "£", "£85,000", "10% increase from £100,000 in 2001 by 2003"),
    ],
)
def test_a_change_of_a_baseline_is_a_figure_to_be_reached(target: str, unit: str, baseline: str, reached: str) -> None:
    """Once there is a baseline, a change is worked out of it, exactly; without one it stays as printed."""
    more = f'unit = "{unit}"' if unit else ""
    start = figure("2002-05-01", baseline, "2001-02", "baseline")
    (without,) = measured(targets=f'"{target}"', more=more)
    (one,) = measured(start, targets=f'"{target}"', more=more)
    assert {level.text for level in without.targets} == {target}
    assert ", ".join(level.text for level in one.targets) == reached


def test_a_figure_is_judged_by_a_change_once_there_is_a_baseline() -> None:
    """£93,000 is not 10% more than £85,000; nothing can be said before the baseline is recorded."""
    came = figure("2004-01-05", "£93,000", "2003")
    (before,) = measured(came, targets='"10% increase by 2003"')
    (after,) = measured(BASELINE, came, targets='"10% increase by 2003"')
    assert (before.baseline, before.verdict) == (None, None)
    assert (shown(after.baseline), shown(after.target), after.verdict) == (
        "£85,000 in 2001-02",
        "£93,500 in 2003",
        Verdict.NOT_MET,
    )


@pytest.mark.parametrize(
    ("targets", "start"),
    [
        (RISING, "56% in 2001"),
        ("60% in 2003", "50% in 2001-02"),
        ("10% more than 2001-02 by 2003", "50% in 2001-02"),
        ("10% more than 2000-01 by 2003", " in 2000-01"),
    ],
)
def test_which_baseline_counts(targets: str, start: str) -> None:
    """The printed one where it has a figure, else the one recorded, for the period printed where there is one."""
    (one,) = measured(figure("2002-05-01", "50%", "2001-02", "baseline"), targets=f'"{targets}"')
    assert shown(one.baseline).replace(targets, "") == start


def test_figures_and_forecasts_by_period() -> None:
    """All figures stand by the ends of their periods with their reasons and counts, the last word on each."""
    events = (
        figure("2003-02-01", "61%", "2002", more=', numerator = 122, denominator = 200, reason = "as counted"'),
        figure("2003-01-01", "60%", "2002"),
        figure("2002-08-01", "58%", "June 2002"),
        figure("2003-02-01", "66%", "2003", "forecast"),
    )
    (one,) = measured(*events)
    assert [shown(level) for level in one.figures] == ["58% in June 2002", "61% in 2002"]
    assert [(level.counts, level.reason) for level in one.figures] == [(None, None), ((122, 200), "as counted")]
    assert [shown(level) for level in one.forecasts] == ["66% in 2003"]
    assert (one.actual, one.forecast) == (one.figures[-1], one.forecasts[-1])
