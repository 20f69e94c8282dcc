"""A change somebody else made first: their version beside yours, and the choice between them."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from bvtrack.tui.text import words

if TYPE_CHECKING:
    from textual.app import ComposeResult

Choice = Literal["mine", "theirs"]


class ConflictScreen(ModalScreen[Choice | None]):
    """Ends with the version chosen, or None where nothing is decided; nothing was written so far."""

    BINDINGS: ClassVar = [("m", "mine", "Mine"), ("t", "theirs", "Theirs"), ("escape", "leave", "Leave")]
    CSS_PATH = "conflict.tcss"

    def __init__(self, address: str, yours: str, seen: str, now: str) -> None:
        super().__init__()
        self._address, self._yours, self._seen, self._now = address, yours, seen, now

    def compose(self) -> ComposeResult:
        """Put both versions beside one another, and what both began with above them."""
        with Vertical(id="conflict"):
            yield Static(words((f"{self._address} was changed meanwhile", "title")))
            yield Static(words(("You saw  ", "quiet"), self._seen or ("blank", "quiet")), id="conflict-seen")
            with Horizontal():
                yield Static(words(("Yours\n", "strong"), self._yours or ("blank", "quiet")), id="conflict-yours")
                yield Static(words(("Theirs, now\n", "strong"), self._now or ("blank", "quiet")), id="conflict-theirs")
            yield Static(
                words(
                    ("m", "title"), " put mine   ", ("t", "title"), " keep theirs   ", ("Esc", "title"), " decide later"
                ),
                id="conflict-keys",
            )

    def action_mine(self) -> None:
        """Put yours over theirs."""
        self.dismiss("mine")

    def action_theirs(self) -> None:
        """Keep theirs."""
        self.dismiss("theirs")

    def action_leave(self) -> None:
        """Go back without deciding."""
        self.dismiss(None)
