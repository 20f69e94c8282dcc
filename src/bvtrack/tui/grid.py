"""A quiet list of rows in aligned columns that draws only the lines in sight, so that its length costs nothing.

Cells are plain texts with a tone; whatever they hold is shown literally. Columns shrink or drop by width. The cursor
stays on its row's key when the rows are put anew.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from bvtrack.core.visible import visible
from bvtrack.tui.actions import bindings
from bvtrack.tui.columns import GAP, Column, Row, fitted, natural_widths, shared_widths, text_of, tone_of
from bvtrack.tui.text import TONES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.style import Style
    from textual import events

    from bvtrack.tui.text import Part

__all__ = ["Column", "Grid", "Row"]


class Grid(ScrollView, can_focus=True):
    """The widget. It posts `Chosen` on Enter or a click on the cursor's row, `Moved`, and `Headed` on a heading."""

    DEFAULT_CSS = """
    Grid { height: 1fr; scrollbar-size-vertical: 1; overflow-x: hidden; background: transparent; }
    """
    BINDINGS: ClassVar = bindings("list")
    COMPONENT_CLASSES: ClassVar[set[str]] = set()
    cursor: reactive[int] = reactive(0, repaint=False)

    @dataclass
    class Chosen(Message):
        """Enter on a row."""

        grid: Grid
        key: str

    @dataclass
    class Moved(Message):
        """The cursor came to a row."""

        grid: Grid
        key: str

    @dataclass
    class Headed(Message):
        """A click on a column's heading."""

        grid: Grid
        column: str

    @dataclass
    class Folded(Message):
        """Left (close) or right (open) on a row."""

        grid: Grid
        key: str
        opened: bool

    def __init__(self, *, empty: str = "", headings: bool = True, id: str | None = None) -> None:  # noqa: A002 — Textual's
        super().__init__(id=id)
        self.empty = empty
        self.headings = headings
        self.columns: tuple[Column, ...] = ()
        self.rows: tuple[Row, ...] = ()
        self.total: Row | None = None
        self._natural: list[int] = []
        self._widths: list[int | None] = []
        self._styles: dict[tuple[str, str], Style] = {}

    # what is in it

    def put(self, columns: Sequence[Column], rows: Sequence[Row], total: Row | None = None) -> None:
        """Put other columns and rows in place; the cursor stays on its row, or as near as can be.

        A total stays in sight on the last line.
        """
        key, at = self.key, self.cursor
        self.columns, self.rows, self.total = tuple(columns), tuple(rows), total
        everything = [*self.rows, total] if total else self.rows
        self._natural = natural_widths(self.columns, everything, headings=self.headings)
        self._lay_out()
        found = next((nth for nth, row in enumerate(self.rows) if row.key == key and not row.heading), None)
        self._place(at if found is None else found, 1)
        self.refresh()

    @property
    def key(self) -> str | None:
        """The key of the row under the cursor; None where there is none."""
        row = self.rows[self.cursor] if 0 <= self.cursor < len(self.rows) else None
        return None if row is None or row.heading else row.key

    def move_to(self, key: str) -> bool:
        """Put the cursor on the row of that key; False where there is none."""
        for nth, row in enumerate(self.rows):
            if row.key == key and not row.heading:
                self._place(nth, 1)
                return True
        return False

    # how wide

    def on_resize(self) -> None:
        """Share out the new width."""
        self._lay_out()
        self.refresh()
        self.call_after_refresh(self._into_sight)

    def _lay_out(self) -> None:
        lines = len(self.rows) + self.headings + (self.total is not None)
        bar = lines > (self.size.height or 24)
        self._widths = shared_widths(self.columns, self._natural, (self.size.width or 80) - bar)
        self.virtual_size = Size(self.size.width, lines)

    # drawing

    def notify_style_update(self) -> None:
        """Forget the styles of another theme."""
        super().notify_style_update()
        self._styles.clear()

    def _style(self, tone: str, ground: str = "") -> Style:
        """Give the rich style of a tone on a ground: plain, the cursor's, or the cursor's without focus."""
        known = self._styles.get((tone, ground))
        if known is None:
            parse = self.app.stylesheet.parse_style
            text = f"{TONES[tone]} {ground}".strip()
            known = self._styles[tone, ground] = (self.visual_style + parse(text)).rich_style
        return known

    def render_line(self, y: int) -> Strip:
        """Draw one line in sight."""
        width = self.size.width
        if not self.rows and self.empty:
            said = dict(enumerate(self.empty.splitlines(), start=1)).get(y, "")
            return Strip([Segment(visible(said), self._style("quiet"))]).adjust_cell_length(width, self._style(""))
        if self.headings and y == 0:
            cells = [(column.title, "quiet") for column in self.columns]
            return self._strip(cells, "", "").adjust_cell_length(width, self._style(""))
        nth = y - self.headings + self.scroll_offset.y
        if self.total and y == min(self.size.height - 1, len(self.rows) + self.headings):
            ground = "on $surface"
            strip = self._strip(self.total.cells, self.total.tone, ground)
            return strip.adjust_cell_length(width, self._style("", ground))
        if not 0 <= nth < len(self.rows):
            return Strip.blank(width, self._style(""))
        row = self.rows[nth]
        here = nth == self.cursor and not row.heading
        names = "block-cursor" if self.has_focus else "block-cursor-blurred"
        ground = f"on ${names}-background" if here else ""
        if row.heading:
            strip = Strip([Segment(visible(text_of(cell)), self._style(tone_of(cell, row.tone))) for cell in row.cells])
        else:
            strip = self._strip(row.cells, row.tone, ground)
        return strip.adjust_cell_length(width, self._style("", ground))

    def _strip(self, cells: Sequence[Part], tone: str, ground: str) -> Strip:
        """Draw cells side by side; a text with nothing to its right runs on into the room there is."""
        shown = [
            (column, width, part)
            for column, width, part in zip(self.columns, self._widths, cells, strict=False)
            if width is not None
        ]
        last = max((nth for nth, (_, _, part) in enumerate(shown) if text_of(part)), default=-1)
        segments = []
        for nth, (column, width, part) in enumerate(shown[: last + 1]):
            room = width + sum(more + GAP for _, more, _ in shown[nth + 1 :]) if nth == last and column.flex else width
            text = fitted(visible(text_of(part)), room, right=column.right)
            segments.append(Segment(text + " " * GAP, self._style(tone_of(part, tone), ground)))
        return Strip(segments)

    # moving

    def watch_has_focus(self, focused: bool) -> None:  # noqa: FBT001 — Textual's signature
        """Draw the cursor's row as what it is now."""
        super().watch_has_focus(focused)
        self.refresh()

    def _place(self, nth: int, way: int) -> None:
        """Put the cursor on a row, or on the next one in a direction that is no heading."""
        free = [at for at, row in enumerate(self.rows) if not row.heading]
        if not free:
            self.cursor = 0
            return
        ahead = [at for at in free if (at - nth) * way >= 0]
        before, self.cursor = (
            self.cursor,
            (min(ahead, key=lambda at: abs(at - nth)) if ahead else free[-1 if way > 0 else 0]),
        )
        self._into_sight()
        self.refresh()
        key = self.key
        if key is not None and before != self.cursor:
            self.post_message(self.Moved(self, key))

    def _into_sight(self) -> None:
        """Scroll so that the cursor's row, and a heading right above it, can be seen."""
        above = 1 if self.cursor > 0 and self.rows and self.rows[self.cursor - 1 : self.cursor][0].heading else 0
        top, height = self.scroll_offset.y, max(1, self.size.height - self.headings - (self.total is not None))
        if self.cursor - above < top:
            self.scroll_to(y=self.cursor - above, animate=False, immediate=True)
        elif self.cursor >= top + height:
            self.scroll_to(y=self.cursor - height + 1, animate=False, immediate=True)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Draw anew where other rows came into sight."""
        super().watch_scroll_y(old_value, new_value)
        self.refresh()

    def action_cursor_down(self) -> None:
        """Move down a line."""
        self._place(self.cursor + 1, 1)

    def action_cursor_up(self) -> None:
        """Move up a line."""
        self._place(self.cursor - 1, -1)

    def action_page_down(self) -> None:
        """Move down a page."""
        self._place(min(self.cursor + self.size.height - 2, len(self.rows) - 1), 1)

    def action_page_up(self) -> None:
        """Move up a page."""
        self._place(max(self.cursor - self.size.height + 2, 0), -1)

    def action_first(self) -> None:
        """Go to the first line."""
        self._place(0, 1)
        self.scroll_to(y=0, animate=False)

    def action_last(self) -> None:
        """Go to the last line."""
        self._place(len(self.rows) - 1, -1)

    def action_choose(self) -> None:
        """Open the row."""
        if self.key is not None:
            self.post_message(self.Chosen(self, self.key))

    def action_cursor_left(self) -> None:
        """Close the row."""
        if self.key is not None:
            self.post_message(self.Folded(self, self.key, opened=False))

    def action_cursor_right(self) -> None:
        """Open what the row holds below it."""
        if self.key is not None:
            self.post_message(self.Folded(self, self.key, opened=True))

    def on_click(self, event: events.Click) -> None:
        """Take a click on a heading or a row; a second one on the same row opens it."""
        if self.headings and event.y == 0:
            column = self._column_at(event.x)
            if column:
                self.post_message(self.Headed(self, column))
            return
        nth = event.y - self.headings + self.scroll_offset.y
        if 0 <= nth < len(self.rows) and not self.rows[nth].heading:
            if nth == self.cursor and event.chain > 1:
                self.action_choose()
            self._place(nth, 1)

    def _column_at(self, x: int) -> str | None:
        start = 0
        for column, width in zip(self.columns, self._widths, strict=True):
            if width is not None:
                if start <= x < start + width + GAP:
                    return column.key
                start += width + GAP
        return None

    def region_of_cursor(self) -> Region:
        """Give where the cursor's row is, within the widget."""
        return Region(0, self.cursor - self.scroll_offset.y + self.headings, self.size.width, 1)
