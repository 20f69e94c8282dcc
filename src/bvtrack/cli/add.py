"""`bvtrack add`: more of the plan."""

from __future__ import annotations

import click

from bvtrack.cli import options
from bvtrack.cli.output import done

AT_THE_TOP = ("area", "person", "process", "promise", "quoted", "recommendation", "summary")
BELOW = ("cost", "measure", "part", "step", "target")


@click.command()
@click.argument("words", metavar="[ADDRESS] KIND KEY=VALUE...", nargs=-1, required=True)
@options.recorder
@options.common
def command(words: tuple[str, ...]) -> None:
    r"""Add a thing of a KIND to the thing at ADDRESS; without an ADDRESS, to the review itself.

    \b
    to the review:         recommendation, person, area, quoted, summary, process, promise
    to a recommendation:   part, measure, cost
    to a part:             step
    to a measure:          target

    The keys are those of the review file. A finding is accepted with bvtrack waive.

    \b
    bvtrack add 2 part id=2e text="Share what works" finish="March 2003" owner="Gill Jones"
    bvtrack add 2e step text="Ask every school"
    bvtrack add 1.1 target value="From 56% in 2001.02 to 60% in 02/03"
    bvtrack add 2 cost column=annual value=£5k
    bvtrack add person name="Jenny Newman" aliases=Jenny,JN
    """
    from bvtrack.app.change import add_item
    from bvtrack.app.history import line

    where, kind, fields = _parted(words)
    with options.desk() as desk:
        review, address = desk.find(where, options.review())
        done(line(desk, add_item(desk, review, address, kind, options.pairs(fields, "KEY=VALUE"))))


def _parted(words: tuple[str, ...]) -> tuple[str, str, tuple[str, ...]]:
    """Tell the address (empty: the review), the kind and the fields apart."""
    kinds = (*BELOW, *AT_THE_TOP)
    first = next((nth for nth, word in enumerate(words) if "=" in word), len(words))
    match words[:first]:
        case (kind,) if kind in kinds:
            return "", kind, words[first:]
        case (address, kind) if kind in kinds:
            return address, kind, words[first:]
        case (*_, other) if first <= 2:
            raise click.UsageError(f"{other!r} is nothing that can be added (one of: {', '.join(kinds)})")
        case _:
            raise click.UsageError("write it as ADDRESS KIND KEY=VALUE...")
