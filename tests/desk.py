"""A desk for tests: a database in a folder, the name that signs, and a clock that stands still."""

from __future__ import annotations

import datetime as dt
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from bvtrack.app.desk import Desk, open_desk
from bvtrack.files.review_file import read_review, review_of
from bvtrack.store.store import Entry, open_store
from example_review import SMALL

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]
REVIEW = ROOT / "reviews" / "hertfordshire-services-to-schools-2002.toml"
NAME = "hertfordshire-services-to-schools-2002"
NOW = dt.datetime(2002, 11, 22, 10, 0, tzinfo=dt.UTC)
TODAY = dt.date(2002, 11, 22)
PLANNED = (
    SMALL
    + """
[[recommendation.part]]
id = "1a"
text = "do it"
finish = "Dec. 2002"
owner = "Ann"
"""
)


class Run(Protocol):
    """Runs a command line and gives its exit code, standard output and standard error."""

    def __call__(self, *arguments: str) -> tuple[int, str, str]:
        """Run it."""


def now() -> dt.datetime:
    """Give the moment at which all tests happen."""
    return NOW


def kept(path: Path, *texts: str) -> Path:
    """Make a database that holds the Hertfordshire review, or the reviews of the texts."""
    sources = texts or (read_review(REVIEW).text,)
    with open_store(path, create=True) as store:
        for text in sources:
            store.add(review_of(text, "text"), text, Entry(by="Importer", at=NOW, verb="import", what="imported"))
    return path


@contextmanager
def desk_of(path: Path, by: str = "A. Officer") -> Iterator[Desk]:
    """Open a desk at which somebody works, now."""
    with open_desk(path, by, now) as desk:
        yield desk
