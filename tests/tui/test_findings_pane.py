"""Findings in their workspace: worst first, with the rule's page, a jump to the figure, a waiver."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.widgets import Input

from bvtrack.app.change import waive
from bvtrack.app.show.view import ReviewView
from bvtrack.tui.panes.findings import Findings
from bvtrack.tui.screens.breakdown import Breakdown
from bvtrack.tui.screens.page import Page
from bvtrack.tui.screens.waive import WaiveForm
from example_review import review_of
from tui.conftest import At
from tui.hostile import escapes, hostile
from tui.screen_text import screen_lines, screen_text, until

if TYPE_CHECKING:
    from bvtrack.app.desk import Desk
    from bvtrack.core.review import Review

NAME = "hertfordshire-services-to-schools-2002"
WIDE, NARROW = (140, 45), (80, 24)


def pane(app: At) -> Findings:
    """Give the pane."""
    return app.workspace.query_one(Findings)


async def test_the_rules_page_stands_beside_the_list(desk: Desk) -> None:
    """At 140 columns errors come first, and the chosen finding stands in full with what its rule is about."""
    app = At(desk, "findings")
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await pilot.pause()
        await pilot.pause()
        shown = screen_text(app)
        for text in ("6 errors", "warnings", "FIN106 profile-vs-costs  error", "What it checks", "Why it matters"):
            assert text in shown
        assert "printed 127, computed 106, difference 21 £k" in shown
        assert "`" not in shown
        assert max(map(len, screen_lines(app))) <= WIDE[0]
        await pilot.press("down", "down")
        await pilot.pause()
        assert "FIN115 cost-without-source" in screen_text(app)


async def test_the_page_opens_where_there_is_no_room(desk: Desk) -> None:
    """At 80 columns the finding stands below the list, and Enter opens its rule's page, which scrolls."""
    app = At(desk, "findings")
    async with app.run_test(size=NARROW, notifications=True) as pilot:
        await pilot.pause()
        await pilot.pause()
        assert "→ It fits if the £7k one-off recurs every year." in screen_text(app)
        assert "What it checks" not in screen_text(app)
        assert max(map(len, screen_lines(app))) <= NARROW[0]
        await pilot.press("enter")
        await pilot.pause()
        await pilot.pause()
        assert isinstance(app.screen, Page)
        assert "FIN106 profile-vs-costs, 1/budget" in screen_text(app)
        assert "What it checks" in screen_text(app)
        await pilot.press("G")
        await pilot.pause()
        assert "What it checks" not in screen_text(app)
        await pilot.press("home", "pagedown", "pageup", "j", "k")
        await pilot.pause()
        assert "What it checks" in screen_text(app)
        await pilot.press("escape")
        assert pane(app).address() == "1/budget"


async def test_it_goes_to_the_figure(desk: Desk) -> None:
    """`g`, and Enter where the page is in sight, go to what the finding is about in its pane."""
    app = At(desk, "findings")
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await pilot.pause()
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert app.workspace.shown == "finance"
        assert app.workspace.pane.address() == "1/budget"
        await pilot.press("7")
        assert pane(app).go_to("MEA402 2.3")
        await pilot.press("g")
        await pilot.pause()
        assert app.workspace.shown == "outcomes"
        assert app.workspace.pane.address() == "2.3"


async def test_what_has_no_pane_is_opened(desk: Desk) -> None:
    """A finding about the review as a whole is opened where it stands."""
    app = At(desk, "findings")
    async with app.run_test(size=NARROW, notifications=True) as pilot:
        await pilot.pause()
        await pilot.pause()
        assert pane(app).go_to("DAT307 review")
        await pilot.press("g")
        await pilot.pause()
        assert isinstance(app.screen, Breakdown)


async def test_a_finding_is_waived(desk: Desk) -> None:
    """`w` asks for the reason and the last day; the finding goes to the end, and the cursor to the next one."""
    app = At(desk, "findings")
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await until(pilot, lambda: pane(app).address() == "1/budget")
        await pilot.press("w")
        assert isinstance(app.screen, WaiveForm)
        for blank, text in (("#reason", "ok"), ("#until", "2003-03-31")):
            app.screen.query_one(blank, Input).value = text
        await pilot.press("enter")
        await until(pilot, lambda: pane(app).address() == "3/budget")
        assert [(one.code, one.by, str(one.until)) for one in desk.review(NAME).waivers] == [
            ("FIN106", "Pat", "2003-03-31")
        ]
        await pilot.press("end")
        await until(pilot, lambda: "waived by Pat until 31 Mar 2003: ok" in screen_text(app))
        assert "1 waived" in screen_text(app)
        assert pane(app).address() == "1/budget"
        await pilot.press("w")
        await pilot.pause()
        assert not isinstance(app.screen, WaiveForm)
        await pilot.press("home")
        await until(pilot, lambda: "5 errors" in screen_text(app))


async def test_the_rules_are_run_again(desk: Desk) -> None:
    """`r` says what they find."""
    app = At(desk, "findings")
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await pilot.pause()
        await pilot.pause()
        await pilot.press("r")
        await pilot.pause()
        assert any("6 errors, 51 warnings" in notice.message for notice in app._notifications)  # noqa: SLF001


async def test_findings_are_narrowed(desk: Desk) -> None:
    """`/` leaves the findings that hold the words."""
    app = At(desk, "findings")
    async with app.run_test(size=NARROW, notifications=True) as pilot:
        await pilot.pause()
        await pilot.pause()
        pane(app).filter("peo502")
        await pilot.pause()
        assert "PEO502" in screen_text(app)
        assert "FIN106" not in screen_text(app)


async def test_nothing_found_is_said(empty_desk: Desk) -> None:
    """A review in order says so, and its keys do nothing."""
    empty_desk.store.add(review_of(""), "", empty_desk.entry("import", "imported"))
    app = At(empty_desk, "findings")
    async with app.run_test(size=NARROW, notifications=True) as pilot:
        await pilot.pause()
        await pilot.pause()
        assert "Nothing found" in screen_text(app)
        await pilot.press("g", "w", "enter")
        assert pane(app).address() is None


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_hostile_texts_are_shown_literally(desk: Desk, hertfordshire: Review, size: tuple[int, int]) -> None:
    """Findings quote the review; what they quote stays words."""
    waive(
        desk,
        NAME,
        "FIN106",
        "1/budget",
        reason="[/] [@click=app.quit]x[/]",
        until=hertfordshire.date.replace(year=2010),
    )
    app = At(desk, "findings")
    async with app.run_test(size=size, notifications=True) as pilot:
        await pilot.pause()
        await pilot.pause()
        await pilot.press("end")
        await pilot.pause()
        assert "[@click=app.quit]x[/]" in screen_text(app)
        pane(app).show(ReviewView(hostile(hertfordshire), hertfordshire.date, hertfordshire.date))
        await pilot.pause()
        await pilot.pause()
        await pilot.press("home", *["down"] * 4)
        await pilot.pause()
        assert "[@click=app.quit]" in screen_text(app)
        assert not escapes(screen_lines(app))
