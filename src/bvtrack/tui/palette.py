"""The palette: every action that can be done here, and every review, found by name."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from textual.command import DiscoveryHit, Hit, Provider

from bvtrack.tui.actions import reachable
from bvtrack.tui.screens.full import FullScreen
from bvtrack.tui.text import words

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from textual.content import Content

    from bvtrack.tui.actions import Action


class ActionsByName(Provider):
    """Offers the actions of the table whose place is in sight."""

    async def discover(self) -> AsyncIterator[DiscoveryHit]:
        """Offer all of them before anything is typed."""
        for action in self._actions():
            yield DiscoveryHit(_name(action), partial(self._do, action), text=action.label, help=action.help)

    async def search(self, query: str) -> AsyncIterator[Hit]:
        """Offer those whose name or help has what is typed."""
        matcher = self.matcher(query)
        for action in self._actions():
            score = max(matcher.match(action.label), matcher.match(action.help))
            if score > 0:
                yield Hit(score, _name(action), partial(self._do, action), text=action.label, help=action.help)

    def _actions(self) -> Iterator[Action]:
        screen = self.screen
        places = screen.places() if isinstance(screen, FullScreen) else ("everywhere",)
        return (action for action in reachable(places) if action.place != "list" and action.id != "palette")

    async def _do(self, action: Action) -> None:
        """Do it where its key would be heard: at the focus, else on the screen, else in the application."""
        name = action.does or action.id
        method = f"action_{name.partition('(')[0]}"
        screen = self.screen
        nodes = [*(screen.focused.ancestors_with_self if screen.focused else ()), screen, self.app]
        node = next((node for node in nodes if hasattr(node, method)), cast("object", self.app))
        await self.app.run_action(name, default_namespace=node)  # type: ignore[arg-type]


def _name(action: Action) -> Content:
    return words((action.label, "strong"), "  ", (action.shown_key, "title"))
