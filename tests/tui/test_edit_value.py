"""The form for one value: how it is read as it is typed, what is wrong beside it, and what it gives."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.widgets import Input

from bvtrack.tui.screens.edit_value import EditValue
from tui.conftest import At
from tui.hostile import HOSTILE, SHOWN, escapes
from tui.screen_text import screen_lines, screen_text

if TYPE_CHECKING:
    from bvtrack.app.desk import Desk
    from bvtrack.app.show.reading import Kind
    from bvtrack.core.review import Review

SIZES = [(80, 24), (140, 45)]


@pytest.mark.parametrize("size", SIZES)
async def test_a_text_is_read_as_it_is_typed(desk: Desk, hertfordshire: Review, size: tuple[int, int]) -> None:
    """The reading stands under the line; Enter gives the text."""
    given: list[str | None] = []
    app = At(desk, "finance")
    async with app.run_test(size=size, notifications=True) as pilot:
        app.push_screen(EditValue("2c/finish", "Dec. 2002", "Deadline", "due", hertfordshire), given.append)
        await pilot.pause()
        assert "due 31 Dec 2002" in screen_text(app)
        await pilot.press(*"Nov")
        await pilot.press("space", *"2002")
        assert "due 30 Nov 2002" in screen_text(app)
        assert "now  Dec. 2002" in screen_text(app)
        assert max(map(len, screen_lines(app))) <= size[0]
        await pilot.press("enter")
        assert given == ["Nov 2002"]


@pytest.mark.parametrize(("kind", "text", "told"), [("money", "abc", "no amount"), ("due", "hello", "write it like")])
async def test_what_cannot_stand_is_not_taken(
    desk: Desk, hertfordshire: Review, kind: Kind, text: str, told: str
) -> None:
    """What is wrong stands beside the line, and nothing typed is lost."""
    given: list[str | None] = []
    app = At(desk, "finance")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        app.push_screen(EditValue("x", "", "Value", kind, hertfordshire), given.append)
        await pilot.press(*text, "enter")
        await pilot.pause()
        assert told in screen_text(app)
        assert f" {text}" in screen_text(app)
        assert given == []
        await pilot.press("escape")
        assert given == [None]


async def test_a_value_is_made_blank(desk: Desk, hertfordshire: Review) -> None:
    """An empty line is a blank, which can stand; what is doubtful is asked about and can stand too."""
    given: list[str | None] = []
    app = At(desk, "finance")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        app.push_screen(EditValue("2/savings/2004-05", "240", "Amount", "money", hertfordshire), given.append)
        await pilot.press("3", "4", "x")
        await pilot.pause()
        assert "look again" in screen_text(app)
        await pilot.press("backspace", "backspace", "backspace", "enter")
        assert given == [""]


async def test_hostile_texts_are_shown_literally(desk: Desk, hertfordshire: Review) -> None:
    """What stands there, or is pasted, is data and never markup; left as it was it stays as it was."""
    given: list[str | None] = []
    app = At(desk, "finance")
    async with app.run_test(size=(140, 45), notifications=True) as pilot:
        app.push_screen(EditValue("2c/text", HOSTILE, "What is to be done", "text", hertfordshire), given.append)
        await pilot.pause()
        assert SHOWN[:20] in screen_text(app)
        assert not escapes(screen_lines(app))
        await pilot.press("enter")
        assert given == [HOSTILE]
        app.push_screen(EditValue("2c/text", "", "What is to be done", "text", hertfordshire), given.append)
        await pilot.pause()
        app.screen.query_one(Input).value = "\x1b[31m"
        await pilot.pause()
        assert "<U+001B>[31m" in screen_text(app)
        assert not escapes(screen_lines(app))
