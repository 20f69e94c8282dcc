"""Reading Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bvtrack.core.errors import InputProblem
from bvtrack.files.documents.block import folded
from bvtrack.files.documents.markdown import read_markdown
from files.documents.saved import rows_of

if TYPE_CHECKING:
    from bvtrack.core.document import Document

CELLS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cn", "Zl", "Zp")), min_size=1, max_size=8)
HEAD = "| Rec | Total |\n|---|--:|\n"


def read(text: str) -> Document:
    """Read a text as Markdown."""
    return read_markdown(text.encode(), "x.md")


def prose(text: str) -> list[str]:
    """Give the paragraphs of a Markdown text."""
    return [paragraph.text for paragraph in read(text).prose]


def escaped(text: str) -> str:
    """Write a text so that Markdown shows it as it is."""
    return "".join(f"\\{character}" if character in r"\`*_{}[]<>()#+-.!|&~:" else character for character in text)


@settings(deadline=None)
@given(st.lists(st.lists(CELLS.map(folded).filter(bool), min_size=2, max_size=2), min_size=2, max_size=6))
def test_what_is_written_is_read(rows: list[list[str]]) -> None:
    """Whatever the texts, the table written is the one that is read."""
    head, *body = (f"| {escaped(one)} | {escaped(two)} |" for one, two in rows)
    assert rows_of(read("\n".join([head, "|-|-|", *body])).grids) == [rows]


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        ("**7**", "7"),
        ("*7* `k`", "7 k"),
        ("&pound;7k", "£7k"),
        ("&amp;pound;7k", "&pound;7k"),
        ("&lt;p&gt;", "<p>"),
        ("<p>£24K</p> <p>£4k</p>", "£24K £4k"),
        ("<ul><li>a</li><li>b</li></ul>", "a b"),
        ("one<br>two", "one two"),
        ("<b>7</b>k", "7k"),
        ("127<sup>1</sup>", "127¹"),
        ("127<sup>a</sup>", "127 [a]"),
        ("1<sup>st</sup>", "1st"),
        ("3 < 4 > 2", "3 < 4 > 2"),
        ("a \\| b", "a | b"),
        ("[a](http://x.example)", "a"),
        ("\\*", "*"),
        ("&nbsp;", ""),
    ],
)
def test_markup_in_cells(cell: str, shown: str) -> None:
    """Markup of Markdown and HTML is taken out of cells, entities are decoded once."""
    assert rows_of(read(f"{HEAD}| {cell} | 7 |").grids) == [[["Rec", "Total"], [shown, "7"]]]


def test_cells_over_the_header() -> None:
    """What a row has over its header is not dropped; what it lacks is blank."""
    text = "Rec | Total\n---|---\n1 | 7 | 8 | **9**\n2\n"
    assert rows_of(read(text).grids) == [[["Rec", "Total", "", ""], ["1", "7", "8", "9"], ["2", "", "", ""]]]


def test_tables_in_lists_and_quotations() -> None:
    """A table in a quotation or a list is a table."""
    quoted = "> | Rec | Total |\n> |---|---|\n> | 1 | 7 |\n"
    listed = "- item\n\n  | Rec | Total |\n  |---|---|\n  | 1 | 7 |\n"
    assert rows_of(read(f"{quoted}\ntext\n\n{listed}").grids) == [[["Rec", "Total"], ["1", "7"]]] * 2


@pytest.mark.parametrize("fence", ["```", "~~~", "````"])
def test_code_is_no_table(fence: str) -> None:
    """What stands in a fence is no table, of whatever kind, and what follows it is."""
    text = f"{fence}\n{HEAD}| 1 | 7 |\n```a\na\tb\n1\t2\n<table><tr><td>1</table>\n{fence}\n\n{HEAD}| 2 | 8 |\n"
    assert rows_of(read(text).grids) == [[["Rec", "Total"], ["2", "8"]]]


def test_tables_in_html() -> None:
    """A table in HTML is read with the blank lines in it, at its lines, in its order."""
    text = f"{HEAD}| 1 | 7 |\n\nNext.\n\n<table>\n<tr><th>Rec<th>Cost\n\n<tr><td>2<td>8\n</table>\n\nLast.\n"
    document = read(text)
    assert rows_of(document.grids) == [[["Rec", "Total"], ["1", "7"]], [["Rec", "Cost"], ["2", "8"]]]
    assert [row[0].spot.line for row in document.grids[1].cells] == [8, 10]
    assert [(paragraph.text, paragraph.spot.line) for paragraph in document.prose] == [("Next.", 5), ("Last.", 13)]


def test_tables_in_html_that_do_not_end() -> None:
    """A table never closed goes on to the end."""
    assert rows_of(read("<table><tr><td>Rec<td>Total\n\n<tr><td>1<td>7").grids) == [[["Rec", "Total"], ["1", "7"]]]


def test_tables_with_tabs() -> None:
    """Lines with tabs between words are a table, a tab at the start of one included."""
    text = "# Money\n\n\tBudget\t\n\nRec\t02-03\tTotal\n1\t7\t7\n\nTotal\t7\t7\n\n\tcode\n"
    document = read(text)
    assert rows_of(document.grids) == [[["Rec", "02-03", "Total"], ["1", "7", "7"], ["", "", ""], ["Total", "7", "7"]]]
    assert document.grids[0].heading == "Money"


def test_prose() -> None:
    """Titles, paragraphs, items of lists and HTML are prose, without their markup."""
    text = "Title\n=====\n\nIt costs **£7k**\nand no more.\n\n- one\n- two <b>x</b>\n\n<p>three &amp; four</p>\n\n---\n"
    assert prose(text) == ["Title", "It costs £7k and no more.", "one", "two x", "three & four"]


def test_a_long_text_is_left_as_it_is() -> None:
    """The markup of a text longer than any paragraph is not looked at."""
    assert prose("*a* " * 6000) == [("*a* " * 6000).strip()]


def test_without_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where lxml is not installed a table in HTML is refused with what to install; other Markdown is read."""
    monkeypatch.setitem(__import__("sys").modules, "lxml", None)
    assert rows_of(read(f"{HEAD}| 1 | 7 |").grids) == [[["Rec", "Total"], ["1", "7"]]]
    with pytest.raises(InputProblem, match=r"pip install 'bvtrack\[documents\]'"):
        read("<table><tr><td>1</table>")


