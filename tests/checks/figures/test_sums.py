"""Which sums a table states."""

from __future__ import annotations

from bvtrack.checks.figures.sums import OUTSIDE, Kind, Part, Stated, Sum, stated_sums, sums
from bvtrack.core.money import read_money, read_unit
from bvtrack.core.table import Cell, Line, Role, Table

UNIT = read_unit("£'000")


def table(columns: str, rows: str, *cells: str) -> Table:
    """Make a table: a letter a line for its role, a number after it for its group, and the cells of each row by spaces.

    An underscore is a blank cell.
    """
    roles = {"i": Role.ITEM, "s": Role.SUBTOTAL, "t": Role.TOTAL, "m": Role.MEMO, "h": Role.HEADING}

    def lines(text: str) -> tuple[Line, ...]:
        return tuple(Line(f"{word}{nth}", roles[word[0]], word[1:]) for nth, word in enumerate(text.split()))

    def cell(text: str) -> Cell:
        return Cell() if text == "_" else Cell(text, read_money(text, UNIT))

    return Table("t", lines(columns), lines(rows), tuple(tuple(map(cell, row.split())) for row in cells), unit=UNIT)


def found(of: Table) -> list[tuple[Kind, tuple[int, int], list[tuple[int, int]]]]:
    """Give the sums of a table, each with the positions of its parts, all of which must be added."""
    assert all(part.sign == 1 for one in sums(of) for part in one.parts)
    return [(one.kind, one.total, [part.at for part in one.parts]) for one in sums(of)]


def test_a_full_table_states_its_rows_columns_and_totals_both_ways() -> None:
    """Rows first, then columns, then the grand total by row totals, then by column totals."""
    assert found(table("i i t", "i i t", "1 2 3", "4 5 9", "5 7 12")) == [
        (Kind.ROW, (0, 2), [(0, 0), (0, 1)]),
        (Kind.ROW, (1, 2), [(1, 0), (1, 1)]),
        (Kind.COLUMN, (2, 0), [(0, 0), (1, 0)]),
        (Kind.COLUMN, (2, 1), [(0, 1), (1, 1)]),
        (Kind.GRAND, (2, 2), [(0, 2), (1, 2)]),
        (Kind.CROSS, (2, 2), [(2, 0), (2, 1)]),
    ]


def test_a_total_that_is_not_printed_states_no_sum() -> None:
    """A blank or a dash for a total claims nothing; nil claims that there is nothing to add."""
    assert found(table("i i t", "i i i", "1 2 _", "4 5 -", "0 0 nil")) == [(Kind.ROW, (2, 2), [(2, 0), (2, 1)])]


def test_years_stand_for_a_row_total_that_is_not_printed() -> None:
    """In the grand total, a row without a printed total counts with its years."""
    assert found(table("i i t", "i i t", "1 2 _", "4 5 9", "_ _ 12")) == [
        (Kind.ROW, (1, 2), [(1, 0), (1, 1)]),
        (Kind.GRAND, (2, 2), [(0, 0), (0, 1), (1, 2)]),
    ]


def test_rows_stand_for_a_year_total_that_is_not_printed() -> None:
    """Of the column totals one is missing, so its rows stand for it in the cross-foot."""
    assert (Kind.CROSS, (2, 2), [(0, 0), (1, 0), (2, 1)]) in found(table("i i t", "i i t", "1 2 3", "4 5 9", "_ 7 12"))


def test_a_cross_foot_needs_a_column_total() -> None:
    """Where no column total is printed, the row of totals states its grand total alone."""
    kinds = [kind for kind, _, _ in found(table("i i t", "i t", "1 2 3", "_ _ 3"))]
    assert kinds == [Kind.ROW, Kind.GRAND]


def test_without_a_grand_total_the_totals_balance() -> None:
    """Row totals against column totals, told as the last column total against all the rest."""
    balanced = table("i i i t", "i i t", "1 2 _ 3", "4 5 _ 9", "5 7 _ _")
    assert sums(balanced)[-1] == Sum(
        Kind.CROSS,
        (2, 1),
        (Part((0, 3)), Part((1, 3)), Part((2, 0), -1), Part((0, 2), -1), Part((1, 2), -1)),
    )


