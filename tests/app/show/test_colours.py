"""Colours as screens show them: counted, summed over reviews, and the one that asks most."""

from __future__ import annotations

from typing import get_args

import pytest

from bvtrack.app.show.colours import NONE, TONES, Band, Shade, bands, present, shade, summed, worst
from bvtrack.app.show.status import Tone
from bvtrack.delivery.brag import DEFAULT, Colour, Mark

RED, AMBER, GREEN = (Mark(colour, colour) for colour in ("red", "amber", "green"))


def test_every_colour_has_a_tone() -> None:
    """None is drawn by chance, and work without a colour is blank."""
    assert set(TONES) == set(get_args(Colour))
    assert shade(Mark("purple", "rescheduled")) == Shade("rescheduled", Tone.PLAIN)
    assert shade(None) == NONE == ("", "plain")


def test_colours_are_counted_with_what_they_mean() -> None:
    """In the order of the rules; those that nothing has are there to be left out, unless they are shown besides."""
    counted = bands([GREEN, RED, None, RED], DEFAULT)
    assert [(band.shade.word, band.number) for band in counted] == [
        ("blue", 0),
        ("rescheduled", 0),
        ("red", 2),
        ("amber", 0),
        ("green", 1),
    ]
    assert counted[2].means == "2+ months behind plan"
    assert [band.shade.word for band in present(counted)] == ["red", "green"]
    assert [band.shade.word for band in present(counted, [shade(AMBER)])] == ["red", "amber", "green"]


def test_sums_over_reviews_are_the_sums_of_their_counts() -> None:
    """2 + 1 red and 0 + 3 green; the one that asks most is named by its tone, not by its number."""
    sums = summed([bands([RED, RED], DEFAULT), bands([RED, GREEN, GREEN, GREEN], DEFAULT)])
    assert {band.shade.word: band.number for band in present(sums)} == {"red": 3, "green": 3}
    found = worst(sums)
    assert found is not None
    assert (found.shade.word, found.number) == ("red", 3)
    assert summed([]) == ()


@pytest.mark.parametrize("counted", [(), (Band(shade(RED), 0, ""),)])
def test_nothing_is_worst_where_nothing_is(counted: tuple[Band, ...]) -> None:
    """A review without actions has no colour."""
    assert worst(counted) is None
