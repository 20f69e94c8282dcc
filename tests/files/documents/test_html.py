"""Reading web pages."""

from __future__ import annotations

from html import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bvtrack.core.document import Document
from bvtrack.files.documents.block import folded
from bvtrack.files.documents.html import read_html
from files.documents.saved import rows_of

CELLS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cn", "Zl", "Zp")), min_size=1, max_size=8)


def read(text: str) -> Document:
    """Read a text as a web page."""
    return read_html(text.encode(), "x.html")


@settings(deadline=None)
@given(st.lists(st.lists(CELLS.map(folded).filter(bool), min_size=2, max_size=2), min_size=2, max_size=6))
def test_what_is_written_is_read(rows: list[list[str]]) -> None:
    """Whatever the texts, the table written is the one that is read."""
    lines = ("".join(f"<td>{escape(text)}</td>" for text in row) for row in rows)
    assert rows_of(read(f"<table><tr>{'</tr><tr>'.join(lines)}</tr></table>").grids) == [rows]


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        ("<b>7</b>k", "7k"),
        ("<p>£24K<p>£4k", "£24K £4k"),
        ("a<br>b", "a b"),
        ("a<div>b</div>c", "a b c"),
        ("127<sup>1</sup>", "127¹"),
        ("127<sup><a href=x>2</a></sup>", "127²"),
        ("&amp;pound;7k", "&pound;7k"),
        ("<!-- no -->7", "7"),
        ("7<script>8</script>", "7"),
        ("7<span hidden>8</span>", "7"),
        ("7<p style='display: none'>8</p>", "7"),
        ("<del>7</del><ins>8</ins>", "8"),
        ("<s>7</s> <strike>7</strike> 8", "8"),
        ("<span style='color: red; text-decoration: line-through'>7</span>8", "8"),
        ("1,&shy;346", "1,346"),
        ("  7\n k&nbsp;", "7 k"),
        ("<ul><li>a<li>b</ul>", "a b"),
    ],
)
def test_markup_in_cells(cell: str, shown: str) -> None:
    """Cells read as they print: markup, comments and what is hidden are out, paragraphs apart."""
    assert rows_of(read(f"<table><tr><td>a<tr><td>{cell}</table>").grids) == [[["a"], [shown]]]


def test_unclosed_tags() -> None:
    """Rows and cells need no end tags."""
    assert rows_of(read("<table><tr><td>a<td>b<tr><td>1<td>2").grids) == [[["a", "b"], ["1", "2"]]]


def test_order_of_the_parts() -> None:
    """The foot of a table prints last wherever it stands."""
    text = "<table><tfoot><tr><td>Total<td>7</tfoot><thead><tr><td>Rec<td>Cost</thead><tr><td>1<td>7</table>"
    (grid,) = read(text).grids
    assert rows_of([grid]) == [[["Rec", "Cost"], ["1", "7"], ["Total", "7"]]]
    assert [row[0].header for row in grid.cells] == [True, False, False]


def test_header_cells() -> None:
    """Rows of header cells at the top are header rows; labels of rows, and header cells further down, are none."""
    text = (
        "<table><tr><td></td><th>Cost</th></tr><tr><th>1</th><td>7</td></tr><tr><th colspan=2>Income</th></tr></table>"
    )
    assert [row[1].header for row in read(text).grids[0].cells] == [True, False, False]


def test_nested_tables() -> None:
    """A table within one of figures is a table of its own; one without figures only lays the page out."""
    inner = "<table><tr><td>Rec<td>Cost<tr><td>1<td>7</table>"
    document = read(f"<table><tr><td>It costs this.<td>{inner}</table>")
    assert rows_of(document.grids) == [[["Rec", "Cost"], ["1", "7"]]]
    assert [paragraph.text for paragraph in document.prose] == ["It costs this."]
    both = read(f"<table><tr><td>Rec<td>Cost<tr><td>2<td>8<tr><td>of which {inner}<td>9</table>")
    assert rows_of(both.grids)[0][2] == ["of which", "9"]
    assert rows_of(both.grids)[1] == [["Rec", "Cost"], ["1", "7"]]


