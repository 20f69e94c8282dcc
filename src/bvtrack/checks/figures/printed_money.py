"""Every amount a review prints, with its address and the words that say where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from bvtrack.checks.figures.quoted import cell_of
from bvtrack.core.finance import amounts
from bvtrack.core.table import Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bvtrack.core.finding import Key
    from bvtrack.core.money import Money
    from bvtrack.core.review import Review
    from bvtrack.core.table import Table


@dataclass(frozen=True, slots=True)
class PrintedMoney:
    """A printed value of money; `where` begins a sentence about it.

    `figures` are what it counts as: the amounts of a list where it may print several, else itself. `prose` is true of
    a figure that a sentence states.
    """

    money: Money
    address: str
    key: Key
    where: str
    figures: tuple[Money, ...]
    prose: bool = False


def printed_money(review: Review, tables: Sequence[Table]) -> Iterator[PrintedMoney]:
    """Yield the cells of the finance tables, the amounts of the cost lines, the figures in prose and the stated net."""
    for table in tables:
        yield from _in_table(table)
    for number, recommendation in enumerate(review.recommendations):
        for address, found in groupby(amounts(review, number), key=lambda one: one.address):
            several = tuple(found)
            line, key = several[0].line, several[0].key
            where = f"Cost line {address.rpartition('/')[2]} of recommendation {recommendation.id}"
            yield PrintedMoney(line.value, address, key, where, tuple(one.money for one in several))
            if line.first is not None:
                where = f"The part-year amount of c{where[1:]}"
                yield PrintedMoney(line.first, address, (*key[:-1], "first"), where, (line.first,))
    for number, quoted in enumerate(review.quoted):
        cell = cell_of(review, number)
        where = f"The {quoted.total} figure in {quoted.place}"
        yield PrintedMoney(quoted.value, cell.address, cell.key, where, (quoted.value,), prose=True)
    if review.net is not None:
        yield PrintedMoney(review.net, "review", ("net",), "The net position", (review.net,), prose=True)


def _in_table(table: Table) -> Iterator[PrintedMoney]:
    for line, cells in zip(table.rows, table.cells, strict=True):
        row = "the row of totals" if line.role is Role.TOTAL else f"row {line.label}"
        for column, cell in zip(table.columns, cells, strict=True):
            if cell.money is not None:
                where = f"In the {table.name} table, {column.label} of {row}"
                yield PrintedMoney(cell.money, cell.address, cell.key, where, (cell.money,))
