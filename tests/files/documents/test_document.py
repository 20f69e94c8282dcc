"""Reading a document: the same report gives the same tables from every format."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bvtrack.core.errors import InputProblem
from bvtrack.files.documents.document import SUFFIXES, read_document
from files.documents.saved import REPORT, SAVE, Title, rows_of, tables

if TYPE_CHECKING:
    from bvtrack.core.document import Document

FIXTURES = Path(__file__).parents[3] / "fixtures" / "documents"
WITH_TITLES = ("docx", "html", "md", "txt")


@pytest.fixture(scope="module", params=sorted(SAVE))
def read(request: pytest.FixtureRequest) -> tuple[str, Document]:
    """The report as read from each of its files; with `--write-golden` the files are written anew."""
    path = FIXTURES / f"funding.{request.param}"
    if request.config.getoption("--write-golden"):
        SAVE[request.param](REPORT, path)
    return request.param, read_document(path)


def test_same_tables(read: tuple[str, Document]) -> None:
    """Every format gives the same tables, text by text."""
    assert rows_of(read[1].grids) == [table.rows for table in tables(REPORT)]


def test_same_captions(read: tuple[str, Document]) -> None:
    """Every format gives the captions of the tables."""
    assert [grid.caption for grid in read[1].grids] == [table.caption for table in tables(REPORT)]


def test_same_headings(read: tuple[str, Document]) -> None:
    """Formats that know titles give the title a table stands under; a spreadsheet gives the name of its sheet."""
    kind, document = read
    one, two = (part.text for part in REPORT if isinstance(part, Title))
    headings = {"csv": ["", "", ""], "xlsx": ["Money"] * 3}.get(kind, [one, one, two])
    assert [grid.heading for grid in document.grids] == headings


def test_same_prose(read: tuple[str, Document]) -> None:
    """Every format gives the titles, the sentences and the captions in their order."""
    parts = [part.text if isinstance(part, Title) else getattr(part, "caption", part) for part in REPORT]
    assert [paragraph.text for paragraph in read[1].prose] == parts
    assert read[1].notes == ()


def test_places(read: tuple[str, Document]) -> None:
    """Every format gives the place of a cell as it knows places, and its table, row and column."""
    kind, document = read
    spot = document.grids[1].cells[2][1].spot
    assert (spot.table, spot.row, spot.column) == (2, 3, 2)
    lines = (FIXTURES / f"funding.{kind}").read_bytes().split(b"\n")
    if kind == "xlsx":
        assert (spot.sheet, spot.cell, spot.line) == ("Money", "B16", None)
    elif kind == "docx":
        assert (spot.sheet, spot.cell, spot.line) == ("", "", None)
    else:
        assert spot.line is not None
        assert b"127" in lines[spot.line - 1]
        assert b"40" in lines[spot.line - 1]


def test_header_rows(read: tuple[str, Document]) -> None:
    """Formats that mark header rows give them."""
    kind, document = read
    heads = sum(all(cell.header for cell in row) for row in document.grids[1].cells)
    assert heads == {"docx": 2, "html": 2, "md": 1}.get(kind, 0)
    assert not any(cell.covered for row in document.grids[1].cells for cell in row)


def test_every_suffix_is_read() -> None:
    """The suffixes of documents are those of the formats, the short one of web pages and that of macros."""
    assert {f".{kind}" for kind in SAVE} | {".htm", ".xlsm"} == SUFFIXES


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("x.txt", "| a | b |\n|---|---|\n| 1 | 2 |\n"),
        ("x.txt", "<!doctype html><table><tr><td>a<td>b<tr><td>1<td>2</table>"),
        ("x.md", "<html><table><tr><td>a<td>b<tr><td>1<td>2</table>"),
        ("x.HTM", "<table><tr><td>a<td>b<tr><td>1<td>2</table>"),
        ("x.csv", "\ufeffa;b\r\n1;2\r\n"),
        ("x.txt", "a\tb\n1\t2"),
    ],
)
def test_content_decides(name: str, text: str, tmp_path: Path) -> None:
    """A text that is a page or has Markdown tables is read as such, whatever its name says."""
    path = tmp_path / name
    path.write_text(text, "utf-8")
    assert rows_of(read_document(path).grids) == [[["a", "b"], ["1", "2"]]]


@pytest.mark.parametrize(
    ("encoding", "notes"),
    [
        ("utf-8", ()),
        ("utf-8-sig", ()),
        ("utf-16", ()),
        ("cp1252", ("it is not UTF-8 and was read as Windows-1252",)),
    ],
)
def test_encodings(encoding: str, notes: tuple[str, ...], tmp_path: Path) -> None:
    """UTF-8, UTF-16 with its mark and Windows-1252 are read; that the last is a guess is told."""
    path = tmp_path / "x.csv"
    path.write_bytes("Rec,Cost\n1,£7k –\n".encode(encoding))
    document = read_document(path)
    assert rows_of(document.grids) == [[["Rec", "Cost"], ["1", "£7k –"]]]
    assert document.notes == notes


def test_a_page_says_its_encoding(tmp_path: Path) -> None:
    """A page that says it is Windows-1252 is read as that, and nothing was guessed."""
    path = tmp_path / "x.html"
    path.write_bytes("<meta charset='ISO-8859-1'><p>£7k – €8k".encode("cp1252"))
    document = read_document(path)
    assert [paragraph.text for paragraph in document.prose] == ["£7k – €8k"]
    assert document.notes == ()


def test_nothing_in_it(tmp_path: Path) -> None:
    """An empty text is a document without tables."""
    for kind in ("csv", "md", "html", "txt"):
        path = tmp_path / f"x.{kind}"
        path.write_text("\n \n")
        assert read_document(path).grids == ()
        assert read_document(path).prose == ()


def test_no_file_and_folder(tmp_path: Path) -> None:
    """A path that leads nowhere, and a folder, are told as such."""
    with pytest.raises(InputProblem, match="there is no such file"):
        read_document(tmp_path / "x.csv")
    (tmp_path / "y.csv").mkdir()
    with pytest.raises(InputProblem, match="is a folder"):
        read_document(tmp_path / "y.csv")
    with pytest.raises(InputProblem, match="is not a regular file"):
        read_document(Path("/dev/null"))
    (tmp_path / "z.csv").symlink_to(tmp_path / "z.csv")
    with pytest.raises(InputProblem, match="cannot be read: Too many levels of symbolic links"):
        read_document(tmp_path / "z.csv")
