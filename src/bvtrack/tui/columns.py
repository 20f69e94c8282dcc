"""The columns and rows of a list, and how the columns share the width there is. Values only: nothing is drawn here."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING

from rich.cells import cell_len, set_cell_size

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bvtrack.tui.text import Part

GAP = 2


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its key and heading; figures stand right.

    A `flex` column takes what is left, never less than `least` cells. The higher `drop`, the sooner it goes where there
    is no room; 0 always stays. A column is left out while the one named by `unless` is in sight.
    """

    key: str
    title: str = ""
    right: bool = False
    flex: bool = False
    drop: int = 0
    least: int = 20
    unless: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its key (an address), its cells, one for each column, and the tone of the cells that have none.

    A `heading` is one text over all columns, which the cursor passes over.
    """

    key: str
    cells: tuple[Part, ...]
    tone: str = ""
    heading: bool = False


def natural_widths(columns: Sequence[Column], rows: Iterable[Row], *, headings: bool) -> list[int]:
    """Give the width each column would have if there were room; 0 for one that may go and has nothing in it."""
    cells = [row.cells for row in rows if not row.heading]
    filled = (column for column, _ in zip(zip_longest(*cells, fillvalue=""), columns, strict=False))
    widths = [_widest([text_of(part) for part in column]) for column in filled]
    widths += [0] * (len(columns) - len(widths))
    return [
        max(width, len(column.title)) if headings and (width or not column.drop) else width
        for width, column in zip(widths, columns, strict=True)
    ]


def _widest(texts: Sequence[str]) -> int:
    plain = all(map(str.isascii, texts))
    return max(map(len if plain else length, texts), default=0)


def shared_widths(columns: Sequence[Column], natural: Sequence[int], room: int) -> list[int | None]:
    """Share the room out: drop columns until the others fit, then give the flexible ones what is left.

    None stands for a column that is left out.
    """
    shown = [nth for nth, column in enumerate(columns) if natural[nth] or column.flex]
    while _need(columns, natural, shown) > room and any(columns[nth].drop for nth in shown):
        shown.remove(max(shown, key=lambda nth: columns[nth].drop))
    names = {columns[nth].key for nth in shown}
    shown = [nth for nth in shown if columns[nth].unless not in names]
    widths: list[int | None] = [natural[nth] if nth in shown else None for nth in range(len(columns))]
    flexible = sorted((nth for nth in shown if columns[nth].flex), key=lambda nth: natural[nth])
    left = room - sum(natural[nth] + GAP for nth in shown) + sum(natural[nth] for nth in flexible)
    for count, nth in enumerate(flexible, start=1):
        share = left if count == len(flexible) else min(natural[nth], left // (len(flexible) - count + 1))
        widths[nth] = max(1, share)
        left -= max(1, share)
    return widths


def _need(columns: Sequence[Column], natural: Sequence[int], shown: Sequence[int]) -> int:
    least = (min(natural[nth], columns[nth].least) if columns[nth].flex else natural[nth] for nth in shown)
    return sum(least) + GAP * len(shown)


def text_of(part: Part) -> str:
    """Give the text of a cell."""
    return part if isinstance(part, str) else part[0]


def tone_of(part: Part, otherwise: str) -> str:
    """Give the tone of a cell, that of its row where it has none."""
    return otherwise if isinstance(part, str) else part[1]


def length(text: str) -> int:
    """Give how many cells of the terminal a text takes."""
    return len(text) if text.isascii() else cell_len(text)


def fitted(text: str, width: int, *, right: bool) -> str:
    """Bring a text to a width: cut with an ellipsis, or filled on the side its column does not stand on."""
    spare = width - length(text)
    if spare < 0:
        return set_cell_size(text, width - 1) + "…" if width > 0 else ""
    return " " * spare + text if right else text + " " * spare
