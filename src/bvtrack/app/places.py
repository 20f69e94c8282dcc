"""Gives findings their place: the line of a key in a review's file, the spot of a cell or a paragraph in a document."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from bvtrack.app.inputs import Paper, Source
from bvtrack.core.document import Spot

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bvtrack.core.document import Document
    from bvtrack.core.finding import Finding, Key


def placed(findings: Sequence[Finding], source: Source | Paper) -> list[Finding]:
    """Give each finding its file and its place there; one about a waiver in another file has its place in that.

    What is kept in a database has no line.
    """
    from bvtrack.files.toml_file import read_text

    own = str(source.path)
    document = source.document if isinstance(source, Paper) else None
    elsewhere = {finding.path for finding in findings if finding.path}
    texts = {path: read_text(Path(path)) for path in sorted(elsewhere)} if elsewhere else {}
    if isinstance(source, Source) and source.text is not None:
        texts[own] = source.text
    lines = _lines(findings, texts, own)
    return [
        _in_document(finding, own, document)
        if document and not finding.path
        else replace(finding, path=finding.path or own, source=own, line=lines.get((finding.path or own, finding.key)))
        for finding in findings
    ]


def _lines(findings: Iterable[Finding], texts: Mapping[str, str], own: str) -> dict[tuple[str, Key], int]:
    """Give the line of each key of a finding in its text, for the texts there are."""
    from bvtrack.files.toml_place import lines_of

    keys: dict[str, set[Key]] = {}
    for finding in findings:
        keys.setdefault(finding.path or own, set()).add(finding.key)
    return {
        (path, key): line for path in keys if path in texts for key, line in lines_of(texts[path], keys[path]).items()
    }


def _in_document(finding: Finding, path: str, document: Document) -> Finding:
    spot = spot_of(document, finding.key)
    return replace(finding, path=path, source=path, line=spot.line if spot else None, spot=spot)


def spot_of(document: Document, key: Key) -> Spot | None:
    """Give the place a path in a document leads to: `("table", 0, 2, 3)`, `("table", 0)` or `("prose", 4)`.

    None where the path is empty: it means the whole document.
    """
    match key:
        case ("prose", int(number)):
            return document.prose[number].spot
        case ("table", int(number), int(row), int(column)):
            grid = document.grids[number]
            return replace(grid.cells[row][column].spot, table=grid.number)
        case ("table", int(number)):
            first = document.grids[number].cells[0][0].spot
            return Spot(line=first.line, sheet=first.sheet, cell=first.cell, table=document.grids[number].number)
    return None
