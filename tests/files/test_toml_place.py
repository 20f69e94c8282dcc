"""Places in a TOML text: every value has its line, and what does not exist the line of what holds it."""

from __future__ import annotations

import tomllib
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bvtrack.files.toml_place import lines_of, places_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bvtrack.core.finding import Key

REVIEWS = Path(__file__).parents[2] / "reviews"
TEXT = """\
# 1
a.b = 1
"q k" = { x = [1, { y.z = 2 }], 'w' = \"\"\"c
d\"\"\", "" = 0 }
e = [ # 5

  # 7
  "f",
  [
    "g", # 10
  ],
] # 12
[t.u] # 13
k = 2002-04-22
[[r]]
id = "1" # 16
[r.p]
q = 3
[[r.m]]
z = 1 # 20
[[r]]
"\\u00e9\\"" = -1
[[r.m]]
[[r.m]] # 24
n = []
[r.s.t]
"""


@pytest.mark.parametrize(
    ("key", "line"),
    [
        ((), 1),
        (("a",), 2),
        (("a", "b"), 2),
        (("a", "b", "none"), 2),
        (("q k",), 3),
        (("q k", "x", 1, "y", "z"), 3),
        (("q k", "x", 1, "y"), 3),
        (("q k", "w"), 3),
        (("q k", ""), 4),
        (("e",), 5),
        (("e", 0), 8),
        (("e", 1), 9),
        (("e", 1, 0), 10),
        (("e", 2), 5),
        (("t",), 13),
        (("t", "u"), 13),
        (("t", "u", "k"), 14),
        (("r",), 15),
        (("r", 0), 15),
        (("r", 0, "id"), 16),
        (("r", 0, "p"), 17),
        (("r", 0, "p", "q"), 18),
        (("r", 0, "p", "missing"), 17),
        (("r", 0, "m"), 19),
        (("r", 0, "m", 0), 19),
        (("r", 0, "m", 0, "z"), 20),
        (("r", 0, "m", 1), 19),
        (("r", 1), 21),
        (("r", 1, 'é"'), 22),
        (("r", 1, "m"), 23),
        (("r", 1, "m", 0), 23),
        (("r", 1, "m", 1), 24),
        (("r", 1, "m", 1, "n"), 25),
        (("r", 1, "s"), 26),
        (("r", 1, "s", "t", "x"), 26),
        (("r", 2, "id"), 15),
        (("nowhere", 1), 1),
    ],
)
def test_line(key: Key, line: int) -> None:
    """A path has the line of its value, or of the nearest place on the way to it."""
    assert lines_of(TEXT, [key]) == {key: line}


def test_line_ends_and_marks() -> None:
    """Lines are counted alike with either line end, with a byte order mark, and behind long characters."""
    keys = [("a", "b"), ("r", 1, "m", 1, "n")]
    marked = "\ufeff" + TEXT.replace("# 1", "# €😀").replace("\n", "\r\n")
    assert lines_of(marked, keys) == {keys[0]: 2, keys[1]: 25}


def test_sections() -> None:
    """Each header is listed with the path it leads to."""
    assert [path for path, _ in places_of(TEXT.encode()).sections] == [
        ("t", "u"),
        ("r", 0),
        ("r", 0, "p"),
        ("r", 0, "m", 0),
        ("r", 1),
        ("r", 1, "m", 0),
        ("r", 1, "m", 1),
        ("r", 1, "s", "t"),
    ]


def _keys(value: object, path: Key = ()) -> Iterator[Key]:
    """Yield the path of every table, list and value."""
    if path:
        yield path
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _keys(inner, (*path, name))
    if isinstance(value, list):
        for nth, inner in enumerate(value):
            yield from _keys(inner, (*path, nth))


@pytest.mark.parametrize("path", sorted(REVIEWS.glob("*.toml")), ids=lambda path: path.name)
def test_every_key_of_a_review(path: Path) -> None:
    """Every place of a real review is found, none is invented, and a pair stands on the line of its name."""
    text = path.read_text("utf-8")
    keys = list(_keys(tomllib.loads(text)))
    nodes = places_of(text.encode()).nodes
    assert set(nodes) == set(keys)
    lines = text.split("\n")
    found = lines_of(text, keys)
    assert all(str(key[-1]) in lines[found[key] - 1] for key in keys if isinstance(key[-1], str))


NAMES = st.sampled_from(["a", "b", "c d", "é", '"', "", "1", "true", "x.y"])
VALUES = st.recursive(
    st.sampled_from([1, "s", "l\nm", True, "#", "[x]\n[[y]]"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=3),
    max_leaves=9,
)


@given(st.dictionaries(NAMES, VALUES, max_size=4), st.integers(0, 9))
@settings(deadline=None)
def test_generated(table: dict[str, object], style: int) -> None:
    """Whatever tables are written, in whatever style, all their places and no others are found, in their order."""
    text = _written(table, style)
    assert tomllib.loads(text) == table
    nodes = places_of(text.encode()).nodes
    keys = list(_keys(table))
    assert set(nodes) == set(keys)
    rows = lines_of(text, keys)
    assert all(rows[key] <= rows[after] for key, after in pairwise(keys)) or style % 2


def _written(table: dict[str, object], style: int) -> str:
    """Write tables: with headers in odd styles, else inline; long texts over several lines."""
    plain = {name: value for name, value in table.items() if not (style % 2 and isinstance(value, dict))}
    lines = [f"{_quoted(name)} = {_inline(value, style)} # c" for name, value in plain.items()]
    for name, value in table.items():
        if name not in plain and isinstance(value, dict):
            lines += [f"[{_quoted(name)}]", *(f"{_quoted(key)} = {_inline(one, style)}" for key, one in value.items())]
    return "\n".join(lines)


def _inline(value: object, style: int) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_quoted(name)} = {_inline(one, style)}" for name, one in value.items()) + "}"
    if isinstance(value, list):
        gap = "\n # c\n" if style > 4 else " "
        return f"[{gap}" + f",{gap}".join(_inline(one, style) for one in value) + f"{gap}]"
    if isinstance(value, str):
        return f"'''{value}'''" if "\n" in value else _quoted(value)
    return str(value).lower()


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '\\"') + '"'
