"""Opens the zip archive that a spreadsheet or a Word file is, and its XML, safely: sizes first, no DOCTYPE.

The standard library's expat reads the XML; it fetches nothing, and what could make it swell is refused beforehand.
"""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO
from typing import TYPE_CHECKING, Final
from xml.etree import ElementTree as ET
from xml.parsers import expat

from bvtrack.core.errors import InputProblem
from bvtrack.core.visible import visible
from bvtrack.files.documents.limits import MAX_DEPTH, MAX_ENTRIES, MAX_PART_BYTES, MAX_RATIO

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

_BROKEN: Final = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError)
_SUSPECT_SIZE: Final = 1024 * 1024  # smaller parts may be packed as tightly as they like


class Archive:
    """The parts of a zip archive by name."""

    def __init__(self, data: bytes, place: str) -> None:
        self.place = place
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except _BROKEN as error:
            raise InputProblem(place, "is a damaged archive", "save it again") from error
        entries = self._zip.infolist()
        if len(entries) > MAX_ENTRIES:
            raise InputProblem(place, f"holds more than {MAX_ENTRIES:,} parts", "this is no document: do not open it")
        self._entries = {entry.filename: entry for entry in entries}

    def __contains__(self, name: str) -> bool:
        return name in self._entries

    def read(self, name: str) -> bytes:
        """Give a part, once its size is seen to be one."""
        place = f"{self.place}: {visible(name)}"
        entry = self._entries.get(name)
        if entry is None:
            raise InputProblem(place, "is missing in the archive", "save the document again")
        swollen = entry.file_size > _SUSPECT_SIZE and entry.file_size > MAX_RATIO * max(entry.compress_size, 1)
        if entry.file_size > MAX_PART_BYTES or swollen:
            raise InputProblem(place, f"unpacks to {entry.file_size:,} bytes", "this is no document: do not open it")
        try:
            with self._zip.open(entry) as part:
                data = part.read(MAX_PART_BYTES + 1)
        except _BROKEN as error:
            raise InputProblem(place, "is damaged", "save the document again") from error
        if len(data) > MAX_PART_BYTES:
            raise InputProblem(place, "is larger than the archive says", "this is no document: do not open it")
        return data

    def elements(self, name: str, *ends: str) -> Iterator[Element]:
        """Yield the elements of the named tags as each ends; what is in one is gone once the next is asked for."""
        for event, element in self._walk(name):
            if event == "end" and tag(element) in ends:
                yield element
                element.clear()

    def tree(self, name: str) -> Element:
        """Give the whole of a part."""
        walk = self._walk(name)
        _, root = next(walk)
        for _ in walk:  # the walk refuses what is unsafe, and ends the tree
            pass
        return root

    def _walk(self, name: str) -> Iterator[tuple[str, Element]]:
        """Yield each element as it starts and as it ends."""
        place = f"{self.place}: {visible(name)}"
        data = self.read(name)
        depth = 0
        try:
            _refuse_doctype(data, place)
            for event, element in ET.iterparse(BytesIO(data), ("start", "end")):  # noqa: S314 — see above
                depth += 1 if event == "start" else -1
                if depth > MAX_DEPTH:
                    raise InputProblem(place, f"elements nested more than {MAX_DEPTH} deep", "save the document again")
                yield event, element
        except (expat.ExpatError, ET.ParseError) as error:
            line = error.lineno if isinstance(error, expat.ExpatError) else error.position[0]
            raise InputProblem(f"{place}:{line}", f"is not XML: {error}", "save the document again") from error
        except (ValueError, LookupError) as error:
            raise InputProblem(place, f"is in an encoding that is not read: {error}", "save it again") from error


class _Rooted(Exception):  # noqa: N818 — no error: the prologue is over
    """The root element has begun."""


def _refuse_doctype(data: bytes, place: str) -> None:
    """Refuse a part with a DOCTYPE, which stands before the root element or nowhere."""

    def refuse(*_: object) -> None:
        raise InputProblem(place, "holds a DOCTYPE", "this is no document: do not open it")

    def stop(*_: object) -> None:
        raise _Rooted

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler = stop
    try:
        parser.Parse(data)
    except _Rooted:
        return


def tag(element: Element) -> str:
    """Give the name of an element without its namespace, which differs between the two editions of the format."""
    return element.tag.rpartition("}")[2]


def attribute(element: Element, name: str) -> str | None:
    """Give an attribute whatever its namespace."""
    found = element.attrib.get(name)
    if found is not None:
        return found
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), None)