def test_cells_over_the_header_in_a_quote() -> None:
    """In a quotation too a row keeps the cells it has over its header."""
    assert rows_of(read("> | a | b |\n> |---|---|\n> | 1 | 2 | 3 |\n").grids) == [[["a", "b", ""], ["1", "2", "3"]]]


def test_struck_out_text_and_comments() -> None:
    """What is struck out is left out and told, comments are nothing."""
    document = read(
        "| a | b |\n|---|---|\n| ~~6~~ 7 | <del>8</del>9 |\n\n<!-- £5k\n\n£6k -->\n\nIt is <!-- £7k --> £8k.\n"
    )
    assert rows_of(document.grids) == [[["a", "b"], ["7", "9"]]]
    assert [paragraph.text for paragraph in document.prose] == ["It is £8k."]
    assert document.notes == ("struck-out text was left out",)


def test_bars_without_a_rule() -> None:
    """Rows within bars are a table without the rule under its header as well, boxed or not."""
    rows = [["Rec", "Cost"], ["1", "7|8"]]
    boxed = "+-----+------+\n| Rec | Cost |\n+=====+======+\n| 1   | 7\\|8 |\n+-----+------+\n"
    for text in (boxed, "| Rec | Cost |\n| 1 | 7\\|8 |\n", "| Rec | Cost |\n|--|--|\n| 1 | 7\\|8 |\n"):
        assert rows_of(read(f"Before:\n\n{text}\nAfter.\n").grids) == [rows]
    assert prose("| a |\n| b |\n") == ["| a | | b |"]
