"""Which lines are sums of which: a walk over the lines with a stack of roots, lines not yet inside a sum.

Each line is tried as the sum of the last roots, as the first of them less the rest where a word says so, and each root
as the total on top of those behind it. A sum swallows its parts and becomes one root, so that nested sub-totals, grand
totals and net lines need no rule of their own. A few readings are kept side by side, among them those that do not fold
a sub-total without a word; the one with most evidence wins.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, NamedTuple

from bvtrack.checks.structure.lines import Line, less
from bvtrack.checks.structure.mend import mended
from bvtrack.checks.structure.weigh import BIT, Outcomes, Running, Weight, rivals, running
from bvtrack.checks.structure.words import asks_for_total, says_net, says_total

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_READINGS: Final = 4
_TRIED: Final = 3
_SETTLED: Final = 13 * BIT
_SETTLED_BY_WORD: Final = 5 * BIT
_SURE: Final = 24 * BIT
_WORD: Final = 6 * BIT
_GROUP: Final = 3 * BIT
_LEFT_OUT: Final = 2 * BIT
_FARTHEST: Final = 60
_LAST_SPLITS: Final = 8
_RIVALS_OF_A_WORD: Final = 3 * BIT
_UNEXPLAINED: Final = 6 * BIT
_UNWORDED_DIFFERENCE: Final = 4 * BIT
_REPEATS: Final = 6

Parts = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Equation:
    """A line and the signed lines it is the sum of, the evidence, and how it stands at each place.

    `worded` says that its label calls for it.
    """

    total: int
    parts: Parts
    bits: int
    outcomes: Outcomes
    holds: int
    breaks: int
    worded: bool = False


class _Reading(NamedTuple):
    """One way to read the lines so far."""

    bits: int
    roots: tuple[int, ...]
    equations: tuple[Equation, ...]


def settled_sums(
    lines: Sequence[Line], places: Sequence[int], barriers: Sequence[int] = ()
) -> tuple[tuple[Equation, ...], tuple[int, ...]]:
    """Give the sums among the lines that are settled, and the lines printed twice, which stand in none.

    A line that repeats the label and the figures of another is printed twice where leaving it out explains more.
    `barriers` are the lines that a heading stands above.
    """
    best, twice = _read(lines, places, barriers), ()
    for number in _repeated(lines)[:_REPEATS]:
        without = [replace(line, additive=False) if other == number else line for other, line in enumerate(lines)]
        reading = _read(without, places, barriers)
        if reading.bits > best.bits:
            best, twice = reading, (number,)
    return best.equations, twice


def _repeated(lines: Sequence[Line]) -> list[int]:
    """Give the lines that repeat the label and the figures of one before them."""
    seen = set()
    found = []
    for number, line in enumerate(lines):
        key = (" ".join(line.label.split()).casefold(), line.value)
        if line.additive and line.label and line.printed() and key in seen:
            found.append(number)
        seen.add(key)
    return found


def _read(lines: Sequence[Line], places: Sequence[int], barriers: Sequence[int]) -> _Reading:
    """Read the lines in turn, with the readings that explain most kept side by side."""
    readings = [_Reading(0, (), ())]
    for number, line in enumerate(lines):
        if not line.additive:
            continue
        grown = []
        known: dict[tuple[int, ...], list[tuple[Equation, tuple[int, ...]]]] = {}
        for reading in readings:
            if reading.roots not in known:
                known[reading.roots] = _best(lines, places, reading.roots, number, barriers)
            unexplained = len(reading.roots) > 1 and asks_for_total(line.label) and line.printed()
            bits = reading.bits - (_UNEXPLAINED if unexplained else 0)
            grown.append(_Reading(bits, (*reading.roots, number), reading.equations))
            totals = {one.total for one in reading.equations}
            grown += [
                _Reading(reading.bits + equation.bits, roots, (*reading.equations, equation))
                for equation, roots in known[reading.roots]
                if equation.total not in totals
            ]
        grown.sort(key=lambda one: -one.bits)
        readings = grown[:_READINGS]
    return readings[0]


def _best(
    lines: Sequence[Line], places: Sequence[int], roots: tuple[int, ...], number: int, barriers: Sequence[int]
) -> list[tuple[Equation, tuple[int, ...]]]:
    """Give the best settled sums that a line closes, each with the roots that stand after it."""
    tried = [*_below(lines, places, roots, number, barriers), *_on_top(lines, places, roots, number, barriers)]
    cost = rivals(len(tried))
    found = []
    for total, parts, weight, prior in tried:
        worded = prior >= _WORD - _LEFT_OUT
        bits = weight.bits + prior - (min(cost, _RIVALS_OF_A_WORD) if worded else cost)
        if weight.holds and _is_settled(weight, bits, worded=worded):
            swallowed = {part for part, _ in parts} | {total}
            left = (*(root for root in roots if root not in swallowed), total)
            one = Equation(total, parts, bits, weight.outcomes, weight.holds, weight.breaks, worded)
            found.append((one, left))
    found.sort(key=lambda one: (-one[0].bits, -len(one[0].parts)))
    return found[:_TRIED]


def _is_settled(weight: Weight, bits: int, *, worded: bool) -> bool:
    """Tell whether a sum has the evidence to be believed, and breaks seldom enough to blame figures."""
    sure = worded or bits >= _SURE
    seldom = (2 if sure else 3) * weight.breaks <= 2 * weight.holds
    return seldom and bits >= (_SETTLED_BY_WORD if worded else _SETTLED)


def _below(
    lines: Sequence[Line], places: Sequence[int], roots: tuple[int, ...], number: int, barriers: Sequence[int]
) -> Iterator[tuple[int, Parts, Weight, int]]:
    """Yield the ways in which a line may be the sum of the roots before it."""
    line = lines[number]
    total, net = says_total(line.label), says_net(line.label)
    run = Running(len(line.value))
    parts: Parts = ()
    last = roots[-_FARTHEST:]
    for count, root in enumerate(reversed(last), start=1):
        sign = -1 if less(lines[root]) else 1
        run.add(lines[root], sign)
        parts = ((root, sign), *parts)
        if count == 1 and (not total or lines[root].label == line.label):
            continue
        whole = 2 < count == len(roots) and number == len(lines) - 1
        prior = _prior(lines, roots, number, count, barriers, word=total or net or whole)
        weight = run.against(line, places)
        if not total and sum(1 for part, _ in parts if lines[part].printed()) < 2:
            continue
        yield number, parts, weight, prior
        if weight.breaks and count > 1:
            for mending, cost in mended(lines, places, parts, number, run, word=total or net):
                yield number, mending, running(lines, mending, len(line.value)).against(line, places), prior - cost
        if not total and 1 < count <= (_FARTHEST if net else 2):
            yield from _differences(lines, places, parts, number, prior - (0 if net else _UNWORDED_DIFFERENCE))


def _differences(
    lines: Sequence[Line], places: Sequence[int], parts: Parts, number: int, prior: int
) -> Iterator[tuple[int, Parts, Weight, int]]:
    """Yield a line as the first of its parts less the rest, at each split, or the other way about for two."""
    width = len(lines[number].value)
    splits = range(1, len(parts)) if len(parts) <= _LAST_SPLITS else (1, len(parts) - 1)
    for split in splits:
        signed = tuple((part, 1 if place < split else -1) for place, (part, _) in enumerate(parts))
        yield number, signed, running(lines, signed, width).against(lines[number], places), prior
    if len(parts) == 2:
        signed = ((parts[0][0], -1), (parts[1][0], 1))
        yield number, signed, running(lines, signed, width).against(lines[number], places), prior


def _on_top(
    lines: Sequence[Line], places: Sequence[int], roots: tuple[int, ...], number: int, barriers: Sequence[int]
) -> Iterator[tuple[int, Parts, Weight, int]]:
    """Yield each root as the total that stands on top of those behind it, the line among them."""
    run = Running(len(lines[number].value))
    parts: Parts = ()
    behind = (*roots[-_FARTHEST:], number)
    for count, root in enumerate(reversed(behind)):
        if count > 1 and sum(1 for part, _ in parts if lines[part].printed()) > 1:
            first = len(behind) - count - 1
            prior = _WORD if says_total(lines[root].label) else -_LEFT_OUT
            if first and not (_parted(lines, behind[first - 1], root, barriers) or _folded(behind, first - 1)):
                prior -= _WORD
            weight = run.against(lines[root], places)
            yield root, parts, weight, prior
            if weight.breaks and prior >= _WORD:
                for mending, cost in mended(lines, places, parts, root, run, word=True):
                    yield root, mending, running(lines, mending, len(lines[root].value)).against(lines[root], places), prior - cost
        run.add(lines[root], 1)
        parts = ((root, 1), *parts)


def _parted(lines: Sequence[Line], before: int, line: int, barriers: Sequence[int]) -> bool:
    """Tell whether a heading stands between two roots, or they stand in different groups."""
    between = any(before < barrier <= line for barrier in barriers)
    return between or lines[before].group != lines[line].group


def _folded(roots: Sequence[int], place: int) -> bool:
    """Tell whether a root is a sum: lines beside it are no roots any more."""
    after = roots[place + 1] if place + 1 < len(roots) else roots[place] + 1
    before = roots[place - 1] if place else -1
    return roots[place] - before > 1 or after - roots[place] > 1


def _prior(
    lines: Sequence[Line], roots: tuple[int, ...], number: int, count: int, barriers: Sequence[int], *, word: bool
) -> int:
    """Give what words and layout say for a sum of the last roots, before its figures are looked at."""
    bits = _WORD if word else 0
    if count < len(roots):
        before, first = roots[-count - 1], roots[-count]
        parted = _parted(lines, before, first, barriers)
        bits += _GROUP if parted and word else 0
        bits -= 0 if parted or _folded(roots, len(roots) - count - 1) else _LEFT_OUT
    return bits
