"""The keys of a screen, drawn from the table of actions."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from bvtrack.tui.actions import PLACES, reachable, shown_key
from bvtrack.tui.text import lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.app import ComposeResult

    from bvtrack.tui.text import Part

_KEYS_WIDTH = 14


class Help(ModalScreen[None]):
    """Lists the actions of nested places, the nearest first."""

    BINDINGS: ClassVar = [("escape,question_mark,q", "leave", "Leave")]
    CSS_PATH = Path(__file__).with_name("form.tcss")

    def __init__(self, places: tuple[str, ...]) -> None:
        super().__init__()
        self._places = places

    def compose(self) -> ComposeResult:
        """Lay the list in a box that scrolls."""
        with VerticalScroll(id="form", classes="wide"):
            yield Static(lines(self._lines()))

    def _lines(self) -> Iterator[tuple[Part, ...]]:
        offered = reachable(self._places)
        for place in self._places:
            actions = [action for action in offered if action.place == place and action.keys]
            if actions:
                yield ((PLACES[place], "title"),)
                for action in actions:
                    keys = " ".join(shown_key(key) for key in action.keys[:2])
                    yield ((f"  {keys:<{_KEYS_WIDTH}}", "strong"), (action.help, "quiet"))
                yield ("",)
        yield (("Esc", "title"), " back")

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss(None)
