"""The recommendations, parts, measures and cost lines of a review, each with its key in the review's file."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bvtrack.core.finding import Key
    from bvtrack.core.review import Measure, Part, Recommendation, Review


def recommendations(review: Review) -> Iterator[tuple[Key, Recommendation]]:
    """Yield each recommendation with its key."""
    for nth, recommendation in enumerate(review.recommendations):
        yield ("recommendation", nth), recommendation


def parts(review: Review) -> Iterator[tuple[Key, Part]]:
    """Yield each part, which is an action, with its key."""
    for key, recommendation in recommendations(review):
        for nth, part in enumerate(recommendation.parts):
            yield (*key, "part", nth), part


def measures(review: Review) -> Iterator[tuple[Key, Measure]]:
    """Yield each outcome measure with its key."""
    for key, recommendation in recommendations(review):
        for nth, measure in enumerate(recommendation.measures):
            yield (*key, "measure", nth), measure


def cost_key(review: Review, address: str) -> Key:
    """Give the key of the cost line at an address (`2/costs/3`)."""
    above, _, nth = address.split("/")
    return next((*key, "costs", int(nth) - 1) for key, one in recommendations(review) if one.id == above)
