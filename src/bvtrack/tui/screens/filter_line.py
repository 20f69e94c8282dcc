"""The line `/` opens: rows are narrowed as you type; Enter keeps the filter, Esc drops it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.widgets import Input

if TYPE_CHECKING:
    from textual.binding import BindingType


class FilterLine(Input):
    """The line, which its screen mounts when it is first asked for."""

    BINDINGS: ClassVar[list[BindingType]] = [("escape", "drop", "Drop the filter"), ("down", "submit", "To the list")]

    def __init__(self) -> None:
        super().__init__(placeholder="words to look for", id="filter", compact=True)

    def action_drop(self) -> None:
        """Empty the line, which closes it."""
        self.put("")
        self.post_message(Input.Changed(self, ""))
        self.post_message(Input.Submitted(self, ""))

    def put(self, text: str) -> None:
        """Put other words into the line without narrowing by them; without words it is out of sight."""
        with self.prevent(Input.Changed):
            self.value = text
        self.display = bool(text)
