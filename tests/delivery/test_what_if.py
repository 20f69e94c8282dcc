"""What if: each supposition with the sums of what differs, what changes nothing, and what cannot be supposed."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bvtrack.core.edit import with_event, with_value, without
from bvtrack.core.errors import UsageProblem
from bvtrack.delivery.review import review_standing
from bvtrack.delivery.side_by_side import Difference, differences
from bvtrack.delivery.what_if import Supposition, supposing
from bvtrack.files.review_file import review_of

if TYPE_CHECKING:
    from bvtrack.core.plain import Plain
    from bvtrack.core.review import Review

PLAN = """\
format = 1
id = "plan"
title = "The plan"
authority = "Example Council"
date = 2002-04-22
period = "2002 - 2006"
unit = "£'000"

[[recommendation]]
id = "2"
text = "two"
profile.budget = { "02-03" = 13, "03-04" = 347, total = 360 }
profile.savings = { "04-05" = 240, "05-06" = 240, total = 480 }
profile.income = { total = 85 }
costs = [{ column = "net potential savings", value = "480", depends_on = ["2c"] }]

[[recommendation.measure]]
id = "2.1"
text = "Schools content"
unit = "%"
targets = ["60% in 2002-03"]

[[recommendation.part]]
id = "2c"
text = "do it"
finish = "Dec 2002"
steps = ["first", { text = "second", finish = "Nov 2002" }]

