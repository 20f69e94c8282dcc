"""`bvtrack measure`: figures of an outcome measure."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import click

from bvtrack.cli import options
from bvtrack.cli.output import done

if TYPE_CHECKING:
    from datetime import date

    from bvtrack.core.event import FigureKind


@click.command(context_settings={"ignore_unknown_options": True})
@click.argument("address")
@click.argument("what", type=click.Choice(options.FIGURES), metavar="WHAT")
@click.argument("words", metavar="VALUE | TEXT", nargs=-1, required=True, callback=options.no_option)
@click.option("--period", metavar="PERIOD", help="The period the figure is for: 2002-03, or Sep 2002.")
@options.dated
@options.recorder
@options.common
def command(
    address: str,
    what: str,
    words: tuple[str, ...],
    period: str | None,
    on: date | None,
    because: str | None,
    minute: str | None,
) -> None:
    r"""Record a figure of the measure at ADDRESS (1.3; its second target line is 1.3/2).

    \b
    actual VALUE --period P     the figure as it turned out
    forecast VALUE --period P   the figure now expected
    note TEXT                   something worth knowing

    \b
    bvtrack measure 1.1 actual 58% --period 2002-03
    bvtrack measure 1.1 forecast "60-62%" --period 2003-04 --because "new survey"
    """
    from bvtrack.app.history import line
    from bvtrack.app.record import Because, record_measure

    text, reason = options.figure(what, words, because)
    if (period is None) != (what == "note"):
        raise click.UsageError("a note has no period" if period else f"{what} needs --period, like 2002-03")
    with options.desk() as desk:
        where = desk.find(address, options.review())
        kind = cast("FigureKind", what)
        change = record_measure(desk, where, kind, Because(on, reason, minute), value=text, period=period)
        done(line(desk, change))
