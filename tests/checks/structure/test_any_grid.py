"""Any grid at all is footed or passed over with a reason; the same grid gives the same result."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from bvtrack.checks.structure.headers import money_of
from bvtrack.checks.structure.inference import foot
from bvtrack.core.document import Grid, GridCell, Spot

PIECES = [
    "",
    "-",
    "0",
    "7",
    "12",
    "19",
    "-7",
    "(12)",
    "1,234",
    "1.1",
    "12%",
    "TBC",
    "n/a",
    "£7k",
    "3.9 million",
    "Total",
]
PIECES += [
    "Sub-total",
    "Less grant",
    "Net",
    "Balance",
    "of which",
    "2002-03",
    "2003-04",
    "2001",
    "Year 1",
    "(1)",
    "a",
    "£000",
]
PIECES += [
    "9" * 5000,
    "\ud800",
    "\x00",
    "\u202e12",
    "1" * 40,
    "Total savings over 4 years",
    "Average",
    "Rec",
    "Cost per head",
]
TEXTS = st.sampled_from(PIECES)
CELLS = st.builds(GridCell, TEXTS, st.just(Spot()), st.booleans(), st.booleans())


@st.composite
def grids(draw: st.DrawFn) -> Grid:
    """Draw a rectangular grid."""
    width = draw(st.integers(0, 6))
    rows = draw(st.lists(st.tuples(*[CELLS] * width), max_size=9))
    return Grid(1, tuple(rows), caption=draw(TEXTS), heading=draw(TEXTS))


@given(grids(), st.sampled_from(["nearest", "truncated", "exact"]))
@settings(max_examples=150, deadline=None)
def test_any_grid_is_footed_or_passed_over(grid: Grid, rounding: str) -> None:
    """Nothing raises; there is a reason or a table; every misfit is a sum that breaks."""
    how = {"nearest": foot(grid), "truncated": foot(grid, rounding="truncated"), "exact": foot(grid, rounding="exact")}
    one = how[rounding]
    assert (one.table is None) == bool(one.reason)
    assert all(check.difference for misfit in one.misfits for check in misfit.fault.checks)
    money_of.cache_clear()
    assert foot(grid) == how["nearest"]
