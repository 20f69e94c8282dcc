"""One thing that moved between two standings of a review, as a value, and how moves are counted in words."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class What(StrEnum):
    """What became of an item."""

    ADDED = "added"
    REMOVED = "removed"
    REWORDED = "reworded"
    OWNER = "other owner"
    COMPLETED = "completed"
    STATUS = "status changed"
    REBASELINED = "re-baselined"
    DEADLINE = "deadline changed"
    FORECAST = "forecast changed"
    LATE = "newly late"
    LATER = "slipped further"
    EARLIER = "caught up"
    TARGET = "target changed"
    FIGURE = "figure came in"
    EXPECTED = "expected changed"
    PLANNED = "plan changed"
    ACTUAL = "actual came in"
    MITIGATED = "mitigation changed"


@dataclass(frozen=True, slots=True)
class Move:
    """An item's address and words, what became of it, what stood there before and after, and why.

    What stands there is words, pence where it is money, or None for nothing.
    """

    address: str
    text: str
    what: What
    before: str | int | None = None
    after: str | int | None = None
    why: str = ""


def tally(moves: Iterable[Move]) -> str:
    """Count moves in a line by what they are: `1 re-baselined, 2 newly late`."""
    counts = Counter(move.what for move in moves)
    return ", ".join(f"{counts[what]} {what}" for what in What if what in counts) or "nothing moved"
