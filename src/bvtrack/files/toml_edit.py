"""Edits a TOML text so that only what changed changes: comments, order, spelling and blank lines of the rest stay."""

from __future__ import annotations

from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, cast

from bvtrack.files.toml_place import Places, names_of, places_of
from bvtrack.files.toml_text import key, literal, pair, section, tables_in

if TYPE_CHECKING:
    from tree_sitter import Node

    from bvtrack.core.finding import Key
    from bvtrack.core.plain import Plain, Table

_HEADERS = frozenset({"table", "table_array_element"})


@dataclass(frozen=True, slots=True)
class _Draft:
    """A text, its places, the keys whose tables have headers, and the changes so far: from, to, and what instead."""

    data: bytes
    places: Places
    sections: frozenset[str]
    changes: list[tuple[int, int, str]] = field(default_factory=list)


def edited(text: str, old: Table, new: Table, sections: frozenset[str]) -> str:
    """Change a text that holds `old` into one that holds `new`; new tables under keys in `sections` get headers.

    Items of lists are matched by `id` or `name`, else by what they hold and where they stand. A comment on the lines
    above a header goes with its table, one behind a value with the value. Whether the result holds `new` is for the
    caller to see: not every spelling can be edited.
    """
    data = text.encode()
    draft = _Draft(data, places_of(data), sections)
    _table(draft, (), old, new)
    pieces, done = [], 0
    # where a table ends its own new pairs stand before the sections that follow it
    for start, end, put in sorted(draft.changes, key=lambda change: (*change[:2], change[2].startswith("\n\n"))):
        pieces += [data[done:start], put.encode()]
        done = max(done, end)
    return b"".join([*pieces, data[done:]]).decode()


def _table(draft: _Draft, path: Key, old: Table, new: Table) -> None:
    node = draft.places.nodes.get(path)
    if node is not None and node.type == "inline_table" and old.keys() != new.keys():
        _replace(draft, node, literal(new))
        return
    for name in old:
        if name not in new:
            _remove(draft, (*path, name))
    added = {name: bool(_sections(draft, name, value)) for name, value in new.items() if name not in old}
    for name in (name for name, below in added.items() if not below):  # a table's own pairs stand before all sections
        _add(draft, path, name, new[name])
    for name, value in new.items():
        if name in old:
            _value(draft, (*path, name), old[name], value)
    for name in (name for name, below in added.items() if below):
        _add(draft, path, name, new[name])


def _value(draft: _Draft, path: Key, old: Plain, new: Plain) -> None:
    if literal(old) == literal(new):
        return
    node = draft.places.nodes[path]
    if isinstance(old, dict) and isinstance(new, dict):
        _table(draft, path, old, new)
    elif isinstance(old, list) and isinstance(new, list):
        (_array if node.type == "array" else _elements)(draft, path, old, new)
    elif node.type not in _HEADERS:
        _replace(draft, node, literal(new))


def _array(draft: _Draft, path: Key, old: list[Plain], new: list[Plain]) -> None:
    """Change the items of an array; where some come or go it is laid out anew around the items that stay."""
    node, kept = draft.places.nodes[path], _matched(old, new)
    if kept == list(range(len(old))):
        for nth, item in enumerate(new):
            _value(draft, (*path, nth), old[nth], item)
        return
    printed, rest = _printed_items(draft.data, node)
    items = []
    for item, place in zip(new, kept, strict=True):
        above, text, behind = ([], "", "") if place is None else printed[place]
        same = place is not None and literal(old[place]) == literal(item)
        items.append((above, text if same else literal(item), behind))
    if node.start_point.row == node.end_point.row:
        _replace(draft, node, f"[{', '.join(text for _, text, _ in items)}]")
    else:
        lines = [line for above, text, behind in items for line in (*above, f"{text},{behind}")]
        _replace(draft, node, "".join(["[\n", *(f"  {line}\n" for line in (*lines, *rest)), "]"]))


def _printed_items(data: bytes, array: Node) -> tuple[list[tuple[list[str], str, str]], list[str]]:
    """Give each item of an array with the comments above and the one behind it, and the comments after the last."""
    items: list[tuple[list[str], str, str]] = []
    above: list[str] = []
    last = array
    for child in array.named_children:
        if child.type != "comment":
            items.append((above, _text(data, child.start_byte, child.end_byte), ""))
            above, last = [], child
        elif items and not above and child.start_point.row == last.end_point.row:
            items[-1] = (*items[-1][:2], _text(data, last.end_byte, child.end_byte).replace(",", "", 1))
        else:
            above.append(_text(data, child.start_byte, child.end_byte))
    return items, above


def _text(data: bytes, start: int, end: int) -> str:
    return data[start:end].decode()


def _elements(draft: _Draft, path: Key, old: list[Plain], new: list[Plain]) -> None:
    """Change the elements of a list of tables that have headers of their own."""
    kept = _matched(old, new)
    for item, nth in zip(new, kept, strict=True):
        if nth is not None:
            _value(draft, (*path, nth), old[nth], item)
    for nth in range(len(old)):
        if nth not in kept:
            _remove(draft, (*path, nth))
    last: int | None = None
    for item, nth in zip(new, kept, strict=True):
        if nth is not None:
            last = nth
            continue
        lines = section(_names(path), cast("Table", item), draft.sections, element=True)
        if last is None:
            first = next(at for at, (header, _) in enumerate(draft.places.sections) if header == (*path, 0))
            start = _start(draft, first)
            draft.changes.append((start, start, "\n" + "\n".join(lines)))
        else:
            _append(draft, (*path, last), lines)


