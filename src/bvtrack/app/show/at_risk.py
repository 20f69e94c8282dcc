"""What a figure of the finance table waits for, and what becomes of it, as sections of its breakdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bvtrack.delivery.money import label_of
from bvtrack.delivery.savings import total
from bvtrack.delivery.words import counted, money, month

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bvtrack.app.show.view import ReviewView
    from bvtrack.delivery.money import Layers
    from bvtrack.delivery.waiting import Waiting

Told = tuple[str, str, str, str]
"""A line: what it is about, what is said, a figure, and a tone."""


def waits(view: ReviewView, address: str) -> Iterator[Told]:
    """Say which actions the money of a figure waits for, when it starts by that, and what it loses in which year."""
    thing, _, rest = address.partition("/")
    stream, _, year = rest.partition("/")
    unit = view.review.unit
    for one in view.standing.waiting:
        meant = thing in {"review", "totals", one.recommendation} and stream in {"net", one.stream}
        moved = [(label_of(when), pence) for when, pence in one.moved.items() if not year or label_of(when) == year]
        if meant and (moved or not one.late):
            yield (one.address, _starts(one), "", "late" if one.late else "good")
            yield from ((f"  {label}", one.stream, money(pence, unit), "") for label, pence in moved)


def becomes(view: ReviewView, address: str) -> Iterator[Told]:
    """Say what becomes of planned savings and income: five amounts that add up to the plan."""
    thing, _, rest = address.partition("/")
    stream, _, year = rest.partition("/")
    split = total(
        one
        for line, one in view.standing.savings
        if line.stream == stream
        and thing in {"totals", line.recommendation}
        and (not year or label_of(line.year) == year)
    )
    if any(split):
        named = zip(("Achieved", "On track", "Delayed", "Unachievable", "Mitigated"), split, strict=True)
        yield from ((name, "", money(pence, view.review.unit), "") for name, pence in named)
        yield ("", "", "─", "")
        yield ("Planned", "", money(split.planned, view.review.unit), "strong")


def mark_of(layers: Layers) -> str:
    """Tell where what is expected comes from: the actual, a forecast, the plan moved by its actions; else the plan."""
    if layers.outturn is not None:
        return "a" if layers.outturn == layers.actual else "f"
    return "w" if layers.expected != layers.plan else ""


def _starts(one: Waiting) -> str:
    """Say when a line starts, and how that differs from the plan: `from Jul 2004 in place of Apr 2004, after 2c`."""
    planned = month(one.planned_start) if one.planned_start else ""
    now = f"from {month(one.start)}" if one.start else "never starts"
    place = f" in place of {planned}" if one.late and planned else ""
    return f"{now}{place}, after {one.held_by}{_others(one)}"


def _others(one: Waiting) -> str:
    others = len(one.waits_for) - 1
    return f" and {counted(others, 'other action')}" if others else ""
