"""The lines around a screen: what it is about, its tabs, and the keys that matter here, each one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widget import Widget

from bvtrack.tui.actions import reachable
from bvtrack.tui.text import Part, words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from textual import events
    from textual.app import RenderResult

    from bvtrack.tui.actions import Action
    from bvtrack.tui.tabs import Tab

_ALWAYS = ("help", "quit")


class Heading(Widget):
    """The top line: what the screen is about on the left, what it speaks for on the right."""

    DEFAULT_CSS = "Heading { height: 1; padding: 0 1; background: $panel; }"

    def __init__(self) -> None:
        super().__init__()
        self._left: tuple[Part, ...] = ()
        self._right: tuple[Part, ...] = ()

    def show(self, left: Sequence[Part], right: Sequence[Part]) -> None:
        """Say other things."""
        self._left, self._right = tuple(left), tuple(right)
        self.refresh()

    def render(self) -> RenderResult:
        """Draw both ends; where they do not fit, the left one is cut."""
        right = words(*self._right)
        room = max(0, self.size.width - right.cell_length - 2)
        left = words(*self._left).truncate(room, ellipsis=True)
        return Content.assemble(left, " " * (self.size.width - left.cell_length - right.cell_length), right)


class Buttons(Widget):
    """A line of pieces that do something when they are clicked."""

    def __init__(self) -> None:
        super().__init__()
        self._ends: list[tuple[int, str]] = []

    def row(self, pieces: Sequence[tuple[str, Content]], gap: int) -> Content:
        """Put pieces in a line, and remember where each ends and what a click on it does."""
        self._ends, end = [], 0
        for does, piece in pieces:
            end += piece.cell_length + gap
            self._ends.append((end, does))
        return Content(" " * gap).join(piece for _, piece in pieces)

    async def on_click(self, event: events.Click) -> None:
        """Do what the piece under the pointer is for."""
        x = event.x - self.styles.padding.left
        does = next((does for end, does in self._ends if x < end), None)
        if does is not None:
            await self.run_action(does)


class TabBar(Buttons):
    """The panes of a review with their keys, the one in sight marked."""

    DEFAULT_CSS = "TabBar { height: 1; padding: 0 1; background: $surface; }"

    def __init__(self, tabs: Mapping[str, Tab]) -> None:
        super().__init__()
        self._tabs = tabs
        self._shown = ""

    def show(self, name: str) -> None:
        """Mark a pane as the one in sight."""
        self._shown = name
        self.refresh()

    def render(self) -> RenderResult:
        """Draw the tabs, closer together where there is little room."""
        gap = 2 if self.size.width >= 90 else 1
        pieces = []
        for name, tab in self._tabs.items():
            here = name == self._shown
            piece = words((tab.key, "title" if here else "quiet"), " ", (tab.title, "here" if here else "quiet"))
            pieces.append((f"screen.tab('{name}')", piece))
        return self.row(pieces, gap)


class KeyBar(Buttons):
    """The bottom line: the keys that matter in a place, as many as there is room for, help and leaving always."""

    DEFAULT_CSS = "KeyBar { height: 1; dock: bottom; padding: 0 1; background: $surface; }"

    def __init__(self, *places: str) -> None:
        super().__init__()
        self._places = places

    def show(self, *places: str) -> None:
        """Show the keys of other places."""
        self._places = places
        self.refresh()

    def render(self) -> RenderResult:
        """Draw as many keys as fit."""
        actions = [action for action in reachable(self._places) if action.footer]
        always = [action for action in actions if action.id in _ALWAYS]
        room = self.size.width - sum(_width(action) for action in always)
        shown = []
        for action in actions:
            if action not in always and _width(action) <= room:
                room -= _width(action)
                shown.append(action)
        return self.row([(f"screen.press('{action.keys[0]}')", _key(action)) for action in (*shown, *always)], 2)


def _width(action: Action) -> int:
    return len(action.shown_key) + len(action.label) + 3


def _key(action: Action) -> Content:
    return words((action.shown_key, "title"), " ", (action.label, "quiet"))
