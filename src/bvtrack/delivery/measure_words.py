"""How a measure is put into words, on screens and in tables alike: where it should be, where it lands, what is due."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from bvtrack.delivery.landing import How, behind, expected, landings
from bvtrack.delivery.measures import Verdict, figure_text
from bvtrack.delivery.words import full_day

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from bvtrack.delivery.landing import Band, Landing
    from bvtrack.delivery.measures import MeasureStanding
    from bvtrack.delivery.promises import Reports, Setting

BEHIND: Final = "behind"
_LANDS: Final[Mapping[Verdict | None, str]] = {Verdict.MET: "meets its target", Verdict.NOT_MET: "misses its target"}


def figure(band: Band, of: MeasureStanding) -> str:
    """Write a figure that was worked out, to one decimal place more than the figures it comes from: `62.5%`.

    Halves are rounded up; pounds have no place more, and noughts at the end go.
    """
    levels = (*of.targets, *of.figures, *([of.baseline] if of.baseline else ()))
    bounds = [bound for level in levels for bound in (level.low, level.high) if bound is not None]
    unit = next((level.unit for level in levels if level.unit), None)
    places = max((_places(bound) for bound in bounds), default=0) + (unit != "£")
    low = _rounded(band.low, places)
    return figure_text(low, low if band.low == band.high else _rounded(band.high, places), unit)


def should_be(one: MeasureStanding, on: date) -> str:
    """Say where a measure should be on a day; nothing where its targets do not tell."""
    band = expected(one, on)
    return "" if band is None else figure(band, one)


def landing(told: Landing, of: MeasureStanding) -> str:
    """Say where a measure lands: `62% (forecast: two posts are vacant), misses its target`."""
    why = f"{told.how}: {told.reason}" if told.reason else str(told.how)
    judged = _LANDS.get(told.verdict)
    return f"{figure(told.band, of)} ({why}){f', {judged}' if judged else ''}"


def lands(one: MeasureStanding) -> str:
    """Say where a measure lands in the surest way there is, once its figure is not there; nothing where none tells."""
    first = next(iter(landings(one)), None)
    return "" if first is None or first.how is How.FIGURE else landing(first, one)


def statuses(one: MeasureStanding) -> Iterator[str]:
    """Yield what there is to say of where a measure stands: its verdict, that it is behind, and what is due."""
    if one.verdict and not (one.due and one.verdict is Verdict.NO_FIGURE):
        yield one.verdict.value
    if one.verdict is not Verdict.NOT_MET and behind(one) is not None:
        yield BEHIND
    if one.due:
        yield "figure due"
    if one.setting:
        yield awaited_target(one.setting)
    if one.reports and one.reports.next:
        yield awaited_report(one.reports, one.reports.next)


def awaited_target(setting: Setting) -> str:
    """Say by when a target is to be set: `target to be set by 31 Mar 2004`, `target overdue since 31 Mar 2004`."""
    if setting.by is None:
        return "target to be set"
    return f"target {'overdue since' if setting.overdue else 'to be set by'} {full_day(setting.by)}"


def awaited_report(reports: Reports, due: date) -> str:
    """Say when a report is due: `report due 22 Oct 2002`, `report overdue since 22 Oct 2002`."""
    return f"report {'overdue since' if reports.overdue else 'due'} {full_day(due)}"


def per_cent(value: Fraction) -> str:
    """Write a percentage that was worked out, to one decimal place: `60.4%`."""
    return figure_text(_rounded(value, 1), _rounded(value, 1), "%")


def _places(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return max(-exponent, 0) if isinstance(exponent, int) else 0


def _rounded(value: Fraction, places: int) -> Decimal:
    """Round to decimal places, halves up, and leave out the noughts at the end."""
    whole = (value * 10**places + Fraction(1, 2)).__floor__()
    return Decimal(whole).scaleb(-places).normalize()
