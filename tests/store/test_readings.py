"""Readings are written and read without loss, whatever was printed."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bvtrack.store.readings import read, written
from store.any_review import PRINTS


@given(st.dictionaries(st.sampled_from(["value", "first", "\x00"]), st.one_of(*PRINTS.values())))
def test_round_trip(readings: dict[str, Any]) -> None:
    """What is written is read as it was, each part of its own type."""
    assert read(written(readings)) == readings
    assert repr(read(written(readings))) == repr(readings)


@pytest.mark.parametrize("text", ["[", "[7]", '[["a", {"No": []}]]', '[["a", {"Due": [1, 2, 3, 4]}]]', '[["a", {}]]'])
def test_what_is_none(text: str) -> None:
    """Anything else raises one of a few kinds of error."""
    with pytest.raises((ValueError, TypeError, LookupError, ArithmeticError)):
        read(text)
