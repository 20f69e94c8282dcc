"""Editing TOML: only what changed changes, and comments go where they belong."""

from __future__ import annotations

import tomllib
from copy import deepcopy
from decimal import Decimal
from difflib import unified_diff
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bvtrack.files.toml_edit import edited
from bvtrack.files.toml_text import document

if TYPE_CHECKING:
    from collections.abc import Callable

    from bvtrack.core.plain import Table

SECTIONS = frozenset({"t", "r", "m", "p"})
BASE = """\
# head
a  = 1   # one
b  = "x"
c1 = ["i", "j"]  # list

# apart

# about t
# and more
[t]   # tbl
x = 1 # c

# about first
[[r]]
id = "1"
costs = [
  # above
  { v = 1 }, # first
  { v =  2,  w = 0x10 },
  # end
]
[r.p]
b = { "02-03" = 1, total =  1 } # inl

# about m
[[r.m]]
id = "1.1"
say = '''
# no comment'''
# about second
[[r]]
id = "2"
s = ["a", "b"]
e = [] # said to be empty
"""
GONE = '-# about second\n-id = "2"\n-s = ["a", "b"]\n-e = [] # said to be empty'


def _table(text: str) -> Table:
    table: Table = tomllib.loads(text, parse_float=Decimal)
    return table


def _difference(change: Callable[[dict[str, object]], object], base: str = BASE) -> str:
    """Give the lines that go (-) and come (+) when a change is made to the tables of the base, without blank ones."""
    old = _table(base)
    new = deepcopy(old)
    change(new)  # type: ignore[arg-type] # a test's change knows its own tables
    text = edited(base, old, new, SECTIONS)
    assert _table(text) == new
    lines = unified_diff(base.split("\n"), text.split("\n"), n=0, lineterm="")
    return "\n".join(line for line in lines if line not in {"--- ", "+++ ", "-", "+"} and line[:2] != "@@")


def _set(*path: object) -> Callable[[dict[str, object]], object]:
    """Make the change that puts the last of the path at the place the others lead to."""

    def change(table: object) -> None:
        *way, last, value = path
        for step in way:
            table = table[step]  # type: ignore[index] # as the path says
        table[last] = value  # type: ignore[index] # as the path says

    return change


def _delete(*path: object) -> Callable[[dict[str, object]], object]:
    """Make the change that takes away what the path leads to."""

    def change(table: object) -> None:
        *way, last = path
        for step in way:
            table = table[step]  # type: ignore[index] # as the path says
        del table[last]  # type: ignore[attr-defined] # as the path says

    return change


