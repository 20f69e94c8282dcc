"""Reading CSV."""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bvtrack.core.errors import InputProblem
from bvtrack.files.documents.csv_document import read_csv, separator
from files.documents.saved import rows_of, texts

if TYPE_CHECKING:
    from bvtrack.core.document import Document

CELLS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Zs", "Zl", "Zp"), exclude_characters="\xad"),
    min_size=1,
    max_size=8,
)


def read(text: str) -> Document:
    """Read a text as CSV."""
    return read_csv(text.encode(), "x.csv")


@settings(deadline=None)
@given(st.lists(st.lists(CELLS, min_size=3, max_size=3), min_size=2, max_size=8), st.sampled_from(",;\t|"))
def test_what_is_written_is_read(rows: list[list[str]], mark: str) -> None:
    """Whatever the texts and the separator, the table that a program wrote is the one that is read."""
    out = StringIO()
    csv.writer(out, delimiter=mark, quoting=csv.QUOTE_ALL).writerows(rows)
    assert rows_of(read(f"sep={mark}\n{out.getvalue()}").grids) == [rows]


@pytest.mark.parametrize(
    ("text", "mark"),
    [("a,b\n1,2", ","), ("a;b\n1,5;2,5", ";"), ("a\tb, c\n1\t2", "\t"), ("a|b\n1|2", "|"), ("a", ","), ("", ",")],
)
def test_separator(text: str, mark: str) -> None:
    """The separator is what the rows agree on."""
    assert separator(text) == mark


def test_lines_of_cells() -> None:
    """A cell has the line it begins on, whatever line ends stand in the cells before it."""
    grid = read('a,b\n"x\ny","z\n"\n1,2\n').grids[0]
    assert [[cell.spot.line for cell in row] for row in grid.cells] == [[1, 1], [2, 3], [5, 5]]
    assert texts(grid)[1] == ["x y", "z"]


def test_lines_after_the_separator_is_told() -> None:
    """The line that tells the separator is counted."""
    grid = read("sep=;\na;b\n1;2\n").grids[0]
    assert [row[0].spot.line for row in grid.cells] == [2, 3]


def test_old_line_ends() -> None:
    """Line ends of any system are line ends."""
    assert rows_of(read("a,b\r1,2\r\n3,4\n").grids) == [[["a", "b"], ["1", "2"], ["3", "4"]]]


def test_text_after_a_closing_quote() -> None:
    """A field that goes on after its closing quote is refused at its line, not read as something else."""
    with pytest.raises(InputProblem, match=r"x\.csv:2: is not CSV"):
        read('a,b\n"1"2,3\n')


def test_quotes_after_a_space() -> None:
    """A space between a separator and the quotes of a field is none of the field's."""
    assert rows_of(read('Rec, Cost\n"1", "1,346"\n').grids) == [[["Rec", "Cost"], ["1", "1,346"]]]
