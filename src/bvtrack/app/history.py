"""What was changed, by whom, when and why; and taking the last change back, or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bvtrack.core.errors import UsageProblem

if TYPE_CHECKING:
    from bvtrack.app.desk import Desk
    from bvtrack.store.store import Change

PAGE = 200


def log(
    desk: Desk, review: str | None = None, address: str | None = None, *, limit: int = PAGE, before: int | None = None
) -> tuple[Change, ...]:
    """Give the changes of a review, or of all, newest first; `before` asks for those older than a number."""
    return desk.store.log(review, address, limit=limit, before=before)


def undo(desk: Desk, review: str | None = None, number: int | None = None) -> Change:
    """Take back a change: the one of that number, or the signer's last. Raises ConflictProblem, UsageProblem."""
    number = number if number is not None else desk.store.last_undoable(review, desk.by)
    if number is None:
        raise UsageProblem(
            "undo", f"{desk.by} has no change to take back", "bvtrack log shows all, undo NUMBER takes one"
        )
    return desk.store.undo(number, desk.entry("undo", f"change {number} taken back"))


def redo(desk: Desk, review: str | None = None) -> Change:
    """Do again what the signer took back last."""
    number = desk.store.last_redoable(review, desk.by)
    if number is None:
        raise UsageProblem("redo", f"{desk.by} has taken nothing back", "bvtrack log shows all changes")
    return desk.store.undo(number, desk.entry("redo", f"change {number} done again"))
