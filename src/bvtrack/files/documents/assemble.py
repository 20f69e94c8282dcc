"""Makes the document of the blocks a reader found: numbers its tables, names them, joins what a page end split."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from bvtrack.core.document import Document, Grid, GridCell, Paragraph
from bvtrack.files.documents.block import Drawn, Title
from bvtrack.files.documents.figures import is_caption, is_labels, is_numbered
from bvtrack.files.documents.limits import Budget, accepted
from bvtrack.files.documents.spans import expanded

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bvtrack.files.documents.block import Block

Cells = tuple[tuple[GridCell, ...], ...]

# what stands between two parts of one table at the end of a page
_FURNITURE: Final = re.compile(
    r"(?:page )?[0-9]{1,4}(?: of [0-9]{1,4})?|[-–] ?[0-9]{1,4} ?[-–]|.{0,60}\(?continued\)?|.{0,60}\(cont[.’']?d?\.?\)",
    re.IGNORECASE,
)
_ENDING: Final = re.compile(r"(?:grand |overall )?totals?(?: \(.*\))?:?", re.IGNORECASE)


def assembled(blocks: Iterable[Block], place: str, notes: Sequence[str] = ()) -> Document:
    """Make a document of blocks.

    A table that follows another with nothing but a page number between is the rest of it, where its columns are the
    same, its header is the same or absent, and the first part does not end with the total. `notes` may grow while the
    blocks come.
    """
    grids: list[Grid] = []
    prose: list[Paragraph] = []
    budget = Budget(place)
    heading, above, number = "", "", 0
    adjoining = False
    for block in blocks:
        match block:
            case Drawn():
                number += 1
                cells = expanded(block, number, budget, place)
                caption = block.caption or (above if is_caption(above) else "")
                whole = _joined(grids[-1].cells, cells) if adjoining and block.continues and not caption else None
                if whole is None:
                    grids.append(Grid(number, cells, caption, block.heading or heading, len(prose)))
                else:
                    grids[-1] = replace(grids[-1], cells=whole)
                adjoining, above = True, ""
                continue
            case Title(text, spot):
                prose.append(Paragraph(text, spot))
                above = text if is_numbered(text) else ""
            case Paragraph(text):
                prose.append(block)
                above = text
        if _FURNITURE.fullmatch(text):
            above = ""
        else:
            adjoining = False
            heading = text if isinstance(block, Title) and not above else heading
    return accepted(Document(tuple(grids), tuple(prose), tuple(notes)), place)


def _joined(first: Cells, second: Cells) -> Cells | None:
    """Give two tables as one where the second goes on with the first, None where it is a table of its own."""
    if not (first and second) or _ends(first[-1]):
        return None
    repeated = 0
    while repeated < min(len(first), len(second)) and _texts(first[repeated]) == _texts(second[repeated]):
        repeated += 1
    if repeated and is_labels(_texts(first[repeated - 1])):
        return _padded(first + second[repeated:])
    heads = next((nth for nth, row in enumerate(second) if not row[0].header), len(second))
    rest = second[heads:]
    if len(first[0]) != len(second[0]) or not rest or any(map(_texts, second[:heads])):
        return None
    return None if is_labels(_texts(rest[0])) else first + rest


def _padded(rows: Cells) -> Cells:
    """Make rows of different widths a rectangle."""
    width = max(map(len, rows))
    return tuple(
        row
        + tuple(
            GridCell("", replace(row[-1].spot, cell="", column=column + 1), row[-1].header)
            for column in range(len(row), width)
        )
        for row in rows
    )


def _texts(row: tuple[GridCell, ...]) -> list[str]:
    """Give the texts of a row without the blanks at its end."""
    texts = [cell.text.casefold() for cell in row]
    while texts and not texts[-1]:
        texts.pop()
    return texts


def _ends(row: tuple[GridCell, ...]) -> bool:
    return bool(_ENDING.fullmatch(next((cell.text for cell in row if cell.text), "")))
