"""The finance table in its workspace: drawn at both sizes, walked cell by cell, edited in place, its marks live."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from bvtrack.app.record import Because, record_money
from bvtrack.app.show.view import ReviewView
from bvtrack.tui.panes.finance import Finance
from bvtrack.tui.screens.breakdown import Breakdown
from example_review import review_of
from tui.conftest import At
from tui.hostile import HOSTILE, SHOWN, escapes, hostile
from tui.screen_text import screen_lines, screen_text

if TYPE_CHECKING:
    from bvtrack.app.desk import Desk
    from bvtrack.core.review import Review

NAME = "hertfordshire-services-to-schools-2002"
WIDE, NARROW = (140, 45), (80, 24)


def pane(app: At) -> Finance:
    """Give the pane."""
    return app.workspace.query_one(Finance)


def line(app: At, start: str) -> str:
    """Give the first line in sight that begins with a text."""
    return next(one for one in screen_lines(app) if one.strip().startswith(start))


async def test_streams_stand_side_by_side_where_there_is_room(desk: Desk) -> None:
    """At 140 columns the table is the cabinet's, with its marks, sums, net position and what fails below."""
    app = At(desk, "finance")
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await pilot.pause()
        await pilot.pause()
        heads = line(app, "Budget ('000s)")
        assert "Savings ('000s)" in heads
        assert "Income ('000s)" in heads
        assert line(app, "2  Improve").split()[-7:] == ["347", "347", "347", "1,054✓", "240", "240", "480✓"]
        assert line(app, "Total").split()[-3:] == ["1,346✓", "480✓", "255✓"]
        assert line(app, "Net").split()[-5:] == ["89", "334", "94", "94", "611"]
        assert "127✗" in line(app, "1  Get")
        assert "✗ FIN106 1/budget" in screen_text(app)
        assert "→ It fits if the £7k one-off recurs every year." in screen_text(app)
        assert max(map(len, screen_lines(app))) <= WIDE[0]


async def test_one_stream_stands_at_a_time_where_there_is_not(desk: Desk) -> None:
    """At 80 columns one stream is shown, the others are a key away, and the cursor keeps its row and year."""
    app = At(desk, "finance")
    async with app.run_test(size=NARROW, notifications=True) as pilot:
        await pilot.pause()
        assert "Savings ('000s)" not in screen_text(app)
        assert line(app, "2  Improve").split()[-5:] == ["13", "347", "347", "347", "1,054✓"]
        assert max(map(len, screen_lines(app))) <= NARROW[0]
        await pilot.press("down", "right")
        assert pane(app).address() == "2/budget/2003-04"
        await pilot.press("]")
        assert pane(app).address() == "2/savings/2003-04"
        assert "Savings ('000s)" in screen_text(app)
        await pilot.press("[", "[")
        assert pane(app).address() == "2/income/2003-04"


async def test_the_layers_go_round(desk: Desk) -> None:
    """`v` goes from plan to forecast, actual and variance, and round again."""
    day = dt.date(2002, 9, 1)
    record_money(desk, (NAME, "1/budget/2002-03"), "actual", Because(day), value="9")
    record_money(desk, (NAME, "2/budget/2003-04"), "forecast", Because(day), value="360")
    app = At(desk, "finance")
    async with app.run_test(size=NARROW, notifications=True) as pilot:
        await pilot.press("v")
        assert "a actual · f forecast · w waiting" in screen_text(app)
        assert line(app, "1  Get").split()[-5:] == ["9a", "40", "40", "40", "129"]
        assert "360f" in line(app, "2  Improve")
        await pilot.press("v")
        assert line(app, "1  Get").split()[-2:] == ["9", "9"]
        await pilot.press("v")
        assert line(app, "1  Get").split()[-2:] == ["+2", "+2"]
        assert "variance +2" in screen_text(app)
        await pilot.press("v")
        assert "as printed and approved" in screen_text(app)


async def test_a_cell_is_edited_in_place_and_the_totals_follow(desk: Desk) -> None:
    """A new amount stands at once, the sums with it, and the total that no longer holds is marked and explained."""
    app = At(desk, "finance")
    async with app.run_test(size=NARROW, notifications=True) as pilot:
        await pilot.press("down", "e", "2", "0")
        await pilot.pause()
        assert "£20,000, to the nearest £1,000" in screen_text(app)
        await pilot.press("enter")
        await pilot.pause()
        await pilot.pause()
        assert desk.review(NAME).recommendations[1].profile.budget is not None
        assert line(app, "2  Improve").split()[-5:] == ["20", "347", "347", "347", "1,054✗"]
        assert line(app, "Added up").split()[-5:] == ["96", "419", "419", "419", "1,353"]
        assert pane(app).address() == "2/budget/2002-03"


async def test_a_blank_cell_is_filled_in(desk: Desk) -> None:
    """An amount that was blank is entered where it belongs."""
    app = At(desk, "finance")
    async with app.run_test(size=NARROW, notifications=True) as pilot:
        pane(app).go_to("3/savings/2005-06")
        await pilot.press("e", "5", "enter")
        await pilot.pause()
        profile = desk.review(NAME).recommendations[2].profile.savings
        assert profile is not None
        assert profile["05-06"].text == "5"


