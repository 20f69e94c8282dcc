"""Rows that a document's table prints twice: alike in every word and figure, or counted once by its totals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bvtrack.checks.documents.places import grid_row_of
from bvtrack.checks.figures.slips import Slip, doubled, slip_of
from bvtrack.checks.structure.words import says_total
from bvtrack.core.table import Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bvtrack.checks.structure.inference import Footed

_ENDS_A_BLOCK = frozenset({Role.HEADING, Role.SUBTOTAL, Role.TOTAL})


def counted_once(footed: Footed) -> set[int]:
    """Give the rows that repeat another and that the totals leave out."""
    footing = footed.footing
    faults = [one for one in footing.faults if slip_of(footing, one) == (Slip.TWICE, None)]
    parts = {part.at[0] for fault in faults for check in fault.checks for part in check.sum.parts}
    return {*footed.twice, *(parts & doubled(footing.table).keys())}


def repeated_rows(footed: Footed) -> Iterator[int]:
    """Yield the rows of figures that say in every cell what a row above them in their block says.

    A block ends at a heading and at a total. Words beside the figures that stand once for several rows, such as the
    name of a department, tell rows apart.
    """
    table = footed.footing.table
    figures = {cell.key[-1] for cell in table.cells[0]}
    seen: set[tuple[str, ...]] = set()
    words: dict[int, str] = {}
    for row, (line, cells) in enumerate(zip(table.rows, table.cells, strict=True)):
        texts = [" ".join(cell.text.split()).casefold() for cell in footed.grid.cells[grid_row_of(footed, row)]]
        for column in range(len(texts)):
            if column not in figures:
                words[column] = texts[column] = texts[column] or words.get(column, "")
        if line.role in _ENDS_A_BLOCK or says_total(line.label):
            seen.clear()
        elif line.label and any(cell.money and cell.money.pence for cell in cells):
            if tuple(texts) in seen:
                yield row
            seen.add(tuple(texts))
