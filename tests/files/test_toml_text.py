"""Writing TOML: values, keys and tables that read back as they were, and nothing that hides."""

from __future__ import annotations

import datetime as dt
import tomllib
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bvtrack.core.errors import InputProblem
from bvtrack.files.toml_text import document, key, literal, pair, section, tables_in

if TYPE_CHECKING:
    from bvtrack.core.plain import Plain

NONE: frozenset[str] = frozenset()


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("£7k – ‘x’ “y” …", '"£7k – ‘x’ “y” …"'),
        ("", '""'),
        ('say "no"', "'say \"no\"'"),
        ("a\\b", "'a\\b'"),
        ('it\'s "no"', '"it\'s \\"no\\""'),
        ('"\n', '"\\"\\n"'),
        ("\t\r\n\x00\x7f", '"\\t\\r\\n\\u0000\\u007F"'),
        ("a\u202eb\u200b", '"a\\u202Eb\\u200B"'),
        ("\U000e0041é日", '"\\U000E0041é日"'),
        (7, "7"),
        (Decimal("1.10"), "1.10"),
        (Decimal("-0.000001"), "-0.000001"),
        (dt.date(2002, 4, 2), "2002-04-02"),
        ([], "[]"),
        (["a", 1], '["a", 1]'),
        ({}, "{}"),
        ({"a": 1, "02-03": [{"x y": "z"}]}, '{ a = 1, "02-03" = [{ "x y" = "z" }] }'),
    ],
)
def test_literal(value: Plain, expected: str) -> None:
    """A value is written on one line; what would act or hide stands as an escape."""
    assert literal(value) == expected
    assert tomllib.loads(f"a = {expected}", parse_float=Decimal)["a"] == value


@pytest.mark.parametrize("half", ["\ud800", "a\udfffb"])
def test_half_a_character(half: str) -> None:
    """Half a character cannot be written, and that is said."""
    with pytest.raises(
        InputProblem, match=r"^text: holds half a character, which no file can \(take the character out\)$"
    ):
        literal(half)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("total", "total"),
        ("_a-1", "_a-1"),
        ("02-03", '"02-03"'),
        ("a b", '"a b"'),
        ("é", '"é"'),
        ("", '""'),
        ("A", "A"),
    ],
)
def test_key(name: str, expected: str) -> None:
    """A key stands bare where it is a plain word."""
    assert key(name) == expected


def test_pair() -> None:
    """A list stays on one line while it fits in 120 columns and holds no more than one table."""
    assert pair("a", 1, 4) == "a    = 1"
    assert pair("a", []) == "a = []"
    assert pair("a", ["x", "y"]) == 'a = ["x", "y"]'
    assert pair("a", [{"x": 1}]) == "a = [{ x = 1 }]"
    assert pair("a", [{"x": 1}, "y"], 2) == 'a  = [\n  { x = 1 },\n  "y",\n]'
    fits = "x" * (120 - len('a = [""]'))
    assert pair("a", [fits]) == f'a = ["{fits}"]'
    assert pair("a", [fits + "x"]) == f'a = [\n  "{fits}x",\n]'


def test_section() -> None:
    """A table stands below a header, its values aligned, its own tables below it."""
    table: dict[str, Plain] = {"id": "1", "longer": 2, "p": {"x": 1}, "m": [{"y": 1}, {"y": 2}], "02-03": 3}
    assert section(("r", "02-03"), table, frozenset({"m", "p"}), element=True) == [
        "",
        '[[r."02-03"]]',
        'id      = "1"',
        "longer  = 2",
        '"02-03" = 3',
        "",
        '[r."02-03".p]',
        "x = 1",
        "",
        '[[r."02-03".m]]',
        "y = 1",
        "",
        '[[r."02-03".m]]',
        "y = 2",
    ]
    assert section(("t",), {}, NONE, element=False) == ["", "[t]"]


def test_document() -> None:
    """A file has its pairs first; a text or an empty list under the key of a section is a pair."""
    table: dict[str, Plain] = {"t": {"a": 1}, "b": 2, "s": "x", "e": []}
    assert document(table, frozenset({"t", "s", "e"})) == 'b = 2\ns = "x"\ne = []\n\n[t]\na = 1\n'
    assert document({"t": {"a": 1}}, frozenset({"t"})) == "[t]\na = 1\n"
    assert document({"t": {"a": 1}}, NONE) == "t = { a = 1 }\n"


def test_tables_in() -> None:
    """The tables in a value are it, or its items that are tables."""
    assert tables_in({"a": 1}) == [{"a": 1}]
    assert tables_in([{"a": 1}, "x", {}]) == [{"a": 1}, {}]
    assert tables_in("x") == []


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
DECIMALS = st.decimals(allow_nan=False, allow_infinity=False, places=3)
VALUES = st.recursive(
    TEXTS | st.integers(-(10**18), 10**18) | DECIMALS | st.dates(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(TEXTS, VALUES, max_size=5), st.frozensets(TEXTS))
@settings(deadline=None)
def test_reads_back(table: dict[str, Plain], sections: frozenset[str]) -> None:
    """Whatever is written reads back the same, wherever its tables stand."""
    assert tomllib.loads(document(table, sections), parse_float=Decimal) == table
