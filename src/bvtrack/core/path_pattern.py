"""Patterns of paths, as settings write them: `old`, `*.csv`, `reviews/2002/*.toml`, `reviews/**/draft-*`."""

from __future__ import annotations

import re
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

ANY: Final = "**"


def matches(pattern: str, path: str) -> bool:
    """Tell whether a pattern names a path (relative, with `/` between), or a folder on the way to it.

    A pattern without `/` names a file or folder anywhere; another one starts where the path does. `*`, `?` and `[…]`
    stay within a name, `**` is any number of folders.
    """
    wanted = [part for part in pattern.split("/") if part not in {"", "."}]
    if not wanted:
        return False
    if "/" not in pattern.rstrip("/"):
        wanted.insert(0, ANY)
    at = _reached({0}, wanted)
    for name in path.split("/"):
        further = {place for place in at if place < len(wanted) and wanted[place] == ANY}
        further |= {place + 1 for place in at if place < len(wanted) and fnmatchcase(name, wanted[place])}
        at = _reached(further, wanted)
        if len(wanted) in at:
            return True
    return False


def pattern_of(path: str) -> str:
    """Give the pattern that names one path and nothing else."""
    return "./" + re.sub(r"([*?[])", r"[\1]", path)


def _reached(places: set[int], wanted: Sequence[str]) -> set[int]:
    """Add the places behind each `**`, which may also be no folder at all."""
    for place, part in enumerate(wanted):
        if place in places and part == ANY:
            places.add(place + 1)
    return places
