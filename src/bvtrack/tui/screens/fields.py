"""A choice of the fields of a thing: Enter edits one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from bvtrack.app.show.thing import Field
from bvtrack.tui.columns import Column, Row
from bvtrack.tui.grid import Grid
from bvtrack.tui.text import words

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from bvtrack.app.show.thing import Thing


class Fields(ModalScreen[Field | None]):
    """Lists the fields and what stands in them."""

    BINDINGS: ClassVar = [("escape", "leave", "Leave")]
    CSS_PATH = Path(__file__).with_name("form.tcss")

    def __init__(self, thing: Thing) -> None:
        super().__init__()
        self._thing = thing

    def compose(self) -> ComposeResult:
        """Lay the list in a box."""
        with Vertical(id="form"):
            yield Static(words((f"Edit {self._thing.address}", "title")), classes="title")
            grid = Grid(headings=False)
            grid.styles.height = len(self._thing.fields)
            yield grid
            yield Static(words(("Enter", "title"), " edit   ", ("Esc", "title"), " leave"), classes="keys")

    def on_mount(self) -> None:
        """Fill the list."""
        rows = [Row(field.address, ((field.label, "quiet"), field.text or "blank")) for field in self._thing.fields]
        grid = self.query_one(Grid)
        grid.put((Column("label"), Column("text", flex=True)), rows)
        grid.focus()

    @on(Grid.Chosen)
    def _chosen(self, message: Grid.Chosen) -> None:
        self.dismiss(next(field for field in self._thing.fields if field.address == message.key))

    def action_leave(self) -> None:
        """Leave without choosing."""
        self.dismiss(None)
