"""The implementation plan: each recommendation's actions with deadline and owners, and their steps, as printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bvtrack.core.table import Cell, Line, Role, Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bvtrack.core.review import Part, Recommendation, Review, Step

Row = tuple[Line, tuple[Cell, ...]]


def plan(review: Review) -> Table:
    """List the actions under their recommendations, and the steps under their actions."""
    rows = [row for recommendation in review.recommendations for row in _recommendation(recommendation)]
    return Table(
        name="plan",
        title="Implementation plan",
        corner="Ref",
        columns=(Line("Action"), Line("Finish"), Line("Responsible")),
        rows=tuple(line for line, _ in rows),
        cells=tuple(cells for _, cells in rows),
    )


def _recommendation(recommendation: Recommendation) -> Iterator[Row]:
    yield Line(recommendation.id, Role.HEADING), (Cell(recommendation.text, address=recommendation.id), Cell(), Cell())
    for part in recommendation.parts:
        yield Line(part.id, Role.HEADING), _action(part, part.id)
        for nth, step in enumerate(part.steps, start=1):
            yield Line(f"{part.id}/{nth}"), _action(step, f"{part.id}/{nth}")


def _action(action: Part | Step, address: str) -> tuple[Cell, ...]:
    return (
        Cell(action.text, address=address),
        Cell(action.finish.text if action.finish else "", address=address),
        Cell(action.owner.text if action.owner else "", address=address),
    )
