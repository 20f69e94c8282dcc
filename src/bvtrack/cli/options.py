"""Options that several commands share, how their values are read, and the desk a command on a database works at.

The decorators add options and no arguments: what was given is kept with the command line's context, where `desk()` and
`review()` find it.
"""

from __future__ import annotations

from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from bvtrack.cli.diagnostics import say
from bvtrack.core.errors import UsageProblem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from bvtrack.app.desk import Desk

FORMATS = ("text", "md", "csv", "json")
Command = TypeVar("Command", bound="Callable[..., object]")


class Day(click.ParamType[date]):
    """A day written 2002-04-22."""

    name = "date"

    def convert(self, value: str | date, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Read the day; anything else is a usage problem."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is not a day that exists, written like 2002-04-22", param, ctx)


DAY = Day()
PATH = click.Path(path_type=Path, readable=False)  # whoever reads it tells better why it cannot be read
AMOUNTS = ("actual", "forecast", "mitigated", "note")


def common(command: Command) -> Command:
    """Add the options every command takes."""
    for name, about, keep in (
        ("--debug", "Show a traceback if bvtrack fails.", None),
        ("--no-color", "No colour (nor with NO_COLOR set).", _keep),
        ("--quiet", "Say nothing but what was asked for.", _keep),
    ):
        command = click.option(name, is_flag=True, expose_value=False, callback=keep, help=about)(command)
    return command


def form(command: Command) -> Command:
    """Add `--format` to a command that writes a table."""
    about = "How to write it."
    return click.option(
        "--format", "form", type=click.Choice(FORMATS), default=FORMATS[0], show_default=True, help=about
    )(command)


def database(command: Command) -> Command:
    """Add `--db` and `--review`: for commands that look at one database."""
    return _db(_review(command))


def recorder(command: Command) -> Command:
    """Add `--db`, `--review` and `--by`: for commands that change a review of a database."""
    return _db(_review(_by(command)))


def one_database(command: Command) -> Command:
    """Add `--db`: for commands on a database as a whole."""
    return _db(command)


def dated(command: Command) -> Command:
    """Add `--on`, `--because` and `--minute`: for commands that record what happened."""
    for option in (
        click.option("--minute", metavar="TEXT", help="The minute that approved it."),
        click.option("--because", metavar="TEXT", help="Why."),
        click.option("--on", type=DAY, help="The day it speaks for [default: today]."),
    ):
        command = option(command)
    return command


def importer(command: Command) -> Command:
    """Add `--db` and `--by`: for commands that bring reviews into a database."""
    return _db(_by(command))


@contextmanager
def desk(
    path: Path | None = None, *, by: str | None = None, create: bool = False, writable: bool = True
) -> Iterator[Desk]:
    """Open the database asked for (`path`, `--db`, or the default one) for one command, and tell its warnings.

    Changes are signed `by` somebody: where nobody is named, by whoever `--by` says.
    """
    from bvtrack.app.desk import open_desk

    path = path or click.get_current_context().meta.get("db")
    name = (by or _signer()) if writable else ""
    with open_desk(path, name, now, create=create, writable=writable) as one:
        warn(one.store.warnings)
        yield one


def review() -> str | None:
    """Give the id of the review that was named with `--review`."""
    name: str | None = click.get_current_context().meta.get("review")
    return name


def today() -> date:
    """Give today's date where this computer stands."""
    return now().astimezone().date()


def warn(warnings: Iterable[str]) -> None:
    """Tell people what they should know of a database, unless they want quiet."""
    if not click.get_current_context().meta.get("quiet"):
        for warning in warnings:
            say(warning)


def path() -> Path | None:
    """Give the database that was named with `--db`."""
    named: Path | None = click.get_current_context().meta.get("db")
    return named


def no_option(_: click.Context, param: click.Parameter, words: tuple[str, ...]) -> tuple[str, ...]:
    """Refuse a mistyped option among words that may begin with a dash, as amounts do."""
    for word in words:
        if word.startswith("--"):
            raise click.NoSuchOption(word)
    if param.required and not " ".join(words).strip():
        raise click.UsageError(f"there is nothing to record: {param.make_metavar(click.get_current_context())}")
    return words


def figure(kind: str, words: tuple[str, ...], because: str | None) -> tuple[str | None, str | None]:
    """Give the value and the reason of a figure; the words of a note or a report are its reason."""
    text = " ".join(words).strip()
    if kind not in {"note", "report"}:
        return text, because
    if because is not None:
        raise click.UsageError(f"a {kind} is its own reason: say it all in its words, without --because")
    return None, text


def pairs(words: tuple[str, ...], form: str) -> dict[str, str]:
    """Take NAME=VALUE apart, each name once."""
    found: dict[str, str] = {}
    for word in words:
        name, mark, value = word.partition("=")
        if not mark or not name.strip():
            raise click.UsageError(f"{word!r} is not written as {form}")
        if name.strip() in found:
            raise click.UsageError(f"{name.strip()!r} is there twice")
        found[name.strip()] = value
    return found


def now() -> datetime:
    """Give the present moment: the one clock of the command line."""
    return datetime.now(UTC)


def _db(command: Command) -> Command:
    return click.option(
        "--db",
        type=PATH,
        envvar="BVTRACK_DB",
        expose_value=False,
        callback=_keep,
        help="The database [default: BVTRACK_DB, or bvtrack.db in your user data folder].",
    )(command)


def _review(command: Command) -> Command:
    return click.option(
        "--review",
        metavar="ID",
        expose_value=False,
        callback=_keep,
        help="The review meant, where there are several.",
    )(command)


def _by(command: Command) -> Command:
    return click.option(
        "--by",
        metavar="NAME",
        envvar="BVTRACK_USER",
        expose_value=False,
        callback=_keep,
        help="Who signs the change [default: BVTRACK_USER, or your login name].",
    )(command)


def _signer() -> str:
    """Give the name that signs: the one given, or the login name."""
    import getpass

    given = click.get_current_context().meta.get("by")
    try:
        name = (getpass.getuser() if given is None else str(given)).strip()
    except (OSError, KeyError, ImportError):
        name = ""
    if not name:
        raise UsageProblem("--by", "nobody signs this change", "give your name with --by NAME or BVTRACK_USER")
    return name


def _keep(ctx: click.Context, param: click.Parameter, value: object) -> None:
    """Leave what was given where the writers and `desk` find it; options of the program hold for its command too."""
    name = param.name or ""
    given = ctx.get_parameter_source(name) is click.core.ParameterSource.COMMANDLINE
    if given or name not in ctx.meta:
        ctx.meta[name] = value
