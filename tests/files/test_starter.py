"""The starter review file."""

from __future__ import annotations

import datetime as dt

import pytest

from bvtrack.checks.registry import RULES
from bvtrack.checks.runner import run
from bvtrack.checks.subject import Subject
from bvtrack.core.finding import Severity
from bvtrack.core.settings import Selection, Thresholds
from bvtrack.files.review_file import review_of
from bvtrack.files.review_text import SECTIONS, write_review
from bvtrack.files.starter import starter


@pytest.mark.parametrize("day", [dt.date(1999, 3, 31), dt.date(2003, 4, 1), dt.date(2026, 12, 31), dt.date(2098, 1, 1)])
def test_it_is_a_review(day: dt.date) -> None:
    """It reads as a review of that day with a plan that begins next April, and no rule has more than a note to say."""
    review = review_of(starter("x.toml", "x", "T", "A", day), "x.toml")
    assert (review.id, review.title, review.authority, review.date) == ("x", "T", "A", day)
    assert len(review.period.years) == 2
    assert review.period.years[0].start > day
    subject = Subject(review, as_at=day, thresholds=Thresholds(), waivers=())
    findings = run(RULES, subject, Selection())
    assert {finding.severity for finding in findings} <= {Severity.NOTE}


def test_every_block_has_its_comment() -> None:
    """Before each block stands a comment that says what it is for; what is in a comment is a review's key as well."""
    lines = starter("x.toml", "x", "T", "A", dt.date(2003, 5, 1)).splitlines()
    headers = [nth for nth, line in enumerate(lines) if line.startswith("[")]
    assert len(headers) == 8
    assert all(lines[nth - 2].startswith("# ") and not lines[nth - 1] for nth in headers)
    assert all(lines[nth].strip("[]").rpartition(".")[2] in SECTIONS or "profile" in lines[nth] for nth in headers)
    assert max(map(len, lines)) <= 120


def test_the_event_it_shows() -> None:
    """The progress shown in comments is progress when the marks are taken away."""
    text = starter("x.toml", "x", "T", "A", dt.date(2003, 5, 1))
    start = text.index("# [[recommendation.part.event]]")
    shown = text[start : text.index("\n\n", start)]
    review = review_of(text.replace(shown, shown.replace("# ", "")), "x")
    (event,) = review.recommendations[0].parts[0].events
    assert (event.kind, event.reason) == ("forecast", "two posts are vacant")


def test_hostile_names() -> None:
    """Whatever a title or an authority holds is quoted, and the file can be edited like any other."""
    title = 'a "quoted" \\ {title} \x1b[31m \u202e\nnew line'
    text = starter("x.toml", "x", title, "{}", dt.date(2003, 5, 1))
    review = review_of(text, "x")
    assert (review.title, review.authority) == (title, "{}")
    assert "\x1b" not in text
    assert write_review(review, text) == text