def test_without_row_totals_nothing_balances() -> None:
    """Column totals alone have no other side."""
    kinds = {kind for kind, _, _ in found(table("i i t", "i t", "1 2 _", "1 2 _"))}
    assert kinds == {Kind.COLUMN}


def test_a_sub_total_has_its_own_block() -> None:
    """A sub-total sums the rows since the one before it; the total sums all rows and no sub-total."""
    nested = table("i", "i i s i s t", "1", "2", "3", "4", "4", "7")
    assert found(nested) == [
        (Kind.COLUMN, (2, 0), [(0, 0), (1, 0)]),
        (Kind.COLUMN, (4, 0), [(3, 0)]),
        (Kind.COLUMN, (5, 0), [(0, 0), (1, 0), (3, 0)]),
    ]


def test_a_heading_opens_a_block_and_a_memo_is_in_none() -> None:
    """Rows over a heading are not in the sub-total under it; a memo row is added nowhere and has no sum."""
    blocks = table("i t", "i h i m s", "1 1", "_ _", "2 2", "9 8", "2 2")
    assert found(blocks) == [
        (Kind.ROW, (0, 1), [(0, 0)]),
        (Kind.ROW, (2, 1), [(2, 0)]),
        (Kind.ROW, (4, 1), [(4, 0)]),
        (Kind.COLUMN, (4, 0), [(2, 0)]),
        (Kind.COLUMN, (4, 1), [(2, 1)]),
    ]


def test_memo_columns_have_no_totals() -> None:
    """A column of references is not added down."""
    assert found(table("i m", "i t", "1 5", "1 6")) == [(Kind.COLUMN, (1, 0), [(0, 0)])]


def test_a_row_never_sums_across_groups() -> None:
    """A total column sums the columns of its group; one in no group sums all."""
    grouped = table("ia ia ta ib tb t", "i", "1 2 3 4 4 7")
    assert found(grouped) == [
        (Kind.ROW, (0, 2), [(0, 0), (0, 1)]),
        (Kind.ROW, (0, 4), [(0, 3)]),
        (Kind.ROW, (0, 5), [(0, 0), (0, 1), (0, 3)]),
    ]


def test_a_sub_total_takes_no_line_of_another_group() -> None:
    """A sub-total in a group leaves out what stands before it in another."""
    assert found(table("ia ib sb", "i", "1 2 2")) == [(Kind.ROW, (0, 2), [(0, 1)])]


def test_a_total_without_items_is_no_sum() -> None:
    """A lone total has nothing to be the sum of."""
    assert found(table("t", "t", "5")) == []


def test_a_sub_total_row_that_prints_its_total_alone_is_checked_down_only() -> None:
    """Its years are blank, so there is nothing to add across."""
    assert found(table("i t", "i s", "1 1", "_ 1")) == [
        (Kind.ROW, (0, 1), [(0, 0)]),
        (Kind.COLUMN, (1, 1), [(0, 1)]),
    ]


def test_a_figure_elsewhere_states_a_printed_total() -> None:
    """The identity of a figure in prose with the grand total, turned where the table prints negatives."""
    one = Stated(Cell("£3k"), ((1, 2),), -1)
    assert list(stated_sums(table("i i t", "i t", "1 2 3", "_ _ 3"), [one])) == [
        Sum(Kind.STATED, (0, OUTSIDE), (Part((1, 2), -1),))
    ]


def test_a_figure_elsewhere_states_what_a_blank_total_would_be() -> None:
    """A total that is not printed is taken as its rows, and a row without a total as its years."""
    two = [Stated(Cell("£9k"), ((2, 2),)), Stated(Cell("£3k"), ((0, 2), (1, 2)))]
    assert list(stated_sums(table("i i t", "i i t", "1 2 _", "2 4 6", "_ _ _"), two)) == [
        Sum(Kind.STATED, (0, OUTSIDE), (Part((0, 0)), Part((0, 1)), Part((1, 2)))),
        Sum(Kind.STATED, (1, OUTSIDE), (Part((0, 0)), Part((0, 1)), Part((1, 2)))),
    ]
