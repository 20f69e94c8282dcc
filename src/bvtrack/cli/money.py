"""`bvtrack money`: amounts as they turned out, or as they are expected."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import click

from bvtrack.cli import options
from bvtrack.cli.output import done

if TYPE_CHECKING:
    from datetime import date

    from bvtrack.core.event import AmountKind


@click.command(context_settings={"ignore_unknown_options": True})
@click.argument("address")
@click.argument("what", type=click.Choice(options.AMOUNTS), metavar="WHAT")
@click.argument("words", metavar="VALUE | TEXT", nargs=-1, required=True, callback=options.no_option)
@options.dated
@options.recorder
@options.common
def command(
    address: str, what: str, words: tuple[str, ...], on: date | None, because: str | None, minute: str | None
) -> None:
    r"""Record money at ADDRESS: recommendation/stream/year, like 2/savings/2004-05.

    A stream is budget, savings or income. A bare number is in the review's unit.

    \b
    actual VALUE     the amount as it turned out; before the year is over, to date
    forecast VALUE   the amount now expected
    mitigated VALUE  how much of a shortfall other measures make up for
    note TEXT        something worth knowing

    \b
    bvtrack money 2/savings/2004-05 forecast £180k --because "the contract starts late"
    bvtrack money 1/budget/2002-03 actual 9 --on 2003-04-30
    """
    from bvtrack.app.history import line
    from bvtrack.app.record import Because, record_money

    text, reason = options.figure(what, words, because)
    with options.desk() as desk:
        where = desk.find(address, options.review())
        change = record_money(desk, where, cast("AmountKind", what), Because(on, reason, minute), value=text)
        done(line(desk, change))
