"""Every amount a review prints, with its address and the words that say where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bvtrack.checks.quoted import cell_of
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
    """A printed value of money; `where` begins a sentence about it."""

    money: Money
    address: str
    key: Key
    where: str


def printed_money(review: Review, tables: Sequence[Table]) -> Iterator[PrintedMoney]:
    """Yield the cells of the finance tables, the amounts of the cost lines, the figures in prose and the stated net."""
    for table in tables:
        yield from _in_table(table)
    for number, recommendation in enumerate(review.recommendations):
        for one in amounts(review, number):
            where = f"Cost line {one.address.rpartition('/')[2]} of recommendation {recommendation.id}"
            yield PrintedMoney(one.money, one.address, one.key, where)
            if one.line.first is not None:
                key = (*one.key[:-1], "first")
                yield PrintedMoney(one.line.first, one.address, key, f"The part-year amount of c{where[1:]}")
    for number, quoted in enumerate(review.quoted):
        cell = cell_of(review, number)
        yield PrintedMoney(quoted.value, cell.address, cell.key, f"The {quoted.total} figure in {quoted.place}")
    if review.net is not None:
        yield PrintedMoney(review.net, "review", ("net",), "The net position")


def _in_table(table: Table) -> Iterator[PrintedMoney]:
    for line, cells in zip(table.rows, table.cells, strict=True):
        row = "the row of totals" if line.role is Role.TOTAL else f"row {line.label}"
        for column, cell in zip(table.columns, cells, strict=True):
            if cell.money is not None:
                where = f"In the {table.name} table, {column.label} of {row}"
                yield PrintedMoney(cell.money, cell.address, cell.key, where)
