"""Reads the bytes of an input, whatever a path leads to: a regular file of a bounded size, or a problem in one line."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

from bvtrack.core.errors import InputProblem
from bvtrack.core.visible import visible

if TYPE_CHECKING:
    from pathlib import Path


def read_bytes(path: Path, limit: int, too_large: str) -> bytes:
    """Give the bytes of a file.

    Raises InputProblem where it is no regular file, cannot be read, or is larger than `limit` bytes (whole mebibytes);
    `too_large` says what to do then.
    """
    place = visible(str(path))
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
        raise InputProblem(place, f"is larger than {limit // 1024 // 1024} MiB", too_large)
    return data
