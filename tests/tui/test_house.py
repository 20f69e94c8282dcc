"""The keyboard face keeps house: one table of actions, data only through `text`, and nothing below `app`."""

from __future__ import annotations

import ast
from importlib import import_module
from pathlib import Path

import pytest
from textual.binding import Binding

from bvtrack.tui.actions import ACTIONS, PLACES, Action, bindings, reachable, shown_key
from bvtrack.tui.app import Bvtrack
from bvtrack.tui.grid import Grid
from bvtrack.tui.screens.full import FullScreen
from bvtrack.tui.screens.portfolio import Portfolio
from bvtrack.tui.screens.review import ReviewScreen
from bvtrack.tui.tabs import PANES

TUI = Path(__file__).parents[2] / "src" / "bvtrack" / "tui"
MODULES = sorted(TUI.rglob("*.py"))
# What draws a text it is given, and the position of that text.
DRAWERS = {"Static", "Label", "update", "notify", "add_row", "add_column", "set_label", "add_leaf", "Button", "Option"}
BELOW = ("bvtrack.store", "bvtrack.checks", "bvtrack.delivery", "bvtrack.files", "bvtrack.report", "sqlite")


def handlers(place: str) -> list[type]:
    """Give the classes that answer the keys of a place."""
    if place in PANES:
        pane: type = getattr(import_module(f"bvtrack.tui.panes.{place}"), PANES[place].class_name)
        return [pane]
    known: dict[str, list[type]] = {
        "list": [Grid],
        "portfolio": [Portfolio],
        "review": [ReviewScreen],
        "screen": [Portfolio, ReviewScreen],
        "everywhere": [Bvtrack],
    }
    return known[place]


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: f"{action.place}.{action.id}")
def test_every_action_has_a_handler_and_help(action: Action) -> None:
    """What the table promises is there, and can be explained."""
    name = (action.does or action.id).partition("(")[0]
    for handler in handlers(action.place):
        assert callable(getattr(handler, f"action_{name}", None)), handler
    assert action.help
    assert action.label
    assert action.place in PLACES


def test_no_key_means_two_things_in_one_place() -> None:
    """Keys are told once in each place."""
    for place in PLACES:
        keys = [key for action in ACTIONS if action.place == place for key in action.keys]
        assert len(keys) == len(set(keys)), place


def test_no_key_of_the_review_is_a_key_of_every_list_or_screen() -> None:
    """A key of the review never hides one that works everywhere."""
    wide = {key for action in ACTIONS if action.place in {"list", "screen", "everywhere"} for key in action.keys}
    near = {key for action in ACTIONS if action.place in {"review", "portfolio", *PANES} for key in action.keys}
    assert near & wide == set()


def test_a_nearer_key_hides_the_wider_one() -> None:
    """In the log `u` takes back the change under the cursor, and the last change of the review is not offered."""
    undo = [action.id for action in reachable(("log", "review")) if "u" in action.keys]
    assert undo == ["undo_this"]


@pytest.mark.parametrize(
    ("pane", "offered"),
    [
        ("overview", {"tick", "forecast", "complete", "start", "edit", "note"}),
        ("recommendations", {"tick", "forecast", "complete", "start", "actual", "edit", "note"}),
        ("actions", {"tick", "forecast", "complete", "start", "edit", "note"}),
        ("finance", {"actual", "edit", "note"}),
        ("outcomes", {"actual", "edit", "note"}),
        ("findings", {"edit"}),
        ("log", set()),
    ],
)
def test_only_keys_that_do_something_in_the_pane_are_offered(pane: str, offered: set[str]) -> None:
    """Steps are ticked where there are steps, figures recorded where there are figures."""
    recording = {"tick", "forecast", "complete", "start", "actual", "edit", "note"}
    assert {action.id for action in reachable((pane, "review"))} & recording == offered


def test_bindings_come_from_the_table() -> None:
    """Screens and panes bind what the table says, by its ids."""
    for handler in (Bvtrack, FullScreen, ReviewScreen, Portfolio, Grid):
        known = {binding.id for place in PLACES for binding in bindings(place) if isinstance(binding, Binding)}
        own = {binding.id for binding in handler.BINDINGS if isinstance(binding, Binding)}
        assert own
        assert own <= known


@pytest.mark.parametrize(
    ("key", "shown"), [("slash", "/"), ("ctrl+p", "^P"), ("G", "G"), ("escape", "Esc"), ("ctrl+home", "^Home")]
)
def test_keys_are_shown_as_people_write_them(key: str, shown: str) -> None:
    """Textual's names of keys are not shown."""
    assert shown_key(key) == shown


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(TUI)))
def test_no_text_reaches_a_widget_but_through_text(path: Path) -> None:
    """What draws a text is given a constant, or what `tui.text` has made safe: never an f-string or a bare value."""
    if path.name == "text.py":
        return
    tree = ast.parse(path.read_text("utf-8"))
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if name in DRAWERS:
            for argument in node.args:
                assert not isinstance(argument, ast.JoinedStr | ast.BinOp), f"{path.name}:{node.lineno}: {name}"
                if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                    assert "[" not in argument.value, f"{path.name}:{node.lineno}: {name}"


def is_for_types(node: ast.AST) -> bool:
    """Tell whether a statement is there for the type checker alone."""
    return isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(TUI)))
def test_screens_hold_no_sql_no_rules_and_no_markup(path: Path) -> None:
    """The face names `app` and types of `core`, and never reads markup."""
    text = path.read_text("utf-8")
    tree = ast.parse(text)
    typing = {id(one) for node in ast.walk(tree) if is_for_types(node) for one in ast.walk(node)}
    for node in ast.walk(tree):
        if id(node) in typing:
            continue
        modules = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        modules += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        assert not [module for module in modules if module.startswith(BELOW)], path.name
    for word in ("from_markup", "markup=True", "SELECT ", "Text.from_markup", "PRAGMA"):
        assert word not in text, path.name


def test_the_app_class_is_small() -> None:
    """Logic is in `app`, state in the screens: the application class itself stays under 120 lines."""
    tree = ast.parse((TUI / "app.py").read_text("utf-8"))
    found = next(node for node in ast.walk(tree) if isinstance(node, ast.ClassDef))
    assert (found.end_lineno or 0) - found.lineno < 120
