"""Whether sums hold, and which figure is at fault where they do not.

A figure is at fault if it stands in every check that a misfit makes fail, and one correction of it heals them all and
breaks none that holds. One such figure is named; where several could be at fault alone all are suspects, none is named.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from bvtrack.checks.intervals import NOTHING, Figure
from bvtrack.checks.sums import Kind, Position, Sum

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

Figures = dict[Position, Figure | None]
"""What stands at each position; None where it states no one figure."""


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
    """Weigh a sum by what its figures may stand for; `silent` says that none of its parts is printed."""
    total = figures[one.total]
    parts = [(part, figures[part.at]) for part in one.parts]
    unread = tuple(part.at for part, figure in parts if figure is None)
    if total is None or unread or silent:
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
    accusations = tuple(_accusations(checks, failing, figures))
    while failing:
        open_ = [one for one in accusations if one.heals <= failing]
        heals = max((one.heals for one in open_), key=lambda numbers: (len(numbers), -min(numbers)), default=None)
        heals = heals or frozenset({min(failing)})
        rivals = [one for one in accusations if one.heals & heals and not one.heals < heals]
        ordered = sorted((checks[number] for number in heals), key=lambda one: tuple(Kind).index(one.sum.kind))
        suspects = tuple(one.suspect for one in rivals)
        known = len(rivals) == 1 and (len(heals) > 1 or ordered[0].sum.kind is Kind.STATED)
        yield Fault(ordered[0], tuple(ordered), suspects, suspects[0] if known else None)
        failing -= heals


def _accusations(checks: Sequence[Check], failing: set[int], figures: Figures) -> Iterator[_Accusation]:
    """Yield each figure of a failing check whose correction heals all its failing checks and breaks none that holds."""
    stands = _where_figures_stand(checks)
    for at in dict.fromkeys(at for number in sorted(failing) for at in _coefficients(checks[number].sum)):
        gaps = [_turned(checks[number].gap, sign) for number, sign in stands[at].items()]
        low, high = max(low for low, _ in gaps), min(high for _, high in gaps)
        figure = figures[at]
        if figure is not None and low <= high:
            heals = frozenset(stands[at].keys() & failing)
            exact = (checks[number].difference * stands[at][number] for number in sorted(heals))
            change = next((pence for pence in exact if low <= 2 * pence <= high), -(-low // 2))
            yield _Accusation(Suspect(at, figure.pence + change), heals)


def _where_figures_stand(checks: Sequence[Check]) -> Mapping[Position, Mapping[int, int]]:
    """Give, for each figure, the evaluated checks it stands in and what raising it by one raises the parts by there."""
    stands: dict[Position, dict[int, int]] = {}
    for number, one in enumerate(checks):
        if one.outcome is not Outcome.NOT_EVALUATED:
            for at, coefficient in _coefficients(one.sum).items():
                stands.setdefault(at, {})[number] = coefficient
    return stands


def _coefficients(one: Sum) -> Mapping[Position, int]:
    """Give the sign of each figure of a sum, its total standing for less of the parts; what cancels out is left out."""
    signs = Counter({one.total: -1})
    for part in one.parts:
        signs[part.at] += part.sign
    return {at: sign for at, sign in signs.items() if sign}


def _turned(gap: tuple[int, int], sign: int) -> tuple[int, int]:
    return gap if sign > 0 else (-gap[1], -gap[0])
