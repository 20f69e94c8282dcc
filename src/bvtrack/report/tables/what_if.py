"""What would differ in a review, as a table: as planned, as it stands, as it would, and by how much."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bvtrack.core.table import Cell, Line, Table
from bvtrack.report.tables.movement import value_cell

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bvtrack.delivery.side_by_side import Difference


def what_if(listed: Iterable[Difference]) -> Table:
    """List what would differ, side by side with the plan."""
    some = tuple(listed)
    return Table(
        name="what-if",
        title="What would differ",
        corner="Ref",
        columns=tuple(map(Line, ("What", "Plan", "Now", "What if", "Difference"))),
        rows=tuple(Line(one.address) for one in some),
        cells=tuple(
            (Cell(one.what, address=one.address), *map(value_cell, (one.plan, one.now, one.then, one.by)))
            for one in some
        ),
    )
