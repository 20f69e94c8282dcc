"""The lines around a screen: what it is about, its tabs, and the keys that matter here. Each is one line, drawn whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.style import Style
from textual.widget import Widget

from bvtrack.tui.actions import reachable
from bvtrack.tui.text import Part, words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from textual.app import RenderResult

    from bvtrack.tui.actions import Action
    from bvtrack.tui.panes import Tab

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


class TabBar(Widget):
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
        gap = "  " if self.size.width >= 90 else " "
        pieces = []
        for name, tab in self._tabs.items():
            here = name == self._shown
            piece = words((tab.key, "title" if here else "quiet"), " ", (tab.title, "here" if here else "quiet"))
            pieces.append(piece.stylize(Style.from_meta({"@click": f"screen.tab('{name}')"})))
        return Content(gap).join(pieces)


class KeyBar(Widget):
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
        return Content("  ").join(_key(action) for action in (*shown, *always))


def _width(action: Action) -> int:
    return len(action.shown_key) + len(action.label) + 3


def _key(action: Action) -> Content:
    name = action.does or action.id
    piece = words((action.shown_key, "title"), " ", (action.label, "quiet"))
    return piece.stylize(Style.from_meta({"@click": f"screen.press('{action.keys[0]}', '{name}')"}))
