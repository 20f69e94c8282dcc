"""Several reviews as one: the portfolio is the sum of its reviews, to the penny, and each deadline counts once."""

from __future__ import annotations

import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st

from bvtrack.core.finance import STREAMS
from bvtrack.delivery import portfolio
from bvtrack.delivery.portfolio import Month, months
from bvtrack.delivery.review import ReviewStanding, loads, review_standing
from example_review import review_of

AS_AT = dt.date(2002, 11, 1)
LAYERS = ("plan", "forecast", "actual", "variance", "expected", "at_risk")


def standing(text: str) -> ReviewStanding:
    """Give where a review stands on 1 November 2002."""
    return review_standing(review_of(text), AS_AT)


def spending(stream: str, pounds: list[int], actual: int | None) -> ReviewStanding:
    """Make a review of one stream from 2002-03 on, in pounds and pence, of which an actual may be told."""
    years = ", ".join(f'"0{2 + nth}-0{3 + nth}" = "£{amount}.{nth}7"' for nth, amount in enumerate(pounds))
    event = f'{{ date = 2002-10-01, kind = "actual", stream = "{stream}", year = "2002-03", value = "£{actual}" }}'
    return standing(
        f"[[recommendation]]\nid = '1'\ntext = 'one'\nprofile = {{ {stream} = {{ {years} }} }}\n"
        f"event = [{'' if actual is None else event}]"
    )


reviews = st.builds(
    spending,
    st.sampled_from(STREAMS),
    st.lists(st.integers(0, 9_999_999), min_size=1, max_size=4),
    st.none() | st.integers(0, 9_999),
)


@settings(max_examples=40)
@given(st.lists(reviews, max_size=5))
def test_the_portfolio_is_the_sum_of_its_reviews(standings: list[ReviewStanding]) -> None:
    """Every layer of every stream is what the reviews have of it, to the penny, and none where none has it."""
    summed = portfolio.money(standings)
    assert [one.stream for one in summed] == [
        stream for stream in STREAMS if any(one.stream == stream for of in standings for one in of.streams)
    ]
    for one in summed:
        for layer in LAYERS:
            parts = [getattr(part, layer) for of in standings for part in of.streams if part.stream == one.stream]
            known = [part for part in parts if part is not None]
            assert getattr(one, layer) == (sum(known) if known else None)


def test_a_sum_written_out() -> None:
    """£7.07 and £40.17 of one review and £100.07 of another are £147.31; nobody tells a forecast."""
    (budget,) = portfolio.money([spending("budget", [7, 40], None), spending("budget", [100], 90)])
    assert (budget.plan, budget.forecast, budget.actual) == (707 + 4017 + 10007, None, 9000)


def test_deadlines_by_month() -> None:
    """A day and its month fall together; work without a day is left out; a re-baseline moves it."""
    found = standing("""
[[recommendation]]
id = "1"
text = "one"
[[recommendation.part]]
id = "1a"
text = "first"
finish = "Sept 2002"
event = [{ date = 2002-09-02, kind = "complete" }]
[[recommendation.part]]
id = "1b"
text = "second"
finish = "7 Sept 2002"
[[recommendation.part]]
id = "1c"
text = "third"
finish = "Sept 2002"
event = [{ date = 2002-09-02, kind = "re-baseline", value = "March 2003", reason = "a short term", minute = "12" }]
[[recommendation.part]]
id = "1d"
text = "fourth"
finish = "ongoing"
[[recommendation.part]]
id = "1e"
text = "fifth"
""")
    assert months(found.actions) == (
        Month(dt.date(2002, 9, 1), actions=2, done=1, overdue=1),
        Month(dt.date(2003, 3, 1), actions=1, done=0, overdue=0),
    )


def test_loads_of_all_reviews_are_those_of_each() -> None:
    """Who holds work in two reviews is one line, with the work of both."""
    part = "{ id = '1a', text = 'a', finish = 'Sept 2002', owner = 'Ann Hope' }"
    text = f"[[recommendation]]\nid = '1'\ntext = 'one'\npart = [{part}]"
    one = standing(text)
    assert [(load.owner, load.actions, load.overdue) for load in loads([*one.actions, *one.actions])] == [
        ("Ann Hope", 2, 2)
    ]
