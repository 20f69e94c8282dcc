"""What was changed, by whom, when and why; and taking the last change back, or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bvtrack.core.errors import UsageProblem
from bvtrack.core.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bvtrack.app.desk import Desk
    from bvtrack.core.table import Table
    from bvtrack.store.store import Change

PAGE = 200
_HEADINGS = ("When (UTC)", "Who", "Review", "Address", "What", "Why")
_TELLS_WHERE = frozenset({"undo", "redo", "set several"})  # verbs whose sentence names the address
_PLANNING = frozenset({"set", "add", "remove", "waive"})


def log(  # noqa: PLR0913 — what one may ask for
    desk: Desk,
    review: str | None = None,
    address: str | None = None,
    *,
    limit: int = PAGE,
    before: int | None = None,
    by: str | None = None,
) -> tuple[Change, ...]:
    """Give the changes of a review, or of all, newest first.

    `address` asks for those of a thing and what is below it, `before` for those older than a number, `by` for those
    one person signed.
    """
    if by is None:
        return desk.store.log(review, address, limit=limit, before=before)
    found: list[Change] = []
    for change in _all(desk, review, address, before):
        if change.by.casefold() == by.strip().casefold():
            found.append(change)
        if len(found) >= limit:
            break
    return tuple(found)


def change_of(desk: Desk, number: int) -> Change:
    """Give the change of a number. Raises UsageProblem where there is none."""
    found = desk.store.log(limit=1, before=number + 1)
    if not found or found[0].number != number:
        raise UsageProblem(f"change {number}", "there is none of this number", "bvtrack log shows all")
    return found[0]


def undo(desk: Desk, review: str | None = None, number: int | None = None) -> Change:
    """Take back a change: the one of that number, or the signer's last. Raises ConflictProblem, UsageProblem."""
    with desk.store.transaction():
        number = number if number is not None else desk.store.last_undoable(review, desk.by)
        if number is None:
            what = f"{visible(desk.by)} has no change to take back"
            raise UsageProblem("undo", what, "bvtrack log shows all, bvtrack undo NUMBER takes one back")
        return _taken_back(desk, review, number)


def redo(desk: Desk, review: str | None = None) -> Change:
    """Do again what the signer took back last."""
    with desk.store.transaction():
        number = desk.store.last_redoable(review, desk.by)
        if number is None:
            raise UsageProblem("redo", f"{visible(desk.by)} has taken nothing back", "bvtrack log shows all changes")
        return _taken_back(desk, review, number)


def log_table(changes: tuple[Change, ...], *, named: bool = True) -> Table:
    """Lay changes out as a table, with the reviews `named` or not; moments are in UTC."""
    from bvtrack.core.table import Cell, Line, Table

    return Table(
        name="log",
        corner="Change",
        columns=tuple(Line(label) for label in _row(_HEADINGS, named=named)),
        rows=tuple(Line(str(change.number)) for change in changes),
        cells=tuple(tuple(map(Cell, _row(_said(change), named=named))) for change in changes),
    )


def log_json(changes: tuple[Change, ...]) -> dict[str, object]:
    """Give changes as the JSON-ready value scripts read, with the rows each changed."""
    return {
        "schema": 1,
        "changes": [
            {
                "number": change.number,
                "at": change.at.isoformat(),
                "by": change.by,
                "review": change.review,
                "verb": change.verb,
                "address": change.address,
                "what": change.what,
                "reason": change.reason,
                "undoes": change.undoes,
                "undone_by": change.undone_by,
                "hash": change.hash,
                "edits": [
                    {"table": edit.table, "id": edit.id, "before": edit.before, "after": edit.after}
                    for edit in change.edits
                ],
            }
            for change in changes
        ],
    }


def _taken_back(desk: Desk, review: str | None, number: int) -> Change:
    """Take a change back; where that change took back another, that one is done again by it."""
    change, again = change_of(desk, number), False
    if review not in {None, change.review}:
        raise UsageProblem(f"change {number}", f"is one of {visible(change.review)}", "name that review, or none")
    while change.undoes is not None:
        change, again = change_of(desk, change.undoes), not again
    verb, told = ("redo", "done again") if again else ("undo", "taken back")
    what = change.what if change.verb in _TELLS_WHERE else f"{change.address} {change.what}".strip()
    return desk.store.undo(number, desk.entry(verb, f"change {change.number} {told}: {what}", change.address))


def line(desk: Desk, change: Change | None) -> str:
    """Say in a line what was done; the review is named where the database holds several."""
    if change is None:
        return "nothing was changed: it stands so already"
    if not change.address or change.verb in _TELLS_WHERE:
        return f"{change.what} (change {change.number})"
    where = change.address if len(desk.reviews()) == 1 else f"{change.review}:{change.address}"
    return f"{where}{':' if change.verb in _PLANNING else ''} {change.what} (change {change.number})"


def _all(desk: Desk, review: str | None, address: str | None, before: int | None) -> Iterator[Change]:
    while page := desk.store.log(review, address, limit=PAGE, before=before):
        yield from page
        before = page[-1].number


def _said(change: Change) -> tuple[str, ...]:
    day, time = change.at.isoformat().split("T")
    taken = f" (taken back by change {change.undone_by})" if change.undone_by else ""
    return (f"{day} {time[:5]}", change.by, change.review, change.address, change.what + taken, change.reason or "")


def _row(texts: tuple[str, ...], *, named: bool) -> tuple[str, ...]:
    return texts if named else (*texts[:2], *texts[3:])
