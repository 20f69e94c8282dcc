"""Recommendations in the workspace: the tree, what is folded, and the detail beside or below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bvtrack.app.record import Because, record_action
from bvtrack.tui.app import Bvtrack
from bvtrack.tui.grid import Grid
from bvtrack.tui.panes.recommendations import Recommendations
from bvtrack.tui.screens.review import ReviewScreen
from tui.hostile import escapes, hostile
from tui.screen_text import screen_lines, screen_text

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from bvtrack.app.desk import Desk
    from bvtrack.app.show.view import ReviewView
    from bvtrack.core.review import Review

SIZES = [(80, 24), (140, 45)]
NAME = "hertfordshire-services-to-schools-2002"


class AtRecommendations(Bvtrack):
    """The application, begun at the recommendations."""

    def review_screen(self, name: str, view: ReviewView | None = None) -> ReviewScreen:
        """Begin at the recommendations."""
        return ReviewScreen(name, "recommendations", view)


def pane(pilot: Pilot[None]) -> Recommendations:
    """Give the pane."""
    return pilot.app.screen.query_one(Recommendations)


def rows(pilot: Pilot[None]) -> list[str]:
    """Give the addresses in the tree."""
    return [row.key for row in pilot.app.screen.query_one("#recommendations-tree", Grid).rows]


@pytest.mark.parametrize("size", SIZES)
async def test_it_draws_without_overflow(desk: Desk, size: tuple[int, int]) -> None:
    """At either size parts show letter and deadline, and the detail of the first recommendation is in sight."""
    app = AtRecommendations(desk)
    async with app.run_test(size=size, notifications=True) as pilot:
        await pilot.pause()
        lines = screen_lines(app)
        assert max(map(len, lines)) <= size[0]
        assert any("N" in line and "1a" in line and "Jan 2003" in line and "0/9" in line for line in lines)
        assert any("O" in line and "2a" in line and "Jul 2002" in line and "0/1" in line for line in lines)
        assert "Recommendation 1" in screen_text(app)
        beside = any("▾ 1  Get to know" in line and "Recommendation 1" in line for line in lines)
        assert beside is (size[0] == 140)


async def test_arrows_unfold_and_fold(desk: Desk) -> None:
    """Right shows the steps of a part; left folds it, and then goes to what it is under."""
    app = AtRecommendations(desk)
    async with app.run_test(size=(140, 45), notifications=True) as pilot:
        await pilot.press("down", "down", "down", "down", "right")
        assert rows(pilot)[3:7] == ["2", "2a", "2a/1", "2b"]
        await pilot.press("down")
        assert pane(pilot).address() == "2a/1"
        await pilot.press("left")
        assert pane(pilot).address() == "2a"
        await pilot.press("h")
        assert "2a/1" not in rows(pilot)
        await pilot.press("h", "h")
        assert pane(pilot).address() == "2"
        assert "2a" not in rows(pilot)


async def test_the_detail_follows_the_cursor(desk: Desk) -> None:
    """Costs, years, measures and actions of a recommendation; standing, steps and wordings of an action."""
    app = AtRecommendations(desk)
    async with app.run_test(size=(140, 45), notifications=True) as pilot:
        await pilot.pause()
        assert "one-off · existing budget" in screen_text(app)
        assert "From 56% in 2001.02 to 60% in 02/03" in screen_text(app)
        await pilot.press("down", "down", "down", "down")
        shown = screen_text(app)
        assert "Action 2a" in shown
        assert "3 months (62 days)" in shown
        assert "offside" in shown
        assert "[ ]  Strengthen the adviser team" in shown


async def test_enter_goes_into_the_detail_and_escape_comes_back(desk: Desk) -> None:
    """Where there is little room the detail takes over; beside the tree it takes the focus alone."""
    app = AtRecommendations(desk)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("down", "enter")
        await pilot.pause()
        assert "▸" not in screen_text(app)
        assert pane(pilot).address() == "1a/finish"
        await pilot.press("escape")
        await pilot.pause()
        assert "▸ 1a" in screen_text(app)
        assert pane(pilot).address() == "1a"
        await pilot.press("enter", "left")
        await pilot.pause()
        assert "▸ 1a" in screen_text(app)
        await pilot.press("enter")
        await pilot.resize_terminal(140, 45)
        await pilot.pause()
        assert "▸ 1a" in screen_text(app)


async def test_a_step_is_ticked_in_the_tree_and_in_the_detail(desk: Desk) -> None:
    """Space ticks what is under the cursor, which stays where it is; done steps say `[x]`."""
    app = AtRecommendations(desk)
    async with app.run_test(size=(140, 45), notifications=True) as pilot:
        await pilot.press("down", "right", "down", "space")
        await pilot.pause()
        assert pane(pilot).address() == "1a/1"
        assert "[x]        1  Set up a project group" in screen_text(app)
        await pilot.press("up", "enter")
        await pilot.pause()
        await pilot.press(*["down"] * 5, "space")
        await pilot.pause()
        assert pane(pilot).address() == "1a/3"
        assert "[x]  Interview heads and officers" in screen_text(app)
        assert "2 of 9 done" in screen_text(app)


async def test_enter_on_a_step_in_the_detail_goes_to_it(desk: Desk) -> None:
    """What is in the tree is gone to, unfolded."""
    app = AtRecommendations(desk)
    async with app.run_test(size=(140, 45), notifications=True) as pilot:
        await pilot.press("down", "enter")
        await pilot.press(*["down"] * 3, "enter")
        await pilot.pause()
        assert "Step 1a/1" in screen_text(app)
        assert "1a/1" in rows(pilot)


async def test_going_to_an_address_unfolds_what_it_is_under(desk: Desk) -> None:
    """A step that is folded away is shown; what is no recommendation, part or step is not here."""
    app = AtRecommendations(desk)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.pause()
        await pilot.press("left")
        assert pane(pilot).go_to("1b/2")
        assert pane(pilot).address() == "1b/2"
        assert not pane(pilot).go_to("1.3")


async def test_the_filter_shows_what_holds_the_words_and_what_it_is_under(desk: Desk) -> None:
    """A step that holds them is shown though its part is folded; of a part that holds them the steps stay folded."""
    app = AtRecommendations(desk)
    async with app.run_test(size=(140, 45), notifications=True) as pilot:
        await pilot.pause()
        pane(pilot).filter("Dictaphones")
        assert rows(pilot) == ["4", "4c", "4c/4"]
        pane(pilot).filter("time-recording")
        assert rows(pilot) == ["4", "4d"]
        pane(pilot).filter("no such words")
        await pilot.pause()
        assert "nothing holds these words" in screen_text(app)
        pane(pilot).filter("")
        assert len(rows(pilot)) == 21


async def test_progress_is_told_in_order(desk: Desk) -> None:
    """A forecast with its reason stands in the detail, up to the date the screen speaks for."""
    record_action(desk, (NAME, "1a"), "forecast", Because(reason="the strategy is late"), value="Mar 2003")
    app = AtRecommendations(desk)
    async with app.run_test(size=(140, 45), notifications=True) as pilot:
        await pilot.press("down")
        await pilot.pause()
        shown = screen_text(app)
        assert "1 Oct 2002  now expected by Mar 2003" in shown
        assert "the strategy is late (Pat)" in shown


async def test_a_review_without_recommendations_says_what_to_do(empty_desk: Desk, hertfordshire: Review) -> None:
    """The empty tree names the command."""
    bare = hertfordshire.model_copy(update={"recommendations": (), "areas": (), "promises": ()})
    empty_desk.store.add(bare, "", empty_desk.entry("import", "imported"))
    app = AtRecommendations(empty_desk)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("enter", "right")
        await pilot.pause()
        assert "no recommendations yet" in screen_text(app)
        assert pane(pilot).address() is None


@pytest.mark.parametrize("size", SIZES)
async def test_hostile_texts_are_shown_literally(
    empty_desk: Desk, hertfordshire: Review, size: tuple[int, int]
) -> None:
    """Neither markup nor control characters act, in the tree and in the detail."""
    empty_desk.store.add(hostile(hertfordshire), "", empty_desk.entry("import", "imported"))
    app = AtRecommendations(empty_desk)
    async with app.run_test(size=size, notifications=True) as pilot:
        await pilot.press("down", "right")
        await pilot.pause()
        assert "[/] [@click" in screen_text(app)
        assert "[BV8] [n/a] <U+001B>[31m" in screen_text(app)
        assert escapes(screen_lines(app)) == []
