"""Mending a sum by one line: left out, or its sign turned.

Where that heals every break, the structure was wrong, not a figure. A line that is nil wherever the sum holds can be
told neither in nor out, and does not count.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bvtrack.checks.structure.weigh import BIT, Running, rivals
from bvtrack.checks.structure.words import asks_for_total, may_be_taken_off, says_memo

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bvtrack.checks.structure.lines import Line

Parts = tuple[tuple[int, int], ...]
_LEAVE_OUT: Final = 5 * BIT
_TURN: Final = 5 * BIT
_PROBES: Final = 3


def mended(
    lines: Sequence[Line], places: Sequence[int], parts: Parts, number: int, run: Running, *, word: bool
) -> Iterator[tuple[Parts, int]]:
    """Yield the parts with one line left out or turned that heals where the sum breaks, and what that costs."""
    total = lines[number]
    gaps = [
        (place, run.value[place] - total.value[place], run.high[place] - run.low[place] + total.high[place] - total.low[place])
        for place in places
        if run.known[place] and total.value[place] is not None and (total.value[place] or total.stated[place])
    ]
    probes = sorted(gaps, key=lambda gap: -abs(gap[1]))[:_PROBES]
    if not probes:
        return
    needed = len(probes) // 2 + 1
    for place, (part, sign) in enumerate(parts):
        line = lines[part]
        told = line.printed() > 1 or len(places) == 1
        if not told:
            continue
        values = [(sign * (line.value[at] or 0), gap, room) for at, gap, room in probes]
        if len(parts) > 2 and sum(2 * abs(gap - value) <= room for value, gap, room in values) >= needed:
            cost = 0 if says_memo(line.label) else _LEAVE_OUT + rivals(len(parts))
            cost += _LEAVE_OUT if asks_for_total(line.label) else 0
            yield (*parts[:place], *parts[place + 1 :]), cost
        if sum(2 * abs(gap - 2 * value) <= room for value, gap, room in values) >= needed:
            cost = (BIT if may_be_taken_off(line.label) and word else _TURN) + rivals(len(parts))
            yield (*parts[:place], (part, -sign), *parts[place + 1 :]), cost
