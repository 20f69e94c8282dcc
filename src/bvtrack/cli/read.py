"""`bvtrack read`: how a printed value is read, one JSON object a line."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from bvtrack.app.read import KINDS, read
from bvtrack.cli.options import DAY, common
from bvtrack.cli.output import json_text, write

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date


@click.command(context_settings={"ignore_unknown_options": True})
@click.argument("kind", type=click.Choice(KINDS))
@click.argument("texts", metavar="TEXT...", nargs=-1, required=True, type=click.UNPROCESSED)
@click.option("--near", type=DAY, help="The date that two-digit years are nearest to.")
@click.option("--unit", help="The heading a bare amount stands under, such as £'000.")
@common
def command(kind: str, texts: tuple[str, ...], near: date | None, unit: str | None) -> None:
    r"""Show how bvtrack reads a printed value, one JSON object a line.

    A single - reads one text a line from standard input.

    \b
    bvtrack read money "£1,346k" "(£85k)" "£50-60k"
    bvtrack read due --near 2002-04-22 "Sept. 2002" "June '02"
    """
    for text in _lines() if texts == ("-",) else texts:
        write(json_text(read(kind, text, near=near, unit=unit)))


def _lines() -> Iterator[str]:
    for line in sys.stdin.buffer:
        yield line.decode("utf-8", "surrogateescape").rstrip("\n").removesuffix("\r")
