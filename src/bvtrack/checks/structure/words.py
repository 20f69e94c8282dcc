"""The words that say what a line of a table is to the arithmetic: a total, a net, something taken off, a rate."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_TOTAL: Final = re.compile(
    r"\b(?:sub-?\s?|grand )?totals?\b|\bsum of\b|^all\b|\ball (?:services|departments|schools)\b|\boverall\b|"
    r"\bgross (?:expenditure|cost|income|spend(?:ing)?|total)\b|\baggregate\b|^cost of (?:\w+ )?services$|"
    r"^(?:county|council|authority|borough|city)$",
    re.IGNORECASE,
)
_LEADS: Final = re.compile(
    r"^\W*(?:grand |net |gross )?(?:sub-?\s?)?totals?\b|\b(?:sub-?\s?)?totals?\W*$|"
    r"^all\b|^(?:county|council|authority|borough|city)$",
    re.IGNORECASE,
)
_NET: Final = re.compile(
    r"\bnet\b|\bbalance\b|\bsurplus\b|\bdeficit\b|^equals\b|\bremaining\b|\bstill to\b|\bdifference\b|"
    r"\bvaria(?:nce|tion)|\bchange\b|\bshortfall\b|\bgap\b|\brequirement\b|\bunder\W|\bover\W|\b(?:under|over)-?spend|\bavailable\b|"
    r"\bcarried forward\b|\bc/f\b|^after\b|\bincrease\b|\bdecrease\b|\bmovement\b|\bclosing\b",
    re.IGNORECASE,
)
_LEFT: Final = re.compile(
    r"^\W*net\b|^\W*balance (?:carried|at 31|31)|\bsurplus\b|\bdeficit\b|\bstill to\b|\brequirement\b|"
    r"\bcarried forward\b",
    re.IGNORECASE,
)
_NET_TOTAL: Final = re.compile(
    r"^\W*net (?:\w+ ){0,2}(?:budget|costs?|expenditure|spend(?:ing)?|requirement|funding)\b|"
    r"\bbudget requirement\b|^\W*core spending power\b",
    re.IGNORECASE,
)
_LESS: Final = re.compile(r"^\W*(?:less|deduct|minus|deductions?)\b", re.IGNORECASE)
_TAKEN: Final = re.compile(
    r"\bincome\b|\bgrants?\b|\breceipts\b|\bfees\b|\bsavings?\b|\bcontributions?\b", re.IGNORECASE
)
_RATE: Final = re.compile(
    r"%|\bper\s?cent\b|\bpercentage\b|\bper\b|\baverage\b|\bavg\b|\bmean\b|\bratio\b|\bscore\b|\bref(?:erence)?\b\.?|"
    r"\bindex\b|\bcumulative\b|\brunning total\b|\brank\b|\bcost/|\bunit costs?\b",
    re.IGNORECASE,
)
_TOTAL_OR_RATE: Final = re.compile(r"\W*totals? ?(?:/|and|or) ?(?:weighted )?(?:average|avg|mean)\b", re.IGNORECASE)
_COUNT: Final = re.compile(
    r"\bfte\b|\bstaff\b|\bposts\b|\bnumbers?\b|\bpupils\b|\bpopulation\b|\bheadcount\b|\bplaces\b|\bhours\b",
    re.IGNORECASE,
)
_BALANCE: Final = re.compile(
    r"\bbalances?\b|\bopening\b|\bclosing\b|\b(?:brought|carried) forward\b|\b[bc]/f(?:wd)?\b|"
    r"\boutstanding\b|\bin hand\b",
    re.IGNORECASE,
)
_AT_A_TIME: Final = re.compile(
    r"\bfte\b|\bin post\b|\bvacanc(?:y|ies)\b|\bnumber of\b|\bpupils\b|\bpopulation\b|\bheadcount\b|\bcaseload\b",
    re.IGNORECASE,
)
_MEMO: Final = re.compile(r"^\W*(?:of which|memo|including|included above|note)\b|\bof which\b", re.IGNORECASE)


@lru_cache(maxsize=4096)
def says_total(label: str) -> bool:
    """Tell whether a label names a total or a sub-total."""
    return bool(_TOTAL.search(label)) and not says_rate(label)


@lru_cache(maxsize=4096)
def asks_for_total(label: str) -> bool:
    """Tell whether a label promises a total of the lines shown: `Total` leads it or ends it, and no count is meant."""
    return bool(_LEADS.search(label)) and not says_rate(label) and not _COUNT.search(label)


@lru_cache(maxsize=4096)
def says_net(label: str) -> bool:
    """Tell whether a label names what is left of one figure after others, or the difference of two."""
    return bool(_NET.search(label)) and not re.match(r"\W*(?:grand |sub-?\s?)?total\b", label, re.IGNORECASE)


@lru_cache(maxsize=4096)
def asks_for_net(label: str) -> bool:
    """Tell whether a label promises what is left of the lines shown: a net figure, a balance, a gap."""
    return bool(_LEFT.search(label)) and not _COUNT.search(label)


@lru_cache(maxsize=4096)
def says_net_total(label: str) -> bool:
    """Tell whether a label names what a council's spending or its funding comes to, wherever it stands."""
    return bool(_NET_TOTAL.search(label))


@lru_cache(maxsize=4096)
def says_less(label: str) -> bool:
    """Tell whether a label says that its figures are taken off."""
    return bool(_LESS.search(label))


@lru_cache(maxsize=4096)
def may_be_taken_off(label: str) -> bool:
    """Tell whether a label names income or a saving, which print often shows without its sign."""
    return bool(_TAKEN.search(label)) or says_less(label)


@lru_cache(maxsize=4096)
def says_rate(label: str) -> bool:
    """Tell whether a label names figures that do not add: rates, averages, percentages, references."""
    return bool(_RATE.search(label)) and not _TOTAL_OR_RATE.match(label)


@lru_cache(maxsize=4096)
def says_balance(label: str) -> bool:
    """Tell whether a label names what there is at a time, not what comes and goes over one."""
    return bool(_BALANCE.search(label))


@lru_cache(maxsize=4096)
def says_count(label: str) -> bool:
    """Tell whether a label names people or posts, which are counted at a time."""
    return bool(_AT_A_TIME.search(label))


@lru_cache(maxsize=4096)
def says_memo(label: str) -> bool:
    """Tell whether a label says that its figures are part of another line's."""
    return bool(_MEMO.search(label))
