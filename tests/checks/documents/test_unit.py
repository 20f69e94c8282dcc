"""The unit that the words around a table state."""

from __future__ import annotations

import pytest

from bvtrack.checks.documents.unit import around, unit_for_all, unit_near, units_for_all
from example_document import document_of

TABLE = "| Service | 2002-03 |\n|---|--:|\n| Libraries | 12 |\n| Museums | 8 |\n| Total | 20 |\n"


def near(text: str, *, table: int = 0) -> str | None:
    """Give the short form of the unit near a table of a text, in which `TABLE` stands for one."""
    document = document_of(text.replace("TABLE", f"\n\n{TABLE}\n")).document
    unit = unit_near(document, document.grids[table])
    return unit.symbol if unit else None


def for_all(text: str, *, table: int = 0) -> str | None:
    """Give the short form of the unit that a text states for all its tables."""
    document = document_of(text.replace("TABLE", f"\n\n{TABLE}\n")).document
    unit = unit_for_all(units_for_all(document), document.grids[table])
    return unit.symbol if unit else None


@pytest.mark.parametrize(
    ("words", "unit"),
    [
        ("All figures in £'000", "£k"),
        ("The plan runs for four years. Figures are shown in thousands of pounds.", "£k"),
        ("(£)", "£"),
        ("In £ million", "£m"),
        ("All amounts are in pounds.", "£"),
        ("The table shows costs in £ thousands.", "£k"),
        ("Receipts, £", "£"),
        ("Note: £000s", "£k"),
        ("Over four years £1,346,000 of the existing budget will be redirected.", None),
        ("The costs in the budget are £24k.", None),
        (
            "All the figures of this plan are rounded to the nearest £m, which is near enough for a plan.",
            None,
        ),
        ("Savings are shown in brackets.", None),
        ("The pounds spent in the county.", None),
        ("Costs are in the budget of the service, which holds all the pounds of the county.", None),
        (f"Figures are in £000, {'and ' * 80}so on.", None),
    ],
)
def test_words_over_a_table_state_its_unit(words: str, unit: str | None) -> None:
    """A statement about figures, a line that is a unit or ends in one; not an amount, not a rounding."""
    assert near(f"{words}TABLE") == unit


def test_a_table_states_its_own_unit_first() -> None:
    """The heading of a table goes before the words over it."""
    assert near(f"All amounts are in pounds.\n\n{TABLE.replace('Service', '£000')}") == "£k"


def test_a_title_may_stand_between() -> None:
    """The line with the unit and the table are parted by the table's title."""
    assert near("All figures in £'000\n\n## Libraries and museums\n\nTABLE") == "£k"


def test_words_under_a_table_state_its_unit_too() -> None:
    """The note under a table counts; what stands under the next one does not."""
    assert near("TABLEAll figures in £'000.") == "£k"
    assert near("TABLEThe next:TABLEAll amounts are in £m.") is None
    assert near("TABLEThe next:TABLEAll amounts are in £m.", table=1) == "£m"


def test_words_over_another_table_are_its_own() -> None:
    """What stands before the table above says nothing about this one, unless it is said for all tables."""
    text = "Costs are in £'000.TABLEThe income:TABLE"
    assert (near(text), near(text, table=1), for_all(text, table=1)) == ("£k", None, None)
    text = "All tables are in £'000.TABLEThe income:TABLE"
    assert (near(text, table=1), for_all(text, table=1)) == (None, "£k")


def test_the_nearest_statement_for_all_tables_counts() -> None:
    """The last before a table, else the first behind it."""
    text = "All figures of this report are in £m.\n\nAll amounts in this appendix are in £000.\n\nText.TABLE"
    assert for_all(text) == "£k"
    assert for_all("TABLEText.\n\nText.\n\nAll tables are in £m.") == "£m"


def test_a_table_of_another_sheet_is_not_near() -> None:
    """Words of one sheet say nothing about the next."""
    document = document_of(f"All figures in £'000\n\n{TABLE}").document
    grid = document.grids[0]
    moved = type(grid)(
        1,
        tuple(
            tuple(type(cell)(cell.text, type(cell.spot)(sheet="Costs", cell="A1"), header=cell.header) for cell in row)
            for row in grid.cells
        ),
        after=grid.after,
    )
    assert around(document, grid) == ("All figures in £'000",)
    assert around(document, moved) == ()
