"""Hostile and broken documents: each is refused in one located line, and nothing happens to the file."""

from __future__ import annotations

import re
import zipfile
from typing import TYPE_CHECKING

import pytest
import xlsxwriter  # type: ignore[import-untyped]

from bvtrack.core.errors import InputProblem
from bvtrack.files.documents.child import reader
from bvtrack.files.documents.document import read_document
from bvtrack.files.documents.source import bytes_of, kind_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

SHEET = "xl/worksheets/sheet1.xml"
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">' + "".join(
    f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)
FAR = "a table that reaches from far off to here (clear stray cells, or split the sheet)"


def sheet(cells: str, rest: str = "") -> str:
    """Write the XML of a sheet of one row."""
    return f"<worksheet {MAIN}><sheetData><row>{cells}</row></sheetData>{rest}</worksheet>"


def spreadsheet(path: Path, part: str | bytes) -> Path:
    """Save a spreadsheet whose one sheet is the XML given."""
    return archive(
        path,
        {
            "xl/workbook.xml": f'<book {MAIN} xmlns:r="r"><sheets><sheet name="Costs" r:id="a"/></sheets></book>',
            "xl/_rels/workbook.xml.rels": '<r><Relationship Id="a" Target="worksheets/sheet1.xml"/></r>',
            SHEET: part,
        },
    )


def word(path: Path, body: str) -> Path:
    """Save a Word file of the body given."""
    return archive(path, {"word/document.xml": f"<w:document {WORD}><w:body>{body}</w:body></w:document>"})


