"""The key of colours as it is drawn: each word in its tone, how many things have it, and what it means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bvtrack.tui.text import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from textual.content import Content

    from bvtrack.app.show.colours import Band
    from bvtrack.tui.text import Part


def key(bands: Iterable[Band]) -> Content:
    """Write the key in one piece, to be wrapped."""
    return words(*(part for nth, band in enumerate(bands) for part in _band(band, first=not nth)))


def _band(band: Band, *, first: bool) -> Iterator[Part]:
    if not first:
        yield (" · ", "quiet")
    yield (f"{band.number} {band.shade.word}", band.shade.tone)
    yield (f" {band.means}", "quiet")
