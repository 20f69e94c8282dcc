"""Whether sums hold, and which figure is at fault where they do not.

A figure is at fault if it stands in every check that a misfit makes fail, and one correction of it heals them all and
breaks none that holds. One such figure is named; where several could be at fault alone all are suspects, none is named.
Two or three figures are at fault together if each has a failing check of its own and all of them share one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations
from typing import TYPE_CHECKING

from bvtrack.checks.figures.intervals import NOTHING, Figure
from bvtrack.checks.figures.sums import Kind, Position, Sum, signs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Figures = dict[Position, Figure | None]
"""What stands at each position; None where it states no one figure."""
_Stands = Mapping[Position, Mapping[int, int]]
_MOST_BESIDE = 12


class Outcome(StrEnum):
    """How a printed total stands to the sum of its parts."""

    EXACT = "exact"
    ROUNDING = "rounding"
    WRONG = "wrong"
    NOT_EVALUATED = "not evaluated"


@dataclass(frozen=True, slots=True)
class Check:
    """A sum and how it stands: `printed` and `computed` in pence, and the positions that could not be read.

    `gap` is the least and the most, in half pence, that raising the parts by would make them meet the total.
    """

    sum: Sum
    outcome: Outcome
    printed: int = 0
    computed: int = 0
    gap: tuple[int, int] = (0, 0)
    unread: tuple[Position, ...] = ()

    @property
    def difference(self) -> int:
        """Printed less computed, in pence."""
        return self.printed - self.computed


@dataclass(frozen=True, slots=True)
class Suspect:
    """A figure that could be at fault alone, and what it should then be, in pence."""

    at: Position
    pence: int


@dataclass(frozen=True, slots=True)
class Fault:
    """One misfit: the check that reports it, all checks that it makes fail, and the figures that could be at fault.

    `guilty` is the one at fault where that is known.
    """

    check: Check
    checks: tuple[Check, ...]
    suspects: tuple[Suspect, ...]
    guilty: Suspect | None = None


def check(one: Sum, figures: Figures, *, silent: bool = False) -> Check:
    """Weigh a sum by what its figures may stand for; `silent` says that its parts state nothing to weigh it by."""
    total = figures[one.total]
    parts = [(part, figures[part.at]) for part in one.parts]
    unread = tuple(part.at for part, figure in parts if figure is None)
    if total is None or unread or (silent and total.pence):
        return Check(one, Outcome.NOT_EVALUATED, unread=unread if total else (one.total, *unread))
    computed = sum((figure if part.sign > 0 else -figure for part, figure in parts if figure), start=NOTHING)
    gap = total.low - computed.high, total.high - computed.low
    if total.pence == computed.pence:
        outcome = Outcome.EXACT
    else:
        outcome = Outcome.ROUNDING if total.meets(computed) else Outcome.WRONG
    return Check(one, outcome, total.pence, computed.pence, gap)


@dataclass(frozen=True, slots=True)
class _Accusation:
    """A figure, its correction, and the numbers of the failing checks that the correction heals."""

    suspect: Suspect
    heals: frozenset[int]


def faults(checks: Sequence[Check], figures: Figures) -> Iterator[Fault]:
    """Yield one fault for each misfit among the checks, those that explain most failing checks first."""
    failing = {number for number, one in enumerate(checks) if one.outcome is Outcome.WRONG}
    if not failing:
        return
    stands = _where_figures_stand(checks)
    accusations = tuple(_accusations(checks, failing, figures, stands))
    alone = {number for one in accusations if len(one.heals) > 1 for number in one.heals}
    for one in _together(checks, failing - alone, figures, stands):
        reported = _by_kind(checks, one.heals)
        yield Fault(reported[0], reported, (one.suspect,), one.suspect)
        failing -= one.heals
    while failing:
        open_ = [one for one in accusations if one.heals <= failing]
        heals = max((one.heals for one in open_), key=lambda numbers: (len(numbers), -min(numbers)), default=None)
        heals = heals or frozenset({min(failing)})
        rivals = [one for one in accusations if one.heals & heals and not one.heals < heals]
        reported = _by_kind(checks, heals)
        suspects = tuple(one.suspect for one in rivals)
        known = len(rivals) == 1 and (len(heals) > 1 or reported[0].sum.kind is Kind.STATED)
        yield Fault(reported[0], reported, suspects, suspects[0] if known else None)
        failing -= heals


def _by_kind(checks: Sequence[Check], numbers: frozenset[int]) -> tuple[Check, ...]:
    return tuple(sorted((checks[number] for number in numbers), key=lambda one: one.sum.kind.rank))


def _together(checks: Sequence[Check], failing: set[int], figures: Figures, stands: _Stands) -> Iterator[_Accusation]:
    """Yield figures that together explain a check: each stands in it and in a failing check of its own.

    What each should be its own check tells; only one such set of figures may explain the check they share.
    """
    for number in sorted(failing):
        beside = list(_beside(checks, number, failing, figures))
        for size in (2, 3) if len(beside) <= _MOST_BESIDE else ():
            sets = [several for several in combinations(beside, size) if _heal(checks, stands, several, figures)]
            if len(sets) == 1:
                yield from sets[0]
                failing = failing.difference(*(one.heals for one in sets[0]))
            if sets:
                break


def _beside(checks: Sequence[Check], shared: int, failing: set[int], figures: Figures) -> Iterator[_Accusation]:
    """Yield each figure that a failing check has in common with another, with what that other makes of it."""
    for number in sorted(failing - {shared}) if shared in failing else ():
        own = signs(checks[number].sum)
        both = own.keys() & signs(checks[shared].sum).keys()
        common = [(at, figure.pence) for at in both if (figure := figures[at])]
        for at, pence in common if len(common) == 1 else ():
            change = checks[number].difference * own[at]
            yield _Accusation(Suspect(at, pence + change), frozenset({number, shared}))


def _heal(checks: Sequence[Check], stands: _Stands, accusations: Sequence[_Accusation], figures: Figures) -> bool:
    """Tell whether correcting figures, each another one, heals every check that any of them stands in."""
    exact = {one.suspect.at: Figure(one.suspect.pence, *[2 * one.suspect.pence] * 2) for one in accusations}
    corrected = {**figures, **exact}
    touched = {number for at in exact for number in stands[at]}
    healed = (check(checks[number].sum, corrected).outcome is not Outcome.WRONG for number in touched)
    return len(exact) == len(accusations) and all(healed)


def _accusations(
    checks: Sequence[Check], failing: set[int], figures: Figures, stands: _Stands
) -> Iterator[_Accusation]:
    """Yield each figure of a failing check whose correction heals all its failing checks and breaks none that holds."""
    for at in dict.fromkeys(at for number in sorted(failing) for at in signs(checks[number].sum)):
        gaps = [_turned(checks[number].gap, sign) for number, sign in stands[at].items()]
        low, high = max(low for low, _ in gaps), min(high for _, high in gaps)
        figure = figures[at]
        if figure is not None and low <= high:
            heals = frozenset(stands[at].keys() & failing)
            exact = (checks[number].difference * stands[at][number] for number in sorted(heals))
            change = next((pence for pence in exact if low <= 2 * pence <= high), -(-low // 2))
            yield _Accusation(Suspect(at, figure.pence + change), heals)


def _where_figures_stand(checks: Sequence[Check]) -> _Stands:
    """Give, for each figure, the evaluated checks it stands in and what raising it by one raises the parts by there."""
    stands: dict[Position, dict[int, int]] = {}
    for number, one in enumerate(checks):
        if one.outcome is not Outcome.NOT_EVALUATED:
            for at, coefficient in signs(one.sum).items():
                stands.setdefault(at, {})[number] = coefficient
    return stands


def _turned(gap: tuple[int, int], sign: int) -> tuple[int, int]:
    return gap if sign > 0 else (-gap[1], -gap[0])
