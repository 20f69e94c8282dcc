"""Refuses TOML that a parser would choke on, in one linear pass before any parser sees it.

tomllib recurses on nested brackets, takes quadratic time over long dotted keys, and gives no line for long numbers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_DEPTH: Final = 16  # brackets open at once; a review needs four
MAX_PARTS: Final = 16  # parts of one dotted key; a review needs four
MAX_LENGTH: Final = 40  # characters of a number
MAX_TOKENS: Final = 100_000  # keys, values, signs and line ends; a long report has some five thousand
MAX_LINES: Final = 50_000

# Possessive repeats give nothing back, so each character is looked at a bounded number of times. What reports are made
# of, a key with its text on a line and a text in a list, is taken in one go.
_TOKEN: Final = re.compile(
    r"""
    (?P<line> (?<![^\n]) [ ]*+ [A-Za-z_]++ [ ]*+ = [ ]*+ "[^"\\\n]*+" \n )
  | [ ]*+ (?:
    (?P<item> "[^"\\\n]*+" , )
  | (?P<text> \"{3} (?: [^"\\] | \\. | "(?!"") )*+ (?: \"{3} | \\?\Z )
            | '{3} (?: [^'] | '(?!'') )*+ (?: '{3} | \Z )
            | " (?: [^"\\\n] | \\[^\n] )*+ "?
            | ' [^'\n]*+ '? )
  | (?P<word> [A-Za-z0-9_+.:-]++ )
  | (?P<skip> [^\n"'A-Za-z0-9_+.:\-\[\]{},=\#]++ | \#[^\n]*+ | \Z )
  | (?P<mark> . )
    )
    """,
    re.VERBOSE | re.DOTALL,
)
_TOKENS: Final = {"skip": 0, "item": 2, "line": 4}  # that are no single one
_LAST: Final = {"mark": "", "item": ",", "line": "\n"}  # the mark that ends it
_NUMBER: Final = re.compile(r"[+-]?[0-9][0-9_]*+(?:\.[0-9_]++)?(?P<exponent>[eE][+-]?[0-9_]++)?")
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_NO_NUMBER: Final = re.compile(r"[+-]?(?:nan|inf)")


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a text is not given to the parser: the 1-based line and column, what is wrong, and what to do about it."""

    line: int
    column: int
    what: str
    todo: str


def refusal(text: str) -> Refusal | None:
    """Give the first reason not to parse a text, or None where a parser is safe with it.

    Refused are brackets nested over 16 deep, keys of more than 16 parts, bare values of more than 40 characters,
    numbers with an exponent, NaN and infinity, days that do not exist, and texts of more than 50,000 lines or 100,000
    keys, values and signs. Whether the rest is TOML at all is for the parser to say.
    """
    for offset, what, todo in _reasons(text):
        before = text.count("\n", 0, offset)
        return Refusal(before + 1, offset - text.rfind("\n", 0, offset), what, todo)
    return None


def _reasons(text: str) -> Iterator[tuple[int, str, str]]:
    if text.count("\n") > MAX_LINES:
        yield 0, f"more than {MAX_LINES:,} lines", "split the file: a review has some hundred"
    opened: list[str] = []
    tokens = parts = 0
    value = False  # whether what comes next is a value, not a key
    for token in _TOKEN.finditer(text):
        kind = token.lastgroup or ""
        shown, offset = token[kind], token.start(kind)
        tokens += _TOKENS.get(kind, 1)
        if tokens > MAX_TOKENS:
            yield offset, f"more than {MAX_TOKENS:,} keys, values and signs", "split the file"
        if kind == "word" and value:
            yield from ((offset, *reason) for reason in _value_reasons(shown))
        elif kind == "word":
            parts += shown.count(".")
            if parts >= MAX_PARTS:
                yield offset, f"a key of more than {MAX_PARTS} parts", "keys of a review have four at most"
        elif kind in _LAST:
            value = _follow(_LAST[kind] or shown, opened, value=value)
            parts = 0
            if len(opened) > MAX_DEPTH:
                yield offset, f"brackets nested more than {MAX_DEPTH} deep", "values of a review nest two deep at most"


def _follow(mark: str, opened: list[str], *, value: bool) -> bool:
    """Keep the stack of open brackets by one mark (a header's stands as `(`), and tell whether a value comes next."""
    if mark == "=":
        return True
    if mark == "\n" and opened[:1] in ([], ["("]):
        opened.clear()
        return False
    if mark in "[{":
        opened.append(mark if value or mark == "{" else "(")
    elif mark in "]}" and opened:
        opened.pop()
    return opened[-1:] == ["["] if mark in "[{]},\n" else value


def _value_reasons(word: str) -> Iterator[tuple[str, str]]:
    number = _NUMBER.fullmatch(word)
    if _NO_NUMBER.fullmatch(word):
        yield f"“{word}” is no amount", "leave it out, or write the words of the report in quotes"
    elif len(word) > MAX_LENGTH:
        yield f"a value of {len(word):,} characters without quotes", "write text in quotes"
    elif number and number["exponent"]:
        yield f"“{word}” is a number with an exponent", "write it out, or as printed in quotes"
    elif _DAY.fullmatch(word) and not _exists(word):
        yield f"{word} is a day that does not exist", "write it as year-month-day, or as printed in quotes"


def _exists(day: str) -> bool:
    try:
        date.fromisoformat(day)
    except ValueError:
        return False
    return True
