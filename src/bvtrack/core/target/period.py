"""Periods inside a sentence: where the months, quarters, seasons and years of a target stand, and when they are.

Dates and years themselves are read by `period.text` and `financial_year`; here a sentence is searched for them.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Final, NamedTuple

from bvtrack.core.financial_year import read_year
from bvtrack.core.period.text import fold, match_span
from bvtrack.core.target.lexicon import Form, Lexicon, compiled
from bvtrack.core.target.words import COUNTED, COUNTED_SEVERAL


class Period(NamedTuple):
    """When a value holds: `2002-03` (financial year), `2002`, `Sep 2002`, `30 Sep 2002`, `Q3 2023-24`, `Autumn 2002`.

    `earliest` and `latest` are its first and last day; `ambiguous` where a careful reader would ask which days.
    """

    label: str
    earliest: date | None
    latest: date | None
    ambiguous: bool = False


class Found(NamedTuple):
    """A period in a sentence: from `start` to `end`; `period` is None where it is printed but cannot be told.

    `bare` marks a four-digit number that may be a value, `whole_year` what may be the heading of a column, `yearless`
    a day or month whose year is not printed.
    """

    start: int
    end: int
    period: Period | None
    bare: bool = False
    whole_year: bool = False
    yearless: bool = False

    @property
    def ambiguous(self) -> bool:
        """Whether a careful reader would ask which period is meant."""
        return self.period is None or self.period.ambiguous


# The words periods are made of, overprinted: µ a month, ß a season, þ a school year, ÿ `year ending`, ð part of a year.
_MARKS: Final = Lexicon(
    {
        "µ": (
            "jan(uary), feb(ruary), mar(ch), apr(il), may, jun(e), jul(y), aug(ust), sep, sept(ember), oct(ober), "
            "nov(ember), dec(ember)"
        ),
        "ß": "autumn( term), spring( term), summer( term), winter",
        "þ": "(academic/school) year",
        "ÿ": "year (ending/ended/to), y/e",
        "ð": (
            "(first/1st/second/2nd) half, h1, h2, (first/1st/second/2nd/third/3rd/fourth/4th) quarter, "
            "quarter (1/2/3/4), q(1/2/3/4)"
        ),
    }
)
_YEAR: Final = r"(?:19|20)[0-9]{2}"
_PAIR: Final = rf"(?:{_YEAR} ?(?:/\.|[-/.]) ?[0-9]{{2,4}}|{_YEAR}[/-][0-9]|'?[0-9]{{2}}[-/]'?[0-9]{{2}})"
_SHORT: Final = rf"(?:{_YEAR}|'?[0-9]{{2}})"
_OF: Final = r"(?:,? (?:of |in )?(?:the )?(?:fy ?|financial year )?)"
_BEFORE_YEAR: Final = r"(?:(?<=\bin )|(?<=during )|(?<=since )|(?<=until )|(?<=end of )|(?<=^by ))"
_BEFORE_SHORT_YEAR: Final = (
    r"(?:(?<=\bin )|(?<=\bby )|(?<=\bto )|(?<=\bfor )|(?<=\bduring )|(?<=\buntil )|(?<=\bend of ))"
)
_FORMS: Final = (
    ("ÿ", "financial year", rf"ÿ+ 31(?:st)? µ+,? {_YEAR}"),
    ("µ", "part", rf"[0-9]{{1,2}}(?:st|nd|rd|th)?(?: of)? ?µ+\.?,? ?{_SHORT}"),
    ("µ", "part", rf"µ+\.? [0-9]{{1,2}}(?:st|nd|rd|th)?,? {_YEAR}"),
    ("", "part", rf"[0-9]{{1,2}}([/.])[0-9]{{1,2}}\1(?:{_YEAR}|[0-9]{{2}})|{_YEAR}-[0-9]{{2}}-[0-9]{{2}}"),
    ("µ", "part", rf"µ+\.?,?[ -]?{_SHORT}"),
    ("ð", "part", rf"ð+{_OF}(?:{_PAIR}|{_YEAR})"),
    ("ß", "part", rf"ß+{_OF}(?:{_PAIR}|{_YEAR})"),
    ("þ", "part", rf"þ+ {_PAIR}|{_PAIR} þ+"),
    ("", "years", rf"(?:fy ?|(?:financial )?years? )?(?P<year>{_PAIR})"),
    ("", "stated year", rf"{_BEFORE_YEAR}(?P<year>{_YEAR})"),
    ("", "year", rf"(?:fy ?|(?:calendar )?year )?(?P<year>{_YEAR})"),
    ("", "short year", rf"(?:{_BEFORE_SHORT_YEAR}0[0-9]|'[0-9]{{2}})"),
    ("µ", "no year", rf"{_BEFORE_SHORT_YEAR}µ+\.?|[0-9]{{1,2}}(?:st|nd|rd|th)?(?: of)? µ+\.?"),
    ("", "no year", r"(?:financial )?year[- ]end\b|\bend of (?:the )?(?:financial )?year\b"),
)
_APART: Final = r"(?<![\w£.,/µßþÿð])(?<![\wµßþÿð]-)"
_GLUED: Final = Form(r"[0-9]|[,.][0-9]|/[0-9a-z]| ?%")
_MEASURED: Final = Form(r" ?(?:per ?cent|pc\b|p\.c\.|pp\b|k\b|million)")
_VALUE_IN_A_YEAR = Form(rf" (?:\w+ )?(?:in|during) {_YEAR}")
_TO_A_VALUE = Form(r" to [0-9]+ ")
_SPLIT_PAIR = re.compile(r"'?([0-9]+)( ?)(/\.|[-/.])( ?)'?([0-9]+)")
_FAR = 25  # years from the review's date: beyond it a bare 70-71 is a range, not a financial year


def find_periods(text: str, near: date | None) -> list[Found]:
    """Give every period printed in `text`, in order; two-digit years take the century nearest `near`."""
    found: list[Found] = []
    marked = _MARKS.marked(text)
    for needed, name, form in _FORMS:
        if needed not in marked:
            continue
        pattern, at = compiled(f"{_APART}(?:{form})"), 0
        while match := pattern.search(marked, at):
            at = match.start() + 1
            if not _is_figure(name, text, match.end()):
                at = match.end()
                if all(match.end() <= other.start or other.end <= match.start() for other in found):
                    found += _read(name, match, text, near)
    return sorted(found, key=lambda one: one.start)


def _is_figure(name: str, text: str, end: int) -> bool:
    """Whether what follows the digits of a year makes a figure of them: `2003 pupils`, `2002.5`."""
    if name == "no year":
        return False
    counted = name != "stated year" and (
        _MEASURED.match(text, end) or COUNTED_SEVERAL.at(text, end) or COUNTED_SEVERAL.at(text, end + 1)
    )
    return bool(_GLUED.match(text, end) or counted)


def _read(name: str, match: re.Match[str], text: str, near: date | None) -> list[Found]:
    start, end = match.span()
    match name:
        case "years":
            return _read_pair(match, near)
        case "year" | "stated year":
            year = None if _is_value(text, start, end) else _calendar_year(int(match["year"]))
            return [Found(start, end, year, bare=True, whole_year=True)] if year else []
        case "short year":
            period = _short_year(match[0].lstrip("'"), near)
        case "financial year":
            period = _financial_year(text[start:end], near)
        case "part":
            period = _part_of_year(text[start:end], near)
        case _:
            return [Found(start, end, None, yearless=True)]
    return [Found(start, end, period, whole_year=name == "short year")]


def _is_value(text: str, start: int, end: int) -> bool:
    """Whether what looks like a year is a value: `from 1950 in 2001 to`, `from 2050 to 1900 cases`."""
    before = text[:start].lower()
    in_a_year = before.endswith(("from ", "to ")) and _VALUE_IN_A_YEAR.match(text, end)
    value = _TO_A_VALUE.match(text, end) if before.endswith("from ") else None
    return bool(in_a_year or (value and COUNTED.at(text, value.end())))


def _calendar_year(year: int) -> Period:
    return Period(str(year), date(year, 1, 1), date(year, 12, 31))


def _financial_year(text: str, near: date | None) -> Period | None:
    reading = read_year(text, near)
    return None if reading.label is None else Period(reading.label, reading.start, reading.end, reading.ambiguous)


def _part_of_year(text: str, near: date | None) -> Period | None:
    """Read a day, month, quarter, half, season, term or school year; None where its year or its days are not known."""
    folded = fold(text)
    found = match_span(folded, 0, near)
    if found is None or found[1] < len(folded) or found[0].latest is None:
        return None
    span = found[0]
    return Period(span.label[0].upper() + span.label[1:], span.earliest, span.latest, span.ambiguous)


def _short_year(digits: str, near: date | None) -> Period | None:
    """Read a bare `04`: the calendar year, or the financial year that ends or starts in it; so it is always asked."""
    following = (int(digits) + 1) % 100
    reading = read_year(f"{digits}-{following:02}", near)
    if not reading.years or reading.ambiguous:
        return None
    year = reading.years[0].start_year
    return Period(str(year), date(year - 1, 4, 1), date(year + 1, 3, 31), ambiguous=True)


def _read_pair(match: re.Match[str], near: date | None) -> list[Found]:
    """Read `2002/03`, `2002 - 2006`, `02-03`; a pair that is no run of years is a range or two figures, and left."""
    printed = match["year"]
    [(first, space_before, mark, space_after, second)] = _SPLIT_PAIR.findall(printed)
    here = Found(match.start(), match.end(), _financial_year(printed, near), whole_year=True)
    next_year = str(int(first) + 1)
    if len(second) > 2:
        return [here] if len(second) == 4 else []
    if not next_year.zfill(len(first)).endswith(second):
        looks_a_year = (
            not (space_before or space_after) and mark != "." and (len(first) == 4 or "0" in (first[0], second[0]))
        )
        return [here] if looks_a_year and len(second) == 2 else []
    if len(first) == 2 and mark == "-" and first[0] != "0":
        year = None if here.period is None or here.period.earliest is None else here.period.earliest.year
        return [here] if near is not None and year is not None and abs(year - near.year) <= _FAR else []
    return [here]
