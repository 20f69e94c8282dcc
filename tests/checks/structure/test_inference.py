"""How lines are told apart: headings, units, quotients, totals on top, columns that may not add, and what is asked."""

from __future__ import annotations

import pytest

from bvtrack.checks.figures.misfits import Outcome
from bvtrack.checks.figures.sums import Kind
from bvtrack.checks.structure.inference import TOO_LARGE, Footed, foot
from bvtrack.core.document import Grid, GridCell, Spot
from bvtrack.core.money import read_unit
from bvtrack.core.table import Role


def grid(*rows: str, caption: str = "£000") -> Grid:
    """Make a grid of rows with cells between bars; no heading is marked."""
    cells = tuple(
        tuple(GridCell(text.strip(), Spot(row=r, column=c)) for c, text in enumerate(row.split("|"), start=1))
        for r, row in enumerate(rows, start=1)
    )
    return Grid(1, cells, caption=caption)


def questions(footed: Footed) -> list[tuple[str, int | None]]:
    """Give the labelled totals in question, and the column where it is one column only."""
    return [(one.label, one.place) for one in footed.questions]


def test_a_grid_without_figures_is_no_table() -> None:
    """Words alone, or headings alone, are passed over with a reason."""
    assert foot(grid("Who|What", "Jeff|plan", caption="")).reason == "it holds no figures"
    assert foot(grid("2002-03", caption="")).reason == "it holds no figures"
    assert foot(Grid(1, ())).reason == "it holds no figures"


def test_one_figure_is_no_table() -> None:
    """A single figure states no sum."""
    assert foot(grid("Item|2002-03", "Desk|7")).reason == "it holds no figures"


def test_counts_without_years_or_money_are_no_financial_table() -> None:
    """What names neither a year nor money is passed over."""
    one = foot(grid("School|Pupils", "Hill|210", "Vale|318", "Total|528", caption=""))
    assert one.reason == "neither a year nor a unit of money stands in it"


def test_pounds_in_cells_make_a_financial_table() -> None:
    """A £ in the cells is unit enough; a total says that few figures are a table."""
    one = foot(grid("Item|Cost", "Desk|£7", "Chair|£4", "Total|£11", caption=""))
    assert one.reason == ""
    assert [check.outcome for check in one.footing.checks] == [Outcome.EXACT] if one.footing else False


def test_a_unit_may_be_given_by_the_caller() -> None:
    """The unit of the section or the document holds where the grid states none."""
    one = foot(grid("Item|2002-03|2003-04", "Desk|7|8", caption=""), unit=read_unit("£m"))
    assert one.table is not None
    assert [money.pence for _, _, cell in one.table.figures() if (money := cell.money)] == [700_000_000, 800_000_000]


def test_heading_rows_of_units_numbers_and_years() -> None:
    """Rows of units, of column numbers and letters, and of bare years are headings."""
    one = foot(
        grid("Service|2001|2002|2003", "|(1)|(2)|(3)", "|£000|£000|£000", "|a|b|c", "Roads|5|9|7", "Paths|1|2|3")
    )
    assert one.table is not None
    assert [line.label for line in one.table.rows] == ["Roads", "Paths"]


@pytest.mark.parametrize(
    "heads", ["2024/25 £|2025/26 £", "£ 2024/25|Budget 2025/26 (£)", "Year 1 £|Year 2 £", "2025 £|2026 £", "£|£"]
)
def test_a_pound_beside_a_year_is_no_figure_of_money(heads: str) -> None:
    """A £ behind the year of a heading is its unit; one right before a figure makes it an amount."""
    one = foot(grid(f"Cost|{heads}", "Desks|7|8", "Chairs|4|5", "Total|11|13", caption=""))
    assert one.table is not None
    assert [row.label for row in one.table.rows] == ["Desks", "Chairs", "Total"]
    amounts = foot(grid("Cost|Now|Then", "Grant|£ 2000|£3000", "Fees|£ 100|£200", "Total|£ 2100|£3200", caption=""))
    assert amounts.table is not None
    assert len(amounts.table.rows) == 3


