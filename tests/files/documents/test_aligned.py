"""Tables laid out by spaces."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bvtrack.files.documents.plain_text import read_plain_text

if TYPE_CHECKING:
    from bvtrack.core.document import Document

GROUPED = """\
Table 2: cost of the review, £'000

                      Budget                      Savings
Rec             02-03   03-04   Total      02-03   03-04   Total
-----------------------------------------------------------------
1                   7      40      47          -       -       -
2                  13     347     360          -     240     240

Staffing costs
3 of which         28      30     (58)
                -----   -----   -----
Total budget over 2 years         407                        240
=================================================================

The total of £407k is right.  It is within budget.
"""
STACKED = """\
                     Original   Revised
                     Estimate   Estimate   Variance   Note
Employees             1,234.5    1,300.0       65.5   see 3.1
Premises                100.0      100.0        nil
Total                 1,334.5    1,400.0       65.5
"""
LONG = """\
Rec   02-03   03-04   Total
1         7      40      47
2        13     347     360
Total budget over years 407
"""


def read(text: str) -> Document:
    """Read a plain text."""
    return read_plain_text(text.encode(), "x.txt")


def lines(text: str) -> list[str]:
    """Give the rows of the one table of a text with bars between the cells, covered ones with a mark."""
    (grid,) = read(text).grids
    return ["|".join("^" * cell.covered + cell.text for cell in row) for row in grid.cells]


def test_groups_rules_and_blocks() -> None:
    """Headings over groups are spans; rules are left out; a block below a blank line stays; a long label too."""
    assert lines(GROUPED) == [
        "|Budget|^Budget|^Budget|Savings|^Savings|^Savings",
        "Rec|02-03|03-04|Total|02-03|03-04|Total",
        "1|7|40|47|-|-|-",
        "2|13|347|360|-|240|240",
        "Staffing costs||||||",
        "3 of which|28|30|(58)|||",
        "Total budget over 2 years|||407|||240",
    ]
    document = read(GROUPED)
    assert document.grids[0].caption == "Table 2: cost of the review, £'000"
    assert [row[0].spot.line for row in document.grids[0].cells] == [3, 4, 6, 7, 9, 10, 12]
    assert document.prose[-1].text == "The total of £407k is right. It is within budget."


def test_headings_over_each_other() -> None:
    """Headings of two lines, one column each, are no spans; words beside the figures are a column."""
    assert lines(STACKED) == [
        "|Original|Revised||",
        "|Estimate|Estimate|Variance|Note",
        "Employees|1,234.5|1,300.0|65.5|see 3.1",
        "Premises|100.0|100.0|nil|",
        "Total|1,334.5|1,400.0|65.5|",
    ]


def test_a_heading_over_all() -> None:
    """A heading alone, over several columns, spans them; the labels' heading keeps its column."""
    assert (
        lines("Service         Years of the plan\n" + LONG)[0]
        == "Service|Years of the plan|^Years of the plan|^Years of the plan"
    )


def test_numbers_as_labels() -> None:
    """Where labels are numbers, a long label of a total still begins in their column."""
    text = LONG.replace("Total budget over years 407", "Total for the years     407")
    assert lines(text) == ["Rec|02-03|03-04|Total", "1|7|40|47", "2|13|347|360", "Total for the years|||407"]


@pytest.mark.parametrize(
    "text",
    [
        "One sentence.  Another one.\nAnd a third.  And a fourth.\n",
        "a     7\n",
        "        A title in the middle\n\n        Another  one\n",
        "a  b\nc  d\ne  f\n",
        "x" * 3000 + "  7\n" + "y" * 3000 + "  8\n",
    ],
    ids=["sentences", "one line", "titles", "words", "long lines"],
)
def test_no_table(text: str) -> None:
    """Prose with wide spaces is no table."""
    assert read(text).grids == ()


def test_two_segments_in_one_column() -> None:
    """Words for which there is no column left are read with those of the last."""
    assert (
        lines("Rec     02-03\n1           7\n2           8  see note  below\n3           9\n")[2]
        == "2|8|see note|below"
    )
    assert lines("Rec  x  y   02-03\n1           7\n2           8\n")[0] == "Rec|x y 02-03"


def test_a_table_in_a_quotation_of_another() -> None:
    """A table after prose without a blank line begins at its first line in columns."""
    document = read("The costs are:\n" + LONG)
    assert document.grids[0].cells[0][0].spot.line == 2
    assert [paragraph.text for paragraph in document.prose] == ["The costs are:", "Total budget over years 407"]


def test_dots_to_the_figures() -> None:
    """Dots that lead from a label to its figures are no part of either."""
    text = "Staff ........     7    40\nPremises. . . .   13   347\nTotal.............20   387\n"
    (grid,) = read_plain_text(text.encode(), "x.txt").grids
    assert [[cell.text for cell in row] for row in grid.cells] == [
        ["Staff", "7", "40"],
        ["Premises", "13", "347"],
        ["Total", "20", "387"],
    ]
