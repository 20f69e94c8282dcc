"""Where a review's money stands, as tables: what waits for actions, the net position, savings, news, and sources."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bvtrack.core.money import Money, MoneyKind
from bvtrack.core.table import Cell, Line, Role, Table
from bvtrack.delivery import words
from bvtrack.delivery.money import by_time, label_of, paid_back
from bvtrack.delivery.savings import Split, total
from bvtrack.delivery.sources import funding, kinds

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bvtrack.core.financial_year import FinancialYear
    from bvtrack.core.money import Unit
    from bvtrack.delivery.money import Layers
    from bvtrack.delivery.money import Line as MoneyLine
    from bvtrack.delivery.review import ReviewStanding
    from bvtrack.delivery.waiting import Waiting

NEVER: Final = "never"
FUNDED: Final = {"existing": "Existing budget, redirected", "new": "New money", "grant": "Grant", None: "Not stated"}
_AT_RISK: Final = ("Planned", "Lost", "Lost every year", "Left of the first year", "Full year")
_NET: Final = ("Plan", "At risk", "Budget not spent", "Expected", "Plan so far", "Expected so far")
_SPLIT: Final = ("Planned", "Achieved", "On track", "Delayed", "Unachievable", "Mitigated")
_NEWS: Final = ("Plan", "Actual to date", "Forecast to year end", "Expected", "Variance")


def money_tables(of: ReviewStanding, *, brief: bool = False) -> list[Table]:
    """Give all tables of this file; `brief` leaves out what only repeats the plan where nothing was told or waits."""
    if brief and all(_as_planned(line.money) for line in of.money):
        return []
    told = [at_risk(of), net(of), savings(of), news(of)]
    return told if brief else [*told, sources(of), kinds_of_saving(of)]


def at_risk(of: ReviewStanding) -> Table:
    """List the cost lines that start later than planned, or never, because an action does; a cost moves, or lapses."""
    unit = of.review.unit
    late = [one for one in of.waiting if one.late]
    return Table(
        name="at-risk",
        title=f"Money that waits for actions ({unit.symbol})",
        corner="Line",
        unit=unit,
        columns=(*map(Line, ("Stream", "Waits for", "Planned from", "Now from")), *_numeric(_AT_RISK)),
        rows=tuple(Line(one.address) for one in late),
        cells=tuple(_waits(one, unit) for one in late),
    )


def net(of: ReviewStanding) -> Table:
    """List the net position by year: planned, what waiting takes from it and leaves in it, expected; and so far."""
    unit = of.review.unit
    years = of.net if of.money else ()
    lost = {year.year: _lost(of.money, year.year, ("savings", "income")) for year in years}
    unspent = {year.year: _lost(of.money, year.year, ("budget",)) for year in years}
    sums = [
        (
            *(one.plan.net, lost[one.year] or None, unspent[one.year] or None, one.expected.net),
            *(one.plan.so_far, one.expected.so_far),
        )
        for one in years
    ]
    return Table(
        name="net",
        title=f"Net position: budget less savings and income ({unit.symbol})",
        corner="Year",
        unit=unit,
        columns=_numeric(_NET),
        rows=tuple(Line(label_of(one.year) or "In no year") for one in years),
        cells=tuple(tuple(_amount(pence, unit) for pence in row) for row in sums),
        notes=(_payback(of),) if any(one.plan.budget or one.expected.budget for one in years) else (),
    )


def savings(of: ReviewStanding) -> Table:
    """List what becomes of planned savings and income, by line and in total; the five add up to what is planned."""
    unit = of.review.unit
    listed = [(line, one) for line, one in of.savings if one.planned]
    rows = [*((line.address, one, line.because) for line, one in listed), ("Total", total(s for _, s in listed), None)]
    return Table(
        name="savings",
        title=f"Savings and income planned ({unit.symbol})",
        corner="Ref",
        unit=unit,
        columns=(*_numeric(_SPLIT), Line("Why")),
        rows=tuple(Line(name, Role.TOTAL if name == "Total" else Role.ITEM) for name, *_ in rows) if listed else (),
        cells=tuple(_split(one, why, unit) for _, one, why in rows) if listed else (),
    )


def news(of: ReviewStanding) -> Table:
    """List the money of which something was told: actual to date, forecast to the year's end, variance and why."""
    unit = of.review.unit
    told = [one for one in of.money if one.money.actual is not None or one.money.forecast is not None or one.because]
    return Table(
        name="amounts",
        title=f"Money as it happens ({unit.symbol})",
        corner="Ref",
        unit=unit,
        columns=(*_numeric(_NEWS), Line("Why")),
        rows=tuple(Line(one.address) for one in told),
        cells=tuple(
            (
                *(_amount(one.money.plan, unit), _amount(one.money.actual, unit), _amount(one.money.forecast, unit)),
                *(_amount(one.money.expected, unit), _amount(one.money.variance, unit)),
                Cell(one.because or ""),
            )
            for one in told
        ),
    )


