"""Every text of a document with its address and its key: captions, the cells of its tables, its paragraphs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bvtrack.checks.words.texts import PlacedText

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bvtrack.core.document import Document


def texts_of(document: Document) -> Iterator[PlacedText]:
    """Yield the texts of the tables, then the paragraphs; a caption that is a paragraph too comes once."""
    paragraphs = {paragraph.text for paragraph in document.prose}
    for number, grid in enumerate(document.grids):
        if grid.caption not in paragraphs:
            yield PlacedText(f"table {grid.number}", ("table", number), grid.caption)
        for row, cells in enumerate(grid.cells):
            for column, cell in enumerate(cells):
                if cell.text and not cell.covered:
                    address = f"table {grid.number}/row {row + 1}/column {column + 1}"
                    yield PlacedText(address, ("table", number, row, column), cell.text)
    for number, paragraph in enumerate(document.prose):
        yield PlacedText(f"paragraph {number + 1}", ("prose", number), paragraph.text)
