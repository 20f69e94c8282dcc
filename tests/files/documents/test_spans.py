"""Spans: a cell over several columns or rows repeats its text where it covers others, and says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import docx
import pytest
import xlsxwriter  # type: ignore[import-untyped]

from bvtrack.files.documents.document import read_document
from files.documents.saved import repeat

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bvtrack.core.document import Grid

SPANNED = [
    ["Service", "2002-03", "^2002-03", "Note"],
    ["^Service", "Budget", "Savings", "^Note"],
    ["Schools", "7", "1", "as agreed"],
    ["Libraries", "8", "", "^as agreed"],
]


def _html(path: Path) -> None:
    path.write_text(
        "<table><thead><tr><th rowspan=2>Service<th colspan=2>2002-03<th rowspan=2>Note"
        "<tr><th>Budget<th>Savings</thead>"
        "<tr><td>Schools<td>7<td>1<td rowspan=0>as agreed<tr><td>Libraries<td>8<td></table>"
    )


def _docx(path: Path) -> None:
    document = docx.Document()
    table = document.add_table(4, 4)
    for row, texts in zip(table.rows, SPANNED, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = "" if text.startswith("^") else text
    repeat(table.rows[0])
    repeat(table.rows[1])
    table.cell(0, 0).merge(table.cell(1, 0)).text = "Service"
    table.cell(0, 1).merge(table.cell(0, 2)).text = "2002-03"
    table.cell(0, 3).merge(table.cell(1, 3)).text = "Note"
    table.cell(2, 3).merge(table.cell(3, 3)).text = "as agreed"
    document.save(str(path))


def _xlsx(path: Path) -> None:
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet()
        for down, texts in enumerate(SPANNED):
            for over, text in enumerate(texts):
                if not text.startswith("^"):
                    sheet.write(down + 1, over + 1, int(text) if text.isdecimal() else text)
        for place in ("B2:B3", "C2:D2", "E2:E3", "E4:E5"):
            row, column = int(place[1]) - 2, "BCDE".index(place[0])
            sheet.merge_range(place, SPANNED[row][column])


def marked(grid: Grid) -> list[list[str]]:
    """Give the texts of a grid, those of covered cells with a mark."""
    return [["^" * cell.covered + cell.text for cell in row] for row in grid.cells]


@pytest.mark.parametrize(("save", "heads"), [(_html, 2), (_docx, 2), (_xlsx, 0)], ids=["html", "docx", "xlsx"])
def test_spans(save: Callable[[Path], None], heads: int, tmp_path: Path) -> None:
    """Spans of a page, a Word file and a spreadsheet come to the same grid, header rows marked where known."""
    path = tmp_path / f"x.{save.__name__[1:]}"
    save(path)
    (grid,) = read_document(path).grids
    assert marked(grid) == SPANNED
    assert [[cell.header for cell in row] for row in grid.cells] == [[nth < heads] * 4 for nth in range(4)]


def test_places_of_covered_cells(tmp_path: Path) -> None:
    """A covered cell stands where it stands; the cell of the sheet is that of the text."""
    path = tmp_path / "x.xlsx"
    _xlsx(path)
    spot = read_document(path).grids[0].cells[1][0].spot
    assert (spot.row, spot.column, spot.cell) == (2, 1, "B2")


def test_ragged_rows(tmp_path: Path) -> None:
    """Rows of different widths are filled up with blanks that have a place."""
    path = tmp_path / "x.html"
    path.write_text("<table><tr><td>a<td>b<td>c<tr><td>1<tr></tr><tr><td>2<td>3</table>")
    (grid,) = read_document(path).grids
    assert marked(grid) == [["a", "b", "c"], ["1", "", ""], ["", "", ""], ["2", "3", ""]]
    assert (grid.cells[1][2].spot.row, grid.cells[1][2].spot.column) == (2, 3)


def test_a_span_does_not_run_over_what_is_there(tmp_path: Path) -> None:
    """Where two spans would cover one place, the first keeps it."""
    path = tmp_path / "x.html"
    path.write_text("<table><tr><td>a<td rowspan=2>b<tr><td colspan=2>c<td>d</table>")
    assert marked(read_document(path).grids[0]) == [["a", "b", ""], ["c", "^b", "d"]]
