"""Cuts folded text into pieces, each named by one letter, and holds the forms of printed periods over these letters.

`30th sept. 2002` is cut into `2o m. 4`: figures are named by how many there are, words by what they mean for a date,
marks by themselves. So a form is a short pattern that holds no words, and a word has its meaning in one table.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

MONTHS_PRINTED: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
NTH: Final[Mapping[str, int]] = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "final": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4,
}  # fmt: skip
NUMBERS: Final[Mapping[str, int]] = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "nine": 9, "ten": 10, "twelve": 12, "eighteen": 18,
}  # fmt: skip
_WORDS: Final = {
    "m": "january february march april may june july august september october november december"
    " jan feb mar apr jun jul aug sep sept oct nov dec",
    "w": "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun",
    "s": "spring summer autumn winter",
    "e": "term terms",
    "S": "school academic",
    "F": "financial fiscal",
    "C": "calendar",
    "K": "fy",
    "f": "f",
    "Y": "y",
    "L": "fin",
    "r": "yr",
    "y": "year",
    "z": "years yrs",
    "Z": "ye fye",
    "q": "q",
    "Q": "qtr quarter",
    "h": "h",
    "H": "half",
    "o": "st nd rd th",
    "N": "first second third fourth last final",
    "M": "month months",
    "W": "week weeks",
    "d": "day days",
    "v": "weekly monthly yearly termly",
    "U": " ".join(NUMBERS),
    "u": "a an",
    "O": "of",
    "I": "in",
    "R": "for",
    "T": "the",
    "t": "to",
    "A": "and",
    "n": "on",
    "D": "t",
    "E": "ending ended end e",
    "B": "beginning commencing starting from",
    "l": "after",
    "G": "within over",
    "g": "next",
    "k": "working",
    "i": "time",
    "V": "every each",
    "p": "per",
    "X": "times",
    "b": "phase stage",
    "P": "approval adoption decision appointment start report review cabinet commencement agreement publication",
}
_NAME: Final = {word: name for name, words in _WORDS.items() for word in words.split()} | {
    mark: mark for mark in " -/.,'&:"
}
_PIECE: Final = re.compile(r"[0-9]{1,5}|(?<=[0-9])(?:st|nd|rd|th)|[a-z]{1,14}|.", re.DOTALL)
_MOST: Final = 40  # pieces; more than any one period is printed with


class Form(NamedTuple):
    """A pattern over names, the names it starts with, and the names of which it holds one (where that tells).

    It is compiled when a text first has these: most texts are of few forms.
    """

    starts: str
    needs: str
    pattern: str


class Cut(NamedTuple):
    """The names of the pieces that a text is made of from some place on, and where each starts and the last ends."""

    text: str
    names: str
    places: list[int]

    def match(self, form: Form) -> Match | None:
        """Give what a form finds at the start; None where it does not stand there."""
        names = self.names
        if names[:1] not in form.starts or (form.needs and not any(name in names for name in form.needs)):
            return None
        match = re.match(form.pattern, names)
        if match is None:
            return None
        groups = {
            name: self.text[self.places[match.start(name)] : self.places[match.end(name)]]
            for name, names in match.groupdict().items()
            if names is not None
        }
        end = self.places[match.end()]
        return Match(groups | {"all": self.text[self.places[0] : end]}, end)


class Match(NamedTuple):
    """What stands in the groups of a form that hold anything, and in `all` of it, and where it ends."""

    groups: Mapping[str, str]
    end: int


def cut(text: str, start: int) -> Cut:
    """Cut a folded text into pieces from `start` on."""
    names: list[str] = []
    places: list[int] = []
    end = start
    for piece in islice(_PIECE.finditer(text, start), _MOST):
        printed = piece[0]
        names.append(_NAME.get(printed) or _name(printed))
        places.append(end)
        end = piece.end()
    return Cut(text, "".join(names), [*places, end])


def number(printed: str) -> int:
    """Give the number printed in figures or spelled out; `a` is one."""
    return int(printed) if printed.isdecimal() else NUMBERS.get(printed, 1)


def _name(printed: str) -> str:
    """Name figures, or a word or mark of no meaning for a date."""
    if "0" <= printed[0] <= "9":
        return str(len(printed))
    return "x" if "a" <= printed[0] <= "z" else "?"


_END: Final = r"(?!\w|[/.]\d)"
_WEEKDAY: Final = r"(?:(?P<weekday>w)\.?,? (?:T )?)?"
_MONTH: Final = r"(?P<month>m)\.?"
_OF_YEAR: Final = r"(?:(?: ?,? ?(?:[OI] )?|[-/]| ?[-/] ?(?=4(?![-/.]\d)))(?P<year>4|' ?2|2)(?! ?m))?"
# A year that may be a split one; whether its end is the next year is asked when it is built.
_FIRST: Final = r"(?P<year>4|'?2)"
_LAST: Final = r"(?P<end>'?[124])"
_TIGHT: Final = rf"{_FIRST}(?:(?P<joint>[-/]\.?|\.){_LAST}|(?![-/]'?\d)){_END}"
_LOOSE: Final = rf"{_FIRST}(?:(?P<joint> ?[-/] ?\.?|\.| t ){_LAST}|(?! ?[-/] ?'?\d)){_END}"
_KIND: Final = r"(?P<kind>K\.?|f[./]{0,2}Y\.?|L\.? r\.?|[FS] y|C(?: y)?|y)"
_IN_YEAR: Final = rf"(?:(?: ?,? ?| ?[-/] ?)(?:[OIR] )?(?:T )?(?:{_KIND} ?)?{_TIGHT})?"
_QUARTER: Final = r"(?:[qQ]\.? ?(?P<n>[1U])|(?P<nth>1o|N) Q)(?!\w)"
_TIME: Final = r"2:2(?::2)?"

ENDING: Final = Form(
    "TFKyYQ12UZ",
    "EBtZ",
    r"(?:T )?(?:(?P<length>F y|[KyYQ]|[12U] M)[- /]?(?P<way>[EBt])|Z)(?: n)?(?: T)?:? ",  # year ending, y/e, quarter to
)
YEARS: Final = Form("KfLFSCy42'", "42", rf"(?:{_KIND} ?:? ?)?{_LOOSE}(?: (?P<after>[FSC] y|K))?{_END}")
ISO_DAY: Final = Form(
    "4", "-/.", rf"(?P<year>4)(?P<joint>[-/.])(?P<month>[12])(?P=joint)(?P<day>[12])(?:[ D]{_TIME})?{_END}"
)
NUMERIC_DAY: Final = Form(
    "w12",
    "-/.",
    rf"{_WEEKDAY}(?P<day>[12])(?P<joint>-| ?(?P<mark>[/.]) ?)(?P<month>[12])(?:(?P=joint)| ?(?P=mark) ?)"
    rf"(?P<year>4|'?2)(?! ?(?P=joint)\d)(?: {_TIME})?(?!\w)",
)
DAYS: Final = Form(
    "12", "m", rf"(?P<day>[12])(?: ?o)? ?[-/&tA] ?(?P<last_day>[12])(?: ?o)? (?:O )?{_MONTH}{_OF_YEAR}{_END}"
)
DAY: Final = Form("w12", "m", rf"{_WEEKDAY}(?P<day>[12])(?: ?o)?(?: (?:d )?O |[ ./-])?{_MONTH}{_OF_YEAR}{_END}")
MONTH_FIRST: Final = Form("wm", "12", rf"{_WEEKDAY}{_MONTH} ?(?P<day>[12])(?: ?o)?,? (?P<year>4|'2){_END}")
MONTH_FIRST_UNDATED: Final = Form("m", "12", rf"{_MONTH} (?=1|2o)(?P<day>[12])(?: ?o)?{_END}")
SEASON: Final = Form("s", "", rf"(?P<season>s)(?P<term> (?:S )?e)?{_IN_YEAR}(?P<late> e)?")
MONTH_OF_SPLIT_YEAR: Final = Form("m", "/-", rf"{_MONTH}(?:,? ?|[-/]){_FIRST}(?P<joint>[-/]){_LAST}{_END}")
MONTH: Final = Form("m", "", rf"{_MONTH}{_OF_YEAR}(?!\d)")
NUMERIC_MONTH: Final = Form("12", "4", rf"(?P<month>[12]) ?[/.-] ?(?P<year>4){_END}")
QUARTER: Final = Form("qQ1N", "qQ", rf"{_QUARTER}{_IN_YEAR}")
YEAR_AND_QUARTER: Final = Form("KfLFSCy42'", "qQ", rf"(?:{_KIND} ?)?{_TIGHT}[ ,:-]{{1,3}}{_QUARTER}")
HALF: Final = Form("h1N", "hH", rf"(?P<half>h1|(?:1o|N) H)(?!\w| O (?:T )?[msS]){_IN_YEAR}")
