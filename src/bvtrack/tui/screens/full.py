"""What the full screens share: a heading, a filter line that `/` opens, the keys below, and the date they speak for."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from textual.screen import Screen

from bvtrack.core.errors import Problem
from bvtrack.tui.actions import bindings
from bvtrack.tui.bars import Heading, KeyBar

if TYPE_CHECKING:
    import datetime as dt

    from textual.app import ComposeResult
    from textual.widgets import Input

    from bvtrack.tui.app import Bvtrack
    from bvtrack.tui.screens.filter_line import FilterLine
    from bvtrack.tui.text import Part


class FullScreen(Screen[None]):
    """A screen of its own; subclasses compose their body and say what `/` narrows and what a new date means."""

    PLACE: ClassVar[str] = ""
    BINDINGS: ClassVar = bindings("screen")

    def compose(self) -> ComposeResult:
        """Stack heading, body, filter and keys."""
        yield Heading()
        yield from self.body()
        yield KeyBar(*self.places())

    def body(self) -> ComposeResult:
        """Give what stands between heading and keys."""
        raise NotImplementedError

    def places(self) -> tuple[str, ...]:
        """Give the places whose keys work here, the nearest first."""
        return (self.PLACE, "list", "screen", "everywhere")

    @property
    def bvtrack(self) -> Bvtrack:
        """The application, as what it is."""
        return cast("Bvtrack", self.app)

    def narrow(self, text: str) -> None:
        """Show only what holds the text."""
        raise NotImplementedError

    def redate(self) -> None:
        """Draw anew for the application's date."""
        raise NotImplementedError

    def focus_main(self) -> None:
        """Put the focus where the keys of the screen work."""
        raise NotImplementedError

    def in_sight(self) -> bool:
        """Tell whether this is the full screen in sight, with or without a form over it."""
        return [screen for screen in self.app.screen_stack if isinstance(screen, FullScreen)][-1:] == [self]

    def version(self) -> int | None:
        """Tell the version of what is kept; None while another program writes: the next look tells."""
        try:
            return self.bvtrack.desk.store.version()
        except Problem:
            return None

    def on_screen_resume(self) -> None:
        """Look for what was committed while another screen was in sight."""
        self.notice()

    def notice(self) -> None:
        """Draw anew where another connection has committed."""
        raise NotImplementedError

    def speaking_for(self) -> list[Part]:
        """Say which date the screen speaks for, where it is not today, and the application's banner."""
        from bvtrack.app.show.day import said as full_day

        app = self.bvtrack
        told: list[Part] = [(f" {app.banner} ", "soon")] if app.banner else []
        if app.day != app.desk.today:
            told.append((f" as at {full_day(app.day)} ", "badge"))
        return told

    # what the keys do

    async def action_filter(self) -> None:
        """Open the filter line, made when it is first asked for."""
        line = self.filter_line()
        if line is None:
            from bvtrack.tui.screens.filter_line import FilterLine

            line = FilterLine()
            await self.mount(line)
        line.display = True
        line.focus()

    def filter_line(self) -> FilterLine | None:
        """Give the filter line, if there is one by now."""
        found = self.query("#filter")
        return cast("FilterLine", found.first()) if found else None

    def on_input_changed(self, event: Input.Changed) -> None:
        """Narrow as it is typed."""
        if event.input.id == "filter":
            event.stop()
            self.narrow(event.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go back to the list; an empty filter line closes."""
        if event.input.id == "filter":
            event.stop()
            event.input.display = bool(event.value)
            self.focus_main()

    def action_as_at(self) -> None:
        """Ask for the date the application speaks for."""
        from bvtrack.tui.screens.as_at import AsAt

        def take(day: dt.date | None) -> None:
            if day is not None:
                self.bvtrack.as_at = None if day == self.bvtrack.desk.today else day
                self.redate()

        self.app.push_screen(AsAt(self.bvtrack.day, self.bvtrack.desk.today), take)

    def action_press(self, key: str) -> None:
        """Do what a key in the bottom line says, as if it were pressed."""
        self.app.simulate_key(key)

    def drop_filter(self) -> bool:
        """Drop the filter, if there is one; False where there is none."""
        line = self.filter_line()
        if line is None or not line.display:
            return False
        line.put("")
        self.narrow("")
        self.focus_main()
        return True
