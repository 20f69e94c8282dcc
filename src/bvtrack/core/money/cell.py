"""Cells that state no sum of pounds: nil, a dash, to be confirmed, a footnote mark, another currency, a broken figure.

Patterns of rare cells are texts, compiled when the first such cell is met.
"""

import re

from bvtrack.core.money.characters import LETTERS
from bvtrack.core.money.tokens import listed, phrase, words_of
from bvtrack.core.money.unit import read_unit
from bvtrack.core.money.value import Money, MoneyKind, refused

_DONE = "confirmed|agreed|determined|decided|costed|set|quantified"
_TO_BE_DONE = f"{_DONE}|advised|announced|established|identified|assessed|finalised|finalized|negotiated|calculated"
TO_BE_CONFIRMED = frozenset(
    (
        *listed("tbc|tba|tbd|t b c|t b a|t b d|to be worked up|to be worked out"),
        *(f"to be {done}" for done in listed(f"{_TO_BE_DONE}|notified|estimated|clarified|scoped")),
        *(f"not yet {done}" for done in listed(_DONE)),
    )
)
_COSTS = [f" {which}{cost}" for which in ("", "net ", "additional ") for cost in ("cost", "costs")]
_WHICH = ("", "net ", "additional ", "extra ", "direct ")
_STATES = {
    words: kind
    for kind, states in {
        MoneyKind.NIL: [
            *(
                f"{nil}{beside}"
                for nil in ("nil", "zero", "none")
                for beside in ("", " additional", " required", *_COSTS)
            ),
            *(f"no {which}{cost}" for which in _WHICH for cost in ("cost", "costs", "charge")),
            "cost neutral",
        ],
        MoneyKind.NOT_APPLICABLE: listed(r"n / a|n \ a|na|n a|not app|not applicable|n / app"),
        MoneyKind.UNKNOWN: [
            *(
                f"{no}{known}"
                for no in ("not ", "not yet ", "un")
                for known in listed("known|available|stated|quantifiable")
            ),
            *(f"{no}{known}" for no in ("not ", "un") for known in ("quantified", "costed")),
            *listed("?|n / k|n k|nk|n / av"),
        ],
        MoneyKind.TO_BE_CONFIRMED: [
            *(f"awaiting {what}" for what in listed("figure|figures|cost|costs|quote|quotes")),
            *listed("to follow|pending|awaited|figure awaited|figures awaited"),
            *TO_BE_CONFIRMED,
        ],
    }.items()
    for words in states
}
_LONGEST_STATE = 5
_DIGITS = frozenset("0123456789")
_DASH = r"£? ?(?:-(?: ?-)*(?: ?£)?|_+|~|\.{3,})"
_ROMAN = "i{1,3}|iv|vi{0,3}|ix"
MARKS = rf"[*†‡§¶#^]+|[¹²³⁰⁴-⁹]+|\[(?:[a-z0-9*]{{1,2}}|{_ROMAN})\]|\((?:[a-z]|{_ROMAN})\)"
SEE_NOTE = r"(?:see )?(?:foot)?note \(?[a-z0-9]{1,2}\)?"
_SPREADSHEET = (
    r"#{2,}|#(?:REF!|N/A|VALUE!|DIV/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!)|=(?!.*£)[-+ (]*[A-Z].*|Err:[0-9]+|"
    r"[-+]?(?:nan|inf(?:inity)?)"
)
# Texts that hold digits and are no sum of pounds: the reason, signs one of which such a text holds, and the pattern.
_NUMBER = r"(?:[0-9]++(?:[.,·][0-9]++)*+(?: ?[½¼¾])?|[½¼¾])"
_PER_CENT = r" ?(?:%|per ?cent(?:age points?)?(?![a-z])\.?|pct(?![a-z])\.?)"
_PERCENTAGE = rf"(?:(?:between )?{_NUMBER}(?:{_PER_CENT})? ?(?:-|to|and) ?)?(?<![0-9.,]){_NUMBER}{_PER_CENT}"
_FOREIGN = "another currency"
_OTHERWISE = (
    (
        _FOREIGN,
        "$|€|¥|₹|₩|₽|ir|dollar|dollars|euro|euros|usd|ecu|ecus|dm|ff|chf|eur",
        "[$€¥₹₩₽]|(?<![a-z])(?:IR ?£|(?:dollars?|euros?|USD|ECUs?|DM|FF|CHF|EUR)(?![a-z]))",
    ),
    ("shillings and pence", "-", "£ ?[0-9,]+-[0-9]+-[0-9]+"),
    (
        "shillings and pence",
        "s|d",
        (
            r"[0-9] ?s\.? ?[0-9]+ ?d(?![a-z])|£ ?[0-9,]+[ .]+[0-9]+ ?s(?![a-z])|(?<![a-z0-9.,])[0-9]+ ?d(?![a-z])|"
            "[0-9]/[0-9]+d(?![a-z])"
        ),
    ),
    ("a multiplication", "x|×|@", "[0-9)kmn] ?[x×] ?[£0-9]|@"),
    ("an amount either way", "±|/", r"(?:±|\+ ?/ ?-) ?£|^(?:±|\+ ?/ ?-)"),
)
_DATES = {
    "a financial year": "1?(?:19|20)[0-9]{2} ?[-/] ?(?:[0-9]{2}|(?:19|20)[0-9]{2})",
    "a date": r"[0-9]{1,2}(?P<stop>[-/.])[0-9]{1,2}(?P=stop)(?:[0-9]{2}){1,2}|(?:19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}",
}
# Letters where a scan should have digits, and an exponent: broken figures, whatever else the text says.
_BROKEN = (
    r"(?<![A-Za-z0-9])(?:[0-9.,]*(?:[0-9][OolI|]|[OolI|][.,]?[0-9]|[0-9][SBZ][0-9])[0-9OolI|SBZ.,]*(?:k|K|m|M|bn)?|"
    r"[0-9][0-9.,]*[eE][+-]?[0-9]+)(?![A-Za-z0-9])"
)
_NUMBERLIKE = r"[-+ £(]*[0-9.,'·][-+£0-9.,'·()½¼¾* ]*(?:k|m|bn|thousand|million|billion)?[) ]*"
_POUND_AND_DIGIT = "£[ (-]*[0-9.,OlI|]"


