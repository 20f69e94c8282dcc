"""`bvtrack undo`: a change taken back."""

from __future__ import annotations

import click

from bvtrack.cli import options
from bvtrack.cli.output import done


@click.command()
@click.argument("number", type=click.IntRange(min=1), required=False)
@options.recorder
@options.common
def command(number: int | None) -> None:
    r"""Take back the last change you signed, or the change NUMBER, whoever signed it.

    The log keeps both. What was changed again since is not taken back: that ends with 6, and nothing is written.

    \b
    bvtrack undo
    bvtrack undo 14
    """
    from bvtrack.app.history import line, undo

    with options.desk() as desk:
        done(line(desk, undo(desk, options.review(), number)))
