"""Works out, from the periods in a deadline and the words that lead up to them, from which day to which it runs."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from bvtrack.core.due.scan import MAY_BE_YEAR
from bvtrack.core.due.words import Role
from bvtrack.core.period import (
    UNSTATED,
    Precision,
    Span,
    dated_after,
    dated_before,
    day_after,
    day_before,
    refused,
    span_of,
    undated,
)
from bvtrack.core.period.text import EITHER_YEAR

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bvtrack.core.due.scan import Token

_LEADS: Final = {
    Role.FROM,
    Role.BEFORE,
    Role.AFTER,
    Role.NOT_BEFORE,
    Role.BETWEEN,
    Role.UNTIL,
    Role.WEEK_FROM,
    Role.WEEK_TO,
}
_TO: Final = {"-", "to"}
_RESTATES: Final = {Precision.DAY, Precision.MONTH}
_YEARS: Final = {Precision.YEAR, Precision.FINANCIAL_YEAR, Precision.SCHOOL_YEAR}


class Point(NamedTuple):
    """A period, what leads up to it, and how it is joined to the one before it."""

    span: Span
    lead: Role | None = None
    edge: Role | None = None
    within: bool = False
    joint: str = ""


_NOWHERE: Final = Point(refused(""))


def points_of(tokens: Sequence[Token]) -> tuple[Point, ...]:
    """Gather the periods among the tokens, each with the words that say how it is meant."""
    points: list[Point] = []
    here = _NOWHERE
    for token in tokens:
        if token.span is not None:
            point = here._replace(span=token.span)
            merged = _merged(points[-1], point) if points and not here.joint else None
            points[-1:] = [merged] if merged else [*points[-1:], point]
            here = _NOWHERE
        elif token.role is Role.NOT_BEFORE and points:
            points[-1] = points[-1]._replace(lead=token.role)
        elif token.role is Role.OTHER:
            here = _NOWHERE
        elif points and (token.role is Role.ONWARDS or (token.value == "ongoing" and here.joint in _TO)):
            points[-1] = points[-1]._replace(lead=Role.FROM)
        else:
            here = _led_up(here, token, first=not points)
    if points and (here.lead is Role.FROM or here.joint == "+"):
        points[-1] = points[-1]._replace(lead=Role.FROM)
    return tuple(points)


def _led_up(here: Point, token: Token, *, first: bool) -> Point:
    """Take in a word that leads up to the next period."""
    match token.role:
        case Role.END | Role.START | Role.EARLY:
            return here._replace(edge=token.role)
        case Role.UNTIL | Role.JOINT if not first:
            return here._replace(joint="to" if token.role is Role.UNTIL else token.value)
        case Role.JOINT if token.value == "to":
            return here._replace(lead=Role.UNTIL)
        case Role.IN | Role.BY:
            return here._replace(within=here.within or token.role is Role.IN, lead=here.lead or token.role)
        case role if role in _LEADS:
            return here._replace(lead=role)
        case _:
            return here


def _merged(first: Point, second: Point) -> Point | None:
    """Make one point of two that tell one period: Sept (2002), 2002/03: Q3, Dec 2002 (Q3)."""
    lead = second.lead if second.lead in _LEADS else first.lead
    whole = first._replace(lead=lead, edge=first.edge or second.edge)
    for bare, dated in ((first.span, second.span), (second.span, first.span)):
        if bare.precision is Precision.QUARTER and bare.part and not bare.year and dated.precision in _RESTATES:
            return whole._replace(span=dated)
        if bare.year or bare.refused or bare.earliest or not (dated.earliest or dated.year):
            continue
        if bare.part is None:
            return whole._replace(span=dated)
        if dated.part is None and dated.precision in _YEARS:
            return whole._replace(span=span_of(bare.part, dated.year))
    return None


def dates_of(points: Sequence[Point]) -> Span:
    """Work out the days of one deadline; several in one text are flagged, and the last of them is the day due."""
    lent = _lent([_edged(point) for point in points])
    wrong = next((span for span in lent if span.refused), None)
    if wrong:
        return wrong
    if len(points) == 1:
        return _led(points[0], lent[0])
    if len(points) == 2 and (points[1].joint in _TO or points[0].lead in {Role.BETWEEN, Role.FROM}):
        return _stretch(lent[0], lent[1])
    if all(point.joint == "/" for point in points[1:]) and all(_adjoin(a, b) for a, b in pairwise(lent)):
        return _stretch(lent[0], lent[-1])
    firsts = [span.earliest for span in lent if span.earliest]
    lasts = {span.latest: span for span in lent if span.latest}
    if len(firsts) < len(lent):
        return undated(lent[-1].precision, "several deadlines, one without its year" if firsts else UNSTATED)
    return lasts[max(lasts)]._replace(earliest=min(firsts), ambiguous=True, note="several deadlines; the last is taken")


def _lent(spans: list[Span]) -> list[Span]:
    """Lend years: to the periods before one that has its year, then to those after."""
    for place in range(len(spans) - 2, -1, -1):
        spans[place] = dated_before(spans[place], spans[place + 1])
    for place in range(1, len(spans)):
        spans[place] = dated_after(spans[place], spans[place - 1])
    return spans


def _edged(point: Point) -> Span:
    """Apply what stands before the period: its end is the whole period, its start the first day, mid no day."""
    span = point.span
    certain = point.within or point.edge is Role.END
    if span.note == EITHER_YEAR and not span.ambiguous:
        span = span._replace(ambiguous=not certain, note=None if certain else EITHER_YEAR)
    elif span.note == MAY_BE_YEAR and certain:
        span = span._replace(ambiguous=False, note=None)
    elif span.precision is Precision.FINANCIAL_YEAR and " to " in span.label:
        span = span._replace(ambiguous=True, note="a plan period, whose years may be calendar years")
    if span.refused or span.earliest is None or span.latest is None:
        return span
    if point.lead is Role.WEEK_FROM and span.precision is Precision.DAY:
        return span._replace(latest=span.latest + timedelta(days=6))
    if point.lead is Role.WEEK_TO and span.precision is Precision.DAY:
        return span._replace(earliest=span.earliest - timedelta(days=6))
    if point.edge is Role.START:
        return span._replace(latest=span.earliest, ambiguous=True, note="the start of a period is no one day")
    if point.edge is Role.EARLY:
        return span._replace(ambiguous=True, note="early and mid name no day")
    return span


def _led(point: Point, span: Span) -> Span:
    """Apply what leads up to a single period: from and onwards leave it without an end, before ends the day before."""
    match point.lead:
        case Role.FROM:
            return span._replace(latest=None, precision=Precision.ONGOING)
        case Role.BEFORE if span.earliest and point.edge is not Role.END:
            return span._replace(earliest=None, latest=day_before(span.earliest))
        case Role.AFTER | Role.NOT_BEFORE if span.earliest and span.latest:
            first = day_after(span.latest) if point.lead is Role.AFTER else span.earliest
            note = "says when it may begin, not when it is due"
            return span._replace(earliest=first, latest=None, ambiguous=True, note=note)
        case _:
            return span


def _adjoin(first: Span, second: Span) -> bool:
    return first.latest is not None and second.earliest == day_after(first.latest)


def _stretch(first: Span, last: Span) -> Span:
    """Make one span from the first day of one to the last day of another."""
    ambiguous, note = first.ambiguous or last.ambiguous, first.note or last.note
    if first.earliest is None or last.latest is None:
        return last._replace(earliest=None, latest=None, ambiguous=True, note=note)
    if first.earliest > last.latest:
        return refused("ends before it starts")
    return last._replace(earliest=first.earliest, ambiguous=ambiguous, note=note)
