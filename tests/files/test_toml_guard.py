"""The guard: what it refuses, where, and what it lets through to the parser."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bvtrack.files.toml_guard import MAX_DEPTH, MAX_LENGTH, MAX_LINES, MAX_TOKENS, Refusal, refusal

DEPTH = ("brackets nested more than 16 deep", "values of a review nest two deep at most")
PARTS = ("a key of more than 16 parts", "keys of a review have four at most")
NO_AMOUNT = "leave it out, or write the words of the report in quotes"
EXPONENT = "write it out, or as printed in quotes"
NO_DAY = "write it as year-month-day, or as printed in quotes"
TOKENS = ("more than 100,000 keys, values and signs", "split the file")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a = " + "[" * 17, Refusal(1, 21, *DEPTH)),
        ("a = " + "[\n" * 17, Refusal(17, 1, *DEPTH)),
        ("a = " + "{b = " * 17, Refusal(1, 85, *DEPTH)),
        ("[" * 17, Refusal(1, 17, *DEPTH)),
        ("x = 1\n" + ".".join("abcdefghijklmnopq") + " = 1", Refusal(2, 1, *PARTS)),
        ("[" + ".".join("abcdefghijklmnopq") + "]", Refusal(1, 2, *PARTS)),
        ("[a.b.c.d.e.f.g.h.i.j.k.l.m.n.o.p]\n[" + "a . " * 16 + "a]", Refusal(2, 64, *PARTS)),
        ('"a".' * 16 + "a = 1", Refusal(1, 64, *PARTS)),
        ("a = 1e5", Refusal(1, 5, "“1e5” is a number with an exponent", EXPONENT)),
        ("a = -1.5E-7", Refusal(1, 5, "“-1.5E-7” is a number with an exponent", EXPONENT)),
        ("a = [1, 2e3]", Refusal(1, 9, "“2e3” is a number with an exponent", EXPONENT)),
        ("a = { b = 2e3 }", Refusal(1, 11, "“2e3” is a number with an exponent", EXPONENT)),
        ("a = nan", Refusal(1, 5, "“nan” is no amount", NO_AMOUNT)),
        ("a = [\n# no\n  +inf,\n]", Refusal(3, 3, "“+inf” is no amount", NO_AMOUNT)),
        ("a = " + "9" * 41, Refusal(1, 5, "a value of 41 characters without quotes", "write text in quotes")),
        ("a = " + "9" * 5000, Refusal(1, 5, "a value of 5,000 characters without quotes", "write text in quotes")),
        ("a = 0x" + "f" * 40, Refusal(1, 5, "a value of 42 characters without quotes", "write text in quotes")),
        ("é = 1\na = 2002-02-30", Refusal(2, 5, "2002-02-30 is a day that does not exist", NO_DAY)),
        ("a = 2002-13-01", Refusal(1, 5, "2002-13-01 is a day that does not exist", NO_DAY)),
        ('a = """\nnan\n""" + nan', Refusal(3, 7, "“nan” is no amount", NO_AMOUNT)),
        ("a = '''\nnan\n'''\nb = nan", Refusal(4, 5, "“nan” is no amount", NO_AMOUNT)),
        ('a = "open\nb = nan', Refusal(2, 5, "“nan” is no amount", NO_AMOUNT)),
        ("a = 'open\nb = nan", Refusal(2, 5, "“nan” is no amount", NO_AMOUNT)),
        ('a = "\\"" # "\nb = nan', Refusal(2, 5, "“nan” is no amount", NO_AMOUNT)),
        ("a = [{ b = 1 }, nan]", Refusal(1, 17, "“nan” is no amount", NO_AMOUNT)),
        ("a = [[1], nan]", Refusal(1, 11, "“nan” is no amount", NO_AMOUNT)),
        ("a = [1] nan\nb = nan", Refusal(2, 5, "“nan” is no amount", NO_AMOUNT)),
        ("] = nan", Refusal(1, 5, "“nan” is no amount", NO_AMOUNT)),
    ],
)
def test_refused(text: str, expected: Refusal) -> None:
    """What would hurt a parser is refused at its line and column."""
    assert refusal(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a = " + "[" * MAX_DEPTH + "]" * MAX_DEPTH,
        "a = [" + "[" * (MAX_DEPTH - 1) + "]" * (MAX_DEPTH - 1) + ", [" + "]]",
        ".".join("abcdefghijklmnop") + " = 1\n" + ".".join("bcdefghijklmnopq") + " = 1",
        "[" + ".".join("abcdefghijklmnop") + "]\n" + ".".join("abcdefghijklmnop") + " = 1",
        "a = { " + ".".join("abcdefghijklmnop") + " = 1, " + ".".join("bcdefghijklmnopq") + " = 2 }",
        "a = " + "9" * MAX_LENGTH,
        "k" * 5000 + " = 1",
        "nan = 1\ninf = 2\n1e5 = 3\n2002-02-30 = 4\n" + "9" * 41 + " = 5",
        "[nan]\n[[inf.nan]]\n[1e5]\n[2002-02-30]",
        "a = { nan = 1, inf = 2 }",
        "a = 'nan'\nb = \"inf\" # 1e5 nan",
        "a = 2002-02-28\nb = 2002-02-28T10:00:00.123456+01:00\nc = 2002-02-28 10:00:00",
        "a = 0x1e5\nb = 1_000.5\nc = -7\nd = true",
        'a = """' + '"" nan "" \\""" 1e5 [[[[[[[[[[[[[[[[[[[["""',
        "a = '''" + "'' nan [[[[[[[[[[[[[[[[[[[[[[ '" + "'''",
        "a = '" + "[" * 50 + "'",
        'a = "' + "[" * 50 + '\\" ["',
        "[[[[[[\n" * 20,
        "# " + "[" * 50,
    ],
)
def test_let_through(text: str) -> None:
    """What a parser can take is left to it, whether it is TOML or not."""
    assert refusal(text) is None


