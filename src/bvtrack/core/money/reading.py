"""One printed value read to exact pence: a cell that states no figure, figures with words around them, or a refusal.

A text whose words are not all known is read only where a £ says which figure is money, and the words are kept as a
note with a query.
"""

import re
from dataclasses import replace

from bvtrack.core.money.cell import is_bracketed_digit, otherwise, percentage, refusal, unwrapped, without_figure
from bvtrack.core.money.characters import LETTERS, fold, unreadable
from bvtrack.core.money.figure import Span, is_figure, lift, read_figure
from bvtrack.core.money.sentence import read_sentence
from bvtrack.core.money.value import Money, MoneyKind, Unit, queried, refused

LONGEST = 500
_NIL_AS_FIGURE = r"(?<![a-z])(?:£ ?)?(?:nil|zero)(?![a-z])"
# A letter set against a figure in a table: revised, provisional, a footnote; not one that scales or misreads a digit.
_LETTERED = r"(?P<figure>[-+( ]*[0-9.,' ]*[0-9)]) ?(?P<letter>[ac-hjnq-z])"


def read_money(text: str, unit: Unit | None = None) -> Money:
    """Read one printed value; bare figures are in `unit`, a scale or £ of their own comes first. Never raises.

    A text of more than 500 characters, surrounding white space aside, is not read.
    """
    if len(text.strip()) > LONGEST:
        return Money(text, MoneyKind.UNKNOWN, query=True, note=f"longer than {LONGEST} characters")
    plain, doubts = fold(text)
    reason = unreadable(text)
    if reason:
        kind = MoneyKind.MALFORMED if re.search(r"[£\d]", plain) else MoneyKind.UNKNOWN
        return Money(text, kind, query=True, note=reason)
    heading = unit.pence if unit else None
    reading = without_figure(plain, heading) or _with_figures(plain, heading) or refusal(plain)
    return replace(queried(reading, *(doubts if plain else ())), text=text)


def _with_figures(plain: str, heading: int | None) -> Money | None:
    """Read the figures of a text with the words around them; None where that cannot be done."""
    lifted = _lift(plain)
    if lifted and ("nil" in plain.lower() or "zero" in plain.lower()):
        as_figure = re.sub(_NIL_AS_FIGURE, "£0", plain, flags=LETTERS)
        if as_figure != plain:
            return _with_figures(as_figure, heading)
    share = percentage(plain)
    if share and not (lifted and lifted[0].start < share.start()):
        rest = " ".join((plain[: share.start()] + plain[share.end() :]).split())
        return Money(plain, MoneyKind.PERCENTAGE, query=bool(rest.strip("()+-")), note=rest.strip("()+-") or None)
    stated = [span for span in lifted if read_figure(span.text, heading).stated]
    reason = otherwise(plain, stated[0].start if stated else None)
    if reason:
        return refused(plain, "unknown", reason)
    inner = unwrapped(plain)
    if inner and inner != plain and not is_figure(plain):
        reading = _with_figures(inner, heading)
        return reading and queried(reading, "in brackets")
    lettered = re.fullmatch(_LETTERED, plain, LETTERS) if heading and plain[-1].isalpha() else None
    if lettered:
        reading = _with_figures(lettered["figure"], heading)
        return reading and queried(reading, lettered["letter"])
    some = stated or (lifted[:1] if heading else [])
    return read_sentence(plain, lifted, heading, loose=False) or read_sentence(plain, some, heading, loose=bool(stated))


def _lift(plain: str) -> list[Span]:
    """The figures of a text, in order, but for those inside an aside in brackets or a bracketed footnote mark."""
    asides = [
        aside.span()
        for aside in (re.finditer(r"\([^()]*\)", plain) if "(" in plain else ())
        if not is_figure(aside[0]) or (is_bracketed_digit(aside[0]) and plain[: aside.start()].rstrip()[-1:].isalnum())
    ]
    whole = asides == [(0, len(plain))]
    return [span for span in lift(plain) if whole or not any(start <= span.start < end for start, end in asides)]
