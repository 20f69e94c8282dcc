"""Which figures of a sentence are the target's own: those of one unit; a bare number takes the unit beside it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from bvtrack.core.target.figure import Figure
from bvtrack.core.target.lexicon import Form
from bvtrack.core.target.words import FALLING, QUALIFIER, RISING, near_baseline

if TYPE_CHECKING:
    from bvtrack.core.target.period import Found


def years_as_values(text: str, figures: list[Figure], periods: list[Found]) -> tuple[list[Figure], list[Found]]:
    """Take `increase from 1950 to 2000` for two values, to be asked about, where the text has no other figure."""
    bare = [one for one in periods if one.bare and one.period]
    if figures or len(bare) != 2 or len(periods) != 2:
        return figures, periods
    before, between = text[: bare[0].start].lower(), text[bare[0].end : bare[1].start].lower()
    if not before.endswith("from ") or between != " to " or not (RISING.search(before) or FALLING.search(before)):
        return figures, periods
    query = "the figures may be years"
    return [
        Figure(one.start, one.end, Decimal(one.period.label if one.period else 0), counted=False, query=query)
        for one in bare
    ], []


def _one(unit: str | None) -> str | None:
    return None if unit is None else unit.lower().removesuffix("s")


def of_one_unit(figures: list[Figure], text: str, queries: list[str]) -> list[Figure]:
    """Keep the figures that are the target's own: one unit, percentages first; `within 30 days` qualifies them."""
    kept = _carried(_out_of([figure for figure in figures if not figure.scale] or figures, text), text)
    if len({_one(figure.unit) for figure in kept}) <= 1:
        return kept
    starts = [figure for figure in kept if text[: figure.start].lower().endswith("from ") and figure.unit]
    shares = [figure for figure in kept if figure.unit == "%"]
    counted = [figure for figure in kept if figure.counted and figure.unit]
    unit = _one((starts or shares or counted or kept)[0].unit)
    points = {"%", "percentage point"}
    wanted = points if unit in points else {unit}
    chosen = [figure for figure in kept if _one(figure.unit) in wanted or (figure.unit is None and figure.value == 0)]
    for figure in kept:
        before = text[: figure.start]
        if figure in chosen or QUALIFIER.search(before):
            continue
        if figure.unit or before.lower().endswith(("from ", "to ")) or text[figure.end :].startswith(" ("):
            queries.append(f"a figure in {figure.unit or 'no unit'} stands beside it")
    return chosen


def _out_of(figures: list[Figure], text: str) -> list[Figure]:
    """Leave out what figures are out of: `120 per 100,000 collections`, `18 of 24 schools`, which is 18 schools."""
    kept: list[Figure] = []
    for figure in figures:
        before = text[kept[-1].end : figure.start].lower() if kept else ""
        if kept and kept[-1].unit is None and before in {" of ", " of the ", " of our ", " of all "}:
            kept[-1] = kept[-1]._replace(unit=figure.unit, counted=True)
        elif not text[: figure.start].lower().endswith("per "):
            kept.append(figure)
    return kept


_TIMED = Form(r" ?[(]?(?:(?:by|in|for|at)(?: the)?(?: end of)? )?¤")
_CARRIES = Form(r"(?:[ ,;:()¤=/>-]|\b(?:to|and|in|by|for|then|rising|falling|increasing|reducing)\b)*")


def _carries(between: str) -> bool:
    return _CARRIES.fullmatch(between) is not None and not between.endswith("(")


def _carried(figures: list[Figure], text: str) -> list[Figure]:
    """Lend a bare number the unit of the one beside it (`from 56 to 60%`); `8 to 10 days` is one range."""
    kept = list(figures)
    for n in range(len(kept) - 1, 0, -1):
        here, following = kept[n - 1], kept[n]
        between = text[here.end : following.start]
        if here.unit is None and not here.query and following.unit is not None and _carries(between):
            before = text[: here.start]
            moving = near_baseline(before) or RISING.search(before) or FALLING.search(before)
            if (
                between == " to "
                and not moving
                and isinstance(here.value, Decimal)
                and isinstance(following.value, Decimal)
            ):
                query = None if here.value < following.value else "the range does not rise"
                value = (here.value, following.value)
                kept[n - 1 : n + 1] = [following._replace(start=here.start, value=value, query=query)]
            else:
                kept[n - 1] = here._replace(unit=following.unit, counted=True)
    for n in range(1, len(kept)):
        here, before_it = kept[n], kept[n - 1]
        lent = _carries(text[before_it.end : here.start]) or _TIMED.match(text, here.end)
        if here.unit is None and before_it.unit is not None and lent:
            kept[n] = here._replace(unit=before_it.unit, counted=True)
    return kept
