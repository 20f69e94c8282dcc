"""Tells what the bytes of a document are: by what they begin with, and by the name of the file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bvtrack.core.errors import InputProblem
from bvtrack.core.visible import visible
from bvtrack.files.documents.limits import MAX_ARCHIVE_BYTES, MAX_TEXT_BYTES
from bvtrack.files.input_file import read_bytes

if TYPE_CHECKING:
    from pathlib import Path

SUFFIXES: Final = frozenset({".csv", ".md", ".html", ".htm", ".xlsx", ".xlsm", ".docx", ".txt"})
_KINDS: Final = {".htm": "html", ".xlsm": "xlsx"}
_ARCHIVES: Final = frozenset({"xlsx", "docx"})
_OTHERS: Final = (
    (b"%PDF", "is a PDF", "save its tables as .docx, .xlsx or .csv"),
    (b"\xd0\xcf\x11\xe0", "is an old or a password-protected Office file", "save it as .xlsx or .docx, unprotected"),
    (b"{\\rtf", "is rich text", "save it as .docx"),
    (b"MIME-Version:", "is a web archive", "save it as .html"),
)
_HTML: Final = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html|table|head|body|\?xml)\b", re.IGNORECASE)
_DELIMITERS: Final = re.compile(rb"^ {0,3}\|?(?: *:?-+:? *\|)+(?: *:?-+:? *)?\r?$", re.MULTILINE)


def bytes_of(path: Path) -> bytes:
    """Give the bytes of a document. Raises InputProblem where they cannot be read, or are more than a document has."""
    limit = MAX_ARCHIVE_BYTES if _kind(path) in _ARCHIVES else MAX_TEXT_BYTES
    return read_bytes(path, limit, "split it, or take out its pictures")


def kind_of(path: Path, data: bytes) -> str:
    """Give the format of a document: csv, md, html, xlsx, docx or txt.

    A text that is a web page or has Markdown tables is read as such. Raises InputProblem where the bytes are of
    another kind than the name says.
    """
    place, kind = visible(str(path)), _kind(path)
    for start, what, todo in _OTHERS:
        if data.startswith(start):
            raise InputProblem(place, what, todo)
    zipped = data.startswith(b"PK\x03\x04")
    if zipped and kind not in _ARCHIVES:
        raise InputProblem(place, "is a zip archive, not text", "give a spreadsheet the name .xlsx, a Word file .docx")
    if kind in _ARCHIVES:
        if not zipped:
            raise InputProblem(place, f"is not a .{kind} file by what it holds", f"save it as .{kind} again")
        return kind
    if kind not in {"csv", "md", "html", "txt"}:
        raise InputProblem(place, "is not a kind of document that is read", f"give one of {' '.join(sorted(SUFFIXES))}")
    if kind in {"md", "txt"} and _HTML.match(data):
        return "html"
    return "md" if kind == "txt" and _DELIMITERS.search(data) else kind


def _kind(path: Path) -> str:
    suffix = path.suffix.lower()
    return _KINDS.get(suffix, suffix[1:])
