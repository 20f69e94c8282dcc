"""What an app shows, as plain lines: what tests of screens look at."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import App
    from textual.pilot import Pilot


def screen_lines(app: App[Any]) -> list[str]:
    """Give the lines in sight, without styles and trailing blanks, modal forms over what is below them."""
    width, height = app.size
    screen = app.screen
    strips = screen._compositor.render_strips()  # noqa: SLF001 — Textual gives no other way to the plain text
    found = ["".join(segment.text for segment in strip) for strip in strips[:height]]
    return [line[:width].rstrip() for line in found]


def screen_text(app: App[Any]) -> str:
    """Give the lines in sight as one text."""
    return "\n".join(screen_lines(app))


async def until(pilot: Pilot[Any], tell: Callable[[], bool]) -> None:
    """Let the application go on until something is so; a busy machine may need several rounds."""
    for _ in range(100):
        await pilot.pause()
        if tell():
            return
        await asyncio.sleep(0.05)
    raise AssertionError(screen_text(pilot.app))
