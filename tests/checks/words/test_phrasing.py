"""Lists, months, days and quotations in messages."""

from __future__ import annotations

from datetime import date

import pytest

from bvtrack.checks.words.phrasing import full_date, listed, month, quoted


@pytest.mark.parametrize(
    ("words", "prose"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")],
)
def test_lists(words: list[str], prose: str) -> None:
    """A list has commas, and an `and` before its last word."""
    assert listed(words) == prose


def test_months_and_days() -> None:
    """Months have three letters and four digits of a year; a day stands before them without a nought."""
    assert [month(date(2002, number, 1)) for number in (1, 9, 12)] == ["Jan 2002", "Sep 2002", "Dec 2002"]
    assert full_date(date(2002, 9, 3)) == "3 Sep 2002"


def test_quotations() -> None:
    """A quotation stands on one line; one of more than 70 characters is cut, between words where it has any."""
    assert quoted("  System in\n place ") == "“System in place”"
    assert quoted("x" * 70) == f"“{'x' * 70}”"
    assert quoted("x" * 71) == f"“{'x' * 70} …”"
    assert quoted("ab " * 30) == f"“{('ab ' * 23).strip()} …”"
