"""What a scrutiny committee gets: every action under its recommendation, by whom, by when, and what was last said."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from bvtrack.core.table import Cell, Line, Role, Table
from bvtrack.delivery import words
from bvtrack.delivery.review import review_standing

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from bvtrack.core.review import Review
    from bvtrack.delivery.progress import Standing
    from bvtrack.delivery.review import ReviewStanding

Row = tuple[Line, tuple[Cell, ...]]
_COLUMNS = ("Action", "Owner", "Deadline", "Forecast or done", "Status")


def progress(review: Review, as_at: date) -> Table:
    """List the actions of a review with deadline, forecast, status, steps done and the last note, as at a day."""
    standing = review_standing(review, as_at)
    rows = list(_rows(standing))
    return Table(
        name="progress",
        title=f"Progress as at {words.full_day(as_at)}",
        corner="Ref",
        columns=(*map(Line, _COLUMNS), Line("Steps done", numeric=True), Line("Last note")),
        rows=tuple(line for line, _ in rows),
        cells=tuple(cells for _, cells in rows),
        notes=(f"{words.tally(standing.counts)}.",),
    )


def _rows(standing: ReviewStanding) -> Iterator[Row]:
    actions = iter(standing.actions)
    for recommendation in standing.review.recommendations:
        heading = Cell(recommendation.text, address=recommendation.id)
        yield Line(recommendation.id, Role.HEADING), (heading, *(Cell() for _ in range(6)))
        for one in islice(actions, len(recommendation.parts)):
            yield Line(one.address), _action(one)


def _action(one: Standing) -> tuple[Cell, ...]:
    return (
        Cell(one.text, address=one.address),
        Cell(one.owner, address=f"{one.address}/owner"),
        Cell(words.due(one), address=f"{one.address}/finish"),
        Cell(words.full_day(one.finished_on) if one.finished_on else words.deadline(one.forecast)),
        Cell(words.status(one)),
        Cell(f"{one.steps_done} of {one.steps}" if one.steps else ""),
        Cell(one.note or ""),
    )
