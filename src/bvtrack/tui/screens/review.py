"""The workspace of one review: a tab bar, one pane in sight, and the actions on what is under the pane's cursor.

Panes draw and post; this screen records through `app` and draws anew. What somebody else commits meanwhile comes into
sight within two seconds, with the cursor where it was.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Container

from bvtrack.app.show.view import review_view
from bvtrack.core.errors import ConflictProblem, Problem, UsageProblem
from bvtrack.tui.actions import bindings
from bvtrack.tui.bars import Heading, KeyBar, TabBar
from bvtrack.tui.pane import Pane
from bvtrack.tui.screens.full import FullScreen
from bvtrack.tui.tabs import PANES, make
from bvtrack.tui.text import tell, tell_problem

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult

    from bvtrack.app.show.thing import Thing
    from bvtrack.app.show.view import ReviewView
    from bvtrack.core.review import Review

POLL_SECONDS = 2


class ReviewScreen(FullScreen):
    """The screen. `view` is the review as last loaded; every change rests on it."""

    PLACE = "review"
    BINDINGS: ClassVar = bindings("review")

    def __init__(self, name: str, pane: str = "overview", view: ReviewView | None = None) -> None:
        super().__init__()
        self.review_id = name
        self.shown = pane
        self._filters: dict[str, str] = {}
        self._drawn: set[str] = set()
        self._trail: list[str] = []
        self._loaded = view
        self.view: ReviewView

    def body(self) -> ComposeResult:
        """Stack the tabs over the pane in sight."""
        self.view = self._loaded or review_view(self.bvtrack.desk, self.review_id, self.bvtrack.as_at)
        self._version = self.version()
        yield TabBar(PANES)
        with Container(id="panes"):
            yield make(self.shown)

    def places(self) -> tuple[str, ...]:
        """Give the pane's place, then the review's."""
        return (self.shown, "review", "list", "screen", "everywhere")

    @property
    def pane(self) -> Pane:
        """The pane in sight."""
        return self.query_one(f"#{self.shown}", Pane)

    def on_mount(self) -> None:
        """Draw the first pane, and begin to look for what others commit."""
        self._draw()
        self.pane.focus_main()
        self.set_interval(POLL_SECONDS, self.notice)

    # drawing

    def _draw(self) -> None:
        """Draw the lines around and the pane in sight; other panes are drawn when they come into sight."""
        review = self.view.review
        self.query_one(Heading).show(
            ((review.title, "strong"), (f"  {review.authority}", "quiet")), self.speaking_for()
        )
        self.query_one(TabBar).show(self.shown)
        self.query_one(KeyBar).show(*self.places())
        self._drawn = {self.shown}
        self.pane.show(self.view)

    def reload(self) -> None:
        """Load the review again and draw it; where it has gone, go to the portfolio.

        Where it cannot be read for the moment, the next look tries again.
        """
        desk = self.bvtrack.desk
        version = self.version()
        try:
            self.view = review_view(desk, self.review_id, self.bvtrack.as_at)
        except UsageProblem as problem:
            tell_problem(self.app, problem)
            self.bvtrack.go(self.bvtrack.portfolio_screen())
            return
        except Problem as problem:
            self._version = None
            tell_problem(self.app, problem)
            return
        self._version = version
        self._draw()

    def notice(self) -> None:
        """Reload where another connection has committed."""
        if not self.in_sight():
            return
        version = self.version()
        if version is not None and version != self._version:
            self.reload()

    def redate(self) -> None:
        """Draw for the application's date."""
        self.reload()

    def narrow(self, text: str) -> None:
        """Narrow the pane in sight."""
        self._filters[self.shown] = text
        self.pane.filter(text)

    def focus_main(self) -> None:
        """Put the focus into the pane in sight."""
        self.pane.focus_main()

    # going about

    async def action_tab(self, name: str) -> None:
        """Go to a pane."""
        self._trail.clear()
        await self._bring(name)

    async def _bring(self, name: str) -> None:
        """Bring a pane into sight, made when first asked for."""
        if name == self.shown:
            self.pane.focus_main()
            return
        self.pane.display = False
        self.shown = name
        if not self.query(f"#{name}"):
            await self.query_one("#panes").mount(make(name))
        self.pane.display = True
        line = self.filter_line()
        if line is not None:
            line.put(self._filters.get(name, ""))
        self.query_one(TabBar).show(name)
        self.query_one(KeyBar).show(*self.places())
        if name not in self._drawn:
            self._drawn.add(name)
            self.pane.show(self.view)
        self.pane.focus_main()

    async def action_back(self) -> None:
        """Drop the filter, else go back to the pane a jump began at, else to all reviews."""
        if self.drop_filter():
            return
        if self._trail:
            await self._bring(self._trail.pop())
        else:
            self.bvtrack.go(self.bvtrack.portfolio_screen())

    @on(Pane.Jump)
    async def _jump(self, message: Pane.Jump) -> None:
        if message.pane != self.shown:
            self._trail.append(self.shown)
        await self._bring(message.pane)
        if not self.pane.go_to(message.address):
            tell(self.app, f"{message.address} is not in sight here")

    @on(Pane.Open)
    def _open(self, message: Pane.Open) -> None:
        from bvtrack.tui.screens.breakdown import Breakdown

        self.app.push_screen(Breakdown(self.view, message.address))

    @on(Pane.Edit)
    def _edit(self, message: Pane.Edit) -> None:
        from bvtrack.tui.screens.requests import edit

        edit(self, message.address)

    @on(Pane.Undo)
    def _undo_number(self, message: Pane.Undo) -> None:
        from bvtrack.app.history import undo

        self.write(lambda _seen: undo(self.bvtrack.desk, self.review_id, message.number), "taken back")

    @on(Pane.Waive)
    def _waive(self, message: Pane.Waive) -> None:
        from bvtrack.tui.screens.requests import waive

        waive(self, message.code, message.address)

    # recording

    def write(
        self,
        work: Callable[[Review], object],
        done: str = "",
        then: Callable[[Problem | None], None] | None = None,
        seen: Review | None = None,
    ) -> None:
        """Do a piece of work that rests on the review as seen (when its form was opened), and draw what came of it.

        `then` is told how it ended, None for well; without it a problem is shown in passing. Where somebody else
        changed the same thing first both versions are shown, and the user's is repeated on what is now if so chosen.
        """
        try:
            work(seen or self.view.review)
        except ConflictProblem as conflict:
            self._conflict(conflict, work, done, then)
            return
        except Problem as problem:
            if then is None:
                tell_problem(self.app, problem)
            else:
                then(problem)
            return
        self.reload()
        if done:
            tell(self.app, done)
        if then is not None:
            then(None)

    def _conflict(
        self,
        conflict: ConflictProblem,
        work: Callable[[Review], object],
        done: str,
        then: Callable[[Problem | None], None] | None,
    ) -> None:
        from bvtrack.tui.screens.conflict import ConflictScreen

        def chosen(choice: str | None) -> None:
            self.reload()
            if choice == "mine":
                self.write(work, done, then)
            elif then is not None and choice is None:
                then(conflict)
            elif then is not None:
                then(None)

        self.app.push_screen(ConflictScreen(conflict.place, done, conflict.seen, conflict.now), chosen)

    def under_cursor(self, *kinds: str) -> Thing | None:
        """Give the thing under the cursor if it is of one of the kinds, else say what the key is for."""
        from bvtrack.app.show.thing import thing

        address = self.pane.address()
        found = thing(self.view.review, address) if address else None
        if found is None or (kinds and found.kind not in kinds):
            what = " or ".join(kinds) if kinds else "thing with an address"
            tell(self.app, f"put the cursor on a {what} first", severity="warning")
            return None
        return found

    def action_tick(self) -> None:
        """Tick or untick the step, complete or reopen the action."""
        from bvtrack.tui.screens.requests import tick

        tick(self)

    def action_complete(self) -> None:
        """Complete on a day."""
        from bvtrack.tui.screens.requests import on_a_day

        on_a_day(self, "complete", "Complete")

    def action_start(self) -> None:
        """Start on a day."""
        from bvtrack.tui.screens.requests import on_a_day

        on_a_day(self, "start", "Start")

    def action_forecast(self) -> None:
        """Give a new date and why."""
        from bvtrack.tui.screens.requests import forecast

        forecast(self)

    def action_actual(self) -> None:
        """Record a figure as it turned out."""
        from bvtrack.tui.screens.requests import actual

        actual(self)

    def action_note(self) -> None:
        """Write a note."""
        from bvtrack.tui.screens.requests import note

        note(self)

    def action_edit(self) -> None:
        """Edit what is under the cursor."""
        from bvtrack.tui.screens.requests import edit

        found = self.under_cursor()
        if found is not None:
            edit(self, found.address)

    def action_undo(self) -> None:
        """Take back the last change."""
        from bvtrack.app.history import undo

        self.write(lambda _seen: undo(self.bvtrack.desk, self.review_id), "your last change is taken back")

    def action_redo(self) -> None:
        """Do it again."""
        from bvtrack.app.history import redo

        self.write(lambda _seen: redo(self.bvtrack.desk, self.review_id), "done again")

    def action_reload(self) -> None:
        """Read the review again."""
        self.reload()
