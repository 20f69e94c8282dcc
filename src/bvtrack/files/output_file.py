"""Writes a file whole or not at all, and never over another unless told to."""

from __future__ import annotations

import os
import tempfile
from typing import TYPE_CHECKING

from bvtrack.core.errors import StorageProblem, UsageProblem

if TYPE_CHECKING:
    from pathlib import Path


def write_file(path: Path, text: str, *, force: bool = False) -> None:
    """Write UTF-8 text in one step: a reader sees the old file or the new one, and a link is not followed.

    Raises UsageProblem where the file is there and `force` is not given, StorageProblem where it cannot be written.
    """
    if os.path.isdir(path):  # noqa: PTH112 — `Path.is_dir` raises where the way to it is barred
        raise UsageProblem(str(path), "is a folder", "name a file in it")
    if os.path.lexists(path) and not force:
        raise UsageProblem(str(path), "is there already", "choose another name, or replace it with --force")
    scratch = ""
    try:
        with tempfile.NamedTemporaryFile("wb", dir=path.parent, prefix=f".{path.name}.", delete=False) as file:
            scratch = file.name
            file.write(text.encode("utf-8"))
            file.flush()
            os.fsync(file.fileno())
        os.chmod(scratch, 0o666 & ~_umask())  # noqa: PTH101 — the scratch file is known by name
        os.replace(scratch, path)  # noqa: PTH105 — as above
    except OSError as error:
        if scratch and os.path.lexists(scratch):
            os.unlink(scratch)  # noqa: PTH108 — as above
        raise StorageProblem(
            str(path), f"could not be written: {error.strerror or error}", "nothing was changed; mend it and try again"
        ) from error


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
