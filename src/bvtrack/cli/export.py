"""`bvtrack export`: the tables a cabinet or a committee gets, and the review file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from bvtrack.app.export import FORMATS, REVIEW, TABLES, TOML
from bvtrack.cli import options
from bvtrack.cli.output import json_text, terminal_width, write, write_file_text

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from bvtrack.app.export import Source


@click.command()
@click.argument("what", metavar="WHAT", type=click.Choice([*TABLES, REVIEW]))
@click.argument("path", required=False, type=options.PATH)
@click.option(
    "--format", "form", type=click.Choice([*FORMATS, TOML]), help="How to write it [default: text; toml for a review]."
)
@click.option("--as-at", type=options.DAY, help="The date to speak for [default: that of a file's report; today].")
@click.option("-o", "--output", type=options.PATH, help="Write to this file instead of standard output.")
@click.option("--force", is_flag=True, help="Replace the file if it is there.")
@options.database
@options.common
def command(
    what: str, path: Path | None, form: str | None, as_at: date | None, output: Path | None, *, force: bool
) -> None:
    r"""Write a table of a review, or the review as a file. PATH is a review file or a database.

    \b
    finance    budget, savings and income by financial year, as the report prints them
    outcomes   outcome measures with plan references and targets
    plan       actions and steps with deadlines and owners
    progress   actions with deadline, forecast, status, steps done and the last note
    findings   what bvtrack check finds
    review     the review file: all there is, recorded progress and a person's comments included

    \b
    bvtrack export finance draft.toml
    bvtrack export progress --as-at 2002-09-30 --format md -o progress.md
    bvtrack export review --review schools-2002 -o schools.toml
    """
    from bvtrack.app import export

    form = export.format_for(what, form)
    source = _source(path, as_at)
    if what == REVIEW:
        text = export.review_text(source)
    else:
        made = export.written(export.export(what, source), form, None if output else terminal_width())
        text = made if isinstance(made, str) else json_text(made, indent=2)
    if output is not None:
        export.save(output, text, force=force)
    else:
        (write_file_text if what == REVIEW else write)(text)


def _source(path: Path | None, as_at: date | None) -> Source:
    from bvtrack.app import export

    if path is not None and not export.is_database(path):
        return export.from_file(path, as_at)
    with options.desk(path, writable=False) as desk:
        return export.from_desk(desk, options.review(), as_at)
