"""The headings of a grid: which rows are headings, which column holds the labels, what each column is called.

Headings over several rows are joined, the words over a span of columns being their group.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from bvtrack.checks.structure.words import asks_for_total
from bvtrack.core.financial_year import FinancialYear, read_year
from bvtrack.core.money import Money, MoneyKind, Unit, read_money, read_unit

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from bvtrack.core.document import Grid

_MOST_HEADINGS: Final = 6
_BARE_YEAR: Final = re.compile(r"\W*(?:19[5-9]|20[0-4])\d\W*")
_NAMES_A_YEAR: Final = re.compile(r"[A-Za-z]{3}.*\b(?:19[5-9]|20[0-4])\d(?:\W\d\d)?\W*$")
_DATE: Final = re.compile(r"\W*(?:\d{1,2}(?:st|nd|rd|th)? )?[A-Za-z][A-Za-z .]+ (?:19[5-9]|20[0-4])\d(?:[-/]\d\d)?\W*")
_POUNDS_OF: Final = re.compile(r"\(£\)|£(?=\s|$)")  # a £ that no figure follows closely
_NUMBERED: Final = re.compile(r"\(?(?:\d{1,2}|[a-z])\)?")
_POUND: Final = Unit("", 100, "£")
BARE: Final = Unit("", 100_000, "")  # a scale for figures without a unit, with room for three decimals
_FIGURES: Final = frozenset({MoneyKind.AMOUNT, MoneyKind.CHANGE, MoneyKind.SUM, MoneyKind.NIL, MoneyKind.APPROXIMATE})
_STANDS_FOR_ONE: Final = _FIGURES | {MoneyKind.PERCENTAGE, MoneyKind.DASH, MoneyKind.NOT_APPLICABLE}


@dataclass(frozen=True, slots=True)
class Heads:
    """The headings of a grid: how many rows, the column of labels, and of each column of figures its names."""

    rows: int
    label: int
    columns: tuple[int, ...]
    labels: tuple[str, ...]
    groups: tuple[str, ...]
    years: tuple[FinancialYear | None, ...]
    units: tuple[Unit | None, ...]
    unit: Unit | None
    corner: str = ""


@lru_cache(maxsize=8192)
def money_of(text: str, unit: Unit) -> Money:
    """Read a cell."""
    return read_money(text, unit)


@lru_cache(maxsize=1024)
def year_of(text: str, near: date | None = None) -> FinancialYear | None:
    """Read a label that names one financial year."""
    years = read_year(text, near).years if any(sign.isdigit() for sign in text) else ()
    return years[0] if len(years) == 1 else None


def read_headings(grid: Grid, unit: Unit | None, near: date | None = None) -> Heads | None:
    """Read the headings of a grid; None where it has no column of figures."""
    texts = [[cell.text.strip() for cell in row] for row in grid.cells]
    if not texts or not texts[0]:
        return None
    bare = unit or _unit_of(grid, texts)
    count = _heading_rows(grid, texts, bare or BARE)
    body = texts[count:]
    width = len(texts[0])
    figures = [_figures_in([row[column] for row in body], bare or BARE) for column in range(width)]
    if width > 1 and _numbers([row[0] for row in body], bare or BARE):
        figures[0] = False
    label = _label_column(body, figures, bare or BARE)
    blank = [_blank_but_headed(texts, count, column) for column in range(width)]
    columns = tuple(column for column in range(width) if column != label and (figures[column] or blank[column]))
    if not body or not any(figures):
        return None
    heads = [_spread(row) if nth < count - 1 else row for nth, row in enumerate(texts[:count])]
    names = [_names([row[column] for row in heads], heads, column) for column in range(width)]
    return Heads(
        count,
        label,
        columns,
        tuple(names[column][1] for column in columns),
        tuple(names[column][0] for column in columns),
        tuple(year_of(names[column][1], near) or year_of(" ".join(names[column]), near) for column in columns),
        tuple(read_unit(" ".join(names[column])) for column in columns),
        bare,
        names[label][1] if 0 <= label < width else "",
    )


def _unit_of(grid: Grid, texts: Sequence[Sequence[str]]) -> Unit | None:
    """Give the unit of a grid: the one it states, or pounds where a cell is in pounds."""
    in_pounds = any("£" in cell or "illion" in cell for row in texts for cell in row)
    return stated_unit(grid) or (_POUND if in_pounds else None)


def stated_unit(grid: Grid) -> Unit | None:
    """Give the unit that a grid states: in its caption, in its top rows, in the title of its section."""
    top = (cell.text.strip() for row in grid.cells[:_MOST_HEADINGS] for cell in row)
    for text in (grid.caption, *top, grid.heading):
        found = read_unit(text) if "0" in text or "£" in text or "illion" in text else None
        if found and not re.search(r"£ ?[1-9]", text):
            return found
    return None


def _heading_rows(grid: Grid, texts: Sequence[Sequence[str]], unit: Unit) -> int:
    """Count the heading rows: those the format marks, and rows of words, years, units and column numbers on top."""
    count = 0
    for row, cells in zip(texts[:-1], grid.cells[:-1], strict=True):
        marked = any(cell.header for cell in cells[1:]) and not _has_figures(row, unit)
        if not (marked or _is_heading(row, unit, first=count == 0)):
            break
        count += 1
    return count


def _is_heading(row: Sequence[str], unit: Unit, *, first: bool) -> bool:
    """Tell whether a row holds no figures but words over several columns, or is the first of all."""
    filled = [text for text in row[1:] if text]
    if not filled:
        return first or not row[0]
    labelled = bool(row[0]) and not first and any(_BARE_YEAR.fullmatch(text) for text in filled)
    return not labelled and not _has_figures(row, unit)


def _has_figures(row: Sequence[str], unit: Unit) -> bool:
    filled = [text for text in row[1:] if text and not (_in_unit(text) or _DATE.fullmatch(text))]
    if filled and all(_BARE_YEAR.fullmatch(text) or year_of(text) for text in filled):
        return False
    unlabelled = not row[0] or _NUMBERED.fullmatch(row[0])
    if unlabelled and len(filled) > 1 and all(map(_NUMBERED.fullmatch, filled)) and _counts_up(filled):
        return False
    return any(money_of(text, unit).kind in _FIGURES for text in filled if not _BARE_YEAR.fullmatch(text)) or any(
        money_of(text, unit).kind in (MoneyKind.PERCENTAGE, MoneyKind.DASH) for text in filled
    )


def _in_unit(text: str) -> bool:
    """Tell whether a text says what stands in a column and that it is in pounds: `2024/25 £`, `Year 1 (£)`."""
    named = _POUNDS_OF.sub(" ", text).strip()
    if named == text:
        return False
    worded = named[:1].isalpha() and (text[-1] in "£)" or _NAMES_A_YEAR.search(named))
    return not named or bool(worded or _BARE_YEAR.fullmatch(named) or year_of(named))


def _counts_up(texts: Sequence[str]) -> bool:
    numbers = [text.strip("()") for text in texts]
    if all(number.isdigit() for number in numbers):
        return [int(number) for number in numbers] == list(range(int(numbers[0]), int(numbers[0]) + len(numbers)))
    return [ord(number) for number in numbers if len(number) == 1] == list(range(ord("a"), ord("a") + len(numbers)))


def _figures_in(texts: Sequence[str], unit: Unit) -> bool:
    """Tell whether a column holds figures rather than words."""
    filled = [text for text in texts if text]
    read = [text for text in filled if not _NAMES_A_YEAR.search(text)]
    figures = any(money_of(text, unit).kind in _FIGURES or text.endswith("%") for text in read)
    stands = sum(1 for text in read if money_of(text, unit).kind in _STANDS_FOR_ONE)
    return figures and 2 * stands >= len(filled)


def _blank_but_headed(texts: Sequence[Sequence[str]], count: int, column: int) -> bool:
    """Tell whether a column has a heading and no cells, labels of totals that were shifted into it set aside."""
    filled = [row[column] for row in texts[count:] if row[column]]
    headed = any(row[column] for row in texts[:count])
    return column > 0 and headed and all(asks_for_total(text) for text in filled)


def _numbers(texts: Sequence[str], unit: Unit) -> bool:
    """Tell whether a column numbers its rows: 1, 2, 3, with words in some of them perhaps."""
    figures = [text for text in texts if money_of(text, unit).kind in _FIGURES]
    return len(figures) > 1 and all(text.isdigit() for text in figures) and _counts_up(figures)


def _spread(row: Sequence[str]) -> list[str]:
    """Spread the few words of an upper heading over the blank cells behind each: spans that the format lost."""
    filled = sum(1 for text in row[1:] if text)
    if 2 * filled > len(row) - 1:
        return list(row)
    spread: list[str] = []
    for number, text in enumerate(row):
        spread.append(text or (spread[-1] if number > 1 else ""))
    return spread


def _label_column(body: Sequence[Sequence[str]], figures: Sequence[bool], unit: Unit) -> int:
    """Give the column of row labels: the first of words, else the first of all where its figures are years; else -1."""
    words = [
        (sum(1 for row in body if _is_word(row[column], unit)), -column)
        for column in range(len(figures))
        if not figures[column]
    ]
    if words:
        filled = [-column for count, column in words if 2 * count >= max(words)[0]]
        return filled[0]
    first = [row[0] for row in body if row and row[0]]
    return 0 if first and all(_BARE_YEAR.fullmatch(text) or year_of(text) for text in first) else -1


def _is_word(text: str, unit: Unit) -> bool:
    return len(text) > 1 and (money_of(text, unit).kind not in _FIGURES or bool(_NAMES_A_YEAR.search(text)))


def _names(column: Sequence[str], rows: Sequence[Sequence[str]], number: int) -> tuple[str, str]:
    """Give the group and the label of a column: its group is what stands over several columns."""
    group: list[str] = []
    label: list[str] = []
    for text, row in zip(column, rows, strict=True):
        if not text or text in group or text in label:
            continue
        shared = (number > 0 and row[number - 1] == text) or (number + 1 < len(row) and row[number + 1] == text)
        unit = read_unit(text) is not None and not re.sub(r"[\W\d_]|0|m|k|illion", "", text)
        (group if shared and not unit and row is not rows[-1] else label).append(text)
    return " ".join(group), " ".join(label)
