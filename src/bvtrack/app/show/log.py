"""The log of a review as its screen shows it: who changed what, when and why, and what was taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bvtrack.app import history
from bvtrack.delivery.words import full_day

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bvtrack.app.desk import Desk
    from bvtrack.store.store import Change

PAGE = history.PAGE


class LogLine(NamedTuple):
    """A change: `when` in the reader's own time, `undone_by` the change that took it back, `undoes` the one it took.

    `undone` says that it does not hold: a change taken back by one that was taken back itself does.
    """

    number: int
    when: str
    by: str
    address: str
    what: str
    why: str
    undone_by: int | None
    undoes: int | None
    undone: bool

    @property
    def standing(self) -> str:
        """Say what became of it; nothing where it simply holds."""
        told = [f"takes back change {self.undoes}"] if self.undoes is not None else []
        if self.undone_by is not None:
            told.append(f"taken back by change {self.undone_by}" + ("" if self.undone else ", and done again"))
        return "; ".join(told)


def entries(desk: Desk, review: str, newer: Sequence[LogLine] = (), limit: int = PAGE) -> tuple[LogLine, ...]:
    """Give a page of the changes of a review, newest first: the newest, or those that follow the `newer` ones."""
    undone = {line.number: line.undone for line in newer}
    found = []
    for change in history.log(desk, review, limit=limit, before=newer[-1].number if newer else None):
        undone[change.number] = change.undone_by is not None and not undone.get(change.undone_by, False)
        found.append(_line(change, undone=undone[change.number]))
    return tuple(found)


def holds(line: LogLine, words: str) -> bool:
    """Tell whether a line holds some words, whatever their capitals."""
    text = f"{line.number} {line.when} {line.by} {line.address} {line.what} {line.why} {line.standing}"
    return words.casefold() in text.casefold()


def _line(change: Change, *, undone: bool) -> LogLine:
    at = change.at.astimezone()
    return LogLine(
        number=change.number,
        when=f"{full_day(at.date())} {at:%H:%M}",
        by=change.by,
        address=change.address,
        what=change.what,
        why=change.reason or "",
        undone_by=change.undone_by,
        undoes=change.undoes,
        undone=undone,
    )
