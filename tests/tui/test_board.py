"""A board of blocks: where its cursor can go, what it draws, and texts brought to a width."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

import pytest
from textual.app import App

from bvtrack.tui.blocks import Block, Row, Thing, fitted, titled, wrapped
from bvtrack.tui.board import Board
from bvtrack.tui.theme import DARK
from tui.hostile import HOSTILE, SHOWN
from tui.screen_text import screen_lines, screen_text

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.geometry import Region
    from textual.strip import Strip


class Bare(App[None]):
    """A board alone; it keeps what is chosen."""

    made: type[Board] = Board

    def __init__(self, *blocks: Block) -> None:
        super().__init__()
        self.blocks = blocks
        self.chosen: list[Thing] = []

    def compose(self) -> ComposeResult:
        """Hold the board."""
        yield self.made()

    def on_mount(self) -> None:
        """Show the blocks."""
        self.register_theme(DARK)
        self.theme = DARK.name
        self.board.put(lambda _width, _height: self.blocks)
        self.board.focus()

    @property
    def board(self) -> Board:
        """The board."""
        return self.query_one(Board)

    def on_board_chosen(self, event: Board.Chosen) -> None:
        """Keep what is chosen."""
        self.chosen.append(event.thing)


def block(x: int, y: int, *names: str, width: int = 10) -> Block:
    """Make a block of a line for each name; an empty name is a line of no thing."""
    return Block(x, y, width, tuple(Row((name or "-",), Thing(name) if name else None) for name in names))


def at(app: Bare) -> str:
    """Give the address under the cursor."""
    assert app.board.thing is not None
    return app.board.thing.address


class Watched(Board):
    """A board that keeps what it drew."""

    drawn: ClassVar[list[str]] = []

    def render_lines(self, crop: Region) -> list[Strip]:
        """Keep the first line of what is drawn."""
        lines = super().render_lines(crop)
        self.drawn.append(lines[0].text.strip())
        return lines


async def test_the_first_frame_shows_the_page() -> None:
    """What is put before there is a size is drawn with the first frame, not after an empty one."""
    app = Bare(block(0, 0, "first"))
    app.made = Watched
    async with app.run_test():
        assert Watched.drawn[0] == "first"


async def test_the_cursor_goes_from_thing_to_thing() -> None:
    """Lines of no thing are passed by; the ends hold."""
    app = Bare(block(0, 0, "", "a", "", "b"))
    async with app.run_test(size=(40, 10)) as pilot:
        assert at(app) == "a"
        await pilot.press("down")
        assert at(app) == "b"
        await pilot.press("down", "j")
        assert at(app) == "b"
        await pilot.press("k", "up")
        assert at(app) == "a"


async def test_the_cursor_stays_in_its_column_and_goes_aside() -> None:
    """Down prefers what is below; left and right go to the nearest line of the next column."""
    app = Bare(block(0, 0, "a", "b"), block(12, 0, "c", "d"), block(0, 2, "e", width=22))
    async with app.run_test(size=(40, 10)) as pilot:
        await pilot.press("right")
        assert at(app) == "c"
        await pilot.press("down")
        assert at(app) == "d"
        await pilot.press("h")
        assert at(app) == "b"
        await pilot.press("down")
        assert at(app) == "e"
        await pilot.press("left")
        assert at(app) == "e"
        await pilot.press("home")
        assert at(app) == "a"
        await pilot.press("end")
        assert at(app) == "e"


async def test_lines_of_one_thing_are_one_stop() -> None:
    """A thing told on two lines is one, and another of the same address after it is not."""
    first, second = Thing("a", nth=0), Thing("a", nth=1)
    app = Bare(Block(0, 0, 10, (Row(("1",), first), Row(("2",), first), Row(("3",), second))))
    async with app.run_test(size=(40, 10)) as pilot:
        assert app.board.thing == first
        await pilot.press("down", "enter")
        assert app.chosen == [second]


async def test_a_long_page_scrolls_with_the_cursor() -> None:
    """The cursor is always in sight; the last thing brings the end of the page, the first its top."""
    app = Bare(block(0, 0, "", *(f"n{nth}" for nth in range(40)), ""))
    async with app.run_test(size=(40, 10)) as pilot:
        await pilot.press("pagedown")
        assert f"{at(app)}" in screen_text(app)
        await pilot.press("end")
        await pilot.pause()
        assert "n39" in screen_text(app)
        assert app.board.scroll_offset.y == app.board.max_scroll_y
        await pilot.press("pageup")
        assert at(app) in screen_text(app)
        await pilot.press("home")
        await pilot.pause()
        assert app.board.scroll_offset.y == 0


async def test_a_page_of_no_things_scrolls_by_lines() -> None:
    """Where the cursor has nowhere to go, the page moves."""
    app = Bare(Block(0, 0, 10, tuple(Row((f"line {nth}",)) for nth in range(20))))
    async with app.run_test(size=(40, 5)) as pilot:
        await pilot.pause()
        assert app.board.thing is None
        await pilot.press("down", "enter", "right")
        await pilot.pause()
        assert screen_lines(app)[0].startswith("line 1")
        await pilot.press("pagedown", "end")
        await pilot.pause()
        assert "line 19" in screen_text(app)
        await pilot.press("home", "up")
        await pilot.pause()
        assert screen_lines(app)[0].startswith("line 0")
        assert app.chosen == []


async def test_a_long_page_leaves_room_for_its_scrollbar() -> None:
    """However often it is put and resized, no text lies under the bar."""
    widths: list[int] = []

    def lay_out(width: int, _height: int) -> list[Block]:
        widths.append(width)
        return [block(0, 0, *(f"n{nth}" for nth in range(12)), width=width)]

    app = Bare()
    async with app.run_test(size=(40, 5)) as pilot:
        for height, width in ((5, 39), (20, 40), (6, 39)):
            await pilot.resize_terminal(40, height)
            await pilot.pause()
            app.board.put(lay_out)
            assert widths[-1] == width


async def test_a_page_put_anew_keeps_the_cursor_on_its_thing() -> None:
    """It stays on its thing where that is still there, else near its place."""
    app = Bare(block(0, 0, "a", "b", "c"))
    async with app.run_test(size=(40, 10)) as pilot:
        await pilot.press("down")
        app.board.put(lambda _width, _height: (block(0, 0, "z", "a", "b"),))
        assert at(app) == "b"
        app.board.put(lambda _width, _height: (block(0, 0, "z", "a"),))
        assert at(app) == "a"
        app.board.put(lambda _width, _height: ())
        assert app.board.thing is None


async def test_a_click_moves_the_cursor_and_a_double_click_opens() -> None:
    """The mouse does what arrows and Enter do."""
    app = Bare(block(0, 0, "a", "b"))
    async with app.run_test(size=(40, 10)) as pilot:
        await pilot.click(Board, offset=(1, 1))
        assert at(app) == "b"
        assert app.chosen == []
        await pilot.click(Board, offset=(1, 1), times=2)
        assert app.chosen == [Thing("b")]
        await pilot.click(Board, offset=(1, 5))
        assert at(app) == "b"


async def test_move_to_goes_to_an_address() -> None:
    """It tells whether the address is there."""
    app = Bare(block(0, 0, "a", "b"))
    async with app.run_test(size=(40, 10)):
        assert app.board.move_to("b")
        assert at(app) == "b"
        assert not app.board.move_to("c")


async def test_hostile_texts_are_shown_literally() -> None:
    """Neither markup nor control characters act."""
    app = Bare(Block(0, 0, 78, (Row((HOSTILE,), Thing(HOSTILE)),)))
    async with app.run_test(size=(80, 5)):
        assert SHOWN in screen_text(app)


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [
        ("short", 8, "short   "),
        ("exactly", 7, "exactly"),
        ("much too long", 8, "much to…"),
        ("cut at a space", 7, "cut at…"),
        ("two\nlines", 10, "two lines "),
        ("漢字漢字", 5, "漢字…"),
        ("漢字漢字", 6, "漢字… "),
        ("\x1b[31m", 11, "<U+001B>[3…"),
        ("anything", 0, ""),
    ],
)
def test_a_text_is_brought_to_a_width(text: str, width: int, shown: str) -> None:
    """It is cut with an ellipsis, or filled up; wide characters count double."""
    assert fitted(text, width) == shown


def test_figures_stand_right() -> None:
    """What stands right is filled on the left."""
    assert fitted("89", 5, right=True) == "   89"


def test_a_text_is_broken_at_words() -> None:
    """Of too many lines the last is cut."""
    assert wrapped("one two three four", 9) == ["one two", "three", "four"]
    assert wrapped("one two three four", 9, most=2) == ["one two", "three fo…"]


def test_a_section_is_headed_to_its_end() -> None:
    """Its name, what is said of it, and a rule fill the width."""
    assert "".join(part[0] for part in titled("Late", "9", 20).parts) == "Late  9 ────────────"
    assert "".join(part[0] for part in titled("Late", "", 10).parts) == "Late ─────"
