"""What the rules look at: one review at one date, and the analyses rules share, each made once when asked for."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from bvtrack.checks.figures.footing import Footing, foot
from bvtrack.checks.figures.printed_money import PrintedMoney, printed_money
from bvtrack.checks.figures.quoted import stated_in
from bvtrack.checks.figures.sourcing import Fit, Sourcing, corroborated, fits, sourcings
from bvtrack.checks.plans.delivered import Delivered, delivered
from bvtrack.checks.plans.repeated_steps import Repeat, repeated_steps
from bvtrack.checks.plans.schedule import Scheduled, schedule
from bvtrack.checks.plans.trajectory import Measured, measured
from bvtrack.checks.words.texts import PlacedText, texts
from bvtrack.core.finance import STREAMS, stream_table
from bvtrack.core.responsibility import Responsibility, responsibilities
from bvtrack.core.settings import Thresholds
from bvtrack.delivery.review import ReviewStanding, review_standing

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from bvtrack.checks.rule import Rule
    from bvtrack.checks.waivers import GrantedWaiver
    from bvtrack.core.finding import Finding
    from bvtrack.core.review import Review
    from bvtrack.core.table import Table


@dataclass(frozen=True)
class Subject:
    """A review, the date it is judged at, and the thresholds it is judged by.

    The rules about waivers also look at the waivers granted, at what the other rules found, and at which rules were
    skipped; nothing else does.
    """

    review: Review
    as_at: dt.date
    thresholds: Thresholds = field(default_factory=Thresholds)
    waivers: tuple[GrantedWaiver, ...] = ()
    found: tuple[Finding, ...] = ()
    skipped: frozenset[str] = frozenset()

    @property
    def name(self) -> str:
        """What the review is called in fingerprints."""
        return self.review.id

    def ask(self, rule: Rule) -> Iterator[Finding]:
        """Give what a rule finds in the review."""
        return rule.find(self)

    @cached_property
    def texts(self) -> tuple[PlacedText, ...]:
        """Every text of the review."""
        return texts(self.review)

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        """The financial tables: one a stream with profiles."""
        found = (stream_table(self.review, stream) for stream in STREAMS)
        return tuple(table for table in found if table is not None)

    @cached_property
    def footings(self) -> tuple[Footing, ...]:
        """The footing of each table: its sums, and which figures are at fault, by what prose and cost lines say too."""
        footings = (foot(table, self.review.rounding, tuple(stated_in(self.review, table))) for table in self.tables)
        return tuple(corroborated(footing, self.sourcings) for footing in footings)

    @cached_property
    def sourcings(self) -> tuple[Sourcing, ...]:
        """Each profile beside the cost lines it should come from."""
        return tuple(sourcings(self.review, self.tables))

    @cached_property
    def fits(self) -> tuple[Fit, ...]:
        """How near the cost lines come to each profile that can be compared with them."""
        return tuple(fits(self.sourcings, self.footings))

    @cached_property
    def responsibilities(self) -> tuple[Responsibility, ...]:
        """Each action and step with its deadline, its owners and the people they are."""
        return responsibilities(self.review)

    @cached_property
    def schedule(self) -> tuple[Scheduled, ...]:
        """Each action and step with its dates."""
        return tuple(schedule(self.review))

    @cached_property
    def standing(self) -> ReviewStanding:
        """Where the review stands on the date."""
        return review_standing(self.review, self.as_at)

    @cached_property
    def delivered(self) -> tuple[Delivered, ...]:
        """Each action where it stands on the date, with its events up to then, and its steps with theirs."""
        return tuple(delivered(self.standing))

    @cached_property
    def measured(self) -> tuple[Measured, ...]:
        """Each measure with the runs of figures its targets make, and which way is good."""
        return tuple(measured(self.review))

    @cached_property
    def money(self) -> tuple[PrintedMoney, ...]:
        """Every printed value of money and where it stands."""
        return tuple(printed_money(self.review, self.tables))

    @cached_property
    def repeated_steps(self) -> tuple[Repeat, ...]:
        """The steps that stand in the plan more than once, word for word or a word apart."""
        return repeated_steps(self.review, self.responsibilities)
