"""A page to read over the screen: lines of text under a title, scrolled with the keys of a list, left with Esc."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Final

from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from bvtrack.tui.text import lines, words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.app import ComposeResult

    from bvtrack.tui.text import Part

AROUND: Final = 8  # lines of the box that are not the text: border, air, title, keys


class Page(ModalScreen[None]):
    """Shows lines; subclasses give others when the width is known."""

    BINDINGS: ClassVar = [
        ("escape,q,enter", "leave", "Leave"),
        ("down,j", "scroll(1)", "Down"),
        ("up,k", "scroll(-1)", "Up"),
        ("pagedown,ctrl+d,space", "page(1)", "Page down"),
        ("pageup,ctrl+u", "page(-1)", "Page up"),
        ("home", "first", "First"),
        ("end,G", "last", "Last"),
    ]
    CSS_PATH = Path(__file__).with_name("page.tcss")

    def __init__(self, title: str, said: Iterable[Iterable[Part]] = ()) -> None:
        super().__init__()
        self._title = title
        self._said = [list(line) for line in said]

    def compose(self) -> ComposeResult:
        """Put the title over the lines, and the keys below."""
        with Vertical(id="page"):
            yield Static(words((self._title, "title")), id="page-title")
            with VerticalScroll(can_focus=False):
                yield Static("", id="page-lines")
            yield Static(words(("↑ ↓", "title"), " scroll   ", ("Esc", "title"), " leave"), id="page-keys")

    def on_mount(self) -> None:
        """Draw when the width is known."""
        self.call_after_refresh(self._draw)

    def on_resize(self) -> None:
        """Draw for another width."""
        self.call_after_refresh(self._draw)

    def said(self, width: int) -> Iterable[Iterable[Part]]:
        """Give the lines for a width."""
        del width
        return self._said

    def entitle(self, title: str) -> None:
        """Give the page another title."""
        self.query_one("#page-title", Static).update(words((title, "title")))

    def _draw(self) -> None:
        box = self.query_one(VerticalScroll)
        box.styles.max_height = max(3, self.size.height * 9 // 10 - AROUND)
        width = box.scrollable_content_region.width
        self.query_one("#page-lines", Static).update(lines(self.said(max(20, width))))

    def action_scroll(self, way: int) -> None:
        """Scroll by a line."""
        self.query_one(VerticalScroll).scroll_relative(y=way, animate=False)

    def action_page(self, way: int) -> None:
        """Scroll by a page."""
        box = self.query_one(VerticalScroll)
        box.scroll_relative(y=way * max(1, box.size.height - 1), animate=False)

    def action_first(self) -> None:
        """Go to the top."""
        self.query_one(VerticalScroll).scroll_home(animate=False)

    def action_last(self) -> None:
        """Go to the end."""
        self.query_one(VerticalScroll).scroll_end(animate=False)

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss(None)
