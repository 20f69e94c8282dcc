"""`bvtrack redo`: a change done again."""

from __future__ import annotations

import click

from bvtrack.cli import options
from bvtrack.cli.output import done


@click.command()
@options.recorder
@options.common
def command() -> None:
    """Do again what you took back last, as long as you changed nothing else since."""
    from bvtrack.app.history import line, redo

    with options.desk() as desk:
        done(line(desk, redo(desk, options.review())))
