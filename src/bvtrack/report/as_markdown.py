"""Writes a table as Markdown: one header row, groups named in it, and text that cannot act as markup."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bvtrack.core.table import Role
from bvtrack.core.visible import visible
from bvtrack.report.headings import headings

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bvtrack.core.table import Table


def as_markdown(table: Table) -> str:
    """Give the table in GitHub's Markdown, under its title as a heading."""
    lines = [f"## {_inert(table.title)}", ""] if table.title else []
    lines.append(_row(_inert(heading) for heading in headings(table)))
    lines.append(_row(["---", *("--:" if column.numeric else "---" for column in table.columns)]))
    for line, cells in zip(table.rows, table.cells, strict=True):
        texts = [_inert(line.label), *(_inert(cell.text) for cell in cells)]
        lines.append(_row(f"**{text}**" if line.role is Role.HEADING and text else text for text in texts))
    lines += ["", *map(_inert, table.notes)] if table.notes else []
    return "\n".join(lines) + "\n"


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _inert(text: str) -> str:
    """Make text that prints as it is: no markup, no links, no line of its own."""
    escaped = re.sub(r"([\\`*_{}\[\]<>#|~&!])", r"\\\1", visible(text, keep_lines=True))
    return re.sub(r"\r?\n", "<br>", escaped).replace("://", ":\\//").replace("@", "\\@")
