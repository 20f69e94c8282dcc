"""The page behind a figure or a thing: what it is made of, from its print to the changes that touched it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from bvtrack.app.history import log
from bvtrack.app.show.breakdown import RULE, breakdown
from bvtrack.core.errors import Problem
from bvtrack.tui.blocks import fitted, wrapped
from bvtrack.tui.screens.page import Page
from bvtrack.tui.text import tell_problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bvtrack.app.show.breakdown import Line, Section
    from bvtrack.app.show.view import ReviewView
    from bvtrack.store.store import Change
    from bvtrack.tui.app import Bvtrack
    from bvtrack.tui.text import Part

LONGEST_LABEL: Final = 24
MOST_CHANGES: Final = 20


class Breakdown(Page):
    """The page; Esc goes back to where the figure was opened."""

    def __init__(self, view: ReviewView, address: str) -> None:
        super().__init__(address)
        self._view, self._address = view, address
        self._changes: tuple[Change, ...] | None = None

    def said(self, width: int) -> Iterator[Sequence[Part]]:
        """Lay the sections under one another."""
        if self._changes is None:
            self._changes = self._logged()
        told = breakdown(self._view, self._address, self._changes)
        self.entitle(told.title)
        yield from (((line, "quiet"),) for line in (wrapped(told.about, width) if told.about else ()))
        for nth, section in enumerate(told.sections):
            if nth or told.about:
                yield ()
            if section.heading:
                yield ((section.heading, "title"),)
            yield from _laid_out(section, width)

    def _logged(self) -> tuple[Change, ...]:
        """Give the latest changes of it; where the log cannot be read the rest is shown."""
        try:
            desk = cast("Bvtrack", self.app).desk
            return log(desk, self._view.review.id, self._address, limit=MOST_CHANGES)
        except Problem as problem:
            tell_problem(self.app, problem)
            return ()


def _laid_out(section: Section, width: int) -> Iterator[Sequence[Part]]:
    """Put labels left, texts beside them, figures right of these, in columns."""
    label = min(LONGEST_LABEL, max(len(line.label) for line in section.lines))
    figure = max(len(line.figure) for line in section.lines)
    longest = max(len(line.text) for line in section.lines)
    text = max(10, min(longest, width - label - figure - 4)) if longest else 0
    for line in section.lines:
        yield from _line(line, label, text, figure)


def _line(line: Line, label: int, text: int, figure: int) -> Iterator[Sequence[Part]]:
    if line.figure == RULE:
        yield ((RULE * (label + 2 + (text + 2 if text else 0) + figure), "quiet"),)
        return
    told = wrapped(line.text, text) if line.text else [""]
    for nth, part in enumerate(told):
        tone = line.tone or ("quiet" if text else "")
        cells: list[Part] = [(fitted("" if nth else line.label, label) + "  ", tone)]
        if text:
            cells.append((fitted(part, text) + "  ", "quiet" if line.tone == "quiet" else ""))
        if figure:
            cells.append((fitted("" if nth else line.figure, figure, right=True), line.tone))
        yield cells
