"""Unit headings: what a bare figure under `£'000`, `Cost (£m)` or `Budget ('000s)` is worth."""

import re

from bvtrack.core.money_value import Unit

_POUND = "(?:Ã‚Â£|Â£|ÂŁ|¬£|┬ú|拢|£|￡|&pound;|GBP)"
_MARK = "['’‘`´′]?"
_LONGEST = 500
_UNITS = (
    (100_000_000_000, "£bn", rf"{_POUND}\s?{_MARK}(?:bn|billions?|b)(?![a-z])|billions? (?:of )?pounds"),
    (
        100_000_000,
        "£m",
        rf"{_POUND}\s?{_MARK}(?:m|mn|mill?|millions?)(?:{_MARK}s)?(?![a-z])|{_POUND}?\s?{_MARK}000[,'’ ]?000{_MARK}s?(?![0-9])|"
        rf"(?<![a-z])m{_POUND}|millions? (?:of )?pounds|{_POUND} in millions|in millions|\(millions?\)",
    ),
    (
        100_000,
        "£k",
        rf"{_POUND}\s?{_MARK}(?:k|thou|thousands?)(?:{_MARK}s)?(?![a-z])|{_POUND}\s?[,.{_MARK[1:-2]}]?\s?000\s?{_MARK}s?(?![0-9])|"
        rf"{_POUND}1,?000s|(?<![0-9.,'’])(?<![0-9] ){_MARK}000\s?{_MARK}s?(?![0-9,])|(?<![a-z])k{_POUND}|"
        rf"thousands? (?:of )?pounds|{_POUND} in thousands|in thousands|\(thousands?\)",
    ),
    (100, "£", rf"{_POUND}(?!\s?[0-9.,])(?:s(?![a-z]))?|(?<![a-z])pounds?(?: sterling)?(?![a-z])"),
    (1, "p", r"(?<![a-z])pence(?![a-z])|^\(?p\)?$|\(p\)"),
)
_UNIT_PATTERNS = tuple((pence, symbol, re.compile(words, re.ASCII | re.IGNORECASE)) for pence, symbol, words in _UNITS)
_COUNTED = re.compile(
    r"[$€¥%]|(?<![a-z])(?:population|pupils?|people|persons|staff|visit(?:or)?s|households|number|numbers|fte|hours|tonnes|km)(?![a-z])",
    re.ASCII | re.IGNORECASE,
)


def read_unit(text: str) -> Unit | None:
    """The unit a heading states (`Budget ('000s)`, `2002/03 £000`, `Cost (£m)`), as printed there; None where it states none.

    Thousands without a £ are of pounds unless the heading names another currency or something counted.
    """
    for pence, symbol, pattern in _UNIT_PATTERNS:
        found = pattern.search(text[:_LONGEST])
        if found and (re.search(_POUND, found[0]) or not _COUNTED.search(text[:_LONGEST])):
            return Unit(found[0].strip(), pence, symbol)
    return None
