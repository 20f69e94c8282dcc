"""The detail of a recommendation, a part or a step as a board: its words, then facts under headings, each a thing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from textual.message import Message

from bvtrack.tui.blocks import Block, Row, Thing, fitted, titled, wrapped
from bvtrack.tui.board import Board

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bvtrack.app.show.recommendations import Detail, Fact, Section
    from bvtrack.core.table import Table
    from bvtrack.tui.text import Part

_LABEL: Final = 14  # the widest label of a fact
_TICKS: Final = ("[x]", "[ ]")


class DetailBoard(Board):
    """The board; ← where no column is on the left leaves it."""

    @dataclass
    class Left(Message):
        """The cursor left the board."""

        board: DetailBoard

    _of: str | None = None

    def show(self, shown: Detail | None) -> None:
        """Show a detail, from its top where it is of another thing than before."""
        address = shown.address if shown else None
        if address != self._of:
            self._of = address
            self.action_first()
        self.put(lambda width, _height: [Block(0, 0, width, tuple(_rows(shown, width)))] if shown else [])

    def action_cursor_left(self) -> None:
        """Go to the column on the left, or leave."""
        if not self.aside(-1):
            self.post_message(self.Left(self))


def _rows(shown: Detail, width: int) -> Iterator[Row]:
    yield titled(f"{shown.kind} {shown.address}", "", width)
    for line in wrapped(shown.text, width):
        yield Row(((line, "strong"),))
    for section in shown.sections:
        yield Row()
        if section.heading:
            yield titled(section.heading, "", width)
        if section.table is not None:
            yield from _table(section.table, width)
        yield from _facts(section, width)


def _facts(section: Section, width: int) -> Iterator[Row]:
    """Draw facts, their labels in a column of their own."""
    label = min(max((len(fact.label) for fact in section.facts), default=0), _LABEL)
    for nth, fact in enumerate(section.facts):
        yield from _fact(fact, label, width, Thing(fact.address, section.heading, nth) if fact.address else None)


def _fact(fact: Fact, label: int, width: int, thing: Thing | None) -> Iterator[Row]:
    named = fact.label == "Status"
    tone = fact.status.tone if fact.status else "quiet"
    letter = f"{fact.status.letter} " if fact.status and not named and fact.label not in {*_TICKS, "Late by"} else ""
    plain = named or fact.label == "Late by"
    start = fitted(fact.label, label) + "  "
    room = width - len(start) - len(letter)
    margin: Part = " " * (len(start) + len(letter))
    told = [(line, tone if plain else "") for line in wrapped(fact.text, room) if fact.text]
    told += [(line, "quiet") for text in fact.more for line in wrapped(text, room)]
    first, *others = told or [("", "")]
    yield Row(((start, "quiet" if plain else tone), (letter, tone), first), thing)
    for line in others:
        yield Row((margin, line), thing)


def _table(table: Table, width: int) -> Iterator[Row]:
    """Draw a table of figures, a row a thing; years that do not fit are left out before the total."""
    label = max(len(line.label) for line in table.rows) + 2
    longest = (max(len(row[nth].text) for row in table.cells) for nth in range(len(table.columns)))
    widths = [max(found, len(column.label)) + 2 for found, column in zip(longest, table.columns, strict=True)]
    shown = list(range(len(widths)))
    while label + sum(widths[nth] for nth in shown) > width and len(shown) > 1:
        del shown[-2]
    unit = fitted(table.unit.text if table.unit else "", label)
    yield Row(((unit + "".join(fitted(table.columns[nth].label, widths[nth], right=True) for nth in shown), "quiet"),))
    for line, cells in zip(table.rows, table.cells, strict=True):
        figures = "".join(fitted(cells[nth].text, widths[nth], right=True) for nth in shown)
        yield Row((fitted(line.label, label) + figures,), Thing(cells[-1].address))
