"""Reading Word files."""

from __future__ import annotations

from typing import TYPE_CHECKING

import docx
import pytest

from bvtrack.files.documents.docx import read_docx
from files.documents.saved import repeat, rows_of
from files.documents.test_hostile import word

if TYPE_CHECKING:
    from pathlib import Path

    from bvtrack.core.document import Document


def run(text: str, properties: str = "") -> str:
    """Write a run of text."""
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def cell(content: str, properties: str = "") -> str:
    """Write a cell of one paragraph."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr><w:p>{content}</w:p></w:tc>"


def table(*rows: str) -> str:
    """Write a table of rows."""
    return f"<w:tbl><w:tblPr/>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


HEAD = cell(run("Rec")) + cell(run("Cost"))


def read(body: str, folder: Path) -> Document:
    """Read a Word file with the body given."""
    path = word(folder / "x.docx", body)
    return read_docx(path.read_bytes(), "x.docx")


@pytest.mark.parametrize(
    ("content", "shown"),
    [
        (run("7") + run("k"), "7k"),
        (run("£5k") + "<w:r><w:br/></w:r>" + run("£8k"), "£5k £8k"),
        (run("a") + "<w:r><w:tab/></w:r>" + run("b"), "a b"),
        (run("7", "<w:strike/>") + run("8", "<w:dstrike w:val='0'/>"), "8"),
        (run("1,\xad346"), "1,346"),
        ("<w:r><w:t>02</w:t><w:noBreakHyphen/><w:t>03</w:t></w:r>", "02-03"),
        (run("127") + run("1", '<w:vertAlign w:val="superscript"/>'), "127¹"),
        (run("7") + run("8", "<w:vanish/>"), "7"),
        (run("7") + run("8", '<w:vanish w:val="0"/>'), "78"),
        (f"<w:ins>{run('8')}</w:ins><w:del><w:r><w:delText>7</w:delText></w:r></w:del>", "8"),
        (f"<w:moveTo>{run('8')}</w:moveTo><w:moveFrom>{run('7')}</w:moveFrom>", "8"),
        (f"<w:sdt><w:sdtContent>{run('7')}</w:sdtContent></w:sdt>", "7"),
        (f"<w:hyperlink>{run('7')}</w:hyperlink>", "7"),
        (f"<w:r><w:instrText>PAGE</w:instrText></w:r>{run('7')}", "7"),
        ("<a><Choice>" + run("7") + "</Choice><Fallback>" + run("7") + "</Fallback></a>", "7"),
        (run("7") + "</w:p><w:p>" + run("8"), "7 8"),
    ],
)
def test_text_of_cells(content: str, shown: str, tmp_path: Path) -> None:
    """Cells read as the draft would print: insertions in, deletions and fields out, paragraphs apart."""
    document = read(table(HEAD, cell(content) + cell(run("x"))), tmp_path)
    assert rows_of(document.grids) == [[["Rec", "Cost"], [shown, "x"]]]


def test_wrapped_tables(tmp_path: Path) -> None:
    """Tables, rows and cells in content controls are read; deleted rows are not."""
    wrapped = f"<w:sdt><w:sdtContent>{cell(run('1'))}</w:sdtContent></w:sdt>{cell(run('7'))}"
    gone = f"<w:trPr><w:del/></w:trPr>{cell(run('2'))}{cell(run('8'))}"
    last = f"</w:tr><w:sdt><w:tr>{cell(run('3'))}{cell(run('9'))}</w:tr></w:sdt><w:tr>"
    body = f"<w:sdt><w:sdtContent>{table(HEAD, wrapped, gone + last)}</w:sdtContent></w:sdt>"
    assert rows_of(read(body, tmp_path).grids) == [[["Rec", "Cost"], ["1", "7"], ["3", "9"]]]


def test_text_boxes(tmp_path: Path) -> None:
    """A table in a text box is read once, after the paragraph the box hangs on."""
    box = f"<w:drawing><w:txbxContent>{table(HEAD, cell(run('1')) + cell(run('7')))}</w:txbxContent></w:drawing>"
    body = f"<w:p>{run('See the box.')}<a><Choice>{box}</Choice><Fallback>{box}</Fallback></a></w:p>"
    document = read(body, tmp_path)
    assert rows_of(document.grids) == [[["Rec", "Cost"], ["1", "7"]]]
    assert [paragraph.text for paragraph in document.prose] == ["See the box."]


def test_nested_tables(tmp_path: Path) -> None:
    """A table in a cell is a table of its own, and its text is not the cell's."""
    inner = "</w:p>" + table(HEAD, cell(run("1")) + cell(run("7"))) + "<w:p>"
    document = read(table(HEAD, cell(run("all") + inner) + cell(run("9"))), tmp_path)
    assert rows_of(document.grids) == [[["Rec", "Cost"], ["all", "9"]], [["Rec", "Cost"], ["1", "7"]]]


