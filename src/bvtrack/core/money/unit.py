"""Unit headings: what a bare figure under `£'000`, `Cost (£m)` or `Budget ('000s)` is worth."""

import re

from bvtrack.core.money.tokens import listed
from bvtrack.core.money.value import Unit

_LONGEST = 500
_PIECE = (
    "(?P<pound>(?i:Ã‚Â£|Â£|ÂŁ|¬£|┬ú|拢|£|￡|&pound;|GBP))|(?P<mark>['’‘`´′])|(?P<word>[A-Za-z]+)"
    r"|(?P<six>000[,'’ ]?000)(?![0-9])|(?P<one>1,?000)(?=s)|(?P<three>000)(?![0-9])|(?P<two>00)(?![0-9])"
    r"|(?P<digits>[0-9]+)|(?P<space>\s)|(?P<other>(?s:.))"
)
# What tokens stand as in a form, one character each: the words of a scale in capitals, its letters in small ones.
_SIGNS = {"pound": "£", "mark": "'", "six": "6", "one": "1", "three": "3", "two": "2", "digits": "9", "space": " "}
_WORDS = (
    dict.fromkeys(("billion", "billions"), "B")
    | dict.fromkeys(("bn", "bns", "b", "bs"), "b")
    | dict.fromkeys(("million", "millions"), "M")
    | dict.fromkeys(("ms", "mn", "mns", "mil", "mill", "mils", "mills"), "n")
    | dict.fromkeys(("thousand", "thousands"), "K")
    | dict.fromkeys(("ks", "th", "ths", "thou", "thous"), "t")
    | dict.fromkeys(("hundred", "hundreds"), "h")
    | dict.fromkeys(("pound", "pounds"), "l")
    | {"m": "m", "k": "k", "p": "p", "pence": "q", "s": "s", "in": "i", "of": "o", "sterling": "g"}
)
_COUNTED = frozenset(
    listed(
        "$|€|¥|%|population|pupil|pupils|people|person|persons|staff|visits|visitors|households|number|numbers|fte|"
        "hours|tonnes|km"
    )
)


def _scaled(short: str, word: str) -> str:
    """A £ with a scale (`£m`, `£ m's`, `£ (m)`, `m£`), or the scale's word alone."""
    return (
        rf"£ ?(?:'?[{short}{word}](?:'?s)?|\([{short}{word}]\))|{short[0]}£"
        rf"|{word} (?:o )?l|(?:£ )?i {word}|\({word}\)|^ *{word} *$"
    )


# Symbol, pence, the classes one of which a heading must hold, and the form.
_FORMS = (
    ("£bn", 100_000_000_000, "bB", _scaled("b", "B")),
    ("£m", 100_000_000, "mnM6", _scaled("mn", "M") + "|(?:£ ?)?'?6(?:'?s)?(?!9)"),
    (
        "£k",
        100_000,
        "ktK31",
        _scaled("kt", "K") + "|£1s|£ ?[,.']? ?3(?: ?'?s| ?')?(?!9)|(?<![1-9.,'])(?<![1-9] )'?3(?: ?'?s| ?')?(?![1-9,])",
    ),
    ("£00", 10_000, "2h", "£ ?(?:'2s?(?!9)|2s|h)"),
    ("£", 100, "£l", r"£(?! ?(?:[1-9.,]|'[^ )]))s?|l(?: g)?"),
    ("p", 1, "pq", r"q|^\(?p\)?$|\(p\)"),
)


def read_unit(text: str) -> Unit | None:
    """The unit a heading states (`Budget ('000s)`, `2002/03 £000`, `Cost (£m)`), as printed there; None without one.

    Thousands without a £ are of pounds unless the heading names another currency or something counted. Only the first
    500 characters of a heading are looked at.
    """
    tokens = list(re.finditer(_PIECE, text[:_LONGEST]))
    signs = "".join([_sign(token) for token in tokens])
    for symbol, pence, telling, form in _FORMS:
        found = None if set(telling).isdisjoint(signs) else re.search(form, signs)
        if found and ("£" in found[0] or all(token[0].lower() not in _COUNTED for token in tokens)):
            printed = text[tokens[found.start()].start() : tokens[found.end() - 1].end()]
            return Unit(printed.strip(), pence, symbol)
    return None


def _sign(token: re.Match[str]) -> str:
    if token.lastgroup == "word":
        return _WORDS.get(token[0].lower(), "w")
    return _SIGNS.get(str(token.lastgroup), token[0])