def without_figure(plain: str, heading: int | None) -> Money | None:
    """A blank, a dash, nil, to be confirmed, a footnote mark: a cell that says something other than a figure."""
    if not plain:
        return Money(plain, MoneyKind.BLANK)
    if heading is None and is_bracketed_digit(plain):
        return Money(plain, MoneyKind.FOOTNOTE, query=True, note="or a negative figure")
    if plain.lstrip("-+(£ ")[:1] in _DIGITS:
        return None
    if plain == "..":
        return Money(plain, MoneyKind.UNKNOWN, note="not available")
    return _state(unwrapped(plain)) or _marked(plain)


def is_bracketed_digit(text: str) -> bool:
    """Whether a text is one digit in brackets: a footnote mark, or a negative figure."""
    return text[:1] == "(" and text[-1:] == ")" and text[1:-1].strip() in _DIGITS


def unwrapped(plain: str) -> str:
    """The text without the one pair of brackets around all of it."""
    pair = plain[:1] + plain[-1:]
    return plain[1:-1].strip() if pair in {"()", "[]"} and plain.count(pair[0]) == 1 else plain


def _state(inner: str) -> Money | None:
    """A cell that names its state, with footnote marks and, in brackets or after a dash or comma, words behind it."""
    kind, end = _named(inner)
    if kind is None:
        return None
    marks = re.match(rf"(?: ?(?:{MARKS}))*", inner[end:], LETTERS) if inner[end:] else None
    mark = marks[0] if marks else ""
    left = inner[end + len(mark) :].strip()
    told = left.rstrip(".")
    aside = told.lstrip("- ")[:1] == "(" and told[-1:] == ")"
    behind = aside or (told[:1] in {"-", ":", ",", ";"} and "£" not in told and _DIGITS.isdisjoint(told))
    if told and (kind is MoneyKind.DASH or not behind):
        return None
    rest = left.strip(" -:,;()")
    nil = kind is MoneyKind.NIL
    return Money(
        inner,
        kind,
        pence=0 if nil else None,
        query="?" in inner or (bool(rest) and (nil or "£" in rest)),
        note="; ".join(words for words in (mark.strip(), rest) if words) or None,
    )