def test_columns_left_out(tmp_path: Path) -> None:
    """A row may begin after columns it leaves out, and end before the last."""
    before = f'<w:trPr><w:gridBefore w:val="1"/></w:trPr>{cell(run("7"))}'
    document = read(table(HEAD, before, cell(run("2"))), tmp_path)
    assert rows_of(document.grids) == [[["Rec", "Cost"], ["", "7"], ["2", ""]]]


def test_merged_rows(tmp_path: Path) -> None:
    """A cell that goes on with the one above is covered by it, if it is as wide."""
    start, on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    rows = (
        cell(run("1"), start) + cell(run("7")),
        cell("", on) + cell(run("8")),
        cell(run("2"), start) + cell(run("9")),
    )
    (grid,) = read(table(HEAD, *rows, cell(run("x"), f'{on}<w:gridSpan w:val="2"/>')), tmp_path).grids
    assert [[(one.text, one.covered) for one in row] for row in grid.cells[1:]] == [
        [("1", False), ("7", False)],
        [("1", True), ("8", False)],
        [("2", False), ("9", False)],
        [("x", False), ("x", True)],
    ]


def test_page_end(tmp_path: Path) -> None:
    """A table set again on the next page with its header is one table."""
    path = tmp_path / "x.docx"
    document = docx.Document()
    document.add_heading("Money", 1)
    for rows in ([["Rec", "Cost"], ["1", "7"]], [["Rec", "Cost"], ["2", "8"], ["Total", "15"]]):
        drawn = document.add_table(0, 2)
        for texts in rows:
            for one, text in zip(drawn.add_row().cells, texts, strict=True):
                one.text = text
        repeat(drawn.rows[0])
        document.add_paragraph().add_run().add_break()
    document.save(str(path))
    (grid,) = read_docx(path.read_bytes(), "x.docx").grids
    assert rows_of([grid]) == [[["Rec", "Cost"], ["1", "7"], ["2", "8"], ["Total", "15"]]]
    assert grid.heading == "Money"


def test_titles_by_level(tmp_path: Path) -> None:
    """A paragraph with an outline level is a title; a table can carry its caption."""
    title = f'<w:p><w:pPr><w:outlineLvl w:val="0"/></w:pPr>{run("Money")}</w:p>'
    drawn = table(HEAD, cell(run("1")) + cell(run("7"))).replace(
        "<w:tblPr/>", '<w:tblPr><w:tblCaption w:val="Costs"/></w:tblPr>'
    )
    (grid,) = read(title + drawn, tmp_path).grids
    assert (grid.heading, grid.caption) == ("Money", "Costs")


def test_what_is_left_out_is_told(tmp_path: Path) -> None:
    """Notes tell that changes were read as accepted, and that struck-out text was left out."""
    changed = f"<w:p><w:del>{run('£7k')}</w:del><w:ins>{run('£8k')}</w:ins></w:p>"
    assert read(changed, tmp_path).notes == ("tracked changes were read as accepted",)
    assert read(f"<w:p>{run('£7k', '<w:strike/>')}</w:p>", tmp_path).notes == ("struck-out text was left out",)
    assert read(f"<w:p>{run('£7k')}</w:p>", tmp_path).notes == ()


def tabbed(*cells: str) -> str:
    """Write a paragraph with tabs between its texts."""
    return f"<w:p>{'<w:r><w:tab/></w:r>'.join(map(run, cells))}</w:p>"


def test_paragraphs_with_tabs(tmp_path: Path) -> None:
    """Paragraphs with tabs and figures after them are a table; items of a list are none."""
    rows = [["Rec", "02-03"], ["1", "7"], ["Total", "7"]]
    document = read("".join(tabbed(*row) for row in rows) + tabbed("") + f"<w:p>{run('£7k.')}</w:p>", tmp_path)
    assert rows_of(document.grids) == [rows]
    assert [paragraph.text for paragraph in document.prose] == ["£7k."]
    listed = read(tabbed("1.", "Know schools") + tabbed("2.", "Spend £7k"), tmp_path)
    assert (listed.grids, [one.text for one in listed.prose]) == ((), ["1. Know schools", "2. Spend £7k"])
