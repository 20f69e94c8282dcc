"""The years along a table of a document: runs of labels that should follow one another, and whether they do."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Final

from bvtrack.core.financial_year import FinancialYear, read_year

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bvtrack.core.table import Line

_BARE: Final = re.compile(r"\W*((?:19|20)?\d\d) ?[-/–—] ?'?((?:19|20)?\d\d)\W*", re.ASCII)
_ALONE: Final = re.compile(r"\W*(?:(?:year|yr)\.? ?(\d\d?)|((?:19[5-9]|20[0-4])\d))\W*", re.ASCII | re.IGNORECASE)
_WORDS: Final = re.compile(r"[^\W\d_]{3,}")
_NEAR: Final = date(2002, 4, 1)  # any day will do to tell which of two years is the earlier
_LONGEST: Final = 40  # characters of a label of a year


@dataclass(frozen=True, slots=True)
class Span:
    """A label that names years, as they are: `2002-03` from 2002 to 2003, `2003-05` from 2003 to 2005."""

    line: int
    label: str
    first: int
    last: int

    @property
    def one_year(self) -> bool:
        """Whether its two years are consecutive, as those of one financial year."""
        return self.last == self.first + 1


def year_runs(lines: Sequence[Line]) -> Iterator[tuple[Span, ...]]:
    """Yield the runs of lines side by side whose labels name years in the same words, under one heading."""
    spans = [_span(number, one.label) for number, one in enumerate(lines)]

    def alike(number: int) -> tuple[bool, str, tuple[str, ...]]:
        words = tuple(word.casefold() for word in _WORDS.findall(lines[number].label))
        return spans[number] is None, lines[number].group, words

    for _, numbers in groupby(range(len(lines)), key=alike):
        run = tuple(span for number in numbers if (span := spans[number]))
        if run:
            yield run


def start_of(line: Line) -> int | None:
    """Give the calendar year in which the financial year of a line begins; None where it names no one year."""
    span = _span(0, line.label)
    return span.first if span and span.one_year else None


def named(year: int, like: str) -> str:
    """Name a year as another label is written: `2004`, `Year 3`, else as a financial year."""
    return re.sub(r"\d+", str(year), like) if _ALONE.fullmatch(like) else FinancialYear(year).label


def _span(number: int, label: str) -> Span | None:
    printed = _BARE.fullmatch(label)
    if printed:
        first = _in_full(int(printed[1]), _NEAR.year)
        last = _in_full(int(printed[2]), first)
        return Span(number, " ".join(label.split()), first, last)
    alone = _ALONE.fullmatch(label)
    if alone:
        return _one_year(number, label, int(alone[1] or alone[2]))
    years = read_year(label, _NEAR).years if len(label) <= _LONGEST and re.search(r"\d\d", label) else ()
    return _one_year(number, label, years[0].start_year) if len(years) == 1 else None


def _one_year(number: int, label: str, year: int) -> Span:
    return Span(number, " ".join(label.split()), year, year + 1)


def _in_full(year: int, near: int) -> int:
    """Give a year with its century, the one that brings it nearest to another year where it has none."""
    return (
        year if year > 99 else min((century + year for century in (1900, 2000, 2100)), key=lambda one: abs(one - near))
    )


def in_order(years: Sequence[int]) -> bool:
    """Tell whether years rise or fall throughout, once or in blocks side by side; years that come twice are blocks."""
    if len(set(years)) < len(years):
        return True
    return _rises(years) or _rises([-year for year in years])


def _rises(years: Sequence[int]) -> bool:
    """Tell whether years rise throughout, or in blocks of two or more of which none reaches into another."""
    blocks: list[list[int]] = []
    for year in years:
        if blocks and year > blocks[-1][-1]:
            blocks[-1].append(year)
        else:
            blocks.append([year])
    if len(blocks) < 2:
        return True
    ordered = sorted(blocks)
    apart = all(one[-1] < other[0] for one, other in pairwise(ordered))
    return apart and all(len(block) > 1 for block in blocks)


class Doubt(StrEnum):
    """What is doubtful about a label among those of single years."""

    BACKWARDS = "its second year is not after its first"
    OVERLAPS = "it reaches into a year that has a label of its own"
    LONGER = "it is two years among labels of one"


def doubtful(run: Sequence[Span]) -> Iterator[tuple[Span, Doubt]]:
    """Yield the labels of a run that are not two consecutive years though most of the others are.

    A label over years that all stand in the run sums them up, and one over several that do not stand there is a
    period of its own; neither is doubtful.
    """
    single = {span.first for span in run if span.one_year}
    odd = [span for span in run if not span.one_year]
    if len(odd) > len(single):
        return
    for span in odd:
        years = set(range(span.first, span.last))
        if not years and len(odd) < len(single):
            yield span, Doubt.BACKWARDS
        elif len(odd) < len(single) and (_in_a_hole(run, span) or (len(years) == 2 and len(years & single) == 1)):
            yield span, Doubt.OVERLAPS
        elif len(years) == 2 and not years & single and not _fills_a_hole(run, span):
            yield span, Doubt.LONGER


def _in_a_hole(run: Sequence[Span], span: Span) -> bool:
    """Tell whether a label stands where just one year is missing, and one of its own two years is that year's."""
    beside = _beside(run, span)
    return beside is not None and beside[1] - beside[0] == 2 and (span.first == beside[0] + 1 or span.last == beside[1])


def _fills_a_hole(run: Sequence[Span], span: Span) -> bool:
    """Tell whether a label stands where the years it names are missing."""
    return _beside(run, span) == (span.first - 1, span.last)


def _beside(run: Sequence[Span], span: Span) -> tuple[int, int] | None:
    """Give the years of the labels on both sides of one, the earlier first."""
    place = run.index(span)
    if not 0 < place < len(run) - 1:
        return None
    before, after = sorted((run[place - 1].first, run[place + 1].first))
    return before, after
