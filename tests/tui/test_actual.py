"""The form for an actual: an amount in its year, a measure's figure for a period."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bvtrack.app.show.view import ReviewView
from bvtrack.tui.screens.actual import ActualForm
from tui.conftest import At
from tui.hostile import SHOWN, escapes, hostile
from tui.screen_text import screen_lines, screen_text

if TYPE_CHECKING:
    from bvtrack.app.desk import Desk
    from bvtrack.core.review import Review

NAME = "hertfordshire-services-to-schools-2002"
SIZES = [(80, 24), (140, 45)]


@pytest.mark.parametrize("size", SIZES)
async def test_an_amount_is_recorded_beside_its_plan(desk: Desk, size: tuple[int, int]) -> None:
    """The plan stands above, the reading below; the actual is recorded with its note."""
    app = At(desk, "finance")
    async with app.run_test(size=size, notifications=True) as pilot:
        await pilot.press("a", "8")
        await pilot.pause()
        assert "Actual: Rec 1 budget 2002-03" in screen_text(app)
        assert "plan 7, forecast 7 (£'000)" in screen_text(app)
        assert "£8,000, to the nearest £1,000" in screen_text(app)
        assert max(map(len, screen_lines(app))) <= size[0]
        await pilot.press("tab", "o", "k", "enter")
        await pilot.pause()
        event = desk.review(NAME).recommendations[0].events[0]
        assert event.value is not None
        assert (event.kind, event.stream, event.year, event.value.text, event.reason) == (
            "actual",
            "budget",
            "2002-03",
            "8",
            "ok",
        )


async def test_what_is_no_figure_is_refused_beside_its_field(desk: Desk) -> None:
    """A measure's figure is one figure for a period that ends; nothing typed is lost."""
    app = At(desk, "outcomes")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("a", "x", "enter")
        await pilot.pause()
        assert isinstance(app.screen, ActualForm)
        assert desk.review(NAME).recommendations[0].measures[0].events == ()
        await pilot.press("backspace", "5", "8", "tab", *["backspace"] * 7, "x", "enter")
        await pilot.pause()
        assert isinstance(app.screen, ActualForm)
        await pilot.press("escape")
        assert not isinstance(app.screen, ActualForm)


@pytest.mark.parametrize("address", ["1.1", "2.3"])
async def test_hostile_texts_are_shown_literally(desk: Desk, hertfordshire: Review, address: str) -> None:
    """The measure's words are data."""
    view = ReviewView(hostile(hertfordshire), hertfordshire.date, hertfordshire.date)
    app = At(desk, "outcomes")
    async with app.run_test(size=(140, 45), notifications=True) as pilot:
        app.push_screen(ActualForm(view, address, lambda *_: None))
        await pilot.pause()
        assert SHOWN[:20] in screen_text(app)
        assert not escapes(screen_lines(app))
