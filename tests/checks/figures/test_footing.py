"""Whether sums hold, and which figure is at fault: tables with one figure, two figures or a row wrong."""

from __future__ import annotations

import pytest

from bvtrack.checks.figures.footing import Footing, foot
from bvtrack.checks.figures.misfits import Check, Outcome, Suspect
from bvtrack.checks.figures.sums import OUTSIDE, Kind, Part, Stated, Sum
from bvtrack.core.money import read_money, read_unit
from bvtrack.core.table import Cell, Line, Role, Table

UNIT = read_unit("£'000")
ROLES = {"i": Role.ITEM, "s": Role.SUBTOTAL, "t": Role.TOTAL, "m": Role.MEMO}
K = 100_000
GRID = ("1 2 3 6", "4 5 6 15", "7 8 9 24", "12 15 18 45")


def cell(text: str) -> Cell:
    """Make a cell; an underscore is a blank one."""
    return Cell() if text == "_" else Cell(text, read_money(text, UNIT))


def table(columns: str, rows: str, *cells: str) -> Table:
    """Make a table in thousands: a letter a line for its role, the cells of each row by spaces."""

    def lines(letters: str) -> tuple[Line, ...]:
        return tuple(Line(f"{letter}{nth}", ROLES[letter]) for nth, letter in enumerate(letters))

    return Table("t", lines(columns), lines(rows), tuple(tuple(map(cell, row.split())) for row in cells), unit=UNIT)


def grid(*changes: tuple[int, int, str]) -> Table:
    """Make a table of three rows and three years with all totals, with some cells changed."""
    cells = [row.split() for row in GRID]
    for row, column, text in changes:
        cells[row][column] = text
    return table("iiit", "iiit", *(" ".join(row) for row in cells))


def told(footing: Footing) -> list[tuple[Kind, tuple[int, int], tuple[int, int] | None, set[tuple[int, int]]]]:
    """Give each fault: what reports it, at which total, the figure named, and all suspects."""
    return [
        (
            fault.check.sum.kind,
            fault.check.sum.total,
            fault.guilty.at if fault.guilty else None,
            {one.at for one in fault.suspects},
        )
        for fault in footing.faults
    ]


def test_a_table_that_foots_has_no_fault() -> None:
    """All eight sums of a full table are exact."""
    footing = foot(grid(), "exact")
    assert [check.outcome for check in footing.checks] == [Outcome.EXACT] * 8
    assert footing.faults == ()
    assert footing.stated == ()


def test_a_check_shows_both_sides_and_what_is_between() -> None:
    """Printed and computed are in pence, the gap in half pence; the difference is printed less computed."""
    check = foot(table("iit", "i", "1 2 4"), "exact").checks[0]
    parts = (Part((0, 0)), Part((0, 1)))
    assert check == Check(Sum(Kind.ROW, (0, 2), parts), Outcome.WRONG, 4 * K, 3 * K, (2 * K, 2 * K))
    assert check.difference == K
    assert Check(check.sum, Outcome.EXACT) == Check(check.sum, Outcome.EXACT, 0, 0, (0, 0), ())


@pytest.mark.parametrize(
    ("total", "outcome"),
    [("6", "exact"), ("7", "rounding"), ("8", "rounding"), ("4", "rounding"), ("9", "wrong"), ("3", "wrong")],
)
def test_rounding_to_the_nearest_excuses_half_a_place_a_figure(total: str, outcome: str) -> None:
    """Three parts and their total may be two thousand apart, bounds included, and no more."""
    assert foot(table("iiit", "i", f"1 2 3 {total}"), "nearest").checks[0].outcome == outcome


@pytest.mark.parametrize(
    ("total", "outcome"), [("6", "exact"), ("9", "rounding"), ("5", "rounding"), ("10", "wrong"), ("4", "wrong")]
)
def test_truncation_makes_totals_too_big(total: str, outcome: str) -> None:
    """Three truncated parts may lose three thousand, the total one."""
    assert foot(table("iiit", "i", f"1 2 3 {total}"), "truncated").checks[0].outcome == outcome


