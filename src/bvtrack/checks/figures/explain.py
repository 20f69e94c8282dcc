"""The readings that reconcile a misfit to the penny, simplest first, each as the sentence of a hint.

All that fit are given, none is invented: a reading changes one thing, or moves one to three cost lines.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import combinations
from typing import TYPE_CHECKING

from bvtrack.checks.figures.amounts import said
from bvtrack.checks.figures.costs import annual, nearest
from bvtrack.checks.figures.intervals import Figure
from bvtrack.checks.words.phrasing import listed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from bvtrack.checks.figures.costs import Choice, Course, Profile
    from bvtrack.core.financial_year import FinancialYear
    from bvtrack.core.money import Unit

_SLIPS = {10: "ten", 1000: "a thousand"}
_MOST_SUMS, _MOST_LINES, _MOST_MOVED = 500, 8, 3


@dataclass(frozen=True, slots=True)
class Named:
    """A figure by the name a reader knows it by: pence, what 1 in its last printed place is worth, its sign in a sum.

    `firm` says that it is borne out elsewhere, so that no reading changes it.
    """

    label: str
    pence: int
    place: int = 0
    sign: int = 1
    firm: bool = False


@dataclass(frozen=True, slots=True)
class _Change:
    """A figure as it could have been meant, in pence, and what would then have happened to it."""

    pence: int
    how: str


def sum_readings(total: Named, parts: Sequence[Named], beside: Sequence[Named], unit: Unit) -> tuple[str, ...]:
    """Say what reconciles a printed total with its parts; `beside` are the sums of the lines next to it."""
    missing = total.pence - sum(part.sign * part.pence for part in parts)
    found: list[str] = []
    if not total.firm:
        found += _repeated(parts, -missing, "is left out", unit)
        found += _repeated(parts, missing, "is counted twice", unit)
    for figure, change in [(total, -missing), *((part, part.sign * missing) for part in parts)]:
        if not figure.firm:
            found += (
                f"It fits if {figure.label} is {said(one.pence, unit)}: {one.how}."
                for one in _changes(figure.pence, figure.place, unit)
                if one.pence == figure.pence + change
            )
    if not total.firm:
        fitting = (one for one in beside if one.pence == total.pence)
        found += (f"It fits {one.label}, which adds to {said(one.pence, unit)}." for one in fitting)
    return tuple(found)


def cost_readings(
    courses: Sequence[Course], profile: Profile, years: Sequence[FinancialYear], unit: Unit
) -> tuple[str, ...]:
    """Say what reconciles cost lines with a profile of `years`: lines meant, dated, counted or written otherwise."""

    def fit(trial: Sequence[Course]) -> Choice | None:
        choice = nearest(trial, profile, years, _MOST_SUMS)
        return choice if choice is not None and not choice.distance else None

    found = list(_moved(courses, years, unit, fit))
    for at, course in enumerate(courses):
        others = (*courses[:at], *courses[at + 1 :])
        found += _redated(course, others, years, unit, fit)
        label = _label(course, unit)
        found += [f"It fits if {label} is left out."] if fit(others) else []
        found += [f"It fits if {label} is counted twice."] if fit((*courses, course)) else []
        for change in _changes(course.figure.pence, course.amount.money.place or 0, unit):
            if fit((*others, replace(course, figure=Figure(change.pence, 2 * change.pence, 2 * change.pence)))):
                found.append(f"It fits if {label} is {said(change.pence, unit)}: {change.how}.")
    return tuple(dict.fromkeys(found))


def _repeated(parts: Sequence[Named], pence: int, how: str, unit: Unit) -> Iterator[str]:
    """Say that a part is left out, or counted twice: those alike in one sentence."""
    alike = [part.label for part in parts if part.pence and part.sign * part.pence == pence]
    if alike:
        yield f"It fits if {' or '.join(alike)} ({said(abs(pence), unit)}) {how}."


def _changes(pence: int, place: int, unit: Unit) -> Iterator[_Change]:
    """Yield what an amount could have been meant as: two digits swapped, the sign turned, the unit slipped."""
    if pence and place:
        printed = said(pence, unit)
        for number in _swapped(abs(pence) // place):
            yield _Change((1 if pence > 0 else -1) * number * place, f"two digits of {printed} are swapped")
        yield _Change(-pence, f"the sign of {printed} is turned")
        for times, word in _SLIPS.items():
            yield _Change(pence * times, f"{printed} is {word} times too little")
            if pence % times == 0:
                yield _Change(pence // times, f"{printed} is {word} times too much")


def _swapped(number: int) -> Iterator[int]:
    """Yield a number with two digits that stand side by side swapped, none of them a leading nought."""
    digits = str(number)
    for at in range(len(digits) - 1):
        swapped = digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :]
        if swapped != digits and not swapped.startswith("0"):
            yield int(swapped)


def _moved(
    courses: Sequence[Course],
    years: Sequence[FinancialYear],
    unit: Unit,
    fit: Callable[[Sequence[Course]], Choice | None],
) -> Iterator[str]:
    """Say which one-offs, as few as can be, are annual costs: recurring from their year on, or starting later."""
    once = [at for at, course in enumerate(courses) if course.once and course.figure.pence]
    for size in range(1, min(_MOST_MOVED, len(once)) + 1 if len(once) <= _MOST_LINES else 1):
        fitting = False
        for moved in combinations(once, size):
            choice = fit(tuple(annual(one, years) if at in moved else one for at, one in enumerate(courses)))
            if choice and all(choice.starts[at] is not None for at in moved):
                fitting = True
                recurring = [courses[at] for at in moved if choice.starts[at] == courses[at].starts[0]]
                later = [courses[at] for at in moved if courses[at] not in recurring]
                yield f"It fits if {_as_annual(recurring, later, unit)}."
        if fitting:
            return


def _as_annual(recurring: Sequence[Course], later: Sequence[Course], unit: Unit) -> str:
    """Put into words that some one-offs recur and others are annual costs that start later."""
    words = []
    if recurring:
        names = listed([_label(one, unit) for one in recurring])
        words.append(f"{names} {'recur' if recurring[1:] else 'recurs'} every year")
    if later:
        names = listed([_amount(one, unit) for one in later])
        annual_costs = "are annual costs" if later[1:] else "is an annual cost"
        words.append(f"{names} {annual_costs}, printed in the one-off column")
    return " and ".join(words)


def _redated(
    course: Course,
    others: Sequence[Course],
    years: Sequence[FinancialYear],
    unit: Unit,
    fit: Callable[[Sequence[Course]], Choice | None],
) -> Iterator[str]:
    """Say in which other year a one-off falls, or an annual cost whose start is printed starts."""
    if len(course.starts) == 1:
        for year in years:
            if year not in course.starts and fit((*others, replace(course, starts=(year,)))):
                yield f"It fits if {_label(course, unit)} {'falls' if course.once else 'starts'} in {year.label}."


def _amount(course: Course, unit: Unit) -> str:
    part = course.amount.line.part
    return said(course.figure.pence, unit) + (f" ({part})" if part else "")


def _label(course: Course, unit: Unit) -> str:
    return f"the {_amount(course, unit)} {'one-off' if course.once else 'a year'}"
