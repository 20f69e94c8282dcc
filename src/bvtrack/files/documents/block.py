"""What a reader finds in its file, in order: titles, paragraphs and tables as drawn, spans still folded."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bvtrack.core.document import Paragraph, Spot

if TYPE_CHECKING:
    from collections.abc import Sequence

_SPACES: Final = re.compile(r"[ \t\r\n\f\v]+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A cell as drawn: its text, and how many columns and rows it covers."""

    text: str
    line: int | None = None
    cell: str = ""
    header: bool = False
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Title:
    """The title of a section."""

    text: str
    spot: Spot


@dataclass(frozen=True, slots=True)
class Drawn:
    """A table as drawn: rows of pieces, each in the next place that no piece above covers.

    `continues` lets it be the rest of the table before it, as on the next page.
    """

    rows: Sequence[Sequence[Piece]]
    caption: str = ""
    sheet: str = ""
    heading: str = ""
    continues: bool = True


Block = Title | Paragraph | Drawn


def folded(text: str) -> str:
    """Put one space for every run of spaces, tabs and line ends, none at the ends; soft hyphens print nothing."""
    return _SPACES.sub(" ", text.replace("\xad", "")).strip()


def line_of(block: Block) -> int:
    """Give the line a block begins at, 1 where its format knows none."""
    spot = block.rows[0][0] if isinstance(block, Drawn) else block.spot
    return spot.line or 1


def paragraph(text: str, line: int | None = None) -> Paragraph:
    """Make a paragraph of a text at a line."""
    return Paragraph(text, Spot(line=line))
