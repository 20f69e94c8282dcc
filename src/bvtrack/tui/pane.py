"""What every pane of the review screen is: it draws a view, knows the address under its cursor, and never writes.

What the user asks of a pane it posts as a message; the review screen answers. A pane's sheet stands beside its module.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

from textual.containers import Vertical
from textual.message import Message

if TYPE_CHECKING:
    from bvtrack.app.desk import Desk
    from bvtrack.app.show.view import ReviewView
    from bvtrack.tui.app import Bvtrack


class Pane(Vertical):
    """A pane; subclasses draw in `show` and keep the cursor on the same address when drawn again."""

    def __init_subclass__(cls, **options: bool) -> None:
        """Give the class the sheet that stands beside its module."""
        sheet = Path(sys.modules[cls.__module__].__file__ or "").with_suffix(".tcss")
        if sheet.exists():
            cls.DEFAULT_CSS = sheet.read_text("utf-8")
        super().__init_subclass__(**options)

    @dataclass
    class Open(Message):
        """Enter on a figure or a thing: show what it is made of."""

        address: str

    @dataclass
    class Jump(Message):
        """Go to a thing in another pane."""

        pane: str
        address: str

    @dataclass
    class Edit(Message):
        """Edit what stands at an address."""

        address: str

    @dataclass
    class Undo(Message):
        """Take back the change of that number."""

        number: int

    @dataclass
    class Waive(Message):
        """Accept a finding: ask for the reason and the expiry."""

        code: str
        address: str

    @property
    def desk(self) -> Desk:
        """The desk of the app this pane stands in."""
        return cast("Bvtrack", self.app).desk

    def show(self, view: ReviewView) -> None:
        """Draw a view: the first time, and after each change, other date or filter."""
        raise NotImplementedError

    def address(self) -> str | None:
        """Give the address of the thing under the cursor: `2c`, `2c/3`, `2/savings/2004-05`, `1.3`."""
        return None

    def focus_main(self) -> None:
        """Put the focus on the widget the pane is about."""
        for child in self.query("*"):
            if child.focusable:
                child.focus()
                return

    def go_to(self, address: str) -> bool:  # noqa: ARG002 — panes that show things answer
        """Move the cursor to a thing; False where the pane does not show it."""
        return False

    def filter(self, text: str) -> None:
        """Show only the rows that hold the text; the empty text shows all."""
