"""Writes a table as CSV for spreadsheets: one header row, and no cell that a spreadsheet would take for a formula."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

from bvtrack.core.visible import visible
from bvtrack.report.headings import headings

if TYPE_CHECKING:
    from bvtrack.core.table import Table

_FORMULA = re.compile(r"[=+@\t\r-]")
_NUMBER = re.compile(r"-[0-9.,]+")


def as_csv(table: Table) -> str:
    """Give the table as RFC 4180 CSV, row labels in the first column, lines ended by CR LF."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(map(_inert, headings(table)))
    for line, cells in zip(table.rows, table.cells, strict=True):
        writer.writerow([_inert(line.label), *(_inert(cell.text) for cell in cells)])
    return out.getvalue()


def _inert(text: str) -> str:
    """Put an apostrophe before text that begins like a formula and is no negative number."""
    shown = visible(text, keep_lines=True)
    return f"'{shown}" if _FORMULA.match(shown) and not _NUMBER.fullmatch(shown) else shown
