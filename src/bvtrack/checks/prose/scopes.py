"""What a figure in prose covers: the whole plan, a number of years, a span of years, one year, one recommendation."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

_NUMBERS: Final = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
_CENTURY: Final = 50  # financial years from 50-51 on are of the 1900s
_YEAR: Final = r"(?:19|20)\d\d(?:\s?[-/]\s?(?:(?:19|20)?\d\d))?|\d\d\s?[-/]\s?\d\d"
_OVER: Final = r"(?:over|across|during|in|for|within|throughout|through)"
_SCOPES: Final = re.compile(
    rf"(?:{_OVER} )?(?:the )?(?:years |period )?(?:from )?"
    rf"(?P<from>{_YEAR})\s?(?:to|-|and|until)\s?(?P<to>{_YEAR})(?!\d)|"
    rf"(?:{_OVER} )?(?:the )?(?:plan )?period (?P<plan>(?:19|20)\d\d\s?-\s?(?:19|20)?\d\d)|"
    rf"(?:in|for|during|of) (?:the )?(?:financial )?(?:year )?(?P<year>{_YEAR})(?![\d%])|"
    rf"{_OVER} (?:the |all )?(?:next |coming |full |whole |following )?(?P<n>\d{{1,2}}|{'|'.join(_NUMBERS)})[ -]years?"
    r"(?: (?:period|plan|programme))?(?: of the (?:plan|programme|review))?|"
    rf"{_OVER} the (?:whole |full |entire )?(?:(?:plan|review|planning|programme|strategy|budget) )?"
    r"(?P<period>period|plan|programme|life of the (?:plan|programme))(?: of the (?:plan|programme|review))?|"
    r"(?P<whole>in (?:total|all|aggregate)|altogether|overall)|"
    r"(?:for|of|under|from|on|to)(?: implementing| implement)? rec(?:ommendation)?s?\.? (?P<rec>\d{1,2}[a-z]?)|"
    r"(?:for|of|from|by|to|in) (?P<doing>(?:implement|adopt|deliver)(?:ing)? )?"
    rf"(?:(?:the|these|all|of|our|its|{'|'.join(_NUMBERS)}) ){{0,3}}(?:best value |review's )?"
    r"(?P<subject>recommendations|proposals|(?(doing)(?:review|plan|programme|package)|(?!)))(?! \d)"
    r"(?: of the (?:review|report))?"
)
_AT_END: Final = re.compile(rf"(?:^|(?<=[\s,]))(?:{_SCOPES.pattern})[\s,]*$")
_AT_START: Final = re.compile(rf"[\s,]*(?:{_SCOPES.pattern})(?![\w-])")
_ANYWHERE: Final = re.compile(rf"(?<![\w-])(?:{_SCOPES.pattern})(?![\w-])")


@dataclass(frozen=True, slots=True)
class Scope:
    """What words say of the time and the recommendation a figure covers; `clash` where they cannot all be meant.

    `whole` says that all of it is meant, `period` that all years of the plan are.
    Years are two-digit numbers of the year in which a financial year begins, `"c2004"` for a calendar year. `span` is
    the first such year and the years that could be the last.
    """

    whole: bool = False
    period: bool = False
    years: int | None = None
    span: tuple[str, frozenset[str]] | None = None
    year: str = ""
    recommendation: str = ""
    clash: bool = False

    def said(self) -> str:
        """Put into words what years are covered; nothing where none are told."""
        if self.year.isdigit():
            first = int(self.year)
            return f"in {20 if first < _CENTURY else 19}{first:02}-{(first + 1) % 100:02}"
        return f"in {self.year[1:]}" if self.year else f"over {self.years} years" if self.years else ""

    def joined(self, other: Scope) -> Scope:
        """Give what both say."""
        clash = any(
            mine and theirs and mine != theirs
            for mine, theirs in (
                (self.years, other.years),
                (self.span, other.span),
                (self.year, other.year),
                (self.recommendation, other.recommendation),
            )
        )
        one = Scope(
            self.whole or other.whole,
            self.period or other.period,
            self.years or other.years,
            self.span or other.span,
            self.year or other.year,
            self.recommendation or other.recommendation,
            self.clash or other.clash or clash,
        )
        return Scope(clash=True) if one.year and (one.years or one.span) else one


def year_key(text: str) -> str:
    """Give a year as it is compared: `02` for 2002-03, `c2004` for 2004; nothing for what is no one year."""
    found = re.fullmatch(r"\s*(?:(?:19|20)(?=\d\d\s?[-/.]))?(\d\d)\s?(?:[-/.]|[-/.][-/.])\s?(?:19|20)?(\d\d)\s*", text)
    if found:
        return found[1] if (int(found[1]) + 1) % 100 == int(found[2]) else ""
    bare = re.fullmatch(r"\s*((?:19|20)\d\d)\s*", text)
    return f"c{bare[1]}" if bare else ""


def scope_at_end(text: str) -> tuple[str, Scope] | None:
    """Take the scope that a text ends in off it; None where it ends in none."""
    found = _AT_END.search(text)
    return (text[: found.start()].rstrip(" ,"), _scope(found)) if found else None


def scope_at_start(text: str) -> tuple[str, Scope] | None:
    """Take the scope that a text begins with off it; None where it begins with none."""
    found = _AT_START.match(text)
    return (text[found.end() :], _scope(found)) if found else None


def scopes_within(text: str) -> tuple[str, Scope]:
    """Take all scopes out of a text."""
    scope = _together(_scope(found) for found in _ANYWHERE.finditer(text))
    return _ANYWHERE.sub(" ", text), scope


def _together(scopes: Iterable[Scope]) -> Scope:
    whole = Scope()
    for scope in scopes:
        whole = whole.joined(scope)
    return whole


def _scope(found: re.Match[str]) -> Scope:
    if found["from"] or found["plan"]:
        first, last = (found["from"], found["to"]) if found["from"] else re.split(r"\s?-\s?", found["plan"])
        return _span(first, last)
    if found["year"]:
        return _one_year(found["year"])
    if found["n"]:
        number = _NUMBERS.get(found["n"]) or int(found["n"])
        return Scope(period=True, years=number)
    if found["rec"]:
        return Scope(recommendation=found["rec"])
    return Scope(whole=not found["period"], period=bool(found["period"]))


def _one_year(text: str) -> Scope:
    """Read one year, or the span of a plan: `2002-2006` is no financial year."""
    key = year_key(text)
    if key:
        return Scope(year=key)
    first, last = re.split(r"\s?[-/]\s?", text)
    return _span(first, last)


def _span(first: str, last: str) -> Scope:
    """Give the span between two years: a plan from 2002 to 2006 may end in 2005-06."""
    start = year_key(first).removeprefix("c")[-2:]
    end = year_key(last) or (f"c{last}" if last.isdigit() else "")
    if not start or not end:
        return Scope(clash=True)
    number = int(end.removeprefix("c")[-2:])
    ends = {f"{number:02}"} | ({f"{(number - 1) % 100:02}"} if end.startswith("c") else set())
    return Scope(period=True, span=(start, frozenset(ends)))
