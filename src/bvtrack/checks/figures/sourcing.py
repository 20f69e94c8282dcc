"""A profile beside the cost lines it should come from: for each recommendation and stream, what is printed of both."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bvtrack.checks.figures.costs import Choice, Course, Profile, course_of, nearest
from bvtrack.checks.figures.intervals import ADDS_NOTHING, Figure, figure_of, may_be_money
from bvtrack.checks.figures.slips import convention
from bvtrack.checks.figures.sums import Kind
from bvtrack.core.finance import STREAMS, Amount, amounts, profile_of, year_columns
from bvtrack.core.table import Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bvtrack.checks.figures.footing import Footing
    from bvtrack.checks.figures.misfits import Fault, Suspect
    from bvtrack.core.financial_year import FinancialYear
    from bvtrack.core.finding import Key
    from bvtrack.core.review import Review, Rounding, Stream
    from bvtrack.core.table import Cell, Table


@dataclass(frozen=True, slots=True)
class Sourcing:
    """One stream of one recommendation: its row in the stream's table and the amounts of its cost lines.

    `columns` are the columns of `years`, in the order of the years. `unsaid` are those of the plan that no
    table prints, and those beyond it that the row does not. `sign` is -1 where the table prints as negative
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
    unsaid: frozenset[FinancialYear]
    plan: FinancialYear
    rounding: Rounding
    sign: int

    @property
    def cells(self) -> tuple[Cell, ...]:
        """The cells of the row, none where the stream has no profile; the printed total is the last."""
        return self.table.cells[self.row] if self.table is not None else ()

    @property
    def prints_figures(self) -> bool:
        """Tell whether the profile prints anything that is or may be a figure, its total included."""
        return any(cell.money is not None and cell.money.kind not in ADDS_NOTHING for cell in self.cells)

    @property
    def prints_money(self) -> bool:
        """Tell whether the profile prints anything that is or may be money: any figure but noughts."""
        return any(cell.money is not None and may_be_money(cell.money) for cell in self.cells)

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
    """A profile against its cost lines: the nearest choice of starts, None where there are too many to try.

    `turned` says that the lines give the profile with all its signs turned, which are against those of its table.
    """

    sourcing: Sourcing
    profile: Profile
    courses: tuple[Course, ...]
    choice: Choice | None
    turned: bool = False


def sourcings(review: Review, tables: Sequence[Table]) -> Iterator[Sourcing]:
    """Yield each stream of each recommendation that has a profile in it, or a cost line that is or may be money."""
    named = {table.name: table for table in tables}
    rows: Counter[str] = Counter()
    plan = review.period.years
    conventions = {table.name: convention(table) for table in tables}
    labelled = {column.line.year for column in year_columns(review) if column.labels}
    for number, recommendation in enumerate(review.recommendations):
        lines = tuple(amounts(review, number))
        for stream in STREAMS:
            table = named.get(stream) if profile_of(recommendation, stream) is not None else None
            found = tuple(one for one in lines if one.stream == stream and may_be_money(one.money))
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
                unsaid=frozenset(
                    year
                    for year, column in years.items()
                    if table is not None and table.cells[rows[stream]][column].money is None
                    if year not in plan or year not in labelled
                ),
                plan=plan[0],
                rounding=review.rounding,
                sign=conventions[stream] if table is not None and positive else 1,
            )
            rows[stream] += table is not None


def fits(found: Sequence[Sourcing], footings: Sequence[Footing]) -> Iterator[Fit]:
    """Yield the fit of each profile that prints years and of which all figures and cost lines can be read.

    A profile that fits once another finding is seen to is taken to fit: a suspect figure of its row corrected, where a
    sum of the row is a misfit already, or the years left out that FIN112 misses.
    """
    for sourcing in found:
        courses, profile = sourcing.courses(), sourcing.profile()
        if not courses or profile is None or not (sourcing.prints_figures and sourcing.prints_years):
            continue
        choice = nearest(courses, profile, sourcing.years)
        if choice is not None and choice.distance:
            read = dict.fromkeys((profile, *_corrections(sourcing, profile, footings)))
            trials = [(one, sourcing.years) for one in read] + [_said(sourcing, one) for one in read if sourcing.unsaid]
            choice = _fitting(courses, trials) or choice
        turned = [(tuple(-figure for figure in profile), sourcing.years)] if _against_table(profile, courses) else []
        healed = _fitting(courses, turned) if choice is not None and choice.distance else None
        yield Fit(sourcing, profile, courses, healed or choice, turned=healed is not None)


def _fitting(courses: Sequence[Course], trials: Sequence[tuple[Profile, Sequence[FinancialYear]]]) -> Choice | None:
    """Give the choice of starts that gives the first profile that any choice does; None where none does."""
    choices = (nearest(courses, profile, years) for profile, years in trials)
    return next((choice for choice in choices if choice is not None and not choice.distance), None)


def _corrections(sourcing: Sourcing, profile: Profile, footings: Sequence[Footing]) -> Iterator[Profile]:
    """Yield the profile with all figures of its row corrected that are known to be at fault, then with each suspect."""
    for footing in footings:
        if footing.table is sourcing.table:
            yield _corrected(sourcing, profile, *(fault.guilty for fault in footing.faults if fault.guilty))
            for fault in footing.faults:
                yield from (_corrected(sourcing, profile, suspect) for suspect in fault.suspects)


def _said(sourcing: Sourcing, profile: Profile) -> tuple[Profile, tuple[FinancialYear, ...]]:
    """Give a profile and its years without those that are left unsaid."""
    said = [(figure, year) for figure, year in zip(profile, sourcing.years, strict=True) if year not in sourcing.unsaid]
    return tuple(figure for figure, _ in said), tuple(year for _, year in said)


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


def _corrected(sourcing: Sourcing, profile: Profile, *suspects: Suspect) -> Profile:
    """Give the profile with figures of its row corrected; a corrected total leaves it as it is."""
    pence = {one.at[1]: one.pence * sourcing.sign for one in suspects if one.at[0] == sourcing.row}
    return tuple(
        Figure(pence[column], 2 * pence[column], 2 * pence[column]) if column in pence else figure
        for column, figure in zip(sourcing.columns, profile, strict=True)
    )


def _against_table(profile: Profile, courses: Sequence[Course]) -> bool:
    """Tell whether a profile, in the sign of its table, has only negative figures and its lines only positive ones."""
    return all(one.pence <= 0 for one in profile) and all(one.figure.pence > 0 for one in courses)


def _years(table: Table) -> dict[FinancialYear, int]:
    """Give a table's financial years in order, with their columns."""
    lines = ((line, column) for column, line in enumerate(table.columns) if line.role is Role.ITEM)
    return dict(sorted((line.year, column) for line, column in lines if line.year is not None))
