"""From settled sums to misfits: the checks they state, the figures at fault, and the questions about the rest.

Only a break of a settled structure is a misfit. What cannot be proven a sum, or breaks too often, is a question.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bvtrack.checks.figures.intervals import Figure
from bvtrack.checks.figures.misfits import Check, Fault, Outcome, check, faults
from bvtrack.checks.figures.sums import Kind, Part, Position, Sum

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bvtrack.checks.structure.lines import Line
    from bvtrack.checks.structure.sums import Equation

Figures = dict[Position, Figure | None]


@dataclass(frozen=True, slots=True)
class Side:
    """One way to look at a table: its lines, the sums settled among them, and the places they were looked at."""

    rows: bool
    lines: tuple[Line, ...]
    sums: tuple[Equation, ...]
    places: tuple[int, ...]

    def at(self, line: int, place: int) -> Position:
        """Give the position in the table of a line at a place."""
        return (line, place) if self.rows else (place, line)

    def totals(self) -> frozenset[int]:
        """Give the lines that are sums."""
        return frozenset(one.total for one in self.sums)

    def used(self) -> frozenset[int]:
        """Give the lines that stand in a sum."""
        return frozenset(line for one in self.sums for line in (one.total, *(part for part, _ in one.parts)))


@dataclass(frozen=True, slots=True)
class Misfit:
    """A fault, and whether it is certain: a coarse column or total only raises a doubt, as does what `reading` says."""

    fault: Fault
    certain: bool = True
    reading: str = ""


def checks_of(side: Side, other: Side, figures: Figures) -> Iterator[Check]:
    """Yield every check that the sums of one side state."""
    grand = other.totals()
    for one in side.sums:
        for place in side.places:
            outcome = one.outcomes[place]
            if outcome is None:
                continue
            kind = _kind(side, grand=place in grand and _is_last(side, one))
            stated = Sum(
                kind, side.at(one.total, place), tuple(Part(side.at(part, place), sign) for part, sign in one.parts)
            )
            if outcome is Outcome.NOT_EVALUATED:
                unread = [part.at for part in stated.parts if figures[part.at] is None]
                yield Check(stated, outcome, unread=tuple(unread) or (stated.total,))
            else:
                yield check(stated, figures)


def _kind(side: Side, *, grand: bool) -> Kind:
    if grand:
        return Kind.GRAND if side.rows else Kind.CROSS
    return Kind.COLUMN if side.rows else Kind.ROW


def _is_last(side: Side, one: Equation) -> bool:
    """Tell whether a sum is no part of another."""
    return all(one.total != part for other in side.sums for part, _ in other.parts)


def doubtful(row: Side, column: Side, figures: Figures) -> set[tuple[int, int]]:
    """Give the sums down a column (number of the sum, column) that its figures do not vouch for.

    Such a column is in no sum of columns, no sum down it holds, and its total is among the larger of its parts, as an
    average could be: it may not add at all.
    """
    found = set()
    vouched = column.used()
    for place in row.places:
        outcomes = [one.outcomes[place] for one in row.sums]
        if place in vouched or Outcome.EXACT in outcomes or Outcome.ROUNDING in outcomes:
            continue
        broken = [number for number, outcome in enumerate(outcomes) if outcome is Outcome.WRONG]
        for number in broken:
            one = row.sums[number]
            if _like_an_average(one, place, figures):
                found.add((number, place))
    return found


def all_alike(one: Equation, column: int, figures: Figures) -> bool:
    """Tell whether a total and its parts are all one figure in a column: a tax base, a lump sum, which does not add."""
    total = figures[one.total, column]
    parts = (figures[part, column] for part, _ in one.parts)
    return total is not None and all(figure and figure.pence == total.pence for figure in parts)


def _like_an_average(one: Equation, column: int, figures: Figures) -> bool:
    total = figures[one.total, column]
    parts = sorted(
        sign * figure.pence for part, sign in one.parts if (figure := figures[part, column]) and figure.pence
    )
    if total is None or len(parts) < 4 or parts[0] < 0:
        return False
    return parts[0] <= total.pence <= parts[-2]


def eased(one: Check, figures: Figures, wide: Mapping[Position, Figure]) -> Check:
    """Give a check that breaks with the room of figures printed in tens, where all that could be so printed are."""
    coarse = {at: wide[at] for at in (one.sum.total, *(part.at for part in one.sum.parts)) if at in wide}
    if one.outcome is not Outcome.WRONG or not all(_in_tens(figures[at]) for at in coarse):
        return one
    again = check(one.sum, {**figures, **coarse})
    return again if again.outcome is Outcome.ROUNDING else one


def _in_tens(figure: Figure | None) -> bool:
    return figure is not None and figure.high > figure.low and figure.pence % (5 * (figure.high - figure.low)) == 0


def misfits_of(checks: Sequence[Check], figures: Figures, wide: Mapping[Position, Figure]) -> Iterator[Misfit]:
    """Yield the misfits; `wide` holds the figures that may be printed in tens."""
    for fault in faults(checks, figures):
        touched = {at for one in fault.checks for at in (one.sum.total, *(part.at for part in one.sum.parts))}
        coarse = touched & wide.keys()
        if coarse and all(check(one.sum, {**figures, **wide}).outcome is not Outcome.WRONG for one in fault.checks):
            yield Misfit(_unnamed(fault), certain=False)
        elif fault.guilty and _fused(figures[fault.guilty.at], fault.guilty.pence):
            yield Misfit(fault, certain=False, reading="a footnote mark may be fused with the figure")
        else:
            yield Misfit(fault)


def _unnamed(fault: Fault) -> Fault:
    return replace(fault, guilty=None)


def _fused(figure: Figure | None, pence: int) -> bool:
    """Tell whether a figure is the right one with one digit before it, which may be a footnote mark."""
    printed = str(figure.pence) if figure and figure.pence > 0 else ""
    return pence > 0 and printed[1:] == str(pence) and len(str(pence).rstrip("0")) > 2
