"""Makes the document of the blocks a reader found: numbers its tables, names them, joins what a page end split."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from bvtrack.core.document import Document, Grid, Paragraph
from bvtrack.files.documents.block import Drawn, Title
from bvtrack.files.documents.figures import is_caption, is_labels
from bvtrack.files.documents.limits import Budget, accepted
from bvtrack.files.documents.spans import expanded

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bvtrack.core.document import GridCell
    from bvtrack.files.documents.block import Block

Cells = tuple[tuple["GridCell", ...], ...]

# what stands between two parts of one table at the end of a page
_FURNITURE: Final = re.compile(
    r"(?:page )?[0-9]{1,4}(?: of [0-9]{1,4})?|[-–] ?[0-9]{1,4} ?[-–]|.{0,60}\(?continued\)?|.{0,60}\(cont[.’']?d?\.?\)",
    re.IGNORECASE,
)
_ENDING: Final = re.compile(r"(?:grand |overall )?totals?(?: \(.*\))?:?", re.IGNORECASE)


def assembled(blocks: Iterable[Block], place: str, notes: tuple[str, ...] = ()) -> Document:
    """Make a document of blocks.

    A table that follows another with nothing but a page number between is the rest of it, where its columns are the
    same, its header is the same or absent, and the first part does not end with the total.
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
                rest = _rest(grids[-1].cells, cells) if adjoining and block.continues and not block.caption else None
                if rest is None:
                    grids.append(Grid(number, cells, caption, block.heading or heading))
                else:
                    grids[-1] = replace(grids[-1], cells=grids[-1].cells + rest)
                adjoining, above = True, ""
                continue
            case Title(text, spot):
                prose.append(Paragraph(text, spot))
                above = ""
            case Paragraph(text):
                prose.append(block)
                above = text
        if not _FURNITURE.fullmatch(text):
            adjoining = False
            heading = text if isinstance(block, Title) else heading
    return accepted(Document(tuple(grids), tuple(prose), notes), place)


def _rest(first: Cells, second: Cells) -> Cells | None:
    """Give the rows of a second table that go on with a first, None where it is a table of its own."""
    if not (first and second) or len(first[0]) != len(second[0]) or _ends(first[-1]):
        return None
    repeated = 0
    while repeated < min(len(first), len(second)) and _texts(first[repeated]) == _texts(second[repeated]):
        repeated += 1
    if repeated and is_labels(_texts(first[repeated - 1])):
        return second[repeated:]
    heads = [row for row in second if any(cell.header for cell in row)]
    if all(not cell.text for row in heads for cell in row) and not is_labels(_texts(second[len(heads)])):
        return second[len(heads) :]
    return None


def _texts(row: tuple[GridCell, ...]) -> list[str]:
    return [cell.text.casefold() for cell in row]


def _ends(row: tuple[GridCell, ...]) -> bool:
    return bool(_ENDING.fullmatch(next((cell.text for cell in row if cell.text), "")))
