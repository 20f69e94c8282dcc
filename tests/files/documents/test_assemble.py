"""Making a document of blocks: captions, headings, and tables that a page end split."""

from __future__ import annotations

import pytest

from bvtrack.core.document import Document, Paragraph, Spot
from bvtrack.files.documents.assemble import assembled
from bvtrack.files.documents.block import Block, Drawn, Piece, Title

HEAD = "Rec|02-03|Total"


def table(*rows: str, heads: int = 0, caption: str = "") -> Drawn:
    """Draw a table of rows with bars between the cells."""
    return Drawn(
        [[Piece(text, header=nth < heads) for text in row.split("|")] for nth, row in enumerate(rows)], caption
    )


def words(text: str) -> Paragraph:
    """Make a paragraph."""
    return Paragraph(text, Spot())


def title(text: str) -> Title:
    """Make a title."""
    return Title(text, Spot())


def document(*blocks: Block) -> Document:
    """Assemble a document."""
    return assembled(blocks, "x.docx")


def lines(made: Document) -> list[list[str]]:
    """Give the rows of each table with bars between the cells."""
    return [["|".join(cell.text for cell in row) for row in grid.cells] for grid in made.grids]


@pytest.mark.parametrize(
    ("between", "second"),
    [
        ((), table(HEAD, "2|8|8")),
        ((), table("REC|02-03|Total", "2|8|8")),
        ((), table("2|8|8")),
        ((), table("||", "2|8|8", heads=1)),
        ((words("Page 3 of 4"),), table(HEAD, "2|8|8")),
        ((words("12"),), table("2|8|8")),
        ((words("Table 2 (continued)"),), table(HEAD, "2|8|8")),
        ((title("Costs (cont'd)"),), table(HEAD, "2|8|8")),
    ],
    ids=["header again", "in capitals", "no header", "blank header", "page", "number", "continued", "title continued"],
)
def test_tables_split_over_pages(between: tuple[Block, ...], second: Drawn) -> None:
    """The rest of a table on the next page is joined to it, its header once; cells keep their own places."""
    made = document(title("Costs"), table(HEAD, "1|7|7"), *between, second)
    assert lines(made) == [[HEAD, "1|7|7", "2|8|8"]]
    assert made.grids[0].cells[-1][0].spot.table == 2
    assert made.grids[0].number == 1


@pytest.mark.parametrize(
    ("first", "between", "second"),
    [
        (table(HEAD, "1|7|7"), (words("And the savings are these."),), table(HEAD, "1|8|8")),
        (table(HEAD, "1|7|7"), (title("Savings"),), table(HEAD, "1|8|8")),
        (table(HEAD, "1|7|7", "Total|7|7"), (), table(HEAD, "1|8|8")),
        (table(HEAD, "1|7|7"), (), table("Rec|03-04|Total", "1|8|8")),
        (table(HEAD, "1|7|7"), (), table("1|8|8|8")),
        (table(HEAD, "1|7|7"), (), table(HEAD, "1|8|8", caption="Savings")),
        (table(HEAD, "1|7|7"), (words("Table 2: savings"),), table(HEAD, "1|8|8")),
    ],
    ids=["words", "title", "total", "other header", "other width", "caption", "caption above"],
)
def test_tables_of_their_own(first: Drawn, between: tuple[Block, ...], second: Drawn) -> None:
    """A table after words, a title or a total, with another header or a caption, is one of its own."""
    assert len(document(first, *between, second).grids) == 2


def test_rest_of_another_width() -> None:
    """Where the header is the same, rows that one part has wider are kept and the others filled up."""
    made = document(table(f"{HEAD}|", "1|7|7|x"), table(HEAD, "2|8|8"))
    assert lines(made) == [[f"{HEAD}|", "1|7|7|x", "2|8|8|"]]
    assert made.grids[0].cells[-1][-1].spot == Spot(table=2, row=2, column=4)


@pytest.mark.parametrize(
    ("text", "caption"),
    [
        ("Table 3: where it goes", "Table 3: where it goes"),
        ("Costs and savings (£'000)", "Costs and savings (£'000)"),
        ("All figures in £m", "All figures in £m"),
        ("The costs are these.", ""),
        ("It has £480k of savings.", ""),
    ],
)
def test_captions(text: str, caption: str) -> None:
    """A line over a table with its number, or with the unit, is its caption; a sentence is not."""
    assert document(words(text), table(HEAD, "1|7|7")).grids[0].caption == caption
    assert document(words(text), words("x"), table(HEAD, "1|7|7")).grids[0].caption == ""


def test_a_title_that_numbers_a_table() -> None:
    """A caption set as a title is the caption, and the section keeps its title."""
    (grid,) = document(title("Money"), title("Table 1: costs"), table(HEAD, "1|7|7")).grids
    assert (grid.heading, grid.caption) == ("Money", "Table 1: costs")
