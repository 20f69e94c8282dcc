"""`bvtrack verify`: the proof that a database is whole."""

from __future__ import annotations

import click

from bvtrack.cli import options
from bvtrack.cli.diagnostics import Exit, report, worst
from bvtrack.cli.output import done
from bvtrack.core.errors import DatabaseProblem
from bvtrack.core.visible import visible


@click.command()
@options.one_database
@options.common
def command() -> int:
    """Prove that the database is whole: the file, the links between rows, every reading, every review, and the log.

    Ends with 8 where something is wrong, which is said on standard error, a line each.
    """
    from bvtrack.app.safety import verify

    with options.desk(writable=False) as desk:
        whole, wrong = verify(desk)
        place = visible(str(desk.store.path))
    for sentence in wrong:
        report(DatabaseProblem(place, sentence, "restore a backup: bvtrack restore FILE"))
    if not wrong:
        done(whole)
    return worst([Exit.DATABASE] if wrong else [])
