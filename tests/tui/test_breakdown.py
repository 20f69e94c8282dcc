"""The page behind a figure: what it is made of, laid out in columns, and the changes of the log."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bvtrack.app.change import set_values
from bvtrack.app.show.view import ReviewView
from bvtrack.core.errors import DatabaseProblem
from bvtrack.tui.screens import breakdown
from bvtrack.tui.screens.breakdown import Breakdown
from tui.conftest import At
from tui.hostile import SHOWN, escapes, hostile
from tui.screen_text import screen_lines, screen_text

if TYPE_CHECKING:
    from bvtrack.app.desk import Desk
    from bvtrack.core.review import Review

NAME = "hertfordshire-services-to-schools-2002"
SIZES = [(80, 24), (140, 45)]


def seen(review: Review) -> ReviewView:
    """See a review on the day of its report."""
    return ReviewView(review, review.date, review.date)


@pytest.mark.parametrize("size", SIZES)
async def test_a_sum_is_worked_on_the_page(desk: Desk, hertfordshire: Review, size: tuple[int, int]) -> None:
    """Print, reading and the sum stand under one another, figures in a column."""
    app = At(desk, "finance")
    async with app.run_test(size=size, notifications=True) as pilot:
        app.push_screen(Breakdown(seen(hertfordshire), "1/budget"))
        await pilot.pause()
        await pilot.pause()
        shown = screen_text(app)
        for text in ("Rec 1 budget 2002 – 2006", "“127”", "£127,000, to the nearest £1,000", "Sum by year"):
            assert text in shown
        assert max(map(len, screen_lines(app))) <= size[0]
        await pilot.press("q")
        assert not isinstance(app.screen, Breakdown)


async def test_the_changes_of_a_figure_stand_below(desk: Desk) -> None:
    """The log's entries about the figure say who changed it."""
    set_values(desk, NAME, {"2/savings/2004-05": "230"})
    app = At(desk, "finance")
    async with app.run_test(size=(140, 45), notifications=True) as pilot:
        app.push_screen(Breakdown(app.workspace.view, "2/savings/2004-05"))
        await pilot.pause()
        await pilot.pause()
        assert "Changes" in screen_text(app)
        assert any("Pat" in line and "230" in line for line in screen_lines(app))


async def test_a_log_that_cannot_be_read_leaves_the_rest(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """The page is shown without the changes, and the problem told."""

    def fail(*_: object, **__: object) -> None:
        raise DatabaseProblem("bvtrack.db", "is damaged", "restore a backup")

    monkeypatch.setattr(breakdown, "log", fail)
    app = At(desk, "finance")
    async with app.run_test(size=(140, 45), notifications=True) as pilot:
        app.push_screen(Breakdown(app.workspace.view, "2c"))
        await pilot.pause()
        await pilot.pause()
        assert "Action 2c" in screen_text(app)
        assert any("is damaged" in notice.message for notice in app._notifications)  # noqa: SLF001


@pytest.mark.parametrize("address", ["1/budget", "1.1", "2c", "2", "1.2/1"])
async def test_hostile_texts_are_shown_literally(desk: Desk, hertfordshire: Review, address: str) -> None:
    """Words that look like markup or commands are words."""
    app = At(desk, "finance")
    async with app.run_test(size=(140, 45), notifications=True) as pilot:
        app.push_screen(Breakdown(seen(hostile(hertfordshire)), address))
        await pilot.pause()
        await pilot.pause()
        assert SHOWN[:20] in screen_text(app) or address == "1.2/1"
        assert not escapes(screen_lines(app))
