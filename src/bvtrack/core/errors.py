"""What stops work, a small class per cause: each says where, what, and what to do. Findings are values, not errors."""

from __future__ import annotations


class Problem(Exception):  # noqa: N818 — the word users see
    """Something that stops the work on one input. `place`: where; `what`: what is wrong; `todo`: what to do."""

    def __init__(self, place: str, what: str, todo: str) -> None:
        super().__init__(f"{place}: {what} ({todo})")
        self.place = place
        self.what = what
        self.todo = todo


class UsageProblem(Problem):
    """The command or its settings are off, or there is nothing to do the work on (exit code 2)."""


class InputProblem(Problem):
    """An input cannot be read, or is refused as unsafe (exit code 3). `more`: what else is wrong with it."""

    def __init__(self, place: str, what: str, todo: str, more: tuple[InputProblem, ...] = ()) -> None:
        super().__init__(place, what, todo)
        self.more = more


class StorageProblem(Problem):
    """The disk is full, read-only, or failing (exit code 7)."""


class BusyProblem(Problem):
    """Another program is writing to the database (exit code 5)."""


class ConflictProblem(Problem):
    """Somebody else changed the same thing first (exit code 6). `seen`: what the change rests on; `now`: what is."""

    def __init__(self, place: str, what: str, todo: str, seen: str = "", now: str = "") -> None:
        super().__init__(place, what, todo)
        self.seen = seen
        self.now = now


class DatabaseProblem(Problem):
    """The database is damaged, foreign, or from a newer version (exit code 8)."""
