"""Measures that several reviews share, put together by the counts their percentages stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bvtrack.core.table import Cell, Line, Table
from bvtrack.delivery.measure_words import per_cent
from bvtrack.delivery.rolled_up import rolled_up

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bvtrack.delivery.review import ReviewStanding


def shared_measures(standings: Sequence[ReviewStanding]) -> Table:
    """List the measures that two reviews or more have counted for one period; without rows where there are none."""
    found = rolled_up(one for standing in standings for one in standing.measures)
    return Table(
        name="shared-measures",
        title="Outcome measures of several reviews",
        corner="Measure",
        columns=(
            Line("Of"),
            Line("Period"),
            *(Line(label, numeric=True) for label in ("Figure", "Counted", "Reviews")),
        ),
        rows=tuple(Line(one.text) for one in found),
        cells=tuple(
            (
                Cell(one.of),
                Cell(one.period),
                Cell(per_cent(one.per_cent)),
                Cell(f"{one.numerator:,} of {one.denominator:,}"),
                Cell(f"{one.counted} of {one.measures}"),
            )
            for one in found
        ),
    )
