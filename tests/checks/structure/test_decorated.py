"""A £ before figures under a unit: an ornament, or a unit of its own."""

from __future__ import annotations

import pytest

from bvtrack.checks.registry import RULES
from bvtrack.checks.runner import run
from bvtrack.core.settings import Selection
from example_document import document_of


def amounts(*rows: str, unit: str = "£000") -> list[list[int | None]]:
    """Give the amounts of a table of two years and a total, in pence."""
    lines = "".join(f"| {row} |\n" for row in rows)
    document = document_of(f"| {unit} | 2002-03 | 2003-04 | Total |\n|---|--:|--:|--:|\n{lines}")
    assert {one.code for one in run(RULES, document, Selection()) if one.code != "FIN109"} == set()
    return [[cell.money.pence if cell.money else None for cell in row] for row in document.footings[0].table.cells]


PLAIN = ("A | 12 | 40 | 52", "B | 8 | 17 | 25", "C | 31 | 62 | 93", "Total | 51 | 119 | 170")


@pytest.mark.parametrize("marked", [[3], [0, 3], [0, 1, 3]])
def test_a_pound_sign_before_whole_rows_is_an_ornament(marked: list[int]) -> None:
    """The first row and the totals are in the unit of the heading, as the other rows are."""
    rows = [row.replace("| ", "| £") if nth in marked else row for nth, row in enumerate(PLAIN)]
    assert amounts(*rows) == amounts(*PLAIN)


@pytest.mark.parametrize(
    ("row", "pence"),
    [
        ("A | £12,000 | £40,000 | £52,000", 1_200_000),
        ("A | £12k | £40k | £52k", 1_200_000),
        ("A | £12,000 | 40 | 52", 1_200_000),
        ("A | £12,000 | - | £12,000", 1_200_000),
    ],
)
def test_another_unit_in_a_row_is_its_own(row: str, pence: int) -> None:
    """Where the figures are of another size, where a scale stands with them, or where only some have a £."""
    totals = "Total | 51 | 119 | 170" if "40" in row else "Total | 51 | 79 | 130"
    assert amounts(row, *PLAIN[1:3], totals)[0][0] == pence


def test_a_table_with_a_pound_before_each_figure_stays_as_it_is() -> None:
    """There is nothing to compare it with."""
    rows = [row.replace("| ", "| £") for row in PLAIN]
    assert amounts(*rows)[0][0] == 1200
    assert amounts(*rows, unit="£")[0][0] == 1200
