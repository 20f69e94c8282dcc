"""`bvtrack restore`: the way back from a copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from bvtrack.cli import options
from bvtrack.cli.output import done

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@click.argument("file", type=options.PATH)
@click.option("--force", is_flag=True, help="Replace the database that is there; it is kept under another name.")
@options.one_database
@options.common
def command(file: Path, *, force: bool) -> None:
    r"""Put the backup FILE in the place of the database. It is verified first.

    \b
    bvtrack restore /media/stick/bvtrack-2002-11-22.db --force
    """
    from bvtrack.app.safety import restore

    done(restore(file, options.path(), force=force))
