"""Writes a review as the text of its file: afresh, or into the text it came from so that a person's comments stay."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bvtrack.core.errors import InputProblem
from bvtrack.core.plain import plain_tables
from bvtrack.files.review_file import review_of
from bvtrack.files.toml_edit import edited
from bvtrack.files.toml_text import document

if TYPE_CHECKING:
    from bvtrack.core.review import Review

# Keys whose tables stand below headers of their own; tables under other keys are written in braces.
SECTIONS: Final = frozenset(
    {
        *("meeting", "abbreviations", "person", "summary", "process", "area", "promise", "quoted", "totals"),
        *("recommendation", "profile", "measure", "part", "event", "waiver"),
    }
)
_MARK: Final = "\ufeff"


def write_review(review: Review, base: str | None = None) -> str:
    """Write the text of a review's file; reading it gives the review again.

    With the text it came from as `base` only what differs is changed, and nothing where nothing does. Should a base be
    spelled in a way that cannot be edited, the review is written afresh.
    Raises InputProblem where the base holds no review, or the review holds text no file can (a lone surrogate).
    """
    tables = plain_tables(review)
    if base is None:
        return document(tables, SECTIONS)
    before = review_of(base, "the text to edit")
    if before == review:
        return base
    text = base.removeprefix(_MARK)
    crlf = "\n" in text and text.count("\n") == text.count("\r\n")
    if crlf:
        text = text.replace("\r\n", "\n")
    text = edited(text, plain_tables(before), tables, SECTIONS)
    if not _holds(text, review):
        text = document(tables, SECTIONS)
    if crlf:
        text = text.replace("\n", "\r\n")
    return _MARK + text if base.startswith(_MARK) else text


def _holds(text: str, review: Review) -> bool:
    try:
        return review_of(text, "the text edited") == review
    except InputProblem:
        return False
