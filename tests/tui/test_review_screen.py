"""The workspace of a review: its tabs, the date it speaks for, undo and redo, and what others commit meanwhile."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from bvtrack.app.desk import open_desk
from bvtrack.app.record import Because, record_action
from bvtrack.tui.bars import KeyBar, TabBar
from bvtrack.tui.screens.portfolio import Portfolio
from bvtrack.tui.tabs import PANES
from tui.conftest import At
from tui.screen_text import screen_lines, screen_text, until

if TYPE_CHECKING:
    from bvtrack.app.desk import Desk
    from bvtrack.core.event import ActionEvent
    from bvtrack.core.review import Review

REVIEW = "hertfordshire-services-to-schools-2002"


def events(desk: Desk, part: int = 0) -> tuple[ActionEvent, ...]:
    """Give the events of an action of the first recommendation."""
    return desk.review(REVIEW).recommendations[0].parts[part].events


@pytest.mark.parametrize("size", [(80, 24), (140, 45)])
async def test_number_keys_bring_each_pane_into_sight(desk: Desk, size: tuple[int, int]) -> None:
    """Every pane draws within the screen, the tab bar is there, and only one pane is in sight."""
    app = At(desk, "actions")
    async with app.run_test(size=size, notifications=True) as pilot:
        for name, tab in PANES.items():
            await pilot.press(tab.key)
            await pilot.pause()
            assert app.workspace.shown == name
            assert [pane.id for pane in app.workspace.query("Pane") if pane.display] == [name]
            shown = screen_lines(app)
            assert max(map(len, shown)) <= size[0]
            assert "8 Log" in shown[1]
            assert "q Quit" in shown[-1]


async def test_a_pane_keeps_its_cursor_while_others_are_in_sight(desk: Desk) -> None:
    """Going to another pane and back leaves the cursor where it was."""
    app = At(desk, "actions")
    async with app.run_test(size=(100, 40), notifications=True) as pilot:
        app.workspace.pane.go_to("3b")
        await pilot.press("1", "5")
        await pilot.pause()
        assert app.workspace.pane.address() == "3b"


async def test_esc_goes_back_to_where_a_jump_began(desk: Desk) -> None:
    """From a finding to its figure and back with the cursor where it was; a pane one went to by its key is no stop."""
    app = At(desk, "findings")
    async with app.run_test(size=(100, 40), notifications=True) as pilot:
        await until(pilot, lambda: app.workspace.pane.address() == "1/budget")
        await pilot.press("j", "g")
        await until(pilot, lambda: app.workspace.shown == "finance")
        assert app.workspace.pane.address() == "3/budget"
        await pilot.press("escape")
        await until(pilot, lambda: app.workspace.shown == "findings")
        assert app.workspace.pane.address() == "3/budget"
        await pilot.press("g", "5", "escape")
        await until(pilot, lambda: isinstance(app.screen, Portfolio))


async def test_the_mouse_goes_between_tabs_and_presses_keys(desk: Desk) -> None:
    """A click on a tab opens it, a click on a key of the bottom line does what the key does."""
    app = At(desk, "actions")
    async with app.run_test(size=(100, 40), notifications=True) as pilot:
        await pilot.click(TabBar, offset=(3, 0))
        await pilot.pause()
        assert app.workspace.shown == "overview"
        await pilot.press("5")
        await pilot.click(KeyBar, offset=(3, 0))
        await pilot.pause()
        assert "by owner" in screen_text(app)


async def test_undo_takes_back_and_redo_does_again(desk: Desk) -> None:
    """`u` takes the last change back, `U` does it again, and both are said."""
    app = At(desk, "actions")
    async with app.run_test(size=(100, 40), notifications=True) as pilot:
        await pilot.press("space")
        assert [event.kind for event in events(desk)] == ["complete"]
        await pilot.press("u")
        await pilot.pause()
        assert events(desk) == ()
        assert "taken back" in screen_text(app)
        await pilot.press("U")
        await pilot.pause()
        assert [event.kind for event in events(desk)] == ["complete"]


async def test_nothing_to_undo_is_said(desk: Desk) -> None:
    """Who has changed nothing is told so."""
    app = At(desk, "actions")
    async with app.run_test(size=(100, 40), notifications=True) as pilot:
        await pilot.press("U")
        await pilot.pause()
        assert "taken nothing back" in screen_text(app)


async def test_the_date_moves_everything(desk: Desk) -> None:
    """At 30 September two actions are overdue, at 1 October nine; the heading says the date unless it is today's."""
    app = At(desk, "actions")
    async with app.run_test(size=(100, 40), notifications=True) as pilot:
        assert "as at" not in screen_text(app)
        assert screen_text(app).count("O overdue") == 9
        await pilot.press("d", "left", "enter")
        await pilot.pause()
        assert "as at 30 Sep 2002" in screen_lines(app)[0]
        assert screen_text(app).count("O overdue") == 2
        await pilot.press("d", "t", "enter")
        await pilot.pause()
        assert "as at" not in screen_text(app)


