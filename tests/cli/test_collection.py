"""The search for cyclic garbage is put off while a command runs, and goes on afterwards, whatever became of it."""

from __future__ import annotations

import gc

import pytest

from bvtrack.cli.collection import uncollected


def test_it_goes_on_afterwards() -> None:
    """It stands still within, and is as it was before when the command is done or has failed."""
    with uncollected():
        assert not gc.isenabled()
    assert gc.isenabled()
    with pytest.raises(ValueError, match="it failed"), uncollected():
        raise ValueError("it failed")
    assert gc.isenabled()


def test_where_it_was_off_it_stays_off() -> None:
    """Who turned it off before keeps it off."""
    with uncollected():
        with uncollected():
            pass
        assert not gc.isenabled()
