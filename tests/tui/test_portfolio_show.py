"""Reviews in lines and in a total."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bvtrack.app.show.portfolio import ORDERS, amount, in_order, line, service_of, totals, with_findings
from bvtrack.core.money import read_unit

if TYPE_CHECKING:
    from bvtrack.app.desk import Desk
    from bvtrack.app.show.portfolio import Line

OCTOBER = dt.date(2002, 10, 1)


@pytest.fixture
def one(desk: Desk) -> Line:
    """The Hertfordshire review in a line, on 1 October 2002."""
    return line(desk, desk.named(None), OCTOBER)


def test_a_review_in_a_line(one: Line) -> None:
    """Its counts, its money over the plan, its worst slippage and its next deadline."""
    assert (one.overdue, one.due, one.under_way, one.not_started, one.done, one.other) == (9, 1, 0, 6, 0, 0)
    assert [pence // 100_000 for pence in (one.budget, one.savings, one.income, one.net) if pence] == [
        1346,
        480,
        255,
        611,
    ]
    assert (one.months, one.next_said) == (3, "Oct 2002 5a")
    assert one.service == "Services to schools"
    assert {band.shade.word: band.number for band in one.bands if band.number} == {"red": 2, "amber": 8, "green": 6}
    assert one.findings is None


def test_findings_come_in_a_second_pass(desk: Desk, one: Line) -> None:
    """Errors, warnings and notes are counted, waived ones left out."""
    found = with_findings(desk, one, OCTOBER).findings
    assert found is not None
    assert found[0] >= 2


@pytest.mark.parametrize(
    ("title", "service"),
    [
        ("Best value review of services to schools", "Services to schools"),
        ("The Best-Value Review: Parking", "Parking"),
        ("Waste and recycling", "Waste and recycling"),
        ("Best value review of ", "Best value review of "),
    ],
)
def test_the_service_is_what_the_title_is_about(title: str, service: str) -> None:
    """The words every title begins with are left out, unless nothing else is there."""
    assert service_of(title) == service


def test_totals_sum_what_is_known(one: Line) -> None:
    """Counts and amounts are summed; blanks are no noughts; findings only when all are checked."""
    other = replace(one, id="other", budget=None, savings=None, income=None, net=None, findings=(1, 2, 3))
    sums = totals([one, other])
    assert (sums.reviews, sums.overdue, sums.budget, sums.findings) == (2, 18, one.budget, None)
    assert totals([other, other]).findings == (2, 4, 6)
    assert totals([other]).budget is None
    assert {band.shade.word: band.number for band in sums.bands if band.number} == {"red": 4, "amber": 16, "green": 12}
    assert totals([]).unit is None


def test_reviews_in_other_units_are_summed_in_pounds(one: Line) -> None:
    """Where the units differ each amount names its own, and totals are in pounds."""
    pounds = read_unit("£")
    assert pounds is not None
    sums = totals([one, replace(one, id="other", unit=pounds)])
    assert sums.unit is None
    assert amount(sums.net, sums.unit, shared=False) == "£1,222,000"
    assert amount(-8_500_000, None, shared=False) == "-£85,000"
    assert amount(one.net, one.unit, shared=False) == "611 £k"
    assert amount(one.net, one.unit, shared=True) == "611"
    assert amount(None, one.unit, shared=True) == ""


@pytest.mark.parametrize("column", ORDERS)
def test_blanks_stand_last_in_either_order(one: Line, column: str) -> None:
    """Sorting by any column works, and turning it round leaves blanks at the end."""
    blank = replace(
        one, id="blank", bands=(), budget=None, savings=None, income=None, net=None, next_day=None, findings=None
    )
    lines = [blank, replace(one, findings=(1, 0, 0)), replace(one, id="z", authority="Z", findings=(0, 0, 0))]
    for reverse in (False, True):
        found = in_order(lines, column, reverse=reverse)
        assert len(found) == 3
        if ORDERS[column](blank) is None:
            assert found[-1].id == "blank"


def test_a_line_is_found_by_its_words(one: Line) -> None:
    """The filter looks at id, authority, service and next deadline, in any case."""
    assert one.holds("hertfordSHIRE")
    assert one.holds("5a")
    assert not one.holds("Kent")
