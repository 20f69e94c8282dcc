"""`bvtrack import`: review files into the database, after showing what they change there."""

from __future__ import annotations

import os
from collections import Counter
from typing import TYPE_CHECKING

import click

from bvtrack.cli import options
from bvtrack.cli.output import write
from bvtrack.core.visible import visible

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from bvtrack.app.desk import Desk
    from bvtrack.app.import_reviews import Planned, State

_DONE: Mapping[State, str] = {"new": "imported", "changed": "updated", "unchanged": "unchanged"}
_PLANNED: Mapping[State, str] = {"new": "to be imported", "changed": "to be updated", "unchanged": "unchanged"}


@click.command("import")
@click.argument("paths", metavar="FILE...", nargs=-1, required=True, type=options.PATH)
@click.option("--dry-run", is_flag=True, help="Show what would change, and write nothing.")
@options.importer
@options.common
def command(paths: tuple[Path, ...], *, dry_run: bool) -> None:
    r"""Bring review files, or all in a folder, into the database: all of them or none.

    A review that is there already is updated: what the file changed since it was imported last is taken, what was
    recorded here stays, and what both changed differently is refused (exit code 6). Progress is never dropped. A
    deadline the file moves becomes a re-baseline; an action gone from the file that has progress is superseded.

    \b
    + added   ~ changed   - removed   = kept though gone from the file   ! changed here and in the file

    \b
    bvtrack import reviews/            all reviews of a folder
    bvtrack import --dry-run 2002.toml what would change
    """
    if os.path.exists(_database()):  # noqa: PTH110 — `Path.exists` raises where the way to it is barred
        with options.desk(writable=not dry_run) as desk:
            plans = _planned(desk, paths)
            done = not dry_run and _carried_out(desk, plans)
    else:  # what cannot be read makes no database
        plans = _planned(None, paths)
        if not dry_run:
            with options.desk(create=True) as desk:
                _carried_out(desk, plans)
        done = True
    if dry_run:
        write(f"{_counted(plans, _PLANNED)}; nothing was written\n")
    else:
        write(f"{'' if done else 'nothing to do: '}{_counted(plans, _DONE)}\n")


def _planned(desk: Desk | None, paths: tuple[Path, ...]) -> tuple[Planned, ...]:
    """Show what the files would change, a line each, and give it; a conflict ends the work when all are shown."""
    from bvtrack.app.import_reviews import planned, refused

    plans = planned(desk, paths)
    for plan in plans:
        options.warn(f"{plan.file.path}: {warning}" for warning in plan.warnings)
        lines = [f"  {difference}" for difference in (*plan.differences, *plan.conflicts)]
        write("\n".join([f"{plan.file.path}: {_said(plan)}", *map(visible, lines)]) + "\n")
    for problem in filter(None, map(refused, plans)):
        raise problem
    return plans


def _carried_out(desk: Desk, plans: Sequence[Planned]) -> bool:
    """Do it, and tell whether there was anything to do."""
    from bvtrack.app.import_reviews import carried_out

    return bool(carried_out(desk, plans))


def _said(plan: Planned) -> str:
    if plan.conflicts:
        return f"changed here and in the file ({plan.file.review.id})"
    return f"{plan.state} ({plan.file.review.id})"


def _counted(plans: Sequence[Planned], words: Mapping[State, str]) -> str:
    """Count the reviews by what becomes of them: `1 review imported, 2 unchanged`."""
    counts = Counter(plan.state for plan in plans)
    first, *others = [(counts[state], word) for state, word in words.items() if counts[state]]
    noun = "review" if first[0] == 1 else "reviews"
    return ", ".join([f"{first[0]} {noun} {first[1]}", *(f"{count} {word}" for count, word in others)])


def _database() -> Path:
    """Give the path of the database asked for."""
    from bvtrack.app.desk import default_path

    asked: Path | None = click.get_current_context().meta.get("db")
    return asked or default_path()
