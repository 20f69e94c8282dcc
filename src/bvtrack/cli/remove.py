"""`bvtrack remove`: less of the plan."""

from __future__ import annotations

import click

from bvtrack.cli import options
from bvtrack.cli.output import done


@click.command()
@click.argument("address")
@click.option("--because", metavar="TEXT", help="Why.")
@click.option("--force", is_flag=True, help="Even if progress is recorded; and for a whole review.")
@options.recorder
@options.common
def command(address: str, because: str | None, *, force: bool) -> None:
    r"""Take the thing at ADDRESS out of the plan, or make a field or an amount blank.

    Work that was begun is not removed but ended (bvtrack action 2c delete --because …), so that the report can tell of
    it. The address `review` is the review itself. bvtrack undo brings everything back.

    \b
    bvtrack remove 2c/9
    bvtrack remove 2/costs/1 --because "counted twice"
    bvtrack remove review --review schools-2002 --force
    """
    from bvtrack.app.change import remove_item
    from bvtrack.app.history import line

    with options.desk() as desk:
        review, where = desk.find(address, options.review())
        done(line(desk, remove_item(desk, review, where, reason=because, force=force)))
