"""Begin a review: write a commented starter file, to be filled in with what the report prints."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bvtrack.core.errors import UsageProblem
from bvtrack.core.visible import visible
from bvtrack.files.output_file import write_file
from bvtrack.files.review_file import review_of
from bvtrack.files.starter import starter

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path


def new_review(  # noqa: PLR0913 — what a review is called
    path: Path, day: dt.date, *, review_id: str | None, title: str | None, authority: str | None, force: bool = False
) -> str:
    """Write a starter file, which is a review that can be read and checked as it stands, and give the review's id.

    The id is made of the file's name unless one is given. Raises UsageProblem where the file is there already and
    `force` is not given, or has another ending than .toml, InputProblem where the id or the title can be none.
    """
    place = visible(str(path))
    if path.suffix.lower() != ".toml":
        raise UsageProblem(place, "is no name of a review file", "name one that ends in .toml")
    name = review_id or _id(path.stem)
    text = starter(
        visible(path.name), name, title or "Best value review of …", authority or "Example County Council", day
    )
    review_of(text, place)
    write_file(path, text, force=force)
    return name


def _id(stem: str) -> str:
    """Make an id of a file's name: letters, digits, dots, hyphens and underscores."""
    return re.sub(r"[^a-z0-9._-]+", "-", stem.lower()).strip("-._")[:80] or "review"
