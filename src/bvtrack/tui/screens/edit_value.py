"""The form for one value: what stands there, what is typed, and how that is read; it gives the text typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from bvtrack.app.show.reading import reading_of
from bvtrack.core.visible import visible
from bvtrack.tui.screens.form import Form
from bvtrack.tui.text import words

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from bvtrack.app.show.reading import Kind
    from bvtrack.core.review import Review


class EditValue(ModalScreen[str | None]):
    """Ends with the text, empty for a value made blank, or None where it was left; what cannot stand is not taken."""

    BINDINGS: ClassVar = [("escape", "leave", "Leave")]
    CSS_PATH = Form.CSS_PATH

    def __init__(self, address: str, text: str, title: str, kind: Kind, review: Review) -> None:
        super().__init__()
        self._address, self._text, self._title = address, text, title
        self._kind, self._review = kind, review

    def compose(self) -> ComposeResult:
        """Put the line to type in between what stands and how it is read."""
        with Vertical(id="form"):
            yield Static(words((self._title, "title"), f"  {self._address}"), classes="title")
            yield Static(words(("now  ", "quiet"), self._text or ("blank", "quiet")), classes="about")
            yield Input(visible(self._text), id="value", compact=True)
            yield Static("", id="value-reading", classes="reading")
            yield Static(words(("Enter", "title"), " take it   ", ("Esc", "title"), " leave"), classes="keys")

    def on_mount(self) -> None:
        """Begin in the line, all of it marked, so that typing replaces it."""
        line = self.query_one(Input)
        line.focus()
        line.select_all()
        self._read(line.value)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Say how what is typed is read; what acts instead of printing is made visible, as it is everywhere."""
        if visible(event.value) != event.value:
            event.input.value = visible(event.value)
        else:
            self._read(event.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take what can stand."""
        event.stop()
        if self._read(event.value):
            same = event.value == visible(self._text)
            self.dismiss(self._text if same else event.value.strip())

    def action_leave(self) -> None:
        """Leave the value as it is."""
        self.dismiss(None)

    def _read(self, text: str) -> bool:
        ok, sentence, doubtful = reading_of(self._kind, text, self._review)
        tone = "warning" if doubtful else "good" if ok else "error"
        self.query_one("#value-reading", Static).update(words((sentence, tone)))
        return ok
