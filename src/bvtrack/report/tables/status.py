"""Where a review stands, as tables: its actions, who holds them, its outcome measures, its streams of money."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from bvtrack.core.money import Money, MoneyKind, Unit
from bvtrack.core.table import Cell, Line, Table
from bvtrack.core.visible import visible
from bvtrack.delivery import brag, measure_words, words
from bvtrack.delivery.brag import DEFAULT
from bvtrack.delivery.review import loads

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from bvtrack.delivery.brag import Mark, Policy
    from bvtrack.delivery.measures import Level, MeasureStanding
    from bvtrack.delivery.money import StreamStanding
    from bvtrack.delivery.progress import Standing
    from bvtrack.delivery.review import ReviewStanding
    from bvtrack.delivery.stale import Stale

GAP: Final = 2  # between columns of text
NARROWEST, LONGEST, WIDEST = 10, 64, 24  # characters of the first column, and at most of any other
LEAST: Final = 5  # columns
_ACTIONS: Final = (
    *map(Line, ("Action", "Owner", "First due", "Due", "Forecast")),
    Line("Moves", numeric=True),
    *map(Line, ("Status", "Colour", "Slippage", "Confidence")),
    Line("Steps", numeric=True),
)


def heading(of: ReviewStanding, known: date | None = None) -> str:
    """Name a review and the day it is told for, and the day by whose knowledge it is told, if by that of one."""
    told = f", as known on {words.full_day(known)}" if known else ""
    return f"{of.review.title}, {of.review.authority} ({of.review.id}), as at {words.full_day(of.as_at)}{told}"


def actions(of: ReviewStanding, standings: Iterable[Standing], policy: Policy = DEFAULT) -> Table:
    """List actions and steps with deadlines, how often these were moved, status, colour, slippage and steps done."""
    listed = tuple(standings)
    return Table(
        name="actions",
        title="Actions",
        corner="Ref",
        columns=_ACTIONS,
        rows=tuple(Line(one.address) for one in listed),
        cells=tuple(_action(one, of.colour(one, policy)) for one in listed),
    )


def actions_of_reviews(
    standings: Iterable[tuple[ReviewStanding, Sequence[Standing]]], policy: Policy = DEFAULT
) -> Table:
    """List actions and steps of several reviews, each with the id of its review, and what its colour means."""
    listed = [(of, one, of.colour(one, policy)) for of, told in standings for one in told]
    means = dict(brag.key(policy))
    return Table(
        name="actions",
        corner="Review",
        columns=(Line("Ref"), *_ACTIONS, Line("Colour means")),
        rows=tuple(Line(of.review.id) for of, *_ in listed),
        cells=tuple(
            (Cell(one.address), *_action(one, mark), Cell(means[mark] if mark else "")) for _, one, mark in listed
        ),
    )


def colours(policy: Policy) -> Table:
    """List what each colour means, of work and of money."""
    said = brag.full_key(policy)
    return Table(
        name="colours",
        title="Colours",
        corner="Colour",
        columns=(Line("Of"), Line("Means")),
        rows=tuple(Line(brag.named(mark)) for _, mark, _ in said),
        cells=tuple((Cell(of), Cell(means)) for of, _, means in said),
    )


def silent(told: Iterable[Stale], actions: Iterable[Standing]) -> Table:
    """List the actions of which nothing was told since the last reporting date, and when something last was."""
    still = {one.address: one for one in told}
    listed = [(one, still[one.address]) for one in actions if one.address in still]
    return Table(
        name="stale",
        title="Nothing told since the last reporting date",
        corner="Ref",
        columns=tuple(map(Line, ("Action", "Owner", "Last report", "Last told"))),
        rows=tuple(Line(one.address) for one, _ in listed),
        cells=tuple(
            (
                Cell(one.text, address=one.address),
                Cell(one.owner, address=f"{one.address}/owner"),
                Cell(words.full_day(stale.since)),
                Cell(words.full_day(stale.last) if stale.last else "never"),
            )
            for one, stale in listed
        ),
    )


def scanned(table: Table, width: int) -> Table:
    """Make a table fit to be scanned in lines of a width: no blank columns, long words cut, the first ones to fit.

    Where there is no room all the same the last columns go, as far as five.
    """
    kept = [nth for nth in range(len(table.columns)) if any(cells[nth].text for cells in table.cells)]
    cells = [[_cut(row[nth], WIDEST if at else width) for at, nth in enumerate(kept)] for row in table.cells]
    columns = [table.columns[nth] for nth in kept]
    widths = [
        max(len(column.label), *map(_length, under)) + GAP
        for column, under in zip(columns, zip(*cells, strict=True), strict=True)
    ]
    room = width - GAP - max(len(table.corner), *(len(line.label) for line in table.rows))
    shown = len(columns)
    while shown > LEAST and sum(widths[1:shown]) + NARROWEST > room:
        shown -= 1
    left = min(max(room - sum(widths[1:shown]), NARROWEST), LONGEST)
    rows = tuple((_cut(first, left), *others[: shown - 1]) for first, *others in cells)
    return replace(table, columns=tuple(columns[:shown]), cells=rows)


def owners(standings: Iterable[Standing]) -> Table:
    """List who holds the actions, and how many of them are overdue, due soon and done."""
    held = loads(standings)
    return Table(
        name="owners",
        title="Owners",
        corner="Owner",
        columns=tuple(Line(label, numeric=True) for label in ("Actions", "Overdue", "Due within 30 days", "Done")),
        rows=tuple(Line(load.owner) for load in held),
        cells=tuple(
            tuple(Cell(str(count)) for count in (load.actions, load.overdue, load.due, load.done)) for load in held
        ),
    )


def measures(standings: Sequence[MeasureStanding], as_at: date) -> Table:
    """List the outcome measures: baseline, latest figure, where it should be, status, next target, where it lands."""
    return Table(
        name="measures",
        title="Outcome measures",
        corner="Ref",
        columns=tuple(map(Line, ("Measure", "Baseline", "Latest", "Should be", "Status", "Next target", "Lands at"))),
        rows=tuple(Line(one.address) for one in standings),
        cells=tuple(_measure(one, as_at) for one in standings),
    )


def streams(standings: Sequence[StreamStanding], unit: Unit, policy: Policy = DEFAULT) -> Table:
    """List the streams over the plan with plan, forecast, actual and variance, in the review's unit.

    They have a colour where the policy is about money too.
    """
    colour = (Line("Colour"),) if policy.money else ()
    marks = (brag.money_colour(one.stream, one.plan, one.expected, policy) for one in standings)
    return Table(
        name="streams",
        title=f"Money over the plan ({unit.symbol})",
        corner="Stream",
        unit=unit,
        columns=(
            *(Line(name, numeric=True) for name in ("Plan", "Forecast", "Actual", "Variance", "Expected", "At risk")),
            *colour,
        ),
        rows=tuple(Line(one.stream.capitalize()) for one in standings),
        cells=tuple(
            (
                *(
                    _amount(pence, unit)
                    for pence in (one.plan, one.forecast, one.actual, one.variance, one.expected, one.at_risk or None)
                ),
                *(Cell(mark.word if mark else "") for _ in colour),
            )
            for one, mark in zip(standings, marks, strict=True)
        ),
    )


def _length(cell: Cell) -> int:
    return len(cell.text)


def _cut(cell: Cell, width: int) -> Cell:
    text = visible(cell.text)
    return cell if len(text) <= width else replace(cell, text=f"{text[: width - 1].rstrip()}…")


def _action(one: Standing, mark: Mark | None) -> tuple[Cell, ...]:
    first, now = words.deadline(one.baseline), words.deadline(one.current)
    return (
        Cell(one.text, address=one.address),
        Cell(one.owner, address=f"{one.address}/owner"),
        Cell(first if first != now else ""),
        Cell(now, address=f"{one.address}/finish"),
        Cell(words.deadline(one.forecast)),
        Cell(str(one.moves) if one.moves else ""),
        Cell(words.status(one)),
        Cell(mark.word if mark else ""),
        Cell(words.delay(one.slippage)),
        Cell(one.confidence or ""),
        Cell(f"{one.steps_done}/{one.steps}" if one.steps else ""),
    )


def _measure(one: MeasureStanding, as_at: date) -> tuple[Cell, ...]:
    several = "/" in one.address
    return (
        Cell(f"{one.text}: {one.printed}" if several else one.text, address=one.address),
        Cell(_level(one.baseline, one)),
        Cell(_level(one.actual, one)),
        Cell(measure_words.should_be(one, as_at)),
        Cell(", ".join(measure_words.statuses(one))),
        Cell(_level(one.next, one)),
        Cell(measure_words.lands(one)),
    )


def _level(level: Level | None, of: MeasureStanding) -> str:
    """Write a figure with its period, which a target that stands as printed says itself."""
    if level is None:
        return ""
    return f"{level.text} ({level.period})" if level.period and level.text != of.printed else level.text


def _amount(pence: int | None, unit: Unit) -> Cell:
    """Write pence in a unit; an empty cell for what nobody has said."""
    text = words.money(pence, unit)
    return Cell(text, Money(text, MoneyKind.AMOUNT, pence)) if text else Cell()
