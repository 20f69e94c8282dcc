"""Reads the bytes of a document and tells what they are: by what they begin with, and by the name of the file."""

from __future__ import annotations

import re
import stat
from typing import TYPE_CHECKING, Final

from bvtrack.core.errors import InputProblem
from bvtrack.core.visible import visible
from bvtrack.files.documents.limits import MAX_ARCHIVE_BYTES, MAX_TEXT_BYTES

if TYPE_CHECKING:
    from pathlib import Path

SUFFIXES: Final = frozenset({".csv", ".md", ".html", ".htm", ".xlsx", ".docx", ".txt"})
_KINDS: Final = {".htm": "html"}
_ARCHIVES: Final = frozenset({"xlsx", "docx"})
_OTHERS: Final = (
    (b"%PDF", "is a PDF", "save its tables as .docx, .xlsx or .csv"),
    (b"\xd0\xcf\x11\xe0", "is an old or a password-protected Office file", "save it as .xlsx or .docx, unprotected"),
    (b"{\\rtf", "is rich text", "save it as .docx"),
    (b"MIME-Version:", "is a web archive", "save it as .html"),
)
_HTML: Final = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html|table|head|body|\?xml)\b", re.IGNORECASE)
_DELIMITERS: Final = re.compile(rb"^ {0,3}\|?(?: *:?-+:? *\|)+(?: *:?-+:? *)?\r?$", re.MULTILINE)


def read_bytes(path: Path) -> bytes:
    """Give the bytes of a document.

    Raises InputProblem where it is no regular file, cannot be read, or is larger than a document is.
    """
    place = visible(str(path))
    limit = MAX_ARCHIVE_BYTES if _kind(path) in _ARCHIVES else MAX_TEXT_BYTES
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise InputProblem(place, "is a folder", "name a file in it")
        if not stat.S_ISREG(mode):
            raise InputProblem(place, "is not a regular file", "name a file on disk")
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except FileNotFoundError as error:
        raise InputProblem(place, "there is no such file", "check the path") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InputProblem(place, f"cannot be read: {visible(reason)}", "check the path and its permissions") from error
    if len(data) > limit:
        raise InputProblem(place, f"is larger than {limit // 1024 // 1024} MiB", "split it, or take out its pictures")
    return data


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
