"""The Actions pane in its workspace: folded and unfolded, grouped, narrowed, ticked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bvtrack.tui.grid import Grid
from tui.conftest import At
from tui.hostile import SHOWN, escapes, hostile
from tui.screen_text import screen_lines, screen_text

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from bvtrack.app.desk import Desk
    from bvtrack.core.review import Review

SIZES = [(80, 24), (140, 45)]


def grid(pilot: Pilot[None]) -> Grid:
    """Give the list of the pane."""
    return pilot.app.screen.query_one("#actions-list", Grid)


@pytest.mark.parametrize("size", SIZES)
async def test_it_draws_without_overflow(desk: Desk, size: tuple[int, int]) -> None:
    """At either size each action has its line, with letter and word, and nothing runs over the edge."""
    app = At(desk, "actions")
    async with app.run_test(size=size, notifications=True) as pilot:
        await pilot.pause()
        shown = screen_lines(app)
        assert max(map(len, shown)) <= size[0]
        assert any("2a" in line and "O overdue" in line and "0/1" in line for line in shown)
        assert any("1a" in line and "N not started" in line for line in shown)


@pytest.mark.parametrize("size", SIZES)
async def test_colours_are_words_with_a_key(desk: Desk, size: tuple[int, int]) -> None:
    """Each action says its colour, and below the list stands what each of them means."""
    app = At(desk, "actions")
    async with app.run_test(size=size, notifications=True) as pilot:
        await pilot.pause()
        shown = screen_lines(app)
        assert any("2a" in line and "O overdue" in line and " red " in line for line in shown)
        below = " ".join(" ".join(shown[-6:]).split())
        assert "2 red 2+ months behind plan · 8 amber" in below
        assert "6 green other open work" in below
        assert "blue" not in below


async def test_wide_screens_say_how_late(desk: Desk) -> None:
    """There is room for owner, months and days at 140 columns, and for months alone at 80."""
    app = At(desk, "actions")
    async with app.run_test(size=(140, 45), notifications=True) as pilot:
        await pilot.pause()
        line = next(line for line in screen_lines(app) if " 2a " in line)
        assert "Gill Jones" in line
        assert "3 months (62 days)" in line
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        line = next(line for line in screen_lines(app) if " 2a " in line)
        assert "Gill Jones" not in line
        assert line.rstrip().endswith("3 mo")


async def test_space_ticks_a_step_and_its_mark_is_shown(desk: Desk) -> None:
    """Enter unfolds, space ticks, `[x]` stands literally, and the count follows; space again unticks."""
    app = At(desk, "actions")
    async with app.run_test(size=(100, 40), notifications=True) as pilot:
        await pilot.press("enter", "j", "space")
        await pilot.pause()
        assert "[x]  " in screen_text(app)
        assert "1/9" in screen_text(app)
        assert desk.review(desk.named(None)).recommendations[0].parts[0].steps[0].events[0].kind == "complete"
        assert grid(pilot).key == "1a/1"
        await pilot.press("space")
        await pilot.pause()
        assert "[x]" not in screen_text(app)
        assert "0/9" in screen_text(app)


async def test_left_folds_and_right_unfolds(desk: Desk) -> None:
    """`h` on a step goes to its action, on an action folds it; `l` unfolds it."""
    app = At(desk, "actions")
    async with app.run_test(size=(100, 40), notifications=True) as pilot:
        await pilot.press("l", "j")
        assert grid(pilot).key == "1a/1"
        await pilot.press("h")
        assert grid(pilot).key == "1a"
        await pilot.press("h")
        await pilot.pause()
        assert "[ ]" not in screen_text(app)


async def test_g_groups_by_owner_and_by_month(desk: Desk) -> None:
    """The cursor stays on its action while the groups change, and an action of two people stands under both."""
    app = At(desk, "actions")
    async with app.run_test(size=(100, 50), notifications=True) as pilot:
        screen = app.workspace
        screen.pane.go_to("4a")
        await pilot.press("g")
        await pilot.pause()
        shown = screen_lines(app)
        assert any("by owner" in line for line in shown)
        assert sum(" 4a " in line for line in shown) == 2
        assert screen.pane.address() == "4a"
        await pilot.press("g")
        await pilot.pause()
        assert any("Sep 2002" in line and "▸" not in line for line in screen_lines(app))
        assert screen.pane.address() == "4a"


async def test_late_only_and_filter_say_what_they_leave_out(desk: Desk) -> None:
    """`L` shows the nine that are late; `/` narrows them; Esc drops the filter; nothing left says what to do."""
    app = At(desk, "actions")
    async with app.run_test(size=(100, 40), notifications=True) as pilot:
        await pilot.press("L")
        await pilot.pause()
        assert "9 actions by recommendation, late only" in screen_text(app)
        await pilot.press("slash", *"zzz")
        await pilot.pause()
        assert "0 actions" in screen_text(app)
        assert "Esc drops the filter" in screen_text(app)
        await pilot.press("escape")
        await pilot.pause()
        assert "9 actions" in screen_text(app)


async def test_plus_unfolds_all_and_none(desk: Desk) -> None:
    """All steps are shown, or none."""
    app = At(desk, "actions")
    async with app.run_test(size=(100, 40), notifications=True) as pilot:
        await pilot.press("plus")
        assert len(grid(pilot).rows) > 90
        await pilot.press("plus")
        assert len(grid(pilot).rows) == 16 + 5


async def test_go_to_unfolds_the_action_of_a_step(desk: Desk) -> None:
    """A jump to a step finds it, one to nothing says so."""
    app = At(desk, "actions")
    async with app.run_test(size=(100, 40), notifications=True) as pilot:
        screen = app.workspace
        assert screen.pane.go_to("2d/3")
        await pilot.pause()
        assert screen.pane.address() == "2d/3"
        assert not screen.pane.go_to("totals/budget")


async def test_hostile_texts_are_shown_literally(empty_desk: Desk, hertfordshire: Review) -> None:
    """Markup and control characters of the data neither act nor vanish."""
    empty_desk.store.add(hostile(hertfordshire), "", empty_desk.entry("import", "imported"))
    app = At(empty_desk, "actions")
    async with app.run_test(size=(200, 60), notifications=True) as pilot:
        await pilot.press("enter", "j", "space")
        await pilot.pause()
        shown = screen_lines(app)
        assert sum(SHOWN in line for line in shown) > 20
        assert not escapes(shown)
        await pilot.press("f")
        await pilot.pause()
        assert SHOWN[:20] in screen_text(app)
        assert app.is_running
