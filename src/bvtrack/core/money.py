"""Money as councils print it: a closed grammar that reads a text to exact pence, and says what it does not know.

A text is taken as figures with words before, between and after them. The words are looked up in the tables of
`money_print`; a text whose words are not all known is read only where a £ says which figure is money, and the words are
kept as a note with a query.
"""

import re
from dataclasses import replace

from bvtrack.core import money_print as printed
from bvtrack.core.money_figure import LIFT, read_figure
from bvtrack.core.money_sentence import queried, read_sentence, refused
from bvtrack.core.money_unit import read_unit
from bvtrack.core.money_value import Money, MoneyKind, Unit, in_unit, pounds

__all__ = ["Money", "MoneyKind", "Unit", "in_unit", "pounds", "read_money", "read_unit"]

LONGEST = 500


def read_money(text: str, unit: Unit | None = None) -> Money:
    """Read one printed value; bare figures are in `unit`, a scale or £ of their own comes first. Never raises.

    A text of more than 500 characters, surrounding white space aside, is not read.
    """
    if len(text.strip()) > LONGEST:
        return Money(text, MoneyKind.UNKNOWN, query=True, note=f"longer than {LONGEST} characters")
    plain, doubts = printed.fold(text)
    reason = printed.unreadable(text)
    if reason:
        kind = MoneyKind.MALFORMED if re.search(r"[£\d]", plain) else MoneyKind.UNKNOWN
        return Money(text, kind, query=True, note=reason)
    heading = unit.pence if unit else None
    reading = _without_figure(plain, heading) or _with_figures(plain, heading) or _refusal(plain)
    return replace(queried(reading, *(doubts if plain else ())), text=text)


def _without_figure(plain: str, heading: int | None) -> Money | None:
    """A blank, a dash, nil, to be confirmed, a footnote mark: a cell that says something other than a figure."""
    if not plain:
        return Money(plain, MoneyKind.BLANK)
    if heading is None and printed.BRACKETED_DIGIT.fullmatch(plain):
        return Money(plain, MoneyKind.FOOTNOTE, query=True, note="or a negative figure")
    inner = _unwrapped(plain)
    for kind, pattern in printed.STATES.items():
        found = pattern.fullmatch(inner)
        if found:
            rest = (found["rest"] or "").strip(" -:,;()")
            beside = "; ".join(words for words in (found["mark"].strip(), rest) if words) or None
            nil = kind == MoneyKind.NIL
            query = "?" in inner or (bool(rest) and (nil or "£" in rest))
            return Money(plain, MoneyKind(kind), pence=0 if nil else None, query=query, note=beside)
    for kind, note, pattern in printed.MARKED:
        if pattern.fullmatch(plain):
            return Money(plain, MoneyKind(kind), query=kind == MoneyKind.MALFORMED, note=note)
    return None


def _unwrapped(plain: str) -> str:
    """The text without the one pair of brackets around all of it."""
    pair = plain[0] + plain[-1]
    return plain[1:-1].strip() if pair in {"()", "[]"} and plain.count(pair[0]) == 1 else plain


def _refusal(plain: str) -> Money:
    """Why a text without a readable figure is refused."""
    if printed.TO_BE_CONFIRMED_SOMEWHERE.search(plain):
        note = printed.TO_BE_CONFIRMED_SOMEWHERE.sub("", plain).strip(" -:,;.()") or None
        return Money(plain, MoneyKind.TO_BE_CONFIRMED, note=note)
    if read_unit(plain) and not re.search("[1-9]", plain):
        return refused(plain, "unknown", "a unit of money, no figure")
    if printed.BROKEN.search(plain):
        return refused(plain, "malformed", "letters inside a figure")
    if printed.NUMBERLIKE.fullmatch(plain) or printed.POUND_AND_DIGIT.search(plain):
        return refused(plain, "malformed", "a broken figure")
    return refused(plain, "unknown", "no amount of money")


def _with_figures(plain: str, heading: int | None) -> Money | None:
    """Read the figures of a text with the words around them; None where that cannot be done."""
    lifted = _lift(plain)
    if lifted and printed.NIL_AS_FIGURE.search(plain):
        return _with_figures(printed.NIL_AS_FIGURE.sub("£0", plain), heading)
    percentage = printed.PERCENTAGE.search(plain)
    if percentage and not (lifted and lifted[0].start() < percentage.start()):
        rest = " ".join((plain[: percentage.start()] + plain[percentage.end() :]).split())
        return Money(plain, MoneyKind.PERCENTAGE, query=bool(rest.strip("()+-")), note=rest.strip("()+-") or None)
    stated = [match for match in lifted if read_figure(match[0], heading).stated]
    reason = _otherwise(plain, stated)
    if reason:
        return refused(plain, "unknown", reason)
    inner = _unwrapped(plain)
    if inner != plain and not LIFT.fullmatch(plain):
        reading = _with_figures(inner, heading)
        return reading and queried(reading, "in brackets")
    lettered = printed.LETTERED.fullmatch(plain)
    if lettered and heading:
        reading = _with_figures(lettered["figure"], heading)
        return reading and queried(reading, lettered["letter"])
    some = stated or (lifted[:1] if heading else [])
    return read_sentence(plain, lifted, heading, loose=False) or read_sentence(plain, some, heading, loose=bool(stated))


def _otherwise(plain: str, stated: list[re.Match[str]]) -> str | None:
    """What a text with digits states that is no amount in pounds; another currency may stand beside one."""
    outside = printed.ASIDE_BEHIND.sub("", plain) if stated else plain
    for reason, pattern in printed.OTHERWISE_FOUND.items():
        found = pattern.search(outside)
        if found and not (reason == "another currency" and stated and stated[0].start() < found.start()):
            return reason
    return next((reason for reason, pattern in printed.DATES.items() if pattern.fullmatch(plain)), None)


def _lift(plain: str) -> list[re.Match[str]]:
    """The figures of a text, in order, but for those inside an aside in brackets or a bracketed footnote mark."""
    asides = [
        aside.span()
        for aside in re.finditer(r"\([^()]*\)", plain)
        if not LIFT.fullmatch(aside[0])
        or (printed.BRACKETED_DIGIT.fullmatch(aside[0]) and plain[: aside.start()].rstrip()[-1:].isalnum())
    ]
    whole = len(asides) == 1 and asides[0] == (0, len(plain))
    return [
        match
        for match in LIFT.finditer(plain)
        if whole or not any(start <= match.start() < end for start, end in asides)
    ]