def _insert(*path: object) -> Callable[[dict[str, object]], object]:
    """Make the change that puts the last of the path into the list the others lead to, before the number given."""

    def change(table: object) -> None:
        *way, at, value = path
        for step in way:
            table = table[step]  # type: ignore[index] # as the path says
        table.insert(at, value)  # type: ignore[attr-defined] # as the path says

    return change


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (_set("a", 2), "-a  = 1   # one\n+a  = 2   # one"),
        (_set("a", "it's"), '-a  = 1   # one\n+a  = "it\'s"   # one'),
        (_delete("a"), "-a  = 1   # one"),
        (_delete("b"), '-b  = "x"'),
        (_set("new", 2), "+new = 2"),
        (_set("n", 2), "+n  = 2"),
        (_set("t", "y", 2), "+y = 2"),
        (_delete("t", "x"), "-x = 1 # c"),
        (_delete("t"), "-# about t\n-# and more\n-[t]   # tbl\n-x = 1 # c"),
        (_set("c1", 0, "k"), '-c1 = ["i", "j"]  # list\n+c1 = ["k", "j"]  # list'),
        (_set("c1", ["i"]), '-c1 = ["i", "j"]  # list\n+c1 = ["i"]  # list'),
        (_set("c1", []), '-c1 = ["i", "j"]  # list\n+c1 = []  # list'),
        (_insert("c1", 1, "k"), '-c1 = ["i", "j"]  # list\n+c1 = ["i", "k", "j"]  # list'),
        (_set("r", 0, "costs", 1, "v", 3), "-  { v =  2,  w = 0x10 },\n+  { v =  3,  w = 0x10 },"),
        (_set("r", 0, "costs", 1, "x", 3), "-  { v =  2,  w = 0x10 },\n+  { v = 2, w = 16, x = 3 },"),
        (_delete("r", 0, "costs", 0), "-  # above\n-  { v = 1 }, # first"),
        (_delete("r", 0, "costs", 1), "-  { v =  2,  w = 0x10 },"),
        (_insert("r", 0, "costs", 1, {"v": 9}), "+  { v = 9 },"),
        (
            _set("r", 0, "p", "b", "total", 2),
            '-b = { "02-03" = 1, total =  1 } # inl\n+b = { "02-03" = 1, total =  2 } # inl',
        ),
        (_delete("r", 0, "p", "b", "02-03"), '-b = { "02-03" = 1, total =  1 } # inl\n+b = { total = 1 } # inl'),
        (_set("r", 0, "p", "c", {"q": 1}), "+c = { q = 1 }"),
        (_set("r", 0, "m", 0, "say", "x"), "-say = '''\n-# no comment'''\n+say = \"x\""),
        (_insert("r", 0, "m", 1, {"id": "1.2"}), '+[[r.m]]\n+id = "1.2"'),
        (_insert("r", 0, "m", 0, {"id": "1.0"}), '+[[r.m]]\n+id = "1.0"'),
        (_delete("r", 0, "m"), "-# about m\n-[[r.m]]\n-id = \"1.1\"\n-say = '''\n-# no comment'''"),
        (_delete("r", 1), GONE.replace("\n", "\n-[[r]]\n", 1)),
        (_set("r", 1, {"id": "3"}), GONE + '\n+id = "3"'),
        (_set("r", 1, "e", [1]), "-e = [] # said to be empty\n+e = [1] # said to be empty"),
        (_set("r", 1, "m", [{"id": "2.1"}, {"id": "2.2"}]), '+[[r.m]]\n+id = "2.1"\n+[[r.m]]\n+id = "2.2"'),
        (_set("r", 1, "p", {"b": {"x": 1}}), "+[r.p]\n+b = { x = 1 }"),
        (_set("r", 1, "new", "n"), '+new = "n"'),
        (_insert("r", 2, {"id": "3", "p": {"x": 1}}), '+[[r]]\n+id = "3"\n+[r.p]\n+x = 1'),
        (_insert("r", 1, {"id": "3"}), '+[[r]]\n+id = "3"'),
        (_insert("r", 0, {"id": "3"}), '+[[r]]\n+id = "3"'),
        (_set("p", {"x": 1}), "+[p]\n+x = 1"),
        (_set("m", [{"x": 1}]), "+[[m]]\n+x = 1"),
        (_set("m", "text"), '+m  = "text"'),
        (lambda _: None, ""),
    ],
)
def test_one_change(change: Callable[[dict[str, object]], object], expected: str) -> None:
    """A change of one thing changes its line, or brings or takes its lines, and nothing else."""
    assert _difference(change) == expected


def test_elements_are_matched() -> None:
    """Elements are known by their id, so moving one moves its lines and leaves the others alone."""
    base = '[[r]]\nid = "1" # one\n\n[[r]]\nid = "2" # two\n\n[[r]]\nid = "3" # three\n'

    def move(table: dict[str, object]) -> None:
        table["r"] = [{"id": "2", "x": 1}, {"id": "4"}, {"id": "3"}]

    assert _difference(move, "a = 1\n" + base) == ('-[[r]]\n-id = "1" # one\n+x  = 1\n+[[r]]\n+id = "4"')


def test_elements_are_matched_by_name() -> None:
    """Tables without an id are known by their name, and those without either by their place."""
    base = 'a = 1\n\n[[r]]\nname = "A" # one\n\n[[r]]\nname = "B" # two\n\n[[m]]\nx = 1 # x\n'
    assert _difference(_set("r", [{"name": "B", "y": 2}]), base) == '-name = "A" # one\n-[[r]]\n+y    = 2'
    assert _difference(_set("m", [{"x": 2}]), base) == "-x = 1 # x\n+x = 2 # x"
    assert _difference(_set("r", 0, "name", "C"), base) == '-name = "A" # one\n+name = "C"'
    assert _difference(_set("r", 0, {"y": 1}), base) == '-name = "A" # one\n+y = 1'


def test_all_go_and_others_come() -> None:
    """When all elements go and others come, what stands around them stays."""
    base = 'a = 1\n\n# apart\n\n# one\n[[r]]\nid = "1"\n\n# tail\n'
    assert _difference(_set("r", [{"id": "7"}]), base) == '-# one\n-id = "1"\n+id = "7"'
    assert _difference(_delete("r"), base) == '-# one\n-[[r]]\n-id = "1"'


def test_last_of_a_table_goes_and_a_table_comes() -> None:
    """A table may lose its last tables and gain others in one go."""
    base = 'a = 1\n\n[[r]]\nid = "1"\n\n[[r.m]]\nid = "1.1"\n'

    def change(table: dict[str, object]) -> None:
        table["r"] = [{"id": "1", "p": {"x": 1}}]

    assert _difference(change, base) == '-[[r.m]]\n-id = "1.1"\n+[r.p]\n+x = 1'


