"""Which rules run in which file."""

from __future__ import annotations

import pytest

from bvtrack.checks.selection import for_file, selected
from bvtrack.core.settings import Selection

PER_FILE = {"reviews/2002/*": ("FIN", "dat305"), "small.toml": ("PEO504",)}


@pytest.mark.parametrize(
    ("path", "code", "runs"),
    [
        ("reviews/2002/small.toml", "FIN101", False),
        ("reviews/2002/small.toml", "DAT305", False),
        ("reviews/2002/small.toml", "DAT306", True),
        ("reviews/2002/small.toml", "PEO504", False),
        ("reviews/2003/small.toml", "FIN101", True),
        ("reviews/2003/small.toml", "PEO504", False),
        ("reviews/2003/large.toml", "PEO504", True),
    ],
)
def test_rules_are_held_back_in_the_files_of_a_pattern(path: str, code: str, *, runs: bool) -> None:
    """All patterns that name the file count, however a rule was selected."""
    for selection in (Selection(per_file=PER_FILE), Selection(select=(code,), per_file=PER_FILE)):
        assert selected(code, for_file(selection, path)) is runs


def test_a_file_without_patterns_has_the_selection_itself() -> None:
    """Nothing is made anew for it."""
    selection = Selection(per_file=PER_FILE)
    assert for_file(selection, "b.toml") is selection
