"""The patterns of printed periods, in small letters with plain dashes as `bvtrack.core.period_text.fold` leaves them.

Each is bounded in length. Groups are named for what stands in them; `bvtrack.core.period_text` builds periods of them.
"""

from __future__ import annotations

import re
from typing import Final

_MONTH: Final = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![a-z])\.?"
)
MONTHS_PRINTED: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAY: Final = (
    r"(?:(?P<weekday>mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs?(?:day)?)?|fri(?:day)?|sat(?:urday)?"
    r"|sun(?:day)?)\.?,? (?:the )?)?"
)
WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_END: Final = r"(?![0-9a-z]|[/.][0-9])"
_YEAR: Final = r"(?P<year>[0-9]{4}|' ?[0-9]{2}|[0-9]{2})"
_OF_YEAR: Final = rf"(?:(?:,? ?(?:of |in )?|[-/]){_YEAR}(?! ?(?:{'|'.join(MONTHS_PRINTED)}))(?![0-9]))?"
# A year that may be a split one; whether its end is the next year is asked when it is built.
_FIRST: Final = r"(?P<year>[0-9]{4}|'?[0-9]{2})"
_LAST: Final = r"(?P<end>'?[0-9]{4}|'?[0-9]{1,2})"
_TIGHT: Final = rf"{_FIRST}(?:(?P<joint>[-/]\.?|\.){_LAST}|(?![-/]'?[0-9])){_END}"
_LOOSE: Final = rf"{_FIRST}(?:(?P<joint> ?[-/] ?\.?|\.| to ){_LAST}|(?! ?[-/] ?'?[0-9])){_END}"
_KIND: Final = (
    r"(?P<kind>f\.?/?y\.?|fin\.? yr\.?|financial year|fiscal year|school year|academic year|calendar year|year)"
)
_IN_YEAR: Final = rf"(?:(?:,? ?|[-/])(?:of |in |for )?(?:the )?(?:{_KIND} ?)?{_TIGHT})?"
NTH: Final = {
    "first": 1,
    "1st": 1,
    "second": 2,
    "2nd": 2,
    "third": 3,
    "3rd": 3,
    "fourth": 4,
    "4th": 4,
    "last": 4,
    "final": 4,
}
_QUARTER: Final = (
    r"(?:(?:q|qtr|quarter)\.? ?(?P<n>[1-4])"
    r"|(?P<nth>1st|2nd|3rd|4th|first|second|third|fourth|last|final) (?:quarter|qtr))(?![0-9a-z])"
)
ENDING: Final = re.compile(
    r"(?:the )?(?P<length>financial year|fy|year|y|12 months|6 months|six months|3 months|three months|quarter|qtr)"
    r"[- /]?(?P<way>ending|ended|end|e|to|beginning|commencing|starting|from)(?: on)?(?: the)?:? "
)
YEARS: Final = re.compile(
    rf"(?:{_KIND} ?:? ?)?{_LOOSE}"
    rf"(?: (?P<after>financial year|fiscal year|fy|school year|academic year|calendar year))?{_END}"
)
ISO_DAY: Final = re.compile(
    r"(?P<year>[0-9]{4})(?P<joint>[-/.])(?P<month>[0-9]{1,2})(?P=joint)(?P<day>[0-9]{1,2})"
    rf"(?:[ t]00:00(?::00)?)?{_END}"
)
NUMERIC_DAY: Final = re.compile(
    rf"{_WEEKDAY}(?P<day>[0-9]{{1,2}})(?P<joint>-| ?[/.] ?)(?P<month>[0-9]{{1,2}})(?P=joint)"
    r"(?P<year>[0-9]{4}|'?[0-9]{2})(?! ?(?P=joint)[0-9])(?: 00:00(?::00)?)?(?![0-9a-z])"
)
DAYS: Final = re.compile(
    r"(?P<day>[0-9]{1,2})(?: ?(?:st|nd|rd|th))? ?(?:-|/|&|to|and) ?(?P<last_day>[0-9]{1,2})(?: ?(?:st|nd|rd|th))?"
    rf"(?: of | ){_MONTH}{_OF_YEAR}{_END}"
)
DAY: Final = re.compile(
    rf"{_WEEKDAY}(?P<day>[0-9]{{1,2}})(?: ?(?:st|nd|rd|th))?(?: day of | of |[ ./-])?{_MONTH}{_OF_YEAR}{_END}"
)
MONTH_FIRST: Final = re.compile(
    rf"{_WEEKDAY}{_MONTH} ?(?P<day>[0-9]{{1,2}})(?: ?(?:st|nd|rd|th))?,? (?P<year>[0-9]{{4}}|'[0-9]{{2}}){_END}"
)
MONTH_FIRST_UNDATED: Final = re.compile(
    rf"{_MONTH} (?=[0-9](?![0-9])|[0-9]{{2}}[snrt])(?P<day>[0-9]{{1,2}})(?: ?(?:st|nd|rd|th))?(?P<year>(?!))?{_END}"
)
SEASON: Final = re.compile(rf"(?P<season>spring|summer|autumn|winter)(?P<term> (?:school )?terms?)?(?![a-z]){_IN_YEAR}")
MONTH_OF_SPLIT_YEAR: Final = re.compile(rf"{_MONTH}(?:,? ?|[-/]){_FIRST}(?P<joint>[-/]){_LAST}{_END}")
MONTH: Final = re.compile(rf"{_MONTH}{_OF_YEAR}(?![0-9])")
NUMERIC_MONTH: Final = re.compile(rf"(?P<month>0?[1-9]|1[0-2]) ?[/.-] ?(?P<year>[0-9]{{4}}){_END}")
QUARTER: Final = re.compile(rf"{_QUARTER}{_IN_YEAR}")
YEAR_AND_QUARTER: Final = re.compile(rf"(?:{_KIND} ?)?{_TIGHT}[ ,:-]{{1,3}}{_QUARTER}")
HALF: Final = re.compile(rf"(?P<half>h[12]|(?:1st|2nd|first|second) half)(?![0-9a-z]| of (?:the )?[sa]){_IN_YEAR}")
