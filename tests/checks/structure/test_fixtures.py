"""What is found in the tables of `fixtures/tables`, and in the source report's own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bvtrack.checks.figures.misfits import Outcome
from bvtrack.checks.figures.sums import Kind
from bvtrack.checks.structure.inference import foot
from testbed.fixtures import Found, expected, found, grid_of

if TYPE_CHECKING:
    from bvtrack.core.review import Rounding

WANTED = expected()


@pytest.mark.parametrize("name", WANTED)
def test_each_fixture_gives_what_must_be_found_in_it(name: str) -> None:
    """Nothing is missed, nothing is accused beside it, and a clean table is clean."""
    assert found(name) == WANTED[name]


def test_half_of_the_fixtures_are_clean() -> None:
    """At least thirty of at least sixty tables have nothing to be found."""
    clean = [name for name, want in WANTED.items() if want in (Found(), Found(skipped=True))]
    assert len(WANTED) >= 60
    assert len(clean) >= 30


@pytest.mark.parametrize("name", WANTED)
def test_marked_headings_are_no_need(name: str) -> None:
    """A reader that knows no heading rows gives the same table."""
    grid = grid_of(name)
    plain = type(grid)(
        1, tuple(tuple(type(cell)(cell.text, cell.spot) for cell in row) for row in grid.cells), grid.caption
    )
    assert foot(plain).table == foot(grid).table


@pytest.mark.parametrize(
    ("total", "rounding", "outcome"),
    [
        ("1346", "nearest", Outcome.EXACT),
        ("1349", "nearest", Outcome.ROUNDING),
        ("1350", "nearest", Outcome.WRONG),
        ("1346", "exact", Outcome.EXACT),
        ("1349", "exact", Outcome.WRONG),
        ("1350", "exact", Outcome.WRONG),
    ],
)
def test_a_shifted_total_is_weighed_as_its_rounding_says(total: str, rounding: Rounding, outcome: Outcome) -> None:
    """Five row totals leave three thousand for rounding, and nothing where all is exact."""
    grid = grid_of("33-shifted-total-row")
    cells = tuple(
        tuple(replace(cell, text=total) if cell.text == "1346" else cell for cell in row) for row in grid.cells
    )
    footed = foot(replace(grid, cells=cells), rounding=rounding)
    assert footed.footing is not None
    grand = [check for check in footed.footing.checks if check.sum.kind is Kind.GRAND]
    assert [check.outcome for check in grand] == [outcome, Outcome.EXACT, Outcome.EXACT]
    assert len(footed.misfits) == (outcome is Outcome.WRONG)
