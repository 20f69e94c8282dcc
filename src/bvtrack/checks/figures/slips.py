"""Misfits of sums that are better told by another rule: a sign turned, a unit slipped by a thousand, a row twice.

A misfit is told once. Where one of these readings heals it to the penny, the rule about that slip reports it and the
rules about sums do not. A sign or a scale that the sums bear out is a figure like any other.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from bvtrack.checks.figures.misfits import Outcome, Suspect
from bvtrack.checks.figures.sums import OUTSIDE, Kind
from bvtrack.core.table import Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bvtrack.checks.figures.footing import Footing
    from bvtrack.checks.figures.misfits import Check, Fault
    from bvtrack.checks.figures.sums import Position
    from bvtrack.core.table import Table

THOUSAND = 1000


class Slip(StrEnum):
    """A way to get a figure wrong that has a rule of its own."""

    SIGN = "sign"
    UNIT = "unit"
    TWICE = "row twice"


def convention(table: Table) -> int:
    """Tell the sign a table prints its amounts with: -1 where more of them are negative than positive, else 1."""
    amounts = [cell.money.pence for _, _, cell in table.figures() if cell.money and cell.money.pence]
    return -1 if sum(1 if pence > 0 else -1 for pence in amounts) < 0 else 1


def slip_of(footing: Footing, fault: Fault) -> tuple[Slip, Suspect | None] | None:
    """Tell which slip explains a fault of a sum, and the figure that slipped; None where it is a plain misfit."""
    if fault.check.sum.kind is Kind.STATED:
        return None
    sign = convention(footing.table)
    for suspect in fault.suspects:
        money = footing.cell(suspect.at).money
        printed = money.pence if money and money.pence else 0
        if not printed or suspect.at[1] == OUTSIDE:
            continue
        if printed * sign < 0 and suspect.pence == -printed:
            return Slip.SIGN, suspect
        if printed == suspect.pence * THOUSAND or printed * THOUSAND == suspect.pence:
            return Slip.UNIT, suspect
    for suspect in _against_the_rest(footing, sign):
        if all(_heals_turned(footing, check, suspect.at[0]) for check in fault.checks):
            return Slip.SIGN, suspect
    return (Slip.TWICE, None) if all(_counted_twice(footing, check) for check in fault.checks) else None


def _against_the_rest(footing: Footing, sign: int) -> Iterator[Suspect]:
    """Yield, for each row that prints all its amounts against the table's sign, the last of them, turned."""
    for row, line in enumerate(footing.table.rows):
        amounts = [footing.pence((row, column)) * sign for column in range(len(footing.table.columns))]
        if line.role is Role.ITEM and min(amounts) < 0 and max(amounts) <= 0:
            at = last_amount(footing, row)
            yield Suspect(at, -footing.pence(at))


def last_amount(footing: Footing, row: int) -> Position:
    """Give the position of the last amount a row prints, which is its total where it prints one."""
    return max((row, column) for column in range(len(footing.table.columns)) if footing.pence((row, column)))


def _heals_turned(footing: Footing, check: Check, row: int) -> bool:
    """Tell whether a total down a column agrees once the signs of a row are turned."""
    return check.difference == -2 * sum(
        part.sign * footing.pence(part.at) for part in check.sum.parts if part.at[0] == row
    ) and check.sum.kind in (Kind.COLUMN, Kind.GRAND)


def doubled(table: Table) -> dict[int, int]:
    """Give the rows that have the label of an earlier row of figures, each with the first such row."""
    first: dict[str, int] = {}
    again = {}
    for row, line in enumerate(table.rows):
        if line.role is Role.ITEM:
            known = first.setdefault(" ".join(line.label.split()).casefold(), row)
            if known != row:
                again[row] = known
    return again


def _counted_twice(footing: Footing, check: Check) -> bool:
    """Tell whether a total down a column misses just what the rows that stand there twice add to it."""
    again = doubled(footing.table)
    extra = [footing.cell(part.at).money for part in check.sum.parts if part.at[0] in again]
    over = sum(money.pence for money in extra if money and money.pence is not None)
    return check.sum.kind in (Kind.COLUMN, Kind.GRAND) and over == -check.difference


def untested(footing: Footing) -> set[Position]:
    """Give the positions whose figures stand in no sum that could be evaluated, so that nothing bears them out."""
    tested = {
        at
        for check in footing.checks
        if check.outcome is not Outcome.NOT_EVALUATED
        for at in (check.sum.total, *(part.at for part in check.sum.parts))
    }
    return {(row, column) for row, column, _ in footing.table.figures()} - tested


def plain_faults(footing: Footing, kind: Kind) -> Iterator[Fault]:
    """Yield the faults that a kind of sum reports: those that no slip explains better."""
    return (fault for fault in footing.faults_of(kind) if slip_of(footing, fault) is None)


def slipped(footing: Footing, slip: Slip) -> Iterator[tuple[Fault, Suspect]]:
    """Yield the faults that a slip of one figure explains, and that figure."""
    for fault in footing.faults:
        found = slip_of(footing, fault)
        if found is not None and found[0] is slip and found[1] is not None:
            yield fault, found[1]
