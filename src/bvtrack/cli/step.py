"""`bvtrack step`: progress of a step."""

from __future__ import annotations

from typing import Unpack

import click

from bvtrack.cli import options
from bvtrack.cli.work import KINDS, Said, options_of_work, record

TICK = "tick"


@click.command(context_settings={"ignore_unknown_options": True})
@click.argument("address")
@click.argument("what", type=click.Choice([TICK, *KINDS]), metavar="WHAT")
@click.argument("words", metavar="[DATE | TEXT]", nargs=-1, callback=options.no_option)
@options_of_work
@options.recorder
@options.common
def command(address: str, what: str, words: tuple[str, ...], **said: Unpack[Said]) -> None:
    r"""Record WHAT became of the step at ADDRESS (2c/3, or REVIEW:2c/3 where there are several reviews).

    WHAT is tick, which is complete, or any of what `bvtrack action --help` lists.

    \b
    bvtrack step 2c/3 tick --on 2002-11-22
    bvtrack step 2c/3 reopen
    bvtrack step 2c/4 note "waits for the audit"
    """
    record(address, "complete" if what == TICK else what, words, said, step=True)
