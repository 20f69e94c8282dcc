"""Reads a review file: its text as it stands, and the review it holds, or all that is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pydantic import ValidationError

from bvtrack.core.errors import InputProblem
from bvtrack.core.review import Review, review_from
from bvtrack.core.visible import visible
from bvtrack.files.toml_file import parse, read_text
from bvtrack.files.toml_place import lines_of
from bvtrack.files.toml_problems import Source, problem_of

if TYPE_CHECKING:
    from pathlib import Path

FORMAT: Final = 1


@dataclass(frozen=True, slots=True)
class ReviewFile:
    """A review and where it comes from: the path as given, and the text of the file, byte order mark included."""

    path: Path
    text: str
    review: Review


def read_review(path: Path) -> ReviewFile:
    """Read a review file.

    Raises InputProblem, placed at `path` or `path:line`, where the file cannot be read, is no TOML, or is no review;
    of several faults in the review the first is raised and its `more` holds the others.
    """
    text = read_text(path)
    return ReviewFile(path, text, review_of(text, visible(str(path))))


def review_of(text: str, place: str) -> Review:
    """Read the review a text holds; `place` names the text in problems, which are as `read_review` says."""
    data = parse(text, place)
    if not {"format", "id", "title", "recommendation"} & data.keys():
        raise InputProblem(place, "is not a review file", "a review begins with format = 1")
    version = data.get("format")
    if isinstance(version, int) and version > FORMAT:
        line = lines_of(text, [("format",)])["format",]
        raise InputProblem(f"{place}:{line}", f"format {version} is newer than this bvtrack", "install a newer bvtrack")
    try:
        return review_from(data)
    except ValidationError as error:
        raise problem_of(error, Source(place, text, data), Review) from error