async def test_a_figure_is_opened_with_enter(desk: Desk) -> None:
    """Enter shows what the figure is made of, Esc goes back to it."""
    app = At(desk, "finance")
    async with app.run_test(size=NARROW, notifications=True) as pilot:
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, Breakdown)
        await pilot.press("escape")
        assert pane(app).address() == "1/budget/2002-03"


async def test_what_fails_leads_to_the_finding(desk: Desk) -> None:
    """Enter on an explanation goes to its finding."""
    app = At(desk, "finance")
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await pilot.pause()
        await pilot.pause()
        await pilot.press("end", "enter")
        await pilot.pause()
        await pilot.pause()
        assert app.workspace.shown == "findings"
        assert app.workspace.pane.address() == "5/budget"


async def test_it_goes_to_any_figure(desk: Desk) -> None:
    """A figure of another stream is brought into sight; what is no figure is not there."""
    app = At(desk, "finance")
    async with app.run_test(size=NARROW, notifications=True) as pilot:
        await pilot.pause()
        assert pane(app).go_to("4/income")
        assert pane(app).address() == "4/income"
        await pilot.pause()
        assert "Income ('000s)" in screen_text(app)
        assert not pane(app).go_to("2c")


async def test_recommendations_are_narrowed(desk: Desk) -> None:
    """`/` leaves the recommendations that hold the words; nothing left is said."""
    app = At(desk, "finance")
    async with app.run_test(size=NARROW, notifications=True) as pilot:
        await pilot.pause()
        pane(app).filter("OUTCOMES")
        await pilot.pause()
        assert line(app, "2  Improve")
        assert "1  Get" not in screen_text(app)
        assert line(app, "Total").split()[-1] == "1,346✓"
        pane(app).filter("nothing like it")
        await pilot.pause()
        assert "No recommendation to show here." in screen_text(app)
        assert pane(app).address() is None


async def test_many_years_stand_on_bands(empty_desk: Desk) -> None:
    """A plan too long for the width goes on below."""
    years = ", ".join(f'"{year:02}-{year + 1:02}" = 1000' for year in range(2, 18))
    review = review_of(
        f'period = "2002 – 2018"\nrecommendation = [{{ id = "1", text = "x", profile.budget = {{ {years} }} }}]'
    )
    empty_desk.store.add(review, "", empty_desk.entry("import", "imported"))
    app = At(empty_desk, "finance")
    async with app.run_test(size=NARROW, notifications=True) as pilot:
        await pilot.pause()
        assert sum("Rec" in one and "Total" not in one for one in screen_lines(app)) >= 1
        assert max(map(len, screen_lines(app))) <= NARROW[0]
        assert pane(app).go_to("1/budget/2017-18")


async def test_a_long_print_is_cut_in_its_cell(empty_desk: Desk) -> None:
    """Words in a cell do not push the table off the screen; opened, they are told in full."""
    text = "£3k + training in the third recommendation"
    review = review_of(f'recommendation = [{{ id = "1", text = "x", profile.budget = {{ "02-03" = "{text}" }} }}]')
    empty_desk.store.add(review, "", empty_desk.entry("import", "imported"))
    app = At(empty_desk, "finance")
    async with app.run_test(size=NARROW, notifications=True) as pilot:
        await pilot.pause()
        assert "£3k + train" in screen_text(app)
        await pilot.press("enter")
        await pilot.pause()
        await pilot.pause()
        assert text in screen_text(app)


@pytest.mark.parametrize("pane_name", ["finance", "outcomes", "findings"])
async def test_it_is_never_too_small(desk: Desk, pane_name: str) -> None:
    """A window of hardly any size is drawn without a fault, and all is well when it grows again."""
    app = At(desk, pane_name)
    async with app.run_test(size=NARROW, notifications=True) as pilot:
        for size in ((20, 6), (3, 2), (300, 100), NARROW):
            await pilot.resize_terminal(*size)
            await pilot.pause()
        app.action_theme()
        await pilot.pause()
        assert max(map(len, screen_lines(app))) <= NARROW[0]
        assert app.workspace.pane.address()


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_hostile_texts_are_shown_literally(
    empty_desk: Desk, hertfordshire: Review, size: tuple[int, int]
) -> None:
    """Words that look like markup or commands are words; no control character reaches the terminal."""
    empty_desk.store.add(hostile(hertfordshire, "[/]"), "", empty_desk.entry("import", "imported"))
    app = At(empty_desk, "finance")
    async with app.run_test(size=size, notifications=True) as pilot:
        await pilot.pause()
        assert "1  [/]" in screen_text(app)
        pane(app).show(ReviewView(hostile(hertfordshire), hertfordshire.date, hertfordshire.date))
        await pilot.pause()
        assert SHOWN[:12] in screen_text(app)
        assert HOSTILE not in screen_text(app)
        assert not escapes(screen_lines(app))