[[recommendation.part]]
id = "2d"
text = "do that"
"""
BASE = review_of(PLAN, "plan")
DAY = dt.date(2002, 10, 1)


def supposed(*told: str, of: Review = BASE, day: dt.date = DAY) -> Review:
    """Give a review with what is supposed, each written `2c=June 2004`."""
    return supposing(of, day, [Supposition(*one.split("=")) for one in told])


def differing(*told: str, of: Review = BASE, day: dt.date = DAY) -> list[tuple[object, ...]]:
    """Give what differs: address, what, plan, now, what if, by how much."""
    then = review_standing(supposed(*told, of=of, day=day), day)
    return [
        (one.address, one.what, one.plan, one.now, one.then, one.by)
        for one in differences(review_standing(of, day), then)
    ]


def with_money(kind: str, stream: str, year: str, value: str) -> Review:
    """Give the review with money told on the first day of 2004-05 and after."""
    said: dict[str, Plain] = {"date": dt.date(2005, 4, 1), "kind": kind, "stream": stream, "year": year}
    return with_event(BASE, "2", {**said, "value": value})


def test_an_action_finished_later_costs_what_waits_for_it() -> None:
    """The saving starts on the first of the month after: of £240k from April 2004, three twelfths are lost."""
    assert differing("2c=June 2004") == [
        # 31 December 2002 to 30 June 2004: 30 June + 18 months; 547 days
        ("2c", "Finish", "Dec 2002", "31 Dec 2002", "30 Jun 2004", "18 months (547 days) later"),
        ("2c", "Slippage", None, "none", "18 months (547 days)", None),
        ("", "Actions behind their plan", None, "0", "1", "+1"),
        # 240,000 / 12 = 20,000 a month, for April, May, June: 60,000; 240,000 - 60,000 = 180,000
        ("2/savings/2004-05", "Expected", 24_000_000, 24_000_000, 18_000_000, -6_000_000),
        # 480,000 - 60,000 = 420,000
        ("", "Savings over the plan", 48_000_000, 48_000_000, 42_000_000, -6_000_000),
        # budget 360,000, savings 480,000, income 85,000 in no year: -205,000; 60,000 less is saved
        ("", "Net over the plan", -20_500_000, -20_500_000, -14_500_000, 6_000_000),
        ("", "Savings and income at risk", None, 0, 6_000_000, 6_000_000),
    ]


def test_an_action_finished_earlier() -> None:
    """Earlier is told so; a step with a day of its own is told for itself."""
    assert differing("2c=Oct 2002") == [
        # 31 October to 31 December: 2 months, 61 days
        ("2c", "Finish", "Dec 2002", "31 Dec 2002", "31 Oct 2002", "2 months (61 days) earlier"),
    ]
    assert differing("2c/2=Dec 2002") == [
        ("2c/2", "Finish", "Nov 2002", "30 Nov 2002", "31 Dec 2002", "1 month (31 days) later"),
        ("2c/2", "Slippage", None, "none", "1 month (31 days)", None),
    ]


def test_a_day_where_there_was_none() -> None:
    """An action without a deadline is expected for the first time: nothing tells by how much later."""
    assert differing("2d=Dec 2002") == [("2d", "Finish", None, None, "31 Dec 2002", None)]


def test_a_percentage_of_what_is_expected() -> None:
    """80 % of each year, and of the whole; the net position takes the difference."""
    assert differing("2/savings=80%") == [
        ("2/savings/2004-05", "Expected", 24_000_000, 24_000_000, 19_200_000, -4_800_000),
        ("2/savings/2005-06", "Expected", 24_000_000, 24_000_000, 19_200_000, -4_800_000),
        ("", "Savings over the plan", 48_000_000, 48_000_000, 38_400_000, -9_600_000),
        ("", "Net over the plan", -20_500_000, -20_500_000, -10_900_000, 9_600_000),
    ]


def test_days_are_supposed_before_money() -> None:
    """In whatever order they are given: 80 % of the £180k and £240k that are left, so 144,000 and 192,000."""
    for told in (("2c=June 2004", "2/savings=80%"), ("2/savings=80%", "2c=June 2004")):
        amounts = {address: then for address, *_, then, _ in differing(*told)}
        assert (amounts["2/savings/2004-05"], amounts["2/savings/2005-06"]) == (14_400_000, 19_200_000)


def test_pence_left_by_a_percentage_fall_in_the_last_year() -> None:
    """The last year has what is left when each year has its whole pence."""
    # 50 % of 1,000,001 and of 1,000,001 pence: 500,000 and 500,000; of both 1,000,001, so that one penny is left
    odd = with_value(with_value(BASE, "2/savings/2004-05", "£10,000.01"), "2/savings/2005-06", "£10,000.01")
    amounts = {address: then for address, *_, then, _ in differing("2/savings=50%", of=odd)}
    assert (amounts["2/savings/2004-05"], amounts["2/savings/2005-06"]) == (500_000, 500_001)
    less = with_value(BASE, "2/savings/2004-05", "(£10,000.01)")
    lost = {address: then for address, *_, then, _ in differing("2/savings/2004-05=50%", of=less)}
    assert lost["2/savings/2004-05"] == -500_000


def test_an_amount_of_a_year() -> None:
    """An amount is that of its year alone; a percentage may be of one year, too."""
    assert differing("2/savings/2004-05=£100k")[0] == (
        *("2/savings/2004-05", "Expected", 24_000_000, 24_000_000, 10_000_000, -14_000_000),
    )
    assert [one[0] for one in differing("2/savings/2005-06=110%")] == ["2/savings/2005-06", "", ""]
    # a year nothing is planned for
    assert differing("2/income/2003-04=£5k")[0] == ("2/income/2003-04", "Expected", None, None, 500_000, 500_000)


def test_money_that_has_come_in_stays() -> None:
    """What is final is no supposition's; of two years the other is shared, and alone it is refused."""
    came = with_money("actual", "savings", "2004-05", "£200k")
    day = dt.date(2005, 4, 2)
    # overdue on 2 April 2005, it starts in May at the earliest: 240,000 - 20,000 = 220,000, x 80 % = 176,000
    assert differing("2/savings=80%", of=came, day=day)[0] == (
        *("2/savings/2005-06", "Expected", 24_000_000, 22_000_000, 17_600_000, -4_400_000),
    )
    with pytest.raises(UsageProblem, match="has come in"):
        supposed("2/savings/2004-05=80%", of=came, day=day)