def test_a_row_label_beside_bare_years_is_no_heading() -> None:
    """2,066 without its comma is a figure where the row has a label."""
    one = foot(grid("Service|2002-03", "Roads|2030", "Paths|12", "Total|2042"))
    assert one.table is not None
    assert [line.label for line in one.table.rows] == ["Roads", "Paths", "Total"]


def test_bare_years_may_label_rows() -> None:
    """A first column of years labels its rows though its cells look like figures."""
    one = foot(grid("Year|Pay|Prices|Total", "1998|210|40|250", "1999|220|45|265", "2001|230|50|280"))
    assert one.table is not None
    assert [line.label for line in one.table.rows] == ["1998", "1999", "2001"]


def test_labels_may_name_years() -> None:
    """A budget of a year, which reads as an amount with a word, is a label where most rows are named so."""
    one = foot(grid("Line|Schools|Care", "Budget 2001-02|512|312", "Growth|63|39", "Budget 2002|575|351"))
    assert one.table is not None
    assert [line.label for line in one.table.rows] == ["Budget 2001-02", "Growth", "Budget 2002"]


def test_a_table_may_have_no_labels() -> None:
    """Where all columns hold figures that are no years, rows have no labels."""
    one = foot(grid("2001-02|2002-03|Total", "5|7|12", "9|4|13", "6|6|12"))
    assert one.table is not None
    assert [line.label for line in one.table.rows] == ["", "", ""]
    assert [line.role for line in one.table.columns] == [Role.ITEM, Role.ITEM, Role.TOTAL]


def test_rounding_is_exact_where_asked() -> None:
    """Checked exactly, a sum that rounding excuses is a misfit."""
    rows = ("Service|2002-03|2003-04|2004-05", "Roads|512|603|711", "Paths|104|212|318", "Total|616|815|1,030")
    assert foot(grid(*rows)).misfits == ()
    exact = foot(grid(*rows), rounding="exact")
    assert [one.fault.check.printed - one.fault.check.computed for one in exact.misfits] == [100_000]
    assert foot(grid(*rows), rounding="truncated").misfits == ()


def test_a_column_that_may_not_add_is_asked_about() -> None:
    """A total like an average, in a column that nothing vouches for, is a question and no error."""
    one = foot(
        grid(
            "Service|2002-03|2003-04|Score out of many",
            "Roads|5,120|6,031|61",
            "Paths|1,043|2,120|48",
            "Parks|2,244|2,310|77",
            "Depots|611|702|55",
            "Total|9,018|11,163|60",
        )
    )
    assert one.misfits == ()
    assert questions(foot(grid(*_without_score()))) == [("Total", 2)]


def _without_score() -> tuple[str, ...]:
    return (
        "Service|2002-03|2003-04|Quality",
        "Roads|5,120|6,031|6,101",
        "Paths|1,043|2,120|4,817",
        "Parks|2,244|2,310|7,723",
        "Depots|611|702|5,519",
        "Total|9,018|11,163|6,040",
    )


def test_a_column_of_one_figure_throughout_is_not_asked_about() -> None:
    """The tax base of all authorities of an area is one, in the total too."""
    rows = ["County|55,310|4,123|134", "District|8,713|4,123|21", "Police|11,102|4,123|27", "Fire|3,404|4,123|8"]
    assert questions(foot(grid("Authority|Precept|Base|Rate", *rows, "Total|78,529|4,123|190"))) == []


CASH = (
    "Cash|April|May|June|Total",
    "Receipts|1,204|1,311|1,187|3,702",
    "Payments|(1,150)|(1,402)|(1,099)|(3,651)",
    "Net flow|54|(91)|88|51",
    "Opening balance|420|474|383|420",
    "Closing balance|474|383|471|471",
)


