"""A small form over the screen: fields that say how they read what is typed, as it is typed, and what is wrong.

Nothing typed is lost: the form stays until the work it is for has been done, or it is left.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Protocol

from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from bvtrack.tui.text import words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from textual.app import ComposeResult

    from bvtrack.core.errors import Problem


class Reading(Protocol):
    """How a text is read: a sentence, and whether it can stand."""

    def __call__(self, text: str) -> tuple[bool, str]:
        """Read a text."""
        ...


@dataclass(frozen=True, slots=True)
class Blank:
    """A field to fill in: its name, its label, what stands in it at first, how it is read; `needed` if not optional."""

    name: str
    label: str
    text: str = ""
    reading: Reading | None = None
    needed: bool = False
    hint: str = ""


class Form(ModalScreen[None]):
    """Asks for the blanks and gives the texts to `submit`, which calls back with a problem, or None when it is done."""

    BINDINGS: ClassVar = [("escape", "leave", "Leave"), ("ctrl+s", "submit", "Do it")]
    CSS_PATH = Path(__file__).with_name("form.tcss")

    def __init__(
        self,
        title: str,
        about: str,
        blanks: Sequence[Blank],
        submit: Callable[[Mapping[str, str], Callable[[Problem | None], None]], None],
    ) -> None:
        super().__init__()
        self._title, self._about = title, about
        self._blanks = {blank.name: blank for blank in blanks}
        self._submit = submit
        self._told: set[str] = set()
        self._done = False

    def compose(self) -> ComposeResult:
        """Lay the fields under one another, each with its reading below."""
        with Vertical(id="form"):
            yield Static(words((self._title, "title")), classes="title")
            yield Static(words((self._about, "quiet")), classes="about")
            for blank in self._blanks.values():
                yield Static(words(blank.label), classes="label")
                yield Input(blank.text, id=blank.name, compact=True)
                yield Static("", id=f"{blank.name}-reading", classes="reading")
            yield Static("", id="problem")
            yield Static(words(("Enter", "title"), " do it   ", ("Esc", "title"), " leave"), classes="keys")

    def on_mount(self) -> None:
        """Say how the fields read at first."""
        for name in self._blanks:
            self._read(name)
        self.query(Input).first().focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Say how what is typed is read."""
        if event.input.id in self._blanks:
            self._read(event.input.id)
            self.query_one("#problem", Static).update("")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go on to the next field that is needed and empty, else do the work."""
        event.stop()
        self.action_submit()

    def action_submit(self) -> None:
        """Do the work if every field can stand."""
        for name, blank in self._blanks.items():
            if not self._stands(blank):
                self._told.add(name)
                self._read(name)
                self.query_one(f"#{name}", Input).focus()
                return
        self._submit(self._texts(), self._ended)

    def action_leave(self) -> None:
        """Leave without doing anything."""
        self.dismiss(None)

    def _ended(self, problem: Problem | None) -> None:
        if problem is None:
            self._done = True
            self.on_screen_resume()
            return
        self.query_one("#problem", Static).update(
            words((f"{problem.place}: {problem.what}", "error"), f" ({problem.todo})")
        )

    def on_screen_resume(self) -> None:
        """Go, once the work is done and nothing stands over the form."""
        if self._done and self.is_current:
            self.dismiss(None)

    def _texts(self) -> dict[str, str]:
        return {name: self.query_one(f"#{name}", Input).value.strip() for name in self._blanks}

    def _stands(self, blank: Blank) -> bool:
        text = self.query_one(f"#{blank.name}", Input).value.strip()
        if not text:
            return not blank.needed
        return blank.reading is None or blank.reading(text)[0]

    def _read(self, name: str) -> None:
        """Write under a field how it reads, or what it is for."""
        blank = self._blanks[name]
        text = self.query_one(f"#{name}", Input).value.strip()
        if not text:
            asked = name in self._told and blank.needed
            said = words((f"{blank.label.lower()} is needed", "error")) if asked else words((blank.hint, "quiet"))
        elif blank.reading is None:
            said = words("")
        else:
            fine, sentence = blank.reading(text)
            said = words((sentence, "good" if fine else "error"))
        self.query_one(f"#{name}-reading", Static).update(said)