def test_an_exact_review_has_no_rounding() -> None:
    """One thousand apart is wrong in a table that is exact."""
    assert foot(table("iiit", "i", "1 2 3 7"), "exact").checks[0].outcome is Outcome.WRONG


def test_what_cannot_be_read_is_not_evaluated() -> None:
    """A sum with an unreadable total or part names them, the total first, and is no fault."""
    footing = foot(table("iit", "ii", "TBC 2 4", "TBC TBC £l4"), "exact")
    assert [(check.outcome, check.unread) for check in footing.checks] == [
        (Outcome.NOT_EVALUATED, ((0, 0),)),
        (Outcome.NOT_EVALUATED, ((1, 2), (1, 0), (1, 1))),
    ]
    assert footing.faults == ()


def test_a_total_over_nothing_printed_is_not_evaluated() -> None:
    """A row that prints its total alone does not contradict itself; a dash among its years does."""
    footing = foot(table("iit", "ii", "_ _ 4", "- _ 4"), "exact")
    assert [check.outcome for check in footing.checks] == [Outcome.NOT_EVALUATED, Outcome.WRONG]
    assert footing.checks[0].unread == ()


@pytest.mark.parametrize("row", range(3))
@pytest.mark.parametrize("column", range(3))
def test_a_wrong_figure_inside_is_the_one_in_both_failing_sums(row: int, column: int) -> None:
    """A figure in a failing row and a failing column is at fault; the row reports it with its correction."""
    right = int(GRID[row].split()[column])
    footing = foot(grid((row, column, str(right + 30))), "exact")
    assert told(footing) == [(Kind.ROW, (row, 3), (row, column), {(row, column)})]
    assert footing.faults[0].guilty == Suspect((row, column), right * K)
    assert [check.sum.kind for check in footing.faults[0].checks] == [Kind.ROW, Kind.COLUMN]


def test_a_figure_left_out_is_named_too() -> None:
    """A blank where row and column both miss the same amount is where it belongs."""
    footing = foot(grid((1, 1, "_")), "exact")
    assert told(footing) == [(Kind.ROW, (1, 3), (1, 1), {(1, 1)})]
    assert footing.faults[0].guilty == Suspect((1, 1), 5 * K)


@pytest.mark.parametrize(
    ("at", "kind"), [((0, 3), Kind.ROW), ((3, 1), Kind.COLUMN), ((3, 3), Kind.GRAND)], ids=["row", "column", "grand"]
)
def test_a_wrong_total_is_told_once_by_its_own_rule(at: tuple[int, int], kind: Kind) -> None:
    """A total fails its own sum and one it is part of, and both are one fault."""
    footing = foot(grid((*at, "99")), "exact")
    assert told(footing) == [(kind, at, at, {at})]
    assert len(footing.faults[0].checks) == 2
    assert footing.faults_of(kind) == footing.faults
    assert footing.faults_of(Kind.STATED) == ()


def test_a_wrong_total_is_corrected_from_its_parts() -> None:
    """What a total should be is what its parts add to."""
    assert foot(grid((0, 3, "99")), "exact").faults[0].guilty == Suspect((0, 3), 6 * K)


def test_two_wrong_figures_are_two_faults() -> None:
    """Two figures in different rows and columns, out by different amounts, are both named."""
    footing = foot(grid((0, 0, "11"), (1, 2, "26")), "exact")
    assert told(footing) == [(Kind.ROW, (0, 3), (0, 0), {(0, 0)}), (Kind.ROW, (1, 3), (1, 2), {(1, 2)})]


def test_two_figures_out_by_the_same_could_be_two_others() -> None:
    """Out by the same amount, the two could as well stand crosswise, so four are suspects and none is named."""
    footing = foot(grid((0, 0, "11"), (1, 2, "16")), "exact")
    suspects = {(0, 0), (0, 2), (1, 0), (1, 2)}
    assert [(kind, guilty) for kind, _, guilty, _ in told(footing)] == [(Kind.ROW, None), (Kind.ROW, None)]
    assert set().union(*(found for _, _, _, found in told(footing))) == suspects


