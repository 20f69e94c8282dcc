"""What a target line promises in place of a figure: targets that are to be set, and reports that are to be made."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from bvtrack.core.target import TargetKind
from bvtrack.core.target.words import NOT_YET_SET
from bvtrack.delivery.slippage import moved

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bvtrack.core.event import MeasureEvent
    from bvtrack.core.target import Target

FIGURES: Final = frozenset({TargetKind.ABSOLUTE, TargetKind.RANGE, TargetKind.RELATIVE})
"""Kinds of target that are figures or changes of figures."""

_NO_TARGET: Final = frozenset({TargetKind.BLANK, TargetKind.DASH, TargetKind.NOT_APPLICABLE})
_NONE_SET: Final = re.compile(
    r"\W{0,9}(?:(?:none|no targets?)(?: (?:has|have|is|are|was|were)(?: been)?)?(?: (?:set|agreed|given|printed))?"
    r"|not (?:set|agreed|given))\W{0,9}",
    re.IGNORECASE,
)
# how often, in months; what is told more loosely, or by the school's terms, has no day that follows from it
_MONTHS: Final[Mapping[str, int]] = {
    "monthly": 1,
    "two-monthly": 2,
    "quarterly": 3,
    "six-monthly": 6,
    "annual": 12,
    "every two years": 24,
    "every three years": 36,
    "every five years": 60,
}
_DAYS: Final[Mapping[str, int]] = {"weekly": 7, "fortnightly": 14}


class Setting(NamedTuple):
    """A promise to set targets: the day it is to be kept by, where one is named, and whether that day has passed."""

    by: dt.date | None
    overdue: bool


class Report(NamedTuple):
    """A report that was made: on which day, and which it was."""

    on: dt.date
    text: str


class Reports(NamedTuple):
    """Reports that are asked for: how often, those made so far, and the day the next is due, where one can tell."""

    every: str
    made: tuple[Report, ...]
    next: dt.date | None
    overdue: bool


def none_set(reading: Target) -> bool:
    """Tell whether a target line says that there is no target, or nothing at all, and promises none."""
    return reading.kind in _NO_TARGET or _NONE_SET.fullmatch(reading.text) is not None


def to_be_set(reading: Target) -> bool:
    """Tell whether a target line promises targets that are still to be set."""
    return (reading.kind is TargetKind.NOT_YET_SET and not none_set(reading)) or (
        reading.kind in FIGURES and _speaks_of_setting(reading.text)
    )


def set_by(reading: Target) -> dt.date | None:
    """Give the last day of the last period that a line names; None where it names none."""
    points = (reading.baseline, *reading.targets)
    days = (point.period.latest for point in points if point is not None and point.period is not None)
    return max((day for day in days if day is not None), default=None)


def setting(reading: Target | None, as_at: dt.date) -> Setting | None:
    """Give what a line promises of setting targets; None where it promises nothing."""
    if reading is None or not to_be_set(reading):
        return None
    by = set_by(reading)
    return Setting(by, by is not None and by < as_at)


def reports(reading: Target | None, told: Sequence[MeasureEvent], start: dt.date, as_at: dt.date) -> Reports | None:
    """Give the reports a line asks for; None where it asks for none.

    The next is due so long after the last, or after the day `start` where there is none yet: six months after 22 April
    is 22 October.
    """
    if reading is None or reading.kind is not TargetKind.RECURRING:
        return None
    made = tuple(Report(event.date, event.reason or "") for event in told if event.kind == "report")
    every = reading.recurrence or ""
    following = _following(every, made[-1].on if made else start)
    return Reports(every, made, following, following is not None and following < as_at)


def _following(every: str, last: dt.date) -> dt.date | None:
    if every in _MONTHS:
        return moved(last, _MONTHS[every])
    return last + dt.timedelta(days=_DAYS[every]) if every in _DAYS else None


@lru_cache(1024)
def _speaks_of_setting(text: str) -> bool:
    return NOT_YET_SET.search(text) is not None
