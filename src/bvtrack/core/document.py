"""A document as read: its tables as grids of texts, the prose around them, and the place of everything.

Nothing here says what a text means: whether a grid is a financial table, and what its lines are, `checks` works out.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a text stands in its file, all counted from 1, `cell` in A1 style: what the format of the file knows."""

    line: int | None = None
    sheet: str = ""
    cell: str = ""
    table: int | None = None
    row: int | None = None
    column: int | None = None


@dataclass(frozen=True, slots=True)
class GridCell:
    """One cell of a grid; `covered` says that it repeats the text of a span whose first cell stands elsewhere."""

    text: str
    spot: Spot
    header: bool = False
    covered: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as texts: rectangular, its spans expanded; `heading` is the title of the section it stands in.

    `after` counts the paragraphs of the document that stand before it.
    """

    number: int
    cells: tuple[tuple[GridCell, ...], ...]
    caption: str = ""
    heading: str = ""
    after: int = 0


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A text outside tables."""

    text: str
    spot: Spot


@dataclass(frozen=True, slots=True)
class Document:
    """The tables of a file and the prose around them, each in the order of the file.

    `notes` are sentences on what its reader had to guess or leave out.
    """

    grids: tuple[Grid, ...]
    prose: tuple[Paragraph, ...]
    notes: tuple[str, ...] = ()
