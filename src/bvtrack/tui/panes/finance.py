"""The Finance pane: the cabinet's table as it is printed, its layers in the same cells, sums and what fails below.

Streams stand side by side where there is room, else one at a time. A cell is opened with Enter and edited with `e`;
totals and marks are worked out anew with every change.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import compress
from typing import TYPE_CHECKING, ClassVar, Final

from textual import on
from textual.widgets import Static

from bvtrack.app.show.finance import ABOUT, LAYERS, beside, called, remarks, sheet
from bvtrack.tui.actions import bindings
from bvtrack.tui.blocks import Block, Row, Thing, fitted, wrapped
from bvtrack.tui.board import Board
from bvtrack.tui.pane import Pane
from bvtrack.tui.text import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from textual.app import ComposeResult

    from bvtrack.app.show.finance import Figure, Group, Label, Layer, Sheet
    from bvtrack.app.show.view import ReviewView
    from bvtrack.core.finding import Finding
    from bvtrack.core.review import Stream
    from bvtrack.tui.text import Part

LEAST_LABEL: Final = 11  # cells: a number and a gap, or “Cumulative”
MOST_LABEL: Final = 44
APART: Final = 3  # cells between streams
LEAST_WORDS: Final = 6
MARK: Final = 1  # cell
WIDEST: Final = 14  # cells of a figure; longer print is cut, and told in full when it is opened
LONGEST_LINE: Final = 110
FIRST_REMARK: Final = 2  # a figure, and one worked out below it of the same address, are things 0 and 1
MARKS: Final = {
    "✓": "good",
    "≈": "note",
    "✗": "error",
    "!": "warning",
    "?": "note",
    "a": "strong",
    "f": "strong",
    "w": "late",
}


class Finance(Pane):
    """The pane; which layer and, where there is no room for all, which stream is shown is its own state."""

    BINDINGS: ClassVar = bindings("finance")

    def __init__(self, id: str | None = None) -> None:  # noqa: A002 — Textual's name
        super().__init__(id=id)
        self._view: ReviewView | None = None
        self._sheet: Sheet | None = None
        self._remarks: tuple[Finding, ...] = ()
        self._layer: Layer = "plan"
        self._stream: Stream = "budget"
        self._words = ""

    def compose(self) -> ComposeResult:
        """Put the choice of layers over the table, and what the cell under the cursor is below it."""
        yield Static("", id="finance-layers")
        yield Board()
        yield Static("", id="finance-cell")

    def show(self, view: ReviewView) -> None:
        """Draw the table, what is found about it a moment later."""
        if self._view is None or self._view.review != view.review or self._view.as_at != view.as_at:
            self._remarks = ()
        self._view = view
        self._draw()
        self.call_after_refresh(self._look, view)

    def address(self) -> str | None:
        """Give the address of the cell under the cursor."""
        thing = self.query_one(Board).thing
        return thing.address if thing else None

    def focus_main(self) -> None:
        """Put the focus on the table."""
        self.query_one(Board).focus()

    def go_to(self, address: str) -> bool:
        """Go to a figure; one of another stream is brought into sight."""
        found = [
            one.stream for one in self._groups() if any(cell.address == address for row in one.rows for cell in row)
        ]
        net = [cell.address for row in self._sheet.net for cell in row] if self._sheet else []
        if not found and address not in net:
            return False
        board = self.query_one(Board)
        if not board.move_to(address):
            self._stream = found[0] if found else self._stream
            self._draw()
            if not board.move_to(address):  # not laid out yet
                self.call_after_refresh(board.move_to, address)
        return True

    def filter(self, text: str) -> None:
        """Show only the recommendations that hold the text."""
        self._words = text.casefold()
        self._draw()

    def action_layer(self) -> None:
        """Show the next layer."""
        self._layer = LAYERS[(LAYERS.index(self._layer) + 1) % len(LAYERS)]
        self._draw()

    def action_next_stream(self) -> None:
        """Show the next stream."""
        self._turn(1)

    def action_previous_stream(self) -> None:
        """Show the stream before."""
        self._turn(-1)

    def _turn(self, way: int) -> None:
        """Go to another stream, and to the cell there that stands where the cursor stood."""
        streams = [one.stream for one in self._groups()]
        here = self.address() or ""
        now = next((one for one in streams if f"/{one}" in here), self._stream)
        self._stream = streams[(streams.index(now) + way) % len(streams)] if now in streams else streams[0]
        self._draw()
        self.query_one(Board).move_to(here.replace(f"/{now}", f"/{self._stream}"))

    def _groups(self) -> tuple[Group, ...]:
        return self._sheet.groups if self._sheet else ()

    def _look(self, view: ReviewView) -> None:
        """Ask what is found about the figures, and mark them."""
        if view is self._view:
            self._remarks = remarks(view)
            self._draw()

    def _draw(self) -> None:
        if self._view is None:
            return
        self._sheet = shown = _narrowed(sheet(self._view, self._layer, self._remarks), self._words)
        if self._stream not in [one.stream for one in shown.groups]:
            self._stream = shown.groups[0].stream
        told = self._remarks if self._layer == "plan" else ()
        self.query_one(Board).put(lambda width, _height: page(shown, told, self._stream, width))
        layers = [(one.capitalize(), "here" if one == self._layer else "quiet") for one in LAYERS]
        spaced = [part for layer in layers for part in (layer, "  ")]
        self.query_one("#finance-layers", Static).update(
            words((f"{shown.unit}  ", "quiet"), *spaced, (f" {ABOUT[self._layer]}", "quiet"))
        )
        self._tell()

    @on(Board.Moved)
    def _tell(self) -> None:
        """Say what the cell under the cursor is in each layer."""
        address = self.address()
        if self._view is None or address is None:
            self.query_one("#finance-cell", Static).update("")
            return
        said: list[Part] = [called(self._view, address)]
        for layer, text in beside(self._view, address):
            said += [(f"  {layer} ", "quiet"), text] if text else []
        self.query_one("#finance-cell", Static).update(words(*said))

    @on(Board.Chosen)
    def _chosen(self, event: Board.Chosen) -> None:
        """Open a figure; go to a finding."""
        event.stop()
        thing = event.thing
        if thing.pane:
            finding = self._remarks[thing.nth - FIRST_REMARK]
            self.post_message(self.Jump(thing.pane, f"{finding.code} {finding.address}"))
        else:
            self.post_message(self.Open(thing.address))


@dataclass(frozen=True, slots=True)
class _Grid:
    """How a sheet lies: the streams shown, the width of row names and of each column, how many rows are items."""

    sheet: Sheet
    groups: tuple[Group, ...]
    label: int
    widths: tuple[int, ...]
    items: int

    def band(self, years: Sequence[int], y: int) -> Iterator[Block]:
        """Put some columns of the streams beside one another, the names of the rows at the left."""
        names = (_label(one, self.label) for one in self.sheet.labels)
        yield Block(0, y, self.label, (Row(tuple(self._choice())),))
        yield self._column(0, y + 1, self.label, [Row((("Rec", "quiet"),)), *names])
        x = self.label
        for group in self.groups:
            across = sum(self.widths[nth] for nth in years)
            title = fitted(group.title, min(len(group.title), across - 2))
            rule = "─" * max(0, across - len(title) - 4)
            yield Block(x, y, across, (Row((("  ", ""), (title, "title"), (f" {rule}", "rule"))),))
            for nth in years:
                cells = [
                    _cell(row[nth], self.widths[nth], max(0, at - self.items)) for at, row in enumerate(group.rows)
                ]
                head = fitted(group.headings[nth], self.widths[nth] - MARK, right=True)
                yield self._column(x, y + 1, self.widths[nth], [Row(((head, "quiet"),)), *cells])
                x += self.widths[nth]
            x += APART

    def net(self, years: Sequence[int], y: int) -> Iterator[Block]:
        """Put the net position under the columns of the first stream."""
        yield Block(0, y, self.label, tuple(_label(one, self.label) for one in self.sheet.net_labels))
        x = self.label
        for nth in years:
            rows = tuple(_cell(row[nth], self.widths[nth], at) for at, row in enumerate(self.sheet.net))
            yield Block(x, y, self.widths[nth], rows)
            x += self.widths[nth]

    def _choice(self) -> Iterator[Part]:
        """Name all streams, where not all are shown."""
        if len(self.groups) < len(self.sheet.groups):
            for one in self.sheet.groups:
                yield one.stream.capitalize(), "here" if one in self.groups else "quiet"
                yield "  "

    def _column(self, x: int, y: int, width: int, rows: Sequence[Row]) -> Block:
        """Put the rows of a column under its heading, with a rule over the totals."""
        ends = self.items + 1
        return Block(x, y, width, (*rows[:ends], Row((("─" * width, "rule"),)), *rows[ends:]))


def page(shown: Sheet, told: Sequence[Finding], stream: Stream, width: int) -> list[Block]:
    """Lay the table out for a width: all streams side by side, or one, its years on several bands if need be."""
    items = sum(not label.end for label in shown.labels)
    if not items:
        return [Block(0, 0, width, (Row((("No recommendation to show here.", "quiet"),)),))]
    widths = _widths(shown)
    across = sum(widths) + APART
    side_by_side = LEAST_LABEL + across * len(shown.groups) <= width
    groups = shown.groups if side_by_side else tuple(one for one in shown.groups if one.stream == stream)
    label = max(LEAST_LABEL, min(MOST_LABEL, width - across * len(groups)))
    grid = _Grid(shown, groups, label, widths, items)
    blocks: list[Block] = []
    for years in [[*range(len(widths))]] if side_by_side else _bands(widths, width - label):
        blocks += grid.band(years, _below(blocks))
        blocks += grid.net(years, _below(blocks))
    rows = tuple(row for nth, one in enumerate(told, FIRST_REMARK) for row in _remark(one, nth, width))
    return [*blocks, Block(0, _below(blocks), width, rows)]


def _below(blocks: Sequence[Block]) -> int:
    """Give the line to go on at: under what there is, after a blank one."""
    return max(block.end for block in blocks) + 1 if blocks else 0


def _widths(shown: Sheet) -> tuple[int, ...]:
    """Give the width of each column, alike in all streams: a gap, its longest figure, a mark."""
    rows = [*(row for one in shown.groups for row in one.rows), *shown.net]
    texts = [*([cell.text for cell in row] for row in rows), *(one.headings for one in shown.groups)]
    return tuple(1 + min(WIDEST, max(map(len, column))) + MARK for column in zip(*texts, strict=True))


def _bands(widths: Sequence[int], room: int) -> list[list[int]]:
    """Part the columns into bands that fit a width."""
    bands: list[list[int]] = [[]]
    for nth, width in enumerate(widths):
        if bands[-1] and sum(widths[one] for one in bands[-1]) + width > room:
            bands.append([])
        bands[-1].append(nth)
    return bands


def _cell(figure: Figure, width: int, nth: int) -> Row:
    text = fitted(figure.text, width - MARK, right=True)
    return Row(((text, figure.tone), (figure.mark or " ", MARKS.get(figure.mark, ""))), Thing(figure.address, "", nth))


def _label(label: Label, width: int) -> Row:
    start = f"{label.text}  "
    room = width - len(start)
    whole = not label.end or len(label.words) <= room
    said = fitted(label.words, room) if room >= LEAST_WORDS and whole else ""
    return Row(((start, "strong" if label.end else ""), (said, "quiet")))


def _remark(finding: Finding, nth: int, width: int) -> Iterable[Row]:
    """Say a finding under the table, with the readings that explain it."""
    thing = Thing(finding.address, "findings", nth)
    severity = str(finding.severity or "note")
    start = f"{finding.code} {finding.address}  "
    mark = {"error": "✗", "warning": "!"}.get(severity, "·")
    told = wrapped(finding.message, min(width, LONGEST_LINE) - len(start) - 2)
    yield Row(((f"{mark} ", severity), (start, "quiet"), told[0]), thing)
    yield from (Row((" " * (len(start) + 2), line), thing) for line in told[1:])
    for hint in finding.hints:
        for at, line in enumerate(wrapped(hint, min(width, LONGEST_LINE) - 4)):
            yield Row(((f"  {' ' if at else '→'} ", "accent"), (line, "quiet")), thing)


def _narrowed(shown: Sheet, words: str) -> Sheet:
    """Leave out the recommendations that do not hold the words; sums stay those of all."""
    if not words:
        return shown
    kept = [one.end or words in f"{one.text} {one.words}".casefold() for one in shown.labels]
    return shown._replace(
        labels=tuple(compress(shown.labels, kept)),
        groups=tuple(one._replace(rows=tuple(compress(one.rows, kept))) for one in shown.groups),
    )
