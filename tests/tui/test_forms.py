"""The forms: what is typed is read as it is typed, faults stand beside their field, and nothing typed is lost."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from bvtrack.app.desk import open_desk
from bvtrack.app.record import Because, record_action
from bvtrack.tui.screens.as_at import AsAt, month_lines
from bvtrack.tui.screens.conflict import ConflictScreen
from bvtrack.tui.screens.form import Form
from tui.conftest import At
from tui.screen_text import screen_lines, screen_text, until

if TYPE_CHECKING:
    from bvtrack.app.desk import Desk
    from bvtrack.core.event import ActionEvent

REVIEW = "hertfordshire-services-to-schools-2002"


def last_event(desk: Desk) -> ActionEvent:
    """Give the last event of action 1a."""
    return desk.review(REVIEW).recommendations[0].parts[0].events[-1]


@pytest.mark.parametrize("size", [(80, 24), (140, 45)])
async def test_a_forecast_shows_how_its_date_is_read(desk: Desk, size: tuple[int, int]) -> None:
    """The day it is due stands below the date as it is typed; date, reason and minute are recorded."""
    app = At(desk, "actions")
    async with app.run_test(size=size, notifications=True) as pilot:
        await pilot.press("f", *"Nov 200")
        assert "Forecast 1a" in screen_text(app)
        await pilot.press("2")
        await pilot.pause()
        assert "Nov 2002 → due 30 Nov 2002" in screen_text(app)
        assert max(map(len, screen_lines(app))) <= size[0]
        await pilot.press("tab", *"late", "tab", *"9.2", "enter")
        await pilot.pause()
        event = last_event(desk)
        assert event.value is not None
        assert (event.kind, event.value.text, event.reason, event.minute) == ("forecast", "Nov 2002", "late", "9.2")
        assert "Nov 2002" in screen_text(app)
        assert not isinstance(app.screen, Form)


async def test_what_is_wrong_stands_beside_its_field(desk: Desk) -> None:
    """A date that is none and a reason that is missing are told where they are; the rest stays as typed."""
    app = At(desk, "actions")
    async with app.run_test(size=(100, 40), notifications=True) as pilot:
        await pilot.press("f", *"soonish", "enter")
        await pilot.pause()
        assert isinstance(app.screen, Form)
        assert "“soonish” is no part of a deadline" in screen_text(app)
        await pilot.press("ctrl+u", *"31 Sep 2002", "enter")
        await pilot.pause()
        assert isinstance(app.screen, Form)
        await pilot.press("ctrl+u", *"Dec 2003", "enter")
        await pilot.pause()
        assert "why is needed" in screen_text(app)
        assert "Dec 2003" in screen_text(app)
        assert desk.review(REVIEW).recommendations[0].parts[0].events == ()
        await pilot.press("escape")
        assert not isinstance(app.screen, Form)


async def test_start_and_complete_ask_for_the_day(desk: Desk) -> None:
    """The day is the one the screen speaks for unless another is typed; a note may go with it."""
    app = At(desk, "actions", as_at=dt.date(2002, 9, 30))
    async with app.run_test(size=(100, 40), notifications=True) as pilot:
        await pilot.press("s")
        await pilot.pause()
        assert "Monday 30 Sep 2002" in screen_text(app)
        await pilot.press("enter")
        await pilot.pause()
        assert (last_event(desk).kind, last_event(desk).date) == ("start", dt.date(2002, 9, 30))
        await pilot.press("c", *"12 Sep 2002", "enter")
        await pilot.pause()
        assert "begun only on 30 Sep 2002" in screen_text(app)
        await pilot.press("escape", "u")
        await pilot.press("c", *"12 Sep 2002", "tab", *"by hand", "enter")
        await pilot.pause()
        event = last_event(desk)
        assert (event.kind, event.date, event.reason) == ("complete", dt.date(2002, 9, 12), "by hand")
        assert "D done" in screen_text(app)


async def test_a_refusal_stays_in_the_form(desk: Desk) -> None:
    """What cannot have happened is said in the form, which keeps what was typed."""
    app = At(desk, "actions")
    async with app.run_test(size=(100, 40), notifications=True) as pilot:
        await pilot.press("c", "enter", "c", "tab", *"again", "enter")
        await pilot.pause()
        assert isinstance(app.screen, Form)
        assert "is done already" in screen_text(app)
        assert "again" in screen_text(app)


async def test_what_is_done_expects_no_date(desk: Desk) -> None:
    """A new date for work that is done is refused before anything is typed."""
    app = At(desk, "actions")
    async with app.run_test(size=(100, 40), notifications=True) as pilot:
        await pilot.press("c", "enter", "f")
        await pilot.pause()
        assert not isinstance(app.screen, Form)
        assert "is done already" in screen_text(app)


async def test_a_note_is_kept(desk: Desk) -> None:
    """Its words are an event of the action; an empty one is asked for."""
    app = At(desk, "actions")
    async with app.run_test(size=(100, 40), notifications=True) as pilot:
        await pilot.press("n", "enter")
        await pilot.pause()
        assert "note is needed" in screen_text(app)
        await pilot.press(*"well", "enter")
        await pilot.pause()
        assert (last_event(desk).kind, last_event(desk).reason) == ("note", "well")


@pytest.mark.parametrize(("key", "kinds"), [("m", ["start", "forecast"]), ("t", ["start"])])
async def test_a_conflict_is_shown_and_the_user_chooses(desk: Desk, key: str, kinds: list[str]) -> None:
    """Where somebody else changed the action first both versions are shown: mine is repeated, theirs stands."""
    app = At(desk, "actions")
    async with app.run_test(size=(100, 40), notifications=True) as pilot:
        await pilot.press("f", *"Nov 2003", "tab", *"why")
        with open_desk(desk.store.path, "Sam", desk.clock) as other:
            record_action(other, (REVIEW, "1a"), "start", Because())
        app.workspace.notice()  # as the clock does: what is drawn behind a form is not what its author saw
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, ConflictScreen))
        await pilot.press(key)
        await until(pilot, lambda: app.screen is app.workspace)
        assert [event.kind for event in desk.review(REVIEW).recommendations[0].parts[0].events] == kinds


async def test_leaving_a_conflict_keeps_what_was_typed(desk: Desk) -> None:
    """Esc on the two versions goes back to the form with everything in it, and says what is wrong."""
    app = At(desk, "actions")
    async with app.run_test(size=(100, 40), notifications=True) as pilot:
        await pilot.press("f", *"Nov 2003", "tab", *"why")
        with open_desk(desk.store.path, "Sam", desk.clock) as other:
            record_action(other, (REVIEW, "1a"), "start", Because())
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, ConflictScreen))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, Form))
        assert "Nov 2003" in screen_text(app)


async def test_e_edits_a_field_of_an_action(desk: Desk) -> None:
    """The fields of an action are listed, and the one chosen is edited."""
    app = At(desk, "actions")
    async with app.run_test(size=(100, 40), notifications=True) as pilot:
        await pilot.press("e")
        await pilot.pause()
        assert "Edit 1a" in screen_text(app)
        await pilot.press("j", "enter")
        await pilot.pause()
        assert "1a/owner" in screen_text(app)
        await pilot.press("ctrl+u", *"Gill", "enter")
        await pilot.pause()
        owner = desk.review(REVIEW).recommendations[0].parts[0].owner
        assert owner is not None
        assert owner.text == "Gill"


async def test_the_as_at_form_reads_and_moves(desk: Desk) -> None:
    """Arrows move a day or a week, PgUp and PgDn a month, a typed day is read, and what is none is refused."""
    app = At(desk, "actions")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("d", "down", "pageup", "right", "up")
        await pilot.pause()
        assert "2 Sep 2002" in screen_text(app)
        await pilot.press(*"tosh", "enter")
        await pilot.pause()
        assert isinstance(app.screen, AsAt)
        await pilot.press("ctrl+u", *"31 oct 2002", "enter")
        await pilot.pause()
        assert app.as_at == dt.date(2002, 10, 31)
        await pilot.press("d", "escape")
        await pilot.pause()
        assert app.as_at == dt.date(2002, 10, 31)


def test_a_month_marks_the_day_and_today() -> None:
    """The day stands in square brackets, today in round ones, so that neither is colour alone."""
    drawn = month_lines(dt.date(2002, 9, 30), dt.date(2002, 9, 3))
    text = "".join(part if isinstance(part, str) else part[0] for line in drawn for part in line)
    assert "[30]" in text
    assert "( 3)" in text


async def test_a_deadline_of_the_plan_is_corrected_only_with_a_reason(desk: Desk) -> None:
    """The deadline approved with the plan is no forecast: who corrects it says why."""
    app = At(desk, "actions")
    async with app.run_test(size=(100, 40), notifications=True) as pilot:
        await pilot.press("e", "G", "enter")
        await pilot.pause()
        assert "the deadline approved with the plan" in screen_text(app)
        await pilot.press(*"Feb 2003", "enter")
        await pilot.pause()
        assert "why the plan is corrected is needed" in screen_text(app)
        await pilot.press(*"slip", "enter")
        await pilot.pause()
        finish = desk.review(REVIEW).recommendations[0].parts[0].finish
        assert finish is not None
        assert finish.text == "Feb 2003"
