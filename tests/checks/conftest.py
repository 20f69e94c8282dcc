"""What the tests of the checks share: the source review."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from pathlib import Path

import pytest

from bvtrack.checks.subject import Subject
from bvtrack.core.review import review_from

SOURCE = Path(__file__).parents[2] / "reviews" / "hertfordshire-services-to-schools-2002.toml"


@pytest.fixture(scope="module")
def hertfordshire() -> Subject:
    """Read the source review, judged at the date of its report."""
    review = review_from(tomllib.loads(SOURCE.read_text("utf-8"), parse_float=Decimal))
    return Subject(review, as_at=review.date)
