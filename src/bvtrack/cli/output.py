"""The one writer to stdout: UTF-8 text and JSON that hold the data asked for, and never a raw control character."""

from __future__ import annotations

import json
import os
import re
import shutil
import sys
from typing import TYPE_CHECKING

import click

from bvtrack.core.errors import StorageProblem
from bvtrack.core.visible import visible

if TYPE_CHECKING:
    from collections.abc import Callable


def write(text: str, style: Callable[[str], str] | None = None) -> None:
    """Write lines of text; a character that could act on a terminal is shown as a mark instead.

    `style` may add colour to what is safe by then; it is left out where there is no terminal to show it.
    """
    safe = visible(text, keep_lines=True)
    _out(style(safe) if style and _takes_colour() else safe)


def write_file_text(text: str) -> None:
    """Write the text of a file as it is, to the last character, unless a terminal would show it."""
    if shown_on_a_terminal():
        write(text)
    else:
        _out(text)


def done(line: str) -> None:
    """Write the one line that says what was done, unless people want quiet."""
    context = click.get_current_context(silent=True)
    if context is None or not context.meta.get("quiet"):
        _out(f"{visible(line)}\n")


def shown_on_a_terminal() -> bool:
    """Tell whether a terminal shows what is written to standard output."""
    return sys.stdout.isatty()


def clear() -> None:
    """Begin at the top of an empty screen, where standard output is a terminal that can."""
    if shown_on_a_terminal() and os.environ.get("TERM") != "dumb":
        click.clear()


def _out(text: str) -> None:
    try:
        sys.stdout.buffer.write(text.encode("utf-8"))
        sys.stdout.flush()
    except BrokenPipeError:
        # the reader has seen enough (`| head`): what is left has nowhere to go, and that is no failure
        _say_no_more()
    except OSError as error:
        _say_no_more()  # or Python itself would fail at the end
        what = f"could not be written: {error.strerror or error}"
        raise StorageProblem(
            "standard output", what, "write it elsewhere; a change that was made is in bvtrack log"
        ) from error


def _say_no_more() -> None:
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def terminal_width() -> int | None:
    """Give the characters a line of the terminal holds; None where standard output is none."""
    return shutil.get_terminal_size().columns if shown_on_a_terminal() else None


def _takes_colour() -> bool:
    """Tell whether colour is wanted: on a terminal that knows it, unless NO_COLOR or --no-color says otherwise."""
    context = click.get_current_context(silent=True)
    refused = context is not None and context.meta.get("no_color", False)
    return not (refused or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb") and sys.stdout.isatty()


def json_text(value: object, *, indent: int | None = None) -> str:
    r"""Give one JSON value and a line end; characters that act on terminals stand as `\u` escapes, so none is lost."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return re.sub(r"[^\n -~]", lambda match: _escaped(match[0]), text) + "\n"


def _escaped(character: str) -> str:
    return character if visible(character) == character else json.dumps(character)[1:-1]
