"""The plan's dates as the rules look at them: each action and step that has some, and the day a deadline falls due."""

from __future__ import annotations

from dataclasses import dataclass
from operator import itemgetter
from typing import TYPE_CHECKING, TypeVar

from bvtrack.checks.plans.plan import parts
from bvtrack.checks.words.phrasing import full_date, month
from bvtrack.core.due import Precision
from bvtrack.core.period import MONTHS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from bvtrack.core.due import Due
    from bvtrack.core.finding import Key
    from bvtrack.core.review import Part, Review

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Scheduled:
    """An action (`2c`) or a step (`2c/3`) with the dates it has of its own; a step knows the action it stands under."""

    address: str
    key: Key
    start: Due | None
    finish: Due | None
    action: Part | None = None


def schedule(review: Review) -> Iterator[Scheduled]:
    """Yield each action, then its steps, in the order of the plan."""
    for key, part in parts(review):
        yield Scheduled(part.id, key, part.start, part.finish)
        for nth, step in enumerate(part.steps):
            yield Scheduled(f"{part.id}/{nth + 1}", (*key, "steps", nth), step.start, step.finish, part)


def is_closed(due: Due | None) -> bool:
    """Tell whether the deadline column says that the work is done or given up."""
    return due is not None and due.status in {"complete", "cancelled"}


def due_day(due: Due | None) -> date | None:
    """Give the day work falls due; None where no day is told, where two are, and where the work is closed."""
    return None if due is None or due.ambiguous or is_closed(due) else due.latest


def by_month(dated: Iterable[tuple[Due | None, Item]]) -> Iterator[tuple[str, list[Item]]]:
    """Sort things by the month they fall due in and yield `Sep 2002` with its things, in the order of the calendar."""
    months: dict[tuple[int, int], list[Item]] = {}
    for due, item in dated:
        day = due_day(due)
        if day is not None:
            months.setdefault((day.year, day.month), []).append(item)
    for (year, number), items in sorted(months.items(), key=itemgetter(0)):
        yield f"{MONTHS[number - 1]} {year}", items


def told(due: Due) -> str:
    """Tell a deadline in a message: `Sep 2002`, `30 Sep 2002`, and any longer period as printed."""
    if due.latest is not None and due.precision is Precision.MONTH:
        return month(due.latest)
    if due.latest is not None and due.precision is Precision.DAY:
        return full_date(due.latest)
    return due.text
