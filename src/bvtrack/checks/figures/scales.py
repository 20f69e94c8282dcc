"""How the amounts of a table, and of the cost lines, write their scale, and where they mix several."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from bvtrack.checks.figures.amounts import amounts_of
from bvtrack.checks.figures.sums_told import called, unit_of
from bvtrack.core.finance import amounts
from bvtrack.core.money import read_unit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bvtrack.core.finding import Key
    from bvtrack.core.money import Money, Unit
    from bvtrack.core.review import Review
    from bvtrack.core.table import Table


class Printed(NamedTuple):
    """An amount, its address and its path in the file."""

    money: Money
    address: str
    key: Key


@dataclass(frozen=True, slots=True)
class Mix:
    """Amounts that mix scales: where they stand, an example of each spelling, and the first in the rarest."""

    where: str
    spellings: tuple[str, ...]
    odd: Printed


def mixed_scales(review: Review, tables: Sequence[Table]) -> Iterator[Mix]:
    """Yield the cost lines, if they mix scales, then each table that does."""
    lines = [
        Printed(one.money, one.address, one.key)
        for number in range(len(review.recommendations))
        for one in amounts(review, number)
    ]
    yield from _mixed("The cost lines are written", lines, review.unit)
    for table in tables:
        cells = [Printed(cell.money, cell.address, cell.key) for _, _, cell in table.figures() if cell.money]
        yield from _mixed(_written(table), cells, table.unit or review.unit)


def mixed_in_table(table: Table) -> Iterator[Mix]:
    """Yield the columns of a document's table that stand under one unit and mix scales, those of counts left out."""
    by_unit: dict[Unit, list[Printed]] = {}
    for number, line in enumerate(table.columns):
        stated = read_unit(f"{line.group} {line.label}")
        found = [
            Printed(money, cell.address, cell.key)
            for cell in (cells[number] for cells in table.cells)
            for money in amounts_of(cell.money)
        ]
        if stated or unit_of(table).text or any("£" in one.money.text or one.money.scale for one in found):
            by_unit.setdefault(stated or unit_of(table), []).extend(found)
    for unit, printed in by_unit.items():
        yield from _mixed(_written(table), printed, unit)


def _written(table: Table) -> str:
    return f"{called(table)[:1].upper()}{called(table)[1:]} is written"


def _mixed(where: str, found: Sequence[Printed], unit: Unit) -> Iterator[Mix]:
    spellings: dict[str, list[Printed]] = {}
    scales = set()
    for one in found:
        if one.money.pence and one.money.scale is not None:
            spelling, scale = _scale(one.money, unit)
            spellings.setdefault(spelling, []).append(one)
            scales.add(scale)
    written = [spelling for spelling in spellings if spelling]
    if len(scales) > 1 or len(written) > 1:
        candidates = written if len(written) > 1 else list(spellings)
        rarest = min(reversed(candidates), key=lambda spelling: len(spellings[spelling]))
        examples = (
            f"{spelling or unit.text or unit.symbol or 'no scale'} ({several[0].money.text})"
            for spelling, several in spellings.items()
        )
        yield Mix(where, tuple(examples), spellings[rarest][0])


def _scale(money: Money, unit: Unit) -> tuple[str, int]:
    """Give how an amount spells its scale, nothing where the heading does, and what 1 of it is in pence."""
    if money.scale:
        scale = read_unit(f"£{money.scale}")
        return money.scale, scale.pence if scale else 0
    return ("full pounds", 100) if "£" in money.text and unit.pence != 100 else ("", unit.pence)
