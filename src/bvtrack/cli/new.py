"""`bvtrack new`: a commented starter review file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from bvtrack.cli import options
from bvtrack.cli.output import write
from bvtrack.core.visible import visible

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@click.argument("path", metavar="FILE.toml", type=options.PATH)
@click.option("--id", "review_id", metavar="ID", help="What the review is called [default: made of the file's name].")
@click.option("--title", help="The title of the report.")
@click.option("--authority", help="The authority that made the review.")
@click.option("--force", is_flag=True, help="Replace the file if it is there.")
@options.common
def command(path: Path, review_id: str | None, title: str | None, authority: str | None, *, force: bool) -> None:
    r"""Write a starter review file, with a comment at each block that says what it is for.

    It can be checked and imported as it stands; put the report's own words and figures in place of the examples.

    \b
    bvtrack new libraries-2003.toml --title "Best value review of libraries" --authority "Example County Council"
    bvtrack check libraries-2003.toml
    """
    from bvtrack.app.new_review import new_review

    name = new_review(path, options.today(), review_id=review_id, title=title, authority=authority, force=force)
    write(f"{visible(str(path))} written, a review called {name}; next: bvtrack check {visible(str(path))}\n")
