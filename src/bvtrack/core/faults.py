"""Says what is wrong with the tables a review is made of in the reader's words: which item, which key, what to do."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bvtrack.core.model_keys import keys_of, model_at
from bvtrack.core.visible import visible

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pydantic_core import ErrorDetails

    from bvtrack.core.finding import Key
    from bvtrack.core.model import Model

# Lists whose items have a name of their own; items of the others are named by their key.
_ITEMS: Final = {
    "aliases": "alias",
    "costs": "cost line",
    "depends_on": "dependency",
    "quoted": "quoted figure",
    "steps": "step",
    "summary": "summary area",
    "targets": "target",
    "wordings": "wording",
}
# What pydantic calls a fault → what is wrong, what to do; both may name what is in the error's context.
_FAULTS: Final = {
    "date_type": ("should be a date", "write it without quotes, like 2002-04-22"),
    "deadline": ("is {shown}: {note}", "write it as the report prints it"),
    "bool_type": ("should be true or false", "write it without quotes"),
    "dict_type": ("should be a table", "write it as [name] with keys below, or as {{ key = value }}"),
    "greater_than_equal": ("is {shown}, which is too small", "write {ge} or more"),
    "int_type": ("should be a whole number", "write it without quotes"),
    "less_than_equal": ("is {shown}, which is too large", "write {le} or less"),
    "literal_error": ("is {shown}, which it cannot be", "write {expected}"),
    "dataclass_type": ("should be a table", "write it as [name] with keys below, or as {{ key = value }}"),
    "string_pattern_mismatch": (
        "is {shown}, which is no id",
        "use letters, digits, dots, hyphens and underscores only",
    ),
    "string_too_long": ("is longer than {max_length} characters", "shorten it"),
    "string_too_short": ("is empty", "write the words of the report, or leave the key out"),
    "string_type": ("should be text", "put it in quotes"),
    "tuple_type": ("should be a list", "write it as [ … ], a list of tables as [[name]]"),
}
_ADVICE: Final = re.compile(r"(.*?) \((.*)\)")


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with one value: its path, where a reader finds it, what is wrong, and what to do."""

    key: Key
    where: str
    what: str
    todo: str


def faults(errors: Sequence[ErrorDetails], data: Mapping[str, object], root: type[Model]) -> list[Fault]:
    """Tell what keeps `root` from being made of `data`, a fault for each of pydantic's errors, in their order."""
    return [Fault(error["loc"], where(error["loc"], data), *_said(error, root)) for error in errors]


def where(path: Key, data: Mapping[str, object]) -> str:
    """Name a path as a reader would: `recommendation 3, part 3d: finish`."""
    items: list[str] = []
    names: list[str] = []
    value: object = data
    for step in path:
        value = _inside(value, step)
        if isinstance(step, str):
            names.append(_shown(step))
        else:
            names[-1:] = [f"{_ITEMS.get(names[-1], names[-1])} {_id(value) or step + 1}"]
            items.append(".".join(names))
            names = []
    return ": ".join(filter(None, (", ".join(items), ".".join(names))))


def _inside(value: object, step: str | int) -> object:
    if isinstance(value, dict):
        return value.get(step)
    return value[step] if isinstance(value, list) and isinstance(step, int) else None


def _id(item: object) -> str:
    name = item.get("id") if isinstance(item, dict) else None
    return _shown(name) if isinstance(name, str) else ""


def _said(fault: ErrorDetails, root: type[Model]) -> tuple[str, str]:
    """Give what is wrong with a value and what to do about it."""
    kind, key = fault["type"], fault["loc"][-1]
    model = model_at(fault["loc"][:-1], root)
    keys = keys_of(model)
    if kind == "missing":
        about = keys[str(key)].about
        return "is missing", f"add it: {about}" if about else "add it"
    if kind == "unexpected_keyword_argument":
        near = _nearest(_shown(str(key)), model)
        return "is not a key of the format", f"did you mean {near}?" if near else f"known here: {', '.join(keys)}"
    if kind in _FAULTS:
        context = {**fault.get("ctx", {}), "shown": f"“{_shown(str(fault['input']))}”"}
        what, todo = _FAULTS[kind]
        return visible(what.format(**context)), todo.format(**context)
    message = visible(fault["msg"])
    advice = _ADVICE.fullmatch(message)
    return (advice[1], advice[2]) if advice else (message, "write it as the report prints it")


def _nearest(key: str, model: type[Model]) -> str | None:
    """Give the key that was meant, if one is near; the plural of a list of tables (`people`) means the list."""
    from difflib import get_close_matches

    meant = {name: field.key for name, field in model.model_fields.items()}
    meant |= {name: name for name in keys_of(model)}
    near = get_close_matches(key, meant, n=1)
    return meant[near[0]] if near else None


def _shown(text: str) -> str:
    """Make a word of the file fit to be shown: visible, and not long."""
    text = visible(text[:61])
    return text if len(text) <= 60 else text[:60] + "…"
