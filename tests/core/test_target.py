"""The grammar of outcome targets, by the cases council papers print and by what it must never do."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from bvtrack.app.read import read

CASES = [
    json.loads(line)
    for line in (Path(__file__).parents[2] / "fixtures/read/target.jsonl").read_text(encoding="utf-8").splitlines()
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['text'][:60]}|{case.get('near')}")
def test_case(case: dict[str, object]) -> None:
    """Every printed target of the fixtures reads as a careful finance officer would read it."""
    expected = {key: value for key, value in case.items() if key != "near"}
    near = date.fromisoformat(str(case["near"])) if "near" in case else None
    assert read("target", str(case["text"]), near=near) == expected
