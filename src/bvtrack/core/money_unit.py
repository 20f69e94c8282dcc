"""Unit headings: what a bare figure under `£'000`, `Cost (£m)` or `Budget ('000s)` is worth."""

import re

from bvtrack.core.money_value import Unit

_POUND = "(?:Ã‚Â£|Â£|ÂŁ|¬£|┬ú|拢|£|￡|&pound;|GBP)"
_MARK = "['’‘`´′]?"
_LONGEST = 500
_BILLION, _MILLION, _THOUSAND = "bn|billions?|b", "m|mn|mill?|millions?", "k|th|ths|thou|thousands?"


def _scaled(words: str) -> str:
    """A £ with a scale word: `£m`, `£ m's`, `£'m`, `£ (m)`."""
    return rf"{_POUND}\s?(?:{_MARK}(?:{words})(?:{_MARK}s)?(?![a-z])|\((?:{words})\))"


_UNITS = {
    ("£bn", 100_000_000_000): (_scaled(_BILLION), r"billions? (?:of )?pounds|^\s*billions?\s*$"),
    ("£m", 100_000_000): (
        _scaled(_MILLION),
        rf"{_POUND}?\s?{_MARK}000[,'’ ]?000{_MARK}s?(?![0-9])",
        rf"(?<![a-z])m{_POUND}",
        rf"millions? (?:of )?pounds|(?:{_POUND} )?in millions|\(millions?\)|^\s*millions?\s*$",
    ),
    ("£k", 100_000): (
        _scaled(_THOUSAND),
        rf"{_POUND}\s?[,.'’‘`´′]?\s?000\s?{_MARK}s?(?![0-9])",
        rf"{_POUND}1,?000s",
        rf"(?<![0-9.,'’])(?<![0-9] ){_MARK}000\s?{_MARK}s?(?![0-9,])",
        rf"(?<![a-z])k{_POUND}",
        rf"thousands? (?:of )?pounds|(?:{_POUND} )?in thousands|\(thousands?\)|^\s*thousands?\s*$",
    ),
    ("£00", 10_000): (rf"{_POUND}\s?(?:['’‘`´′]00s?(?![0-9])|00s(?![a-z])|hundreds?(?![a-z]))",),
    ("£", 100): (
        rf"{_POUND}(?!\s?(?:[0-9.,]|['’‘`´′][^ )]))(?:s(?![a-z]))?",
        "(?<![a-z])pounds?(?: sterling)?(?![a-z])",
    ),
    ("p", 1): ("(?<![a-z])pence(?![a-z])", r"^\(?p\)?$", r"\(p\)"),
}
_PATTERNS = {unit: re.compile("|".join(words), re.ASCII | re.IGNORECASE) for unit, words in _UNITS.items()}
_COUNTED = re.compile(
    r"[$€¥%]|(?<![a-z])(?:population|pupils?|people|persons|staff|visit(?:or)?s|households|numbers?|fte|hours|tonnes|km)"
    "(?![a-z])",
    re.ASCII | re.IGNORECASE,
)


def read_unit(text: str) -> Unit | None:
    """The unit a heading states (`Budget ('000s)`, `2002/03 £000`, `Cost (£m)`), as printed there; None without one.

    Thousands without a £ are of pounds unless the heading names another currency or something counted. Only the first
    500 characters of a heading are looked at.
    """
    heading = text[:_LONGEST]
    for (symbol, pence), pattern in _PATTERNS.items():
        found = pattern.search(heading)
        if found and (re.search(_POUND, found[0]) or not _COUNTED.search(heading)):
            return Unit(found[0].strip(), pence, symbol)
    return None
