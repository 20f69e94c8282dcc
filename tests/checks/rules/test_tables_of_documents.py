"""The rules about units, signs, rows, years and words in the tables of documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bvtrack.checks.documents.subject import DocumentSubject
from bvtrack.checks.registry import RULES
from bvtrack.checks.rules import (
    fin108_sign,
    fin109_unit_mix,
    fin110_unit_missing,
    fin111_duplicate_row,
    fin112_missing_year,
    fin113_year_order,
    fin114_text_in_money,
    txt703_hidden_characters,
)
from bvtrack.checks.runner import run
from bvtrack.core.document import Document
from bvtrack.core.finding import Figures, Place, Severity
from bvtrack.core.settings import Selection
from bvtrack.files.documents.child import reader
from example_document import DAY, document_of, found_in, messages_in
from testbed.apart import first, second, third
from testbed.archetypes import ARCHETYPES
from testbed.fixtures import FOLDER, Found, expected
from testbed.making import make

if TYPE_CHECKING:
    from testbed.plan import Archetype

FIN108 = fin108_sign.RULE
FIN109 = fin109_unit_mix.RULE
FIN110 = fin110_unit_missing.RULE
FIN111 = fin111_duplicate_row.RULE
FIN112 = fin112_missing_year.RULE
FIN113 = fin113_year_order.RULE
FIN114 = fin114_text_in_money.RULE
TXT703 = txt703_hidden_characters.RULE
CODES = {rule.code for rule in (FIN108, FIN109, FIN110, FIN111, FIN112, FIN113, FIN114, TXT703)}
CLEAN = [name for name, want in expected().items() if want in (Found(), Found(skipped=True))]
YEARS = "2002-03 | 2003-04 | 2004-05 | Total"


def table(*rows: str, heads: str = YEARS, caption: str = "Table 1: the plan, £'000", first: str = "Service") -> str:
    """Write a report with one table: a row of headings, and rows of which each begins with its label."""
    lines = [f"{first} | {heads}", "|".join(["---"] * (heads.count("|") + 2)), *rows]
    return f"{caption}\n\n" + "".join(f"| {line} |\n" for line in lines)


GOOD = ("A | 12 | 40 | 44 | 96", "B | 8 | 17 | 19 | 44", "C | 31 | 62 | 75 | 168", "Total | 51 | 119 | 138 | 308")


def with_row(number: int, row: str) -> tuple[str, ...]:
    """Give the good rows with another in the place of one."""
    return *GOOD[:number], row, *GOOD[number + 1 :]


# Correct tables.


@pytest.mark.parametrize("name", CLEAN)
def test_a_correct_fixture_gives_no_error_and_no_idle_warning(name: str) -> None:
    """Of the clean tables one states a scale without a currency, and one mixes scales."""
    document = reader("md")((FOLDER / f"{name}.md").read_bytes(), name)
    found = run(RULES, DocumentSubject(document, name, DAY), Selection())
    told = [(one.code, one.severity) for one in found if one.code in CODES or one.severity is Severity.ERROR]
    assert told == {
        "33-shifted-total-row": [("FIN110", Severity.WARNING)],
        "45-scale-words-in-cells": [("FIN109", Severity.NOTE)],
    }.get(name, [])


@pytest.mark.parametrize(
    "archetype", [*ARCHETYPES, *first.ARCHETYPES, *second.ARCHETYPES, *third.ARCHETYPES], ids=lambda one: one.name
)
def test_correct_tables_of_the_test_bed_are_clean(archetype: Archetype) -> None:
    """No rule of this file says a word about them, and no rule calls an error."""
    for seed in range(100, 103):
        grid = make(archetype, seed).grid(marked=seed % 2 == 0)
        found = run(RULES, DocumentSubject(Document((grid,), ()), "made", DAY), Selection())
        assert [one for one in found if one.code in CODES or one.severity is Severity.ERROR] == []


def test_a_document_may_be_empty() -> None:
    """No rule stumbles over it."""
    assert run(RULES, DocumentSubject(Document((), ()), "empty", DAY, named=False), Selection()) == []


# FIN108 sign.


def test_a_turned_sign_is_told_where_the_sums_say_so() -> None:
    """The figure is named with what it should be, and no sum is reported beside it."""
    text = table(*with_row(1, "B | 8 | (17) | 19 | 44"))
    (found,) = found_in(FIN108, text)
    assert (found.severity, found.place) == (
        Severity.ERROR,
        Place("Table 1: the plan, £'000", "B", "2003-04"),
    )
    assert found.figures == Figures("-17", "17", "-34", "£k")
    assert found.message.endswith(
        "2003-04 of row B is printed as -£17k, against the sign of the rest, and the sums hold with £17k."
    )
    assert {one.code for one in run(RULES, document_of(text), Selection())} == {"FIN108"}


@pytest.mark.parametrize(
    "rows",
    [
        GOOD,
        ("A | 12 | 40 | 44 | 96", "Income | (8) | (17) | (19) | (44)", "Total | 4 | 23 | 25 | 52"),
        ("A | (12) | (40) | (44) | (96)", "B | (8) | (17) | (19) | (44)", "Total | (20) | (57) | (63) | (140)"),
        ("A | 12 | (40) | 44 | 16", "B | 8 | 17 | 19 | 44"),
    ],
)
def test_a_sign_that_the_sums_need_is_no_fault(rows: tuple[str, ...]) -> None:
    """Income in brackets, savings negative throughout, and a figure against the rest that adds."""
    assert found_in(FIN108, table(*rows)) == []


# FIN109 unit-mix.


def test_a_figure_a_thousand_times_out_is_an_error_where_the_sums_say_so() -> None:
    """It is told once, by this rule."""
    text = table(*with_row(1, "B | 8 | 17,000 | 19 | 44"))
    (found,) = run(RULES, document_of(text), Selection())
    assert (found.code, found.severity, found.key) == ("FIN109", Severity.ERROR, ("table", 0, 2, 2))
    assert found.message.endswith("about a thousand times too much: the sums need £17k.")


@pytest.mark.parametrize(
    ("rows", "spellings"),
    [
        (with_row(0, "A | 12 | £40,000 | 44 | 96"), "£'000 (12) and full pounds (£40,000)"),
        (with_row(0, "A | 12k | 40K | 44k | 96k"), "k (12k), £'000 (8) and K (40K)"),
        (with_row(0, "A | 12k | 40k | 44k | 96k"), None),
        (GOOD, None),
    ],
)
def test_scales_that_are_mixed_are_a_note(rows: tuple[str, ...], spellings: str | None) -> None:
    """Several scales, or several spellings of one; the scale of the heading, spelt out in a cell, is neither."""
    told = [one.message for one in found_in(FIN109, table(*rows))]
    start = "The table “Table 1: the plan, £'000” is written in several scales or spellings: "
    assert told == ([f"{start}{spellings}."] if spellings else [])
    assert {one.severity for one in found_in(FIN109, table(*rows))} <= {None}


def test_the_amounts_of_a_list_are_looked_at_one_by_one() -> None:
    """Several amounts in one cell can mix scales too."""
    text = table("1 | £7k | £33k", "3 | £24K £4k | £30k", "4 | £5k | £2k", heads="One-off | Annual", caption="")
    (told,) = messages_in(FIN109, text)
    assert told.endswith("k (£7k) and K (£24K).")


def test_columns_under_units_of_their_own_are_not_compared() -> None:
    """Thousands beside millions are no mix where the headings say so, and neither are counts beside money."""
    rows = ("Reading | 1,140 | 0.3", "Number | 880 | 0.2", "Total | 2,020 | 0.5")
    assert found_in(FIN109, table(*rows, heads="Grant £000 | Match £m", caption="Grants")) == []
    rows = ("Reading | £7k | 12", "Number | £8k | 4", "Total | £15k | 16")
    assert found_in(FIN109, table(*rows, heads="Cost | Staff", caption="Grants")) == []


# FIN110 unit-missing.


def test_tables_without_a_unit_are_told_once() -> None:
    """One finding names them all, or the first five."""
    bare = table(*GOOD, caption="Text.")
    (found,) = found_in(FIN110, bare)
    assert (found.address, found.key) == ("table 1", ("table", 0))
    assert found.message == "Neither a currency nor a scale stands in or next to table 1."
    (told,) = messages_in(FIN110, "Text.\n\n".join([bare] * 7))
    assert told.endswith("table 1, table 2, table 3, table 4, table 5 and 2 more.")


@pytest.mark.parametrize(
    ("words", "heads", "first"),
    [
        ("All figures in £'000.", YEARS, "Service"),
        ("Text.", YEARS, "£000"),
        ("Text.", "2002-03 £m | 2003-04 £m | 2004-05 £m | Total £m", "Service"),
        ("Number of pupils", YEARS, "School"),
        ("Text.", YEARS, "Pupils"),
        ("Costs in euros (€)", YEARS, "Service"),
        ("The cost is £3 million.", YEARS, "'000s"),
        ("All tables of the report are in £m.\n\nText.\n\nText.\n\nText.\n\nText.", YEARS, "Service"),
    ],
)
def test_a_unit_may_stand_anywhere_near(words: str, heads: str, first: str) -> None:
    """In the heading, the words around, or once for all tables; counts need none."""
    assert found_in(FIN110, table(*GOOD, caption=words, heads=heads, first=first)) == []


def test_a_table_of_counts_is_known_by_its_rows() -> None:
    """Most of its rows count something."""
    rows = ("Pupils | 210 | 214 | 220 | 644", "Teachers | 12 | 12 | 13 | 37", "Other | 3 | 3 | 3 | 9")
    assert found_in(FIN110, table(*rows, caption="Text.")) == []


def test_a_scale_without_a_currency_is_told() -> None:
    """Thousands of what, no word of the document says."""
    (told,) = messages_in(FIN110, table(*GOOD, first="'000s", caption="Text."))
    assert told == "A scale but no currency stands in or next to table 1."


# FIN111 duplicate-row.


def test_a_row_that_the_totals_count_once_is_an_error() -> None:
    """It is told by this rule alone, at the second of the two."""
    text = table(*GOOD[:2], *GOOD[1:])
    (found,) = run(RULES, document_of(text), Selection())
    assert (found.code, found.severity, found.key) == ("FIN111", Severity.ERROR, ("table", 0, 3, 0))
    assert found.message.endswith("row B is printed twice, and the totals count it once.")


def test_a_row_with_another_figure_that_the_totals_leave_out_is_an_error() -> None:
    """The label comes again, and the total of the one column that breaks misses just what it says."""
    rows = ("A | 12 | 40 | 41", "B | 8 | 17 | 17", "C | 31 | 62 | 65", "D | 5 | 6 | 7", "B | 9 | - | -")
    text = table(*rows, "Total | 56 | 125 | 130", heads="2002-03 | 2003-04 | 2004-05")
    (found,) = found_in(FIN111, text)
    assert (found.severity, found.key) == (Severity.ERROR, ("table", 0, 5, 0))


def test_a_row_that_stands_twice_in_a_block_is_asked_about() -> None:
    """The totals count both."""
    text = table(*GOOD[:2], GOOD[1], "Total | 28 | 74 | 82 | 184")
    (found,) = found_in(FIN111, text)
    assert (found.severity, found.address) == (Severity.WARNING, "Table 1: the plan, £'000/B")
    assert found.message.endswith("row B is printed twice, with the same figures in the same block.")


@pytest.mark.parametrize(
    "rows",
    [
        ("X | 12 | 13", "Other | 1 | 2", "Total X | 13 | 15", "Y | 12 | 14", "Other | 1 | 2", "Total Y | 13 | 16"),
        ("One | | ", "Other | 1 | 2", "X | 12 | 13", "Two | | ", "Other | 1 | 2", "Y | 12 | 13"),
        ("Other | - | -", "Other | - | -", "X | 12 | 13", "Y | 3 | 4"),
        (" | 12 | 13", " | 12 | 13", "X | 3 | 4"),
    ],
)
def test_rows_of_different_blocks_and_empty_ones_are_no_repeat(rows: tuple[str, ...]) -> None:
    """Totals and headings end a block; nil rows and rows without a label say nothing."""
    assert found_in(FIN111, table(*rows, heads="2002-03 | 2003-04")) == []


def test_words_that_stand_once_for_several_rows_tell_them_apart() -> None:
    """The department is printed at the first of its rows only."""
    rows = ("Schools | Pay | 12 | 13", " | Other | 1 | 2", "Roads | Pay | 15 | 17", " | Other | 1 | 2")
    assert found_in(FIN111, table(*rows, heads="Line | 2002-03 | 2003-04", first="Department")) == []


# FIN112 missing-year.


def test_a_total_over_a_gap_is_a_note() -> None:
    """Along a row, and down a column of years."""
    (found,) = found_in(FIN112, table(*GOOD, heads="2002-03 | 2003-04 | 2005-06 | Total"))
    assert (found.severity, found.key) == (Severity.NOTE, ("table", 0))
    assert found.message.endswith("Total adds years without 2004-05.")
    down = ("2001-02 | 12 | 40 | 52", "2002-03 | 8 | 17 | 25", "2004-05 | 9 | 17 | 26", "Total | 29 | 74 | 103")
    (told,) = messages_in(FIN112, table(*down, heads="Pay | Prices | Total", first="Year"))
    assert told.endswith("Total adds years without 2003-04.")


@pytest.mark.parametrize(
    "heads",
    [YEARS, "2002-03 | 2004-05 | Later | Total", "2002-03 | 2003-04 | 2005-06 | 2004-05", "A | B | C | Total"],
)
def test_years_without_a_gap_are_quiet(heads: str) -> None:
    """A part that is no year may fill the gap, and the year may stand in another column."""
    assert found_in(FIN112, table(*GOOD, heads=heads)) == []


def test_a_gap_that_no_total_spans_is_quiet() -> None:
    """Years may be chosen to be compared."""
    assert found_in(FIN112, table("A | 12 | 40", "B | 8 | 17", "Total | 20 | 57", heads="2002-03 | 2005-06")) == []


# FIN113 year-order.


def test_years_out_of_order_are_an_error() -> None:
    """The finding stands at the first of the labels."""
    (found,) = found_in(FIN113, table(*GOOD, heads="2002-03 | 2004-05 | 2003-04 | Total"))
    assert (found.severity, found.key) == (None, ("table", 0, 0, 1))
    assert found.message.endswith("the years 2002-03, 2004-05 and 2003-04 neither rise nor fall throughout.")


def test_years_down_a_table_are_looked_at_where_none_stand_along_it() -> None:
    """The label of the row is the place."""
    rows = ("2001-02 | 12 | 40", "2003-04 | 8 | 17", "2002-03 | 9 | 17")
    (found,) = found_in(FIN113, table(*rows, heads="Pay | Prices", first="Year"))
    assert found.key == ("table", 0, 1, 0)


@pytest.mark.parametrize(
    ("heads", "severity"),
    [
        ("2002-03 | 2003-05 | 2004-05 | Total", Severity.ERROR),
        ("2002-03 | 2003-02 | 2004-05 | Total", Severity.ERROR),
        ("2002-03 | 2003-04 | 2004-06 | Total", Severity.WARNING),
    ],
)
def test_a_label_that_is_no_financial_year_stands_out(heads: str, severity: Severity) -> None:
    """An error among single years, a warning where two years may be meant."""
    found = found_in(FIN113, table(*GOOD, heads=heads))
    assert [one.severity for one in found] == [severity]
    assert "is not one financial year: it" in found[0].message


@pytest.mark.parametrize(
    "heads",
    [
        YEARS,
        "2002-03 | 2003-04 | 2004-05 | 2002-05",
        "2004-05 | 2003-04 | 2002-03 | Total",
        "2002-03 | 2003-04 | 2002-03 | 2003-04",
        "2003-04 Budget | 2002-03 Outturn | 2004-05 Budget | Total",
    ],
)
def test_years_in_their_order_are_quiet(heads: str) -> None:
    """A period over a total, falling years, years that come twice, years in other words."""
    assert found_in(FIN113, table(*GOOD, heads=heads)) == []


def test_a_settled_total_may_be_called_by_two_years() -> None:
    """Two years are what it is the total of, though one of them has no label."""
    rows = ("A | 12 | 40 | 52", "B | 8 | 17 | 25", "C | 31 | 62 | 93", "Total | 51 | 119 | 170")
    assert found_in(FIN113, table(*rows, heads="2002-03 | 2003-04 | 2003-05")) == []


def test_groups_of_columns_have_years_of_their_own() -> None:
    """Budget and savings, each with its years."""
    years = "£000 | 2003-04 | 2004-05 | 2002-03 | 2003-04"
    rows = (years, "A | 1 | 2 | 3 | 4", "B | 5 | 6 | 7 | 8", "Total | 6 | 8 | 10 | 12")
    text = table(*rows, heads="Budget | Budget | Savings | Savings", first="")
    assert [line.group for line in document_of(text).footings[0].table.columns] == ["Budget"] * 2 + ["Savings"] * 2
    assert found_in(FIN113, text) == []


# FIN114 text-in-money.


def test_words_beside_an_amount_are_asked_about() -> None:
    """What is counted is told, and where."""
    (found,) = found_in(FIN114, table(*with_row(2, "C | 31 | 62 | 75 + vans | 168")))
    assert found.place == Place("Table 1: the plan, £'000", "C", "2004-05")
    assert found.message.endswith("“75 + vans”: £75k is counted, the words beside it are not.")


def test_words_in_a_list_of_amounts_are_asked_about() -> None:
    """All its amounts are counted."""
    text = table(
        "1 | £7k | £33k", "4 | £3k £10k + training | £3k", "5 | £5k | £2k", heads="One-off | Annual", caption=""
    )
    (told,) = messages_in(FIN114, text)
    assert told.endswith("£3,000 and £10,000 are counted, the words beside them are not.")


@pytest.mark.parametrize(
    "cell",
    [
        "62",
        "62*",
        "62 (est)",
        "62 [1]",
        "62 r",
        "62 (revised)",
        "62 (2.3%)",
        "62 (see note 4)",
        "£62k per annum",
        "TBC",
    ],
)
def test_marks_of_print_are_no_words(cell: str) -> None:
    """Footnotes, estimates, revisions, percentages, and what is no amount."""
    assert found_in(FIN114, table(*with_row(2, f"C | 31 | {cell} | 75 | 168"))) == []


def test_a_column_of_rates_is_not_money() -> None:
    """Words beside a rate are not asked about."""
    rows = ("A | 12 | 4 + 1 more", "B | 8 | 2", "C | 31 | 3", "Total | 51 | ")
    assert found_in(FIN114, table(*rows, heads="2002-03 | Cost per pupil")) == []


# TXT703 hidden-characters.


def test_hidden_characters_are_found_wherever_they_stand() -> None:
    """In a cell, in a paragraph, in a caption that no paragraph holds."""
    rows = with_row(1, "B | 8 | 1\u202e7 | 19 | 44")
    found = found_in(TXT703, "Zero\u200bwidth.\n\n" + table(*rows))
    assert [(one.key, one.address) for one in found] == [
        (("table", 0, 2, 2), "table 1/row 3/column 3"),
        (("prose", 0), "paragraph 1"),
    ]
    page = "<table><caption>The\u200bplan</caption><tr><td>1</td></tr></table>".encode()
    document = reader("html")(page, "x.html")
    alone = Document(document.grids, ())
    assert [one.key for one in found_in(TXT703, DocumentSubject(document, "x", DAY))] == [("prose", 0)]
    assert [one.key for one in found_in(TXT703, DocumentSubject(alone, "x", DAY))] == [("table", 0)]


def test_a_soft_hyphen_is_typesetting() -> None:
    """Where a line may end, it is read past."""
    assert found_in(TXT703, "imple\u00admentation") == []
