"""Says where a finding stands, for people: `file:line`, a cell of a sheet, or a table with its row and column."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bvtrack.core.finding import Finding


def place_in_words(finding: Finding) -> str:
    """Give the place as exactly as the file's format knows it; a text to be made visible before it is shown."""
    if finding.line:
        return f"{finding.path}:{finding.line}"
    spot, place = finding.spot, finding.place
    if spot is None:
        return finding.path
    if spot.sheet:
        return f'{finding.path}: sheet "{spot.sheet}"' + (f", cell {spot.cell}" if spot.cell else "")
    if spot.table is None:
        return finding.path
    cell = f', row "{place.row}", column "{place.column}"' if place else ""
    return f"{finding.path}: table {spot.table}{cell}"