def test_balances_are_not_added_over_the_months() -> None:
    """A balance has its first or last figure in the total column; the sums of the others hold with it."""
    one = foot(grid(*CASH))
    assert (one.misfits, one.questions) == ((), ())
    assert foot(grid(*(row.replace("Total", "Year") for row in CASH))).misfits == ()
    wrong = foot(grid(*(row.replace("3,702", "3,720") for row in CASH)))
    assert [fault.fault.guilty.at for fault in wrong.misfits if fault.fault.guilty] == [(0, 3)]


def test_a_balance_that_comes_and_goes_is_added() -> None:
    """What is put to balances in a year is a flow: its total is held against its years."""
    flows = [row.replace("Receipts", "From balances").replace("3,702", "3,720") for row in CASH]
    assert len(foot(grid(*flows)).misfits) == 1


PAY = (
    "Pay|April|May|June|Year to date",
    "FTE in post|210.5|211.0|214.5|214.5",
    "Basic pay|640|644|651|1,935",
    "Overtime|22|19|24|65",
    "Agency|41|38|30|109",
    "Total pay|703|701|705|2,109",
)


def test_people_counted_beside_their_pay_are_not_added() -> None:
    """A count stands in no sum of money, and its last figure is that of the year to date."""
    one = foot(grid(*PAY))
    assert (one.misfits, one.questions) == ((), ())
    assert len(one.footing.checks) == 8
    assert len(foot(grid(*(row.replace("1,935", "1,953") for row in PAY))).misfits) == 1


def test_people_counted_in_a_total_are_added() -> None:
    """Where a total counts people their rows are its parts."""
    one = foot(
        grid("FTE|April|May|Now", "Number of cooks|31|38|38", "Number of drivers|24|27|27", "Total FTE|55|65|65")
    )
    assert {check.sum.total[0] for check in one.footing.checks} == {2}


def test_a_dash_for_nothing_left_is_checked() -> None:
    """Where what is left comes to nothing a dash says so."""
    rows = ["Item|2025/26|2026/27|2027/28", "Cost|1,204|1,311|1,187", "Funding|(1,204)|(1,250)|(1,087)"]
    one = foot(grid(*rows, "Net cost|-|61|100"))
    assert [check.outcome for check in one.footing.checks] == [Outcome.EXACT] * 3


PAID = ("02/10/2025|Acme|51013|713.17", "09/10/2025|Bright|51026|1,426.34", "16/10/2025|Cole|51039|905.20")


@pytest.mark.parametrize("last", ["||Total|3,044.71", "|Total||3,044.71"])
def test_a_total_may_be_labelled_in_another_column(last: str) -> None:
    """In a list of payments the word stands right before the sum, under references or names."""
    one = foot(grid("Date|Supplier|Ref|Amount (£)", *PAID, last, caption=""))
    assert one.table is not None
    assert one.table.rows[3].label == "Total"
    assert [check.outcome for check in one.footing.checks] == [Outcome.EXACT]
    assert len(foot(grid("Date|Supplier|Ref|Amount (£)", *PAID, last.replace("3,0", "3,8"), caption="")).misfits) == 1


def test_a_total_may_be_an_average_beside_it() -> None:
    """`Total / average` adds the amounts and averages the rates."""
    rows = ["DMADF|12.0|4.05%", "Leeds BS|5.0|4.20%", "Fund|8.5|4.11%", "Total / average|25.5|4.10%"]
    assert [check.outcome for check in foot(grid("Held by|£m|Rate", *rows, caption="")).footing.checks] == [
        Outcome.EXACT
    ]


def test_a_difference_of_averages_is_not_added() -> None:
    """By how much average rents rise has no sum."""
    rows = ["1 bed|1,204|88.10|90.48|2.38", "2 bed|2,310|101.20|103.93|2.73", "3 bed|1,877|115.40|118.52|3.12"]
    heads = "Homes|Number|Average 2024/25 £|Average 2025/26 £|Increase £"
    assert foot(grid(heads, *rows, "All|5,391|103.22|106.01|2.79", caption="")).misfits == ()


