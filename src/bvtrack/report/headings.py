"""One heading a column, for formats that have a single header row: the group first, then the column's own label."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bvtrack.core.table import Table


def headings(table: Table) -> list[str]:
    """Give the corner and each column's heading, as in `Budget ('000s) 02-03`."""
    return [table.corner, *(f"{column.group} {column.label}".strip() for column in table.columns)]
