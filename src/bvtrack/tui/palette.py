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

    from bvtrack.tui.actions import Action


class ActionsByName(Provider):
    """Offers the actions of the table whose place is in sight."""

    async def discover(self) -> AsyncIterator[DiscoveryHit]:  # type: ignore[override]
        """Offer all of them before anything is typed."""
        for action in self._actions():
            name = f"{action.label}  {action.shown_key}".rstrip()
            yield DiscoveryHit(words(name), partial(self._do, action), text=action.label, help=action.help)

    async def search(self, query: str) -> AsyncIterator[Hit]:  # type: ignore[override]
        """Offer those whose name or help has what is typed."""
        matcher = self.matcher(query)
        for action in self._actions():
            name = f"{action.label}: {action.help}"
            score = matcher.match(name)
            if score > 0:
                yield Hit(score, matcher.highlight(name), partial(self._do, action), text=name, help=action.shown_key)

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
