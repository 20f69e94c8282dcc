"""A review as a screen holds it: the review at a moment, the date it speaks for, and what is worked out of both."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from bvtrack.app.show.colours import bands, shade
from bvtrack.delivery.brag import DEFAULT
from bvtrack.delivery.review import review_standing

if TYPE_CHECKING:
    import datetime as dt

    from bvtrack.app.desk import Desk
    from bvtrack.app.show.colours import Band, Shade
    from bvtrack.core.finding import Finding
    from bvtrack.core.review import Review
    from bvtrack.delivery.brag import Policy
    from bvtrack.delivery.progress import Standing
    from bvtrack.delivery.review import ReviewStanding


@dataclass(frozen=True)
class ReviewView:
    """A review, the date the screen speaks for, today, and the policy that gives the colours.

    What is costly is worked out when first asked for.
    """

    review: Review
    as_at: dt.date
    today: dt.date
    policy: Policy = DEFAULT

    @cached_property
    def standing(self) -> ReviewStanding:
        """Where the review stands on the date."""
        return review_standing(self.review, self.as_at)

    def shade(self, one: Standing) -> Shade:
        """Give the colour of an action or a step."""
        return shade(self.standing.colour(one, self.policy))

    @cached_property
    def bands(self) -> tuple[Band, ...]:
        """The colours of the actions, counted."""
        return bands((self.standing.colour(one, self.policy) for one in self.standing.actions), self.policy)

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """What the rules find on the date, worst first, waived ones last. The rules are loaded when first asked for."""
        from bvtrack.checks.registry import RULES
        from bvtrack.checks.runner import run
        from bvtrack.checks.subject import Subject
        from bvtrack.checks.waivers import GrantedWaiver
        from bvtrack.core.settings import Selection, Thresholds

        waivers = tuple(GrantedWaiver(entry, ("waiver", nth)) for nth, entry in enumerate(self.review.waivers))
        found = run(RULES, Subject(self.review, self.as_at, Thresholds(), waivers), Selection())
        order = ("error", "warning", "note")
        return tuple(sorted(found, key=lambda one: (one.waived is not None, order.index(one.severity or "note"))))


def review_view(desk: Desk, name: str, as_at: dt.date | None = None) -> ReviewView:
    """Load a review for a screen that speaks for a date (None: today)."""
    return ReviewView(desk.review(name), as_at or desk.today, desk.today, desk.policy)
