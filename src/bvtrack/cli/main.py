"""The command line: one table of commands, each loaded only when it is called, and one way for all of them to end."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import TYPE_CHECKING

import click

from bvtrack.cli.diagnostics import Exit, report, report_internal, say
from bvtrack.core.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Sequence

# name → what its help line says; the command stands in the module of the same name
COMMANDS = {
    "check": "Check reviews: totals, costs, deadlines, measures, owners, wording.",
    "export": "Write a table: finance, outcomes, plan or findings.",
    "read": "Show how a printed amount, year, deadline, target or owner is read.",
    "rule": "Show a rule's manual page, or list the rules.",
}


class Commands(click.Group):
    """The group of all commands, which lists them without loading any."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 — click's signature
        """Give the commands' names."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 — click's signature
        """Load a command; None where there is none of that name."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"bvtrack.cli.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 — click's signature
        """Write the list of commands in the help."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.command(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(None, "--version", package_name="bvtrack", message="bvtrack %(version)s")
def commands() -> None:
    """Track best-value reviews and check that their figures add up.

    A review is a TOML file. Start with: bvtrack check reviews/
    """


def run(arguments: Sequence[str]) -> int:
    """Run one command line and give its exit code; whatever goes wrong becomes one line on stderr."""
    try:
        code = commands.main(list(arguments), prog_name="bvtrack", standalone_mode=False)
    except click.ClickException as error:
        return _usage(error)
    except click.Abort:
        say("stopped (nothing was left half done)")
        return 130
    except Problem as problem:
        return report(problem)
    except Exception as error:  # noqa: BLE001 — the outermost frame: whatever is left is a fault of ours
        return report_internal(error, debug="--debug" in arguments)
    return code if isinstance(code, int) else Exit.DONE


def _usage(error: click.ClickException) -> int:
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        sys.stderr.write(error.format_message() + "\n")
        return Exit.USAGE
    context = error.ctx if isinstance(error, click.UsageError) else None
    path = context.command_path if context else "bvtrack"
    place = " ".join(path.split()[1:]) or "command line"
    say(f"{place}: {error.format_message().rstrip('.')} (see {path} --help)")
    return Exit.USAGE
