"""A desk over a throw-away database with the Hertfordshire review in it, and how to stand a pane up alone."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bvtrack.app.desk import Desk, open_desk
from bvtrack.files.review_file import read_review
from bvtrack.tui.app import Bvtrack
from bvtrack.tui.screens.review import ReviewScreen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bvtrack.app.show.view import ReviewView
    from bvtrack.core.review import Review

HERTFORDSHIRE = Path(__file__).parents[2] / "reviews" / "hertfordshire-services-to-schools-2002.toml"
NOW = dt.datetime(2002, 10, 1, 12, tzinfo=dt.UTC)


@pytest.fixture(scope="session")
def hertfordshire() -> Review:
    """The Hertfordshire review, fresh."""
    return read_review(HERTFORDSHIRE).review


@pytest.fixture
def empty_desk(tmp_path: Path) -> Iterator[Desk]:
    """A desk whose database holds nothing; it is 1 October 2002."""
    with open_desk(tmp_path / "bvtrack.db", "Pat", lambda: NOW, create=True) as desk:
        yield desk


@pytest.fixture
def desk(empty_desk: Desk) -> Desk:
    """A desk whose database holds the Hertfordshire review."""
    file = read_review(HERTFORDSHIRE)
    empty_desk.store.add(file.review, file.text, empty_desk.entry("import", "imported"))
    return empty_desk


class At(Bvtrack):
    """The application, begun at one pane of its review."""

    def __init__(self, desk: Desk, pane: str, *, as_at: dt.date | None = None, banner: str = "") -> None:
        self.pane = pane
        super().__init__(desk, as_at=as_at, banner=banner)

    def review_screen(self, name: str, view: ReviewView | None = None) -> ReviewScreen:
        """Begin at the pane."""
        return ReviewScreen(name, self.pane, view)

    @property
    def workspace(self) -> ReviewScreen:
        """The workspace of the review."""
        found = next(screen for screen in self.screen_stack if isinstance(screen, ReviewScreen))
        assert isinstance(found, ReviewScreen)
        return found
