"""The log in the workspace: newest first, a page at a time, with what was taken back marked, and undo from here."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from textual.app import App

from bvtrack.app.desk import Desk
from bvtrack.app.record import Because, record_action
from bvtrack.app.show.view import review_view
from bvtrack.tui.app import Bvtrack
from bvtrack.tui.grid import Grid
from bvtrack.tui.panes import log
from bvtrack.tui.panes.log import Log
from bvtrack.tui.screens.review import ReviewScreen
from bvtrack.tui.theme import THEMES
from tui.hostile import HOSTILE, escapes
from tui.screen_text import screen_lines, screen_text

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.pilot import Pilot

    from bvtrack.app.show.view import ReviewView
    from bvtrack.tui.pane import Pane

SIZES = [(80, 24), (140, 45)]
NAME = "hertfordshire-services-to-schools-2002"


class AtLog(Bvtrack):
    """The application, begun at the log."""

    def review_screen(self, name: str, view: ReviewView | None = None) -> ReviewScreen:
        """Begin at the log."""
        return ReviewScreen(name, "log", view)


class Alone(App[None]):
    """The pane alone; it keeps what is asked for."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.opened: list[str] = []

    def compose(self) -> ComposeResult:
        """Hold the pane."""
        yield Log()

    def on_mount(self) -> None:
        """Show the review."""
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = THEMES[0].name
        pane = self.query_one(Log)
        pane.show(review_view(self.desk, NAME))
        pane.focus_main()

    def on_pane_open(self, message: Pane.Open) -> None:
        """Keep what is opened."""
        self.opened.append(message.address)


def pane(pilot: Pilot[None]) -> Log:
    """Give the pane."""
    return pilot.app.screen.query_one(Log)


def noted(desk: Desk, count: int) -> None:
    """Record so many notes, about each of the sixteen actions in turn."""
    actions = [part.id for one in desk.review(NAME).recommendations for part in one.parts]
    for nth in range(count):
        why = Because(reason=f"note number {nth}")
        record_action(desk, (NAME, actions[nth % len(actions)]), "note", why)


@pytest.mark.parametrize("size", SIZES)
async def test_it_tells_who_changed_what_when_and_why(desk: Desk, size: tuple[int, int]) -> None:
    """The newest change stands first; the one under the cursor is told in full with its reason."""
    record_action(desk, (NAME, "2a"), "forecast", Because(reason="there is no staff to train them"), value="Nov 2002")
    app = AtLog(desk)
    async with app.run_test(size=size, notifications=True) as pilot:
        await pilot.pause()
        lines = screen_lines(app)
        assert max(map(len, lines)) <= size[0]
        first = next(line for line in lines if " 2 " in line and "Oct 2002" in line)
        assert "Pat" in first
        assert "2a" in first
        assert ("there is no staff" in first) is (size[0] == 140)
        assert "there is no staff to train them" in " ".join(screen_text(app).split())
        assert pane(pilot).address() == "2a"
        await pilot.press("down")
        assert pane(pilot).address() is None
        assert "imported" in screen_text(app)


async def test_u_takes_back_the_change_under_the_cursor(desk: Desk) -> None:
    """It is marked then, dim and in words, with the change that took it back."""
    record_action(desk, (NAME, "2a"), "complete", Because())
    record_action(desk, (NAME, "3b"), "start", Because())
    app = AtLog(desk)
    async with app.run_test(size=(140, 45), notifications=True) as pilot:
        await pilot.press("down", "u")
        await pilot.pause()
        assert desk.store.last_redoable(NAME, "Pat") is not None
        assert not desk.review(NAME).recommendations[1].parts[0].events
        assert desk.review(NAME).recommendations[2].parts[1].events
        shown = screen_text(app)
        assert "undone: completed" in shown
        assert "taken back by change 4" in shown


async def test_older_changes_come_when_the_end_is_reached(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """The log is read a page at a time, and all of what was read stays after a reload."""
    monkeypatch.setattr(log, "PAGE", 10)
    noted(desk, 24)
    app = AtLog(desk)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.pause()
        grid = pane(pilot).query_one(Grid)
        assert len(grid.rows) == 10
        await pilot.press("end")
        await pilot.pause()
        assert [row.key for row in grid.rows] == [str(number) for number in range(25, 5, -1)]
        assert grid.key == "16"
        await pilot.press("end")
        await pilot.pause()
        await pilot.press("end")
        await pilot.pause()
        assert grid.rows[-1].key == grid.key == "1"
        assert isinstance(app.screen, ReviewScreen)
        app.screen.reload()
        await pilot.pause()
        assert len(grid.rows) == 25
        assert grid.key == "1"


async def test_older_changes_come_when_the_end_is_scrolled_to(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """The mouse wheel reads on too."""
    monkeypatch.setattr(log, "PAGE", 30)
    noted(desk, 40)
    app = AtLog(desk)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.pause()
        grid = pane(pilot).query_one(Grid)
        assert len(grid.rows) == 30
        grid.scroll_end(animate=False)
        await pilot.pause()
        assert len(grid.rows) == 41


async def test_the_filter_looks_back(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Changes that are not read yet are found too."""
    monkeypatch.setattr(log, "PAGE", 10)
    noted(desk, 24)
    app = AtLog(desk)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.pause()
        pane(pilot).filter("IMPORTED")
        await pilot.pause()
        grid = pane(pilot).query_one(Grid)
        assert [row.key for row in grid.rows] == ["1"]
        pane(pilot).filter("nobody ever wrote this")
        await pilot.pause()
        assert "nothing holds these words" in screen_text(app)
        await pilot.press("u", "enter")
        assert len(desk.store.log(NAME)) == 25


async def test_enter_opens_the_thing_that_was_changed(desk: Desk) -> None:
    """What has no address is not opened."""
    record_action(desk, (NAME, "2a"), "start", Because())
    app = Alone(desk)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("down", "enter")
        await pilot.pause()
        assert app.opened == []
        await pilot.press("up", "enter")
        await pilot.pause()
        assert app.opened == ["2a"]


async def test_it_goes_to_the_latest_change_of_a_thing(desk: Desk) -> None:
    """A thing that was never changed is not here."""
    record_action(desk, (NAME, "2a"), "start", Because())
    record_action(desk, (NAME, "2b"), "start", Because())
    app = AtLog(desk)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.pause()
        assert pane(pilot).go_to("2a")
        assert pane(pilot).address() == "2a"
        assert not pane(pilot).go_to("5b")


@pytest.mark.parametrize("size", SIZES)
async def test_hostile_texts_are_shown_literally(desk: Desk, size: tuple[int, int]) -> None:
    """Neither markup nor control characters of a signer or a reason act."""
    other = Desk(desk.store, "[/]" + HOSTILE[-4:], lambda: dt.datetime(2002, 10, 1, 13, tzinfo=dt.UTC))
    record_action(other, (NAME, "2a"), "note", Because(reason=HOSTILE))
    app = AtLog(desk)
    async with app.run_test(size=size, notifications=True) as pilot:
        await pilot.pause()
        assert "[@click=app.quit]x[/]" in screen_text(app)
        assert "[/]" in screen_text(app)
        assert escapes(screen_lines(app)) == []