def _named(inner: str) -> tuple[MoneyKind | None, int]:
    """The state that a cell begins with, and where its name ends."""
    if inner.lstrip("£ ")[:1] in {"-", "_", "~", "."}:
        dash = re.match(_DASH, inner)
        if dash and not re.match(" ?(?:nil|zero|none)", inner[dash.end() :], LETTERS):
            return MoneyKind.DASH, dash.end()
    tokens = words_of(inner)
    first = next((place for place, token in enumerate(tokens) if token.key not in "£-"), 0)
    for last in range(first + _LONGEST_STATE, first, -1):
        kind = _STATES.get(phrase(tokens[first:last]))
        if kind:
            end = tokens[first:last][-1].end
            return kind, end + (inner[end : end + 1] == ".")
    return None, 0


def _marked(plain: str) -> Money | None:
    """A cell that is one mark: left over from a program, which is queried, or a footnote mark."""
    if re.fullmatch(_SPREADSHEET, plain, LETTERS):
        return refused(plain, "malformed", "left over from a spreadsheet or a program")
    if re.fullmatch(rf"{MARKS}|[(\[]?{SEE_NOTE}[)\]]?", plain, LETTERS):
        return Money(plain, MoneyKind.FOOTNOTE)
    return None


def percentage(plain: str) -> re.Match[str] | None:
    """The percentage, or range of percentages, that a text states first."""
    stated = any(sign in plain.lower() for sign in ("%", "cent", "pct"))
    return re.search(_PERCENTAGE, plain, LETTERS) if stated else None


def otherwise(plain: str, money: int | None) -> str | None:
    """What a text with digits states that is no amount in pounds.

    Another currency may stand beside an amount that is certain, and starts at `money`.
    """
    outside = re.sub(r"(?<=.)\([^()]*\)", "", plain) if money is not None and "(" in plain else plain
    keys = {token.key for token in words_of(plain)}
    for reason, signs, pattern in _OTHERWISE:
        found = None if keys.isdisjoint(listed(signs)) else re.search(pattern, outside, LETTERS)
        if found and not (reason == _FOREIGN and money is not None and money < found.start()):
            return reason
    if "-" in keys or "/" in keys or plain.count(".") > 1:
        return next((reason for reason, form in _DATES.items() if re.fullmatch(form, plain)), None)
    return None


def refusal(plain: str) -> Money:
    """Why a text without a readable figure is refused."""
    left = _settled(plain)
    if left != plain:
        return Money(plain, MoneyKind.TO_BE_CONFIRMED, note=left.strip(" -:,;.()") or None)
    if read_unit(plain) and set("123456789").isdisjoint(plain):
        return refused(plain, "unknown", "a unit of money, no figure")
    if plain[0].isalpha() and "£" not in plain and _DIGITS.isdisjoint(plain):
        return refused(plain, "unknown", "no amount of money")
    if re.search(_BROKEN, plain):
        return refused(plain, "malformed", "letters inside a figure")
    if re.fullmatch(_NUMBERLIKE, plain, LETTERS) or re.search(_POUND_AND_DIGIT, plain):
        return refused(plain, "malformed", "a broken figure")
    return refused(plain, "unknown", "no amount of money")


def _settled(plain: str) -> str:
    """The text without what it says is to be confirmed."""
    tokens = words_of(plain)
    for first, token in enumerate(tokens):
        for last in range(first + _LONGEST_STATE, first, -1):
            if phrase(tokens[first:last]) in TO_BE_CONFIRMED:
                rest = plain[tokens[first:last][-1].end :]
                return plain[: token.start] + _settled(rest.removeprefix("."))
    return plain
