"""`bvtrack waive`: a finding accepted on purpose."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from bvtrack.cli import options
from bvtrack.cli.output import done

if TYPE_CHECKING:
    from datetime import date


@click.command()
@click.argument("code")
@click.argument("address")
@click.option("--because", metavar="TEXT", required=True, help="Why the finding is accepted.")
@click.option("--until", type=options.DAY, required=True, help="The last day it is accepted.")
@options.recorder
@options.common
def command(code: str, address: str, because: str, until: date) -> None:
    r"""Accept the finding of the rule CODE about ADDRESS, for a reason and up to a day; --by signs it.

    A waiver that is there already is renewed. `bvtrack rule` lists the rules; bvtrack remove waiver/1 ends a waiver.

    \b
    bvtrack waive FIN106 1/budget --because "the one-off recurs; agreed with finance" --until 2003-03-31
    """
    from bvtrack.app.change import waive
    from bvtrack.app.history import line

    with options.desk() as desk:
        review, where = desk.find(address, options.review())
        done(line(desk, waive(desk, review, code, where, reason=because, until=until)))
