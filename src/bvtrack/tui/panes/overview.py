"""The overview: net position, status of the actions, what is late, what comes next, worst findings, outcomes.

Each line is a thing: arrows move over them, Enter goes to where it is at home. It fits 80×24 without scrolling, and
stands in two columns where there is room. The findings are worked out after the rest is drawn.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import work
from textual.message import Message

from bvtrack.app.show.overview import Glance, Worst, overview, worst_findings
from bvtrack.tui.board import Board
from bvtrack.tui.pane import Pane
from bvtrack.tui.panes.overview_page import page

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from bvtrack.app.show.overview import Deed
    from bvtrack.app.show.view import ReviewView


class Overview(Pane):
    """The pane; `1` shows it."""

    @dataclass
    class Found(Message):
        """The rules have run."""

        view: ReviewView
        worst: Worst

    _view: ReviewView | None = None
    _shown: Glance | None = None
    _worst: Worst | None = None
    _words = ""

    def compose(self) -> ComposeResult:
        """Hold one board."""
        yield Board()

    def show(self, view: ReviewView) -> None:
        """Draw the overview; the findings follow, and those of before stand until then."""
        self._view, self._shown = view, overview(view)
        self._draw()
        self.call_after_refresh(self._look, view)

    @work(thread=True, exclusive=True, group="findings")
    def _look(self, view: ReviewView) -> None:
        """Run the rules aside, so that keys work meanwhile."""
        self.post_message(self.Found(view, worst_findings(view)))

    def on_overview_found(self, event: Found) -> None:
        """Draw the findings, unless something else is shown by now."""
        event.stop()
        if event.view is self._view:
            self._worst = event.worst
            self._draw()

    def _draw(self) -> None:
        if self._shown is not None:
            shown, worst = _narrowed(self._shown, self._worst, self._words)
            self.query_one(Board).put(lambda width, height: page(shown, worst, width, height))

    def address(self) -> str | None:
        """Give the address of the thing under the cursor."""
        thing = self.query_one(Board).thing
        return thing.address if thing else None

    def focus_main(self) -> None:
        """Put the focus on the board."""
        self.query_one(Board).focus()

    def go_to(self, address: str) -> bool:
        """Move the cursor to a thing, if it is among those shown."""
        return self.query_one(Board).move_to(address)

    def filter(self, text: str) -> None:
        """Show only the actions and findings that hold the text."""
        self._words = text
        self._draw()

    def on_board_chosen(self, event: Board.Chosen) -> None:
        """Go to where the thing is at home."""
        event.stop()
        self.post_message(self.Jump(event.thing.pane, event.thing.address))


def _narrowed(shown: Glance, worst: Worst | None, words: str) -> tuple[Glance, Worst | None]:
    """Leave out the actions and findings that do not hold the words."""
    if not words:
        return shown, worst
    sought = words.casefold()

    def held(deeds: tuple[Deed, ...]) -> tuple[Deed, ...]:
        return tuple(one for one in deeds if sought in f"{one.address} {one.text} {one.owner}".casefold())

    if worst is not None:
        found = (one for one in worst.findings if sought in f"{one.code} {one.address} {one.message}".casefold())
        worst = worst._replace(findings=tuple(found))
    return shown._replace(late=held(shown.late), coming=held(shown.coming)), worst
