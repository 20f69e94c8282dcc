"""Runs the terminal UI; what the command line calls when it is to open a database for a person at a terminal."""

from __future__ import annotations

import gc
import sys
from typing import TYPE_CHECKING, Final

from bvtrack.core.errors import UsageProblem

if TYPE_CHECKING:
    import datetime as dt

    from bvtrack.app.desk import Desk

PATIENCE: Final = 1  # seconds; keys wait as long while another program writes


def run(desk: Desk, *, review: str | None = None, as_at: dt.date | None = None, banner: str = "") -> int:
    """Run the UI until its user leaves, and give the exit code.

    Raises UsageProblem where there is no terminal, and what ended the UI where that was a fault of its own.
    """
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageProblem("terminal", "there is none to show the screens on", "use a command: bvtrack --help")
    desk.store.wait_at_most(PATIENCE)
    gc.disable()  # until the first screen is drawn: what start-up makes, stays
    from bvtrack.tui.app import Bvtrack

    app = Bvtrack(desk, review=desk.named(review) if review else None, as_at=as_at, banner=banner)
    app.run()
    if app.failure is not None:
        raise app.failure
    return app.return_code or 0
