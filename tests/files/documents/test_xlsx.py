"""Reading spreadsheets."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
import xlsxwriter  # type: ignore[import-untyped]

from bvtrack.files.documents.document import read_document
from bvtrack.files.documents.xlsx import read_xlsx
from files.documents.saved import rows_of
from files.documents.test_hostile import SHEET, archive, sheet, spreadsheet

if TYPE_CHECKING:
    from pathlib import Path


def test_figures_as_seen(tmp_path: Path) -> None:
    """Figures are read as their formats show them, formulas by what they gave, errors and truths as printed."""
    path = tmp_path / "x.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        page = book.add_worksheet("Money")
        thousands, share, day = (book.add_format({"num_format": code}) for code in ("#,##0,", "0.0%", "d mmm yyyy"))
        page.write_row(0, 0, ["Rec", "Cost", "Share", "Due"])
        page.write_row(1, 0, ["A", 1346.5])
        page.write_number(1, 2, 0.125, share)
        page.write_datetime(1, 3, date(2003, 4, 1), day)
        page.write_row(2, 0, ["B", 0.1 + 0.2])
        page.write_formula(2, 2, "=1/0", value="#DIV/0!")
        page.write_formula(2, 3, '=""', value="")
        page.write_number(3, 1, 1346000, thousands)
        page.write_boolean(3, 2, True)
        page.write_formula(3, 3, "=B2*2", value=2693)
    parts = read_parts(path)
    old, new = b'<c r="D3"><f>""</f><v></v>', b'<c r="D3" t="str"><f>""</f><v></v>'
    archive(path, parts | {SHEET: parts[SHEET].replace(old, new)})
    assert rows_of(read_document(path).grids) == [
        [
            ["Rec", "Cost", "Share", "Due"],
            ["A", "1346.5", "12.5%", "1 Apr 2003"],
            ["B", "0.3", "#DIV/0!", ""],
            ["", "1,346", "TRUE", "2693"],
        ]
    ]


def read_parts(path: Path) -> dict[str, bytes]:
    """Give the parts of an archive."""
    import zipfile

    with zipfile.ZipFile(path) as file:
        return {name: file.read(name) for name in file.namelist()}


def test_texts(tmp_path: Path) -> None:
    """Runs of a text are put together, footnote marks raised, line ends and escapes decoded."""
    path = tmp_path / "x.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        page = book.add_worksheet()
        raised, bold = book.add_format({"font_script": 1}), book.add_format({"bold": True})
        page.write_row(0, 0, ["Rec", "two\nlines", "_x0041_ & <b>", " 02-03 "])
        page.write_rich_string(1, 0, "127", raised, "1")
        page.write_rich_string(1, 1, bold, "Net ", "cost")
        page.write_string(1, 2, "£7k")
    assert rows_of(read_document(path).grids) == [
        [["Rec", "two lines", "_x0041_ & <b>", "02-03"], ["127¹", "Net cost", "£7k", ""]]
    ]


def test_sheets(tmp_path: Path) -> None:
    """Each visible sheet is read under its name; that a hidden one is not is told."""
    path = tmp_path / "x.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        for nth, name in enumerate(("One", "Two & more", "Three")):
            page = book.add_worksheet(name)
            page.write_row("C4", ["Rec", "Cost"])
            page.write_row("C5", ["A", nth])
            if nth == 1:
                page.hide()
        book.add_chartsheet("Picture")
    document = read_document(path)
    assert [(grid.number, grid.heading, grid.cells[1][1].text) for grid in document.grids] == [
        (1, "One", "0"),
        (2, "Three", "2"),
    ]
    spot = document.grids[1].cells[1][1].spot
    assert (spot.sheet, spot.cell, spot.table, spot.row, spot.column) == ("Three", "D5", 2, 2, 2)
    assert document.notes == ("the sheet “Two & more” is hidden and was not read",)


def test_cells_without_a_place(tmp_path: Path) -> None:
    """Cells that do not say where they stand follow each other."""
    part = sheet("<c><v>1</v></c><x/><c r='C1'><v>3</v></c><c><v>4</v></c></row><row><c t='inlineStr'/><c><v>5</v></c>")
    path = spreadsheet(tmp_path / "x.xlsx", part)
    (grid,) = read_document(path).grids
    assert [[cell.text for cell in row] for row in grid.cells] == [["1", "", "3", "4"], ["", "5", "", ""]]
    assert grid.cells[0][3].spot.cell == "D1"


def test_days_from_1904(tmp_path: Path) -> None:
    """A workbook that counts its days from 1904 shows its own."""
    path = tmp_path / "x.xlsx"
    with xlsxwriter.Workbook(str(path), {"date_1904": True}) as book:
        page = book.add_worksheet()
        page.write_row(0, 0, ["Rec", "Due"])
        page.write_datetime(1, 1, date(2003, 4, 1), book.add_format({"num_format": 14}))
    assert rows_of(read_document(path).grids)[0][1] == ["", "01/04/2003"]


@pytest.mark.parametrize("style", ["99", "x"])
def test_no_such_style(style: str, tmp_path: Path) -> None:
    """A cell whose style is not there shows its number; one whose style is no number is refused."""
    path = spreadsheet(tmp_path / "x.xlsx", sheet(f'<c s="{style}"><v>1.50</v></c><c><v>2</v></c>'))
    if style == "x":
        with pytest.raises(Exception, match="is nothing a cell can hold"):
            read_xlsx(path.read_bytes(), "x.xlsx")
    else:
        assert rows_of(read_xlsx(path.read_bytes(), "x.xlsx").grids) == [[["1.5", "2"]]]


def test_merged_range_that_is_none(tmp_path: Path) -> None:
    """A merged range without two cells is nothing, and so is one beyond the figures."""
    part = sheet(
        "<c><v>1</v></c><c><v>2</v></c>",
        '<mergeCells><mergeCell ref="x"/><mergeCell/><mergeCell ref="A1"/><mergeCell ref="D4:E9"/></mergeCells>',
    )
    assert rows_of(read_document(spreadsheet(tmp_path / "x.xlsx", part)).grids) == [[["1", "2"]]]


def test_an_empty_sheet(tmp_path: Path) -> None:
    """A sheet without a text has no table."""
    assert read_document(spreadsheet(tmp_path / "x.xlsx", sheet("<c/>"))).grids == ()


def test_hidden_rows_and_columns(tmp_path: Path) -> None:
    """Hidden rows and columns are read, as totals count them, and told."""
    for nth, hide in enumerate(("set_row", "set_column")):
        path = tmp_path / f"{nth}.xlsx"
        with xlsxwriter.Workbook(str(path)) as book:
            page = book.add_worksheet("Money")
            page.write_row(0, 0, ["Rec", "Cost"])
            page.write_row(1, 0, ["A", 7])
            getattr(page, hide)(1, *([None] if hide == "set_row" else [1, None]), None, {"hidden": True})
        document = read_document(path)
        assert rows_of(document.grids) == [[["Rec", "Cost"], ["A", "7"]]]
        assert document.notes == ("the sheet “Money” has hidden rows or columns, which were read with the rest",)


def test_struck_out_runs(tmp_path: Path) -> None:
    """What is struck out in a cell is left out."""
    runs = "<r><rPr><strike/></rPr><t>7</t></r><r><rPr><strike val='0'/></rPr><t>8</t></r>"
    cells = f'<c><v>1</v></c><c t="inlineStr"><is>{runs}</is></c>'
    assert rows_of(read_document(spreadsheet(tmp_path / "x.xlsx", sheet(cells))).grids) == [[["1", "8"]]]


def test_a_workbook_with_macros(tmp_path: Path) -> None:
    """A workbook with macros is read as any other; its macros are nothing to a reader."""
    path = spreadsheet(tmp_path / "x.xlsm", sheet("<c><v>1</v></c><c><v>2</v></c>"))
    assert rows_of(read_document(path).grids) == [[["1", "2"]]]
