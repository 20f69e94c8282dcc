"""What becomes of savings: five ways that always add up to the plan; thousands of pounds, each sum written out."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bvtrack.core.financial_year import FinancialYear
from bvtrack.delivery.money import Layers, Line
from bvtrack.delivery.savings import Split, split, total

YEAR = FinancialYear(2004)
WITHIN, AFTER = dt.date(2004, 10, 1), dt.date(2005, 4, 1)


def told(layers: Layers, day: dt.date = WITHIN, year: FinancialYear | str = YEAR) -> tuple[int, ...]:
    """Give what becomes of a saving: achieved, on track, delayed, unachievable, mitigated."""
    return tuple(split(Line("savings", "2", year, layers), day))


@pytest.mark.parametrize(
    ("layers", "expected"),
    [
        (Layers(240), (0, 240, 0, 0, 0)),
        (Layers(), (0, 0, 0, 0, 0)),
        # 60 in, and 240 still expected by the year's end: 60 + 180
        (Layers(240, actual=60, final=False), (60, 180, 0, 0, 0)),
        # the line starts three months late: 240 − 60 = 180 on track, 60 delayed
        (Layers(240, late=-60), (0, 180, 60, 0, 0)),
        # it never starts
        (Layers(240, never=-240), (0, 0, 0, 240, 0)),
        # 200 forecast: 40 short, of which dates explain 30
        (Layers(240, 200, late=-30), (0, 200, 30, 10, 0)),
        # 50 of the 60 are made up for, so that 10 are delayed
        (Layers(240, late=-60, mitigated=50), (0, 180, 10, 0, 50)),
        # more is made up for than is short
        (Layers(240, 230, mitigated=50), (0, 230, 0, 0, 10)),
        # the year ended 40 short, of which 25 are made up for
        (Layers(240, 240, 200, mitigated=25), (200, 0, 0, 15, 25)),
        # more came in than planned
        (Layers(240, 300, 310), (240, 0, 0, 0, 0)),
        # less than nothing came in
        (Layers(240, 300, -5), (0, 0, 0, 240, 0)),
        # 50 are in, 30 are forecast for the year: 50 it is
        (Layers(240, 30, 50, final=False), (50, 0, 0, 190, 0)),
        # savings printed as negative
        (Layers(-240, late=60, actual=-30, final=False), (-30, -150, -60, 0, 0)),
    ],
)
def test_what_becomes_of_a_saving(layers: Layers, expected: tuple[int, ...]) -> None:
    """Each case has its sum."""
    assert told(layers) == expected


def test_a_year_that_is_over_and_untold_is_delayed() -> None:
    """What should be in and nobody has told of is late; a label that is no year is never over."""
    assert told(Layers(240, late=-60), AFTER) == (0, 0, 240, 0, 0)
    assert told(Layers(240, 200), AFTER) == (0, 200, 0, 40, 0)
    assert told(Layers(240), AFTER, "then") == (0, 240, 0, 0, 0)


def test_totals_add_up() -> None:
    """Nothing adds up to nothing."""
    assert total([]) == Split()
    assert total([Split(1, 2, 3, 4, 5), Split(mitigated=5)]) == Split(1, 2, 3, 4, 10)


PENCE = st.integers(-(10**12), 10**12)
LAYERS = st.builds(
    Layers,
    st.none() | PENCE,
    st.none() | PENCE,
    st.none() | PENCE,
    late=PENCE,
    never=PENCE,
    mitigated=st.none() | PENCE,
    final=st.booleans(),
)


@given(st.lists(LAYERS, max_size=5), st.sampled_from([WITHIN, AFTER]))
def test_planned_is_the_sum_for_every_line_and_in_total(several: list[Layers], day: dt.date) -> None:
    """Planned = achieved + on track + delayed + unachievable + mitigated, and all have its sign."""
    splits = [split(Line("savings", "2", YEAR, layers), day) for layers in several]
    assert [one.planned for one in splits] == [layers.plan or 0 for layers in several]
    assert total(splits).planned == sum(layers.plan or 0 for layers in several)
    assert all(part == 0 or (part > 0) == (one.planned > 0) for one in splits for part in one)
