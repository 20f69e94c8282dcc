"""The command line: one table of commands, each loaded only when it is called, and one way for all of them to end."""

from __future__ import annotations

from importlib import import_module
from pathlib import PurePath
from typing import TYPE_CHECKING

import click

from bvtrack.cli import options
from bvtrack.cli.diagnostics import Exit, report, report_internal, say
from bvtrack.core.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from bvtrack.cli.open import Screens

# what a command does, under the heading it stands below in the help; it stands in the module of its name, with an
# underscore where the name is a word of Python
SECTIONS = {
    "Look": {
        "status": "Tell where reviews stand: what is overdue, due soon and done.",
        "check": "Check reviews: totals, costs, deadlines, measures, owners, words.",
        "export": "Write a table, or the review itself as a file.",
        "people": "List who holds what; add people and what they are called.",
        "log": "Show who changed what, when and why.",
        "rule": "Show a rule's manual page, or list the rules.",
        "read": "Show how a printed amount, year, date, target or owner is read.",
        "demo": "Open the screens on a throw-away review, with made-up progress.",
    },
    "Record progress": {
        "action": "Record progress of an action: start, complete, forecast, note …",
        "step": "Record progress of a step: tick, start, forecast, note …",
        "measure": "Record a measure's figure as it turned out, or as it is expected.",
        "money": "Record an amount as it turned out, or as it is expected.",
    },
    "Change the plan": {
        "set": "Set fields and amounts.",
        "add": "Add a recommendation, part, step, measure, target, cost …",
        "remove": "Take something out of the plan.",
        "waive": "Accept a finding on purpose, with a reason and an end.",
        "undo": "Take your last change back, or the one of a number.",
        "redo": "Do again what you took back last.",
    },
    "Keep": {
        "new": "Write a commented starter review file.",
        "import": "Bring review files into the database, showing what they change.",
        "backup": "Write a verified copy of the database.",
        "restore": "Put a backup in the place of the database.",
        "verify": "Prove that the database is whole.",
    },
}
COMMANDS = {name: about for section in SECTIONS.values() for name, about in section.items()}
OPENED = frozenset({".db", ".toml"})


def load(name: str) -> click.Command:
    """Load a command of `COMMANDS`."""
    import keyword

    module = f"{name}_" if keyword.iskeyword(name) else name
    command: click.Command = import_module(f"bvtrack.cli.{module}").command
    # docstrings are raw, so that the mark of a paragraph to be kept as it is stands in them as two characters
    command.help = (command.help or "").replace("\\b\n", "\b\n")
    return command


class Commands(click.Group):
    """The group of all commands, which lists them without loading any; a path in their place is opened."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 — click's signature
        """Give the commands' names."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 — click's signature
        """Load a command; None where there is none of that name."""
        return load(cmd_name) if cmd_name in COMMANDS else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command named; what ends like a review file or a database is a path to open."""
        name = args[0]
        if name in COMMANDS:
            return super().resolve_command(ctx, args)
        if not name.startswith("-") and PurePath(name).suffix.lower() in OPENED:
            from bvtrack.cli.open import command

            return "open", command, args
        if not name.startswith("-"):
            from difflib import get_close_matches

            near = get_close_matches(name, COMMANDS, n=1)
            ctx.fail(f"No such command {name!r}{f', did you mean {near[0]}?' if near else ''}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 — click's signature
        """Write the list of commands in the help."""
        longest = max(map(len, COMMANDS))
        for heading, section in SECTIONS.items():
            with formatter.section(heading):
                formatter.write_dl([(name.ljust(longest), about) for name, about in section.items()])


@click.command(
    cls=Commands,
    invoke_without_command=True,
    subcommand_metavar="[REVIEW.toml | FILE.db | COMMAND …]",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(None, "--version", package_name="bvtrack", message="bvtrack %(version)s")
@click.option("--as-at", type=options.DAY, help="The date the screens speak for [default: today].")
@options.recorder
@options.common
@click.pass_context
def commands(ctx: click.Context, as_at: date | None) -> int | None:
    """Track best-value reviews, and check that their figures add up.

    Without a command the screens open: on the database, on the database FILE.db, or on the review of REVIEW.toml,
    which is brought into the database first. Every command has its own --help.
    """
    if ctx.invoked_subcommand is None:
        from bvtrack.cli.open import open_database

        return open_database(None, as_at)
    ctx.meta["as_at"] = as_at
    if as_at is not None and ctx.invoked_subcommand != "open":
        ctx.fail("--as-at belongs behind the command")
    return None


def run(arguments: Sequence[str], screens: Screens | None = None) -> int:
    """Run one command line and give its exit code; whatever goes wrong becomes one line on stderr.

    `screens` shows a database to a person at a terminal.
    """
    try:
        code = commands.main(list(arguments), prog_name="bvtrack", standalone_mode=False, obj=screens)
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
    context = error.ctx if isinstance(error, click.UsageError) else None
    path = context.command_path if context else "bvtrack"
    place = " ".join(path.split()[1:]) or "command line"
    say(f"{place}: {error.format_message().rstrip('.')} (see {path} --help)")
    return Exit.USAGE
