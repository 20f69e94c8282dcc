"""What happens around the screens: another program holds the database, it is deleted, a review goes meanwhile."""

from __future__ import annotations

import sqlite3
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

import pytest
from textual.widgets import Input

from bvtrack.app.change import remove_item
from bvtrack.core.errors import BusyProblem
from bvtrack.tui.screens.form import Form
from bvtrack.tui.screens.portfolio import Portfolio
from bvtrack.tui.screens.review import ReviewScreen
from bvtrack.tui.tabs import PANES
from tui.conftest import At
from tui.screen_text import screen_lines, screen_text, until

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bvtrack.app.desk import Desk

REVIEW = "hertfordshire-services-to-schools-2002"
BUSY = "another program is writing"


@contextmanager
def held(desk: Desk, lock: str) -> Iterator[None]:
    """Hold the database as another program does."""
    desk.store.wait_at_most(0)
    with closing(sqlite3.connect(desk.store.path, isolation_level=None)) as other:
        other.execute(f"BEGIN {lock}")
        yield
        other.execute("ROLLBACK")


@pytest.mark.parametrize("lock", ["IMMEDIATE", "EXCLUSIVE"])
async def test_nothing_typed_is_lost_while_another_program_writes(desk: Desk, lock: str) -> None:
    """The form stays with what was typed and says why; a moment later the same key does it."""
    app = At(desk, "actions")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        app.workspace.pane.go_to("1a")
        await pilot.press("n")
        app.screen.query_one(Input).value = "agreed with the heads"
        with held(desk, lock):
            await pilot.press("enter")
            assert isinstance(app.screen, Form)
            assert BUSY in screen_text(app)
            assert app.screen.query_one(Input).value == "agreed with the heads"
        await pilot.press("enter")
        await pilot.pause()
        assert not isinstance(app.screen, Form)
        assert desk.review(REVIEW).recommendations[0].parts[0].events[0].reason == "agreed with the heads"


@pytest.mark.parametrize("name", [name for name in PANES if name != "overview"])
async def test_every_pane_comes_into_sight_while_another_program_writes(desk: Desk, name: str) -> None:
    """What cannot be read for the moment is told, and read later; keys go on working."""
    app = At(desk, "overview")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        with held(desk, "EXCLUSIVE"):
            await pilot.press(PANES[name].key, "j", "k")
            app.workspace.notice()
            app.workspace.reload()
            await until(pilot, lambda: BUSY in screen_text(app))
        app.workspace.notice()
        await pilot.pause()
        assert app.workspace.pane.address() is not None or name == "log"
        assert "hertfordshire" in screen_text(app).casefold()


async def test_a_review_is_not_opened_while_it_cannot_be_read(desk: Desk) -> None:
    """Enter in the portfolio says why, and the list stays."""
    app = At(desk, "actions")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("escape")
        await until(pilot, lambda: "Services to schools" in screen_text(app))
        with held(desk, "EXCLUSIVE"):
            await pilot.press("enter")
            await until(pilot, lambda: BUSY in screen_text(app))
            assert isinstance(app.screen, Portfolio)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, ReviewScreen))


async def test_a_review_removed_meanwhile_is_not_opened(desk: Desk) -> None:
    """The list may be older than the database by a moment."""
    app = At(desk, "actions")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("escape")
        await until(pilot, lambda: "Services to schools" in screen_text(app))
        remove_item(desk, REVIEW, "review", force=True)
        await pilot.press("enter")
        await until(pilot, lambda: "holds no review" in screen_text(app))
        assert isinstance(app.screen, Portfolio)


async def test_a_database_that_is_deleted_is_told(desk: Desk) -> None:
    """A change is refused as what it is, and the list says that there is nothing to read."""
    app = At(desk, "actions")
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        desk.store.path.unlink()
        app.workspace.pane.go_to("1a")
        await pilot.press("space")
        await until(pilot, lambda: "moved or deleted while it was open" in " ".join(screen_text(app).split()))
        await pilot.press("escape")
        await until(pilot, lambda: screen_lines(app)[2].strip() == "there is no database here")
        assert "reading" not in screen_text(app)


async def test_the_list_is_read_when_the_database_is_free_again(desk: Desk) -> None:
    """A reading that was stopped begins anew."""
    app = At(desk, "actions")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("escape")
        portfolio = app.screen
        assert isinstance(portfolio, Portfolio)
        await until(pilot, lambda: "Services to schools" in screen_text(app))
        portfolio._stopped(BusyProblem("bvtrack.db", BUSY, "try again in a moment"))  # noqa: SLF001 — as its worker does
        portfolio.notice()
        await until(pilot, lambda: "51W" in screen_text(app))
