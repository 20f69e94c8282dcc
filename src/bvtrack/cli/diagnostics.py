"""The one writer to stderr, and the exit codes: a problem is one line, `bvtrack: PLACE: what is wrong (what to do)`."""

from __future__ import annotations

import os
import sys
from enum import IntEnum
from typing import TYPE_CHECKING

from bvtrack.core.errors import (
    BusyProblem,
    ConflictProblem,
    DatabaseProblem,
    InputProblem,
    Problem,
    StorageProblem,
    UsageProblem,
)
from bvtrack.core.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable


class Exit(IntEnum):
    """What a run ends with. Where several apply, the first in `WORST_FIRST` is given."""

    DONE = 0
    FOUND = 1
    USAGE = 2
    INPUT = 3
    INTERNAL = 4
    BUSY = 5
    CONFLICT = 6
    STORAGE = 7
    DATABASE = 8


WORST_FIRST = (
    Exit.INTERNAL,
    Exit.DATABASE,
    Exit.STORAGE,
    Exit.BUSY,
    Exit.CONFLICT,
    Exit.INPUT,
    Exit.USAGE,
    Exit.FOUND,
    Exit.DONE,
)
_CODES = {
    UsageProblem: Exit.USAGE,
    InputProblem: Exit.INPUT,
    BusyProblem: Exit.BUSY,
    ConflictProblem: Exit.CONFLICT,
    StorageProblem: Exit.STORAGE,
    DatabaseProblem: Exit.DATABASE,
}


def worst(codes: Iterable[Exit]) -> Exit:
    """Give the code that decides; done where there is none."""
    return min(codes, key=WORST_FIRST.index, default=Exit.DONE)


def say(line: str) -> None:
    """Write one line to stderr, whatever the text holds; where that takes nothing the exit code alone must tell."""
    data = f"bvtrack: {visible(line)}\n".encode()
    try:
        sys.stderr.buffer.write(data)
        sys.stderr.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno())  # or Python itself would fail at the end


def report(problem: Problem) -> Exit:
    """Write a problem's line, and a line for each further fault of the same input, and give the exit code."""
    for one in (problem, *(problem.more if isinstance(problem, InputProblem) else ())):
        say(str(one))
    return _CODES.get(type(problem), Exit.INTERNAL)


def report_internal(error: BaseException, *, debug: bool) -> Exit:
    """Report a fault of bvtrack itself: the details go to a file, or to stderr with `--debug`."""
    import tempfile
    import traceback

    details = "".join(traceback.format_exception(error))
    if debug:
        sys.stderr.write(visible(details, keep_lines=True))
        say(f"{type(error).__name__}: a fault in bvtrack itself (please report it with the lines above)")
        return Exit.INTERNAL
    with tempfile.NamedTemporaryFile("w", prefix="bvtrack-", suffix=".log", delete=False, encoding="utf-8") as log:
        log.write(details)
    say(f"{log.name}: a fault in bvtrack itself; the details are in this file (please report it)")
    return Exit.INTERNAL
