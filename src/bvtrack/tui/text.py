"""The one way from data to the screen: text whose control characters are visible and that is never markup.

A tone is what a text means to the eye: that of a status (`app.show.status.Tone`), of a finding's severity, or of its
place on the screen. `TONES` gives each its style in the words of the theme.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from rich.text import Text
from textual.content import Content

from bvtrack.core.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from textual.app import App
    from textual.notifications import SeverityLevel

    from bvtrack.core.errors import Problem

Part = str | tuple[str, str]
"""A text, plain or with its tone."""

TONES: Final[Mapping[str, str]] = {
    "": "",
    "plain": "",
    "quiet": "$foreground-muted",
    "strong": "bold",
    "title": "bold $text-accent",
    "accent": "$text-accent",
    "good": "$text-success",
    "going": "$text-accent",
    "soon": "$text-warning",
    "late": "$text-error",
    "error": "$text-error",
    "warning": "$text-warning",
    "note": "$foreground-muted",
    "here": "bold underline $text-accent",
    "badge": "bold $background on $text-warning",
}

CONFIRMED_SECONDS: Final = 2.5


def words(*parts: Part) -> Content:
    """Put texts together, each plain or with its tone, for a Static or a Label: `words("Net ", (amount, "bad"))`."""
    pieces = ((part, "") if isinstance(part, str) else part for part in parts)
    return Content.assemble(*((visible(text, keep_lines=True), TONES[tone]) for text, tone in pieces if text))


def lines(rows: Iterable[Iterable[Part]]) -> Content:
    """Put rows of parts under one another."""
    return Content("\n").join(words(*row) for row in rows)


def cell(text: str, style: str = "", *, right: bool = False) -> Text:
    """Make the cell of a DataTable or the label of a Tree; `style` is rich's, as `bold` or a colour."""
    return Text(visible(text), style=style, justify="right" if right else "left", no_wrap=True, end="")


def tell(app: App[Any], text: str, *, severity: SeverityLevel = "information", title: str = "") -> None:
    """Show a passing notice in place of the one before; one that only confirms goes soon."""
    app.clear_notifications()
    timeout = CONFIRMED_SECONDS if severity == "information" else None
    app.notify(visible(text, keep_lines=True), title=visible(title), severity=severity, timeout=timeout, markup=False)


def tell_problem(app: App[Any], problem: Problem) -> None:
    """Show what stopped the work, and what to do."""
    tell(app, f"{problem.what}\n({problem.todo})", severity="error", title=problem.place)
