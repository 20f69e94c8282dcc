"""What rules about sums find in documents, and in what words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bvtrack.checks.figures.sums_told import called
from bvtrack.checks.rules import (
    fin101_row_total,
    fin102_column_total,
    fin103_grand_total,
    fin104_cross_foot,
    fin107_fits_only_by_rounding,
    fin119_not_evaluated,
    fin120_block_total,
)
from bvtrack.core.finding import Severity
from bvtrack.core.table import Table
from example_document import document_of, found_in, messages_in

HEAD = "| £'000 | 2002-03 | 2003-04 | Total |\n|---|--:|--:|--:|\n"
CLEAN = f"""Table 2: what it costs

{HEAD}| Advice | 70 | 402 | 472 |
| Training | 125 | 93 | 218 |
| Support | 41 | 57 | 98 |
| Total | 236 | 552 | 788 |
"""


def test_a_clean_table_is_quiet() -> None:
    """Nothing is said of a table that adds up."""
    document = document_of(CLEAN)
    rules = (fin101_row_total, fin102_column_total, fin103_grand_total, fin104_cross_foot)
    assert [messages_in(one.RULE, document) for one in rules] == [[], [], [], []]
    assert messages_in(fin119_not_evaluated.RULE, document) == messages_in(fin120_block_total.RULE, document) == []


def test_a_column_total() -> None:
    """A figure is named by the sums it stands in; the address is that of the total."""
    (finding,) = found_in(fin102_column_total.RULE, CLEAN.replace("| 236 |", "| 263 |"))
    assert finding.message == (
        "In the table “Table 2: what it costs”, column 2002-03 has a printed total of £263k, "
        "but its rows add to £236k (70 + 125 + 41)."
    )
    assert finding.address == "Table 2: what it costs/Total/2002-03"
    assert finding.key == ("table", 0, 4, 1)
    assert "It fits if the total is £236k: two digits of £263k are swapped." in finding.hints


def test_a_grand_total() -> None:
    """The grand total is compared with the row totals."""
    (finding,) = found_in(fin103_grand_total.RULE, CLEAN.replace("| 788 |", "| 878 |"))
    assert "the grand total is printed as £878k, but the row totals add to £788k (472 + 218 + 98)" in finding.message


def test_less_rows_are_subtracted_in_the_worked_sum() -> None:
    """What is taken off has its sign where the sum is worked."""
    text = f"{HEAD}| Gross | 900 | 808 | 1708 |\n| Less: fees | 125 | 93 | 218 |\n| Net cost | 775 | 751 | 1490 |\n"
    messages = messages_in(fin102_column_total.RULE, text) + messages_in(fin101_row_total.RULE, text)
    assert any("(808 - 93)" in message for message in messages)


def test_a_doubt_is_a_warning() -> None:
    """A figure with what may be a footnote mark fused to it is asked about."""
    text = CLEAN.replace("| 402 |", "| 1402 |").replace("| Advice |", "| Advice (note 1) |")
    (finding,) = found_in(fin101_row_total.RULE, text)
    assert finding.severity is Severity.WARNING
    assert finding.hints[-1] == "It may be none: a footnote mark may be fused with the figure."


def test_a_sum_that_only_rounding_excuses() -> None:
    """The odd one out among exact sums is a warning; a sum that follows from another is not told."""
    tens = "".join(f"| Item {nth} | {nth}3 | {nth}4 | {nth * 20 + 7} |\n" for nth in range(1, 8))
    odd = f"{HEAD}{tens}| Total | 301 | 308 | 610 |\n"
    (finding,) = found_in(fin107_fits_only_by_rounding.RULE, odd)
    assert finding.message.endswith("only rounding excuses it.")
    assert finding.place is not None
    assert finding.place.row == "Total"


def test_many_sums_of_a_rounded_table_are_told_at_once() -> None:
    """A table rounded throughout is one note, at the sum that is furthest out."""
    head = "| £m | 2002-03 | 2003-04 | 2004-05 | 2005-06 |\n|---|--:|--:|--:|--:|\n"
    rows = "| A | 21.4 | 32.4 | 43.4 | 54.4 |\n| B | 11.4 | 12.4 | 13.4 | 14.4 |\n| C | 7.4 | 8.4 | 9.4 | 9.9 |\n"
    (finding,) = found_in(fin107_fits_only_by_rounding.RULE, f"{head}{rows}| Total | 40.3 | 53.1 | 66.3 | 78.8 |\n")
    assert finding.message == (
        "In table 1, only rounding excuses 4 of 4 sums, by £0.1m at the most: column 2002-03 has a printed total of "
        "£40.3m, but its rows add to £40.2m (21.4 + 11.4 + 7.4)."
    )
    assert (finding.severity, finding.key) == (None, ("table", 0, 4, 1))


def test_what_could_not_be_read() -> None:
    """A figure yet to come keeps its sums from being checked, once for all of them."""
    (finding,) = found_in(fin119_not_evaluated.RULE, CLEAN.replace("| 93 |", "| TBC |"))
    assert finding.message == (
        "In the table “Table 2: what it costs”, 2003-04 of row Training is “TBC”, read as to be confirmed: "
        "its sums were not checked."
    )


def test_what_a_reader_guessed_is_told() -> None:
    """What was guessed or left out when the document was read is a note on the whole of it."""
    document = document_of(CLEAN)
    document = replace(document, document=replace(document.document, notes=("A hidden sheet was left out.",)))
    (finding,) = found_in(fin119_not_evaluated.RULE, document)
    assert (finding.message, finding.address, finding.key) == ("A hidden sheet was left out.", "", ())


def test_a_table_of_money_without_sums() -> None:
    """It is said of money that nothing was checked, and not of outcomes."""
    rows = "| Grants | 70 | 402 | 31 |\n| Fees | 25 | 93 | 18 |\n"
    head = "| £'000 | 2002-03 | 2003-04 | 2004-05 |\n|---|--:|--:|--:|\n"
    (finding,) = found_in(fin119_not_evaluated.RULE, head + rows)
    assert (finding.message, finding.address, finding.key) == (
        "Table 1 has no sums that could be made out: not checked.",
        "table 1",
        ("table", 0),
    )
    assert found_in(fin119_not_evaluated.RULE, head.replace("£'000", "Schools") + rows) == []


def test_a_table_too_large_to_work_out() -> None:
    """A table of more cells than a report prints is left alone, and that is said."""
    rows = "".join(f"| Item | {'| '.join(['7 '] * 9)}|\n" for _ in range(650))
    text = "| £'000 " + "".join(f"| 20{nth:02}-{nth + 1:02} " for nth in range(9)) + "|\n" + "|---" * 10 + "|\n" + rows
    messages = messages_in(fin119_not_evaluated.RULE, text)
    assert any(one.startswith("Not checked: it has more than 6,000 cells") for one in messages)


def _tables(count: int, rows: int) -> str:
    """Make clean tables of two years, each of so many rows and their total."""
    head = HEAD.replace(" Total |\n|---|--:", "\n|---")
    items = "".join(f"| Item {number} | 7 | 4 |\n" for number in range(rows))
    return "\n".join(f"{head}{items}| Total | {7 * rows} | {4 * rows} |\n" for _ in range(count))


def test_tables_behind_too_many_cells(monkeypatch: pytest.MonkeyPatch) -> None:
    """The work on one document ends: from where on its tables are not checked is told once, as a warning."""
    monkeypatch.setattr("bvtrack.checks.documents.subject.MOST_CELLS", 40)
    (finding,) = found_in(fin119_not_evaluated.RULE, _tables(5, 5))
    assert finding.severity is Severity.WARNING
    assert finding.message.startswith("Not checked from table 3 on (3 of 5 tables): the tables before it have more")
    assert (finding.address, finding.key) == ("table 3", ("table", 2))


def test_tables_that_are_not_financial_do_not_count(monkeypatch: pytest.MonkeyPatch) -> None:
    """A list of addresses keeps no table of money from being checked."""
    monkeypatch.setattr("bvtrack.checks.documents.subject.MOST_CELLS", 20)
    lists = "| Who | Where |\n|---|---|\n" + "| Jeff | Hertford |\n" * 20
    assert found_in(fin119_not_evaluated.RULE, f"{lists}\n{CLEAN}") == []


def test_a_line_without_a_label_goes_by_its_number() -> None:
    """A heading or a label that is blank is no hole in a sentence."""
    text = CLEAN.replace("2002-03", "").replace("| Support", "| ").replace("| 236 |", "| 246 |")
    (finding,) = found_in(fin102_column_total.RULE, text)
    assert "column no. 1 has a printed total of £246k" in finding.message


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            CLEAN.replace("| Support | 41 | 57 | 98 |\n", ""),
            "In the table “Table 2: what it costs”, row “Total” is the sum of no lines shown.",
        ),
        (
            f"{HEAD}| Advice | 70 | 402 | 490 |\n| Training | 125 | 93 | 299 |\n| Support | 41 | 57 | 111 |\n",
            "In table 1, column “Total” is the sum of no lines shown.",
        ),
    ],
)
def test_a_total_of_nothing_shown(text: str, message: str) -> None:
    """A labelled total that no lines add to is one question."""
    (finding,) = found_in(fin120_block_total.RULE, text)
    assert finding.message == message


def test_a_small_total_that_adds_up_in_one_column_only() -> None:
    """Small figures prove little: it stays a question, which says where the row adds up and where it does not."""
    head = "| £000 | 2025/26 | 2026/27 |\n|---|--:|--:|\n"
    rows = "| Rents | 10 | 20 |\n| Rates | 15 | 25 |\n| Fuel | 19 | 31 |\n"
    (finding,) = found_in(fin120_block_total.RULE, f"{head}{rows}| Total | 54 | 76 |\n")
    assert finding.message == (
        "In table 1, row “Total” is the sum of the 3 rows above it in column 2026/27, but not in column 2025/26, "
        "where £54k is printed and they add to £44k."
    )
    assert finding.address == "table 1/Total/2025/26"
    assert finding.hints == ("Is one of these figures wrong, or is it not meant as a sum?",)


def test_what_a_total_misses_is_said() -> None:
    """A line that stands like a total less a row says what that row would be, by column where columns have names."""
    rows = "| Roads | 51.2 | 60.3 |\n| Parks | 22.4 | 23.1 |\n| Cost of services | 93.6 | 92.1 |\n"
    asked = "Is a row missing, or is it not meant as a sum?"
    (finding,) = found_in(fin120_block_total.RULE, f"| £m | 2002-03 | 2003-04 |\n|---|--:|--:|\n{rows}")
    said = "It is the sum of the rows above it and one more: £20m in 2002-03 and £8.7m in 2003-04."
    assert finding.hints == (asked, said)
    (finding,) = found_in(fin120_block_total.RULE, f"| £m | 2002-03 | |\n|---|--:|--:|\n{rows}")
    assert finding.hints == (asked, "It is the sum of the rows above it and one more: £20m in 2002-03 and £8.7m.")
    (finding,) = found_in(fin120_block_total.RULE, f"| | 2002-03 | 2003-04 |\n|---|--:|--:|\n{rows}")
    assert finding.hints == (
        asked,
        "It is the sum of the rows above it and one more: 20 in 2002-03 and 8.7 in 2003-04.",
    )


def test_a_total_in_all_columns_but_one() -> None:
    """Where a row adds up in the other columns, the question is about the one in which it may not add at all."""
    rows = "".join(f"| School {nth} | {nth * 31} | {nth * 17} | {70 + nth} |\n" for nth in range(1, 6))
    text = "| £'000 | 2002-03 | 2003-04 | Pupils |\n|---|--:|--:|--:|\n" + rows + "| Total | 465 | 255 | 73 |\n"
    (finding,) = found_in(fin120_block_total.RULE, text)
    assert finding.message == "In table 1, row “Total” is a total, but not in column Pupils."


def test_tables_are_called_by_what_they_are() -> None:
    """A stream's table by its stream, a document's by its number or its title."""
    named = [called(Table(name, (), (), ())) for name in ("budget", "table 3", "What it costs")]
    assert named == ["the budget table", "table 3", "the table “What it costs”"]
