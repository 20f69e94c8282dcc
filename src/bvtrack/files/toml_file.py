"""Reads a TOML file as text and as tables, and refuses what is no such file in one located line."""

from __future__ import annotations

import re
import tomllib
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from bvtrack.core.errors import InputProblem
from bvtrack.core.visible import visible
from bvtrack.files.input_file import read_bytes
from bvtrack.files.toml_guard import refusal

if TYPE_CHECKING:
    from pathlib import Path

MAX_BYTES: Final = 2 * 1024 * 1024
_MARKS: Final = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
_PLACE: Final = re.compile(r" \(at (?:line ([0-9]+), column ([0-9]+)|end of document)\)$")
_REMEDIES: Final = (
    ("Invalid value", "put text in quotes"),
    ("Expected newline", "write one key a line, and text in quotes"),
    ("Cannot overwrite", "keep one of the two"),
    ("Cannot declare", "keep one of the two"),
    ("Illegal character", "take the character out"),
    ("Unterminated string", "close the quotes"),
)


def read_text(path: Path) -> str:
    """Give the text of a file as it stands: line ends, and a byte order mark, are kept.

    Raises InputProblem where it is no regular file, cannot be read, is over 2 MiB, or is not UTF-8.
    """
    data = read_bytes(path, MAX_BYTES, "a review is a few dozen KiB: is this the right file?")
    return _decoded(data, visible(str(path)))


def _decoded(data: bytes, place: str) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            raise InputProblem(place, f"is {encoding} text", "save it as UTF-8")
    if b"\0" in data:
        line = data.count(b"\n", 0, data.index(b"\0")) + 1
        raise InputProblem(f"{place}:{line}", "holds a NUL byte: this is binary, no text", "name a text file")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        what = f"byte 0x{data[error.start]:02X} is not UTF-8"
        raise InputProblem(f"{place}:{line}", what, "save the file as UTF-8") from error


def parse(text: str, place: str) -> dict[str, object]:
    """Give the tables of a TOML text; fractions are Decimals, exactly as written.

    Raises InputProblem at `place:line:column` where it is no TOML, or is none that is safe to parse.
    """
    text = text.removeprefix("\ufeff")
    refused = refusal(text)
    if refused:
        raise InputProblem(f"{place}:{refused.line}:{refused.column}", refused.what, refused.todo)
    try:
        return tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        raise _located(str(error), text, place) from error


def _located(message: str, text: str, place: str) -> InputProblem:
    found = _PLACE.search(message)
    what = visible(_PLACE.sub("", message))
    line, column = (found[1], found[2]) if found and found[1] else (text.count("\n") + 1, None)
    todo = next((todo for start, todo in _REMEDIES if what.startswith(start)), "correct the TOML here")
    return InputProblem(f"{place}:{line}:{column}" if column else f"{place}:{line}", f"is not TOML: {what}", todo)
