"""The Actions pane: the implementation plan, by recommendation, owner or month, with steps to tick below."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.widgets import Static

from bvtrack.app.show.actions import GROUPINGS, ActionLine, Grouping, StepLine, groups
from bvtrack.app.show.colours import present
from bvtrack.tui.actions import bindings
from bvtrack.tui.colours import key
from bvtrack.tui.columns import Column, Row
from bvtrack.tui.grid import Grid
from bvtrack.tui.pane import Pane
from bvtrack.tui.text import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.app import ComposeResult

    from bvtrack.app.show.actions import Group
    from bvtrack.app.show.view import ReviewView

COLUMNS = (
    Column("address", "Action"),
    Column("text", "What", flex=True, least=18),
    Column("owner", "Owner", drop=3),
    Column("first", "First due", drop=4),
    Column("due", "Due"),
    Column("forecast", "Forecast", drop=2),
    Column("status", "Status"),
    Column("colour", "Colour"),
    Column("steps", "Steps", right=True, drop=1),
    Column("slippage", "Slippage", drop=5),
    Column("months", "Late", right=True, unless="slippage"),
)


class Actions(Pane):
    """The pane; which actions are unfolded, how they are grouped and what is left out is its own state."""

    BINDINGS: ClassVar = bindings("actions")

    def __init__(self, id: str | None = None) -> None:  # noqa: A002 — Textual's name
        super().__init__(id=id)
        self._view: ReviewView | None = None
        self._by: Grouping = "recommendation"
        self._late_only = False
        self._holding = ""
        self._unfolded: set[str] = set()

    def compose(self) -> ComposeResult:
        """Put a line about the list over the list, and the key of its colours below."""
        yield Static("", id="actions-about")
        yield Grid(id="actions-list")
        yield Static("", id="actions-key")

    def show(self, view: ReviewView) -> None:
        """Draw the plan."""
        self._view = view
        self._draw()

    def address(self) -> str | None:
        """Give the address of the action or step under the cursor."""
        key = self.query_one(Grid).key
        return key.partition(" ")[0] if key else None

    def focus_main(self) -> None:
        """Put the focus on the list."""
        self.query_one(Grid).focus()

    def go_to(self, address: str) -> bool:
        """Go to an action, or to a step, which unfolds its action."""
        action = address.partition("/")[0]
        if "/" in address and address.rpartition("/")[2].isdecimal():
            self._unfolded.add(action)
            self._draw()
        return self._to(address) or self._to(action)

    def filter(self, text: str) -> None:
        """Show the actions that hold the text, in their own words or a step's."""
        self._holding = text
        self._draw()

    def action_group(self) -> None:
        """Group by the next thing."""
        self._by = GROUPINGS[(GROUPINGS.index(self._by) + 1) % len(GROUPINGS)]
        self._draw()

    def action_late(self) -> None:
        """Show only what is late, or all."""
        self._late_only = not self._late_only
        self._draw()

    def action_unfold_all(self) -> None:
        """Show all steps, or none."""
        everything = {line.address for group in self._groups() for line in group.actions if line.steps}
        self._unfolded = set() if everything <= self._unfolded else everything
        self._draw()

    @on(Grid.Chosen)
    def _chosen(self, message: Grid.Chosen) -> None:
        address = message.key.partition(" ")[0]
        if "/" not in address:
            self._fold(address, opened=address not in self._unfolded)

    @on(Grid.Folded)
    def _folded(self, message: Grid.Folded) -> None:
        address = message.key.partition(" ")[0]
        action = address.partition("/")[0]
        if not message.opened and action != address:
            self._to(action)
        else:
            self._fold(action, opened=message.opened)

    def _fold(self, action: str, *, opened: bool) -> None:
        (self._unfolded.add if opened else self._unfolded.discard)(action)
        self._draw()

    def _to(self, address: str) -> bool:
        grid = self.query_one(Grid)
        found = next((row.key for row in grid.rows if row.key.partition(" ")[0] == address and not row.heading), None)
        return found is not None and grid.move_to(found)

    def _groups(self) -> tuple[Group, ...]:
        if self._view is None:
            return ()
        return groups(self._view, self._by, late_only=self._late_only, holding=self._holding)

    def _draw(self) -> None:
        shown = self._groups()
        grid = self.query_one(Grid)
        grid.empty = self._nothing()
        here, address = grid.key, self.address()
        grid.put(COLUMNS, [row for nth, group in enumerate(shown) for row in self._rows(nth, group)])
        if address is not None and grid.key != here:
            self._to(address)  # the same action in another group
        about = f"by {self._by}" + (", late only" if self._late_only else "")
        held = f", holding “{self._holding}”" if self._holding else ""
        count = len({line.address for group in shown for line in group.actions})
        self.query_one("#actions-about", Static).update(
            words((f"{count} {'action' if count == 1 else 'actions'} ", "strong"), (about + held, "quiet"))
        )

        of_steps = (step.shade for group in shown for line in group.actions for step in line.steps)
        self.query_one("#actions-key", Static).update(key(present(self._view.bands, of_steps) if self._view else ()))

    def _nothing(self) -> str:
        if self._holding:
            return "nothing holds these words: Esc drops the filter"
        if self._late_only:
            return "nothing is late: L shows all actions"
        return "no actions yet: bvtrack add 1 part text=… adds one"

    def _rows(self, nth: int, group: Group) -> Iterator[Row]:
        """Give a group's heading, its actions, and the steps of those unfolded.

        By owner an action can stand in several groups: the group's number after its address tells its rows apart.
        """
        mark = f" {nth}" if self._by == "owner" else ""
        yield Row(f"group {nth}", ((group.heading, "title"),), heading=True)
        for line in group.actions:
            open_ = line.address in self._unfolded
            yield _action_row(line, mark, open_=open_)
            if open_:
                yield from (_step_row(step, mark) for step in line.steps)


def _action_row(line: ActionLine, mark: str, *, open_: bool) -> Row:
    fold = "▾ " if open_ and line.steps else "▸ " if line.steps else "  "
    late = "late" if line.status.tone == "late" else "soon"
    return Row(
        line.address + mark,
        (
            fold + line.address,
            line.text,
            (line.owner, "quiet"),
            (line.first, "quiet"),
            line.due,
            (line.forecast, "soon"),
            (str(line.status), line.status.tone),
            (line.shade.word, line.shade.tone),
            (line.steps_said, "quiet"),
            (line.slippage, late),
            (line.months, late),
        ),
    )


def _step_row(step: StepLine, mark: str) -> Row:
    tick = ("    [x]", "good") if step.done else "    [ ]"
    text = (step.text, "quiet") if step.done else step.text
    return Row(
        step.address + mark,
        (tick, text, (step.owner, "quiet"), "", (step.due, "quiet"), "", "", step.shade, "", "", ""),
    )
