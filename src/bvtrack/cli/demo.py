"""`bvtrack demo`: the screens on a throw-away copy of the Hertfordshire review, with progress nobody ever made."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

from bvtrack.cli import options
from bvtrack.cli.open import at_a_terminal

if TYPE_CHECKING:
    from datetime import date


@click.command()
@click.option("--as-at", type=options.DAY, help="The date to speak for [default: 31 March 2003].")
@options.common
def command(as_at: date | None) -> int:
    """Open the screens on a throw-away review with illustrative progress.

    The review is Hertfordshire's, of services to schools (2002); its progress is made up and says so wherever it shows.
    It was reported on four times: on 30 June, 30 September and 31 December 2002, and on 31 March 2003. Whatever you
    change is gone when you leave.
    """
    from bvtrack.app.demo import AS_AT, BANNER, BY, made

    screens = at_a_terminal()
    with TemporaryDirectory(prefix="bvtrack-demo-") as folder:
        path = Path(folder) / "demo.db"
        review = made(path)
        with options.desk(path, by=BY) as desk:
            return screens(desk, review=review, as_at=as_at or AS_AT, banner=BANNER)
