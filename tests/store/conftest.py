"""What the store's tests share: a database with the sample review in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bvtrack.files.review_sample import SAMPLE
from bvtrack.store.store import Store, open_store
from store.ordeal import ENTRY, REVIEW

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Give the path of a database that holds the sample review."""
    with open_store(tmp_path / "reviews.db", create=True) as store:
        store.add(REVIEW, SAMPLE, ENTRY)
    return tmp_path / "reviews.db"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    """Give it open."""
    with open_store(path) as opened:
        yield opened