def archive(path: Path, parts: Mapping[str, str | bytes]) -> Path:
    """Save a zip archive."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, part in parts.items():
            file.writestr(name, part)
    return path


def refused(path: Path) -> str:
    """Give the line a document is refused with, once it is seen that the file is as it was."""
    before = path.read_bytes()
    with pytest.raises(InputProblem) as caught:
        read_document(path)
    assert path.read_bytes() == before
    assert "\n" not in str(caught.value)
    with pytest.raises(InputProblem, match=re.escape(str(caught.value))):
        reader(kind_of(path, bytes_of(path)))(before, str(path))
    return str(caught.value).replace(str(path), "FILE")


TEXTS: dict[str, tuple[str, bytes, str]] = {
    "NUL": (
        "x.csv",
        b"a,b\n1,\0\n",
        "FILE:2: holds a NUL byte: this is binary, no text (name a text file, saved as UTF-8)",
    ),
    "half a character": ("x.csv", b"a,b\n1,\xed\xa0\x80\n", "FILE:2: is not UTF-8 text (save the file as UTF-8)"),
    "half a character in UTF-16": (
        "x.csv",
        b"\xff\xfea\x00,\x00\x00\xd8,\x00",
        "FILE:1: is not UTF-16 text (save the file as UTF-8)",
    ),
    "half a character by number": (
        "x.html",
        b"<p>\n&#xD800;",
        "FILE:2: &#xD800; is half a character (a lone surrogate) (take it out)",
    ),
    "half a character by number in Markdown": (
        "x.md",
        b"a\n\n| a |\n|-|\n| &#55296; |",
        "FILE:5: &#55296; is half a character (a lone surrogate) (take it out)",
    ),
    "UTF-32": ("x.csv", "a,b".encode("utf-32"), "FILE: is UTF-32 text (save it as UTF-8)"),
    "no encoding": ("x.txt", b"a\n\x81\x8d", "FILE:2: byte 0x81 is not UTF-8 (save the file as UTF-8)"),
    "long number in CSV": ("x.csv", b"a,b\n1," + b"9" * 5000, "FILE:2: a number of more than 60 digits (correct it)"),
    "long number in text": (
        "x.txt",
        b"a\tb\n1\t" + b"9" * 5000,
        "FILE:2: a number of more than 60 digits (correct it)",
    ),
    "long number in Markdown": (
        "x.md",
        b"|a|b|\n|-|-|\n|1|" + b"9" * 5000,
        "FILE:3: a number of more than 60 digits (correct it)",
    ),
    "long number in prose": (
        "x.html",
        b"<p>\n<p>" + b"9" * 5000,
        "FILE:2: a number of more than 60 digits (correct it)",
    ),
    "wide CSV": (
        "x.csv",
        b"a\n" + b"," * 100_000,
        "FILE:2: has more than 500 columns, 20,000 rows or 200,000 cells (split the file)",
    ),
    "long CSV": (
        "x.csv",
        b"a,b\n" * 20_001,
        "FILE:20001: has more than 500 columns, 20,000 rows or 200,000 cells (split the file)",
    ),
    "wide Markdown": (
        "x.md",
        b"a\n\n" + b"|a" * 100_000 + b"|\n" + b"|-" * 100_000 + b"|",
        "FILE:3: a table of more than 500 columns (split the table)",
    ),
    "wide text": (
        "x.txt",
        b"a\tb\n" + b"\t" * 100_000,
        "FILE:2: a table of more than 500 columns (take out tabs that stand for nothing)",
    ),
    "wide HTML": (
        "x.html",
        b"<table>\n<tr>" + b"<td>1" * 100_000,
        "FILE:2: a table of more than 500 columns (split the table)",
    ),
    "wide spans": (
        "x.html",
        b"<table>\n<tr><td colspan=1000>1<td>2",
        "FILE:2: a table of more than 500 columns (split the table)",
    ),
    "spans over each other": (
        "x.html",
        b"<table>" + (b"<tr>" + b"<td colspan=400 rowspan=65534>1") * 1000,
        "FILE:1: the tables have more than 200,000 cells (split the document)",
    ),
    "nested elements": (
        "x.html",
        b"<div>" * 100_000,
        "FILE:1: elements nested without end (close them, or save the page anew)",
    ),
    "nested tables": (
        "x.html",
        b"<table><tr><td>1" * 10_000,
        "FILE:1: elements nested without end (close them, or save the page anew)",
    ),
    "many tables": (
        "x.html",
        b"<table><tr><td>1</table>\n" * 2_001,
        "FILE:2001: is the table after 2,000 others (split the document)",
    ),
    "entities in a page": (
        "x.html",
        b'<!DOCTYPE html [\n<!ENTITY a "b">]><p>&a;',
        "FILE:1: declares entities (take the declaration out)",
    ),
    "external entity in a page": (
        "x.html",
        b'<p>\n<!ENTITY a SYSTEM "file:///etc/passwd"><p>&a;',
        "FILE:2: declares entities (take the declaration out)",
    ),
    "open quote": (
        "x.csv",
        b'a,b\n1,2\n"3,4\n5,6\n',
        "FILE:3: is not CSV: unexpected end of data (put the field in quotes, double those in it)",
    ),
    "large text": ("x.txt", b"a " * 3_000_000, "FILE: is larger than 4 MiB (split it, or take out its pictures)"),
    "PDF": ("x.csv", b"%PDF-1.4", "FILE: is a PDF (save its tables as .docx, .xlsx or .csv)"),
    "old spreadsheet": (
        "x.xlsx",
        b"\xd0\xcf\x11\xe0\xa1\xb1",
        "FILE: is an old or a password-protected Office file (save it as .xlsx or .docx, unprotected)",
    ),
    "spreadsheet by name": ("x.xlsx", b"a,b", "FILE: is not a .xlsx file by what it holds (save it as .xlsx again)"),
    "text by name": (
        "x.csv",
        b"PK\x03\x04",
        "FILE: is a zip archive, not text (give a spreadsheet the name .xlsx, a Word file .docx)",
    ),
    "damaged archive": ("x.docx", b"PK\x03\x04" + b"a" * 100, "FILE: is a damaged archive (save it again)"),
    "unknown kind": (
        "x.ods",
        b"a",
        "FILE: is not a kind of document that is read (give one of .csv .docx .htm .html .md .txt .xlsm .xlsx)",
    ),
}


@pytest.mark.parametrize(("name", "data", "told"), TEXTS.values(), ids=TEXTS)
def test_texts(name: str, data: bytes, told: str, tmp_path: Path) -> None:
    """A hostile text is refused at its line."""
    path = tmp_path / name
    path.write_bytes(data)
    assert refused(path) == told


def _cells(count: int) -> str:
    return "".join(f"<c><v>{nth}</v></c>" for nth in range(count))


def _corner(column: str, row: int) -> str:
    return sheet(f'<c r="A1"><v>1</v></c></row><row r="{row}"><c r="{column}{row}"><v>1</v></c>')


def _merged(count: int) -> str:
    merges = "".join(f'<mergeCell ref="A{nth * 2 + 1}:A{nth * 2 + 2}"/>' for nth in range(count))
    return sheet(_cells(3), f"<mergeCells>{merges}</mergeCells>")


PARTS: dict[str, tuple[str | bytes, str]] = {
    "far corners": (
        _corner("XFD", 1048576),
        f"sheet Costs, cell XFD1048576: {FAR}",
    ),
    "far row": (
        _corner("A", 1048576),
        f"sheet Costs, cell A1048576: {FAR}",
    ),
    "wide": (
        sheet(_cells(100_000)),
        f"sheet Costs, cell SG1: {FAR}",
    ),
    "formula without a value": (
        sheet('<c r="A1"><v>1</v></c><c r="B1"><f>A1*2</f></c>'),
        "sheet Costs, cell B1: a formula that was never worked out (open it in a spreadsheet program and save it)",
    ),
    "long number": (
        sheet('<c r="B7"><v>1' + "0" * 5000 + "</v></c>"),
        "sheet Costs, cell B1: a number of more than 60 digits (correct it)",
    ),
    "long number as text": (
        sheet('<c r="B1" t="inlineStr"><is><t>' + "9" * 5000 + "</t></is></c>"),
        "sheet Costs, cell B1: a number of more than 60 digits (correct it)",
    ),
    "huge exponent": (
        sheet('<c r="B1"><v>1E999999999</v></c>'),
        "sheet Costs, cell B1: “1E999999999” is nothing a cell can hold (save the spreadsheet again)",
    ),
    "no number": (
        sheet('<c r="B1"><v>£7</v></c>'),
        "sheet Costs, cell B1: “£7” is nothing a cell can hold (save the spreadsheet again)",
    ),
    "no such text": (
        sheet('<c r="B1" t="s"><v>5</v></c>'),
        "sheet Costs, cell B1: “5” is nothing a cell can hold (save the spreadsheet again)",
    ),
    "no text before the first": (
        sheet('<c r="B1" t="s"><v>-1</v></c>'),
        "sheet Costs, cell B1: “-1” is nothing a cell can hold (save the spreadsheet again)",
    ),
    "half a character": (
        sheet('<c r="B1" t="inlineStr"><is><t>_xD800_</t></is></c>'),
        "sheet Costs, cell B1: holds half a character (a lone surrogate) (take it out)",
    ),
    "NUL": (
        sheet('<c r="B1" t="inlineStr"><is><t>_x0000_</t></is></c>'),
        "sheet Costs, cell B1: holds a NUL character (take it out)",
    ),
    "merged cells": (
        _merged(10_000),
        "sheet Costs, cell A10001: more than 5,000 merged ranges (undo the merging of cells)",
    ),
    "merged over each other": (
        sheet(
            _cells(400) + "</row>" + '<row r="400"><c r="A400"><v>1</v></c>',
            "<mergeCells>" + "".join(f'<mergeCell ref="A{nth}:OJ400"/>' for nth in range(1, 300)) + "</mergeCells>",
        ),
        "sheet Costs, cell A2: merged ranges over each other (undo the merging of cells)",
    ),
    "entity bomb": (
        f"{BOMB}]>" + sheet("<c><v>&i;</v></c>"),
        "xl/worksheets/sheet1.xml: holds a DOCTYPE (this is no document: do not open it)",
    ),
    "entity bomb in UTF-16": (
        (f"{BOMB}]>" + sheet("<c><v>&i;</v></c>")).encode("utf-16"),
        "xl/worksheets/sheet1.xml: holds a DOCTYPE (this is no document: do not open it)",
    ),
    "external entity": (
        '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + sheet("<c><v>&a;</v></c>"),
        "xl/worksheets/sheet1.xml: holds a DOCTYPE (this is no document: do not open it)",
    ),
    "zip bomb": (
        b" " * 40_000_000,
        "xl/worksheets/sheet1.xml: unpacks to 40,000,000 bytes (this is no document: do not open it)",
    ),
    "tight zip": (
        b" " * 20_000_000,
        "xl/worksheets/sheet1.xml: unpacks to 20,000,000 bytes (this is no document: do not open it)",
    ),
    "nested elements": (
        "<a>" * 100_000,
        "xl/worksheets/sheet1.xml: elements nested more than 200 deep (save the document again)",
    ),
    "no XML": (
        "<worksheet><row></worksheet>",
        "xl/worksheets/sheet1.xml:1: is not XML: mismatched tag: line 1, column 18 (save the document again)",
    ),
    "no encoding": (
        '<?xml version="1.0" encoding="x-none"?><worksheet/>',
        "xl/worksheets/sheet1.xml: is in an encoding that is not read: unknown encoding: x-none (save it again)",
    ),
}


@pytest.mark.parametrize(("part", "told"), PARTS.values(), ids=PARTS)
def test_spreadsheets(part: str | bytes, told: str, tmp_path: Path) -> None:
    """A hostile sheet is refused, at its cell where it has one."""
    assert refused(spreadsheet(tmp_path / "x.xlsx", part)) == f"FILE: {told}"


def test_formula_saved_without_a_value(tmp_path: Path) -> None:
    """A formula as a program writes it that cannot work it out is refused at its cell."""
    path = tmp_path / "x.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        book.add_worksheet("A&B").write_formula("C3", "=1+1", value="")
    assert "FILE: sheet A&B, cell C3: a formula that was never worked out" in refused(path)


BODIES: dict[str, tuple[str, str]] = {
    "wide": (
        "<w:tbl><w:tr>" + "<w:tc/>" * 100_000 + "</w:tr></w:tbl>",
        "FILE: table 1, row 1, column 1: a table of more than 500 columns (split the table)",
    ),
    "wide spans": (
        '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="9999999"/></w:tcPr></w:tc><w:tc/></w:tr></w:tbl>',
        "FILE: table 1, row 1, column 1: a table of more than 500 columns (split the table)",
    ),
    "long number": (
        "<w:tbl><w:tr><w:tc/><w:tc><w:p><w:r><w:t>" + "9" * 5000 + "</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
        "FILE: table 1, row 1, column 2: a number of more than 60 digits (correct it)",
    ),
    "nested tables": (
        "<w:tbl><w:tr><w:tc>" * 100 + "</w:tc></w:tr></w:tbl>" * 100,
        "FILE: word/document.xml: elements nested more than 200 deep (save the document again)",
    ),
    "half a character": (
        "<w:p><w:r><w:t>&#xD800;</w:t></w:r></w:p>",
        (
            "FILE: word/document.xml:1: is not XML: reference to invalid character number: line 1, column 106"
            " (save the document again)"
        ),
    ),
}


@pytest.mark.parametrize(("body", "told"), BODIES.values(), ids=BODIES)
def test_word_files(body: str, told: str, tmp_path: Path) -> None:
    """A hostile Word file is refused with its place."""
    assert refused(word(tmp_path / "x.docx", body)) == told


def _many(path: Path) -> Path:
    return archive(path, {f"{nth}.xml": "" for nth in range(2_001)})


def _empty(path: Path) -> Path:
    return archive(path, {"a.xml": "<a/>"})


def _without_sheet(path: Path) -> Path:
    return archive(path, {"xl/workbook.xml": "<workbook/>"})


@pytest.mark.parametrize(
    ("save", "name", "told"),
    [
        (_many, "x.xlsx", "FILE: holds more than 2,000 parts (this is no document: do not open it)"),
        (_empty, "x.xlsx", "FILE: is no spreadsheet by what it holds (save it as .xlsx again)"),
        (_empty, "x.docx", "FILE: is no Word document by what it holds (save it as .docx again)"),
        (
            _without_sheet,
            "x.xlsx",
            "FILE: xl/_rels/workbook.xml.rels: is missing in the archive (save the document again)",
        ),
    ],
    ids=["many parts", "no spreadsheet", "no Word file", "missing part"],
)
def test_archives(save: Callable[[Path], Path], name: str, told: str, tmp_path: Path) -> None:
    """An archive that is none of a document is refused."""
    assert refused(save(tmp_path / name)) == told


def test_a_text_without_end(tmp_path: Path) -> None:
    """A text of more lines than a paper has is refused."""
    for kind in ("txt", "md", "csv", "html"):
        path = tmp_path / f"x.{kind}"
        path.write_bytes(b"a\n" * 100_001)
        assert refused(path) == "FILE:100001: is longer than 100,000 lines (split it)"
