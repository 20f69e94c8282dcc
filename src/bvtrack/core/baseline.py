"""A baseline holds the findings that were there when it was made, so that only new ones fail a run; one is an entry."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class BaselineEntry:
    """A finding of a baseline: the input it was found in, its rule, what it says (for people) and its fingerprint.

    `path` leads from the baseline's folder to the input, with `/` between. Path and fingerprint are what an entry is
    known by: two copies of a review share fingerprints.
    """

    path: str
    code: str
    words: str
    fingerprint: str

    @property
    def address(self) -> str:
        """The address of the finding, as far as its words show it."""
        return self.words.partition(": ")[0]
