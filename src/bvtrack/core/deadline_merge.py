"""Decides what becomes of a deadline that a review file and the record of progress may both have moved.

The deadline approved with the plan stays in the record and re-baselines move it, while a person who keeps the file by
hand writes the new one over the old. So what is compared is the deadline that counts: the last re-baseline's, or else
the one approved. A file exported after a re-baseline holds the one approved and the event, and changes nothing.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, cast

from bvtrack.core.difference import same
from bvtrack.core.due import read_due

if TYPE_CHECKING:
    import datetime as dt

    from bvtrack.core.plain import Plain, Table


class Verdict(StrEnum):
    """What is to be done with a deadline."""

    STAYS = "as it is recorded"
    PLAIN = "like any other value"  # it comes, goes, is respelled, or names no day
    MOVES = "as a re-baseline"
    CLASHES = "in conflict"


def verdict(base: Table, mine: Table, theirs: Table, events: Plain | None, near: dt.date | None) -> Verdict:
    """Judge the `finish` of three versions of an action or a step, whose merged events are given."""
    was, here, there = (thing.get("finish") for thing in (base, mine, theirs))
    if same(there, was) or (same(there, here) and _knows(theirs, mine)):
        return Verdict.STAYS
    if was is None or there is None or read_due(str(there), near).latest is None:
        return Verdict.STAYS if same(there, here) else Verdict.PLAIN
    if _same_days(there, was, near):
        return Verdict.PLAIN if same(here, was) else Verdict.STAYS
    if _same_days(there, current({**mine, "event": events or []}), near):
        return Verdict.STAYS
    return Verdict.MOVES if _same_days(current(base), current(mine), near) else Verdict.CLASHES


def current(thing: Table) -> Plain | None:
    """Give the deadline that counts: of the last re-baseline by date, or else the one approved."""
    moves = _moves(thing)
    return (
        max(enumerate(moves), key=lambda one: (str(one[1]["date"]), one[0]))[1]["value"]
        if moves
        else thing.get("finish")
    )


def _moves(thing: Table) -> list[Table]:
    events = cast("list[Table]", thing.get("event", []))
    return [event for event in events if event["kind"] == "re-baseline"]


def _knows(theirs: Table, mine: Table) -> bool:
    """Tell whether the file has all the re-baselines there are, as one that was exported has."""
    return {repr(event) for event in _moves(mine)} <= {repr(event) for event in _moves(theirs)}


def _same_days(one: Plain | None, other: Plain | None, near: dt.date | None) -> bool:
    """Tell whether two deadlines are the same, however they are written."""
    if one is None or other is None or same(one, other):
        return same(one, other)
    read, also = read_due(str(one), near), read_due(str(other), near)
    return read.latest is not None and (read.earliest, read.latest) == (also.earliest, also.latest)
