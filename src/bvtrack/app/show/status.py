"""The status of an action or a step on a screen: a letter and a word, and how much it asks of the reader."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final, NamedTuple

from bvtrack.delivery import words
from bvtrack.delivery.progress import State

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bvtrack.delivery.progress import Standing


class Tone(StrEnum):
    """What a status says at a glance; themes give each its colour."""

    GOOD = "good"
    GOING = "going"
    PLAIN = "plain"
    SOON = "soon"
    LATE = "late"
    QUIET = "quiet"


class Status(NamedTuple):
    """A letter, a word, and their tone."""

    letter: str
    word: str
    tone: Tone

    def __str__(self) -> str:
        """Write it as screens do: `O overdue`."""
        return f"{self.letter} {self.word}"


OVERDUE: Final = Status("O", words.OVERDUE, Tone.LATE)
DUE_SOON: Final = Status("S", words.DUE_SOON, Tone.SOON)
STATUSES: Final[Mapping[State, Status]] = {
    State.DONE: Status("D", "done", Tone.GOOD),
    State.MAINSTREAMED: Status("D", "mainstreamed", Tone.GOOD),
    State.UNDER_WAY: Status("U", "under way", Tone.GOING),
    State.NOT_STARTED: Status("N", "not started", Tone.PLAIN),
    State.DEFERRED: Status("H", "deferred", Tone.QUIET),
    State.NO_RESOURCE: Status("H", "no resource", Tone.QUIET),
    State.SUSPENDED: Status("H", "suspended", Tone.QUIET),
    State.DELETED: Status("X", "deleted", Tone.QUIET),
    State.SUPERSEDED: Status("X", "superseded", Tone.QUIET),
}


def status(standing: Standing) -> Status:
    """Give the status of an action or a step: that it is late, or due soon, goes before its state."""
    if standing.overdue:
        return OVERDUE
    return DUE_SOON if standing.due else STATUSES[standing.state]