def test_prose() -> None:
    """Text between blocks is prose, in paragraphs as they print, with titles and captions."""
    text = (
        "<title>no</title><h1>Money &amp; more</h1>It <b>costs</b> £7k.<div>And <p>more</p> later</div>"
        "<ul><li>one<li>two</ul><p hidden>no</p>x<sup>2</sup><table><caption>Table 1</caption></table>"
    )
    document = read(text)
    assert [paragraph.text for paragraph in document.prose] == [
        *("Money & more", "It costs £7k.", "And", "more", "later", "one", "two", "x²", "Table 1")
    ]
    assert document.grids == ()


def test_lines() -> None:
    """Paragraphs and cells have the lines they begin on."""
    document = read("<h2>a</h2>\n\n<p>b\nc</p>\n<table>\n<tr><td>1\n<td>2</table>")
    assert [paragraph.spot.line for paragraph in document.prose] == [1, 3]
    assert [cell.spot.line for cell in document.grids[0].cells[0]] == [6, 7]


def test_spans_that_are_none() -> None:
    """A span that is no number, or nought, is one."""
    assert rows_of(read("<table><tr><td colspan=x>a<td colspan=0>b<td rowspan=-1>c</table>").grids) == [
        [["a", "b", "c"]]
    ]


def test_an_empty_page() -> None:
    """A page of nothing but a comment is a document without tables."""
    assert read("<!-- -->") == Document((), ())


def test_struck_out_text_is_told() -> None:
    """That struck-out text was left out stands in a note."""
    assert read("<p>It costs <del>£7k</del> £8k").notes == ("struck-out text was left out",)
    assert read("<p>It costs £8k").notes == ()


@pytest.mark.parametrize(
    ("rows", "table"),
    [
        ("<tbody><tr><td rowspan=0>a<td>1<tr><td>2<tbody><tr><td>b<td>3", [["a", "1"], ["a", "2"], ["b", "3"]]),
        ("<tr><td rowspan=9>a<td>1<tr><td>2<tfoot><tr><td>b<td>3", [["a", "1"], ["a", "2"], ["b", "3"]]),
        ("<tr><td colspan=99>Costs<tr><td>a<td>1", [["Costs", "Costs"], ["a", "1"]]),
        ("<tr><td colspan=1000>Costs<tr><td>a<td>1", [["Costs", "Costs"], ["a", "1"]]),
        ("<tr><td colspan=0>a<td>1<tr><td colspan=-2>b<td>2", [["a", "1"], ["b", "2"]]),
    ],
)
def test_spans_beyond_the_table(rows: str, table: list[list[str]]) -> None:
    """A cell reaches no farther down than its part of the table, and makes no columns that nothing stands in."""
    assert rows_of(read(f"<table>{rows}</table>").grids) == [table]


def test_a_sheet_saved_as_a_page() -> None:
    """One table that holds all of a sheet, with blank rows between, is the tables of that sheet."""
    rows = [["Costs"], ["Rec", "02-03"], ["1", "7"], ["", ""], ["Savings"], ["Rec", "02-03"], ["1", "5"]]
    lines = "".join(f"<tr>{''.join(f'<td>{text}' for text in row)}\n" for row in rows)
    document = read(f"<table>\n{lines}</table>")
    assert rows_of(document.grids) == [rows[1:3], rows[5:]]
    assert [grid.caption for grid in document.grids] == ["Costs", "Savings"]
    assert document.grids[1].cells[1][1].spot.line == 8


def test_text_laid_out_by_spaces() -> None:
    """A text that keeps its spaces is read as plain text is, at its lines."""
    document = read("<p>Costs\n<pre>\nRec    02-03  03-04\n1          7     40\n2         13    347\n</pre>")
    assert rows_of(document.grids) == [[["Rec", "02-03", "03-04"], ["1", "7", "40"], ["2", "13", "347"]]]
    assert document.grids[0].cells[1][1].spot.line == 4
