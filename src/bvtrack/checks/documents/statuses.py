"""Tables of where savings stand: the target, and what of it is achieved, on track, delayed or unachievable.

The words of the headings say which lines these are; that they are meant to add up to the target is believed where they
do in most places, or where all of them are there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import product
from typing import TYPE_CHECKING, Final

from bvtrack.checks.figures.intervals import figure_of
from bvtrack.checks.figures.misfits import Check, Fault, Outcome, check, faults
from bvtrack.checks.figures.sums import Kind, Part, Sum
from bvtrack.checks.structure.words import says_rate

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bvtrack.checks.figures.footing import Footing
    from bvtrack.checks.figures.misfits import Figures
    from bvtrack.core.review import Rounding


class Status(StrEnum):
    """What a line says of savings."""

    TARGET = "target"
    ACHIEVED = "achieved"
    ON_TRACK = "on track"
    DELAYED = "delayed"
    UNACHIEVABLE = "unachievable"
    MITIGATED = "mitigated"


_ALL: Final = frozenset({Status.ACHIEVED, Status.ON_TRACK, Status.DELAYED, Status.UNACHIEVABLE})
_SHORT: Final = frozenset({Status.DELAYED, Status.UNACHIEVABLE})  # without these a target may simply be missed
_FEW: Final = 2
_DONE: Final = "achieved|delivered|secured|realised|realized|made|met|found|banked"
_NO: Final = r"not|no longer|non|un(?:likely)?"
# In the order in which they are tried: `not achieved` is not `achieved`, `target at risk` is no target.
_WORDS: Final = {
    Status.MITIGATED: r"mitigat\w*|substitut\w*|alternatives?|alternative savings|replacements?|offset",
    Status.UNACHIEVABLE: (
        rf"(?:{_NO})[ -]?(?:\w+ )?(?:to )?(?:be )?(?:{_DONE}|achievable|deliverable|achieve|deliver)|unachiev\w*|"
        r"undeliver\w*|red|lost|written off|withdrawn|removed|failed|irrecoverable|high risk"
    ),
    Status.DELAYED: (
        r"delay\w*|slip\w*|late|behind|at risk|amber|yellow|deferred|re-?phased|re-?profiled|medium risk|postponed"
    ),
    Status.ON_TRACK: (
        r"on[ -](?:track|target|course|schedule)|green|in progress|progressing|underway|under way|to be (?:delivered|"
        r"achieved|made)|expected|anticipated|in delivery|achievable|deliverable|low risk|likely|pending"
    ),
    Status.ACHIEVED: rf"{_DONE}|complete|completed|blue|actual|actuals",
    Status.TARGET: r"targets?|planned|plan|required|agreed|approved|programme|budgeted|requirement|savings",
}
_STATUS: Final = {status: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for status, words in _WORDS.items()}
_TOTAL: Final = re.compile(r"\W*(?:grand )?total(?: savings?)?\W*", re.IGNORECASE)
_FORECAST: Final = re.compile(
    r"\b(?:forecast|variance|shortfall|gap|balance|remaining|net|previous|last)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Identity:
    """The line of the target and those that make it up, columns or `rows`; `checks` are its sums, one at each place."""

    target: int
    parts: tuple[int, ...]
    checks: tuple[Check, ...]
    rows: bool = False

    def holds(self) -> int:
        """Count the places where it holds."""
        return sum(one.outcome in (Outcome.EXACT, Outcome.ROUNDING) for one in self.checks)

    def broken(self) -> tuple[Check, ...]:
        """Give the sums that cannot hold."""
        return tuple(one for one in self.checks if one.outcome is Outcome.WRONG)


def status_of(label: str) -> Status | None:
    """Tell what a heading says of savings; None for what it does not say or says as a rate."""
    if says_rate(label) or _FORECAST.search(label):
        return None
    return next((status for status, words in _STATUS.items() if words.search(label)), None)


def identities(footing: Footing, rounding: Rounding) -> tuple[Identity, ...]:
    """Give the identities of status that a table states, of its columns or of its rows, in each group of them."""
    figures = _figures(footing, rounding)
    found = []
    for rows, lines in ((False, footing.table.columns), (True, footing.table.rows)):
        names = dict.fromkeys(line.group for line in lines)
        groups = [[at for at, line in enumerate(lines) if line.group == name] for name in names]
        every = list(range(len(lines)))
        best = [_best(footing, figures, numbers, rows=rows) for numbers in groups]
        found += [one for one in best if one] or [one for one in (_best(footing, figures, every, rows=rows),) if one]
    return tuple(found)


def _best(footing: Footing, figures: Figures, numbers: Sequence[int], *, rows: bool) -> Identity | None:
    """Give the identity among some lines that holds in most places, and of these the one with most parts."""
    lines = footing.table.rows if rows else footing.table.columns
    known = {number: status for number in numbers if (status := status_of(lines[number].label))}
    targets = [number for number, status in known.items() if status is Status.TARGET]
    targets = targets or [number for number in numbers if _TOTAL.fullmatch(lines[number].label)]
    found = [
        _identity(footing, figures, target, parts, rows=rows)
        for target, without in product(targets, (None, Status.MITIGATED, Status.ACHIEVED))
        if len(parts := _parts(known, without)) > 1
    ]
    best = max(found, key=lambda one: (one.holds(), len(one.parts)), default=None)
    printed = set(known.values())
    meant = best is not None and not _SHORT.isdisjoint(printed) and _is_meant(best, full=printed >= _ALL)
    return best if meant else None


def _parts(known: Mapping[int, Status], without: Status | None) -> tuple[int, ...]:
    return tuple(number for number, status in known.items() if status not in (Status.TARGET, without))


def _identity(footing: Footing, figures: Figures, target: int, parts: Sequence[int], *, rows: bool) -> Identity:
    """Weigh an identity at every place where its target and a part of it are printed."""
    table = footing.table
    checks = []
    for place, line in enumerate(table.columns if rows else table.rows):
        total, *others = [(number, place) if rows else (place, number) for number in (target, *parts)]
        printed = any(footing.cell(at).text.strip() for at in others)
        if printed and footing.pence(total) and not says_rate(line.label):
            one = Sum(Kind.COLUMN if rows else Kind.ROW, total, tuple(Part(at) for at in others))
            checks.append(check(one, figures))
    return Identity(target, tuple(parts), tuple(checks), rows=rows)


def _is_meant(one: Identity, *, full: bool) -> bool:
    """Tell whether lines are meant to add up to their target."""
    holds, broken = one.holds(), len(one.broken())
    return (holds >= _FEW and holds > broken) or (full and (holds > 0 or broken <= _FEW))


def _figures(footing: Footing, rounding: Rounding) -> Figures:
    return {
        (row, column): figure_of(cell.money, rounding)
        for row, cells in enumerate(footing.table.cells)
        for column, cell in enumerate(cells)
    }


def status_faults(footing: Footing, several: Sequence[Identity], rounding: Rounding) -> tuple[Fault, ...]:
    """Give the faults that identities of status report, weighed together with all other sums of the table."""
    if not any(one.broken() for one in several):
        return ()
    own = [one for identity in several for one in identity.checks]
    totals = {(one.sum.total, one.sum.kind) for one in own}
    others = [one for one in footing.checks if (one.sum.total, _kind(one.sum)) not in totals]
    figures = _figures(footing, rounding)
    broken = [one for identity in several for one in identity.broken()]
    return tuple(
        replace(fault, check=told)
        for fault in faults((*own, *others), figures)
        if (told := next((one for one in broken if one in fault.checks), None))
    )


def _kind(one: Sum) -> Kind:
    """Tell whether a sum runs along a row or down a column, whatever else it is."""
    return Kind.ROW if all(part.at[0] == one.total[0] for part in one.parts) else Kind.COLUMN


def same_misfit(one: Fault, status: Fault) -> bool:
    """Tell whether a fault of a table's sums is one that an identity of status reports."""
    told = {(check.sum.total, _kind(check.sum)) for check in status.checks}
    return any((check.sum.total, _kind(check.sum)) in told for check in one.checks)