async def test_new_events_speak_for_the_date_of_the_screen(desk: Desk) -> None:
    """What is recorded while the screens speak for another day is dated that day, and says when it was entered."""
    app = At(desk, "actions", as_at=dt.date(2002, 9, 1))
    async with app.run_test(size=(100, 40), notifications=True) as pilot:
        await pilot.press("space")
        await pilot.pause()
        event = events(desk)[0]
        assert (event.date, event.recorded) == (dt.date(2002, 9, 1), dt.date(2002, 10, 1))


async def test_what_has_not_come_cannot_be_done(desk: Desk) -> None:
    """At a date to come nothing can be ticked, and the reason is shown."""
    app = At(desk, "actions", as_at=dt.date(2003, 1, 1))
    async with app.run_test(size=(100, 40), notifications=True) as pilot:
        await pilot.press("space")
        await pilot.pause()
        assert events(desk) == ()
        assert "not come yet" in screen_text(app)


async def test_what_others_commit_comes_into_sight(desk: Desk) -> None:
    """Another connection's change is drawn with the cursor where it was, under an open form too."""
    app = At(desk, "actions")
    async with app.run_test(size=(100, 40), notifications=True) as pilot:
        app.workspace.pane.go_to("2c")
        await pilot.press("n", *"half")
        with open_desk(desk.store.path, "Sam", desk.clock) as other:
            record_action(other, (REVIEW, "1a"), "complete", Because())
        app.workspace.notice()
        await pilot.pause()
        assert "half" in screen_text(app)
        await pilot.press("escape")
        await pilot.pause()
        assert "D done" in screen_text(app)
        assert app.workspace.pane.address() == "2c"


async def test_a_review_that_is_gone_leads_to_the_portfolio(desk: Desk, hertfordshire: Review) -> None:
    """When somebody removes the review in sight, the others are listed and the reason is said."""
    desk.store.add(hertfordshire.model_copy(update={"id": "other"}), "", desk.entry("import", "imported"))
    app = At(desk, "actions")
    async with app.run_test(size=(100, 40), notifications=True) as pilot:
        await app.workers.wait_for_complete()
        await pilot.press("enter")
        await pilot.pause()
        opened = app.workspace.review_id
        with open_desk(desk.store.path, "Sam", desk.clock) as other:
            other.store.remove(opened, other.entry("remove", "removed"))
        app.workspace.notice()
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert isinstance(app.screen, Portfolio)
        assert "there is no review of that id" in screen_text(app)


async def test_the_banner_stands_wherever_progress_shows(desk: Desk) -> None:
    """Illustrative data says so on every screen."""
    app = At(desk, "actions", banner="illustrative progress")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        for key in ("5", "1", "escape"):
            await pilot.press(key)
            await pilot.pause()
            assert "illustrative progress" in screen_lines(app)[0]


async def test_keys_for_work_say_where_they_work(desk: Desk) -> None:
    """Ticking where there is no step or action says what to do."""
    app = At(desk, "finance")
    async with app.run_test(size=(100, 40), notifications=True) as pilot:
        await pilot.press("space")
        await pilot.pause()
        assert "put the cursor on a step or action first" in screen_text(app)
