"""The net position, budget less savings and income: by year, over the plan, and where it is stated."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bvtrack.checks.figures.intervals import Figure, figure_of, prose_figure_of
from bvtrack.checks.figures.quoted import cell_of
from bvtrack.checks.figures.slips import convention
from bvtrack.core.finance import STREAMS, total_of
from bvtrack.core.table import Cell, Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bvtrack.core.review import Review, Stream
    from bvtrack.core.table import Table

_SIGN = {"budget": 1, "savings": -1, "income": -1}


@dataclass(frozen=True, slots=True)
class Net:
    """The net position in pence: the amount of each stream over the plan, and the net of each year as labelled.

    `years` is empty where some row prints a total alone.
    """

    streams: dict[str, int]
    years: tuple[tuple[str, int], ...]

    @property
    def total(self) -> int:
        """The net position over the plan."""
        return sum(_SIGN[stream] * pence for stream, pence in self.streams.items())


@dataclass(frozen=True, slots=True)
class Misstated:
    """A stated net position that is not that of the tables: the cell that states it, its place, and both in pence."""

    cell: Cell
    place: str
    printed: int
    net: int


def net_of(tables: Sequence[Table], recommendation: str | None = None) -> Net | None:
    """Give the net position of the tables, or of one recommendation's rows.

    None where there is nothing to add or a figure cannot be read. A row without years counts with its total.
    """
    streams: dict[str, int] = {}
    years: dict[str, int] = {}
    by_year = True
    for table in tables:
        sign = convention(table)
        for line, cells in zip(table.rows, table.cells, strict=True):
            if line.role is not Role.ITEM or recommendation not in (None, line.label):
                continue
            printed = [figure_of(cell.money, "exact") for cell in cells]
            if None in printed:
                return None
            *each, total = [sign * figure.pence for figure in printed if figure]
            alone = not any(cell.text.strip() for cell in cells[:-1])
            by_year = by_year and not (alone and total)
            streams[table.name] = streams.get(table.name, 0) + (total if alone else sum(each))
            for column, pence in zip(table.columns, each, strict=False):
                label = column.year.label if column.year else column.label
                years[label] = years.get(label, 0) + _SIGN[table.name] * pence
    return Net(streams, tuple(years.items()) if by_year else ()) if streams else None


def stated_net(review: Review) -> Iterator[tuple[Cell, str, str | None]]:
    """Yield where the review states a net position: the cell, the place, and whose net it is, None for the review's."""
    if review.net is not None:
        yield Cell(review.net.text, review.net, "review", ("net",)), "the review", None
    for number, quoted in enumerate(review.quoted):
        if quoted.total == "net":
            yield cell_of(review, number), quoted.place, quoted.recommendation


def totals_without_rows(review: Review, tables: Sequence[Table]) -> Iterator[Stream]:
    """Yield the streams of which the review prints totals, but no recommendation's profile."""
    for stream in STREAMS:
        total = total_of(review, stream)
        printed = total is not None and (total.total is not None or total.years)
        if printed and all(table.name != stream for table in tables):
            yield stream


def misstated(review: Review, tables: Sequence[Table]) -> Iterator[Misstated]:
    """Yield each stated net position that is neither the net of the rows nor that of the printed grand totals.

    Prose states a net saving without its sign, so that either sign will do.
    """
    for cell, place, recommendation in stated_net(review):
        net = net_of(tables, recommendation)
        figure = prose_figure_of(cell.money, review.rounding)
        if net is None or figure is None:
            continue
        possible = {net.total} if recommendation else {net.total, _net_of_totals(tables, net)}
        exact = [Figure(pence, 2 * pence, 2 * pence) for pence in possible]
        if not any(figure.meets(one) or figure.meets(-one) for one in exact):
            yield Misstated(cell, place, figure.pence, net.total)


def _net_of_totals(tables: Sequence[Table], net: Net) -> int:
    """Give the net of the grand totals as printed, a stream without one counting with its rows."""
    pence = 0
    for table in tables:
        printed = table.cells[-1][-1].money if table.rows[-1].role is Role.TOTAL else None
        total = figure_of(printed, "exact") if printed is not None else None
        pence += _SIGN[table.name] * (convention(table) * total.pence if total else net.streams[table.name])
    return pence
