"""Finding tables on a sheet, where nothing says where one begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bvtrack.files.documents.csv_document import read_csv
from files.documents.saved import rows_of

if TYPE_CHECKING:
    from bvtrack.core.document import Document


def read(text: str) -> Document:
    """Read a sheet."""
    return read_csv(text.encode(), "x.csv")


def test_lines_over_a_table_are_its_caption() -> None:
    """Lines of words right over a table are its caption, and prose."""
    document = read("Costs of the plan,,\nin £'000,,\nRec,02-03,Total\n1,7,7\n")
    assert document.grids[0].caption == "Costs of the plan in £'000"
    assert [paragraph.text for paragraph in document.prose] == ["Costs of the plan", "in £'000"]
    assert rows_of(document.grids) == [[["Rec", "02-03", "Total"], ["1", "7", "7"]]]


def test_a_blank_row_within_a_table() -> None:
    """A block or a total below a blank row belongs to the table above it, with the blank row."""
    text = "Rec,02-03,Total\nA,7,7\n,,\nPremises,,\nB,8,8\n\nTotal,15,15\n"
    (grid,) = read(text).grids
    assert [row[0].text for row in grid.cells] == ["Rec", "A", "", "Premises", "B", "", "Total"]


def test_a_table_below_a_table() -> None:
    """A row of labels below a blank row begins a table, years that are numbers among them."""
    text = "Rec,02-03,Total\nA,7,7\n\nIncome\nRec,2002,2003\nB,8,8\n\nNote: as agreed\n"
    one, two = read(text).grids
    assert (one.number, two.number, two.caption) == (1, 2, "Income")
    assert rows_of([two]) == [[["Rec", "2002", "2003"], ["B", "8", "8"]]]
    assert [paragraph.text for paragraph in read(text).prose] == ["Income", "Note: as agreed"]


def test_blank_columns_at_the_right() -> None:
    """Columns without a text at the right are left out, those between others stay."""
    assert rows_of(read("Rec,,Total,,\n1,,7,,\n").grids) == [[["Rec", "", "Total"], ["1", "", "7"]]]


def test_words_alone() -> None:
    """Lines of words without a table are prose."""
    document = read("Costs of the plan\nas agreed\n")
    assert document.grids == ()
    assert [paragraph.spot.line for paragraph in document.prose] == [1, 2]


def test_tables_beside_each_other() -> None:
    """After a blank column a column of labels begins a table of its own; one of figures does not."""
    text = "Costs,,,Savings,\nRec,02-03,,Rec,02-03\nStaff,7,,Rent,5\nTotal,7,,Rates,6\n,,,Total,11\n"
    one, two = read(text).grids
    assert rows_of([one, two]) == [
        [["Rec", "02-03"], ["Staff", "7"], ["Total", "7"]],
        [["Rec", "02-03"], ["Rent", "5"], ["Rates", "6"], ["Total", "11"]],
    ]
    assert (one.caption, two.caption) == ("Costs", "Savings")
    assert len(read("Rec,Budget,,Savings\n,02-03,,02-03\nStaff,7,,-\nTotal,7,,-\n").grids) == 1


def test_a_stray_word() -> None:
    """A word far below a table is no row of it."""
    assert rows_of(read("Rec,02-03\n1,7\n,\n,\n,,stray\n").grids)[0] == [["Rec", "02-03"], ["1", "7"]]