def sources(of: ReviewStanding) -> Table:
    """List where the planned budget comes from, by year and in total."""
    found = {FUNDED[source]: by_year for source, by_year in funding(of.review).items()}
    return _by_year(of, "funding", "Where the budget comes from", found)


def kinds_of_saving(of: ReviewStanding) -> Table:
    """List the planned savings by whether they release cash and have their costs taken off, where any line says."""
    told = any(line.saving or line.basis for one in of.review.recommendations for line in one.costs)
    named = kinds(of.review).items() if told else ()
    found = {f"{one.saving or 'not stated'}, {one.basis or 'not stated'}".capitalize(): years for one, years in named}
    return _by_year(of, "kinds", "Savings by their kind", found)


def _as_planned(money: Layers) -> bool:
    return money.expected == money.plan and money.actual is None and money.forecast is None


def _waits(one: Waiting, unit: Unit) -> tuple[Cell, ...]:
    sums = (one.plan, one.lost, one.lost_every_year or None, one.part_year or None, one.full_year or None)
    return (
        Cell(one.stream, address=f"{one.recommendation}/{one.stream}"),
        Cell(", ".join(one.waits_for), address=one.held_by),
        Cell(words.month(one.planned_start) if one.planned_start else ""),
        Cell(words.month(one.start) if one.start else NEVER),
        *(_amount(pence, unit) for pence in sums),
    )


def _split(one: Split, why: str | None, unit: Unit) -> tuple[Cell, ...]:
    return (*(_amount(pence, unit) for pence in (one.planned, *one)), Cell(why or ""))


def _lost(lines: Iterable[MoneyLine], year: FinancialYear | str, streams: Sequence[str]) -> int:
    return sum(line.money.at_risk for line in lines if line.year == year and line.stream in streams)


def _payback(of: ReviewStanding) -> str:
    """Say in which year the budget is covered by savings and income, as planned and as expected."""
    plan = paid_back((one.year, one.plan) for one in of.net)
    now = paid_back((one.year, one.expected) for one in of.net)
    planned, expected = ("not within the plan" if year is None else f"in {label_of(year)}" for year in (plan, now))
    return f"Paid back: as planned {planned}, as expected {expected}."


def _by_year(
    of: ReviewStanding, name: str, title: str, found: Mapping[str, Mapping[FinancialYear | str, int]]
) -> Table:
    """List sums by year, with their total over the years."""
    unit = of.review.unit
    years = [year for year, _ in sorted({(year, None) for sums in found.values() for year in sums}, key=by_time)]
    return Table(
        name=name,
        title=f"{title} ({unit.symbol})",
        corner="",
        unit=unit,
        columns=(
            *(Line(label_of(year) or "In no year", numeric=True) for year in years),
            Line("Total", Role.TOTAL, numeric=True),
        ),
        rows=tuple(map(Line, found)),
        cells=tuple(
            tuple(_amount(pence, unit) for pence in (*(sums.get(year) for year in years), sum(sums.values())))
            for sums in found.values()
        ),
    )


def _numeric(labels: Iterable[str]) -> tuple[Line, ...]:
    return tuple(Line(label, numeric=True) for label in labels)


def _amount(pence: int | None, unit: Unit) -> Cell:
    text = words.money(pence, unit)
    return Cell(text, Money(text, MoneyKind.AMOUNT, pence)) if text else Cell()
