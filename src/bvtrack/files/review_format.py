"""Documents the review file from its models: a JSON schema for editors, and a reference page for people."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from typing import TYPE_CHECKING, Final, TypeAlias, cast

from bvtrack.core.model import validator
from bvtrack.core.review import Review
from bvtrack.files.review_sample import SAMPLE
from bvtrack.files.review_text import SECTIONS
from bvtrack.files.toml_text import key, literal, tables_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bvtrack.core.plain import Table

Schema: TypeAlias = "dict[str, object]"

_INTRODUCTION: Final = """\
# The review file

A review is one TOML file, written by hand and kept beside the report it stands for. It has the report's own order and
the report's own words, so that the two can be read side by side.

- **Printed values stay as printed.** An amount (`"£7k"`), a deadline (`"Sept. 2002"`), an owner (`"Jeff & Steve"`) or a
  target is text, copied with its oddities; bvtrack reads it and keeps the wording. `bvtrack read` shows how.
- **Bare numbers are in the review's `unit`.** Under `unit = "£'000"`, `28` is £28,000. Numbers are exact as written:
  no exponents, no `nan`, no `inf`.
- **What is blank is left out.** A year without a figure is a blank, not a nought; write `0` only where the report does.
  A total that is left out was not printed.
- **Two-digit years** are read near the review's `date`.
- **Ids** name things in findings and on the command line: recommendation `3`, its part `3d`, its measure `3.4`.
- **Unknown keys are errors**, so a slip of the pen is found at once. A file is UTF-8 and at most 2 MiB.

Editors that know TOML complete and check the file with
[review.schema.json](review.schema.json). The keys follow, table by table.
"""
_COMPLETE: Final = f"""

## A whole file

Every key at least once:

```toml
{SAMPLE}```
"""
_SINGLE: Final = frozenset({"meeting", "totals", "profile"})


def schema() -> Schema:
    """Give the JSON schema (draft 2020-12) of a review file; a TOML date stands as a string."""
    whole = cast("Schema", _plainer(validator(Review).json_schema()))
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **whole}


def reference() -> str:
    """Give the reference page in Markdown: every key, what it is, its type, whether it must be there, an example."""
    whole = schema()
    sample = cast("Table", tomllib.loads(SAMPLE, parse_float=Decimal))
    return "\n".join([_INTRODUCTION.rstrip(), *_pages((), whole, whole, [sample], set())]) + _COMPLETE


def _plainer(node: object, name: str = "") -> object:
    """Take out what says nothing of a file: null, empty defaults, and the titles pydantic makes of the keys."""
    if isinstance(node, list):
        return [_plainer(item) for item in node]
    if not isinstance(node, dict):
        return node
    made = name.replace("_", " ").title()
    kept = {word: value for word, value in node.items() if (word, value) != ("title", made)}
    if {"type": "null"} in node.get("anyOf", []):
        choices = kept.pop("anyOf")
        kept = next(choice for choice in choices if choice != {"type": "null"}) | kept
    if not (isinstance(kept.get("default"), str) and kept["default"]):
        kept.pop("default", None)
    return {word: _plainer(value, word) for word, value in kept.items()}


def _pages(path: tuple[str, ...], table: Schema, whole: Schema, samples: list[Table], done: set[str]) -> Iterator[str]:
    """Write the section of a table and those of the tables in it; a kind of table is described where it comes first."""
    properties = cast("dict[str, Schema]", table["properties"])
    needed = cast("list[str]", table.get("required", []))
    yield from (f"\n## {_heading(path)}", "", " ".join(str(table["description"]).split()), "")
    yield "| key | what it is | type | needed | example |"
    yield "|---|---|---|---|---|"
    for name, value in properties.items():
        mark = "yes" if name in needed else ""
        yield f"| `{name}` | {value['description']} | {_kind(value)} | {mark} | {_example(name, samples)} |"
    for name, value in properties.items():
        kind = _table_in(value)
        if kind and kind not in done:
            done.add(kind)
            inner = [item for sample in samples if name in sample for item in tables_in(sample[name])]
            definitions = cast("dict[str, Schema]", whole["$defs"])
            yield from _pages((*path, name), definitions[kind], whole, inner, done)


def _heading(path: tuple[str, ...]) -> str:
    if not path:
        return "The top of the file"
    name = ".".join(path)
    if path[-1] not in SECTIONS:
        return f"`{name}`"
    return f"`[{name}]`" if path[-1] in _SINGLE else f"`[[{name}]]`"


def _table_in(value: Schema) -> str:
    """Name the kind of table a value is or holds; empty where it is none."""
    items = cast("Schema", value.get("items", value))
    choices = cast("list[Schema]", items.get("anyOf", [items]))
    return next((str(choice["$ref"]).rpartition("/")[2] for choice in choices if "$ref" in choice), "")


def _kind(value: Schema) -> str:
    """Say the type of a value in a word or two."""
    kind = value.get("type")
    if kind == "array":
        items = cast("Schema", value["items"])
        return "list of texts or tables" if "anyOf" in items else f"list of {_kind(items)}s"
    if kind == "object":
        return f"table of {_kind(cast('Schema', value['additionalProperties']))}s"
    if "enum" in value:
        return " or ".join(f"`{literal(choice)}`" for choice in cast("list[str]", value["enum"]))
    words = {
        "$ref": "table",
        "const": "number",
        "format": value.get("format"),
        "pattern": "id",
        "title": str(value.get("title")).lower(),
    }
    return next((str(word) for name, word in words.items() if name in value), "text" if kind == "string" else "amount")


def _example(name: str, samples: list[Table]) -> str:
    """Give the first value of a key in the sample; tables with headers of their own show in their own sections."""
    value = next(sample[name] for sample in samples if name in sample)
    if name in SECTIONS and tables_in(value):
        return ""
    shown = value[:1] if isinstance(value, list) else value
    return f"`{key(name)} = {literal(shown)}`"
