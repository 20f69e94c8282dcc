"""Finds the line of a value in a TOML text by its path of keys; needed only when there is something to report."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tree_sitter import Node

    from bvtrack.core.finding import Key


@dataclass(frozen=True, slots=True)
class Places:
    """Where things stand in a TOML text.

    `nodes` has a value's node, an element's or a table's header, or the key or header that first names a table by the
    way. `sections` are the headers with the path each leads to, in their order. Offsets are in bytes of UTF-8.
    """

    root: Node
    nodes: dict[Key, Node]
    sections: list[tuple[Key, Node]]


def lines_of(text: str, keys: Iterable[Key]) -> dict[Key, int]:
    """Give the 1-based line of the value at each path, as in `("recommendation", 0, "profile", "budget", "total")`.

    Items of arrays and of arrays of tables are numbered from 0. A path that leads nowhere has the line of the nearest
    place on its way that exists, at last line 1. The text is one that `toml_file.parse` takes.
    """
    nodes = places_of(text.removeprefix("\ufeff").encode()).nodes
    return {key: _nearest(nodes, key) for key in keys}


def _nearest(nodes: dict[Key, Node], key: Key) -> int:
    found = (nodes[key[:length]] for length in range(len(key), 0, -1) if key[:length] in nodes)
    return next((node.start_point.row + 1 for node in found), 1)


def places_of(data: bytes) -> Places:
    """Find every place of a text that `toml_file.parse` takes."""
    import tree_sitter_toml
    from tree_sitter import Language, Parser

    root = Parser(Language(tree_sitter_toml.language())).parse(data).root_node
    places = Places(root, {}, [])
    counts: dict[Key, int] = {}  # how many elements each array of tables has so far
    for node in root.named_children:
        header: Key = ()
        if node.type in {"table", "table_array_element"}:
            header = _enter(node, places.nodes, counts)
            places.sections.append((header, node))
        _read(node, header, places.nodes)
    return places


def _enter(table: Node, nodes: dict[Key, Node], counts: dict[Key, int]) -> Key:
    """Note the places a header names, and give the path it leads to: of an array of tables the last element so far."""
    names = names_of(table.named_children[0])
    path: Key = ()
    for nth, name in enumerate(names, start=1):
        path = (*path, name)
        nodes.setdefault(path, table)
        if nth == len(names) and table.type == "table_array_element":
            counts[path] = counts.get(path, 0) + 1
        if path in counts:
            path = (*path, counts[path] - 1)
            nodes.setdefault(path, table)
    return path


def _read(top: Node, header: Key, nodes: dict[Key, Node]) -> None:
    """Note the places of all pairs and items in a node, whose own path is `header`."""
    waiting = [(top, header)]
    while waiting:
        node, path = waiting.pop()
        if node.type == "pair":
            name, value = node.named_children[0], node.named_children[1]
            for part in names_of(name):
                path = (*path, part)
                nodes.setdefault(path, name)
            nodes[path] = value
            waiting.append((value, path))
        elif node.type == "array":
            items = [child for child in node.named_children if child.type != "comment"]
            for nth, item in enumerate(items):
                nodes[*path, nth] = item
                waiting.append((item, (*path, nth)))
        elif node.type in {"inline_table", "table", "table_array_element"}:
            waiting += [(child, path) for child in node.named_children if child.type == "pair"]


def names_of(key: Node) -> list[str]:
    """Give the parts of a key, dotted or not, as they read without their quotes."""
    parts = []
    while key.type == "dotted_key":  # a dotted key is a key, a dot and its last part
        parts.append(key.named_children[-1])
        key = key.named_children[0]
    return [_name((part.text or b"").decode()) for part in (key, *reversed(parts))]


def _name(part: str) -> str:
    return next(iter(tomllib.loads(f"{part}=0"))) if part[:1] in {'"', "'"} else part
