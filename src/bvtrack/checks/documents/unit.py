"""The unit of a table's figures where the words around the table state it: `All figures in £'000`.

Reports state a unit in the table itself, in a line over or under it, or once for all their tables.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bvtrack.checks.structure.headers import stated_unit
from bvtrack.core.money import read_unit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bvtrack.core.document import Document, Grid, Paragraph
    from bvtrack.core.money import Unit

_NEAR: Final = 3  # paragraphs over a table that may be about it: a title may stand between
_LONGEST: Final = 300  # characters of a sentence that states a unit
_LONGEST_TITLE: Final = 80
_SENTENCES: Final = re.compile(r"(?<=[.;:!?])\s+")
_STATEMENT: Final = re.compile(
    r"\b(?:figures?|amounts?|values?|sums?|costs?|prices?|budgets?|savings|totals|tables?|columns?|expenditure|"
    r"spending|shown|expressed|stated|presented|given|all)\b.{0,80}?\b(?:in|are|is)\b"
    r"(?P<unit>(?!.{0,40}(?:£ ?[1-9]|nearest)).{1,40})",
    re.IGNORECASE,
)
_MONEY: Final = re.compile(r"£|\b(?:GBP|pounds?|pence|sterling)\b|'000|000s?\b", re.IGNORECASE)
_ALONE: Final = re.compile(r"(?:\W|\b(?:in|all|unit|units|figures)\b)*", re.IGNORECASE)
_FOR_ALL: Final = re.compile(
    r"\b(?:all|throughout|tables|report|document|paper|appendix|appendices|annex)\b", re.IGNORECASE
)


def unit_near(document: Document, grid: Grid) -> Unit | None:
    """Give what bare figures of a grid are in, by itself or by the words next to it; None where neither states it.

    What a £ in a cell tells is left to the reading of the table.
    """
    return stated_unit(grid) or next(_units(around(document, grid)), None)


def around(document: Document, grid: Grid) -> tuple[str, ...]:
    """Give the paragraphs next to a grid, the nearest first: those right over it, then the one right under it."""
    before = max((other.after for other in document.grids if other.number < grid.number), default=0)
    behind = min((other.after for other in document.grids if other.number > grid.number), default=len(document.prose))
    over = reversed(document.prose[before : grid.after][-_NEAR:])
    return tuple(one.text for one in (*over, *document.prose[grid.after : behind][:1]) if _same_sheet(grid, one))


def _same_sheet(grid: Grid, paragraph: Paragraph) -> bool:
    return all(cell.spot.sheet == paragraph.spot.sheet for row in grid.cells[:1] for cell in row[:1])


def units_for_all(document: Document) -> tuple[tuple[int, Unit], ...]:
    """Give the units that sentences state for all tables, each with the number of its paragraph."""
    return tuple(
        (number, unit) for number, paragraph in enumerate(document.prose) for unit in _units([paragraph.text], _FOR_ALL)
    )


def unit_for_all(stated: Sequence[tuple[int, Unit]], grid: Grid) -> Unit | None:
    """Choose, of the units stated for all tables, that of a grid: the last before it, else the first behind it."""
    before = [unit for number, unit in stated if number < grid.after]
    behind = [unit for number, unit in stated if number >= grid.after]
    return next(iter((*before[-1:], *behind)), None)


def _units(texts: Sequence[str], about: re.Pattern[str] | None = None) -> Iterator[Unit]:
    """Yield the unit of each sentence that states one, and is about what it should be."""
    for text in texts:
        for sentence in _SENTENCES.split(text):
            unit = _stated(sentence) if about is None or about.search(sentence) else None
            if unit is not None:
                yield unit


def _stated(sentence: str) -> Unit | None:
    """Give the unit that a sentence states for figures: alone, at the end of a title, or after `figures are in`."""
    if len(sentence) > _LONGEST or not _MONEY.search(sentence):
        return None
    alone = read_unit(sentence)
    if alone and (_ALONE.fullmatch(sentence.replace(alone.text, "")) or _ends_title(sentence, alone)):
        return alone
    found = _STATEMENT.search(sentence)
    return read_unit(found["unit"]) if found and _MONEY.search(found["unit"]) else None


def _ends_title(sentence: str, unit: Unit) -> bool:
    return len(sentence) <= _LONGEST_TITLE and sentence.rstrip(" )").endswith(unit.text) and "£" in unit.text