def test_two_figures_of_one_row_are_named_by_their_columns() -> None:
    """No one figure of the row heals it and its columns, but each column tells of one, and both heal the row."""
    footing = foot(grid((0, 0, "11"), (0, 1, "22")), "exact")
    assert told(footing) == [
        (Kind.ROW, (0, 3), (0, 0), {(0, 0)}),
        (Kind.ROW, (0, 3), (0, 1), {(0, 1)}),
    ]


def test_two_row_totals_are_named_by_their_rows() -> None:
    """Together they explain the grand total, which is not told as well."""
    footing = foot(grid((0, 3, "99"), (1, 3, "77")), "exact")
    assert told(footing) == [(Kind.ROW, (0, 3), (0, 3), {(0, 3)}), (Kind.ROW, (1, 3), (1, 3), {(1, 3)})]


def test_a_column_total_and_the_grand_total_are_two_faults() -> None:
    """Both are out of their own sums, and the cross-foot that both make fail is not told as well."""
    footing = foot(grid((3, 1, "99"), (3, 3, "500")), "exact")
    assert told(footing) == [(Kind.COLUMN, (3, 1), (3, 1), {(3, 1)}), (Kind.GRAND, (3, 3), (3, 3), {(3, 3)})]


def test_figures_that_explain_a_sum_in_two_ways_are_not_named_together() -> None:
    """Four columns are out, two by 1 and two by 2, and the row by 3: which two it is cannot be told."""
    footing = foot(table("iiiit", "it", "11 11 12 12 43", "10 10 10 10 40"), "exact")
    assert {fault.guilty for fault in footing.faults} == {None}


def test_a_column_of_blanks_is_no_money() -> None:
    """A total over it is wrong, and nought is right; where a row prints its total alone it is not evaluated."""
    footing = foot(table("iit", "iit", "1 _ 1", "2 _ 2", "3 4 3"), "exact")
    assert {check.sum.total: check.outcome for check in footing.checks}[2, 1] is Outcome.WRONG
    footing = foot(table("iit", "iit", "1 _ 1", "2 _ 2", "3 0 3"), "exact")
    assert {check.sum.total: check.outcome for check in footing.checks}[2, 1] is Outcome.EXACT
    footing = foot(table("iit", "iit", "1 _ 1", "_ _ 4", "1 4 5"), "exact")
    assert {check.sum.total: check.outcome for check in footing.checks}[2, 1] is Outcome.NOT_EVALUATED


def test_a_row_alone_cannot_tell_which_figure_is_wrong() -> None:
    """With no column to vouch for them, all figures of a row and its total are suspects, blanks too."""
    footing = foot(table("iiit", "i", "1 _ 3 5"), "exact")
    assert told(footing) == [(Kind.ROW, (0, 3), None, {(0, 0), (0, 1), (0, 2), (0, 3)})]
    assert footing.faults[0].suspects == (
        Suspect((0, 3), 4 * K),
        Suspect((0, 0), 2 * K),
        Suspect((0, 1), 1 * K),
        Suspect((0, 2), 4 * K),
    )


def test_a_grand_total_vouches_for_a_row_total() -> None:
    """Where the row totals add to the grand total, a year of the failing row is wrong and not its total."""
    footing = foot(table("iit", "iit", "1 2 3", "4 6 9", "_ _ 12"), "exact")
    assert told(footing) == [(Kind.ROW, (1, 2), None, {(1, 0), (1, 1)})]


def test_a_lone_misfit_of_a_grand_total_names_nothing() -> None:
    """A wrong grand total and a row left out look alike, so the total is a suspect and is not named."""
    footing = foot(table("it", "iit", "1 1", "2 2", "_ 9"), "exact")
    assert told(footing) == [(Kind.GRAND, (2, 1), None, {(2, 1)})]


