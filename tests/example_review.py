"""An example review for tests of the rules: a head that every review needs, under what a test writes itself."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from typing import TYPE_CHECKING

from bvtrack.checks.subject import Subject
from bvtrack.checks.waivers import GrantedWaiver
from bvtrack.core.review import Review, review_from
from bvtrack.core.settings import Thresholds

if TYPE_CHECKING:
    import datetime as dt

    from bvtrack.checks.rule import Rule
    from bvtrack.core.finding import Finding

BASE = """
format = 1
id = "example"
title = "Example"
authority = "Example Council"
date = 2002-04-22
period = "2002 – 2006"
unit = "£'000"
"""

SMALL = """\
format = 1
id = "small"
title = "Small"
authority = "Example Council"
date = 2002-04-22
period = "2002-03"
unit = "£'000"

[[recommendation]]
id = "1"
text = "one"
costs = [{ column = "one-off", value = 7 }]
profile.budget = { "02-03" = 7, total = 7 }
"""
OFF_BY_ONE = SMALL.replace("total = 7", "total = 8")


def review_of(text: str) -> Review:
    """Make a review of the text of its file, whose top-level keys are laid over the base."""
    return review_from(tomllib.loads(BASE) | tomllib.loads(text, parse_float=Decimal))


def subject_of(text: str, *, as_at: dt.date | None = None, thresholds: Thresholds | None = None) -> Subject:
    """Make a subject of such a review, its waivers granted, judged at its own date where no other is given."""
    review = review_of(text)
    waivers = tuple(GrantedWaiver(entry, ("waiver", nth)) for nth, entry in enumerate(review.waivers))
    return Subject(review, as_at=as_at or review.date, thresholds=thresholds or Thresholds(), waivers=waivers)


def found(rule: Rule, of: Subject | str) -> list[Finding]:
    """Give what a rule finds in a subject, or in that of a text."""
    return list(rule.find(subject_of(of) if isinstance(of, str) else of))


def messages(rule: Rule, of: Subject | str) -> list[str]:
    """Give the messages of what a rule finds in a subject, or in that of a text."""
    return [finding.message for finding in found(rule, of)]
