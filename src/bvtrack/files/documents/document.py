"""Reads a document: short CSV and plain text here, all else in a process of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bvtrack.core.visible import visible
from bvtrack.files.documents.child import read_in_child, reader
from bvtrack.files.documents.source import SUFFIXES, bytes_of, kind_of

if TYPE_CHECKING:
    from pathlib import Path

    from bvtrack.core.document import Document

__all__ = ["SUFFIXES", "read_document"]

_OWN: Final = frozenset({"csv", "txt"})  # formats that nothing but our own lines read
_SHORT: Final = 128 * 1024  # bytes of these that cannot take long


def read_document(path: Path) -> Document:
    """Read the tables and the prose of a document, whatever its format.

    Raises InputProblem where it cannot be read, is not what its name says, or is refused as unsafe.
    """
    data = bytes_of(path)
    kind, place = kind_of(path, data), visible(str(path))
    here = kind in _OWN and len(data) <= _SHORT
    return reader(kind)(data, place) if here else read_in_child(kind, data, place)