def test_dates_are_headings() -> None:
    """A date is no figure, beside which a row of words would be one of the table."""
    rows = ["Schools|610|(80)|530", "Capital|1,430|(210)|1,220", "Total|2,040|(290)|1,750"]
    one = foot(grid("Reserve|31 March 2025|Used 2025/26|1st April 2026", *rows))
    assert one.table is not None
    assert [row.label for row in one.table.rows] == ["Schools", "Capital", "Total"]


def test_figures_in_tens_leave_room() -> None:
    """A total printed in tens may differ by what that leaves open; one that is not in tens is a doubt, not an error."""
    rows = ["Scheme|1998-99|1999-00|2000-01|2001-02|2002-03|2003-04|2004-05", "Bypass|413|627|388|129|511|222|345"]
    rows += ["Bridge|142|238|194|83|207|118|121", "Depot|37|91|126|54|63|12|70"]
    coarse = foot(grid(*rows, "Total|590|960|710|270|780|350|540"))
    assert coarse.misfits == ()
    odd = foot(grid(*rows, "Total|590|960|710|270|784|350|540"))
    assert [one.certain for one in odd.misfits] == [False]


def test_a_line_left_out_of_a_total_is_a_memo() -> None:
    """A row that says it is part of another is left out of the total."""
    one = foot(
        grid(
            "Service|2002-03|2003-04|2004-05",
            "Roads|5,120|6,031|6,401",
            "of which lighting|1,043|1,120|1,217",
            "Parks|2,244|2,310|2,723",
            "Total|7,364|8,341|9,124",
        )
    )
    assert (one.misfits, one.questions) == ((), ())


def test_a_line_left_out_without_a_word_is_told_by_arithmetic() -> None:
    """A row that no total counts is left out where all places say so."""
    rows = ["Service|2002-03|2003-04|2004-05", "Roads|5,120|6,031|6,401", "Lighting|1,043|1,120|1,217"]
    one = foot(grid(*rows, "Parks|2,244|2,310|2,723", "Total|7,364|8,341|9,124"))
    assert (one.misfits, one.questions) == ((), ())
    assert one.rows[0].parts == ((0, 1), (2, 1))


def test_income_without_a_sign_is_taken_off() -> None:
    """A positive income inside a net figure is taken off where arithmetic says so."""
    rows = ["Line|2002-03|2003-04|2004-05", "Pay|5,120|6,031|6,401", "Fees and income|1,043|1,120|1,217"]
    one = foot(grid(*rows, "Other|2,244|2,310|2,723", "Total net|6,321|7,221|7,907"))
    assert one.rows[0].parts == ((0, 1), (1, -1), (2, 1))


def test_a_running_sum_does_not_add() -> None:
    """A row that runs on over the years is no part of a sum of years."""
    rows = ["Saving|2002-03|2003-04|2004-05|2005-06|Total", "Yearly|120|130|145|160|555"]
    one = foot(grid(*rows, "So far|120|250|395|555|"))
    assert one.misfits == ()
    assert one.table is not None
    assert one.table.rows[1].role is Role.MEMO


def test_a_running_sum_of_single_digits_may_be_chance() -> None:
    """A small item that happens to run on from another is an item still."""
    rows = ["£m|2001-02|2002-03|2003-04|Total", "Finance|5.6|5.1|6.2|16.9", "Transport|0.3|0.2|0.2|0.7"]
    one = foot(grid(*rows, "Car parks|0.3|0.5|0.7|1.4", "Total|6.2|5.8|7.1|19.0"))
    assert one.rows[0].parts == ((0, 1), (1, 1), (2, 1))
    assert one.misfits == ()


