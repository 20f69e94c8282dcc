"""`bvtrack rule`: the rules' manual."""

from __future__ import annotations

import click

from bvtrack.app.rule import listing, manual
from bvtrack.cli.options import common
from bvtrack.cli.output import write


@click.command()
@click.argument("code", required=False)
@common
def command(code: str | None) -> None:
    """Show the manual page of the rule CODE, or list all rules."""
    if code is not None:
        write(manual(code))
        return
    rules = listing()
    longest = max(len(name) for _, name, _, _ in rules)
    write("".join(f"{code}  {name:{longest}}  {severity:7}  {what}\n" for code, name, severity, what in rules))
