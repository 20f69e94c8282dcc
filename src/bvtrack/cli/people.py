"""`bvtrack people`: who holds what, and who is called what."""

from __future__ import annotations

import click

from bvtrack.cli import options
from bvtrack.cli.output import done, json_text, terminal_width, write


@click.group(invoke_without_command=True)
@options.form
@options.database
@options.common
@click.pass_context
def command(ctx: click.Context, form: str) -> None:
    r"""List the people of the reviews, what else they are called, and the actions each holds.

    \b
    bvtrack people
    bvtrack people add "Jenny Newman" --alias Jenny --post "Head of SIAS"
    bvtrack people alias "Jenny Newman" "J. Newman"
    bvtrack people remove "Jenny Newman"
    """
    if ctx.invoked_subcommand is not None:
        return
    from bvtrack.app.export import written
    from bvtrack.app.people import people

    with options.desk(writable=False) as desk:
        name = options.review()
        names = desk.reviews() if name is None else (desk.named(name),)
        made = written(people(map(desk.review, names), desk.today), form, terminal_width())
    write(made if isinstance(made, str) else json_text(made, indent=2))


@command.command("add")
@click.argument("name")
@click.option(
    "--alias", "aliases", multiple=True, metavar="NAME", help="What else the person is called; may be repeated."
)
@click.option("--post", metavar="POST", help="The post the person holds.")
@options.recorder
@options.common
def add(name: str, aliases: tuple[str, ...], post: str | None) -> None:
    """Add a person NAME, so that owners are matched to one person however they are printed."""
    from bvtrack.app.history import line
    from bvtrack.app.people import add_person

    with options.desk() as desk:
        done(line(desk, add_person(desk, options.review(), name, aliases, post)))


@command.command("alias")
@click.argument("name")
@click.argument("alias")
@options.recorder
@options.common
def alias(name: str, alias: str) -> None:
    """Say that the person NAME is also called ALIAS."""
    from bvtrack.app.history import line
    from bvtrack.app.people import add_alias

    with options.desk() as desk:
        done(line(desk, add_alias(desk, options.review(), name, alias)))


@command.command("remove")
@click.argument("name")
@click.option("--force", is_flag=True, help="Even if the person holds work that is not done.")
@options.recorder
@options.common
def remove(name: str, *, force: bool) -> None:
    """Remove the person NAME; printed owners stay as they are."""
    from bvtrack.app.history import line
    from bvtrack.app.people import remove_person

    with options.desk() as desk:
        done(line(desk, remove_person(desk, options.review(), name, force=force)))
