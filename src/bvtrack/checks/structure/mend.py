"""Mending a sum by one line: left out, or its sign turned.

Where that heals every break, the structure was wrong, not a figure. A line that is nil wherever the sum holds can be
told neither in nor out, and does not count.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bvtrack.checks.structure.weigh import BIT, rivals
from bvtrack.checks.structure.words import asks_for_total, may_be_taken_off, says_total

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bvtrack.checks.structure.lines import Line
    from bvtrack.checks.structure.weigh import Parts, Running

_LEAVE_OUT: Final = 5 * BIT
_TURN: Final = 5 * BIT
_PROBES: Final = 3


def mended(
    lines: Sequence[Line], places: Sequence[int], parts: Parts, number: int, run: Running
) -> Iterator[tuple[Parts, int]]:
    """Yield the parts with one line left out or turned that heals where the sum breaks, and what that costs."""
    total = lines[number]
    gaps = [
        (
            place,
            run.value[place] - printed,
            (run.high[place] - run.low[place] + total.high[place] - total.low[place]) // 2,
        )
        for place in places
        if run.known[place] and (printed := total.value[place]) is not None and (printed or total.stated[place])
    ]
    probes = sorted(gaps, key=lambda gap: -abs(gap[1]))[:_PROBES]
    needed = len(probes) // 2 + 1
    for place, (part, sign) in enumerate(parts):
        line = lines[part]
        for turned in (False, True):
            moved = sign * (2 if turned else 1)
            if sum(_heals(line, moved, gap) for gap in probes) < needed:
                continue
            telling = sum(1 for gap in gaps if line.value[gap[0]] and _heals(line, moved, gap))
            off = may_be_taken_off(line.label)
            if turned and (off or not says_total(total.label)) and telling > (0 if off else 1):
                turn = ((part, -sign),)
                yield (*parts[:place], *turn, *parts[place + 1 :]), (BIT if off else _TURN) + rivals(len(parts))
            elif not turned and len(parts) > 2 and telling > 1:
                yield (*parts[:place], *parts[place + 1 :]), _left_out(line, len(parts))


def _heals(line: Line, moved: int, gap: tuple[int, int, int]) -> bool:
    """Tell whether taking a line so many times out of a sum makes it hold at a place."""
    place, out, room = gap
    return 2 * abs(out - moved * (line.value[place] or 0)) <= room


def _left_out(line: Line, count: int) -> int:
    """Give what leaving a line out costs: most where it is called a total."""
    return _LEAVE_OUT * (2 if asks_for_total(line.label) else 1) + rivals(count)