def test_first_line_goes() -> None:
    """The first line of a file may go, and so may the last without a line end."""
    assert edited("a = 1\nb = 2", {"a": 1, "b": 2}, {"b": 2}, SECTIONS) == "b = 2"
    assert edited("a = 1\nb = 2", {"a": 1, "b": 2}, {"a": 1}, SECTIONS) == "a = 1"
    assert edited("a = 1", {"a": 1}, {"a": 1, "b": 2, "t": {}}, SECTIONS) == "a = 1\nb = 2\n\n[t]"


def test_unread_values() -> None:
    """A value that says no more than its absence is replaced when there is something to say."""
    base = 'a = 1\nm = []\nf = "x"\n[t]\n[p.q]\nz = 1\n'
    old: Table = {"a": 1}
    new: Table = {"a": 1, "m": [{"id": "1"}], "f": "y", "t": {"b": 1}, "p": {"c": 2}}
    assert edited(base, old, new, SECTIONS) == (
        'a = 1\nm = [{ id = "1" }]\nf = "y"\n[t]\nb = 1\n[p.q]\nz = 1\n\n[p]\nc = 2\n'
    )


def test_what_cannot_be_edited_is_left() -> None:
    """A table header is never overwritten by a value, and a table of dotted keys goes with all its pairs."""
    text = "a = 1\nb.c = 1\nb.d = 2\n[[t]]\nx = 1\n"
    old: Table = {"a": 1, "b": {"c": 1, "d": 2}, "t": [{"x": 1}]}
    assert edited(text, old, {"a": 1, "b": {"c": 1, "d": 2}, "t": ["x"]}, SECTIONS) == text
    assert edited(text, old, {"a": 1, "t": [{"x": 1}]}, SECTIONS) == "a = 1\n[[t]]\nx = 1\n"
    assert edited(text, old, {**old, "b": {"c": 3, "d": 2}}, SECTIONS) == text.replace("b.c = 1", "b.c = 3")


def test_arrays_over_several_lines() -> None:
    """In an array over several lines each comment stays with its item, and nested arrays stay as they are."""
    base = "a = [\n  1, # one\n  # two\n  # or more\n  [\n    2,\n  ], # list\n  3 # three\n  # end\n]\n"
    old: Table = {"a": [1, [2], 3]}
    assert edited(base, old, {"a": [1, [2], 4, 3]}, SECTIONS) == (
        "a = [\n  1, # one\n  # two\n  # or more\n  [\n    2,\n  ], # list\n  4,\n  3, # three\n  # end\n]\n"
    )
    assert edited(base, old, {"a": [[2], 3]}, SECTIONS) == (
        "a = [\n  # two\n  # or more\n  [\n    2,\n  ], # list\n  3, # three\n  # end\n]\n"
    )
    assert edited(base, old, {"a": [5, [2], 3]}, SECTIONS) == base.replace("1,", "5,")


SCALARS = st.sampled_from(["x", "£", '"', "#\n[r]", "\u202e", 1, 2, Decimal("1.5")])
INLINE = SCALARS | st.lists(SCALARS, max_size=3) | st.dictionaries(st.sampled_from(["k", "02-03"]), SCALARS, max_size=2)
PLAIN = st.dictionaries(st.sampled_from(["a", "b", "02-03", "é"]), INLINE, max_size=3)
ITEM = st.builds(
    lambda plain, name, below: {**name, **plain, **below},
    PLAIN,
    st.fixed_dictionaries({}, optional={"id": st.sampled_from(["1", "2", "3"])}),
    st.fixed_dictionaries({}, optional={"m": st.lists(PLAIN, min_size=1, max_size=2), "p": PLAIN}),
)
TABLES = st.builds(
    lambda plain, below: {"first": 1, **plain, **below},
    PLAIN,
    st.fixed_dictionaries({}, optional={"r": st.lists(ITEM, min_size=1, max_size=3), "t": PLAIN}),
)


@given(TABLES, TABLES)
@settings(deadline=None, max_examples=150)
def test_any_change(old: Table, new: Table) -> None:
    """Whatever tables become whatever others, the edited text holds them, and no change is no change."""
    base = "# top\n" + document(old, SECTIONS).replace("\n\n[", "\n\n# apart\n\n# own\n[")
    assert _table(edited(base, old, new, SECTIONS)) == new
    assert edited(base, old, old, SECTIONS) == base
