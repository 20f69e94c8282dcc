"""Finds tables drawn with bars between their cells, in a box or not, but without the rule that Markdown asks for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bvtrack.files.documents.block import Drawn, Piece
from bvtrack.files.documents.markup import without_tags

if TYPE_CHECKING:
    from collections.abc import Sequence

BAR: Final = re.compile(r"(?<!\\)\|")
_RULE: Final = re.compile(r"[|+][-=+|: ]*[|+]")


def barred_until(lines: Sequence[str], start: int) -> tuple[int, bool]:
    """Give the line after a run of lines within bars that begins at a line, and whether it is a table: two rows."""
    end = start
    rows = 0
    while end < len(lines) and _is_barred(line := lines[end].strip()):
        rows += not _RULE.fullmatch(line) and line.count("|") > 2
        end += 1
    return end, rows >= 2


def _is_barred(line: str) -> bool:
    return len(line) > 1 and line[0] in "|+" and line[-1] == line[0]


def barred_table(lines: Sequence[str], number: int) -> Drawn:
    """Make a table of lines within bars, the first of which has a number; rules between them are left out."""
    return Drawn(
        [
            [Piece(without_tags(cell.replace("\\|", "|")), number + nth) for cell in BAR.split(line.strip()[1:-1])]
            for nth, line in enumerate(lines)
            if not _RULE.fullmatch(line.strip())
        ]
    )
