"""`bvtrack log`: the audit trail."""

from __future__ import annotations

import click

from bvtrack.cli import options
from bvtrack.cli.output import json_text, terminal_width, write


@click.command()
@click.argument("address", required=False)
@click.option("--by-whom", metavar="NAME", help="Only what this person signed.")
@click.option("--limit", type=click.IntRange(min=1), default=50, show_default=True, help="How many changes.")
@click.option("--before", type=click.IntRange(min=1), metavar="NUMBER", help="Only changes older than this one.")
@options.form
@options.database
@options.common
def command(address: str | None, by_whom: str | None, limit: int, before: int | None, form: str) -> None:
    r"""Show who changed what, when and why, the newest first: of the thing at ADDRESS and below it, or of everything.

    JSON tells the rows each change wrote, before and after.

    \b
    bvtrack log
    bvtrack log 2c --limit 5
    bvtrack log --by-whom "Jenny Newman" --format json
    """
    from bvtrack.app.export import written
    from bvtrack.app.history import log, log_json, log_table

    with options.desk(writable=False) as desk:
        review, where = options.review(), None
        if address is not None:
            review, where = desk.logged(address, review)
        changes = log(desk, review, where, limit=limit, before=before, by=by_whom)
        if form == "json":
            write(json_text(log_json(changes), indent=2))
        else:
            named = form == "csv" or len(desk.reviews()) != 1
            write(str(written(log_table(changes, named=named), form, terminal_width())))