def test_shifted_totals_without_a_group_state_nothing() -> None:
    """A figure beside a label that names no group, or two, is left alone."""
    one = foot(
        grid(
            "|Budget|Budget|Budget|Savings|Savings|Savings",
            "Rec|02-03|03-04|Total|02-03|03-04|Total",
            "1|7|40|47||15|15",
            "2|13|47|60|24|24|48",
            "Total over two years||107||Total of everything|63|",
        )
    )
    assert one.footing is not None
    assert not [check for check in one.footing.checks if check.sum.kind is Kind.GRAND]


def test_shifted_totals_without_a_total_column_add_the_years() -> None:
    """Where a group prints no total column, its years are what a shifted total is the sum of."""
    rows = ["|Budget|Budget|Savings|Savings", "Rec|02-03|03-04|02-03|03-04", "1|7|40||15", "2|13|47|24|24"]
    one = foot(grid(*rows, "Total budget||107|Total savings|74"))
    assert [one.fault.check.difference for one in one.misfits] == [1_100_000]


@pytest.mark.parametrize(
    ("figures", "printed", "computed"),
    [("240|250|480", 48_000_000, 49_000_000), ("240|240|490", 49_000_000, 48_000_000)],
)
def test_a_group_that_one_row_fills(figures: str, printed: int, computed: int) -> None:
    """Where one row tells, and is wrong, the shifted total is the sum of the years or of the total column, not both."""
    rows = [
        "|Budget|Budget|Budget|Savings|Savings|Savings",
        "Rec|02-03|03-04|Total|02-03|03-04|Total",
        "1|7|40|47|||",
        f"2|13|347|360|{figures}",
        "3|28|30|58|||",
        "Total budget over 2 years|||465|Total savings||480",
    ]
    (one,) = foot(grid(*rows), unit=read_unit("£k")).misfits
    assert (one.fault.check.printed, one.fault.check.computed) == (printed, computed)


def test_an_unworded_line_before_which_items_stand_is_asked_about() -> None:
    """A line that is part of a sum, with items right before it that it does not add to, may be their wrong total."""
    one = foot(
        grid(
            "Service|2002-03|2003-04|2004-05",
            "Primary|5,120|6,031|6,401",
            "Secondary|1,043|1,120|1,217",
            "Schools|9,999|9,888|9,777",
            "Home care|2,244|2,310|2,723",
            "Day care|1,118|1,207|1,344",
            "Care|3,362|3,517|4,067",
            "Total|13,361|13,405|13,844",
        )
    )
    assert questions(one) == [("Schools", None)]


def test_an_unworded_line_smaller_than_the_items_before_it_is_asked_about() -> None:
    """Less than the items before it, but more than each, a line inside a sum may be their wrong total."""
    one = foot(
        grid(
            "Service|2002-03|2003-04|2004-05",
            "Primary|5,120|6,031|6,401",
            "Secondary|1,043|1,120|1,217",
            "Schools|5,868|6,777|6,909",
            "Home care|2,244|2,310|2,723",
            "Day care|1,118|1,207|1,344",
            "Care|3,362|3,517|4,067",
            "Total|9,230|10,294|10,976",
        )
    )
    assert [(one.label, one.missing) for one in one.questions] == [("Schools", ())]


@pytest.mark.parametrize("total", ["Total", "Sub-total", "Net budget", "All services"])
def test_labels_that_promise_a_sum_are_asked_about(total: str) -> None:
    """A labelled total that holds nowhere is one question."""
    rows = ["Service|2002-03|2003-04|2004-05", "Roads|5,120|6,031|6,401", "Parks|2,244|2,310|2,723"]
    one = foot(grid(*rows, f"{total}|9,817|9,456|9,939"))
    assert questions(one) == [(total, None)]
    assert one.misfits == ()


