"""`bvtrack set`: fields and amounts of the plan."""

from __future__ import annotations

import click

from bvtrack.cli import options
from bvtrack.cli.output import done


@click.command()
@click.argument("assignments", metavar="ADDRESS=VALUE...", nargs=-1, required=True)
@click.option("--because", metavar="TEXT", help="Why; a deadline of the plan is corrected only with a reason.")
@click.option(
    "--was", metavar="TEXT", help="What you think stands there now; if something else does, nothing is changed."
)
@options.recorder
@options.common
def command(assignments: tuple[str, ...], because: str | None, was: str | None) -> None:
    r"""Set fields and amounts, all of them or none. An empty VALUE makes one blank.

    An ADDRESS is that of an amount (2/budget/2003-04), of a thing, whose words are meant (2c), or of one of its fields
    (2c/owner). A list is typed with commas, and in quotes what holds one itself.

    \b
    bvtrack set 2/budget/2003-04=350 2/budget=1057 --because "misprint in the report"
    bvtrack set 2c/owner="Jenny Newman" --was "Jeff Smith"
    bvtrack set 1.2/unit=
    """
    from bvtrack.app.change import set_values
    from bvtrack.app.history import line

    if was is not None and len(assignments) > 1:
        raise click.UsageError("--was goes with a single ADDRESS=VALUE")
    pairs = options.pairs(assignments, "ADDRESS=VALUE")
    with options.desk() as desk:
        found = {desk.find(address, options.review()): value for address, value in pairs.items()}
        reviews = sorted({review for review, _ in found})
        if len(reviews) > 1:
            raise click.UsageError(f"one review at a time, not {' and '.join(reviews)}")
        values = {address: value for (_, address), value in found.items()}
        done(line(desk, set_values(desk, reviews[0], values, reason=because, was=was)))
