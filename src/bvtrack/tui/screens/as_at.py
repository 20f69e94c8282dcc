"""The date the application speaks for: typed, or moved by arrows over a month's calendar."""

from __future__ import annotations

import calendar
import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from bvtrack.app.show.day import later, read_day, said
from bvtrack.tui.text import lines, words

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from bvtrack.tui.text import Part

_MOVES = {
    "left": (-1, 0),
    "right": (1, 0),
    "up": (-7, 0),
    "down": (7, 0),
    "pageup": (0, -1),
    "pagedown": (0, 1),
}


class DayLine(Input):
    """The line a day is typed into; until something is typed the arrows move the day and `t` is today."""

    BINDINGS: ClassVar[list[BindingType]] = [
        (key, f"screen.move({days}, {months})", "") for key, (days, months) in _MOVES.items()
    ]

    async def _on_key(self, event: events.Key) -> None:
        """Take `t` for today while the line shows a day that was not typed."""
        if event.key == "t" and self.selected_text == self.value:
            event.prevent_default()
            event.stop()
            await self.run_action("screen.today")
        else:
            await super()._on_key(event)


class AsAt(ModalScreen[dt.date | None]):
    """Asks for a day; gives None where it is left as it was."""

    BINDINGS: ClassVar[list[BindingType]] = [("escape", "leave", "Leave")]
    CSS_PATH = Path(__file__).with_name("form.tcss")

    def __init__(self, day: dt.date, today: dt.date) -> None:
        super().__init__()
        self._day = day
        self._today = today

    def compose(self) -> ComposeResult:
        """Put the line over the calendar."""
        with Vertical(id="form"):
            yield Static(words(("As at", "title")), classes="title")
            yield Static(words(("everything is worked out for this date", "quiet")), classes="about")
            yield DayLine(said(self._day), id="day", compact=True, select_on_focus=True)
            yield Static("", id="day-reading", classes="reading")
            yield Static("", id="calendar")
            keys: tuple[Part, ...] = (
                ("Enter", "title"), " go   ", ("←→", "title"), " day   ", ("↑↓", "title"), " week   ",
                ("PgUp PgDn", "title"), " month   ", ("t", "title"), " today",
            )  # fmt: skip
            yield Static(words(*keys), classes="keys")

    def on_mount(self) -> None:
        """Begin at the date spoken for."""
        self.query_one(DayLine).focus()
        self._show(self._day)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Follow what is typed."""
        day, sentence = read_day(event.value, self._today)
        self.query_one("#day-reading", Static).update(words((sentence, "good" if day else "error")))
        if day is not None:
            self._day = day
            self.query_one("#calendar", Static).update(lines(month_lines(day, self._today)))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go to the day, if what is typed is one."""
        event.stop()
        day = read_day(event.value, self._today).day
        if day is not None:
            self.dismiss(day)

    def action_move(self, days: int, months: int) -> None:
        """Move the day."""
        self._show(later(self._day, days=days, months=months))

    def action_today(self) -> None:
        """Come back to today."""
        self._show(self._today)

    def action_leave(self) -> None:
        """Leave the date as it is."""
        self.dismiss(None)

    def _show(self, day: dt.date) -> None:
        line = self.query_one(DayLine)
        line.value = said(day)
        line.action_select_all()


def month_lines(day: dt.date, today: dt.date) -> list[tuple[Part, ...]]:
    """Draw the month of a day, Monday first, the day and today marked."""
    weeks = calendar.Calendar().monthdayscalendar(day.year, day.month)
    found: list[tuple[Part, ...]] = [((" Mo  Tu  We  Th  Fr  Sa  Su", "quiet"),)]
    for week in weeks:
        row: list[Part] = []
        for number in week:
            here = number == day.day
            is_today = bool(number) and day.replace(day=number) == today
            text = (
                f"[{number:>2}]" if here else f"({number:>2})" if is_today else f" {number:>2} " if number else "    "
            )
            row.append((text, "title" if here else "accent" if is_today else ""))
        found.append(tuple(row))
    return found + [("",)] * (7 - len(found))
