"""`bvtrack backup`: a safe copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from bvtrack.cli import options
from bvtrack.cli.output import done

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@click.argument("file", type=options.PATH)
@click.option("--force", is_flag=True, help="Replace the file if it is there.")
@options.one_database
@options.common
def command(file: Path, *, force: bool) -> None:
    r"""Write a copy of the database to FILE: verified, and complete or not there at all. Others may go on working.

    \b
    bvtrack backup /media/stick/bvtrack-2002-11-22.db
    """
    from bvtrack.app.safety import backup

    with options.desk(writable=False) as desk:
        done(backup(desk, file, force=force))
