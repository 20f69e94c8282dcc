"""Finds the line of a value in a TOML text by its path of keys; needed only when there is something to report."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tree_sitter import Node

    from bvtrack.core.finding import Key


def lines_of(text: str, keys: Iterable[Key]) -> dict[Key, int]:
    """Give the 1-based line of the value at each path, as in `("recommendation", 0, "profile", "budget", "total")`.

    Items of arrays and of arrays of tables are numbered from 0. A path that leads nowhere has the line of the nearest
    place on its way that exists, at last line 1.
    """
    lines = _index(text)
    return {key: _nearest(lines, key) for key in keys}


def _nearest(lines: dict[Key, int], key: Key) -> int:
    return next((lines[key[:length]] for length in range(len(key), 0, -1) if key[:length] in lines), 1)


def _index(text: str) -> dict[Key, int]:
    """Give the line of every place of the text. What the grammar cannot read is left out."""
    import tree_sitter_toml
    from tree_sitter import Language, Parser

    data = text.removeprefix("\ufeff").encode("utf-8", "replace")
    root = Parser(Language(tree_sitter_toml.language())).parse(data).root_node
    lines: dict[Key, int] = {}
    counts: dict[Key, int] = {}  # how many elements each array of tables has so far
    for node in root.named_children:
        header: Key = ()
        if node.type in {"table", "table_array_element"}:
            header = _enter(node, lines, counts)
        _read(node, header, lines)
    return lines


def _enter(table: Node, lines: dict[Key, int], counts: dict[Key, int]) -> Key:
    """Note the places a header names, and give the path it leads to: of an array of tables the last element so far."""
    names = _names(table.named_children[0])
    line = table.start_point.row + 1
    path: Key = ()
    for nth, name in enumerate(names, start=1):
        path = (*path, name)
        lines.setdefault(path, line)
        if nth == len(names) and table.type == "table_array_element":
            counts[path] = counts.get(path, 0) + 1
        if path in counts:
            path = (*path, counts[path] - 1)
            lines.setdefault(path, line)
    return path


def _read(top: Node, header: Key, lines: dict[Key, int]) -> None:
    """Note the places of all pairs and items in a node, whose own path is `header`."""
    waiting = [(top, header)]
    while waiting:
        node, path = waiting.pop()
        if node.type == "pair":
            name, value = node.named_children[0], node.named_children[-1]
            for part in _names(name):
                path = (*path, part)
                lines.setdefault(path, name.start_point.row + 1)
            waiting.append((value, path))
        elif node.type == "array":
            items = [child for child in node.named_children if child.type != "comment"]
            for nth, item in enumerate(items):
                lines[*path, nth] = item.start_point.row + 1
                waiting.append((item, (*path, nth)))
        elif node.type in {"inline_table", "table", "table_array_element"}:
            waiting += [(child, path) for child in node.named_children if child.type == "pair"]


def _names(key: Node) -> list[str]:
    """Give the parts of a key, dotted or not, as they read without their quotes."""
    parts = []
    while key.type == "dotted_key":  # a dotted key is a key, a dot and its last part
        parts.append(key.named_children[-1])
        key = key.named_children[0]
    return [_name((part.text or b"").decode()) for part in (key, *reversed(parts))]


def _name(part: str) -> str:
    return next(iter(tomllib.loads(f"{part}=0"))) if part[:1] in {'"', "'"} else part
