"""What a board shows: rows of texts in blocks, each row of a thing or of none; and texts brought to a width."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len, set_cell_size
from textual.content import Content

from bvtrack.core.visible import visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bvtrack.tui.text import Part


class Thing(NamedTuple):
    """What a line stands for: its address, the pane it is at home in, and which of several of the same address."""

    address: str
    pane: str = ""
    nth: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """A line: texts with their tones, and the thing it belongs to."""

    parts: tuple[Part, ...] = ()
    thing: Thing | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """Rows at a place of the page, so many cells wide."""

    x: int
    y: int
    width: int
    rows: tuple[Row, ...]

    @property
    def end(self) -> int:
        """The first line under it."""
        return self.y + len(self.rows)


def fitted(text: str, width: int, *, right: bool = False) -> str:
    """Bring a text onto one line of a width: cut with an ellipsis, or filled on the side it does not stand on."""
    line = visible(" ".join(text.split()))
    length = cell_len(line)
    if length > width:
        cut = set_cell_size(line, max(width - 1, 0)).rstrip() + "…"
        return set_cell_size(cut, width)
    return " " * (width - length) + line if right else line + " " * (width - length)


def wrapped(text: str, width: int, *, most: int | None = None) -> list[str]:
    """Break a text into lines of a width, no more than `most`, of which the last is cut."""
    lines = [line.plain.rstrip() for line in Content(visible(" ".join(text.split()))).wrap(max(width, 1))]
    if most is not None and len(lines) > most:
        lines[most - 1 :] = [fitted(" ".join(lines[most - 1 :]), width).rstrip()]
    return lines


def titled(title: str, said: str, width: int) -> Row:
    """Head a section: its name, what is to be said of it in short, and a rule to its end."""
    rest = width - len(title) - len(said) - 2 * bool(said) - 1
    name = f"{title}  " if said else f"{title} "
    return Row(((name, "title"), (f"{said} " if said else "", "quiet"), ("─" * max(rest, 0), "rule")))


def beside(blocks: Sequence[Sequence[Row]], places: Sequence[tuple[int, int]], y: int) -> list[Block]:
    """Put blocks of rows beside one another, each at its place (x, width)."""
    return [Block(x, y, width, tuple(rows)) for rows, (x, width) in zip(blocks, places, strict=True)]
