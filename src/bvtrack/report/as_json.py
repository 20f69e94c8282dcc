"""Gives a table as JSON-ready values: columns, rows and cells, amounts as exact pounds beside their print."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bvtrack.core.money import pounds

if TYPE_CHECKING:
    from bvtrack.core.table import Cell, Table

SCHEMA = 1


def as_json(table: Table) -> dict[str, object]:
    """Give the table as `{"schema", "table", "title", "unit", "columns", "rows", "notes"}`; an empty cell is None."""
    return {
        "schema": SCHEMA,
        "table": table.name,
        "title": table.title,
        "unit": table.unit.text if table.unit else None,
        "columns": [{"label": column.label, "group": column.group or None} for column in table.columns],
        "rows": [
            {"label": line.label, "role": line.role.value, "cells": [_cell(cell) for cell in cells]}
            for line, cells in zip(table.rows, table.cells, strict=True)
        ],
        "notes": list(table.notes),
    }


def _cell(cell: Cell) -> dict[str, object] | None:
    if not cell.text:
        return None
    money = cell.money
    amount = {"pounds": pounds(money.pence)} if money is not None and money.pence is not None else {}
    return {"text": cell.text, **amount}
