"""What a database said on a day: a desk whose database is as its log says it was at the end of that day."""

from __future__ import annotations

import datetime as dt
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from bvtrack.core.errors import UsageProblem
from bvtrack.core.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bvtrack.app.desk import Desk


@contextmanager
def as_known(desk: Desk, day: dt.date | None) -> Iterator[Desk]:
    """Give the desk as it was at the end of a day, where its clock stands; itself for today, later, or no day.

    Raises UsageProblem where the database held no review then.
    """
    if day is None or day >= desk.today:
        yield desk
        return
    until = dt.datetime.combine(day + dt.timedelta(days=1), dt.time.min).astimezone(dt.UTC)
    with desk.store.as_known(until) as store:
        if not store.reviews() and desk.reviews():
            place = visible(str(store.path))
            raise UsageProblem(place, f"held no review yet on {day.isoformat()}", "see bvtrack log for what it says")
        yield replace(desk, store=store)


def no_trail(path: Path) -> UsageProblem:
    """Refuse to tell what a file said on a day."""
    what = "a file keeps no log of what it said before"
    return UsageProblem(visible(str(path)), what, "import it, and ask the database from then on")
