"""Writing a number of a spreadsheet as its format shows it."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bvtrack.files.documents.number_format import plain, shown

ACCOUNTS = '_-* #,##0_-;\\-* #,##0_-;_-* "-"??_-;_-@_-'
POUNDS = '_-"£"* #,##0.00_-;\\-"£"* #,##0.00_-;_-"£"* "-"??_-;_-@_-'


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        ("1346", "General", "1346"),
        ("0007", "General", "7"),
        ("0", "General", "0"),
        ("-0", "General", "0"),
        ("0.30000000000000004", "General", "0.3"),
        ("1346.0999999999999", "General", "1346.1"),
        ("1E+20", "General", "100000000000000000000"),
        ("1.5E-3", "General", "0.0015"),
        ("1E-300", "General", "0"),
        ("5", "General;-General", "5"),
        ("-5", "General;-General", "-5"),
        ("5", "@", "5"),
        ("5", "", "5"),
        ("5", "0", "5"),
        ("7", "00", "07"),
        ("1346.4", "#,##0", "1,346"),
        ("-85.5", "#,##0", "-86"),
        ("0.4", "#,##0", "0"),
        ("-0.4", "#,##0", "0"),
        ("0.5", "#.0", ".5"),
        ("0", "#", ""),
        ("-85", "#,##0;(#,##0)", "(85)"),
        ("-85", "#,##0_);[Red](#,##0)", "(85)"),
        ("1.005", "0.00", "1.01"),
        ("1234567.8", "#,##0.0##", "1,234,567.8"),
        ("12", "0,000", "0,012"),
        ("1346000", "#,##0,", "1,346"),
        ("1346000", '£#,##0,"k"', "£1,346k"),
        ("1346000", '£0.0,,"m"', "£1.3m"),
        ("0.125", "0.0%", "12.5%"),
        ("5", '0" schools"', "5 schools"),
        ("5", "0\\p", "5p"),
        ("0", ACCOUNTS, "-"),
        ("1346", ACCOUNTS, "1,346"),
        ("-12", ACCOUNTS, "-12"),
        ("-12", POUNDS, "-£12.00"),
        ("1346", "[$£-809]#,##0.00;[Red]-[$£-809]#,##0.00", "£1,346.00"),
        ("0", "0;-0;", ""),
        ("7", "0;-0;;", "7"),
        ("7", ";;;", "7"),
        ("0", '0;-0;"nil"', "nil"),
        ("3.25", "# ?/?", "3.25"),
        ("0.00001", "0.00E+00", "0.00001"),
        ("1500", '[>=1000]0.0,"k";0', "1500"),
        ("0.5", "h:mm", "0.5"),
        ("1.5", "[h]:mm:ss", "1.5"),
        ("37712", "dd/mm/yyyy", "01/04/2003"),
        ("37712.75", "d mmmm yy", "1 April 03"),
        ("37712", "mmm-yy", "Apr-03"),
        ("37712", "ddd d.m.yyyy", "Tue 1.4.2003"),
        ("37712", "dddd", "Tuesday"),
        ("37712", "yyyy/mm/dd;@", "2003/04/01"),
    ],
)
def test_shown(value: str, code: str, text: str) -> None:
    """A number is written as people see it; one whose format is beyond us is written itself."""
    assert shown(value, code) == text


def test_days_from_1904() -> None:
    """A workbook that counts its days from 1904 shows its own."""
    assert shown("36250", "dd/mm/yyyy", from_1904=True) == "01/04/2003"


@pytest.mark.parametrize(
    ("value", "code"), [("x", "0"), ("NaN", "0"), ("Infinity", "0"), ("1E50", "0"), ("1E9", "yyyy")]
)
def test_no_number(value: str, code: str) -> None:
    """What is no number, or no day, is refused."""
    with pytest.raises(ValueError, match=r".*"):
        shown(value, code)


@given(st.integers(-(10**15) + 1, 10**15 - 1), st.integers(0, 6))
def test_no_digit_is_lost(number: int, places: int) -> None:
    """Without a format, and with one of as many places, a number of fifteen digits keeps its value."""
    value = Decimal(number).scaleb(-places)
    assert Decimal(shown(f"{value:f}", "General")) == value
    assert Decimal(shown(f"{value:f}", "#,##0." + "0" * places).replace(",", "")) == value
    assert "E" not in plain(value)
