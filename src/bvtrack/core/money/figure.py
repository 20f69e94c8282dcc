"""One printed figure: where it stands in a text, and what it is worth in pence.

A figure is a number with its signs (£, minus, brackets), its scale (k, m, bn) and its currency word, nothing else.
"""

import re
from typing import NamedTuple

from bvtrack.core.money.tokens import cut, scale_of

# Matched over the classes of tokens, one character each.
_WHOLE = r"(?![a-ce-qs-z%]| %| ?e ?t)"
_SCALE = r"(?: ?s(?![a-ce-z]))?"
_FIGURE = re.compile(
    r"(?:^- ?|(?<![^ (])-)?(?P<open>\( ?-? ?)?"
    r"(?:(?:(?<!£)£ ?(?:[zs] ?(?=[-(]?[nd]))?|g ?)(?:(?P<inner>\( ?)|-? ?)|(?<![a-z.,'·[])(?<![a-z)]\*))"
    rf"[nd]{_SCALE}(?: ?p(?![a-ce-z/]|\.[a-z])| ?[cg](?: c)?(?![a-ce-z])| ?£(?! ?[-(.·nd]))?{_WHOLE}"
    rf"(?(inner) ?\){_SCALE}{_WHOLE})(?(open) ?\){_SCALE})"
)
_GROUPED = re.compile(
    r"([0-9]{1,3}(?P<comma>[ ,'])[0-9]{3}(?:(?P=comma)[0-9]{3})*+|[0-9]*+)(?:(?P<point>[.·])(?P<decimals>[0-9]++))?"
)
_STOPPED = r"[1-9][0-9]{0,2}(?:\.[0-9]{3}){2,}"
_FRACTIONS = {"½": ".5", "¼": ".25", "¾": ".75"}
_MOST_DIGITS = 15


class Span(NamedTuple):
    """A figure where it stands in a text."""

    text: str
    start: int
    end: int


class Figure(NamedTuple):
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


def lift(text: str) -> list[Span]:
    """The figures of a text, in order."""
    tokens = cut(text)
    spans = []
    for found in _FIGURE.finditer("".join([token.kind for token in tokens])):
        start, end = tokens[found.start()].start, tokens[found.end() - 1].end
        spans.append(Span(text[start:end], start, end))
    return spans


def is_figure(text: str) -> bool:
    """Whether a text is one figure and nothing else."""
    return [span.text for span in lift(text)] == [text]


def read_figure(text: str, heading: int | None, *, sterling: bool = False, carried: str = "") -> Figure:
    """Read one lifted figure.

    `heading` is what a bare 1 is worth in pence under the unit heading, None where there is none; `sterling` says that
    the currency is named elsewhere in the text; `carried` is the scale printed with the neighbour in a range.
    """
    tokens = cut(text)
    at = next(place for place, token in enumerate(tokens) if token.kind in "nd")
    behind = [token.text for token in tokens[at:] if token.kind == "s"]
    if len(behind) > 1:
        return Figure(text, refused=("malformed", "two scales to a figure"))
    scale = next(iter(behind), "") or next((token.text for token in tokens[:at] if token.kind in "zs"), "")
    sign = any(token.kind in "£g" for token in tokens[:at])
    word = next((token.kind for token in tokens[at:] if token.kind in "pcg£"), "")
    figure = Figure(text, tokens[at].text, scale, stated=bool(sign or word), bracketed="(" in text)
    scaled = bool(scale or carried)
    if word == "p" and not sign:
        one = 1
    elif figure.stated or scaled:
        one = 100 * _times(scale or carried)
    else:
        one = heading or 100
    number = _number(figure.number, one, scaled=scaled)
    if isinstance(number, str):
        return figure._replace(refused=("malformed", number))
    digits, decimals, doubts = number
    pence, rest = divmod(digits * one, 10**decimals)
    if rest:
        return figure._replace(refused=("unknown", "finer than a penny"))
    sign_of = -1 if "-" in text or figure.bracketed else 1
    asked = {
        "minus and brackets": "-" in text and figure.bracketed,
        "both £ and p": sign and word == "p",
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
    return figure._replace(
        pence=sign_of * pence,
        place=max(1, one // 10**decimals),
        doubts=(*doubts, *(doubt for doubt, holds in asked.items() if holds)),
    )


def _times(scale: str) -> int:
    """How many a printed scale stands for; noughts are thousands, nothing is 1."""
    return scale_of(scale) or (1_000 if scale else 1)


def _number(number: str, one: int, *, scaled: bool) -> tuple[int, int, tuple[str, ...]] | str:
    """The digits as one whole number, how many of them are decimals, and the doubts; or why the number is broken."""
    for fraction, decimal in _FRACTIONS.items():
        number = number.replace(f" {fraction}", fraction).replace(fraction, decimal)
    if number.count(".") > 1 and re.fullmatch(_STOPPED, number) and len(number) <= _MOST_DIGITS:
        return int(number.replace(".", "")), 0, ("a stop between thousands",)
    found = _GROUPED.fullmatch(number)
    if found is None:
        return "not a number: thousands stand in groups of three, with one point at most"
    comma, decimals = found["comma"] or "", found["decimals"] or ""
    whole = found[1].replace(comma, "") if comma else found[1]
    if len(whole + decimals) > _MOST_DIGITS:
        return f"more than {_MOST_DIGITS} digits"
    if len(whole) > 2 and not whole.strip("0"):
        return "noughts alone: a unit where a figure should stand"
    doubts = ["a leading nought"] if len(whole) > 1 and whole[0] == "0" else []
    could_be_thousands = found["point"] == "." and len(decimals) == 3 and whole[:1] > "0" and (len(whole) <= 3 or comma)
    if could_be_thousands and one <= 100_000:
        doubts.append("a stop between thousands, or a decimal point")
        if not scaled:
            return int(whole + decimals), 0, tuple(doubts)
    return int(whole + decimals), len(decimals), tuple(doubts)
