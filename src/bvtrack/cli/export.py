"""`bvtrack export`: the tables a cabinet report prints."""

from __future__ import annotations

from pathlib import Path

import click

from bvtrack.app.export import FORMATS, TABLES, export, save, written
from bvtrack.cli.options import common
from bvtrack.cli.output import json_text, terminal_width, write


@click.command()
@click.argument("what", metavar="WHAT", type=click.Choice(TABLES))
@click.argument("path", type=click.Path(path_type=Path))
@click.option(
    "--format", "form", type=click.Choice(FORMATS), default="text", show_default=True, help="How to write it."
)
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Write to this file instead of standard output.")
@click.option("--force", is_flag=True, help="Replace the file if it is there.")
@common
def command(what: str, path: Path, form: str, output: Path | None, *, force: bool) -> None:
    r"""Write a table of the review at PATH.

    \b
    finance    budget, savings and income by financial year, as the report prints them
    outcomes   outcome measures with plan references and targets
    plan       actions and steps with deadlines and owners
    findings   what bvtrack check finds
    """
    made = written(export(what, path), form, None if output else terminal_width())
    text = made if isinstance(made, str) else json_text(made, indent=2)
    if output is None:
        write(text)
    else:
        save(output, text, force=force)
