"""How a misfit of a sum is told: message with the sum worked, place, figures and hints, alike for all sums."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bvtrack.checks.figures.amounts import figures, said
from bvtrack.checks.figures.explain import Named, sum_readings
from bvtrack.checks.figures.misfits import Outcome
from bvtrack.checks.figures.slips import convention
from bvtrack.checks.figures.sums import Kind
from bvtrack.checks.words.phrasing import quoted
from bvtrack.core.finance import STREAMS
from bvtrack.core.finding import Finding, Place
from bvtrack.core.money import Unit, in_unit
from bvtrack.core.table import Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bvtrack.checks.figures.footing import Footing
    from bvtrack.checks.figures.misfits import Check, Fault
    from bvtrack.checks.figures.sums import Position, Sum
    from bvtrack.core.table import Table

POUND = Unit("£", 100, "£")
_LONGEST_WORKED = 8
_MOST_SUSPECTS = 8
_TOTALS = {
    Kind.ROW: "row {row} has a printed total of {printed}",
    Kind.COLUMN: "column {column} has a printed total of {printed}",
    Kind.GRAND: "the grand total is printed as {printed}",
    Kind.CROSS: "the grand total is printed as {printed}",
}
_PARTS = {
    Kind.ROW: "its figures add to {computed}",
    Kind.COLUMN: "its rows add to {computed}",
    Kind.GRAND: "the row totals add to {computed}",
    Kind.CROSS: "the column totals add to {computed}",
}


def unit_of(table: Table) -> Unit:
    """Give the unit a table's amounts are said in, pounds where it states none."""
    return table.unit or POUND


def called(table: Table) -> str:
    """Name a table in a sentence: by its stream, by its number in a document, or by its title."""
    if table.name in STREAMS:
        return f"the {table.name} table"
    return table.name if re.fullmatch(r"table \d+", table.name) else f"the table {quoted(table.name)}"


def place_of(footing: Footing, at: Position) -> Place:
    """Name a cell by its table, its row and its column; one without a label goes by its number among the figures."""
    row, column = at
    table = footing.table
    return Place(
        table.name, table.rows[row].label or f"no. {row + 1}", table.columns[column].label or f"no. {column + 1}"
    )


def worked(footing: Footing, check: Check) -> str:
    """Give both sides of a check in words, with the figures the parts are added from unless they are many."""
    one, unit = check.sum, unit_of(footing.table)
    place = place_of(footing, one.total)
    if _both_ways(one):
        over = sum(footing.pence(part.at) for part in one.parts if part.sign < 0)
        rows, columns = said(check.computed + over, unit), said(check.printed + over, unit)
        return f"the column totals add to {columns}, but the row totals to {rows}"
    total = _TOTALS[one.kind].format(row=place.row, column=place.column, printed=said(check.printed, unit))
    parts = _PARTS[one.kind].format(computed=said(check.computed, unit))
    terms = [
        in_unit(part.sign * footing.pence(part.at), unit) for part in one.parts if footing.cell(part.at).text.strip()
    ]
    adding = f" ({' + '.join(terms).replace('+ -', '- ')})" if 1 < len(terms) <= _LONGEST_WORKED else ""
    return f"{total}, but {parts}{adding}"


def _both_ways(one: Sum) -> bool:
    """Tell whether a sum sets what rows add to against what columns do, rather than adding one row or one column."""
    spread = all(len({part.at[line] for part in one.parts}) > 1 for line in (0, 1))
    return spread and any(part.sign < 0 for part in one.parts)


def misfit(footing: Footing, fault: Fault) -> Finding:
    """Tell a fault of a sum at the total it is about, placed at the figure at fault where that is known."""
    check, unit = fault.check, unit_of(footing.table)
    at = fault.guilty.at if fault.guilty else check.sum.total
    total, cell = footing.cell(check.sum.total), footing.cell(at)
    return Finding(
        address=total.address,
        key=cell.key or total.key,
        message=f"In {called(footing.table)}, {worked(footing, check)}{_guilty(footing, fault, unit)}.",
        place=place_of(footing, at),
        figures=figures(check.printed, check.computed, unit),
        hints=(*_suspects(footing, fault, unit), *_readings(footing, fault, unit)),
    )


def named(footing: Footing, one: Sum, at: Position) -> str:
    """Name a figure of a sum: by its column in a row, by its row in a column, else by both."""
    place = place_of(footing, at)
    if at == one.total and not _both_ways(one):
        return "the total"
    if all(part.at[0] == one.total[0] for part in one.parts):
        return place.column
    if all(part.at[1] == one.total[1] for part in one.parts):
        return f"row {place.row}"
    if footing.table.rows[at[0]].role is Role.TOTAL:
        return f"the total of {place.column}"
    return f"{'the total' if footing.table.columns[at[1]].role is Role.TOTAL else place.column} of row {place.row}"


def _guilty(footing: Footing, fault: Fault, unit: Unit) -> str:
    """Say which figure is at fault and what it should be, where that is known and is not the total itself."""
    guilty = fault.guilty
    if guilty is None or guilty.at == fault.check.sum.total:
        return ""
    name = named(footing, fault.check.sum, guilty.at)
    return f"; {name} is {_printed(footing, guilty.at, unit)} and should be {said(guilty.pence, unit)}"


def _printed(footing: Footing, at: Position, unit: Unit) -> str:
    return said(footing.pence(at), unit) if footing.cell(at).text.strip() else "blank"


def _suspects(footing: Footing, fault: Fault, unit: Unit) -> Iterator[str]:
    """Say which figures could be at fault where that is not known."""
    if not fault.suspects:
        yield "No one figure explains it: several are wrong, or a row or a year is missing or printed twice."
    elif fault.guilty is None:
        sign = convention(footing.table)
        likely = [one for one in fault.suspects if footing.cell(one.at).text.strip() or one.pence * sign > 0]
        if len(likely) > 1:
            shown = [
                f"{named(footing, fault.check.sum, one.at)} "
                f"({_printed(footing, one.at, unit)} for {said(one.pence, unit)})"
                for one in likely[:_MOST_SUSPECTS]
            ]
            more = [f"or another of {len(likely)} figures"] if likely[_MOST_SUSPECTS:] else []
            yield f"One of these is wrong, which one is not known: {'; '.join((*shown, *more))}."


def _readings(footing: Footing, fault: Fault, unit: Unit) -> tuple[str, ...]:
    one = fault.check.sum
    suspects = {suspect.at for suspect in fault.suspects}

    def figure(at: Position, sign: int = 1) -> Named:
        money = footing.cell(at).money
        place = money.place or 0 if money is not None else 0
        firm = bool(suspects) and at not in suspects
        return Named(named(footing, one, at), footing.pence(at), place, sign, firm)

    parts = [figure(part.at, part.sign) for part in one.parts]
    return sum_readings(figure(one.total), parts, tuple(_beside(footing, one)), unit)


def _beside(footing: Footing, one: Sum) -> Iterator[Named]:
    """Yield the sums of the rows, or columns, next to that of a total."""
    line = 0 if one.kind is Kind.ROW else 1
    for check in footing.checks:
        near = check.sum.kind is one.kind and abs(check.sum.total[line] - one.total[line]) == 1
        if near and check.sum.total[1 - line] == one.total[1 - line] and check.outcome is not Outcome.NOT_EVALUATED:
            place = place_of(footing, check.sum.total)
            yield Named(f"row {place.row}" if line == 0 else f"column {place.column}", check.computed)
