"""Missing rows: lines that stand like totals but for a row, and lines that only look so."""

from __future__ import annotations

import pytest

from bvtrack.checks.structure.inference import Footed, foot
from bvtrack.core.document import Grid, GridCell, Spot

HEAD = "Service|2002-03|2003-04|2004-05"
ITEMS = ("Roads|5,120|6,031|6,401", "Parks|2,244|2,310|2,723")


def footed(*rows: str) -> Footed:
    """Foot a grid of rows with cells between bars."""
    cells = tuple(
        tuple(GridCell(text.strip(), Spot(row=r, column=c)) for c, text in enumerate(row.split("|"), start=1))
        for r, row in enumerate(rows, start=1)
    )
    return foot(Grid(1, cells, caption="£000"))


def missing(*rows: str) -> list[tuple[str, list[int]]]:
    """Give the lines in question, each with what it misses in thousands."""
    return [(one.label, [pence // 100_000 for _, pence in one.missing]) for one in footed(*rows).questions]


@pytest.mark.parametrize(
    "label", ["Cost of services", "Net revenue budget", "Budget requirement", "Core spending power", "All staff", ""]
)
def test_a_line_that_promises_a_total_is_asked_about_with_what_it_misses(label: str) -> None:
    """The missing row is what the line has more than the rows above it."""
    assert missing(HEAD, *ITEMS, f"{label}|8,197|9,298|10,061") == [(label, [833, 957, 937])]


@pytest.mark.parametrize(
    "line",
    ["Libraries|8,197|9,298|10,061", "Net interest|8,197|9,298|10,061", "Cost of staff|8,197|9,298|10,061"],
)
def test_a_line_that_promises_nothing_is_not_asked_about(line: str) -> None:
    """A large last row is a row, unless its label says otherwise."""
    assert missing(HEAD, *ITEMS, line, "Reserves|12|13|19") == []


@pytest.mark.parametrize(
    "figures",
    ["3,197|9,298|10,061", "8,197|8,340|9,124", "8,197|-|-"],
    ids=["less than its parts", "in one column only", "one figure"],
)
def test_a_line_that_does_not_stand_like_a_total_is_not_asked_about(figures: str) -> None:
    """What is missing must be of one sign, and missing in two columns or more."""
    assert missing(HEAD, *ITEMS, f"Net cost of services|{figures}", "Reserves|12|13|19") == []


def test_what_cannot_be_read_is_left_open() -> None:
    """A figure to be confirmed says nothing of what is missing beside it."""
    assert missing(HEAD, *ITEMS, "Cost of services|8,197|TBC|10,061") == [("Cost of services", [833, 937])]
    assert missing(HEAD, *ITEMS, "Cost of services|8,197|9,298|10,061", "Pay|TBC|9|9") == [
        ("Cost of services", [833, 957, 937])
    ]


def test_a_block_behind_a_heading_may_miss_a_row() -> None:
    """Only the items right before the line may be its own."""
    rows = (HEAD, "Staff|9,110|18,031|16,401", "Fleet|2,240|2,317|2,729", "Services|||", *ITEMS)
    assert missing(*rows, "Cost of services|8,197|9,298|10,061") == [("Cost of services", [833, 957, 937])]


def test_a_line_named_like_the_heading_of_its_block() -> None:
    """A block that ends with its own name ends with its total."""
    rows = (HEAD, "Place|||", *ITEMS, "Place|8,197|9,298|10,061", "Care|||", "Fostering|712|603|641")
    assert missing(*rows) == [("Place", [833, 957, 937])]


def test_what_is_missing_may_be_negative() -> None:
    """A net line may miss a saving."""
    rows = (HEAD, *ITEMS, "Less grants|1,201|1,308|1,411", "Net budget|5,046|6,031|6,689", "Reserves|77|64|51")
    assert missing(*rows) == [("Net budget", [-1117, -1002, -1024])]


def test_items_in_no_sum_before_a_line_in_a_sum() -> None:
    """Every item must be in a sum: those right before a part of one may miss a row."""
    tail = ("Capital charges|1,009|1,556|1,207", "Total|9,206|10,854|11,268")
    assert missing(HEAD, *ITEMS, "Services|8,197|9,298|10,061", *tail) == [("Services", [833, 957, 937])]
    assert missing(HEAD, ITEMS[0], "Services|8,197|9,298|10,061", *tail) == []


def test_a_line_named_like_a_sum_but_for_its_year() -> None:
    """Next year's budget is asked about where this year's is a sum."""
    rows = ["Service|Schools|Care|Roads", "Budget 2001-02|9,120|8,031|7,401", "Growth|1,244|1,310|1,723"]
    rows += ["Budget 2002-03|10,364|9,341|9,124", "Pay|515|607|618"]
    assert missing(*rows, "Budget 2003-04|10,162|8,741|9,030") == [("Budget 2003-04", [-717, -1207, -712])]
    assert missing(*rows, "2003-04|10,162|8,741|9,030") == []


def test_columns_worked_out_of_others_miss_nothing() -> None:
    """A column of changes, which go up and down, is not looked at."""
    rows = ["Service|2021/22|2022/23|Change", "Roads|1,253|1,358|105", "Parks|223|450|227", "Vans|302|116|-186"]
    tail = ["Capital|1,009|556|-453", "Total|2,945|2,588|-357"]
    assert missing(*rows, "Services|1,936|2,032|96", *tail) == [("Services", [158, 108])]
