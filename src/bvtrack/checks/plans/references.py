"""What a review says belongs to which recommendation or part, and the references that lead to nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bvtrack.checks.plans.plan import measures, parts, recommendations

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bvtrack.core.finding import Key
    from bvtrack.core.review import Review


@dataclass(frozen=True, slots=True)
class Reference:
    """Where a reference stands, how a sentence about it begins, and the id and the kind of what it names."""

    address: str
    key: Key
    says: str
    to: str
    kind: str


def known_ids(review: Review) -> dict[str, frozenset[str]]:
    """Give the ids a reference of each kind may name."""
    recommended = frozenset(recommendation.id for recommendation in review.recommendations)
    lettered = frozenset(part.id for _, part in parts(review))
    return {"recommendation": recommended, "part": lettered, "recommendation or part": recommended | lettered}


def dangling(review: Review) -> tuple[Reference, ...]:
    """Give the references to an id that the review does not have, or has for another kind of thing.

    Where ids stand twice and no more ids are wanting than stand twice, the wrong ids are at fault and no reference is.
    """
    known = known_ids(review)
    found = tuple(reference for reference in references(review) if reference.to not in known[reference.kind])
    every = [recommendation.id for recommendation in review.recommendations] + [part.id for _, part in parts(review)]
    twice = len(every) - len({one.casefold() for one in every})
    return found if len({reference.to for reference in found}) > twice else ()


def references(review: Review) -> Iterator[Reference]:
    """Yield each reference to a recommendation or a part, in the order of the file."""
    for nth, summary in enumerate(review.summary):
        if summary.recommendation is not None:
            address, says = f"summary/{nth + 1}", f"Summary area {nth + 1} stands for"
            key: Key = ("summary", nth, "recommendation")
            yield Reference(address, key, says, summary.recommendation, "recommendation")
    for nth, area in enumerate(review.areas):
        for place, to in enumerate(area.addressed_by):
            key = ("area", nth, "addressed_by", place)
            yield Reference(f"area/{nth + 1}", key, f"Area {nth + 1} is addressed by", to, "recommendation or part")
    for nth, promise in enumerate(review.promises):
        for place, to in enumerate(promise.covers):
            key = ("promise", nth, "covers", place)
            yield Reference(f"promise/{nth + 1}", key, f"Promise {nth + 1} covers", to, "recommendation")
    for nth, quoted in enumerate(review.quoted):
        if quoted.recommendation is not None:
            address, says = f"quoted/{nth + 1}", f"Quoted figure {nth + 1} speaks of"
            key = ("quoted", nth, "recommendation")
            yield Reference(address, key, says, quoted.recommendation, "recommendation")
    yield from _references_to_parts(review)


def _references_to_parts(review: Review) -> Iterator[Reference]:
    for above, recommendation in recommendations(review):
        for nth, line in enumerate(recommendation.costs):
            address, key = f"{recommendation.id}/costs/{nth + 1}", (*above, "costs", nth)
            says = f"Cost line {nth + 1} of recommendation {recommendation.id}"
            if line.part is not None:
                yield Reference(address, (*key, "part"), f"{says} is for", line.part, "part")
            for place, to in enumerate(line.depends_on):
                yield Reference(address, (*key, "depends_on", place), f"{says} waits for", to, "part")
    for above, measure in measures(review):
        for place, to in enumerate(measure.shows):
            yield Reference(measure.id, (*above, "shows", place), f"Measure {measure.id} shows", to, "part")
