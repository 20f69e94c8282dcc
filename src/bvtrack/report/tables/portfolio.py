"""Every review in a line: what is overdue, due and done, its money over the plan, its slippage and next deadline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bvtrack.core.money import Money, MoneyKind
from bvtrack.core.table import Cell, Line, Table
from bvtrack.delivery import words
from bvtrack.delivery.brag import DEFAULT
from bvtrack.delivery.progress import State

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bvtrack.core.money import Unit
    from bvtrack.delivery.brag import Policy
    from bvtrack.delivery.review import ReviewStanding

_COUNTS = ("Actions", "Overdue", "Due within 30 days", "Done")


def portfolio(standings: Sequence[ReviewStanding], policy: Policy = DEFAULT) -> Table:
    """List reviews, each with the colours of its actions, and its money in its own unit."""
    return Table(
        name="portfolio",
        title="Reviews",
        corner="Review",
        columns=(
            Line("Authority"),
            *(Line(label, numeric=True) for label in _COUNTS),
            Line("Colours"),
            Line("Net over the plan", numeric=True),
            Line("Worst slippage"),
            Line("Next deadline"),
        ),
        rows=tuple(Line(one.review.id) for one in standings),
        cells=tuple(_review(one, policy) for one in standings),
    )


def _review(one: ReviewStanding, policy: Policy) -> tuple[Cell, ...]:
    counts = one.counts
    numbers = (counts.actions, counts.overdue, counts.due, counts.of(State.DONE))
    worst, following = one.worst_slippage, next(iter(one.next_deadlines), None)
    return (
        Cell(one.review.authority),
        *(Cell(str(number)) for number in numbers),
        Cell(", ".join(f"{number} {mark.word}" for mark, number in one.colours(policy))),
        _net(one, one.review.unit),
        Cell(f"{worst.address}: {words.delay(worst.slippage)}" if worst else ""),
        Cell(f"{following.address}: {words.due(following)}" if following else ""),
    )


def _net(one: ReviewStanding, unit: Unit) -> Cell:
    if not one.money:
        return Cell()
    pence = one.net[-1].expected.so_far
    text = words.money(pence, unit)
    return Cell(f"{text} ({unit.symbol})", Money(text, MoneyKind.AMOUNT, pence))
