"""Writes values, keys and tables as TOML that is pleasant to read; what would hide in a text stands as an escape."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from bvtrack.core.errors import InputProblem
from bvtrack.core.visible import visible

if TYPE_CHECKING:
    from bvtrack.core.plain import Plain, Table

WIDTH: Final = 120
_BARE: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")
_ESCAPED: Final = re.compile(r'["\\]|[^ -~£‘’“”–—…]')
_SHORT: Final = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def literal(value: Plain) -> str:
    """Write a value on one line.

    Raises InputProblem for a text that no file can hold because part of a character (a lone surrogate) is in it.
    """
    match value:
        case str():
            return _quoted(value)
        case list():
            return f"[{', '.join(map(literal, value))}]"
        case dict():
            pairs = ", ".join(f"{key(name)} = {literal(inner)}" for name, inner in value.items())
            return f"{{ {pairs} }}" if pairs else "{}"
        case Decimal():
            return f"{value:f}"
        case dt.date():
            return value.isoformat()
        case _:
            return str(value)


def key(name: str) -> str:
    """Write a key, in quotes unless it is a plain word: `total`, but `"02-03"`."""
    return name if _BARE.fullmatch(name) else _quoted(name)


def document(table: Table, sections: frozenset[str]) -> str:
    """Write a whole file; tables and lists of tables under the keys in `sections` stand below headers of their own."""
    return "\n".join(_body((), table, sections)).lstrip("\n") + "\n"


def section(path: tuple[str, ...], item: Table, sections: frozenset[str], *, element: bool) -> list[str]:
    """Write a table below its header: a blank line, `[path]` or for an element of a list `[[path]]`, and its lines."""
    header = ".".join(map(key, path))
    return ["", f"[[{header}]]" if element else f"[{header}]", *_body(path, item, sections)]


def pair(name: str, value: Plain, width: int = 0) -> str:
    """Write `name = value`, the name filled up to a width; a long list takes a line an item."""
    start = f"{key(name):<{width}} = "
    if not isinstance(value, list):
        return start + literal(value)
    line = start + literal(value)
    if len(line) <= WIDTH and (len(value) == 1 or not any(isinstance(item, dict) for item in value)):
        return line
    return f"{start}[\n" + "".join(f"  {literal(item)},\n" for item in value) + "]"


def tables_in(value: Plain) -> list[Table]:
    """Give the tables a value is, one or several; none where it is anything else."""
    items = value if isinstance(value, list) else [value]
    return [item for item in items if isinstance(item, dict)]


def _body(path: tuple[str, ...], table: Table, sections: frozenset[str]) -> list[str]:
    below = {name: tables_in(value) for name, value in table.items() if name in sections and not _mixed(value)}
    below = {name: items for name, items in below.items() if items}
    here = {name: value for name, value in table.items() if name not in below}
    width = max((len(key(name)) for name in here), default=0)
    lines = [pair(name, value, width) for name, value in here.items()]
    for name, items in below.items():
        for item in items:
            lines += section((*path, name), item, sections, element=isinstance(table[name], list))
    return lines


def _mixed(value: Plain) -> bool:
    """Tell whether a list holds other things beside tables: it stays on its line, or what is no table would be lost."""
    return isinstance(value, list) and len(tables_in(value)) != len(value)


def _quoted(text: str) -> str:
    if ('"' in text or "\\" in text) and "'" not in text and text == visible(text):
        return f"'{text}'"
    return '"' + _ESCAPED.sub(_escape, text) + '"'


def _escape(match: re.Match[str]) -> str:
    character = match[0]
    if character in _SHORT:
        return _SHORT[character]
    if "\ud800" <= character <= "\udfff":
        raise InputProblem("text", "holds half a character, which no file can", "take the character out")
    if visible(character) == character:
        return character
    code = ord(character)
    return f"\\u{code:04X}" if code <= 0xFFFF else f"\\U{code:08X}"
