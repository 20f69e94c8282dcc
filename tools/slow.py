"""Puts the store through the long ordeals and writes what was seen as the table of docs/reliability.md, to stdout.

`python tools/slow.py [KILLS [EDITS [SEED]]]`: 2,000 kills and 200 edits by each of eight writers if not said.
It ends with an AssertionError where anything acknowledged is lost, or anything is half written.
"""

from __future__ import annotations

import sqlite3
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from store.ordeal import KINDS, kills, writers

WRITERS = 8


def main(kill: int = 2000, edits: int = 200, seed: int = 2002) -> None:
    """Run both ordeals and print the table."""
    with tempfile.TemporaryDirectory() as folder:
        killed = kills(Path(folder), kill, seed)
        wrote = writers(Path(folder), WRITERS, edits)
    lost = wrote.get("lost", 0)
    if lost or wrote["conflicts"] != wrote["stale"] or wrote["done"] != wrote["counted"]:
        raise AssertionError(wrote)
    print(f"SQLite {sqlite3.sqlite_version}, Python {sys.version.split()[0]}, {sys.platform}, seed {seed}\n")
    print("| ordeal | how often | what held |\n|---|--:|---|")
    for kind in KINDS:
        print(f"| killed during {kind} | {killed[kind]:,} | verify finds nothing; all acknowledged is there |")
    told = f"{killed['acknowledged']:,} acknowledged, none lost; {killed['journals left']:,} broken off in a write"
    print(f"| killed in all | {killed['kills']:,} | {told} |")
    held = (
        f"{wrote['done']:,} done, none lost; {wrote['conflicts']:,} of {wrote['stale']:,} conflicts told; no lock met"
    )
    print(f"| edits by {wrote['processes']} writers at once | {wrote['edits']:,} | {held} |")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
