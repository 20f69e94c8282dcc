"""Money on a day: plan, forecast and actual by year, what it varies by, and the net position."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bvtrack.core.financial_year import FinancialYear
from bvtrack.delivery.money import Layers, Line, NetYear, Position, label_of, lines, net, streams
from bvtrack.delivery.review import review_standing
from bvtrack.files.review_file import read_review
from example_review import review_of

if TYPE_CHECKING:
    from bvtrack.core.review import Review

HERTFORDSHIRE = Path(__file__).parents[2] / "reviews" / "hertfordshire-services-to-schools-2002.toml"
LATER = dt.date(2004, 1, 1)


def event(day: str, kind: str, value: str, year: str = "2002-03", stream: str = "budget") -> str:
    """Write an event that gives an amount."""
    return f'{{ date = {day}, kind = "{kind}", stream = "{stream}", year = "{year}", value = {value} }}'


def planned(*events: str, profile: str = 'budget = { "02-03" = 7, "03-04" = 40, total = 47 }') -> Review:
    """Make a review of one recommendation with this profile and these events."""
    return review_of(f"""
[[recommendation]]
id = "1"
text = "one"
profile = {{ {profile} }}
event = [{", ".join(events)}]
""")


def layers(review: Review, day: dt.date = LATER) -> dict[str, tuple[int | None, int | None, int | None, int | None]]:
    """Give plan, forecast, actual and variance in pounds by address."""
    return {
        line.address: (
            pounds(line.money.plan),
            pounds(line.money.forecast),
            pounds(line.money.actual),
            pounds(line.money.variance),
        )
        for line in lines(review, day)
    }


def pounds(pence: int | None) -> int | None:
    """Give whole pounds."""
    return None if pence is None else pence // 100


def test_the_plan_is_the_profile() -> None:
    """Each printed year is a line; the printed total is not, nor are years left blank."""
    assert layers(planned()) == {
        "1/budget/2002-03": (7000, None, None, None),
        "1/budget/2003-04": (40000, None, None, None),
    }


def test_the_latest_word_up_to_the_day_counts() -> None:
    """A later event replaces an earlier one of its layer and year, from its day on; a note gives no amount."""
    note = '{ date = 2003-01-01, kind = "note", stream = "budget", year = "2002-03", reason = "late bills" }'
    review = planned(
        event("2002-10-01", "forecast", '"£8k"'),
        event("2003-05-01", "actual", "9"),
        event("2003-06-01", "actual", "10"),
        note,
    )
    assert layers(review, dt.date(2003, 4, 30))["1/budget/2002-03"] == (7000, 8000, None, 1000)
    assert layers(review, dt.date(2003, 5, 1))["1/budget/2002-03"] == (7000, 8000, 9000, 2000)
    assert layers(review)["1/budget/2002-03"] == (7000, 8000, 10000, 3000)


@pytest.mark.parametrize("year", ["2002-03", "02/03", "2002/2003"])
def test_a_year_is_one_however_it_is_written(year: str) -> None:
    """Years of events are read as those of profiles are."""
    assert set(layers(planned(event("2003-05-01", "actual", "9", year)))) == {"1/budget/2002-03", "1/budget/2003-04"}


def test_money_nobody_planned_varies_by_all_of_it() -> None:
    """A stream or a year without a plan has lines where there is news of it."""
    review = planned(
        event("2003-05-01", "actual", "9", "2004-05"), event("2003-05-01", "forecast", "5", stream="savings")
    )
    told = layers(review)
    assert told["1/budget/2004-05"] == (None, None, 9000, 9000)
    assert told["1/savings/2002-03"] == (None, 5000, None, 5000)


@pytest.mark.parametrize(
    ("cell", "plan", "variance"),
    [('"-"', None, 9000), ('"nil"', 0, 9000), ('"TBC"', None, None), ('"£5-6k"', None, None)],
)
def test_what_the_plan_leaves_open(cell: str, plan: int | None, variance: int | None) -> None:
    """A dash plans nothing; what is to be confirmed, or a range, is not known and nothing is told of it."""
    review = planned(event("2003-05-01", "actual", "9"), profile=f'budget = {{ "02-03" = {cell} }}')
    assert layers(review)["1/budget/2002-03"] == (plan, None, 9000, variance)


def test_a_profile_of_its_total_alone_is_one_line() -> None:
    """A total without years counts, in no year."""
    review = planned(profile="budget = { total = 47 }")
    assert layers(review) == {"1/budget": (47000, None, None, None)}
    assert net(review, lines(review, LATER))[-1].year == ""


def test_a_label_that_is_no_year_is_kept() -> None:
    """Money under a label that cannot be read as a year is not lost."""
    review = planned(event("2003-05-01", "actual", "9", "later"), profile='budget = { "02-03" = 7, "then" = 40 }')
    told = lines(review, LATER)
    assert [label_of(line.year) for line in told] == ["2002-03", "later", "then"]
    assert [pounds(year.expected.so_far) for year in net(review, told)] == [7000, 7000, 7000, 7000, 16000, 56000]


def test_layers_that_say_nothing() -> None:
    """Without an outturn the plan is expected, and nothing varies."""
    assert (Layers().outturn, Layers().expected, Layers().variance) == (None, None, None)
    assert (Layers(5).expected, Layers(5, 6).expected, Layers(5, 6, 0).expected) == (5, 6, 0)


def test_streams_sum_their_lines() -> None:
    """A layer of a stream sums what its lines say, and is nothing where none says anything."""
    review = planned(
        event("2003-05-01", "actual", "9"), profile='budget = { "02-03" = 7, "03-04" = 40 }, income = { "03-04" = 5 }'
    )
    budget, income = streams(lines(review, LATER))
    assert (budget.stream, budget.plan, budget.forecast, budget.actual) == ("budget", 4_700_000, None, 900_000)
    assert (budget.variance, budget.expected) == (200_000, 4_900_000)
    assert (income.stream, income.plan, income.variance) == ("income", 500_000, None)


def test_hertfordshires_net_position() -> None:
    """Budget less savings and income is £611k over four years."""
    whole = review_standing(read_review(HERTFORDSHIRE).review, dt.date(2002, 4, 22))
    assert [pounds(year.plan.net) for year in whole.net] == [89_000, 334_000, 94_000, 94_000]
    assert [pounds(year.expected.so_far) for year in whole.net] == [89_000, 423_000, 517_000, 611_000]
    assert [stream.plan for stream in whole.streams] == [134_600_000, 48_000_000, 25_500_000]


def test_every_year_of_the_plan_has_a_place() -> None:
    """A year without money is nought in the net position."""
    review = planned(profile="")
    nothing = Position(0, 0, 0, 0)
    assert net(review, ()) == tuple(NetYear(FinancialYear(year), nothing, nothing) for year in range(2002, 2006))


AMOUNTS = st.lists(
    st.builds(
        Line,
        st.sampled_from(["budget", "savings", "income"]),
        st.just("1"),
        st.builds(FinancialYear, st.integers(2000, 2008)),
        st.builds(Layers, *[st.none() | st.integers(-(10**12), 10**12)] * 3),
    )
)


@given(AMOUNTS)
def test_sums_agree(told: list[Line]) -> None:
    """The net position over all years is budget less savings and income, to the penny."""
    sums = {one.stream: one for one in streams(told)}
    last = net(planned(), told)[-1]
    for layer in ("plan", "expected"):
        by_stream = {
            name: getattr(sums[name], layer) or 0 if name in sums else 0 for name in ("budget", "savings", "income")
        }
        assert getattr(last, layer).so_far == by_stream["budget"] - by_stream["savings"] - by_stream["income"]
