"""Money that waits for actions, each sum written out: pounds, as the review prints them in thousands."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bvtrack.delivery.money import label_of, paid_back
from bvtrack.delivery.review import review_standing
from bvtrack.delivery.waiting import month_after
from example_review import review_of

if TYPE_CHECKING:
    from bvtrack.core.review import Review
    from bvtrack.delivery.review import ReviewStanding
    from bvtrack.delivery.waiting import Waiting

TODAY = dt.date(2004, 1, 5)
SAVING = '{ column = "net potential savings", value = "£240k", depends_on = ["2c"] }'
BUDGET = '"02-03" = 13, "03-04" = 347, "04-05" = 347, "05-06" = 347, total = 1054'


def event(day: str, kind: str, value: str = "", reason: str = "why") -> str:
    """Write an event of an action."""
    told = f', value = "{value}"' if value else ""
    return f'{{ date = {day}, kind = "{kind}"{told}, reason = "{reason}" }}'


def review(
    *events: str,
    costs: str = SAVING,
    savings: str = '"04-05" = 240, "05-06" = 240, total = 480',
    budget: str = "",
    finish: str = 'finish = "March 2004", ',
    money: str = "",
) -> Review:
    """Make recommendation 2 with its saving, which waits for 2c."""
    streams = ", ".join(
        f"{name} = {{ {years} }}" for name, years in (("savings", savings), ("budget", budget)) if years
    )
    return review_of(f"""
