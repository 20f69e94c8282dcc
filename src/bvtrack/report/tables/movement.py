"""What moved in a review, as a table: each item with what became of it, what stood there before and now, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bvtrack.core.money import Money, MoneyKind, pounds
from bvtrack.core.table import Cell, Line, Table
from bvtrack.delivery import words

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from bvtrack.core.review import Review
    from bvtrack.delivery.move import Move

_COLUMNS: Final = tuple(map(Line, ("Item", "What", "Before", "Now", "Why")))


def heading(review: Review, since: date, as_at: date, known: date | None) -> str:
    """Name a review and the two days between which it moved."""
    told = f", as known on {words.full_day(known)}" if known else ""
    days = f"from {words.full_day(since)} to {words.full_day(as_at)}"
    return f"{review.title}, {review.authority} ({review.id}), {days}{told}"


def moves(listed: Iterable[Move]) -> Table:
    """List what moved in a review."""
    some = tuple(listed)
    return Table(
        name="movement",
        title="What moved",
        corner="Ref",
        columns=_COLUMNS,
        rows=tuple(Line(one.address) for one in some),
        cells=tuple(_cells(one) for one in some),
    )


def _cells(one: Move) -> tuple[Cell, ...]:
    return (
        Cell(one.text, address=one.address),
        Cell(one.what.value),
        value_cell(one.before),
        value_cell(one.after),
        Cell(one.why),
    )


def value_cell(value: str | int | None) -> Cell:
    """Write words as they are, and pence as exact pounds; nothing is an empty cell."""
    if isinstance(value, int):
        whole, point, pence = pounds(abs(value)).partition(".")
        text = f"{'-' if value < 0 else ''}£{int(whole):,}{point}{pence}"
        return Cell(text, Money(text, MoneyKind.AMOUNT, value))
    return Cell(value or "")