def test_too_many_lines() -> None:
    """Fifty thousand lines are let through, one more is not."""
    assert refusal("\n" * MAX_LINES) is None
    found = Refusal(1, 1, "more than 50,000 lines", "split the file: a review has some hundred")
    assert refusal("\n" * (MAX_LINES + 1)) == found


def test_too_many_tokens() -> None:
    """A hundred thousand keys, values and signs are let through, one more is not; blanks and comments are free."""
    assert refusal("=" * MAX_TOKENS + " # ===") is None
    assert refusal("=" * (MAX_TOKENS + 1)) == Refusal(1, 100_001, *TOKENS)
    assert refusal("a = [" + "1," * 49_999) == Refusal(1, 100_003, *TOKENS)
    assert refusal("é" * 1_000_000) is None


@given(st.dictionaries(st.text(max_size=9), st.recursive(st.integers() | st.booleans() | st.text(), st.lists)))
@settings(deadline=None, max_examples=40)
def test_written_tables_pass(table: dict[str, object]) -> None:
    """No ordinary table is refused, whatever its keys and texts hold."""
    keys = [f"{_text(name)} = {_value(value)}" for name, value in table.items()]
    text = "\n".join(keys)
    assert tomllib.loads(text) == table
    assert refusal(text) is None


def _value(value: object) -> str:
    if isinstance(value, list):
        return f"[{', '.join(map(_value, value))}]"
    return _text(value) if isinstance(value, str) else str(value).lower()


def _text(value: str) -> str:
    return '"' + "".join(f"\\U{ord(character):08X}" for character in value) + '"'


@given(st.text(alphabet="ab1.e='\"[]{},#\\\n+-_ ", max_size=60))
@settings(deadline=None)
def test_never_fails(text: str) -> None:
    """Any text gets an answer, and a refusal points into it."""
    found = refusal(text)
    assert found is None or 1 <= found.line <= text.count("\n") + 1
