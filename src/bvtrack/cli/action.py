"""`bvtrack action`: progress of an action."""

from __future__ import annotations

from typing import Unpack

import click

from bvtrack.cli import options
from bvtrack.cli.work import KINDS, Said, options_of_work, record


@click.command(context_settings={"ignore_unknown_options": True})
@click.argument("address")
@click.argument("what", type=click.Choice(KINDS), metavar="WHAT")
@click.argument("words", metavar="[DATE | TEXT]", nargs=-1, callback=options.no_option)
@options_of_work
@options.recorder
@options.common
def command(address: str, what: str, words: tuple[str, ...], **said: Unpack[Said]) -> None:
    r"""Record WHAT became of the action at ADDRESS (2c, or REVIEW:2c where there are several reviews).

    \b
    start               work has begun
    complete            it is done
    reopen              it is not, after all
    forecast DATE       it is now expected by another date; the deadline stays as approved
    re-baseline DATE    the deadline itself was moved (--because, --minute)
    defer, no-resource, suspend     it is halted (--because, --approved-by or --minute)
    resume              it goes on
    delete, supersede   it is no longer in the plan (--because, --approved-by or --minute)
    mainstream          it is part of everyday work (--because, --approved-by or --minute)
    note TEXT           something worth knowing

    \b
    bvtrack action 2c start --on 2002-10-07
    bvtrack action 2c forecast Nov 2002 --because "two posts are vacant"
    bvtrack action 2c re-baseline "Jan 2003" --because "moved by cabinet" --minute 12.3
    """
    record(address, what, words, said, step=False)
