"""The tabs of a review: its panes in the order of their keys, each loaded when it is first shown."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from bvtrack.tui.pane import Pane


class Tab(NamedTuple):
    """A pane's key, its title in the tab bar, and its class in the module of the pane's name."""

    key: str
    title: str
    class_name: str


PANES = {
    "overview": Tab("1", "Overview", "Overview"),
    "recommendations": Tab("2", "Recommendations", "Recommendations"),
    "finance": Tab("3", "Finance", "Finance"),
    "outcomes": Tab("4", "Outcomes", "Outcomes"),
    "actions": Tab("5", "Actions", "Actions"),
    "findings": Tab("7", "Findings", "Findings"),
    "log": Tab("8", "Log", "Log"),
}


def make(name: str) -> Pane:
    """Load a pane's module and make the pane; its widget id is its name."""
    pane: Pane = getattr(import_module(f"bvtrack.tui.panes.{name}"), PANES[name].class_name)(id=name)
    return pane
