"""Reading plain text: tables with tabs, titles and paragraphs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bvtrack.files.documents.plain_text import read_plain_text
from files.documents.saved import rows_of

if TYPE_CHECKING:
    from bvtrack.core.document import Document


def read(text: str) -> Document:
    """Read a plain text."""
    return read_plain_text(text.encode(), "x.txt")


def prose(text: str) -> list[str]:
    """Give the paragraphs of a text."""
    return [paragraph.text for paragraph in read(text).prose]


def test_table_with_tabs() -> None:
    """Two lines or more with tabs are a table; tabs at its right edge that stand for nothing are left out."""
    document = read("It costs this.\n\tBudget\t\t\nRec\t02-03\tTotal\t\n1\t7\t7\t\nEnd.\n")
    assert rows_of(document.grids) == [[["", "Budget", ""], ["Rec", "02-03", "Total"], ["1", "7", "7"]]]
    assert [row[0].spot.line for row in document.grids[0].cells] == [2, 3, 4]
    assert prose("It costs this.\n\tBudget\t\t\nRec\t02-03\tTotal\t\n1\t7\t7\t\nEnd.\n") == ["It costs this.", "End."]


def test_one_line_with_tabs() -> None:
    """A single line with a tab is no table."""
    assert prose("Cabinet\t4\n\nText.\n") == ["Cabinet 4", "Text."]


@pytest.mark.parametrize("line", ["", "Income", "   "])
def test_a_line_within_a_table(line: str) -> None:
    """A heading or a blank line within a table belongs to it where a line with figures follows."""
    (grid,) = read(f"Rec\tCost\n1\t7\n{line}\n2\t8\n").grids
    assert rows_of([grid]) == [[["Rec", "Cost"], ["1", "7"], [line.strip(), ""], ["2", "8"]]]


def test_tables_apart() -> None:
    """A line of labels below a blank line begins a table, and so does a table below a sentence."""
    assert len(read("Rec\tCost\n1\t7\n\nRec\tIncome\n1\t8\n").grids) == 2
    sentence = "This goes on for more than sixty characters and so is no heading."
    assert len(read(f"Rec\tCost\n1\t7\n{sentence}\nRec\tIncome\n1\t8\n").grids) == 2


def test_markup_in_cells() -> None:
    """Tags that a conversion left in the text are taken out, and their entities decoded."""
    text = "Rec\tCost\n<p>a &amp; b</p> <p>c</p>\t<b>7</b>\nR&amp;D\t**8**\n"
    assert rows_of(read(text).grids) == [[["Rec", "Cost"], ["a & b c", "7"], ["R&amp;D", "8"]]]


@pytest.mark.parametrize(
    ("line", "is_title"),
    [
        ("## **6. Money**", True),
        ("6. Financial implications", True),
        ("Appendix 1 Measures", True),
        ("FINANCIAL IMPLICATIONS", True),
        ("It costs £7k.", False),
        ("Savings of £480k", False),
        ("It costs these:", False),
        ("Table 2: costs", False),
        ("a line of so many words that nobody would take it for a title of a section in a report", False),
    ],
)
def test_titles(line: str, *, is_title: bool) -> None:
    """A short line alone that is no sentence and has no figure at its end is a title."""
    (grid,) = read(f"{line}\n\nText.\n\nRec\tCost\n1\t7\n").grids
    assert bool(grid.heading) == is_title


def test_paragraphs() -> None:
    """Blank lines and items of lists part paragraphs; rules are nothing."""
    text = "One\ntwo.\n\n- three\n- four\n  five.\n1. six\n======\n\n----\n# Seven\neight\n"
    assert prose(text) == ["One two.", "- three", "- four five.", "1. six ======", "Seven", "eight"]


def test_pages() -> None:
    """The mark of a new page takes no column."""
    text = "Rec      02-03   03-04\n1            7      40\n\f2           13     347\n\fend\fof it\n"
    assert rows_of(read(text).grids) == [[["Rec", "02-03", "03-04"], ["1", "7", "40"], ["2", "13", "347"]]]
    assert prose(text) == ["end of it"]


def test_bars() -> None:
    """Rows within bars are a table; a line within bars alone is none."""
    text = "Costs:\n+---+----+\n| a | b  |\n+---+----+\n| 1 | 27 |\n+---+----+\n\n| not a table |\n| at all |\n"
    document = read(text)
    assert rows_of(document.grids) == [[["a", "b"], ["1", "27"]]]
    assert document.grids[0].cells[1][1].spot.line == 5
    assert prose(text) == ["Costs:", "| not a table | | at all |"]
