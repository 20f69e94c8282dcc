"""Opening the screens: on the default database, on one named, or on the review of a file, which is brought in first."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import click

from bvtrack.cli import options
from bvtrack.cli.diagnostics import say
from bvtrack.core.errors import UsageProblem

if TYPE_CHECKING:
    from datetime import date

    from bvtrack.app.desk import Desk


class Screens(Protocol):
    """What shows a database to a person at a terminal, until the person leaves; it gives the exit code."""

    def __call__(self, desk: Desk, *, review: str | None, as_at: date | None, banner: str) -> int:
        """Show a review, or all of them, as at a day (None: today), under a banner."""


@click.command()
@click.argument("path", type=options.PATH)
@click.option("--as-at", type=options.DAY, help="The date the screens speak for [default: today].")
@options.recorder
@options.common
@click.pass_context
def command(ctx: click.Context, path: Path, as_at: date | None) -> int:
    """Open a database (FILE.db), or bring a review file into the database and open the review (REVIEW.toml)."""
    as_at = as_at or ctx.meta.get("as_at")
    return open_review_file(path, as_at) if path.suffix.lower() == ".toml" else open_database(path, as_at)


def open_database(path: Path | None, as_at: date | None) -> int:
    """Open the screens on a database that is there, or on the default one, which is made if it is not."""
    from bvtrack.app.settings import policy

    screens = at_a_terminal()
    judged = policy(Path())
    with options.desk(path, create=path is None) as desk:
        return screens(replace(desk, policy=judged), review=options.review(), as_at=as_at, banner="")


def open_review_file(path: Path, as_at: date | None) -> int:
    """Bring a review file into the database, asking where that changes what is there, and open the review."""
    from bvtrack.app.import_reviews import planned
    from bvtrack.app.settings import policy

    screens = at_a_terminal()
    (new,) = planned(None, [path])  # what cannot be read makes no database
    judged = policy(Path())
    with options.desk(create=True) as desk:
        _bring_in(desk, path)
        return screens(replace(desk, policy=judged), review=new.file.review.id, as_at=as_at, banner="")


def _bring_in(desk: Desk, path: Path) -> None:
    """Import a review file; where that changes a review that is there, show how and ask."""
    from bvtrack.app.import_reviews import carried_out, planned, refused

    plans = planned(desk, [path])
    for plan in plans:
        problem = refused(plan)
        if problem is not None:
            raise problem
        if plan.state == "changed":
            say(f"{path}: differs from {plan.file.review.id} in the database")
            for difference in plan.differences:
                say(f"  {difference}")
            if not click.confirm("Take these changes into the database?", err=True):
                return
    carried_out(desk, plans)


def at_a_terminal() -> Screens:
    """Give what shows the screens. Raises UsageProblem where there is no terminal to show them on."""
    screens: Screens | None = click.get_current_context().obj
    if screens is None or not attended():
        raise UsageProblem("terminal", "there is none to show the screens on", "use a command: bvtrack --help")
    return screens


def attended() -> bool:
    """Tell whether a person sits at a terminal."""
    return sys.stdin.isatty() and sys.stdout.isatty()
