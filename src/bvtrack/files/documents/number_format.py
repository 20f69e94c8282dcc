"""Writes a number of a spreadsheet as its format shows it, so that a figure is read as people see it.

What a cell holds is a decimal text of up to seventeen digits, of which spreadsheet programs count fifteen. No float.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Context, Decimal, InvalidOperation
from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    Section = Sequence[tuple[str, bool]]

BUILT_IN: Final = {
    0: "General",
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    5: "£#,##0;-£#,##0",
    6: "£#,##0;-£#,##0",
    7: "£#,##0.00;-£#,##0.00",
    8: "£#,##0.00;-£#,##0.00",
    9: "0%",
    10: "0.00%",
    14: "dd/mm/yyyy",
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    22: "dd/mm/yyyy",
    37: "#,##0;-#,##0",
    38: "#,##0;-#,##0",
    39: "#,##0.00;-#,##0.00",
    40: "#,##0.00;-#,##0.00",
    41: "#,##0;-#,##0;-",
    42: "£#,##0;-£#,##0;-",
    43: "#,##0.00;-#,##0.00;-",
    44: "£#,##0.00;-£#,##0.00;-",
    49: "@",
}
_FIFTEEN: Final = Context(prec=15, rounding=ROUND_HALF_UP)
_WIDEST: Final = 40  # places before the point, or after it
_ROUNDED: Final = Context(prec=2 * _WIDEST + 20, rounding=ROUND_HALF_UP)
# a part of a format: words in quotes, an escaped character, padding, a bracket, or anything else one by one
_PARTS: Final = re.compile(r'"([^"]*)"|\\(.)|_.|\*.|\[([^\]]*)\]|(General)|(.)', re.DOTALL | re.IGNORECASE)
# fractions, powers of ten, conditions and hours: the number itself is shown
_BEYOND: Final = re.compile(r"[#?] ?/|[0#]e[+-]|\[[<>=]|\[?[hs]+\]?:|\[[hms]+\]", re.IGNORECASE)
_THOUSANDS: Final = re.compile(r"(?<=[0-9])(?=(?:[0-9]{3})+$)")
_CURRENCY: Final = re.compile(r"\$([^-]*)")
_MONTHS: Final = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_DATE_TOKENS: Final = re.compile(r"y+|m+|d+|[^ymd]+", re.IGNORECASE)


def shown(value: str, code: str, *, from_1904: bool = False) -> str:
    """Give the text a format makes of a number, the number itself where the format is beyond us.

    Raises ValueError where the value is no number.
    """
    if code == "General" and value.isdecimal() and len(value) <= 15:
        return value.lstrip("0") or "0"
    try:
        read = Decimal(value)
    except InvalidOperation as error:
        raise ValueError(value) from error
    if not read.is_finite() or read.adjusted() > _WIDEST:
        raise ValueError(value)
    number = _FIFTEEN.plus(read) if read.adjusted() > -_WIDEST else Decimal(0)
    if _BEYOND.search(code):
        return plain(number)
    section, size = _chosen(_sections(code), number)
    codes = "".join(mark for mark, is_word in section if not is_word)
    words = "".join(mark for mark, is_word in section if is_word)
    if any(mark in codes for mark in "0#?"):
        return _figure(size, section)
    if "General" in codes or "@" in codes:
        return "".join(plain(size) if mark in {"General", "@"} else mark for mark, _ in section)
    if re.search(r"[yd]", codes, re.IGNORECASE):
        return _day(size, section, from_1904=from_1904)
    return words or (plain(number) if number else "")


def plain(number: Decimal) -> str:
    """Write a number with the digits it has: no exponent, no zeros after the last."""
    text = f"{number:f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text) if number else "0"


@cache
def _sections(code: str) -> Sequence[Section]:
    """Split a format at its semicolons into marks, each with whether it is a word to be printed as it stands."""
    sections: list[list[tuple[str, bool]]] = [[]]
    for quoted, escaped, bracket, general, mark in _PARTS.findall(code):
        if mark == ";":
            sections.append([])
        elif mark:
            sections[-1].append((mark, mark in "£$€()-+: "))
        elif quoted or escaped:
            sections[-1].append((quoted or escaped, True))
        elif general:
            sections[-1].append(("General", False))
        elif currency := _CURRENCY.match(bracket):
            sections[-1].append((currency[1], True))
    return sections


def _chosen(sections: Sequence[Section], number: Decimal) -> tuple[Section, Decimal]:
    """Choose the section for a positive, a negative or a nil; one for negatives writes the sign itself."""
    if number < 0 and len(sections) >= 2:
        return sections[1], -number
    if not number and len(sections) >= 3:
        return sections[2], number
    return sections[0], number


def _figure(number: Decimal, section: Section) -> str:
    """Write a number in a section's places: `#,##0.0`, with its thousands left out where a comma ends it."""
    digits = [nth for nth, (mark, is_word) in enumerate(section) if not is_word and mark in "0#?"]
    first, last = digits[0], digits[-1]
    picture = "".join(mark for mark, is_word in section[first : last + 1] if not is_word)
    scaled = 0
    while last + 1 < len(section) and section[last + 1] == (",", False):
        scaled, last = scaled + 1, last + 1
    before = "".join(mark for mark, _ in section[:first])
    after = "".join(mark for mark, _ in section[last + 1 :])
    percent = sum(mark == "%" and not is_word for mark, is_word in section)
    number = number.scaleb(2 * percent - 3 * scaled)
    whole, _, fraction = picture.partition(".")
    places, least = len(re.sub("[^0#?]", "", fraction)), fraction.count("0")
    number = number.quantize(Decimal(1).scaleb(-min(places, _WIDEST)), context=_ROUNDED)
    integer, _, decimals = f"{abs(number):f}".partition(".")
    integer = integer.lstrip("0").zfill(min(whole.count("0"), _WIDEST))
    if "," in whole and integer:
        integer = _THOUSANDS.sub(",", integer)
    while len(decimals) > least and decimals.endswith("0"):
        decimals = decimals[:-1]
    sign = "-" if number < 0 else ""
    return f"{sign}{before}{integer}{'.' if decimals else ''}{decimals}{after}".strip()


def _day(number: Decimal, section: Section, *, from_1904: bool) -> str:
    """Write a day counted from the spreadsheet's first."""
    start = date(1904, 1, 1) if from_1904 else date(1899, 12, 30)
    try:
        day = start + timedelta(days=int(number))
    except OverflowError as error:
        raise ValueError(str(number)) from error
    code = "".join(mark for mark, _ in section)
    return "".join(_date_token(day, token) for token in _DATE_TOKENS.findall(code))


def _date_token(day: date, token: str) -> str:
    month = _MONTHS[day.month - 1]
    match token[0].lower(), len(token):
        case "y", length:
            return f"{day.year:04}" if length > 2 else f"{day.year % 100:02}"
        case "m", length:
            return [f"{day.month}", f"{day.month:02}", month[:3], month][min(length, 4) - 1]
        case "d", length:
            return (
                f"{day.day:02}"
                if length == 2
                else f"{day.day}"
                if length == 1
                else f"{day:%A}"[: 3 if length == 3 else 9]
            )
        case _:
            return token
