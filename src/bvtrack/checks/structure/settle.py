"""The sums among lines: the reading of them that explains most, and the lines it shows to be printed twice."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from bvtrack.checks.structure.lines import less
from bvtrack.checks.structure.sums import Walk
from bvtrack.checks.structure.words import asks_for_total

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bvtrack.checks.structure.lines import Line
    from bvtrack.checks.structure.sums import Equation

_REPEATS: Final = 6


def settled_sums(
    lines: Sequence[Line], places: Sequence[int], barriers: Sequence[int] = ()
) -> tuple[tuple[Equation, ...], tuple[int, ...]]:
    """Give the sums among the lines that are settled, and the lines printed twice, which stand in none.

    `barriers` are the lines that are headings over those behind them. A line that repeats the label and the figures of
    another is printed twice where leaving it out explains more, or where sums count only one of the two.
    """
    rising = not any(value and value < 0 for line in lines for value in line.value) and not any(map(less, lines))
    best = Walk(lines, places, barriers, rising).read()
    proven = _any_proven(lines, best.equations)
    if proven:
        best = Walk(lines, places, barriers, rising, proven).read()
    twice: tuple[int, ...] = ()
    repeated = list(_repeated(lines))[:_REPEATS]
    for number, _ in repeated:
        without = [replace(line, additive=False) if other == number else line for other, line in enumerate(lines)]
        reading = Walk(without, places, barriers, rising, proven).read()
        if reading.bits > best.bits:
            best, twice = reading, (number,)
    return best.equations, twice or tuple(_counted_once(repeated, best.equations))


def _any_proven(lines: Sequence[Line], sums: Sequence[Equation]) -> bool:
    """Tell whether one labelled total is a sum wherever it is looked at, and another is settled as none."""
    totals = {one.total for one in sums}
    open_ = (
        line.additive and line.figures and number not in totals and asks_for_total(line.label)
        for number, line in enumerate(lines)
    )
    return any(one.worded and one.holds and not one.breaks for one in sums) and any(open_)


def _repeated(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Yield the lines that repeat the label and the figures of one before them, with the first such line."""
    first: dict[tuple[str, tuple[int | None, ...]], int] = {}
    for number, line in enumerate(lines):
        key = (" ".join(line.label.split()).casefold(), line.value)
        known = first.setdefault(key, number)
        if known != number and line.additive and line.label and line.figures:
            yield number, known


def _counted_once(repeated: Sequence[tuple[int, int]], sums: Sequence[Equation]) -> Iterator[int]:
    """Yield each of two lines alike, one right behind the other, that is in no sum where the other is a part of one."""
    totals = {one.total for one in sums}
    parts = {part for one in sums for part, _ in one.parts}
    for pair in repeated:
        out = [number for number in pair if number not in parts]
        if pair[0] - pair[1] == 1 and len(out) == 1 and totals.isdisjoint(pair):
            yield out[0]
