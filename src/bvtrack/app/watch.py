"""Watch what a check reads: its inputs, the waivers beside them, and the settings of the folder."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from bvtrack.core.errors import Problem
from bvtrack.files.folder import CHECKED, review_paths
from bvtrack.files.settings_file import PROJECT_FILE, SETTINGS_FILE
from bvtrack.files.waivers_file import WAIVERS_FILE

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
    from pathlib import Path

Stamp = tuple[int, int, int]  # time of the last change in ns, size, number on the disk
Stamps = dict["Path", Stamp | None]


def stamps(paths: Iterable[Path], folder: Path, others: Iterable[Path] = (), exclude: Collection[str] = ()) -> Stamps:
    """Give the stamp of every file that a check of the paths reads, None for one that cannot be looked at.

    `folder` is where the settings stand; `others` are read besides; `exclude` holds patterns of what folders
    leave out.
    """
    inputs = [found for found in review_paths(paths, CHECKED, exclude) if not isinstance(found, Problem)]
    beside = {found.parent / WAIVERS_FILE for found in inputs}
    return {path: _stamp(path) for path in (*inputs, *beside, folder / SETTINGS_FILE, folder / PROJECT_FILE, *others)}


def changes(look: Callable[[], Mapping[Path, Stamp | None]], pause: Callable[[], None]) -> Iterator[None]:
    """Yield at once, and then whenever what `look` gives has changed and has stayed the same over a pause.

    What changes while the caller is at work counts too. It never ends by itself.
    """
    known = look()
    while True:
        yield
        while (seen := look()) == known:
            pause()
        while seen != known:
            known = seen
            pause()
            seen = look()


def _stamp(path: Path) -> Stamp | None:
    try:
        found = os.stat(path)  # noqa: PTH116 — a file that is gone is no surprise here
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
