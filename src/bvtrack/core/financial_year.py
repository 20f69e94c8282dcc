"""Financial years, 1 April to 31 March: the value, and the grammar of how councils and Parliament print them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from bvtrack.core.period import (
    Precision,
    Span,
    day_after,
    financial_year_label,
    financial_years,
    refused,
    undated,
)
from bvtrack.core.period.forms import Form, cut
from bvtrack.core.period.text import EITHER_YEAR, LONGEST_PLAN, NOT_NEXT, TOO_LONG, fold, match_span, match_year

LONGEST_TEXT: Final = 500


@dataclass(frozen=True, slots=True, order=True)
class FinancialYear:
    """The financial year that starts on 1 April of `start_year`."""

    start_year: int

    @property
    def label(self) -> str:
        """The year as this project writes it: 2002-03, 1999-00."""
        return financial_year_label(self.start_year)

    @property
    def start(self) -> date:
        """Its first day, 1 April."""
        return date(self.start_year, 4, 1)

    @property
    def end(self) -> date:
        """Its last day, 31 March."""
        return date(self.start_year + 1, 3, 31)

    def next(self) -> FinancialYear:
        """Give the year after."""
        return FinancialYear(self.start_year + 1)


@dataclass(frozen=True, slots=True)
class YearReading:
    """What a text says as a financial year or a run of them.

    `label`, `start` and `end` are None and `years` empty where no year can be told: refused, or, with `ambiguous`,
    short of what would tell it (the century of `02-03`). A flagged reading that has years is the likely one. `note`
    says why a text was refused or flagged. A plan period `2002 – 2006` has the years 2002-03 to 2005-06.
    """

    text: str
    label: str | None = None
    start: date | None = None
    end: date | None = None
    ambiguous: bool = False
    years: tuple[FinancialYear, ...] = ()
    note: str | None = None


def financial_year_of(day: date) -> FinancialYear:
    """Give the financial year that the day falls in."""
    return FinancialYear(day.year if day.month >= 4 else day.year - 1)


@lru_cache(1024)
def read_year(text: str, near: date | None = None) -> YearReading:
    """Read a financial year or plan period as printed; a two-digit year is the one nearest to `near`.

    Words that stand beside a year in headings (budget, outturn, £'000, a footnote mark) are passed over; any other
    text is refused.
    """
    scanned = _scan(fold(text), near) if len(text.strip()) <= LONGEST_TEXT else "too long to be a financial year"
    if isinstance(scanned, str):
        return YearReading(text, note=scanned)
    span = _whole(scanned.spans, scanned.joints)
    if span.refused:
        return YearReading(text, note=span.note)
    if span.earliest is None or span.latest is None:
        return YearReading(text, ambiguous=True, note=span.note)
    years = tuple(FinancialYear(start) for start in range(span.earliest.year, span.latest.year))
    note = scanned.note or span.note
    return YearReading(text, span.label, span.earliest, span.latest, note is not None, years, note)


# Words of headings that say which figures stand under the year, and words that lead up to it.
_HEADINGS: Final = (
    "original revised final approved base budget budgets budgeted estimate estimates estimated est outturn outturns"
    " out-turn out-turns actual actuals forecast forecasts projected projection projections plan plans planned"
    " provisional prov indicative latest current proposed draft probable working net gross cash target targets"
    " performance result results financial fiscal for in during the of year years period over covering rev prices"
    " million as at full cost costs saving savings income expenditure spend spending date"
)
_BESIDE: Final = frozenset(_HEADINGS.split())
_WORD: Final = r"([a-z]+(?:-[a-z]+)?)(?![0-9a-z])\.?"
# A footnote mark, a unit, or a mark of no meaning.
_MARK: Final = (
    r"[\[(](?:note ?)?(?:[0-9]{1,2}|[a-z]|note)[\])]|[â(]?£(?:'?000?|k|m|million)?'?s?(?![0-9a-z])|'?000'?s?(?![0-9])"
    r"|note ?[0-9]{1,2}(?![0-9a-z])|[%*†‡§#¹²³⁰⁴-⁹\s:;.()\[\]\"']"
)
_OF_A_PLAN: Final = Form("yr12U", "yzr", r"[yr]\.? ?[1U](?![\w/-])|[12U][- ][yz](?!\w)")  # Year 1, over four years
_PLAN_YEAR: Final = Form("yr", "12U", r"[yr]\.? ?[12U]\Z")
_JOINT: Final = r" ?(?:(?P<joint>[-&,/])(?: ?and(?![a-z]))?|(?P<word>to|until|and|through)(?![a-z])) ?"
_TO_FOLLOWS: Final = r" (?:-|to|until) "
_TO: Final = {"-", "to", "until", "through"}
_MARK_BEFORE: Final = r"[1-9] ?(?=(?:19|20)[0-9]{2} ?[-/] ?[0-9])"
_MARK_BEHIND: Final = r" ?[1-9](?![0-9a-z]|[- ]year)"
_FUSED: Final = r"((?:19|20)[0-9]{2} ?[-/] ?(?:(?:19|20)[0-9]{2}|[0-9]{2}))[1-9](?![0-9a-z])"


class _Scanned(NamedTuple):
    """The periods a text is made of, what stands between them, and why their reading is flagged."""

    spans: tuple[Span, ...]
    joints: tuple[str, ...]
    note: str | None


def _scan(text: str, near: date | None) -> _Scanned | str:
    """Take a folded text apart; where something in it is neither a period nor a word beside one, say what."""
    if cut(text, 0).match(_PLAN_YEAR):
        return "a year of a plan, not of the calendar"
    spans: list[Span] = []
    joints: list[str] = []
    note = None
    at = 0
    while at < len(text):
        if found := _period(text, at, near):
            spans.append(found[0])
            at = found[1]
        elif mark := _match(_MARK_BEHIND if spans else _MARK_BEFORE, text, at):
            note, at = "a footnote mark stands at the year", mark.end()
        elif fused := _match(_FUSED, text, at):
            read = match_year(fused[1], 0, near)
            spans.append(read[0] if read else refused(NOT_NEXT))
            note, at = "a footnote mark is fused with the year", fused.end()
        elif len(spans) > len(joints) and (joint := _match(_JOINT, text, at)):
            joints.append(joint["joint"] or joint["word"])
            at = joint.end()
        elif beside := _beside(text, at):
            at = beside
        else:
            return f"“{text[at : at + 40].split(maxsplit=1)[0]}” is no part of a financial year"
    return _Scanned(tuple(spans), tuple(joints), note)


def _match(pattern: str, text: str, at: int) -> re.Match[str] | None:
    """Match at a place by a pattern that most years do not need, so that it is compiled by the first that does."""
    return re.compile(pattern).match(text, at)


def _beside(text: str, at: int) -> int | None:
    """Tell where what stands beside a year ends: a word of headings, a unit, a footnote mark, `Year 1`."""
    if of_a_plan := cut(text, at).match(_OF_A_PLAN):
        return of_a_plan.end
    if (word := _match(_WORD, text, at)) and (
        word[1] in _BESIDE or (word[1] == "from" and re.search(_TO_FOLLOWS, text[at:]))
    ):
        return word.end()
    mark = _match(_MARK, text, at)
    return mark.end() if mark else None


def _period(text: str, at: int, near: date | None) -> tuple[Span, int] | None:
    """Read the period at a place, as a financial year if it can be one; 02/2003 may be a month too and is flagged."""
    year, other = match_year(text, at, near), match_span(text, at, near)
    if year and other and year[1] == other[1] and other[0].precision is Precision.MONTH and not year[0].refused:
        return year[0]._replace(note="may be a month"), year[1]
    if year is None or (other and (other[1] > year[1] or year[0].refused)):
        return other
    return year


def _whole(spans: tuple[Span, ...], joints: tuple[str, ...]) -> Span:
    """Make one run of financial years of the periods; refused where they are none, undated where it cannot be told."""
    problem = next((span for span in spans if span.refused), None)
    if not spans or problem:
        return problem or refused("no year stands here")
    if len(spans) == 1:
        return _single(spans[0])
    first, last = spans[0], spans[-1]
    if len(joints) != len(spans) - 1 or any(span.precision is not first.precision for span in spans):
        return refused("several periods that are no run of financial years")
    unknown = next((span for span in spans if span.earliest is None), None)
    if unknown or first.earliest is None or last.latest is None:
        return unknown or first
    if not ((len(joints) == 1 and joints[0] in _TO) or all(_follows(a, b) for a, b in pairwise(spans))):
        return refused("the years do not follow one another")
    return _run(first.earliest, last.latest)


def _follows(first: Span, second: Span) -> bool:
    return first.latest is not None and second.earliest == day_after(first.latest)


def _single(span: Span) -> Span:
    match span.precision:
        case Precision.FINANCIAL_YEAR:
            return span
        case Precision.YEAR if span.note == EITHER_YEAR or span.earliest is None:
            return undated(Precision.FINANCIAL_YEAR, EITHER_YEAR)
        case Precision.DAY if span.part and (span.part.number, span.part.last_day) == (3, 31):
            year = financial_years(span.latest.year - 1) if span.latest else undated(Precision.FINANCIAL_YEAR, "")
            return year._replace(note="the last day of a year, not a year")
        case _:
            return refused(f"a {span.precision}, not a financial year")


def _run(first: date, last: date) -> Span:
    """Make the financial years from one day to another; refused where these are not their first and last day."""
    if (first.month, first.day) != (4, 1) or (last.month, last.day) != (3, 31):
        return refused("runs from no 1 April to a 31 March")
    if last < first:
        return refused("ends before it starts")
    count = last.year - first.year
    return financial_years(first.year, count) if count <= LONGEST_PLAN else refused(TOO_LONG)
