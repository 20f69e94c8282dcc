"""Lines that stand like the total of those above but for one row: a row may have been dropped, or a figure be wrong.

Where a row is missing a total holds nowhere, in any column, so that arithmetic cannot settle it. What is left is how
it stands: its label or its place promises a sum, and what is missing is of one sign and smaller than the line itself.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bvtrack.checks.structure.lines import less
from bvtrack.checks.structure.words import says_net_total, says_total

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bvtrack.checks.structure.guilt import Side

_FEWEST: Final = 2
_YEAR: Final = re.compile(r"\W*(?:19|20)?\d\d(?:\W+(?:19|20)?\d\d)?\W*")
Missing = tuple[tuple[int, int], ...]
"""The places where something is missing, and what is, in pence."""


def missing_row(side: Side, derived: frozenset[int], number: int) -> Missing:
    """Give the row that a line, settled as no sum, would be the total with; nothing where it does not stand like one.

    `derived` are the columns that are sums of others.
    """
    line = side.lines[number]
    parts = {part for one in side.sums for part, _ in one.parts}
    roots = [other for other in range(number) if _adds(side, other) and other not in parts]
    walk = _continues(side, line.label)
    settled = number in side.totals() or not line.additive or line.figures < _FEWEST
    if settled or not (walk or _promises(side, roots, number, parts)):
        return ()
    places = [place for place in side.places if place not in derived]
    runs = (roots, list(_right_before(roots, number)))
    return next((found for run in runs if (found := _gap(side, run, number, places, falls=walk))), ())


def _continues(side: Side, label: str) -> bool:
    """Tell whether a line is named like a sum but for its year: a budget goes on from one to the next."""
    name = _but_for_its_year(label)
    return bool(name) and any(_but_for_its_year(side.lines[one.total].label) == name for one in side.sums)


def _but_for_its_year(label: str) -> str:
    return _YEAR.sub(" ", label).strip()


def _adds(side: Side, number: int) -> bool:
    return side.lines[number].additive and side.lines[number].figures > 0


def _right_before(roots: Sequence[int], number: int) -> Iterator[int]:
    """Yield the roots that stand without a gap before a line, the nearest first."""
    for distance, root in enumerate(reversed(roots), start=1):
        if root != number - distance:
            return
        yield root


def _promises(side: Side, roots: Sequence[int], number: int, parts: set[int]) -> bool:
    """Tell whether a label, or where a line stands, promises a total.

    So do a line inside a sum, where items stand before it that are in none, and one without a name at the end.
    """
    label = side.lines[number].label
    if says_total(label) or says_net_total(label) or _heads(side, label, number):
        return True
    if number in parts:
        return len(roots) >= _FEWEST and roots[-1] == number - 1
    return not label and number == len(side.lines) - 1 and any(one.label for one in side.lines)


def _heads(side: Side, label: str, number: int) -> bool:
    """Tell whether a heading before a line has its label."""
    return any(one.label == label and not one.additive and not one.figures for one in side.lines[:number] if label)


def _gap(side: Side, run: Sequence[int], number: int, places: Sequence[int], *, falls: bool) -> Missing:
    """Give what a run of lines misses to make a total: of one sign, and smaller than the total or than one of them.

    Items that are all positive miss another such, unless the total `falls` too.
    """
    total, lines = side.lines[number], [side.lines[root] for root in run]
    missing = []
    for place in places if len(run) >= _FEWEST else ():
        printed = total.value[place]
        amounts = [(-1 if less(line) else 1) * value for line in lines if (value := line.value[place]) is not None]
        if printed is None or len(amounts) < len(lines):
            continue
        gap = printed - sum(amounts)
        slack = sum(line.high[place] - line.low[place] for line in (total, *lines)) // 2
        too_little = min(amounts) >= 0 and 2 * gap < -slack and not falls
        if too_little or abs(gap) >= max(abs(printed), *map(abs, amounts)):
            return ()
        if 2 * abs(gap) > slack:
            missing.append((place, gap))
    alike = len({gap > 0 for _, gap in missing}) == 1
    return tuple(missing) if alike and len(missing) >= _FEWEST else ()
