"""`bvtrack measure`: figures of an outcome measure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

import click

from bvtrack.cli import options
from bvtrack.cli.output import done

if TYPE_CHECKING:
    from datetime import date

    from bvtrack.core.event import MeasureKind


KINDS = ("baseline", "actual", "forecast", "report", "note")
WORDS = frozenset({"report", "note"})
_COUNTS = re.compile(r"([0-9]{1,9})/([1-9][0-9]{0,8})")


class Counts(click.ParamType[tuple[int, int]]):
    """Of how many something is true, among how many: 116/200."""

    name = "counts"

    def convert(
        self, value: str | tuple[int, int], param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[int, int]:
        """Read the two numbers; anything else is a usage problem."""
        if isinstance(value, tuple):
            return value
        found = _COUNTS.fullmatch(value)
        if found is None:
            self.fail(f"{value!r} is not two numbers like 116/200", param, ctx)
        return int(found[1]), int(found[2])


@click.command(context_settings={"ignore_unknown_options": True})
@click.argument("address")
@click.argument("what", type=click.Choice(KINDS), metavar="WHAT")
@click.argument("words", metavar="VALUE | TEXT", nargs=-1, required=True, callback=options.no_option)
@click.option("--period", metavar="PERIOD", help="The period the figure is for: 2002-03, or Sep 2002.")
@click.option("--counted", type=Counts(), metavar="N/N", help="What a percentage stands for: 116/200.")
@options.dated
@options.recorder
@options.common
def command(
    address: str,
    what: str,
    words: tuple[str, ...],
    period: str | None,
    counted: tuple[int, int] | None,
    on: date | None,
    because: str | None,
    minute: str | None,
) -> None:
    r"""Record a figure of the measure at ADDRESS (1.3; its second target line is 1.3/2).

    \b
    baseline VALUE --period P   the figure to start from, where the line prints none
    actual VALUE --period P     the figure as it turned out
    forecast VALUE --period P   the figure now expected
    report TEXT                 a report that the line asks for was made: which
    note TEXT                   something worth knowing

    \b
    bvtrack measure 1.1 actual 58% --period 2002-03 --counted 116/200
    bvtrack measure 2.4 report "first report to the Member panel" --on 2002-10-14
    bvtrack measure 1.1 forecast "60-62%" --period 2003-04 --because "new survey"
    """
    from bvtrack.app.history import line
    from bvtrack.app.record import Because, record_measure

    text, reason = options.figure(what, words, because)
    if (period is None) != (what in WORDS):
        raise click.UsageError(f"a {what} has no period" if period else f"{what} needs --period, like 2002-03")
    if counted and what in WORDS:
        raise click.UsageError(f"a {what} has no figure to be counted")
    with options.desk() as desk:
        where = desk.find(address, options.review())
        kind = cast("MeasureKind", what)
        change = record_measure(
            desk, where, kind, Because(on, reason, minute), value=text, period=period, counts=counted
        )
        done(line(desk, change))
