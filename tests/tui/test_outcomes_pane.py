"""Outcomes in their workspace: the list, the chosen measure with its figures and chart, a figure recorded."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from bvtrack.app.record import Because, record_measure
from bvtrack.app.show.view import ReviewView
from bvtrack.tui import trajectory
from bvtrack.tui.panes.outcomes import Outcomes
from bvtrack.tui.screens.breakdown import Breakdown
from example_review import review_of
from tui.conftest import At
from tui.hostile import SHOWN, escapes, hostile
from tui.screen_text import screen_lines, screen_text

if TYPE_CHECKING:
    from bvtrack.app.desk import Desk
    from bvtrack.core.review import Review

NAME = "hertfordshire-services-to-schools-2002"
SIZES = [(80, 24), (140, 45)]


def pane(app: At) -> Outcomes:
    """Give the pane."""
    return app.workspace.query_one(Outcomes)


@pytest.mark.parametrize("size", SIZES)
async def test_measures_stand_with_their_figures(desk: Desk, size: tuple[int, int]) -> None:
    """The list says where each line stands; the chosen one has its figures by period and its course."""
    record_measure(desk, (NAME, "1.1"), "actual", Because(dt.date(2002, 9, 30)), value="58%", period="2002-03")
    app = At(desk, "outcomes")
    async with app.run_test(size=size, notifications=True) as pilot:
        await pilot.pause()
        await pilot.pause()
        shown = screen_text(app)
        assert "58% 2002-03" in shown
        assert "N not met" in shown
        assert "● actual" in shown
        assert "│ 1 Oct 2002" in shown
        assert any(one.split()[:3] == ["2002-03", "60%", "58%"] for one in screen_lines(app))
        assert any(one.split()[:3] == ["2001-02", "56%", "start"] for one in screen_lines(app))
        assert max(map(len, screen_lines(app))) <= size[0]


async def test_columns_go_where_there_is_no_room(desk: Desk) -> None:
    """At 140 columns direction and baseline stand in the list, at 80 they do not."""
    app = At(desk, "outcomes")
    async with app.run_test(size=(140, 45), notifications=True) as pilot:
        await pilot.pause()
        assert "↓ fall" in screen_text(app)
        assert "95.6% 2001" in screen_text(app)
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert "95.6% 2001" not in screen_text(app)
        assert max(map(len, screen_lines(app))) <= 80


async def test_a_figure_is_recorded(desk: Desk) -> None:
    """`a` asks for the figure and proposes the period; what is recorded stands at once."""
    app = At(desk, "outcomes")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("a", "6", "1", "%", "enter")
        await pilot.pause()
        assert "61% 2002-03" in screen_text(app)
        assert "M met" in screen_text(app)
        assert pane(app).address() == "1.1"
        events = desk.review(NAME).recommendations[0].measures[0].events
        assert [(one.kind, one.date, one.by) for one in events] == [("actual", dt.date(2002, 10, 1), "Pat")]


async def test_a_range_is_drawn_as_a_band(desk: Desk) -> None:
    """The chart takes ranges, figures without a line, and lines of one point."""
    app = At(desk, "outcomes")
    async with app.run_test(size=(140, 45), notifications=True) as pilot:
        await pilot.pause()
        assert pane(app).go_to("4.2")
        await pilot.pause()
        assert "75%" in screen_text(app)
        assert "2004-05" in screen_text(app)
        assert pane(app).go_to("1.4")
        await pilot.pause()
        assert "● actual" not in screen_text(app)
        assert pane(app).go_to("1.2/9")
        assert pane(app).address() == "1.2"
        assert not pane(app).go_to("2c")


async def test_where_it_should_be_and_lands_is_told(desk: Desk) -> None:
    """Below the figures by period stands where the measure should be on the day, and where it lands."""
    record_measure(desk, (NAME, "3.1"), "actual", Because(dt.date(2002, 9, 30)), value="18%", period="Sep 2002")
    app = At(desk, "outcomes")
    async with app.run_test(size=(140, 45), notifications=True) as pilot:
        await pilot.pause()
        assert pane(app).go_to("3.1")
        await pilot.pause()
        shown = screen_text(app)
        assert "B behind" in shown
        assert "Should be  16.2% on 1 Oct 2002" in shown
        assert "Lands at   14.7% (last step)" in shown


async def test_without_the_extra_the_figures_stand_alone(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """The pane needs no chart."""
    monkeypatch.setitem(__import__("sys").modules, "textual_plotext", None)
    assert trajectory.new_chart() is None
    app = At(desk, "outcomes")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.pause()
        assert any(one.split()[:3] == ["2001-02", "56%", "start"] for one in screen_lines(app))


async def test_a_measure_is_opened(desk: Desk) -> None:
    """Enter shows all there is to know of it."""
    app = At(desk, "outcomes")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, Breakdown)
        assert "Measure 1.1" in screen_text(app)


async def test_measures_are_narrowed(desk: Desk) -> None:
    """`/` leaves the measures that hold the words."""
    app = At(desk, "outcomes")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.pause()
        pane(app).filter("VACANC")
        await pilot.pause()
        assert "3.1" in screen_text(app)
        assert "Improve school outcomes" not in screen_text(app)


async def test_an_empty_review_says_what_to_do_next(empty_desk: Desk) -> None:
    """Without measures the pane says how to add one."""
    empty_desk.store.add(review_of(""), "", empty_desk.entry("import", "imported"))
    app = At(empty_desk, "outcomes")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.pause()
        assert "No outcome measures yet" in screen_text(app)
        assert pane(app).address() is None


@pytest.mark.parametrize("size", SIZES)
async def test_hostile_texts_are_shown_literally(desk: Desk, hertfordshire: Review, size: tuple[int, int]) -> None:
    """Words that look like markup or commands are words, in list, figures and chart."""
    app = At(desk, "outcomes")
    async with app.run_test(size=size, notifications=True) as pilot:
        await pilot.pause()
        pane(app).show(ReviewView(hostile(hertfordshire), hertfordshire.date, hertfordshire.date))
        await pilot.pause()
        await pilot.pause()
        assert SHOWN[:20] in screen_text(app)
        assert not escapes(screen_lines(app))