def test_prose_that_agrees_with_the_rows_names_the_grand_total() -> None:
    """The grand total stands against the rows and against two figures in prose: one fault, the total's."""
    stated = [Stated(cell("£3k"), ((2, 1),)), Stated(cell("£3,000"), ((2, 1),))]
    footing = foot(table("it", "iit", "1 1", "2 2", "_ 9"), "exact", stated)
    assert told(footing) == [(Kind.GRAND, (2, 1), (2, 1), {(2, 1)})]
    assert [check.sum.kind for check in footing.faults[0].checks] == [Kind.GRAND, Kind.STATED, Kind.STATED]
    assert footing.cell((1, OUTSIDE)).text == "£3,000"
    assert footing.cell((2, 1)).text == "9"


def test_prose_that_agrees_with_the_grand_total_leaves_a_row_missing() -> None:
    """Where prose vouches for the grand total and the rows hold, no figure explains that they do not meet."""
    footing = foot(table("it", "iit", "1 1", "2 2", "_ 9"), "exact", [Stated(cell("£9k"), ((2, 1),))])
    assert told(footing) == [(Kind.GRAND, (2, 1), None, set())]


def test_a_figure_in_prose_alone_is_named_where_the_table_holds() -> None:
    """Against a total that its rows bear out, the figure in prose is wrong."""
    footing = foot(table("it", "it", "3 3", "_ 3"), "exact", [Stated(cell("£4k"), ((1, 1),))])
    assert told(footing) == [(Kind.STATED, (0, OUTSIDE), (0, OUTSIDE), {(0, OUTSIDE)})]


def test_a_figure_in_prose_against_a_total_nothing_bears_out() -> None:
    """Neither can be named where the rows cannot be read."""
    footing = foot(table("it", "it", "TBC TBC", "_ 3"), "exact", [Stated(cell("£4k"), ((1, 1),))])
    assert told(footing) == [(Kind.STATED, (0, OUTSIDE), None, {(0, OUTSIDE), (1, 1)})]


def test_prose_may_round_and_print_without_the_sign() -> None:
    """£1.3m is honest for 1,346, and £1,346k for -1,346 in a table of negatives."""
    stated = [Stated(cell("£1.3m"), ((0, 1),), -1), Stated(cell("£1,346k"), ((0, 1),), -1)]
    footing = foot(table("it", "i", "-1346 -1346"), "exact", stated)
    assert [check.outcome for check in footing.checks] == [Outcome.EXACT, Outcome.ROUNDING, Outcome.EXACT]


def test_the_balance_of_totals_fails_alone() -> None:
    """Row totals and column totals with nothing behind them disagree, and any of them may be wrong."""
    footing = foot(table("iit", "iit", "_ _ 7", "_ _ 13", "15 6 _"), "exact")
    assert [fault for fault in told(footing) if fault[0] is not Kind.CROSS] == []
    assert told(footing)[0][3] == {(2, 1), (0, 2), (1, 2), (2, 0)}
    assert footing.faults[0].check.printed - footing.faults[0].check.computed == K


@pytest.mark.parametrize(("column", "pence"), [("29", 20 * K), ("28", 1_850_000)])
def test_a_correction_heals_all_sums_within_rounding(column: str, pence: int) -> None:
    """A figure that its row needs at 20 and its column at 19 or 18, each give or take 1.5, is put where both hold.

    That is the row's own difference if it suits the column as well, and else the least change that suits both.
    """
    footing = foot(table("iit", "iit", "30 20 40", "10 5 15", f"{column} 25 54"), "nearest")
    assert told(footing) == [(Kind.ROW, (0, 2), (0, 0), {(0, 0)})]
    assert footing.faults[0].guilty == Suspect((0, 0), pence)


@pytest.mark.timeout(30)
def test_a_large_table_is_footed_at_once() -> None:
    """Forty rows of twelve years with a wrong figure are footed, and the figure is named."""
    rows = [" ".join(["7"] * 12 + ["84"])] * 40
    rows[20] = " ".join(["7"] * 5 + ["9"] + ["7"] * 6 + ["84"])
    large = table("i" * 12 + "t", "i" * 40 + "t", *rows, " ".join(["280"] * 12 + ["3360"]))
    footing = foot(large, "nearest")
    assert footing.faults == ()
    assert told(foot(large, "exact")) == [(Kind.ROW, (20, 12), (20, 5), {(20, 5)})]
