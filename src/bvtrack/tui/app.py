"""The application: a desk, the date it speaks for, and the screens it goes between. Their state stays with them."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.app import App

from bvtrack.tui.actions import bindings
from bvtrack.tui.theme import THEMES

if TYPE_CHECKING:
    import datetime as dt

    from textual.command import Provider
    from textual.screen import Screen

    from bvtrack.app.desk import Desk
    from bvtrack.app.show.view import ReviewView


def _palette() -> type[Provider]:
    from bvtrack.tui.palette import ActionsByName

    return ActionsByName


class Bvtrack(App[None]):
    """The UI over a desk. `as_at` is None while it speaks for today; `banner` says what kind of data it shows."""

    TITLE = "bvtrack"
    COMMANDS: ClassVar = {_palette}
    BINDINGS: ClassVar = bindings("everywhere")
    ENABLE_COMMAND_PALETTE = True
    COMMAND_PALETTE_BINDING = "ctrl+p"
    VERTICAL_BREAKPOINTS: ClassVar = [(0, "low"), (32, "tall")]  # type: ignore[misc]  # it is one of the class in Textual too
    CSS_PATH = Path(__file__).with_name("app.tcss")

    def __init__(
        self, desk: Desk, *, review: str | None = None, as_at: dt.date | None = None, banner: str = ""
    ) -> None:
        self.desk = desk
        self.as_at = None if as_at == desk.today else as_at
        self.banner = banner
        self._first = review
        super().__init__()
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = THEMES[0].name

    @property
    def day(self) -> dt.date:
        """The date the application speaks for."""
        return self.as_at or self.desk.today

    def get_default_screen(self) -> Screen[None]:
        """Begin with the review meant, the only one there is, or all of them."""
        known = self.desk.reviews()
        name = self._first or (known[0] if len(known) == 1 else None)
        return self.review_screen(name) if name else self.portfolio_screen()

    def review_screen(self, name: str, view: ReviewView | None = None) -> Screen[None]:
        """Make the workspace of a review, which it loads unless it is given."""
        from bvtrack.tui.screens.review import ReviewScreen

        return ReviewScreen(name, view=view)

    def portfolio_screen(self) -> Screen[None]:
        """Make the list of all reviews."""
        from bvtrack.tui.screens.portfolio import Portfolio

        return Portfolio()

    def on_ready(self) -> None:
        """Collect garbage again, now that the first screen is drawn."""
        gc.freeze()
        gc.enable()

    def go(self, screen: Screen[None]) -> None:
        """Go to another full screen; the first one stays below all others, as Textual wants it."""
        if len(self.screen_stack) == 1:
            self.push_screen(screen)
        else:
            self.switch_screen(screen)

    @property
    def failure(self) -> Exception | None:
        """What ended the application, where that was a fault of its own."""
        return self._exception

    def _fatal_error(self) -> None:
        """End without Textual's page of locals, which may hold anything: the command line tells of the fault."""
        self._close_messages_no_wait()

    # what keys do everywhere

    def action_palette(self) -> None:
        """Find an action by its name."""
        self.action_command_palette()

    def action_theme(self) -> None:
        """Go on to the next theme."""
        names = [theme.name for theme in THEMES]
        self.theme = names[(names.index(self.theme) + 1) % len(names)]

    def action_help(self) -> None:
        """Show the keys of the screen in sight."""
        from bvtrack.tui.screens.full import FullScreen
        from bvtrack.tui.screens.help import Help

        if isinstance(self.screen, FullScreen):
            self.push_screen(Help(self.screen.places()))
