"""One measure in several reviews: put together by counts."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from bvtrack.delivery.measures import MeasureStanding, measures
from bvtrack.delivery.rolled_up import RolledUp, rolled_up
from example_review import review_of


def standing(
    *figures: tuple[str, str, int, int] | tuple[str, str],
    text: str = "users content",
    of: str = "users",
    lines: int = 1,
) -> tuple[MeasureStanding, ...]:
    """Give a measure with figures, each with its period and the counts it stands for."""
    told = ", ".join(
        f"{{ date = 2003-05-01, kind = 'actual', value = '{value}', period = '{period}'"
        + (f", numerator = {counts[0]}, denominator = {counts[1]} }}" if counts else " }")
        for value, period, *counts in figures
    )
    targets = ", ".join(['"60% in 2003-04"'] * lines)
    review = review_of(f"""
[[recommendation]]
id = "1"
text = "one"
measure = [{{ id = "1.1", text = "{text}", of = "{of}", targets = [{targets}], event = [{told}] }}]
""")
    return measures(review, dt.date(2004, 6, 1))


def test_percentages_are_put_together_by_their_counts() -> None:
    """58% of 200 and 70% of 50 are 116 + 35 = 151 of 250: 60.4%, not 64%; who has no counts is told of."""
    found = rolled_up(
        (
            *standing(("50%", "2001-02", 100, 200), ("58%", "2002-03", 116, 200)),
            *standing(("70%", "2002-03", 35, 50), text="Users  content"),
            *standing(("90%", "2002-03")),
        )
    )
    assert found == (RolledUp("users content", "users", "2002-03", 151, 250, 2, 3),)
    assert found[0].per_cent == Fraction(604, 10)


def test_what_is_not_the_same_is_not_put_together() -> None:
    """Other words, another population, other periods, several lines, or one alone: nothing comes of it."""
    one = standing(("58%", "2002-03", 116, 200))
    for other in (
        (),
        standing(("70%", "2002-03", 35, 50), text="users served"),
        standing(("70%", "2002-03", 35, 50), of="schools"),
        standing(("70%", "2003-04", 35, 50)),
        standing(("70%", "2002-03", 35, 50), lines=2),
        standing(("70%", "2002-03")),
    ):
        assert rolled_up((*one, *other)) == ()


@given(
    st.lists(
        st.tuples(st.integers(0, 500), st.integers(1, 500)).map(lambda two: (min(two), max(two))),
        min_size=2,
        max_size=5,
    )
)
def test_the_whole_lies_among_its_parts(counts: list[tuple[int, int]]) -> None:
    """Counts add up, and the percentage of all is no better than the best and no worse than the worst."""
    (found,) = rolled_up(one for part, whole in counts for one in standing(("50%", "2002-03", part, whole)))
    assert (found.numerator, found.denominator) == (sum(part for part, _ in counts), sum(whole for _, whole in counts))
    each = [Fraction(100 * part, whole) for part, whole in counts]
    assert min(each) <= found.per_cent <= max(each)
