"""The portfolio on its screen: every review in a line, sorted, narrowed and opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bvtrack.tui.app import Bvtrack
from bvtrack.tui.grid import Grid
from bvtrack.tui.screens.portfolio import Portfolio
from bvtrack.tui.screens.review import ReviewScreen
from tui.hostile import SHOWN, escapes, hostile
from tui.screen_text import screen_lines, screen_text

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from bvtrack.app.desk import Desk
    from bvtrack.core.review import Review

SIZES = [(80, 24), (140, 45)]


@pytest.fixture
def three(desk: Desk, hertfordshire: Review) -> Desk:
    """A desk with three reviews."""
    for name, authority in (("kent", "Kent County Council"), ("camden", "London Borough of Camden")):
        other = hertfordshire.model_copy(
            update={"id": name, "authority": authority, "title": f"Best value review of parking in {name}"}
        )
        desk.store.add(other, "", desk.entry("import", "imported"))
    return desk


async def settled(pilot: Pilot[None]) -> None:
    """Wait until all reviews have been read."""
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


@pytest.mark.parametrize("size", SIZES)
async def test_every_review_has_a_line_and_all_have_a_total(three: Desk, size: tuple[int, int]) -> None:
    """Counts, money, delay, the next deadline and the findings stand in it, and nothing runs over the edge."""
    app = Bvtrack(three)
    async with app.run_test(size=size, notifications=True) as pilot:
        await settled(pilot)
        shown = screen_lines(app)
        assert max(map(len, shown)) <= size[0]
        line = next(line for line in shown if "Services to sch" in line)
        assert " 3 mo  Oct 2002 5a" in line
        assert " 611 " in line
        total = next(line for line in shown if "3 reviews" in line)
        assert " 27 " in total
        assert "1,833" in total


async def test_one_review_is_opened_at_once_and_escape_lists_all(desk: Desk) -> None:
    """With a single review there is nothing to choose; Esc still shows the portfolio, Enter goes back."""
    app = Bvtrack(desk)
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        assert isinstance(app.screen, ReviewScreen)
        await pilot.press("escape")
        await settled(pilot)
        assert isinstance(app.screen, Portfolio)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, ReviewScreen)


async def test_an_empty_database_says_what_to_do(empty_desk: Desk) -> None:
    """The first thing to do is to bring a review in."""
    app = Bvtrack(empty_desk)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settled(pilot)
        assert "bvtrack import REVIEW.toml" in screen_text(app)
        await pilot.press("enter", "j", "k", "o", "O", "escape")
        assert app.is_running


async def test_o_goes_through_the_columns_and_a_heading_sorts(three: Desk) -> None:
    """The column that sorts carries an arrow, which a second click or `O` turns round."""
    app = Bvtrack(three)
    async with app.run_test(size=(140, 30), notifications=True) as pilot:
        await settled(pilot)
        grid = app.screen.query_one(Grid)
        assert [row.key for row in grid.rows] == ["hertfordshire-services-to-schools-2002", "kent", "camden"]
        await pilot.press("o")
        assert [row.key for row in grid.rows] == ["camden", "kent", "hertfordshire-services-to-schools-2002"]
        await pilot.press("O")
        assert "Service ▼" in screen_text(app) or grid.columns[1].title == "Service ▼"
        assert grid.rows[0].key == "hertfordshire-services-to-schools-2002"
        await pilot.click(Grid, offset=(2, 0))
        assert [row.key for row in grid.rows] == ["hertfordshire-services-to-schools-2002", "kent", "camden"]
        await pilot.click(Grid, offset=(2, 0))
        assert grid.rows[0].key == "camden"


async def test_the_filter_narrows_as_you_type(three: Desk) -> None:
    """Lines and totals follow; Enter keeps the filter and Esc drops it."""
    app = Bvtrack(three)
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await settled(pilot)
        await pilot.press("slash", "k", "e", "n")
        await pilot.pause()
        assert [row.key for row in app.screen.query_one(Grid).rows] == ["kent"]
        assert "1 of 3" in screen_text(app)
        await pilot.press("enter")
        assert app.focused is app.screen.query_one(Grid)
        await pilot.press("escape")
        await pilot.pause()
        assert len(app.screen.query_one(Grid).rows) == 3
        await pilot.press("slash", "z", "z")
        await pilot.pause()
        assert "Esc drops the filter" in screen_text(app)


async def test_a_double_click_opens(three: Desk) -> None:
    """The mouse works too."""
    app = Bvtrack(three)
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await settled(pilot)
        await pilot.click(Grid, offset=(5, 2))
        assert app.screen.query_one(Grid).key == "kent"
        await pilot.click(Grid, offset=(5, 2), times=2)
        await pilot.pause()
        assert isinstance(app.screen, ReviewScreen)
        assert app.screen.review_id == "kent"


async def test_what_another_connection_commits_comes_in(three: Desk, hertfordshire: Review) -> None:
    """A review that is imported meanwhile has its line, one that is removed has not."""
    from bvtrack.app.desk import open_desk

    app = Bvtrack(three)
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await settled(pilot)
        with open_desk(three.store.path, "Sam", three.clock) as other:
            other.store.add(hertfordshire.model_copy(update={"id": "new"}), "", other.entry("import", "imported"))
            other.store.remove("kent", other.entry("remove", "removed"))
        screen = app.screen
        assert isinstance(screen, Portfolio)
        screen.notice()
        await settled(pilot)
        assert {row.key for row in screen.query_one(Grid).rows} == {
            "camden",
            "hertfordshire-services-to-schools-2002",
            "new",
        }


async def test_hostile_words_are_shown_literally(empty_desk: Desk, hertfordshire: Review) -> None:
    """Authorities and titles neither act nor vanish."""
    for name in ("a", "b"):
        review = hostile(hertfordshire).model_copy(update={"id": name})
        empty_desk.store.add(review, "", empty_desk.entry("import", "imported"))
    app = Bvtrack(empty_desk)
    async with app.run_test(size=(280, 30), notifications=True) as pilot:
        await settled(pilot)
        shown = screen_lines(app)
        assert sum(SHOWN in line for line in shown) == 2
        assert not escapes(shown)
