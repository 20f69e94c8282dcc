"""The themes: every tone can be read wherever it stands, the line under the cursor too."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.color import Color

from bvtrack.tui.text import TONES
from bvtrack.tui.theme import HIGH_CONTRAST, THEMES

if TYPE_CHECKING:
    from textual.theme import Theme

GROUNDS = ("background", "surface", "panel", "block-cursor-background", "block-cursor-blurred-background")
INKS = sorted({word[1:] for style in TONES.values() if " on " not in style for word in style.split() if word[0] == "$"})


def contrast(one: Color, other: Color) -> float:
    """Give the contrast of two colours as the accessibility guidelines measure it: 1 to 21."""

    def light(color: Color) -> float:
        parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in color.normalized]
        return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))

    dark, bright = sorted((light(one), light(other)))
    return (bright + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_every_tone_can_be_read_on_every_ground(theme: Theme) -> None:
    """Texts keep their tones under the cursor, so its ground must leave them all readable."""
    colours = {**theme.to_color_system().generate(), **theme.variables}
    least = 4.5 if theme is HIGH_CONTRAST else 3.7
    for ground in GROUNDS:
        for ink in ("foreground", *INKS):
            found = contrast(Color.parse(colours[ink]), Color.parse(colours[ground]))
            assert found >= least, f"{ink} on {ground}: {found:.1f}"


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_the_line_under_the_cursor_stands_out(theme: Theme) -> None:
    """The cursor's ground differs from that of the other lines."""
    cursor = Color.parse(theme.variables["block-cursor-background"])
    assert contrast(cursor, Color.parse(str(theme.background))) >= 1.25
