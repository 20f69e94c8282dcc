"""A review's money as tables and lines: one table a stream, and the amounts of the cost lines behind it.

A stream's table has a row for each recommendation with a profile in it, a column for each financial year and one for
the printed totals, and a last row of printed totals where the review has any. What is not printed is an empty cell.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bvtrack.core.financial_year import FinancialYear, read_year
from bvtrack.core.table import Cell, Line, Role, Table

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bvtrack.core.finding import Key
    from bvtrack.core.money import Money
    from bvtrack.core.review import CostLine, Recommendation, Review, Stream, Total

STREAMS: tuple[Stream, ...] = ("budget", "savings", "income")
TOTAL = "total"
_STREAM_OF: Mapping[str, Stream] = {
    "one-off": "budget",
    "annual": "budget",
    "net potential savings": "savings",
    "net potential income": "income",
}


@dataclass(frozen=True, slots=True)
class Amount:
    """One amount of a cost line: a cell that prints a list gives several. `once` is true of one-off money."""

    line: CostLine
    money: Money
    stream: Stream
    once: bool
    address: str
    key: Key


@dataclass(frozen=True, slots=True)
class YearColumn:
    """A column of years and the labels, as the review's profiles print them, that stand in it."""

    line: Line
    labels: tuple[str, ...]


def profile_of(recommendation: Recommendation, stream: Stream) -> Mapping[str, Money] | None:
    """Give a recommendation's profile in a stream by printed year label, `total` among them; None where it has none."""
    profiles = recommendation.profile
    return {"budget": profiles.budget, "savings": profiles.savings, "income": profiles.income}[stream]


def total_of(review: Review, stream: Stream) -> Total | None:
    """Give a stream's printed totals; None where the review prints none."""
    totals = review.totals
    return {"budget": totals.budget, "savings": totals.savings, "income": totals.income}[stream]


def amounts(review: Review, number: int) -> Iterator[Amount]:
    """Yield the amounts of the cost lines of the recommendation at position `number`, in the order printed."""
    recommendation = review.recommendations[number]
    for nth, line in enumerate(recommendation.costs):
        for money in line.value.parts if line.value.kind == "list" else (line.value,):
            yield Amount(
                line=line,
                money=money,
                stream=_STREAM_OF[line.column],
                once=line.column == "one-off",
                address=f"{recommendation.id}/costs/{nth + 1}",
                key=("recommendation", number, "costs", nth, "value"),
            )


def year_columns(review: Review) -> tuple[YearColumn, ...]:
    """Give the year columns of the review's finance: the plan's years first, then any other label, as first printed.

    Labels that read as the same financial year are one column, headed by the first of them.
    """
    labels: dict[FinancialYear | str, list[str]] = {year: [] for year in review.period.years}
    for label in dict.fromkeys(_printed_labels(review)):
        years = read_year(label, review.date).years
        known = labels.setdefault(years[0] if len(years) == 1 else label, [])
        if label not in known:
            known.append(label)
    return tuple(
        YearColumn(
            Line(
                label=printed[0] if printed else _label(year),
                year=year if isinstance(year, FinancialYear) else None,
                numeric=True,
            ),
            tuple(printed),
        )
        for year, printed in labels.items()
    )


def stream_table(review: Review, stream: Stream) -> Table | None:
    """Put a stream's profiles and printed totals as one table; None where no recommendation has a profile in it."""
    columns = year_columns(review)
    rows, cells = [], []
    for number, recommendation in enumerate(review.recommendations):
        profile = profile_of(recommendation, stream)
        if profile is not None:
            rows.append(Line(recommendation.id))
            key = ("recommendation", number, "profile", stream)
            cells.append(_cells(columns, profile, f"{recommendation.id}/{stream}", key))
    if not rows:
        return None
    total = total_of(review, stream)
    if total is not None:
        rows.append(Line(total.label or "Total", Role.TOTAL))
        years = _cells(columns, total.years, f"totals/{stream}", ("totals", stream, "years"))
        cells.append((*years[:-1], _cell(total.total, f"totals/{stream}", ("totals", stream, TOTAL))))
    heading = total.heading if total is not None and total.heading else stream.capitalize()
    return Table(
        name=stream,
        title=heading,
        corner="Rec",
        unit=review.unit,
        columns=(*(column.line for column in columns), Line("Total", Role.TOTAL, numeric=True)),
        rows=tuple(rows),
        cells=tuple(cells),
    )


def _cells(columns: Sequence[YearColumn], profile: Mapping[str, Money], address: str, key: Key) -> tuple[Cell, ...]:
    """Give a row's cells, a year's first label winning, and its printed total last."""
    row = []
    for column in columns:
        label = next((label for label in column.labels if label in profile), None)
        year = column.line.year.label if column.line.year else column.line.label
        row.append(_cell(profile[label] if label else None, f"{address}/{year}", (*key, label or column.line.label)))
    return (*row, _cell(profile.get(TOTAL), address, (*key, TOTAL)))


def _cell(money: Money | None, address: str, key: Key) -> Cell:
    return Cell(address=address) if money is None else Cell(money.text, money, address, key)


def _printed_labels(review: Review) -> Iterator[str]:
    for recommendation in review.recommendations:
        for stream in STREAMS:
            yield from (label for label in profile_of(recommendation, stream) or () if label != TOTAL)
    for stream in STREAMS:
        total = total_of(review, stream)
        yield from total.years if total is not None else ()


def _label(year: FinancialYear | str) -> str:
    return year.label if isinstance(year, FinancialYear) else year