def _matched(old: list[Plain], new: list[Plain]) -> list[int | None]:
    """Give for each new item the number of the old one it is; None for one that is really new."""
    matcher = SequenceMatcher(
        None, [_identity(item) for item in old], [_identity(item) for item in new], autojunk=False
    )
    matched: list[int | None] = []
    for _, start, end, to_start, to_end in matcher.get_opcodes():
        for at in range(to_end - to_start):
            nth = start + at
            same = nth < end and _is(old[nth], new[to_start + at])
            matched.append(nth if same else None)
    return matched


def _identity(item: Plain) -> str:
    name = (item.get("id") or item.get("name")) if isinstance(item, dict) else None
    return literal(name or item)


def _is(old: Plain, new: Plain) -> bool:
    """Tell whether the new item can be the old one with other values: those with an id or a name keep it."""
    named = [isinstance(item, dict) and not {"id", "name"}.isdisjoint(item) for item in (old, new)]
    return _identity(old) == _identity(new) if any(named) else True


def _add(draft: _Draft, path: Key, name: str, value: Plain) -> None:
    """Add a key to a table: as a section of its own, below the last pair, or in place of what stands there unread."""
    below = (*path, name)
    node = draft.places.nodes.get(below)
    if node is not None and node.type in _HEADERS:
        _table(draft, below, {}, cast("Table", value))
    elif node is not None:
        _replace(draft, node, literal(value))
    elif _sections(draft, name, value):
        for item in _sections(draft, name, value):
            _append(draft, path, section(_names(below), item, draft.sections, element=isinstance(value, list)))
    else:
        own = (
            draft.places.root
            if not path
            else next((at for header, at in draft.places.sections if header == path), None)
        )
        dotted = _dotted(draft, path)
        if dotted:
            end, above = _line_end(draft.data, dotted[-1].end_byte), path[len(_header(draft, dotted[-1])) :]
            draft.changes.append((end, end, f"\n{'.'.join(map(key, _names(above)))}.{pair(name, value)}"))
        elif own is None:
            _append(draft, path, section(_names(path), {name: value}, draft.sections, element=False))
        else:
            end = _end(draft, own)
            draft.changes.append((end, end, "\n" + pair(name, value, _width(draft, own))))


def _sections(draft: _Draft, name: str, value: Plain) -> list[Table]:
    """Give the tables of a value that are to stand below headers of their own."""
    return tables_in(value) if name in draft.sections else []


def _append(draft: _Draft, path: Key, lines: list[str]) -> None:
    """Put lines below all that a table holds."""
    ends = [_end(draft, node) for header, node in draft.places.sections if header[: len(path)] == path]
    end = max(ends, default=_end(draft, draft.places.root))
    draft.changes.append((end, end, "\n" + "\n".join(lines)))


def _remove(draft: _Draft, path: Key) -> None:
    """Take a pair, or all of a dotted key, away with its line, or all sections of a table with the comments above."""
    for nth, (header, node) in enumerate(draft.places.sections):
        if header[: len(path)] == path:
            draft.changes.append((_start(draft, nth), _end(draft, node), ""))
    node = draft.places.nodes[path]
    above = node.parent
    own = [above] if above is not None and above.type == "pair" and above.named_children[1] == node else []
    for one in own or _dotted(draft, path):
        start, end = _line_start(draft.data, one.start_byte), _line_end(draft.data, one.end_byte)
        draft.changes.append((start - 1, end, "") if start else (0, end + 1, ""))


def _replace(draft: _Draft, node: Node, text: str) -> None:
    draft.changes.append((node.start_byte, node.end_byte, text))


def _names(path: Key) -> tuple[str, ...]:
    return tuple(name for name in path if isinstance(name, str))


def _pairs(node: Node) -> list[Node]:
    return [child for child in node.named_children if child.type == "pair"]


def _dotted(draft: _Draft, path: Key) -> list[Node]:
    """Give the pairs that make a table of dotted keys; none where it is spelled otherwise."""
    first = draft.places.nodes.get(path)
    if first is None or first.type != "dotted_key" or first.parent is None or first.parent.parent is None:
        return []
    header = _header(draft, first.parent)
    pairs = _pairs(first.parent.parent)
    return [one for one in pairs if (*header, *names_of(one.named_children[0]))[: len(path)] == path]


def _header(draft: _Draft, pair: Node) -> Key:
    """Give the path of the section a pair stands in."""
    return next((header for header, section in draft.places.sections if section == pair.parent), ())


def _end(draft: _Draft, node: Node) -> int:
    """Give where the last line of a section's own pairs ends, or of its header if it has none."""
    last = [*node.named_children[:1], *_pairs(node)][-1]
    return _line_end(draft.data, last.end_byte)


def _start(draft: _Draft, nth: int) -> int:
    """Give where the text before a section ends, which is before the comments right above its header."""
    sections = draft.places.sections
    floor = _end(draft, sections[nth - 1][1] if nth else draft.places.root)
    start = _line_start(draft.data, sections[nth][1].start_byte)
    above = _line_start(draft.data, start - 1)
    while above > floor and draft.data[above:start].lstrip().startswith(b"#"):
        start, above = above, _line_start(draft.data, above - 1)
    return len(draft.data[:start].rstrip())


def _width(draft: _Draft, node: Node) -> int:
    """Give how wide the keys of a section are filled up, as its last pair shows."""
    last = _pairs(node)[-1:]
    return sum(draft.data[one.start_byte : one.named_children[1].start_byte].rstrip().rfind(b"=") - 1 for one in last)


def _line_start(data: bytes, offset: int) -> int:
    return data.rfind(b"\n", 0, offset) + 1


def _line_end(data: bytes, offset: int) -> int:
    end = data.find(b"\n", offset)
    return len(data) if end < 0 else end
