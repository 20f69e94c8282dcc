"""Several reviews: each in a line, and all of them as one, by owner, by month and by stream of money."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING, Final

from bvtrack.core.money import Money, MoneyKind, Unit
from bvtrack.core.table import Cell, Line, Table
from bvtrack.delivery import words
from bvtrack.delivery.brag import DEFAULT
from bvtrack.delivery.portfolio import money, months
from bvtrack.delivery.progress import State
from bvtrack.report.tables import status

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bvtrack.delivery.brag import Policy
    from bvtrack.delivery.progress import Standing
    from bvtrack.delivery.review import ReviewStanding

_POUNDS: Final = Unit("£", 100, "£")
_COUNTS: Final = ("Actions", "Overdue", "Due within 30 days", "Done")


def rolled_up(standings: Sequence[ReviewStanding], policy: Policy = DEFAULT) -> tuple[Table, ...]:
    """Give the tables of several reviews: each in a line, who holds their actions, when these are due, their money."""
    actions = tuple(chain.from_iterable(one.actions for one in standings))
    units = {one.review.unit.pence: one.review.unit for one in standings if one.money}
    unit = next(iter(units.values())) if len(units) == 1 else _POUNDS
    held = replace(status.owners(actions), name="load", title="Owners over all reviews")
    sums = status.streams(money(standings), unit, policy)
    return (
        portfolio(standings, policy),
        held,
        by_month(actions),
        replace(sums, name="money", title=f"Money of all reviews ({unit.symbol})"),
    )


def by_month(actions: Iterable[Standing]) -> Table:
    """List the months that actions are due in, and how many of them are done and overdue."""
    found = months(actions)
    return Table(
        name="months",
        title="Deadlines by month",
        corner="Month",
        columns=tuple(Line(label, numeric=True) for label in ("Actions", "Done", "Overdue")),
        rows=tuple(Line(words.month(one.first)) for one in found),
        cells=tuple(tuple(Cell(str(count)) for count in (one.actions, one.done, one.overdue)) for one in found),
    )


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
            Line("At risk", numeric=True),
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
        _at_risk(one, one.review.unit),
        Cell(f"{worst.address}: {words.delay(worst.slippage)}" if worst else ""),
        Cell(f"{following.address}: {words.due(following)}" if following else ""),
    )


def _at_risk(one: ReviewStanding, unit: Unit) -> Cell:
    """Give the savings and income that waiting for actions takes from the plan; blank where there are none."""
    pence = sum(stream.at_risk for stream in one.streams if stream.stream != "budget")
    return _amount(pence, unit) if pence else Cell()


def _net(one: ReviewStanding, unit: Unit) -> Cell:
    if not one.money:
        return Cell()
    return _amount(one.net[-1].expected.so_far, unit)


def _amount(pence: int, unit: Unit) -> Cell:
    text = words.money(pence, unit)
    return Cell(f"{text} ({unit.symbol})", Money(text, MoneyKind.AMOUNT, pence))
