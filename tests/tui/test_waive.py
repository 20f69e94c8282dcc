"""The form that waives a finding: a reason and a last day that is still to come."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from bvtrack.app.show.view import ReviewView
from bvtrack.tui.screens.waive import WaiveForm
from tui.conftest import At
from tui.hostile import escapes, hostile
from tui.screen_text import screen_lines, screen_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from bvtrack.app.desk import Desk
    from bvtrack.core.errors import Problem
    from bvtrack.core.review import Review

SIZES = [(80, 24), (140, 45)]


@pytest.mark.parametrize("size", SIZES)
async def test_reason_and_last_day_are_asked_for(desk: Desk, hertfordshire: Review, size: tuple[int, int]) -> None:
    """Both are needed, the day is read as it is typed, and one that is past is refused beside its field."""
    given: list[tuple[str, dt.date | None]] = []

    def submit(reason: str, until: dt.date | None, then: Callable[[Problem | None], None]) -> None:
        given.append((reason, until))
        then(None)

    view = ReviewView(hertfordshire, hertfordshire.date, hertfordshire.date)
    app = At(desk, "findings")
    async with app.run_test(size=size, notifications=True) as pilot:
        app.push_screen(WaiveForm(view, "FIN106", "1/budget", submit))
        await pilot.pause()
        assert "Waive FIN106 at 1/budget" in screen_text(app)
        assert "is printed as £127k" in screen_text(app)
        await pilot.press("enter")
        await pilot.pause()
        assert "is needed" in screen_text(app)
        await pilot.press("o", "k", "tab", *"2001-03-31", "enter")
        await pilot.pause()
        assert "31 Mar 2001 is past: it would waive nothing" in screen_text(app)
        assert given == []
        await pilot.press(*["backspace"] * 10, *"2003-03-31", "enter")
        await pilot.pause()
        assert given == [("ok", dt.date(2003, 3, 31))]
        assert max(map(len, screen_lines(app))) <= size[0]


async def test_hostile_texts_are_shown_literally(desk: Desk, hertfordshire: Review) -> None:
    """The message quotes the review; what it quotes stays words."""
    view = ReviewView(hostile(hertfordshire), hertfordshire.date, hertfordshire.date)
    app = At(desk, "findings")
    async with app.run_test(size=(140, 45), notifications=True) as pilot:
        app.push_screen(WaiveForm(view, "MEA402", "2.3", lambda *_: None))
        await pilot.pause()
        assert "[@click=app.quit]" in screen_text(app)
        assert not escapes(screen_lines(app))
