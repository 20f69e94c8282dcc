"""Shares: what each cost line has of a profile, in thousands of pounds."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bvtrack.core.finance import STREAMS
from bvtrack.delivery.money import label_of, lines
from bvtrack.delivery.shares import shares
from bvtrack.files.review_file import read_review
from example_review import review_of

HERTFORDSHIRE = Path(__file__).parents[2] / "reviews" / "hertfordshire-services-to-schools-2002.toml"
IN_THOUSANDS = 100_000


def shared(costs: str, profile: str) -> list[tuple[str, dict[str, int]]]:
    """Give the shares of a recommendation by address, nothing left out."""
    review = review_of(f"[[recommendation]]\nid = '1'\ntext = 'one'\ncosts = [{costs}]\nprofile = {{ {profile} }}")
    return [
        (one.address, {label_of(year): pence // IN_THOUSANDS for year, pence in one.amounts.items() if pence})
        for one in shares(review)
    ]


def cost(column: str, value: str, more: str = "") -> str:
    """Write a cost line."""
    return f'{{ column = "{column}", value = "{value}"{more} }}'


ONCE, YEARLY = cost("one-off", "£7k"), cost("annual", "£33k")
BUDGET = 'budget = { "02-03" = 7, "03-04" = 40, "04-05" = 40, "05-06" = 40, total = 127 }'
RUN = {"2003-04": 33, "2004-05": 33, "2005-06": 33}
LEFT = {"2003-04": 7, "2004-05": 7, "2005-06": 7}


@pytest.mark.parametrize(
    ("costs", "profile", "expected"),
    [
        # 7 + 33 × 3 = 106 of 127: 7 a year are nobody's
        (f"{ONCE}, {YEARLY}", BUDGET, [("1/costs/1", {"2002-03": 7}), ("1/costs/2", RUN), ("1/budget", LEFT)]),
        # the only line has the profile, whatever it prints
        (YEARLY, BUDGET, [("1/costs/1", {"2002-03": 7, "2003-04": 40, "2004-05": 40, "2005-06": 40})]),
        # but what is spent once has only its own year
        (
            cost("one-off", "£7k", ', year = "2003-04"'),
            'budget = { "02-03" = 7, "03-04" = 40 }',
            [("1/costs/1", {"2003-04": 7}), ("1/budget", {"2002-03": 7, "2003-04": 33})],
        ),
        # a printed start and end hold, with a part-year amount in the first year; no line has more than is left
        (
            ", ".join(
                [
                    cost("annual", "£33k", ', start = "2004-05", first = "£10k"'),
                    cost("annual", "£90k", ', year = "2003-04", end = "2003-04"'),
                ]
            ),
            BUDGET,
            [
                ("1/costs/1", {"2004-05": 10, "2005-06": 33}),
                ("1/costs/2", {"2003-04": 40}),
                ("1/budget", {"2002-03": 7, "2004-05": 30, "2005-06": 7}),
            ],
        ),
        # an annual line that never fits starts with the plan
        (
            f"{ONCE}, {cost('annual', '£900k')}",
            'budget = { "02-03" = 8, "03-04" = 1 }',
            [("1/costs/1", {"2002-03": 7}), ("1/costs/2", {"2002-03": 1, "2003-04": 1})],
        ),
        # money given back has its own sign
        (
            f"{cost('one-off', '-£7k')}, {cost('annual', '-£5k')}",
            'budget = { "02-03" = "-9", "03-04" = "-5" }',
            [("1/costs/1", {"2002-03": -7}), ("1/costs/2", {"2003-04": -5}), ("1/budget", {"2002-03": -2})],
        ),
        # what is not known is nobody's, and a total alone is in no year
        (cost("annual", "TBC"), 'budget = { "02-03" = "TBC", total = "TBC" }', [("1/costs/1", {})]),
        (cost("net potential savings", "£3k"), "savings = { total = 9 }", [("1/costs/1", {"": 9})]),
        ("", "income = { total = 9 }", [("1/income", {"": 9})]),
    ],
)
def test_shares(costs: str, profile: str, expected: list[tuple[str, dict[str, int]]]) -> None:
    """Lines share a profile in their order."""
    assert shared(costs, profile) == expected


def test_hertfordshires_recommendation_2() -> None:
    """£5k and £8k in one cell fall in 2002-03, £347k from 2003-04, and the saving is one line."""
    told = [one for one in shares(read_review(HERTFORDSHIRE).review) if one.recommendation == "2"]
    assert [sum(one.amounts.values()) // IN_THOUSANDS for one in told] == [13, 1041, 480]
    assert [one.once for one in told] == [True, False, False]


COSTS = st.lists(
    st.builds(
        cost, st.sampled_from(["one-off", "annual"]), st.integers(-50, 50).map(lambda n: f"{'-' * (n < 0)}£{abs(n)}k")
    ),
    max_size=4,
)
PROFILES = st.dictionaries(st.sampled_from(["02-03", "03-04", "04-05", "06-07", "then"]), st.integers(-99, 99))


@settings(deadline=None)
@given(COSTS, PROFILES)
def test_shares_are_the_plan(costs: list[str], profile: dict[str, int]) -> None:
    """Whatever the lines say, their shares and what is left add up to the plan, year by year."""
    years = ", ".join(f'"{year}" = {amount}' for year, amount in profile.items())
    profiles = f"profile = {{ budget = {{ {years} }} }}"
    review = review_of(f"[[recommendation]]\nid = '1'\ntext = 'one'\ncosts = [{', '.join(costs)}]\n{profiles}")
    sums: dict[str, int] = {}
    for one in shares(review):
        for year, pence in one.amounts.items():
            sums[label_of(year)] = sums.get(label_of(year), 0) + pence
    planned = {label_of(one.year): one.money.plan for one in lines(review, review.date) if one.stream in STREAMS}
    assert {year: pence for year, pence in sums.items() if pence} == {
        year: pence for year, pence in planned.items() if pence
    }
