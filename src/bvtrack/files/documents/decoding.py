"""Turns the bytes of a text into characters: UTF-8, UTF-16 with its mark, and Windows-1252 as a guess that is told."""

from __future__ import annotations

import codecs
from typing import Final

from bvtrack.core.errors import InputProblem
from bvtrack.files.documents.limits import MAX_LINES

_MARKS: Final = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_GUESSED: Final = "it is not UTF-8 and was read as Windows-1252"


def decoded(data: bytes, place: str, declared: str = "") -> tuple[str, tuple[str, ...]]:
    r"""Give the text of a document with `\n` as its line end, and what had to be guessed to read it.

    Raises InputProblem at the line where it is none.
    """
    encoding = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), declared or "utf-8")
    if encoding == "utf-32":
        raise InputProblem(place, "is UTF-32 text", "save it as UTF-8")
    if encoding != "utf-16" and b"\0" in data:
        where = f"{place}:{_line(data, data.index(0))}"
        raise InputProblem(where, "holds a NUL byte: this is binary, no text", "name a text file, saved as UTF-8")
    notes: tuple[str, ...] = ()
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        where = f"{place}:{_line(data, error.start)}"
        if encoding != "utf-8" or _has_surrogate(data):
            raise InputProblem(where, f"is not {encoding.upper()} text", "save the file as UTF-8") from error
        notes = (_GUESSED,)
        try:
            text = data.decode("cp1252")
        except UnicodeDecodeError as worse:
            what = f"byte 0x{data[error.start]:02X} is not UTF-8"
            raise InputProblem(where, what, "save the file as UTF-8") from worse
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if text.count("\n") > MAX_LINES:
        raise InputProblem(f"{place}:{MAX_LINES + 1}", f"is longer than {MAX_LINES:,} lines", "split it")
    return text, notes


def _line(data: bytes, offset: int) -> int:
    return data.count(b"\n", 0, offset) + 1


def _has_surrogate(data: bytes) -> bool:
    """Tell whether the text is UTF-8 but for halves of characters in it."""
    try:
        data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return False
    return True
