"""Options that several commands share, and how their values are read."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, TypeVar

import click

if TYPE_CHECKING:
    from collections.abc import Callable

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


def common(command: Command) -> Command:
    """Add the options every command takes."""
    for name, about, keep in (
        ("--debug", "Show a traceback if bvtrack fails.", None),
        ("--no-color", "No colour (nor with NO_COLOR set).", _keep),
        ("--quiet", "Say nothing but what was asked for.", None),
    ):
        command = click.option(name, is_flag=True, expose_value=False, callback=keep, help=about)(command)
    return command


def _keep(ctx: click.Context, param: click.Parameter, value: bool) -> None:  # noqa: FBT001 — click's signature
    """Leave a flag where the writers find it."""
    ctx.meta[param.name or ""] = value
