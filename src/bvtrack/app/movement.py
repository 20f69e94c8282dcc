"""Tell what moved in the reviews of a database since a day: what was known then beside what is known now."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, cast

from bvtrack.app.as_known import as_known
from bvtrack.app.status import SCHEMA, Status, Told, reviews_of
from bvtrack.core.errors import UsageProblem
from bvtrack.core.visible import visible
from bvtrack.delivery.move import tally
from bvtrack.delivery.movement import movement
from bvtrack.delivery.review import review_standing
from bvtrack.delivery.words import counted
from bvtrack.report.tables.movement import heading, moves

if TYPE_CHECKING:
    import datetime as dt

    from bvtrack.app.desk import Desk
    from bvtrack.core.review import Review
    from bvtrack.delivery.move import Move
    from bvtrack.delivery.review import ReviewStanding


@dataclass(frozen=True, slots=True)
class Moved:
    """A review as it was last there, what moved in it, and its standing now; None where it is gone."""

    review: Review
    moves: tuple[Move, ...]
    now: ReviewStanding | None


@dataclass(frozen=True, slots=True)
class Movement:
    """What moved from one day to another, `known`: by what was known on a day rather than now."""

    since: dt.date
    as_at: dt.date
    known: dt.date | None
    reviews: tuple[Moved, ...]

    @property
    def status(self) -> Status:
        """Where the reviews stand on the later day."""
        return Status(tuple(Told(one.now, one.now.actions) for one in self.reviews if one.now), known=self.known)


def movement_of_desk(
    desk: Desk,
    since: dt.date,
    as_at: dt.date | None = None,
    review: str | None = None,
    *,
    known: dt.date | None = None,
) -> Movement:
    """Tell what moved since a day: from where things stood that day, by what was known at its end, to `as_at`.

    The later day is that of `known`, or else today. Raises UsageProblem where it is before the earlier one, and where
    there was no review then, or there is none of this id on either day.
    """
    until = as_at or known or desk.today
    if min(until, known or until) < since:
        what = f"is after {min(until, known or until).isoformat()}, up to which it is told what moved"
        raise UsageProblem(since.isoformat(), what, "give the earlier day with --since")
    with as_known(desk, since) as then, as_known(desk, known) as now:
        if review is not None and not then.store.holds(review):
            now.named(review)
        before, after = _standings(then, since, review), _standings(now, until, review)
    moved = tuple(_moved(before.get(name), after.get(name)) for name in sorted({*before, *after}))
    return Movement(since, until, known, moved)


def _standings(desk: Desk, day: dt.date, review: str | None) -> dict[str, ReviewStanding]:
    """Give the standings of all reviews, or of the one named where it is there, by their ids."""
    if review is not None and not desk.store.holds(review):
        return {}
    return {one.id: review_standing(one, day) for one in reviews_of(desk, review)}


def _moved(before: ReviewStanding | None, after: ReviewStanding | None) -> Moved:
    there = cast("ReviewStanding", after or before)
    return Moved(there.review, movement(before, after), after)


def written(told: Movement, form: str, width: int | None = None) -> str | dict[str, object]:
    """Write what moved in a format of tables: text, or for `json` the value to be written. `width` is for text alone.

    Of several reviews, text and Markdown leave out those in which nothing moved, and say how many they are.
    """
    if form == "json":
        return _json(told)
    if form == "csv":
        from bvtrack.report.as_csv import as_csv
        from bvtrack.report.tables.joined import joined

        return as_csv(joined([(one.review.id, moves(one.moves)) for one in told.reviews] or [("", moves(()))]))
    several = len(told.reviews) > 1
    shown = [one for one in told.reviews if one.moves or not several]
    still = len(told.reviews) - len(shown)
    rest = [f"Nothing moved in {counted(still, 'other review' if shown else 'review')}."] if still else []
    write = _markdown if form == "md" else partial(_text, width=width)
    return "\n".join([write(told, one) for one in shown] + [f"{line}\n" for line in rest])


def _text(told: Movement, one: Moved, width: int | None) -> str:
    from bvtrack.report.as_text import as_text

    head = f"{visible(_heading(told, one))}\n{tally(one.moves)}\n"
    return f"{head}\n{as_text(moves(one.moves), width)}" if one.moves else head


def _markdown(told: Movement, one: Moved) -> str:
    from bvtrack.report.as_markdown import as_markdown

    return as_markdown(replace(moves(one.moves), title=_heading(told, one), notes=(tally(one.moves),)))


def _json(told: Movement) -> dict[str, object]:
    from bvtrack.report.as_json import as_json

    known = {"as_known": told.known.isoformat()} if told.known else {}
    reviews = [
        {
            "id": one.review.id,
            "title": one.review.title,
            "authority": one.review.authority,
            "moved": dict(Counter(move.what.value for move in one.moves)),
            "tables": [as_json(moves(one.moves))],
        }
        for one in told.reviews
    ]
    days = {"since": told.since.isoformat(), "as_at": told.as_at.isoformat()}
    return {"schema": SCHEMA, **days, **known, "reviews": reviews}


def _heading(told: Movement, one: Moved) -> str:
    return heading(one.review, told.since, told.as_at, told.known)