def test_a_net_line_at_the_end_promises_what_is_left() -> None:
    """Less than the lines before it, it may be what is left of them after a line that is missing."""
    rows = ["Service|2002-03|2003-04|2004-05", "Roads|5,120|6,031|6,401", "Parks|2,244|2,310|2,723"]
    assert questions(foot(grid(*rows, "Net budget|6,817|7,456|7,939"))) == [("Net budget", None)]


def test_two_rows_alike_that_both_count_are_not_one_twice() -> None:
    """A row that repeats another is printed twice only where the totals do not count it."""
    rows = ["Scheme|2002-03|2003-04|2004-05", "Van|12|14|15", "Van|12|14|15", "Hall|133|140|151"]
    assert foot(grid(*rows, "Total|157|168|181")).twice == ()
    assert foot(grid(*rows, "Total|145|154|166")).twice == (1,)


def test_of_two_rows_alike_one_may_be_left_over() -> None:
    """Where a total on top counts the first of two rows alike, the second is printed twice."""
    rows = ["Source|2002-03|2003-04|2004-05", "Total resources|4,177|4,521|4,866", "Grant|3,104|3,396|3,575"]
    assert foot(grid(*rows, "Reserves|1,073|1,125|1,291", "Reserves|1,073|1,125|1,291")).twice == (3,)


def test_a_row_is_no_sum_of_its_copy_and_a_blank_one() -> None:
    """A copy of a row beside a row without figures is printed twice, and in no sum."""
    rows = ["Service|2002-03|2003-04", "Housing|-|-", "Care|7,130|6,899", "Parks|3,702|2,141", "Parks|3,702|2,141"]
    one = foot(grid(*rows, "Roads|845|879", "Total|11,677|9,919"))
    assert one.twice == (3,)
    assert (one.misfits, one.questions) == ((), ())


def test_a_long_list_has_its_total() -> None:
    """A total over more rows than sub-totals ever have is found, and a wrong figure in the list with it."""
    figures = [(100 + 7 * n, 900 + 11 * n) for n in range(90)]
    rows = [f"School {chr(65 + n % 26)}{n}|{a}|{b}|{a + b}" for n, (a, b) in enumerate(figures)]
    total = [sum(column) for column in zip(*figures, strict=True)]
    rows = ["School|2002-03|2003-04|Total", *rows, f"Total|{total[0]}|{total[1]}|{sum(total)}"]
    assert foot(grid(*rows)).misfits == ()
    rows[50] = rows[50].replace("|443|", "|743|")
    assert [one.fault.guilty.at for one in foot(grid(*rows)).misfits if one.fault.guilty] == [(49, 0)]


def test_a_table_too_large_is_said_to_be() -> None:
    """Sums of thousands of rows are not worked out, and the reason says so."""
    assert foot(grid(*["2002-03|1|2|3|4|5|6|7|8|9"] * 601)).reason == TOO_LARGE


def test_a_net_line_of_two_sums_is_their_difference() -> None:
    """A net line smaller than its parts is found where no figure is negative."""
    rows = ["Line|2002-03|2003-04|2004-05", "Pay|1,519|841|713", "Premises|6,578|7,923|7,542"]
    rows += ["Gross expenditure|8,097|8,764|8,255", "Fees|272|267|253", "Grants|5,537|2,732|5,025"]
    one = foot(grid(*rows, "Gross income|5,809|2,999|5,278", "Net expenditure|2,288|5,765|2,977"))
    assert [sums.parts for sums in one.rows][-1] == ((2, 1), (5, -1))
    assert (one.misfits, one.questions) == ((), ())


def test_a_position_has_its_place_in_the_document() -> None:
    """Positions count rows and columns of figures; the spot is that of the cell in the grid."""
    one = foot(grid("Item|Lead|2002-03|2003-04", "Desk|Jo|7|8", "Chair|Al|9|4"))
    assert one.spot((1, 1)) == Spot(row=3, column=4)
    assert foot(grid("a|b")).spot((0, 0)) is None
