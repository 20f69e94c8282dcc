"""Two versions of one thing: both in sight, and the choice between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bvtrack.app.change import set_values
from bvtrack.tui.screens.conflict import ConflictScreen
from tui.conftest import At
from tui.hostile import HOSTILE, SHOWN, escapes
from tui.screen_text import screen_lines, screen_text

if TYPE_CHECKING:
    from bvtrack.app.desk import Desk

NAME = "hertfordshire-services-to-schools-2002"
SIZES = [(80, 24), (140, 45)]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("key", "choice"), [("m", "mine"), ("t", "theirs"), ("escape", None)])
async def test_both_versions_are_shown_and_one_is_chosen(
    desk: Desk, size: tuple[int, int], key: str, choice: str | None
) -> None:
    """Yours stands beside theirs, what you saw above; a key chooses, Esc decides nothing."""
    given: list[str | None] = []
    app = At(desk, "finance")
    async with app.run_test(size=size, notifications=True) as pilot:
        app.push_screen(ConflictScreen("2/savings/2004-05", "230", "240", "180"), given.append)
        await pilot.pause()
        shown = screen_text(app)
        for text in ("2/savings/2004-05 was changed meanwhile", "You saw  240", "Yours", "Theirs, now"):
            assert text in shown
        assert any("230" in line and "180" in line for line in screen_lines(app))
        assert max(map(len, screen_lines(app))) <= size[0]
        await pilot.press(key)
        assert given == [choice]


async def test_hostile_texts_are_shown_literally(desk: Desk) -> None:
    """Both versions are data; a blank one is called so."""
    app = At(desk, "finance")
    async with app.run_test(size=(140, 45), notifications=True) as pilot:
        app.push_screen(ConflictScreen(HOSTILE, HOSTILE, HOSTILE, ""))
        await pilot.pause()
        assert SHOWN[:20] in screen_text(app)
        assert "blank" in screen_text(app)
        assert not escapes(screen_lines(app))


async def test_an_edit_somebody_else_made_first_is_not_overwritten(desk: Desk) -> None:
    """A cell changed meanwhile asks; nothing is written before the answer, and then what was chosen."""
    app = At(desk, "finance")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.pause()
        set_values(desk, NAME, {"1/budget/2002-03": "8"})
        await pilot.press("e", "9", "enter")
        await pilot.pause()
        assert isinstance(app.screen, ConflictScreen)
        assert desk.review(NAME).recommendations[0].profile.budget is not None
        await pilot.press("m")
        await pilot.pause()
        budget = desk.review(NAME).recommendations[0].profile.budget
        assert budget is not None
        assert budget["02-03"].text == "9"