def test_a_stream_that_was_not_there() -> None:
    """Money of a stream without any so far has nothing to stand beside."""
    bare = without(without(without(BASE, "2/savings/2004-05"), "2/savings/2005-06"), "2/savings")
    bare = without(bare, "2/income")
    assert ("", "Income over the plan", None, None, 500_000, 500_000) in differing("2/income/2003-04=£5k", of=bare)
    none = without(without(without(bare, "2/budget/2002-03"), "2/budget/2003-04"), "2/budget")
    assert differing("2d=Dec 2002", of=none) == [("2d", "Finish", None, None, "31 Dec 2002", None)]


@pytest.mark.parametrize(
    "told",
    [
        (),
        ("2c=Dec 2002",),
        ("2c=31 December 2002",),
        ("2/savings=100%",),
        ("2/savings/2004-05=240",),
        ("2/budget=100.0 %",),
    ],
)
def test_what_is_so_already_changes_nothing(told: tuple[str, ...]) -> None:
    """The review itself stays as it is, to the value."""
    assert supposed(*told) is BASE
    assert differing(*told) == []


@given(st.sampled_from(["savings", "budget"]), st.integers(0, 300), st.dates(DAY, dt.date(2006, 3, 31)))
def test_only_what_is_supposed_differs(stream: str, percent: int, day: dt.date) -> None:
    """Plan and actuals never move; money in total is the percentage of it, down to the penny."""
    changed = supposed(f"2/{stream}={percent}%", f"2d={day.isoformat()}")
    before, after = review_standing(BASE, DAY), review_standing(changed, DAY)
    assert [(one.address, one.money.plan, one.money.actual) for one in before.money] == [
        (one.address, one.money.plan, one.money.actual) for one in after.money
    ]
    for one, other in zip(before.streams, after.streams, strict=True):
        share = percent if one.stream == stream else 100
        assert other.expected == (one.expected or 0) * share // 100
    assert changed.recommendations[0].parts[0] == BASE.recommendations[0].parts[0]


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("9z=June 2004", "9z: plan has nothing of that address"),
        ("2c=80%", "2c: is work, of which there is no percentage"),
        ("2c=soon", "2c: names no day to finish by"),
        ("2c=", "2c: names no day to finish by"),
        ("2c=Sept 2002", "2c: “Sept 2002” is over on 1 Oct 2002"),
        ("2.1=70%", "2.1: is no action, no step and no money"),
        ("2=80%", "2: is no action, no step and no money"),
        ("2/savings=£400k", "2/savings: is money of several years"),
        ("2/savings/2004-05=lots", "2/savings/2004-05: gives no single amount"),
        ("2/savings/2004-05=-5%", "2/savings/2004-05: gives no single amount"),
        ("2/income=80%", "2/income: has no amounts by year"),
        ("2/income/2003-04=80%", "2/income/2003-04: has no amounts by year"),
    ],
)
def test_what_cannot_be_supposed(told: str, said: str) -> None:
    """Each is one line that names the address."""
    with pytest.raises(UsageProblem) as caught:
        supposed(told)
    assert str(caught.value).startswith(said)
    assert "\n" not in str(caught.value)


def test_nothing_is_expected_of_closed_work() -> None:
    """Work that is done has no day to come."""
    done = with_event(BASE, "2c", {"date": DAY, "kind": "complete"})
    with pytest.raises(UsageProblem, match="2c: is done, and nothing is expected of it"):
        supposed("2c=June 2004", of=done)


def test_a_difference_is_a_value() -> None:
    """Two standings that are the same differ in nothing."""
    standing = review_standing(BASE, DAY)
    assert differences(standing, standing) == ()
    assert Difference("2c", "Finish", None, None, None, None).by is None
