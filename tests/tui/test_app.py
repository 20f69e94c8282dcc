"""The application: help, palette, themes, and a terminal that is none."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING

import pytest

from bvtrack.core.errors import UsageProblem
from bvtrack.tui.app import Bvtrack
from bvtrack.tui.run import run
from bvtrack.tui.screens.help import Help
from bvtrack.tui.theme import THEMES
from tui.conftest import At
from tui.screen_text import screen_lines, screen_text

if TYPE_CHECKING:
    from bvtrack.app.desk import Desk


@pytest.mark.parametrize("size", [(80, 24), (140, 45)])
async def test_help_shows_the_keys_of_this_screen(desk: Desk, size: tuple[int, int]) -> None:
    """The keys of the pane come first, those of everywhere are there too, each with a sentence."""
    app = At(desk, "actions")
    async with app.run_test(size=size, notifications=True) as pilot:
        await pilot.press("question_mark")
        await pilot.pause()
        shown = screen_text(app)
        assert "group by recommendation, owner or month" in shown
        assert max(map(len, screen_lines(app))) <= size[0]
        await pilot.press("q")
        await pilot.pause()
        assert not isinstance(app.screen, Help)
        assert app.is_running


async def test_the_palette_does_any_action_by_its_name(desk: Desk) -> None:
    """An action without its key at hand is found and done."""
    app = At(desk, "actions")
    async with app.run_test(size=(100, 40), notifications=True) as pilot:
        await pilot.press("colon")
        await pilot.pause()
        await pilot.press(*"Late only")
        await app.workers.wait_for_complete()
        await pilot.pause(0.2)
        await pilot.press("enter")
        await pilot.pause(0.2)
        assert "late only" in screen_text(app)


async def test_themes_go_round(desk: Desk) -> None:
    """Each of the four themes draws the same words."""
    app = At(desk, "actions")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        before = screen_text(app)
        seen = set()
        for _ in THEMES:
            seen.add(app.theme)
            await pilot.press("ctrl+t")
            await pilot.pause()
            assert screen_text(app) == before
        assert seen == {theme.name for theme in THEMES}
        assert app.theme == THEMES[0].name


async def test_it_works_without_colour(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """With NO_COLOR every status still has its letter and its word."""
    monkeypatch.setenv("NO_COLOR", "1")
    app = At(desk, "actions")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.pause()
        assert "O overdue" in screen_text(app)


async def test_q_leaves(desk: Desk) -> None:
    """Leaving is one key."""
    app = At(desk, "actions")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("q")
        await pilot.pause()
    assert app.return_code in {0, None}


def test_without_a_terminal_there_are_no_screens(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """A pipe is told to use a command."""
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    with pytest.raises(UsageProblem, match="terminal: there is none"):
        run(desk)


def test_a_fault_is_told_by_the_command_line(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault of the screens ends them, and comes out as what it is: no page of locals on the terminal."""

    class Broken(Bvtrack):
        def on_mount(self) -> None:
            raise ZeroDivisionError("a fault")

        def run(self, **_options: object) -> None:
            """Run without a terminal."""
            super().run(headless=True)

    monkeypatch.setattr("bvtrack.tui.app.Bvtrack", Broken)
    monkeypatch.setattr(sys, "stdin", Tty())
    monkeypatch.setattr(sys, "stdout", Tty())
    with pytest.raises(ZeroDivisionError, match="a fault"):
        run(desk)


class Tty(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """Say so."""
        return True
