"""Which lines are sums of which: a walk over the lines with a stack of roots, lines not yet inside a sum.

Each line is tried as the sum of the last roots, as the first of them less the rest where a word says so, and each root
as the total on top of those behind it. A sum swallows its parts and becomes one root, so that nested sub-totals, grand
totals and net lines need no rule of their own. A few readings are kept side by side, among them those that do not fold
a sub-total without a word; the one with most evidence wins.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, NamedTuple

from bvtrack.checks.figures.misfits import Outcome
from bvtrack.checks.structure.lines import less
from bvtrack.checks.structure.mend import mended
from bvtrack.checks.structure.misprints import misprint
from bvtrack.checks.structure.weigh import BIT, BREAK, Running, rivals, running
from bvtrack.checks.structure.words import asks_for_total, says_net, says_total

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bvtrack.checks.structure.lines import Line
    from bvtrack.checks.structure.weigh import Outcomes, Parts, Weight

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
_RIVALS_EACH: Final = 3
_LONGEST_RUN: Final = 20
_MISPRINTS: Final = 3
_BY_MISPRINTS: Final = 9 * BIT
_BY_MISPRINTS_BESIDE_A_SUM: Final = 4 * BIT


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


class _Tried(NamedTuple):
    """A sum that was tried: its total, its parts, what its figures say and what words and layout say for it."""

    total: int
    parts: Parts
    weight: Weight
    prior: int


class _Closed(NamedTuple):
    """Sums that a line closes, and the roots that stand after them."""

    sums: tuple[Equation, ...]
    roots: tuple[int, ...]


class Reading(NamedTuple):
    """One way to read the lines so far."""

    bits: int
    roots: tuple[int, ...]
    equations: tuple[Equation, ...]


def _folded(roots: Sequence[int], place: int) -> bool:
    """Tell whether a root is a sum: lines beside it are no roots any more."""
    after = roots[place + 1] if place + 1 < len(roots) else roots[place] + 1
    before = roots[place - 1] if place else -1
    return roots[place] - before > 1 or after - roots[place] > 1


@dataclass(frozen=True, slots=True)
class Walk:
    """The lines to be read, the places they are looked at, where headings stand, and whether no line is taken off.

    `proven` says that another total of them is a sum, so that a labelled total that breaks is likely one too.
    """

    lines: Sequence[Line]
    places: Sequence[int]
    barriers: Sequence[int]
    rising: bool
    proven: bool = False

    def read(self) -> Reading:
        """Read the lines in turn, with the readings that explain most kept side by side."""
        readings = [Reading(0, (), ())]
        for number, line in enumerate(self.lines):
            if line.additive:
                grown = list(self._grown(readings, number))
                grown.sort(key=lambda one: -one.bits)
                readings = grown[:_READINGS]
        return readings[0]

    def _grown(self, readings: Sequence[Reading], number: int) -> Iterator[Reading]:
        """Yield each reading with a line added: as a root, and as what closes each of the best sums."""
        line = self.lines[number]
        known: dict[tuple[int, ...], list[_Closed]] = {}
        for bits, roots, equations in readings:
            if roots not in known:
                known[roots] = self._best(roots, number)
            unexplained = len(roots) > 1 and asks_for_total(line.label) and line.figures
            yield Reading(bits - (_UNEXPLAINED if unexplained else 0), (*roots, number), equations)
            totals = {one.total for one in equations}
            for several, left in known[roots]:
                if totals.isdisjoint(one.total for one in several):
                    yield Reading(bits + sum(one.bits for one in several), left, (*equations, *several))

    def _best(self, roots: tuple[int, ...], number: int) -> list[_Closed]:
        """Give the best settled sums that a line closes, each with the roots that stand after it."""
        cost = rivals(_RIVALS_EACH * min(len(roots), _FARTHEST))
        tried = (*self._below(roots, number), *self._on_top(roots, number))
        found = [_Closed((one,), _left(roots, one)) for each in tried if (one := self._believed(each, cost))]
        found += self._promoting(roots, number)
        found.sort(key=lambda one: (-sum(each.bits for each in one.sums), -len(one.sums[0].parts)))
        return found[:_TRIED]

    def _believed(self, tried: _Tried, cost: int) -> Equation | None:
        """Give a sum that is settled, if only because misprints explain where it breaks."""
        one = _settled(tried, cost)
        few = tried.weight.breaks <= tried.weight.holds + _MISPRINTS
        told = tried.prior >= _WORD or tried.weight.holds > 0
        return self._misprinted(tried, cost) if one is None and few and told else one

    def _misprinted(self, tried: _Tried, cost: int) -> Equation | None:
        """Give a sum that a word calls for, the few breaks that misprints explain being evidence for it.

        Where it holds nowhere they must explain all, and more than chance would.
        """
        weight = tried.weight
        broken = [place for place in self.places if weight.outcomes[place] is Outcome.WRONG]
        said = [misprint(self.lines, tried.total, tried.parts, place) for place in broken]
        explained = [bits for bits in said if bits is not None]
        enough = _BY_MISPRINTS_BESIDE_A_SUM if self.proven else _BY_MISPRINTS
        if len(explained) > _MISPRINTS or (not weight.holds and (None in said or sum(explained) < enough)):
            return None
        bits = weight.bits + sum(explained) + (BREAK * len(explained) if self.proven else 0)
        lenient = replace(weight, bits=bits, holds=max(weight.holds, 1), breaks=said.count(None))
        one = _settled(tried._replace(weight=lenient), cost)
        return one and replace(one, holds=weight.holds, breaks=weight.breaks)

    def _promoting(self, roots: tuple[int, ...], number: int) -> Iterator[_Closed]:
        """Yield a total of all roots that leaves out a run of items, the line right behind them being their total."""
        label = self.lines[number].label
        if not (says_total(label) or says_net(label) or number == len(self.lines) - 1):
            return
        for place, line in enumerate(roots):
            run = self._run(roots[:place])
            if len(run) < 2 or len(roots) - len(run) < 2 or self._parted(run[-1], line):
                continue
            parts = tuple((root, -1 if less(self.lines[root]) else 1) for root in roots if root not in run)
            over = self._believed(
                _Tried(number, parts, self._weight(number, parts), _WORD - _LEFT_OUT), _RIVALS_OF_A_WORD
            )
            inner = tuple((root, 1) for root in run)
            under = self._believed(_Tried(line, inner, self._weight(line, inner), _WORD), _RIVALS_OF_A_WORD)
            if over and under and not over.breaks + under.breaks > over.holds:
                yield _Closed((under, over), (number,))

    def _run(self, roots: tuple[int, ...]) -> tuple[int, ...]:
        """Give the last roots that are items right behind one another under one heading."""
        first = len(roots)
        while first > 0 and not _folded(roots, first - 1):
            if first < len(roots) and self._parted(roots[first - 1], roots[first]):
                break
            first -= 1
        return roots[first:] if len(roots) - first <= _LONGEST_RUN else ()

    def _below(self, roots: tuple[int, ...], number: int) -> Iterator[_Tried]:
        """Yield the ways in which a line may be the sum of the roots before it."""
        line = self.lines[number]
        total, net = says_total(line.label), says_net(line.label)
        run = Running(len(line.value))
        parts: Parts = ()
        last = number == len(self.lines) - 1
        farthest = len(roots) if total or net or last else _FARTHEST
        for count, root in enumerate(reversed(roots[-farthest:] if farthest else ()), start=1):
            sign = -1 if less(self.lines[root]) else 1
            run.add(self.lines[root], sign)
            parts = ((root, sign), *parts)
            alone = self._printed(parts) < 2
            if (alone and not total) or (count == 1 and self.lines[root].label == line.label):
                continue
            if count > _FARTHEST and count < len(roots) and not _folded(roots, len(roots) - count - 1):
                continue
            over = self._over(line, run)
            whole = 2 < count == len(roots) and last
            prior = self._prior(roots, count, word=total or net or whole)
            if not over:
                yield from self._mended(number, parts, run, prior)
            if not total and 1 < count <= (_FARTHEST if net else 2):
                yield from self._differences(number, parts, prior - (0 if net else _UNWORDED_DIFFERENCE))
            if over and not net and count > 1:
                break

    def _mended(self, total: int, parts: Parts, run: Running, prior: int) -> Iterator[_Tried]:
        """Yield a sum and, where it breaks, the same mended by one line."""
        weight = run.against(self.lines[total], self.places)
        yield _Tried(total, parts, weight, prior)
        if weight.breaks and len(parts) > 1:
            for mending, cost in mended(self.lines, self.places, parts, total, run):
                healed = self._weight(total, mending)
                if healed.breaks < weight.breaks and self._printed(mending) > 1:
                    yield _Tried(total, mending, healed, prior - cost)

    def _differences(self, number: int, parts: Parts, prior: int) -> Iterator[_Tried]:
        """Yield a line as the first of its parts less the rest, at each split, or the other way about for two."""
        splits = range(1, len(parts)) if len(parts) <= _LAST_SPLITS else (1, len(parts) - 1)
        for split in splits:
            signed = tuple((part, 1 if place < split else -1) for place, (part, _) in enumerate(parts))
            yield _Tried(number, signed, self._weight(number, signed), prior)
        if len(parts) == 2:
            signed = ((parts[0][0], -1), (parts[1][0], 1))
            yield _Tried(number, signed, self._weight(number, signed), prior)

    def _on_top(self, roots: tuple[int, ...], number: int) -> Iterator[_Tried]:
        """Yield each root as the total that stands on top of those behind it, the line among them."""
        run = Running(len(self.lines[number].value))
        parts: Parts = ()
        behind = (*roots[-_FARTHEST:], number)
        for place in range(len(behind) - 1, -1, -1):
            root = behind[place]
            if self._printed(parts) > 1 and not self._over(self.lines[root], run):
                word = says_total(self.lines[root].label)
                prior = _WORD if word else -_LEFT_OUT
                if place and not (self._parted(behind[place - 1], root) or _folded(behind, place - 1)):
                    prior -= _WORD
                yield from self._mended(root, parts, run, prior)
            run.add(self.lines[root], 1)
            parts = ((root, 1), *parts)

    def _over(self, total: Line, run: Running) -> bool:
        """Tell whether a sum without its largest part is more than its total at most places, so that no mending helps.

        Only where no line is negative: elsewhere a sum may come down again.
        """
        telling = [place for place in self.places if total.value[place]]
        over = sum(1 for place in telling if run.value[place] - run.big[place] > (total.value[place] or 0))
        return self.rising and 2 * over > len(telling)

    def _weight(self, total: int, parts: Parts) -> Weight:
        return running(self.lines, parts, len(self.lines[total].value)).against(self.lines[total], self.places)

    def _printed(self, parts: Parts) -> int:
        """Count the parts that print a figure."""
        return sum(1 for part, _ in parts if self.lines[part].figures)

    def _parted(self, before: int, line: int) -> bool:
        """Tell whether a heading stands between two lines, or they stand in different groups."""
        between = any(before < barrier <= line for barrier in self.barriers)
        return between or self.lines[before].group != self.lines[line].group

    def _prior(self, roots: tuple[int, ...], count: int, *, word: bool) -> int:
        """Give what words and layout say for a sum of the last roots, before its figures are looked at."""
        bits = _WORD if word else 0
        if count < len(roots):
            parted = self._parted(roots[-count - 1], roots[-count])
            bits += _GROUP if parted and word else 0
            bits -= 0 if parted or _folded(roots, len(roots) - count - 1) else _LEFT_OUT
        return bits


def _settled(tried: _Tried, cost: int) -> Equation | None:
    """Give a sum that has the evidence to be believed, and breaks seldom enough to blame figures."""
    total, parts, weight, prior = tried
    worded = prior >= _WORD - _LEFT_OUT
    bits = weight.bits + prior - (min(cost, _RIVALS_OF_A_WORD) if worded else cost)
    sure = worded or bits >= _SURE
    seldom = (2 if sure else 3) * weight.breaks <= 2 * weight.holds
    if not weight.holds or not seldom or bits < (_SETTLED_BY_WORD if worded else _SETTLED):
        return None
    return Equation(total, parts, bits, weight.outcomes, weight.holds, weight.breaks, worded)


def _left(roots: Sequence[int], one: Equation) -> tuple[int, ...]:
    """Give the roots that are left when a sum has swallowed its parts."""
    swallowed = {part for part, _ in one.parts} | {one.total}
    return (*(root for root in roots if root not in swallowed), one.total)
