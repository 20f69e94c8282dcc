"""What is found in the tables of `fixtures/tables`, and in the source report's own."""

from __future__ import annotations

import pytest

from bvtrack.checks.structure.inference import foot
from testbed.fixtures import Found, expected, found, grid_of

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
