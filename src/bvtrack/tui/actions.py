"""The one table of actions: what can be done where, by which keys. Bindings, footer, help and palette are drawn of it.

A place is a screen, a pane, or a kind of widget; keys of a nearer place win over those of a wider one. The screen or
pane of the place has a method `action_<id>` for each of its actions.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from textual.binding import Binding

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from textual.binding import BindingType


@dataclass(frozen=True, slots=True)
class Action:
    """Something that can be done: where, by which keys (none: by palette only), its name and what it does.

    `footer` says that its key is worth showing at the bottom of the screen, `panes` in which panes there is something
    for it to act on (none named: everywhere in its place). `does` is Textual's name of it where that is not the id:
    `tab('overview')`.
    """

    place: str
    id: str
    keys: tuple[str, ...]
    label: str
    help: str
    footer: bool = False
    does: str = ""
    panes: tuple[str, ...] = ()

    @property
    def shown_key(self) -> str:
        """The first key as people write it."""
        return shown_key(self.keys[0]) if self.keys else ""


_TABS = {
    "1": ("overview", "Overview", "what a cabinet member needs on one screen"),
    "2": ("recommendations", "Recommendations", "their parts and steps"),
    "3": ("finance", "Finance", "the cabinet's finance table"),
    "4": ("outcomes", "Outcomes", "measures, targets and actuals"),
    "5": ("actions", "Actions", "who does what by when"),
    "7": ("findings", "Findings", "what the rules find"),
    "8": ("log", "Log", "who changed what, when and why"),
}

_WORK = ("overview", "recommendations", "actions")  # panes in which actions and steps stand
_FIGURES = ("recommendations", "finance", "outcomes")
_THINGS = (*_WORK, "finance", "outcomes")
_review = partial(Action, "review", footer=True)

ACTIONS: Final[tuple[Action, ...]] = (
    # in every list
    Action("list", "cursor_down", ("down", "j"), "Down", "move down a line"),
    Action("list", "cursor_up", ("up", "k"), "Up", "move up a line"),
    Action("list", "page_down", ("pagedown", "ctrl+d"), "Page down", "move down a page"),
    Action("list", "page_up", ("pageup", "ctrl+u"), "Page up", "move up a page"),
    Action("list", "first", ("home", "ctrl+home"), "First", "go to the first line"),
    Action("list", "last", ("end", "ctrl+end", "G"), "Last", "go to the last line"),
    Action("list", "choose", ("enter",), "Open", "open the line under the cursor"),
    Action("list", "cursor_left", ("left", "h"), "Close", "fold the line, or go to the line above it"),
    Action("list", "cursor_right", ("right", "l"), "Unfold", "show what the line holds below it"),
    # portfolio
    Action("portfolio", "open", (), "Open review", "open the review under the cursor"),
    Action("portfolio", "sort", ("o",), "Sort", "sort by the next column; or click on a heading", footer=True),
    Action("portfolio", "reverse", ("O",), "Reverse", "turn the order round", footer=True),
    # the panes of a review
    Action("actions", "group", ("g",), "Group", "group by recommendation, owner or month", footer=True),
    Action("actions", "late", ("L",), "Late only", "show only what is late, or all again", footer=True),
    Action("actions", "unfold_all", ("plus",), "Unfold all", "show the steps of all actions, or of none"),
    Action("finance", "layer", ("v",), "Layer", "go from plan to forecast, actual and variance", footer=True),
    Action("finance", "previous_stream", ("left_square_bracket",), "Stream before", "show the stream before"),
    Action("finance", "next_stream", ("right_square_bracket",), "Stream", "show the next stream", footer=True),
    Action("findings", "jump", ("g",), "Go to", "go to the figure the finding is about", footer=True),
    Action("findings", "waive", ("w",), "Waive", "accept the finding, with a reason and an expiry", footer=True),
    Action("findings", "rerun", ("r",), "Run again", "run the rules again", footer=True),
    Action("log", "undo_this", ("u",), "Undo this", "take back the change under the cursor", footer=True),
    # a review
    _review("tick", ("space",), "Tick", "tick or untick a step; complete or reopen an action", panes=_WORK),
    _review("forecast", ("f",), "Forecast", "give the date now expected, and why", panes=_WORK),
    _review("complete", ("c",), "Complete", "complete the action or step, on a day you name", panes=_WORK),
    _review("start", ("s",), "Start", "say that work has begun, on a day you name", panes=_WORK),
    _review("actual", ("a",), "Actual", "record a figure or an amount as it turned out", panes=_FIGURES),
    _review("edit", ("e",), "Edit", "edit what is under the cursor", panes=(*_THINGS, "findings")),
    _review("note", ("n",), "Note", "write a note under the action, measure or amount", panes=_THINGS),
    *(
        Action("review", name, (key,), title, f"{title}: {help_}", does=f"tab('{name}')")
        for key, (name, title, help_) in _TABS.items()
    ),
    _review("undo", ("u",), "Undo", "take back your last change"),
    Action("review", "redo", ("U",), "Redo", "do again what was taken back"),
    Action("review", "reload", ("ctrl+r",), "Reload", "read the review again"),
    # every full screen
    Action("screen", "filter", ("slash",), "Filter", "show only the lines that hold some words", footer=True),
    Action("screen", "as_at", ("d",), "As at", "choose the date the screens speak for", footer=True),
    Action("screen", "back", ("escape",), "Back", "drop the filter, or go back where you came from"),
    # everywhere
    Action("everywhere", "palette", ("colon", "ctrl+p"), "Palette", "find any action by its name"),
    Action("everywhere", "theme", ("ctrl+t",), "Theme", "go on to the next theme"),
    Action("everywhere", "help", ("question_mark",), "Help", "show the keys of this screen", footer=True),
    Action("everywhere", "quit", ("q",), "Quit", "leave", footer=True),
)
PLACES: Final = {
    "actions": "Actions",
    "finance": "Finance",
    "findings": "Findings",
    "log": "Log",
    "portfolio": "Portfolio",
    "review": "Review",
    "list": "In a list",
    "screen": "On every screen",
    "everywhere": "Everywhere",
}
_KEYS: Final = {
    "slash": "/",
    "question_mark": "?",
    "colon": ":",
    "plus": "+",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "escape": "Esc",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "down": "↓",
    "up": "↑",
    "left": "←",
    "right": "→",
    "enter": "Enter",
    "space": "Space",
    "home": "Home",
    "end": "End",
}


def shown_key(key: str) -> str:
    """Write a key as people do: `/`, `Esc`, `^P`."""
    before, plus, last = key.rpartition("+")
    name = _KEYS.get(last, last)
    return f"^{name.upper() if len(name) == 1 else name}" if plus and before == "ctrl" else name


def actions_of(*places: str) -> Iterator[Action]:
    """Yield the actions of places, in the order of the places and the table."""
    for place in places:
        yield from (action for action in ACTIONS if action.place == place)


def reachable(places: Iterable[str]) -> list[Action]:
    """Give the actions that can be done from nested places, the nearest first; a key taken nearer is taken."""
    places = tuple(places)
    taken: set[str] = set()
    found = []
    for place in places:
        fit = (action for action in actions_of(place) if not action.panes or set(action.panes) & set(places))
        here = [action for action in fit if not (action.keys and action.keys[0] in taken)]
        taken.update(key for action in here for key in action.keys)
        found += here
    return found


def bindings(*places: str) -> list[BindingType]:
    """Give the bindings of places, for a class's BINDINGS."""
    return [
        Binding(",".join(action.keys), action.does or action.id, action.label, show=False, id=f"{place}.{action.id}")
        for place in places
        for action in actions_of(place)
        if action.keys
    ]
