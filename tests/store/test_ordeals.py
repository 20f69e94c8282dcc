"""Kills and writers at once, in a process of their own; `make slow` does many more of them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ORDEAL = Path(__file__).with_name("ordeal.py")
KILLS = int(os.environ.get("BVTRACK_KILLS", "20"))
EDITS = int(os.environ.get("BVTRACK_EDITS", "25"))

pytestmark = [
    pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and SIGKILL"),
    pytest.mark.timeout(max(120, KILLS * 4, EDITS * 8)),
]


def ordeal(*arguments: object) -> dict[str, int]:
    """Run an ordeal and give what was seen."""
    run = subprocess.run([sys.executable, ORDEAL, *map(str, arguments)], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    assert run.stderr == ""
    seen: dict[str, int] = json.loads(run.stdout)
    return seen


def test_kills(tmp_path: Path) -> None:
    """A process killed at any moment leaves a whole database that holds all it acknowledged."""
    seen = ordeal("kills", KILLS, 7, tmp_path)
    assert seen["kills"] == KILLS
    assert seen["acknowledged"] > 0


def test_writers(tmp_path: Path) -> None:
    """Eight processes at once lose no edit, report every conflict and meet no lock they do not wait out."""
    seen = ordeal("writers", 8, EDITS, tmp_path)
    assert seen["edits"] == 8 * EDITS
    assert seen.get("lost", 0) == 0
    assert seen["conflicts"] == seen["stale"]
    assert seen["done"] == seen["edits"] - seen["stale"] == seen["counted"] == seen["logged"]
