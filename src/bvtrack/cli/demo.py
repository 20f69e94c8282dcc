"""`bvtrack demo`: the screens on a throw-away copy of the Hertfordshire review, with progress nobody ever made."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import click

from bvtrack.cli import options
from bvtrack.cli.open import at_a_terminal


@click.command()
@options.common
def command() -> int:
    """Open the screens on a throw-away review with illustrative progress.

    The review is Hertfordshire's, of services to schools (2002); its progress is made up, says so wherever it shows,
    and speaks for 2 December 2002. Whatever you change is gone when you leave.
    """
    from bvtrack.app.demo import AS_AT, BANNER, BY, made

    screens = at_a_terminal()
    with TemporaryDirectory(prefix="bvtrack-demo-") as folder:
        path = Path(folder) / "demo.db"
        review = made(path)
        with options.desk(path, by=BY) as desk:
            return screens(desk, review=review, as_at=AS_AT, banner=BANNER)
