"""The work as the rules about delivery look at it: where each action stands on the day, and its steps under it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bvtrack.checks.plans.plan import parts
from bvtrack.delivery import progress
from bvtrack.delivery.days import up_to
from bvtrack.delivery.holders import Holders

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from bvtrack.core.event import ActionEvent
    from bvtrack.core.finding import Key
    from bvtrack.delivery.progress import Standing
    from bvtrack.delivery.review import ReviewStanding


@dataclass(frozen=True, slots=True)
class Delivered:
    """An action or a step where it stands, with its events up to the day; a step knows the action it stands under."""

    key: Key
    standing: Standing
    events: tuple[ActionEvent, ...]
    above: Standing | None = None


def delivered(of: ReviewStanding) -> Iterator[Delivered]:
    """Yield each action, then its steps, in the order of the plan.

    Where no step has a deadline or an event of its own they all stand as their action does, and are left out.
    """
    holders = Holders(of.review)
    for (key, part), one in zip(parts(of.review), of.actions, strict=True):
        yield Delivered(key, one, tuple(up_to(of.as_at, part.events)))
        if any(step.finish or step.events for step in part.steps):
            steps = progress.steps(part, one, of.as_at, holders)
            for nth, (step, below) in enumerate(zip(part.steps, steps, strict=True)):
                yield Delivered((*key, "steps", nth), below, tuple(up_to(of.as_at, step.events)), one)


def deadline(one: Standing) -> date | None:
    """Give the day that counts now as the deadline."""
    return one.current.latest if one.current else None
