"""The outcome measures of each recommendation with their plan references and targets, a target a row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bvtrack.core.table import Cell, Line, Role, Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bvtrack.core.review import Measure, Recommendation, Review

Row = tuple[Line, tuple[Cell, ...]]


def outcomes(review: Review) -> Table:
    """List the measures under their recommendations; one without targets says so with an empty cell."""
    rows = [row for recommendation in review.recommendations for row in _recommendation(recommendation)]
    return Table(
        name="outcomes",
        title="Outcome measures and targets",
        corner="Ref",
        columns=(Line("Outcome measure"), Line("Plan"), Line("Outcome target")),
        rows=tuple(line for line, _ in rows),
        cells=tuple(cells for _, cells in rows),
    )


def _recommendation(recommendation: Recommendation) -> Iterator[Row]:
    yield (
        Line(recommendation.id, Role.HEADING),
        (Cell(recommendation.text, address=recommendation.id), Cell(), Cell("" if recommendation.measures else "none")),
    )
    for measure in recommendation.measures:
        yield from _measure(measure)


def _measure(measure: Measure) -> Iterator[Row]:
    targets = [
        Cell(f"{target.value.text} (of {target.of})" if target.of else target.value.text, address=f"{measure.id}/{nth}")
        for nth, target in enumerate(measure.targets, start=1)
    ] or [Cell()]
    yield (
        Line(measure.id),
        (Cell(measure.text, address=measure.id), Cell(", ".join(measure.plan)), targets[0]),
    )
    for target in targets[1:]:
        yield Line(""), (Cell(), Cell(), target)
