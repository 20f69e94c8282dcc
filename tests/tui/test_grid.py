"""The list all screens share: columns that share the width there is, a cursor that stays on its thing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.app import App, ComposeResult

from bvtrack.tui.columns import GAP, Column, Row, fitted, length, natural_widths, shared_widths
from bvtrack.tui.grid import Grid
from tui.hostile import HOSTILE, SHOWN, escapes
from tui.screen_text import screen_lines

COLUMNS = (
    Column("name", "Name", flex=True, least=6),
    Column("long", "Long", drop=2),
    Column("short", "Short", drop=1, unless="long"),
    Column("sum", "Sum", right=True),
)


def rows(count: int, text: str = "a thing") -> list[Row]:
    """Make rows under a heading."""
    made = [Row(f"{nth}", (f"{text} {nth}", "long words here", "short", f"{nth:,}")) for nth in range(count)]
    return [Row("first", ("First",), heading=True), *made]


class Bare(App[None]):
    """An application of one list, which notes what it posts."""

    def __init__(self) -> None:
        self.told: list[tuple[str, str]] = []
        super().__init__()

    def compose(self) -> ComposeResult:
        """Hold the list."""
        yield Grid(empty="nothing here\nso do something")

    @property
    def grid(self) -> Grid:
        """The list."""
        return self.query_one(Grid)

    def on_grid_chosen(self, message: Grid.Chosen) -> None:
        """Note what was opened."""
        self.told.append(("chosen", message.key))

    def on_grid_folded(self, message: Grid.Folded) -> None:
        """Note what was folded or unfolded."""
        self.told.append(("opened" if message.opened else "closed", message.key))

    def on_grid_headed(self, message: Grid.Headed) -> None:
        """Note which heading was clicked."""
        self.told.append(("headed", message.column))


@given(room=st.integers(1, 200), widths=st.lists(st.integers(0, 60), min_size=4, max_size=4))
def test_columns_never_take_more_than_there_is_once_they_fit(room: int, widths: list[int]) -> None:
    """Whatever is dropped, what is left fills the room exactly wherever the columns that must stay fit in it."""
    shared = shared_widths(COLUMNS, widths, room)
    taken = sum(width + GAP for width in shared if width is not None)
    least = min(widths[0], COLUMNS[0].least) + widths[3] + GAP * (2 if widths[3] else 1)
    if least <= room and (shared[0] or 0) > 1:
        assert taken == room
    assert not (shared[1] is not None and shared[2] is not None)


@given(text=st.text(max_size=30), width=st.integers(0, 40), right=st.booleans())
def test_a_text_is_brought_to_its_width(text: str, width: int, right: bool) -> None:
    """Cut or filled, it takes exactly the cells it is given; what is cut says so."""
    shown = "".join(character for character in text if character.isprintable())
    made = fitted(shown, width, right=right)
    assert length(made) == width
    assert ("…" in made) or shown in made or width == 0


def test_an_empty_column_that_may_go_takes_no_room() -> None:
    """Headings without anything below them are left out, unless the column always stays."""
    columns = (Column("a", "Always"), Column("b", "Perhaps", drop=1))
    assert natural_widths(columns, [Row("1", ("", ""))], headings=True) == [6, 0]
    assert natural_widths(columns, [], headings=True) == [6, 0]
    assert natural_widths(columns, [Row("1", ("x",))], headings=False) == [1, 0]


async def test_keys_move_over_rows_and_pass_headings() -> None:
    """Arrows and letters do the same; a heading is never under the cursor."""
    app = Bare()
    async with app.run_test(size=(60, 10), notifications=True) as pilot:
        grid = app.grid
        grid.put(COLUMNS, rows(50))
        grid.focus()
        assert grid.key == "0"
        for key, expected in (("j", "1"), ("down", "2"), ("k", "1"), ("G", "49"), ("home", "0"), ("k", "0")):
            await pilot.press(key)
            assert grid.key == expected, key
        await pilot.press("pagedown")
        assert grid.key not in {"0", None}
        await pilot.press("enter", "l", "h")
        assert [what for what, _ in app.told] == ["chosen", "opened", "closed"]


async def test_the_cursor_stays_on_its_thing() -> None:
    """Rows put anew in another order leave the cursor on its key, or near where it was when that has gone."""
    app = Bare()
    async with app.run_test(size=(60, 10), notifications=True):
        grid = app.grid
        grid.put(COLUMNS, rows(20))
        assert grid.move_to("7")
        grid.put(COLUMNS, list(reversed(rows(20)[1:])))
        assert grid.key == "7"
        grid.put(COLUMNS, [row for row in rows(20) if row.key != "7"])
        assert grid.key is not None
        grid.put(COLUMNS, [])
        assert grid.key is None
        assert not grid.move_to("7")


async def test_an_empty_list_says_what_to_do() -> None:
    """All lines of the sentence are shown, and no headings over nothing."""
    app = Bare()
    async with app.run_test(size=(60, 10), notifications=True) as pilot:
        app.grid.put(COLUMNS, [])
        await pilot.pause()
        shown = screen_lines(app)
        assert "nothing here" in "\n".join(shown)
        assert "so do something" in "\n".join(shown)
        assert "Name" not in shown[0]


async def test_a_total_stays_on_the_last_line() -> None:
    """However far the rows are scrolled the total is in sight, and the last row above it."""
    app = Bare()
    async with app.run_test(size=(60, 10), notifications=True) as pilot:
        app.grid.put(COLUMNS, rows(50), Row("", ("All of it", "", "", "1,225"), "strong"))
        app.grid.focus()
        await pilot.press("G")
        await pilot.pause()
        shown = screen_lines(app)
        assert shown[-1].startswith("All of it")
        assert "a thing 49" in shown[-2]


async def test_the_mouse_chooses_and_heads() -> None:
    """A click puts the cursor on a row, a double click opens it, one on a heading names its column."""
    app = Bare()
    async with app.run_test(size=(60, 10), notifications=True) as pilot:
        app.grid.put(COLUMNS, rows(5))
        await pilot.pause()
        await pilot.click(Grid, offset=(3, 4))
        assert app.grid.key == "2"
        await pilot.click(Grid, offset=(3, 4), times=2)
        await pilot.click(Grid, offset=(3, 1))
        await pilot.click(Grid, offset=(1, 0))
        assert app.told[0] == ("chosen", "2")
        assert app.told[-1] == ("headed", "name")
        assert app.grid.key == "2"


@pytest.mark.parametrize("width", [20, 80, 300])
async def test_hostile_cells_are_shown_literally(width: int) -> None:
    """Nothing in a cell acts, at any width."""
    app = Bare()
    async with app.run_test(size=(width, 10), notifications=True) as pilot:
        app.grid.put(COLUMNS, [Row("1", (HOSTILE, HOSTILE, "", ""))])
        await pilot.pause()
        shown = screen_lines(app)
        assert not escapes(shown)
        assert width < 300 or SHOWN in "\n".join(shown)
