"""Where a whole review stands on a day: its actions, measures and money, and what of them matters first."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from bvtrack.delivery import brag, measures, money, progress, waiting
from bvtrack.delivery.holders import Holders
from bvtrack.delivery.savings import split
from bvtrack.delivery.slippage import ON_TIME

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from bvtrack.core.review import Review
    from bvtrack.delivery.brag import Mark, Policy
    from bvtrack.delivery.measures import MeasureStanding
    from bvtrack.delivery.money import Line, NetYear, StreamStanding
    from bvtrack.delivery.progress import Standing, State
    from bvtrack.delivery.savings import Split
    from bvtrack.delivery.waiting import Waiting

NEXT: Final = 5


@dataclass(frozen=True, slots=True)
class Counts:
    """Actions counted, each once: as overdue, else as due soon, else by its state (`states` has those that occur)."""

    overdue: int
    due: int
    states: dict[State, int]

    def of(self, state: State) -> int:
        """Give how many are in a state, the overdue and those due soon left out."""
        return self.states.get(state, 0)

    @property
    def actions(self) -> int:
        """How many there are."""
        return self.overdue + self.due + sum(self.states.values())


@dataclass(frozen=True, slots=True)
class Load:
    """What one owner answers for: actions, and how many of them are overdue, due soon, done."""

    owner: str
    actions: int
    overdue: int
    due: int
    done: int


@dataclass(frozen=True)
class ReviewStanding:
    """A review on a day. Actions stand in the order of the plan; what follows from them is worked out when asked."""

    review: Review
    as_at: date
    actions: tuple[Standing, ...]

    @cached_property
    def measures(self) -> tuple[MeasureStanding, ...]:
        """Where its outcome measures stand."""
        return measures.measures(self.review, self.as_at)

    @cached_property
    def waiting(self) -> tuple[Waiting, ...]:
        """Which lines of its money wait for actions, and what they lose by that."""
        return waiting.waiting(self.review, self.actions)

    @cached_property
    def money(self) -> tuple[Line, ...]:
        """Where its money stands, by stream, recommendation and year."""
        return money.lines(self.review, self.as_at, self.waiting)

    @cached_property
    def savings(self) -> tuple[tuple[Line, Split], ...]:
        """What becomes of its savings and income, line by line."""
        lines = (line for line in self.money if line.stream != "budget")
        return tuple((line, split(line, self.as_at)) for line in lines)

    @cached_property
    def streams(self) -> tuple[StreamStanding, ...]:
        """Where its streams stand."""
        return money.streams(self.money)

    @cached_property
    def net(self) -> tuple[NetYear, ...]:
        """Its net position by year."""
        return money.net(self.review, self.money)

    @cached_property
    def counts(self) -> Counts:
        """Its actions, counted."""
        return counts(self.actions)

    def colour(self, one: Standing, policy: Policy) -> Mark | None:
        """Give the colour of an action or a step of it; the report's date stands in for a start that nothing tells."""
        return brag.colour(one, policy, self.as_at, self.review.date)

    def colours(self, policy: Policy) -> tuple[tuple[Mark, int], ...]:
        """Count the colours of its actions."""
        return brag.tally((self.colour(one, policy) for one in self.actions), policy)

    @cached_property
    def next_deadlines(self) -> tuple[Standing, ...]:
        """The next five actions to fall due, soonest first."""
        open_actions = (
            (one.current.latest, one)
            for one in self.actions
            if not one.closed and not one.overdue and one.current and one.current.latest
        )
        return tuple(one for _, one in sorted(open_actions, key=lambda pair: pair[0])[:NEXT])

    @cached_property
    def worst_slippage(self) -> Standing | None:
        """The action that is furthest behind its baseline; None where none is behind."""
        worst = max(self.actions, key=lambda one: one.slippage or ON_TIME, default=None)
        return worst if worst is not None and (worst.slippage or ON_TIME) > ON_TIME else None


def review_standing(review: Review, as_at: date) -> ReviewStanding:
    """Give where a review stands on a day."""
    holders = Holders(review)
    return ReviewStanding(
        review,
        as_at,
        tuple(
            progress.action(part, as_at, holders)
            for recommendation in review.recommendations
            for part in recommendation.parts
        ),
    )


def steps_of(of: ReviewStanding, address: str) -> tuple[Standing, ...]:
    """Give where the steps of the action at an address stand; none where there is no such action."""
    parts = (part for recommendation in of.review.recommendations for part in recommendation.parts)
    found = ((part, above) for part, above in zip(parts, of.actions, strict=True) if part.id == address)
    holders = Holders(of.review)
    return tuple(step for part, above in found for step in progress.steps(part, above, of.as_at, holders))


def counts(actions: Iterable[Standing]) -> Counts:
    """Count actions, each once."""
    overdue = due = 0
    states: Counter[State] = Counter()
    for one in actions:
        if one.overdue:
            overdue += 1
        elif one.due:
            due += 1
        else:
            states[one.state] += 1
    return Counts(overdue, due, dict(states))


def loads(actions: Iterable[Standing]) -> tuple[Load, ...]:
    """Give what each owner answers for, in the order of their names; joint owners each answer for the whole."""
    found: dict[str, list[Standing]] = {}
    for one in actions:
        for holder in one.holders:
            found.setdefault(holder, []).append(one)
    return tuple(
        Load(
            owner=holder,
            actions=len(held),
            overdue=sum(one.overdue for one in held),
            due=sum(one.due for one in held),
            done=sum(one.state in progress.FINISHED for one in held),
        )
        for holder, held in sorted(found.items())
    )
