"""A page of blocks of lines, side by side or under one another; the cursor goes from thing to thing on it.

How the blocks lie is a function of the width and height there are, asked again when those change. Texts are shown
literally. A thing is what has an address; its lines are one stop of the cursor, lines of no thing are passed by.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, ClassVar, Final, NamedTuple

from rich.segment import Segment
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from bvtrack.core.visible import visible
from bvtrack.tui.actions import bindings
from bvtrack.tui.text import TONES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from rich.style import Style
    from textual import events

    from bvtrack.tui.blocks import Block, Thing
    from bvtrack.tui.text import Part


_CURSOR: Final = "$block-cursor-foreground on $block-cursor-background"
_TONES: Final = {**TONES, "rule": "$border"}


class _Stop(NamedTuple):
    """Where the cursor can be: a thing and its lines."""

    thing: Thing
    region: Region


class Board(ScrollView, can_focus=True):
    """The widget. It posts `Chosen` on Enter or a click on the cursor's thing, and `Moved` when the cursor moves."""

    DEFAULT_CSS = """
    Board { height: 1fr; scrollbar-size-vertical: 1; overflow-x: hidden; background: transparent; }
    """
    BINDINGS: ClassVar = bindings("list")

    @dataclass
    class Chosen(Message):
        """Enter on a thing."""

        board: Board
        thing: Thing

    @dataclass
    class Moved(Message):
        """The cursor came to a thing."""

        board: Board
        thing: Thing

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 — Textual's name
        super().__init__(id=id)
        self._lay_out: Callable[[int, int], Iterable[Block]] = lambda _width, _height: ()
        self._laid_out_for = Size()
        self._blocks: dict[int, list[Block]] = {}
        self._stops: tuple[_Stop, ...] = ()
        self._at = 0
        self._styles: dict[tuple[str, str], Style] = {}

    def put(self, lay_out: Callable[[int, int], Iterable[Block]]) -> None:
        """Show other blocks; the cursor stays on its thing, or as near as can be."""
        self._lay_out = lay_out
        self._draw()

    @property
    def thing(self) -> Thing | None:
        """The thing under the cursor."""
        return self._stops[self._at].thing if self._stops else None

    def move_to(self, address: str) -> bool:
        """Put the cursor on the first thing of an address; False where there is none."""
        found = next((nth for nth, stop in enumerate(self._stops) if stop.thing.address == address), None)
        if found is None:
            return False
        self._place(found)
        return True

    def _draw(self) -> None:
        """Lay the page out, once there is a size to do it for."""
        if self.size.width:
            self.virtual_size = self._arrange()
            self.refresh()

    def _arrange(self) -> Size:
        """Lay the page out for the size there is, and give the size it takes."""
        self._laid_out_for = self.size
        width, height = self.size
        blocks = tuple(self._lay_out(width, height))
        if max((block.end for block in blocks), default=0) > height:
            width -= self.styles.scrollbar_size_vertical
            blocks = tuple(self._lay_out(width, height))
        here = self.thing
        by_line: defaultdict[int, list[Block]] = defaultdict(list)
        for block in sorted(blocks, key=lambda block: block.x):
            for y in range(block.y, block.end):
                by_line[y].append(block)
        self._blocks = dict(by_line)
        self._stops = tuple(sorted(_stops(blocks), key=lambda stop: (stop.region.y, stop.region.x)))
        known = [stop.thing for stop in self._stops]
        self._at = known.index(here) if here in known else max(0, min(self._at, len(known) - 1))
        return Size(width, max((block.end for block in blocks), default=0))

    def on_resize(self) -> None:
        """Lay out anew."""
        self._draw()
        self.call_after_refresh(self._into_sight)

    # drawing

    def notify_style_update(self) -> None:
        """Forget the styles of another theme."""
        super().notify_style_update()
        self._styles.clear()

    def watch_has_focus(self, focused: bool) -> None:  # noqa: FBT001 — Textual's signature
        """Draw the cursor as what it is now."""
        super().watch_has_focus(focused)
        self.refresh()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Draw the lines that came into sight."""
        super().watch_scroll_y(old_value, new_value)
        self.refresh()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw what is in sight; the first time before Textual tells of the size, so that no frame is empty."""
        if self._laid_out_for != self.size:
            self._arrange()
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """Draw one line in sight."""
        width, line = self.size.width, y + self.scroll_offset.y
        here = self._stops[self._at].region if self._stops and self.has_focus else Region()
        segments: list[Segment] = []
        filled = 0
        for block in self._blocks.get(line, ()):
            lit = here.contains(block.x, line)
            base = _CURSOR if lit else ""
            strip = Strip(
                Segment(visible(text), self._style(tone, base))
                for text, tone in map(_toned, block.rows[line - block.y].parts)
            )
            segments += [Segment(" " * (block.x - filled), self._style("", ""))]
            segments += strip.adjust_cell_length(block.width, self._style("", base))
            filled = block.x + block.width
        return Strip(segments).adjust_cell_length(width, self._style("", ""))

    def _style(self, tone: str, ground: str) -> Style:
        known = self._styles.get((tone, ground))
        if known is None:
            parse = self.app.stylesheet.parse_style
            under = parse(_TONES[tone])  # what is under the cursor takes its colours, which any theme keeps legible
            style = self.visual_style + (under + parse(ground) if ground else under)
            known = self._styles[tone, ground] = style.rich_style
        return known

    # moving

    def _place(self, nth: int) -> None:
        moved = nth != self._at
        self._at = nth
        self._into_sight()
        self.refresh()
        if moved and self.thing:
            self.post_message(self.Moved(self, self.thing))

    def _into_sight(self) -> None:
        """Scroll so that the cursor can be seen; from the first stop the top of the page, from the last its end."""
        if not self._stops:
            return
        region = self._stops[self._at].region
        top, bottom = (0 if self._at == 0 else region.y), region.bottom
        if self._at == len(self._stops) - 1 and region.bottom + self.size.height > self.virtual_size.height:
            bottom = self.virtual_size.height
        if bottom > self.scroll_offset.y + self.size.height:
            self.scroll_to(y=min(bottom - self.size.height, region.y), animate=False, immediate=True)
        elif top < self.scroll_offset.y:
            self.scroll_to(y=top, animate=False, immediate=True)

    def _go(self, way: int) -> None:
        """Go to the nearest thing above or below, one in the same column first; where there is none, scroll."""
        if self._stops:
            here = self._stops[self._at].region
            ahead = [(nth, stop.region) for nth, stop in enumerate(self._stops) if (stop.region.y - here.y) * way > 0]
            below = [(nth, to) for nth, to in ahead if to.x < here.right and here.x < to.right] or ahead
            if below:
                self._place(min(below, key=lambda one: (abs(one[1].y - here.y), abs(one[1].x - here.x)))[0])
                return
        self.scroll_relative(y=way, animate=False)

    def aside(self, way: int) -> bool:
        """Go to the nearest thing of the next column; False where there is none."""
        if not self._stops:
            return False
        here = self._stops[self._at].region
        beside = [
            (nth, stop.region)
            for nth, stop in enumerate(self._stops)
            if (stop.region.x >= here.right if way > 0 else stop.region.right <= here.x)
        ]
        if beside:
            self._place(min(beside, key=lambda one: (abs(one[1].y - here.y), abs(one[1].x - here.x)))[0])
        return bool(beside)

    def action_cursor_down(self) -> None:
        """Go down to the next thing."""
        self._go(1)

    def action_cursor_up(self) -> None:
        """Go up to the thing before."""
        self._go(-1)

    def action_cursor_left(self) -> None:
        """Go to the column on the left."""
        self.aside(-1)

    def action_cursor_right(self) -> None:
        """Go to the column on the right."""
        self.aside(1)

    def action_page_down(self) -> None:
        """Go down a page."""
        self._leap(self.size.height - 1)

    def action_page_up(self) -> None:
        """Go up a page."""
        self._leap(1 - self.size.height)

    def _leap(self, lines: int) -> None:
        self.scroll_relative(y=lines, animate=False, immediate=True)
        if self._stops:
            aim = self._stops[self._at].region.y + lines
            self._place(min(range(len(self._stops)), key=lambda nth: abs(self._stops[nth].region.y - aim)))

    def action_first(self) -> None:
        """Go to the first thing."""
        self.scroll_to(y=0, animate=False, immediate=True)
        if self._stops:
            self._place(0)

    def action_last(self) -> None:
        """Go to the last thing."""
        self.scroll_end(animate=False, immediate=True)
        if self._stops:
            self._place(len(self._stops) - 1)

    def action_choose(self) -> None:
        """Open the thing under the cursor."""
        if self.thing:
            self.post_message(self.Chosen(self, self.thing))

    def on_click(self, event: events.Click) -> None:
        """Take a click on a thing; one where the cursor is opens it."""
        x, y = event.x, event.y + self.scroll_offset.y
        for nth, stop in enumerate(self._stops):
            if stop.region.contains(x, y):
                again = nth == self._at and event.chain > 1
                self._place(nth)
                if again:
                    self.action_choose()


def _stops(blocks: Iterable[Block]) -> Iterable[_Stop]:
    """Yield the things of blocks; rows of the same thing that follow each other are one."""
    for block in blocks:
        y = block.y
        for thing, rows in groupby(block.rows, key=lambda row: row.thing):
            height = len(tuple(rows))
            if thing is not None:
                yield _Stop(thing, Region(block.x, y, block.width, height))
            y += height


def _toned(part: Part) -> tuple[str, str]:
    return (part, "") if isinstance(part, str) else part
