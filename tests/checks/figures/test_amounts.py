"""Amounts in words."""

from __future__ import annotations

import pytest

from bvtrack.checks.figures.amounts import figures, said
from bvtrack.core.finding import Figures
from bvtrack.core.money import read_unit


@pytest.mark.parametrize(
    ("pence", "unit", "words"),
    [
        (134_600_000, "£'000", "£1,346k"),
        (-8_500_000, "£'000", "-£85k"),
        (150_000_000, "£m", "£1.5m"),
        (60_000_050, "£", "£600,000.5"),
        (0, "£'000", "£0k"),
        (1234, "p", "1,234p"),
    ],
)
def test_an_amount_is_said_in_its_unit(pence: int, unit: str, words: str) -> None:
    """Amounts have their currency, thousands set off by commas, all decimals they need, and the scale of the unit."""
    found = read_unit(unit)
    assert found is not None
    assert said(pence, found) == words


def test_figures_are_plain_decimals_with_their_difference() -> None:
    """The two amounts and printed less computed are decimals without commas, in the unit named."""
    unit = read_unit("£'000")
    assert unit is not None
    assert figures(134_600_000, 134_750_000, unit) == Figures("1346", "1347.5", "-1.5", "£k")
