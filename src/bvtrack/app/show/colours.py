"""Colours as screens show them: a word and its tone, how many things have it, and what it means."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from bvtrack.app.show.status import Tone
from bvtrack.delivery import brag

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bvtrack.delivery.brag import Colour, Mark, Policy

TONES: Final[Mapping[Colour, Tone]] = {
    "blue": Tone.GOING,
    "green": Tone.GOOD,
    "amber": Tone.SOON,
    "red": Tone.LATE,
    "purple": Tone.PLAIN,
    "grey": Tone.QUIET,
}
_URGENT: Final = (Tone.LATE, Tone.SOON, Tone.PLAIN, Tone.QUIET, Tone.GOING, Tone.GOOD)


class Shade(NamedTuple):
    """The word of a colour, and the tone it is drawn in."""

    word: str
    tone: Tone


class Band(NamedTuple):
    """A colour with how many actions have it, and what it means."""

    shade: Shade
    number: int
    means: str


NONE: Final = Shade("", Tone.PLAIN)


def shade(mark: Mark | None) -> Shade:
    """Give a colour as it is drawn; work without one is blank."""
    return Shade(mark.word, TONES[mark.colour]) if mark else NONE


def bands(marks: Iterable[Mark | None], policy: Policy) -> tuple[Band, ...]:
    """Count colours, in the order of the rules, with what each means; those that occur nowhere too."""
    counted = dict(brag.tally(marks, policy))
    return tuple(Band(shade(mark), counted.get(mark, 0), means) for mark, means in brag.key(policy))


def present(counted: Iterable[Band], also: Iterable[Shade] = ()) -> tuple[Band, ...]:
    """Leave out the colours that nothing has, but for those that are shown `also`."""
    shown = set(also)
    return tuple(band for band in counted if band.number or band.shade in shown)


def summed(several: Iterable[Iterable[Band]]) -> tuple[Band, ...]:
    """Add counts up that are of one policy."""
    found: dict[Shade, Band] = {}
    for band in (band for one in several for band in one):
        before = found.get(band.shade)
        found[band.shade] = band._replace(number=band.number + (before.number if before else 0))
    return tuple(found.values())


def worst(counted: Iterable[Band]) -> Band | None:
    """Give the colour that asks most of the reader; None where there is none."""
    return min(present(counted), key=urgency, default=None)


def urgency(band: Band) -> tuple[int, int]:
    """Give what colours are sorted by: the most urgent tone first, of one tone the larger number."""
    return _URGENT.index(band.shade.tone), -band.number
