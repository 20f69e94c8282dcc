"""Slippage: whole months behind a deadline, with the days beside."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st

from bvtrack.delivery.slippage import ON_TIME, Slippage, moved, slippage

DAYS = st.dates(date(1990, 1, 1), date(2060, 12, 31))


@pytest.mark.parametrize(
    ("deadline", "reached", "months", "days"),
    [
        (date(2002, 9, 30), date(2002, 9, 30), 0, 0),
        (date(2002, 9, 30), date(2002, 10, 1), 1, 1),
        (date(2002, 9, 30), date(2002, 10, 31), 1, 31),
        (date(2002, 9, 30), date(2002, 11, 1), 2, 32),
        (date(2003, 2, 28), date(2003, 3, 31), 1, 31),
        (date(2004, 2, 28), date(2004, 3, 29), 2, 30),
        (date(2003, 1, 30), date(2003, 2, 28), 1, 29),
        (date(2002, 12, 31), date(2004, 2, 29), 14, 425),
        (date(2002, 9, 30), date(2002, 1, 1), 0, 0),
    ],
)
def test_months_behind(deadline: date, reached: date, months: int, days: int) -> None:
    """Any day past the deadline is a month at least, and the last day of a month stays the last."""
    assert slippage(deadline, reached) == Slippage(months, days)


def by_counting(deadline: date, reached: date) -> int:
    """Count months up, as the domain's definition says it."""
    last = (deadline + timedelta(1)).day == 1
    months = 0
    while True:
        after = deadline + relativedelta(months=months)
        after = after + relativedelta(day=31) if last else after
        if after >= reached:
            return months
        months += 1


@given(DAYS, st.integers(-100, 3000))
def test_the_formula_is_the_definition(deadline: date, late: int) -> None:
    """The months are the least by which the deadline must be moved to be no earlier than the day reached."""
    reached = deadline + timedelta(late)
    assert slippage(deadline, reached) == Slippage(by_counting(deadline, reached), max(late, 0))


@given(DAYS, st.integers(0, 2000), st.integers(0, 2000))
def test_later_is_never_less_late(deadline: date, one: int, more: int) -> None:
    """A later day is at least as many months behind."""
    first, second = (slippage(deadline, deadline + timedelta(days)) for days in (one, one + more))
    assert first <= second
    assert (first == ON_TIME) == (one == 0)


def test_moved_stays_within_the_month() -> None:
    """A day that a month does not have is its last; a leap day that is last stays last."""
    assert moved(date(2003, 1, 30), 1) == date(2003, 2, 28)
    assert moved(date(2004, 2, 29), 12) == date(2005, 2, 28)
    assert moved(date(2004, 2, 29), 1) == date(2004, 3, 31)
    assert moved(date(2002, 12, 15), 1) == date(2003, 1, 15)


def test_the_end_of_time_can_be_reached() -> None:
    """A completion on the last day there is does not break the reckoning."""
    assert slippage(date(2002, 9, 29), date.max).months == 7997 * 12 + 4
