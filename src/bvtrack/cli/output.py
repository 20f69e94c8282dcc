"""The one writer to stdout: UTF-8 text and JSON that hold the data asked for, and never a raw control character."""

from __future__ import annotations

import json
import os
import re
import sys

from bvtrack.core.visible import visible


def write(text: str) -> None:
    """Write lines of text; a character that could act on a terminal is shown as a mark instead."""
    try:
        sys.stdout.buffer.write(visible(text, keep_lines=True).encode("utf-8"))
        sys.stdout.flush()
    except BrokenPipeError:
        # the reader has seen enough (`| head`): what is left has nowhere to go, and that is no failure
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def json_text(value: object, *, indent: int | None = None) -> str:
    r"""Give one JSON value and a line end; characters that act on terminals stand as `\u` escapes, so none is lost."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return re.sub(r"[^\n -~]", lambda match: _escaped(match[0]), text) + "\n"


def _escaped(character: str) -> str:
    return character if visible(character) == character else json.dumps(character)[1:-1]
