"""Findings on a screen: grouped by severity, at home in a pane, with the page of their rule."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from bvtrack.app.show.findings import groups, home, manual_page, tally, waiver
from bvtrack.app.show.view import ReviewView
from bvtrack.checks.registry import RULES
from bvtrack.core.edit import with_item
from bvtrack.core.finding import Severity
from bvtrack.files.review_file import read_review
from example_review import review_of

FILE = Path(__file__).parents[3] / "reviews" / "hertfordshire-services-to-schools-2002.toml"
REVIEW = read_review(FILE).review


def seen() -> ReviewView:
    """See the review with one finding waived."""
    fields = {"code": "FIN106", "address": "1/budget", "reason": "agreed", "by": "Pat", "until": "2002-12-31"}
    return ReviewView(with_item(REVIEW, "", "waiver", fields), REVIEW.date, REVIEW.date)


def test_findings_are_grouped_the_worst_first() -> None:
    """Errors come before warnings and notes, what is waived last."""
    found = groups(seen())
    assert [group.severity for group in found] == [Severity.ERROR, Severity.WARNING, Severity.NOTE, None]
    assert [group.title for group in found] == ["5 errors", "26 warnings", "10 notes", "1 waived"]
    assert {one.severity for one in found[0].findings} == {Severity.ERROR}
    assert [one.address for one in found[-1].findings] == ["1/budget"]


def test_they_are_counted() -> None:
    """The tally says how many there are of each, or that there are none."""
    assert tally(seen()) == "5 errors, 26 warnings, 10 notes, 1 waived"
    empty = ReviewView(review_of(""), dt.date(2002, 5, 1), dt.date(2002, 5, 1))
    assert tally(empty) == "no findings"


def test_a_waiver_says_its_grounds() -> None:
    """Who waived it, until when and why; nothing where nobody did."""
    found = groups(seen())
    assert waiver(found[-1].findings[0]) == "waived by Pat until 31 Dec 2002: agreed"
    assert waiver(found[0].findings[0]) == ""


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("1/budget", ("finance", "1/budget")),
        ("totals/budget", ("finance", "totals/budget")),
        ("2.3", ("outcomes", "2.3")),
        ("1.2/3", ("outcomes", "1.2/3")),
        ("4a", ("actions", "4a")),
        ("3d/1", ("actions", "3d/1")),
        ("5", ("recommendations", "5")),
        ("4/costs/3", ("recommendations", "4")),
        ("review", None),
        ("area/6", None),
        ("nothing", None),
    ],
)
def test_each_thing_is_at_home_in_a_pane(address: str, place: tuple[str, str] | None) -> None:
    """An address leads to the pane that shows it; what no pane shows has no home."""
    assert home(REVIEW, address) == place


def test_every_rule_has_a_page_that_can_be_drawn() -> None:
    """Pages begin with the title, and none of the marks of their writing is left over."""
    for rule in RULES:
        page = manual_page(rule.code)
        assert page[0].kind == "title"
        assert {line.text for line in page if line.kind == "heading"} >= {"What it checks", "Why it matters"}
        assert any(line.kind == "code" and line.text for line in page)
        assert not any(line.text.startswith(("#", "```")) for line in page if line.kind != "code")
        assert all(line.text.count("`") % 2 == 0 for line in page if line.kind == "text")
