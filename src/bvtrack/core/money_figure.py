"""One printed figure: where it stands in a text, and what it is worth in pence.

A figure is a number with its signs (£, minus, brackets), its scale (k, m, bn) and its currency word, nothing else.
"""

import re
from dataclasses import dataclass, replace

from bvtrack.core.money_print import LETTERS

_NUMBER = (
    r"(?:[0-9]{1,3}(?: [0-9]{3}(?![0-9]))++(?:[.·][0-9]++)?(?![,'½¼¾]?[0-9])"
    r"|[.·]?[0-9]++(?:[.,'·]++[0-9]++)*+(?: ?[½¼¾])?|[½¼¾])"
)
_SCALE_WORDS = "thousands?|thou|millions?|mill|mil|mn|m|billions?|bn|b|trillions?|tn|k"
_SCALE = rf"(?: ?(?:{_SCALE_WORDS})(?:'?s)?(?![a-z0-9]))"
_SIGN = rf"(?:(?<!£)£ ?(?:(?:'?000'?s? |(?:{_SCALE_WORDS}) ?)(?=[-(]?[.·]?[0-9]))?|(?<![a-z])(?:GBP|STG) ?)"
_WORD = (
    r"(?: ?(?:pence|p)(?![a-z0-9/]|\.[a-z])| ?(?:pounds?(?: sterling)?|sterling|GBP|stg)(?![a-z0-9])"
    r"| ?£(?! ?[-(.·0-9]))"
)
_WHOLE = r"(?!(?!(?:cr|dr)(?![a-z0-9]))[a-z0-9%]| %| ?per ?cent)"
_START = r"(?<![a-z0-9.,'·½¼¾\[])(?<![a-z0-9)]\*)"
_BARE = rf"(?:{_SIGN}-? ?|{_START}){_NUMBER}{_SCALE}?{_WORD}?{_WHOLE}"
LIFT = re.compile(
    rf"(?:^- ?|(?<![^ (])-)?(?:\( ?-? ?{_BARE} ?\){_SCALE}?"
    rf"|{_SIGN}\( ?{_NUMBER}{_SCALE}? ?\){_SCALE}?{_WHOLE}|{_BARE})",
    LETTERS,
)
_FIGURE = re.compile(rf"(?P<sign>{_SIGN})?\s*(?P<number>{_NUMBER})(?P<scale>{_SCALE})?(?P<word>{_WORD})?", LETTERS)
_GROUPED = re.compile(
    r"(?P<whole>[0-9]{1,3}(?P<comma>[ ,'])[0-9]{3}(?:(?P=comma)[0-9]{3})*+|[0-9]*+)"
    r"(?:(?P<point>[.·])(?P<decimals>[0-9]++))?"
)
_STOPPED = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3}){2,}")
_FRACTIONS = {"½": ".5", "¼": ".25", "¾": ".75"}
_MOST_DIGITS = 15
_SCALES = (("k", 1_000), ("t", 1_000), ("0", 1_000), ("'", 1_000), ("m", 1_000_000), ("b", 1_000_000_000))


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as printed, with its value in pence: None where it is refused, and `refused` is (kind, reason)."""

    text: str
    number: str = ""  # as printed, without signs and scale
    scale: str = ""  # as printed
    stated: bool = False  # a £ or a currency word stands with it
    bracketed: bool = False
    pence: int | None = None
    place: int | None = None
    doubts: tuple[str, ...] = ()
    refused: tuple[str, str] | None = None


def times(scale: str) -> int:
    """How many a scale word or letter stands for: `k` 1,000, `Million` 1,000,000, nothing 1."""
    word = scale.lower()
    if word.startswith(("tr", "tn")):
        return 1_000_000_000_000
    return next((many for letter, many in _SCALES if word.startswith(letter)), 1)


def read_figure(text: str, heading: int | None, *, sterling: bool = False, carried: str = "") -> Figure:
    """Read one lifted figure.

    `heading` is what a bare 1 is worth in pence under the unit heading, None where there is none; `sterling` says that
    the currency is named elsewhere in the text; `carried` is the scale printed with the neighbour in a range.
    """
    found = _FIGURE.fullmatch(" ".join(re.sub(r"[()-]", "", text).split()))
    if found is None:
        return Figure(text, refused=("malformed", "two scales to a figure"))
    sign, word = found["sign"] or "", (found["word"] or "").strip().lower()
    scale = (found["scale"] or (sign[1:] if sign[:1] == "£" else "")).strip()
    figure = Figure(text, found["number"], scale, stated=bool(sign or word), bracketed="(" in text)
    scaled = bool(scale or carried)
    if word in {"p", "pence"} and not sign:
        one = 1
    elif figure.stated or scaled:
        one = 100 * times(scale or carried)
    else:
        one = heading or 100
    number = _number(figure.number, one, scaled=scaled)
    if isinstance(number, str):
        return replace(figure, refused=("malformed", number))
    digits, decimals, doubts = number
    pence, rest = divmod(digits * one, 10**decimals)
    if rest:
        return replace(figure, refused=("unknown", "finer than a penny"))
    sign_of = -1 if "-" in text or figure.bracketed else 1
    asked = {
        "minus and brackets": "-" in text and figure.bracketed,
        "both £ and p": bool(sign) and word in {"p", "pence"},
        f"“{scale}”": scale[-1:] == "s" and scale[-2:] != "'s" and len(scale) <= 3,
        "one decimal of a pound": pence != 0 and one == 100 and decimals == 1,
        "a currency of its own under another unit": figure.stated
        and not scaled
        and (heading or 0) > 100
        and pence % (heading or 1) > 0,
        "one figure with a space for thousands, or several": figure.number[3:4] == " " and not figure.stated,
        "b for billion, or a mark": scale in {"b", "B"} and not figure.stated,
        "no currency stated": pence != 0 and not figure.stated and not sterling and heading is None,
    }
    return replace(
        figure,
        pence=sign_of * pence,
        place=max(1, one // 10**decimals),
        doubts=(*doubts, *(doubt for doubt, holds in asked.items() if holds)),
    )


def _number(number: str, one: int, *, scaled: bool) -> tuple[int, int, tuple[str, ...]] | str:
    """The digits as one whole number, how many of them are decimals, and the doubts; or why the number is broken."""
    for fraction, decimal in _FRACTIONS.items():
        number = number.replace(f" {fraction}", fraction).replace(fraction, decimal)
    if _STOPPED.fullmatch(number) and len(number) <= _MOST_DIGITS:
        return int(number.replace(".", "")), 0, ("a stop between thousands",)
    found = _GROUPED.fullmatch(number)
    if found is None:
        return "not a number: thousands stand in groups of three, with one point at most"
    whole, decimals = re.sub("[ ,']", "", found["whole"]), found["decimals"] or ""
    if len(whole + decimals) > _MOST_DIGITS:
        return f"more than {_MOST_DIGITS} digits"
    if len(whole) > 2 and not whole.strip("0"):
        return "noughts alone: a unit where a figure should stand"
    doubts = ["a leading nought"] if len(whole) > 1 and whole[0] == "0" else []
    could_be_thousands = (
        found["point"] == "." and len(decimals) == 3 and whole[:1] > "0" and (len(whole) <= 3 or found["comma"])
    )
    if could_be_thousands and one <= 100_000:
        doubts.append("a stop between thousands, or a decimal point")
        if not scaled:
            return int(whole + decimals), 0, tuple(doubts)
    return int(whole + decimals), len(decimals), tuple(doubts)
