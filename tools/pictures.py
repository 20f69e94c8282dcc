"""Takes the pictures of the screens under docs/pictures, of the demonstration, at two sizes of terminal.

`python tools/pictures.py [FOLDER]` writes SVG, and PNG beside it where rsvg-convert (librsvg) is installed.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from bvtrack.app.demo import AS_AT, BANNER, made
from bvtrack.app.desk import open_desk
from bvtrack.files.review_file import review_of
from bvtrack.files.review_sample import SAMPLE
from bvtrack.tui.app import Bvtrack

ROOT = Path(__file__).parents[1]
SIZES = ((80, 24), (140, 45))
NOW = dt.datetime.combine(AS_AT, dt.time(12), dt.UTC)
# picture → the keys that lead to it
SCREENS = {
    "overview": "1",
    "recommendations": "2 down down down",
    "finance": "3 down right right",
    "outcomes": "4",
    "actions": "5 down down right down",
    "findings": "7 down",
    "log": "8 down",
    "portfolio": "escape",
    "forecast": "5 down down down down f S e p t space 2 0 0 3",
    "edit": "3 down right e",
    "help": "5 question_mark",
    "palette": "5 colon f o r e",
    "breakdown": "3 down right enter",
    "as-at": "d",
    "filter": "5 slash t r a i n",
}


async def take(database: Path, review: str, folder: Path) -> None:
    """Take every picture at every size."""
    for size in SIZES:
        for name, keys in SCREENS.items():
            with open_desk(database, "Pat Lee", lambda: NOW) as desk:
                app = Bvtrack(desk, review=review, banner=BANNER)
                async with app.run_test(size=size, notifications=True) as pilot:
                    await pilot.press(*keys.split())
                    await pilot.pause(0.3)
                    path = folder / f"{name}-{size[0]}x{size[1]}.svg"
                    # converters drop the blanks a text begins with unless told to keep them
                    picture = app.export_screenshot(title="bvtrack").replace("<text ", '<text xml:space="preserve" ')
                    path.write_text(picture, "utf-8")


def main() -> None:
    """Make the demonstration, take the pictures, and turn them into PNG."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "pictures"
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        database = Path(scratch) / "demo.db"
        review = made(database)
        with open_desk(database, "Pat Lee", lambda: NOW) as desk:
            desk.store.add(review_of(SAMPLE, "sample"), SAMPLE, desk.entry("import", "library.toml imported"))
        asyncio.run(take(database, review, folder))
    converter = shutil.which("rsvg-convert")
    for path in sorted(folder.glob("*.svg")) if converter else ():
        subprocess.run([str(converter), "-z", "0.75", "-o", path.with_suffix(".png"), path], check=True)  # noqa: S603 — our own files


if __name__ == "__main__":
    print(f"as at {AS_AT}", file=sys.stderr)
    main()
