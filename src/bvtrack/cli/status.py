"""`bvtrack status`: where each action, measure and stream stands on a day."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from bvtrack.cli import options
from bvtrack.cli.diagnostics import Exit, report, worst
from bvtrack.cli.output import json_text, terminal_width, write
from bvtrack.core.finding import Severity

if TYPE_CHECKING:
    from datetime import date

    from bvtrack.app.status import Status

NEVER = "never"


@click.command()
@click.argument("path", required=False, type=options.PATH)
@click.option("--owner", metavar="NAME", help="Only what this person or post answers for.")
@click.option("--as-at", type=options.DAY, help="The date to speak for [default: that of a file's report; today].")
@click.option("--as-known", type=options.DAY, help="By what the database said on that day, and as at that day.")
@click.option("--since", type=options.DAY, help="What moved since that day, by what was known then and is known now.")
@click.option(
    "--what-if",
    "what_if",
    metavar="ADDRESS=VALUE",
    multiple=True,
    help="What would differ if work ended by another day (2c=June 2004), or money came to less (2/savings=80%).",
)
@options.form
@click.option(
    "--table", metavar="NAME", help="Which table CSV has: actions, at-risk, net, savings … [default: actions]"
)
@click.option(
    "--fail-on",
    type=click.Choice([*(severity.value for severity in Severity), NEVER]),
    default=NEVER,
    show_default=True,
    help="End with 1 where the rules of delivery (DEL) find something this bad: overdue is a warning, slipped a note.",
)
@options.database
@options.common
def command(
    path: Path | None,
    owner: str | None,
    as_at: date | None,
    as_known: date | None,
    since: date | None,
    what_if: tuple[str, ...],
    form: str,
    table: str | None,
    fail_on: str,
) -> int:
    r"""Tell where reviews stand: what is overdue, due and done, who holds it, outcomes and money.

    PATH is a review file, a folder of them, or a database (.db); without it the database is told of. CSV, which holds
    one table, has the actions of all reviews, or the table named. Colours are given by the rules of the settings here
    (`[brag]`).

    \b
    bvtrack status                                      the database, today
    bvtrack status reviews/draft.toml --as-at 2002-10-01
    bvtrack status --owner "Jeff Smith" --format md
    bvtrack status --format csv --table at-risk         the money that waits for actions
    bvtrack status --as-known 2003-01-31                what the database said on that day
    bvtrack status --since 2003-01-31                   what moved since, and on whose authority
    bvtrack status --what-if "2c=June 2004" --what-if 2/savings=80%
    """
    from bvtrack.app.status import by_settings, for_owner, written

    made: str | dict[str, object]
    if since is not None or what_if:
        if (since is not None and what_if) or owner is not None or table is not None:
            raise click.UsageError(
                "--since and --what-if each stand alone, for whole reviews, without --owner and --table"
            )
        if since is not None:
            made, found = _movement(path, since, as_at, as_known, form)
        else:
            made, found = _supposed(path, what_if, as_at, as_known, form)
        status = by_settings(found, Path())
    else:
        status = by_settings(_status(path, as_at, as_known), Path())
        if owner is not None:
            status = for_owner(status, owner)
        made = written(status, form, terminal_width(), table)
    codes = [report(problem) for problem in status.problems]
    write(made if isinstance(made, str) else json_text(made, indent=2))
    level = None if fail_on == NEVER else status.worst()
    failed = level is not None and level.at_least(Severity(fail_on))
    return worst([*codes, Exit.FOUND if failed else Exit.DONE])


def _movement(
    path: Path | None, since: date, as_at: date | None, as_known: date | None, form: str
) -> tuple[str | dict[str, object], Status]:
    """Write what moved, and give where it is now."""
    from bvtrack.app.as_known import no_trail
    from bvtrack.app.movement import movement_of_desk, written

    if path is not None and _is_file(path):
        raise no_trail(path)
    with options.desk(path, writable=False) as desk:
        moved = movement_of_desk(desk, since, as_at, options.review(), known=as_known)
    return written(moved, form, terminal_width()), moved.status


def _supposed(
    path: Path | None, what_if: tuple[str, ...], as_at: date | None, as_known: date | None, form: str
) -> tuple[str | dict[str, object], Status]:
    """Write what would differ, and give where it would be."""
    from bvtrack.app.as_known import no_trail
    from bvtrack.app.what_if import what_if_of_desk, what_if_of_files, written

    told = options.pairs(what_if, "ADDRESS=VALUE")
    if path is not None and _is_file(path):
        if as_known is not None:
            raise no_trail(path)
        found = what_if_of_files(path, told, as_at, options.review())
    else:
        with options.desk(path, writable=False) as desk:
            found = what_if_of_desk(desk, told, as_at, options.review(), known=as_known)
    return written(found, form, terminal_width()), found.status


def _is_file(path: Path) -> bool:
    """Tell whether a path is of review files, not of a database."""
    return path.suffix.lower() != ".db"


def _status(path: Path | None, as_at: date | None, as_known: date | None) -> Status:
    from bvtrack.app.as_known import no_trail
    from bvtrack.app.status import status_of_desk, status_of_files

    if path is not None and _is_file(path):
        if as_known is not None:
            raise no_trail(path)
        return status_of_files(path, as_at, options.review())
    with options.desk(path, writable=False) as desk:
        return status_of_desk(desk, as_at, options.review(), known=as_known)
