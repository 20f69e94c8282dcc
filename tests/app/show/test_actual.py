"""What the form for an actual asks, and how what is typed into it is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from bvtrack.app.show.actual import amount_read, asked, level_read, period_read
from bvtrack.app.show.view import ReviewView
from bvtrack.files.review_file import read_review

REVIEW = read_review(Path(__file__).parents[3] / "reviews" / "hertfordshire-services-to-schools-2002.toml").review
VIEW = ReviewView(REVIEW, REVIEW.date, REVIEW.date)


def test_an_amount_is_asked_for_beside_its_plan() -> None:
    """An amount's year is in its address, so no period is asked for."""
    assert asked(VIEW, "2/savings/2004-05") == ("Actual: Rec 2 savings 2004-05", "plan 240, forecast 240 (£'000)", None)
    assert asked(VIEW, "1/savings/2004-05").about == "nothing planned (£'000)"


def test_a_figure_is_asked_for_with_its_likely_period() -> None:
    """The period proposed is that of the next target; a measure of several lines has none."""
    assert asked(VIEW, "1.1") == (
        "Actual: 1.1",
        "Users who rate the service good or better (target 60% 2002-03)",
        "2002-03",
    )
    assert asked(VIEW, "1.2/1").period == "2002"
    assert asked(VIEW, "1.2").period == ""
    assert asked(VIEW, "2.3") == ("Actual: 2.3", "Schools cleared of serious weaknesses", "")


@pytest.mark.parametrize(
    ("text", "ok", "sentence"),
    [
        ("8", True, "£8,000, to the nearest £1,000"),
        ("£50-60k", False, "no single amount: write it like 7 or £7k"),
        ("abc", False, "no amount of money"),
    ],
)
def test_an_amount_is_one_amount(text: str, ok: bool, sentence: str) -> None:
    """What is no single amount cannot be an actual."""
    assert amount_read(text, REVIEW)[:2] == (ok, sentence)


@pytest.mark.parametrize(
    ("text", "ok", "told"),
    [("61%", True, "61%"), ("50-55%", True, "50-55%"), ("60% in 2002, 65% in 2003", False, ""), ("???", False, "")],
)
def test_a_figure_is_one_figure(text: str, ok: bool, told: str) -> None:
    """What says no figure, or several, cannot be an actual."""
    reading = level_read(text, REVIEW)
    assert reading.ok is ok
    assert told in reading.sentence


@pytest.mark.parametrize(
    ("text", "ok", "sentence"),
    [
        ("2002-03", True, "financial year: 1 Apr 2002 to 31 Mar 2003"),
        ("Sep 2002", True, "month: 1 Sep 2002 to 30 Sep 2002"),
        ("ongoing", False, "names no period: write it like 2002-03, or Sep 2002"),
    ],
)
def test_a_period_ends(text: str, ok: bool, sentence: str) -> None:
    """A figure is for a period whose days can be told."""
    assert period_read(text, REVIEW)[:2] == (ok, sentence)
