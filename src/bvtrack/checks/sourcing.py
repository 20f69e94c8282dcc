"""A profile beside the cost lines it should come from: for each recommendation and stream, what is printed of both."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bvtrack.checks.costs import Choice, Course, Profile, course_of, nearest
from bvtrack.checks.intervals import ADDS_NOTHING, Figure, figure_of
from bvtrack.checks.slips import convention
from bvtrack.checks.sums import Kind
from bvtrack.core.finance import STREAMS, Amount, amounts, profile_of
from bvtrack.core.table import Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bvtrack.checks.footing import Footing
    from bvtrack.checks.misfits import Fault, Suspect
    from bvtrack.core.financial_year import FinancialYear
    from bvtrack.core.finding import Key
    from bvtrack.core.review import Review, Rounding, Stream
    from bvtrack.core.table import Cell, Table


@dataclass(frozen=True, slots=True)
class Sourcing:
    """One stream of one recommendation: its row in the stream's table and the amounts of its cost lines.

    `columns` are the columns of `years`, in the order of the years. `sign` is -1 where the table prints as negative
    what the cost lines print as positive.
    """

    address: str
    key: Key
    recommendation: str
    stream: Stream
    table: Table | None
    row: int
    amounts: tuple[Amount, ...]
    years: tuple[FinancialYear, ...]
    columns: tuple[int, ...]
    plan: FinancialYear
    rounding: Rounding
    sign: int

    @property
    def cells(self) -> tuple[Cell, ...]:
        """The cells of the row, none where the stream has no profile; the printed total is the last."""
        return self.table.cells[self.row] if self.table is not None else ()

    @property
    def prints_money(self) -> bool:
        """Tell whether the profile prints anything that is or may be money, its total included."""
        return any(cell.money is not None and cell.money.kind not in ADDS_NOTHING for cell in self.cells)

    @property
    def prints_years(self) -> bool:
        """Tell whether the profile prints anything but its total."""
        return any(cell.money is not None for cell in self.cells[:-1])

    @property
    def printed_total(self) -> int | None:
        """Give the printed total of the row in pence; None where none is printed, or none that can be read."""
        money = self.cells[-1].money
        return self.sign * money.pence if money is not None and money.pence is not None else None

    def courses(self) -> tuple[Course, ...] | None:
        """Give the courses its amounts can take; None where one states no one figure."""
        found = [course_of(amount, self.plan, self.years, self.rounding) for amount in self.amounts]
        return None if None in found else tuple(course for course in found if course)

    def profile(self) -> Profile | None:
        """Give its profile by year, a blank being no money; None where a cell, or the year of one, cannot be read."""
        cells = self.cells
        stray = [cell for at, cell in enumerate(cells[:-1]) if cell.money is not None and at not in self.columns]
        found = [figure_of(cells[at].money, self.rounding) for at in self.columns]
        if stray or None in found:
            return None
        return tuple(-figure if self.sign < 0 else figure for figure in found if figure)


@dataclass(frozen=True, slots=True)
class Fit:
    """A profile against its cost lines: the nearest choice of starts, None where there are too many to try."""

    sourcing: Sourcing
    profile: Profile
    courses: tuple[Course, ...]
    choice: Choice | None


def sourcings(review: Review, tables: Sequence[Table]) -> Iterator[Sourcing]:
    """Yield each stream of each recommendation that has a profile in it, or a cost line that is or may be money."""
    named = {table.name: table for table in tables}
    rows: Counter[str] = Counter()
    for number, recommendation in enumerate(review.recommendations):
        lines = tuple(amounts(review, number))
        for stream in STREAMS:
            table = named.get(stream) if profile_of(recommendation, stream) is not None else None
            found = tuple(one for one in lines if one.stream == stream and one.money.kind not in ADDS_NOTHING)
            if table is None and not found:
                continue
            years = _years(table) if table is not None else {}
            positive = all((one.money.pence or 0) >= 0 for one in found)
            yield Sourcing(
                address=f"{recommendation.id}/{stream}",
                key=("recommendation", number, "profile", stream),
                recommendation=recommendation.id,
                stream=stream,
                table=table,
                row=rows[stream],
                amounts=found,
                years=tuple(years),
                columns=tuple(years.values()),
                plan=review.period.years[0],
                rounding=review.rounding,
                sign=convention(table) if table is not None and positive else 1,
            )
            rows[stream] += table is not None


def fits(found: Sequence[Sourcing], footings: Sequence[Footing]) -> Iterator[Fit]:
    """Yield the fit of each profile that prints years and of which all figures and cost lines can be read.

    Where a sum of the row is a misfit already, a profile that fits once a suspect figure is corrected is taken to fit.
    """
    for sourcing in found:
        courses, profile = sourcing.courses(), sourcing.profile()
        if not courses or profile is None or not (sourcing.prints_money and sourcing.prints_years):
            continue
        read = [profile]
        for footing in footings:
            if footing.table is sourcing.table:
                suspects = (suspect for fault in footing.faults for suspect in fault.suspects)
                read += [_corrected(sourcing, profile, one) for one in suspects if one.at[0] == sourcing.row]
        choices = [nearest(courses, one, sourcing.years) for one in read]
        fitting = (choice for choice in choices if choice is not None and not choice.distance)
        yield Fit(sourcing, profile, courses, next(fitting, choices[0]))


def corroborated(footing: Footing, found: Sequence[Sourcing]) -> Footing:
    """Name the figure at fault in a row where the cost lines fit one correction and no other."""
    rows = {one.row: one for one in found if one.table is footing.table and one.amounts}
    faults = tuple(_corroborated(fault, rows) for fault in footing.faults)
    return replace(footing, faults=faults)


def _corroborated(fault: Fault, rows: Mapping[int, Sourcing]) -> Fault:
    sourcing = rows.get(fault.check.sum.total[0])
    if fault.guilty is not None or fault.check.sum.kind is not Kind.ROW or sourcing is None:
        return fault
    courses, profile = sourcing.courses(), sourcing.profile()
    if courses is None or profile is None:
        return fault
    fitting = []
    for suspect in (one for one in fault.suspects if one.at[0] == sourcing.row):
        choice = nearest(courses, _corrected(sourcing, profile, suspect), sourcing.years)
        if choice is not None and not choice.distance:
            fitting.append(suspect)
    return replace(fault, guilty=fitting[0], suspects=(fitting[0],)) if len(fitting) == 1 else fault


def _corrected(sourcing: Sourcing, profile: Profile, suspect: Suspect) -> Profile:
    """Give the profile with a figure of its row corrected; a corrected total leaves it as it is."""
    pence = suspect.pence * sourcing.sign
    at = suspect.at[1]
    return tuple(
        Figure(pence, 2 * pence, 2 * pence) if column == at else figure
        for column, figure in zip(sourcing.columns, profile, strict=True)
    )


def _years(table: Table) -> dict[FinancialYear, int]:
    """Give a table's financial years in order, with their columns."""
    lines = ((line, column) for column, line in enumerate(table.columns) if line.role is Role.ITEM)
    return dict(sorted((line.year, column) for line, column in lines if line.year is not None))
