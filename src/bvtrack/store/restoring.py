"""Puts a backup in the place of a database."""

from __future__ import annotations

import os
from contextlib import closing
from typing import TYPE_CHECKING

from bvtrack.core.errors import DatabaseProblem, UsageProblem
from bvtrack.core.visible import visible
from bvtrack.store.backup import copy, pour_over, replace_by
from bvtrack.store.database import PATIENCE, told
from bvtrack.store.opening import opened
from bvtrack.store.verify import faults

if TYPE_CHECKING:
    from pathlib import Path


def restore(backup: Path, target: Path, *, force: bool = False, patience: int = PATIENCE) -> None:
    """Put a backup in the place of a database, which is kept beside it as NAME.before-restore-1, -2 and so on.

    The backup is verified first. Who has the database open goes on with what the backup holds. Raises UsageProblem
    where a database is there and `force` is not given, and else what `open_store` raises.
    """
    place = visible(str(target))
    if os.path.lexists(target) and not force:
        raise UsageProblem(place, "is there already", "replace it with --force; it is kept under another name")
    with told(target):
        if target.exists() and os.path.lexists(backup) and target.samefile(backup):
            raise UsageProblem(place, "is the backup itself", "name another file")
    with closing(opened(backup, create=False, writable=False, patience=patience)) as source, told(target):
        wrong = faults(source, deep=True)
        if wrong:
            raise DatabaseProblem(visible(str(backup)), f"is no sound backup: {wrong[0]}", "name another")
        if not os.path.lexists(target):
            copy(source, target)
            return
        try:
            db = opened(target, create=False, writable=True, patience=patience)
        except DatabaseProblem:
            replace_by(source, target)
            return
        with closing(db):
            pour_over(source, db, target)
