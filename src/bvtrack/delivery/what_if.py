"""What if: a review in which work is expected by another day, or money to come to another amount, and what differs.

What is supposed is an event of the as-at date, and no more: the plan stays, and so does what has happened. Where it is
expected already the review stays as it is. Days are supposed before money, which is supposed in the order given.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from bvtrack.core.address import find
from bvtrack.core.due import read_due
from bvtrack.core.edit import with_event
from bvtrack.core.errors import InputProblem, UsageProblem
from bvtrack.core.money import pounds
from bvtrack.core.review import Part, Step
from bvtrack.core.visible import visible
from bvtrack.delivery import progress, words
from bvtrack.delivery.money import label_of
from bvtrack.delivery.review import review_standing

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from bvtrack.core.plain import Plain
    from bvtrack.core.review import Review
    from bvtrack.delivery.money import Line

_SHARE: Final = re.compile(r"(\d{1,6}(?:\.\d{1,6})?)\s*%")


@dataclass(frozen=True, slots=True)
class Supposition:
    """What is supposed of what stands at an address, both as typed: `2c` and `June 2004`, `2/savings` and `80%`."""

    address: str
    value: str


def supposing(review: Review, as_at: date, suppositions: Sequence[Supposition]) -> Review:
    """Give the review as it would be. Raises UsageProblem for what cannot be supposed, or read."""
    found = [(one, find(review, one.address)) for one in suppositions]
    for one, place in found:
        if place.model in {Part, Step}:
            review = _finished(review, as_at, place.address, one.value.strip())
    for one, place in found:
        if "profile" in place.key:
            review = _coming_to(review, as_at, place.address, one.value.strip())
        elif place.model not in {Part, Step}:
            todo = "suppose a date of an action (2c), or money of a recommendation (2/savings, 2/savings/2004-05)"
            raise UsageProblem(visible(place.address), "is no action, no step and no money", todo)
    return review


def _finished(review: Review, as_at: date, address: str, value: str) -> Review:
    """Suppose that work is finished by another day."""
    if _SHARE.fullmatch(value):
        raise UsageProblem(address, "is work, of which there is no percentage", f"name a date: {address}=June 2004")
    due, now = read_due(value, review.date), progress.standing(review, address, as_at)
    if now.closed:
        raise UsageProblem(address, f"is {now.state.value}, and nothing is expected of it", "suppose it of open work")
    if due.latest is not None and due.latest < as_at:
        what = f"“{visible(value)}” is over on {words.full_day(as_at)}"
        raise UsageProblem(address, what, "name a later date, or an earlier one with --as-at")
    counts = now.forecast or now.current
    if due.latest is not None and counts is not None and due.latest == counts.latest:
        return review
    return _with(review, address, address, {"date": as_at, "kind": "forecast", "value": value})


def _coming_to(review: Review, as_at: date, address: str, value: str) -> Review:
    """Suppose that money still to come comes to another amount, or to a percentage of what is expected."""
    recommendation, stream, *year = address.split("/", 2)
    lines = [
        line
        for line in review_standing(review, as_at).money
        if (line.recommendation, line.stream) == (recommendation, stream) and (not year or line.address == address)
    ]
    if any(line.money.actual is not None and line.money.final for line in lines) and not any(map(_open, lines)):
        raise UsageProblem(address, "has come in, and nothing more is expected of it", "suppose it of a later year")
    share = _SHARE.fullmatch(value)
    if share is None and not year:
        todo = f"name a year ({address}/2004-05=£100k), or a percentage ({address}=80%)"
        raise UsageProblem(address, "is money of several years", todo)
    if share is None:
        changed = _with(review, address, recommendation, _forecast(as_at, stream, year[0], value))
        return review if _expected(changed, as_at, address) == _expected(review, as_at, address) else changed
    if not any(map(_open, lines)) or any(not label_of(line.year) for line in lines):
        raise UsageProblem(address, "has no amounts by year to take a percentage of", "name a year and an amount")
    for line, pence in _shared([line for line in lines if _open(line)], Fraction(Decimal(share[1])) / 100):
        if pence != line.money.expected:
            sign = "-" if pence < 0 else ""
            said = _forecast(as_at, stream, label_of(line.year), f"{sign}£{pounds(abs(pence))}")
            review = _with(review, line.address, recommendation, said)
    return review


def _open(line: Line) -> bool:
    """Tell whether an amount is expected of a line, and may yet be another."""
    return line.money.expected is not None and not (line.money.actual is not None and line.money.final)


def _shared(lines: Sequence[Line], share: Fraction) -> Iterator[tuple[Line, int]]:
    """Give each line its share in whole pence, pence left by division to the last."""
    amounts = [line.money.expected or 0 for line in lines]
    shares = [int(pence * share) for pence in amounts]
    shares[-1] += int(sum(amounts) * share) - sum(shares)
    yield from zip(lines, shares, strict=True)


def _forecast(as_at: date, stream: str, year: str, value: str) -> dict[str, Plain | None]:
    return {"date": as_at, "kind": "forecast", "stream": stream, "year": year, "value": value}


def _expected(review: Review, as_at: date, address: str) -> int | None:
    money = (line.money.expected for line in review_standing(review, as_at).money if line.address == address)
    return next(money, None)


def _with(review: Review, address: str, under: str, event: Mapping[str, Plain | None]) -> Review:
    """Add an event; what cannot be read of it is no review's fault, but of who supposed it."""
    try:
        return with_event(review, under, event)
    except InputProblem as problem:
        raise UsageProblem(address, problem.what, problem.todo) from problem
