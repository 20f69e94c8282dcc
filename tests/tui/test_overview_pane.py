"""The overview in its workspace: all of it in sight, each line a thing to go on from."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from bvtrack.app.record import Because, record_action, record_money
from bvtrack.app.show.overview import overview, worst_findings
from bvtrack.app.show.view import ReviewView
from bvtrack.core.edit import with_event
from bvtrack.delivery.brag import Policy, Rule
from bvtrack.tui.app import Bvtrack
from bvtrack.tui.board import Board
from bvtrack.tui.panes.overview_page import page
from bvtrack.tui.screens.review import ReviewScreen
from example_review import review_of
from tui.hostile import escapes, hostile
from tui.screen_text import screen_lines, screen_text

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from bvtrack.app.desk import Desk
    from bvtrack.core.plain import Plain
    from bvtrack.core.review import Review
    from bvtrack.tui.blocks import Block

SIZES = [(80, 24), (140, 45)]
NAME = "hertfordshire-services-to-schools-2002"
Event = dict[str, "Plain | None"]
SECTIONS = ("Net, £'000", "Actions  16", "Late  9", "Next deadlines", "Findings  6 errors", "Outcomes")


class AtOverview(Bvtrack):
    """The application, begun at the overview."""

    def review_screen(self, name: str, view: ReviewView | None = None) -> ReviewScreen:
        """Begin at the overview."""
        return ReviewScreen(name, "overview", view)


async def settled(pilot: Pilot[None]) -> None:
    """Wait until the findings are there."""
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


def board(pilot: Pilot[None]) -> Board:
    """Give the board of the pane."""
    return pilot.app.screen.query_one("#overview Board", Board)


@pytest.mark.parametrize("size", SIZES)
async def test_all_of_it_is_in_sight(desk: Desk, size: tuple[int, int]) -> None:
    """At either size every section is shown without scrolling, and nothing runs over the edge."""
    app = AtOverview(desk)
    async with app.run_test(size=size, notifications=True) as pilot:
        await settled(pilot)
        shown = screen_text(app)
        for section in SECTIONS:
            assert section in shown
        assert board(pilot).max_scroll_y == 0
        assert max(map(len, screen_lines(app))) <= size[0]
        for finding in ("FIN106 1/budget", "FIN106 3/budget", "FIN115 5/budget", "STR203 5", "MEA402 2.3"):
            assert finding in shown
        assert "O  9 overdue" in shown or "O overdue         9" in shown
        assert "Cumulative" in shown


async def test_it_stands_in_two_columns_where_there_is_room(desk: Desk) -> None:
    """At 140 columns the deadlines stand beside the money, and late actions say who answers for them."""
    app = AtOverview(desk)
    async with app.run_test(size=(140, 45), notifications=True) as pilot:
        await pilot.pause()
        assert any("Net, £'000" in line and "Next deadlines" in line for line in screen_lines(app))
        assert any("3b" in line and "Gill Jones" in line and "3 months (62 days)" in line for line in screen_lines(app))
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert any("Late  9" in line and "Next deadlines" in line for line in screen_lines(app))


async def test_it_still_fits_where_money_is_expected_otherwise(desk: Desk) -> None:
    """The planned net is told in a line of its own, and all is still in sight."""
    record_money(desk, (NAME, "2/budget/2003-04"), "forecast", Because(), value="£360k")
    app = AtOverview(desk)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.pause()
        await settled(pilot)
        assert "Net planned" in screen_text(app)
        assert "STR203" in screen_text(app)
        assert "MEA402" in screen_text(app)
        assert "Outcomes" in screen_text(app)
        assert board(pilot).max_scroll_y == 0


@pytest.mark.parametrize(("width", "height"), [(78, 21), (138, 42)])
def test_colours_stand_with_their_key(hertfordshire: Review, width: int, height: int) -> None:
    """How many actions have each colour, and what it means, without a colour to be seen."""
    view = ReviewView(hertfordshire, dt.date(2002, 10, 1), dt.date(2002, 10, 1))
    shown = texts(page(overview(view), worst_findings(view), width, height))
    assert any("2 red 2+ months behind plan · 8 amber 1+ month behind plan," in line for line in shown)
    assert any("6 green other" in line for line in shown)
    assert len(shown) <= height


def test_a_policy_of_ones_own(hertfordshire: Review) -> None:
    """Its words are shown; work that no rule speaks of has none, and then the bar is there."""
    day, policy = dt.date(2002, 10, 1), Policy((Rule("red", "act now", overdue=True),))
    shown = texts(page(overview(ReviewView(hertfordshire, day, day, policy)), None, 78, 21))
    assert any("9 act now overdue" in line for line in shown)
    early = dt.date(2002, 5, 1)
    calm = texts(page(overview(ReviewView(hertfordshire, early, early, policy)), None, 78, 21))
    assert not any("act now" in line for line in calm)
    assert any("N ──" in line for line in calm)


def test_the_findings_are_waited_for(hertfordshire: Review) -> None:
    """While the rules run the rest is there, and as much room as the findings will take."""
    view = ReviewView(hertfordshire, dt.date(2002, 10, 1), dt.date(2002, 10, 1))
    waiting, there = (texts(page(overview(view), worst, 78, 21)) for worst in (None, worst_findings(view)))
    assert any("The rules are running" in line for line in waiting)
    assert len(waiting) == len(there) == 21


def test_a_low_screen_leaves_findings_out(hertfordshire: Review) -> None:
    """Three of them stay in any case; two lines each where there is little height beside the money."""
    view = ReviewView(hertfordshire, dt.date(2002, 10, 1), dt.date(2002, 10, 1))
    low = texts(page(overview(view), worst_findings(view), 78, 15))
    assert sum(line.startswith("E ") for line in low) == 3
    assert low[-1].startswith("Outcomes")
    beside = texts(page(overview(view), worst_findings(view), 138, 20))
    assert any("E MEA402" in line for line in beside)


def test_years_that_do_not_fit_are_left_out() -> None:
    """The label, the first years and the total stay."""
    profile = ", ".join(f'"{year}-{(year + 1) % 100:02}" = 1' for year in range(2002, 2018))
    many = review_of(f"""
        period = "2002 – 2018"
        [[recommendation]]
        id = "1"
        text = "One"
        profile.budget = {{ {profile} }}
    """)
    view = ReviewView(many, many.date, many.date)
    heads, budget, *_ = texts(page(overview(view), None, 78, 21))
    assert heads.split()[:4] == ["Net,", "£'000", "2002-03", "2003-04"]
    assert heads.split()[-1] == "Total"
    assert budget.split()[-1] == "16"
    assert len(budget.rstrip()) <= 78


def texts(blocks: list[Block]) -> list[str]:
    """Write blocks as the lines they make."""
    height = max(block.end for block in blocks)
    lines = [""] * height
    for block in sorted(blocks, key=lambda block: block.x):
        for nth, row in enumerate(block.rows, start=block.y):
            text = "".join(part if isinstance(part, str) else part[0] for part in row.parts)
            lines[nth] = lines[nth].ljust(block.x) + text
    return lines


async def test_enter_goes_to_where_a_thing_is_at_home(desk: Desk) -> None:
    """From a late action to the plan, with the cursor on it."""
    app = AtOverview(desk)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.pause()
        await pilot.press(*["down"] * 5)
        assert board(pilot).thing is not None
        await pilot.press("enter")
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, ReviewScreen)
        assert screen.shown == "actions"
        assert screen.pane.address() == "2a"


async def test_actions_are_done_on_the_thing_under_the_cursor(desk: Desk) -> None:
    """`address` is that of the line, wherever the cursor is; what is drawn anew keeps it."""
    app = AtOverview(desk)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, ReviewScreen)
        assert screen.pane.address() == "totals/budget"
        await pilot.press("right")
        assert screen.pane.address() == "2a"
        assert screen.pane.go_to("4d")
        record_action(desk, (NAME, "4d"), "start", Because())
        screen.reload()
        await pilot.pause()
        assert screen.pane.address() == "4d"
        assert not screen.pane.go_to("1.1")


async def test_the_filter_narrows_actions_and_findings(desk: Desk) -> None:
    """Only what holds the words stays; the position stays whole."""
    app = AtOverview(desk)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, ReviewScreen)
        await settled(pilot)
        screen.pane.filter("jenny")
        await pilot.pause()
        shown = screen_text(app)
        assert "Nothing is late" in shown
        assert "Jenny Newman" in shown
        assert "Jeff Smith" not in shown
        assert "Nothing found" in shown
        assert "1,346" in shown


async def test_an_empty_review_says_so(empty_desk: Desk, hertfordshire: Review) -> None:
    """Each section without content says what is missing."""
    bare = hertfordshire.model_copy(update={"recommendations": (), "areas": (), "promises": ()})
    empty_desk.store.add(bare, "", empty_desk.entry("import", "imported"))
    for size, words in ((SIZES[0], "no measures yet"), (SIZES[1], "No measures yet")):
        app = AtOverview(empty_desk)
        async with app.run_test(size=size, notifications=True) as pilot:
            await pilot.pause()
            shown = screen_text(app)
            assert "Nothing is late" in shown
            assert "None ahead" in shown
            assert words in shown
            if size == SIZES[0]:
                assert "No actions yet" in shown


async def test_outcomes_are_told_in_a_line(empty_desk: Desk, hertfordshire: Review) -> None:
    """What is met, what is not, and what wants a figure."""
    told = hertfordshire
    for value, address in (("61%", "1.1"), ("13%", "2.2")):
        period = "2002" if address == "2.2" else "2002-03"
        event: Event = {"date": dt.date(2002, 9, 1), "kind": "actual", "period": period, "value": value}
        told = with_event(told, address, event)
    empty_desk.store.add(told, "", empty_desk.entry("import", "imported"))
    app = AtOverview(empty_desk)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.pause()
        assert "1 met · 1 not met · 1 figure due" in screen_text(app)


@pytest.mark.parametrize("size", SIZES)
async def test_hostile_texts_are_shown_literally(
    empty_desk: Desk, hertfordshire: Review, size: tuple[int, int]
) -> None:
    """Neither markup nor control characters act."""
    empty_desk.store.add(hostile(hertfordshire), "", empty_desk.entry("import", "imported"))
    app = AtOverview(empty_desk)
    async with app.run_test(size=size, notifications=True) as pilot:
        await settled(pilot)
        assert "[/] [@click" in screen_text(app)
        assert escapes(screen_lines(app)) == []