[[recommendation]]
id = "2"
text = "two"
costs = [{costs}]
profile = {{ {streams} }}
event = [{money}]
part = [
  {{ id = "2c", text = "move the team", {finish}event = [{", ".join(events)}] }},
  {{ id = "2d", text = "train the team", finish = "June 2003" }},
]
""")


def on(day: dt.date, of: Review) -> ReviewStanding:
    """Give where a review stands."""
    return review_standing(of, day)


def only(of: Review, day: dt.date = TODAY) -> Waiting:
    """Give the only line that waits."""
    (one,) = on(day, of).waiting
    return one


def moved(one: Waiting) -> dict[str, int]:
    """Give what moves in whole pounds by year."""
    return {label_of(year): pence // 100 for year, pence in one.moved.items()}


class Case(NamedTuple):
    """A line with what happens to its action, and the sum."""

    name: str
    review: Review
    day: dt.date
    start: dt.date | None
    moved: dict[str, int]
    expected: dict[str, int]


FORECAST = event("2004-01-05", "forecast", "30 June 2004")
CASES = [
    Case(
        # from April to June is 3 of 12 months: 240,000 / 12 × 3 = 60,000; 480,000 − 60,000 = 420,000
        "the saving of recommendation 2",
        review(FORECAST),
        TODAY,
        dt.date(2004, 7, 1),
        {"2004-05": -60_000},
        {"2004-05": 180_000, "2005-06": 240_000},
    ),
    Case("nothing told", review(), TODAY, dt.date(2004, 4, 1), {}, {"2004-05": 240_000, "2005-06": 240_000}),
    Case(
        # due on 31 March, still open on 5 May: not before 1 June; April and May are 2 of 12: 240,000 / 12 × 2 = 40,000
        "an action overdue",
        review(),
        dt.date(2004, 5, 5),
        dt.date(2004, 6, 1),
        {"2004-05": -40_000},
        {"2004-05": 200_000, "2005-06": 240_000},
    ),
    Case(
        # done on 2 August: from 1 September; April to August are 5 of 12: 240,000 / 12 × 5 = 100,000
        "an action done late",
        review(event("2004-08-02", "complete")),
        dt.date(2004, 9, 1),
        dt.date(2004, 9, 1),
        {"2004-05": -100_000},
        {"2004-05": 140_000, "2005-06": 240_000},
    ),
    Case(
        "an action done early brings nothing more",
        review(event("2003-08-02", "complete")),
        TODAY,
        dt.date(2004, 4, 1),
        {},
        {"2004-05": 240_000, "2005-06": 240_000},
    ),
    Case(
        # all of 2004-05 is 12 of 12, 240,000; April to May 2005 are 2 of 12: 240,000 / 12 × 2 = 40,000
        "a slip across a year end",
        review(event("2004-01-05", "forecast", "May 2005")),
        TODAY,
        dt.date(2005, 6, 1),
        {"2004-05": -240_000, "2005-06": -40_000},
        {"2004-05": 0, "2005-06": 200_000},
    ),
    Case(
        # to 29 February, the last of its month: from 1 March, the last month of the year; 11 of 12: 220,000
        "the end of a February",
        review(event("2004-04-05", "forecast", "28 February 2005")),
        dt.date(2004, 5, 1),
        dt.date(2005, 3, 1),
        {"2004-05": -220_000},
        {"2004-05": 20_000, "2005-06": 240_000},
    ),
    Case(
        # both years wholly: 240,000 + 240,000
        "a start after the plan",
        review(event("2004-01-05", "forecast", "April 2006")),
        TODAY,
        dt.date(2006, 5, 1),
        {"2004-05": -240_000, "2005-06": -240_000},
        {"2004-05": 0, "2005-06": 0},
    ),
    Case(
        "a saving that never starts",
        review(event("2004-01-05", "delete")),
        TODAY,
        None,
        {"2004-05": -240_000, "2005-06": -240_000},
        {"2004-05": 0, "2005-06": 0},
    ),
    Case(
        "an action superseded, which the line still waits for",
        review(event("2004-01-05", "supersede")),
        TODAY,
        None,
        {"2004-05": -240_000, "2005-06": -240_000},
        {"2004-05": 0, "2005-06": 0},
    ),
    Case(
        "an action without a deadline",
        review(finish=""),
        TODAY,
        None,
        {"2004-05": -240_000, "2005-06": -240_000},
        {"2004-05": 0, "2005-06": 0},
    ),
    Case(
        "an action suspended, and nobody says until when",
        review(event("2004-01-05", "suspend")),
        TODAY,
        None,
        {"2004-05": -240_000, "2005-06": -240_000},
        {"2004-05": 0, "2005-06": 0},
    ),
    Case(
        # deferred, but forecast for May: from 1 June, 2 of 12 months: 40,000
        "an action deferred to a day",
        review(event("2004-01-04", "defer"), event("2004-01-05", "forecast", "May 2004")),
        TODAY,
        dt.date(2004, 6, 1),
        {"2004-05": -40_000},
        {"2004-05": 200_000, "2005-06": 240_000},
    ),
    Case(
        # re-baselined to April, then to June: from 1 July, 3 of 12 months: 60,000
        "an action re-baselined twice",
        review(event("2003-12-01", "re-baseline", "April 2004"), event("2004-01-05", "re-baseline", "June 2004")),
        TODAY,
        dt.date(2004, 7, 1),
        {"2004-05": -60_000},
        {"2004-05": 180_000, "2005-06": 240_000},
    ),
    Case(
        # 2004-05 has 6 months from October: 120,000 / 6 = 20,000 a month; October to December are 3: 60,000
        "a part-year first year",
        review(
            event("2004-01-05", "forecast", "December 2004"),
            costs=SAVING.replace(" }", ', start = "Oct 2004", first = "£120k" }'),
            savings='"04-05" = 120, "05-06" = 240',
        ),
        TODAY,
        dt.date(2005, 1, 1),
        {"2004-05": -60_000},
        {"2004-05": 60_000, "2005-06": 240_000},
    ),
    Case(
        # it starts in October anyway, so June costs nothing
        "an action late, but before a start within the year",
        review(
            FORECAST, costs=SAVING.replace(" }", ', start = "1 October 2004" }'), savings='"04-05" = 120, "05-06" = 240'
        ),
        TODAY,
        dt.date(2004, 10, 1),
        {},
        {"2004-05": 120_000, "2005-06": 240_000},
    ),
    Case(
        "money in no year, of a line that starts late",
        review(FORECAST, savings="total = 480"),
        TODAY,
        dt.date(2004, 7, 1),
        {},
        {"": 480_000},
    ),
    Case(
        "money in no year, of a line that never starts",
        review(event("2004-01-05", "delete"), savings="total = 480"),
        TODAY,
        None,
        {"": -480_000},
        {"": 0},
    ),
    Case(
        # the later of two counts: 2d was due on 30 June 2003 and is open on 5 May 2004: not before 1 June, 40,000
        "the last of several actions",
        review(event("2004-01-05", "complete"), costs=SAVING.replace('["2c"]', '["2c", "2d"]')),
        dt.date(2004, 5, 5),
        dt.date(2004, 6, 1),
        {"2004-05": -40_000},
        {"2004-05": 200_000, "2005-06": 240_000},
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_worked_cases(case: Case) -> None:
    """Each line starts, loses and comes to what its sum says, in its own words and in the money of the review."""
    one = only(case.review, case.day)
    assert (one.start, moved(one)) == (case.start, case.moved)
    money = on(case.day, case.review).money
    assert {label_of(line.year): (line.money.expected or 0) // 100 for line in money} == case.expected
    (savings,) = on(case.day, case.review).streams
    assert savings.at_risk == one.lost == (savings.plan or 0) - (savings.expected or 0)


def test_what_is_lost_once_and_every_year() -> None:
    """A late start loses 60 once and leaves nine months of its year; a line that never starts loses 240 every year."""
    late, never = only(review(FORECAST)), only(review(event("2004-01-05", "delete")))
    assert (late.late, late.plan, late.lost, late.lost_once, late.lost_every_year) == (
        True,
        48_000_000,
        6_000_000,
        6_000_000,
        0,
    )
    assert (late.part_year, late.full_year) == (18_000_000, 24_000_000)
    assert (never.late, never.lost, never.lost_once, never.lost_every_year) == (True, 48_000_000, 0, 24_000_000)
    assert (never.part_year, never.held_by, never.waits_for) == (0, "2c", ("2c",))
    assert not only(review()).late


def test_pence_left_by_division_fall_in_the_last_month() -> None:
    """£0.10 over 12 months is 0 a month and 10p in March: a start in March loses nothing, one in April all of it."""
    for month, lost in (("February 2005", 0), ("March 2005", 10)):
        told = review(event("2004-01-05", "forecast", month), savings='"04-05" = "£0.10"')
        assert only(told).lost == lost


def test_money_with_another_sign_is_lost_alike() -> None:
    """A council that prints savings as negative loses £60k of them: −240 / 12 × 3 = −60."""
    told = review(FORECAST, savings='"04-05" = "-240"', costs=SAVING.replace("£240k", "-£240k"))
    assert (moved(only(told)), only(told).lost) == ({"2004-05": 60_000}, -6_000_000)


def test_costs_shift_where_they_follow_an_action() -> None:
    """An annual cost is not spent in the months lost; a one-off moves to the year its action ends in.

    2c ends in June 2004: the £347k a year start on 1 July 2004 in place of April 2003: 347 in 2003-04, and 3 of 12
    months in 2004-05: 34,700,000p / 12 = 2,891,666p × 3 = 8,674,998p. The £13k of 2002-03 move to 2004-05:
    34,700,000 − 8,674,998 + 1,300,000 = 27,325,002.
    """
    told = review(
        FORECAST,
        costs=(
            '{ column = "one-off", value = "£5k £8k", depends_on = ["2c"] }, '
            '{ column = "annual", value = "£347k", depends_on = ["2c"] }'
        ),
        savings="",
        budget=BUDGET,
    )
    once, annual = on(TODAY, told).waiting
    assert (once.once, moved(once), once.lost, once.full_year, once.part_year) == (
        True,
        {"2002-03": -13_000, "2004-05": 13_000},
        0,
        0,
        0,
    )
    assert moved(annual) == {"2003-04": -347_000, "2004-05": -86_750}
    expected = [line.money.expected for line in on(TODAY, told).money]
    assert expected == [0, 0, 27_325_002, 34_700_000]


def test_a_one_off_moves_beyond_the_plan_too_and_not_within_its_year() -> None:
    """£13k of 2002-03 stay there for an action of 2002, and go to 2006-07 for one of May 2006."""
    cost = '{ column = "one-off", value = "£13k", depends_on = ["2c"] }'
    for month, sums in (("Nov 2002", {}), ("May 2006", {"2002-03": -13_000, "2006-07": 13_000})):
        told = review(event("2002-05-05", "forecast", month), costs=cost, savings="", budget='"02-03" = 13', finish="")
        assert moved(only(told, dt.date(2002, 6, 1))) == sums
        assert on(TODAY, told).net[-1].expected.so_far == 1_300_000


def test_what_waits_for_nothing_known_does_not_wait() -> None:
    """A line without money in the plan, or that names an action which is not there, is left alone."""
    assert on(TODAY, review(FORECAST, savings="")).waiting == ()
    assert on(TODAY, review(FORECAST, costs=SAVING.replace("2c", "9z"))).waiting == ()
    assert on(TODAY, review(FORECAST, costs=SAVING.replace(', depends_on = ["2c"]', ""))).waiting == ()


def test_what_is_told_of_a_year_counts_before_its_dates() -> None:
    """A forecast says what a year comes to, so that no more of it is at risk than that: 480 planned, 230 + 240."""
    money = '{ date = 2004-01-05, kind = "forecast", stream = "savings", year = "2004-05", value = "£230k" }'
    (savings,) = on(TODAY, review(FORECAST, money=money)).streams
    assert (savings.at_risk, savings.expected, savings.variance) == (0, 47_000_000, -1_000_000)


def test_an_actual_to_date_is_the_least_a_year_comes_to() -> None:
    """Done on 2 August, 2004-05 saves 240 − 100 = 140; 150 are in by December: 240 − 150 = 90 at risk."""
    money = '{ date = 2004-12-05, kind = "actual", stream = "savings", year = "2004-05", value = "£150k" }'
    day, late = dt.date(2005, 1, 1), event("2004-08-02", "complete")
    for told, expected, at_risk in ((money, 390, 90), (money.replace("150", "130"), 380, 100)):
        (savings,) = on(day, review(late, money=told)).streams
        assert (savings.expected, savings.at_risk) == (expected * 100_000, at_risk * 100_000)


def test_money_moves_once_where_two_recommendations_have_one_number() -> None:
    """What waits is counted once, though a number stands twice: 480 + 480 − 60 − 60."""
    text = recommendation(2, 24_000_000, dt.date(2004, 3, 31), dt.date(2004, 6, 30))
    told = on(TODAY, review_of(text + text.replace("2a", "2b").replace("one of", "another of")))
    (savings,) = told.streams
    assert (savings.plan, savings.expected) == (96_000_000, 84_000_000)


def test_payback_waits_too() -> None:
    """£100k of 2002-03 are paid back by £240k in 2004-05, but with two years lost not within the plan."""
    told = review(event("2004-01-05", "delete"), budget='"02-03" = 100')
    years = on(TODAY, told).net
    paid = paid_back((year.year, year.plan) for year in years)
    assert paid is not None
    assert label_of(paid) == "2004-05"
    assert paid_back((year.year, year.expected) for year in years) is None
    assert paid_back(()) is None


def test_the_month_after_the_last_there_is() -> None:
    """The calendar ends with 9999."""
    assert month_after(dt.date(2004, 12, 31)) == dt.date(2005, 1, 1)
    assert month_after(dt.date(9999, 12, 31)) == dt.date(9999, 12, 1)


MONTHS = st.dates(dt.date(2004, 2, 1), dt.date(2007, 12, 31))
AMOUNTS = st.integers(0, 10**9)


@settings(deadline=None)
@given(MONTHS, MONTHS, st.lists(AMOUNTS, min_size=2, max_size=2))
def test_a_later_finish_never_loses_less(first: dt.date, second: dt.date, amounts: list[int]) -> None:
    """The later an action ends, the more is lost, never more than there is, and each year by itself."""
    profile = ", ".join(
        f'"{year}" = "£{pence // 100}.{pence % 100:02}"'
        for year, pence in zip(("04-05", "05-06"), amounts, strict=True)
    )
    lost = [
        [
            one.lost
            for one in on(TODAY, review(event("2004-01-05", "forecast", f"{day:%d %B %Y}"), savings=profile)).waiting
        ]
        for day in sorted([first, second])
    ]
    assert all(0 <= pence <= sum(amounts) for one in lost for pence in one)
    assert lost[0] <= lost[1]


RECOMMENDATION = """
[[recommendation]]
id = "{number}"
text = "one of several"
costs = [{{ column = "net potential savings", value = "{yearly}p", depends_on = ["{number}a"] }}]
profile = {{ savings = {{ "04-05" = "£{pounds}.{pence:02}", "05-06" = "£{pounds}.{pence:02}" }} }}
part = [{{ id = "{number}a", text = "act", finish = "{finish:%d %B %Y}", event = [{event}] }}]
"""


def recommendation(number: int, pence: int, finish: dt.date, forecast: dt.date | None = None) -> str:
    """Write a recommendation that saves so much in two years, after its action."""
    told = event("2004-01-05", "forecast", f"{forecast:%d %B %Y}") if forecast else ""
    return RECOMMENDATION.format(
        number=number, yearly=pence, pounds=pence // 100, pence=pence % 100, finish=finish, event=told
    )


def sums(of: ReviewStanding) -> list[int]:
    """Give what is planned, expected and at risk of the savings, and the net position over all years."""
    at = of.streams[0]
    return [at.plan or 0, at.expected or 0, at.at_risk, of.net[-1].plan.so_far, of.net[-1].expected.so_far]


PLANS = st.lists(st.tuples(AMOUNTS, MONTHS, MONTHS), min_size=1, max_size=3)


@settings(deadline=None)
@given(PLANS)
def test_the_whole_is_the_sum_of_its_parts(plans: list[tuple[int, dt.date, dt.date]]) -> None:
    """What several recommendations come to together is the sum of what each comes to alone, to the penny."""
    texts = [recommendation(nth, *plan) for nth, plan in enumerate(plans, start=1)]
    alone = [sums(on(TODAY, review_of(text))) for text in texts]
    assert sums(on(TODAY, review_of("".join(texts)))) == [sum(parts) for parts in zip(*alone, strict=True)]


@settings(deadline=None)
@given(st.lists(st.tuples(AMOUNTS, st.dates(dt.date(2002, 4, 22), dt.date(2004, 3, 31))), min_size=1, max_size=3))
def test_nothing_told_nothing_at_risk(plans: list[tuple[int, dt.date]]) -> None:
    """A plan whose actions end before their savings start has nothing at risk at the date of its report."""
    told = review_of("".join(recommendation(nth, *plan) for nth, plan in enumerate(plans, start=1)))
    standing = on(told.date, told)
    assert not any(one.late for one in standing.waiting)
    assert sum(one.at_risk for one in standing.streams) == 0
    assert all(split.on_track == split.planned for _, split in standing.savings)
